"""The edited view of what an entry is tied to, by kind of thing, and of how it is tied to each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType

from trotskyism_cli.library.lifespan import day_begun
from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import MEMBER, Step
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.how_tied import EACH_OF_THE_OTHER, How, from_to, how_told_together, in_words
from trotskyism_cli.views.margins import years_of
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.taking_part import only_compares, only_owns
from trotskyism_cli.views.tie_told import moment_of_tie

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
IN_TIME = (KINDS[Kind.WORK], KINDS[Kind.PLACE])
FEW = 5  # entries that one is tied to by more than words, below which also words count
MOST_HOWS = 3  # ways in which one is tied to another that are told
MEMBER_OF, FOUNDER = "member of", "founder"  # a tie, and a word by which one asks for it


@dataclass(frozen=True, slots=True)
class Tied:
    """What an entry is tied to, and in which ways.

    Of a work the years are when it was written, of anything else those of its ties; 0 where they are not known.
    It `is_own`, if the tie says no more than the kind under which it stands. `short` is how one speaks of it.
    """

    entry: str
    name: str
    hows: tuple[How, ...]
    rank: int
    first_year: int = 0
    last_year: int = 0
    is_own: bool = False
    short: str = ""

    @property
    def how(self) -> str:
        """The ways in words: `allied 1926; broke 1928`."""
        return "; ".join(each.words for each in self.hows)


@dataclass(frozen=True, slots=True)
class TiedKind:
    """What an entry is tied to of one kind, what it is told of with most, or what matters most, first."""

    label: str
    tied: tuple[Tied, ...]

    @property
    def is_in_time(self) -> bool:
        """Whether it is read in order of time."""
        return self.label in IN_TIME


def ties_of(
    pack: Pack,
    entry_id: str,
    steps: Iterable[Step],
    together: Mapping[str, int] = MappingProxyType({}),
    told_with: Mapping[str, Sequence[Step]] = MappingProxyType({}),
    named: Iterable[str] = (),
) -> tuple[TiedKind, ...]:
    """Everything that an entry is tied to; by words alone only if it is tied to little else.

    `together` says how much is told of it and of each of the others; `told_with` are those to whom such sentences tie
    it, and at most a body of which one of the two was a member. Who is tied by that alone stands below the others.
    `named` are what it is told of with and no fact ties it to, so that a name says all.
    """
    steps = list(steps)
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.sort_key):
        found.setdefault(step.end, []).append(step)
    deeds = by_deeds(steps, entry_id)
    found = {each: held for each, held in found.items() if each in deeds} if len(deeds) >= FEW else found
    tied = [
        _tied(pack, entry_id, own_id, _told(pack, entry_id, held), held)
        for own_id, held in found.items()
        if own_id not in told_with
    ]
    told_with = {each: known for each, held in told_with.items() if (known := _without_asides(pack, held))}
    named = tuple(named)
    for each, held in told_with.items():
        hows = how_told_together(pack, held, named)
        hows = hows or (_told(pack, entry_id, found[each]) if each in found else ())
        tied.append(_tied(pack, entry_id, each, hows, held))
    tied += [_only_named(pack, each) for each in named if each not in found and each not in told_with]
    tied.sort(
        key=lambda each: (
            _place(pack, each),
            each.entry in found
            and each.entry not in told_with
            and all(_is_of_member(pack, step) for step in found[each.entry]),
            pack.entries[each.entry].kind is Kind.PERSON and not each.hows,
            -together.get(each.entry, 0) if pack.entries[each.entry].kind is Kind.PERSON else 0,
            -each.rank,
            -together.get(each.entry, 0),
            -len(found.get(each.entry, ())),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    return tuple(TiedKind(KINDS[kind], tuple(group)) for kind, group in kinds)


def _without_asides(pack: Pack, steps: Iterable[Step]) -> list[Step]:
    """The ties that tell of both, and do not only compare one with the other or tell of what is his."""
    return [step for step in steps if not (only_compares(pack, step) or only_owns(pack, step))]


def _only_named(pack: Pack, own_id: str) -> Tied:
    """What an entry is told of with, with the years of an event."""
    entry = pack.entries[own_id]
    when = pack.day_known(entry) if entry.kind is Kind.EVENT else None
    years = (when.first.year, when.last.year) if when else (0, 0)
    return Tied(own_id, entry.name, (), entry.importance, *years, is_own=True, short=short_name(entry))


def by_deeds(steps: Iterable[Step], entry_id: str) -> set[str]:
    """To whom or what an entry is tied by more than that one spoke of the other."""
    return {step.end for step in steps if not _is_in_words(step, entry_id)}


def _is_own(pack: Pack, entry_id: str, step: Step) -> bool:
    """Whether a tie says no more than the head of its kind: of a work, that it is one of somebody's works."""
    fact = step.fact
    if fact is None or fact.target != entry_id or step.leading:
        return False
    return pack.relations[fact.relation].inverse_label.casefold() == KINDS[pack.entries[step.end].kind].casefold()


