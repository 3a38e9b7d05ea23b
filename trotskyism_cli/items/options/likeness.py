"""How alike two options are: what makes a distractor plausible, and what must not stand side by side."""

import math
from functools import lru_cache

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.index import Index, place_level
from trotskyism_cli.items.grounds.words import tokens
from trotskyism_cli.items.options.plausibility import nearness
from trotskyism_cli.pack.model import Kind

DATES = 12.0  # years: scale on which the likeness of two years falls off
TIMES = 5  # numbers that differ by this factor are no plausible alternatives
TOO_NEAR = 3  # labels that differ in fewer letters look like misspellings of each other
# Types of works, organisations and concepts that cannot stand beside a book, a party or an idea.
SORTS = {
    "picture": ("painting", "drawing", "sculpture", "photograph", "film"),
    "enterprise": ("factory", "newspaper", "publisher", "bank", "company"),
    "state": ("army", "police", "state", "state body", "soviet", "soviet body", "ministry"),
    "dispute": ("issue",),
    "order": ("class", "social order", "state form", "institution"),
    "measure": ("policy", "tactic", "slogan", "programme", "principle"),
    "address": ("speech", "manifesto", "address", "rules", "report", "record"),
}


def likeness(index: Index, one: Answer, other: Answer) -> float:
    """Likeness from 0 to 1: of two entries by nearness in the pack, of years and numbers by distance."""
    if one.value or other.value:
        return math.exp(-abs((one.era or 0.0) - (other.era or 0.0)) / DATES)
    return nearness(index, one.entry, other.entry)


def excludes(index: Index, one: Answer, other: Answer) -> bool:
    """Return whether two answers must not stand side by side.

    They must not if they are the same, if one is part of the other, or if they are hard to tell apart.
    """
    if one.id == other.id or one.form != other.form:
        return True
    if one.value or other.value:
        return max(one.value, other.value) > TIMES * min(one.value, other.value)
    if index.overlap(one.entry, other.entry) or _sort(index, one) != _sort(index, other):
        return True
    return _contains(one.label, other.label) or nearly_same(one.label.casefold(), other.label.casefold())


def _sort(index: Index, answer: Answer) -> str:
    """Sort of thing an option is, as far as its type tells; options of two sorts are no alternatives."""
    entry = index.pack.entries[answer.entry]
    if entry.kind is Kind.PLACE:
        return place_level(entry)
    return next((sort for sort, types in SORTS.items() if entry.type in types), "")


def _contains(one: str, other: str) -> bool:
    first, second = _spaced(one), _spaced(other)
    return first in second or second in first


@lru_cache(maxsize=65536)
def _spaced(label: str) -> str:
    """The words of a label with a space around each."""
    return f" {' '.join(tokens(label))} "


@lru_cache(maxsize=65536)
def nearly_same(one: str, other: str) -> bool:
    """Return whether two texts differ by fewer than three edits (insert, delete, replace, swap neighbours)."""
    if abs(len(one) - len(other)) >= TOO_NEAR or len(set(one) ^ set(other)) > 2 * (TOO_NEAR - 1):
        return False  # one edit changes the set of letters by two at most
    previous: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, previous, row = previous, row, [i]
        for j, twin in enumerate(other, start=1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != twin))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == twin:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= TOO_NEAR and min(previous) >= TOO_NEAR:
            return False
    return row[-1] < TOO_NEAR
