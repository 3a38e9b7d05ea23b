"""Answers to questions that ask for more than one statement: what somebody thought of something, how two things differ,
how two stand to one another, and why something came about of which no single statement gives the reason.

Each is told in the book's own sentences, so that a claim keeps its holder.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names import names_in_text
from trotskyism_cli.library.query import IS, VIEWING, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.spelling import Term
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.direct import Direct, is_said
from trotskyism_cli.views.telling import first_sentence

DIFFERING = frozenset(
    """
    difference differences differ differed distinguish distinguishes distinction versus vs compare compared same
    """.split()
)
MATTERING = frozenset("famous important importance matter matters mattered significance significant".split())
RELATING = frozenset(
    "agree agreed agreement relationship relation relations friends friend enemies enemy allies ally get got on "
    "work worked join joined become became role".split()
)
SAYING = (
    "said|wrote|held|argued|asked|called|doubted|warned|demanded|claimed|judged|blamed|thought|saw|praised|accused|"
)
SAYING += "condemned|criticised|rejected|welcomed|defended|attacked|denied|declared"
# Words by which one asks for kin, and those by which a summary says whose kin somebody was.
_CHILDREN, _MARRIED = frozenset("son sons daughter daughters".split()), frozenset("wife husband companion".split())
_KIN = _CHILDREN | _MARRIED | frozenset("brother sister father mother".split())
KIN = {
    **dict.fromkeys(("child", "children"), _CHILDREN),
    **dict.fromkeys(("son", "sons"), frozenset({"son", "sons"})),
    **dict.fromkeys(("daughter", "daughters"), frozenset({"daughter", "daughters"})),
    **dict.fromkeys(("wife", "wives", "husband", "married", "marry", "companion"), _MARRIED),
    **dict.fromkeys(("family", "relatives"), _KIN),
}
WITH_ENTRIES = "Named here are only those who have entries of their own."
LIVES = frozenset("bio biography biographies biographer biographers".split())
HAPPENED = frozenset({"happen", "happened", "happens"})
LEADING = frozenset("lead led leader leaders head headed".split())
BIOGRAPHY = "biography"  # ends the type of a work that is one
_FURTHER = re.compile("[,;:.] ")  # where a summary that has said what something is goes on
KIN_OF = 4  # words between what somebody was and of whom
CAUSES = frozenset("after since for over against because from".split())
OPENING = 4  # words of a sentence that show what it is about
TELLING = 12  # words of a sentence that tells how something came about
WORKS = frozenset("book books work works pamphlet pamphlets article articles".split())
TOLD = 3  # statements at most
AGENTS = (Kind.PERSON, Kind.ORGANISATION)


def view_of(pack: StoredPack, query: Query, weighed: Iterable[Fact]) -> Direct | None:
    """What somebody held of what the question names; of nothing else that it names, what matters most of it.

    `weighed` are the facts that the search found: some tell in their words what somebody said.
    """
    if not VIEWING.intersection(query.words) or {"who", "when", "where", "number"} & query.asks:
        return None
    if WORKS.intersection(query.words):
        return _works_of(pack, query)
    named = sorted(query.entries, key=lambda each: query.entries[each])
    holder = next((each for each in named if pack.entries[each].kind in AGENTS), "")
    if not holder:
        return None
    others = [each for each in named if each != holder]
    wanted = _further_terms(query, VIEWING)
    held = [fact for fact in pack.facts_that("holder", holder) if fact.according_to[:1] == (holder,)]
    held += [fact for fact in weighed if not fact.according_to and _is_said_by(pack, fact, holder)]
    found = [fact for fact in held if _is_on(pack, fact, others, wanted)]
    if query.date and query.date.when:
        when = query.date.words
        found = [fact for fact in found if _is_then(fact, query) or when in fact_sentence(pack, fact)]
    if not found:
        return None
    best = sorted(found, key=lambda fact: (-_closeness(fact, others), -fact.importance, _day(fact), fact.id))[:TOLD]
    return _told(pack, sorted(best, key=lambda fact: (_day(fact), fact.id)))


def _works_of(pack: StoredPack, query: Query) -> Direct | None:
    """What somebody wrote, by year."""
    if len(query.entries) != 1 or _further_terms(query, VIEWING | WORKS):
        return None
    (author,) = query.entries
    facts = [fact for fact in pack.facts_with_object(author) if "wrote" in pack.relations[fact.relation].words]
    works = {fact.subject: fact for fact in facts if not (fact.according_to or fact.negated)}
    if not works:
        return None
    dated = sorted((_year_of_work(pack.entries[each]), pack.entries[each].name) for each in works)
    told = ", ".join(f"{name} ({year})" if year else name for year, name in dated)
    text = f"{counted(len(works), 'work')} of {pack.entries[author].name} in the book: {told}."
    return Direct(text, "", tuple(fact.id for fact in works.values()))


def _year_of_work(entry: Entry) -> str:
    years = [fact.date.begin.year for fact in entry.facts if fact.date and not fact.according_to]
    return str(min(years)) if years else ""


def difference_of(pack: StoredPack, query: Query, hits: Sequence[str]) -> Direct | None:
    """How two things differ: the statement that contrasts them, else what each is; and where they are compared.

    Of two only one may be named in full: then the other is the first of the hits whose names have the other words.
    """
    if not DIFFERING.intersection(query.words):
        return None
    named = _two_named(pack, query, hits, DIFFERING)
    if not named:
        return None
    one, other = named
    further = f"Point by point: {command('compare', one, other)}"
    contrast = next(
        (
            fact
            for fact in _between(pack, one, other)
            if {fact.subject, fact.target} == {one, other} and DIFFERING & {*pack.relations[fact.relation].words}
            if any(_speaks_of(pack.entries[each], _words(pack, fact)[:OPENING]) for each in named)
        ),
        None,
    )
    if contrast:
        return Direct(fact_sentence(pack, contrast), further, (contrast.id,))
    return Direct(" ".join(_is_what(pack.entries[each]) for each in (one, other)), further)


def _two_named(pack: StoredPack, query: Query, hits: Sequence[str], asking: frozenset[str]) -> list[str]:
    """The two entries that a question names, the second perhaps only in part; empty if it does not name two."""
    named = sorted(query.entries, key=lambda each: query.entries[each])
    wanted = _further_terms(query, asking)
    if len(named) == 1 and wanted:
        named += [each for each in hits if each not in named and _is_called(pack, each, wanted)][:1]
    elif wanted:
        return []
    return named if len(named) == 2 else []


def importance_of(pack: StoredPack, query: Query) -> Direct | None:
    """Why what a question names matters."""
    if len(query.entries) != 1 or not MATTERING.intersection(query.words) or not query.is_only_names_or(MATTERING):
        return None
    entry = pack.entries[next(iter(query.entries))]
    return Direct(f"{capital(entry.name)}: {entry.significance}") if entry.significance else None


def age_of(pack: StoredPack, query: Query) -> Direct | None:
    """How old somebody became, with the days of birth and death."""
    if not {"how", "old"} <= {*query.words} or len(query.entries) != 1:
        return None
    entry = pack.entries[next(iter(query.entries))]
    days = [fact for fact in entry.facts if isinstance(fact.object, Date) and not fact.negated]
    if entry.kind is not Kind.PERSON or len(days) < 2:
        return None
    born, died = (fact.object for fact in days[:2] if isinstance(fact.object, Date))
    told = " ".join(fact_sentence(pack, fact) for fact in days[:2])
    if not (born.is_exact_day and died.is_exact_day):
        return Direct(told, "", tuple(fact.id for fact in days[:2]))
    had_birthday = (died.first.month, died.first.day) >= (born.first.month, born.first.day)
    years = died.first.year - born.first.year - (not had_birthday)
    return Direct(f"{entry.name} lived {years} years.", told, tuple(fact.id for fact in days[:2]))


def kin_of(pack: StoredPack, query: Query) -> Direct | None:
    """The children, the wife or all the family of somebody, as far as they have entries, which say so first."""
    asked = next((word for word in query.words if word in KIN), "")
    if not asked or len(query.entries) != 1 or not query.is_only_names_or(frozenset(KIN)):
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is not Kind.PERSON:
        return None
    surname = plain(entry.name).rpartition(" ")[2]
    kin = "|".join(sorted(KIN[asked]))
    of_whom = rf"(?:{kin})(?: \w+){{0,{KIN_OF}}}? of (?:\w+ )?(?:\w+ \w+ and )?{surname}"
    link = re.compile(rf"\b(?:{of_whom}|{surname} (?:{kin}))\b")
    people = (each for each in pack.entries.values() if each.kind is Kind.PERSON and each.id != entry.id)
    found = [each for each in people if link.search(plain(first_sentence(each.summary)))]
    ends = HAPPENED.intersection(query.words)
    told = [
        f"{each.name}: {first_sentence(each.summary)}. {_end_of(pack, each) if ends else ''}".strip() for each in found
    ]
    of_them = tuple(each.id for each in found)
    return Direct(told[0], " ".join([*told[1:], WITH_ENTRIES]), entries=of_them) if told else None


def _end_of(pack: StoredPack, person: Entry) -> str:
    """When somebody died, and where, as far as it is told."""
    facts = (fact for fact in person.facts if "death" in pack.relations[fact.relation].words and not fact.negated)
    return " ".join(fact_sentence(pack, fact) for fact in facts if fact.id not in pack.corrected)


def lives_of(pack: StoredPack, query: Query) -> Direct | None:
    """The works on somebody's life and their authors, as far as they have entries, which say so first."""
    if not LIVES.intersection(query.words) or len(query.entries) != 1 or not query.is_only_names_or(LIVES | VIEWING):
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is not Kind.PERSON:
        return None
    surname = plain(entry.name).rpartition(" ")[2]
    link = re.compile(rf"\b(?:life|lives|biography|biographies) of (?:\w+ ){{0,{KIN_OF}}}?{surname}\b")
    works = [each for each in pack.entries.values() if each.kind is Kind.WORK and each.type.endswith(BIOGRAPHY)]
    own = {fact.subject for fact in pack.facts_with_object(entry.id) if "wrote" in pack.relations[fact.relation].words}
    of_others = [each for each in works if link.search(plain(first_sentence(each.summary)))]
    by_himself = [each for each in works if each.id in own and each.type != BIOGRAPHY]
    people = (each for each in pack.entries.values() if each.kind is Kind.PERSON and each.id != entry.id)
    authors = [each for each in people if link.search(plain(first_sentence(each.summary)))]
    found = [*of_others, *authors, *by_himself]
    told = [_is_what(each) for each in found]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(each.id for each in found)) if told else None


