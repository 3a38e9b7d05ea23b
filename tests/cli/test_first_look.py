"""The first screen of what one must know, read as a person would: in 80 columns, and in 40."""

import io
import re
from functools import cache

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.cli.conftest import Run
from tests.conftest import CONTENT
from tests.every_for_tests import every, none
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.ties import neighbours
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.screen.document import Document, Paragraph, Span
from trotskyism_cli.screen.entries.cards import card_document
from trotskyism_cli.screen.entries.ties_told import row_of_ties
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.output.terminal import THEME, show
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.first_look import first_look
from trotskyism_cli.views.cards.rows import Row
from trotskyism_cli.views.cards.window import Window
from trotskyism_cli.views.ties.kept_ties import kinds_tied
from trotskyism_cli.views.ties.of_entry import ties_of
from trotskyism_cli.views.wording.years_in_brackets import span_of

SCREEN, PROMPT, TALL = 24, 1, 30  # lines
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MORE = re.compile(r" and \d+ more$", re.MULTILINE)
DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}")


def _central(library: Library) -> list[str]:
    return [entry.id for entry in library.pack.entries.values() if entry.importance == 3]


@cache  # each is looked at in several ways
def _screen(
    library: Library, entry: str, width: int, below: tuple[Paragraph, ...] = (), lines: int = SCREEN
) -> tuple[str, ...]:
    target = io.StringIO()
    console = Console(file=target, theme=THEME, markup=False, width=width, highlight=False, color_system=None)
    show(_card(library, entry, below, lines), console)
    return tuple(target.getvalue().splitlines())


@cache
def _card(library: Library, entry: str, below: tuple[Paragraph, ...] = (), lines: int = SCREEN) -> Document:
    return card_document(library.pack, library.card(entry), below, window=Window(lines, 80))


def test_an_entry_that_one_must_know_fits_a_screen_with_room_for_what_is_known_and_the_prompt(library: Library) -> None:
    known = Paragraph((Span("You know 3 of 7 facts here."),))
    for below in ((), (known,)):
        shown = {entry: _screen(library, entry, 80, below) for entry in _central(library)}
        assert {entry: len(lines) for entry, lines in shown.items() if len(lines) > SCREEN - PROMPT} == {}


def test_it_says_when_and_why(library: Library) -> None:
    for own_id in _central(library):
        entry, shown = library.pack.entries[own_id], " ".join(_screen(library, own_id, 80))
        assert span_of(library.pack, library.pack.entries[own_id]) in shown
        summary = entry.summary.replace(f" ({span_of(library.pack, entry)})", "", 1)  # which the title has
        assert summary[:40] in " ".join(shown.split())
        if entry.kind in (Kind.EVENT, Kind.WORK, Kind.CONCEPT):
            assert "Why it matters" in shown, own_id


@pytest.mark.parametrize(
    ("body", "span"),
    [("politburo", "1919–1991"), ("socialist-workers-party", "founded 1938"), ("red-army", "1918–1946")],
)
def test_the_end_of_a_body_is_not_told_as_its_beginning(library: Library, body: str, span: str) -> None:
    assert span_of(library.pack, library.pack.entries[body]) == span


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_too_wide_and_no_word_is_cut(library: Library, width: int) -> None:
    for own_id in _central(library):
        lines = _screen(library, own_id, width)
        assert max(map(cell_len, lines)) <= width, own_id
        words = set(re.findall(r"\w+", " ".join(lines)))
        wide = set(re.findall(r"\w+", " ".join(_screen(library, own_id, 400))))
        assert words <= wide, (own_id, words - wide)


def test_no_line_says_a_date_twice_or_speaks_of_a_text_that_the_reader_has_not_got(library: Library) -> None:
    for own_id in _central(library):
        for line in _screen(library, own_id, 80):
            dates = DATE.findall(line)
            assert len(dates) == len(set(dates)), line
            assert "the article" not in line.lower(), line


def test_the_year_of_what_had_only_one_stands_in_its_title_alone(library: Library) -> None:
    shown = _screen(library, "october-revolution", 80)
    [led] = [line for line in shown if line.startswith("Led by")]

    assert "1917" in shown[0]
    assert "1917" not in led
    assert any("1918–1938 Karl Kautsky" in line for line in shown)


