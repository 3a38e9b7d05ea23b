"""Descent trees of an organisation or of a person's organisations, with related information."""

from collections.abc import Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.document import Block, Document, Heading, Paragraph, Span, Title, line
from trotskyism_cli.screen.ties.branches import MARK, branches
from trotskyism_cli.screen.time.days import dated_rows
from trotskyism_cli.views.bodies.descent_of_person import OwnLine
from trotskyism_cli.views.bodies.member import Member
from trotskyism_cli.views.days.row import DayRow


def tree_document(
    title: str,
    members: Sequence[Member],
    hidden: tuple[int, str] = (0, ""),
    history: Sequence[DayRow] = (),
    summary: str = "",
    below: Sequence[tuple[str, str]] = (),
) -> Document:
    """A descent tree; `hidden` is the number of parts left out and the command that shows them.

    A small or missing tree is followed by the organisation's `history` or `summary`. `below` are pairs of a text and a
    command that tells more.
    """
    blocks: list[Block] = [Title(title, "descent")]
    blocks += [branches(members)] if members else []
    if history:
        blocks += [Heading("Its history"), dated_rows(history)] if members else [dated_rows(history)]
    if summary:
        blocks.append(Paragraph(line(summary)))
    if not members:
        blocks.append(Paragraph(line("The book tells of no body that came before or after it."), apart=True))
    told = [line(f"{what}: ", Span(way, "command")) for what, way in below]
    ways = (Paragraph(each, apart=bool(members) and not place) for place, each in enumerate(told))
    return Document((*blocks, *_hidden(hidden), *ways))


def own_trees_document(
    name: str, lines: Sequence[OwnLine], hidden: tuple[int, str], *, is_head: bool = True
) -> Document:
    """The trees of all organisations a person founded, led, chaired or belonged to, with their origins."""
    what = f"founded, led or chaired by {name}" if is_head else f"{name} belonged to it"
    blocks: list[Block] = [Title(name, "descent"), Paragraph(line(MARK, what))]
    for each in (each for each in lines if not each.is_alone):
        if each.came_from:
            blocks.append(Paragraph(line(Span(f"came from: {', '.join(each.came_from)}", "kind")), apart=True))
            if each.since:
                way = Span(command("tree", each.members[0].entry), "command")
                blocks.append(Paragraph(line(Span(f"all of the line since {each.since}: ", "kind"), way)))
        else:
            blocks.append(Paragraph(line("")))
        blocks.append(branches(each.members))
    if alone := [each.members[0] for each in lines if each.is_alone]:
        told = "No other body is told of before or after:"
        blocks += [Paragraph(line(Span(told, "kind")), apart=True), branches(alone)]
    return Document((*blocks, *_hidden(hidden)))


def _hidden(hidden: tuple[int, str]) -> list[Paragraph]:
    count, way = hidden
    more = line(f"{counted(count, 'more body', 'more bodies')}: ", Span(f"{way} --parts", "command"))
    return [Paragraph(more, apart=True)] if count else []
