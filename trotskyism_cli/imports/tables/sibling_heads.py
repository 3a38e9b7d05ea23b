"""Columns that are called the same but for a number or a letter: `Cevap 1`, `Cevap 2`, `Cevap 3`.

A word for answers may be that for options too. Beside a column with the key, such columns are options, whatever the
language; without one they are, if the word says only that they are answers, not that they are right.
"""

import re
from collections.abc import Sequence, Set
from functools import cache

from trotskyism_cli.imports.words.head_words import CALLED, named
from trotskyism_cli.imports.words.letters import SERIES

_LAST_WITH_BLANKS = "\u0e00"  # the scripts that follow in Unicode have no blanks between words
_NUMBERED = re.compile(r"(\D*[^\W\d])\s?([1-9])|(.+) (\w)|(\w) (.+)")
_ORDERS = ("123456789", *SERIES)


def siblings_of(bare: Sequence[str]) -> dict[str, dict[int, str]]:
    """The columns with the same heads but for 1, 2 … or a, b …: their places and marks, by what is the same."""
    found: dict[str, dict[int, str]] = {}
    for place, name in enumerate(bare):
        if each := _NUMBERED.fullmatch(name):
            stem, mark = next((each[at], each[other]) for at, other in ((1, 2), (3, 4), (6, 5)) if each[at])
            found.setdefault(stem.strip(), {})[place] = mark
    return {
        stem: marks
        for stem, marks in found.items()
        if len(marks) > 1 and any("".join(marks.values()) == order[: len(marks)] for order in _ORDERS)
    }


def options_called_answers(bare: Sequence[str], answers: Set[str]) -> dict[int, str]:
    """The places of options that are called by a word for answers, with the number or letter of each.

    `answers` are all words for answers. No other column of the table is called an option.
    """
    families = [(stem, marks) for stem, marks in siblings_of(bare).items() if stem in answers and stem not in CALLED]
    families += [(name, _numbered(bare, name)) for name in {*bare} & answers & CALLED if bare.count(name) > 1]
    if len(families) != 1:
        return {}
    word, marks = families[0]
    keys = {name for place, name in enumerate(bare) if name in answers and place not in marks}
    if word in CALLED:
        return marks if len(keys) == 1 else {}
    return marks if keys or word in answers_in_general() else {}


def _numbered(bare: Sequence[str], word: str) -> dict[int, str]:
    """The places of columns that are called by one word without numbers, with a number for each."""
    return {
        place: str(number) for number, place in enumerate((at for at, name in enumerate(bare) if name == word), start=1)
    }


@cache
def answers_in_general() -> frozenset[str]:
    """The words for answers that do not say that they are right: they stand in others that do."""
    words = named("answer")
    return frozenset(
        word
        for word in words
        if not CALLED & {*word.split()}
        and (rests := {rest for other in words if (rest := _rest(other, word))})
        and not rests & CALLED
    )


def _rest(words: str, word: str) -> str:
    """What some words have besides one of them; empty if that is none of them, or all."""
    found = re.search(re.escape(word) if word[0] > _LAST_WITH_BLANKS else rf"(?<!\S){re.escape(word)}(?!\S)", words)
    return (words[: found.start()] + words[found.end() :]).strip() if found else ""
