"""Answer how two stand to one another: how they differ, what ties them, whether one belonged to the other.

Also whether somebody or something is still there.
"""

from collections.abc import Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words
from trotskyism_cli.views.answers.people.of_one_entry import end_of
from trotskyism_cli.views.questions.direct import (
    AGENTS,
    TOLD,
    Direct,
    inside,
    is_said,
    is_what,
    speaks_of,
    told_in,
    words_said,
)
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.dispute_names import matter_of

DIFFERING = frozenset(
    """
    difference differences differ differed different distinguish distinguishes distinction versus vs compare compared
    same
    """.split()
)
DISAGREEING = frozenset("disagree disagreed quarrel quarrelled argue argued over".split())
# Words by which one asks whether two were against one another, and how that is told.
FIGHTING = frozenset({"fight", "fought"})
OPPOSING = DISAGREEING - {"over"} | FIGHTING | frozenset("enemies enemy rivals".split())
_OPPOSED = lazy_regex(
    r"\b(?:against|attacked|broke with|disagree\w*|enem(?:y|ies)|fought|oppos\w+|opponents?|part(?:ed|ing)"
    r"|quarrel\w*|rivals?|split)\b"
)
WAYS = frozenset("from in inside into out to".split())  # after `how did he get`
MEETING = frozenset({"meet", "met"})
RELATING = frozenset(
    "against agree agreed agreement disagree disagreed quarrel quarrelled "
    "fight fought relationship relation relations friends friend enemies enemy allies ally get got on "
    "work worked join joined become became role like liked hate hated love loved admire admired trust trusted "
    "know knew meet met support supported".split()
)
# Names somebody only to date something (`, when Lenin was ill,`) or to give another name (`as Lev Sedov`).
_ASIDE = lazy_regex(r",? \b(?:after|as(?= [A-Z]\w+ )|before|since|until|when|while) [^,.;]*(?=[,.;])")
ROLE, RELATIONS = "role", frozenset({"relation", "relations", "relationship"})
BELONGING = frozenset({"member", "led", "left"})  # words of relations
MEMBER = frozenset({"member", "members"})
JOINING = frozenset({"join", "joined"})
ALIVE = frozenset({"alive", "living"})
STILL = ALIVE | frozenset("active alive exist exists existing going now still today".split())
MATTERS = 5  # matters named, at most
COMPARE = "compare"
OPENING = 4  # words of a sentence that show what it is about


def difference_of(pack: StoredPack, query: Query, hits: Sequence[str]) -> Direct | None:
    """Answer how two things differ: by a fact that contrasts them, else by what each is.

    The command to compare them is added. One of the two may be named only in part: the other is then the first hit
    whose names have the rest of the words.
    """
    is_over_what = query.words[:1] == ("what",) and not query.date and DISAGREEING.intersection(query.words)
    if not (is_over_what or DIFFERING.intersection(query.words)):
        return None
    if both := _of_both_words(pack, query):
        return both
    is_told_to = query.words[:1] == (COMPARE,) and len(query.named) == 2  # whatever the rest of the question says
    named = query.named if is_told_to else _two_named(pack, query, hits, DIFFERING | DISAGREEING)
    if not named:
        return None
    one, other = named
    further = f"Point by point: {command('compare', one, other)}"
    contrast = next(
        (
            fact
            for fact in _between(pack, one, other)
            if {fact.subject, fact.target} == {one, other} and DIFFERING & {*pack.relations[fact.relation].words}
            if any(speaks_of(pack.entries[each], words_said(pack, fact)[:OPENING]) for each in named)
        ),
        None,
    )
    if contrast:
        return Direct(fact_sentence(pack, contrast), further, (contrast.id,))
    opposed = opposition_of(pack, named)
    return opposed or Direct(" ".join(is_what(pack.entries[each]) for each in (one, other)), further)


