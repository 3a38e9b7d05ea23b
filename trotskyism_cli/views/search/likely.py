"""Put likely lines first where there is no sure answer: those that say most of what the question asks.

The header above them then says "may be", and not that the book does not tell it.
"""

from collections.abc import Iterator, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import DID, Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.circumstances.parting import is_of_other_leaver
from trotskyism_cli.views.answers.circumstances.quarrel import AGAINST, HOSTILE, PARTING
from trotskyism_cli.views.answers.direct_answer import BECOMING, tells_how
from trotskyism_cli.views.answers.missing import NEAREST, ONLY_NEAR
from trotskyism_cli.views.answers.opinions.by_dispute import is_judgement
from trotskyism_cli.views.answers.opinions.views_held import PROPOSING, SAYING
from trotskyism_cli.views.answers.people.company import is_told_with_another, with_whom
from trotskyism_cli.views.answers.people.own_or_kin import OF_KIN, kin_asked, may_tell
from trotskyism_cli.views.answers.people.succession import is_of_predecessor
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import AGENTS, Direct, is_said
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.questions.false_matches import is_told_of_him
from trotskyism_cli.views.questions.hits import (
    ShownHit,
    hit_of,
    is_named_in,
    lines_on,
    sentences,
    shown_hit,
    whole_line,
)
from trotskyism_cli.views.questions.kind_named import names_kind
from trotskyism_cli.views.questions.line_match import (
    BETWEEN_TWO,
    HAVING_DONE,
    Wanted,
    said_in,
    wanted_by,
    without_titles,
)
from trotskyism_cli.views.questions.reason_words import BECAUSE, gives_reason, is_explained
from trotskyism_cli.views.questions.time_asked import has_month
from trotskyism_cli.views.search.beside_answer import beside
from trotskyism_cli.views.search.unranked import RANKS, rank_asked
from trotskyism_cli.views.search.who_lines import names_holder
from trotskyism_cli.views.search.yes_or_no import IN_TIME, UNREAL
from trotskyism_cli.views.wording.proper_names import IN_FULL, WORD
from trotskyism_cli.views.wording.sentences import WORD as WORDS
from trotskyism_cli.views.wording.surnames import surname

QUARRELLING = PARTING | HOSTILE  # a line may tell a quarrel by what one would not do
_OWNER = lazy_regex(r"['’]s?(?!\w)")
OF_HIS_DEED = frozenset({"how", "when"})
MOST = 3  # lines shown without an answer
FIRST, AGAINST_IT = "first", " against it"
FEWEST = 2  # words of the question that a line needs if its entry is not named
OF_ALL = lazy_regex(r"\b(?:millions?|per cent)\b")  # only of great numbers
# Words beside which a reason may stand, though they do not say so.
_MAY_BE_WHY = lazy_regex(r": after\b|, which\b[^.;]* while\b|\b(?:after which|for fear)\b")
_PERSONS = lazy_regex(rf"{IN_FULL}, (?:{WORD} ){{1,2}}")  # several names in a row
_SAID = lazy_regex(rf"\b(?:{SAYING}|{PROPOSING})\b")
# Two were in one place, or had to do with one another.
_MEETING = lazy_regex(
    r"\b(?:came|help(?:ed)?|lived|meeting|met|received|saw|support(?:ed)?|talks?|visit(?:ed|s)?|went)\b"
)
_UNDER = lazy_regex(rf"\bunder {IN_FULL}")  # names who commanded it
# A verb, and how a line tells that it was not done.
OPPOSITES = {
    **dict.fromkeys(("attend", "attended"), "missed"),
    **dict.fromkeys(("accept", "accepted", "agree", "agreed"), "refused"),
}
# Other words for a verb that are too common to be searched for.
OTHER_WORDS = {
    **dict.fromkeys(("fight", "fought", "participate", "participated"), "took part"),
    **dict.fromkeys(("published", "issued", "printed"), "appeared"),
}
# The header above likely lines.
LIKELY = Untold("No sure answer, but this may be it:")


