"""Turn a question into other words in which the book may answer it.

TURNS lists the kinds of question, each with an example of both wordings. They are asked only where the book does not
answer the question as it stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.names.names import resolve
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import GETTING, HEADING, IS
from trotskyism_cli.library.questions.rewriting import CONCEIVING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.killing import WITH_A_WEAPON
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.library.words.question_terms import ARTICLES, WORKS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.answers.missing import ONLY_NEAR
from trotskyism_cli.views.answers.people.death import DYING, KILLING
from trotskyism_cli.views.answers.people.succession import TAKING_OVER
from trotskyism_cli.views.questions.answer_view import Untold
from trotskyism_cli.views.questions.direct import AGENTS, Direct, speaks_of
from trotskyism_cli.views.search.likely import LIKELY
from trotskyism_cli.views.wording.sentences import first_sentence

Words = Sequence[str]

IN_PLACE, THEN = frozenset("at in inside near present".split()), "when"
WINNING = frozenset("lose loses losing lost win winning wins won".split())
# Tells who won.
_OUTCOME = lazy_regex(r"\b(?:armistice|beat|beaten|defeat\w*|lost|overthr\w+|peace|surrender\w*|victory|won)\b")
_SERVING = lazy_regex(
    r"\b(?:agent|employed|hired|in the (?:pay|service) of|secretary|sp(?:y|ied)|worked) (?:of|for|by)\b|\b[Aa]gent\b"
)
_HAND = lazy_regex(
    r"\b(?:by order|complicity|had a hand|had [A-Z][\w ]* killed|order(?:s|ed)|responsib\w+)\b"
)  # in a murder
_WROTE = lazy_regex(r"\bwr(?:ote|itten)\b")
# Victims as a question calls them; the line itself says whom it counts.
VICTIMS = frozenset(
    """
    civilians dead deaths execution executions insurgents lives members men peasants people persons prisoners rebels
    sailors victims workers
    """.split()
)
COUNTING = frozenset("claim claimed claims cost costs lost there were".split())  # verbs that go with VICTIMS
EXILES = frozenset({"exile", "exiled", "exiles"})
LEADING_TO = frozenset({"into", "to"})
# Verbs after `did`, each with its past: "did he found it" is asked as "who founded it".
_DONE = {
    **{verb: f"{verb}d" for verb in "assassinate create translate".split()},
    **{verb: f"{verb}ed" for verb in "coin establish found invent kill murder".split()},
    "shoot": "shot",
    "write": "wrote",
}
REPLACED = "replaced"
FOLLOWING = frozenset({"followed", REPLACED})
# Verbs of judging: "did he support it" is asked as "what did he think of it".
VIEWING = frozenset(
    """
    accept apologise apologize approve condemn criticise criticize defend denounce justify oppose recognise recognize
    regret reject repent support welcome
    """.split()
)
OF_WHAT = frozenset("about for of to with".split())


AT_HEAD = frozenset("boss chairman chief commander director head leader".split())
# Deeds of many, each with its noun: "who stormed it" is asked as "who directed the storming of it".
NOUNS_OF = {
    "assaulted": "assault",
    "attacked": "attack",
    "besieged": "siege",
    "captured": "capture",
    "defended": "defence",
    "stormed": "storming",
    "suppressed": "suppression",
}


# What is done but once, with the kinds of what it is done to.
_ONCE = {
    "born": (Kind.PERSON,),
    "die": (Kind.PERSON,),
    **dict.fromkeys(("founded", "formed"), (Kind.ORGANISATION, Kind.WORK)),
}
TIMING = frozenset("at in on the".split())
_RISING = tuple((word,) for word in "become come get grow rise".split())
POWERFUL = frozenset("as dictator in leader party power powerful so strong the to".split())
OF_KILLING = frozenset("assassination killing murder".split())


class Wording(NamedTuple):
    """A question in other words.

    `unsure` is the header over its answer, if the two do not ask quite the same. `tells` is a pattern that the answer
    must match.
    """

    text: str
    unsure: Untold | None
    tells: re.Pattern[str] | None

    def is_told(self, told: Direct) -> bool:
        """True if the answer to this wording tells what was asked."""
        return self.tells is None or bool(self.tells.search(told.text))


class Turn(NamedTuple):
    """A kind of question and the same in other words.

    `asked` and `told` are an example of each; `turn` makes the one into the other, or returns nothing. `unsure` and
    `tells` are those of `Wording`.
    """

    asked: str
    told: str
    turn: Callable[[StoredPack, Query], Words]
    unsure: Untold | None = None
    tells: re.Pattern[str] | None = None


def other_wordings(pack: StoredPack, query: Query) -> Iterator[Wording]:
    """Yield the other wordings of a question, in the order of TURNS."""
    for each in TURNS:
        if words := each.turn(pack, query):
            yield Wording(" ".join(words), each.unsure, each.tells)


def _first_named(pack: StoredPack, query: Query, start: int, *kinds: Kind) -> tuple[Words, int]:
    """Return the words that name an entry of these kinds at position `start`, and the position behind them.

    An article may precede. Without such an entry: nothing and 0.
    """
    for own_id in query.named:
        begin, end = query.entries[own_id]
        if begin in (start, start + len(ARTICLES.intersection(query.words[start : start + 1]))):
            return (query.words[start:end], end) if pack.entries[own_id].kind in kinds else ((), 0)
    return (), 0


def _whereabouts(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    if not (query.begins_with_be and person and IN_PLACE.intersection(query.words[end : end + 1])):
        return ()
    if THEN in query.words[end:]:
        return ("where", "was", *person, *query.words[query.words.index(THEN, end) :])
    return ()


def _presence(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    if not (query.begins_with_be and person and query.date and IN_PLACE.intersection(query.words[end : end + 1])):
        return ()
    start = next((place for place in range(end, len(query.words)) if query.words[place] not in IN_PLACE), end)
    place, _ = _first_named(pack, query, start, Kind.PLACE)
    return ("when", "was", *person, "in", *place) if place else ()


def _outcome(pack: StoredPack, query: Query) -> Words:
    contest = _contest(query)
    event = " ".join(contest)
    if contest and not any(pack.entries[each].kind is Kind.EVENT for each in entries_named(pack.store, event)):
        meant = resolve(pack.store, pack, event)  # `the Polish war`
        entry = pack.entries[meant.entry] if meant.entry and meant.sure else None
        event = entry.name if entry and entry.kind is Kind.EVENT and contest[-1] in plain(entry.name).split() else ""
    return ("how", "did", event, "end") if event else ()


def _winner(pack: StoredPack, query: Query) -> Words:
    contest = _contest(query)
    return ("who", "won", *contest) if contest and query.words[0] == "did" and "win" in query.words else ()


def _contest(query: Query) -> Words:
    """Return what somebody is asked to have won or lost."""
    place = next((place for place, word in enumerate(query.words) if word in WINNING), 0)
    is_asked = query.words[:1] in (("did",), ("who",), ("which",)) and place
    return query.words[place + 1 :] if is_asked else ()


def _deaths(pack: StoredPack, query: Query) -> Words:
    if query.asks_for != "number" or not query.entries:
        return ()
    dying = DYING | KILLING | WITH_A_WEAPON
    asked = {term.word for term in query.further_terms(frozenset())}
    is_of_death = asked & (dying | (VICTIMS - {"men", "people", "persons", "members"}))
    if not is_of_death or not asked <= dying | VICTIMS | COUNTING:
        return ()
    named = query.named[0]
    event = pack.entries[named]
    called = query.words[slice(*query.entries[named])]
    if event.kind is Kind.CONCEPT:  # a dispute that is found by the place and its dead
        called = tuple(word for word in called if _is_place(pack, word))
    elif event.kind not in (Kind.EVENT, Kind.PLACE):
        return ()
    if len(query.entries) > 1 or not called:
        return ()
    return ("how", "many", "people", "died", "in", *(called if called[0] in ARTICLES else ("the", *called)))


def _is_place(pack: StoredPack, word: str) -> bool:
    """True if a word alone is the name of a place."""
    return any(pack.entries[each].kind is Kind.PLACE for each in entries_named(pack.store, word))


def _head(pack: StoredPack, query: Query) -> Words:
    """Turn a question for the holder of an office (`the party's chief`) into who led the body, in that year."""
    if query.words[:1] != ("who",) or not IS.intersection(query.words[1:2]) or not {*AT_HEAD} & {*query.words}:
        return ()
    place = next(place for place, word in enumerate(query.words) if word in AT_HEAD)
    before = tuple(word for word in query.words[2:place] if word not in ARTICLES)
    while before and _is_person(pack, before[0]):  # the owner, as in `Stalin's police`
        before = before[1:]
    behind = query.words[place + 2 :] if query.words[place + 1 : place + 2] == ("of",) else ()
    body = resolve(pack.store, pack, " ".join(word for word in before or behind if word != "in"))
    if not (body.entry and body.sure and pack.entries[body.entry].kind is Kind.ORGANISATION):
        return ()
    when = ("in", *query.date.words.split()) if query.date else ()
    return ("who", "led", "the", *(word for word in before or behind if word not in ("in", "the")), *when)


def _is_person(pack: StoredPack, word: str) -> bool:
    return any(pack.entries[each].kind is Kind.PERSON for each in entries_named(pack.store, word))


def _director(pack: StoredPack, query: Query) -> Words:
    noun = NOUNS_OF.get("".join(query.words[1:2]), "") if query.words[:1] == ("who",) else ""
    when = query.date.words.split() if query.date else ()
    return ("who", "directed", "the", noun, "of", *query.words[2:], *when) if noun else ()


def _times(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 4, Kind.PERSON)
    is_asked = query.words[:3] == ("how", "many", "times") and person and query.words[end:]
    return ("when", query.words[3], *person, *query.words[end:]) if is_asked else ()


def _afterwards(pack: StoredPack, query: Query) -> Words:
    place = query.words.index("after") if "after" in query.words else 0
    event, _ = _first_named(pack, query, place + 1, Kind.EVENT)
    is_asked = query.words[:2] in (("who", "was"), ("who", "were")) and place and event
    return (*query.words[:place], "in", *query.words[place + 1 :]) if is_asked else ()


def _exiles(pack: StoredPack, query: Query) -> Words:
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if query.asks_for != "number" or len(people) != 1 or not EXILES.intersection(query.words):
        return ()
    return ("where", "did", *query.words[slice(*query.entries[people[0]])], "live", "in", "exile")


def _without_owner(pack: StoredPack, query: Query) -> Words:
    for own_id in query.named:
        start, end = query.entries[own_id]
        owner = entries_named(pack.store, " ".join(query.words[start : end - 1]))
        is_owned = any(pack.entries[each].kind is Kind.PERSON for each in owner)
        if query.words[:1] in (("who",), ("which",)) and pack.entries[own_id].kind is Kind.WORK and is_owned:
            return (*query.words[:start], "the", *query.words[end - 1 :])
    return ()


def _theory(pack: StoredPack, query: Query) -> Words:
    idea, _ = _first_named(pack, query, 2, Kind.CONCEPT)
    is_asked = query.words[:1] == ("who",) and CONCEIVING.intersection(query.words[1:2])
    return ("whose", "theory", "was", *idea) if is_asked and idea else ()


def _journey(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    verb, *rest = query.words[end:] or ("",)
    if query.words[:2] != ("how", "did") or not person or verb not in GETTING or not rest:
        return ()
    rest = rest if LEADING_TO.intersection(rest[:1]) or rest[0] in ("from", "back") else ["to", *rest]
    return ("how", "did", *person, "travel", *rest)


def _doer(pack: StoredPack, query: Query) -> Words:
    agent, end = _first_named(pack, query, 1, *AGENTS)
    if query.words[:1] != ("did",) or not agent or not query.words[end + 1 :]:
        return ()
    done, thing = _DONE.get(query.words[end], ""), _first_named(pack, query, end + 1, *Kind)
    return ("who", done, *thing[0]) if done and thing[0] and thing[1] == len(query.words) else ()


def _holder(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    is_the_one = query.begins_with_be and person and query.words[end : end + 1] == ("the",)
    is_asked = is_the_one and HEADING.intersection(query.words[end + 1 : end + 3]) and len(query.entries) > 1
    return ("who", query.words[0], *query.words[end:]) if is_asked else ()


def _belonging(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    is_asked = query.words[:1] == ("did",) and person and query.words[end : end + 2] == ("belong", "to")
    return ("was", *person, "a", "member", "of", *query.words[end + 2 :]) if is_asked else ()


def _ousted(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    is_asked = query.words[:2] == ("who", REPLACED) and end == len(query.words)
    return ("who", "succeeded", *person) if is_asked and person else ()


def _successor(pack: StoredPack, query: Query) -> Words:
    if query.words[:1] != ("who",):
        return ()
    for opening in (*TAKING_OVER, *((each,) for each in FOLLOWING)):
        start = 1 + len(opening)
        person, end = _first_named(pack, query, start, Kind.PERSON)
        is_of_post = end < len(query.words) or opening != (REPLACED,)  # "who replaced him" may ask for either side
        if query.words[1:start] == opening and person and is_of_post:
            return ("who", "succeeded", *query.words[start:])
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    if IS.intersection(query.words[1:2]) and person and query.words[end : end + 1] == ("successor",):
        return ("who", "succeeded", *person, *query.words[end + 1 :])
    return ()


def _opinion(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    if query.words[:1] != ("did",) or not person or query.words[end : end + 1] == ():
        return ()
    rest = query.words[end + 1 :]
    rest = rest[1:] if OF_WHAT.intersection(rest[:1]) else rest
    return ("what", "did", *person, "think", "of", *rest) if query.words[end] in VIEWING and rest else ()


def _work(pack: StoredPack, query: Query) -> Words:
    is_asked = query.words[:1] == ("which",) and WORKS.intersection(query.words[1:2]) and query.words[2:3] == ("did",)
    return ("what", *query.words[2:]) if is_asked else ()


def _value(pack: StoredPack, query: Query) -> Words:
    """What is asked by yes or no, and has but one true value: where somebody was born, when a body was founded."""
    verb = next((word for word in query.words[1:] if word in (*_ONCE, "die")), "")
    end = query.words.index(verb) if verb else 0
    named = query.words[1:end]
    called = [pack.entries[each].kind for each in entries_named(pack.store, " ".join(named))]
    if len(called) != 1 or called[0] not in _ONCE.get(verb, ()) or query.words[:1] not in (("was",), ("did",)):
        return ()
    place, last = _first_named(pack, query, end + 2, Kind.PLACE)
    behind = query.words[end + 1 :]
    is_at_place = place and last == len(query.words) and IN_PLACE.intersection(behind[:1])
    is_at_time = query.date and not {*behind} - TIMING
    return ("where" if is_at_place else "when", query.words[0], *named, verb) if is_at_place or is_at_time else ()


def _own_idea(pack: StoredPack, query: Query) -> Words:
    idea, holder = _of_holder(query)
    named = [pack.entries[each] for each in query.named if query.words[slice(*query.entries[each])] in (idea, holder)]
    if (
        query.words[:1] != ("what",)
        or len(named) != 2
        or not speaks_of(named[1], plain(first_sentence(named[0].summary)).split())
    ):
        return ()
    return ("what", "is", *idea)


def _according(pack: StoredPack, query: Query) -> Words:
    idea, holder = _of_holder(query)
    return ("what", "did", *holder, "say", "about", *idea) if idea and holder else ()


def _of_holder(query: Query) -> tuple[Words, Words]:
    """What a question asks about, and according to whom."""
    place = query.words.index("according") if "according" in query.words else 0
    is_asked = query.words[:1] in (("what",), ("who",)) and IS.intersection(query.words[1:2]) and place > 2
    return (query.words[2:place], query.words[place + 2 :]) if is_asked else ((), ())


def _writing(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    is_asked = query.words[:2] == ("what", "did") and person and query.words[end : end + 1] in (("say",), ("think",))
    is_on_it = is_asked and OF_WHAT.intersection(query.words[end + 1 : end + 2])
    return ("what", "did", *person, "write", "about", *query.words[end + 2 :]) if is_on_it else ()


def _relation(pack: StoredPack, query: Query) -> Words:
    one, end = _first_named(pack, query, 2, *AGENTS)
    other, last = _first_named(pack, query, end + 1, *AGENTS)
    is_asked = query.words[:1] == ("who",) and not IS.isdisjoint(query.words[1:2])
    is_whole = one and other and query.words[end : end + 1] == ("to",) and last == len(query.words)
    return ("what", "was", "the", "relationship", "between", *one, "and", *other) if is_asked and is_whole else ()


def _role(pack: StoredPack, query: Query) -> Words:
    people = [query.words[slice(*query.entries[each])] for each in query.named if pack.entries[each].kind in AGENTS]
    if "role" not in query.words or len(people) != 1 or not query.date:
        return ()
    event = _event_called(pack, f"revolution of {query.date.words}") or _event_called(pack, query.date.words)
    return ("what", "was", "the", "role", "of", *people[0], "in", "the", *event) if event else ()


def _dated(pack: StoredPack, query: Query) -> Words:
    event = _event_called(pack, query.date.words) if query.begins_with_be and query.date else ()
    return (query.words[0], "the", *event, *query.words[1:]) if event else ()


def _event_called(pack: StoredPack, name: str) -> Words:
    """The words of the name of the event that is called so, for sure."""
    meant = resolve(pack.store, pack, name)
    entry = pack.entries[meant.entry] if meant.entry and meant.sure else None
    return plain(entry.name).split() if entry and entry.kind is Kind.EVENT else ()


def _rise(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    is_asked = query.words[:2] == ("how", "did") and person and query.words[end : end + 1] in _RISING
    return (
        ("how", "did", *person, "become", "leader") if is_asked and POWERFUL.issuperset(query.words[end + 1 :]) else ()
    )


def _power(pack: StoredPack, query: Query) -> Words:
    rise = _rise(pack, query)
    return (*rise[:-2], "come", "to", "power") if rise else ()


def _orderer(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    event = next((pack.entries[each] for each in query.named if pack.entries[each].kind is Kind.EVENT), None)
    is_asked = (
        query.words[:1] == ("did",) and person and query.words[end : end + 1] in (("order",), ("arrange",), ("plan",))
    )
    if not (is_asked and event and OF_KILLING.intersection(plain(event.name).split())):
        return ()
    named = entries_named(pack.store, event.name.partition(" of ")[2])
    killed = [each for each in named if pack.entries[each].kind is Kind.PERSON]
    return ("did", *person, "kill", *plain(pack.entries[killed[0]].name).split()) if len(killed) == 1 else ()


def _blame(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 1, Kind.PERSON)
    is_asked = query.words[:1] == ("did",) and person and KILLING.intersection(query.words[end : end + 1])
    is_of_many = is_asked and VICTIMS.intersection(query.words[end + 1 : end + 3])
    others = [each for each in query.named if query.entries[each][0] > end]
    called = query.words[slice(*query.entries[others[0]])] if len(others) == 1 else ()
    return ("was", *person, "to", "blame", "for", *called) if is_of_many and called else ()


def _counted(pack: StoredPack, query: Query) -> Words:
    is_asked = query.words[:2] == ("who", "were") and query.words[2:3] == ("the",)
    number = numbered(" ".join(query.words[3:]))
    if not is_asked or not number.isdecimal():
        return ()
    called = pack.store.column("SELECT entry FROM names WHERE how = 'word' AND form = ?", number)
    of_them = re.compile(rf"\bof (?:the )?{number}$")
    whole = [pack.entries[each] for each in called if of_them.search(plain(numbered(pack.entries[each].name)))]
    return ("what", "was", "the", *plain(whole[0].name).split()) if len(whole) == 1 else ()


def _taker(pack: StoredPack, query: Query) -> Words:
    return ("who", "took", *query.words[2:]) if query.words[:2] in (("who", "stormed"), ("who", "captured")) else ()


def _employer(pack: StoredPack, query: Query) -> Words:
    person, end = _first_named(pack, query, 2, Kind.PERSON)
    is_asked = (
        query.words[:1] in (("who",), ("whom",))
        and person
        and query.words[end:] in (("work", "for"), ("working", "for"))
    )
    return ("who", "was", *person) if is_asked else ()


TURNS = (
    Turn("was he in Moscow when she died", "where was he when she died", _whereabouts),
    Turn("was he in Petrograd in October 1917", "when was he in Petrograd", _presence, ONLY_NEAR),
    Turn("who won the war", "how did the war end", _outcome, tells=_OUTCOME),
    Turn("did they win the elections", "who won the elections", _winner),
    Turn("how many sailors fell in the rising", "how many people died in the rising", _deaths),
    Turn("who was chief of the police in 1937", "who led the police in 1937", _head),
    Turn("who defended the town", "who directed the defence of the town", _director),
    Turn("how many times was he shot", "when was he shot", _times, ONLY_NEAR),
    Turn("who was shot after the trial", "who was shot in the trial", _afterwards, LIKELY),
    Turn("how many exiles had he", "where did he live in exile", _exiles, LIKELY),
    Turn("who doubts his testament", "who doubts the testament", _without_owner, LIKELY),
    Turn("who invented the idea", "whose theory was the idea", _theory),
    Turn("how did he get to Mexico", "how did he travel to Mexico", _journey),
    Turn("did he found the party", "who founded the party", _doer),
    Turn("was he the leader of the party", "who was the leader of the party", _holder),
    Turn("was he born in Moscow", "where was he born", _value),
    Turn("what is the idea according to him", "what is the idea", _own_idea),
    Turn("what is the idea according to him", "what did he say about the idea", _according),
    Turn("what did he think of the plan", "what did he write about the plan", _writing, LIKELY),
    Turn("who was she to him", "what was the relationship between her and him", _relation),
    Turn("what was his role in 1905", "what was his role in the revolution of that year", _role),
    Turn("was October 1917 a coup", "was the October Revolution a coup", _dated),
    Turn("how did he become so powerful", "how did he become leader", _rise),
    Turn("how did he become leader", "how did he come to power", _power),
    Turn("did he order the murder of the other", "did he kill the other", _orderer, tells=_HAND),
    Turn("did he kill the sailors of the rising", "was he to blame for the rising", _blame),
    Turn("who were the 46", "what was the Declaration of the 46", _counted),
    Turn("who stormed the palace", "who took the palace", _taker),
    Turn("who did he work for", "who was he", _employer, tells=_SERVING),
    Turn("which book did he write in prison", "what did he write in prison", _work, tells=_WROTE),
    Turn("who followed him as commissar", "who succeeded him as commissar", _successor),
    Turn("who replaced him", "who succeeded him", _ousted, ONLY_NEAR),
    Turn("did he belong to the party", "was he a member of the party", _belonging),
    Turn("did he support the rising", "what did he think of the rising", _opinion, LIKELY),
)
