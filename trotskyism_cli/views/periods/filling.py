"""Rows that fill a span beside its events, organisations and works: other dated facts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.dates.dated_facts import Moment, with_days_written, written_between
from trotskyism_cli.library.dates.dates_in_sentences import naming_a_year
from trotskyism_cli.library.limits import UNBOUNDED, limit_for
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, Date, Precision, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, NOTABLE, Fact, Kind, Number
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words
from trotskyism_cli.views.bodies.rows import sentence_of
from trotskyism_cli.views.days.day import FIRST, MEANWHILE, SAID, grouped
from trotskyism_cli.views.days.moments import end_within, weight_of
from trotskyism_cli.views.days.repeated_rows import SOON
from trotskyism_cli.views.days.year import Told
from trotskyism_cli.views.happenings.deed import VIOLENT
from trotskyism_cli.views.happenings.entry_history import works_named
from trotskyism_cli.views.happenings.ideas import beginning
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.row import (
    Happening,
    days_of,
    last_day,
    lasts_long,
    lasts_some_time,
    rank_of,
    touch,
)
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.periods.weighing import OF_A_THIRD, crowded_happenings, thirds_of
from trotskyism_cli.views.periods.weighing_lives import less_beside
from trotskyism_cli.views.wording.beside_date import without_date
from trotskyism_cli.views.wording.headline import TWO_LINES, headline_of
from trotskyism_cli.views.wording.margins import without_year
from trotskyism_cli.views.wording.sentences import AGAIN, BY_EVENT, THOUGHT, TextsTold, defines, is_said
from trotskyism_cli.views.wording.surnames import surname

FEW = 6  # minor deaths that are always allowed
BEGUN = 2  # words
FEW_WEEKS, LONGEST = 45, 240  # days of a short span, and letters of a row in it
AT_LAST = 5  # weight deducted for a minor death
_DAY_FIRST, _DAY_LAST = lazy_regex(rf"^On (\d{{1,2}}) ({A_MONTH}),? "), lazy_regex(rf" on (\d{{1,2}}) ({A_MONTH})$")
_SINCE = lazy_regex(r"\b(?:from|since|until)\b", re.IGNORECASE)
_FROM_TO = lazy_regex(rf" from \d{{1,2}} (?:{A_MONTH}) to \d{{1,2}} (?:{A_MONTH})$")  # repeated by the margin


def facts_between(pack: Pack, first: date, last: date, moments: Sequence[Moment]) -> list[Happening]:
    """Dated facts within a span, other than events, organisations and works, the weightiest first.

    Includes what somebody wrote or said on a day for which nothing else is known.
    """
    asked = ParsedDate(parse_date(f"{first}/{last}"), 0, 0, 0, 0, is_certain=True)
    groups, _ = grouped(pack, asked, sorted(moments, key=lambda each: -weight_of(pack, each)))
    rows = [*groups.get(FIRST, ()), *_done(pack, groups.get(MEANWHILE, ())), *_said_alone(moments, groups)]
    found = [
        (_weight(pack, moment, moment.fact), Happening(when, text, moment.subject, MINOR, moment.fact))
        for moment, row in rows
        if moment.fact and not rank_of(pack, moment.fact)
        for when in [(_is_short(first, last) and end_within(asked, moment)) or moment.when]
        if first <= when.first and when.last <= last
        for text in [_told(pack, moment.fact) or without_date(row.text, when).removesuffix(".")]
    ]
    rows = _died_together(pack, [each for _, each in sorted(found, key=lambda each: -each[0])])
    return [_going_on(pack, in_short(pack, each)) for each in _one_of_each_work(pack, rows)]


def _going_on(pack: Pack, happening: Happening) -> Happening:
    """Mark a row that only began on its date as going on, unless its text says so or it is a change of name."""
    if pack.relations[happening.fact.relation].role == Role.NAME:
        return happening
    when, lasted = happening.when, happening.fact.date
    is_begun = (
        lasted and lasted != when and lasted.first == when.first and (lasted.end is None or lasted.end != when.end)
    )
    if not is_begun or _SINCE.search(happening.text):
        return happening
    return happening._replace(when=when.open_ended)


def in_short(pack: Pack, happening: Happening) -> Happening:
    """A row shortened to its headline; the full sentence is kept in `whole`."""
    text = headline_of(pack, happening.fact, happening.text, happening.when)
    return happening._replace(text=text, whole=happening.text if text != happening.text else "")


def _one_of_each_work(pack: Pack, rows: Sequence[Happening]) -> Iterator[Happening]:
    """Drop other facts about works whose own date has a row."""
    dated = {each.entry for each in rows if isinstance(each.fact.object, Date)}
    for each in rows:
        is_work = pack.entries[each.entry].kind is Kind.WORK
        if isinstance(each.fact.object, Date) or not (is_work and each.entry in dated):
            yield each


def told_between(pack: StoredPack, first: date, last: date, room: int = UNBOUNDED) -> Iterator[Happening]:
    """Facts dated only by their sentence within a span: to a day or a month, in several years also to a year.

    In several years only notable facts. At most `room` facts are looked at.
    """
    least = NOTABLE if first.year < last.year else MINOR
    for fact in naming_a_year(pack, first, last, room):
        told = sentence_of(pack, fact) if fact.importance >= least else None
        if told is None or fact.according_to or THOUGHT.search(told[1]):
            continue
        when, text = told
        is_exact = not when.is_year or first.year < last.year
        if is_exact and first <= when.first and when.last <= last:
            yield in_short(pack, Happening(when, text, fact.subject, MINOR, fact))


def with_facts(
    pack: StoredPack,
    view: PeriodView,
    span: tuple[date, date],
    moments: Sequence[Moment],
    *,
    everything: bool,
    with_words: bool,
) -> PeriodView:
    """Complete a span with other dated facts; opinions and minor births only if `with_words`.

    Without `with_words` no more facts are looked at than have room.
    """
    room = UNBOUNDED if with_words else limit_for(*span)
    told = [*told_between(pack, *span, room)]
    exact = {each.fact.id for each in told if each.when.is_exact_day}
    written = {own_id: each for own_id, each in _written(pack, span, room).items() if own_id not in exact}
    told = [each for each in told if each.fact.id not in written]
    found = facts_between(pack, *span, with_days_written(moments, written, [span]))
    found += [each for each in told if each.fact not in [one.fact for one in found]]
    longest = LONGEST if _is_short(*span) else TWO_LINES
    return with_rows(pack, view, found, everything=everything, with_words=with_words, longest=longest)


def _is_short(first: date, last: date) -> bool:
    """Return whether a span is of a few weeks, for which beginnings, ends and longer sentences are told too."""
    return (last - first).days <= FEW_WEEKS


def _written(pack: StoredPack, span: tuple[date, date], room: int) -> dict[str, Moment]:
    """Facts with a day only in their sentence; in several years without those of something that lasted."""
    found = written_between(pack, *span, room)
    is_year = span[0].year == span[1].year
    return {own_id: each for own_id, each in found.items() if is_year or not _lasted(each.fact)}


def _lasted(fact: Fact | None) -> bool:
    return bool(fact and fact.date and lasts_some_time(fact.date))


def with_rows(
    pack: StoredPack,
    view: PeriodView,
    rows: Iterable[Happening],
    *,
    everything: bool,
    with_words: bool = False,
    longest: int = TWO_LINES,
) -> PeriodView:
    """Complete a span with rows of at most `longest` letters, without repeating what it tells already."""
    found = [_beside_its_year(each) for each in rows]
    barred = {bar.fact for bar in view.bars}
    found = [each for each in found if not (each.fact.id in barred or _is_of_works(pack, each.fact))]
    found = found if with_words else _died_once(pack, found)
    beside = (*view.happenings, *view.rest)
    facts = placed(pack, not_told(pack, found, beside), beside)
    happened = facts if with_words else that_happened(pack, facts)
    others = [each for each in facts if each not in happened]
    if everything:
        told = _told_once(happened)
        return view._replace(happenings=tuple(in_order((*view.happenings, *told))), asides=len(others))
    filling = _told_once([each for each in happened if len(each.text) <= longest and not lasts_long(each.when)])
    filling = _with_few_deaths(pack, filling, len(view.happenings))
    others += [each for each in happened if each not in filling]
    must = [
        each._replace(rank=NOTABLE) for each in filling if _is_a_day(each.when) and each.fact.importance >= ESSENTIAL
    ]
    must += [each._replace(rank=NOTABLE) for each in _of_empty_thirds(pack, view, filling) if each not in must]
    if must:
        view = _with_happenings(view, must)
        filling = [each for each in filling if each.fact not in [one.fact for one in must]]
    return view._replace(filling=spread(pack, filling, view.happenings), rest=tuple(in_order((*view.rest, *others))))


def _of_empty_thirds(pack: Pack, view: PeriodView, filling: Sequence[Happening]) -> Iterator[Happening]:
    """The weightiest of these of each third of a long span in which nothing else happened."""
    for first, end in thirds_of((view.first_year, view.last_year)):
        if not any(first <= each.year < end for each in view.by_weight):
            yield from spread(pack, [each for each in filling if first <= each.year < end], ())[:OF_A_THIRD]


def _is_a_day(when: Date) -> bool:
    return when.is_single and when.start is not None and when.start.precision is Precision.DAY


def _with_happenings(view: PeriodView, must: Sequence[Happening]) -> PeriodView:
    """Add essential facts of a day; they weigh less than turning points and more than all else."""
    turns = max((place for place, each in enumerate(view.by_weight, start=1) if each.is_turn), default=0)
    weighed = (*view.by_weight[:turns], *must, *view.by_weight[turns:]) if view.by_weight else ()
    return view._replace(happenings=tuple(in_order((*view.happenings, *must))), by_weight=weighed)


def _told_once(found: Sequence[Happening]) -> list[Happening]:
    """Drop happenings that a longer row of the same days, with the same first words, tells too."""
    texts = TextsTold()
    of_text: dict[str, list[Happening]] = {}
    for each in found:
        texts.add(each.text, of=each.fact.id)
        of_text.setdefault(each.text, []).append(each)

    def is_again(each: Happening) -> bool:
        begun = each.text.split()[:BEGUN]  # who did what: another row may name it only in passing
        others = (text for text in texts.saying(each.text) if text.split()[:BEGUN] == begun)
        longer = (text for text in others if len(text) > len(each.text))
        same = (other.when for text in longer for other in of_text[text])
        as_exact = (when for when in same if when.is_single and (each.when.is_year or not when.is_year))
        return any(touch(each.when, when) for when in as_exact)

    return [each for each in found if not (each.when.is_single and is_again(each))]


def _died_once(pack: Pack, found: Sequence[Happening]) -> list[Happening]:
    """Drop less exact rows on an execution or murder if the death has its own date."""
    deaths = {each.entry: each for each in found if pack.relations[each.fact.relation].role == Role.DIED}

    def is_again(each: Happening) -> bool:
        death = deaths.get(each.entry, each)
        is_less_exact = death != each and touch(each.when, death.when) and days_of(each.when) > days_of(death.when)
        return is_less_exact and bool(VIOLENT.search(each.text))

    return [each for each in found if not is_again(each)]


def _with_few_deaths(pack: Pack, filling: Sequence[Happening], told: int) -> list[Happening]:
    """Keep no more minor deaths than there are other rows (but at least `FEW`), those of the best known people."""
    deaths = [each for each in filling if _is_minor_death(pack, each.fact)]
    known = sorted(deaths, key=lambda each: -pack.entries[each.entry].importance)
    few = known[: max(FEW, told + len(filling) - len(deaths))]
    return [each for each in filling if each in few or each not in deaths]


def _is_of_works(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact only lists several works with their years."""
    return bool(fact.date and works_named(fact_sentence(pack, fact), fact.date))


