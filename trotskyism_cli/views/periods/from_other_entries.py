"""Fill the timeline of a person or an idea of which little is told with what the book tells in other entries."""

import re
from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.bodies.events_of_body import events_of
from trotskyism_cli.library.bodies.lifespan import event_date, founding_date, is_leadership
from trotskyism_cli.library.bodies.naming import CLOSE, ITS_OWN, NAMED, connected_events, passages_with, pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, NOTABLE, Entry, Kind
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.bodies.rows import sentence_of
from trotskyism_cli.views.happenings.deed import without_name
from trotskyism_cli.views.happenings.entry_history import lifetime
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.policies import adopters, years_of_policy
from trotskyism_cli.views.happenings.row import Happening, began_or_ended, happening_of, lasts_long
from trotskyism_cli.views.periods.filling import in_short, not_told, spread
from trotskyism_cli.views.periods.idea import appeared
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.headline import TWO_LINES
from trotskyism_cli.views.wording.sentences import AGAIN, THOUGHT, first_sentence, is_said
from trotskyism_cli.views.wording.surnames import surname

LITTLE = 14  # rows to fill up to


def with_what_is_told_elsewhere(library: Library, own_id: str, view: PeriodView) -> PeriodView:
    """Fill a timeline of fewer than `LITTLE` rows from other entries.

    For a person: what he wrote, led, or is named in, within his lifetime. For an idea: events of the chapters on it.
    """
    pack, own = library.pack, library.pack.entries[own_id]
    if len(view.happenings) + len(view.bars) >= LITTLE:
        return view
    told = [*view.happenings, *view.rest, *view.filling]
    life = lifetime(own)
    entries = {each.entry for each in told if isinstance(each.fact.object, Date)}
    facts, found = {each.fact.id for each in told}, list[Happening]()
    for each in _of_somebody(library, own) if own.kind is Kind.PERSON else _of_idea(library, own):
        is_of_life = life is None or life[0] <= each.first <= life[1]
        is_told = isinstance(each.fact.object, Date) and each.entry in entries and each.entry != own_id
        again = any(_is_same(each, other) for other in (*told, *found))
        if is_of_life and not (again or is_told or each.fact.id in facts):
            facts.add(each.fact.id)
            found.append(each)
    found = placed(pack, not_told(pack, found, told))
    # An idea's rows keep the order of chapters: what should be learnt first.
    more = spread(pack, found, view.happenings) if own.kind is Kind.PERSON else found
    filling = (*view.filling, *more)[: LITTLE - len(view.happenings)]
    years = [each.year for each in filling] if life is None else []
    return view._replace(
        filling=filling,
        first_year=min([view.first_year or date.max.year, *years]),
        last_year=max([view.last_year, *years]),
    )


def _of_somebody(library: Library, own: Entry) -> Iterator[Happening]:
    yield from _events(library, own.id)
    yield from _bodies(library, own)
    yield from _works(library.pack, own.id)
    yield from _sentences(library, own)


def _of_idea(library: Library, own: Entry) -> Iterator[Happening]:
    yield from _of_chapters(library, own)
    yield from _of_its_bodies(library, own)
    yield from _sentences(library, own)


def _of_its_bodies(library: Library, own: Entry) -> Iterator[Happening]:
    """For a policy: events, during its years, of the organisations that adopted it."""
    pack = library.pack
    years = next((each.when for each in years_of_policy(pack, own)), None)
    for body in adopters(pack, own) if years else ():
        for event in (pack.entries[each] for each, weight in events_of(library, body).items() if weight >= CLOSE):
            told = _on_its_day(pack, event)
            if told and years and years.first <= told.first <= years.last:
                yield told


def _of_chapters(library: Library, own: Entry) -> Iterator[Happening]:
    """Notable events and works of the chapters with an idea in their title.

    Essential entries come first, and works before events: an idea lives in its works.
    """
    pack = library.pack
    names = re.compile(pattern(pack, own).pattern, re.IGNORECASE)  # titles are capitalised
    chapters = [topic for topic in pack.topics if own.id in topic.entries and names.search(topic.title)]
    entries = dict.fromkeys(each for topic in chapters for each in topic.entries)
    for entry in sorted((pack.entries[each] for each in entries), key=_is_of_events):
        if entry.importance < NOTABLE or entry.kind not in (Kind.EVENT, Kind.WORK):
            continue
        if told := _on_its_day(pack, entry) if entry.kind is Kind.EVENT else appeared(pack, entry):
            yield told


def _is_of_events(entry: Entry) -> tuple[bool, bool]:
    return entry.importance < ESSENTIAL, entry.kind is not Kind.WORK


