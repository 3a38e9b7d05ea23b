"""What `links` shows of one entry, from a page of the library if a wheel has one.

Working it out for an entry with many passages takes as long as ten look-ups; for others it is done when asked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.store import Page
from trotskyism_cli.library.ties.ties import passages_naming
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind

if TYPE_CHECKING:
    from trotskyism_cli.views.ties.all_of_entry import TiesOfOne

TIES = "ties"  # the `what` of its pages
MUCH = 60  # passages that name an entry, from which on it gets a page


def pages_of_ties(library: Library) -> Iterator[Page]:
    """Pages for all entries with many passages."""
    for entry in library.pack.entries:
        if len(passages_naming(library, entry)) >= MUCH:
            yield Page(TIES, entry, all_ties(library, entry).kinds)


def kinds_tied(library: Library, entry: str) -> tuple[TiedKind, ...]:
    """What an entry is tied to, by kind; read from its page if there is one."""
    if (page := library.store.page(TIES, entry)) is not None:
        return tuple(TiedKind(label, tuple(map(_tied, tied)), share) for label, tied, share in page)
    return all_ties(library, entry).kinds


def all_ties(library: Library, entry: str) -> "TiesOfOne":
    """All ties of an entry, without a page."""
    from trotskyism_cli.views.ties.all_of_entry import ties_of_one  # not needed to read a page

    return ties_of_one(library, entry)


def _tied(fields: list[Any]) -> Tied:
    entry, name, hows, *rest = fields
    return Tied(entry, name, tuple(How(*how) for how in hows), *rest)
