"""Find the places that a text names, by their names or those of their people."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from trotskyism_cli.library.bodies.countries import is_within_country, places_in
from trotskyism_cli.library.bodies.naming import pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import PLACES
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import CALLED, Store
from trotskyism_cli.pack.model import Entry, Kind

ROOT = 3  # first letters that the name of a place shares with that of its people


def named_in(pack: StoredPack, text: str) -> list[Entry]:
    """Places that a text names, itself or by their people."""
    return [each for each in perhaps_in(pack, text) if pattern(pack, each).search(text)]


def perhaps_in(pack: StoredPack, text: str) -> list[Entry]:
    """Places that a text may name, by the first letters of a name; a fast choice for `named_in`."""
    found = {place for root, places in _by_root(pack.store).items() if root in text for place in places}
    return list(pack.entries.several([own_id for _, own_id in sorted(found)]))


@lru_cache(maxsize=1)  # several rows of one screen need it
def _by_root(store: Store) -> Mapping[str, set[tuple[int, str]]]:
    """Places, with a number each, by the first letters of each of their names."""
    found = defaultdict[str, set[tuple[int, str]]](set)
    rows = store.rows(
        "SELECT entry, called FROM kinds WHERE kind = ? ORDER BY importance DESC LIMIT ?", Kind.PLACE, PLACES
    )
    for number, (own_id, names) in enumerate(sorted(rows)):
        for name in names.split(CALLED):
            found[name[:ROOT]].add((number, own_id))
    return found


def names_others(library: Library, country: Entry, text: str) -> bool:
    """Return whether a text names a country other than this one, or its people."""
    named = named_in(library.pack, text)
    return any(each.id != country.id and each.type == country.type for each in named)


def is_elsewhere(library: Library, own: Entry, text: str) -> bool:
    """Return whether a sentence is set in another place: it names one, and none within or around this one.

    For a town, any sentence that does not name it is elsewhere.
    """
    pack = library.pack
    if own.kind is Kind.PLACE and is_within_country(pack, own):
        return not pattern(pack, own).search(text)
    named = (each for each in perhaps_in(pack, text) if each.name in text)
    said = [each for each in named if re.search(rf"\b(?:at|in) {re.escape(each.name)}\b", text)]
    near = (each for each in said if each.id in places_in(pack, own.id) or own.id in places_in(pack, each.id))
    return bool(said) and not any(near)
