"""The direct answer to a question, where it has one.

A direct answer is one statement of the book: the fact whose relation the question asks for by its words, about the
entry that it names, with the kind of thing (who, when, where, how many, why) that it asks for. Where no fact has all
of what the question says, there is none: a half answer is worse than the list. It is given in the fact's own sentence,
so that a claim keeps its holder and what is disputed its mark.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.query import IS, STOP_WORDS, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Candidate, Found, Hit, in_a_row
from trotskyism_cli.pack.dates import MONTHS, Date, date_words
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Number, ObjectType, Voice
from trotskyism_cli.pack.wording import (
    capital,
    fact_plurals,
    fact_sentence,
    fact_values,
    fill,
    listed,
    object_label,
    sentence,
)
from trotskyism_cli.views.direct import Direct, is_said
from trotskyism_cli.views.hits import sentences
from trotskyism_cli.views.spoken import said_in, wanted_by
from trotskyism_cli.views.telling import is_said as tells_already
from trotskyism_cli.views.ties import short_name
from trotskyism_cli.views.views_and_ties import (
    AGENTS,
    DIFFERING,
    HAPPENED,
    WITH_ENTRIES,
    age_of,
    course_of,
    difference_of,
    importance_of,
    kin_of,
    leaders_of,
    lives_of,
    membership_of,
    relation_of,
    view_of,
)

# Words that ask, in the order in which they count: in “what year” it is the year that is asked for.
ASKING = {
    "who": ("who", "whom", "whose"),
    "when": ("when", "year", "date"),
    "where": ("where",),
    "number": ("many",),
    "why": ("why",),
    "what": ("what",),
}
LASTING = {"how", "long"}  # ask for the span of time of an event
READ_HITS = 5
READ = 80  # passages, the best first, among which the answer is looked for
LONGEST_NOTE, SHORT = 25, 30  # words
OTHER_NUMBERS = 2  # that are told beside the one that fits best
ANSWERS = 3  # to a dispute, at most
LONGEST_ANSWER, SHORTEST_ANSWER = 16, 5  # words
_CLAUSE = re.compile(r"; |: |, (?=(?:since|because|which|who|while|whereas|so that|where) )")
EXACT = 7  # days: a date that is known so exactly is better than a year
DIED = frozenset({"die", "died", "dead"})
DEATHS = frozenset({"death", "assassination", "murder", "execution", "suicide"})  # in the names of events
OPENING = IS | {"the", "a", "an", "does"}  # after what or who; of “what's the” only the second word is left
BECAUSE, QUESTION = "because", "question"
CAUSING = frozenset({BECAUSE, "moved", "forced", "compelled", "drove", "owing", "explanation"})
# What is done to somebody, and words by which a summary tells what became of what it is of.
SUFFERED = frozenset(
    "shot killed executed murdered assassinated expelled arrested imprisoned jailed exiled deported banished".split()
)
FATE = SUFFERED | frozenset("died banned dissolved suppressed crushed destroyed defeated disbanded".split())
SUFFERERS = 10  # at most
_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being)(?: \w+ly)?|,) $")
_NOT = re.compile(r"\b(?:not|never)(?: \w+)? $")
_NOUN = re.compile(r"\b(?:as|an?|the|of|by|his|her|their|its) $")
_BEFORE_A_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|on|into|for|with|against|after|before)(?: the)? $", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Ž][\w’-]+(?: [A-ZÀ-Ž][\w’-]+)*")


def event_itself(pack: StoredPack, found: Found) -> Hit | None:
    """The event that a question is about: named by it, or called by all its words, such as the murder of somebody."""
    query = found.query
    named = [pack.entries[each] for each in query.entries]
    known = plain(" ".join(name for entry in named for name in entry.names)).split()
    if all(is_said(term, known) for term in query.terms):
        return next((hit for hit in found.hits if hit.kind == Kind.EVENT and hit.id in query.entries), None)
    for own_id in dict.fromkeys(each.owner for each in found.weighed):
        entry = pack.entries.get(own_id)
        if entry is None or entry.kind is not Kind.EVENT:
            continue
        if _is_what_happened(pack, entry, query):
            given = next((hit for hit in found.hits if hit.id == own_id), None)
            facts = tuple(fact.id for fact in entry.facts if not (fact.negated or pack.corrections_of(fact.id)))
            return given or Hit(own_id, Kind.EVENT, entry.name, entry.summary, facts, 0.0, query.forms)
    return None


def _is_what_happened(pack: StoredPack, event: Entry, query: Query) -> bool:
    """Whether the names of an event have all that a question says, or what happened to one thing that it names.

    Then what else it names must stand in what is told of the event: who had Trotsky killed, for example.
    """
    called = plain(" ".join(event.names)).split()
    unsaid = [term for term in query.terms if not is_said(term, called)]
    if not unsaid:
        return True
    if len(unsaid) == len(query.terms) or any(term.word not in query.naming for term in unsaid):
        return False
    if query.naming <= {term.word for term in unsaid}:
        return False
    told = plain(" ".join((event.summary, *(fact_sentence(pack, fact) for fact in event.facts)))).split()
    return not query.is_only_names and all(is_said(term, told) for term in unsaid)


def direct_answer(pack: StoredPack, found: Found) -> Direct | None:
    """The one statement that answers the question; None if it asks for none or the book has none."""
    query = found.query
    if several := _several(pack, found) or _event_at(pack, found) or _done_to(pack, query):
        return several
    asked = next((asked for asked, words in ASKING.items() if set(words) & set(query.words)), "")
    if set(query.words) >= LASTING:
        asked = "when"
    elif not asked and "how" in query.words:
        asked = "how"
    whole = _what_it_is(pack, found) if query.is_only_names and asked in ("who", "what") else None
    issue = None if whole else _dispute_over(pack, found, asked)
    if issue:
        return _disputed(pack, issue)
    if whole or not asked or not found.hits:
        return whole
    if asked == "when" and (told := _time_of_event(pack, found)):
        return told
    if not query.entries:
        return None  # whom or what a statement is about must be named, or others may answer as well
    if asked == "who" and _is_of_sufferers(query):
        return _sufferers(pack, found)
    facts = [(each, _fact_with_everything(pack, query, each)) for each in found.weighed[:READ]]
    telling = [(each, fact) for each, fact in facts if fact and _tells(pack, fact, asked, query)]
    if not telling:
        return _course(pack, found, [fact for _, fact in facts if fact]) if asked in ("why", "how") else None
    _, best = max(telling, key=lambda each: (each[0].score + _fitness(pack, each[1], asked, query), -each[0].number))
    return _told(pack, best, asked, query)


def _course(pack: StoredPack, found: Found, facts: Sequence[Fact]) -> Direct | None:
    """How something came about of which no statement gives the reason: by what is told of it, else of the event."""
    wanted = wanted_by(pack, found.query)
    plainly = [fact for fact in facts if said_in(wanted, fact_sentence(pack, fact)).plainly == len(wanted.ideas)]
    if told := course_of(pack, found.query, plainly):
        return told
    if event := event_itself(pack, found):
        return Direct(" ".join(sentences(pack.entries[event.id].summary)[:2]), entries=(event.id,))
    return course_of(pack, found.query, facts)


def _is_of_sufferers(query: Query) -> bool:
    """Whether it is asked to whom something was done: `who was shot in the Moscow Trials`."""
    return query.words[:1] == ("who",) and bool(IS & set(query.words[1:2]) and SUFFERED & set(query.words))


def _sufferers(pack: StoredPack, found: Found) -> Direct | None:
    """The people to whom it was done, each in the sentence that says so."""
    told: dict[str, Fact] = {}
    done = "|".join(SUFFERED & set(found.query.words))
    suffered = re.compile(rf"\b(?:was|were|been)\b[^.;:]* (?:{done})\b(?! by)")
    for each in found.weighed:
        fact = _fact_with_everything(pack, found.query, each)
        if fact and pack.entries[fact.subject].kind is Kind.PERSON and fact.subject not in found.query.entries:
            text = fact_sentence(pack, fact)
            states = fact.voice is Voice.FACT and _words_asked_for(pack, fact, found.query) > 0
            together = "with" not in found.query.words or "with" in plain(text).split()
            if states and together and (isinstance(fact.object, EntryRef) or suffered.search(text)):
                told.setdefault(fact.subject, fact)
    facts = sorted(told.values(), key=lambda fact: (fact.date.first if fact.date else date.max, fact.id))[:SUFFERERS]
    if not facts:
        return None
    first, *further = (fact_sentence(pack, fact) for fact in facts)
    return Direct(first, " ".join([*further, WITH_ENTRIES]), tuple(fact.id for fact in facts))


def _done_to(pack: StoredPack, query: Query) -> Direct | None:
    """What was done to one that a question names after another, if its summary tells what became of it."""
    named = sorted(query.entries, key=lambda each: query.entries[each])
    start = query.entries[named[-1]][0] if len(named) > 1 else 0
    if not query.is_only_names or "do" not in query.words or "to" not in query.words[max(0, start - 2) : start]:
        return None
    fate = _fate(pack.entries[named[-1]])
    return Direct(fate, entries=(named[-1],)) if fate else None


def _fate(entry: Entry) -> str:
    """The sentences of a summary that tell what became of what it is of."""
    told = [each for each in sentences(entry.summary) if FATE.intersection(plain(each).split())]
    return f"{capital(entry.name)}: {_inside(' '.join(told))}" if told else ""


def _several(pack: StoredPack, found: Found) -> Direct | None:
    """The answer to a question that asks for more than one statement, if it is one."""
    query = found.query
    if not query.entries:
        return None
    weighed = [pack.facts[each.record] for each in found.weighed if each.kind == "fact"]
    issue = next(iter(query.entries)) if len(query.entries) == 1 else ""
    if issue and query.is_only_names_or(DIFFERING) and pack.mentions("about", issue):
        return _disputed(pack, pack.entries[issue])
    return (
        difference_of(pack, query, [hit.id for hit in found.hits])
        or view_of(pack, query, [fact for fact in weighed if not fact.negated])
        or relation_of(pack, query, [hit.id for hit in found.hits if hit.kind == Kind.EVENT])
        or importance_of(pack, query)
        or age_of(pack, query)
        or kin_of(pack, query)
        or lives_of(pack, query)
        or leaders_of(pack, query)
        or membership_of(pack, query)
    )


def _event_at(pack: StoredPack, found: Found) -> Direct | None:
    """What happened at a place, or how somebody died, if that is all that a question asks: the event of it."""
    query = found.query
    words = set(query.words)
    of_place = HAPPENED & words and all(pack.entries[each].kind is Kind.PLACE for each in query.entries)
    of_death = DIED & words and "how" in words
    further = {term.word for term in query.terms} - query.naming - DIED
    if further or not (of_place or of_death):
        return None
    for hit in found.hits[:READ_HITS]:
        name = plain(hit.name).split()
        if hit.kind == Kind.EVENT and (of_place or (DEATHS & set(name) and query.naming & set(name))):
            return Direct(" ".join(sentences(pack.entries[hit.id].summary)[:2]), entries=(hit.id,))
    return None


def _time_of_event(pack: StoredPack, found: Found) -> Direct | None:
    """When the event was, or how long it lasted, that has all words of the question in its names."""
    terms = found.query.terms
    for hit in sorted(found.hits[:READ_HITS], key=lambda each: each.id not in found.query.entries):
        entry = pack.entries[hit.id] if hit.kind == Kind.EVENT else None
        if entry and terms and all(is_said(term, plain(" ".join(entry.names)).split()) for term in terms):
            dated = [fact for fact in entry.facts if isinstance(fact.object, Date) and not pack.corrections_of(fact.id)]
            known = [fact for fact in dated if not (fact.negated or fact.according_to)]
            return Direct(fact_sentence(pack, known[0]), facts=(known[0].id,), entries=(hit.id,)) if known else None
    return None


def _what_it_is(pack: StoredPack, found: Found) -> Direct | None:
    """What the book says first of an entry that is all that a question names; of a dispute, who says what."""
    query = found.query
    own_id = next((hit.id for hit in found.hits if hit.id in query.entries), "")
    start, end = query.entries.get(own_id, (0, 0))
    if any(word not in STOP_WORDS for word in (*query.words[:start], *query.words[end:])):
        return None  # it names something else as well
    entry = pack.entries[own_id] if own_id else None
    if entry is None:
        return None
    if pack.mentions("about", own_id):
        return _disputed(pack, entry)
    if entry.kind in (Kind.EVENT, *AGENTS) and HAPPENED & set(query.words):
        return Direct(_fate(entry) or " ".join(sentences(entry.summary)[:2]))
    if not OPENING & set(query.words[1:2]) and not (query.words[:1] == ("who",) and entry.kind in AGENTS):
        return None  # “who killed Trotsky” may be one of the names by which his murderer is found
    first, *further = sentences(entry.summary)
    if entry.kind is Kind.PERSON and (event := event_itself(pack, found)):
        further = sentences(pack.entries[event.id].summary)  # it tells when and where it was done
    return Direct(f"{capital(entry.name)}: {_inside(first)}", "".join(further[:1]))


def _dispute_over(pack: StoredPack, found: Found, asked: str) -> Entry | None:
    """The dispute among what was weighed that is the question: a name has all its words, and asks the same."""
    query = found.query
    is_open = query.is_yes_or_no and not asked
    for own_id in dict.fromkeys(each.owner for each in found.weighed) if query.terms else ():
        entry = pack.entries.get(own_id)
        if entry is None or not pack.mentions("about", own_id):
            continue
        for words in (plain(name).split() for name in (*entry.names, *entry.search)):
            if (is_open or asked in words) and all(is_said(term, words) for term in query.terms):
                return entry
    return None


def _disputed(pack: StoredPack, issue: Entry) -> Direct:
    """Who says what in a dispute: its summary without the question, and the answers that this does not give."""
    told = sentences(issue.summary)
    asks = told[0].endswith("?") or QUESTION in plain(told[0]).split()
    text = " ".join(told[1:] if asks and told[1:] else told)
    facts = _answers_to(pack, issue, text)
    answers = (_answer_of(pack, fact) for fact in facts)
    return Direct(f"Disputed. {text}", " ".join(answers), tuple(fact.id for fact in facts), (issue.id,))


def _answers_to(pack: StoredPack, issue: Entry, told: str) -> list[Fact]:
    """Of each who answers a dispute the weightiest answer, the last of several; those first whom the summary names."""
    facts = (pack.facts[each] for each in pack.mentions("about", issue.id) if each in pack.facts)
    claims = (fact for fact in facts if pack.relations[fact.relation].claim and isinstance(fact.object, str))
    held = [fact for fact in claims if fact.according_to and not fact.negated and not pack.corrections_of(fact.id)]
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


def _inside(text: str) -> str:
    """A sentence as it goes on after a colon."""
    return f"{text[:1].lower()}{text[1:]}" if text.startswith(("A ", "An ", "The ", "Its ")) else text


def _fact_with_everything(pack: StoredPack, query: Query, candidate: Candidate) -> Fact | None:
    """The fact of a passage, if it states all that the question says.

    What the question names must be one of its ends, or stand in its sentence; every other word must stand in its
    sentence, or be one by which one asks for its relation. That its passage is found by a word is not enough: a note
    or another name of an entry may have it.
    """
    if candidate.kind != "fact" or any(term.word not in candidate.has for term in query.terms):
        return None
    fact = pack.facts[candidate.record]
    return fact if _says_everything(pack, query, fact) else None


def _says_everything(pack: StoredPack, query: Query, fact: Fact) -> bool:
    if fact.negated:
        return False
    text = plain(fact_sentence(pack, fact)).split()
    relation = {word for phrase in pack.relations[fact.relation].words for word in plain(phrase).split()}
    ends = {fact.subject, fact.target, fact.about, *fact.according_to}
    named = {
        query.words[place] for each in ends & query.entries.keys() for place in range(*query.entries[each])
    }  # by the places of their words, as far as no word was mended
    return all(term.word in named or is_said(term, (*text, *relation)) for term in query.terms)


def _tells(pack: StoredPack, fact: Fact, asked: str, query: Query) -> bool:
    """Whether a fact has the kind of thing that is asked for, and not one that the question itself names."""
    match asked:
        case "who":
            said = said_in(wanted_by(pack, query), fact_sentence(pack, fact), fact.subject)
            is_of_it = bool({fact.subject, fact.target} & query.entries.keys())
            return bool(_agents(pack, fact, query)) and (is_of_it or said.together)
        case "when":
            is_named = bool({fact.subject, fact.target} & query.entries.keys()) or (
                pack.entries[fact.subject].kind is Kind.EVENT and _is_named(pack, fact.subject, query)
            )
            return fact.date is not None and is_named and _states(pack, fact, query)
        case "where":
            return _place(pack, fact) not in ("", *query.entries) and _states(pack, fact, query)
        case "number":
            return isinstance(fact.object, Number) and _is_named(pack, fact.subject, query)
        case "why":
            return _gives_reason(pack, fact, query)
        case "how":
            return False  # it is told by several
        case _:
            return _words_asked_for(pack, fact, query) > 0


def _states(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """Whether a fact states what is asked, and does not only mention it: by its relation, or as an event of its own."""
    asked = {term.word for term in query.terms} - query.naming
    return not asked or pack.entries[fact.subject].kind is Kind.EVENT or _words_asked_for(pack, fact, query) > 0


def _gives_reason(pack: StoredPack, fact: Fact, query: Query) -> bool:
    if isinstance(fact.object, EntryRef):  # the subject led to the object, and it is the object that is to be explained
        names = plain(pack.entries[fact.object.id].name), plain(pack.entries[fact.subject].name)
        named = fact.object.id in query.entries and fact.subject not in query.entries and names[0] not in names[1]
        return named and BECAUSE in pack.relations[fact.relation].words
    ends = {fact.subject, fact.target, fact.about} - {""}
    if not fact.according_to and not any(_is_named(pack, each, query) for each in ends):
        return False  # it may be the reason of what somebody else did
    text = fact_sentence(pack, fact)
    if not said_in(wanted_by(pack, query), text, fact.subject).together:
        return False  # it gives the reason of something else
    words = set(plain(text).split())
    return BECAUSE in pack.relations[fact.relation].words or bool(CAUSING & words)


def _agents(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """The people and bodies in a fact that did what is asked; of a claim, those who hold it, if that is asked.

    One end of the fact must be what the question names and the other be tied to it by what its verb asks, or stand in
    the text where one stands who did it.
    """
    relation = pack.relations[fact.relation]
    is_asked_for = _words_asked_for(pack, fact, query) > 0
    if relation.claim:
        return [each for each in fact.according_to if each not in query.entries] if is_asked_for else []
    target = fact.target
    if is_asked_for and target:
        if "by {object}" in relation.says:  # the object did it: who founded that which is named, not what founded it
            return [target] if target not in query.entries and _is_named(pack, fact.subject, query) else []
        if target in query.entries:
            return [fact.subject] if _is_agent(pack, fact.subject, query) else []
        is_either_way = relation.symmetric or "{was|were}" in relation.says
        if fact.subject in query.entries and is_either_way and _is_agent(pack, target, query):
            return [target]
    if is_asked_for and isinstance(fact.object, str) and _is_agent(pack, fact.subject, query):
        return [fact.subject]
    return _doers(pack, fact, query, is_asked_for=is_asked_for)


def _doers(pack: StoredPack, fact: Fact, query: Query, *, is_asked_for: bool) -> list[str]:
    """The names in a sentence that stand before the verb of the question, or after `by` where it is in the passive.

    A noun of the verb will do where the relation is asked for: `decreed the formation`.
    """
    asked = [term for term in query.terms if term.word not in query.naming]
    text = fact_sentence(pack, fact)
    names = _names_in(pack, fact, query)
    for word in _WORD.finditer(text):
        is_verb = word[0].islower() and not word[0].endswith("ing")
        if not is_verb or not any(is_said(term, plain(word[0]).split()) for term in asked):
            continue
        before, after = text[: word.start()], re.split(r"[.;:] ", text[word.end() :])[0]
        if _NOT.search(before) or (_NOUN.search(before) and not is_asked_for):
            continue
        if _PASSIVE.search(before) or after.startswith(" by "):
            found = [name for name in names if name in after.partition(" by ")[2]]
        else:
            clause = re.split(r"[.;:] ", before)[-1]
            found = [name for name in names if name in clause and not _BEFORE_A_PLACE.search(clause.partition(name)[0])]
        if found:
            return found
    return []


def _is_agent(pack: StoredPack, own_id: str, query: Query) -> bool:
    return own_id not in query.entries and pack.entries[own_id].kind in AGENTS


def _names_in(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """The names in a text that are neither in the question nor those of what the text is about."""
    if not isinstance(fact.object, str | Date):
        return []
    known = " ".join(plain(name) for each in {fact.subject, *query.entries} for name in pack.entries[each].names)
    bare = re.sub(rf"\b(?:{'|'.join(MONTHS[1:])})\b|Old Style|New Style", "", fact_sentence(pack, fact))
    return [name for name in _NAME.findall(bare) if plain(name) not in known]


def _is_named(pack: StoredPack, own_id: str, query: Query) -> bool:
    """Whether an entry is one that the question names, or has the words in its names that name another."""
    names = " ".join(map(plain, pack.entries[own_id].names))
    return own_id in query.entries or any(
        " ".join(query.words[start:end]) in names for start, end in query.entries.values()
    )


def _place(pack: StoredPack, fact: Fact) -> str:
    if isinstance(fact.object, EntryRef) and pack.entries[fact.object.id].kind is Kind.PLACE:
        return fact.object.id
    return fact.where


def _fitness(pack: StoredPack, fact: Fact, asked: str, query: Query) -> float:
    """How well a fact fits: by the words of its relation, the entry that the question names first, and its weight."""
    relation = pack.relations[fact.relation]
    fits = asked == "when" and relation.object_type is ObjectType.DATE
    exact = fits and fact.date is not None and (fact.date.last - fact.date.first).days < EXACT
    named = fact.subject in query.entries or fact.target in query.entries
    known = fact.voice is Voice.FACT
    wrong = bool(pack.corrections_of(fact.id))
    words = min(2, _words_asked_for(pack, fact, query))
    verbatim = in_a_row(" ".join(_telling(plain(fact_sentence(pack, fact)).split())), _telling(query.words))
    return 3.0 * (words + fits) + 2.0 * (named - wrong) + known + exact + verbatim + 0.5 * fact.importance


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOP_WORDS)


def _words_asked_for(pack: StoredPack, fact: Fact, query: Query) -> int:
    """How many of the words and phrases by which one asks for the fact's relation the question has."""
    content = {root(form) for term in query.terms for form in (term.word, *(each.text for each in term.forms))}
    asked = content | set(map(root, query.words))
    phrases = (set(map(root, plain(phrase).split())) for phrase in pack.relations[fact.relation].words)
    return sum(bool(phrase & content) and phrase <= asked for phrase in phrases)


