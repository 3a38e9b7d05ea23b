"""The view of a day, a month, a year or several: what happened and what was said, each matter and date once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.dates import Calendar, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import MINOR, NOTABLE, EntryRef, Fact, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.days.moments import (
    HAPPENED,
    exactly,
    is_ended,
    is_long,
    is_undated,
    is_written,
    lasted,
    place,
    weight_of,
)
from trotskyism_cli.views.days.repeated_rows import is_told_above, one_of_each_holder
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.days.row_text import margin_asked, row_of, said_of_day, told_of, with_name
from trotskyism_cli.views.days.year import COURSE, REST, WRITTEN, Told, is_event, one_row_each, parts_of_year
from trotskyism_cli.views.happenings.row import rank_of, touch
from trotskyism_cli.views.happenings.year_index import Touching
from trotskyism_cli.views.wording.sentences import THOUGHT, TextsTold, saying
from trotskyism_cli.views.wording.surnames import surname

AT_A_GLANCE = 20  # up to so many dated moments, minor ones are told too
GREAT_OF_YEARS = HAPPENED + NOTABLE  # least weight in a view of several years
FEW = 10  # the same for minor moments that only their sentence dates
FIRST, MEANWHILE, LASTED, SAID = "", "Also in that time", "Meanwhile", "Said and argued"
NEAR = "In that month"  # for what happened on an unknown day
_KILLED = lazy_regex(rf"(?P<who>[A-ZÀ-Ž][^,;:.]*?) {WAS_KILLED}")
ORDER = (FIRST, REST, LASTED, MEANWHILE, COURSE, WRITTEN, SAID)


class DayView(NamedTuple):
    """Rows of a time in groups with headings (the first has none).

    `more`: entries that have more to tell. `in_both`: some dates are given in both calendars. `years`: of several
    years, those that have more of their own. `left`: number of minor rows of a month that were left out, mostly
    quotations or matters without a known day. `wider`: if a day has nothing, words of the command that shows more.
    """

    groups: tuple[tuple[str, tuple[DayRow, ...]], ...]
    more: tuple[str, ...]
    in_both: bool = False
    years: tuple[int, ...] = ()
    left: int = 0
    wider: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True if nothing is known of the time itself."""
        return all(head in (LASTED, NEAR) for head, _ in self.groups)

    def with_near(self, near: Sequence[DayRow], wider: tuple[str, ...]) -> "DayView":
        """Add what happened near a day that has nothing, and the words of a command for more."""
        groups = ((NEAR, tuple(near)), *self.groups) if near else self.groups
        return self._replace(groups=groups, wider=wider)


def day_view(pack: StoredPack, asked: ParsedDate, moments: Sequence[Moment], lasting: Sequence[DayRow] = ()) -> DayView:
    """Build the view of a time from its dated facts and quotations (`moments`).

    A day has the most important first, a month is in order of time, a year begins with its essential events and ends
    with what was published. What lasted all that time (also the given `lasting` rows) has a group of its own; what was
    said comes last, with one quotation a passage.
    """
    exact = [exactly(pack, each) if asked.is_year else each for each in _one_of_each_passage(moments)]
    if asked.day and asked.when:
        exact = _without_ends_told(pack, asked, exact)
    kept = _in_order(pack, asked, exact)
    groups, more = grouped(pack, asked, kept)
    years: list[int] = []
    if asked.is_year or asked.is_several_years:
        rows = sorted((*groups.pop(FIRST, ()), *groups.pop(MEANWHILE, ())), key=lambda each: place(asked, each[0]))
        if asked.is_year:
            groups.update({head: list(told) for head, told in parts_of_year(pack, rows).items()})
        else:
            years = sorted(
                {each.when.first.year for each in moments if asked.when and each.when.first >= asked.when.first}
            )
            groups.pop(SAID, ())
            groups[FIRST] = list(one_row_each(pack, rows))
    if FIRST not in groups and MEANWHILE in groups:
        groups[FIRST] = groups.pop(MEANWHILE)
    if SAID in groups:
        groups[SAID] = one_of_each_holder(groups[SAID])
    told = {head: list(_dated(asked, rows)) for head, rows in groups.items()}
    if lasting:
        told[LASTED] = [*lasting]
    ordered = ((head, tuple(told[head])) for head in ORDER if told.get(head))
    left = len(exact) - len(kept) if asked.month and not asked.day else 0
    in_both = any(each.when.calendar is not Calendar.PLAIN for each in moments)
    return DayView(tuple(ordered), tuple(sorted(more - {""})), in_both, tuple(years), left)


