"""Answer a question by an event: what happened, and when it was."""

import re
from collections.abc import Iterable, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.questions.question_words import LASTING as HOW_LONG
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit, SearchResult
from trotskyism_cli.library.words.irregular import OTHER_FORMS
from trotskyism_cli.library.words.numerals import ORDINALS
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence, sentence
from trotskyism_cli.views.questions.direct import LASTING, TOLD, Direct, inside, is_said, speaks_of, told_in
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.sentences import defines

READ_HITS = 5
COUNTED = 2  # words behind an ordinal, one of which it counts: the second Moscow Trial
HAPPENED = frozenset({"happen", "happened", "happens"})
FIRST = frozenset({"founded", "introduced"})  # relation words for when a body or an idea first was
_SPAN = lazy_regex(r"\b(?:from|between) [^,;.]*\d{4}[^,;.]* (?:to|until|and)\b|\b\d{4}–\d{2,4}\b|\bsince [^,;.]*\d{4}")
FALLING = frozenset("collapse collapsed fall fell overthrown".split())  # of a body: when it ended
BEGINNING = frozenset("begin begins began start starts started".split())


def event_itself(pack: StoredPack, found: SearchResult) -> Hit | None:
    """Return the event that a question is about: it is named, or called by all words: `murder of Trotsky`."""
    query = found.query
    named = plain(" ".join(name for each in query.entries for name in pack.entries[each].names)).split()
    dates = (pack.first_known_date(pack.entries[each]) for each in query.entries)
    named += [str(when.first.year) for when in dates if when]
    if all(is_said(term, named) for term in query.terms):
        own = (hit for hit in found.hits if hit.kind == Kind.EVENT and hit.id in query.entries)
        return next((hit for hit in own if not _is_by_named(pack.entries[hit.id], query)), None)
    for own_id in found.owners:
        entry = pack.entries.get(own_id)
        if entry is None or entry.kind is not Kind.EVENT:
            continue
        if _is_what_happened(pack, entry, query) and not _is_by_named(entry, query):
            given = next((hit for hit in found.hits if hit.id == own_id), None)
            facts = tuple(fact.id for fact in entry.facts if not (fact.negated or fact.id in pack.corrected))
            return given or Hit(own_id, Kind.EVENT, entry.name, entry.summary, facts, 0.0, query.forms)
    return None


def _is_by_named(event: Entry, query: Query) -> bool:
    """True if the question asks what was done to somebody who did the event himself.

    e.g. "when was Pablo expelled" and an event called `expulsions by Pablo`.
    """
    if IS.isdisjoint(query.words[:2]):
        return False
    text = plain(" ; ".join(event.names))
    words = {word for word in query.words if word not in STOP_WORDS}
    return any(re.search(rf"\bby {re.escape(word)}\b", text) for word in words)


def _is_what_happened(pack: StoredPack, event: Entry, query: Query) -> bool:
    """True if a name of the event has all that the question says, or all but words that name entries.

    In the second case the rest must stand in what is told of the event, e.g. "who had Trotsky killed".
    """
    names = (plain(name).split() for name in event.names)
    unsaid = min(([term for term in query.terms if not is_said(term, name)] for name in names), key=len)
    if not unsaid:
        return keeps_ordinals(event, query)
    if len(unsaid) == len(query.terms) or any(term.word not in query.naming for term in unsaid):
        return False
    if query.naming <= {term.word for term in unsaid} or _only_shares_name(pack, event, query):
        return False
    where = entries_named(pack.store, event.name.rpartition(" from ")[2])
    places = {each for each in where if pack.entries[each].kind is Kind.PLACE}
    if places and any(pack.entries[each].kind is Kind.PLACE and each not in places for each in query.entries):
        return False  # it happened somewhere else
    told = plain(" ".join((event.summary, *(fact_sentence(pack, fact) for fact in event.facts)))).split()
    return not query.is_only_names and all(is_said(term, told) for term in unsaid)


def _only_shares_name(pack: StoredPack, event: Entry, query: Query) -> bool:
    """True if the question names another event whose name shares words with this one's, but not all."""
    called = {*plain(" ".join(event.names)).split()}
    for each, span in query.entries.items():
        words = {*query.words[slice(*span)]} - STOP_WORDS
        if each != event.id and pack.entries[each].kind is Kind.EVENT and words & called and words - called:
            return True
    return False


