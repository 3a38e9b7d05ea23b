"""Correct a misspelt name, or suggest similar ones."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import OSA

from trotskyism_cli.library.forms import is_cyrillic, plain
from trotskyism_cli.library.names.name_table import sound_of_name
from trotskyism_cli.library.store import CALLED, Store
from trotskyism_cli.library.words.numerals import numbers
from trotskyism_cli.pack.pack import Pack

LETTERS_FOR_A_SLIP = 6  # one typing error is forgiven per so many letters
LETTERS_FOR_A_HINT = 4  # a name with one error per so many letters is suggested
SHORTEST_BEGINNING = 3  # letters that suffice to suggest a name beginning with them
SHORTEST_TO_MEND = 6
EDGE = 2  # letters at the beginning or end that must be right
MOST_ALIKE = 2000  # names compared with a misspelt one


class _Called(NamedTuple):
    """Names and importance of an entry; there may be hundreds of candidates, so entries are not read whole."""

    names: tuple[str, ...]
    importance: int


def corrected(store: Store, pack: Pack, text: str, heard: str) -> tuple[str, tuple[str, ...]]:
    """The entry of which a text must be a misspelling (else empty), and similar names as suggestions."""
    slips: dict[str, tuple[int, bool, int]] = {}
    begun: set[str] = set()
    is_russian, figures = is_cyrillic(plain(text)), numbers(text)
    # A different number is never a typing error.
    near_forms = {form: entries for form, entries in _near(store, heard).items() if numbers(form) == figures}
    called = _called(store, {entry for entries in near_forms.values() for entry in entries})
    for form, entries in near_forms.items():
        for entry in entries:
            own = called[entry]
            if is_russian and not _written_so(own.names, form):
                continue
            is_name = any(form == sound_of_name(name) for name in own.names)
            worth = OSA.distance(heard, form), not is_name, -own.importance
            slips[entry] = min(worth, slips.get(entry, worth))
            if form.startswith(heard) and len(heard) >= SHORTEST_BEGINNING:
                begun.add(entry)
    ranked = sorted(slips, key=lambda each: (slips[each], each))
    few = len(heard) // LETTERS_FOR_A_SLIP if len(heard) >= SHORTEST_TO_MEND else 0
    clear = [each for each in ranked if slips[each][0] <= few and slips[each] == slips[ranked[0]]]
    if len(clear) == 1:
        return clear[0], ()
    near = {each for each in ranked if slips[each][0] <= len(heard) // LETTERS_FOR_A_HINT}
    like = [each for each in ranked if each in begun or (each in near and _looks_like(called[each].names, text))]
    return "", tuple(pack.entries[each].name for each in like[:5])


def _called(store: Store, entries: Iterable[str]) -> dict[str, _Called]:
    query = "SELECT entry, called, importance FROM json_each(?) CROSS JOIN kinds ON entry = value"
    rows = store.rows(query, json.dumps(sorted(entries)))
    return {entry: _Called(tuple(names.split(CALLED)), importance) for entry, names, importance in rows}


def _looks_like(names: Iterable[str], text: str) -> bool:
    """Return whether one of the names, or a word of one, is at least half spelt like the text."""
    said = plain(text)
    if not said.isascii():
        return True
    words = {part for name in map(plain, names) for part in (name, *name.split())}
    return min(OSA.distance(said, word) for word in words) <= len(said) // 2


def _written_so(names: Iterable[str], form: str) -> bool:
    """Return whether one of the names that sounds so is in Cyrillic, like the text."""
    return any(
        form in (sound_of_name(name), sound_of_name(name.split()[-1])) for name in names if is_cyrillic(plain(name))
    )


def _near(store: Store, heard: str) -> dict[str, set[str]]:
    """Names with about this length and the same beginning or end (in `sound`), with their entries."""
    query = """SELECT form, entry FROM names WHERE how = ? AND form >= ? AND form < ?
        AND length(form) BETWEEN ? AND ? LIMIT ?"""
    found: dict[str, set[str]] = defaultdict(set)
    for how, text, step in (("sound", heard, 1), ("backwards", heard[::-1], -1)):
        edge = text[:EDGE]
        rows = store.rows(query, how, edge, edge + "\uffff", len(heard) - 3, len(heard) + 3, MOST_ALIKE)
        for form, entry in rows:
            found[form[::step]].add(entry)
    return found
