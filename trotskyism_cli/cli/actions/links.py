"""`links A`: what an entry is tied to; `links A B`: what ties two entries."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.pairs import sure_pair, two_entries
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties import ties
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.ties import connections
from trotskyism_cli.views.ties.between import ties_between
from trotskyism_cli.views.ties.steps import steps_between

if TYPE_CHECKING:
    from trotskyism_cli.views.ties.in_common import Untied

SHORT_CHAIN = 3  # steps from which on a chain says less than others in which two meet


def run(
    context: AppContext,
    words: Sequence[str],
    *,
    everything: bool = False,
    as_chain: bool = False,
    as_json: bool = False,
) -> None:
    """Show what an entry is tied to, or what ties two entries. NotFoundError if nothing does."""
    library = context.library
    found = library.resolve(" ".join(words))
    pair = sure_pair(library, words, found.entry, context.tell)
    if pair is None and found.entry is None and len(" ".join(words).split()) < 2:
        raise found.error()
    if found.entry and not pair:
        context.tell(found.reason)
        _links_of(context, found.entry, everything=everything, as_json=as_json)
    else:
        ends = pair or two_entries(library, words, "links", context.tell)
        lines = context.lines if context.draws and not everything else 0  # in a pipe nothing is left out
        _links_between(context, *ends, found.entry or "", lines=lines, as_chain=as_chain, as_json=as_json)


def _links_of(context: AppContext, entry: str, *, everything: bool, as_json: bool) -> None:
    """Show what one entry is tied to."""
    from trotskyism_cli.screen.ties.ties_table import links_document  # those of two do without these
    from trotskyism_cli.views.ties.kept_ties import all_ties, kinds_tied

    pack = context.library.pack
    name = pack.entries[entry].name
    kinds, steps = all_ties(context.library, entry) if as_json else (kinds_tied(context.library, entry), ())
    if not kinds:
        raise NotFoundError(f"The book ties {name} to nothing else. {_see(entry)}")
    if rest := ties.overflow(context.library, entry):
        context.tell(f"This is what matters most; {rest:,} more passages of the book name {name}.")
    if as_json:
        from trotskyism_cli.screen.machine_views import ties_record  # only programs need it

        context.print_json(ties_record(pack, entry, kinds, steps))
    else:
        context.show(links_document(entry, name, kinds, SCREEN - context.lines_told, everything=everything))


def _links_between(
    context: AppContext, start: str, end: str, title_of: str, *, lines: int, as_chain: bool, as_json: bool
) -> None:
    """Show what ties two entries directly, else the best chain between them."""
    library = context.library
    pack = library.pack
    names = pack.entries[start].name, pack.entries[end].name
    direct = () if as_chain else steps_between(library, start, end)
    steps, view, offered = (direct, None, 0) if direct else _indirect(library, start, end)
    if view and not (as_chain or as_json):
        context.show(connections.untied_document((start, end), view, offered))
    elif not steps:
        raise NotFoundError(f"No chain of ties leads from {' to '.join(names)}. {_see(start)}")
    elif as_json:
        from trotskyism_cli.screen.machine_views import chain_record  # see above

        context.print_json(chain_record(pack, steps))
    elif direct:
        from trotskyism_cli.library.ties.comparison import compare as compare_entries
        from trotskyism_cli.library.ties.comparison import main_disputes

        points = compare_entries(library, start, end)
        groups = ties_between(pack, start, end, direct, main_disputes(pack, points), ties.Surnames(library.store))
        shown = connections.pair_document(pack, (start, end), groups, title_of, differ=bool(points), lines=lines)
        context.show(shown)
    else:
        context.show(connections.chain_document(pack, steps, is_asked=as_chain))


def _indirect(library: Library, start: str, end: str) -> "tuple[tuple[ties.Step, ...], Untied | None, int]":
    """The best chain between two entries, what they share if that says more, and how long a chain to offer.

    A chain that does not read as a story is told only when asked for (`--all`). A long one is offered only where there
    is nothing else to tell.
    """
    from trotskyism_cli.library.ties import chains, common_entries  # those whom a sentence ties do without these
    from trotskyism_cli.views.ties.in_common import untied

    steps = chains.chain(library, start, end)
    length = len(steps) if chains.reads_as_story(library, steps) else 0
    if 0 < length < SHORT_CHAIN:
        return steps, None, 0
    found, times = common_entries.meetings(library, start, end), common_entries.same_days(library, start, end)
    view = untied(library.pack, (start, end), found, times)
    is_told = bool(view.groups or view.times)
    if (0 < length <= chains.LONG_CHAIN and not (is_told and view.is_close)) or not (is_told or steps):
        return steps, None, 0
    return steps, view, length if length <= chains.LONG_CHAIN or not is_told else 0


def _see(entry_id: str) -> str:
    return f"Read about it: {command('show', entry_id)}"
