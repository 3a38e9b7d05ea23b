"""Columns whose headings differ only by a number or letter: `Cevap 1`, `Cevap 2`, `Cevap 3`.

A word for "answer" may also be used for options. Beside a key column, such columns are options, in any language;
without one they are if the word does not say that the answers are right.
"""

import re
from collections.abc import Sequence, Set
from functools import cache

from trotskyism_cli.imports.words.head_words import CALLED, named
from trotskyism_cli.imports.words.letters import SERIES

_LAST_WITH_BLANKS = "\u0e00"  # later scripts in Unicode have no blanks between words
_NUMBERED = re.compile(r"(\D*[^\W\d])\s?([1-9])|(.+) (\w)|(\w) (.+)")
_ORDERS = ("123456789", *SERIES)


def siblings_of(bare: Sequence[str]) -> dict[str, dict[int, str]]:
    """Groups of headings that differ only by 1, 2 … or a, b …: by common part, index → mark."""
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
    """The indices of options that are called "answer", with their numbers or letters.

    `answers` are all words for answers. No other column may be called an option.
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
    """The indices of columns with the same unnumbered name, numbered in order."""
    return {
        place: str(number) for number, place in enumerate((at for at, name in enumerate(bare) if name == word), start=1)
    }


@cache
def answers_in_general() -> frozenset[str]:
    """Words for "answer" that do not say it is right; they are part of longer ones that do."""
    words = named("answer")
    return frozenset(
        word
        for word in words
        if not CALLED & {*word.split()}
        and (rests := {rest for other in words if (rest := _rest(other, word))})
        and not rests & CALLED
    )


def _rest(words: str, word: str) -> str:
    """What remains of some words without this one; empty if it is not among them, or nothing remains."""
    found = re.search(re.escape(word) if word[0] > _LAST_WITH_BLANKS else rf"(?<!\S){re.escape(word)}(?!\S)", words)
    return (words[: found.start()] + words[found.end() :]).strip() if found else ""
