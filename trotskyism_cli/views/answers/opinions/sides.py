"""Answer who was with or against somebody in an event, by the sentence about it that tells the sides."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.opinions.views_held import TAKING_SIDES
from trotskyism_cli.views.questions.direct import AGENTS, Direct, inside, is_what
from trotskyism_cli.views.questions.hits import lines_on
from trotskyism_cli.views.wording.surnames import short_name

SIDING = TAKING_SIDES | frozenset("against backed defended disagreed fought side sided support supported with".split())
TELLING = (SIDING - {"with"}) | frozenset({"beat", "defeated", "lost", "won"})  # in a sentence that tells the sides


def sides_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who stood with or against the named person or body in the named event, if nothing else is asked."""
    named = [pack.entries[each] for each in query.named]
    kinds = sorted(each.kind for each in named)
    is_asked = query.asks_for == "who" and SIDING.intersection(query.words) and query.is_only_names_or(SIDING)
    if not is_asked or kinds not in ([Kind.EVENT, Kind.PERSON], [Kind.EVENT, Kind.ORGANISATION]) or query.date:
        return None
    event, one = sorted(named, key=lambda each: each.kind is not Kind.EVENT)
    told = [text for text in lines_on(pack, event) if short_name(one) in text and _tells_side(pack, text, one)]
    best = max(told, key=lambda text: _others(pack, text, one), default="")
    first = is_what(event)  # what it was about
    return Direct(first, best if inside(best) not in first else "", entries=(event.id,)) if best else None


def _tells_side(pack: StoredPack, text: str, one: Entry) -> bool:
    """True if a sentence names others and has a word of taking sides."""
    return bool(_others(pack, text, one)) and not TELLING.isdisjoint(plain(text).split())


def _others(pack: StoredPack, text: str, one: Entry) -> int:
    """Count the people and bodies in a sentence other than `one`."""
    return sum(pack.entries[each].kind in AGENTS and each != one.id for each in entries_named(pack.store, text))
