"""Say what the book does not tell, where nothing answers a question.

That is the words that no line has together. If a line has them all, it is the number, the place, the reason and so on
that is asked for.
"""

import re
from collections.abc import Iterable, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import LASTING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.views.answers.circumstances.end import end_untold
from trotskyism_cli.views.answers.people.death import (
    DYING,
    KILLING,
    OF_DEATH,
    gives_cause,
    is_killed,
    who_died,
    whose_death,
)
from trotskyism_cli.views.answers.people.own_or_kin import is_of_other_kin
from trotskyism_cli.views.questions.answer_view import Untold
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.false_matches import is_of_themselves
from trotskyism_cli.views.questions.hits import ShownHit, sentences
from trotskyism_cli.views.questions.line_match import HAVING_DONE, Said, Wanted, said_in, without_titles
from trotskyism_cli.views.questions.reason_words import may_give_reason

NEAREST = "; nearest:"
OF_VERBS = frozenset({"forward"})  # second parts of verbs, which say nothing alone
_COUNTRIES = {people: country for country, people in ADJECTIVES.items()}  # a Georgian is from Georgia
LACKING = {
    "number": "How many",
    "where": "Where it was",
    "who": "Who it was",
    "when": "When it was",
}
_NO_WORDS = "Not told here in these words"
HOW_LONG = "How long it was"
IN_DOUBT = Untold(f"Not told here in so many words{NEAREST}", may_be_told=True)
WHY_UNTOLD = Untold(f"Why is not told here in so many words{NEAREST}", may_be_told=True)
HOW_UNTOLD = Untold(f"How is not told here in so many words{NEAREST}", may_be_told=True)
UNTOLD_OF = {"why": WHY_UNTOLD, "how": HOW_UNTOLD}
COMPANY_UNTOLD = Untold(f"Who else it was is not told here in so many words{NEAREST}")
# For hits that have all that is named and asked.
ONLY_NEAR = Untold(f"No sure answer{NEAREST}", may_be_told=True)


def untold(pack: StoredPack, found: SearchResult, wanted: Wanted, hits: Sequence[ShownHit]) -> Untold | None:
    """Return the header that says what is not told.

    None if the hits tell what yes or no, or one of two, would answer.
    """
    ideas = [term for term in wanted.ideas if term.word not in OF_VERBS]
    unknown = [f"“{term.word}”" for term in ideas if not term.forms]
    if unknown:
        return Untold(f"The book does not have {join_words(unknown, 'or')}{NEAREST}")
    query = found.query
    if body := end_untold(pack, query):
        return Untold(f"That {body.phrase} ended is not told here{NEAREST}")
    if lacking := cause_untold(pack, found, hits):
        return lacking
    if query.is_either_or and any(hit.said.names == len(wanted.named) > 1 for hit in hits):
        return None
    if not any(has_all(wanted, hit) for hit in hits) and not any(tells_all(pack, wanted, hit) for hit in hits):
        return _not_together(query, wanted, ideas, hits)
    if LASTING.issubset(query.words):
        return Untold(f"{HOW_LONG} is not told here{NEAREST}")
    if lacking := reason_untold(query, hits):
        return lacking
    if query.asks_for in LACKING:
        return Untold(f"{LACKING[query.asks_for]} is not told here in so many words{NEAREST}", may_be_told=True)
    return None if any(hit.said.together for hit in hits) else IN_DOUBT


def _not_together(query: Query, wanted: Wanted, ideas: Sequence[Term], hits: Sequence[ShownHit]) -> Untold:
    """Return the header for hits none of which tells all: that no line has these words together.

    Above hits that tell nearly all, it denies nothing (ONLY_NEAR).
    """
    first = hits[0].said if hits else None
    if query.asks_for in UNTOLD_OF and first and first.names == len(wanted.named) > 0 and first.ideas:
        return UNTOLD_OF[query.asks_for]  # the thing is told, though not why or how
    if first and _is_nearly_told(query, wanted, first):
        return ONLY_NEAR  # deny nothing above a line that tells most
    parts = [*(f"“{term.word}”" for term in ideas), *(each.called for each in wanted.named)]
    together = " together" if len(parts) > 1 else ""
    return Untold(f"{_NO_WORDS}: {join_words(parts)}{together}{NEAREST}", may_be_told=True)


def _is_nearly_told(query: Query, wanted: Wanted, said: Said) -> bool:
    """True if a line names an entry of the question and has most of its ideas.

    If the question has no ideas, the line must name all its entries.
    """
    asked = len(deeds_of(wanted)) - (query.words[:1] == ("which",))  # without the kind of doer: `which party`
    if not wanted.ideas or said.names == 0:
        return 0 < said.names == len(wanted.named)
    return 2 * said.ideas > asked or (query.is_yes_or_no and 2 * said.ideas == asked)


