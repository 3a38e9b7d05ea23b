"""Numbers of things in words."""

import pytest

from trotskyism_cli.message_text import counted, plural


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1234, "1,234 entries")]
)
def test_a_number_takes_the_form_of_the_noun(count: int, words: str) -> None:
    assert counted(count, "entry", "entries") == words


def test_a_plural_is_made_with_s_unless_it_is_given() -> None:
    assert [counted(count, "fact") for count in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("party", "parties"),
        ("congress", "congresses"),
        ("essay", "essays"),
        ("historian", "historians"),
        ("seizure of power", "seizures of power"),
    ],
)
def test_the_plural_of_a_type_is_english(noun: str, several: str) -> None:
    assert plural(noun) == several
