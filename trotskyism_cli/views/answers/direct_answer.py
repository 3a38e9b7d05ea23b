"""Find the direct answer to a question, and test whether it gives what is asked for."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import GETTING, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.answers.circumstances.end import end_asked
from trotskyism_cli.views.answers.events.after import after_asked, is_after_asked
from trotskyism_cli.views.answers.people.death import (
    DYING,
    KILLING,
    is_deed_told,
    is_killed,
    is_killing,
    who_died,
    whose_death,
)
from trotskyism_cli.views.answers.people.of_one_entry import MATTERING
from trotskyism_cli.views.answers.people.succession import successor_asked
from trotskyism_cli.views.questions.direct import ORDERING, TRYING, Direct, is_said, speaks_of
from trotskyism_cli.views.questions.event_answer import day_of_event

_FOR_DOING = lazy_regex(r"\bfor (\w+ing)\b")
# How a question asks for, and a line tells, the way in which somebody became something.
BECOMING = frozenset("became become becoming made".split())
COMING = lazy_regex(r"\b(?:appointed|became|chose|chosen|elected|made|named|proposal|proposed|turned)\b")
NEAR = 4  # words between `after`, `before` or `of` and a name


def is_answer(pack: StoredPack, found: SearchResult, told: Direct) -> bool:
    """True if the nearest answer gives what is asked for, e.g. a reason to a why, a killer to "who killed".

    Where somebody was shot at and lived is no answer to where he was murdered.
    """
    query = found.query
    if query.asks_for == "where" and _is_of_another_time(pack, query):
        return False
    if query.asks_for == "where" and KILLING.intersection(query.words):
        person = who_died(pack, query)
        return person is None or is_killed(pack, found, person)
    if query.asks_for == "who" and KILLING.intersection(query.words) and TRYING.isdisjoint(query.words):
        return is_killing(told)
    if not is_deed_told(query, f"{told.text} {told.further}"):
        return False
    if query.asks_for == "how":
        return tells_how(query, told.text) and _is_of_journey(query, told.text)
    if query.asks_for != "why" or not MATTERING.isdisjoint(query.words):
        return True
    further = query.further_terms(frozenset())
    text = _FOR_DOING.sub(
        lambda found: "" if any(is_said(term, [found[1]]) for term in further) else found[0], told.text
    )
    from trotskyism_cli.views.answers.statement import has_reason  # only a why asks for one

    if any(_is_of_something_else(pack, query, term, text) for term in further):
        return False
    told = told._replace(text=text)  # e.g. `for joining it` is the reason of something else
    return has_reason(pack, told, lambda clause: any(is_said(term, plain(clause).split()) for term in further))


def _is_of_another_time(pack: StoredPack, query: Query) -> bool:
    """True for "where was X when Y …": no place known of either person tells that."""
    place = query.words.index("when") if "when" in query.words else len(query.words)
    return any(start > place and pack.entries[each].kind is Kind.PERSON for each, (start, _) in query.entries.items())


def tells_how(query: Query, text: str) -> bool:
    """True if a text tells how somebody became something, if that is asked; since when he was it is no answer.

    Always true for other questions.
    """
    return query.asks_for != "how" or BECOMING.isdisjoint(query.words) or bool(COMING.search(text))


def _is_of_journey(query: Query, text: str) -> bool:
    """True if a text names the destination of "how did he get to X", where X has no entry.

    Always true for other questions.
    """
    is_asked = GETTING.intersection(query.words) and "to" in query.words
    words = plain(text).split() if is_asked else []
    return not is_asked or all(is_said(term, words) for term in query.further_terms(GETTING))


def _is_of_something_else(pack: StoredPack, query: Query, term: Term, text: str) -> bool:
    """True if a text has a word of the question only in the name of another thing: `the suppression of the strikes`."""
    words = plain(text).split()
    places = [place + 1 for place, word in enumerate(words) if is_said(term, [word])]
    named = [pack.entries[each] for each in query.entries]
    behind = [words[place : place + NEAR] for place in places]
    return bool(places) and all(
        each[:1] == ["of"] and not any(speaks_of(entry, each) for entry in named) for each in behind
    )


def nearest_answer(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Return what the book tells of the very thing asked.

    It need not give what is asked for, e.g. the reason: `is_answer` tests that.
    """
    query = found.query
    if is_after_asked(query) and not successor_asked(pack, found):
        return after_asked(pack, query) or end_asked(pack, query)
    if query.asks_for or not STOP_WORDS.isdisjoint(query.words):
        from trotskyism_cli.views.answers.shapes import sure_answer  # keywords have no shape

        if sure := sure_answer(pack, found):
            return sure
    person = whose_death(pack, found)
    if person and (query.asks_for != "why" or DYING.intersection(query.words)):
        return None  # other facts of killing and dying are about others
    # A sure answer needs none of these.
    from trotskyism_cli.views.answers import unsure
    from trotskyism_cli.views.answers.circumstances.number import (
        dates_counted,
        deaths_numbered,
        makers_counted,
        number_in_name,
        size_asked,
    )
    from trotskyism_cli.views.answers.circumstances.parting import is_of_other_leaver, parting_asked
    from trotskyism_cli.views.answers.people.works_and_leaders import leader_asked, only_led_something_else

    told = unsure.told(pack, found) or (day_of_event(pack, found) if query.asks_for == "when" else None)
    told = None if told and only_led_something_else(pack, query, told) else told
    told = None if told and is_of_other_leaver(pack, query, told.text) else told
    told = told or parting_asked(pack, query) or makers_counted(pack, found) or leader_asked(pack, found)
    told = told or deaths_numbered(pack, query) or size_asked(pack, query)
    told = told or number_in_name(pack, query) or dates_counted(pack, found)
    return told if told and all(_keeps_order(pack, query, told, word) for word in ORDERING) else None


def _keeps_order(pack: StoredPack, query: Query, told: Direct, word: str) -> bool:
    """True if an answer puts the same thing after or before (`word`) as the question does."""
    if word not in query.words:
        return True
    place = query.words.index(word)
    later = [each for each, (start, _) in query.entries.items() if start > place]
    if any(start < place < end for start, end in query.entries.values()):
        return True  # the word is part of a name
    names = "|".join(re.escape(name) for each in later for name in names_in_text(pack.entries[each]))
    text = plain(f"{told.text} {told.further}")
    if names:
        return bool(re.search(rf"\b{word}\b(?: \w+){{0,{NEAR}}}? (?:{names})\b", text))
    deeds = [term for term in query.terms if term.word in query.words[place:]]  # `after he was expelled`
    near = (after.split()[: NEAR + 1] for after in re.split(rf"\b{word}\b", text)[1:])
    return any(not deeds or any(is_said(term, words) for term in deeds) for words in near)
