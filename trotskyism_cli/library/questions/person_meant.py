"""Whom a question means by a name, when the name may also belong to somebody without an entry."""

import re
from collections.abc import Mapping
from itertools import product

from trotskyism_cli.library.forms import plain, sound
from trotskyism_cli.library.names.name_table import sound_of_name
from trotskyism_cli.library.names.named_in_text import is_only_found_by, share_written_small
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import INTERROGATIVES, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import HOLDING, Store, phrase
from trotskyism_cli.library.words.inflection import surname_of_man
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence

LONGEST_NAME = 3  # words
ALIKE = 4  # at most so many words that sound the same
_NAME = r"[^\W_a-z][^\W_]*"  # a capitalised word or a number
ONE = frozenset({"is", "was"})  # verbs that ask about one person


def only_person(pack: StoredPack, query: Query) -> Entry | None:
    """The person whom a question names, if it names nothing else."""
    named = next(iter(query.entries)) if len(query.entries) == 1 else ""
    return pack.entries[named] if named and pack.entries[named].kind is Kind.PERSON else None


def without_others(store: Store, pack: StoredPack, query: Query) -> Query:
    """Remove from a `who was …` question the entries that are only found by the name.

    E.g. a war that is found by a general's name. A single unknown name is not corrected to another word.
    """
    if query.words[:1] != ("who",) or not ONE.intersection(query.words[1:2]):
        return query
    # do not correct a name to another word
    if len(query.terms) == 1 and query.terms[0].is_misspelt and not query.entries:
        return query._replace(terms=(query.terms[0]._replace(forms=()),))
    ends = {each: span for each, span in query.entries.items() if span[1] == len(query.words)}
    others = {each for each, span in ends.items() if _is_of_another(store, pack, each, query.words[slice(*span)])}
    return query._replace(entries={each: span for each, span in query.entries.items() if each not in others})


def bare_name(store: Store, pack: StoredPack, query: Query) -> str:
    """The name that is a whole search, as the book writes it, if it leads only to disputes; else empty.

    A person who took part in a dispute is not that dispute.
    """
    is_bare = not (query.is_question or query.date) and 0 < len(query.words) <= LONGEST_NAME
    words = " ".join(query.words)
    if not (is_bare and query.entries and all(_is_only_dispute(store, pack, each, words) for each in query.entries)):
        return ""
    led = (each for own_id in query.entries for each in pack.entries[own_id].search)
    spelt = next((plain(each) for each in led if sound_of_name(each) == sound_of_name(words)), words)
    return as_written(store, pack, tuple(spelt.split()))


def _is_only_dispute(store: Store, pack: StoredPack, entry: str, words: str) -> bool:
    """Return whether words only lead to an entry that is a dispute."""
    return bool(pack.mentions("about", entry)) and is_only_found_by(store, entry, words)


def without_first_names(store: Store, pack: StoredPack, query: Query) -> Query:
    """Remove people named by a word that is here the first name of somebody without an entry."""
    covered = {place for start, end in query.entries.values() for place in range(start, end)}
    of_others = set()
    for own_id, (start, end) in query.entries.items():
        following = query.words[end : end + 1]
        is_alone = end == start + 1 and following and end not in covered and following[0] not in STOP_WORDS
        if (
            is_alone
            and pack.entries[own_id].kind is Kind.PERSON
            and as_written(store, pack, query.words[start : end + 1])
        ):
            of_others.add(own_id)
    if not of_others:
        return query
    return query._replace(entries={each: span for each, span in query.entries.items() if each not in of_others})