def deeds_of(wanted: Wanted) -> list[Term]:
    """Return the ideas without verbs of ordering (HAVING_DONE); all of them if none is left."""
    return [term for term in wanted.ideas if term.word not in HAVING_DONE] or list(wanted.ideas)


def only_named(name: str) -> Untold:
    """Return the header for a name that the book has, but no entry for it."""
    return Untold(f"{name} has no entry here, and is only named:")


def reason_untold(query: Query, hits: Iterable[ShownHit]) -> Untold | None:
    """Return the header for a why, if no line may give a reason; else None."""
    is_of_death = DYING.intersection(query.words)
    is_told = any(may_give_reason(hit.text) or (is_of_death and gives_cause(hit.text)) for hit in hits)
    return WHY_UNTOLD if query.asks_for == "why" and not is_told else None


def cause_untold(pack: StoredPack, found: SearchResult, hits: Iterable[ShownHit]) -> Untold | None:
    """Return the header if the cause of a death is asked, and the book has only its day; else None.

    If it is asked who killed somebody, or where, and the book tells of no killing, the header says that.
    """
    asked = found.query.asks_for
    person = whose_death(pack, found) if asked in ("how", "what", "who") else None
    person = who_died(pack, found.query) if asked == "where" and OF_DEATH.intersection(found.query.words) else person
    if person and asked in ("who", "where"):
        if KILLING.isdisjoint(found.query.words):
            return None  # he may have been shot at and lived
        is_told = is_killed(pack, found, person)
        return None if is_told else Untold(f"That {person.name} was killed is not told here{NEAREST}")
    if person is None or any(gives_cause(hit.text) for hit in hits):
        return None
    return Untold(f"Of what {person.name} died is not told here{NEAREST}")


def may_say(pack: StoredPack, query: Query, wanted: Wanted, hit: ShownHit) -> bool:
    """True if a line may tell what is asked.

    Not if it is about the kin of somebody else, or has the ideas only in titles. Asked whether X was a Y, a line
    under another entry must say that X was, is or became something, or did so `as` it.
    """
    if is_of_other_kin(pack, query, hit.id, hit.text):
        return False
    line = plain(f"{hit.name}. {hit.text}")
    words = without_titles(wanted, line)
    if words != line and not any(is_said(term, words.split()) for term in wanted.ideas):
        return False
    if query.begins_with_be and not is_of_themselves(pack, query, hit.id, f"{hit.name}. {hit.text}"):
        return False
    person = pack.entries[query.named[0]] if query.named else None
    if person is None or person.kind is not Kind.PERSON or hit.id in query.entries:
        return True
    start, end = query.entries[person.id]
    if start != 1 or not query.begins_with_be or query.words[end : end + 1] not in (("a",), ("an",)):
        return True
    name = re.escape(plain(person.name).rpartition(" ")[2])
    return bool(re.search(rf"\b{name}(?: \w+)? (?:was|is|became|as)\b", plain(hit.text)))


def has_all(wanted: Wanted, hit: ShownHit) -> bool:
    """True if a hit has all words of a question and names all that it names, wherever they stand in it."""
    line = f"{hit.name}. {hit.text}"
    words = without_titles(wanted, plain(line)).split()
    has_names = said_in(wanted, line, hit.id).names == len(wanted.named)
    return has_names and all(is_said(term, words) or _COUNTRIES.get(term.word) in words for term in wanted.ideas)


def tells_all(pack: StoredPack, wanted: Wanted, hit: ShownHit) -> str:
    """Return the sentence with the ideas of a question, if its entry tells the rest nearby; else an empty string.

    The rest must stand in the same summary or fact.
    """
    entry = pack.entries.get(hit.id)
    if entry is None or not wanted.ideas or not wanted.named:
        return ""
    rows = [[fact_sentence(pack, fact)] for fact in pack.known_facts(entry)]
    for lines in (sentences(entry.summary), *rows):
        whole = hit._replace(text=" ".join(lines))
        telling = [each for each in lines if all(is_said(term, plain(each).split()) for term in wanted.ideas)]
        if telling and has_all(wanted, whole):
            return telling[0]
    return ""


def shares_half(wanted: Wanted, hits: Iterable[ShownHit]) -> list[ShownHit]:
    """Return the hits; if the question names nothing for sure, only those with at least half of its ideas."""
    if any(not each.loosely or " " in each.names[0] for each in wanted.named):
        return list(hits)
    found = ((hit, plain(f"{hit.name}. {hit.text}").split()) for hit in hits)
    return [hit for hit, words in found if 2 * sum(is_said(term, words) for term in wanted.ideas) >= len(wanted.ideas)]
