"""Answer who gave somebody something.

The verb says little by itself, so only a sentence that has it is an answer.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.missing import NEAREST
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, speaks_of, told_in, words_said
from trotskyism_cli.views.wording.surnames import surname

GIVING = frozenset("gave give given gives grant granted offer offered".split())
_GAVE = lazy_regex(r"\b(?:gave|granted|offered)\b")
_CLAUSE = lazy_regex(r"[.;:] |, (?=\w+ed\b)")


def giving_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer by the facts that say who gave the receiver the thing asked, in order of time."""
    query = found.query
    receiver = _receiver(pack, query)
    if receiver is None or not query.further_terms(GIVING):
        return None
    told = [fact for fact in _facts(pack, found, receiver) if _tells(pack, query, receiver, fact)]
    return told_in(pack, sorted(told, key=by_time)[:TOLD]) if told else None


def only_given(pack: StoredPack, query: Query, view: AnswerView) -> AnswerView:
    """Take back an answer without a verb of giving, if the question asks who gave somebody something."""
    if (
        view.direct is None
        or _receiver(pack, query) is None
        or _GAVE.search(f"{view.direct.text} {view.direct.further}")
    ):
        return view
    return view._replace(direct=None, untold=Untold(f"Who gave it is not told here{NEAREST}"))


def _receiver(pack: StoredPack, query: Query) -> Entry | None:
    """Return the person right behind the verb: `who gave Trotsky asylum`."""
    if query.words[:1] != ("who",) or GIVING.isdisjoint(query.words[1:2]):
        return None
    people = (pack.entries[each] for each, (start, _) in query.entries.items() if start == len(("who", "gave")))
    return next((each for each in people if each.kind is Kind.PERSON), None)


def _facts(pack: StoredPack, found: SearchResult, person: Entry) -> Iterator[Fact]:
    weighed = (pack.facts[each.record] for each in found.weighed if each.kind == "fact")
    every = {fact.id: fact for fact in (*weighed, *pack.known_facts(person))}
    yield from (fact for fact in every.values() if pack.is_known(fact) and not fact.according_to)


def _tells(pack: StoredPack, query: Query, person: Entry, fact: Fact) -> bool:
    """True if a fact names all that the question names, and has thing and receiver behind the verb."""
    text, words = fact_sentence(pack, fact), words_said(pack, fact)
    if not all(speaks_of(pack.entries[each], words) for each in query.entries):
        return False
    for verb in _GAVE.finditer(text):
        given = _CLAUSE.split(text[verb.end() :])[0]
        is_to_him = re.search(rf"\b(?:him|her|{re.escape(surname(person))})\b(?!['’])", given)
        if is_to_him and all(is_said(term, plain(given).split()) for term in query.further_terms(GIVING)):
            return True
    return False
