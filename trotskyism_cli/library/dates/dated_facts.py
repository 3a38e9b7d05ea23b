"""Find the dated facts and quotations of a day, a period or an entry, in order of time."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import LAST_OLD_STYLE, ParsedDate
from trotskyism_cli.library.dates.dates_in_sentences import dated_in_words
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import MOST, OF_DAY, OF_SPAN, UNBOUNDED, limit_for
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, Date, Precision, gregorian_to_julian, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Fact, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

SHORT = 40  # days: something shorter counts as happening on each of its days
_OF_ENTRY = "SELECT fact FROM moments WHERE fact > ? AND fact < ?"  # between two ids, see `_facts_of`
_AS_FITS = "ORDER BY weight DESC, rowid LIMIT ?"
_ENTRY = "substr(fact, 1, instr(fact, '.') - 1)"  # the entry of a fact
# Longer spans that overlap with some days: those that begin or end there, and events (see `_is_of_then`).
_LONGER = f"""SELECT fact FROM moments WHERE first <= ? AND last >= ? AND last - first >= ? AND (first >= ? OR last <= ?
    OR EXISTS (SELECT 1 FROM kinds WHERE entry = {_ENTRY} AND kind = ?)) {_AS_FITS}"""
# The plus before a column keeps SQLite from choosing another index than that of both days.
GOING_ON = f"""SELECT fact FROM moments WHERE first > ? AND first < ? AND +last > ? AND +last < ?
    AND EXISTS (SELECT 1 FROM kinds WHERE entry = {_ENTRY} AND importance >= ?) {_AS_FITS}"""
_ON_DAY = """SELECT fact FROM days WHERE month = ? AND day = ?
    ORDER BY (SELECT max(weight) FROM moments WHERE moments.fact = days.fact) DESC, rowid LIMIT ?"""
_IN_SPAN = "first <= ? AND last >= ?"
_WHOLE_IN_SPAN = "first BETWEEN ? AND ? AND last <= ?"
_WRITTEN = f"SELECT fact, day FROM written WHERE first BETWEEN ? AND ? AND last >= ? {_AS_FITS}"
_MONTH = lazy_regex(rf"\b(?:{A_MONTH})\b")
SEVERAL = 20  # moments read per entry wanted, as an entry may have several
DISTANT = date.min  # start of a span without a start; shown at its end


class Moment(NamedTuple):
    """A fact or a quotation with its date."""

    when: Date
    fact: Fact | None = None
    quote: Quote | None = None

    @property
    def subject(self) -> str:
        """The entry it is about."""
        return self.fact.subject if self.fact else self.quote.speaker if self.quote else ""

    @property
    def importance(self) -> int:
        """Importance of the fact or quotation, 1 to 3."""
        told = self.fact or self.quote
        return told.importance if told else 0

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Key for order of time; a span without a start counts at its end."""
        first = self.when.first if self.when.first > DISTANT else self.when.last
        return first, self.when.last, self.fact.id if self.fact else self.quote.id if self.quote else ""


def overflow(library: Library, start: date, end: date) -> int:
    """Number of dated things in a time span beyond what there is room for."""
    if (start, end) == (date.min, date.max):
        # the highest rowid is their number
        [found] = library.store.numbers("SELECT ifnull(max(rowid), 0) FROM moments")
    else:
        query = f"SELECT count(*) FROM moments WHERE {_IN_SPAN}"
        [found] = library.store.numbers(query, end.toordinal(), start.toordinal())
    return max(0, found - limit_for(start, end))


def overflow_on(library: Library, asked: ParsedDate) -> int:
    """Number of dated things on a date, or on a day or month of any year, beyond what there is room for."""
    if asked.when is None:
        return len(_of_any_year(library, asked, everything=True)) - len(_of_any_year(library, asked, everything=False))
    first, last = asked.readings[0]
    query = f"SELECT count(*) FROM moments WHERE {_WHOLE_IN_SPAN}"
    [found] = library.store.numbers(query, first.toordinal(), last.toordinal(), last.toordinal())
    return max(0, found - limit_for(first, last))


