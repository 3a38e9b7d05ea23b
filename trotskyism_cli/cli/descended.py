"""`tree`: where something came from and what came of it."""

from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.descent import Descent, descent
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen import connections
from trotskyism_cli.views.descent import hidden_parts, lineage
from trotskyism_cli.views.descent_of_person import is_head, own_lineages, trees_of
from trotskyism_cli.views.own_history import own_history, whole_alone


def answer(context: AppContext, words: Sequence[str], *, parts: bool = False, as_json: bool = False) -> None:
    """Draw the descent of what the words name, or of what a person founded. NotFoundError if nothing is known of it."""
    library = context.library
    pack = library.pack
    asked = library.need(" ".join(words), context.tell)
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
        from trotskyism_cli.screen.machine_views import descent_record  # only programs need it

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
        from trotskyism_cli.screen.machine_views import descent_record  # see above

        context.print_json(descent_record(pack, Descent(person, further=tuple(each.root for each in trees))))
        return
    whole = own_lineages(pack, trees, parts=True)
    lines = whole if parts else own_lineages(pack, trees)
    count = sum(hidden_parts(line.members, all_of_it.members) for line, all_of_it in zip(lines, whole, strict=True))
    hidden = count, command("tree", person)
    context.show(connections.own_trees_document(name, lines, hidden, is_head=is_head(pack, person)))
