"""Whether a fact says all that a question says."""

from collections.abc import Collection, Sequence

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Candidate, Found
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.seeming import is_called_so, is_in_order
from trotskyism_cli.views.questions.time_asked import may_be_then

READ = 80  # passages, the best first, among which the answer is looked for in whatever words


def facts_with_everything(pack: StoredPack, found: Found) -> list[tuple[Candidate, Fact]]:
    """The facts that state all that the question says, each with its passage: those among the best passages.

    Of one of whom much is told most passages are no better than the others; of these a fact must be tied to him by
    what is asked, and say it in the word of the question.
    """
    read = ((each, fact_with_everything(pack, found.query, each)) for each in found.weighed)
    return [
        (each, fact)
        for place, (each, fact) in enumerate(read)
        if fact and (place < READ or _ties_plainly(pack, found.query, fact))
    ]


def _ties_plainly(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """Whether a fact ties what a question names to another entry, by the very words of the question."""
    text = plain(fact_sentence(pack, fact)).split()
    is_tied = bool(fact.target and query.entries.keys() & {fact.subject, fact.target})
    asked = [term.itself for term in query.further_terms(frozenset())]
    return is_tied and words_asked_for(pack, fact, query) > 0 and all(is_said(term, text) for term in asked)


def fact_with_everything(pack: StoredPack, query: Query, candidate: Candidate) -> Fact | None:
    """The fact of a passage, if it states all that the question says.

    What the question names must be one of its ends, or stand in its sentence; every other word must stand in its
    sentence, or be one by which one asks for its relation. That its passage is found by a word is not enough: a note
    or another name of an entry may have it.
    """
    if candidate.kind != "fact" or any(term.word not in candidate.has for term in query.terms):
        return None
    fact = pack.facts[candidate.record]
    return fact if says_everything(pack, query, fact) else None


def says_everything(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """Whether a fact states all that a question says, of the things that it names, and of its time, if it names one."""
    if fact.negated or not may_be_then(pack, fact, query):
        return False
    text = plain(fact_sentence(pack, fact)).split()
    relation = {word for phrase in pack.relations[fact.relation].words for word in plain(phrase).split()}
    ends = {fact.subject, fact.target, fact.about, *fact.according_to}
    # By the places of their words, as far as no word was mended.
    named = {query.words[place] for each in ends & query.entries.keys() for place in range(*query.entries[each])}
    if not is_in_order(query, text):
        return False
    if any(not is_called_so(pack, each, text, query) for each in ends & query.entries.keys()):
        return False
    if not _names_all(pack, query, ends, text):
        return False
    asked = [term for term in query.terms if term.word not in named]
    return all(is_said(term, (*text, *relation)) or (term.is_deed and term.word in relation) for term in asked)


def _names_all(pack: StoredPack, query: Query, ends: Collection[str], text: Sequence[str]) -> bool:
    """Whether a fact has all that a question calls by several words, and not only these words here and there."""
    line = f" {' '.join(text)} "
    named: dict[tuple[int, int], set[str]] = {}
    for own_id, span in query.entries.items():
        named.setdefault(span, set()).add(own_id)
    for span, ids in named.items():
        words = [word for word in query.words[slice(*span)] if word not in STOP_WORDS]
        if len(words) < 2 or not ids.isdisjoint(ends):
            continue
        forms = {" ".join(words), *(name for each in ids for name in names_in_text(pack.entries[each]))}
        if not any(f" {name.removesuffix('s')}{ending} " in line for name in forms for ending in ("", "s")):
            return False
    return True


def words_asked_for(pack: StoredPack, fact: Fact, query: Query) -> int:
    """How many of the words and phrases by which one asks for the fact's relation the question has."""
    content = {root(form) for term in query.terms for form in (term.word, *(each.text for each in term.forms))}
    asked = content | set(map(root, query.words))
    phrases = (set(map(root, plain(phrase).split())) for phrase in pack.relations[fact.relation].words)
    return sum(bool(phrase & content) and phrase <= asked for phrase in phrases)


def is_named_by(pack: StoredPack, own_id: str, query: Query) -> bool:
    """Whether an entry is one that the question names, or has the words in its names that name another."""
    names = " ".join(map(plain, pack.entries[own_id].names))
    return own_id in query.entries or any(
        " ".join(query.words[start:end]) in names for start, end in query.entries.values()
    )
