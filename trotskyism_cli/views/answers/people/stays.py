"""Answer where somebody lived, and when he came to a place or left it, by the stays that the book records."""

from collections.abc import Sequence

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import PLACES
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.question_terms import BREAKING_OUT
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.views.questions.direct import TOLD, Direct, speaks_of, told_in, words_said
from trotskyism_cli.views.wording.margins import years_of

COMING = frozenset("arrive arrived enter entered go went land landed move moved reach reached return returned".split())
LEAVING = frozenset("leave left leaving depart departed quit sail sailed".split())
EXILED = frozenset("asylum banished deported exile exiled refuge sent".split())
DURING = frozenset({"at", "during", "when"})  # before an event that gives the time
LIVING = frozenset({"live", "lived", "stay", "stayed"})
SINCE = frozenset({"after", "from", "since"})  # before a year
BEFORE = frozenset({"before", "until"})
FEWEST = 2  # places that make a list
STAYING = frozenset({"lived", "exile"})  # words of relations


def stays_asked(pack: StoredPack, query: Query) -> Direct | None:
    """List all places where the one named person lived or was in exile, in order of time, with years.

    If a kind of place is asked (`which countries`), those come first and the others in a second sentence.
    """
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    asking = EXILED | LIVING | PLACES
    since = query.when if SINCE.intersection(query.words) else None
    is_asked = query.asks_for == "where" and (since or not query.date) and not query.further_terms(asking)
    if not is_asked or len(people) != 1 or len(query.entries) > 1:
        return None
    if not (EXILED | LIVING).intersection(query.words):
        return None
    known = [fact for fact in pack.known_facts(pack.entries[people[0]]) if fact.target]
    wanted = {"exile"} if EXILED.intersection(query.words) else STAYING
    stays = [fact for fact in known if wanted & {*pack.relations[fact.relation].words}]
    stays = [fact for fact in stays if pack.entries[fact.target].kind is Kind.PLACE]
    if since:
        stays = [
            fact for fact in stays if fact.when and fact.when.last > since.first and fact.when.first >= since.first
        ]
    stays.sort(key=lambda fact: (_years(pack, fact), *by_time(fact)))
    of_kind = [fact for fact in stays if query.place_kind in ("", pack.entries[fact.target].type)]
    if len(of_kind) < FEWEST:
        return None
    others = [fact for fact in stays if fact not in of_kind]
    is_exile = all("exile" in pack.relations[fact.relation].words for fact in stays)
    verb = "was in exile in" if is_exile else "lived in"
    told = f"{pack.entries[people[0]].name} {verb} {_places(pack, of_kind)}."
    further = f"And in {_places(pack, others)}." if others else ""
    return Direct(told, further, tuple(fact.id for fact in stays), (people[0],))


def _places(pack: StoredPack, stays: Sequence[Fact]) -> str:
    """List places with years, each once: `Turkey (1929–1933), France (1933–1935) and Norway (1935–1936)`."""
    years: dict[str, list[str]] = {}
    for fact in stays:
        told = [years_of(fact.when)] if fact.when else _years(pack, fact)
        years.setdefault(fact.target, []).extend(told)
    named = ((pack.entries[place].phrase_at(None), ", ".join(dict.fromkeys(when))) for place, when in years.items())
    return join_words([f"{name} ({when})" if when else name for name, when in named])


def _years(pack: StoredPack, fact: Fact) -> list[str]:
    """Return the year of a stay's date, then the years in its sentence."""
    return [*([str(fact.when.first.year)] if fact.when else ()), *NAMED_YEAR.findall(fact_sentence(pack, fact))]


def exile_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer where the one named person was in exile at the named time or during the named event."""
    asked = query.when
    events = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.EVENT]
    if asked is None and len(events) == 1 and DURING.intersection(query.words):
        asked = pack.first_known_date(events[0])
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if query.asks_for != "where" or asked is None or len(people) != 1 or len(query.entries) > 1 + len(events):
        return None
    is_open = not (SINCE | BEFORE).isdisjoint(query.words)  # then a year is a limit, not the time of a stay
    if query.further_terms(EXILED | BREAKING_OUT | {"took"} | COMING | LIVING) or (is_open and not events):
        return None
    if not (events or (EXILED | COMING | LIVING).intersection(query.words)):
        return None
    stays = [
        fact
        for fact in pack.known_facts(pack.entries[people[0]])
        if fact.target and fact.date
        if "exile" in pack.relations[fact.relation].words
        if fact.date.first <= asked.last and asked.first <= fact.date.last
        if not (fact.date.is_single and asked.length < fact.date.length)  # too vague: only the year is known
    ]
    return told_in(pack, sorted(stays, key=by_time)[:TOLD]) if stays else None


def next_stay(pack: StoredPack, query: Query) -> Direct | None:
    """Answer where the one named person went after the one named place, or was before it."""
    way = next((word for word in ("after", "before") if word in query.words), "")
    named = sorted(query.entries, key=lambda each: pack.entries[each].kind is Kind.PLACE)
    if (
        query.asks_for != "where"
        or not way
        or len(named) != 2
        or not query.is_only_names_or(COMING | LEAVING | LIVING | EXILED)
    ):
        return None
    person, place = (pack.entries[each] for each in named)
    if person.kind is not Kind.PERSON or place.kind is not Kind.PLACE:
        return None
    known = (fact for fact in pack.known_facts(person) if fact.target and fact.date)
    stays = sorted((fact for fact in known if STAYING & {*pack.relations[fact.relation].words}), key=by_time)
    around = _around(pack, place)
    there = [number for number, fact in enumerate(stays) if fact.target in around]
    wanted = (there[-1] + 1 if way == "after" else there[0] - 1) if there else -1
    return told_in(pack, [stays[wanted]]) if 0 <= wanted < len(stays) else None


def _around(pack: StoredPack, place: Entry) -> set[str]:
    """Return the ids of a place and all places that it lies in: an island, and its country."""
    around, further = set[str](), [place.id]
    while further:
        around.update(further)
        facts = (fact for each in further for fact in pack.entries[each].facts)
        further = [fact.target for fact in facts if fact.target and fact.target not in around]
        further = [each for each in further if pack.entries[each].kind is Kind.PLACE]
    return around


def stay_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when the one named person was at the one named place."""
    named = sorted(query.entries, key=lambda each: pack.entries[each].kind is Kind.PLACE)
    if query.asks_for != "when" or len(named) != 2 or not query.is_only_names_or(COMING | LEAVING):
        return None
    person, place = (pack.entries[each] for each in named)
    if person.kind is not Kind.PERSON or place.kind is not Kind.PLACE:
        return None
    stays = [
        fact
        for fact in pack.known_facts(person)
        if fact.date and _is_there(pack, fact, place)
        if STAYING & {*pack.relations[fact.relation].words}
        if fact.date.end or not LEAVING.intersection(query.words)
    ]
    return told_in(pack, sorted(stays, key=by_time)[:TOLD]) if stays else None


def _is_there(pack: StoredPack, stay: Fact, place: Entry) -> bool:
    """True if a stay was at a place, or at the whole of which it is a part, with the place in its sentence.

    e.g. a stay in Turkey whose sentence names Prinkipo.
    """
    within = {fact.target for fact in place.facts if fact.target}
    return stay.target == place.id or (stay.target in within and speaks_of(place, words_said(pack, stay)))