def with_likely(pack: StoredPack, found: SearchResult, view: AnswerView) -> AnswerView:
    """Put the lines that say most of what is asked first in a view without an answer, under the header LIKELY.

    A line that gives all that is asked after all becomes the answer.
    """
    query = found.query
    may_be_told = view.untold is not None and view.untold.may_be_told and view.direct is None
    if not may_be_told or not query.is_question or is_judgement(query) or _is_told_otherwise(pack, query):
        return view
    wanted = wanted_by(pack, query)
    if done := next((hit for hit in view.hits if hit.verb == "show" and _is_in_its_words(query, hit.text)), None):
        return _with_sure(pack, found, view, wanted, done)
    is_of_year = query.asks_for == "why" and query.date is not None
    if not wanted.named and query.asks_for != "number" and not is_of_year:
        return view
    found_so = (_with_doer(pack, query, wanted, hit) for hit in view.hits)
    likely = [hit for hit in found_so if _says_most(wanted, query, hit) and _is_of_kind(pack, query, hit)]
    if doer := _doer_of(pack, query):
        likely = [hit for hit in likely if _is_of_him(pack, doer, wanted, hit)]
        if not likely and query.asks_for == "when" and _is_of_post(query):
            return view._replace(untold=Untold(f"That {doer.name} became that is not told here{NEAREST}"))
    if rank := rank_asked(query):  # "the only one" is not one of several
        likely = [hit for hit in likely if not RANKS[rank].isdisjoint(plain(hit.text).split())]
    likely = likely or list(_commanded(pack, query, wanted))
    if not likely:
        return view
    if sure := _sure(pack, query, likely):
        return _with_sure(pack, found, view, wanted, sure)
    shown = {hit.id for hit in likely}
    rest = (hit for hit in view.hits if hit.id not in shown)
    return view._replace(hits=(*likely, *rest), untold=LIKELY)


def _with_sure(pack: StoredPack, found: SearchResult, view: AnswerView, wanted: Wanted, sure: ShownHit) -> AnswerView:
    """What is shown where one of the lines that were found is the answer."""
    told = Direct(whole_line(pack.entries[sure.id], sure.text), entries=(sure.id,))
    return view._replace(hits=beside(pack, found, wanted, told), direct=told, untold=None)


def _sure(pack: StoredPack, query: Query, likely: Sequence[ShownHit]) -> ShownHit | None:
    """Return the first likely line that answers after all.

    It gives the reason, the holder of a post, the deed, or the kin, which is all that the question asks.
    """
    if query.asks_for == "why":
        return next((hit for hit in likely if BECAUSE in hit.text), None)
    if holder := next((hit for hit in likely if names_holder(query, hit.id, hit.text)), None):
        return holder
    if done := next((hit for hit in likely if _is_deed_of(query, hit)), None):
        return done
    if kin_asked(pack, query) is None or not query.is_only_names_or(OF_KIN):
        return None
    return next((hit for hit in likely if may_tell(pack, query, hit.id, hit.text)), None)


def _is_in_its_words(query: Query, text: str) -> bool:
    """True if a line tells of somebody in the very words of a question who did something: `who took the palace`."""
    asked = " ".join(query.words)
    return query.words[:1] == ("who",) and len(query.words) > FEWEST and f" {asked} " in f" {plain(text)} "


def _is_deed_of(query: Query, hit: ShownHit) -> bool:
    """True if the question is only "what did X <verb>", and the line, which stands under X, has the verb."""
    is_asked = query.words[:2] == ("what", "did") and len(query.entries) == 1 and hit.id in query.entries
    deed = [term for term in query.terms if term.word not in query.naming]
    is_last = len(deed) == 1 and deed[0].word == query.words[-1]
    return is_asked and is_last and is_said(deed[0], plain(hit.text).split())