def _told(pack: StoredPack, fact: Fact, asked: str, query: Query) -> Direct:
    """A fact as an answer: together with others of its kind, and with what it must not be told without."""
    alike = _alike(pack, fact, query) if asked in ("who", "where", "number") else [fact]
    ids = tuple(each.id for each in alike)
    text = fact_sentence(pack, fact)
    if len(alike) < 2:
        return Direct(text, _further(pack, fact, asked, text), ids)
    if asked == "number":
        others = (fact_sentence(pack, each) for each in alike if each is not fact)
        return Direct(text, " ".join(list(others)[:OTHER_NUMBERS]), ids)
    return Direct(_together(pack, fact, alike), "", ids)


def _alike(pack: StoredPack, fact: Fact, query: Query) -> list[Fact]:
    """The facts that state the same of the entry that the question names: all founders, not the first of them."""
    if fact.according_to or isinstance(fact.object, str | Date):
        return [fact]
    by_subject = fact.target not in query.entries
    facts = pack.entries[fact.subject].facts if by_subject else pack.facts_with_object(fact.target)
    alike = [
        each
        for each in facts
        if each.relation == fact.relation and each.voice is fact.voice and not each.negated
        if not pack.corrections_of(each.id) and _says_everything(pack, query, each)
    ]
    return sorted(alike or [fact], key=lambda each: each.date.first if each.date else date.max)