def spread(pack: Pack, filling: Sequence[Happening], told: Sequence[Happening]) -> tuple[Happening, ...]:
    """Rows by weight; each weighs less the more is told of the years near it."""

    def weight(each: Happening) -> tuple[float, float]:
        return (1, 0) if each in told else (0, _worth(pack, each))

    return tuple(each for each in crowded_happenings((*told, *filling), weight, less_beside) if each not in told)


def _worth(pack: Pack, happening: Happening) -> float:
    """Weight of a filling row: more for an organisation's beginning or end, less without a month, least for births.

    A minor death weighs less than anything else, so it is told only where nothing else is.
    """
    fact, entry = happening.fact, pack.entries[happening.entry]
    is_of_body = entry.kind is Kind.ORGANISATION and isinstance(fact.object, Date)
    worth = fact.importance + entry.importance + is_of_body - happening.is_bare
    return 0 if _is_birth(pack, fact) else worth - AT_LAST * _is_minor_death(pack, fact)


def _beside_its_year(happening: Happening) -> Happening:
    """A row without the year in its text, since the year stands beside it.

    If the text says until when it lasted, the date keeps only its beginning.
    """
    text, whole = (without_year(each, str(happening.year)) for each in (happening.text, happening.whole))
    happening = _on_its_day(happening._replace(text=text, whole=whole))
    is_said = happening.until and happening.until in happening.text
    return happening._replace(
        text=_without_its_date(happening, happening.text),
        whole=_without_its_date(happening, happening.whole),
        when=beginning(happening.when) if is_said else happening.when,
    )


