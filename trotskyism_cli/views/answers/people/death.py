"""Answer how, when and why somebody died and who killed him.

By the event of his death, else by facts about him. `circumstances.place` answers where.
"""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.killing import (
    BY_OWN_HAND,
    KILLED_WORDS,
    NOT_ONLY_WOUNDED,
    SHOT,
    TO_KILL,
    WAS_KILLED,
    WITH_A_WEAPON,
)
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence, sentence
from trotskyism_cli.views.questions.direct import TOLD, TRYING, Direct, speaks_of, told_in, words_said
from trotskyism_cli.views.questions.event_answer import in_short
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.reason_words import gives_reason
from trotskyism_cli.views.questions.time_asked import may_be_then

# Words for killing. Verbs of a weapon (WITH_A_WEAPON) are apart: who was killed need not have been shot.
KILLING = TO_KILL | (KILLED_WORDS - {SHOT}) | frozenset("assassin killer killing murderer".split())
DYING = frozenset("die died dies dying death dead".split())
WEAPONS = frozenset({"weapon", "weapons"})
MEANS = frozenset({"use", "used", "with"})  # behind `what`: the question is with what one killed
OF_DEATH = KILLING | WITH_A_WEAPON | DYING | WEAPONS
DEATHS = frozenset({"death", "assassination", "murder", "execution", "suicide"})  # in the names of events
ASKED = frozenset({"who", "when", "what", "how", "why"})
_CAUSE = lazy_regex(r"\bdied\b.*\b(?:of|from|after)\b (?!\d)")  # a day is no cause
_KILLED = lazy_regex(rf"(?:\b(?:was|were|been)\b[^.;]*|, )\b(?:{WAS_KILLED}|struck down\b){NOT_ONLY_WOUNDED}")
_WOUNDED = lazy_regex(r"\b(?:was|were) (?:shot|stabbed) and (?:\w+ )?wounded\b")
_SHOT_AT = lazy_regex(r"\b(?:fired|shot) (?:at|into) (?:him|her|his)\b")
_UNSETTLED = lazy_regex(r"\b(?:whether|not settled)\b", re.IGNORECASE)
_KILLER = lazy_regex(rf"\b(?:kill|murder|assassinat|execut|shot{NOT_ONLY_WOUNDED}|put to death)", re.IGNORECASE)
_TO_KILL = TO_KILL | {"shoot", "stab"}
_DEED = lazy_regex(
    r"\b(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|assassinat(?!ors?\b)|execut(?:e[sd]?|ing|ions?)\b|shot|stabbed|struck"
    r"|put to death)\b"
)
_OWN_HAND = lazy_regex(rf"\b{BY_OWN_HAND}")
_CLAUSE = lazy_regex(r"(?:, and|;) ")  # the next clause may be about somebody else
_OF_HIS = lazy_regex(r"(?:^|(?<=[,;] ))[\w-]+['’]s\b")  # not Lenin: `Lenin's brother was hanged`
_CONDEMNED = lazy_regex(r"\b(?:condemned|sentenced) to death\b")
_BY = lazy_regex(rf"\b{WAS_KILLED}[^.;,]* by (?!his own)")