def _together(pack: StoredPack, fact: Fact, alike: Sequence[Fact]) -> str:
    values, plural = fact_values(pack, fact), fact_plurals(pack, fact)
    objects = listed(list(dict.fromkeys(fact_values(pack, each)["object"] for each in alike)))
    subjects = list(dict.fromkeys(fact_values(pack, each)["subject"] for each in alike))
    several = {**plural, "subject": plural["subject"] or len(subjects) > 1}
    return sentence(
        fill(pack.relations[fact.relation].says, {**values, "subject": listed(subjects), "object": objects}, several)
    )


def _further(pack: StoredPack, fact: Fact, asked: str, text: str) -> str:
    """What belongs to an answer: what is said against it, when and where it happened, or its note."""
    correction = next(iter(pack.corrections_of(fact.id)), None)
    if correction:
        return f"Correction: {fact_sentence(pack, correction)}"
    against = next((pack.facts[each] for each in fact.contradicts if each in pack.facts), None)
    if against:
        return f"Against this: {fact_sentence(pack, against)}"
    if fact.uncertain:
        return f"Uncertain: {sentence(fact.uncertain)}"
    subject = pack.entries[fact.subject]
    if subject.kind is Kind.EVENT and asked == "who":
        known = [each for each in subject.facts if not (each.negated or each.according_to or each.corrects)]
        when = next((date_words(each.object) for each in known if isinstance(each.object, Date)), "")
        where = next((pack.entries[place].name for place in (_place(pack, each) for each in known) if place), "")
        told = [each for each in (when, where) if each and each not in text]
        return sentence(", ".join(told)) if told else ""
    return sentence(fact.note) if fact.note and len(fact.note.split()) <= LONGEST_NOTE else ""