def test_the_first_screen_names_the_weightiest_tie_and_another(library: Library) -> None:
    pack = library.pack
    without: dict[str, list[str]] = {}
    for own_id in _central(library):
        tied = [each for kind in ties_of(pack, own_id, neighbours(library, own_id)) for each in kind.tied]
        tied = [each for each in tied if each.entry != pack.article and pack.entries[each.entry].kind is not Kind.PLACE]
        shown = " ".join(" ".join(_screen(library, own_id, 80)[:SCREEN]).split()).casefold()
        others = [each for each in pack.entries.values() if each.importance > 1 and each.id != own_id]
        named = {each.id for each in others if any(name in shown for name in _called(each))}
        foremost = {each.entry for each in tied if each.rank == max(other.rank for other in tied)}
        if len(named) < 2 or (foremost and not foremost & named):
            without[own_id] = [each.name for each in tied[:4]]

    assert without == {}


def _called(entry: Entry) -> list[str]:
    names = [*entry.names, *([entry.name.rpartition(" ")[2]] if entry.kind is Kind.PERSON else [])]
    return [name.casefold() for name in names]


@pytest.mark.parametrize("width", [40, 80])
def test_no_row_is_left_in_mid_phrase(library: Library, width: int) -> None:
    for own_id in _central(library):
        for shown in _screen(library, own_id, width):
            assert "…" not in shown or "…" in library.pack.entries[own_id].summary, (own_id, shown)


def test_where_there_is_no_screen_no_row_is_cut(library: Library) -> None:
    for own_id in _central(library):
        assert not MORE.search(plain_text(card_document(library.pack, library.card(own_id), window=None))), own_id


def test_a_pipe_gets_whole_rows(run: Run) -> None:
    shown = run("show", "trotsky", TROTSKYISM_PACK=str(CONTENT)).out

    assert "Our Political Tasks" in shown
    assert not MORE.search(shown)


def test_a_work_says_its_title_and_its_year_once(library: Library) -> None:
    shown = _screen(library, "revolution-betrayed", 80)

    assert sum("What Is the Soviet Union" in line for line in shown) == 1
    assert none("Predannaya" in line for line in shown)
    assert "1936 · book" in shown[0]
    assert none(line.startswith(("Published", "Written")) for line in shown)


def test_of_an_event_its_cause_is_told_before_what_is_shorter(library: Library) -> None:
    shown = "\n".join(_screen(library, "kronstadt-rebellion", 80))

    assert "Hunger, grain requisitions" in shown
    assert "Estimates of the Kronstadt rebels killed" not in shown  # which is as short


def test_a_body_that_was_outlawed_and_went_on_ended_later_and_its_leader_was_killed(library: Library) -> None:
    shown = _screen(library, "poum", 80)

    assert "1935–1981" in shown[0]
    assert any("murdered" in line for line in shown)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("entry", ["lenins-testament", "poum", "war-communism"])
def test_each_of_several_sentences_has_a_mark(library: Library, entry: str, width: int) -> None:
    view = first_look(entry_view(library.pack, library.card(entry)))
    several = [cell.text for row in view.rows if not row.joined and len(row.cells) > 1 for cell in row.cells]
    shown = _screen(library, entry, width)
    marked = [line.partition("• ")[2] for line in shown if "• " in line]

    assert several
    assert len(marked) >= len(several)
    assert every(any(text in told for told in several) for text in [line[:20] for line in marked[:1]])
    columns = {line.index("• ") for line in shown if "• " in line}
    assert len(columns) == 1
    indent = columns.pop() + 2
    others = [line for line in shown[shown.index(next(line for line in shown if "• " in line)) :] if "• " not in line]
    assert any(line.startswith(" " * indent) for line in others), "a sentence goes on below its own beginning"


def test_sentences_without_a_date_of_their_own_stand_in_order_of_the_time_they_name(library: Library) -> None:
    told = _whole(library, "lenins-testament")
    order = [
        "perhaps the most able man",
        "the postscript to his Testament",
        "Thirteenth Congress",
        "The New York Times",
    ]

    assert [told.index(each) for each in order] == sorted(told.index(each) for each in order)
    war = _whole(library, "war-communism")
    assert war.index("In the famine of 1921–22") < war.index("In 1990 the economist")


def test_a_murder_names_who_did_it_and_a_strike_is_found_without_its_year(library: Library, run: Run) -> None:
    assert "by Leonid Nikolayev" in " ".join(_screen(library, "kirov-murder", 80))
    assert "\nMinneapolis teamsters' strikes of 1934 (" in f"\n{run('show', 'minneapolis', 'strikes').out}"


def _whole(library: Library, entry: str) -> str:
    return plain_text(card_document(library.pack, library.card(entry), window=None))


