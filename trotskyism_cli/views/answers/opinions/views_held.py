"""Answer what somebody thought or said of something, and which works he wrote on it."""

import re
from collections.abc import Iterable, Sequence

from trotskyism_cli.library.bodies.lifespan import first_day
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.question_terms import WORKS
from trotskyism_cli.library.words.spelling import DOCTRINE, Term
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, is_said, speaks_of, told_in
from trotskyism_cli.views.wording.surnames import surname

SAYING = (
    "said|wrote|told|held|argued|asked|called|doubted|warned|demanded|claimed|judged|blamed|thought|saw|praised|accused|"
    "condemned|criticised|rejected|welcomed|defended|attacked|denied|declared"
)
PROPOSING = "proposed|urged"
DEMANDING = lazy_regex(rf"\b(?:{SAYING}|called for|wanted)\b")
WANTING = frozenset({"want", "wanted"})
TAKING_SIDES = frozenset(
    """
    oppose opposed reject rejected criticise criticised criticize criticized condemn condemned attack attacked denounce
    denounced
    """.split()
)
# Further deeds whose reason is what somebody held of the thing.
REASONED = TAKING_SIDES | frozenset(
    "accept accepted back backed defend defended favour favoured sign signed support supported want wanted".split()
)
WRITING = frozenset({"write", "wrote"})
# Says who the holder was: `, biographer of Stalin,`.
_ASIDE = lazy_regex(r"(?<=\w), (?:(?:a|an|the|later|then|once) )?[a-z]+ (?:of|to|in) [^,;.]*,")
OFFICE = lazy_regex(r"\bpositions? (?:in|did)\b")  # asks for an office, not a view


def view_of(pack: StoredPack, query: Query, weighed: Iterable[Fact]) -> Direct | None:
    """Answer what somebody held of the other named things; if there are none, his most important views.

    `weighed` are the facts that the search found; some of them say in words what he said, without being claims of
    his.
    """
    if not VIEWING.intersection(query.words) or {"who", "when", "where"} & query.asks:
        return None
    if WORKS.intersection(query.words):
        return _works_of(pack, query)
    is_of_work = any(pack.entries[each].kind is Kind.WORK for each in query.entries)
    is_of_deed = query.is_yes_or_no or (query.asks_for == "why" and is_of_work)  # its content is not why it was written
    is_of_writing = is_of_deed and WRITING.intersection(query.words)  # not of a view
    if "number" in query.asks or is_of_writing or OFFICE.search(" ".join(query.words)):
        return None
    named = query.named
    holder = next((each for each in named if pack.entries[each].kind in AGENTS), "")
    if not holder:
        return None
    others = [each for each in named if each != holder]
    wanted = query.further_terms(VIEWING)
    held = [fact for fact in pack.facts_that("holder", holder) if fact.according_to[:1] == (holder,)]
    saying = saying_of(query)
    held += [fact for fact in weighed if not fact.according_to and _is_said_by(pack, fact, holder, saying)]
    found = [fact for fact in held if _is_on(pack, fact, others, wanted) and not _is_asked(pack, fact, others)]
    if query.when:
        found = [fact for fact in found if is_then(pack, fact, query)]
    if not found:
        return None
    found = [fact for fact in found if _closeness(fact, others)] or found  # other facts may only name it
    best = sorted(found, key=lambda fact: (-_closeness(fact, others), -fact.importance, *by_time(fact)))[:TOLD]
    return told_in(pack, sorted(best, key=by_time))


def reasons_held(pack: StoredPack, query: Query) -> Direct | None:
    """Answer why somebody opposed something by what he held of it."""
    is_of_people = all(pack.entries[each].kind is Kind.PERSON for each in query.named)
    asking = TAKING_SIDES if is_of_people else REASONED  # a view of a person is no reason for supporting him
    if query.asks_for != "why" or not asking.intersection(query.words) or len(set(query.entries.values())) < 2:
        return None
    holder, *others = query.named
    if pack.entries[holder].kind not in AGENTS or not query.is_only_names_or(asking):
        return None
    held = [fact for fact in pack.facts_that("holder", holder) if fact.according_to[:1] == (holder,)]
    found = [fact for fact in held if _is_on(pack, fact, others, ())]
    best = sorted(found, key=lambda fact: (-_closeness(fact, others), -fact.importance, *by_time(fact)))[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time)) if best else None


