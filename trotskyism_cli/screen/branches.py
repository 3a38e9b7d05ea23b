"""Descent and splits, drawn: time runs down on the left, only forks indent; and said, a line each, to a listener."""

from collections.abc import Iterator, Sequence

from trotskyism_cli.screen.document import Line, Picture, Span, Style, line
from trotskyism_cli.screen.wrapping import columns, wrapped
from trotskyism_cli.views.descent import Member

YEAR = 5  # columns of a year and a blank
NARROWEST = 13  # columns for a name
MARK = "▶ "  # before what was asked for


def branches(members: Sequence[Member]) -> Picture:
    """The picture of a line and its forks."""
    return Picture(lambda width: list(_draw(members, width)), tuple(_say(members)))


def _draw(members: Sequence[Member], width: int) -> Iterator[Line]:
    """The main line: its years in a margin of their own, what forked off from a member below it."""
    margin = max((len(member.year) for member in members), default=0) + 2
    for member in members:
        yield from _hanging(line(Span(f"{member.year:<{margin}}", "date")), " " * margin, _told(member), width)
        yield from _forks(member, " " * margin, width)


def _forks(member: Member, above: str, width: int) -> Iterator[Line]:
    yield from _branches(member.forks, above, width)


def _branches(forks: Sequence[Sequence[Member]], above: str, width: int) -> Iterator[Line]:
    """Forks, each with a joint; below its first member what forked off from that, and what it turned into, in turn."""
    for number, (first, *further) in enumerate(forks, start=1):
        joint, below = ("└─ ", "   ") if number == len(forks) else ("├─ ", "│  ")
        year = Span(f"{first.year} " if first.year else "", "date")
        start = line(Span(above + joint, "line"), year)
        yield from _hanging(start, f"{above}{below}{' ' * len(year.text)}", _told(first), width)
        yield from _branches([*first.forks, *([each] for each in further)], above + below, width)


def _hanging(mark: Line, indent: str, text: Line, width: int) -> Iterator[Line]:
    """A text beside its mark and, where there is room for words, as far in; else in the lines below the mark."""
    room = width - columns(mark)
    if room < NARROWEST:
        yield mark
        indent = indent[: max(0, min(len(indent) - YEAR + 1, width - NARROWEST))]
        yield from ((Span(indent, "line"), *each) for each in wrapped(text, width - len(indent)))
        return
    for number, each in enumerate(wrapped(text, room)):
        yield (*(line(Span(indent, "line")) if number else mark), *each)


def _told(member: Member) -> Line:
    name: Style = "match" if member.is_sought else "" if member.again else "strong"
    return line(
        Span(f"{member.tie}: " if member.tie else "", "kind"),
        Span(MARK if member.is_sought else "", "sign"),
        Span(member.name, name, member.entry),
        Span(f", {member.note}" if member.note else "", "kind"),
    )


def _say(members: Sequence[Member], depth: int = 0) -> Iterator[Line]:
    for number, member in enumerate(members):
        bullet = "  " * depth + ("  " if number else "- ") if depth else ""
        yield line(bullet, Span(f"{member.year} " if member.year else "", "date"), *_told(member))
        for fork in member.forks:
            yield from _say(fork, depth + 1)