def _without_its_date(happening: Happening, text: str) -> str:
    """A text without a date at its end that stands beside it."""
    month = MONTHS[happening.first.month]
    text = text.removesuffix(f" in {month}") if happening.margin else text
    if happening.when.is_single:
        day = f" {happening.first.day} {month}"
        return text.removesuffix(f" on{day}").removesuffix(day)
    return _FROM_TO.sub("", text) if happening.when.is_span and not happening.until else text


def _on_its_day(happening: Happening) -> Happening:
    """A row dated to a month, moved to the day with which its text begins or ends."""
    when, text = happening.when, happening.text
    found = _DAY_FIRST.search(text) or _DAY_LAST.search(text)
    is_month = when.is_single and when.start is not None and when.start.precision is Precision.MONTH
    if not (is_month and found) or found[2] != MONTHS[when.first.month]:
        return happening
    day = parse_date(f"{when.first:%Y-%m}-{int(found[1]):02}")
    return happening._replace(when=day, text=capital(f"{text[: found.start()]}{text[found.end() :]}"))


def that_happened(pack: Pack, found: Iterable[Happening]) -> list[Happening]:
    """Drop opinions, numbers, definitions, statements on concepts, and minor births."""
    happened = (each for each in found if not _is_opinion(pack, each.fact) and not defines(pack, each.fact))
    return [each for each in happened if not _is_minor_birth(pack, each.fact)]