def whose_death(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the one person of a question when or how he died, or who killed him, if nothing else is asked."""
    query = found.query
    asked = query.asks_for
    if asked not in ASKED or query.begins_with_be:
        return None
    verbs = OF_DEATH.intersection(query.words) - WEAPONS
    is_together = "with" in query.words and WEAPONS.isdisjoint(query.words)
    if asked == "who" and "did" in query.words[1:2]:
        return None  # asked whom he killed
    if asked == "who" and (not verbs - DYING or is_together or OF_DEATH & {*query.words[2:3]}):
        return None  # asked who (else) was killed
    if asked == "what" and not (
        WEAPONS.intersection(query.words)
        or "of" in query.words[-1:]
        or "with" in query.words
        or OF_DEATH & {*query.words[1:2]}
    ):
        return None
    return who_died(pack, query) if verbs else None


def death_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer when, how or why the person died (see `whose_death`), or who killed him."""
    person = whose_death(pack, found)
    if person is None:
        return None
    asked, verbs = found.query.asks_for, OF_DEATH.intersection(found.query.words)
    is_of_killing = asked == "who" or not verbs & DYING
    event = next((each for each in deaths_among(pack, found, person)), None)
    if event and not (WITH_A_WEAPON & verbs and "death" in plain(event.name).split()):
        if asked == "who" and (by := _by_whom(pack, event, person)):
            return _told(pack, by, unsure(by), event)
        if asked != "when":
            return in_short(event)
        fact = next((fact for fact, _ in pack.known_dates(event)), None)
        return _told(pack, fact, unsure(fact), event) if fact else None
    if asked == "why":
        return _reason_of_death(pack, person)
    fact = told_of_death(pack, person, asked, is_of_killing=is_of_killing)
    if asked == "who" and WITH_A_WEAPON & verbs:  # he may have lived
        fact = fact or next(iter(_told_so(pack, person, _WOUNDED)), None)
    if fact is None:
        return _by_own_hand(person) if asked in ("how", "what") else None
    return _told(pack, fact, unsure(fact) or sentence(fact.note), person)


def deaths_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer when or how each of several people died, if it is told of all."""
    query = found.query
    verbs = OF_DEATH.intersection(query.words)
    rest = " ".join(word for word in query.words if word not in STOP_WORDS | OF_DEATH)
    named = [pack.entries[each] for each in entries_named(pack.store, rest)] if verbs else []
    is_asked = query.asks_for in ("how", "when") and query.words[:1] == (query.asks_for,) and not query.date
    if len(named) < 2 or not is_asked or {each.kind for each in named} != {Kind.PERSON}:
        return None
    if len(rest.split()) > 2 * len(named):
        return None
    is_of_killing = not verbs & DYING
    told = [told_of_death(pack, each, query.asks_for, is_of_killing=is_of_killing) for each in named]
    facts = [fact for fact in told if fact]
    return told_in(pack, facts) if len(facts) == len(named) else None


def attempt_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer who tried to kill the one named person, by attempts that he survived."""
    query = found.query
    is_asked = TRYING.intersection(query.words) and (KILLING | WITH_A_WEAPON).intersection(query.words)
    if not is_asked or query.asks_for == "number" or query.further_terms(TRYING | OF_DEATH) or "to" not in query.words:
        return None
    person = only_person(pack, query)
    if person is None or query.entries[person.id][0] < query.words.index("to"):
        return None  # asked whom he tried to kill
    told = {fact.id: fact for deed in (_WOUNDED, _SHOT_AT) for fact in _told_so(pack, person, deed)}
    then = sorted((fact for fact in told.values() if may_be_then(pack, fact, query)), key=by_time)[:TOLD]
    return told_in(pack, then) if then else None


def _reason_of_death(pack: StoredPack, person: Entry) -> Direct | None:
    """Answer why somebody took his life, was killed or was condemned, if the fact gives a reason."""
    told = [fact for deed in (_OWN_HAND, _KILLED, _CONDEMNED) for fact in _told_so(pack, person, deed)]
    fact = next((each for each in told if gives_reason(fact_sentence(pack, each))), None)
    return _told(pack, fact, unsure(fact), person) if fact else None


def _by_own_hand(person: Entry) -> Direct | None:
    """Answer how somebody died by the sentence of his summary that he took his life."""
    told = next((each for each in sentences(person.summary) if _OWN_HAND.search(each)), "")
    return Direct(f"{capital(person.name)}: {told}", entries=(person.id,)) if told else None


def is_killing(told: Direct) -> bool:
    """True if an answer tells of a killing, or that it is not settled, and not only of a death."""
    return any(each.search(f"{told.text} {told.further}") for each in (_KILLED, _UNSETTLED, _KILLER))


def is_deed_told(query: Query, text: str) -> bool:
    """True if a text tells of the killing in "what did he kill her with"; always for other questions.

    The noun `assassin` is not enough: he may do something else there.
    """
    is_asked = query.words[:2] == ("what", "did") and not _TO_KILL.isdisjoint(query.words)
    return not is_asked or bool(_DEED.search(text))


def gives_cause(text: str) -> bool:
    """True if a sentence tells of what somebody died, or that he was killed."""
    return any(each.search(text) for each in (_CAUSE, _KILLED, _UNSETTLED, _KILLER))


def _told(pack: StoredPack, fact: Fact, further: str, entry: Entry) -> Direct:
    return Direct(fact_sentence(pack, fact), further, (fact.id,), (entry.id,))


def unsure(fact: Fact) -> str:
    """Return what is uncertain about a fact, as a sentence, or an empty string."""
    return f"Uncertain: {sentence(fact.uncertain)}" if fact.uncertain else ""


def killing_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer whether (or with what) X killed Y by what is told of Y's death, if it names X."""
    query = found.query
    people = query.named
    is_of_means = query.words[:2] == ("what", "did") and not MEANS.isdisjoint(query.words)
    is_asked = query.words[:1] == ("did",) or is_of_means
    if not is_asked or not (KILLING | WITH_A_WEAPON).intersection(query.words) or len(people) != 2:
        return None
    killer, killed = (pack.entries[each] for each in people)
    if {killer.kind, killed.kind} != {Kind.PERSON} or not query.is_only_names_or(OF_DEATH - DYING):
        return None
    if is_of_means:
        deaths = (in_short(event) for event in deaths_among(pack, found, killed))
        return next((told for told in deaths if speaks_of(killer, plain(told.text).split())), None)
    known = [fact for event in deaths_among(pack, found, killed) for fact in pack.known_facts(event)]
    told = [fact for fact in known if _is_killing_by(pack, fact, killer)]
    open_to_doubt = [fact for fact in told if _UNSETTLED.search(fact_sentence(pack, fact))]
    fact = next(iter(open_to_doubt or told), None)
    return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(fact.subject,)) if fact else None