def leaders_of(pack: StoredPack, query: Query) -> Direct | None:
    """Who led in a country: the leaders of the bodies of which it is said first that they were there."""
    places = [each for each in query.entries if pack.entries[each].kind is Kind.PLACE]
    if "who" not in query.asks or not LEADING.intersection(query.words) or len(places) != 1:
        return None
    start, end = query.entries[places[0]]
    further = [term for term in query.terms if term.word not in {*query.words[start:end], *LEADING}]
    led: list[Fact] = []
    for entry in pack.entries.values():
        told = plain(_FURTHER.split(entry.summary)[0]).split() if entry.kind is Kind.ORGANISATION else []
        is_there = told and _speaks_of(pack.entries[places[0]], told)
        if further and is_there and all(is_said(term, told) for term in further):
            led += [fact for fact in pack.facts_with_object(entry.id) if "led" in pack.relations[fact.relation].words]
    known = [fact for fact in led if fact.voice is Voice.FACT and not fact.negated and fact.id not in pack.corrected]
    best = sorted(known, key=lambda fact: (-fact.importance, _day(fact), fact.id))[:TOLD]
    return _told(pack, sorted(best, key=lambda fact: (_day(fact), fact.id))) if best else None


def membership_of(pack: StoredPack, query: Query) -> Direct | None:
    """Whether somebody belonged to a body: what ties the two in order of time, joining and leaving."""
    if not IS.intersection(query.words[:1]) or not query.is_only_names or len(query.entries) != 2:
        return None
    one, other = sorted(query.entries, key=lambda each: pack.entries[each].kind is not Kind.PERSON)
    if pack.entries[one].kind is not Kind.PERSON or pack.entries[other].kind is not Kind.ORGANISATION:
        return None
    known = [fact for fact in pack.entries[one].facts if fact.target == other and fact.id not in pack.corrected]
    ties = sorted((fact for fact in known if not fact.according_to), key=lambda fact: (_day(fact), fact.id))
    return _told(pack, ties[:TOLD]) if ties else None


