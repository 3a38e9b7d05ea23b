"""What is said of a question that nothing in the book answers: which of its words nothing tells of, or what is lacking.

Where its words stand together in one of the lines that are shown, it is not these that are lacking, but the number, the
place or the reason that it asks for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import LASTING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence, listed
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
from trotskyism_cli.views.answers.people.of_himself import is_of_other_kin
from trotskyism_cli.views.questions.answer_view import Untold
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.hits import ShownHit, sentences
from trotskyism_cli.views.questions.reason_words import may_give_reason
from trotskyism_cli.views.questions.said import HAVING_DONE, Said, Wanted, said_in, without_titles
from trotskyism_cli.views.questions.seeming import is_of_themselves

NEAREST = "; nearest:"
OF_VERBS = frozenset({"forward"})  # the second part of one, which says nothing alone
_COUNTRIES = {people: country for country, people in ADJECTIVES.items()}  # a Georgian may be told of as from Georgia
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
# Where one has all that is named and asked, and may say it.
ONLY_NEAR = Untold(f"No sure answer{NEAREST}", may_be_told=True)


def untold(pack: StoredPack, found: Found, wanted: Wanted, hits: Sequence[ShownHit]) -> Untold | None:
    """What nothing in the book tells of; None if the hits tell all of what yes or no, or one of two, would answer."""
    ideas = [term for term in wanted.ideas if term.word not in OF_VERBS]
    unknown = [f"“{term.word}”" for term in ideas if not term.forms]
    if unknown:
        return Untold(f"The book does not have {listed(unknown, 'or')}{NEAREST}")
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
    if query.asked in LACKING:
        return Untold(f"{LACKING[query.asked]} is not told here in so many words{NEAREST}", may_be_told=True)
    return None if any(hit.said.together for hit in hits) else IN_DOUBT


def _not_together(query: Query, wanted: Wanted, ideas: Sequence[Term], hits: Sequence[ShownHit]) -> Untold:
    """What is said where no hit tells all: that no line has these words together, if the first has few of them."""
    first = hits[0].said if hits else None
    if query.asked in UNTOLD_OF and first and first.names == len(wanted.named) > 0 and first.ideas:
        return UNTOLD_OF[query.asked]  # what it asks of is told
    if first and _is_nearly_told(query, wanted, first):
        return ONLY_NEAR  # nothing is denied above what tells most
    parts = [*(f"“{term.word}”" for term in ideas), *(each.called for each in wanted.named)]
    together = " together" if len(parts) > 1 else ""
    return Untold(f"{_NO_WORDS}: {listed(parts)}{together}{NEAREST}", may_be_told=True)


def _is_nearly_told(query: Query, wanted: Wanted, said: Said) -> bool:
    """Whether a line names something that a question names, and has most of what it asks of that, or names all."""
    asked = len(deeds_of(wanted)) - (query.words[:1] == ("which",))  # and not of what kind it was who did it
    if not wanted.ideas or said.names == 0:
        return 0 < said.names == len(wanted.named)
    return 2 * said.ideas > asked or (query.is_yes_or_no and 2 * said.ideas == asked)


def deeds_of(wanted: Wanted) -> list[Term]:
    """What a question asks to have been done, without the order for it."""
    return [term for term in wanted.ideas if term.word not in HAVING_DONE] or list(wanted.ideas)


def only_named(name: str) -> Untold:
    """What is said of a name that the book has, and no entry for it."""
    return Untold(f"{name} has no entry here, and is only named:")


def reason_untold(query: Query, hits: Iterable[ShownHit]) -> Untold | None:
    """What is said where a why is asked and no line may give a reason; else nothing."""
    is_of_death = DYING.intersection(query.words)
    is_told = any(may_give_reason(hit.text) or (is_of_death and gives_cause(hit.text)) for hit in hits)
    return WHY_UNTOLD if query.asked == "why" and not is_told else None


def cause_untold(pack: StoredPack, found: Found, hits: Iterable[ShownHit]) -> Untold | None:
    """What is said where the book has the day of a death and not the cause that is asked for; else nothing.

    Of somebody of whom it tells no killing it is not asked in vain who did it, or where: then it is that which is not
    told.
    """
    asked = found.query.asked
    person = whose_death(pack, found) if asked in ("how", "what", "who") else None
    person = who_died(pack, found.query) if asked == "where" and OF_DEATH.intersection(found.query.words) else person
    if person and asked in ("who", "where"):
        if KILLING.isdisjoint(found.query.words):
            return None  # shot at he may have been
        is_told = is_killed(pack, found, person)
        return None if is_told else Untold(f"That {person.name} was killed is not told here{NEAREST}")
    if person is None or any(gives_cause(hit.text) for hit in hits):
        return None
    return Untold(f"Of what {person.name} died is not told here{NEAREST}")


def may_say(pack: StoredPack, query: Query, wanted: Wanted, hit: ShownHit) -> bool:
    """Whether a line may tell what is asked: it has a word of it that is in no title, and says of whom he was what.

    Of the kin of somebody no line tells that is of the kin of another.

    A question may ask whether somebody was one: then a line must begin with him, or say that he was, or became, it.
    """
    if is_of_other_kin(pack, query, hit.id, hit.text):
        return False
    line = plain(f"{hit.name}. {hit.text}")
    words = without_titles(wanted, line)
    if words != line and not any(is_said(term, words.split()) for term in wanted.ideas):
        return False
    if query.is_of_being and not is_of_themselves(pack, query, hit.id, f"{hit.name}. {hit.text}"):
        return False
    person = pack.entries[query.named[0]] if query.named else None
    if person is None or person.kind is not Kind.PERSON or hit.id in query.entries:
        return True
    start, end = query.entries[person.id]
    if start != 1 or not query.is_of_being or query.words[end : end + 1] not in (("a",), ("an",)):
        return True
    name = re.escape(plain(person.name).rpartition(" ")[2])
    return bool(re.search(rf"\b{name}(?: \w+)? (?:was|is|became|as)\b", plain(hit.text)))


def has_all(wanted: Wanted, hit: ShownHit) -> bool:
    """Whether a hit has all words of a question, and names all that it names, wherever they stand in it."""
    line = f"{hit.name}. {hit.text}"
    words = without_titles(wanted, plain(line)).split()
    has_names = said_in(wanted, line, hit.id).names == len(wanted.named)
    return has_names and all(is_said(term, words) or _COUNTRIES.get(term.word) in words for term in wanted.ideas)


def tells_all(pack: StoredPack, wanted: Wanted, hit: ShownHit) -> str:
    """The sentence of a hit that has the ideas of a question, if its summary, or one of its rows, tells all of it."""
    entry = pack.entries.get(hit.id)
    if entry is None or not wanted.ideas or not wanted.named:
        return ""
    rows = [[fact_sentence(pack, fact)] for fact in pack.known_facts(entry)]
    for lines in (sentences(entry.summary), *rows):
        whole = replace(hit, text=" ".join(lines))
        telling = [each for each in lines if all(is_said(term, plain(each).split()) for term in wanted.ideas)]
        if telling and has_all(wanted, whole):
            return telling[0]
    return ""


def shares_half(wanted: Wanted, hits: Iterable[ShownHit]) -> list[ShownHit]:
    """The hits; of a question that surely names nothing those that have at least half of its words."""
    if any(not each.loosely or " " in each.names[0] for each in wanted.named):
        return list(hits)
    found = ((hit, plain(f"{hit.name}. {hit.text}").split()) for hit in hits)
    return [hit for hit, words in found if 2 * sum(is_said(term, words) for term in wanted.ideas) >= len(wanted.ideas)]