def with_first(pack: StoredPack, found: SearchResult, view: AnswerView, told: Direct, said: Untold) -> AnswerView:
    """Put an answer to a nearby question before the hits of a view without an answer, under the header `said`."""
    own_id = next((pack.facts[each].subject for each in told.facts), "") or next(iter(told.entries), "")
    if own_id not in pack.entries:
        return view
    first = shown_hit(pack, hit_of(pack, own_id, told.facts[:1], found.query), wanted_by(pack, found.query))
    return _with_hits(view, [first._replace(text=told.text)], said)


def with_facts(pack: StoredPack, found: SearchResult, view: AnswerView, facts: Sequence[Fact]) -> AnswerView:
    """Put the facts that come nearest before the hits of a view without an answer."""
    wanted = wanted_by(pack, found.query)
    hits = (shown_hit(pack, hit_of(pack, fact.subject, (fact.id,), found.query), wanted) for fact in facts)
    told = [hit._replace(text=fact_sentence(pack, fact)) for hit, fact in zip(hits, facts, strict=True)]
    return _with_hits(view, told, ONLY_NEAR)


def _with_hits(view: AnswerView, first: Sequence[ShownHit], said: Untold) -> AnswerView:
    shown = {hit.id for hit in first}
    others = (hit for hit in view.hits if hit.id not in shown)
    return view._replace(hits=(*first, *others)[:MOST], untold=said)


def _is_told_otherwise(pack: StoredPack, query: Query) -> bool:
    """True for questions where a line with all their words may tell something else, or the contrary.

    These ask what one did to another, what something was, what came before or after something, or what could have
    been.
    """
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if query.words[:2] == ("what", "did") and "when" in query.words:
        return True  # a line may tell what he did at another time
    is_of_two = query.is_yes_or_no and (len(people) > 1 or _is_deed_between(pack, query))
    is_of_thing = query.words[:1] == ("what",) and not (IS | HAPPENED).isdisjoint(query.words[1:2])
    is_of_thing |= query.words[:1] == ("who",) and not IS.isdisjoint(query.words[1:2]) and _is_whole_name(pack, query)
    return is_of_two or is_of_thing or not (IN_TIME | UNREAL).isdisjoint(query.words)


def _is_whole_name(pack: StoredPack, query: Query) -> bool:
    """True for "who was <word> <surname>": the word may make it the name of somebody else."""
    spans = {span for each, span in query.entries.items() if pack.entries[each].kind is Kind.PERSON}
    first = len(("who", "was"))
    is_first_name = STOP_WORDS.isdisjoint(query.words[first : first + 1])
    return is_first_name and any(start == first + 1 and end == len(query.words) for start, end in spans)


def _is_deed_between(pack: StoredPack, query: Query) -> bool:
    """True for "did X <verb> Y" with two people or bodies, unless the verb is in BETWEEN_TWO (meet, support)."""
    agents = sorted({span for each, span in query.entries.items() if pack.entries[each].kind in AGENTS})
    if query.words[:1] != ("did",) or len(agents) != len(("doer", "done to")):
        return False
    return len(between := query.words[agents[0][1] : agents[1][0]]) == 1 and BETWEEN_TWO.isdisjoint(between)


def _commanded(pack: StoredPack, query: Query, wanted: Wanted) -> Iterator[ShownHit]:
    """Yield the line that tells under whom an event was carried out, if it is asked who ordered it."""
    events = (pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.EVENT)
    for event in events if query.asks_for == "who" and HAVING_DONE.intersection(query.words[1:2]) else ():
        fact = next((each for each in pack.known_facts(event) if _UNDER.search(fact_sentence(pack, each))), None)
        if fact:
            hit = shown_hit(pack, hit_of(pack, event.id, (fact.id,), query), wanted)
            yield hit._replace(text=fact_sentence(pack, fact))