def without_namesakes(store: Store, pack: StoredPack, query: Query) -> Query:
    """Remove people named by a surname that here follows the first name of somebody without an entry.

    A word before a surname is a first name if the book writes both as a name and never writes it small.
    """
    spelt = {term.word: term.known_as for term in query.terms}
    others: set[tuple[int, int]] = set()
    for own_id, (start, end) in query.entries.items():
        is_behind_verb = query.words[max(0, start - 2)] in INTERROGATIVES  # `who betrayed Trotsky`
        if end - start > 1 or start == 0 or is_behind_verb or pack.entries[own_id].kind is not Kind.PERSON:
            continue
        first = spelt.get(query.words[start - 1], "")
        known = {word for name in pack.entries[own_id].names for word in plain(name).split()}
        is_first_name = len(first) > 1 and first not in known and not share_written_small(store, first)
        name = first, query.words[start]
        if is_first_name and (_is_of_woman(name[1], spelt) or heard_as_written(store, pack, name)):
            others |= {(start - 1, start), (start, end)}
    return query._replace(entries={each: span for each, span in query.entries.items() if span not in others})


def _is_of_woman(word: str, spelt: Mapping[str, str]) -> bool:
    """Return whether a surname is a woman's, and the book has only the man's form."""
    return surname_of_man(word) == spelt.get(word) != ""


def without_surname_of_woman(query: Query) -> tuple[str, ...]:
    """Words of a question as the book spells them, without a woman's surname that the book does not use."""
    spelt = {term.word: term.known_as for term in query.terms}
    return tuple(spelt.get(word, word) for word in query.words if not _is_of_woman(word, spelt))


def heard_as_written(store: Store, pack: StoredPack, words: tuple[str, ...]) -> str:
    """A name as the book writes it (see `as_written`), or one that sounds the same: `Sergey Sedov`."""
    if written := as_written(store, pack, words):
        return written
    alike = (store.column(f"SELECT word FROM vocabulary WHERE sound = ? LIMIT {ALIKE}", sound(word)) for word in words)
    return next(filter(None, (as_written(store, pack, each) for each in product(*alike))), "")


def _is_of_another(store: Store, pack: StoredPack, entry: str, words: tuple[str, ...]) -> bool:
    """Return whether words only lead to an entry.

    For a person, they must also be written in the book as a name.
    """
    if not is_only_found_by(store, entry, " ".join(words)):
        return False
    if pack.entries[entry].kind is not Kind.PERSON:
        return True
    return bool(as_written(store, pack, words))


def written_name(store: Store, pack: StoredPack, query: Query) -> str:
    """The name in a `who/what was …` question, if it has no entry but is written in the book; else empty."""
    is_asked = (
        query.words[:1] in (("who",), ("what",)) and bool(ONE.intersection(query.words[1:2])) and not query.entries
    )
    words = query.words[3:] if query.words[2:3] == ("the",) else query.words[2:]
    return as_written(store, pack, words) if is_asked and 0 < len(words) <= LONGEST_NAME else ""


def name_within(store: Store, pack: StoredPack, query: Query) -> str:
    """A name of two words in a question that the book writes but has no entry for; else empty."""
    covered = {place for start, end in query.entries.values() for place in range(start, end)}
    places = [place for place, word in enumerate(query.words) if word not in STOP_WORDS and place not in covered]
    pairs = (query.words[place : place + 2] for place in places if place + 1 in places)
    return next(filter(None, (heard_as_written(store, pack, pair) for pair in pairs)), "")


def as_written(store: Store, pack: StoredPack, words: tuple[str, ...]) -> str:
    """Words as the book writes them as a name, with accents; empty if it does not."""
    found = store.rows(f"SELECT record, subject, shown FROM passages WHERE {HOLDING}", phrase(" ".join(words)))
    texts = (shown or _told_in(pack, record or subject) for record, subject, shown in found)
    name = re.compile(rf"(?=\b({' '.join([_NAME] * len(words))})\b)")  # lookahead, as pairs overlap in `On Lev Sedov`
    written = (each[1] for text in texts for each in name.finditer(text))
    return next((each for each in written if plain(each) == " ".join(words)), "")


def _told_in(pack: StoredPack, own_id: str) -> str:
    """Text of a fact with its note, or the summary of an entry."""
    if own_id in pack.facts:
        fact = pack.facts[own_id]
        return f"{fact_sentence(pack, fact)} {fact.note}"
    return pack.entries[own_id].summary if own_id in pack.entries else ""
