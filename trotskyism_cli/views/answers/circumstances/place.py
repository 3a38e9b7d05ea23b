"""Answer where an event took place or somebody died: by a place entry, else by a line."""

from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.death import DYING, OF_DEATH, is_killed, told_of_death, unsure
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.event_answer import is_called
from trotskyism_cli.views.questions.line_match import has_place

TAKING_PLACE = frozenset(
    "assemble assembled convene convened gather gathered held hold meet met occur occurred place sat sit".split()
)
# Verbs of a line that tells where an event was, if no fact has the place as object.
_SAT = frozenset("assembled convened gathered held met sat".split())
_OF_A_BIRTH = lazy_regex(r"\bborn\b([^,;.]*)")
# Captures what follows the verb of a death; where somebody was condemned stands before it.
_OF_A_DEATH = lazy_regex(rf"\b(?:died\b|{WAS_KILLED})([^,;.]*)")


def place_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer where the one named event met or took place, if nothing else is asked."""
    query = found.query
    is_asked = query.words[:1] == ("where",) and not query.date and TAKING_PLACE & {*query.words}
    event = _event_of(pack, found) if is_asked else None
    if event is None:
        return None
    known = pack.known_facts(event)
    placed = [fact for fact in known if fact.target and pack.entries[fact.target].kind is Kind.PLACE]
    told = placed or [fact for fact in known if _SAT & {*fact_sentence(pack, fact).split()}]
    best = next((fact for fact in told if has_place(fact_sentence(pack, fact))), None)
    return Direct(fact_sentence(pack, best), "", (best.id,), (event.id,)) if best else None


def place_of_death_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer where the one named person died, or was killed, if he was."""
    query = found.query
    verbs = OF_DEATH.intersection(query.words)
    is_asked = query.words[:1] == ("where",) and verbs and not query.date and query.is_only_names_or(OF_DEATH)
    person = only_person(pack, query) if is_asked else None
    if person is None:
        return None
    if verbs.isdisjoint(DYING) and not is_killed(pack, found, person):
        return None
    placed = (fact for fact in pack.known_facts(person) if fact.target and _is_of_death(pack, fact))
    how = told_of_death(pack, person, "how", is_of_killing=verbs.isdisjoint(DYING))
    told = next(placed, how if how and tells_where_died(fact_sentence(pack, how)) else None)
    return Direct(fact_sentence(pack, told), unsure(told), (told.id,), (person.id,)) if told else None


def tells_where_died(text: str) -> bool:
    """True if a sentence says where somebody died, and not only where something else happened to him."""
    told = (each[1] for each in _OF_A_DEATH.finditer(text))
    return any(each.startswith(" there") or has_place(each) for each in told)


def tells_where_born(text: str) -> bool:
    """True if a sentence says where somebody was born, and not only under which name."""
    return any(has_place(each[1]) for each in _OF_A_BIRTH.finditer(text))


def _is_of_death(pack: StoredPack, fact: Fact) -> bool:
    is_place = pack.entries[fact.target].kind is Kind.PLACE
    return is_place and not DYING.isdisjoint(pack.relations[fact.relation].words)


def _event_of(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the one named event, or the event called by the named body that held it: `its congress`."""
    query = found.query
    named = [pack.entries[each] for each in query.entries]
    if len(named) != 1:
        return None
    if named[0].kind is Kind.EVENT:
        return named[0] if query.is_only_names_or(TAKING_PLACE) else None
    terms = [term for term in query.terms if term.word not in TAKING_PLACE]
    is_of_body = named[0].kind is Kind.ORGANISATION and query.further_terms(TAKING_PLACE)
    events = (pack.entries[each] for each in found.owners if each in pack.entries) if is_of_body else ()
    return next((each for each in events if each.kind is Kind.EVENT and is_called(each, terms)), None)
