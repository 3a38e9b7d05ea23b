"""Where two entries meet that no sentence names together: in a third entry, or in time.

A third entry counts if one sentence connects it with the one and another sentence with the other. Those are best whose
two sentences are close in time and which are important.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import find_date
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import forms_of
from trotskyism_cli.library.names.names_in_texts import names_in
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.ties import Step, names_both, neighbours, passages_naming
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

MOST_PASSAGES = 1500  # passages searched for third entries
FEW = 2  # with fewer meetings, search sentences for further third entries
FURTHEST = 1  # pairs shown that are merely nearest in time
NATIONS = ("an", "ese", "ish")  # endings of adjectives of nationality before a party's name
AGENTS = (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT)
WEEKS, YEAR, YEARS = 60, 400, 2000  # gaps in days that count as the same weeks, the same year, the same years
NEVER = date.max.toordinal()
ONLY_SAID = 3.0  # penalty for a claim or disputed fact


def days_between(one: Step, other: Step) -> int:
    """Days between two ties; a very large number if one has no date."""
    return _apart(one.when, other.when)


class Meeting(NamedTuple):
    """A third entry with its tie to one entry and its tie to the other."""

    entry: str
    one: Step
    other: Step

    @property
    def days_between(self) -> int:
        """Days between the two ties; a very large number if one has no date."""
        return days_between(self.one, self.other)


def meetings(library: Library, one: str, other: str) -> tuple[Meeting, ...]:
    """The third entries in which two entries meet, the most telling first."""
    ties_of_one, ties_of_other = _ties(library, one), _ties(library, other)
    _add_named(library, one, ties_of_one, ties_of_other)
    _add_named(library, other, ties_of_other, ties_of_one)
    entries = library.pack.entries
    if len(ties_of_one.keys() & ties_of_other.keys()) < FEW:
        _add_named(library, one, ties_of_one, _notable(library.pack, _named_beside(library, one)))
        _add_named(library, other, ties_of_other, _notable(library.pack, ties_of_one))
    dull = {one, other, library.pack.article}
    both = [each for each in ties_of_one if each in ties_of_other and each not in dull]
    found = [_nearest(each, ties_of_one[each], ties_of_other[each]) for each in both if _is_somewhat(entries[each])]
    return tuple(sorted(found, key=lambda each: (-_worth(library.pack, each), each.one.sort_key)))


def _notable(pack: StoredPack, own_ids: Iterable[str]) -> list[str]:
    """Notable people, organisations and events among the ids, in pack order."""
    entries = pack.entries.several(pack.in_order(own_ids))
    return [each.id for each in entries if each.kind in AGENTS and each.importance >= NOTABLE]


def _named_beside(library: Library, own: str) -> set[str]:
    """Entries named in sentences that also name this one."""
    texts = [plain(fact_sentence(library.pack, fact)) for fact in _facts_naming(library, own)]
    forms = names_in(library.store, texts)
    return {each for text in texts for each in forms.named_in(text)}


def _is_somewhat(entry: Entry) -> bool:
    """Return whether sharing this entry says something: not a place, nor a concept with a common noun as name."""
    return entry.kind is not Kind.PLACE and (entry.kind is not Kind.CONCEPT or entry.name[:1].isupper())


def same_days(library: Library, one: str, other: str) -> tuple[tuple[Step, Step], ...]:
    """Facts about each entry from the same weeks, in order of time; at least the pair nearest in time."""
    dated = [list(_dated(library, each)) for each in (one, other)]
    pairs = sorted(
        ((days_between(mine, theirs), mine, theirs) for mine in dated[0] for theirs in dated[1]),
        key=lambda pair: (pair[0], pair[1].sort_key, pair[2].sort_key),
    )
    found: dict[int, tuple[Step, Step]] = {}
    for days, mine, theirs in pairs:
        if mine.when and theirs.when and (days <= WEEKS or len(found) < FURTHEST):
            found.setdefault(max(mine.when.begin, theirs.when.begin).year, (mine, theirs))
    return tuple(found[year] for year in sorted(found))


def _ties(library: Library, entry_id: str) -> dict[str, list[Step]]:
    """Facts that connect an entry with others, by the other entry."""
    found: dict[str, list[Step]] = {}
    for step in neighbours(library, entry_id):
        if step.fact and names_both(library.pack, step):
            found.setdefault(step.end, []).append(step)
    return found


def _add_named(library: Library, own: str, ties: dict[str, list[Step]], others: Iterable[str]) -> None:
    """Add facts whose sentence names this entry and one of the others."""
    pack = library.pack
    forms = {each: [f" {form} " for form in forms_of(pack.entries[each])] for each in others if each != own}
    for fact in _facts_naming(library, own):
        text = f" {plain(fact_sentence(pack, fact))} "
        for each, names in forms.items():
            step = Step(own, each, fact=fact)
            if any(_stands_alone(name, text) for name in names) and _is_of_its_time(pack, step):
                ties.setdefault(each, []).append(step)


def _facts_naming(library: Library, own: str) -> Iterator[Fact]:
    """Facts whose sentences name an entry, unless negated or corrected."""
    pack = library.pack
    numbers = sorted(passages_naming(library, own))[:MOST_PASSAGES]
    marks = ",".join("?" * len(numbers))
    records = library.store.column(f"SELECT record FROM passages WHERE kind = 'fact' AND number IN ({marks})", *numbers)
    pack.read(records)
    return (fact for fact in map(pack.facts.__getitem__, records) if pack.stands(fact))


def _stands_alone(name: str, text: str) -> bool:
    """Return whether a name occurs as a whole, not as part of a longer one: `Communist Party of America`."""
    before, found, after = text.partition(name)
    return bool(found) and not after.startswith("of ") and not before.endswith(NATIONS)


def _is_of_its_time(pack: Pack, step: Step) -> bool:
    """Return whether the sentence of a tie names both ends and fits the time of its second end.

    “The workers' party” of 1850 is not the Workers Party of 1940.
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
    """The date that the sentence of a tie tells."""
    named = find_date(fact_sentence(pack, step.fact)) if step.fact else None
    return named.when if named else None


