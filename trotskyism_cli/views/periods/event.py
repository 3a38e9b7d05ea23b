"""The timeline of one event: its parts, its course, who did what in it, and what else happened at the time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from trotskyism_cli.library.bodies.descent import parts_of, wholes_of
from trotskyism_cli.library.bodies.naming import CLOSE
from trotskyism_cli.library.dates.dated_facts import Moment, timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.bodies.body import body_view
from trotskyism_cli.views.bodies.event_sentences import course_rows
from trotskyism_cli.views.bodies.rows import sentence_of
from trotskyism_cli.views.happenings.of_facts import happenings_of, in_order, once
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long
from trotskyism_cli.views.periods.bars import bar_of
from trotskyism_cli.views.periods.filling import in_short
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.headline import TWO_LINES
from trotskyism_cli.views.wording.places_named import named_in
from trotskyism_cli.views.wording.sentences import AGAIN, THOUGHT, is_said

# How far around a short event other happenings are told, and around a long one who did what in it.
AROUND, NEAR = timedelta(days=45), timedelta(days=400)
WIDER = AROUND, 4 * AROUND, NEAR  # spans around a short event, tried in turn until there are `FEW` rows
FEW = 5  # rows that are enough for a short event


def view_of_event(library: Library, own_id: str, moments: Sequence[Moment], *, everything: bool = False) -> PeriodView:
    """What happened in an event and around it.

    Its own parts and course come first, then as much else as there is room for.
    """
    pack, event = library.pack, library.pack.entries[own_id]
    when = pack.first_known_date(event)
    if when is None or when.first == date.min:
        return PeriodView(0, 0, (), ())
    begun, ended = when.first, last_day(when)
    own = list(_own(pack, event, [*moments, *timeline(library, "", begun, ended, everything=False)]))
    course = list(_told(pack, event, begun, ended, own))
    if not everything:
        course = [in_short(pack, each) for each in course]
        course = [each for each in course if len(each.text) <= TWO_LINES]
    told = [*own, *course]
    is_long = lasts_long(when)
    more: list[Happening] = []
    for around in () if is_long else WIDER:
        more = list(_meanwhile(library, begun - around, ended + around, told))
        if len(told) + len(more) >= FEW:
            break
    if is_long:
        more = list(_there(library, event, begun, ended, told))
    rows = placed(pack, [*told, *more])
    bars = tuple(bar_of(each, date(begun.year, 1, 1), date(ended.year, 12, 31)) for each in own[:1] if is_long)
    shown = in_order(each for each in rows if not (is_long and each.entry == own_id and each.fact is own[0].fact))
    years = [each.year for each in shown] + [begun.year, ended.year]
    view = PeriodView(min(years), max(years), bars, tuple(shown), is_crowded=True)
    weighed = [each.fact.id for each in (*told, *more)]
    by_weight = sorted(shown, key=lambda each: (not each.is_turn, weighed.index(each.fact.id)))
    return view if everything else view._replace(by_weight=tuple(by_weight), weighty_bars=bars)


def _own(pack: Pack, event: Entry, moments: Iterable[Moment]) -> Iterator[Happening]:
    """The event itself, its parts, and the events it is part of."""
    found = {each.entry: each for each in once(pack, happenings_of(pack, moments))}
    for own_id in dict.fromkeys((event.id, *parts_of(pack, event.id), *wholes_of(pack, event.id))):
        if own_id in found:
            yield found[own_id]


def _told(pack: Pack, event: Entry, begun: date, ended: date, own: Sequence[Happening]) -> Iterator[Happening]:
    """Its course and who did what in it, in sentences, without repetition."""
    near = AROUND if begun.year == ended.year else NEAR
    known = [f"{each.text}. {pack.entries[each.entry].summary}" for each in own if each.entry != event.id]
    course = (row.happening for row in course_rows(pack, {event.id: CLOSE}))
    rows = [each for each in course if not each.fact.according_to]
    deeds = (fact for fact in pack.facts_with_object(event.id) if _is_deed(pack, fact))
    rows += [each for fact in deeds if (each := _deed(pack, fact))]
    for each in rows:
        is_of_then = begun - near <= each.first <= ended + near and not (each.when.is_year and begun.year == ended.year)
        if is_of_then and not any(is_said(each.text, other) for other in known):
            known.append(each.text)
            yield each


def _is_deed(pack: Pack, fact: Fact) -> bool:
    is_of_somebody = pack.entries[fact.subject].kind in (Kind.PERSON, Kind.ORGANISATION)
    return is_of_somebody and fact.importance >= NOTABLE and pack.is_known(fact) and not fact.according_to


def _deed(pack: Pack, fact: Fact) -> Happening | None:
    told = sentence_of(pack, fact)
    return Happening(told[0], told[1], fact.subject, NOTABLE, fact) if told else None


def _there(library: Library, event: Entry, first: date, last: date, told: Sequence[Happening]) -> Iterator[Happening]:
    """What happened in the place of a long event during its time, the most important first, without repetition.

    The place is one that a fact gives, or a place in the event's name.
    """
    pack = library.pack
    tied = {each.target for each in pack.known_facts(event)}
    own = sorted(pack.of_kind(Kind.PLACE, filter(None, tied)))
    places = [pack.entries[each] for each in own] or named_in(pack, event.name)
    known = {each.entry for each in told if isinstance(each.fact.object, Date)} | {event.id}
    texts = [each.text for each in told]
    for place in places:
        for row in body_view(library, place.id, first, last).by_weight():
            each = row.happening
            is_own = last_day(each.when) <= last and not (row.is_event and each.entry in known)
            is_own &= not (row.is_aside or THOUGHT.search(each.text))
            if is_own and not any(is_said(each.text, other, AGAIN) or is_said(other, each.text) for other in texts):
                texts.append(each.text)
                yield each._replace(text=row.short or each.text)


def _meanwhile(library: Library, first: date, last: date, told: Sequence[Happening]) -> Iterator[Happening]:
    """What else happened at the time of a short event, the most important first."""
    pack = library.pack
    known = {each.entry for each in told}
    found = once(pack, happenings_of(pack, timeline(library, "", first, last, everything=False)))
    within = [each for each in found if first <= each.first and last_day(each.when) <= last and not each.is_bare]
    yield from sorted((each for each in within if each.entry not in known), key=lambda each: -each.rank)
