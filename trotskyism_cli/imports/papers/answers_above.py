"""Detect files whose answers may stand above their questions: `Answer: B`, then the question and its options.

Reading such a file as usual would give every question the answer of the next, so none of its questions is read.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from trotskyism_cli.imports.answers.lettered import ANSWER_LINE, OPTION
from trotskyism_cli.imports.foreign import Unfit, folded, tidy
from trotskyism_cli.imports.papers.aiken_blocks import is_first
from trotskyism_cli.imports.papers.answers_said import LETTERS

_MARK = re.compile(r"([^\W_]{1,4}|[①-⑧])(?:[.)\]:]\s|\s+[-–—]\s|$)")
DOUBT = Unfit(
    "its answer is not certain: the answers of the file may stand above their questions, or below",
    "write each ANSWER: line directly below the options, and a blank line after it",
)


@dataclass(slots=True)
class _Options:
    """The options of a question by letter, and the indices of the first and last one's lines."""

    first: int
    last: int
    texts: dict[str, str]


def may_be_above(lines: Sequence[str], marks: Mapping[str, str], *, keyed: bool) -> bool:
    """Return whether the answers in a file may belong to the questions below them.

    `marks` are option marks besides letters; `keyed` says that the file has one key for all.
    """
    groups = _groups(lines)
    texts = {folded(text) for group in groups for text in group.texts.values()}
    answers = [at for at, line in enumerate(lines) if (said := _said(line)) and _may_name(said, texts, marks)]
    if not groups or not answers:
        return False
    between = [at for at in answers if groups[0].last < at < groups[-1].first]
    if answers[0] < groups[0].first and _has_text(lines[answers[0] + 1 : groups[0].first]):
        return bool(between) and not _are_below(lines, groups, answers[1:])
    none_last = answers[-1] < groups[-1].first
    nearer = all(_is_blank(lines, at - 1) and not _is_blank(lines, at + 1) for at in between)
    return not keyed and none_last and bool(between) and nearer


def _groups(lines: Sequence[str]) -> list[_Options]:
    groups: list[_Options] = []
    for at, line in enumerate(lines):
        if found := OPTION.fullmatch(line):
            if is_first(line):
                groups.append(_Options(at, at, {}))
            if groups:
                groups[-1].last = at
                groups[-1].texts[found[1].upper()] = tidy(found[2])
    return groups


def _said(line: str) -> str:
    found = ANSWER_LINE.fullmatch(line)
    return tidy(found["said"]) if found else ""


def _may_name(said: str, texts: Set[str], marks: Mapping[str, str]) -> bool:
    """Return whether an answer is letters, a mark (perhaps with a text), or the text of an option."""
    bare = said.strip("()[]. ")
    mark = _MARK.match(bare)
    return LETTERS.fullmatch(bare) is not None or folded(said) in texts or bool(mark and _is_mark(mark[1], marks))


def _is_mark(mark: str, marks: Mapping[str, str]) -> bool:
    return mark.casefold() in marks or LETTERS.fullmatch(mark) is not None


def _are_below(lines: Sequence[str], groups: Sequence[_Options], answers: Sequence[int]) -> bool:
    """Return whether every question has an answer directly below its options, followed by a blank line."""
    return [group.last + 1 for group in groups] == list(answers) and all(_is_blank(lines, at + 1) for at in answers)


def _has_text(some: Sequence[str]) -> bool:
    return any(map(str.strip, some))


def _is_blank(lines: Sequence[str], at: int) -> bool:
    """Return whether a line is blank or outside the file."""
    return not 0 <= at < len(lines) or not lines[at].strip()