def timeline(
    library: Library,
    words: str = "",
    start: date = date.min,
    end: date = date.max,
    kind: Kind | None = None,
    *,
    everything: bool = True,
) -> tuple[Moment, ...]:
    """Dated facts and quotations in order of time.

    If `words` are given, those about the entries that they name, or else what a search finds. For a time span alone, if
    not `everything`, at most as many as there is room for.
    """
    room = UNBOUNDED if everything or words or kind else limit_for(start, end)
    until: dict[str, date] = {}
    if words:
        from trotskyism_cli.library.dates.timeline_of import timeline_ids  # not needed for a time span alone

        until = timeline_ids(library, words)
    own_ids = _dated_of(library, until) if words else _weightiest(library, start, end, room)
    moments = list(_moments(library.pack, dict.fromkeys(own_ids)))
    if words:
        moments = [each for each in moments if any(each.when.first <= until[own] for own in _ids(each) & until.keys())]
        moments = [each for each in moments if any(_touches(part, start, end) for part in each.when.parts)]
    if kind is not None:
        moments = [moment for moment in moments if library.pack.entries[moment.subject].kind is kind]
    return tuple(sorted(moments, key=lambda moment: moment.sort_key))


def _weightiest(library: Library, start: date, end: date, room: int) -> list[str]:
    """Ids of dated facts in a time span, the weightiest if there are too many."""
    if (start, end) == (date.min, date.max):
        return library.store.column(f"SELECT fact FROM moments {_AS_FITS}", room)
    query = f"""SELECT fact FROM moments WHERE rowid IN
        (SELECT rowid FROM moments WHERE {_IN_SPAN} {_AS_FITS})"""
    return library.store.column(query, end.toordinal(), start.toordinal(), room)


def going_on(library: Library, start: date, end: date, least: int) -> tuple[Moment, ...]:
    """Facts of sufficiently important entries that certainly began before these days and ended after them."""
    bounds = (DISTANT, start, end, date.max)
    ids = library.store.column(GOING_ON, *(day.toordinal() for day in bounds), least, limit_for(start, end))
    found = (each for each in _moments(library.pack, dict.fromkeys(ids)) if lasted_over(each.when, start, end))
    return tuple(sorted(found, key=lambda each: each.sort_key))


def _touches(when: Date, start: date, end: date) -> bool:
    return when.first <= end and when.last >= start


def _dated_of(library: Library, ids: Iterable[str]) -> Iterator[str]:
    """Ids of dated facts and quotations that are among these ids, or belong to or mention one of these entries."""
    store = library.store
    own = "SELECT fact FROM moments WHERE fact = ?"
    naming = """SELECT "from" FROM mentions WHERE how IN ('object', 'speaker', 'quote-about') AND "to" = ?
        AND EXISTS (SELECT 1 FROM moments WHERE fact = "from")"""
    for each in ids:
        yield from store.column(own, each)
        if "." not in each:
            yield from store.column(_OF_ENTRY, *_facts_of(each))
            yield from store.column(naming, each)


def _facts_of(entry: str) -> tuple[str, str]:
    """Bounds for the ids of an entry's facts, which begin with its id and a full stop."""
    return f"{entry}.", f"{entry}/"


def has_own_date(library: Library, entry: str) -> bool:
    """Return whether an entry has a dated fact, so that its timeline is not empty; faster than making it."""
    return bool(library.store.column(f"{_OF_ENTRY} LIMIT 1", *_facts_of(entry)))


def of_entries(
    library: Library, entries: Iterable[str], start: date = date.min, end: date = date.max
) -> tuple[Moment, ...]:
    """Dated facts of these entries themselves in a time span, in order of time."""
    facts = (fact for each in entries for fact in library.pack.entries[each].facts)
    found = (Moment(fact.date, fact=fact) for fact in facts if fact.date)
    near = (each for each in found if _touches(each.when, start, end))
    return tuple(sorted(near, key=lambda each: each.sort_key))


