"""Decide whether a text names somebody, or only others with the same surname or with it as first name."""

from functools import lru_cache

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.library.words.whole_words import places_whole
from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.wording.surnames import short_name

_NAME_AFTER = lazy_regex(
    r" (?:[A-Z]\. ?)*(?!(?:Commission|Committee|Group|League|Opposition|Party|Pact|Tendency)\b)[A-ZÀ-Ž][a-zà-ž]"
)
_WORD_BEFORE = lazy_regex(r"([A-ZÀ-Ž][\w’'-]+) $")
# Words before a surname that are no first names: ranks, and small words that begin a sentence.
_NO_NAMES = frozenset(
    """
    admiral archbishop chairman comrade count doctor dr emperor general king lord marshal minister mr mrs president
    prince princess professor queen renegade saint secretary senator sir tsar
    against although beside despite during since without
    """.split()
)


def only_namesakes(pack: StoredPack, person: Entry, text: str) -> bool:
    """Return whether every mention of a person's surname is of somebody else: `Alexei Smirnov`, `James Burnham`."""
    if person.kind is not Kind.PERSON or any(name in text for name in person.names if " " in name):
        return False
    own = {word for name in person.names for word in name.split()}
    short = short_name(person)
    short = short if short in text else short.rpartition(" ")[2]  # `Blanc`, of `Le Blanc`
    places = list(places_whole(short, text))
    return bool(places) and all(_is_of_another(pack, own, text[:begin], text[end:]) for begin, end in places)


def _is_of_another(pack: StoredPack, own: set[str], before: str, after: str) -> bool:
    if _NAME_AFTER.match(after):
        return True
    first = _WORD_BEFORE.search(before)
    return first is not None and first[1] not in own and _is_first_name(pack.store, first[1])


@lru_cache(maxsize=500)  # few different words occur
def _is_first_name(store: Store, word: str) -> bool:
    """Return whether a capitalised word before a surname is a first name or a possessive (`Women's Day`).

    It may also be a small word at the start of the sentence, a rank, a month, a nationality or part of another name:
    `the Menshevik Martov`, `in October Trotsky`.
    """
    flat = plain(word)
    if word.endswith(("'s", "’s")):
        return True
    if flat in STOP_WORDS or flat in _NO_NAMES or word in MONTHS or flat in ADJECTIVES.values():
        return False
    query = "SELECT form, kind FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND {}"
    if store.rows(query.format("kind = ? AND form GLOB ? LIMIT 1"), Kind.PERSON, f"{flat} *"):
        return True
    others = "kind <> ? AND (form = ? OR form = ? || 's' OR form GLOB ?) LIMIT 1"
    return not store.rows(query.format(others), Kind.PERSON, flat, flat, f"* {flat}")
