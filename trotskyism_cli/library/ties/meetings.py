"""Where two entries meet that no sentence names together: in a third one that each is tied to, or in time.

A third entry counts if one sentence has it with the one, and another with the other. Of several those say most in
which the two sentences are of the same days, and which matter themselves.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.when import find_date
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import forms_of
from trotskyism_cli.library.ties.ties import Step, names_both, neighbours, passages_naming
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.model import NOTABLE, Entry, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

MOST_PASSAGES = 1500  # in which a third entry is looked for
FEW = 2  # meetings below which further third entries are looked for, in sentences alone
FURTHEST = 1  # pair of what is only nearest in time
NATIONS = ("an", "ese", "ish")  # ends of words that make another party of the Communist one
AGENTS = (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT)
WEEKS, YEAR, YEARS = 60, 400, 2000  # days between two sentences: the same weeks, the same year, the same years
NEVER = date.max.toordinal()
ONLY_SAID = 3.0  # what it counts against a sentence that it tells what somebody said, and not what was done


def apart(one: Step, other: Step) -> int:
    """Days between two ties; a great many if one of them has no date."""
    return _apart(one.when, other.when)


class Meeting(NamedTuple):
    """A third entry, what ties it to the one, and what ties it to the other."""

    entry: str
    one: Step
    other: Step

    @property
    def apart(self) -> int:
        """Days between the two; a great many if one of them has no date."""
        return apart(self.one, self.other)


def meetings(library: Library, one: str, other: str) -> tuple[Meeting, ...]:
    """The third entries in which two meet, those that say most first."""
    ties_of_one, ties_of_other = _ties(library, one), _ties(library, other)
    _add_named(library, one, ties_of_one, ties_of_other)
    _add_named(library, other, ties_of_other, ties_of_one)
    entries = library.pack.entries
    if len(ties_of_one.keys() & ties_of_other.keys()) < FEW:
        notable = [own_id for own_id, each in entries.items() if each.kind in AGENTS and each.importance >= NOTABLE]
        _add_named(library, one, ties_of_one, notable)
        _add_named(library, other, ties_of_other, [each for each in notable if each in ties_of_one])
    dull = {one, other, library.pack.article}
    both = [each for each in ties_of_one if each in ties_of_other and each not in dull]
    found = [_nearest(each, ties_of_one[each], ties_of_other[each]) for each in both if _is_somewhat(entries[each])]
    return tuple(sorted(found, key=lambda each: (-_worth(library.pack, each), each.one.sort_key)))


def _is_somewhat(entry: Entry) -> bool:
    """Whether to have to do with it is something in common: not with a place, nor with what is a common noun."""
    return entry.kind is not Kind.PLACE and (entry.kind is not Kind.CONCEPT or entry.name[:1].isupper())


def same_days(library: Library, one: str, other: str) -> tuple[tuple[Step, Step], ...]:
    """What is told of the one and of the other in the same weeks, in order of time; else what is nearest in time."""
    dated = [list(_dated(library, each)) for each in (one, other)]
    pairs = sorted(
        ((apart(mine, theirs), mine, theirs) for mine in dated[0] for theirs in dated[1]),
        key=lambda pair: (pair[0], pair[1].sort_key, pair[2].sort_key),
    )
    found: dict[int, tuple[Step, Step]] = {}
    for days, mine, theirs in pairs:
        if mine.when and theirs.when and (days <= WEEKS or len(found) < FURTHEST):
            found.setdefault(max(mine.when.begin, theirs.when.begin).year, (mine, theirs))
    return tuple(found[year] for year in sorted(found))


def _ties(library: Library, entry_id: str) -> dict[str, list[Step]]:
    """The facts that tie an entry to others, by the other; without what only somebody's words do."""
    found: dict[str, list[Step]] = {}
    for step in neighbours(library, entry_id):
        if step.fact and names_both(library.pack, step):
            found.setdefault(step.end, []).append(step)
    return found


