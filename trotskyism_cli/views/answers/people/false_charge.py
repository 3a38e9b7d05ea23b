"""Answer a yes-or-no question about what somebody was charged with by what came of the charge."""

from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import INTERROGATIVES
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, speaks_of, told_in
from trotskyism_cli.views.questions.hits import sentences, whole_line

UNTOLD = "That is what was charged; whether it was true is not told here."
# What somebody was charged with being, who was said to serve others.
SERVING = frozenset("agent agents saboteur saboteurs spies spy traitor traitors".split())
_CHARGE = lazy_regex(r"\b(?:charg(?:e|es|ed|ing)|accus(?:ed|es|ation|ations|ing)|alleg(?:ed|ations?)|slanders?)\b")
_CAME_OF_IT = lazy_regex(
    r"\b(?:cleared|fabricated|false|invented|not guilty|proved|quashed|rehabilitated|untrue|no (?:evidence|proof))\b"
)
_TRIED = lazy_regex(rf"{_CHARGE.pattern}|\b(?:condemned|convicted|found|sentenced|trials?)\b")


def charged_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether somebody was an agent of others by the fact that the charge was false."""
    person = pack.entries[query.named[0]] if query.begins_with_be and query.named else None
    if person is None or person.kind is not Kind.PERSON or not query.is_only_names_or(SERVING | {*ADJECTIVES.values()}):
        return None
    if SERVING.isdisjoint(query.words) or query.date:
        return None
    known = [fact for fact in pack.known_facts(person) if _is_false_charge(fact_sentence(pack, fact))]
    if known:
        return told_in(pack, known[:1])
    of_him = (fact for fact in map(pack.facts.__getitem__, pack.corrected) if _charges(pack, fact, person))
    charge = next(of_him, None)
    return told_in(pack, pack.corrections_of(charge.id)[:1]) if charge else None


def _is_false_charge(text: str) -> bool:
    return bool(_TRIED.search(text) and _CAME_OF_IT.search(text))


def _charges(pack: StoredPack, fact: Fact, person: Entry) -> bool:
    """True if a fact that the book corrects is a charge that names the person."""
    text = fact_sentence(pack, fact)
    return bool(_CHARGE.search(text)) and speaks_of(person, plain(text).split())


def with_what_came_of_it(pack: StoredPack, query: Query, told: Direct) -> Direct:
    """Add to an answer that only tells a charge what came of it, or that this is not told.

    Only for yes-or-no questions.
    """
    if not query.is_yes_or_no or not _is_only_charge(query, told):
        return told
    further = list(dict.fromkeys(_came_of_it(pack, query, told)))[: TOLD - 1]
    return told._replace(further=" ".join(filter(None, (told.further, *(further or [UNTOLD])))))


def _is_only_charge(query: Query, told: Direct) -> bool:
    """True if all that is asked stands behind a charge: `the charge that Lenin was a German agent`."""
    text = f"{told.text} {told.further}"
    charge = _CHARGE.search(told.text)
    if charge is None or _CAME_OF_IT.search(text) or _CHARGE.search(" ".join(query.words)):
        return False
    words = plain(told.text[charge.end() :]).split()
    asked = query.further_terms(INTERROGATIVES)
    return bool(asked) and all(is_said(term, words) for term in asked)


def _came_of_it(pack: StoredPack, query: Query, told: Direct) -> Iterator[str]:
    """Yield what came of a charge, from the lines of the answer's entries and of people in the question."""
    people = (each for each in query.named if pack.entries[each].kind is Kind.PERSON)
    for own_id in dict.fromkeys((*told.entries, *people)):
        entry = pack.entries[own_id]
        lines = [*(fact_sentence(pack, fact) for fact in pack.known_facts(entry)), *sentences(entry.summary)]
        of_it = (each for each in lines if _CAME_OF_IT.search(each))
        yield from (whole_line(entry, each) for each in of_it if own_id in told.entries or _TRIED.search(each))
