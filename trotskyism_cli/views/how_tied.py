"""How an entry is tied to another of whom sentences tell with it: by which event or work, or in whose words."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.telling import AFTER
from trotskyism_cli.views.tie import Tie
from trotskyism_cli.views.tie_told import moment_of_tie
from trotskyism_cli.views.ties_between import ties_between

EACH_OF_THE_OTHER = "each wrote or spoke of the other"
MOST_NAMED = 2  # events and works that tell what ties two
LINE = 74  # columns of a name and of how it is tied
WEEK = 7  # days
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


def how_told_together(pack: Pack, steps: Sequence[Step], events: Iterable[str]) -> tuple[How, ...]:
    """The events and works that tie two most: `split of the RSDLP 1903`; else a sentence, or who spoke of whom.

    Else which of the `events` that the one is told of was on the day that the sentences tell of.
    """
    one, other = steps[0].start, steps[0].end
    room = LINE - len(pack.entries[other].name)
    if called := next(filter(None, (_called_after(pack, step) for step in steps)), None):
        return (called,)
    ties = [tie for group in ties_between(pack, one, other, steps) for tie in group.ties if tie.rank > 0]
    named: dict[How, int] = {}
    for tie in sorted(ties, key=lambda tie: -tie.rank):
        if not tie.entry:
            told = _ONLY_ADDS.sub("", tie.text)
            if not all(short_name(pack.entries[end]) in told for end in (one, other)):
                continue  # it was cut off before it told anything of both
            told = told.removeprefix(f"{pack.entries[other].name} was ").removeprefix("the ")
            if not named and len(told) <= room:
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
    return tuple(sorted(named, key=named.__getitem__)) or _spoken_of(pack, steps) or _of_that_day(pack, steps, events)


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


def _of_that_day(pack: Pack, steps: Iterable[Step], events: Iterable[str]) -> tuple[How, ...]:
    """The event of the day that a tie of two is dated to; nothing if there is none."""
    days = [step.when.first for step in steps if step.when and step.when.first == step.when.last]
    dated = ((pack.entries[each], pack.day_known(pack.entries[each])) for each in events)
    named = ((entry.name, when) for entry, when in dated if entry.kind is Kind.EVENT and when and when.end)
    of_day = [(name, str(when.first.year)) for name, when in named if _holds(when, days)]
    return tuple(How(name, year, year) for name, year in of_day[:1])


def _holds(when: Date, days: Iterable[date]) -> bool:
    """Whether an event of some days at most had begun on one of the days, and not ended."""
    return (when.last - when.first).days < WEEK and any(when.first <= day <= when.last for day in days)


def _spoken_of(pack: Pack, steps: Sequence[Step]) -> tuple[How, ...]:
    """Who of two spoke of the other, and when; nothing if neither is said to have done so."""
    one, other = steps[0].start, steps[0].end
    by_one, by_other = ([step for step in steps if _speaks(step, end)] for end in (one, other))
    if not (by_one or by_other):
        return ()
    how = EACH_OF_THE_OTHER if by_one and by_other else in_words(pack.entries[one], is_its_own=bool(by_one))
    years = _years_of(pack, [*by_one, *by_other])
    return (How(how, years, years, is_said=True),)


def in_words(entry: Entry, *, is_its_own: bool) -> str:
    """That an entry spoke of another, or that spoke of it."""
    is_person = entry.kind is Kind.PERSON
    if is_its_own:
        return f"in {short_name(entry)}'s words" if is_person else "in its words"
    return f"spoke of {short_name(entry) if is_person else 'it'}"


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
    return from_to(days[0].year, days[-1].year) if days else ""


def from_to(first: int, last: int) -> str:
    """Some years: `1912–1923`, or the one that it is."""
    return f"{first}–{last}" if first != last else str(first)
