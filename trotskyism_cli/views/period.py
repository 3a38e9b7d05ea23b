"""The edited view of a span of time: happenings in order, one a row; what lasted, as bars; nothing outside the span.

Events are what one looks for in a span. Bodies that begin or end, and works that appear, stand beside them if they
matter enough. How much may be told depends on how much there is: of a century, only what one must know.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.walks import DISTANT, Moment
from trotskyism_cli.pack.dates import Calendar, Date, Precision, date_words
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Pack, Part, Relation
from trotskyism_cli.pack.wording import capital, fill
from trotskyism_cli.views.margins import margin_of

ROOM = 42  # happenings that are read at once; of more, the least important are left out
LASTING = 500  # days: what takes longer is drawn as a bar
BARS = 10
TITLE = 50  # letters of an office; what is longer is a sentence
BAR_YEARS = 90  # of a longer span bars say nothing
TURNING_POINT = 3  # importance
NOTABLE = 2  # importance from which on a body or a work counts as a happening


class Happening(NamedTuple):
    """Something that happened: when, what, and how much it matters (1 to 3). `entry` is what it leads to."""

    when: Date
    text: str
    entry: str
    rank: int
    fact: Fact | None = None

    @property
    def first(self) -> date:
        """Its first day; of what has no beginning, the last."""
        return self.when.first if self.when.first > DISTANT else self.when.last

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def margin(self) -> str:
        """The date without its year: `8–12 Mar`, `autumn`; empty if only the year is known."""
        return margin_of(self.when, self.year)

    @property
    def old_style(self) -> str:
        """The Old Style in brackets, where a turning point has one."""
        if self.rank < TURNING_POINT or self.when.calendar is Calendar.PLAIN:
            return ""
        return date_words(self.when).partition(" (")[2].removesuffix(")")


class Bar(NamedTuple):
    """Something that lasted, from one day to another; `is_open` if it went on after the span."""

    text: str
    note: str
    first: date
    last: date
    entry: str
    is_open: bool = False


class PeriodView(NamedTuple):
    """A span of time: its years, what lasted, what happened in order, and how many happenings were left out.

    `is_crowded` if marks on an axis say how much happened when.
    """

    first_year: int
    last_year: int
    bars: tuple[Bar, ...]
    happenings: tuple[Happening, ...]
    further: int
    is_crowded: bool = False


def period_view(
    pack: Pack,
    moments: Sequence[Moment],
    start: date = date.min,
    end: date = date.max,
    *,
    around: str = "",
    room: int = ROOM,
) -> PeriodView:
    """What happened in a span of time, out of the moments that touch it; of an entry also what it did and was."""
    happenings = _once(pack, _happenings(pack, moments))
    if around:
        happenings = _told_once(pack, [*happenings, *_turned(pack, moments, happenings)])
        happenings += life_of(pack, around, happenings)
    found = [each for each in happenings if start <= each.first and _last(each.when) <= end]
    short = [each for each in found if not _lasts(each) or each.rank >= TURNING_POINT]
    shown = sorted(_weightiest(pack, short, room, around), key=_order)
    begin, finish = start, end
    if around and found and (start, end) == (date.min, date.max):
        begin, finish = _lifetime(pack.entries[around]) or (
            min(each.first for each in found),
            max(_last(each.when) for each in found),
        )
    spanned = (finish.year - begin.year) if begin > date.min and finish < date.max else BAR_YEARS + 1
    bars = _bars(pack, () if around else moments, found, begin, finish) if 0 < spanned <= BAR_YEARS else ()
    if around and bars:
        start, end = begin, finish
    years = [each.year for each in shown] + [each.last.year for each in bars] + [each.first.year for each in bars]
    first = start.year if start > date.min else min(years, default=0)
    last = end.year if end < date.max else max([*(_last(each.when).year for each in shown), *years], default=first)
    return PeriodView(first, last, bars, tuple(shown), len(short) - len(shown), not around)


def _turned(pack: Pack, moments: Iterable[Moment], happenings: Sequence[Happening]) -> list[Happening]:
    """What something turned into, where its beginning is not told for that year."""
    found: list[Happening] = []
    for fact in (each.fact for each in moments):
        if fact is None or fact.date is None or not isinstance(fact.object, EntryRef) or fact.negated:
            continue
        relation, target = pack.relations[fact.relation], fact.object.id
        new = pack.entries[target].name_at(fact.when)
        is_told = any(each.year == fact.date.first.year and new in each.text for each in (*happenings, *found))
        if relation.tree == "child" and not is_told:
            found.append(Happening(fact.date, capital(new), target, NOTABLE, fact))
    return found


def _told_once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Without what an event of the same month is: the event says more."""
    events = [each.when for each in happenings if pack.entries[each.entry].kind is Kind.EVENT]
    return [
        each
        for each in happenings
        if pack.entries[each.entry].kind is not Kind.ORGANISATION
        or not any(_is_same_time(each.when, event) for event in events)
    ]