def is_called(event: Entry, terms: Iterable[Term]) -> bool:
    """True if one name of the event contains all the terms."""
    names = (plain(name).split() for name in event.names)
    return any(all(is_said(term, name) for term in terms) for name in names)


def keeps_ordinals(event: Entry, query: Query) -> bool:
    """True if an ordinal of the question counts the same thing in the event's name.

    e.g. the Fifth Congress of an International is no fifth International.
    """
    asked = [term for term in query.terms if term.word not in query.naming]
    place = next((place for place, term in enumerate(asked[:-1]) if term.word in ORDINALS), None)
    if place is None:
        return True
    names = (plain(name).split() for name in event.names)
    behind = (
        name[at + 1 : at + 1 + COUNTED]
        for name in names
        for at in range(len(name))
        if is_said(asked[place], name[at : at + 1])
    )
    return any(is_said(term, words) for words in behind for term in asked[place + 1 :])


def _is_called_just_so(event: Entry, terms: Sequence[Term]) -> bool:
    """True if one name of the event has all the terms and no other word.

    With further words in the name, a part of the event may be meant.
    """
    names = ({*plain(name).split()} - STOP_WORDS for name in (*event.names, *event.search))
    return any(len(name) == len(terms) and all(is_said(term, [*name]) for term in terms) for name in names)


