"""Cards in hashcards' Markdown: `Q:` and `A:`, or `C:` with gaps in brackets.

See https://github.com/eudoxia0/hashcards
"""

import re
from typing import NamedTuple

from trotskyism_cli.imports.answers.cards import bracketed, card
from trotskyism_cli.imports.answers.listed import options_in
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import Reading, Unfit
from trotskyism_cli.imports.markup import from_markdown, has_markdown_picture
from trotskyism_cli.imports.sentences import PICTURE_LOST
from trotskyism_cli.message_text import counted

_TAG = re.compile(r"(?P<kind>[QA]|C(?=:))(?P<number>\d{0,3}):\s*(?P<text>.*)")  # both may be numbered: `Q1:`, `A1:`
# A question with an answer below it; or a text with a gap, possibly starting on the line after its tag.
_SIGNS = re.compile(
    r"^Q(\d{0,3}):.*(?:\r\n?|\n)(?:(?![QC]\d{0,3}:).*(?:\r\n?|\n))*?A\1:|"
    r"^C:(?:[^\r\n]*|[ \t]*(?:(?:\r\n?|\n)(?![QAC]:|---)[^\r\n\[]*)+)\[[^\[\]]+\]",
    re.MULTILINE,
)
_PARTS = re.compile(r"^\s*(?:[-*+•]|\(?(?:\d+|[^\W\d_]|[ivx]+)[.)]|[qa]:)\s", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(r"""\s*name\s*=\s*["'](.*)["']\s*""")


class _Part(NamedTuple):
    """The lines below a tag or a rule; `Q1:` has the kind `Q` and the number `1`."""

    line: int
    lines: list[str]
    kind: str = ""
    number: str = ""


def read_hashcards(text: str) -> Reading:
    """Read a file's cards as questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    deck = ""
    read: list[_Part] = []
    above: list[int] = []
    front_matter = text.startswith("---")
    for number, line in enumerate(lines_of(text), start=1):
        if front_matter:
            named = _NAME.fullmatch(line)
            deck = named[1] if named else deck
            front_matter = number == 1 or line.strip() != "---"
            continue
        tag = _TAG.match(line)
        if tag:
            read.append(_Part(number, [tag["text"]], tag["kind"], tag["number"]))
        elif line.strip() == "---":
            read.append(_Part(number, []))
        elif read:
            read[-1].lines.append(line)
        elif line.strip() and not line.startswith("#"):
            above.append(number)
    _take(read, deck, reading)
    if above:
        reading.tell(above[0], f"what stands above the first card was passed over, {counted(len(above), 'line')}")
    return reading


def _refuse_parts(back: str) -> None:
    """Raise Unfit if an answer is a list, or continues with what may be another card."""
    below = sum(bool(each.strip()) for each in back.splitlines()) > 1 and _PARTS.search(back)
    if below or options_in(back)[1]:
        raise Unfit(
            "an answer of several parts, of which one may be meant",
            "write it in one line, with no marks before its parts",
        )


def _refuse_other_number(asked: _Part, answer: _Part | None) -> None:
    """Raise Unfit if a question and the answer below it have different numbers."""
    if answer and answer.number != asked.number:
        raise Unfit("the answer below it has another number", "number both alike, or neither")


def is_hashcards(text: str) -> bool:
    """Return whether a text has card tags at the beginning of lines."""
    return _SIGNS.search(text) is not None


def _take(read: list[_Part], deck: str, reading: Reading) -> None:
    place = 0
    while place < len(read):
        part = read[place]
        body = "\n".join(part.lines)
        place += 1
        with reading.leaving_out(part.line):
            shows = has_markdown_picture(body)
            if part.kind == "C":
                reading.questions += bracketed(part.line, body, deck, from_markdown)
            elif part.kind == "Q":
                answer = read[place] if place < len(read) and read[place].kind == "A" else None
                _refuse_other_number(part, answer)
                back = "\n".join(answer.lines) if answer else ""
                place += answer is not None
                _refuse_parts(back)
                shows = shows or has_markdown_picture(back)
                reading.questions.append(card(part.line, from_markdown(body), from_markdown(back), deck))
            elif part.kind == "A":
                reading.leave(part.line, Unfit("an answer without a question", "write Q: before it"))
            if part.kind in ("C", "Q") and shows:
                reading.change(part.line, PICTURE_LOST)