def _lifetime(entry: Entry) -> tuple[date, date] | None:
    """From birth to death, if both are known."""
    if entry.kind is not Kind.PERSON:
        return None
    days = [fact.object for fact in entry.facts if isinstance(fact.object, Date) and not fact.according_to]
    if len(days) < 2:
        return None
    return min(day.first for day in days), date(max(day.last for day in days).year, 12, 31)


def life_of(pack: Pack, own_id: str, happenings: Sequence[Happening]) -> list[Happening]:
    """What an entry did and was, by its dated facts; not what happened to it in the happenings that are told anyway."""
    entry = pack.entries[own_id]
    told = {each.entry for each in happenings}
    own = [each.when for each in happenings if _surname(entry) in each.text]
    own_days = {each.first for each in own}
    found: dict[tuple[str, Date], Happening] = {}
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        is_of_life = relation.part in (Part.LIFE, Part.POLITICS) and not (fact.negated or fact.according_to)
        if fact.date is None or not is_of_life or fact.target in told or own_id in told or fact.id in pack.corrected:
            continue
        text = _deed(pack, fact, relation)
        is_day = isinstance(fact.object, Date)
        is_event = (is_day and fact.date.first in own_days) or any(_is_same_time(fact.date, each) for each in own)
        if text and not is_event and (fact.importance >= NOTABLE or is_day or _lasts_long(fact.date)):
            found.setdefault((text, fact.date), Happening(fact.date, text, own_id, NOTABLE, fact))
    return list(found.values())


def _is_same_time(deed: Date, event: Date) -> bool:
    """Whether a deed and an event began in one month, and ended in one."""
    if deed.year is not None and not deed.is_span and deed.start and deed.start.precision is Precision.YEAR:
        return False
    ends = [(deed.first, event.first), (_last(deed), _last(event))]
    return all((one.year, one.month) == (other.year, other.month) for one, other in ends)


def _deed(pack: Pack, fact: Fact, relation: Relation) -> str:
    """`Joined the Bolsheviks`, `Exiled to Turkey`, `Born`, or an office; empty for what needs a whole sentence."""
    if isinstance(fact.object, EntryRef):
        return capital(f"{relation.label} {pack.entries[fact.object.id].phrase_at(fact.when)}")
    if isinstance(fact.object, str) and len(fact.object) <= TITLE and fact.object != fact.text:
        return capital(fact.object)
    return capital(relation.label) if isinstance(fact.object, Date) else ""


