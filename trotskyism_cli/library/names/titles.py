"""Titles that contain another name: `From Lenin to Stalin` names neither."""

from collections.abc import Iterable
from functools import lru_cache

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names import name_table
from trotskyism_cli.library.names.named_in_text import forms_of, has_one
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.relation import Role

NAMED_AFTER = (Kind.PERSON, Kind.WORK, Kind.ORGANISATION)  # kinds of entry whose name may contain another's


def titled_in(library: Library, words: str, named: Iterable[str]) -> frozenset[str]:
    """Those of the named people, works and organisations of which a title occurs in a plain text."""
    text = f" {words} "
    return frozenset(each for each in named if has_one(_plain_titles(library, each), text))


def titles_with(library: Library, ends: tuple[str, str], titled: Iterable[str]) -> tuple[str, ...]:
    """Titles of `titled` entries that contain the name of one of two entries without meaning it, longest first.

    A title with its author in front does mean him: `Lenin's Testament`.
    """
    others = [each for each in titled if each not in ends]
    found = {name for each in others for end in ends for name in _titles_after(library, end, each)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=20_000)  # needed for the same entry beside many others
def _titles_after(library: Library, end: str, other: str) -> tuple[str, ...]:
    """Titles of an entry that contain a name of another one (`end`)."""
    entry, forms = library.pack.entries[end], forms_of(library.pack.entries[end])
    if not has_one(forms, _called(library, other)):
        return ()
    own = tuple(f"{name}'s " for name in (*entry.names, entry.name.rpartition(" ")[2]))
    is_own = _is_by(library.pack, other, end)
    titles = zip(_titles(library, other), _plain_titles(library, other), strict=True)
    return tuple(name for name, form in titles if form not in forms and not (is_own and name.startswith(own)))


@lru_cache(maxsize=5_000)  # see above
def _titles(library: Library, own_id: str) -> tuple[str, ...]:
    """Names of a person, work or organisation that are written like titles."""
    entry = library.pack.entries[own_id]
    return tuple(filter(_is_title, entry.names)) if entry.kind in NAMED_AFTER else ()


@lru_cache(maxsize=5_000)  # see above
def _plain_titles(library: Library, own_id: str) -> tuple[str, ...]:
    return tuple(map(plain, _titles(library, own_id)))


@lru_cache(maxsize=5_000)  # see above
def _called(library: Library, own_id: str) -> str:
    """All plain names of an entry in one text."""
    return f" {' / '.join(name_table.plain_forms(library.pack, library.pack.entries[own_id]))} "


def _is_title(name: str) -> bool:
    """Return whether a name is written like a title: `From Lenin to Stalin`, not `Lenin's notes`."""
    words = name.split()
    return len(words) > 1 and all(word.strip("“”?!.")[:1].isupper() for word in (words[0], words[-1]))


def _is_by(pack: StoredPack, work: str, end: str) -> bool:
    facts = (fact for fact in pack.entries[work].facts if fact.target == end and not fact.negated)
    return any(pack.relations[fact.relation].role == Role.AUTHOR for fact in facts)
