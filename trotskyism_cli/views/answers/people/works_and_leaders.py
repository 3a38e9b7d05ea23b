"""Answer what somebody wrote, who several were, who led an event, and when or why somebody was driven out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trotskyism_cli.library.forms import plain, sound, without_article
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.views.answers.people.of_one_entry import BIOGRAPHY, LEADING, LIVES
from trotskyism_cli.views.answers.people.stays import EXILED, LEAVING
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, is_what, speaks_of, told_in, words_said
from trotskyism_cli.views.questions.event_answer import is_called
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import short_name
from trotskyism_cli.views.wording.years_in_brackets import span_of

WRITING = frozenset("book books pamphlet pamphlets title titles work works write writes written wrote".split())
WORKS, FEW = 6, 3  # works in an answer: at most, at least
A_MONTH = 31  # days in a month, at most
WRITTEN = frozenset({"write", "written", "wrote"})
COMMANDING = frozenset("command commanded commander commanders".split())
ARMIES = COMMANDING | frozenset("armies army forces general generals side troops".split())
LED_SOON = 5  # words after `led` that tell what was led
LED_WHAT = 8  # the same for an event, whose name is longer
_LED = lazy_regex(r"\b(?:led|headed|commanded|directed)\b(?! (?:to|into|by)\b)|\b(?:leaders?|head) of\b")
_BY = lazy_regex(r"\b(?:led|headed|commanded|directed) by\b")
_NAME = lazy_regex(r"[A-Z]\w+ [A-Z]\w+|\b[A-Z]\w+ \Z")  # a full name, or one right before the verb
_CHARGE = lazy_regex(r"\b(?:accused|charged|blamed)\b[^.;]*\b(?:of|with|for)\b|\bfor [A-Z]?\w+ism\b|\bthe charge\b")
DRIVEN_OUT = frozenset("banished deported deportation expel expelled expulsion exiled sent".split())
EXPELLED = frozenset({"expel", "expelled", "expulsion"})
OF_LEAVING = frozenset("banishment deportation exile exiled expelled expulsion".split())  # in the names of events


def works_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what the one named person wrote: his most important works, in order of time."""
    is_asked = query.words[:1] in (("what",), ("which",)) and WRITTEN.intersection(query.words)
    author = only_person(pack, query) if is_asked and not query.further_terms(WRITING) else None
    if author is None:
        return None
    works = {fact.subject: pack.entries[fact.subject] for fact in _writing_of(pack, author)}
    if query.date:
        return _written_then(pack, query, author, list(works.values()))
    best = sorted(works.values(), key=lambda each: -each.importance)[:WORKS]
    if len(best) < FEW:  # a fact about him may tell of more
        known = pack.known_facts(author)
        told = [fact for fact in known if {"wrote", "writer"} & {*words_said(pack, fact)}]
        return told_in(pack, [max(told, key=lambda fact: fact.importance)]) if told else None
    best.sort(key=lambda each: _year(pack, each))
    titles = join_words([f"{each.name} ({span})" if (span := span_of(pack, each)) else each.name for each in best])
    rest = len(works) - len(best)
    further = f"The book has {rest} more works of {short_name(author)}." if rest > 1 else ""
    return Direct(f"{short_name(author)} wrote {titles}.", further, entries=(author.id,))


def _writing_of(pack: StoredPack, author: Entry) -> Iterator[Fact]:
    """Yield the facts that somebody wrote a work with an entry."""
    for fact in pack.facts_with_object(author.id):
        is_written = pack.is_known(fact) and "wrote" in pack.relations[fact.relation].words
        if is_written and pack.entries[fact.subject].kind is Kind.WORK:
            yield fact


