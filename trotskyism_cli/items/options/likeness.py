"""How alike two options are: what makes a wrong one plausible, and what forbids to put two side by side."""

import math
from functools import lru_cache

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.index import Index, level
from trotskyism_cli.items.grounds.words import tokens
from trotskyism_cli.items.options.plausibility import nearness
from trotskyism_cli.pack.model import Kind

DATES = 12.0  # years this far apart are much less alike
TIMES = 5  # a number that is so many times another is no plausible alternative
TOO_NEAR = 3  # labels that differ in fewer letters look like misprints of each other
# Types of works, organisations and concepts that are no alternatives to a book, a party or an idea.
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
    """From 0 to 1: by how near two entries are in the pack; for years and numbers, by distance alone."""
    if one.value or other.value:
        return math.exp(-abs((one.era or 0.0) - (other.era or 0.0)) / DATES)
    return nearness(index, one.entry, other.entry)


def excludes(index: Index, one: Answer, other: Answer) -> bool:
    """Whether two answers must not stand side by side: the same, one part of the other, or hard to tell apart."""
    if one.id == other.id or one.form != other.form:
        return True
    if one.value or other.value:
        return max(one.value, other.value) > TIMES * min(one.value, other.value)
    if index.related(one.entry, other.entry) or _sort(index, one) != _sort(index, other):
        return True
    return _contains(one.label, other.label) or nearly_same(one.label.casefold(), other.label.casefold())


def _sort(index: Index, answer: Answer) -> str:
    """What sort of thing an option is, where its type says so: two sorts are no alternatives."""
    entry = index.pack.entries[answer.entry]
    if entry.kind is Kind.PLACE:
        return level(entry)
    return next((sort for sort, types in SORTS.items() if entry.type in types), "")


def _contains(one: str, other: str) -> bool:
    first, second = _spaced(one), _spaced(other)
    return first in second or second in first


@lru_cache(maxsize=65536)
def _spaced(label: str) -> str:
    """The words of a label with a blank on either side of each."""
    return f" {' '.join(tokens(label))} "


@lru_cache(maxsize=65536)
def nearly_same(one: str, other: str) -> bool:
    """Whether two texts differ in fewer than three letters (inserted, left out, exchanged or swapped with the next)."""
    if abs(len(one) - len(other)) >= TOO_NEAR or len(set(one) ^ set(other)) > 2 * (TOO_NEAR - 1):
        return False  # one change of a letter takes away one sort of letter at most, and brings in one
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