def _says_most(wanted: Wanted, query: Query, hit: ShownHit) -> bool:
    """True if a line names all that the question names, and has more than half of its ideas.

    Questions for the first, and those with how or why, need all ideas.
    """
    line = f"{hit.name}. {hit.text}"
    if query.asks_for == "who" or query.words[:1] == ("which",):  # much else is told of both
        wanted = wanted._replace(ideas=tuple(term for term in wanted.ideas if term.word not in BETWEEN_TWO))
    is_meeting = query.asks_for == "when" and wanted.loosely != wanted
    ideas = wanted.loosely.ideas if is_meeting else wanted.ideas
    if wanted.says:  # a year in common does not make it what he said
        ideas = tuple(term for term in ideas if not term.word.isdecimal())
    if said_in(wanted, line, hit.id).names < len(wanted.named):
        return False
    if not ideas:
        is_of_thing = query.asks_for == "how" and any(each.loosely for each in wanted.named)  # of his house, not of him
        is_of_being = query.begins_with_be or (
            wanted.says and (query.asks_for == "when" or _is_sayer(wanted, hit.text))
        )
        is_of_meeting = is_meeting and _MEETING.search(hit.text)
        return bool(is_of_meeting or is_of_being or is_of_thing) and _is_named_beside(wanted, query, hit)
    words = without_titles(wanted, plain(line)).split()
    said = [term for term in ideas if is_said(term, words) or _is_in_other_words(query, term, words)]
    if not has_month(query, hit.text):
        return False
    if query.asks_for == "who" and FIRST in query.words:  # the first is not one of several
        return len(said) == len(ideas)
    if query.asks_for in ("how", "why"):  # not a reason for something else
        return len(said) == len([term for term in ideas if term in said or term.word not in QUARRELLING])
    deed = query.words[1:2] if query.words[:1] == ("who",) else ()  # the deed itself must be told
    if any(term.word in deed and term.word not in HAVING_DONE and term not in said for term in ideas):
        return False
    is_elsewhere = query.asks_for in ("who", "which") and not hit.said.is_of_it and hit.tag.split(" ")[0] not in AGENTS
    return 2 * len(said) > len(ideas) and not (is_elsewhere and sum(each.word.isalpha() for each in said) < FEWEST)


def _with_doer(pack: StoredPack, query: Query, wanted: Wanted, hit: ShownHit) -> ShownHit:
    """Exchange a hit's line for another of its entry, if the question itself names the line's only doer."""
    if hit.verb != "show" or not _is_by_named(pack, query, wanted, hit.text):
        return hit
    entry = pack.entries[hit.id]
    others = (hit._replace(text=text) for text in (*lines_on(pack, entry), *sentences(entry.significance)))
    of_others = (each for each in others if not _is_by_named(pack, query, wanted, each.text))
    return next((each for each in of_others if _says_most(wanted, query, each)), hit)


def _is_by_named(pack: StoredPack, query: Query, wanted: Wanted, text: str) -> bool:
    """True if all people before the deed in a line are named by a who-question: they are no news.

    e.g. "who doubts Lenin's testament" and a line that Lenin doubted something.
    """
    deeds = [term for term in wanted.ideas if term.word in query.words[1:2]] if query.asks_for == "who" else []
    verb = next((each for each in WORDS.finditer(text) if any(is_said(term, [plain(each[0])]) for term in deeds)), None)
    before = entries_named(pack.store, text[: verb.start()]) if verb else {}
    people = [pack.entries[each] for each in before if pack.entries[each].kind is Kind.PERSON]
    return bool(people) and all(plain(surname(each)) in query.words for each in people)


def _doer_of(pack: StoredPack, query: Query) -> Entry | None:
    """Return the one person in a question when or how he did something."""
    people = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    is_asked = query.asks_for in OF_HIS_DEED and DID.intersection(query.words[1:2])
    return people[0] if is_asked and len(people) == 1 else None


