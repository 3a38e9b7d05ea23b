"""Two names out of words in a row: a comma parts them before anything else, then a word between them."""

import json

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import every
from trotskyism_cli.cli.meaning.pairs import sure_pair, two_entries
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.library.library import Library

REVOLUTIONS = "revolution-of-1905", "october-revolution"
THEORIES = "uneven-development", "permanent-revolution"
WARS = "first-world-war", "russian-civil-war"


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("1905 revolution, october revolution", REVOLUTIONS),
        ("lenin , trotsky", ("lenin", "trotsky")),
        ("lenin,trotsky", ("lenin", "trotsky")),
        ("uneven and combined development, permanent revolution", THEORIES),
        ("uneven and combined development and permanent revolution", THEORIES),
        ("uneven and combined development permanent revolution", THEORIES),
        ("first world war vs russian civil war", WARS),
        ("first world war russian civil war", WARS),
        ("petrograd soviet, provisional government", ("petrograd-soviet", "provisional-government")),
    ],
)
def test_words_are_parted_into_the_two_names_that_they_hold(
    library: Library, words: str, pair: tuple[str, str]
) -> None:
    told: list[str] = []

    assert two_entries(library, words.split(), "compare", lambda text: told.append(text) if text else None) == pair
    assert not told  # each side is the very name
    assert sure_pair(library, words.split(), None, lambda _: None) == pair


def test_a_side_that_means_nothing_is_named_and_no_other_border_tried(library: Library) -> None:
    with pytest.raises(NotFoundError, match="“nobody of the sort”"):
        two_entries(library, ["trotsky,", "nobody", "of", "the", "sort"], "compare", lambda _: None)


def test_three_names_between_commas_are_refused(library: Library) -> None:
    with pytest.raises(UsageError, match="Two names at a time"):
        two_entries(library, ["lenin,", "stalin,", "trotsky"], "compare", lambda _: None)


def test_a_comma_behind_one_name_makes_no_second(library: Library) -> None:
    with pytest.raises(UsageError, match="is one name"):
        two_entries(library, ["lenin,"], "compare", lambda _: None)


def test_programs_read_of_two_without_a_common_point_that_there_is_none(run: Run) -> None:
    ended = run("compare", "entrism,", "transitional", "programme", "--json")

    assert ended.code == 0
    assert json.loads(ended.out)["points"] == []


def test_a_higher_window_has_more_rows(run: Run) -> None:
    screens = [run("compare", "lenin", "trotsky", FORCE_COLOR="1", LINES=str(lines)).out for lines in (24, 50)]

    assert screens[0].count("\n") < 24 < screens[1].count("\n") < 50


@pytest.mark.parametrize("years", ["1905 1917", "1905 and 1917"])
def test_two_years_are_the_events_that_are_called_by_them(library: Library, years: str) -> None:
    told: list[str] = []

    pair = two_entries(library, years.split(), "compare", told.append)

    assert pair == ("revolution-of-1905", "russian-revolution-of-1917")
    assert told == ["Read “1905” as first Russian Revolution.", "Read “1917” as Russian Revolution."]


@pytest.mark.parametrize("pair", [("lenin", "stalin"), ("mensheviks", "kadets"), ("cannon", "shachtman")])
def test_what_both_answer_is_compared_first_what_one_does_last_and_no_tie(run: Run, pair: tuple[str, str]) -> None:
    _, *rows = (line.split("\t")[:3] for line in run("compare", *pair).out.splitlines())
    lone = [place for place, (asked, *sides) in enumerate(rows) if "–" in sides and asked not in ("Born", "Died")]
    last = [place for place, (asked, *_) in enumerate(rows) if asked in ("Born", "Died")]

    assert every(left != right for _, left, right in rows)
    assert lone == [*range(len(rows) - len(lone) - len(last), len(rows) - len(last))]