def _is_called(pack: StoredPack, own_id: str, wanted: Sequence[Term]) -> bool:
    """Whether the names of an entry have all the words; no dispute over it."""
    if own_id not in pack.entries or pack.mentions("about", own_id):
        return False
    words = plain(" ".join(pack.entries[own_id].names)).split()
    return all(is_said(term, words) for term in wanted)


def relation_of(pack: StoredPack, query: Query, hits: Sequence[str]) -> Direct | None:
    """How two stand to one another, by the statements that tie them; and where all of these are told.

    Of two only one may be named in full: then the other is the first of the hits whose names have the other words.
    """
    if {"who", "when", "where", "number", "why"} & query.asks or not RELATING.intersection(query.words):
        return None
    named = _two_named(pack, query, hits, RELATING)
    if not named:
        return None
    one, other = named
    known = [fact for fact in _between(pack, one, other) if fact.voice is Voice.FACT and not fact.according_to]
    best = sorted(known, key=lambda fact: (-fact.importance, _day(fact), fact.id))[: TOLD - 1]
    if not best:
        return None
    told = [fact_sentence(pack, fact) for fact in sorted(best, key=lambda fact: (_day(fact), fact.id))]
    further = f"All that ties them: {command('links', one, other)}"
    return Direct(" ".join(told), further, tuple(fact.id for fact in best))