def _one_of_each_passage(moments: Iterable[Moment]) -> Iterator[Moment]:
    """Keep one quotation for each speaker, work and date: the first that is not doubtful."""
    of_passage: dict[tuple[str, str, Date | None], Quote] = {}
    moments = list(moments)
    for quote in (each.quote for each in moments if each.quote and each.quote.work):
        passage = quote.speaker, quote.work, quote.when
        if passage not in of_passage or (of_passage[passage].doubtful and not quote.doubtful):
            of_passage[passage] = quote
    kept = {quote.id for quote in of_passage.values()}
    yield from (each for each in moments if not (each.quote and each.quote.work) or each.quote.id in kept)


def grouped(pack: Pack, asked: ParsedDate, moments: Sequence[Moment]) -> tuple[dict[str, list[Told]], set[str]]:
    """Rows under their headings without repetition, and the entries that have more to tell.

    A row that repeats an earlier one is dropped.
    """
    told = TextsTold()
    short = defaultdict[str, list[Date]](list)
    deaths = _deaths(pack, moments)
    more: set[str] = set()
    groups: dict[str, list[Told]] = {}
    is_alone = len({each.subject for each in moments if not lasted(asked, each) and is_event(pack, each)}) == 1
    for moment in moments:
        if lasted(asked, moment):
            row = DayRow(date_short(moment.when), capital(pack.entries[moment.subject].name))
            groups.setdefault(LASTED, []).append((moment, row))
            continue
        text = said_of_day(pack, asked, moment, is_alone=is_alone)
        is_again = _is_told_again(pack, moment, told.saying(text)) or _is_told(pack, moment, told)
        is_again |= is_undated(moment) and any(name in text for name in deaths[moment.when])
        if is_again or _is_name_before(pack, moment, moments):
            continue
        if moment.subject in (short if asked.is_year else told) and _is_part_of(moment, short[moment.subject]):
            continue
        if asked.day and asked.when and moment.subject in told:  # one row per entry
            more.add(moment.subject)
            continue
        told.add(text, of=moment.subject)
        if not is_long(moment):
            short[moment.subject].append(moment.when)
        row = with_name(pack, moment, row_of(pack, asked, moment, text))
        groups.setdefault(_group(pack, asked, moment, row), []).append((moment, row))
    if asked.day and asked.when:
        groups = {head: list(_each_death_once(_not_within_another(pack, rows))) for head, rows in groups.items()}
    else:  # events are complete only now; drop rows that repeat them
        happened = (each for rows in groups.values() for each, _ in rows if is_event(pack, each))
        events = Touching((each.when, each) for each in happened)
        for head, rows in groups.items():
            group = groups[head] = [
                each
                for each in _not_within_another(pack, rows)
                if head == SAID or not is_told_above(pack, each, events)
            ]
            if asked.day:
                # Stable: within a year the most important stays first.
                group.sort(key=lambda each: each[0].sort_key[0].year)
            else:
                group.sort(key=lambda each: place(asked, each[0]))
    return groups, more


