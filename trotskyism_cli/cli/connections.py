"""`compare`, `tree` and `links`: how things stand to one another."""

from typing import TYPE_CHECKING, Annotated

import typer

from trotskyism_cli.cli.completion import entry_names
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.options import AsJson, Name, some_words
from trotskyism_cli.cli.pairs import sure_pair, two_entries
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library import ties
from trotskyism_cli.library.descent import Descent, descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen import connections
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.machine_views import chain_record, comparison_record, descent_record, ties_record
from trotskyism_cli.views.descent import hidden_parts, lineage
from trotskyism_cli.views.descent_of_person import is_head, own_lineages, trees_of
from trotskyism_cli.views.steps_between import steps_between
from trotskyism_cli.views.ties_between import ties_between

if TYPE_CHECKING:
    from trotskyism_cli.views.comparison import ComparedRow
    from trotskyism_cli.views.untied import Untied

app = typer.Typer()

MANY = 100  # from here on a number is no row, but a year that may be the name of something
SHORT_CHAIN = 3  # steps from which on a chain says less than others in which two meet


@app.command()
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [ROW]",
            help="Two names, a comma or “and” between those of several words; and the number of a row.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All rows, every answer in full.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put two positions, people or organisations side by side, point by point.

    Examples:

      trotskyism compare trotskyism stalinism

      trotskyism compare lenin and trotsky 3
    """
    from trotskyism_cli.library.comparison import compare as compare_entries  # the other two do without these
    from trotskyism_cli.screen.comparison import comparison_document
    from trotskyism_cli.views.comparison import comparison_view, in_order, one_row, with_more
    from trotskyism_cli.views.together import is_thin, more_told

    context: AppContext = ctx.obj
    library = context.library
    names, number = _with_row(names)
    left, right = two_entries(library, names, "compare", context.tell)
    pack = library.pack
    points = compare_entries(library, left, right)
    # Programs read the points alone, but a row has the number that it has on the screen.
    is_told = number or not as_json
    more, tied = more_told(library, left, right, points) if is_told else ((), ())
    own = comparison_view(pack, left, right, points)
    cards: tuple[ComparedRow, ...] = ()
    if (is_told or not points) and is_thin(points):
        from trotskyism_cli.views.cards_beside import cards_beside  # those who answer many questions do without these

        cards = cards_beside(library, left, right, (*own.rows, *tied))
    view = with_more(own, more, tied, cards)
    if not view.rows:
        raise NotFoundError(
            f"The book has no point on which both {pack.entries[left].name} and {pack.entries[right].name} can be "
            f"compared. See how they are tied: {command('links', left, right)}"
        )
    if number > view.in_all:
        last = f"the last one is {view.in_all}: {command('compare', left, right)}"
        raise NotFoundError(f"There is no row {number}; {last}")
    shown = one_row(view, number) if number else view
    if as_json and number and not all(row.place for row in shown.rows):
        raise NotFoundError(f"Row {number} is told in words alone: {command('compare', left, right, str(number))}")
    if as_json:
        ordered = in_order(pack, points)
        context.print_json(
            comparison_record(pack, left, right, [ordered[row.place - 1] for row in shown.rows if row.place])
        )
    else:
        context.show(comparison_document(shown, SCREEN - context.lines_told, everything=everything))


def _with_row(names: list[str]) -> tuple[list[str], int]:
    """The names without the number of a row behind them, and that number; 0 if there is none."""
    words = names if len(names) > 1 else names[0].split()
    if len(words) > 2 and words[-1].isdecimal() and 0 < int(words[-1]) < MANY:
        return words[:-1], int(words[-1])
    return names, 0


@app.command()
def tree(
    ctx: typer.Context,
    name: Name,
    parts: Annotated[bool, typer.Option("--parts", help="With what was only a part of something.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw where something came from and what came of it: descent, splits, mergers. Of a person: of what they founded.

    Examples:

      trotskyism tree fourth international

      trotskyism tree comintern --parts
    """
    from trotskyism_cli.views.own_history import whole_alone  # the other two do without it

    context: AppContext = ctx.obj
    library = context.library
    pack = library.pack
    asked = library.need(" ".join(name), context.tell)
    if pack.entries[asked].kind is Kind.PERSON:
        _tree_of_person(context, asked, parts=parts, as_json=as_json)
        return
    root = descent(library, asked)
    whole = whole_alone(pack, root, asked)
    is_alone = (not root.further and not root.joined) or (whole and not parts)
    if is_alone and pack.entries[asked].kind is not Kind.ORGANISATION:
        raise NotFoundError(
            f"Nothing is known of what {pack.entries[asked].name} came from or became: trees are mostly of bodies. "
            f"See its ties: {command('links', asked)}"
        )
    if is_alone and not as_json:
        _history_of_body(context, asked, whole)
        return
    if as_json:
        context.print_json(descent_record(pack, root))
        return
    everything = lineage(pack, root, (asked,), parts=True)
    members = everything if parts else lineage(pack, root, (asked,))
    if len(members) == 1 and not members[0].forks:  # there is nothing but parts
        members = everything
    hidden = hidden_parts(members, everything), command("tree", asked)
    context.show(connections.tree_document(pack.entries[asked].name, members, hidden))