def _nearest(entry: str, mine: Iterable[Step], theirs: Iterable[Step]) -> Meeting:
    """The pair of ties that is nearest in time; on a tie, the most important."""
    theirs = list(theirs)
    pairs = [Meeting(entry, one, other) for one in mine for other in theirs if one.fact != other.fact]
    pairs = pairs or [Meeting(entry, one, other) for one in mine for other in theirs]
    return min(
        pairs,
        key=lambda pair: (_distance(pair.days_between), -_weight(pair.one) - _weight(pair.other), pair.days_between),
    )


def _worth(pack: Pack, meeting: Meeting) -> float:
    entry = pack.entries[meeting.entry]
    near = 4 - _distance(meeting.days_between)
    return entry.importance + 2 * near + (_weight(meeting.one) + _weight(meeting.other)) / 2


def _weight(step: Step) -> float:
    fact = step.fact
    return 0.0 if fact is None else fact.importance - (0.0 if fact.voice is Voice.FACT else ONLY_SAID)


def _distance(days: int) -> int:
    return sum(days > limit for limit in (WEEKS, YEAR, YEARS, NEVER // 2))


def _apart(one: Date | None, other: Date | None) -> int:
    """Days between two dates; 0 if they touch."""
    if one is None or other is None:
        return NEVER
    first, last = sorted((one, other), key=lambda each: each.begin)
    end = first.last if first.end else first.first
    return max(0, (last.begin - end).days)


def _is_long(when: Date) -> bool:
    """Return whether a date is a span of more than some weeks."""
    return when.is_span and when.length > WEEKS


def _dated(library: Library, entry_id: str) -> Iterator[Step]:
    """Known facts about an entry (for a place, also about its events) that are dated at least to a month."""
    pack = library.pack
    _, *there = library.with_its_events(entry_id)
    own = (*pack.entries[entry_id].facts, *pack.facts_with_object(entry_id))
    facts = (*own, *(fact for each in there for fact in pack.entries[each].facts))
    for fact in facts:
        when = fact.date
        is_known = pack.is_known(fact)
        if isinstance(when, Date) and when is fact.object and pack.entries[fact.subject].kind is Kind.PERSON:
            continue  # a birth at the time of a death is no tie
        point = when.start or when.end if when else None
        if is_known and when and point and point.precision in (Precision.DAY, Precision.MONTH) and not _is_long(when):
            yield Step(entry_id, "", fact=fact)
