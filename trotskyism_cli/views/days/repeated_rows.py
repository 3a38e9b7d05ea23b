"""Recognise rows of a month or a year that repeat an event in the list, or another row of the same person."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.days.year import Told
from trotskyism_cli.views.happenings.row import last_day, rank_of, touch
from trotskyism_cli.views.happenings.year_index import Touching
from trotskyism_cli.views.wording.headline import headline
from trotskyism_cli.views.wording.sentences import AGAIN, is_said
from trotskyism_cli.views.wording.surnames import surname

_WHO = lazy_regex(r", (?:who|whom|whose|which)\b[^,]*(?=,)")  # relative clauses
_WHO_LAST = lazy_regex(r", (?:an?|the) [^,;]+$")
SOON = 7  # days after an event in which a death is due to it
_IN_WORK = lazy_regex(r"In (?:the )?([A-Z][^,(]*?) (?:\(\d{4}\)|of \d{4})")


def is_told_above(pack: Pack, told: Told, events: Touching[Moment]) -> bool:
    """Return whether a row repeats an event of its time, by the event's name and summary, or a death in it."""
    moment, row = told
    fact, own = moment.fact, pack.entries[moment.subject]
    if fact is None or own.kind is Kind.EVENT:
        return False
    relation = pack.relations[fact.relation]
    begun = own if rank_of(pack, fact) else pack.entries[fact.target] if fact.target and relation.tree else None
    near = events.between(*_days_around(moment.when))
    return any(_is_of(pack, moment.when, fact, row.text, event, begun) for event in near)


def _days_around(when: Date) -> tuple[date, date]:
    """The span of events that a date may belong to: its days (its year if no day is known) and `SOON` days before."""
    first, last = when.first, when.last
    if not _is_exact(when):
        first, last = first.replace(month=1, day=1), max(last, first.replace(month=12, day=31))
    return date.fromordinal(max(date.min.toordinal(), first.toordinal() - SOON)), last


def _is_of(pack: Pack, when: Date, fact: Fact, text: str, event: Moment, begun: Entry | None) -> bool:
    """Return whether a fact tells the same as an event; `begun` is what began or ended by the fact, if anything."""
    own, entry, relation = pack.entries[fact.subject], pack.entries[event.subject], pack.relations[fact.relation]
    said = f"{entry.name} {entry.summary}"
    if relation.role == Role.DIED and surname(own) in entry.name:
        return 0 <= (when.first - last_day(event.when)).days <= SOON
    if begun:  # an organisation that began or ended by it
        is_of_it = when == event.when and begun.importance <= entry.importance
        return is_of_it and any(name in said for name in _short_names(begun))
    return _is_of_its_time(when, event.when) and _tells(own, text, said)


def _short_names(own: Entry) -> list[str]:
    """Names of an organisation, with and without the whole: `United Secretariat` (of the Fourth International)."""
    heads = (name.partition(" of ")[0] for name in own.names)
    return [*own.names, *(head for head in heads if " " in head)]


def _tells(own: Entry, text: str, said: str) -> bool:
    """Return whether an event's text has most of a sentence's content; for a person, his surname too."""
    is_named = own.kind is not Kind.PERSON or surname(own) in said
    return is_named and is_said(_told_first(text), said, AGAIN)


@cache  # compared with every event of its time
def _told_first(text: str) -> str:
    """The main statement of a sentence, without additions."""
    return _WHO_LAST.sub("", headline(_WHO.sub("", text)))


def _is_of_its_time(when: Date, event: Date) -> bool:
    """Return whether two dates touch; a date without a day need only be of the event's year."""
    return touch(when, event) or (not _is_exact(when) and when.first.year == event.first.year)


def _is_exact(when: Date) -> bool:
    return when.start is not None and when.start.precision is Precision.DAY


def one_of_each_holder(rows: Sequence[Told]) -> list[Told]:
    """Keep the weightiest of several claims that somebody made on one day, or in one work named in the sentences."""
    best: dict[tuple[object, ...], Told] = {}
    for place, told in enumerate(rows):
        key = _passage(told) or (place,)
        if key not in best or told[0].importance > best[key][0].importance:
            best[key] = told
    return [each for each in rows if each in best.values()]


def _passage(told: Told) -> tuple[object, ...]:
    """Who made a claim, and on which day or in which work; empty if neither is known."""
    moment, row = told
    fact, start = moment.fact, moment.when.start
    if fact is None or not fact.according_to:
        return ()
    if moment.when.is_single and start is not None and start.precision is Precision.DAY:
        return fact.according_to, moment.when
    work = _IN_WORK.match(row.text)
    return (fact.according_to, work[1]) if work else ()
