"""Predecessors and successors of an organisation."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import is_origin_or_part, is_part, is_succession
from trotskyism_cli.library.bodies.lifespan import first_day, founding_date, joint_foundations
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack


class Kin(NamedTuple):
    """A predecessor or successor: when it began, and by which fact it is related."""

    entry: str
    when: Date | None
    fact: Fact


def before_and_after(pack: Pack, body: str) -> tuple[tuple[Kin, ...], tuple[Kin, ...]]:
    """Predecessors of an organisation, the oldest first, and its successors.

    Leaves out what it only absorbed, and joint foundations beside which it lived on.
    """
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
    facts = [fact for fact in pack.facts_with_object(body) if is_succession(pack, fact)]
    came = [(fact.subject, fact) for fact in facts]
    if not came:  # an organisation that turned into it is nearer than one it left
        came = [(fact.target, fact) for fact in pack.entries[body].facts if is_split(pack, fact)]
    found = [Kin(each, founding_date(pack, each), fact) for each, fact in came if each]
    older = [kin for kin in found if kin.when is None or kin.when.first <= began or began == date.min]
    # What joined an existing organisation is no origin of it.
    if began == date.min:
        return older
    return [kin for kin in older if kin.fact.date is None or kin.fact.date.first.year <= began.year]


def _heirs(pack: Pack, body: str) -> list[Kin]:
    lived_on = joint_foundations(pack, body)
    facts = (fact for fact in pack.entries[body].facts if is_succession(pack, fact) and fact.target not in lived_on)
    found = [Kin(fact.target, fact.date or founding_date(pack, fact.target), fact) for fact in facts]
    return sorted(found, key=lambda kin: kin.when.first if kin.when else date.max)


def is_split(pack: Pack, fact: Fact) -> bool:
    """Return whether the subject of a fact split off from its object."""
    return is_origin_or_part(pack, fact) and not is_part(pack.relations[fact.relation])
