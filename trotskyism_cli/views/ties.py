"""The edited view of what an entry is tied to, by kind of thing, and of how it is tied to each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.library.lifespan import day_begun
from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import MEMBER, Step
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.margins import years_of
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
MEMBER_OF, FOUNDER = "member of", "founder"  # a tie, and a word by which one asks for it
MOST_NAMED = 2  # events and works that tell what ties two
LINE = 74  # columns of a name and of how it is tied
_CALLED = re.compile(r"[a-z][\w-]*(?: [a-z][\w-]*)?(?P<when>(?: (?:from|until) \d{4}|,? \d{4}–\d{4})?)")  # in few words
_ONLY_ADDS = re.compile(r", (?:who|whom|which|where)\b.*|\.$")  # what a sentence can do without


class How(NamedTuple):
    """One way in which two are tied: `allied`, when, and in which years; what somebody said stands behind a comma."""

    label: str
    when: str = ""
    years: str = ""
    is_said: bool = False

    @property
    def words(self) -> str:
        """The way with its date: `allied Dec 1936 – 1939`."""
        return f"{self.label}{', ' if self.is_said else ' '}{self.when}" if self.when else self.label


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
    is_own = {each.words for each in hows} <= owned
    years = [year for year in years if year <= last_day(pack.entries[one]).year]
    first, last = min(years, default=0), max(years, default=0)
    return Tied(own_id, entry.name, hows, entry.importance, first, last, is_own, short_name(entry))


def _told_together(pack: Pack, steps: Sequence[Step]) -> tuple[How, ...]:
    """The events and works that tie two most: `split of the RSDLP 1903`; else a sentence, or who spoke of whom."""
    one, other = steps[0].start, steps[0].end
    room = LINE - len(pack.entries[other].name)
    known = [step for step in steps if not (only_compares(pack, step) or only_owns(pack, step))]
    if called := next(filter(None, (_called_after(pack, step) for step in known)), None):
        return (called,)
    ties = [tie for group in ties_between(pack, one, other, known) for tie in group.ties if tie.rank > 0]
    named: dict[How, int] = {}
    for tie in sorted(ties, key=lambda tie: -tie.rank):
        if not tie.entry:
            told = _ONLY_ADDS.sub("", tie.text).removeprefix(f"{pack.entries[other].name} was ")
            if not named and len(told) <= room and told != pack.entries[other].name:
                return (How(told),)
            continue
        how, year = _named(pack, tie)
        is_in_time = all(year <= last_day(pack.entries[end]).year for end in (one, other))
        is_in_time &= not tie.text.startswith(AFTER)  # else the event only dates what ties the two
        if not is_in_time or how in named:
            continue
        if len("; ".join(each.words for each in (*named, how))) <= room:
            named[how] = year
        elif named:  # what matters much less says less than nothing
            break
        if len(named) == MOST_NAMED:
            break
    return tuple(sorted(named, key=named.__getitem__)) or (_spoken_of(pack, steps),)


def _called_after(pack: Pack, step: Step) -> How | None:
    """What one of two was to the other, if he is called after him: `Lenin's wife`, from 1898."""
    fact = step.fact
    if fact is None or not isinstance(fact.object, str) or {fact.subject} - {step.start, step.end}:
        return None
    whose = step.end if fact.subject == step.start else step.start
    found = _CALLED.fullmatch(fact.object.removeprefix(f"{short_name(pack.entries[whose])}'s "))
    if found is None or found[0] == fact.object:
        return None
    return How(fact.object.removesuffix(found["when"]), found["when"].strip(), found["when"].strip())


def _spoken_of(pack: Pack, steps: Sequence[Step]) -> How:
    """Who of two spoke of the other, if that is all; else only that they are named together, and of what years."""
    one, other = steps[0].start, steps[0].end
    by_one, by_other = ([step for step in steps if _speaks(step, end)] for end in (one, other))
    if by_one and by_other:
        how = "each wrote or spoke of the other"
    elif by_other:
        how = f"spoke of {short_name(pack.entries[one])}"
    else:
        how = f"spoken of by {short_name(pack.entries[one])}" if by_one else "named together"
    years = _years_of(pack, [*by_one, *by_other] or steps)
    return How(how, years, years, is_said=True)


def _speaks(step: Step, end: str) -> bool:
    """Whether it is what somebody said or held."""
    return bool(step.fact and end in step.fact.according_to) or bool(step.quote and step.quote.speaker == end)


def _named(pack: Pack, tie: Tie) -> tuple[How, int]:
    """An event or a work with its year, which its name may say, and that year: `Lenin's Testament 1922`."""
    entry = pack.entries[tie.entry]
    when = pack.day_known(entry)
    year = when.begin.year if when else tie.first.year
    is_said = NAMED_YEAR.search(entry.name) or year == date.max.year
    return How(entry.name, "" if is_said else str(year), "" if year == date.max.year else str(year)), year


def _years_of(pack: Pack, steps: Sequence[Step]) -> str:
    """Of what years it is, so far as both lived: `1912–1923`."""
    end = min(last_day(pack.entries[each]) for each in (steps[0].start, steps[0].end))
    days = sorted(day for step in steps if (day := moment_of_tie(pack, step)[0]) <= end and day < date.max)
    return TO.join(dict.fromkeys((str(days[0].year), str(days[-1].year)))) if days else ""


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
    when = TO.join(map(str, dict.fromkeys((years[0], years[-1])))) if years else ""
    if len(told) > 1:
        return (How("each wrote or spoke of the other", when, when, is_said=True),)
    how = "spoken of by" if labels == [SPOKE] else "spoke of"
    of = short_name(pack.entries[one]) if pack.entries[one].kind is Kind.PERSON else "it"
    return (How(f"{how} {of}", when, when, is_said=True),)


def _merged(hows: Iterable[How]) -> Iterable[How]:
    """Without what another says too (`member of` beside `member of 1917`), and without words where there are deeds."""
    told = list(hows)
    told = [how for how in told if how.label not in (SPOKE, WAS_SPOKEN_OF)] or told
    told = [how for how in told if not any(other.words.startswith(f"{how.words} ") for other in told)]
    return told[:MOST_HOWS]