def _deaths(pack: Pack, moments: Iterable[Moment]) -> Mapping[Date, Sequence[str]]:
    """Surnames of people who died, by date, to recognise sentences about several deaths."""
    found = defaultdict[Date, list[str]](list)
    for fact in (each.fact for each in moments if each.fact):
        if fact.date and pack.relations[fact.relation].role == Role.DIED:
            found[fact.date].append(surname(pack.entries[fact.subject]))
    return found


def _is_part_of(moment: Moment, days: Iterable[Date]) -> bool:
    """Return whether a fact dated only by its sentence tells of no other days than `days`."""
    return is_undated(moment) and (not is_written(moment) or any(touch(moment.when, each) for each in days))


def _is_name_before(pack: Pack, moment: Moment, moments: Sequence[Moment]) -> bool:
    """Return whether a fact only says until when something had a name, where another says what it was called then."""
    fact = moment.fact
    if fact is None or pack.relations[fact.relation].role != Role.NAME:
        return False
    begun = {each.when.first for each in moments if each.subject == moment.subject and each is not moment}
    return moment.when.first not in begun and moment.when.last in begun


def _is_told_again(pack: Pack, moment: Moment, telling: Iterable[str]) -> bool:
    """Return whether texts repeat a row. If the row is about a person, one of the texts must contain his surname."""
    own = pack.entries[moment.subject]
    return any(own.kind is not Kind.PERSON or surname(own) in each for each in telling)


def _without_ends_told(pack: Pack, asked: ParsedDate, moments: Sequence[Moment]) -> list[Moment]:
    """Drop what only tells how long something had lasted that ended on a day, if what happened there names it."""
    ended = {each.subject for each in moments if each.fact and is_ended(asked, each) and is_long(each)}
    ended = {each for each in ended if pack.entries[each].kind is not Kind.EVENT}
    if not ended:
        return list(moments)
    others = [told_of(pack, each) for each in moments if each.subject not in ended]
    named = {each for each in ended if any(pack.entries[each].name in other for other in others)}
    return [
        each for each in moments if each.subject not in named or each.fact is None or isinstance(each.fact.object, Date)
    ]


def _each_death_once(rows: Iterable[Told]) -> Iterator[Told]:
    """Drop rows that begin as an earlier one does, with who was killed."""
    killed = set[str]()
    for moment, row in rows:
        found = _KILLED.match(row.text)
        if found is None or found["who"] not in killed:
            yield moment, row
        killed |= {found["who"]} if found else set()


def _not_within_another(pack: Pack, rows: Sequence[Told]) -> Iterator[Told]:
    """Drop rows whose content is in a longer row of the same date, but for those of events."""
    texts: dict[tuple[date, date], list[str]] = {}
    for moment, row in rows:
        texts.setdefault((moment.when.first, moment.when.last), []).append(row.text)
    for moment, row in rows:
        longer = (each for each in texts[moment.when.first, moment.when.last] if len(each) > len(row.text))
        if row.name or not _is_told_again(pack, moment, saying(row.text, longer)):
            yield moment, row


def _dated(asked: ParsedDate, group: Sequence[Told]) -> Iterable[DayRow]:
    """The rows of a group; in a group with dated rows, a row dated only to the month shows the month."""
    is_dated = asked.when is not None and any(row.margin for _, row in group)
    return (
        row._replace(margin=row.margin or margin_asked(asked, moment)) if is_dated else row for moment, row in group
    )


def _group(pack: Pack, asked: ParsedDate, moment: Moment, row: DayRow) -> str:
    if asked.day or asked.when is None:
        return FIRST
    fact = moment.fact
    if fact is None or fact.according_to or pack.relations[fact.relation].claim:
        return SAID
    is_of_idea = pack.entries[fact.subject].kind is Kind.CONCEPT
    if (is_undated(moment) or is_of_idea) and THOUGHT.search(row.text):
        return SAID
    is_of_month = fact.date is not None and not fact.date.is_span and not fact.date.is_year
    is_of_day = moment.when.start is not None and moment.when.start.precision is Precision.DAY
    is_dated = (not is_undated(moment) or is_of_day) and (bool(row.margin) or is_of_month)
    return FIRST if is_dated or rank_of(pack, fact) else MEANWHILE


