"""Answer a question that is disputed: who says what."""

from collections.abc import Collection, Sequence

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words, object_label, sentence
from trotskyism_cli.views.questions.direct import Direct, is_said, speaks_of
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.sentences import is_said as tells_already
from trotskyism_cli.views.wording.surnames import short_name

ANSWERS = 3  # answers told of a dispute, at most
LONGEST_ANSWER, SHORTEST_ANSWER = 16, 5  # words
_CLAUSE = lazy_regex(r"; |: |, (?=(?:since|because|which|who|while|whereas|so that|where) )")
# A summary with so few words that only says who answers tells less than its question.
ANSWERING, EMPTY = frozenset({"answer", "answers"}), 12
QUESTION = "question"
SEEING = frozenset("see saw view viewed regard regarded react reacted respond responded judge judged".split())


def dispute_over(pack: StoredPack, found: SearchResult, asked: str) -> Entry | None:
    """Return the dispute that is the question itself: one of its names has all words of the question.

    It must also ask the same (who, why …). Only disputes among the passages found are tried.
    """
    query = found.query
    is_open, viewing = query.is_yes_or_no and not asked, VIEWING.intersection(query.words)
    if named := named_dispute(pack, query):
        return named
    if query.begins_with_be and query.is_only_names and len(query.entries) == 1:
        return None  # the question asks nothing of it
    says_enough = len(query.terms) > 1 or query.entries  # `who won` does not say what
    argued_about = pack.mentioned("about", found.owners) if says_enough else frozenset()
    for entry in pack.entries.several([each for each in found.owners if each in argued_about]):
        found_by = () if query.begins_with_be else entry.search  # search words do not say what somebody was
        for words in (plain(name).split() for name in (*entry.names, *found_by)):
            if not viewing.issubset(words):
                continue  # "what did he want" is not "what could he do"
            is_of_it = not query.begins_with_be or _has_names(pack, query, words)
            if (is_open or asked in words) and is_of_it and all(is_said(term, words) for term in query.terms):
                return entry
    return None


def _has_names(pack: StoredPack, query: Query, words: Sequence[str]) -> bool:
    """True if the words have all names of the question themselves: `Trotskyists` is not `Trotskyism`."""
    line = " ".join(words)
    spans = {span: pack.entries[each] for each, span in query.entries.items()}
    called = ((" ".join(query.words[slice(*span)]), entry) for span, entry in spans.items())
    return all(name in line or _has_words(name, words) or speaks_of(entry, words) for name, entry in called)


def _has_words(name: str, words: Sequence[str]) -> bool:
    """True if the words have all of a name of several words, in any order: `revolution in October`."""
    told = {*name.split()} - STOP_WORDS
    return len(told) > 1 and told <= {*words}


def named_dispute(pack: StoredPack, query: Query) -> Entry | None:
    """Return the dispute that a question names together with what it asks: `why did Trotsky lose power`.

    The dispute's name contains the question, or its names together have all words of the question.
    """
    for own_id, (start, end) in query.entries.items():
        issue = pack.entries[own_id]
        if not pack.mentions("about", own_id):
            continue
        if query.is_yes_or_no and (start, end) == (0, len(query.words)):
            return issue
        if not query.asks_for:
            continue
        words = plain(" ".join((*issue.names, *issue.search))).split()
        is_asked = query.asks_for in plain(issue.name).split() and all(is_said(term, words) for term in query.terms)
        if query.asks_for in query.words[start:end] or is_asked:
            return issue
    return None


