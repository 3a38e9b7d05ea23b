"""Descent and splits, drawn: time runs down on the left, only forks indent; and said, a line each, to a listener."""

from collections.abc import Iterator, Sequence

from trotskyism_cli.screen.document import Line, Picture, Span, Style, line
from trotskyism_cli.screen.entries.brief import FILLED
from trotskyism_cli.screen.time.days import NARROW
from trotskyism_cli.screen.wrapping import columns, wrapped
from trotskyism_cli.views.bodies.member import Member

NARROWEST = 13  # columns for a name
INDENT = "  "  # before what forked off from a member of a fork, so that it is not taken for what comes next
MARK = "▶ "  # before what was asked for


def branches(members: Sequence[Member]) -> Picture:
    """The picture of a line and its forks."""
    return Picture(lambda width: list(_draw(members, width)), tuple(_say(members)))


def _draw(members: Sequence[Member], width: int) -> Iterator[Line]:
    """The main line: its years in a margin of their own, what forked off from a member below it."""
    margin = max((len(member.year) for member in members), default=0) + 2
    for member in members:
        start = line(Span(f"{member.year:<{margin}}", "date"))
        yield from _hanging(start, " " * margin, _told(member, is_short=width < NARROW), width)
        yield from _branches(member.forks, " " * margin, width)


def _branches(forks: Sequence[Sequence[Member]], above: str, width: int) -> Iterator[Line]:
    """Forks, each with a joint; what the first of a fork turned into stands below it, as on the main line, no joint.

    What forked off from a member is set in below it, and then what it turned into is the last of that. Where there is
    little room nothing is set in, and a name goes on below the joint and not below the year.
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
    """A text behind its mark, and the lines with which it goes on behind an indent that leaves room for words."""
    indent = indent[: max(0, width - NARROWEST)]
    lead = max(0, columns(mark) - len(indent))
    first, *rest = wrapped(line(FILLED * lead, *text), width - len(indent))
    yield (*mark, *_without(first, lead))
    yield from ((Span(indent, "line"), *each) for each in rest)


def _without(text: Line, lead: int) -> Line:
    """A line without so many columns at its begin, which its mark takes."""
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
