"""Find the facts that state everything a question says."""

from collections.abc import Collection, Sequence

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Candidate, SearchResult
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.false_matches import is_called_so, is_in_order
from trotskyism_cli.views.questions.time_asked import may_be_then

READ = 80  # best passages that may answer in other words than the question's


def facts_with_everything(pack: StoredPack, found: SearchResult) -> list[tuple[Candidate, Fact]]:
    """Return the facts that state everything the question says, each with its passage, best first.

    The best READ passages are tried in whatever words they are. When much is told of a person, more passages than these
    rank alike; a fact further down must tie the named entry to another one in the question's own words.
    """
    read = ((each, fact_with_everything(pack, found.query, each)) for each in found.weighed)
    return [
        (each, fact)
        for place, (each, fact) in enumerate(read)
        if fact and (place < READ or _ties_plainly(pack, found.query, fact))
    ]


def _ties_plainly(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """True if a fact links an entry of the question to another entry, in the question's own words."""
    text = plain(fact_sentence(pack, fact)).split()
    is_tied = bool(fact.target and query.entries.keys() & {fact.subject, fact.target})
    asked = [term.itself for term in query.further_terms(frozenset())]
    return is_tied and words_asked_for(pack, fact, query) > 0 and all(is_said(term, text) for term in asked)


def fact_with_everything(pack: StoredPack, query: Query, candidate: Candidate) -> Fact | None:
    """Return the fact of a passage if it states everything the question says, else None.

    That the passage was found by every word is necessary, but not enough: the words may stand in a note, or in another
    name of the entry.
    """
    if candidate.kind != "fact" or any(term.word not in candidate.has for term in query.terms):
        return None
    fact = pack.facts[candidate.record]
    return fact if says_everything(pack, query, fact) else None


def says_everything(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """True if a fact states all that a question says, about the entries and the time that the question names.

    Each named entry must be an end of the fact or stand in its sentence. Every other word must stand in the sentence,
    or be one by which a question asks for the fact's relation.
    """
    if fact.negated or not may_be_then(pack, fact, query):
        return False
    text = plain(fact_sentence(pack, fact)).split()
    relation = {word for phrase in pack.relations[fact.relation].words for word in plain(phrase).split()}
    ends = {fact.subject, fact.target, fact.about, *fact.according_to}
    # The words that name the fact's ends; a misspelt word that was mended is not among them.
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
    """True if each name of several words in the question is an end of the fact, or stands whole in its text.

    The words of such a name scattered over the text do not count.
    """
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
    """Count the words and phrases for the fact's relation that the question contains."""
    content = {root(form) for term in query.terms for form in (term.word, *(each.text for each in term.forms))}
    asked = content | set(map(root, query.words))
    phrases = (set(map(root, plain(phrase).split())) for phrase in pack.relations[fact.relation].words)
    return sum(bool(phrase & content) and phrase <= asked for phrase in phrases)


def is_named_by(pack: StoredPack, own_id: str, query: Query) -> bool:
    """True if the question names the entry, or names another by words that occur in this entry's names."""
    names = " ".join(map(plain, pack.entries[own_id].names))
    return own_id in query.entries or any(
        " ".join(query.words[start:end]) in names for start, end in query.entries.values()
    )
