"""The words of a date that add nothing to it."""

import pytest

from trotskyism_cli.library.dates.ignored_date_words import ignored_words


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("easter 1917", ("easter",)),
        ("christmas 1991", ("christmas",)),
        ("7 november 1917 banana", ("banana",)),
        ("the glorious october 1917", ("glorious",)),
    ],
)
def test_what_no_date_has_is_not_read(text: str, unread: tuple[str, ...]) -> None:
    assert ignored_words(text) == unread


@pytest.mark.parametrize(
    "text",
    [
        "7 november 1917",
        "the 7th of november, 1917",
        "25 october 1917 old style",
        "7 november 1917 new style",
        "spring of 1921",
        "in the summer of 1917",
        "between 1917 and 1921",
        "Sunday 22 January 1905",
        "в октябре 1917 года",
        "XI 1917",
        "early 1917",
        "the 1920s",
        "14 juillet 1789",
        "banana",
    ],
)
def test_the_words_of_a_date_are_read(text: str) -> None:
    assert ignored_words(text) == ()


@pytest.mark.parametrize("text", ["today", "tomorrow", "yesterday", "Tomorrow"])
def test_a_day_told_from_today_is_read_whole(text: str) -> None:
    assert ignored_words(text) == ()