def _once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Without the beginning or the end of a body that an event of that time is: it then matters as much."""
    events = [each for each in happenings if pack.entries[each.entry].kind is Kind.EVENT]
    ranks: dict[str, int] = {}
    kept: list[Happening] = []
    for each in happenings:
        entry = pack.entries[each.entry]
        same = [event for event in events if entry.kind is Kind.ORGANISATION and _is_of(pack, event, each)]
        for event in same:
            ranks[event.entry] = max(ranks.get(event.entry, 0), each.rank)
        kept += [] if same else [each]
    return [each._replace(rank=max(each.rank, ranks.get(each.entry, 0))) for each in kept]


def _is_of(pack: Pack, event: Happening, body: Happening) -> bool:
    """Whether an event is named after a body and took place when that began or ended."""
    touches = event.when.first <= body.when.last and body.when.first <= event.when.last
    return touches and pack.entries[body.entry].name in pack.entries[event.entry].name


def _weightiest(pack: Pack, happenings: Sequence[Happening], room: int, around: str) -> list[Happening]:
    """The turning points, and then, as long as there is room for all of a kind: events, then bodies and works."""
    chosen: list[Happening] = []
    for rank in range(TURNING_POINT, 0, -1):
        for is_event in (True, False):
            more = [
                each
                for each in happenings
                if each.rank == rank
                and (each.entry == around or pack.entries[each.entry].kind is Kind.EVENT) == is_event
            ]
            if chosen and len(chosen) + len(more) > room:
                return chosen
            chosen += more
    return chosen


def neighbours(
    pack: Pack, moments: Sequence[Moment], first: date, last: date
) -> tuple[Happening | None, Happening | None]:
    """The last notable happening before a span, and the first one after it."""
    notable = sorted((each for each in _happenings(pack, moments) if each.rank >= NOTABLE), key=_order)
    before = [each for each in notable if _last(each.when) < first]
    after = [each for each in notable if each.first > last]
    return (before[-1] if before else None), (after[0] if after else None)


def happening_of(pack: Pack, fact: Fact) -> Happening | None:
    """The happening that a fact dates, if any: an event, the beginning or end of a body, the appearance of a work."""
    entry = pack.entries[fact.subject]
    if not isinstance(fact.object, Date) or fact.negated or fact.according_to or fact.id in pack.corrected:
        return None
    if entry.kind is Kind.EVENT:
        return Happening(fact.object, capital(entry.name), entry.id, entry.importance, fact)
    rank = min(entry.importance, fact.importance)
    if entry.kind in (Kind.ORGANISATION, Kind.WORK) and entry.importance >= NOTABLE:
        label = pack.relations[fact.relation].label
        return Happening(fact.object, f"{capital(entry.name_at(fact.object))} {label}", entry.id, rank, fact)
    return None


def _happenings(pack: Pack, moments: Iterable[Moment]) -> list[Happening]:
    """One for each entry and what happened to it, by the most exact of its dates."""
    found: dict[tuple[str, str], Happening] = {}
    for moment in moments:
        happening = happening_of(pack, moment.fact) if moment.fact else None
        if happening is None:
            continue
        is_body = pack.entries[happening.entry].kind is Kind.ORGANISATION  # which begins, and ends
        key = happening.entry, happening.text if is_body else ""
        if key not in found or _days(happening.when) < _days(found[key].when):
            found[key] = happening
    return list(found.values())


def _bars(pack: Pack, moments: Iterable[Moment], found: Iterable[Happening], start: date, end: date) -> tuple[Bar, ...]:
    """The lasting events, and the offices of the people that one must know; the longest part of the span first."""
    bars = [
        _bar(each.text, "", each.when, each.entry, start, end)
        for each in found
        if _lasts(each) and pack.entries[each.entry].kind is not Kind.WORK and not _is_membership(pack, each.fact)
    ]
    ranks = {each.text: each.fact.importance for each in found if each.fact}
    for moment in moments:
        fact = moment.fact
        if fact and _is_office(pack, fact) and _days(moment.when) > LASTING and moment.when.start:
            person = pack.entries[fact.subject]
            bars.append(_bar(_surname(person), _office(pack, fact), moment.when, person.id, start, end))
    once: dict[str, Bar] = {}
    for bar in sorted(bars, key=lambda bar: (-ranks.get(bar.text, 0), bar.first - bar.last)):
        if not any((each.entry, each.first, each.last) == (bar.entry, bar.first, bar.last) for each in once.values()):
            once.setdefault(bar.text, bar)  # of a person, the longest office
    longest = list(once.values())[:BARS]
    return tuple(sorted(longest, key=lambda bar: (bar.first, bar.last)))


def _bar(text: str, note: str, when: Date, entry: str, start: date, end: date) -> Bar:
    return Bar(text, note, max(when.first, start), min(_last(when), end), entry, _last(when) > end)


def _is_membership(pack: Pack, fact: Fact | None) -> bool:
    return fact is not None and "member" in pack.relations[fact.relation].words


def _is_office(pack: Pack, fact: Fact) -> bool:
    relation, person = pack.relations[fact.relation], pack.entries[fact.subject]
    return (
        person.kind is Kind.PERSON
        and person.importance >= TURNING_POINT
        and fact.importance >= NOTABLE
        and relation.part == Part.POLITICS
        and (isinstance(fact.object, str) or "chairman" in relation.words)
        and not (fact.negated or fact.according_to)
    )


def _office(pack: Pack, fact: Fact) -> str:
    """What an office is called; of a name that takes up lines, the beginning."""
    if isinstance(fact.object, EntryRef):
        return fill(
            pack.relations[fact.relation].brief, {"object": pack.entries[fact.object.id].phrase_at(fact.when)}, {}
        )
    office = str(fact.object)
    return office if len(office) <= TITLE else office.partition(" of ")[0]


def _surname(person: Entry) -> str:
    return person.name.rpartition(" ")[2]


def _lasts(happening: Happening) -> bool:
    return _lasts_long(happening.when)


def _lasts_long(when: Date) -> bool:
    return bool(when.is_span and when.start and when.end) and _days(when) > LASTING


def _last(when: Date) -> date:
    return when.last if when.end else when.first


def _days(when: Date) -> int:
    return (when.last - when.first).days if when.start and when.end else date.max.toordinal()


def _order(happening: Happening) -> tuple[date, int, int, str]:
    return happening.first, _days(happening.when), -happening.rank, happening.text