def event_at(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer "what happened at this place" or "at this time", if the question asks nothing else."""
    query = found.query
    words = set(query.words)
    of_place = HAPPENED & words and all(pack.entries[each].kind is Kind.PLACE for each in query.entries)
    dated = set(plain(query.date.words).split()) if query.date else set()
    if not of_place or "when" in query.asks or {term.word for term in query.terms} - query.naming - dated:
        return None
    if query.is_only_date:
        return _of_date(pack, found)
    if query.date:
        there = [each for place in query.entries for each in _events_at(pack, place) if _is_within(pack, each, query)]
        return _of_several(pack, there, query)
    for hit in found.hits[:READ_HITS]:
        if hit.kind == Kind.EVENT:
            return in_short(pack.entries[hit.id])
    return None


def _of_several(pack: StoredPack, events: Iterable[Entry], query: Query) -> Direct | None:
    """Tell the one event that fills the whole time asked; else the most important events, in order of time."""
    days = {each.id: (each, when) for each in events if (when := pack.first_known_date(each))}
    whole = [each for each, when in days.values() if query.when and when.first == query.when.first]
    whole = [each for each in whole if days[each.id][1].last == query.when.last] if query.when else []
    most = max((each.importance for each, _ in days.values()), default=0)
    best = [each for each, when in days.values() if each.importance == most]
    told = whole[:1] or sorted(best, key=lambda each: days[each.id][1].first)[:TOLD]
    if len(told) < 2:
        return in_short(told[0]) if told else None
    first, *further = (sentences(each.summary)[0] for each in told)
    return Direct(first, " ".join(further), entries=tuple(each.id for each in told))


def _events_at(pack: StoredPack, place: str) -> list[Entry]:
    """Return the events at a place, in a town within it, or called after it."""
    there = [pack.entries[fact.subject] for fact in pack.facts_with_object(place) if pack.is_known(fact)]
    within = [each.id for each in there if each.kind is Kind.PLACE]  # a town in it
    there += [pack.entries[fact.subject] for each in within for fact in pack.facts_with_object(each)]
    called = entries_named(pack.store, pack.entries[place].name)
    return [each for each in (*there, *(pack.entries[each] for each in called)) if each.kind is Kind.EVENT]


def _is_within(pack: StoredPack, event: Entry, query: Query) -> bool:
    """True if an event began within the time of the question, in either calendar, or lasted all through it."""
    when = pack.first_known_date(event)
    readings = query.date.readings if query.date else ()
    return when is not None and any(
        first <= when.first <= last or (when.end is not None and when.first <= first and last <= when.last)
        for first, last in readings
    )


def _of_date(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer a question that is only a date by its most important event.

    If no event found falls within the date, the most important one found answers.
    """
    asked = found.query.when
    owners = (pack.entries.get(each) for each in found.owners)
    events = [each for each in owners if each and each.kind is Kind.EVENT]
    then = [
        each
        for each in events
        if (when := pack.first_known_date(each)) and asked and asked.first <= when.first and when.last <= asked.last
    ]
    return in_short(max(then or events, key=lambda each: each.importance)) if events else None


def event_then(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer a question of only people and a date by the event of that date that has them in its name."""
    query = found.query
    asked = query.when
    people = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if asked is None or query.further_terms(frozenset()) or not people or len(people) < len(query.entries):
        return None
    for own_id in found.owners:
        event = pack.entries.get(own_id)
        if event and event.kind is Kind.EVENT and all(speaks_of(each, plain(event.name).split()) for each in people):
            when = pack.first_known_date(event)
            if when and asked.first <= when.first and when.last <= asked.last:
                return in_short(event)
    return None


def in_short(event: Entry) -> Direct:
    """Answer with the first two sentences of an event's summary."""
    return Direct(" ".join(sentences(event.summary)[:2]), entries=(event.id,))


def date_of_named(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when the one named entry was founded, written and the like.

    Not for people: "when was he killed" is answered by the event.
    """
    works = {each: span for each, span in query.entries.items() if pack.entries[each].kind is Kind.WORK}
    named = works if len(query.entries) == 2 and len(works) == 1 else query.entries  # a work beside its author
    if len(named) != 1:
        return None
    [(own_id, (start, end))] = named.items()
    if pack.entries[own_id].kind is Kind.PERSON:
        return None
    entry = pack.entries[own_id]
    further = {*query.words[:start], *query.words[end:]} - {"when"}
    further |= {form for word in further for form in OTHER_FORMS.get(word, ())}
    is_of_first = bool(BEGINNING & further) and entry.kind in (Kind.ORGANISATION, Kind.CONCEPT)
    further |= {"ended"} if FALLING & further and entry.kind is Kind.ORGANISATION else set()
    for fact, _ in pack.known_dates(entry):
        relation = pack.relations[fact.relation]
        words = further | FIRST if is_of_first else further
        if relation.functional and words.intersection(relation.words):
            return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(own_id,))
    if entry.kind is Kind.CONCEPT and not further - STOP_WORDS - LASTING and (BEGINNING | LASTING | IS) & further:
        return _span_of(pack, entry)
    return None


def day_of_event(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer when a deed took place by the date of the event called after it: "when did Lenin ban factions"."""
    event = event_itself(pack, found)
    if event is None or event.id in found.query.entries or HOW_LONG.issubset(found.query.words):
        return None
    known = pack.known_dates(pack.entries[event.id])
    return next((Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(event.id,)) for fact, _ in known), None)


def _span_of(pack: StoredPack, idea: Entry) -> Direct | None:
    """Answer from when to when an idea lasted, if its definition or the start of its summary says so."""
    for fact in idea.facts:
        if defines(pack, fact) and _SPAN.search(fact_sentence(pack, fact)):
            return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(idea.id,))
    first = sentences(idea.summary)[0]
    return Direct(f"{capital(idea.name)}: {inside(first)}", entries=(idea.id,)) if _SPAN.search(first) else None


def time_of_event(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer when an event was, or how long it lasted, if one of its names has all words of the question."""
    query = found.query
    if alike := _times_of_alike(pack, query):
        return alike
    terms = [term for term in query.terms if term.word not in LASTING]
    called = _is_called_just_so if (LASTING | BEGINNING).intersection(query.words) else is_called
    for hit in sorted(found.hits[:READ_HITS], key=lambda each: each.id not in query.entries):
        entry = pack.entries[hit.id] if hit.kind == Kind.EVENT else None
        is_it = entry and terms and called(entry, terms) and keeps_ordinals(entry, query)
        if entry and is_it and not _is_by_named(entry, query):
            fact, when = next(iter(pack.known_dates(entry)), (None, None))
            if fact is None or when is None:
                return None
            if HOW_LONG.issubset(query.words) and not when.is_span:
                return None  # a single day does not say how long it lasted
            unsure = f"Uncertain: {sentence(fact.uncertain)}" if fact.uncertain else ""
            return Direct(fact_sentence(pack, fact), unsure, (fact.id,), (hit.id,))
    return None


def _times_of_alike(pack: StoredPack, query: Query) -> Direct | None:
    """Give the dates of all events that the same words name, the most important first.

    None if anything else is asked.
    """
    named = [pack.entries[each] for each in query.entries]
    is_of_one = len(set(query.entries.values())) == 1 < len(named)
    if not is_of_one or {each.kind for each in named} != {Kind.EVENT} or query.further_terms(BEGINNING):
        return None
    if HOW_LONG.issubset(query.words):
        return None
    named.sort(key=lambda each: -each.importance)
    days = [fact for each in named for fact, _ in pack.known_dates(each)[:1]]
    return told_in(pack, days, [each.id for each in named]) if len(days) == len(named) <= TOLD else None
