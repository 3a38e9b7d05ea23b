"""Dated statements about the events of an organisation or a country, to fill up where there is little else."""

from collections.abc import Iterator, Mapping

from trotskyism_cli.library.bodies.naming import CLOSE
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Number
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.bodies.rows import Row, sentence_of
from trotskyism_cli.views.happenings.row import Happening, lasts_long, touch

LEAST = 1  # rank of a row that fills a screen


def course_rows(pack: Pack, events: Mapping[str, int]) -> Iterator[Row]:
    """What happened during events and what followed, by facts with a date of their own.

    `events` gives the closeness of each event to the organisation or country; only close and notable events count.
    """
    for own, weight in events.items():
        event = pack.entries[own]
        if weight >= CLOSE and event.importance >= NOTABLE:
            for fact in event.facts:
                yield from _told(pack, event, fact)


def _told(pack: Pack, event: Entry, fact: Fact) -> Iterator[Row]:
    """The row of a fact, unless the fact is about the event as a whole. Minor facts count only for a long event."""
    days = [each.object for each in event.facts if isinstance(each.object, Date)]
    least = LEAST if any(map(lasts_long, days)) else NOTABLE
    if pack.relations[fact.relation].role == Role.NAME or isinstance(fact.object, Number) or fact.target:
        return
    if fact.negated or fact.importance < least or (told := sentence_of(pack, fact)) is None:
        return
    when, text = told
    if not any(_is_of_itself(when, day) for day in days):
        yield Row(Happening(when, text, event.id, LEAST, fact), fact.importance, is_sentence=True, is_course=True)


def _is_of_itself(when: Date, event: Date) -> bool:
    """Return whether a date is that of the whole event: its first day or year, or any time within a short event."""
    is_year = when.start is not None and when.start.precision is Precision.YEAR
    begun = when.first <= event.first <= when.last if is_year else when.first == event.first
    return begun or (touch(when, event) and not lasts_long(event))
