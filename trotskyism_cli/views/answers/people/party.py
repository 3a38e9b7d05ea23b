"""Answer which party or group somebody belonged to, led, left or founded."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Fact, Kind, by_time
from trotskyism_cli.views.questions.direct import TOLD, Direct, told_in
from trotskyism_cli.views.questions.time_asked import may_be_then

PARTIES = frozenset(
    """
    party parties faction factions group groups organisation organization organisations international tendency current
    movement opposition
    """.split()
)
TYPES = frozenset({"party", "faction", "group", "current", "movement", "international"})  # bodies with members
# Verbs of a question, each with the word of the relation that answers it.
_LEADING = dict.fromkeys("lead led leader head headed".split(), "led")
_LEAVING = dict.fromkeys("leave left quit".split(), "left")
_FOUNDING = dict.fromkeys("found founded create created start started".split(), "founder")
_BELONGING = dict.fromkeys("belong belonged member members".split(), "member")
_JOINING = dict.fromkeys(("join", "joined"), "joined")
BECOMING = frozenset({"become", "became", "turn"})
ASKING = {**_LEADING, **_LEAVING, **_FOUNDING, **_BELONGING, **_JOINING}


def party_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer which bodies the one named person belonged to, led, left or founded, in order of time."""
    place = next((each for each in (1, 2) if PARTIES.intersection(query.words[each : each + 1])), 0)
    named = [each for each in query.named if not PARTIES.issuperset(query.words[slice(*query.entries[each])])]
    if not place or query.words[0] not in ("which", "what", "to") or len(named) != 1:
        return None
    person = pack.entries[named[0]]
    if person.kind is not Kind.PERSON or query.further_terms(PARTIES | frozenset(ASKING)):
        return None
    asked = next((ASKING[word] for word in query.words[place:] if word in ASKING), "member")
    facts = _rows(pack, person.facts, asked)
    if not facts and asked == "founder":  # the body is the subject of such a fact
        facts = _rows(pack, pack.facts_with_object(person.id), asked)
    if not facts and asked == "member":
        facts = _rows(pack, person.facts, "led")
    if not facts:
        return None
    kinds = {word.removesuffix("s") for word in query.words[place : place + 1]}  # `which faction`
    facts = [fact for fact in facts if kinds & _kinds_of(pack, fact)] or facts
    if query.when:
        facts = [fact for fact in facts if may_be_then(pack, fact, query)]
        if not facts:
            return None
    best = sorted(facts, key=lambda fact: -fact.importance)[:TOLD]
    return told_in(pack, sorted(best, key=by_time))


def becoming_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when somebody became one of a named group: `when did he become a Menshevik`."""
    named = [pack.entries[each] for each in query.named]
    people = [each for each in named if each.kind is Kind.PERSON]
    is_asked = query.words[:1] == ("when",) and BECOMING.intersection(query.words) and query.is_only_names_or(BECOMING)
    if not is_asked or query.date or len(people) != 1 or len(set(query.entries.values())) != 2:
        return None
    last = query.words[max(query.entries.values())[1] - 1].removesuffix("s")  # also a national section of it
    known = [fact for fact in people[0].facts if fact.target and fact.date and pack.is_known(fact)]
    own = [fact for fact in known if {last, f"{last}s"} & {*plain(pack.entries[fact.target].name).split()}]
    ties = [fact for fact in own if {"joined", "member"} & {*pack.relations[fact.relation].words}]
    return told_in(pack, [min(ties, key=by_time)]) if ties else None


def _kinds_of(pack: StoredPack, fact: Fact) -> set[str]:
    """Return the kinds that a fact's body may be called: its type, and the last word of its name."""
    body = pack.entries[fact.target]
    return {body.type, plain(body.name).rpartition(" ")[2]}


def _rows(pack: StoredPack, facts: tuple[Fact, ...], asked: str) -> list[Fact]:
    """Return the known facts of a relation that tie somebody to a body of TYPES."""
    known = (fact for fact in facts if fact.target and pack.is_known(fact))
    rows = [fact for fact in known if asked in pack.relations[fact.relation].words]
    return [fact for fact in rows if any(pack.entries[each].type in TYPES for each in (fact.target, fact.subject))]
