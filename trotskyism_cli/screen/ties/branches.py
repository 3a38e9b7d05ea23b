"""Descent and splits drawn as branches: time runs downwards, only forks are indented; in words, a line per member."""

from collections.abc import Iterator, Sequence

from trotskyism_cli.screen.document import Line, Picture, Span, Style, line
from trotskyism_cli.screen.entries.brief import FILLED
from trotskyism_cli.screen.time.days import NARROW
from trotskyism_cli.screen.wrapping import columns, wrapped
from trotskyism_cli.views.bodies.member import Member

NARROWEST = 13  # columns left for a name
INDENT = "  "  # before forks of forks, to tell them from successors
MARK = "▶ "  # before the member that was asked for


def branches(members: Sequence[Member]) -> Picture:
    """The picture of a main line and its forks."""
    return Picture(lambda width: list(_draw(members, width)), tuple(_say(members)))


def _draw(members: Sequence[Member], width: int) -> Iterator[Line]:
    """The main line with its years in a margin; forks are drawn below the member they left."""
    margin = max((len(member.year) for member in members), default=0) + 2
    for member in members:
        start = line(Span(f"{member.year:<{margin}}", "date"))
        yield from _hanging(start, " " * margin, _told(member, is_short=width < NARROW), width)
        yield from _branches(member.forks, " " * margin, width)


def _branches(forks: Sequence[Sequence[Member]], above: str, width: int) -> Iterator[Line]:
    """Draw forks, each with a joint. The successors of a fork's first member stand below it without a joint.

    If a member has forks of its own, its successors are drawn as the last of these. On a narrow screen nothing is
    indented further, and a name continues below the joint instead of below the year.
    """
    is_narrow = width < NARROW
    for number, fork in enumerate(forks, start=1):
        joint, below = ("└─ ", "   ") if number == len(forks) else ("├─ ", "│  ")
        for place, member in enumerate(fork):
            year = Span(f"{member.year} " if member.year else "", "date")
            start = line(Span(above + (below if place else joint), "line"), year)
            indent = f"{above}{below}{'' if is_narrow else ' ' * len(year.text)}"
            yield from _hanging(start, indent, _told(member, is_short=is_narrow), width)
            became = fork[place + 1 :] if member.forks else ()
            yield from _branches(
                [*member.forks, *([became] if became else [])], f"{above}{below}{'' if is_narrow else INDENT}", width
            )
            if became:
                break


def _hanging(mark: Line, indent: str, text: Line, width: int) -> Iterator[Line]:
    """A text behind its mark, with continuation lines indented, but leaving room for words."""
    indent = indent[: max(0, width - NARROWEST)]
    lead = max(0, columns(mark) - len(indent))
    first, *rest = wrapped(line(FILLED * lead, *text), width - len(indent))
    yield (*mark, *_without(first, lead))
    yield from ((Span(indent, "line"), *each) for each in rest)


def _without(text: Line, lead: int) -> Line:
    """The line without its first `lead` columns, whose place the mark takes."""
    filled, *rest = text
    return (filled._replace(text=filled.text[lead:]), *rest)


def _told(member: Member, *, is_short: bool = False, is_said: bool = False) -> Line:
    name: Style = "match" if member.is_sought else "" if member.again else "strong"
    return line(
        Span(f"{member.tie}: " if member.tie else "", "kind"),
        Span(MARK if member.is_sought else "", "" if is_said else "sign"),
        Span((is_short and member.short) or member.name, name, member.entry),
        Span(f", {member.note}" if member.note else "", "kind"),
    )


def _say(members: Sequence[Member], depth: int = 0) -> Iterator[Line]:
    for number, member in enumerate(members):
        bullet = "  " * depth + ("  " if number else "- ") if depth else ""
        yield line(bullet, Span(f"{member.year} " if member.year else "", "date"), *_told(member, is_said=True))
        for fork in member.forks:
            yield from _say(fork, depth + 1)
