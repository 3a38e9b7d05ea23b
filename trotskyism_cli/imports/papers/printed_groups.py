"""Take a printed test apart: its questions with their numbers, and the options of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trotskyism_cli.imports.answers.lettered import KEY_WORD, LETTER, NUMBER, NUMBERED, SAID
from trotskyism_cli.imports.papers.labels import Labels
from trotskyism_cli.imports.papers.printed_marks import sign_of
from trotskyism_cli.pack.lazy_regex import lazy_regex

SAYS = lazy_regex(rf"\s*{KEY_WORD}\s*(?:[:：–-].*)?", re.IGNORECASE)
_SAID_BEHIND = lazy_regex(
    rf"(?P<text>.*\S)\s+[(\[]?(?:{SAID})s?\s*[:：=]\s*(?P<said>[(\[]?{LETTER}[)\]]?(?:\s*[,&]\s*{LETTER})*)[.)\]]?",
    re.IGNORECASE,
)
_NUMBERED = tuple(
    lazy_regex(pattern, re.IGNORECASE)
    for pattern in (
        r"[ \t]*\((\d{1,3})\)[ \t]*(?=\S)",
        r"[ \t]*(\d{1,3})(?:\.\)|/(?=[ \t]))[ \t]*(?=\S)",
        r"[ \t]*(\d{1,3})[.．](?=[^\W\d]|[^\w\s.,:;)\]–-])",
        r"[ \t]*(?:#|№|n[°º])[ \t]*(\d{1,3})[.:)]?[ \t]+(?=\S)",
        rf"[ \t]*(?:{NUMBERED})[ \t]*(\d{{1,3}})[ \t]+(?=\S)",
        r"[ \t]*_{2,}[ \t]*(\d{1,3})[.)][ \t]*(?=\S)",
        r"[ \t]*(\d{1,3})(?:[ \t]+|\.)?[-–][ \t]+(?=\S)",
        r"[ \t]*(\d{1,3})[ \t]+(?=[^\W\d]|[^\w\s.,:;)\]–-])",
    )
)
PLAIN_NUMBER = lazy_regex(rf"[ \t]*{NUMBER.pattern}", re.IGNORECASE)
_GAP = 2  # between successive numbers


@dataclass(slots=True)
class Piece:
    """An option, or a line that is not one (`place` -1)."""

    line: int
    text: str
    letter: str = ""
    place: int = -1
    sign: str = ""
    beside: bool = False  # the sign stands beside its label
    alone: bool = True  # on its line
    begins: bool = False  # it begins its line
    number: int = 0  # number of its question, if it was missing


@dataclass(slots=True)
class Group:
    """The options of a question, the lines between them, and those below up to the next blank line."""

    options: list[Piece] = field(default_factory=list)
    within: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    closed: bool = False
    sign: str = ""  # separator at the ends of its options
    ended: bool = True  # no further options follow the lines below
    loose: bool = False  # blank lines stand between its options

    @property
    def begins_line(self) -> bool:
        """Return whether its first option begins its line."""
        return self.options[0].begins

    @property
    def places(self) -> list[int]:
        """The indices of its labels, in order."""
        return [each.place for each in self.options]


def pieces_of(number: int, line: str, labels: Labels) -> Iterator[Piece]:
    """The options of a line, and the text before them."""
    found = labels.within(line) if labels.series else []
    if not found:
        yield Piece(number, line)
        return
    if before := line[: found[0].start].strip():
        yield Piece(number, before, alone=False)
    said = _SAID_BEHIND.fullmatch(line)
    behind = said is not None and said.end("text") > found[-1].end
    ends = [*(each.start for each in found[1:]), said.end("text") if said and behind else len(line)]
    for label, end in zip(found, ends, strict=True):
        text = line[label.end : end].strip()
        yield Piece(
            number,
            text,
            label.letter,
            label.place,
            sign_of(label.sign, text),
            beside=bool(label.sign),
            alone=len(found) == 1 and not before and not behind,
            begins=not before,
        )
    if said and behind:
        yield Piece(number, f"ANSWER: {said['said']}", alone=False)


def number_of(pieces: Sequence[Piece]) -> re.Pattern[str] | None:
    """The pattern by which questions are numbered, the one with the longest sequence; None if there is none."""
    last = max((at for at, piece in enumerate(pieces) if piece.place >= 0), default=-1)
    asked = [piece.text for piece in pieces[: last + 1] if piece.place < 0]
    counts = {pattern: _going_on(pattern, asked) for pattern in (PLAIN_NUMBER, *_NUMBERED)}
    best = max(counts, key=lambda pattern: counts[pattern])
    return best if counts[best] > 1 else None


def _going_on(pattern: re.Pattern[str], asked: Sequence[str]) -> int:
    """Length of the longest sequence of ascending numbers, allowing for forgotten ones."""
    longest: dict[int, int] = {}
    for number in (int(found[1]) for line in asked if (found := pattern.match(line))):
        before = max(longest.get(number - back, 0) for back in range(1, _GAP + 1))
        longest[number] = max(longest.get(number, 0), before + 1)
    return max(longest.values(), default=0)


def grouped(pieces: Sequence[Piece], numbers: re.Pattern[str] | None) -> Iterator[Group]:
    """The options of each question."""
    group: Group | None = None
    since: list[Piece] = []  # lines since the last option
    for piece in pieces:
        if piece.place >= 0:
            if group is None or piece.place == 0:
                if group:
                    group.ended = group.closed or not group.below
                    yield group
                group, since = Group(), []
            group.options.append(piece)
            group.within += since
            since = []
            group.loose = group.loose or group.closed
            group.below, group.closed = [], False
        elif group and numbers and numbers.match(piece.text):
            yield group
            group = None
        elif group and (not piece.text.strip() or SAYS.fullmatch(piece.text)):
            group.closed = True
        elif group:
            since.append(piece)
            if not group.closed or (group.loose and numbers):
                group.below.append(piece)
    if group:
        yield group
