"""The name by which one speaks of a person (or of anything), and by which a list sorts him."""

import re
from functools import lru_cache

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind

# Ranges of letters of languages in which the family name comes first.
_FAMILY_FIRST = (("\u1ea0", "\u1ef9"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_BEGINS_SURNAME = frozenset("De Del Di Du El La Le Mac St Van Von".split())  # not with a small letter
_NUMERAL = lazy_regex(r"[IVX]+\.?|Jr\.?|Sr\.?")


def name_to_find(person: Entry) -> str:
    """A person's name with the surname first: `Bukharin, Nikolai`, but `Chen Duxiu` and `Nicholas II`."""
    return _surname_first(person.name, person.native)


@lru_cache(maxsize=2_000)  # asked many times for the same people
def _surname_first(name: str, native: tuple[str, ...]) -> str:
    words = name.split()
    if len(words) < 2 or _NUMERAL.fullmatch(words[-1]) or re.search(r"[,(“\"]| of ", name):
        return name
    if any(first <= letter <= last for letter in "".join(native) for first, last in _FAMILY_FIRST):
        return name
    surname = -2 if len(words) > 2 and words[-2] in _BEGINS_SURNAME else -1
    return f"{' '.join(words[surname:])}, {' '.join(words[:surname])}"


def surname(person: Entry) -> str:
    """The name by which one speaks of a person: `Lenin`, but `Chen Duxiu`."""
    return name_to_find(person).partition(",")[0]


def short_name(entry: Entry) -> str:
    """A person's surname; the full name of anything else."""
    return surname(entry) if entry.kind is Kind.PERSON else entry.name