def _works_of(pack: StoredPack, query: Query) -> Direct | None:
    """List what somebody wrote, by year; if something else is named, only works that have to do with it."""
    author, *others = query.named or [""]
    further = query.further_terms(VIEWING | WORKS)
    if not author or (not others and further):
        return None
    facts = [fact for fact in pack.facts_with_object(author) if "wrote" in pack.relations[fact.relation].words]
    works = {fact.subject: fact for fact in facts if not (fact.according_to or fact.negated)}
    works = {each: fact for each, fact in works.items() if _is_work_on(pack, pack.entries[each], others, further)}
    if not works:
        return None
    dated = sorted((_year_of_work(pack.entries[each]), pack.entries[each].name) for each in works)
    told = ", ".join(f"{name} ({year})" if year else name for year, name in dated)
    which = f" {'has' if len(works) == 1 else 'have'} to do with that" if others else ""
    text = f"{counted(len(works), 'work')} of {pack.entries[author].name} in the book{which}: {told}."
    return Direct(text, "", tuple(fact.id for fact in works.values()))


def _is_work_on(pack: StoredPack, work: Entry, others: Sequence[str], further: Iterable[Term]) -> bool:
    """True if names, summary and facts of a work have all that the question says besides the author."""
    told = plain(" ".join((*work.names, work.summary, *(fact_sentence(pack, fact) for fact in work.facts)))).split()
    doctrines = [[plain(pack.entries[each].name).removesuffix(DOCTRINE)] for each in others]
    named = (speaks_of(pack.entries[each], told) or own[0] in told for each, own in zip(others, doctrines, strict=True))
    return all(named) and all(is_said(term.itself, told) for term in further)


def _year_of_work(entry: Entry) -> str:
    years = [fact.date.begin.year for fact in entry.facts if fact.date and not fact.according_to]
    return str(min(years)) if years else ""


def is_then(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if something was said or done at the time that a question names."""
    asked = query.when
    is_dated = asked and fact.date and asked.first <= fact.date.first <= asked.last
    return bool(is_dated or (query.date and query.date.words in fact_sentence(pack, fact)))


def saying_of(query: Query) -> str:
    """Return the pattern of verbs that tell what is asked: verbs of saying, or of proposing."""
    return PROPOSING if {"propose", "proposed"}.intersection(query.words) else SAYING


def _is_said_by(pack: StoredPack, fact: Fact, holder: str, saying: str) -> bool:
    """True if a fact's sentence tells by a verb of saying what somebody said: `In his Testament Lenin called …`."""
    if pack.entries[fact.subject].kind is Kind.WORK and (fact.target == holder or isinstance(fact.object, Date)):
        return False  # only tells who wrote it, or when
    entry = pack.entries[holder]
    called = [entry.name.rpartition(" ")[2]] if entry.kind is Kind.PERSON else entry.names
    name = "|".join(map(re.escape, called))
    text = fact_sentence(pack, fact)
    if not re.search(rf"\b(?:{name})(?:, [^,]*,)? (?:{saying})\b", text):
        return False
    years = [int(year) for year in NAMED_YEAR.findall(text)]
    is_before = entry.kind is Kind.ORGANISATION and years and max(years) < first_day(pack, holder).year
    return not is_before  # an earlier body had that name


def _is_asked(pack: StoredPack, fact: Fact, others: Sequence[str]) -> bool:
    """True if a sentence only tells what somebody asked one of the `others` to do: that is no view of him."""
    names = "|".join(re.escape(surname(pack.entries[each])) for each in others)
    return bool(names and re.search(rf"\b(?:asked|told) (?:{names}) to\b", fact_sentence(pack, fact)))


def _is_on(pack: StoredPack, fact: Fact, others: Sequence[str], wanted: Sequence[Term]) -> bool:
    """True if a claim is about all `others`, or names them, and has all wanted words."""
    words = plain(_ASIDE.sub("", fact_sentence(pack, fact))).split()
    return all(_closeness(fact, [each]) or speaks_of(pack.entries[each], words) for each in others) and all(
        is_said(term.itself, words) for term in wanted
    )


def _closeness(fact: Fact, others: Sequence[str]) -> int:
    return len({fact.subject, fact.target, fact.about}.intersection(others))