def within(library: Library, start: date, end: date) -> tuple[Moment, ...]:
    """Dates of events, organisations, works and concepts of which one falls into a time span.

    Not births and deaths. At most as many entries as there is room for.
    """
    query = f"""SELECT entry FROM moments JOIN kinds ON entry = {_ENTRY}
        WHERE moments.rowid IN
            (SELECT rowid FROM moments INDEXED BY moments_in_order
                WHERE {{}} BETWEEN ? AND ? AND first {{}} ? {_AS_FITS})
        AND kind NOT IN (?, ?) GROUP BY entry ORDER BY max(weight) DESC, entry LIMIT ?"""
    room = limit_for(start, end)
    values = start.toordinal(), end.toordinal(), DISTANT.toordinal(), SEVERAL * room, Kind.PERSON, Kind.PLACE, room
    ids = [
        each for how in (("first", ">"), ("last", "<=")) for each in library.store.column(query.format(*how), *values)
    ]
    facts = (fact for each in library.pack.entries.several(list(dict.fromkeys(ids))) for fact in each.facts)
    days = (Moment(fact.object, fact=fact) for fact in facts if isinstance(fact.object, Date))
    return tuple(sorted(days, key=lambda each: each.sort_key))


def extent(library: Library) -> tuple[date, date]:
    """First and last day of all dated things."""
    # sub-queries, so that each uses its index
    query = "SELECT (SELECT min(first) FROM moments), (SELECT max(last) FROM moments)"
    [(first, last)] = library.store.rows(query)
    return date.fromordinal(first or 1), date.fromordinal(last or 1)


def told_years(library: Library) -> tuple[int, int]:
    """The first year in which anything ended, and the last in which anything began."""
    [(ended, begun)] = library.store.rows("SELECT (SELECT min(last) FROM moments), (SELECT max(first) FROM moments)")
    return date.fromordinal(ended or 1).year, date.fromordinal(begun or 1).year


def all_of_type(library: Library, kind: Kind, own_type: str, least: int) -> list[str]:
    """Ids of the entries of a kind and type with at least this importance, the most important first."""
    query = "SELECT entry FROM kinds WHERE kind = ? AND type = ? AND importance >= ? ORDER BY importance DESC LIMIT ?"
    return library.store.column(query, kind, own_type, least, OF_SPAN)


def _ids(moment: Moment) -> set[str]:
    found = {moment.subject}
    if moment.fact:
        found.add(moment.fact.id)
        if moment.fact.target:
            found.add(moment.fact.target)
    if moment.quote:
        found.update((moment.quote.id, *moment.quote.about))
    return found


def _moments(pack: StoredPack, ids: Collection[str]) -> Iterator[Moment]:
    pack.read(ids)
    for own_id in ids:
        if "." in own_id:
            fact = pack.facts[own_id]
            if fact.date:
                yield Moment(fact.date, fact=fact)
        else:
            quote = pack.quotes[own_id]
            if quote.when:
                yield Moment(quote.when, quote=quote)


