"""Events named after an entry or telling of it, although no statement connects the two."""

from collections.abc import Container

from trotskyism_cli.library.bodies import naming
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import entries_named, forms_of
from trotskyism_cli.pack.wording import fact_sentence


def events_named_after(library: Library, entry_id: str) -> tuple[str, ...]:
    """Events with a name that contains a name of an entry."""
    forms = forms_of(library.pack.entries[entry_id])
    found = [each for form in forms for each in naming.events_called(library.pack, form)]
    return tuple(each for each in dict.fromkeys(found) if each != entry_id)


def events_told_of(library: Library, entry_id: str, tied: Container[str]) -> tuple[str, ...]:
    """Events outside `tied` that are named after an entry or whose text names it, the closest first."""
    closeness: dict[str, int] = {}
    for event, close in naming.connected_events(library, entry_id):
        closeness[event] = max(close, closeness.get(event, 0))
    near = (each for each in sorted(closeness, key=lambda each: -closeness[each]) if closeness[each] > naming.NAMED)
    return tuple(each for each in near if each != entry_id and each not in tied)


def named_with(library: Library, entry_id: str) -> tuple[str, ...]:
    """Entries named in an entry's summary and facts; for entries without other ties."""
    pack = library.pack
    entry = pack.entries[entry_id]
    text = " ".join((entry.summary, *(fact_sentence(pack, fact) for fact in pack.known_facts(entry))))
    return tuple(each for each in entries_named(library.store, text) if each not in (entry_id, pack.article))