def not_told(pack: Pack, found: Iterable[Happening], told: Sequence[Happening]) -> list[Happening]:
    """Drop happenings that an event among `told` tells, or whose entry has a row for the same time."""
    short = [each for each in told if not lasts_some_time(each.when)]
    events = [each for each in short if pack.entries[each.entry].kind is Kind.EVENT]
    others = sorted((each for each in short if each not in events), key=lambda each: -days_of(each.when))
    own = {each.entry: each.when for each in others}  # the most exact date wins
    return [
        each
        for each in found
        if not any(_is_told_by(pack, each, event) for event in _near(pack, each, events))
        if each.entry not in own or not touch(each.when, own[each.entry])
    ]


def _near(pack: Pack, happening: Happening, events: Iterable[Happening]) -> Iterator[Happening]:
    """Events of the same time; for a death all events, since it may come some days later."""
    is_death = pack.relations[happening.fact.relation].role == Role.DIED
    return (each for each in events if is_death or touch(happening.when, each.when))


def _is_opinion(pack: Pack, fact: Fact) -> bool:
    is_stated = pack.entries[fact.subject].kind is Kind.CONCEPT and isinstance(fact.object, str)
    return (
        bool(fact.according_to or pack.relations[fact.relation].claim) or is_stated or isinstance(fact.object, Number)
    )


