"""Answer how or when somebody without an entry died, by a line under another entry."""

import re
from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.person_meant import LONGEST_NAME, heard_as_written, without_surname_of_woman
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.killing import BY_OWN_HAND, WAS_KILLED
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.death import OF_DEATH
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.hits import sentences, whole_line
from trotskyism_cli.views.wording.proper_names import NAME

_DIED = lazy_regex(rf"\b(?:died\b|{BY_OWN_HAND}|(?:was|were|been) (?:\w+ ){{0,3}}?{WAS_KILLED})")
# In a clause that goes on about the person named before.
_HE_DIED = lazy_regex(rf"\b(?:he|she) (?:\w+ ){{0,2}}?{_DIED.pattern}")
_NAMED = lazy_regex(rf"\b{NAME} $")
_FATE = frozenset({"what", "happened", "to"})
_KILLED = lazy_regex(rf"(?<!was )(?<!were )(?<!been )\b{WAS_KILLED}")  # the next name is of the person killed


def death_told(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer by the sentence that tells of the death of a named person without an entry; None if none does.

    The sentence may also name others who died at another time.
    """
    query = found.query
    is_of_fate = _FATE.issubset(query.words)
    is_of_death = query.asks_for in ("how", "when") and not OF_DEATH.isdisjoint(query.words)
    words = without_surname_of_woman(query)
    name = tuple(word for word in words if word not in STOP_WORDS | OF_DEATH)
    is_named = 0 < len(name) <= LONGEST_NAME and all(_is_only_found_by(pack, each, name) for each in query.entries)
    written = heard_as_written(pack.store, pack, name) if (is_of_fate or is_of_death) and is_named else ""
    if not written or query.date:
        return None
    owners = [pack.entries[each] for each in found.owners if each in pack.entries]
    lines = [(entry, text) for entry in owners for text in _lines(pack, entry)]
    told = [each for deed in (_died, _killed) for each in lines if deed(written, each[1])]
    told = [(entry, text) for entry, text in told if query.asks_for != "when" or NAMED_YEAR.search(text)]
    return Direct(whole_line(*told[0]), entries=(told[0][0].id,)) if told else None


def _lines(pack: StoredPack, entry: Entry) -> Iterator[str]:
    yield from (fact_sentence(pack, fact) for fact in pack.known_facts(entry))
    yield from sentences(entry.summary)


def _died(name: str, text: str) -> bool:
    """True if a clause has the full name and then the death, with no other name right before that."""
    clauses = text.split("; ")
    for place, clause in enumerate(clauses):
        behind = clause.partition(name)[2] if _is_named(name, clause) else ""
        died = _DIED.search(behind)
        if died and not _NAMED.search(behind[: died.start()]):
            return True
        if behind and any(map(_HE_DIED.search, clauses[place + 1 :])):
            return True
    return False


def _killed(name: str, text: str) -> bool:
    """True if a clause tells that somebody killed the person whom it names next."""
    return any(_KILLED.search(clause.partition(name)[0]) for clause in text.split("; ") if _is_named(name, clause))


def _is_named(name: str, clause: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b(?!['’]s)", clause))


def _is_only_found_by(pack: StoredPack, own_id: str, name: tuple[str, ...]) -> bool:
    """True if a name leads to an event only by the event's search words, not by a word of its name."""
    event = pack.entries[own_id]
    return event.kind is Kind.EVENT and not {*plain(event.name).split()}.intersection(name)
