"""Shell completion of entries, chapters and kinds of the pack in use."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from click import Context

from trotskyism_cli.cli import replay
from trotskyism_cli.cli.completed import COMPLETES, IN_BASH, MOST, keep_names
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import AppError
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library

NAMED = ("name", "names", "words", "topic")  # arguments that are names
FOREMOST = """SELECT kinds.entry FROM kinds JOIN names USING (entry) WHERE how = 'word'
    GROUP BY kinds.entry ORDER BY kind <> ?, -MAX(weight), kinds.entry LIMIT ?"""
MONTHS = "january february march april may june july august september october november december".split()
SHARED = ("compare", "links")  # commands with two names, of which the second may follow any word


def entry_names(ctx: Context, incomplete: str) -> list[str]:
    """Ids that begin like the word; for Cyrillic, words of names; for a quoted word with blanks, whole names.

    After other words: how the name that they begin goes on, then what may follow a name (its parts, or another name).
    """
    library = _library(ctx)
    if library is None:
        return []
    if said := _said_before(ctx):
        further: list[str] = []
        if ctx.info_name == "show":
            from trotskyism_cli.screen.entries.cards import PARTS

            further = _begun((str(part) for part in PARTS), incomplete)
        is_whole = library.resolve(" ".join(said)).sure
        others = _ids(ctx, library, incomplete) if is_whole and ctx.info_name in SHARED else []
        goes_on = [] if others or (is_whole and not incomplete) else _words_after(library, said, incomplete)
        return list(dict.fromkeys((*others, *goes_on, *(further if is_whole or not goes_on else []))))
    return _begun_names(ctx, library, incomplete)


def topic_names(ctx: Context, incomplete: str) -> list[str]:
    """Chapters, and entries once a word is begun; after other words, how the name of either goes on."""
    library = _library(ctx)
    if library is None or not incomplete:
        return chapter_names(ctx, incomplete)
    if said := _said_before(ctx):
        return list(dict.fromkeys((*chapter_names(ctx, incomplete), *_words_after(library, said, incomplete))))
    return list(dict.fromkeys((*chapter_names(ctx, incomplete), *_begun_names(ctx, library, incomplete))))


def _begun_names(ctx: Context, library: Library, incomplete: str) -> list[str]:
    """The names that begin like the word, or like the words in its quotes."""
    if incomplete.isascii() and " " not in incomplete:
        return _ids(ctx, library, incomplete)
    begun = plain(incomplete)
    rest = [form[len(begun) :] for form in _names_begun(library, begun)]
    return list(dict.fromkeys(incomplete + (each if " " in incomplete else each.partition(" ")[0]) for each in rest))


def _said_before(ctx: Context) -> list[str]:
    """The words of a name before the one that is being typed."""
    return next((list(said) for each in NAMED if (said := ctx.params.get(each)) and not isinstance(said, str)), [])


def _words_after(library: Library, said: Sequence[str], incomplete: str) -> list[str]:
    """The words that follow others in names: `revolution` after `october`."""
    lead = f"{plain(' '.join(said))} "
    found = _names_begun(library, lead + plain(incomplete))
    return list(dict.fromkeys(form[len(lead) :].partition(" ")[0] for form in found))


def _names_begun(library: Library, begun: str) -> list[str]:
    """Plain names that begin so, without forms that only search knows."""
    from trotskyism_cli.library.names.name_table import BY_SEARCH

    query = """SELECT DISTINCT form FROM names WHERE how = 'plain' AND weight <> ? AND form >= ? AND form < ?
        ORDER BY form LIMIT ?"""
    return library.store.column(query, BY_SEARCH, begun, begun + "\uffff", MOST)


def _ids(ctx: Context, library: Library, incomplete: str) -> list[str]:
    """Ids that begin so; without a beginning, people only, the most important first."""
    from trotskyism_cli.pack.model import Kind  # with the records of a pack, which no other command needs for this

    names = library.store.column("SELECT entry FROM kinds ORDER BY entry")
    if _is_usual(ctx):
        keep_names(names)
    return _begun(names, incomplete)[:MOST] if incomplete else library.store.column(FOREMOST, Kind.PERSON, MOST)


def speakers(ctx: Context, incomplete: str) -> list[str]:
    """Ids, beginning like the word, of those whose quotations the book has."""
    library = _library(ctx)
    query = 'SELECT DISTINCT "to" FROM mentions WHERE how = \'speaker\' ORDER BY "to"'
    return _begun(library.store.column(query), incomplete) if library else []


def chapter_names(ctx: Context, incomplete: str) -> list[str]:
    """Ids of chapters that begin like the word; after other words, how the title that they begin goes on."""
    library = _library(ctx)
    if library is None:
        return []
    if said := _said_before(ctx):
        lead = f"{plain(' '.join(said))} "
        titles = (plain(topic.title) for topic in library.pack.topics)
        further = (title.removeprefix(lead).partition(" ")[0] for title in titles if title.startswith(lead))
        return list(dict.fromkeys(_begun(further, incomplete)))
    return _begun((topic.id for topic in library.pack.topics), incomplete)


def entry_kinds(incomplete: str) -> list[str]:
    """Kinds of entries, as one lists them."""
    from trotskyism_cli.screen.entries.tables import PLURALS

    return _begun(PLURALS.values(), incomplete)


def orders(ctx: Context, incomplete: str) -> list[str]:
    """The orders that fit the kind to be listed: only works have authors."""
    from trotskyism_cli.views.list_order import Order

    kind = next(iter(ctx.args), "")  # where the words go while an option still lacks its value
    has_authors = not kind or "works".startswith(kind) or kind in ("work", "books")
    return _begun((each for each in Order if each is not Order.AUTHOR or has_authors), incomplete)


def question_kinds(incomplete: str) -> list[str]:
    """Kinds of questions."""
    from trotskyism_cli.items.making.bank import KINDS

    return _begun(KINDS, incomplete)


def months(incomplete: str) -> list[str]:
    """The months, for a date."""
    return _begun(MONTHS, incomplete)


def import_formats(incomplete: str) -> list[str]:
    """The formats that can be imported."""
    from trotskyism_cli.imports.formats import NAMES

    return _begun(NAMES, incomplete)


def _begun(names: Iterable[str], incomplete: str) -> list[str]:
    """Names that begin so, with the capitals that were typed: all shells but bash compare these."""
    begun = incomplete.casefold()
    typed = begun if os.environ.get(COMPLETES) == IN_BASH else incomplete
    return [typed + name[len(incomplete) :] for name in names if name.startswith(begun)]


def _is_usual(ctx: Context) -> bool:
    """Return whether the pack is the built-in one, or that of the environment."""
    named = ctx.find_root().params.get("pack")
    return not named or Path(named) == replay.pack_folder()


def _library(ctx: Context) -> Library | None:
    """The library of the pack named before the command or in the environment; None if it has problems."""
    named = ctx.find_root().params.get("pack")  # text, as long as a shell completes
    with suppress(AppError):
        return AppContext(pack_folder=Path(named) if named else None, is_silent=True).library
    return None