def course_of(pack: StoredPack, query: Query, facts: Iterable[Fact]) -> Direct | None:
    """Of something for which no statement gives a reason, what is known of how it came about."""
    known = [fact for fact in facts if fact.voice is Voice.FACT and fact.importance > 1]
    telling = [fact for fact in known if len(_words(pack, fact)) >= TELLING]
    about = [fact for fact in telling if _is_about(pack, fact, query)]
    most = max((fact.importance for fact in about), default=0)
    weighty = [fact for fact in about if fact.importance == most]
    best = sorted(weighty, key=lambda fact: not CAUSES & {*_words(pack, fact)})[: TOLD - 1]
    return _told(pack, sorted(best, key=lambda fact: (_day(fact), fact.id))) if best else None


def _is_about(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """Whether a fact is of something that a question names; what is told in a work is mostly told of another thing."""
    is_of_work = pack.entries[fact.subject].kind is Kind.WORK and fact.subject not in query.entries
    return bool({fact.subject, fact.target} & query.entries.keys()) and not is_of_work


def _is_then(fact: Fact, query: Query) -> bool:
    """Whether something was said at the time that a question names."""
    asked = query.date.when if query.date else None
    return bool(asked and fact.date and asked.first <= fact.date.first <= asked.last)


def _is_said_by(pack: StoredPack, fact: Fact, holder: str) -> bool:
    """Whether the words of a fact tell what somebody said: `In his Testament Lenin called …`."""
    if pack.entries[fact.subject].kind is Kind.WORK and (fact.target == holder or isinstance(fact.object, Date)):
        return False  # it tells only who wrote it, and when
    name = re.escape(pack.entries[holder].name.rpartition(" ")[2])
    return bool(re.search(rf"\b{name}(?:, [^,]*,)? (?:{SAYING})\b", fact_sentence(pack, fact)))


def _told(pack: StoredPack, facts: Sequence[Fact]) -> Direct:
    first, *further = (fact_sentence(pack, fact) for fact in facts)
    return Direct(first, " ".join(further), tuple(fact.id for fact in facts))


def _is_what(entry: Entry) -> str:
    return f"{capital(entry.name)}: {first_sentence(entry.summary)}."


def _further_terms(query: Query, asking: frozenset[str]) -> list[Term]:
    """The words of a question that neither name an entry or a date nor ask."""
    dated = {str(query.date.when.first.year)} if query.date and query.date.when else set()
    return [term for term in query.terms if term.word not in {*query.naming, *asking, *dated}]


def _is_on(pack: StoredPack, fact: Fact, others: Sequence[str], wanted: Sequence[Term]) -> bool:
    """Whether a claim is about all that is named, or speaks of it."""
    words = plain(fact_sentence(pack, fact)).split()
    return all(_closeness(fact, [each]) or _speaks_of(pack.entries[each], words) for each in others) and all(
        is_said(term, words) for term in wanted
    )


def _closeness(fact: Fact, others: Sequence[str]) -> int:
    return len({fact.subject, fact.target, fact.about}.intersection(others))


def _speaks_of(entry: Entry, words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {name} " in text for name in names_in_text(entry))


def _between(pack: StoredPack, one: str, other: str) -> list[Fact]:
    """The facts that have one at one end and the other at the other, or in their text."""
    found = [
        fact
        for own, far in ((one, other), (other, one))
        for fact in pack.entries[own].facts
        if not fact.negated
        and (fact.target == far or (fact.text and _speaks_of(pack.entries[far], _words(pack, fact))))
    ]
    return list({fact.id: fact for fact in found if fact.id not in pack.corrected}.values())


def _words(pack: StoredPack, fact: Fact) -> list[str]:
    return plain(fact_sentence(pack, fact)).split()


def _day(fact: Fact) -> date:
    return fact.date.begin if fact.date else date.max
