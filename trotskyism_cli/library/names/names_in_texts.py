"""Find names in texts: which names a text contains, and which entries share a name.

Reads only names that begin with words of the texts, as a large pack has a hundred thousand names.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from trotskyism_cli.library.names.name_index import NameIndex
from trotskyism_cli.library.names.name_table import BY_SEARCH
from trotskyism_cli.library.names.word_places import Place, plain_words
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.model import Kind

LONGEST = 12  # words of a name
SHORTEST_NAME = 3  # letters of a name to search for
# "!" follows the space in Unicode, so this range holds the names that continue after these words.
_BEGUN_BY = "how = 'plain' AND form >= {0} || ' ' AND form < {0} || '!'"
_OF_PHRASE = "SELECT form, entry FROM json_each(?) AS phrase CROSS JOIN names ON how = 'plain' AND form = phrase.value"
_BEGINNING = f"""SELECT value FROM json_each(?) AS phrase
    WHERE EXISTS (SELECT 1 FROM names WHERE {_BEGUN_BY.format("phrase.value")})"""
_KNOWN = (
    "SELECT DISTINCT form, entry, kind FROM names CROSS JOIN kinds USING (entry) WHERE how = 'plain' AND weight > ?"
)


def names_in(store: Store, texts: Iterable[str]) -> NameIndex[str]:
    """Names that may occur in some plain texts, without a leading article, each with its entry."""
    import json  # already imported by the store

    split = [text.split() for text in texts]
    found: list[tuple[str, str]] = []
    waiting = [(words, end, word) for words in split for end, word in enumerate(words, start=1)]
    while waiting:  # single words first, then longer phrases that begin a name
        phrases = json.dumps(sorted({phrase for *_, phrase in waiting}))
        found += store.rows(_OF_PHRASE, phrases)
        begin = set(store.column(_BEGINNING, phrases))
        waiting = [
            (words, end + 1, f"{phrase} {words[end]}")
            for words, end, phrase in waiting
            if end < len(words) and phrase in begin
        ]
    return NameIndex((form, entry) for form, entry in found if len(form) >= SHORTEST_NAME)


def with_longer_names(store: Store, place: Place, own_id: str, kind: Kind) -> Iterator[str]:
    """Other entries of a kind that have a longer name in the text which overlaps this place.

    Of two names of equal length the first wins: `February Revolution of 1917`.
    """
    words = plain_words(place.text)
    for begin in range(max(0, place.begin - LONGEST), place.end):
        for end, (entry, other) in _of_several_words(store, *words[begin : begin + 2]).at(words, begin):
            if other == kind and entry != own_id and end > place.begin:
                longer = Place(place.text, begin, end).letters + (begin < place.begin)
                if longer > place.letters:
                    yield entry


def sharing(store: Store, form: str, own_id: str) -> tuple[tuple[str, str], ...]:
    """Other entries with this name, each with its kind."""
    return tuple(each for each in _called(store, form.removeprefix("the ")) if each[0] != own_id)


@lru_cache(maxsize=5_000)  # sentences share names
def _called(store: Store, form: str) -> tuple[tuple[str, str], ...]:
    rows = store.rows(f"{_KNOWN} AND form = ? ORDER BY entry", BY_SEARCH, form)
    return tuple((entry, kind) for _, entry, kind in rows)


@lru_cache(maxsize=20_000)  # sentences share words
def _of_several_words(store: Store, first: str, second: str = "") -> NameIndex[tuple[str, str]]:
    """Names that begin with these two words, each with its entry and kind; none without a second word."""
    is_begun = second and _begins(store, first)
    pair = f"{first} {second}"
    rows = store.rows(f"{_KNOWN} AND form >= ? AND form < ?", BY_SEARCH, pair, f"{pair}!") if is_begun else []
    return NameIndex((form, (entry, kind)) for form, entry, kind in rows)


@lru_cache(maxsize=20_000)  # see above
def _begins(store: Store, word: str) -> bool:
    """Return whether a name of several words begins with this word."""
    return bool(store.rows(f"SELECT 1 FROM names WHERE {_BEGUN_BY.format('?1')} LIMIT 1", word))
