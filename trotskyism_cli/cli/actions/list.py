"""`list`: the book in numbers, or all entries of one kind."""

from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.kinds import CHAPTERS, OUR_KINDS, QUOTATIONS, is_word_of, type_named
from trotskyism_cli.errors import UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.entries.tables import PLURALS, overview_document
from trotskyism_cli.views.list_order import Order


def run(context: AppContext, words: Sequence[str], *, by: Order | None = None, as_json: bool = False) -> None:
    """List the entries of a kind in an order; without a kind, the book in numbers.

    UsageError if the order does not fit the kind.
    """
    kind = " ".join(words)
    library = context.library
    if kind and is_word_of(kind, QUOTATIONS):
        from trotskyism_cli.cli.actions.quote import run as run_quote  # see below

        run_quote(context, (), as_json=as_json)
        return
    if kind and is_word_of(kind, CHAPTERS):
        from trotskyism_cli.cli.meaning.chapter_list import list_chapters  # other lists do without

        list_chapters(context, as_json=as_json)
        return
    wanted, type_ = _listed(library, kind) if kind else (None, "")
    if by and wanted is None:
        raise UsageError(f"--by needs a kind: {command('list', PLURALS[Kind.PERSON], '--by', by)}")
    if by is Order.AUTHOR and wanted is not Kind.WORK:
        raise UsageError(f"Only works have authors: {command('list', PLURALS[Kind.WORK], '--by', by)}")
    if wanted is None:
        if as_json:
            from trotskyism_cli.screen.machine import pack_record  # only programs need it

            context.print_json(pack_record(library.pack))
        else:
            context.show(overview_document(library.pack, library.counts()))
        return
    from trotskyism_cli.screen.entries.listing import list_document  # other look-ups do without both
    from trotskyism_cli.views.listing import listing

    entries = [each for each in library.entries(wanted) if type_ in ("", each.type)]
    found = listing(library.pack, wanted, entries, by)
    if as_json:
        from trotskyism_cli.screen.machine import entry_record  # see above

        context.print_json([entry_record(library.pack, row.entry) for row in found.rows])
    else:
        context.show(list_document(library.pack, found, type_))


def _listed(library: Library, word: str) -> tuple[Kind, str]:
    """The kind of entries that a word names, and the type within it, if it names one: `historians`, `parties`."""
    if word.casefold() not in (*Kind, *PLURALS.values()):
        every = (entry for kind in Kind for entry in library.entries(kind))
        if found := type_named(word, every):
            return found
    return kind_of(word), ""


def kind_of(word: str) -> Kind:
    """The kind with this singular or plural, or with one that begins like this."""
    said = OUR_KINDS.get(word.casefold(), word.casefold())
    for kind, plural in PLURALS.items():
        if said in (kind.value, plural, f"{kind.value}s") or (len(said) > 2 and plural.startswith(said)):
            return kind
    from difflib import get_close_matches  # only where a word is no kind

    if like := get_close_matches(said, PLURALS.values(), 1):
        raise UsageError(f"There is no kind “{word}”. Did you mean: {command('list', like[0])}")
    raise UsageError(f"There is no kind “{word}”; name one of: {', '.join(PLURALS.values())}.")
