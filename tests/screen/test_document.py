"""The two ways of showing a document say the same words, and nothing in the text is ever obeyed."""

import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from tests.every_for_tests import every
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.screen.document import (
    Document,
    Field,
    Fields,
    Heading,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Span,
    Table,
    Title,
    line,
)
from trotskyism_cli.screen.entries.prose import prose_blocks
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.output.terminal import THEME, show
from trotskyism_cli.screen.ties.branches import branches
from trotskyism_cli.screen.time.axis import axis
from trotskyism_cli.views.bodies.member import Member
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.bars import Bar
from trotskyism_cli.views.periods.period import PeriodView

HOSTILE = "Trotsky wrote [sic] in [/b] 1938 \x1b[31mred\x1b[0m \u202eevil"
FACT = Fact("revolution.date", "revolution", "happened", parse_date("1905"), ())
SAMPLE = Document(
    (
        Title("Fourth International", "international"),
        Paragraph(line("Founded by ", Span("Trotsky", "strong"), " and others.")),
        Heading("Facts"),
        Point(line("founded: ", Span("3 September 1938", "date")), notes=(line("Note: near Paris"),)),
        Quotation(line("A quotation that must never lose one of its many words, however narrow"), "Somebody, 1938"),
        Table(("Name", "Kind", "Date"), ((line("Comintern"), line("international"), line("1919")),)),
        axis(
            PeriodView(
                1905,
                1917,
                (
                    Bar(
                        "War",
                        "of all against all",
                        date(1914, 8, 1),
                        date(1917, 12, 15),
                        "war",
                        parse_date("1914-08-01/1917-12-15"),
                    ),
                ),
                (
                    Happening(parse_date("1905"), "Revolution", "revolution", 3, FACT),
                    Happening(parse_date("1917-10-25 OS"), "Insurrection of the Bolsheviks", "insurrection", 2, FACT),
                ),
            )
        ),
        branches(
            (
                Member(
                    "left", "Left Opposition", "1923", forks=((Member("united", "United", "1926", "merged into"),),)
                ),
                Member("ilo", "International Left Opposition", "1930", "became", "disputed", is_sought=True),
            )
        ),
    )
)


def drawn(document: Document, width: int, *, colour: bool = False) -> str:
    target = io.StringIO()
    show(document, Console(file=target, theme=THEME, markup=False, width=width, force_terminal=colour, highlight=False))
    return target.getvalue()


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}", text))


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_both_ways_say_the_same_words(width: int) -> None:
    spoken = _words(plain_text(SAMPLE))

    shown = _words(re.sub(r"[│├└─╭╮╰╯]", " ", drawn(SAMPLE, width)))

    written_on_bars = {"of", "all", "against", "1914", "War"}  # where there is room for bars, and for words on them
    beside_axis = {"Dates", "in", "New", "Style"}  # a picture of so many columns has room for the days of both styles
    assert spoken - shown - {"Kind", "Date", "Name"} - written_on_bars - beside_axis == set()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, drawn(SAMPLE, width).splitlines())) <= width


@pytest.mark.parametrize("width", range(24, 60))
def test_a_tree_loses_nothing_in_a_narrow_terminal(width: int) -> None:
    deep: tuple[Member, ...] = (Member("last", "last", "1940"),)
    for year in ("1936", "1933", "1930"):
        deep = (Member(year, "International Communist League", year, "became", "until 1953", forks=(deep,)),)

    shown = drawn(Document((branches(deep),)), width)

    assert every(shown.count(each) == 1 for each in ("1930", "1933", "1936", "1940"))
    assert len(re.findall(r"1953", shown)) == 3
    assert max(map(len, shown.splitlines())) <= width


def test_a_chain_below_a_fork_has_no_joints() -> None:
    chain = tuple(Member(year, f"Body of {year}", year) for year in ("1933", "1936", "1938"))
    shown = drawn(Document((branches((Member("root", "Root", "1919", forks=(chain,)),)),)), 80)

    lines = [row for row in shown.splitlines() if "Body" in row]
    assert [row.strip()[:2] for row in lines] == ["└─", "19", "19"]
    assert len({row.index("19") for row in lines}) == 1


