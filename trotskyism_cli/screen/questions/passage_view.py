"""The passage a question rests on, shown above the question behind a bar."""

from collections.abc import Sequence

from trotskyism_cli.items.model import Passage
from trotskyism_cli.screen.document import Block, Line, Picture, Span, line
from trotskyism_cli.screen.wrapping import wrapped

MEASURE = 90  # columns; the widest comfortable line
_BAR = Span("│ ", "line")


def passage_blocks(passage: Passage | None) -> tuple[Block, ...]:
    """The passage as blocks; empty without one."""
    if passage is None:
        return ()
    return (Picture(lambda width: passage_lines(passage, width), tuple(map(line, passage.lines))),)


def passage_in_short(passage: Passage | None) -> tuple[Line, ...]:
    """A short reference to the passage, for lists of questions; empty without one."""
    return (line(Span(f"On {passage.in_short}", "kind")),) if passage else ()


def passage_lines(passage: Passage | None, width: int) -> Sequence[Line]:
    """The passage drawn at a width; empty without one."""
    told = passage.lines if passage else ()
    return [(_BAR, *each) for text in told for each in wrapped(line(text), max(8, min(width, MEASURE) - 2))]
