"""The edited view of a day, a month or a year: what happened in order, what was said; each matter and date once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.library.dates.walks import Moment
from trotskyism_cli.library.dates.when import Asked
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Calendar, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_short
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
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.days.said import margin_asked, row_of, said_of_day, with_name
from trotskyism_cli.views.days.told_above import is_told_above, one_of_each_holder
from trotskyism_cli.views.days.year import COURSE, REST, WRITTEN, Told, is_event, one_row_each, parts_of_year
from trotskyism_cli.views.happenings.by_years import Touching
from trotskyism_cli.views.happenings.row import rank_of, touch
from trotskyism_cli.views.wording.sentences import THOUGHT, TextsTold, saying
from trotskyism_cli.views.wording.surnames import surname

AT_A_GLANCE = 20  # happenings of a year that are told whatever their weight
GREAT_OF_YEARS = HAPPENED + NOTABLE  # weight of what is told of several years
FEW = 10  # happenings of a month beside which also what weighs least and only its sentence dates is told
FIRST, MEANWHILE, LASTED, SAID = "", "Also in that time", "Meanwhile", "Said and argued"
NEAR = "In that month"  # on a day that is not known
ORDER = (FIRST, REST, LASTED, MEANWHILE, COURSE, WRITTEN, SAID)


class DayView(NamedTuple):
    """What there is of a time, in groups with a heading (the first has none); `more` leads to what was left out.

    `in_both` calendars if the book dates some of it in either. Of several `years` each has more of its own. Of a month
    so many things of less weight are `left`, most of which are of no day that is known, or quotations. Of a day of
    which nothing is told, `wider` are the words of the command that tells more.
    """

    groups: tuple[tuple[str, tuple[DayRow, ...]], ...]
    more: tuple[str, ...]
    in_both: bool = False
    years: tuple[int, ...] = ()
    left: int = 0
    wider: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told of the time itself."""
        return all(head in (LASTED, NEAR) for head, _ in self.groups)

    def with_near(self, near: Sequence[DayRow], wider: tuple[str, ...]) -> "DayView":
        """With what was near a day of which nothing is told, and the way to more."""
        groups = ((NEAR, tuple(near)), *self.groups) if near else self.groups
        return self._replace(groups=groups, wider=wider)


def day_view(pack: StoredPack, asked: Asked, moments: Sequence[Moment], lasting: Sequence[DayRow] = ()) -> DayView:
    """What happened on one day, the most important first; in a month, in order of time, and then what was so.

    Of a year what one must know comes first, and what was written then behind all that happened.

    What began before and ended after it, or else is known to have been `lasting`, stands by itself, and what somebody
    argued or said comes last: of one passage one quotation.
    """
    exact = [exactly(pack, each) if asked.is_year else each for each in _one_of_each_passage(moments)]
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
    """Of several quotations of what somebody wrote or said in one work on one day, the first that is not doubtful."""
    of_passage: dict[tuple[str, str, Date | None], Quote] = {}
    moments = list(moments)
    for quote in (each.quote for each in moments if each.quote and each.quote.work):
        passage = quote.speaker, quote.work, quote.when
        if passage not in of_passage or (of_passage[passage].doubtful and not quote.doubtful):
            of_passage[passage] = quote
    kept = {quote.id for quote in of_passage.values()}
    yield from (each for each in moments if not (each.quote and each.quote.work) or each.quote.id in kept)


def grouped(pack: Pack, asked: Asked, moments: Sequence[Moment]) -> tuple[dict[str, list[Told]], set[str]]:
    """The rows under their headings, and the entries of which there is more; what comes first, nothing tells again."""
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
        if asked.day and asked.when and moment.subject in told:  # one line a matter
            more.add(moment.subject)
            continue
        told.add(text, of=moment.subject)
        if not is_long(moment):
            short[moment.subject].append(moment.when)
        row = with_name(pack, moment, row_of(pack, asked, moment, text))
        groups.setdefault(_group(pack, asked, moment, row), []).append((moment, row))
    if not (asked.day and asked.when):  # the happenings were taken first, so that nothing tells them again
        happened = (each for rows in groups.values() for each, _ in rows if is_event(pack, each))
        events = Touching((each.when, each) for each in happened)
        for head, rows in groups.items():
            group = groups[head] = [
                each
                for each in _not_within_another(pack, rows)
                if head == SAID or not is_told_above(pack, each, events)
            ]
            if asked.day:
                group.sort(key=lambda each: each[0].sort_key[0].year)  # of one year the most important first
            else:
                group.sort(key=lambda each: place(asked, each[0]))
    return groups, more