def _is_same(each: Happening, other: Happening) -> bool:
    """Return whether two rows tell the same in one year."""
    return each.year == other.year and (is_said(each.text, other.text, AGAIN) or is_said(other.text, each.text, AGAIN))


def _events(library: Library, own_id: str) -> Iterator[Happening]:
    """Events that tell of a person, and those of organisations while he led them."""
    pack = library.pack
    own = pack.entries[own_id]
    weights = {
        event: weight
        for event, weight in connected_events(library, own_id)
        if weight == ITS_OWN or (weight > NAMED and _is_told_of(pack, own, pack.entries[event]))
    }
    for body, time in _led_by(pack, own_id):
        for each, weight in events_of(library, body).items():
            when = event_date(pack.entries[each])
            if weight >= CLOSE and when and time and time.first <= when.first <= time.last:
                weights.setdefault(each, weight)
    for each, weight in weights.items():
        event = pack.entries[each]
        if (weight == ITS_OWN or event.importance >= NOTABLE) and (told := _on_its_day(pack, event)):
            yield told


def _on_its_day(pack: StoredPack, event: Entry) -> Happening | None:
    """An event by the first of its known dates; None if it has none."""
    return next((happening_of(pack, fact) for fact, _ in pack.known_dates(event)), None)


def _is_told_of(pack: StoredPack, own: Entry, event: Entry) -> bool:
    """Return whether an event names this person, rather than a namesake."""
    told = " / ".join((event.summary, *(fact_sentence(pack, fact) for fact in event.facts)))
    named = re.finditer(rf"(?:[A-Z][\w.]* )*\b{re.escape(surname(own))}\b(?! [A-Z])", told)
    return any(each[0] == surname(own) or each[0] in own.names for each in named)


def _bodies(library: Library, own: Entry) -> Iterator[Happening]:
    """Beginnings of organisations that a person founded or led, or whose summary begins with him."""
    pack, names = library.pack, pattern(library.pack, own)
    led_by_him = dict(_led_by(pack, own.id))
    for kind, subject, _ in passages_with(library, own):
        body = pack.entries[subject]
        if kind == "summary" and body.kind is Kind.ORGANISATION and names.search(first_sentence(body.summary)):
            led_by_him.setdefault(subject, None)
    for body, when in ((pack.entries[each], when) for each, when in led_by_him.items()):
        begun = founding_date(pack, body.id)
        fact = next((each for each in body.facts if isinstance(each.object, Date) and each.object == begun), None)
        if begun and fact and (when is None or begun.last >= when.first):
            text = f"{capital(body.name_at(begun))} {began_or_ended(pack, fact)}"
            yield Happening(begun, text, body.id, min(body.importance, NOTABLE), fact, appears=True)


def _works(pack: StoredPack, own_id: str) -> Iterator[Happening]:
    """Works that a person wrote."""
    for fact in pack.facts_with_object(own_id):
        work = pack.entries[fact.subject]
        is_his = work.kind is Kind.WORK and pack.relations[fact.relation].role == Role.AUTHOR and pack.is_known(fact)
        if is_his and (told := appeared(pack, work, is_own=True)):
            yield told


def _led_by(pack: StoredPack, own_id: str) -> Iterator[tuple[str, Date | None]]:
    """Organisations that somebody founded or led, and when."""
    for fact in (*pack.entries[own_id].facts, *pack.facts_with_object(own_id)):
        if fact.target and is_leadership(pack, fact):
            yield fact.subject if fact.target == own_id else fact.target, fact.date


def _sentences(library: Library, own: Entry) -> Iterator[Happening]:
    """Dated sentences with the name of a person or idea, without opinions."""
    pack, names = library.pack, pattern(library.pack, own)
    after_him = re.compile(rf"\bdeath of (?:{'|'.join(map(re.escape, (own.name, surname(own))))})\b")
    for kind, subject, record in passages_with(library, own):
        fact = pack.facts[record] if kind == "fact" else None
        if fact is None or fact.according_to or not pack.is_known(fact) or pack.relations[fact.relation].claim:
            continue
        if not (isinstance(fact.object, str) and names.search(fact_sentence(pack, fact))):
            continue
        told = sentence_of(pack, fact)
        is_deed = told and not (THOUGHT.search(told[1]) or after_him.search(told[1]) or lasts_long(told[0]))
        if told and is_deed:
            row = in_short(pack, Happening(*told, subject, MINOR, fact))
            is_short = own.kind is Kind.PERSON or len(row.text) <= TWO_LINES
            if is_short and (subject == own.id or names.search(row.text)):
                yield row._replace(text=without_name(own, row.text))