def _add_named(library: Library, own: str, ties: dict[str, list[Step]], others: Iterable[str]) -> None:
    """Add the sentences about an entry in which one stands that the other entry is tied to."""
    pack = library.pack
    forms = {each: [f" {form} " for form in forms_of(pack.entries[each])] for each in others if each != own}
    numbers = sorted(passages_naming(library, own))[:MOST_PASSAGES]
    marks = ",".join("?" * len(numbers))
    query = f"SELECT record FROM passages WHERE kind = 'fact' AND number IN ({marks})"
    for record in library.store.column(query, *numbers):
        fact = pack.facts[record]
        if fact.negated or record in pack.corrected:
            continue
        text = f" {plain(fact_sentence(pack, fact))} "
        for each, names in forms.items():
            step = Step(own, each, fact=fact)
            if any(_stands_alone(name, text) for name in names) and _is_of_its_time(pack, step):
                ties.setdefault(each, []).append(step)


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name stands in a text, and not only as a part of another: `Communist Party of America`."""
    before, found, after = text.partition(name)
    return bool(found) and not after.startswith("of ") and not before.endswith(NATIONS)


def _is_of_its_time(pack: Pack, step: Step) -> bool:
    """Whether the sentence of a tie names both ends, and is of the years of the event that it seems to name.

    A body it can name only once there is one: “the workers' party” of 1850 is not the Workers Party of 1940.
    """
    if not names_both(pack, step):
        return False
    entry = pack.entries[step.end]
    days = [fact.object for fact in entry.facts if isinstance(fact.object, Date)]
    if entry.kind is Kind.EVENT and days:
        return any(_apart(step.when, day) <= YEAR for day in days)
    if entry.kind is Kind.ORGANISATION and days and (when := step.when or _named_date(pack, step)):
        return min(day.first for day in days) <= when.last
    return True


def _named_date(pack: Pack, step: Step) -> Date | None:
    """The date that the sentence of a tie names, of what has no other."""
    named = find_date(fact_sentence(pack, step.fact)) if step.fact else None
    return named.when if named else None


def _nearest(entry: str, mine: Iterable[Step], theirs: Iterable[Step]) -> Meeting:
    """The two sentences that are nearest in time; of those alike, the ones that matter most."""
    theirs = list(theirs)
    pairs = [Meeting(entry, one, other) for one in mine for other in theirs if one.fact != other.fact]
    pairs = pairs or [Meeting(entry, one, other) for one in mine for other in theirs]
    return min(pairs, key=lambda pair: (_distance(pair.apart), -_weight(pair.one) - _weight(pair.other), pair.apart))


def _worth(pack: Pack, meeting: Meeting) -> float:
    entry = pack.entries[meeting.entry]
    near = 4 - _distance(meeting.apart)
    return entry.importance + 2 * near + (_weight(meeting.one) + _weight(meeting.other)) / 2


def _weight(step: Step) -> float:
    fact = step.fact
    return 0.0 if fact is None else fact.importance - (0.0 if fact.voice is Voice.FACT else ONLY_SAID)


def _distance(days: int) -> int:
    return sum(days > limit for limit in (WEEKS, YEAR, YEARS, NEVER // 2))


def _apart(one: Date | None, other: Date | None) -> int:
    """Days between two dates; none if they touch."""
    if one is None or other is None:
        return NEVER
    first, last = sorted((one, other), key=lambda each: each.begin)
    end = first.last if first.end else first.first
    return max(0, (last.begin - end).days)


def _is_long(when: Date) -> bool:
    """Whether it is from one day to another, too far apart for the same weeks."""
    return when.is_span and when.length > WEEKS


def _dated(library: Library, entry_id: str) -> Iterator[Step]:
    """What is told of an entry and is dated to a month at least."""
    pack = library.pack
    _, *there = library.told_under(entry_id)
    own = (*pack.entries[entry_id].facts, *pack.facts_with_object(entry_id))
    facts = (*own, *(fact for each in there for fact in pack.entries[each].facts))
    for fact in facts:
        when = fact.date
        is_known = pack.is_known(fact)
        if isinstance(when, Date) and when is fact.object and pack.entries[fact.subject].kind is Kind.PERSON:
            continue  # that one died when the other was born is no tie
        point = when.start or when.end if when else None
        if is_known and when and point and point.precision in (Precision.DAY, Precision.MONTH) and not _is_long(when):
            yield Step(entry_id, "", fact=fact)