def writing_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer "did X write Y": the work by the first-named person whose title matches.

    "Did X write a biography of Z" is answered by a biography that is first said to be of Z.
    """
    people = [pack.entries[each] for each in query.named if pack.entries[each].kind is Kind.PERSON]
    is_of_life = not LIVES.isdisjoint(query.words)
    if not query.is_yes_or_no or WRITTEN.isdisjoint(query.words) or len(people) != (2 if is_of_life else 1):
        return None
    terms = [term for term in query.terms if term.word not in WRITING and not _names(query, people[0], term.word)]
    for fact in _writing_of(pack, people[0]) if terms else ():
        work = pack.entries[fact.subject]
        called = (first_sentence(work.summary),) if is_of_life else work.names
        is_of_kind = not is_of_life or work.type.endswith(BIOGRAPHY)
        if is_of_kind and any(all(is_said(term, plain(name).split()) for term in terms) for name in called):
            return Direct(is_what(work), " ".join(sentences(work.summary)[1:2]), (fact.id,), (work.id,))
    return None


def _names(query: Query, entry: Entry, word: str) -> bool:
    start, end = query.entries[entry.id]
    return word in query.words[start:end]


def _written_then(pack: StoredPack, query: Query, author: Entry, works: Sequence[Entry]) -> Direct | None:
    """Answer what somebody wrote in the years that a question names; None if no work is of these."""
    asked = query.when
    dated = ((each, pack.first_known_date(each)) for each in works)
    then = [each for each, when in dated if asked and when and when.first <= asked.last and asked.first <= when.last]
    if asked and asked.length <= A_MONTH:  # a work dated to the year may be of another month
        then = [each for each, when in dated if when and asked.first <= when.first and when.last <= asked.last]
    titles = join_words([f"{each.name} ({span_of(pack, each)})" for each in sorted(then, key=lambda e: _year(pack, e))])
    return Direct(f"{short_name(author)} wrote {titles}.", entries=(author.id,)) if then else None


def several_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who or what several were, one after the other."""
    spans = {span: own_id for own_id, span in reversed(query.entries.items())}
    ids = [spans[span] for span in sorted(spans)]
    is_asked = query.words[:1] in (("who",), ("what",)) and IS.intersection(query.words[1:2]) and "and" in query.words
    if not is_asked or len(ids) < 2 or not query.is_only_names or query.date:
        return None
    told = [is_what(pack.entries[each]) for each in ids]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(ids))


def only_led_something_else(pack: StoredPack, query: Query, told: Direct) -> bool:
    """True if it is asked who led an event or a country, and the answer tells who led only something in it."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.words[:1] == ("who",) and LEADING.intersection(query.words) and not query.further_terms(LEADING)
    if not is_asked or len(named) != 1 or told.text.startswith("Disputed"):
        return False
    if named[0].kind is Kind.PLACE:
        led = (plain(told.text[found.end() :]).split()[:LED_SOON] for found in _LED.finditer(told.text))
        return not any(speaks_of(named[0], words) for words in led)
    if named[0].kind is not Kind.EVENT:
        return False
    return not (_LED.search(told.text) and _names_leader(named[0], told.text))


def leader_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer who led the event that is named, or that has all words of the question in one name."""
    query = found.query
    if query.asks_for != "who" or not LEADING.intersection(query.words) or "after" in query.words:
        return None
    event = _event_of(pack, found)
    known = [fact for fact in pack.known_facts(event) if not fact.according_to] if event else []
    told = [
        fact
        for fact in known
        if event and _LED.search(text := fact_sentence(pack, fact)) and _names_leader(event, text)
    ]
    if event is None or not told:
        return None
    best = max(told, key=lambda fact: fact.importance)
    return Direct(fact_sentence(pack, best), facts=(best.id,), entries=(event.id,))


def leaders_of_side(pack: StoredPack, query: Query) -> Direct | None:
    """Those of whom it is said first that they led a side in a war that has no entry: `who led the White armies`."""
    asked = [word for word in query.words[2:] if word not in STOP_WORDS | LEADING | ARMIES]
    called = (
        without_article(" ".join(query.words[slice(*span)])) in map(plain, pack.entries[each].names)
        for each, span in query.entries.items()
    )
    if query.words[:1] != ("who",) or query.date or len(asked) != 1 or any(called):
        return None
    if not (LEADING | COMMANDING).intersection(query.words):
        return None
    side = asked[0].removesuffix("s").capitalize()
    leading = re.compile(rf"\b(?:chief|commander|head|leader) of (?:the )?{side}s?\b")
    people = pack.summed_up_with(f"{side}s".casefold(), (Kind.PERSON,))
    told = [(found.start(), each) for each in people if (found := leading.search(first_sentence(each.summary)))]
    best = [each for _, each in sorted(told, key=lambda each: each[0])][:TOLD]  # who was little else comes first
    if len(best) < len(("one", "other")):
        return None
    first, *further = (is_what(each) for each in best)
    return Direct(first, " ".join(further), entries=tuple(each.id for each in best))


