"""The view of two entries that no sentence connects: what they have in common."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from trotskyism_cli.library.ties.common_entries import WEEKS, YEARS, Meeting, days_between
from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.ties.tie import Tie, TieGroup
from trotskyism_cli.views.ties.tie_text import moment_of_tie, tie_of
from trotskyism_cli.views.wording.years_in_brackets import span_of

MEETINGS, DISTANT, TIMES = 4, 2, 3  # most meetings of the same years, of other years, and most pairs of times


class Untied(NamedTuple):
    """Two entries that no sentence connects: their dates, and groups of sentences about each.

    `groups`: other entries with which both are connected. `times`: facts of about the same time, within weeks if
    `is_near`, else only the nearest.
    """

    names: tuple[str, str]
    spans: tuple[str, str]
    groups: tuple[TieGroup, ...]
    times: tuple[TieGroup, ...]
    is_near: bool
    is_close: bool  # one of the groups is of the same years


def untied(pack: Pack, ends: tuple[str, str], found: Sequence[Meeting], times: Sequence[tuple[Step, Step]]) -> Untied:
    """What two unconnected entries have in common: third entries (`found`), and facts of the same `times`."""
    entries = [pack.entries[each] for each in ends]
    best = _worth_telling(found)
    groups = [
        TieGroup(capital(pack.entries[each.entry].name), _in_time(pack, (each.one, each.other)), each.entry)
        for each in best
    ]
    told = {step.fact.id for each in best for step in (each.one, each.other) if step.fact}
    new = [pair for pair in times if not all(step.fact and step.fact.id in told for step in pair)]
    near = [pair for pair in new if days_between(*pair) <= WEEKS]
    is_close = any(each.days_between <= YEARS for each in best)
    kept = near or ([] if is_close else new)
    return Untied(
        (entries[0].name, entries[1].name),
        (span_of(pack, entries[0]), span_of(pack, entries[1])),
        tuple(groups),
        tuple(TieGroup(_year_of(pair), _in_time(pack, pair)) for pair in kept[:TIMES]),
        bool(near),
        is_close,
    )


def _worth_telling(found: Sequence[Meeting]) -> list[Meeting]:
    """The first few meetings, of the same years if there are any, each with a fact that no earlier one has."""
    close = [each for each in found if each.days_between <= YEARS]
    told: set[Step] = set()
    kept: list[Meeting] = []
    for each in close or found:
        steps = {each.one._replace(end=""), each.other._replace(end="")}
        if not steps & told:
            kept.append(each)
            told |= steps
    return kept[: MEETINGS if close else DISTANT]


def _in_time(pack: Pack, steps: Iterable[Step]) -> tuple[Tie, ...]:
    return tuple(
        dict.fromkeys(tie_of(pack, step) for step in sorted(steps, key=lambda step: moment_of_tie(pack, step)))
    )


def _year_of(pair: tuple[Step, Step]) -> str:
    years = sorted({step.when.begin.year for step in pair if step.when})
    return "–".join(map(str, years))