def _tied(pack: Pack, one: str, own_id: str, hows: tuple[How, ...], steps: Sequence[Step]) -> Tied:
    entry = pack.entries[own_id]
    if entry.kind is Kind.WORK:
        made = pack.day_known(entry)
        years = [made.begin.year] if made else []
    else:
        days = [
            day for step in steps for day in (moment_of_tie(pack, step)[0], *((step.when.last,) if step.when else ()))
        ]
        begun = (_founded(pack, step.fact) for step in steps if step.fact and not step.fact.when)
        years = [day.year for day in (*days, *(each.begin for each in begun if each)) if day < date.max]
    owned = {pack.relations[each.fact.relation].label for each in steps if each.fact and _is_own(pack, one, each)}
    is_own = {each.words for each in hows} <= owned  # or nothing is said of how
    years = [year for year in years if year <= last_day(pack.entries[one]).year]
    first, last = min(years, default=0), max(years, default=0)
    return Tied(own_id, entry.name, hows, entry.importance, first, last, is_own, short_name(entry))


def by_more_than_members(pack: Pack, steps: Iterable[Step], entry_id: str) -> set[str]:
    """To whom or what an entry is tied by deeds, and not only by a body that one led and the other joined."""
    return by_deeds((step for step in steps if not _is_of_member(pack, step)), entry_id)


def _is_of_member(pack: Pack, step: Step) -> bool:
    """Whether it tells that one was a member of what another led or made."""
    return bool(step.leading and step.fact and MEMBER in pack.relations[step.fact.relation].words)


def _is_in_words(step: Step, entry_id: str) -> bool:
    """Whether one of the two only spoke of the other."""
    if step.fact is None:
        return True
    return step.end in step.fact.according_to or (entry_id in step.fact.according_to and step.end == step.fact.subject)


def _place(pack: Pack, tied: Tied) -> int:
    return list(KINDS).index(pack.entries[tied.entry].kind)


def _how(pack: Pack, entry_id: str, step: Step) -> How:
    """The kind of tie and its date: `allied with 1926`."""
    if step.fact is None:
        return How(SPOKE if step.quote and step.quote.speaker == entry_id else WAS_SPOKEN_OF)
    fact = step.fact
    relation = pack.relations[fact.relation]
    if entry_id in fact.according_to and step.end == fact.subject:
        return How(SPOKE)
    if step.end in fact.according_to:
        return How(WAS_SPOKEN_OF)
    label = relation.label if fact.subject == entry_id else relation.inverse_label or relation.label
    label = without_preposition(label)
    if step.leading:
        label = _led(pack, entry_id, fact, step.leading)
    is_own = _is_own(pack, entry_id, step)
    label = relation.label if is_own else label  # of a work `author`: it stands below the head “Works”
    day = None if is_own else fact.when or _founded(pack, fact)
    when, years = (date_short(day), years_of(day)) if day else ("", "")
    if fact.when and step.leading and label.startswith(MEMBER_OF) and not relation.label.startswith(MEMBER_OF):
        when = years = f"from {fact.when.begin.year}"
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return How(f"{label}{mark}", when, years)


def _founded(pack: Pack, fact: Fact) -> Date | None:
    """Of a fact that only says who founded a body, when that was, if it is known."""
    is_founder = FOUNDER in pack.relations[fact.relation].words
    return (
        day_begun(pack, fact.subject) if is_founder and pack.entries[fact.subject].kind is Kind.ORGANISATION else None
    )


def without_preposition(label: str) -> str:
    """What a relation is called, where no name follows: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _led(pack: Pack, entry_id: str, fact: Fact, leading: Fact) -> str:
    """What somebody led or made, and how the other stood to it: `led the Left Opposition, opposed`, `member of …`."""
    thing, label = pack.entries[fact.target].phrase_at(fact.when), pack.relations[fact.relation].label
    if fact.subject != entry_id:
        return f"{MEMBER_OF if MEMBER in pack.relations[fact.relation].words else label} {thing}"
    lead = pack.relations[leading.relation]
    made = lead.label if leading.target == fact.target else lead.inverse_label or lead.label
    return f"{made} {thing}, {without_preposition(label).removesuffix(' of')}"


def _told(pack: Pack, one: str, steps: Iterable[Step]) -> tuple[How, ...]:
    """`allied 1926; broke 1928`; of what is tied by words alone, who spoke of whom, and when."""
    held = list(steps)
    held = [step for step in held if step.fact and not step.leading and not _is_in_words(step, one)] or held
    held = [step for step in held if not _is_in_words(step, one)] or held
    told = list(_merged(dict.fromkeys(_how(pack, one, step) for step in held)))
    labels = [each.label for each in told]
    if not {SPOKE, WAS_SPOKEN_OF}.issuperset(labels):
        return tuple(told)
    years = sorted({step.when.first.year for step in held if step.when and step.when.start})
    when = from_to(years[0], years[-1]) if years else ""
    if len(told) > 1:
        return (How(EACH_OF_THE_OTHER, when, when, is_said=True),)
    return (How(in_words(pack.entries[one], is_its_own=labels == [SPOKE]), when, when, is_said=True),)


def _merged(hows: Iterable[How]) -> Iterable[How]:
    """Without what another says too (`member of` beside `member of 1917`), and without words where there are deeds."""
    told = list(hows)
    told = [how for how in told if how.label not in (SPOKE, WAS_SPOKEN_OF)] or told
    told = [how for how in told if not any(other.words.startswith(f"{how.words} ") for other in told)]
    return told[:MOST_HOWS]
