"""Find the entries that a text names, and the names by which a text may mean an entry."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from trotskyism_cli.library.forms import is_cyrillic, plain, sound_of_plain, without_article, words_of
from trotskyism_cli.library.names.name_table import (
    BY_ALIAS,
    BY_SEARCH,
    by_form,
    by_inflection,
    kind_of,
    singular,
    sound_of_name,
)
from trotskyism_cli.library.names.names_in_texts import SHORTEST_NAME
from trotskyism_cli.library.store import HOLDING, Store, phrase
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.pack.model import Entry, Kind

SMALL = frozenset(("of", "s", "the"))  # words that may be missing or added in a name
SEEN = 20  # paragraphs read to learn whether the book writes a word small


def names_in_text(entry: Entry) -> tuple[str, ...]:
    """Plain names by which a text may mean an entry; for a person also the surname."""
    return _plain_names(written_names(entry))


def written_names(entry: Entry) -> tuple[str, ...]:
    """The same names as written; some may be equal when plain."""
    return (*entry.names, entry.name.rpartition(" ")[2]) if entry.kind is Kind.PERSON else entry.names


@lru_cache(maxsize=5_000)  # needed for the same entries in every sentence
def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(plain, names)))


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Plain names of an entry that are long enough to search for; for a person also the surname."""
    return long_enough(names_in_text(entry))


@lru_cache(maxsize=5_000)
def long_enough(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The plain names that are long enough to search for."""
    return tuple(form for form in forms if len(form) >= SHORTEST_NAME)


def has_one(forms: Iterable[str], text: str) -> bool:
    """Return whether one of these plain names occurs in a plain text that has a space at either end."""
    return any(f" {form} " in text for form in forms)


def entries_named(
    store: Store, text: str, longest: int = 6, *, are_people_apart: bool = False
) -> dict[str, tuple[int, int]]:
    """Entries that a text names, longest names first: id → position of its words (from, to).

    With `are_people_apart`, the names of two people are not taken for a title: `trotsky stalin`.
    """
    words = words_of(text)
    known = _words_of_names(store, words)
    taken = [word not in known for word in words]
    found: dict[str, tuple[int, int]] = {}
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if any(taken[start : start + size]):
                continue
            phrase = " ".join(words[start : start + size])
            entries = _named(store, phrase)
            is_part = size < len(words)
            is_pair = are_people_apart and size == 2 and entries
            if is_pair and are_two_people(store, words[start : start + size], entries):
                continue
            if entries and not (is_part and _is_common(store, without_article(phrase), entries)):
                taken[start : start + size] = [True] * size
                found |= dict.fromkeys(entries, (start, start + size))
    return found


def _words_of_names(store: Store, words: Iterable[str]) -> set[str]:
    """Those of the words that may occur in a name, in any way that `_named` recognises."""
    import json  # already imported by the store

    spelt = {word: (word, word.removesuffix("s")) for word in words}
    heard = {sound_of_plain(each) for both in spelt.values() for each in both}
    query = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM names WHERE how = 'word' AND form = value)"
    known = set(store.column(query, json.dumps(sorted(heard))))
    return {
        word
        for word, both in spelt.items()
        if any(sound_of_plain(each) in known or _stands_for_another(each) for each in both)
    }


def _stands_for_another(word: str) -> bool:
    """Return whether a word may differ from that of a name: a small word, Cyrillic or a number."""
    counted = f"war {word}"
    return word in SMALL or is_cyrillic(word) or numbered(counted) != counted


def entries_of_name(store: Store, words: Sequence[str]) -> list[str]:
    """Entries whose name is exactly these words."""
    return [each for each, span in entries_named(store, " ".join(words)).items() if span == (0, len(words))]


def are_two_people(store: Store, words: Iterable[str], entries: Iterable[str]) -> bool:
    """Return whether two words name two different people, and together at most a work (a book on both)."""
    named = [by_form(store, "plain", word)[1] for word in words]
    one, other = ({each for each in found if kind_of(store, each) == Kind.PERSON} for found in named)
    return bool(one and other) and one.isdisjoint(other) and all(kind_of(store, each) == Kind.WORK for each in entries)


def is_only_found_by(store: Store, entry: str, phrase: str) -> bool:
    """Return whether a phrase is only among an entry's search forms, not one of its names."""
    forms = (("plain", without_article(phrase)), ("plain", singular(phrase)), ("sound", sound_of_name(phrase)))
    query = "SELECT max(weight) FROM names WHERE entry = ? AND how = ? AND form = ?"
    weights = (weight for how, form in forms for weight in store.column(query, entry, how, form))
    return max((weight for weight in weights if weight is not None), default=0) == BY_SEARCH


def _is_common(store: Store, word: str, entries: Iterable[str]) -> bool:
    """Return whether a word is a common English word rather than a name, e.g. `struggle`.

    It is if it is only an alias of organisations or works (`struggle` is also a newspaper), and the book mostly writes
    it with a small letter.
    """
    if " " in word:
        return False
    for entry in entries:
        query = "SELECT max(weight) FROM names WHERE how IN ('plain', 'sound') AND form = ? AND entry = ?"
        [(weight,)] = store.rows(query, word, entry)
        if kind_of(store, entry) not in (Kind.ORGANISATION, Kind.WORK) or (weight is not None and weight > BY_ALIAS):
            return False
    return share_written_small(store, word) > 1 / 2


def share_written_small(store: Store, word: str) -> float:
    """Share of a word's occurrences in chapters without a capital; 0 if it does not occur."""
    query = f"SELECT shown FROM passages WHERE {HOLDING} AND shown LIKE ? ORDER BY number LIMIT ?"
    shown = store.column(query, phrase(word), f"% {word}%", SEEN)
    written: list[str] = [each for text in shown for each in re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
    return sum(each.islower() for each in written) / max(1, len(written))


def turned(phrase: str) -> str:
    """Turn `testament of lenin` into `lenin testament` and vice versa; empty for other phrases."""
    words = [word for word in phrase.split() if word not in ("the", "s")]
    if "of" in words[1:-1]:
        place = words.index("of")
        return " ".join((*words[place + 1 :], *words[:place]))
    return f"{words[1]} of {words[0]}" if len(words) == 2 else ""


def owned(phrase: str) -> str:
    """Restore a possessive without apostrophe: `kornilovs coup` → `kornilov coup`.

    Empty for other phrases.
    """
    owner, _, rest = phrase.partition(" ")
    return f"{owner.removesuffix('s')} {rest}" if rest and owner.endswith("s") and not owner.endswith("ss") else ""


@lru_cache(maxsize=5_000)  # many sentences about an entry have the same words
def _named(store: Store, phrase: str) -> list[str]:
    forms = (("plain", without_article(phrase)), ("plain", singular(phrase)), ("sound", sound_of_name(phrase)))
    for how, form in (*forms, ("plain", turned(phrase)), ("plain", owned(phrase))):
        if len(form) > 1 and (entries := by_form(store, how, form)[1]):
            return entries
    return _inflected(store, phrase) if all(map(is_cyrillic, phrase.split())) else []


def _inflected(store: Store, phrase: str) -> list[str]:
    """Entries that a Russian phrase names in some case; several words must be a whole name."""
    found = by_inflection(store, phrase)
    many = len(phrase.split())
    if many == 1:
        return found
    forms = {each: store.column("SELECT form FROM names WHERE entry = ? AND how = 'plain'", each) for each in found}
    return [each for each in found if any(is_cyrillic(form) and len(form.split()) == many for form in forms[each])]