def _of_both_words(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how two words differ by the one entry called by both: `Trotskyist and Trotskyite`."""
    if len(query.entries) != 1 or not query.is_only_names_or(DIFFERING):
        return None
    [(own_id, (start, end))] = query.entries.items()
    entry = pack.entries[own_id]
    if "and" not in query.words[start:end] or entry.kind is not Kind.CONCEPT:
        return None
    first, *further = sentences(entry.summary)
    return Direct(f"{capital(entry.name)}: {inside(first)}", " ".join(further), entries=(own_id,))


def opposition_of(pack: StoredPack, people: Sequence[str]) -> Direct | None:
    """Tell on what two people were opposed; None if they contradicted one another in no dispute."""
    issues = _opposed_on(pack, people)
    names = join_words([pack.entries[each].name for each in people])
    most = [*issues[:MATTERS], *(["other matters"] if issues[MATTERS:] else [])]
    further = f"Point by point: {command('compare', *people)}"
    return Direct(f"{names} were opposed on {join_words(most)}.", further, entries=tuple(people)) if issues else None


def _opposed_on(pack: StoredPack, people: Sequence[str]) -> list[str]:
    """Return the matters on which two people contradicted one another, the most important first."""
    if any(pack.entries[each].kind is not Kind.PERSON for each in people):
        return []
    own, far = ([fact for fact in pack.facts_that("holder", each) if fact.about] for each in people)
    against = [one for one in own for other in far if one.id in other.contradicts or other.id in one.contradicts]
    issues = (pack.entries[each] for each in dict.fromkeys(fact.about for fact in against))
    return [matter_of(issue) for issue in sorted(issues, key=lambda each: -each.importance)]


def relation_of(pack: StoredPack, query: Query, hits: Sequence[str]) -> Direct | None:
    """Answer how two stand to one another by the facts that tie them, with the command for all of these.

    One of the two may be named only in part: the other is then the first hit whose names have the rest of the words.
    """
    is_of_some = query.words[:1] == ("which",)  # asks which of them it was
    if {"who", "when", "where", "number", "why"} & query.asks or is_of_some or not RELATING.intersection(query.words):
        return None
    is_of_way = "get" in query.words and not WAYS.isdisjoint(query.words)
    if is_of_way or query.when:  # asks how he came there, or names a time
        return None
    named = _two_named(pack, query, hits, RELATING)
    if not named:
        return None
    one, other = named
    is_opposed = not OPPOSING.isdisjoint(query.words)
    if is_opposed and any(pack.entries[each].kind not in AGENTS for each in named):
        return None  # who fought in a war, or over something, fought somebody else
    known = _known_between(pack, one, other, is_wide=is_opposed or ROLE in query.words)
    if len(known) < TOLD - 1 and not RELATIONS.isdisjoint(query.words):
        known = _known_between(pack, one, other, is_wide=True)
    is_of_joining = JOINING.intersection(query.words)
    ties = [fact for fact in known if is_of_joining and {fact.subject, fact.target} == {one, other}]
    if MEETING.intersection(query.words):
        known = [fact for fact in known if MEETING.intersection(words_said(pack, fact))] or known
    if is_opposed:
        opposed = [fact for fact in known if _OPPOSED.search(fact_sentence(pack, fact))]
        known = opposed if FIGHTING.intersection(query.words) else opposed or known
    best = sorted(ties or known, key=lambda fact: (-fact.importance, *by_time(fact)))[: TOLD - 1]
    if not best:
        return None
    told = [fact_sentence(pack, fact) for fact in sorted(best, key=by_time)]
    further = f"All that ties them: {command('links', one, other)}"
    return Direct(" ".join(told), further, tuple(fact.id for fact in best))


def still_there(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether a body still exists by what became of it, and whether a person is alive by his death."""
    if not query.is_yes_or_no or len(query.entries) != 1 or STILL.isdisjoint(query.words):
        return None
    body = pack.entries[next(iter(query.entries))]
    if body.kind not in (Kind.PERSON, Kind.ORGANISATION) or not query.is_only_names_or(STILL):
        return None
    if body.kind is Kind.PERSON:
        died = end_of(pack, body)
        return Direct(died, entries=(body.id,)) if died and ALIVE.intersection(query.words) else None
    first, *further = sentences(body.summary)
    return Direct(f"{capital(body.name)}: {inside(first)}", " ".join((*further, end_of(pack, body))).strip())


def membership_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether somebody belonged to a body by the facts that tie the two, in order of time."""
    if not query.begins_with_be or len(query.entries) != 2:
        return None
    one, other = sorted(query.entries, key=lambda each: pack.entries[each].kind is not Kind.PERSON)
    if pack.entries[one].kind is not Kind.PERSON or pack.entries[other].kind is not Kind.ORGANISATION:
        return None
    known = [fact for fact in pack.entries[one].facts if fact.target == other and fact.id not in pack.corrected]
    asked = query.further_terms(MEMBER)  # "was he expelled from it"
    of_that = (fact for fact in known if all(is_said(each, [*pack.relations[fact.relation].words]) for each in asked))
    ties = sorted((fact for fact in of_that if not fact.according_to), key=by_time)
    if MEMBER.intersection(query.words) and not any(
        BELONGING & {*pack.relations[each.relation].words} for each in ties
    ):
        return None  # other ties are no membership
    return told_in(pack, ties[:TOLD]) if ties else None


def _two_named(pack: StoredPack, query: Query, hits: Sequence[str], asking: frozenset[str]) -> list[str]:
    """Return the two entries that a question names, the second perhaps only in part; empty if not two."""
    named = query.named
    wanted = query.further_terms(asking)
    if len(named) == 1 and wanted:
        named += [each for each in hits if each not in named and _is_called(pack, each, wanted)][:1]
    elif wanted:
        return []
    return named if len(named) == 2 else []


def _is_called(pack: StoredPack, own_id: str, wanted: Sequence[Term]) -> bool:
    """True if the names of an entry have all the words, and the entry is no dispute."""
    if own_id not in pack.entries or pack.mentions("about", own_id):
        return False
    words = plain(" ".join(pack.entries[own_id].names)).split()
    return all(is_said(term, words) for term in wanted)


def _between(pack: StoredPack, one: str, other: str, *, is_wide: bool = False) -> list[Fact]:
    """Return the facts of either entry that have the other as object or in their text.

    If `is_wide`, mere statements that name the other are included.
    """
    found = [
        fact
        for own, far in ((one, other), (other, one))
        for fact in pack.entries[own].facts
        if not fact.negated and (is_wide or fact.text or fact.target == far)
        if fact.target == far or _tells_of(pack, fact, pack.entries[far])
    ]
    return list({fact.id: fact for fact in found if fact.id not in pack.corrected}.values())


def _known_between(pack: StoredPack, one: str, other: str, *, is_wide: bool) -> list[Fact]:
    """Return those that are facts, not claims."""
    found = _between(pack, one, other, is_wide=is_wide)
    return [fact for fact in found if fact.voice is Voice.FACT and not fact.according_to]


def _tells_of(pack: StoredPack, fact: Fact, entry: Entry) -> bool:
    """True if the sentence of a fact speaks of an entry, and not only in a clause that dates or explains it."""
    return speaks_of(entry, plain(_ASIDE.sub("", fact_sentence(pack, fact))).split())
