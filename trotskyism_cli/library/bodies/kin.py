"""The kin of a body: what it came from, and what came of it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import comes_from, is_part, leads_on
from trotskyism_cli.library.bodies.lifespan import carried_on, day_begun, first_day
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack


class Kin(NamedTuple):
    """A body that another one came from, or that came of it: when, and by which fact."""

    entry: str
    when: Date | None
    fact: Fact


def before_and_after(pack: Pack, body: str) -> tuple[tuple[Kin, ...], tuple[Kin, ...]]:
    """What a body came from, the oldest first, and what came of it; without what it only took in or lived on in."""
    before = sorted(_line(pack, body, _origins), key=lambda kin: kin.when.first if kin.when else date.min)
    return tuple(before), _line(pack, body, _heirs)


def _line(pack: Pack, body: str, further: Callable[[Pack, str], list[Kin]]) -> tuple[Kin, ...]:
    found: dict[str, Kin] = {}
    waiting = [body]
    while waiting:
        new = [kin for kin in further(pack, waiting.pop(0)) if kin.entry not in (body, *found)]
        found |= {kin.entry: kin for kin in new}
        waiting += [kin.entry for kin in new]
    return tuple(found.values())


def _origins(pack: Pack, body: str) -> list[Kin]:
    began = first_day(pack, body)
    facts = [fact for fact in pack.facts_with_object(body) if leads_on(pack, fact)]
    came = [(fact.subject, fact) for fact in facts]
    if not came:  # what it turned out of is nearer to it than what it left
        came = [(fact.target, fact) for fact in pack.entries[body].facts if is_split(pack, fact)]
    found = [Kin(each, day_begun(pack, each), fact) for each, fact in came if each]
    older = [kin for kin in found if kin.when is None or kin.when.first <= began or began == date.min]
    # What joined a body that was there already is no origin of it.
    if began == date.min:
        return older
    return [kin for kin in older if kin.fact.date is None or kin.fact.date.first.year <= began.year]


def _heirs(pack: Pack, body: str) -> list[Kin]:
    lived_on = carried_on(pack, body)
    facts = (fact for fact in pack.entries[body].facts if leads_on(pack, fact) and fact.target not in lived_on)
    found = [Kin(fact.target, fact.date or day_begun(pack, fact.target), fact) for fact in facts]
    return sorted(found, key=lambda kin: kin.when.first if kin.when else date.max)


def is_split(pack: Pack, fact: Fact) -> bool:
    """Whether the subject of a fact left its object, to go its own way."""
    return comes_from(pack, fact) and not is_part(pack.relations[fact.relation])
