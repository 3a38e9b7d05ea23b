"""GIFT, Moodle's text format, read as Moodle's own importer does: https://docs.moodle.org/en/GIFT_format

So a question's text format (`[html]`) also applies to its answers and feedback. With `=`, one option is right and
weights are partial credit; without, all options of positive weight are right together. What Moodle rejects but can only
mean one thing is read and reported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trotskyism_cli.imports.answers.cards import GAP
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, tagged, tidy
from trotskyism_cli.imports.markup import has_picture
from trotskyism_cli.imports.platforms.gift_answers import answer_of
from trotskyism_cli.imports.platforms.gift_text import GiftText, hidden
from trotskyism_cli.imports.sentences import NO_ANSWERS

_TITLE = re.compile(r"::(.*?)::", re.DOTALL)
_ID = re.compile(r"\[id:([^\]\n]+)\]")
_TAG = re.compile(r"\[tag:([^\]\n]+)\]")
_CATEGORY = "$CATEGORY:"
# The end of a question before another in the same block; text may follow the brace if the next one has a title.
_NEXT = re.compile(r"(\}[^\S\n]*)\n(?=[^{}]*\{)|(\}[^\n{}]*)\n(?=[^\S\n]*::[^:\n]+::)")
_MISSING = "a blank line is missing before it; read as a question of its own"
_UNPARTED = "a blank line is missing before this category; it counts for what follows"
_INSIDE = "a blank line inside its answers, where Moodle would end the question; read without it"


@dataclass(slots=True)
class _Block:
    """The text between blank lines: its first line's number, the text, and its comments."""

    line: int
    text: str
    comments: str


def read_gift(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    category = ""
    for block in _joined(_blocks(text, reading), reading):
        while block.text.startswith(_CATEGORY):
            first, _, rest = block.text.partition("\n")
            category = _last(first.removeprefix(_CATEGORY))
            stripped = rest.lstrip()
            block = _Block(block.line + 1 + rest[: len(rest) - len(stripped)].count("\n"), stripped, block.comments)
        if block.text:
            for number, each in enumerate(_divided(block)):
                if number:
                    reading.change(each.line, _MISSING)
                _read(each, category, reading)
    return reading


def is_gift(text: str) -> bool:
    """Return whether a text has GIFT's braces or categories."""
    return (
        re.search(r"\{[^{}]*[=~#]|\{\s*>\s*\d|\{\s*(?:T|F|TRUE|FALSE)\b|^\$CATEGORY:", text, re.MULTILINE) is not None
    )


def _blocks(text: str, reading: Reading) -> Iterator[_Block]:
    kept: list[str] = []
    comments: list[str] = []
    begun = 1
    for number, line in enumerate([*lines_of(text), ""], start=1):
        if line.lstrip().startswith("//"):
            comments.append(line.strip())
            if kept:
                kept.append("")  # keeps the line count
        elif line.strip():
            if kept and line.lstrip().startswith(_CATEGORY) and not kept[-1].startswith(_CATEGORY):
                yield _Block(begun, hidden("\n".join(kept).strip()), "\n".join(comments))
                kept, comments = [], []
                reading.change(number, _UNPARTED)
            begun = begun if kept else number
            kept.append(line)
        else:
            if kept:
                yield _Block(begun, hidden("\n".join(kept).strip()), "\n".join(comments))
            kept, comments = [], []


def _joined(blocks: Iterator[_Block], reading: Reading) -> Iterator[_Block]:
    """The blocks, joined where blank lines stand within braces."""
    open_block: _Block | None = None
    for block in blocks:
        if open_block is not None:
            first = re.search(r"[{}]", block.text)
            is_within = not block.text.startswith(_CATEGORY)
            if is_within and (first is None or first[0] == "}"):
                open_block.text += f"\n\n{block.text}"
                if first is not None:
                    reading.change(open_block.line, _INSIDE)
                    yield open_block
                    open_block = None
                continue
            yield from _parts(open_block)
            open_block = None
        if block.text.rfind("{") > block.text.rfind("}"):
            open_block = block
        else:
            yield block
    if open_block is not None:
        yield from _parts(open_block)


def _parts(unclosed: _Block) -> Iterator[_Block]:
    """A block whose brace never closes, split again into the parts that were joined to it."""
    line = unclosed.line
    for part in unclosed.text.split("\n\n"):
        yield _Block(line, part, unclosed.comments)
        line += part.count("\n") + 2


def _divided(block: _Block) -> Iterator[_Block]:
    """The questions of a block; there are several if one begins on the line after a closing brace."""
    line, start = block.line, 0
    for found in _NEXT.finditer(block.text):
        yield _Block(line, block.text[start : found.end()].strip(), block.comments if not start else "")
        line += block.text.count("\n", start, found.end())
        start = found.end()
    yield _Block(line, block.text[start:].strip(), block.comments if not start else "")


def _read(block: _Block, category: str, reading: Reading) -> None:
    changes: list[str] = []
    with reading.leaving_out(block.line):
        reading.questions.append(_question(block, category, changes))
        for what in changes:
            reading.change(block.line, what)


def _question(block: _Block, category: str, changes: list[str]) -> ForeignQuestion:
    title = _TITLE.match(block.text)
    body = block.text[title.end() :].strip() if title else block.text
    before, opening, rest = body.partition("{")
    answers, closing, after = rest.partition("}")
    if not opening and "}" not in before:
        raise Unfit(*NO_ANSWERS)
    if not opening or not closing:
        raise Unfit("its braces do not close", "write { before the answers and } after them")
    if re.search(r"[{}]", after):
        raise Unfit("two sets of answers in one question", "ask two questions, with a blank line between them")
    words = GiftText(before, changes)
    stem = words.shown(before) if not after.strip() else f"{words.shown(before)} {GAP} {words.shown(after)}"
    if has_picture(before) and words.is_html:
        changes.append("a picture in the question was left out; see that it can be answered without it")
    answers, _, general = answers.partition("####")
    answer = answer_of(answers.strip(), words, changes)
    told = dict.fromkeys(filter(None, [words.shown(general.replace("####", " ")), *words.told]))
    own = _ID.search(block.comments)
    return ForeignQuestion(
        line=block.line,
        stem=tidy(stem),
        answer=answer,
        category=category,
        explanation=" ".join(told),
        own_id=own[1].strip() if own else "",
        tags=tagged(_TAG.findall(block.comments), own[1].strip() if own else ""),
    )


def _last(path: str) -> str:
    """The last part of a category's path, in which slashes are doubled."""
    parts = re.split(r"(?<!/)/(?!/)", hidden(path).strip())
    return tidy(GiftText("", []).shown(parts[-1]).replace("//", "/")) if parts != ["top"] else ""