def on_date(library: Library, asked: ParsedDate, *, everything: bool = False) -> tuple[Moment, ...]:
    """What happened on a date in either calendar, or on a day or in a month of any year, in order of time.

    Includes what began or ended then, and notable events that lasted over it. For a day or a month also facts whose
    sentence tells the date. If not `everything`, at most as many as there is room for.
    """
    store, pack = library.store, library.pack
    if asked.when is None:
        ids = _of_any_year(library, asked, everything=everything)
        return tuple(sorted(_of_that_day(library, asked, ids), key=lambda moment: moment.sort_key))
    found: dict[str, None] = {}
    for first, last in asked.readings:
        low, high = first.toordinal(), last.toordinal()
        room = UNBOUNDED if everything else limit_for(first, last)
        query = f"SELECT fact FROM moments WHERE {_WHOLE_IN_SPAN} {_AS_FITS}"
        found |= dict.fromkeys(store.column(query, low, high, high, room))
        if high - low < SHORT:  # a day or a month may lie within a longer happening
            query = (
                f"SELECT fact FROM moments WHERE first BETWEEN ? AND ? AND last >= ? AND last - first < ? {_AS_FITS}"
            )
            within = store.column(query, low - SHORT, high, low, SHORT, room)
            pack.read(within)
            found |= dict.fromkeys(each for each in within if _is_exact_span(pack, each))
        longer = store.column(_LONGER, high, low, SHORT, low, high, Kind.EVENT, room)
        pack.read(longer)
        found |= dict.fromkeys(each for each in longer if _is_of_then(pack, each, first, last))
    own = [*_moments(pack, found)]
    told = [Moment(when, fact=fact) for when, fact in dated_in_words(pack, asked.when, everything=everything)]
    if asked.is_year or asked.is_several_years:
        return tuple(sorted((*own, *told), key=lambda moment: moment.sort_key))
    days = _written_in(library, asked, everything=everything)
    every = with_days_written((*own, *told), days, asked.readings)
    return tuple(sorted(every, key=lambda moment: moment.sort_key))


def with_days_written(
    moments: Iterable[Moment], days: Mapping[str, Moment], spans: Iterable[tuple[date, date]]
) -> list[Moment]:
    """Replace moments by those of `days` (by fact id), whose sentences write out the day.

    A moment that itself begins or ends on an exact day in one of the `spans` stays.
    """
    kept = [
        each for each in moments if each.fact is None or each.fact.id not in days or _is_of_day_in(each.when, spans)
    ]
    exact = {each.fact.id for each in kept if each.fact}
    return [*kept, *(each for own_id, each in days.items() if own_id not in exact)]


def _is_of_day_in(when: Date, spans: Iterable[tuple[date, date]]) -> bool:
    points = [point.first for point in (when.start, when.end) if point and point.precision is Precision.DAY]
    return any(first <= point <= last for first, last in spans for point in points)


def written_between(pack: StoredPack, first: date, last: date, room: int) -> dict[str, Moment]:
    """Known facts whose sentences write out days in a time span, by id, each at its first such day."""
    bounds = first.toordinal() - SHORT, last.toordinal(), first.toordinal()
    rows = pack.store.rows(_WRITTEN, *bounds, room)
    pack.read(fact for fact, _ in rows)
    found: dict[str, Moment] = {}
    for own_id, day in rows:
        fact, when = pack.facts[own_id], parse_date(day)
        if pack.is_known(fact) and (own_id not in found or when.first < found[own_id].when.first):
            found[own_id] = Moment(when, fact=fact)
    return found


def _written_in(library: Library, asked: ParsedDate, *, everything: bool) -> dict[str, Moment]:
    """Facts that write out days of a date, in either calendar."""
    found: dict[str, Moment] = {}
    for first, last in asked.readings:
        room = UNBOUNDED if everything else limit_for(first, last)
        found = written_between(library.pack, first, last, room) | found
    return found


def _of_that_day(library: Library, asked: ParsedDate, ids: Sequence[str]) -> Iterator[Moment]:
    """What happened on a day of any year, each at its own date or at the date that its sentence writes out."""
    pack, wanted = library.pack, frozenset(ids)
    query = "SELECT fact, day FROM written WHERE fact IN (SELECT fact FROM days WHERE month = ? AND day = ?)"
    rows = library.store.rows(query, asked.month, asked.day) if asked.day else ()
    days = ((own_id, parse_date(day)) for own_id, day in rows if own_id in wanted)
    written = {own_id: when for own_id, when in days if _has_day(when, asked)}
    for each in _moments(pack, ids):
        if each.fact and each.fact.id in written and _has_day(each.when, asked):
            del written[each.fact.id]
        if each.fact is None or each.fact.id not in written:
            yield each
    facts = (Moment(when, fact=pack.facts[own_id]) for own_id, when in written.items())
    yield from (each for each in facts if each.fact and pack.is_known(each.fact))


