"""`tree`: where something came from and what came of it."""

from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.bodies.descent import Descent, descent
from trotskyism_cli.library.bodies.membership import is_only_part, nearest_membership, own_descent
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.ties.trees import own_trees_document, tree_document
from trotskyism_cli.views.bodies.descent import entries_of, hidden_parts, lineage
from trotskyism_cli.views.bodies.descent_of_person import is_head, own_lineages, trees_of
from trotskyism_cli.views.bodies.member import Member
from trotskyism_cli.views.days.row import DayRow

FEW_MEMBERS = 6  # of a tree that leaves room for the history of the body that was asked for


def run(context: AppContext, words: Sequence[str], *, parts: bool = False, as_json: bool = False) -> None:
    """Draw the descent of an entry, or of the bodies that a person founded. NotFoundError if none is known."""
    library = context.library
    pack = library.pack
    asked = library.resolve_or_raise(" ".join(words), context.tell)
    if pack.entries[asked].kind is Kind.PERSON:
        _tree_of_person(context, asked, parts=parts, as_json=as_json)
        return
    is_body = pack.entries[asked].kind is Kind.ORGANISATION
    root = own_descent(library, asked) if is_body and not (parts or as_json) else descent(library, asked)
    is_alone = not (root.further or root.joined) or (is_only_part(pack, root, asked) and not parts)
    if is_alone and not is_body:
        raise NotFoundError(
            f"Nothing is known of what {pack.entries[asked].name} came from or became: trees are mostly of bodies. "
            f"See its ties: {command('links', asked)}"
        )
    if as_json:
        from trotskyism_cli.screen.machine_views import descent_record  # only programs need it

        context.print_json(descent_record(pack, root))
        return
    everything = lineage(pack, root, (asked,), parts=True)
    members = everything if parts else lineage(pack, root, (asked,))
    if len(members) == 1 and not members[0].forks:  # there is nothing but parts
        members = everything
    hidden = hidden_parts(members, everything), command("tree", asked)
    _show_tree(context, asked, root, members, hidden)


def _show_tree(
    context: AppContext, asked: str, root: Descent, members: Sequence[Member], hidden: tuple[int, str]
) -> None:
    """Show a tree, and the way to the tree of its whole; if it is small, also how the body came about and ended."""
    pack = context.library.pack
    count = len({*entries_of(members)})
    is_told = count <= FEW_MEMBERS and pack.entries[asked].kind is Kind.ORGANISATION
    member = nearest_membership(pack, root, asked) if is_told or root.entry == asked else None
    below: list[tuple[str, str]] = []
    if member and member.target:
        who = "it" if member.subject == asked else "its forebear"
        below.append((f"What {who} was part of", command("tree", member.target)))
    if count == 1:
        below.append(("Its ties", command("links", asked)))
    told: tuple[DayRow, ...] = ()
    if is_told:
        from trotskyism_cli.views.bodies.own_history import own_history  # a tree that tells enough does without it

        told = own_history(pack, asked)
    summary = "" if told or count > 1 else pack.entries[asked].summary
    shown = members if count > 1 else ()
    context.show(tree_document(pack.entries[asked].name, shown, hidden, told, summary, below))


def _tree_of_person(context: AppContext, person: str, *, parts: bool, as_json: bool) -> None:
    """Draw what came of each body that a person founded, led or chaired."""
    pack = context.library.pack
    name = pack.entries[person].name
    trees = trees_of(context.library, person)
    if not trees:
        raise NotFoundError(
            f"The book tells of no body that {name} founded, led or joined. "
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
    context.show(own_trees_document(name, lines, hidden, is_head=is_head(context.library, person)))
