"""Order the rows of a year: essential events, the rest in order of time, and finally publications."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import ESSENTIAL, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.of_facts import happenings_of, once
from trotskyism_cli.views.happenings.row import happening_of, lasts_long, rank_of, touch
from trotskyism_cli.views.wording.surnames import surname

GREAT, REST, COURSE, WRITTEN = "", "Month by month", "In the course of the year", "Written and published"

Told = tuple[Moment, DayRow]


def parts_of_year(pack: StoredPack, rows: Iterable[Told]) -> Mapping[str, Sequence[Told]]:
    """Rows of a year under headings (none for essential events), one row per happening."""
    parts: dict[str, list[Told]] = {}
    for told in one_row_each(pack, list(rows)):
        parts.setdefault(_part(pack, told), []).append(told)
    first = next((head for head in (GREAT, REST, COURSE) if head in parts), GREAT)
    if first in parts:
        parts[GREAT] = parts.pop(first)
    return {head: parts[head] for head in (GREAT, REST, COURSE, WRITTEN) if head in parts}


def _part(pack: Pack, told: Told) -> str:
    moment, row = told
    happening = happening_of(pack, moment.fact) if moment.fact else None
    is_great = happening is not None and happening.rank >= ESSENTIAL
    is_dated = bool(row.margin) and (happening is not None or (moment.fact is not None and not moment.when.is_year))
    if pack.entries[moment.subject].kind is Kind.WORK and not (is_great and is_dated):
        return WRITTEN
    if not is_dated:
        return COURSE
    return GREAT if is_great else REST


def one_row_each(pack: StoredPack, rows: Sequence[Told]) -> Iterator[Told]:
    """Drop rows of organisations, works and sentences that repeat an event of the same days."""
    moments = [moment for moment, _ in rows]
    own = {each.fact.id for each in once(pack, happenings_of(pack, moments))}
    events = [each for each in moments if is_event(pack, each)]
    for moment, row in rows:
        fact = moment.fact
        if fact and rank_of(pack, fact):
            if fact.id in own or pack.entries[fact.subject].kind is Kind.EVENT:
                yield moment, row
        elif not any(_is_part_of(pack, moment, event) for event in events):
            yield moment, row


def is_event(pack: Pack, moment: Moment) -> bool:
    """Return whether a moment is an event on its own date, rather than another fact about one."""
    return bool(moment.fact and pack.entries[moment.subject].kind is Kind.EVENT and rank_of(pack, moment.fact))


def _is_part_of(pack: StoredPack, moment: Moment, event: Moment) -> bool:
    """Return whether a sentence is about an event: of its days, and about something that the event names.

    Not for the beginning of an organisation or a work, which is a happening by itself.
    """
    fact, start = moment.fact, event.when.start
    is_vague = start is None or start.precision is Precision.YEAR or lasts_long(event.when)
    if fact is None or is_vague or not touch(moment.when, event.when):
        return False
    is_within = event.when.first <= moment.when.first and moment.when.last <= event.when.last
    if not (moment.when.is_single or is_within):
        return False
    own, entry = set(fact.ends), pack.entries[event.subject]
    facts = (*entry.facts, *pack.facts_with_object(entry.id))
    if any(not own.isdisjoint(each.ends) for each in facts):
        return True
    names = (name for each in own for name in (pack.entries[each].name, surname(pack.entries[each])))
    told = f"{entry.name} {entry.summary}"
    return any(stands_whole(name, told) for name in names)