def seen_in_dispute(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer how a body saw an event by the dispute whose summary speaks of the event."""
    query = found.query
    kinds = {each: pack.entries[each].kind for each in query.entries}
    is_asked = "how" in query.words[:1] and SEEING.intersection(query.words) and query.is_only_names_or(SEEING)
    if not is_asked or sorted(kinds.values()) != [Kind.EVENT, Kind.ORGANISATION]:
        return None
    event = next(pack.entries[each] for each, kind in kinds.items() if kind is Kind.EVENT)
    for own_id in found.owners:
        if pack.mentions("about", own_id) and speaks_of(event, plain(pack.entries[own_id].summary).split()):
            return disputed(pack, pack.entries[own_id])
    return None


def disputed(pack: StoredPack, issue: Entry, holders: Collection[str] = ()) -> Direct:
    """Tell who says what in a dispute: its summary without the question, then answers that it does not give.

    With `holders`, only their answers are added. These come first, even if the summary gives them.
    """
    told = sentences(issue.summary)
    asks = told[0].endswith("?") or QUESTION in plain(told[0]).split()
    rest = " ".join(told[1:])
    text = rest if asks and rest else " ".join(told)
    facts = _answers_to(pack, issue, "" if holders else text, holders)
    if told[0].endswith("?") and len(rest.split()) <= EMPTY and ANSWERING.intersection(plain(rest).split()):
        text = told[0]
    answers = " ".join(_answer_of(pack, fact) for fact in facts)
    first, then = (answers, text) if holders else (text, answers)
    return Direct(f"Disputed. {first}", then, tuple(fact.id for fact in facts), (issue.id,))


def of_side(pack: StoredPack, query: Query, issue: Entry) -> Direct | None:
    """Tell a dispute that the question names by a side or a thing of it, if names or text have that word.

    Otherwise the word only leads to the dispute. "What was X" is answered by the fact about X, if the dispute has
    one.
    """
    called = " ".join(query.words[slice(*query.entries[issue.id])])
    if query.words[:1] == ("what",) and IS.intersection(query.words[1:2]) and (thing := _said_of(pack, issue, called)):
        return thing
    told = disputed(pack, issue)
    names = map(plain, (*issue.names, told.text, told.further))
    return told if any(called in each for each in names) else None


def _said_of(pack: StoredPack, issue: Entry, called: str) -> Direct | None:
    """Return the fact of a dispute that begins with X: what X was, not what a side said."""
    name = without_article(called)
    told = (fact for fact in pack.known_facts(issue) if not fact.according_to)
    begins = (fact for fact in told if without_article(plain(fact_sentence(pack, fact))).startswith(f"{name} "))
    fact = next(begins, None)
    return Direct(fact_sentence(pack, fact), sentences(issue.summary)[0], (fact.id,), (issue.id,)) if fact else None


def _answers_to(pack: StoredPack, issue: Entry, told: str, holders: Collection[str]) -> list[Fact]:
    """Return the most important answer of each holder in a dispute, at most ANSWERS; the latest of equals.

    Holders whom the summary (`told`) names come first. Answers that it gives already are left out.
    """
    facts = (pack.facts[each] for each in pack.mentions("about", issue.id) if each in pack.facts)
    claims = (fact for fact in facts if pack.relations[fact.relation].claim and isinstance(fact.object, str))
    held = [fact for fact in claims if fact.according_to and pack.stands(fact)]
    if holders:
        held = [fact for fact in held if len(fact.according_to) == 1 and fact.according_to[0] in holders]
    of_holder: dict[str, Fact] = {}
    for fact in sorted(held, key=lambda each: (-each.importance, -(each.date.begin.toordinal() if each.date else 0))):
        of_holder.setdefault(_holder(pack, fact), fact)
    places = {holder: told.find(holder) for holder in of_holder}
    first = sorted(of_holder, key=lambda each: (places[each] < 0, places[each], -of_holder[each].importance))
    said = (of_holder[each] for each in first)
    return [fact for fact in said if not tells_already(_answer_of(pack, fact), told)][:ANSWERS]


def _holder(pack: StoredPack, fact: Fact) -> str:
    return join_words([short_name(each) for each in pack.holders(fact)])


def _answer_of(pack: StoredPack, fact: Fact) -> str:
    """Write an answer with its holder and year; of a long one only the main clause."""
    text = object_label(pack, fact)
    if len(text.split()) > LONGEST_ANSWER:
        text = next((part for part in _CLAUSE.split(text) if len(part.split()) >= SHORTEST_ANSWER), text)
    year = f" ({fact.when.begin.year})" if fact.when else ""
    return f"{capital(_holder(pack, fact))}{year}: {sentence(text)}"
