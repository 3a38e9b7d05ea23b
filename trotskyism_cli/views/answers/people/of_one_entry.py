"""Answer questions about one entry: why it matters, his parents, works on his life, who led in a country."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, is_what, speaks_of, told_in
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import surname

MATTERING = frozenset("famous important importance matter matters mattered significance significant".split())
PARENTS = frozenset("father mother parent parents".split())
_CHILD_OF = lazy_regex(r"\b(?:son|daughter|child) of [A-Z]")
WITH_ENTRIES = "Named here are only those who have entries of their own."
LIVES = frozenset("bio biography biographies biographer biographers".split())
WROTE = frozenset({"wrote", "written"})
BOOKS, ABOUT = frozenset({"book", "books"}), frozenset({"about", "on"})
LEADING = frozenset("lead led leader leaders head headed".split())
BIOGRAPHY = "biography"  # ends the type of such a work, as of an autobiography
_FURTHER = lazy_regex("[,;:.] ")  # ends the words that say what something is
LIFE_OF = 4  # words between `life of` and the name


def importance_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer why the named entry matters by its significance."""
    if len(query.entries) != 1 or not MATTERING.intersection(query.words) or not query.is_only_names_or(MATTERING):
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is Kind.PLACE and not entry.significance:  # a place matters by what happened there
        there = (pack.entries[fact.subject] for fact in pack.facts_with_object(entry.id))
        events = [each for each in there if each.kind is Kind.EVENT and plain(entry.name) in plain(each.name)]
        entry = max(events, key=lambda each: each.importance, default=entry)
    return Direct(f"{capital(entry.name)}: {entry.significance}", entries=(entry.id,)) if entry.significance else None


def parents_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who somebody's parents were by his first sentence, else by a fact about his father or mother."""
    is_asked = PARENTS.intersection(query.words) and query.is_only_names_or(PARENTS)
    person = only_person(pack, query) if is_asked else None
    if person is None:
        return None
    if _CHILD_OF.search(first_sentence(person.summary)):
        return Direct(is_what(person), entries=(person.id,))
    of_him = re.compile(rf"{re.escape(surname(person))}['’]s? (?:{'|'.join(sorted(PARENTS))})\b")
    told = [fact for fact in pack.known_facts(person) if of_him.match(fact_sentence(pack, fact))]
    return told_in(pack, told[:1]) if told else None


def end_of(pack: StoredPack, entry: Entry) -> str:
    """Say when and where somebody died, as far as it is told."""
    facts = (fact for fact in entry.facts if "death" in pack.relations[fact.relation].words and not fact.negated)
    return " ".join(fact_sentence(pack, fact) for fact in facts if fact.id not in pack.corrected)


def lives_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer with biographies of somebody, their authors, and his own memoirs; the first two by their summaries."""
    is_of_books = (BOOKS | WROTE).intersection(query.words) and ABOUT.intersection(query.words)
    is_asked = is_of_books or LIVES.intersection(query.words)
    entry = only_person(pack, query) if is_asked and query.is_only_names_or(LIVES | BOOKS | VIEWING) else None
    if entry is None:
        return None
    surname = plain(entry.name).rpartition(" ")[2]
    link = re.compile(rf"\b(?:life|lives|biography|biographies) of (?:\w+ ){{0,{LIFE_OF}}}?{surname}\b")
    own = [fact.subject for fact in pack.facts_with_object(entry.id) if "wrote" in pack.relations[fact.relation].words]
    telling = [
        each
        for each in pack.summed_up_with(surname, (Kind.WORK, Kind.PERSON))
        if link.search(plain(first_sentence(each.summary)))
    ]
    of_others = [each for each in telling if _is_biography(each)]
    by_himself = [each for each in map(pack.entries.get, pack.in_order(own)) if each and _is_biography(each)]
    by_himself = [each for each in by_himself if each.type != BIOGRAPHY]
    authors = [each for each in telling if each.kind is Kind.PERSON and each.id != entry.id]
    found = [*of_others, *authors, *by_himself]
    told = [is_what(each) for each in found]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(each.id for each in found)) if told else None


def _is_biography(work: Entry) -> bool:
    return work.kind is Kind.WORK and work.type.endswith(BIOGRAPHY)


def leaders_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who led in a country by leaders of bodies there; further words narrow the bodies."""
    places = [each for each in query.entries if pack.entries[each].kind is Kind.PLACE]
    if "who" not in query.asks or not LEADING.intersection(query.words) or len(places) != 1:
        return None
    start, end = query.entries[places[0]]
    further = [term for term in query.terms if term.word not in {*query.words[start:end], *LEADING}]
    led: list[Fact] = []
    for entry in pack.entries.values():
        told = plain(_FURTHER.split(entry.summary)[0]).split() if entry.kind is Kind.ORGANISATION else []
        is_there = told and speaks_of(pack.entries[places[0]], told)
        if further and is_there and all(is_said(term, told) for term in further):
            led += [fact for fact in pack.facts_with_object(entry.id) if "led" in pack.relations[fact.relation].words]
    known = [fact for fact in led if fact.voice is Voice.FACT and pack.stands(fact)]
    best = sorted(known, key=lambda fact: (-fact.importance, *by_time(fact)))[:TOLD]
    return told_in(pack, sorted(best, key=by_time)) if best else None
