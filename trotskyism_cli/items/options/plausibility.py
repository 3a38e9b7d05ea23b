"""Nearness of two entries in a pack: how easily somebody who knows both names would confuse them."""

from math import fsum

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.pack.model import Kind

APART, IDEAS_APART = 30, 60  # largest gap in years between two alternatives; ideas live longer
IDEAS = (Kind.CONCEPT, Kind.WORK)
TIMELESS = (Kind.CONCEPT, Kind.PLACE)  # may be plausible without a date
COMPANY = 2  # common neighbours from which on two entries belong together
WEIGHTS = {"time": 0.3, "type": 0.25, "company": 0.2, "chapters": 0.15, "weight": 0.1}
UNKNOWN = 0.3  # nearness in time of an entry without a date
YEARS = 25.0  # gap that halves the nearness in time


def plausible(index: Index, one: str, other: str) -> bool:
    """Return whether one entry can be offered in place of another: of the same time, and of similar importance."""
    first, second = index.pack.entries[one], index.pack.entries[other]
    gap = years_between(index, one, other)
    together = belong_together(index, one, other)
    if first.kind is second.kind and first.kind in TIMELESS and gap is None:
        near = True
    elif gap is None:
        near = together or not index.chapters.get(one, frozenset()).isdisjoint(index.chapters.get(other, ()))
    else:
        near = gap <= (IDEAS_APART if first.kind in IDEAS and second.kind in IDEAS else APART)
    return near and (together or abs(first.importance - second.importance) < 2)


def belong_together(index: Index, one: str, other: str) -> bool:
    """Return whether two entries are directly connected, easily confused, or have enough common neighbours."""
    first, second = index.pack.entries[one], index.pack.entries[other]
    mixed_up = other in first.confused_with or one in second.confused_with
    return mixed_up or (one, other) in index.links or len(_company(index, one, other)) >= COMPANY


def nearness(index: Index, one: str, other: str) -> float:
    """Nearness from 0 to 1 by time, type, common neighbours, chapters and importance; cached."""
    pair = (one, other) if one < other else (other, one)
    found = index.nearness.get(pair)
    if found is None:
        found = index.nearness[pair] = _nearness(index, *pair)
    return found


def _nearness(index: Index, one: str, other: str) -> float:
    first, second = index.pack.entries[one], index.pack.entries[other]
    gap = years_between(index, one, other)
    chapters, others = index.chapters.get(one, frozenset()), index.chapters.get(other, frozenset())
    mixed_up = other in first.confused_with or one in second.confused_with
    parts = {
        "time": UNKNOWN if gap is None else 1 / (1 + gap / YEARS),
        "type": float(first.type == second.type),
        "company": 1.0 if mixed_up else min(1.0, len(_company(index, one, other)) / 3),
        "chapters": len(chapters & others) / max(1, min(len(chapters), len(others))),
        "weight": 1 - abs(first.importance - second.importance) / 2,
    }
    return fsum(WEIGHTS[part] * value for part, value in parts.items())


def years_between(index: Index, one: str, other: str) -> float | None:
    """Years between the spans of two entries, 0 if they overlap; None if either is unknown."""
    first, second = index.spans.get(one), index.spans.get(other)
    if first is None or second is None:
        return None
    return max(0.0, first[0] - second[1], second[0] - first[1])


def _company(index: Index, one: str, other: str) -> frozenset[str]:
    return index.neighbours.get(one, frozenset()) & index.neighbours.get(other, frozenset())