def _history_of_body(context: AppContext, body: str, whole: str) -> None:
    """Tell of a body that has no tree how it came about and ended, and what it was a part of."""
    from trotskyism_cli.views.own_history import own_history

    pack = context.library.pack
    ways = [(f"The tree of {pack.entries[whole].phrase}", command("tree", whole))] if whole else []
    ways.append(
        ("No body that came before or after is entered; its ties" if not whole else "Its ties", command("links", body))
    )
    context.show(connections.own_history_document(pack.entries[body].name, own_history(pack, body), ways))


def _tree_of_person(context: AppContext, person: str, *, parts: bool, as_json: bool) -> None:
    """Draw what came of each body that somebody founded, led or chaired."""
    pack = context.library.pack
    name = pack.entries[person].name
    trees = trees_of(context.library, person)
    if not trees:
        raise NotFoundError(
            f"No body is entered in this book that {name} founded, led or joined. "
            f"See whom and what they are tied to: {command('links', person)}"
        )
    if as_json:
        context.print_json(descent_record(pack, Descent(person, further=tuple(each.root for each in trees))))
        return
    whole = own_lineages(pack, trees, parts=True)
    lines = whole if parts else own_lineages(pack, trees)
    count = sum(hidden_parts(line.members, all_of_it.members) for line, all_of_it in zip(lines, whole, strict=True))
    hidden = count, command("tree", person)
    context.show(connections.own_trees_document(name, lines, hidden, is_head=is_head(pack, person)))


@app.command()
def links(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A [B]",
            help="One or two names; a comma, “to” or “and” between them.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All ties, not only the most important.")] = False,
    as_chain: Annotated[bool, typer.Option("--chain", help="A chain between two names, however long.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what an entry is tied to; with a second one, everything that ties the two, or a chain between them.

    Examples:

      trotskyism links milyukov

      trotskyism links lenin stalin
    """
    context: AppContext = ctx.obj
    library = context.library
    found = library.resolve(" ".join(names))
    pair = sure_pair(library, names, found.entry, context.tell)
    if pair is None and found.entry is None and len(" ".join(names).split()) < 2:
        raise found.error()
    if found.entry and not pair:
        context.tell(found.reason)
        _links_of(context, found.entry, everything=everything, as_json=as_json)
    else:
        ends = pair or two_entries(library, names, "links", context.tell)
        lines = context.lines if context.draws and not everything else 0  # in a pipe nothing is left out
        _links_between(context, *ends, found.entry or "", lines=lines, as_chain=as_chain, as_json=as_json)


def _links_of(context: AppContext, entry: str, *, everything: bool, as_json: bool) -> None:
    """Show what one entry is tied to."""
    from trotskyism_cli.screen.ties_table import links_document  # those of two do without these
    from trotskyism_cli.views.ties_of_one import ties_of_one

    pack = context.library.pack
    name = pack.entries[entry].name
    kinds, steps = ties_of_one(context.library, entry)
    if not kinds:
        raise NotFoundError(f"The book ties {name} to nothing else. {_see(entry)}")
    if as_json:
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
        context.print_json(chain_record(pack, steps))
    elif direct:
        from trotskyism_cli.library.comparison import compare as compare_entries
        from trotskyism_cli.library.comparison import main_disputes

        points = compare_entries(library, start, end)
        groups = ties_between(pack, start, end, direct, main_disputes(pack, points), ties.surnames(library))
        shown = connections.pair_document(pack, (start, end), groups, title_of, differ=bool(points), lines=lines)
        context.show(shown)
    else:
        context.show(connections.chain_document(pack, steps, is_asked=as_chain))


def _indirect(library: Library, start: str, end: str) -> "tuple[tuple[ties.Step, ...], Untied | None, int]":
    """The best chain between two entries, what they have in common if that says more, and how long a chain to offer.

    A chain that does not read as a story is told only if it is asked for; a long one is offered only where there is
    nothing else to tell.
    """
    from trotskyism_cli.library import chains, meetings  # those whom a sentence ties do without these
    from trotskyism_cli.views.untied import untied

    steps = chains.chain(library, start, end)
    length = len(steps) if chains.reads_as_story(library, steps) else 0
    if 0 < length < SHORT_CHAIN:
        return steps, None, 0
    found, times = meetings.meetings(library, start, end), meetings.same_days(library, start, end)
    view = untied(library.pack, (start, end), found, times)
    is_told = bool(view.groups or view.times)
    if (0 < length <= chains.LONG_CHAIN and not (is_told and view.is_close)) or not (is_told or steps):
        return steps, None, 0
    return steps, view, length if length <= chains.LONG_CHAIN or not is_told else 0


def _see(entry_id: str) -> str:
    return f"Read about it: {command('show', entry_id)}"
