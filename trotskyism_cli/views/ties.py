"""The edited view of what an entry is tied to, by kind of thing, and of how it is tied to each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, repeat
from types import MappingProxyType

from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.surnames import short_name

SPOKE, WAS_SPOKEN_OF = "spoke", "was spoken of"
_OPEN_END = re.compile(r" (?:with|in|from|to)$")  # of a label, which stands behind a name and not before it
KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.EVENT: "Events",
    Kind.CONCEPT: "Ideas",
    Kind.WORK: "Works",
    Kind.PLACE: "Places",
}
FEW = 5  # entries that one is tied to by more than words, below which also words count
MOST_HOWS = 3  # ways in which one is tied to another that are told


@dataclass(frozen=True, slots=True)
class Tied:
    """What an entry is tied to, and how: `allied with 1926; broke with 1928`."""

    entry: str
    name: str
    how: str
    rank: int


@dataclass(frozen=True, slots=True)
class TiedKind:
    """What an entry is tied to of one kind, the most important first."""

    label: str
    tied: tuple[Tied, ...]


def ties_of(
    pack: Pack, entry_id: str, steps: Iterable[Step], together: Mapping[str, int] = MappingProxyType({})
) -> tuple[TiedKind, ...]:
    """Everything that an entry is tied to; by words alone only if it is tied to little else.

    `together` says how much is told of it and of each of the others.
    """
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.sort_key):
        found.setdefault(step.end, []).append(step)
    deeds = {own_id: held for own_id, held in found.items() if not all(map(_is_in_words, held, repeat(entry_id)))}
    found = deeds if len(deeds) >= FEW else found
    tied = [
        Tied(own_id, pack.entries[own_id].name, _told(pack, entry_id, held), pack.entries[own_id].importance)
        for own_id, held in found.items()
    ]
    tied.sort(
        key=lambda each: (
            _place(pack, each),
            -each.rank,
            -together.get(each.entry, 0),
            -len(found[each.entry]),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    return tuple(TiedKind(KINDS[kind], tuple(group)) for kind, group in kinds)


def _is_in_words(step: Step, entry_id: str) -> bool:
    """Whether one of the two only spoke of the other."""
    if step.fact is None:
        return True
    return step.end in step.fact.according_to or (entry_id in step.fact.according_to and step.end == step.fact.subject)


def _place(pack: Pack, tied: Tied) -> int:
    return list(KINDS).index(pack.entries[tied.entry].kind)


def _how(pack: Pack, entry_id: str, step: Step) -> str:
    """The kind of tie and its date: `allied with 1926`."""
    if step.fact is None:
        return SPOKE if step.quote and step.quote.speaker == entry_id else WAS_SPOKEN_OF
    fact = step.fact
    relation = pack.relations[fact.relation]
    if entry_id in fact.according_to and step.end == fact.subject:
        return SPOKE
    if step.end in fact.according_to:
        return WAS_SPOKEN_OF
    label = relation.label if fact.subject == entry_id else relation.inverse_label or relation.label
    label = without_preposition(label)
    if step.leading:
        label = _led(pack, entry_id, fact, step.leading)
    when = f" {date_short(fact.when)}" if fact.when else ""
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return f"{label}{when}{mark}"


def without_preposition(label: str) -> str:
    """What a relation is called, where no name follows: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _led(pack: Pack, entry_id: str, fact: Fact, leading: Fact) -> str:
    """What somebody led or made, and how the other stood to it: `led the Left Opposition, opposed`, `joined …`."""
    thing, label = pack.entries[fact.target].phrase_at(fact.when), pack.relations[fact.relation].label
    if fact.subject != entry_id:
        return f"{label} {thing}"
    lead = pack.relations[leading.relation]
    made = lead.label if leading.target == fact.target else lead.inverse_label or lead.label
    return f"{made} {thing}, {without_preposition(label).removesuffix(' of')}"


def _told(pack: Pack, one: str, steps: Iterable[Step]) -> str:
    """`allied 1926; broke 1928`; of what is tied by words alone, who spoke of whom, and when."""
    held = list(steps)
    held = [step for step in held if step.fact and not step.leading and not _is_in_words(step, one)] or held
    held = [step for step in held if not _is_in_words(step, one)] or held
    told = list(_merged(dict.fromkeys(_how(pack, one, step) for step in held)))
    if not {SPOKE, WAS_SPOKEN_OF}.issuperset(told):
        return "; ".join(told)
    years = sorted({step.when.first.year for step in held if step.when and step.when.start})
    when = f", {'–'.join(map(str, dict.fromkeys((years[0], years[-1]))))}" if years else ""
    if len(told) > 1:
        return f"each wrote or spoke of the other{when}"
    how = "spoken of by" if told == [SPOKE] else "spoke of"
    return f"{how} {short_name(pack.entries[one]) if pack.entries[one].kind is Kind.PERSON else 'it'}{when}"


def _merged(hows: Iterable[str]) -> Iterable[str]:
    """Without what another says too (`member of` beside `member of 1917`), and without words where there are deeds."""
    told = list(hows)
    told = [how for how in told if how not in (SPOKE, WAS_SPOKEN_OF)] or told
    told = [how for how in told if not any(other.startswith(f"{how} ") for other in told)]
    return told[:MOST_HOWS]
