"""Which entry `show` opens for what was typed, if that is not simply the name of one."""

from collections.abc import Iterable

from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.names import Resolution
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import join_words

# Which of several entries that a word leads to, and none of which it names, most likely tells of it.
TELLING = (Kind.CONCEPT, Kind.EVENT, Kind.ORGANISATION, Kind.WORK, Kind.PERSON, Kind.PLACE)


def entry_to_show(library: Library, words: str, found: Resolution) -> Resolution:
    """Refine what a name resolved to, and resolve words that are no name.

    For a place, or a work called by a year, also names the more important event that is called so. That event is opened
    instead where the pack gives the bare place as one of its names: `kronstadt`.
    """
    words = words.strip()
    if found.entry is None and found.candidates:
        return _told_in(library, words, found)
    if found.entry is None:
        return _of_type(library, words) or _event_named(library, words) or found
    entry = library.pack.entries[found.entry]
    if found.read or not _is_called(entry, words):
        return _of_type(library, words) or found
    has_namesake = entry.kind is Kind.PLACE or (entry.kind is Kind.WORK and words.isdecimal())
    if has_namesake and (event := _greater(library, words, entry)):
        if entry.kind is Kind.PLACE and _leads_to(library, words, event):
            of_type = entry.type or entry.kind
            return Resolution(event.id, reason=f"The {of_type}: {command('show', *entry.id.split(), of_type)}")
        return found._replace(reason=f"The event ({event.name}): {command('show', event.id)}")
    return found


def _greater(library: Library, words: str, entry: Entry) -> Entry | None:
    """The event that has the words in its name and is more important than the entry with exactly this name."""
    from trotskyism_cli.library.bodies.naming import main_event_for  # most names need none of it

    event = library.pack.entries.get(main_event_for(library, words))
    return event if event and event.importance > entry.importance else None


def _leads_to(library: Library, words: str, event: Entry) -> bool:
    """Return whether these words alone find an event, like a name of its own."""
    from trotskyism_cli.library.names.name_table import entries_called  # see above

    return event.id in entries_called(library.store, plain(words), Kind.EVENT)


def _of_type(library: Library, words: str) -> Resolution | None:
    """Resolve a name followed by its type or kind: `pravda newspaper`, `1905 book`."""
    name, _, last = words.rpartition(" ")
    entry = library.pack.entries.get(library.resolve(name).entry or "") if name else None
    is_named = entry is not None and _is_called(entry, name)
    return Resolution(entry.id) if entry and is_named and plain(last) in (entry.type, entry.kind) else None


def _event_named(library: Library, words: str) -> Resolution | None:
    from trotskyism_cli.library.bodies.naming import main_event_for  # see above

    event = main_event_for(library, words) if words.isalpha() else ""
    return Resolution(event, reason=f"Read “{words}” as {library.pack.entries[event].name}.") if event else None


def _told_in(library: Library, words: str, found: Resolution) -> Resolution:
    """For a word that leads to several entries and names none: the entry that tells most of it; else candidates."""
    from trotskyism_cli.library.names.name_table import by_form  # most names need none of it

    led_to = by_form(library.store, "plain", plain(words))[1]  # and none that only has the words among others
    entries = [library.pack.entries[each] for each in found.candidates]
    if not set(found.candidates) <= set(led_to) or any(_is_called(each, words) for each in entries):
        return found
    is_year = words.isdecimal()  # in which something happened
    order = sorted(TELLING, key=lambda kind: is_year and kind is not Kind.EVENT)
    best, *others = sorted(entries, key=lambda each: (-_mentions(each, words), order.index(each.kind)))
    also = f"; see also {_names(others)}" if others else ""
    return Resolution(best.id, reason=f"“{words}” has no entry of its own; it is told in {best.name}{also}.")


def _is_called(entry: Entry, words: str) -> bool:
    """Return whether the words are a whole name of an entry, or its id."""
    return plain(words) in map(plain, (entry.id, *entry.names))


def _mentions(entry: Entry, words: str) -> int:
    """How often the words occur in the names and the summary of an entry."""
    told = (*entry.names, entry.summary, entry.significance)
    return 0 if words.isdecimal() else sum(plain(text).count(plain(words)) for text in told)


def _names(entries: Iterable[Entry]) -> str:
    return join_words([each.name for each in entries])
