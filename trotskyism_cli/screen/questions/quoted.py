"""The passage that a question rests on, as it stands above the question: behind a bar at the left."""

from collections.abc import Sequence

from trotskyism_cli.items.model import Passage
from trotskyism_cli.screen.document import Block, Line, Picture, Span, line
from trotskyism_cli.screen.wrapping import wrapped

MEASURE = 90  # columns that a text is read well at
_BAR = Span("│ ", "line")


def passage_blocks(passage: Passage | None) -> tuple[Block, ...]:
    """The passage above a question, or nothing."""
    if passage is None:
        return ()
    return (Picture(lambda width: passage_lines(passage, width), tuple(map(line, passage.lines))),)


def passage_in_short(passage: Passage | None) -> tuple[Line, ...]:
    """What a question rests on, below its stem in a list; nothing for most."""
    return (line(Span(f"On {passage.in_short}", "kind")),) if passage else ()


def passage_lines(passage: Passage | None, width: int) -> Sequence[Line]:
    """A passage drawn in so many columns; no lines if there is none."""
    told = passage.lines if passage else ()
    return [(_BAR, *each) for text in told for each in wrapped(line(text), max(8, min(width, MEASURE) - 2))]
