"""What lasted for years, as bars on an axis: events, policies, offices and exiles."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happenings.deed import deed
from trotskyism_cli.views.happenings.offices import title_of
from trotskyism_cli.views.happenings.row import LASTING, Happening, days_of, last_day
from trotskyism_cli.views.happenings.stays_abroad import as_one, is_stay, of_somebody, stays_in_a_row
from trotskyism_cli.views.wording.margins import margin_of
from trotskyism_cli.views.wording.surnames import surname

BARS = 10
MOST_OF_IT, A_GOOD_PART = 0.8, 0.25  # fractions of a span
UNTIL = "until"  # before the day of an end


class Bar(NamedTuple):
    """Something that lasted, cut to a span (`first` to `last`); `when` is its whole time.

    `is_begun`: it began before the span. `is_open`: it went on after it. `rank` is 1 to 3; `fact` is the id of its
    fact. `note` is the office, where `text` is a name.
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
    pack: Pack, moments: Sequence[Moment], found: Iterable[Happening], start: date, end: date
) -> tuple[Bar, ...]:
    """Bars for what lasted, and for offices and exiles of essential people; if there are many, the most important."""
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
    bars += (bar_of(each, start, end) for each in _stays(pack, moments, start, end))
    once: dict[str, Bar] = {}
    for bar in sorted(bars, key=lambda bar: (-bar.rank, bar.first - bar.last)):
        if not any(is_same(each, bar) for each in once.values()):
            once.setdefault(bar.text, bar)  # a person's weightiest office
    longest = list(once.values())[:BARS]
    return tuple(sorted(longest, key=lambda bar: (bar.when.first, last_day(bar.when))))


def bodies_within(pack: Pack, moments: Iterable[Moment], start: date, end: date) -> Iterator[Bar]:
    """Bars for notable organisations that began and ended within a span and lasted for a good part of it."""
    own = (moment.subject for moment in moments)
    for body in (pack.entries[each] for each in dict.fromkeys(own)):
        if body.kind is not Kind.ORGANISATION or body.importance < NOTABLE or len(pack.known_dates(body)) < 2:
            continue
        (fact, begun), *_, (_, ended) = pack.known_dates(body)
        is_within = begun.start and ended.end and start < begun.start.first < ended.end.last < end
        if is_within and (ended.last - begun.first).days >= A_GOOD_PART * (end - start).days:
            text = f"{begun.text.partition(' ')[0]}/{ended.text}" if begun.calendar is ended.calendar else ""
            when = parse_date(text or f"{begun.first}/{ended.last}")
            yield _bar(capital(body.name), "", when, body.id, start, end)._replace(rank=body.importance, fact=fact.id)


def is_same(one: Bar, other: Bar) -> bool:
    """Return whether two bars are of the same entry and the same years."""
    years = [(bar.when.first.year, last_day(bar.when).year) for bar in (one, other)]
    return one.entry == other.entry and years[0] == years[1]


def tells_nothing(bar: Bar) -> bool:
    """Return whether the day on which a bar began in the span is unknown, so that it would fill the whole year."""
    start = bar.when.start
    return not bar.is_begun and start is not None and start.precision is Precision.YEAR


def as_row(pack: Pack, bar: Bar) -> Happening:
    """A bar as a row, with its office in the text; an office is never a turning point."""
    text, rank = (f"{bar.text}, {bar.note}", min(bar.rank, NOTABLE)) if bar.note else (bar.text, bar.rank)
    return Happening(bar.when, text, bar.entry, rank, pack.facts[bar.fact])


def with_its_days(bar: Bar) -> Bar:
    """A bar on an axis of one year, with the day of its beginning or end if known: `from 17 Jul`.

    An office is left as it is.
    """
    began = "" if bar.is_begun or bar.when.start is None else margin_of(bar.when._replace(end=None), bar.first.year)
    ended = "" if bar.is_open or bar.when.end is None else margin_of(bar.when._replace(start=None), bar.last.year)
    ended = f"{ended} {bar.last.year}" if ended == UNTIL else ended  # only its year is known
    days = " ".join(filter(None, (f"from {began}" if began else "", ended)))
    return bar._replace(text=f"{bar.text}, {days}") if days and not bar.note else bar


def bar_of(happening: Happening, start: date, end: date) -> Bar:
    """A happening as a bar within a span."""
    bar = _bar(happening.text, "", happening.when, happening.entry, start, end)
    return bar._replace(rank=happening.rank, fact=happening.fact.id)


def _bar(text: str, note: str, when: Date, entry: str, start: date, end: date) -> Bar:
    first, last = when.first, last_day(when)
    return Bar(
        text, note, max(first, start), min(last, end), entry, when, is_open=last > end, is_begun=first.year < start.year
    )


def is_drawn(when: Date, start: date, end: date) -> bool:
    """Return whether something lasted for a good part of a span, or began in it and went on."""
    within = (min(last_day(when), end) - max(when.first, start)).days
    most = MOST_OF_IT * (end.toordinal() - start.toordinal())
    return within > min(LASTING, most) or start <= when.first <= end < last_day(when)


def _stays(pack: Pack, moments: Iterable[Moment], start: date, end: date) -> Iterator[Happening]:
    """Exiles of essential people, consecutive ones joined, if at least one of these is notable."""
    own = (moment.fact for moment in moments if moment.fact and is_stay(pack.relations[moment.fact.relation]))
    people = (pack.entries[each] for each in dict.fromkeys(fact.subject for fact in own))
    for person in (each for each in people if each.importance >= ESSENTIAL):
        facts = ((fact, pack.relations[fact.relation]) for fact in person.facts if pack.is_known(fact))
        stays = (
            Happening(fact.date, deed(pack, fact, relation), person.id, NOTABLE, fact)
            for fact, relation in facts
            if fact.date and is_stay(relation)
        )
        for row in stays_in_a_row(stays):
            within = [each for each in row if start <= last_day(each.when) and each.first <= end]
            is_notable = any(each.fact.importance >= NOTABLE for each in row)
            if within and is_notable and is_drawn((told := as_one(pack, within, is_dated=False)).when, start, end):
                yield told._replace(text=of_somebody(surname(person), told.text))


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