def test_offices_are_told_by_weight_and_one_opponent_or_idea_in_one_row(library: Library) -> None:
    shown = _screen(library, "stalin", 80)
    text = "\n".join(shown)

    assert "General Secretary" in text
    assert re.search(r"1917\S* People's Commissar for Nationalities", text)
    assert none(line.startswith(("Opposed ", "Supported ")) for line in shown)
    assert sum(line.startswith("Opponents") for line in shown) == 1
    assert re.search(r"^Opponents +\S+ Leon Trotsky · ", text, re.MULTILINE)
    assert next(line for line in shown if line.startswith("Ideas")).endswith("1924–1953 Socialism in One Country")


@pytest.mark.parametrize("width", [40, 80])
def test_why_it_matters_is_told_whole_whatever_gives_way_to_it(library: Library, width: int) -> None:
    known = (Paragraph((Span("You know 3 of 7 facts here."),)),)
    for own_id in _central(library):
        significance = library.pack.entries[own_id].significance
        assert significance in " ".join(" ".join(_screen(library, own_id, width, known)).split()), own_id


def test_what_one_was_stands_before_whom_one_knew_where_room_is_short(library: Library) -> None:
    rows = _rows(library, "trotsky")

    assert {"Exile", "Offices", "Membership", "Ideas", "Works"} < rows.keys()
    assert "1905 chairman of the St. Petersburg Soviet · 1917 chairman of the Petrograd Soviet" in rows["Offices"]


def test_a_taller_window_has_more_rows(library: Library) -> None:
    usual, tall = (_screen(library, "trotsky", 80, lines=lines) for lines in (24, 40))

    assert 35 < len(tall) < 40
    assert none("Allies" in line for line in usual)
    assert any("Allies" in line for line in tall)


def test_a_wider_window_has_longer_rows(library: Library) -> None:
    card = library.card("trotsky")
    usual, wide = (plain_text(card_document(library.pack, card, window=Window(24, width))) for width in (80, 160))

    assert len(wide) > len(usual)


def test_of_few_one_is_not_left_out(library: Library) -> None:
    rows = _rows(library, "moscow-trials")

    assert re.sub(r"\s+", " ", rows["Parts"]) == (
        "1936 Trial of the Sixteen · 1937 Trial of the Seventeen · 1938 Trial of the Twenty-One"
    )


def test_an_event_that_moved_has_both_places(library: Library) -> None:
    assert _rows(library, "split-of-the-rsdlp")["Place"] == "Brussels, then London"
    assert _rows(library, "comintern-second-congress")["Place"] == "Petrograd, then Moscow"


def test_one_member_of_many_and_one_name_of_many_are_no_rows(library: Library) -> None:
    assert _rows(library, "gpu").keys().isdisjoint({"Members", "Names"})
    assert _rows(library, "mezhraiontsy")["Members"] == "1917 Leon Trotsky"


def test_who_led_an_event_stands_before_who_was_against_it(library: Library) -> None:
    labels = [*_rows(library, "kronstadt-rebellion")]

    assert labels.index("Led by") < labels.index("Opponents")


def test_no_year_stands_at_the_end_of_a_line_before_what_it_dates(library: Library) -> None:
    for own_id in (*_central(library), "petrograd"):
        assert none(re.search(r"· \d{4}(?:–\d{4})?$", line) for line in _screen(library, own_id, 80)), own_id


def test_a_person_is_not_named_whole_in_each_sentence_of_his_own_card(library: Library) -> None:
    rows = _rows(library, "clr-james", TALL)

    assert rows["Known for"].startswith("Wrote World Revolution")
    assert "April 1939 James and Trotsky discussed" in rows["Life"]
    assert "C. L. R. James" not in " ".join(rows.values())


def test_who_was_twice_an_ally_is_named_once(library: Library) -> None:
    assert _rows(library, "kamenev")["Allies"].startswith("1917, 1922–1925 Joseph Stalin · ")


def test_a_card_with_room_left_has_what_others_tell_of_somebody(library: Library) -> None:
    def ties(told: str) -> Row:
        return row_of_ties(library.pack.entries["ted-grant"], kinds_tied(library, "ted-grant"), told)

    shown = plain_text(card_document(library.pack, library.card("ted-grant"), ties=ties))

    assert "expelled Grant and his followers" in shown
    assert shown.count("parted from it") == 1  # which is told above
    small = card_document(library.pack, library.card("trotsky"), ties=ties)
    assert "Ties" not in plain_text(small)


