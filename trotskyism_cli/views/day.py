"""The edited view of a day, a month or a year: what happened in order, what was said; each matter and date once."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.walks import Moment
from trotskyism_cli.library.when import Asked
from trotskyism_cli.pack.dates import MONTHS, Calendar, Date, Precision, gregorian_to_julian
from trotskyism_cli.pack.dates_in_words import date_short, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import MINOR, NOTABLE, EntryRef, Fact, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.beside_date import without_date
from trotskyism_cli.views.day_glosses import gloss_of, told_of_day
from trotskyism_cli.views.happening import happening_of, rank_of, touch
from trotskyism_cli.views.headline import headline_of
from trotskyism_cli.views.margins import margin_of
from trotskyism_cli.views.moment_in_time import (
    HAPPENED,
    end_within,
    exactly,
    is_ended,
    is_long,
    is_undated,
    lasted,
    place,
    weight_of,
)
from trotskyism_cli.views.row_of_day import DayRow
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import THOUGHT, TextsTold, first_sentence, saying, sentences_of
from trotskyism_cli.views.told_above import is_told_above, one_of_each_holder
from trotskyism_cli.views.touching import Touching
from trotskyism_cli.views.year import COURSE, REST, WRITTEN, Told, is_event, one_row_each, parts_of_year

NO_YEAR = 9999  # which a date beside several years does not leave out
A_LINE = 90  # letters of a note
_DOUBTS = lazy_regex(r"\bdoubts?\b")
_NIGHT = r"^On the night of (\d{1,2})–(\d{1,2}) ([A-Z][a-z]+ \d{4})(?: \([^()]*\))?,? "
AT_A_GLANCE = 20  # happenings of a year that are told whatever their weight
GREAT_OF_YEARS = HAPPENED + NOTABLE  # weight of what is told of several years
FEW = 10  # happenings of a month beside which also what weighs least and only its sentence dates is told
FIRST, MEANWHILE, LASTED, SAID = "", "Also in that time", "Meanwhile", "Said and argued"
ORDER = (FIRST, REST, LASTED, MEANWHILE, COURSE, WRITTEN, SAID)


@dataclass(frozen=True, slots=True)
class DayView:
    """What there is of a time, in groups with a heading (the first has none); `more` leads to what was left out.

    `in_both` calendars if the book dates some of it in either. Of several `years` each has more of its own.
    """

    groups: tuple[tuple[str, tuple[DayRow, ...]], ...]
    more: tuple[str, ...]
    in_both: bool = False
    years: tuple[int, ...] = ()


def day_view(pack: StoredPack, asked: Asked, moments: Sequence[Moment], lasting: Sequence[DayRow] = ()) -> DayView:
    """What happened on one day, the most important first; in a month, in order of time, and then what was so.

    Of a year what one must know comes first, and what was written then behind all that happened.

    What began before and ended after it, or else is known to have been `lasting`, stands by itself, and what somebody
    argued or said comes last: of one passage one quotation.
    """
    exact = [exactly(pack, each) if asked.is_year else each for each in _one_of_each_passage(moments)]
    groups, more = grouped(pack, asked, _in_order(pack, asked, exact))
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
    in_both = any(each.when.calendar is not Calendar.PLAIN for each in moments)
    return DayView(tuple(ordered), tuple(sorted(more - {""})), in_both, tuple(years))


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
    short: set[str] = set()
    more: set[str] = set()
    groups: dict[str, list[Told]] = {}
    is_alone = len({each.subject for each in moments if not lasted(asked, each) and is_event(pack, each)}) == 1
    for moment in moments:
        if lasted(asked, moment):
            row = DayRow(date_short(moment.when), capital(pack.entries[moment.subject].name))
            groups.setdefault(LASTED, []).append((moment, row))
            continue
        text = _said_of_day(pack, asked, moment, is_alone=is_alone)
        if _is_told_again(pack, moment, told.saying(text)) or _is_told(pack, moment, told):
            continue
        if is_undated(moment) and moment.subject in (short if asked.is_year else told):  # part of what has its date
            continue
        if _is_name_before(pack, moment, moments):
            continue
        if asked.day and asked.when and moment.subject in told:  # one line a matter
            more.add(moment.subject)
            continue
        told.add(text, of=moment.subject)
        short.update(() if is_long(moment) else (moment.subject,))
        row = _with_name(pack, moment, _row(asked, moment, text))
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
                group.sort(key=lambda each: each[0].sort_key[:1])
            else:
                group.sort(key=lambda each: place(asked, each[0]))
    return groups, more


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
    return (replace(row, margin=row.margin or _margin(asked, moment)) if is_dated else row for moment, row in group)


def told_of(pack: Pack, moment: Moment) -> str:
    """What happened, without the date that stands beside it."""
    if moment.quote:
        return f"{pack.entries[moment.quote.speaker].name}: “{moment.quote.text}”{_doubt(moment.quote.doubtful)}"
    fact = moment.fact
    if fact is None:
        return ""
    if not fact.text and (happening := happening_of(pack, fact)):
        return happening.text
    return fact_sentence(pack, fact if fact.text else replace(fact, when=None))


def _doubt(said: str) -> str:
    """What is doubtful about a quotation: what doubts it, or what is said of its form, if that is short; or a mark."""
    if not said:
        return ""
    sentences = sentences_of(said)
    best = next((each for each in sentences if _DOUBTS.search(each)), sentences[0])
    return f" Doubtful: {best}." if len(best) <= A_LINE or _DOUBTS.search(best) else " Doubtful in its wording."


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
        return True
    idea = pack.entries[fact.object.id] if isinstance(fact.object, EntryRef) else None
    if idea and idea.kind is Kind.CONCEPT and _is_in_event(pack, moment.when, idea.name, told, fact):
        return True
    own = pack.entries[fact.subject]
    if own.kind is Kind.PERSON:
        return _is_in_event(pack, moment.when, surname(own), told, fact)
    is_body = own.kind is Kind.ORGANISATION and isinstance(fact.object, Date)
    return is_body and _is_in_event(pack, moment.when, own.name, told, fact)


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


def _row(asked: Asked, moment: Moment, text: str) -> DayRow:
    """A row without the date that stands above it; of a longer time with the rest of its date before it."""
    if asked.when is None:
        return DayRow(date_short(moment.when), f"{_day_in_old_style(asked, moment)}{without_date(text, moment.when)}")
    bare = without_date(text, moment.when)
    if asked.day:
        return DayRow("", _that_night(without_date(bare, asked.when), asked.when))
    margin = _margin(asked, moment)
    is_all_of_it = not asked.is_several_years and margin == margin_of(asked.when, asked.when.first.year)
    return DayRow("" if is_all_of_it else margin, bare)


def _that_night(text: str, day: Date) -> str:
    """A sentence without the dates of the night that began or ended on a day."""
    found = re.match(_NIGHT, text)
    is_its = found and any(date_words(day).startswith(f"{number} {found[3]}") for number in found.groups()[:2])
    return f"That night {text[found.end() :]}" if found and is_its else text


def _with_name(pack: Pack, moment: Moment, row: DayRow) -> DayRow:
    """The row of an event with its name, behind which it is told what that was."""
    if pack.entries[moment.subject].kind is not Kind.EVENT or not (moment.fact and rank_of(pack, moment.fact)):
        return row
    return replace(row, name=row.text.partition(": ")[0], weight=weight_of(pack, moment))


def _margin(asked: Asked, moment: Moment) -> str:
    when = end_within(asked, moment) or moment.when
    if asked.when is None:
        return ""
    return margin_of(when, NO_YEAR if asked.is_several_years else asked.when.first.year)


def _day_in_old_style(asked: Asked, moment: Moment) -> str:
    """`(28 November Old Style) ` of what happened on the day that is asked for in the old calendar alone."""
    days = moment.when.first, moment.when.last
    if not asked.day or any((day.month, day.day) == (asked.month, asked.day) for day in days):
        return ""
    if all(gregorian_to_julian(day)[1:] != (asked.month, asked.day) for day in days):
        return ""
    return f"({asked.day} {MONTHS[asked.month]} Old Style) "


def _in_order(pack: Pack, asked: Asked, moments: Sequence[Moment]) -> list[Moment]:
    """Of one day the most important first; of a month or a year those that matter, in order of time."""
    if asked.day:
        return sorted(
            moments,
            key=lambda each: (
                lasted(asked, each),
                each.quote is None and weight_of(pack, each) < HAPPENED,
                is_ended(asked, each),
                -weight_of(pack, each),
            ),
        )
    if asked.is_several_years:
        moments = [each for each in moments if weight_of(pack, each) >= GREAT_OF_YEARS or each.quote]
    dated = sum(not is_undated(each) for each in moments)
    most = {False: AT_A_GLANCE, True: FEW}  # of what only its sentence dates, the fewer
    least = {False: MINOR, True: NOTABLE if asked.is_year else MINOR}
    kept = [
        each for each in moments if weight_of(pack, each) > least[is_undated(each)] or dated <= most[is_undated(each)]
    ]
    kept = kept or list(moments)
    return sorted(kept, key=lambda each: (weight_of(pack, each) < HAPPENED, is_undated(each), each.sort_key))


def _lasted_to_or_from(when: Date, told: Date) -> str:
    """` (until 1 April 1939)`, of what lasted to another day than the one that is told; or ` (from 17 July 1936)`."""
    word, point = ("until", when.end) if told.start == when.start else ("from", when.start)
    return f" ({word} {date_words(told._replace(start=point, end=point)).partition(' (')[0]})"


def _said_of_day(pack: Pack, asked: Asked, moment: Moment, *, is_alone: bool) -> str:
    """What happened, and what that was: of the one event of a day in all sentences of its summary, else in one.

    Of what only began or ended then, until or from when it lasted, and what happened on that day.
    """
    fact, whole = moment.fact, is_alone and bool(asked.day and asked.when)
    entry = pack.entries[fact.subject] if fact else None
    if fact and entry and entry.kind is Kind.EVENT and (happening := happening_of(pack, fact)):
        if (end := end_within(asked, moment)) and is_long(moment):
            which = "End" if is_ended(asked, moment) else "Beginning"
            text = f"{which} of {entry.phrase}{_lasted_to_or_from(moment.when, end)}"
            told = told_of_day(pack, entry, end)
            return f"{text}: {told}." if told else f"{text}: {entry.summary}" if whole else text
        return f"{happening.text}: {entry.summary if whole else f'{gloss_of(entry)}.'}"
    if fact and entry and isinstance(fact.object, Date) and not fact.text and entry.kind is Kind.PERSON:
        return f"{told_of(pack, moment).removesuffix('.')}: {first_sentence(entry.summary)}."
    text = capital(told_of(pack, moment))
    if fact and asked.is_year and pack.relations[fact.relation].role == Role.DIED and len(text) > A_LINE:
        return headline_of(pack, fact, text.removesuffix("."))
    happening = happening_of(pack, fact) if fact and (asked.is_year or asked.is_several_years) else None
    has_date = happening is not None and str(happening.year) in without_date(text, moment.when)
    return happening.text if happening and has_date else text
