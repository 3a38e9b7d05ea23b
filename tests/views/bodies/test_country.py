"""What belongs to the life of a country, in a made-up field of two countries."""

import re
from datetime import date

import pytest

from tests.every_for_tests import none
from tests.printers_for_tests import more_printers
from trotskyism_cli.library.bodies.countries import bodies_of, is_body_of
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.dates.dated_facts import on_date
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.time.organisation_life import body_document
from trotskyism_cli.views.bodies.body import body_view
from trotskyism_cli.views.bodies.rows import Row

RELATIONS = """
  - {id: place, label: place, subject: [event], object: [place], functional: true, says: "{subject} was in {object}",
     words: [where]}
  - {id: in, label: in, inverse_label: places, subject: [place], object: [place], says: "{subject} lay in {object}",
     words: [within]}
  - {id: told, label: told, subject: [place], object: text, says: "{object}", words: []}
  - {id: expelled-from, label: expelled from, inverse_label: expelled, subject: [person], object: [organisation],
     says: "{subject} was expelled from {object}", words: [expelled]}
"""
ENTRIES = """
  - {id: westland, kind: place, type: country, name: Westland, importance: 2, summary: A far country., facts: []}
  - id: ostland
    kind: place
    type: country
    name: Ostland
    importance: 2
    summary: A country of printers, from 1830 to 1890.
    facts:
      - {id: beginning, told: "On 3 May 1830 Ostland was united", importance: 3, source: kern-book}
      - {id: end, told: Ostland was divided on 7 June 1890, importance: 3, source: kern-book}
      - {id: land, told: The house that was built in 1850 is a museum, importance: 3, source: kern-book}
  - id: mark
    kind: place
    type: province
    name: Mark
    importance: 1
    summary: The oldest province.
    facts:
      - {id: where, in: ostland, when: "1830-05-03/1890-06-07", source: kern-book}
  - id: party
    kind: organisation
    name: Typesetters' Party
    article: the
    importance: 2
    summary: A party of Ostland.
    facts:
      - {id: founded, founded: "1820-04", source: kern-book}
      - {id: founder, founded-by: ebert, source: kern-book}
      - {id: strike, statement: The typesetters went on strike in May 1851 under their old leader, source: kern-book}
      - {id: outlawed, statement: After the rising of 1860 the party was outlawed as a danger to all, source: kern-book}
      - {id: abroad, statement: In 1870 its members met in Westland, source: kern-book}
      - {id: later, statement: "The party, renamed in 1872, is now forgotten", source: kern-book}
  - {id: world, kind: organisation, name: World League, article: the, importance: 2,
     summary: A body of all countries., facts: []}
  - id: rising
    kind: event
    name: Rising of the Mark
    importance: 3
    summary: It was put down.
    facts: [{id: date, happened: "1825-02-01", source: kern-book}, {id: place, place: mark, source: kern-book}]
  - id: fire
    kind: event
    name: Great Fire
    importance: 2
    summary: It burnt all.
    facts: [{id: date, happened: "1826-02-01", source: kern-book}, {id: place, place: mark, source: kern-book}]
  - id: second
    kind: event
    name: Second Congress of the World League
    importance: 3
    summary: It sat long.
    facts: [{id: date, happened: "1840-02-01", source: kern-book}, {id: place, place: mark, source: kern-book}]
  - id: third
    kind: event
    name: Third Congress of the Typesetters' Party
    importance: 2
    summary: It sat longer.
    facts: [{id: date, happened: "1841-02-01", source: kern-book}, {id: place, place: mark, source: kern-book}]
  - id: votes
    kind: event
    plural: true
    name: Votes of Ostland
    importance: 2
    summary: Two votes.
    facts:
      - {id: date, happened: "{1885-03-03,1885-05-02}", source: kern-book}
      - {id: place, place: ostland, source: kern-book}
"""
EXPELLED = """      - {id: out, expelled-from: party, when: "1855", source: kern-book}
"""
NEW = "westland, ostland, mark, party, world, rising, fire, second, third, votes"


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The made-up field of the printers, with two countries."""
    folder = tmp_path_factory.mktemp("countries") / "pack"
    more_printers(folder, RELATIONS, ENTRIES, NEW)
    entries = folder / "entries.yaml"
    text = entries.read_text("utf-8")
    for own_id in ("adler", "ebert"):
        text = re.sub(rf"(  - id: {own_id}\n(?:    .+\n)*?    facts:\n)", rf"\1{EXPELLED}", text)
    entries.write_text(text, "utf-8")
    return open_library(folder, folder.parent)


def _rows(library: Library, own_id: str = "ostland") -> list[str]:
    return [f"{row.happening.when.text} {row.happening.text}" for row in body_view(library, own_id).rows]


def _on(library: Library, day: str) -> set[str]:
    asked = read_date(day, date.max)
    assert asked
    return {moment.subject for moment in on_date(library, asked)}


def test_what_is_dated_of_a_country_is_a_row(countries: Library) -> None:
    rows = _rows(countries)

    assert "1830-05-03 Ostland was united" in rows
    assert "1890-06-07 Ostland was divided" in rows
    assert none("museum" in row for row in rows)


def test_what_one_must_know_of_its_parts_led_to_it(countries: Library) -> None:
    rows = _rows(countries)

    assert rows[:2] == ["1820-04 Typesetters' Party founded", "1825-02-01 Rising of the Mark"]
    assert none("Great Fire" in row for row in rows)


def test_a_congress_of_others_is_nothing_of_the_country_where_they_met(countries: Library) -> None:
    rows = _rows(countries)

    assert "1841-02-01 Third Congress of the Typesetters' Party" in rows
    assert none("World League" in row for row in rows)


def test_what_is_told_of_its_bodies_with_a_date_is_told_there(countries: Library) -> None:
    rows = _rows(countries)

    assert "1851-05 The typesetters went on strike under their old leader" in rows
    assert "1860 After the rising of 1860 the party was outlawed as a danger to all" in rows
    assert none("Westland" in row or "renamed" in row for row in rows)


def test_the_expulsion_of_a_founder_is_told_and_no_other(countries: Library) -> None:
    assert "1855 Ebert expelled from the Typesetters' Party" in _rows(countries)
    assert none("Adler" in row for row in _rows(countries))


def test_what_came_after_what_ended_in_a_year_stands_last_of_it(library: Library) -> None:
    told = _own(library, "china")

    after = next(
        place for place, text in enumerate(told) if text.startswith("After the defeat of the Chinese Revolution")
    )
    assert after > told.index("Shanghai massacre")
    assert after > next(place for place, text in enumerate(told) if "Canton Commune" in text)


def test_turning_points_come_before_what_has_only_a_number(countries: Library) -> None:
    view = body_view(countries, "ostland")
    ordered = [row.happening.text for row in view.by_weight()]

    assert ordered[-1].startswith("Third Congress") or "Congress" not in " ".join(ordered[: len(ordered) // 2])
    assert {"Rising of the Mark", "Ostland was united", "Ostland was divided"} <= set(ordered[:4])


def test_an_axis_does_not_begin_decades_before_the_rest(countries: Library) -> None:
    view = body_view(countries, "ostland")
    early = view._replace(first_year=1500, rows=(_in_year(view.rows[0], "1500"), *view.rows))
    [picture] = [block for block in body_document("It", early, ("timeline", "it")).blocks if isinstance(block, Picture)]
    ticks, *rows = [words(line) for line in picture.draw(80)]

    assert "1500" not in ticks
    assert any(row.startswith(" 1500") for row in rows)


def _in_year(row: Row, year: str) -> Row:
    return row._replace(happening=row.happening._replace(when=parse_date(year)))


def _own(library: Library, country: str) -> list[str]:
    return [row.happening.text for row in body_view(library, country).rows if not row.is_aside]


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("germany", "The Social Democrats in the German Reichstag voted for the war credits"),
        ("germany", "The German government let Lenin and other Russian exiles travel home through Germany"),
        ("germany", "The German workers' parties, Social Democrats and Communists alike, were crushed"),
        ("bolivia", "the Bolivian government of Víctor Paz Estenssoro gave all adults the vote"),
        ("vienna", "Trotsky in exile in Vienna"),  # where little else is told
        ("mexico", "Trotsky in exile in Mexico"),  # of which one should know
    ],
)
def test_what_a_country_did_is_its_own_wherever_it_is_told(library: Library, country: str, told: str) -> None:
    assert any(told in text for text in _own(library, country))


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("germany", "Trotsky argued"),
        ("germany", "called the missed German revolution a legend"),
        ("germany", "Hugo Eberlein"),  # what he had been told before
        ("germany", "the German SAP and the Dutch OSP"),  # several countries
        ("germany", "was in exile"),  # before all else that is told of it
        ("united-states", "was in exile"),
        ("united-states", "were indicted"),  # in the trial that is a row
        ("britain", "wrote that no Trotskyist group"),
    ],
)
def test_what_was_thought_of_a_country_is_no_happening_of_it(library: Library, country: str, told: str) -> None:
    assert none(told in text for text in _own(library, country))


def test_what_is_no_happening_of_a_country_is_told_where_all_is(library: Library) -> None:
    view = body_view(library, "china")

    def said(*, everything: bool) -> str:
        _, picture = body_document("China", view, ("timeline", "china"), everything=everything).blocks
        assert isinstance(picture, Picture)
        return " ".join(" ".join(map(words, picture.draw(80))).split())

    assert "Trotsky demanded that the Chinese Communists" in said(everything=True)
    assert "Trotsky demanded that the Chinese Communists" not in said(everything=False)


@pytest.mark.parametrize(("country", "told"), [("germany", "Otto Wels"), ("china", "Trotsky blamed Stalin")])
def test_what_everybody_should_know_was_said_on_a_day_is_told_of_a_country(
    library: Library, country: str, told: str
) -> None:
    assert any(told in text for text in _own(library, country))


@pytest.mark.parametrize(
    ("country", "bars"),
    [
        ("germany", []),
        ("france", ["French Revolution"]),
        ("soviet-union", ["Collectivisation of Soviet agriculture", "Great Purge", "Moscow Trials"]),
        ("russia", ["War Communism"]),
    ],
)
def test_what_lasted_in_a_country_is_its_own(library: Library, country: str, bars: list[str]) -> None:
    found = [each.text for each in body_view(library, country).lasting]

    assert {*bars} <= {*found}
    assert {*found}.isdisjoint(("Popular Front", "Third Period"))  # of the Comintern
    assert "Second World War" not in found[: len(bars)]  # after what is its own


@pytest.mark.parametrize("width", [40, 80])
def test_two_dates_are_two_marks_and_no_range(countries: Library, width: int) -> None:
    _, picture = body_document("Ostland", body_view(countries, "ostland"), ("timeline", "ostland")).blocks
    assert isinstance(picture, Picture)
    drawn = [words(each) for each in picture.draw(width)]
    told = next(each for each in drawn if "Votes of Ostland" in each)

    assert "3 Mar, 2 May" in told
    assert "3 Mar, 2 May 1885: Votes of Ostland" in [words(each) for each in picture.words]
    assert "votes" in _on(countries, "2 may 1885")
    assert "votes" not in _on(countries, "10 april 1885")


def test_of_one_body_it_is_known_whether_it_belongs_to_a_place_as_of_all(countries: Library) -> None:
    bodies, places = countries.entries(Kind.ORGANISATION), countries.entries(Kind.PLACE)
    own = {(body.id, place.id) for body in bodies for place in places if is_body_of(countries, body, place)}

    assert own == {(body, place.id) for place in places for body in bodies_of(countries, place.id)}
    assert own
    assert len(own) < len(bodies) * len(places)
