"""Decide whether two entries have names that one could confuse: similar surnames, words or letters."""

from itertools import pairwise

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.wording.surnames import surname

LIKE_WORDS = 0.4  # least share of common words
LIKE_LETTERS = 0.55  # least share of common pairs of letters, for single words
_IN_BRACKETS = lazy_regex(r" \([^)]*\)$")  # `Workers Party (United States)`


def are_alike(one: Entry, other: Entry) -> bool:
    """Return whether two entries have similar names (Left Opposition, United Opposition) or one in common.

    People are compared by surname.
    """
    if one.kind is Kind.PERSON or other.kind is Kind.PERSON:
        return one.kind is other.kind and _alike(surname(one), surname(other))
    return _alike(one.name, other.name) or not _called(one).isdisjoint(_called(other))


def _called(entry: Entry) -> set[str]:
    return {plain(_IN_BRACKETS.sub("", name)) for name in entry.names}


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    if len(first) == len(second) == 1:
        first, second = _pairs(*first), _pairs(*second)
        return 2 * len(first & second) >= LIKE_LETTERS * (len(first) + len(second))
    return len(first & second) >= LIKE_WORDS * max(len(first), len(second), 1)


def _words(name: str) -> set[str]:
    return {root(word) for word in plain(name).split() if word not in STOP_WORDS}


def _pairs(word: str) -> set[str]:
    return {first + second for first, second in pairwise(f" {word}")}
