"""Answer who headed a country at a time, by the offices in the bodies that governed it."""

import re
from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import HEADING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.office import offices
from trotskyism_cli.views.happenings.offices import is_office
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_what, speaks_of, told_in
from trotskyism_cli.views.questions.time_asked import is_sure_then
from trotskyism_cli.views.wording.sentences import first_sentence

GOVERNING = frozenset({"government", "leadership", "minister", "power", "prime"})
_FURTHER = lazy_regex(r"[,;:.] ")  # ends the words that say what something is
_HEAD = lazy_regex(r"\bhead of (?:the )?(?:\w+ )?government\b")


def government_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who headed the government of the one named country at the named time.

    Whoever is called its ruler, and held an office then, is told too: first, if he is more important.
    """
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asks_for == "who" and query.when and HEADING.intersection(query.words)
    if not is_asked or len(named) != 1 or named[0].kind is not Kind.PLACE or {"after", "before"} & {*query.words}:
        return None
    if query.further_terms(HEADING | GOVERNING):
        return None
    then = [fact for fact in _heads(pack, named[0]) if is_sure_then(pack, fact, query)]
    heads = sorted({fact.subject: fact for fact in then}.values(), key=by_time)[:TOLD]
    if not heads:
        return None
    people = [pack.entries[fact.subject] for fact in heads]
    told = told_in(pack, heads, dict.fromkeys(each.id for each in people))
    ruler = next((each for each in _rulers(pack, named[0], query) if each not in people), None)
    if ruler is None:
        return told
    lines = [is_what(ruler), told.text, told.further]
    if any(each.importance >= ruler.importance for each in people):
        lines = [*lines[1:], lines[0]]
    first, *further = filter(None, lines)
    return Direct(first, " ".join(further), told.facts, (*told.entries, ruler.id))


def _heads(pack: StoredPack, place: Entry) -> Iterator[Fact]:
    """Yield the offices in the governments of a country, and others without a body that have such a title."""
    bodies = (each for each in pack.entries.values() if each.kind is Kind.ORGANISATION)
    governing = {each.id for each in bodies if _governs(each, place)}
    held = [fact for fact in offices(pack) if fact.date]
    texts = {fact.id: fact_sentence(pack, fact) for fact in held}
    of_body = [fact for fact in held if fact.target in governing]
    titles = {found[0] for fact in of_body if (found := _HEAD.search(texts[fact.id]))}
    so_called = "|".join(map(re.escape, titles))
    yield from of_body
    for fact in held:
        if so_called and not fact.target and re.search(rf"\bwas (?:{so_called})(?! of)", texts[fact.id]):
            yield fact


def _governs(body: Entry, place: Entry) -> bool:
    """True if the summary of a body begins by calling it a government of the country."""
    told = plain(_FURTHER.split(body.summary)[0]).split()
    whole = plain(first_sentence(body.summary)).split()
    return "government" in told[:2] and speaks_of(place, whole)


def _rulers(pack: StoredPack, place: Entry, query: Query) -> Iterator[Entry]:
    """Yield the people whose summary begins with `Ruler of` the country and its like, and who held an office then."""
    names = "|".join(map(re.escape, place.names))
    ruled = re.compile(rf"(?:Dictator|Leader|Ruler) of (?:the )?(?:{names})\b(?!['’]s)")
    people = (each for each in pack.entries.values() if each.kind is Kind.PERSON)
    for person in people:
        is_ruler = ruled.match(person.summary)
        if is_ruler and any(is_office(pack, fact) and is_sure_then(pack, fact, query) for fact in person.facts):
            yield person