def _is_killing_by(pack: StoredPack, fact: Fact, killer: Entry) -> bool:
    """True if a fact names the killer and has a word of killing or ordering."""
    words = words_said(pack, fact)
    return speaks_of(killer, words) and bool((KILLING | {"ordered"}).intersection(words))


def who_died(pack: StoredPack, query: Query) -> Entry | None:
    """Return the one person whom a question names beside words for his death."""
    rest = [word for word in query.words if word not in STOP_WORDS | OF_DEATH]
    named = entries_named(pack.store, " ".join(rest))
    people = [each for each in named if pack.entries[each].kind is Kind.PERSON]
    others = [each for each in query.entries if each not in people and pack.entries[each].kind is Kind.PERSON]
    is_of_another = bool(others) and query.is_only_names  # “who killed Trotsky” leads to his murderer
    if query.date or len(people) != 1 or len(named) != 1 or is_of_another or named[people[0]] != (0, len(rest)):
        return None
    return pack.entries[people[0]]


def deaths_among(pack: StoredPack, found: SearchResult, person: Entry) -> list[Entry]:
    """Return the events called somebody's death (`murder of X`), among those found and all of that name."""
    surname = plain(person.name).rpartition(" ")[2]
    called = (each for death in sorted(DEATHS) for each in entries_named(pack.store, f"{death} of {surname}"))
    events = (pack.entries.get(each) for each in dict.fromkeys((*found.owners, *called)))
    return [
        each
        for each in events
        if each and each.kind is Kind.EVENT
        if DEATHS & {*(words := plain(each.name).split())} and surname in words
    ]


def _by_whom(pack: StoredPack, event: Entry, person: Entry) -> Fact | None:
    """Return the fact that tells by whom somebody was killed: one of the event, else one of his."""
    told = told_of_death(pack, person, "who", is_of_killing=True)
    return next((each for each in (*event.facts, *filter(None, [told])) if _is_by_somebody(pack, each)), None)


def is_killed(pack: StoredPack, found: SearchResult, person: Entry) -> bool:
    """True if the book tells, of the person or of the event, that he was killed, or that this is not settled."""
    if told_of_death(pack, person, "who", is_of_killing=True):
        return True
    deaths = list(deaths_among(pack, found, person))
    known = (fact for event in deaths for fact in pack.known_facts(event))
    return any(_by_whom(pack, event, person) for event in deaths) or any(
        _UNSETTLED.search(fact_sentence(pack, fact)) for fact in known
    )


def _is_by_somebody(pack: StoredPack, fact: Fact) -> bool:
    """True if a fact tells by whom somebody was killed."""
    return pack.is_known(fact) and bool(_BY.search(fact_sentence(pack, fact)))


def _told_so(pack: StoredPack, person: Entry, deed: re.Pattern[str]) -> list[Fact]:
    """Return the known facts of somebody that tell that a deed was done to him."""
    own = plain(person.name).rpartition(" ")[2]
    told = ((fact, _OF_HIS.sub("", fact_sentence(pack, fact))) for fact in pack.known_facts(person))
    return [fact for fact, text in told if (found := deed.search(text)) and own in _said_of(text, found)]


def _said_of(text: str, killed: re.Match[str]) -> list[str]:
    """Return the words of a sentence up to a killing, without earlier clauses about others.

    Earlier clauses stay if the last one goes on about the same person, by a pronoun or without a subject: `how he
    died is not settled; she held that he was murdered`; `he was a defendant, and was condemned`.
    """
    begins = max((each.end() for each in _CLAUSE.finditer(text, 0, killed.start())), default=0)
    clause = plain(text[begins : killed.end()]).split()
    is_of_same = bool({"he", "she"}.intersection(clause)) or clause[:1] in (["was"], ["were"])
    return plain(text[: killed.end()]).split() if is_of_same else clause


def told_of_death(pack: StoredPack, person: Entry, asked: str, *, is_of_killing: bool) -> Fact | None:
    """Return the fact that tells how or when somebody died or, for "who", by whom he was killed."""
    known = pack.known_facts(person)
    dated = [each for each in known if isinstance(each.object, Date) and "death" in pack.relations[each.relation].words]
    killed = _told_so(pack, person, _KILLED)
    if asked == "when":
        return next((each for each in dated if not is_of_killing or each in killed), None)
    by_somebody = [each for each in killed if _is_by_somebody(pack, each)]
    if asked == "who":
        return next(iter(by_somebody or killed), None)
    of_something = [each for each in dated if not is_of_killing and _CAUSE.search(fact_sentence(pack, each))]
    return next(iter([each for each in killed if each in dated] or killed or of_something), None)
