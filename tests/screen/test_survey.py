"""A long comparison: a screen of it, which names at its end what it does not hold."""

import re

import pytest

from tests.every_for_tests import every, none
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.comparison import compare
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.ties.comparison import WIDE, comparison_document
from trotskyism_cli.views.comparisons.comparison import (
    LIFE_ITSELF,
    ONE_SIDED,
    SILENT,
    STATED,
    Answer,
    ComparedRow,
    ComparisonView,
    comparison_view,
    with_more,
)
from trotskyism_cli.views.comparisons.shared_matters import more_told

LONG = 30  # letters of what stands nowhere by chance
PAIRS = [
    ("lenin", "trotsky"),
    ("stalin", "trotsky"),
    ("trotskyism", "stalinism"),
    ("bolsheviks", "mensheviks"),
    ("lenin", "martov"),
]


def _view(library: Library, pair: tuple[str, str]) -> ComparisonView:
    points = compare(library, *pair)
    return with_more(comparison_view(library.pack, *pair, points), *more_told(library, *pair, points))


def _told_and_rest(shown: str) -> tuple[str, str, str]:
    """The rows of a narrow screen, how many others there are, and what these ask, a line each."""
    told, _, rest = shown.rpartition("\n\n")
    further = re.search(r"… (\d+) more", rest)
    titles = len(re.findall(r"^\d+ ", rest, re.MULTILINE))
    return told, str(titles + (int(further[1]) if further else 0)), rest


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_screen_holds_the_first_rows_and_names_what_follows_at_its_end(
    library: Library, pair: tuple[str, str], width: int
) -> None:
    view = _view(library, pair)
    shown = drawn(comparison_document(view), width).replace("\xa0", " ")
    told, more, rest = re.split(r"(\d+) more:\s", shown) if width >= WIDE else _told_and_rest(shown)
    first = [row for row in view.rows if f"\n{row.number} {row.question.split()[0]}" in told]

    assert max(map(len, shown.splitlines())) <= width
    assert len(shown.splitlines()) <= SCREEN
    assert len(first) > 1 or width < WIDE
    assert int(more) == len(view.rows) - len(first)
    assert f"compare {' '.join(pair)} --all" in " ".join(rest.split())
    left = next(row for row in view.rows if row not in first)
    assert f"{left.number} {left.question.split()[0]}" in " ".join(rest.split())


@pytest.mark.parametrize("pair", [("cannon", "shachtman"), ("bukharin", "preobrazhensky"), ("zinoviev", "kamenev")])
def test_what_passed_between_two_is_on_the_first_screen_before_offices_and_days(
    library: Library, pair: tuple[str, str]
) -> None:
    view = _view(library, pair)
    shared = [row for row in view.rows if row.both]
    first = drawn(comparison_document(view), 80).splitlines()
    shown = [int(line.split(" ")[0]) for line in first if line.endswith("───") and line[0].isdigit()]

    assert shared
    assert " ".join(first).count(shared[0].both[0].text.split()[-1])
    assert shared[0].number in shown
    assert every(row.number > shared[-1].number for row in view.rows if row.rank >= STATED)
    assert shown == sorted(shown)
    assert none(row.rank == LIFE_ITSELF for row in view.rows if row.number in shown)


@pytest.mark.parametrize("pair", PAIRS)
def test_no_answer_is_told_twice_or_cut(library: Library, pair: tuple[str, str]) -> None:
    view = _view(library, pair)
    words = " ".join(drawn(comparison_document(view, everything=True), 50).split())

    for row in view.rows:
        for answer in (*row.left, *row.right):
            assert answer.text in words
            assert len(answer.text) < LONG or words.count(answer.text) == 1
        assert len(row.question) < LONG or words.count(row.question) == 1


def test_a_long_answer_is_told_by_a_clause_that_is_whole() -> None:
    why = (
        "it had stood still for two years, in which that of corn rose, and no baker lived on it any more, in the towns "
        "least of all, where flour was dearest."
    )
    long = f"The price of bread had to rise at once: {why}"
    whole = "The price of bread, which had stood still for a year although that of corn had risen, had to rise at once."
    rows = (
        ComparedRow(each, f"What of {each}?", (Answer(long, "1848"),), (Answer(whole, "1849"),)) for each in range(9)
    )
    view = ComparisonView(("adler", "ebert"), "Adler", "Ebert", tuple(rows), 9)
    last = drawn(comparison_document(view), 80).partition(" more:")[0].rpartition("What of")[2]
    told = " ".join(last.split())

    assert "rise at once … 1848" in " ".join(" ".join(line[:39] for line in last.splitlines()).split())
    assert "two years" not in told
    assert every(word in told for word in whole.split())


def test_a_short_comparison_is_told_at_once(printers: Library) -> None:
    shown = drawn(
        comparison_document(comparison_view(printers.pack, "adler", "ebert", compare(printers, "adler", "ebert"))), 80
    )

    assert "--all" not in shown
    assert shown.count("Should a printer") == 1


def test_a_narrow_screen_tells_answers_in_short_under_short_names_and_cuts_what_else_is_asked(
    library: Library,
) -> None:
    lines = drawn(comparison_document(_view(library, ("lenin", "trotsky"))), 40).replace("\xa0", " ").splitlines()
    rest = lines[len(lines) - lines[::-1].index("") :]
    answers = [line for line in lines if line.startswith(("  Lenin: ", "  Trotsky: "))]

    assert len(answers) >= 2
    assert none("Vladimir" in line for line in lines[1:])
    assert re.match(r"\d+ .*(?: …|\?)$", rest[0])
    assert any(re.fullmatch(r"… \d+ more", line) for line in rest)


def test_what_passed_between_two_is_not_cut_where_a_name_would_be_lost() -> None:
    told = "In the summer of that long year, in which much else was done, Adler was let down at last by Emil Ebert."
    rows = [ComparedRow(each, f"In {each}", (), (), both=(Answer(told),)) for each in range(1, 9)]
    view = ComparisonView(("adler", "ebert"), "Adler", "Ebert", tuple(rows), 8, heads=("Adler", "Ebert"))
    shown = " ".join(drawn(comparison_document(view), 40).split())

    assert shown.count(told) > 1


def test_what_only_one_has_is_not_shown_while_rows_of_both_are_hidden() -> None:
    long = Answer("bread and ink " * 60)
    both = [ComparedRow(each, f"Row {each}", (long,), (long,), rank=STATED) for each in (1, 2)]
    lone = ComparedRow(3, "Row 3", (Answer("bread"),), (SILENT,), rank=ONE_SIDED)
    view = ComparisonView(("adler", "ebert"), "Adler", "Ebert", (*both, lone), 3)
    shown = drawn(comparison_document(view), 80)

    assert "2 more: 2 Row 2 · 3 Row 3" in shown.replace("\xa0", " ")


def test_later_words_that_are_too_long_are_only_named_on_a_first_screen() -> None:
    words = Answer(f"“{'ink and bread ' * 20}.”", "1857", is_later=True)
    rows = [ComparedRow(each, f"Row {each}", (Answer("Ink."), words), (Answer("Lead."),)) for each in range(1, 9)]
    view = ComparisonView(("adler", "ebert"), "Adler", "Ebert", tuple(rows), 8)

    assert "later: a quotation" in drawn(comparison_document(view), 80)
    assert "a quotation" not in drawn(comparison_document(view, everything=True), 80)
