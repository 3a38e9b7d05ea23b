"""Find the entry that a typed name means, in any spelling, script or inflection."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import is_cyrillic, plain, sound, without_article
from trotskyism_cli.library.initials import by_initials
from trotskyism_cli.library.names.name_table import (
    BY_LAST_WORD,
    BY_SEARCH,
    MOST_NAMED,
    by_form,
    by_inflection,
    by_prefix,
    by_words,
    forms_of,
    singular,
    sound_of_name,
    with_first_name,
    with_initials,
)
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.inflection import named_forms
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.message_text import shortened
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack

SHORTEST_TO_PART, SHORTEST_PART = 7, 3  # letters of a word that may be two run together, and of each of them


class Resolution(NamedTuple):
    """Result of looking up a name.

    `entry` is the id it means, or None; `reason` says how it was understood, or why not.

    `candidates` are the ids that share an ambiguous name; `suggestions` are similar names; `sought` is the text if it
    names nothing. `guessed`: the name was misspelt. `sure`: it can mean nothing else. `read`: it is not the exact name.
    """

    entry: str | None = None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    reason: str = ""
    sought: str = ""
    guessed: bool = False
    sure: bool = False
    read: bool = False

    @property
    def reading(self) -> str:
        """How the name was understood, if it was not exact; else empty."""
        return self.reason if self.entry and (self.guessed or self.read) else ""

    def error(self, *, searched: bool = False) -> NotFoundError:
        """The error if nothing but an entry will do; always says how to go on.

        `searched` means that the texts have been searched too.
        """
        if self.suggestions:
            further = ""
        elif self.sought.isdecimal():
            further = f" {number_alone()}"
        elif not self.sought:
            further = f" See what there is: {command('list')}"
        elif searched:
            further = f" No name is near it, and no text has it. Try other words, or see: {command('list')}"
        else:
            further = f" No name is near it. Look in all texts: {command('search', *self.sought.split())}"
        return NotFoundError(self.reason + further, self.suggestions)


def number_alone() -> str:
    """Advice about a number that names nothing."""
    ways = f"a year: {command('on', '1917')}; a chapter by its number: {command('summary', '1')}"
    return f"A number alone says little; {ways}"


def resolve(store: Store, pack: Pack, text: str) -> Resolution:
    """Find the entry that a name means. Never raises; if the name was not exact, `reason` says so."""
    flat = without_article(plain(text))
    heard = sound_of_name(text)
    text = shortened(text)
    if not flat:
        return Resolution(reason="Nothing to look up; give a name, a date or a few words.")
    weight, entries = by_form(store, "plain", flat)
    if entries:
        found = _with_event(store, pack, _chosen(pack, entries, text), flat)
        return found if weight > BY_SEARCH or weight == BY_LAST_WORD else _read_as(pack, found, text)
    if named := by_initials(store, pack, flat):
        return _read_as(pack, _chosen(pack, named, text, "It may also mean"), text)
    in_figures = plain(numbered(text))
    for entries in _other_readings(store, flat, heard, in_figures):
        like = [each for each in entries if _is_of_script(pack.entries[each], pack, in_figures)]
        if like := _called_just_so(pack, like, in_figures) or [
            each for each in like if _has_count(pack, each, in_figures)
        ]:
            return _read_as(pack, _chosen(pack, like, text, "It may also mean"), text)
    if begun := with_first_name(store, pack, flat) or by_prefix(store, flat):
        return _read_as(pack, _chosen(pack, begun, text, "It may also mean"), text)
    from trotskyism_cli.library.names.misspellings import corrected  # imported only for a name that was not found

    meant, suggestions = corrected(store, pack, text, heard)
    if meant:
        return Resolution(meant, reason=f"Read “{text}” as {pack.entries[meant].name}.", guessed=True)
    return Resolution(suggestions=suggestions, reason=f"Nothing in the book is called “{text}”.", sought=text)


def _other_readings(store: Store, flat: str, heard: str, in_figures: str) -> Iterator[list[str]]:
    """Entries that a name may mean in other readings, one reading after the other.

    Singular, lost apostrophe, sound, inflection or any order of words, and two words run together.
    """
    if one := singular(flat):
        yield by_form(store, "plain", one)[1]
    owner, _, owned = flat.partition(" ")
    if owned and (one := singular(owner)):  # apostrophe left out: `stalins death`
        yield by_form(store, "plain", f"{one} {owned}")[1]
    yield by_form(store, "sound", heard)[1]
    yield by_inflection(store, in_figures) if is_cyrillic(flat) else by_words(store, heard.split())
    if " " not in flat and len(flat) >= SHORTEST_TO_PART:
        for place in range(SHORTEST_PART, len(flat) - SHORTEST_PART + 1):
            yield by_form(store, "plain", f"{flat[:place]} {flat[place:]}")[1]


def _is_of_script(entry: Entry, pack: Pack, flat: str) -> bool:
    """Return whether a Cyrillic text really names the entry, rather than resembling a Latin search form of it."""
    if not is_cyrillic(flat):
        return True
    forms = (form for form, weight in forms_of(pack, entry) if weight != BY_SEARCH or is_cyrillic(plain(form)))
    own = {word for form in forms for word in sound_of_name(form).split()}
    words, initials = with_initials(flat)
    begun = {word[:1] for word in own}
    return all(own.intersection(map(sound, named_forms(word))) for word in words) and begun.issuperset(
        map(sound, initials[:1])
    )


def _read_as(pack: Pack, found: Resolution, text: str) -> Resolution:
    if found.entry is None:
        return found
    read = f"Read “{text}” as {pack.entries[found.entry].name}."
    return found._replace(reason=f"{read} {found.reason}".strip(), read=True)


def _with_event(store: Store, pack: Pack, found: Resolution, flat: str) -> Resolution:
    """If a place was found, mention an event of the same name that is more important, e.g. `Kronstadt`."""
    place = pack.entries[found.entry] if found.entry else None
    if place is None or place.kind is not Kind.PLACE or found.reason:
        return found
    called = store.column("SELECT entry FROM names WHERE form = ? AND how = 'plain' LIMIT ?", flat, MOST_NAMED)
    named = (pack.entries[each] for each in called if pack.entries[each].kind is Kind.EVENT)
    events = [each for each in named if each.importance > place.importance]
    event = max(events, key=lambda each: (each.importance, each.id), default=None)
    return found._replace(reason=f"The event ({event.name}): {command('show', event.id)}") if event else found


def _called_just_so(pack: Pack, entries: Iterable[str], flat: str) -> list[str]:
    """Those entries with a name of exactly these words, inflected; for a text with a number, in this order."""
    if not is_cyrillic(flat):
        return _numbered_in_order(pack, entries, flat)
    words = [set(map(sound, named_forms(word))) for word in flat.split()]
    heard = {each: [sound_of_name(name).split() for name in pack.entries[each].names] for each in entries}
    return [
        each
        for each, names in heard.items()
        if any(
            len(name) == len(words) and all(own in forms for own, forms in zip(name, words, strict=True))
            for name in names
        )
    ]


def _numbered_in_order(pack: Pack, entries: Iterable[str], flat: str) -> list[str]:
    """For a text with a number: those entries with its words in its order.

    E.g. `III Congress` is not the congress of the Third International.
    """
    words = sound_of_name(flat).split()
    if not any(word.isdecimal() for word in words):
        return []
    ordered = re.compile(r"\b.*\b".join(map(re.escape, words)))
    return [each for each in entries if any(ordered.search(sound_of_name(name)) for name in pack.entries[each].names)]


def _has_count(pack: Pack, entry: str, flat: str) -> bool:
    """Return whether one name of an entry has all (short) numbers of the text; a year is no such number."""
    counts = {word for word in sound_of_name(flat).split() if word.isdecimal() and len(word) < len("1917")}
    return any(counts.issubset(sound_of_name(name).split()) for name in pack.entries[entry].names)


def _chosen(pack: Pack, entries: Iterable[str], text: str, also: str = "Also called so") -> Resolution:
    """The only entry, or the best of several with the others mentioned after `also`, or all as candidates.

    An entry with the words in its main name comes first, then the more important one.
    """
    words = set(sound_of_name(text).split())

    def rank(entry_id: str) -> tuple[bool, int]:
        entry = pack.entries[entry_id]
        return words <= set(sound_of_name(entry.name).split()), entry.importance

    ranked = sorted(sorted(set(entries)), key=rank, reverse=True)
    if len(ranked) == 1:
        return Resolution(ranked[0], sure=True)
    if rank(ranked[0]) > rank(ranked[1]):
        others = ", ".join(pack.entries[each].name for each in ranked[1:6])
        return Resolution(ranked[0], reason=f"{also}: {others}.")
    names = tuple(pack.entries[each].name for each in ranked)
    return Resolution(
        candidates=tuple(ranked), suggestions=names, reason=f"“{text}” may mean several entries; say more of the name."
    )