@pytest.mark.parametrize("width", [80, 40])
def test_what_came_of_an_event_stands_before_lesser_rows_of_its_course(library: Library, width: int) -> None:
    shown = [re.split(":|  ", line)[0] for line in _screen(library, "kronstadt-rebellion", width)]

    assert shown.index("Outcome") < shown.index("Course")
    assert "Outcome: Troops under" in _whole(library, "kronstadt-rebellion")


def test_only_parts_that_say_more_are_offered(library: Library) -> None:
    *_, offered = _whole(library, "kronstadt").strip().splitlines()

    assert offered.endswith("show kronstadt ties, sources, all")  # where it lies and what happened there is told
    assert "politics" in _whole(library, "stalin").splitlines()[-1]


def test_what_happened_at_a_place_has_its_year(library: Library) -> None:
    assert "1921 Kronstadt rebellion" in _whole(library, "kronstadt")


def _rows(library: Library, entry: str, lines: int = SCREEN) -> dict[str, str]:
    """The rows of a first screen by their labels, each in one line."""
    rows: dict[str, str] = {}
    label = ""
    for line in _screen(library, entry, 80, lines=lines):
        found = re.match(r"([A-Z][\w ]*?)  +(?=\S)", line)
        label = found[1] if found else label if line.startswith("  ") else ""
        if label:
            rows[label] = f"{rows.get(label, '')} {line.removeprefix(label).strip()}".strip()
    return rows


def test_stays_without_a_break_are_told_together_and_each_by_the_year_it_began(library: Library) -> None:
    exile = _rows(library, "trotsky")["Exile"]

    assert "1928 Alma-Ata · 1929 Turkey · 1933 France · 1935 Norway · 1937–1940 Mexico" in exile


def test_what_somebody_led_is_no_office(library: Library) -> None:
    rows = _rows(library, "trotsky", TALL)

    assert "chairman of the Petrograd Soviet" in rows["Offices"]
    assert "Opposition" not in rows["Offices"]
    assert "1923–1927 Left Opposition" in rows["Led"]
    assert "Red Army" not in rows["Led"]  # which he led as commissar, in the same years


def test_that_somebody_was_expelled_is_not_left_out_for_what_matters_less(library: Library) -> None:
    assert "1917 Bolsheviks · 1927 expelled" in _rows(library, "trotsky")["Membership"]


@pytest.mark.parametrize("entry", ["kronstadt-rebellion", "fourth-international"])
def test_one_opponent_of_many_is_no_row(library: Library, entry: str) -> None:
    view = entry_view(library.pack, library.card(entry))
    row = next(row for row in view.rows if row.label == "Opponents")
    alone = row._replace(cells=(row.cells[-1]._replace(since=None),))

    assert row in view.rows
    assert not first_look(view._replace(rows=(alone,))).rows


def test_the_one_opponent_of_years_is(library: Library) -> None:
    assert _rows(library, "left-opposition")["Opponents"] == "1923–1927 Joseph Stalin"


def test_works_stand_in_order_of_time(library: Library) -> None:
    years = [int(year) for year in re.findall(r"(\d{4})(?:–\d{4})? [A-Z]", _rows(library, "lenin")["Works"])]

    assert len(years) > 1
    assert years == sorted(years)


def test_of_a_row_that_is_told_first_to_which_most_belongs(library: Library) -> None:
    rows = _rows(library, "trotsky", TALL)

    assert rows["Led"].startswith("1917 October Revolution · 1923–1927 Left Opposition · ")
    assert "Joseph Stalin" in rows["Opposed"]


@pytest.mark.parametrize("person", ["lenin", "trotsky", "stalin"])
def test_offices_stand_before_what_somebody_suffered_and_no_opponent_alone(library: Library, person: str) -> None:
    rows = _rows(library, person)
    labels = [*rows]

    assert "Attacked in" not in rows or labels.index("Offices") < labels.index("Attacked in")
    assert "·" in rows.get("Opponents", "·")


def test_who_coined_a_word_by_the_word_of_another_is_told_so_on_both_cards(library: Library) -> None:
    assert _rows(library, "milyukov")["Coined"].endswith("(the word), according to Leon Trotsky")
    assert _rows(library, "trotskyism-the-word")["Origin"] == "coined by Pavel Milyukov, according to Leon Trotsky"


def test_a_charge_is_no_argument(library: Library) -> None:
    rows = _rows(library, "vyshinsky")

    assert "falsely charged" in rows["Charge"]
    assert "Argued" not in rows
