"""Lists: in the order in which one looks for things, with what they were in a few whole words."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.every_for_tests import every
from tests.golden_for_tests import check
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.screen.document import Table
from trotskyism_cli.screen.entries.brief import LEFT_OFF
from trotskyism_cli.screen.entries.listing import ROOMY, WIDEST_PERSON, list_document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.views.list_order import Order
from trotskyism_cli.views.listing import IN_PASSING, Listing, listing
from trotskyism_cli.views.wording.surnames import name_to_find
from trotskyism_cli.views.wording.years_in_brackets import span_of

GOLDEN = Path(__file__).parents[1] / "golden"
PACK = load_pack(ROOT / "tests" / "packs" / "french-revolution")
LISTS = [(kind, order) for kind in Kind for order in Order if order is not Order.AUTHOR or kind is Kind.WORK]


def _entries(pack: Pack, kind: Kind) -> list[Entry]:
    return [entry for entry in pack.entries.values() if entry.kind is kind]


def _shown(kind: Kind, order: Order | None, width: int) -> str:
    return drawn(list_document(PACK, listing(PACK, kind, _entries(PACK, kind), order)), width)


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.EVENT, Kind.WORK, Kind.ORGANISATION, Kind.PLACE])
def test_the_lists_are_those_that_were_looked_at(kind: Kind, width: int) -> None:
    check(GOLDEN / f"list-{kind}-{width}.txt", _shown(kind, None, width))


@pytest.mark.parametrize(("kind", "order"), LISTS)
@pytest.mark.parametrize("width", [30, 40, 59, 60, 80, 200])
def test_every_entry_is_there_and_no_line_is_too_wide(kind: Kind, order: Order, width: int) -> None:
    shown = _shown(kind, order, width)

    assert max(map(len, shown.splitlines())) <= width
    for entry in _entries(PACK, kind):
        said = name_to_find(entry) if kind is Kind.PERSON else entry.name
        said = said.partition(",")[0] if kind is Kind.PERSON and len(said) > WIDEST_PERSON and width < ROOMY else said
        assert set(said.split()) <= {*shown.split(), *shown.replace(",", "").split()}


def test_events_are_in_order_of_time() -> None:
    rows = listing(PACK, Kind.EVENT, _entries(PACK, Kind.EVENT)).rows

    assert [row.first for row in rows] == sorted(row.first for row in rows)


@pytest.mark.parametrize(
    ("name", "native", "said"),
    [
        ("Leon Trotsky", (), "Trotsky, Leon"),
        ("James P. Cannon", (), "Cannon, James P."),
        ("Louis Antoine de Saint-Just", (), "Saint-Just, Louis Antoine de"),
        ("Paul Le Blanc", (), "Le Blanc, Paul"),
        ("Chen Duxiu", ("陈独秀",), "Chen Duxiu"),
        ("Ta Thu Thau", ("Tạ Thu Thâu",), "Ta Thu Thau"),
        ("Nicholas II", ("Николай II",), "Nicholas II"),
        ("Catherine of Aragon", (), "Catherine of Aragon"),
        ("Parvus", (), "Parvus"),
    ],
)
def test_a_person_is_looked_for_by_surname(name: str, native: tuple[str, ...], said: str) -> None:
    person = PACK.entries["robespierre"]._replace(name=name, native=native)

    assert name_to_find(person) == said


def test_a_life_of_which_only_the_summary_knows_the_years_has_its_place_in_time() -> None:
    danton = PACK.entries["danton"]._replace(summary="Lawyer (1759–1794) and orator.", facts=())
    row = listing(PACK, Kind.PERSON, [danton], Order.TIME).rows[0]
    told = plain_text(list_document(PACK, listing(PACK, Kind.PERSON, [danton])), tabbed=True).splitlines()[1]

    assert row.first.year == 1759
    assert told.split("\t")[1:3] == ["1759", "1794"]


def test_years_that_stand_beside_it_are_not_said_again() -> None:
    danton = PACK.entries["danton"]._replace(summary="Lawyer (1759–1794) and orator of the Revolution.")
    undated = danton._replace(facts=())
    shown = [drawn(list_document(PACK, listing(PACK, Kind.PERSON, [each])), 80) for each in (danton, undated)]

    assert "Danton, Georges  1759–1794  Lawyer and orator of the Revolution\n" in shown[0]
    assert shown[1].splitlines()[1:] == shown[0].splitlines()[1:]  # the summary knows them


@pytest.mark.parametrize(("kind", "order"), LISTS)
def test_a_pipe_has_all_of_it_in_columns(kind: Kind, order: Order) -> None:
    found = listing(PACK, kind, _entries(PACK, kind), order)
    head, *rows = [row.split("\t") for row in plain_text(list_document(PACK, found), tabbed=True).splitlines()]

    assert {"Name", "Type", "Id", "Summary"} <= set(head)
    assert {len(row) for row in rows} <= {len(head)}
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [each["Id"] for each in told] == [row.entry.id for row in found.rows]
    assert every(each["Summary"] == PACK.entries[each["Id"]].summary for each in told)
    if kind is Kind.PERSON:
        assert next(each for each in told if each["Id"] == "danton")["From"] == "1759-10-26"


def test_who_is_only_named_in_passing_stands_last() -> None:
    aside = _entries(PACK, Kind.PERSON)[0]._replace(
        id="aside", name="Adam Aside", facts=(), importance=1, summary="A poet."
    )
    rows = listing(PACK, Kind.PERSON, [aside, *_entries(PACK, Kind.PERSON)]).groups[-1]

    assert (rows.head, [row.entry.id for row in rows.rows]) == ("Named in passing", ["aside"])


def test_people_take_a_line_each_with_what_they_have_to_do_with_the_field(library: Library) -> None:
    found = listing(library.pack, Kind.PERSON, library.entries(Kind.PERSON))
    rows = drawn(list_document(library.pack, found), 80).splitlines()[1:]
    names = [row.name if len(row.name) <= WIDEST_PERSON else row.name.partition(",")[0] for row in found.rows]
    told = {name: row for row in rows for name in names if row.startswith((f"{name} ", f"{name}, "))}

    assert set(told) == set(names)
    assert len(rows) == len(names) + 2 * sum(bool(group.head) for group in found.groups)
    assert told["Cannon, James P."].endswith("A founder of American Trotskyism")  # one of several
    starts = {row.index(years[0]) + 9 for row in rows if (years := re.findall(r"\d{4}–\d{4}", row))}
    assert len(starts) == 1  # all years end in one column
    assert told["Mercader, Ramón"].endswith("Trotsky's murderer")


def test_in_a_pipe_the_group_of_people_has_a_column(library: Library) -> None:
    found = listing(library.pack, Kind.PERSON, library.entries(Kind.PERSON))
    [table] = (block for block in list_document(library.pack, found).blocks if isinstance(block, Table))
    place = table.headers.index("Group")
    heads = dict.fromkeys("".join(span.text for span in row[place]) for row in table.rows)

    assert list(heads) == [group.head.partition(" (")[0] for group in found.groups]
    assert len(heads) > 1


def test_a_work_without_a_year_has_not_that_of_the_work_above(library: Library) -> None:
    works = listing(library.pack, Kind.WORK, library.entries(Kind.WORK))
    undated = [row for group in works.groups if any(each.year for each in group.rows) for row in group.rows]
    undated = [row for row in undated if not row.year]
    shown = drawn(list_document(library.pack, works), 120).splitlines()

    assert undated
    assert every(any(line.startswith("–") and row.name in line for line in shown) for row in undated)


@pytest.mark.parametrize(
    ("body", "span"),
    [
        ("socialist-labour-league", "1959–1973"),
        ("mezhraiontsy", "1913–1917"),
        ("left-opposition", "1923–1938"),  # it merged with others, and was followed, but went on in secret
        ("militant", "founded 1964"),
        ("united-opposition", "1926–1927"),  # as its summary says
        ("right-opposition", "1928–1929"),
        ("makhnovists", "1918–1921"),
        ("poum", "1935–1981"),  # outlawed in 1937, but it went on
        ("german-communist-party", "1918–1956"),  # crushed in 1933, but it went on
        ("lutte-ouvriere", "founded 1956"),  # banned, but no end is told
        ("communist-party-soviet-union", "1918–1991"),
        ("vietnamese-trotskyists", "until 1945"),
        ("pabloites", ""),
    ],
)
def test_a_body_ends_when_it_became_another_one(library: Library, body: str, span: str) -> None:
    [row] = [each for each in _bodies(library).rows if each.entry.id == body]

    assert row.span == span
    assert span_of(library.pack, row.entry) == span


def _bodies(library: Library) -> Listing:
    return listing(library.pack, Kind.ORGANISATION, library.entries(Kind.ORGANISATION))


def test_the_time_within_which_a_body_began_is_no_life_of_it(library: Library) -> None:
    head, *rows = [
        row.split("\t") for row in plain_text(list_document(library.pack, _bodies(library)), tabbed=True).splitlines()
    ]
    told = {row[head.index("Id")]: (row[head.index("From")], row[head.index("To")]) for row in rows}

    assert told["united-opposition"] == ("1926-04", "1927-12")
    assert told["socialist-revolutionaries"] == ("1901", "")  # suppressed in Russia in 1922, they went on in exile
    assert every(not last or not first or first[:4] <= last[:4] for first, last in told.values())


@pytest.mark.parametrize("kind", [Kind.CONCEPT, Kind.ORGANISATION, Kind.PLACE])
def test_what_a_thing_was_stands_in_its_column_and_no_year_twice(library: Library, kind: Kind) -> None:
    found = listing(library.pack, kind, library.entries(kind))
    heads = [group.head for group in found.groups if group.head]
    _, *shown = drawn(list_document(library.pack, found), 80).splitlines()
    rows = [row for row in shown if row and row not in heads]
    names = min(max(len(each.name) for each in found.rows), 25)
    lead = next(row for row in rows if row.strip() and found.rows[0].name[:9] in row).index(found.rows[0].name[:9])
    said = lead + names + 2

    assert every(row[said - 2 : said].isspace() and not row[said].isspace() for row in rows if len(row) > said)
    written = " ".join(" ".join(row[lead : said - 2] for row in rows).split())
    assert every(each.name in written for each in found.rows)
    for row in rows:
        years = re.findall(r"\d{4}", row)
        assert len(years) == len(set(years)), row


def test_works_in_order_of_time_name_their_authors_first(library: Library) -> None:
    works = listing(library.pack, Kind.WORK, library.entries(Kind.WORK), Order.TIME)
    shown = drawn(list_document(library.pack, works), 80).splitlines()

    assert any(row.endswith("Marx and Engels: Communist Manifesto · manifesto") for row in shown)
    assert any(row.endswith("Trotsky: My Life · autobiography") for row in shown)
    assert works.groups[-1].head == IN_PASSING
    assert {"volga-barge-haulers", "article"} <= {row.entry.id for row in works.groups[-1].rows}


def test_works_and_events_by_name_have_their_dates_at_the_right_end(library: Library) -> None:
    told = {
        kind: drawn(list_document(library.pack, listing(library.pack, kind, library.entries(kind), Order.NAME)), 80)
        for kind in (Kind.WORK, Kind.EVENT)
    }

    assert re.search(r"^Communist Manifesto · manifesto, Marx and Engels +Feb 1848$", told[Kind.WORK], re.MULTILINE)
    assert re.search(r"^assassination of Trotsky +20 Aug 1940$", told[Kind.EVENT], re.MULTILINE)


@pytest.mark.parametrize("kind", [*Kind])
def test_a_pipe_has_the_same_columns_for_all_kinds(kind: Kind) -> None:
    head, *rows = plain_text(list_document(PACK, listing(PACK, kind, _entries(PACK, kind))), tabbed=True).splitlines()

    assert head.split("\t") == ["Name", "From", "To", "Author", "Type", "Group", "Id", "Summary"]
    assert {row.count("\t") for row in rows} <= {7}


def test_of_somebody_who_lives_the_word_for_the_first_year_is_said_once() -> None:
    danton = PACK.entries["danton"]._replace(summary="Lawyer (born 1759) and orator of the Revolution.")
    alive = danton._replace(facts=tuple(each for each in danton.facts if each.relation == "born"))
    shown = drawn(list_document(PACK, listing(PACK, Kind.PERSON, [alive])), 80)

    assert "born 1759" in shown
    assert "born born" not in shown


def test_no_idea_or_body_ends_in_mid_thought(library: Library) -> None:
    for kind, width in ((Kind.CONCEPT, 80), (Kind.CONCEPT, 40), (Kind.ORGANISATION, 80)):
        assert LEFT_OFF not in drawn(
            list_document(library.pack, listing(library.pack, kind, library.entries(kind))), width
        )


def test_works_that_are_only_named_stand_last_with_their_authors(library: Library) -> None:
    found = listing(library.pack, Kind.WORK, library.entries(Kind.WORK))

    assert found.groups[-1].head == IN_PASSING
    assert {"volga-barge-haulers", "article"} <= {row.entry.id for row in found.groups[-1].rows}
    assert "Repin: Barge Haulers on the Volga · painting" in drawn(list_document(library.pack, found), 80)


def test_who_is_only_named_stands_last_also_in_order_of_time(library: Library) -> None:
    groups = listing(library.pack, Kind.PERSON, library.entries(Kind.PERSON), Order.TIME).groups

    assert groups[-1].head == IN_PASSING
    assert "david-painter" in {row.entry.id for row in groups[-1].rows}


def test_what_has_no_dates_is_not_said_to_be_in_order_of_time(library: Library) -> None:
    places = listing(library.pack, Kind.PLACE, library.entries(Kind.PLACE), Order.TIME)

    assert drawn(list_document(library.pack, places), 80).splitlines()[0].endswith("by name")


def test_an_idea_stands_at_the_year_that_is_said_of_it_first(library: Library) -> None:
    dated, undated = listing(library.pack, Kind.CONCEPT, library.entries(Kind.CONCEPT), Order.TIME).groups
    years = {row.entry.id: row.year for row in dated.rows}

    assert years["scissors-crisis"] == "1923"
    assert years["popular-front"] == "1935"
    # the party of 1917, as in France in 1789, 9 Thermidor (27 July 1794): years of something else
    others = {row.entry.id for row in undated.rows}
    assert {"bolshevik-leninist", "bourgeois-democratic-revolution", "thermidor"} <= others
