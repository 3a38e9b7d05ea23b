"""When a line shares the words of a question and does not tell it: it is of another place, number, thing or time."""

import re
from collections.abc import Iterable

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.numerals import NUMERALS
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.direct import AGENTS, is_said
from trotskyism_cli.views.event_asked import HAPPENED
from trotskyism_cli.views.hits import sentences
from trotskyism_cli.views.spoken import COUNTED

SOON = 8  # words between a deed and the place of it
_WORD = lazy_regex(r"[\w’'-]+")


def is_done_there(pack: StoredPack, query: Query, asked: Iterable[Term], text: str) -> bool:
    """Whether what a question asks was done in the place that it names: `lived in Turkey`, and not in France."""
    places = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PLACE]
    names = "|".join(re.escape(name) for each in places for name in each.names)
    terms = list(asked)
    deeds = (word for word in _WORD.finditer(text) if any(is_said(term, [plain(word[0])]) for term in terms))
    ends = [word.end() for word in deeds]
    there = re.compile(rf"(?:\W+[\w’'-]+){{0,{SOON}}}?\W+(?:{names})\b")
    return not (names and ends) or any(there.match(text, end) for end in ends)


def is_counted(query: Query, text: str) -> bool:
    """Whether a number stands soon before what a question asks how many there were, if that is what it names."""
    place = query.words.index("many") + 1 if "many" in query.words else 0
    if not place or not any(start == place for start, _ in query.entries.values()):
        return True
    words = plain(text).split()
    numbers = [place for place, word in enumerate(words) if word.isdecimal() or word in NUMERALS]
    return any(query.words[place] in words[each + 1 : each + 1 + COUNTED] for each in numbers)


def is_told_as_asked(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line tells what happened, and not who somebody was; what something was, if it has that in a row.

    So `the workers' group` is no group of theirs: it may be a name that the book does not have.
    """
    if HAPPENED.intersection(query.words):
        return owner.kind not in AGENTS or text not in sentences(owner.summary)
    for own_id, (_, end) in query.entries.items():
        after = query.words[end : end + 1]
        if (
            pack.entries[own_id].kind is Kind.CONCEPT
            and IS.intersection(query.words[1:2])
            and after == query.words[-1:]
        ):
            phrase = " ".join(query.words[slice(*query.entries[own_id])] + after)
            return phrase.removeprefix("the ") in plain(text)
    return True
