"""The direct answer to a question that is disputed: who says what."""

from collections.abc import Collection, Sequence

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence, listed, object_label, sentence
from trotskyism_cli.views.questions.direct import Direct, is_said, speaks_of
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.sentences import is_said as tells_already
from trotskyism_cli.views.wording.surnames import short_name

ANSWERS = 3  # to a dispute, at most
LONGEST_ANSWER, SHORTEST_ANSWER = 16, 5  # words
_CLAUSE = lazy_regex(r"; |: |, (?=(?:since|because|which|who|while|whereas|so that|where) )")
# What is said of those who answer: with so few words that they do, less than what is asked.
ANSWERING, EMPTY = frozenset({"answer", "answers"}), 12
QUESTION = "question"
SEEING = frozenset("see saw view viewed regard regarded react reacted respond responded judge judged".split())


def dispute_over(pack: StoredPack, found: Found, asked: str) -> Entry | None:
    """The dispute among what was weighed that is the question: a name has all its words, and asks the same."""
    query = found.query
    is_open, viewing = query.is_yes_or_no and not asked, VIEWING.intersection(query.words)
    if named := named_dispute(pack, query):
        return named
    if query.is_of_being and query.is_only_names and len(query.entries) == 1:
        return None  # nothing is asked of it
    says_enough = len(query.terms) > 1 or query.entries  # `who won` says not what
    argued_about = pack.mentioned("about", found.owners) if says_enough else frozenset()
    for entry in pack.entries.several([each for each in found.owners if each in argued_about]):
        found_by = () if query.is_of_being else entry.search  # what it touches is not what somebody was
        for words in (plain(name).split() for name in (*entry.names, *found_by)):
            if not viewing.issubset(words):
                continue  # what somebody wanted is another question than what he could do
            is_of_it = not query.is_of_being or _has_names(pack, query, words)
            if (is_open or asked in words) and is_of_it and all(is_said(term, words) for term in query.terms):
                return entry
    return None


def _has_names(pack: StoredPack, query: Query, words: Sequence[str]) -> bool:
    """Whether words have all that a question names, and not in a form that is of another: Trotskyists, Trotskyism."""
    line = " ".join(words)
    spans = {span: pack.entries[each] for each, span in query.entries.items()}
    called = ((" ".join(query.words[slice(*span)]), entry) for span, entry in spans.items())
    return all(name in line or _has_words(name, words) or speaks_of(entry, words) for name, entry in called)


def _has_words(name: str, words: Sequence[str]) -> bool:
    """Whether words have all of a name of several words, in whatever order: `revolution in October`."""
    told = {*name.split()} - STOP_WORDS
    return len(told) > 1 and told <= {*words}


def named_dispute(pack: StoredPack, query: Query) -> Entry | None:
    """The dispute that a question names with what it asks: in the very words, or by all of its words in several names.

    The question is its name, whatever else it says: `why did Trotsky lose power`.
    """
    for own_id, (start, end) in query.entries.items():
        issue = pack.entries[own_id]
        if not pack.mentions("about", own_id):
            continue
        if query.is_yes_or_no and (start, end) == (0, len(query.words)):
            return issue
        if not query.asked:
            continue
        words = plain(" ".join((*issue.names, *issue.search))).split()
        is_asked = query.asked in plain(issue.name).split() and all(is_said(term, words) for term in query.terms)
        if query.asked in query.words[start:end] or is_asked:
            return issue
    return None


def seen_in_dispute(pack: StoredPack, found: Found) -> Direct | None:
    """Who held what in the dispute over the event that a body is asked to have seen in some way, if there is one."""
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
    """Who says what in a dispute: its summary without the question, and the answers that this does not give.

    Of `holders`, if any are given, their answers alone, whether it gives them or not; then these come first.
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
    """Who says what in a dispute, if it speaks of what a question calls it: it may only be found by that."""
    called = " ".join(query.words[slice(*query.entries[issue.id])])
    if query.words[:1] == ("what",) and IS.intersection(query.words[1:2]) and (thing := _said_of(pack, issue, called)):
        return thing
    told = disputed(pack, issue)
    names = map(plain, (*issue.names, told.text, told.further))
    return told if any(called in each for each in names) else None


def _said_of(pack: StoredPack, issue: Entry, called: str) -> Direct | None:
    """The statement on a dispute that begins with what a question asks of, which is what it was over, and no side."""
    name = without_article(called)
    told = (fact for fact in pack.known_facts(issue) if not fact.according_to)
    begins = (fact for fact in told if without_article(plain(fact_sentence(pack, fact))).startswith(f"{name} "))
    fact = next(begins, None)
    return Direct(fact_sentence(pack, fact), sentences(issue.summary)[0], (fact.id,), (issue.id,)) if fact else None


def _answers_to(pack: StoredPack, issue: Entry, told: str, holders: Collection[str]) -> list[Fact]:
    """Of each who answers a dispute the weightiest answer, the last of several; those first whom the summary names."""
    facts = (pack.facts[each] for each in pack.mentions("about", issue.id) if each in pack.facts)
    claims = (fact for fact in facts if pack.relations[fact.relation].claim and isinstance(fact.object, str))
    held = [fact for fact in claims if fact.according_to and pack.is_undenied(fact)]
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
    return listed([short_name(each) for each in pack.holders(fact)])


def _answer_of(pack: StoredPack, fact: Fact) -> str:
    """An answer with who gave it and in which year, a long one without what follows its main clause."""
    text = object_label(pack, fact)
    if len(text.split()) > LONGEST_ANSWER:
        text = next((part for part in _CLAUSE.split(text) if len(part.split()) >= SHORTEST_ANSWER), text)
    year = f" ({fact.when.begin.year})" if fact.when else ""
    return f"{capital(_holder(pack, fact))}{year}: {sentence(text)}"
