"""What is named after an entry, or told of it, though no statement names the two."""

from collections.abc import Container

from trotskyism_cli.library.bodies import naming
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import entries_named, forms_of
from trotskyism_cli.pack.wording import fact_sentence


def events_named_after(library: Library, entry_id: str) -> tuple[str, ...]:
    """The events in one of whose names that of an entry stands."""
    forms = forms_of(library.pack.entries[entry_id])
    found = [each for form in forms for each in naming.events_called(library.pack, form)]
    return tuple(each for each in dict.fromkeys(found) if each != entry_id)


def events_told_of(library: Library, entry_id: str, tied: Container[str]) -> tuple[str, ...]:
    """The events, apart from those that are `tied` to it anyhow, that are told of an entry or named after it.

    Those that are named after it, or are summed up by it, are first.
    """
    closeness: dict[str, int] = {}
    for event, close in naming.tied(library, entry_id):
        closeness[event] = max(close, closeness.get(event, 0))
    near = (each for each in sorted(closeness, key=lambda each: -closeness[each]) if closeness[each] > naming.NAMED)
    return tuple(each for each in near if each != entry_id and each not in tied)


def named_with(library: Library, entry_id: str) -> tuple[str, ...]:
    """What is named in what the book tells of an entry itself: for what is tied to nothing else."""
    pack = library.pack
    entry = pack.entries[entry_id]
    text = " ".join((entry.summary, *(fact_sentence(pack, fact) for fact in pack.known_facts(entry))))
    return tuple(each for each in entries_named(library.store, text) if each not in (entry_id, pack.article))