def _is_told(pack: Pack, moment: Moment, told: Collection[str]) -> bool:
    """Return whether a fact adds nothing to an event told already: taking part in it, or something beginning by it."""
    fact = moment.fact
    if fact is None:
        return False
    if isinstance(fact.object, EntryRef) and fact.object.id in told:
        return not _is_of_another_day(pack, fact.object.id, moment.when)
    idea = pack.entries[fact.object.id] if isinstance(fact.object, EntryRef) else None
    if idea and idea.kind is Kind.CONCEPT and _is_in_event(pack, moment.when, idea.name, told, fact):
        return True
    own = pack.entries[fact.subject]
    if own.kind is Kind.PERSON:
        return _is_in_event(pack, moment.when, surname(own), told, fact)
    is_body = own.kind is Kind.ORGANISATION and isinstance(fact.object, Date)
    return is_body and _is_in_event(pack, moment.when, own.name, told, fact)


def _is_of_another_day(pack: Pack, own_id: str, when: Date) -> bool:
    """Return whether a date is a single day on which an entry has no date of its own."""
    is_day = when.is_single and when.start is not None and when.start.precision is Precision.DAY
    return is_day and not any(touch(when, each) for _, each in pack.known_dates(pack.entries[own_id]))


def _is_in_event(pack: Pack, when: Date, name: str, told: Collection[str], fact: Fact) -> bool:
    """Return whether an event told already contains a name and has the same dates, day or month."""
    if fact.according_to:
        return False
    if when.is_span and any(_is_of_then(pack, each, name, when) for each in told if each):
        return True
    if when.start is None or when.start.precision not in (Precision.DAY, Precision.MONTH):
        return False
    if not when.is_single or (when.start.precision is Precision.DAY and not isinstance(fact.object, Date)):
        return False
    events = (pack.entries[each] for each in told if each)
    named = (event for event in events if event.kind is Kind.EVENT and name in event.name)
    return any(touch(when, each.object) for event in named for each in event.facts if isinstance(each.object, Date))


def _is_of_then(pack: Pack, own_id: str, name: str, when: Date) -> bool:
    """Return whether an entry is an event with exactly this date and with `name` in its own."""
    entry = pack.entries[own_id]
    return entry.kind is Kind.EVENT and name in entry.name and any(fact.object == when for fact in entry.facts)


def _in_order(pack: Pack, asked: ParsedDate, moments: Sequence[Moment]) -> list[Moment]:
    """Select and sort moments: for a day by weight, for longer times by time.

    For longer times minor moments are left out if there are many.
    """
    if asked.day:
        ended = {each.subject for each in moments if is_ended(asked, each)}
        return sorted(
            moments,
            key=lambda each: (
                lasted(asked, each),
                each.subject in ended,
                each.quote is None and weight_of(pack, each) < HAPPENED,
                -weight_of(pack, each),
            ),
        )
    if asked.is_several_years:
        moments = [each for each in moments if weight_of(pack, each) >= GREAT_OF_YEARS or each.quote]
    dated = sum(not is_undated(each) for each in moments)
    most = {False: AT_A_GLANCE, True: FEW}  # True: dated only by the sentence
    least = {False: MINOR, True: NOTABLE if asked.is_year else MINOR}
    is_short = not (asked.is_year or asked.is_several_years)  # then days in sentences count in any case
    kept = [
        each
        for each in moments
        if weight_of(pack, each) > least[is_undated(each)]
        or dated <= most[is_undated(each)]
        or (is_short and is_written(each))
    ]
    kept = kept or list(moments)
    return sorted(kept, key=lambda each: (weight_of(pack, each) < HAPPENED, is_undated(each), each.sort_key))
