"""What words are completed with: entries, chapters and kinds, of the pack in use."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from click import Context

from trotskyism_cli.cli import again
from trotskyism_cli.cli.completed import MOST, keep_names
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import AppError
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library

MONTHS = "january february march april may june july august september october november december".split()


def entry_names(ctx: Context, incomplete: str) -> list[str]:
    """Ids of entries that begin as the word does; of a word in Cyrillic, the words of names."""
    library = _library(ctx)
    if library is None:
        return []
    if ctx.params.get("name") and ctx.info_name == "show":
        from trotskyism_cli.screen.cards import PARTS

        if parts := _begun((str(part) for part in PARTS), incomplete):
            return parts
    if incomplete.isascii():
        names = library.store.column("SELECT entry FROM kinds ORDER BY entry")
        if _is_usual(ctx):
            keep_names(names)
        return _begun(names, incomplete)[:MOST]
    from trotskyism_cli.library.name_table import BY_SEARCH

    query = """SELECT DISTINCT form FROM names WHERE how = 'plain' AND weight <> ? AND form >= ? AND form < ?
        ORDER BY form LIMIT ?"""
    begun = plain(incomplete)
    found = library.store.column(query, BY_SEARCH, begun, begun + "\uffff", MOST)
    return list(dict.fromkeys(incomplete + form[len(begun) :].partition(" ")[0] for form in found))


def speakers(ctx: Context, incomplete: str) -> list[str]:
    """Ids of those of whom there are quotations, that begin as the word does."""
    library = _library(ctx)
    query = 'SELECT DISTINCT "to" FROM mentions WHERE how = \'speaker\' ORDER BY "to"'
    return _begun(library.store.column(query), incomplete) if library else []


def chapter_names(ctx: Context, incomplete: str) -> list[str]:
    """Ids of chapters that begin as the word does."""
    library = _library(ctx)
    return _begun((topic.id for topic in library.pack.topics), incomplete) if library else []


def entry_kinds(incomplete: str) -> list[str]:
    """Kinds of entries, as one lists them."""
    from trotskyism_cli.screen.tables import PLURALS

    return _begun(PLURALS.values(), incomplete)


def question_kinds(incomplete: str) -> list[str]:
    """Kinds of questions."""
    from trotskyism_cli.items.bank import KINDS

    return _begun(KINDS, incomplete)


def months(incomplete: str) -> list[str]:
    """The months, for a date."""
    return _begun(MONTHS, incomplete)


def _begun(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete.casefold())]


def _is_usual(ctx: Context) -> bool:
    """Whether the pack is the one of the environment, or the built-in one."""
    named = ctx.find_root().params.get("pack")
    return not named or Path(named) == again.pack_folder()


def _library(ctx: Context) -> Library | None:
    """The library of the pack that was named before the command, or in the environment; None of one with problems."""
    named = ctx.find_root().params.get("pack")  # text, as long as a shell completes
    with suppress(AppError):
        return AppContext(pack_folder=Path(named) if named else None, is_silent=True).library
    return None
