"""The ties of an entry as a page of the library, where a wheel has one: to work them out takes as long as ten look-ups.

Of what little is told of, they are worked out when they are asked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.store import Page
from trotskyism_cli.library.ties.ties import passages_naming
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind
from trotskyism_cli.views.ties.way import How

if TYPE_CHECKING:
    from trotskyism_cli.views.ties.all_of_entry import TiesOfOne

TIES = "ties"  # what the pages are called
MUCH = 60  # passages that name an entry, from which on one waits for its ties


def pages_of_ties(library: Library) -> Iterator[Page]:
    """The pages of the entries of which much is told."""
    for entry in library.pack.entries:
        if len(passages_naming(library, entry)) >= MUCH:
            yield Page(TIES, entry, all_ties(library, entry).kinds)


def kinds_tied(library: Library, entry: str) -> tuple[TiedKind, ...]:
    """What an entry is tied to by kind of thing, from its page if there is one."""
    if (page := library.store.page(TIES, entry)) is not None:
        return tuple(TiedKind(label, tuple(map(_tied, tied)), share) for label, tied, share in page)
    return all_ties(library, entry).kinds


def all_ties(library: Library, entry: str) -> "TiesOfOne":
    """All ties of an entry, worked out."""
    from trotskyism_cli.views.ties.all_of_entry import ties_of_one  # who reads a page does without

    return ties_of_one(library, entry)


def _tied(fields: list[Any]) -> Tied:
    entry, name, hows, *rest = fields
    return Tied(entry, name, tuple(How(*how) for how in hows), *rest)
