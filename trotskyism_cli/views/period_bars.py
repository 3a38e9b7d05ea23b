"""What lasted within a span of time, as bars: lasting events, and the offices of those whom one must know."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.walks import Moment
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.happening import LASTING, Happening, days_of, last_day
from trotskyism_cli.views.offices import title_of
from trotskyism_cli.views.surnames import surname

BARS = 10


class Bar(NamedTuple):
    """Something that lasted, from one day to another within a span.

    It `is_begun` if it had begun before that, and `is_open` if it went on after it. `when` is all of its time, `rank`
    how much it matters, 1 to 3, `fact` what says so.
    """

    text: str
    note: str
    first: date
    last: date
    entry: str
    when: Date
    is_open: bool = False
    rank: int = 1
    fact: str = ""
    is_begun: bool = False


def bars_of(
    pack: Pack, moments: Iterable[Moment], found: Iterable[Happening], start: date, end: date
) -> tuple[Bar, ...]:
    """The lasting events, and the offices of the people that one must know; of many, those that matter most."""
    bars = [
        bar_of(each, start, end)
        for each in found
        if pack.entries[each.entry].kind not in (Kind.WORK, Kind.ORGANISATION) and not _is_membership(pack, each.fact)
    ]
    for moment in moments:
        fact = moment.fact
        if fact and _is_office(pack, fact) and days_of(moment.when) > LASTING and moment.when.start:
            person = pack.entries[fact.subject]
            bar = _bar(surname(person), title_of(pack, fact), moment.when, person.id, start, end)
            bars.append(bar._replace(rank=fact.importance, fact=fact.id))
    once: dict[str, Bar] = {}
    for bar in sorted(bars, key=lambda bar: (-bar.rank, bar.first - bar.last)):
        if not any(_is_same(each, bar) for each in once.values()):
            once.setdefault(bar.text, bar)  # of a person, the weightiest office
    longest = list(once.values())[:BARS]
    return tuple(sorted(longest, key=lambda bar: (bar.first, bar.last)))


def _is_same(one: Bar, other: Bar) -> bool:
    """Whether two bars are the same thing, from the same year to the same year."""
    return (one.entry, one.first.year, one.last.year) == (other.entry, other.first.year, other.last.year)


def bar_of(happening: Happening, start: date, end: date) -> Bar:
    """What lasted, as a bar within a span of time."""
    bar = _bar(happening.text, "", happening.when, happening.entry, start, end)
    return bar._replace(rank=happening.rank, fact=happening.fact.id)


def _bar(text: str, note: str, when: Date, entry: str, start: date, end: date) -> Bar:
    first, last = when.first, last_day(when)
    return Bar(
        text, note, max(first, start), min(last, end), entry, when, is_open=last > end, is_begun=first.year < start.year
    )


def _is_membership(pack: Pack, fact: Fact) -> bool:
    return "member" in pack.relations[fact.relation].words


def _is_office(pack: Pack, fact: Fact) -> bool:
    relation, person = pack.relations[fact.relation], pack.entries[fact.subject]
    return (
        person.kind is Kind.PERSON
        and person.importance >= ESSENTIAL
        and fact.importance >= NOTABLE
        and relation.part == Part.POLITICS
        and (isinstance(fact.object, str) or "chairman" in relation.words)
        and not (fact.negated or fact.according_to)
    )
