"""Lifespan and leaders of an organisation, and the date of an event."""

from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.bodies.descent import is_succession
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import END, LEADER

FOUNDER = "founder"
LEADING, ENDED = frozenset((LEADER, "chairman", FOUNDER)), frozenset((END,))  # in the `words` of relations

Life = tuple[date, date]


def life_of_body(pack: Pack, body: str) -> Life:
    """First and last day of an organisation; the last is `date.max` if no end is known.

    Turning into another organisation ends it. After a merger without a stated end, it lasts as long as its leaders or
    its own dated facts, e.g. an expulsion.
    """
    entry = pack.entries[body]
    known = [fact for fact in pack.known_facts(entry) if fact.date]
    ended = [fact.object.last for fact in known if isinstance(fact.object, Date) and _says(pack, fact, ENDED)]
    turned = [fact for fact in known if is_succession(pack, fact)]
    ended += [fact.date.last for fact in turned if fact.date and pack.relations[fact.relation].inverse_functional]
    if not ended and turned:
        ended = [*_lived(pack, body), *(fact.date.last for fact in turned[:1] if fact.date)]
    return first_day(pack, body), max(ended, default=date.max)


def joint_foundations(pack: Pack, body: str) -> tuple[str, ...]:
    """The organisations that this one founded with others while it lived on itself."""
    facts = (fact for fact in pack.entries[body].facts if is_succession(pack, fact) and fact.date and fact.target)
    return tuple(
        fact.target
        for fact in facts
        if fact.date and first_day(pack, fact.target).year == fact.date.first.year and _goes_on(pack, body, fact.date)
    )


def last_led(pack: Pack, body: str) -> date:
    """Last day of an organisation, else of its leaders; `date.max` if neither is known."""
    ended = life_of_body(pack, body)[1]
    return ended if ended < date.max else max(_lived(pack, body), default=date.max)


def _goes_on(pack: Pack, body: str, when: Date) -> bool:
    return life_of_body(pack, body)[1] > when.last


def _lived(pack: Pack, body: str) -> list[date]:
    """Last days of its own dated facts and of its leaders' terms."""
    own = [fact for fact in pack.entries[body].facts if not pack.relations[fact.relation].tree]
    under = [fact for fact in pack.facts_with_object(body) if is_leadership(pack, fact)]
    return [fact.when.last for fact in (*own, *under) if fact.when and fact.when.end and pack.is_known(fact)]


def event_date(entry: Entry) -> Date | None:
    """Date of an event, if it is certain; else None."""
    known = (fact.object for fact in entry.facts if not (fact.negated or fact.according_to or fact.corrects))
    return next((when for when in known if isinstance(when, Date)), None)


def founding_date(pack: Pack, body: str) -> Date | None:
    """When an organisation began, if known; for a successor, when the other turned into it."""
    dated = [fact for fact in pack.entries[body].facts if not _says(pack, fact, ENDED)]
    days = [fact.object for fact in dated if isinstance(fact.object, Date)]
    turned = [fact.date for fact in pack.facts_with_object(body) if is_succession(pack, fact) and fact.date]
    return min(days or turned, key=lambda day: day.first, default=None)


def first_day(pack: Pack, body: str) -> date:
    """First day of an organisation; `date.min` if unknown."""
    return begun.first if (begun := founding_date(pack, body)) else date.min


def leaders_of(pack: Pack, body: str) -> Iterator[str]:
    """The leaders and founders of an organisation."""
    yield from (fact.subject for fact in pack.facts_with_object(body) if is_leadership(pack, fact))
    yield from (fact.target for fact in pack.entries[body].facts if fact.target and is_leadership(pack, fact))


def is_leadership(pack: Pack, fact: Fact) -> bool:
    return _says(pack, fact, LEADING) and pack.is_known(fact)


def _says(pack: Pack, fact: Fact, words: frozenset[str]) -> bool:
    return not words.isdisjoint(pack.relations[fact.relation].words)
