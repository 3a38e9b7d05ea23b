"""What of a month or a year is told already by an event that stands there, or by the same person at the same time."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from trotskyism_cli.library.dates.walks import Moment
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.days.year import Told
from trotskyism_cli.views.happenings.by_years import Touching
from trotskyism_cli.views.happenings.row import last_day, rank_of, touch
from trotskyism_cli.views.wording.headline import headline
from trotskyism_cli.views.wording.sentences import AGAIN, is_said
from trotskyism_cli.views.wording.surnames import surname

_WHO = lazy_regex(r", (?:who|whom|whose|which)\b[^,]*(?=,)")  # what is only added on somebody
_WHO_LAST = lazy_regex(r", (?:an?|the) [^,;]+$")
SOON = 7  # days after an event in which somebody died of it
_IN_WORK = lazy_regex(r"In (?:the )?([A-Z][^,(]*?) (?:\(\d{4}\)|of \d{4})")


def is_told_above(pack: Pack, told: Told, events: Touching[Moment]) -> bool:
    """Whether a row tells what an event of that time was, by its name and summary, or who died in it."""
    moment, row = told
    fact, own = moment.fact, pack.entries[moment.subject]
    if fact is None or own.kind is Kind.EVENT:
        return False
    relation = pack.relations[fact.relation]
    begun = own if rank_of(pack, fact) else pack.entries[fact.target] if fact.target and relation.tree else None
    near = events.between(*_days_around(moment.when))
    return any(_is_of(pack, moment.when, fact, row.text, event, begun) for event in near)


def _days_around(when: Date) -> tuple[date, date]:
    """The days of the events that something may tell of: its own; of what has no day its year; and some before."""
    first, last = when.first, when.last
    if not _is_exact(when):
        first, last = first.replace(month=1, day=1), max(last, first.replace(month=12, day=31))
    return date.fromordinal(max(date.min.toordinal(), first.toordinal() - SOON)), last


def _is_of(pack: Pack, when: Date, fact: Fact, text: str, event: Moment, begun: Entry | None) -> bool:
    """Whether a fact of some time is what an event was; `begun` is what began or ended by the fact, if it says so."""
    own, entry, relation = pack.entries[fact.subject], pack.entries[event.subject], pack.relations[fact.relation]
    said = f"{entry.name} {entry.summary}"
    if relation.role == Role.DIED and surname(own) in entry.name:
        return 0 <= (when.first - last_day(event.when)).days <= SOON
    if begun:  # a body that began or ended by it, or into which another one turned
        is_of_it = when == event.when and begun.importance <= entry.importance
        return is_of_it and any(name in said for name in _short_names(begun))
    return _is_of_its_time(when, event.when) and _tells(own, text, said)


def _short_names(own: Entry) -> list[str]:
    """The names of a body, also without what it is a part of: `United Secretariat`, of that of an International."""
    heads = (name.partition(" of ")[0] for name in own.names)
    return [*own.names, *(head for head in heads if " " in head)]


def _tells(own: Entry, text: str, said: str) -> bool:
    """Whether most of what a sentence tells first is said of an event; of somebody, only if he is named in that."""
    is_named = own.kind is not Kind.PERSON or surname(own) in said
    return is_named and is_said(_told_first(text), said, AGAIN)


@cache  # it is asked of a sentence beside every event of its time
def _told_first(text: str) -> str:
    """What a sentence tells first, without what it only adds."""
    return _WHO_LAST.sub("", headline(_WHO.sub("", text)))


def _is_of_its_time(when: Date, event: Date) -> bool:
    """Whether something was at the time of an event; of what has no day, also in its year."""
    return touch(when, event) or (not _is_exact(when) and when.first.year == event.first.year)


def _is_exact(when: Date) -> bool:
    return when.start is not None and when.start.precision is Precision.DAY


def one_of_each_holder(rows: Sequence[Told]) -> list[Told]:
    """Of several things that somebody argued on one day, or in one work that their sentences name, the weightiest."""
    best: dict[tuple[object, ...], Told] = {}
    for place, told in enumerate(rows):
        key = _passage(told) or (place,)
        if key not in best or told[0].importance > best[key][0].importance:
            best[key] = told
    return [each for each in rows if each in best.values()]


def _passage(told: Told) -> tuple[object, ...]:
    """Who argued it, and on which day or in which work; empty if neither is known."""
    moment, row = told
    fact, start = moment.fact, moment.when.start
    if fact is None or not fact.according_to:
        return ()
    if moment.when.is_single and start is not None and start.precision is Precision.DAY:
        return fact.according_to, moment.when
    work = _IN_WORK.match(row.text)
    return (fact.according_to, work[1]) if work else ()
