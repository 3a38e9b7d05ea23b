"""Where words stand whole in a text."""

import re

import pytest

from trotskyism_cli.library.names.name_index import NameIndex
from trotskyism_cli.library.words.whole_words import places_whole, stands_whole


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Stalin", "Stalin, Stalinism, neo-Stalin and “Stalin”"),
        ("Rosa", "Rosalia and Rosa, Rosa_ and Rosa2"),
        ("aa", "aaa aa aaaa aa"),
        ("St. Petersburg", "in St. Petersburg’s Petersburg, St. Petersburgian"),
        ("“1905”", "of “1905” and1“1905”of"),
        ("Троцкий", "Троцкий, троцкий, Троцкийский"),
    ],
)
def test_words_stand_whole_where_a_pattern_would_find_them(words: str, text: str) -> None:
    found = [each.span() for each in re.finditer(rf"\b{re.escape(words)}\b", text)]

    assert list(places_whole(words, text)) == found
    assert stands_whole(words, text) == bool(found)


def test_no_words_stand_nowhere() -> None:
    assert not stands_whole("", "a text")


def test_forms_are_found_at_the_word_they_begin_with() -> None:
    held = NameIndex(
        [("left opposition", "body"), ("left", "side"), ("left opposition", "other"), ("opposition", "it")]
    )

    assert sorted(held.at(("the", "left", "opposition"), 1)) == [(2, "side"), (3, "body"), (3, "other")]
    assert not list(held.at(("the", "left", "opposition"), 0))
    assert list(held.at(("the", "left"), 1)) == [(2, "side")]