def _event_of(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the one named event, else one called by all words of the question except those of leading."""
    query = found.query
    named = [pack.entries[each] for each in query.named if pack.entries[each].kind is Kind.EVENT]
    if named and not query.further_terms(LEADING):
        return named[0] if len(query.entries) == 1 else None
    asked = [term for term in query.terms if term.word not in LEADING]
    events = (pack.entries[each] for each in found.owners if each in pack.entries) if len(asked) > 1 else ()
    for event in events:
        if event.kind is Kind.EVENT and is_called(event, asked):
            return event
    return None


def _names_leader(event: Entry, text: str) -> bool:
    """True if a sentence tells by name who led the event itself, not something in it."""
    before, after = _LED.split(text, maxsplit=1)
    if _BY.search(text):
        return bool(re.search(rf"{_BY.pattern} (?:\w+ ){{0,4}}[A-Z]", text))
    called = {*plain(" ".join(event.names)).split()} - STOP_WORDS
    return bool(_NAME.search(before) and called.intersection(plain(after).split()[:LED_WHAT]))


def driven_out(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when, or on what charge, somebody had to leave a place or a body, by the event called after that.

    A country may stand for the one that it was part of: Russia for the Soviet Union.
    """
    words = {*query.words}
    people = [pack.entries[each] for each in query.named if pack.entries[each].kind is Kind.PERSON]
    others = [pack.entries[each] for each in query.named if pack.entries[each].kind is not Kind.PERSON]
    is_of_leaving = (LEAVING | EXILED | DRIVEN_OUT) & words
    if query.asks_for not in ("when", "why") or len(people) != 1 or not is_of_leaving or query.date:
        return None
    if query.further_terms(LEAVING | EXILED | DRIVEN_OUT) or any(each.kind is Kind.EVENT for each in others[1:]):
        return None
    if not others and (query.asks_for == "when" or EXPELLED.isdisjoint(words)):
        return None  # he may have left more than one place
    for event in _events_of(pack, people[0], others):
        known = pack.known_facts(event)
        if query.asks_for == "when":
            told = [fact for fact in known if isinstance(fact.object, Date)][:1]
        else:
            of_him = [fact for fact in known if speaks_of(people[0], words_said(pack, fact))]
            told = [fact for fact in of_him if _CHARGE.search(fact_sentence(pack, fact))]
            told = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
        if told and all(speaks_of(people[0], words_said(pack, fact)) for fact in told[:1]):
            direct = told_in(pack, sorted(told, key=by_time))
            return Direct(direct.text, direct.further, direct.facts, (event.id,))
    return None


def _events_of(pack: StoredPack, person: Entry, others: list[Entry]) -> list[Entry]:
    """Return the events called after somebody's leaving a named place or body, or the country that it lay in."""
    events = [each for each in others if each.kind is Kind.EVENT]
    left = [each for each in others if each.kind is not Kind.EVENT]
    within = [
        pack.entries[fact.target] for each in left if each.kind is Kind.PLACE for fact in each.facts if fact.target
    ]
    places = [*left, *(each for each in within if each.kind is Kind.PLACE)]
    for event in () if events else _called_by(pack, Kind.EVENT, OF_LEAVING):
        names = [plain(name).split() for name in event.names]
        spoken = [word for name in names for word in name]
        is_of_it = OF_LEAVING & {*spoken} and speaks_of(person, spoken)
        is_from = any(speaks_of(each, name) for each in places for name in names if "from" in name)
        if is_of_it and (is_from or not others):
            events.append(event)
    return events


def _called_by(pack: StoredPack, kind: Kind, words: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of a kind with a word in their names that sounds like one of these.

    They come in the order of the pack.
    """
    forms = [*map(sound, words)]
    query = f"""SELECT id FROM records JOIN kinds ON id = kinds.entry WHERE collection = 'entry' AND kind = ? AND id IN
        (SELECT entry FROM names WHERE how = 'word' AND form IN ({",".join("?" * len(forms))})) ORDER BY position"""
    return map(pack.entries.__getitem__, pack.store.column(query, kind, *forms))


def _year(pack: StoredPack, work: Entry) -> int:
    """Return the year of a work, or the greatest year if it has none."""
    when = pack.first_known_date(work)
    return when.first.year if when else date.max.year
