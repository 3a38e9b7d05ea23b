"""Which places a text names, by their own names or by those of their people."""

import re
from collections.abc import Iterable

from trotskyism_cli.library import walks
from trotskyism_cli.library.countries import places_in
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind

ROOT = 3  # letters of the name of a place that its people have in theirs


def named_in(pack: StoredPack, text: str, places: Iterable[Entry]) -> list[Entry]:
    """The places that a text names, or their people."""
    return [each for each in perhaps_in(text, places) if pattern(pack, each).search(text)]


def perhaps_in(text: str, places: Iterable[Entry]) -> list[Entry]:
    """The places of which a text may have the names, or those of their people."""
    return [place for place in places if any(name[:ROOT] in text for name in place.names)]


def names_others(library: Library, country: Entry, text: str) -> bool:
    """Whether a text names a country other than this one, or its people."""
    pack = library.pack
    places = (pack.entries[each] for each in walks.all_of_kind(library, Kind.PLACE) if each != country.id)
    return bool(named_in(pack, text, (each for each in places if each.type == country.type)))


def is_elsewhere(library: Library, own: Entry, text: str) -> bool:
    """Whether a text says that something was in a place that does not lie in this one: `at Halifax`, of Petrograd."""
    pack = library.pack
    said = [pack.entries[each] for each in walks.all_of_kind(library, Kind.PLACE)]
    said = [each for each in perhaps_in(text, said) if re.search(rf"\b(?:at|in) {re.escape(each.name)}\b", text)]
    return bool(said) and not any(
        each.id in places_in(pack, own.id) or own.id in places_in(pack, each.id) for each in said
    )
