"""The edited view of what an entry is tied to, by kind of thing, and of how it is tied to each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType

from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import MEMBER, Step
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.taking_part import only_compares, only_owns
from trotskyism_cli.views.telling import AFTER
from trotskyism_cli.views.tie import Tie
from trotskyism_cli.views.tie_told import moment_of_tie
from trotskyism_cli.views.ties_between import ties_between

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
TO = "–"
MOST_HOWS = 3  # ways in which one is tied to another that are told
MEMBER_OF = "member of"
MOST_NAMED = 2  # events and works that tell what ties two
LINE = 74  # columns of a name and of how it is tied
_ONLY_ADDS = re.compile(r", (?:who|whom|which|where)\b.*|\.$")  # what a sentence can do without


@dataclass(frozen=True, slots=True)
class Tied:
    """What an entry is tied to, and how: `allied with 1926; broke with 1928`.

    Of a work the years are when it was written, of anything else those of its ties; 0 where they are not known.
    It `is_own`, if the tie says no more than the kind under which it stands.
    """

    entry: str
    name: str
    how: str
    rank: int
    first_year: int = 0
    last_year: int = 0
    is_own: bool = False


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
) -> tuple[TiedKind, ...]:
    """Everything that an entry is tied to; by words alone only if it is tied to little else.

    `together` says how much is told of it and of each of the others; `told_with` are those to whom such sentences tie
    it, and at most a body of which one of the two was a member. Who is tied by that alone stands below the others.
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
    tied += [_tied(pack, entry_id, own_id, _told_together(pack, held), held) for own_id, held in told_with.items()]
    tied.sort(
        key=lambda each: (
            _place(pack, each),
            each.entry not in told_with and all(_is_of_member(pack, step) for step in found[each.entry]),
            -together.get(each.entry, 0) if pack.entries[each.entry].kind is Kind.PERSON else 0,
            -each.rank,
            -together.get(each.entry, 0),
            -len(found.get(each.entry, ())),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    return tuple(TiedKind(KINDS[kind], tuple(group)) for kind, group in kinds)


def by_deeds(steps: Iterable[Step], entry_id: str) -> set[str]:
    """To whom or what an entry is tied by more than that one spoke of the other."""
    return {step.end for step in steps if not _is_in_words(step, entry_id)}


def _is_own(pack: Pack, entry_id: str, step: Step) -> bool:
    """Whether a tie says no more than the head of its kind: of a work, that it is one of somebody's works."""
    fact = step.fact
    if fact is None or fact.target != entry_id or step.leading:
        return False
    return pack.relations[fact.relation].inverse_label.casefold() == KINDS[pack.entries[step.end].kind].casefold()


def _tied(pack: Pack, one: str, own_id: str, how: str, steps: Sequence[Step]) -> Tied:
    entry = pack.entries[own_id]
    if entry.kind is Kind.WORK:
        made = pack.day_known(entry)
        years = [made.begin.year] if made else []
    else:
        days = [
            day for step in steps for day in (moment_of_tie(pack, step)[0], *((step.when.last,) if step.when else ()))
        ]
        years = [day.year for day in days if day < date.max]
    owned = {pack.relations[each.fact.relation].label for each in steps if each.fact and _is_own(pack, one, each)}
    is_own = {*how.split("; ")} <= owned
    years = [year for year in years if year <= last_day(pack.entries[one]).year]
    return Tied(own_id, entry.name, how, entry.importance, min(years, default=0), max(years, default=0), is_own)


def _told_together(pack: Pack, steps: Sequence[Step]) -> str:
    """The events and works that tie two most: `split of the RSDLP 1903`; else a sentence, or who spoke of whom."""
    one, other = steps[0].start, steps[0].end
    room = LINE - len(pack.entries[other].name)
    known = [step for step in steps if not (only_compares(pack, step) or only_owns(pack, step))]
    ties = [tie for group in ties_between(pack, one, other, known) for tie in group.ties if tie.rank > 0]
    named: dict[str, int] = {}
    for tie in sorted(ties, key=lambda tie: -tie.rank):
        if not tie.entry:
            told = _ONLY_ADDS.sub("", tie.text).removeprefix(f"{pack.entries[other].name} was ")
            if not named and len(told) <= room:
                return told
            continue
        name, year = _named(pack, tie)
        is_in_time = all(year <= last_day(pack.entries[end]).year for end in (one, other))
        is_in_time &= not tie.text.startswith(AFTER)  # else the event only dates what ties the two
        if not is_in_time or name in named:
            continue
        if len("; ".join((*named, name))) <= room:
            named[name] = year
        elif named:  # what matters much less says less than nothing
            break
        if len(named) == MOST_NAMED:
            break
    return "; ".join(sorted(named, key=named.__getitem__)) or _spoken_of(pack, steps)


def _spoken_of(pack: Pack, steps: Sequence[Step]) -> str:
    """Who of two spoke of the other, if that is all; else only that they are named together, and of what years."""
    one, other = steps[0].start, steps[0].end
    by_one, by_other = ([step for step in steps if _speaks(step, end)] for end in (one, other))
    if by_one and by_other:
        how = "each wrote or spoke of the other"
    elif by_other:
        how = f"spoke of {short_name(pack.entries[one])}"
    else:
        how = f"spoken of by {short_name(pack.entries[one])}" if by_one else "named together"
    return f"{how}{_years_of(pack, [*by_one, *by_other] or steps)}"


def _speaks(step: Step, end: str) -> bool:
    """Whether it is what somebody said or held."""
    return bool(step.fact and end in step.fact.according_to) or bool(step.quote and step.quote.speaker == end)


def _named(pack: Pack, tie: Tie) -> tuple[str, int]:
    """An event or a work with its year, which its name may say, and that year: `Lenin's Testament 1922`."""
    entry = pack.entries[tie.entry]
    when = pack.day_known(entry)
    year = when.begin.year if when else tie.first.year
    is_said = NAMED_YEAR.search(entry.name) or year == date.max.year
    return entry.name if is_said else f"{entry.name} {year}", year


def _years_of(pack: Pack, steps: Sequence[Step]) -> str:
    """Of what years it is, so far as both lived: `, 1912–1923`."""
    end = min(last_day(pack.entries[each]) for each in (steps[0].start, steps[0].end))
    days = sorted(day for step in steps if (day := moment_of_tie(pack, step)[0]) <= end and day < date.max)
    return f", {TO.join(dict.fromkeys((str(days[0].year), str(days[-1].year))))}" if days else ""


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
    is_own = _is_own(pack, entry_id, step)
    label = relation.label if is_own else label  # of a work `author`: it stands below the head “Works”
    when = f" {date_short(fact.when)}" if fact.when and not is_own else ""
    if fact.when and step.leading and label.startswith(MEMBER_OF) and not relation.label.startswith(MEMBER_OF):
        when = f" from {fact.when.begin.year}"
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return f"{label}{when}{mark}"


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
