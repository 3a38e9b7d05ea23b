"""Synonyms for the kinds of entries, and words for a type within a kind."""

from collections import Counter
from collections.abc import Iterable

from trotskyism_cli.message_text import plural
from trotskyism_cli.pack.model import Entry, Kind

OUR_KINDS = {
    "persons": "people",
    "organizations": "organisations",
    "bodies": "organisations",
    "parties": "organisations",
    "ideas": "concepts",
    "idea": "concepts",
    "disputes": "concepts",
    "books": "works",
}
OUR_TYPES = {"dispute": "issue", "disputes": "issue"}
QUOTATIONS, CHAPTERS = ("quotations", "quotes"), ("chapters", "topics")  # what is listed and is no kind of entry


def is_word_of(word: str, names: tuple[str, ...]) -> bool:
    """Return whether a word is one of the names, or the beginning of one."""
    return len(word) > 2 and any(name.startswith(word.casefold()) for name in names)


def type_named(word: str, entries: Iterable[Entry]) -> tuple[Kind, str] | None:
    """The type that a word names in singular or plural, with the kind of most entries of this type."""
    said = OUR_TYPES.get(word.casefold(), word.casefold())
    found = Counter((each.kind, each.type) for each in entries if said in (each.type, plural(each.type)))
    return max(found, key=found.__getitem__) if found else None
