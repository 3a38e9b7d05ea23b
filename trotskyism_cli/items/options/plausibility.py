"""How far two entries are from one another in a pack: who may be taken for whom by somebody who has heard of both."""

from math import fsum

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.pack.model import Kind

APART, IDEAS_APART = 30, 60  # years between two entries beyond which they are no alternatives; ideas live longer
IDEAS = (Kind.CONCEPT, Kind.WORK)
TIMELESS = (Kind.CONCEPT, Kind.PLACE)  # kinds that need no date to be of any time
COMPANY = 2  # entries to which both are tied: then they belong together
WEIGHTS = {"time": 0.3, "type": 0.25, "company": 0.2, "chapters": 0.15, "weight": 0.1}
UNKNOWN = 0.3  # how near in time is what has no date
YEARS = 25.0  # between two entries, which are much less alike then


def plausible(index: Index, one: str, other: str) -> bool:
    """Whether an entry can be offered in the place of another: of its time, and not too obscure beside it."""
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
    """Whether two entries are tied to one another, mixed up, or in the same company."""
    first, second = index.pack.entries[one], index.pack.entries[other]
    mixed_up = other in first.confused_with or one in second.confused_with
    return mixed_up or (one, other) in index.links or len(_company(index, one, other)) >= COMPANY


def nearness(index: Index, one: str, other: str) -> float:
    """From 0 to 1: by time, type, common ties, chapters and importance; worked out once for each pair."""
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
    """The years between the times of two entries, 0 if they overlap; None if the time of one is not known."""
    first, second = index.spans.get(one), index.spans.get(other)
    if first is None or second is None:
        return None
    return max(0.0, first[0] - second[1], second[0] - first[1])


def _company(index: Index, one: str, other: str) -> frozenset[str]:
    return index.neighbours.get(one, frozenset()) & index.neighbours.get(other, frozenset())