def _is_minor_birth(pack: Pack, fact: Fact) -> bool:
    return _is_birth(pack, fact) and pack.entries[fact.subject].importance < ESSENTIAL


def _is_minor_death(pack: Pack, fact: Fact) -> bool:
    return pack.relations[fact.relation].role == Role.DIED and pack.entries[fact.subject].importance < ESSENTIAL


def _is_told_by(pack: Pack, happening: Happening, event: Happening) -> bool:
    """Return whether an event tells a happening: a death in an event named after the dead, or by name or summary."""
    own, entry = pack.entries[happening.entry], pack.entries[event.entry]
    if pack.relations[happening.fact.relation].role == Role.DIED and surname(own) in entry.name:
        return abs((happening.first - last_day(event.when)).days) <= SOON
    if not touch(happening.when, event.when) or happening.when.year is None:
        return False
    told, is_of_it = f"{entry.name} {entry.summary}", event.entry in happening.fact.ends
    if happening.when.is_year:  # could be anything else in that year
        return (is_of_it and event.when.is_year) or is_said(happening.text, told, AGAIN)
    return is_of_it or is_said(entry.name, happening.text, AGAIN) or is_said(happening.text, told, BY_EVENT)


def _done(pack: Pack, rows: Iterable[Told]) -> Iterator[Told]:
    """Notable deeds of people known only to the year; no opinions, definitions or states."""
    for moment, row in rows:
        fact = moment.fact
        if fact is None or fact.importance < NOTABLE or defines(pack, fact) or THOUGHT.search(row.text):
            continue
        own = pack.entries[fact.subject]
        if own.kind is Kind.PERSON and pack.relations[fact.relation].role != Role.NAME and sentence_of(pack, fact):
            yield moment, row


def _said_alone(moments: Iterable[Moment], groups: Mapping[str, Sequence[Told]]) -> Iterator[Told]:
    """What somebody wrote or said on a day of which nothing else is told, one a day."""
    days = {when.first for when in (each.when for each in moments if each.fact and not each.fact.according_to)}
    for moment, row in groups.get(SAID, ()):
        if moment.fact and _is_a_day(moment.when) and moment.when.first not in days:
            days.add(moment.when.first)
            yield moment, row


def _weight(pack: Pack, moment: Moment, fact: Fact) -> int:
    """Weight of a fact; 0 for a birth."""
    return 0 if _is_birth(pack, fact) else weight_of(pack, moment)


def _told(pack: Pack, fact: Fact) -> str:
    """`X born` for a birth; else empty."""
    return f"{pack.entries[fact.subject].name} born" if _is_birth(pack, fact) else ""


def _is_birth(pack: Pack, fact: Fact) -> bool:
    return pack.relations[fact.relation].role == Role.BORN


def _died_together(pack: Pack, found: Iterable[Happening]) -> list[Happening]:
    """Join people killed on the same day in the same way into one row."""
    rows: dict[tuple[Date, str], list[Happening]] = {}
    for each in found:
        is_death = pack.relations[each.fact.relation].role == Role.DIED
        killed = VIOLENT.search(each.text) if is_death else None
        rows.setdefault((each.when, killed[1] if killed else each.text), []).append(each)
    return [
        first._replace(text=f"{join_words([surname(pack.entries[each.entry]) for each in row])} were {how}")
        if len(row := [first, *others]) > 1
        else first
        for (_, how), (first, *others) in rows.items()
    ]