def _deaths(pack: Pack, moments: Iterable[Moment]) -> Mapping[Date, Sequence[str]]:
    """The surnames of those whose deaths are told, by the days of these: a sentence of several tells them again."""
    found = defaultdict[Date, list[str]](list)
    for fact in (each.fact for each in moments if each.fact):
        if fact.date and pack.relations[fact.relation].role == Role.DIED:
            found[fact.date].append(surname(pack.entries[fact.subject]))
    return found


def _is_part_of(moment: Moment, days: Iterable[Date]) -> bool:
    """Whether what only its sentence dates is part of what has its date: of no other days than those that are told."""
    return is_undated(moment) and (not is_written(moment) or any(touch(moment.when, each) for each in days))


def _is_name_before(pack: Pack, moment: Moment, moments: Sequence[Moment]) -> bool:
    """Whether a fact only says until when something had a name, and another one that it was then given one."""
    fact = moment.fact
    if fact is None or pack.relations[fact.relation].role != Role.NAME:
        return False
    begun = {each.when.first for each in moments if each.subject == moment.subject and each is not moment}
    return moment.when.first not in begun and moment.when.last in begun


def _is_told_again(pack: Pack, moment: Moment, telling: Iterable[str]) -> bool:
    """Whether texts tell what another does: not if they tell the same of others, but not of him whom that is about."""
    own = pack.entries[moment.subject]
    return any(own.kind is not Kind.PERSON or surname(own) in each for each in telling)


def _not_within_another(pack: Pack, rows: Sequence[Told]) -> Iterator[Told]:
    """Without the rows of which a longer one of the same days tells all that they do, and of more people."""
    texts: dict[Date, list[str]] = {}
    for moment, row in rows:
        texts.setdefault(moment.when, []).append(row.text)
    for moment, row in rows:
        longer = (each for each in texts[moment.when] if len(each) > len(row.text))
        if not _is_told_again(pack, moment, saying(row.text, longer)):
            yield moment, row


def _dated(asked: Asked, group: Sequence[Told]) -> Iterable[DayRow]:
    """The rows of a group; beside others with a day, what is only dated to the month that is asked for has that."""
    is_dated = asked.when is not None and any(row.margin for _, row in group)
    return (
        row._replace(margin=row.margin or margin_asked(asked, moment)) if is_dated else row for moment, row in group
    )


def _group(pack: Pack, asked: Asked, moment: Moment, row: DayRow) -> str:
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
    """Whether a fact only says that somebody took part in what is told, or that a body or idea began or ended by it."""
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
    """Whether a date is a day, and none of those that an event, body or work has itself."""
    is_day = when.is_single and when.start is not None and when.start.precision is Precision.DAY
    return is_day and not any(touch(when, each) for _, each in pack.known_dates(pack.entries[own_id]))


def _is_in_event(pack: Pack, when: Date, name: str, told: Collection[str], fact: Fact) -> bool:
    """Whether an event that is told has a name in its own, and was on that day or in that month."""
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
    """Whether it is an event of just these days, which has a name in its own."""
    entry = pack.entries[own_id]
    return entry.kind is Kind.EVENT and name in entry.name and any(fact.object == when for fact in entry.facts)


def _in_order(pack: Pack, asked: Asked, moments: Sequence[Moment]) -> list[Moment]:
    """Of one day the most important first; of a month or a year those that matter, in order of time."""
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
    most = {False: AT_A_GLANCE, True: FEW}  # of what only its sentence dates, the fewer
    least = {False: MINOR, True: NOTABLE if asked.is_year else MINOR}
    is_short = not (asked.is_year or asked.is_several_years)  # then what a sentence has a day for is told in any case
    kept = [
        each
        for each in moments
        if weight_of(pack, each) > least[is_undated(each)]
        or dated <= most[is_undated(each)]
        or (is_short and is_written(each))
    ]
    kept = kept or list(moments)
    return sorted(kept, key=lambda each: (weight_of(pack, each) < HAPPENED, is_undated(each), each.sort_key))
