"""Answers to where an event took place, in whichever words it is asked: by its place, else by a line that has one."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.direct import Direct
from trotskyism_cli.views.spoken import has_place

TAKING_PLACE = frozenset(
    "assemble assembled convene convened gather gathered held hold meet met occur occurred place sat sit".split()
)
# How a line begins to tell where an event was, if no row does.
_SAT = frozenset("assembled convened gathered held met sat".split())


def place_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Where the event was that is all that a question names, if it asks where that met, or took place."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.words[:1] == ("where",) and not query.date and query.is_only_names_or(TAKING_PLACE)
    if not is_asked or len(named) != 1 or named[0].kind is not Kind.EVENT or not TAKING_PLACE & {*query.words}:
        return None
    known = pack.known_facts(named[0])
    placed = [fact for fact in known if fact.target and pack.entries[fact.target].kind is Kind.PLACE]
    told = placed or [fact for fact in known if _SAT & {*fact_sentence(pack, fact).split()}]
    best = next((fact for fact in told if has_place(fact_sentence(pack, fact))), None)
    return Direct(fact_sentence(pack, best), "", (best.id,), (named[0].id,)) if best else None
