"""Give letters to options without them, if a line below has the right one's text: `Answer: helium`."""

import re
import string
from collections.abc import Iterator, Sequence

from trotskyism_cli.imports.answers.lettered import ANSWER_LINE, OPTION
from trotskyism_cli.imports.answers.listed import ASKS, BULLET
from trotskyism_cli.imports.answers.numbering import without_points_behind
from trotskyism_cli.imports.foreign import folded

_NUMBERED = re.compile(r"[ \t#*_]*\d{1,3}[.)]")
_FEWEST = 2  # options, and questions
_LONGEST = 60  # characters of an option without a bullet


def with_answers_lettered(lines: Sequence[str | None]) -> list[str | None]:
    """The lines with letters before options, if every question has options and one is its answer.

    Options without bullets must stand below a stem that ends like a question, as a wrapped stem is not an option.
    """
    if any(line and OPTION.fullmatch(line) for line in lines):
        return list(lines)
    blocks = list(_blocks(lines))
    offered = [_options(lines, block, said) for block, said in blocks]
    if len(blocks) < _FEWEST or not all(offered):
        return list(lines)
    found = list(lines)
    for options in offered:
        for letter, at in zip(string.ascii_uppercase, options, strict=False):
            found[at] = f"{letter}) {_bare(lines[at])}"
    return found


def _blocks(lines: Sequence[str | None]) -> Iterator[tuple[list[int], str]]:
    """For each answer, the indices of the lines above it (from the last numbered line on), and the answer."""
    block: list[int] = []
    for at, line in enumerate(lines):
        if not line or not line.strip():
            continue
        if answer := ANSWER_LINE.fullmatch(line):
            yield block, answer["said"].strip(" *_")
            block = []
            continue
        if _NUMBERED.match(line):
            block = []
        block.append(at)


def _options(lines: Sequence[str | None], block: Sequence[int], said: str) -> list[int]:
    """The indices of the options, if exactly one of them is the answer; else empty."""
    bulleted = [at for at in block if BULLET.match(lines[at] or "")]
    if bulleted:
        options = bulleted if bulleted == list(block[-len(bulleted) :]) and len(bulleted) < len(block) else []
    else:
        head = without_points_behind((lines[block[0]] or "").strip(" *_")) if block else ""
        asks = _NUMBERED.match(head) is not None and head.endswith((*ASKS, ":"))
        options = list(block[1:]) if asks and all(len(_bare(lines[at])) <= _LONGEST for at in block[1:]) else []
    texts = [folded(_bare(lines[at])) for at in options]
    alone = texts.count(folded(said).removesuffix(".")) == 1 or texts.count(folded(said)) == 1
    return options if alone and len({*texts}) == len(texts) >= _FEWEST else []


def _bare(line: str | None) -> str:
    return BULLET.sub("", line or "", count=1).strip()
