"""Passages that have a text within their words."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.words import substring_search
from trotskyism_cli.library.words.substring_search import passages_having

ALL = "SELECT number FROM passages WHERE kind IN ('fact', 'summary') AND words LIKE ? ORDER BY number"
TEXTS = ["trotsk", "otsky", "left opposition", "eft opposit", "ing of the third int", "1905", "троцк", "a", "zzz", ""]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("most", [substring_search.MOST, 2])  # of few words, and of more than are asked for by key
def test_all_passages_with_a_text_are_found(
    library: Library, monkeypatch: pytest.MonkeyPatch, text: str, most: int
) -> None:
    monkeypatch.setattr(substring_search, "MOST", most)
    found = passages_having(library.store, "number", ("fact", "summary"), [text])

    assert [number for (number,) in found] == library.store.numbers(ALL, f"%{text}%")


def test_of_several_texts_each_counts(library: Library) -> None:
    one, other, both = (
        {number for (number,) in passages_having(library.store, "number", ("summary",), texts)}
        for texts in (["kronstadt"], ["zimmerwald"], ["kronstadt", "zzz", "zimmerwald"])
    )

    assert both == one | other
    assert one
    assert other
    assert both > one