def test_plain_text_has_no_boxes() -> None:
    assert not set(plain_text(SAMPLE)) & set("│├└─╭╮╰╯●○┊█\x1b")


@pytest.mark.parametrize("document", [Document((Paragraph(line(HOSTILE)),)), Document((Title(HOSTILE, HOSTILE),))])
def test_markup_and_escape_sequences_are_shown_and_not_obeyed(document: Document) -> None:
    for text in (plain_text(document), drawn(document, 200)):
        assert "[sic]" in text
        assert "[/b]" in text
        assert "\\x1b[31m" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


@given(st.text(max_size=60), st.integers(10, 120))
def test_any_text_can_be_shown(text: str, width: int) -> None:
    document = Document((Title(text), Paragraph(line(text)), Point(line(text)), Quotation(line(text), text)))

    assert "\x1b" not in drawn(document, width) + plain_text(document)


def test_prose_becomes_blocks() -> None:
    prose = "One [[a-b]] and [[c|see]] **two**.\n\n## Head\n\n- first\n  goes on\n- second\n\n> Said. — Somebody, 1906"

    blocks = list(prose_blocks(prose, {"a-b": "A B"}.__getitem__))

    assert plain_text(Document(tuple(blocks))) == (
        "One A B and see two.\n\nHead:\n- first goes on\n- second\n\n“Said.”\n  Somebody, 1906\n"
    )


def test_wide_letters_are_wrapped_by_the_columns_that_they_take() -> None:
    told = "陈独秀 是 中国 托洛茨基派 的 领袖 " * 4
    shown = io.StringIO()
    console = Console(file=shown, theme=THEME, markup=False, width=20, highlight=False, color_system=None)
    show(Document((Title("陈独秀", "人"), Paragraph(line(told)), Fields((Field("生", (line(told),)),)))), console)

    assert max(cell_len(each) for each in shown.getvalue().splitlines()) <= 20
    assert shown.getvalue().count("托洛茨基派") == 8


def test_facts_of_a_row_stand_in_lines_of_their_own_and_what_goes_on_stands_further_in() -> None:
    rows = Fields(
        (Field("Born", (line("in Yanovka"),)), Field("Argued", (line("One; and two."), line("Three of it."))))
    )
    document = Document((Title("Trotsky"), Paragraph(line("A revolutionary.")), rows))

    assert plain_text(document, tabbed=True) == (
        "Trotsky\nA revolutionary.\nBorn: in Yanovka\nArgued:\n- One; and two.\n- Three of it.\n"
    )
    assert plain_text(document, width=12) == (
        "Trotsky\nA\nrevolutionary.\n\nBorn: in\n  Yanovka\nArgued:\n- One; and\n  two.\n- Three of\n  it.\n"
    )


def test_a_drawn_row_that_is_read_out_goes_on_further_in() -> None:
    rows = (line("1917–1924: Lenin, chairman of the Council of People's Commissars"), line("1918: Armistice"))

    told = plain_text(Document((Picture(lambda _: (), rows),)), width=40)

    assert told == "1917–1924: Lenin, chairman of the\n  Council of People's Commissars\n1918: Armistice\n"


def test_what_lasted_and_what_happened_stand_apart() -> None:
    when = parse_date("1914/1918")
    bar = Bar("War", "", when.first, when.last, "war", when)
    happened = Happening(parse_date("1917"), "Revolution", "revolution", 3, FACT)

    told = plain_text(Document((axis(PeriodView(1914, 1918, (bar,), (happened,))),)))

    assert told == "1914–1918: War\n\n1917: ★ Revolution\n"


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=9), min_size=2, max_size=30), st.integers(24, 90))
def test_no_line_of_a_row_begins_with_what_is_between_items(items: list[str], width: int) -> None:
    row = Fields((Field("Allies", (line(" · ".join(items)),)),))
    shown = drawn(Document((row,)), width)

    assert not [each for each in shown.splitlines() if each.strip().startswith("·")]
    assert " ".join(shown.replace("Allies:", "Allies").split()) == f"Allies {' · '.join(items)}"