def _has_day(when: Date, asked: ParsedDate) -> bool:
    """Return whether a date begins or ends on a day of any year, in either calendar."""
    points = (point for point in (when.start, when.end) if point and point.precision is Precision.DAY)
    days = {day for point in points for day in (point.first.timetuple()[1:3], gregorian_to_julian(point.first)[1:])}
    return (asked.month, asked.day) in days


def begun_or_ended(library: Library, start: date, end: date) -> tuple[Moment, ...]:
    """Everything that certainly began or ended in a time span; for a span about which nothing else is known."""
    start, end = max(start, DISTANT + timedelta(days=1)), min(end, date.max - timedelta(days=1))
    query = f"SELECT fact FROM moments WHERE first BETWEEN ? AND ? OR last BETWEEN ? AND ? {_AS_FITS}"
    ids = library.store.column(query, *(2 * (start.toordinal(), end.toordinal())), limit_for(start, end))
    found = (each for each in _moments(library.pack, dict.fromkeys(ids)) if _is_sure_within(each.when, start, end))
    return tuple(sorted(found, key=lambda moment: moment.sort_key))


def _is_sure_within(when: Date, start: date, end: date) -> bool:
    """Return whether a date certainly begins or ends in a time span: 1912 as a whole is on no day of it."""
    points = (point for point in (when.start, when.end) if point)
    return any(start <= point.first and point.last <= end for point in points)


def _is_of_then(pack: Pack, own_id: str, first: date, last: date) -> bool:
    """Return whether a fact tells of a beginning or end in this span, or of a notable event that lasted over it.

    For a year, only events count, as too much begins and ends. For an end, the sentence itself must tell it.
    """
    if "." not in own_id or not pack.is_known(fact := pack.facts[own_id]) or fact.date is None:
        return False
    entry, when = pack.entries[fact.subject], fact.date
    is_event = entry.kind is Kind.EVENT and isinstance(fact.object, Date)
    begins, ends = (bool(end and first <= end.first and end.last <= last) for end in (when.start, when.end))
    if is_event and (begins or ends):
        return True
    if (last - first).days < SHORT and (begins or (ends and _tells_end(fact_sentence(pack, fact), last))):
        return True
    return is_event and entry.importance >= NOTABLE and lasted_over(when, first, last)


def _tells_end(text: str, last: date) -> bool:
    """Return whether a sentence names the year of a day and, if it names months, its month in either calendar."""
    named = set(_MONTH.findall(text))
    ended = {MONTHS[last.month], MONTHS[gregorian_to_julian(last)[1]]}
    return str(last.year) in text and (not named or not named.isdisjoint(ended))


def lasted_over(when: Date, first: date, last: date) -> bool:
    """Return whether something certainly began before these days and ended after them."""
    return when.is_span and bool(when.start and when.end and when.start.last < first and last < when.end.first)


def _is_exact_span(pack: StoredPack, own_id: str) -> bool:
    """Return whether something is dated from one day to another.

    A month as such does not mean that something took the whole month.
    """
    return any(
        moment.when.is_span and point.precision is Precision.DAY
        for moment in _moments(pack, [own_id])
        for point in (moment.when.start,)
        if point
    )


def _of_any_year(library: Library, asked: ParsedDate, *, everything: bool) -> list[str]:
    """Ids of what happened on a day of any year, or within a month in either calendar."""
    if asked.day:
        return library.store.column(_ON_DAY, asked.month, asked.day, UNBOUNDED if everything else OF_DAY)
    query = f"SELECT first, last, fact FROM moments WHERE last - first < 31 {_AS_FITS}"
    rows = library.store.rows(query, UNBOUNDED if everything else MOST)
    spans = ((own_id, date.fromordinal(first), date.fromordinal(last)) for first, last, own_id in rows)
    return list(dict.fromkeys(own_id for own_id, *span in spans if _lies_in(asked.month, *span)))


def _lies_in(month: int, first: date, last: date) -> bool:
    if first.month == last.month == month:
        return True
    return last <= LAST_OLD_STYLE and gregorian_to_julian(first)[1] == gregorian_to_julian(last)[1] == month