def _is_of_post(query: Query) -> bool:
    """True if it is asked when somebody got a post: `general secretary`, not `a Marxist`."""
    place = next((place for place, word in enumerate(query.words) if word in BECOMING), len(query.words))
    return bool(query.words[place + 1 : place + 2]) and query.words[place + 1] not in ("a", "an")


def _is_of_him(pack: StoredPack, person: Entry, wanted: Wanted, hit: ShownHit) -> bool:
    """True if a line tells the deed of this person; `Trotsky's wife` is no mention of him."""
    own = f"{surname(person)} " if hit.id == person.id and surname(person) not in hit.text else ""
    words = plain(hit.text).split()
    said = [term for term in wanted.ideas if is_said(term, words)]
    return is_told_of_him(pack, person, said, _OWNER.sub("", f"{own}{hit.text}"))


def _is_sayer(wanted: Wanted, text: str) -> bool:
    """True if the first entry that the question names stands before a verb of saying or proposing in the text."""
    clauses = (
        clause.partition(found[0])[0] for clause in text.split("; ") for found in [_SAID.search(clause)] if found
    )
    return any(said_in(wanted._replace(ideas=(), named=wanted.named[:1]), before).names for before in clauses)


def _is_in_other_words(query: Query, term: Term, words: Sequence[str]) -> bool:
    """True if a line has another word for one of the question.

    For a yes-or-no question its opposite will do too: it answers no.
    """
    is_denied = query.is_yes_or_no and OPPOSITES.get(term.word) in words
    return is_denied or f" {OTHER_WORDS.get(term.word, '?')} " in f" {' '.join(words)} "


def _is_named_beside(wanted: Wanted, query: Query, hit: ShownHit) -> bool:
    """True if the question names several entries, and the line names all but the one that it stands under."""
    is_of_several = len(wanted.named) > 1
    return is_of_several and said_in(wanted, hit.text).names >= len(wanted.named) - (hit.id in query.entries)


def _is_of_somebody(pack: StoredPack, query: Query, hit: ShownHit) -> bool:
    """True if a line names somebody who may have done what is asked."""
    if is_of_predecessor(pack, query, Direct(f"{hit.name}: {hit.text}")):
        return False
    if _is_by_named(pack, query, wanted_by(pack, query), hit.text):
        return False
    if AGAINST_IT in hit.text and not is_named_in(pack.entries[hit.id], hit.text):
        return False  # `against it` is against what was proposed
    if (person := with_whom(pack, query)) and not is_told_with_another(person, hit.text):
        return False
    named = {each: pack.entries[each].kind for each in entries_named(pack.store, f"{hit.name}. {hit.text}")}
    return any(kind is Kind.PERSON and each not in query.entries for each, kind in named.items()) or bool(
        _PERSONS.search(hit.text)
    )


def _is_of_kind(pack: StoredPack, query: Query, hit: ShownHit) -> bool:
    """True if a line has the kind of thing that is asked for: a name, a year, a great number, a reason."""
    if hit.verb != "show":
        return False
    asked = "who" if query.words[:1] == ("which",) and query.asks_for in ("which", "") else query.asks_for
    if asked == "who":
        return _is_of_somebody(pack, query, hit)
    if asked == "when":
        return bool(NAMED_YEAR.search(hit.text)) and not is_of_other_leaver(pack, query, hit.text)
    if asked == "why":
        is_of_quarrel = QUARRELLING.intersection(query.words) and AGAINST.search(hit.text)
        is_reason = gives_reason(hit.text) or bool(_MAY_BE_WHY.search(hit.text))
        return bool(is_of_quarrel) or (is_reason and is_explained(query.further_terms(frozenset()), hit.text))
    if asked == "how":
        return tells_how(query, hit.text)
    if asked == "number":
        return bool(OF_ALL.search(hit.text))
    return asked != "where" and names_kind(query, hit.text)  # a line may name any place
