"""Answers that stand above their questions: `Answer: B`, and below it what is asked and the options.

A reader that looks for each answer below its question would give every question that of the next. So they are put below
where it is certain that they stand above in the whole file; where it may be so, no question of it is read.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.imports.aiken_blocks import Line, is_first
from trotskyism_cli.imports.answers_said import LETTERS, Answers
from trotskyism_cli.imports.foreign import Reading, Unfit, folded, tidy
from trotskyism_cli.imports.lettered import ANSWER_LINE, NUMBER, OPTION
from trotskyism_cli.imports.listed import ASKS

_FEWEST = 2  # questions
_MARK = re.compile(r"([^\W_]{1,4}|[①-⑧])(?:[.)\]:]\s|\s+[-–—]\s|$)")
_DOUBT = Unfit(
    "its answer is not certain: the answers of the file may stand above their questions, or below",
    "write each ANSWER: line directly below the options, and a blank line after it",
)


class Arranged(NamedTuple):
    """The lines of a file with their numbers, the answers below the options; what is told of that.

    `doubted` says that it is not certain to which questions the answers belong.
    """

    lines: list[Line]
    told: tuple[Line, ...] = ()
    doubted: bool = False

    def tell(self, reading: Reading) -> None:
        """Tell what was arranged, and leave out all questions if they are doubted."""
        for line, what in self.told:
            reading.tell(line, what)
        if self.doubted:
            for question in reading.questions:
                reading.leave(question.line, _DOUBT)
            reading.questions = []


@dataclass(slots=True)
class _Options:
    """The options of a question, by their letters, and the places of the first and of the last."""

    first: int
    last: int
    texts: dict[str, str]


def with_answers_below(each: Sequence[str], marks: Mapping[str, str], *, keyed: bool) -> Arranged:
    """The lines of a file with each answer below the options of its question.

    `marks` are what the options are called besides letters; `keyed` says whether the file has a key for all.
    """
    as_they_are = Arranged(list(enumerate(each, start=1)))
    groups = _groups(each)
    texts = {folded(text) for group in groups for text in group.texts.values()}
    answers = [at for at, line in enumerate(each) if (said := _said(line)) and _may_name(said, texts, marks)]
    if not groups or not answers:
        return as_they_are
    between = [at for at in answers if groups[0].last < at < groups[-1].first]
    if answers[0] < groups[0].first and _has_text(each[answers[0] + 1 : groups[0].first]):
        if _are_above(each, groups, answers, marks):
            return _arranged(each, groups, answers)
        return as_they_are._replace(doubted=bool(between) and not _are_below(each, groups, answers[1:]))
    none_last = answers[-1] < groups[-1].first
    nearer = all(_is_blank(each, at - 1) and not _is_blank(each, at + 1) for at in between)
    return as_they_are._replace(doubted=not keyed and none_last and bool(between) and nearer)


def _groups(each: Sequence[str]) -> list[_Options]:
    groups: list[_Options] = []
    for at, line in enumerate(each):
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
    """Whether an answer has letters or a mark, perhaps before a text, or is the text of an option."""
    bare = said.strip("()[]. ")
    mark = _MARK.match(bare)
    return LETTERS.fullmatch(bare) is not None or folded(said) in texts or bool(mark and _is_mark(mark[1], marks))


def _is_mark(mark: str, marks: Mapping[str, str]) -> bool:
    return mark.casefold() in marks or LETTERS.fullmatch(mark) is not None


def _names(said: str, group: _Options, marks: Mapping[str, str]) -> bool:
    try:
        Answers(marks).right(0, said, group.texts, {*group.texts})
    except Unfit:
        return False
    return True


def _are_above(
    each: Sequence[str], groups: Sequence[_Options], answers: Sequence[int], marks: Mapping[str, str]
) -> bool:
    """Whether it is certain that each answer belongs to the question below it.

    There are as many as questions, in turn with these and the first above the first, each names an option of the
    question that it stands above, and none stands nearer to that above it.
    """
    if len(answers) != len(groups) or len(answers) < _FEWEST:
        return False
    head = [line for line in each[: answers[0]] if line.strip()]
    if any(NUMBER.match(line) or line.rstrip().endswith(ASKS) for line in head):
        return False
    own = all(
        at < group.first and _has_text(each[at + 1 : group.first]) and _names(_said(each[at]), group, marks)
        for at, group in zip(answers, groups, strict=True)
    )
    return own and all(
        (end := _end(each, group)) < at
        and not _has_text(each[end + 1 : at])
        and (_is_blank(each, at - 1) or not _is_blank(each, at + 1))
        for group, at in zip(groups, answers[1:], strict=False)
    )


def _are_below(each: Sequence[str], groups: Sequence[_Options], answers: Sequence[int]) -> bool:
    """Whether each question has an answer directly below its options, and a blank line below that."""
    return [group.last + 1 for group in groups] == list(answers) and all(_is_blank(each, at + 1) for at in answers)


def _end(each: Sequence[str], group: _Options) -> int:
    """The place of the last line of options: what stands directly below them, if a blank line follows, is theirs."""
    end = group.last
    while not _is_blank(each, end + 1) and not ANSWER_LINE.fullmatch(each[end + 1]):
        end += 1
    return end if _is_blank(each, end + 1) else group.last


def _arranged(each: Sequence[str], groups: Sequence[_Options], answers: Sequence[int]) -> Arranged:
    told = [(answers[0] + 1, "its answers stand above their questions, and were read so")]
    if head := tidy(" ".join(each[: answers[0]])):
        told.append((1, f"what stands above the first answer was passed over: “{head[:60]}”"))
    written: list[Line] = []
    for (at, after), group in zip(pairwise((*answers, len(each))), groups, strict=True):
        end = _end(each, group)
        written += [(place + 1, each[place]) for place in range(at + 1, end + 1)]
        written += [(at + 1, each[at]), (at + 1, "")]
        for place in range(end + 1, after):
            if ANSWER_LINE.fullmatch(each[place]):
                told.append((place + 1, f"“{tidy(each[place])[:60]}” names no option and was passed over"))
            else:
                written.append((place + 1, each[place]))
    return Arranged(written, tuple(told))


def _has_text(some: Sequence[str]) -> bool:
    return any(map(str.strip, some))


def _is_blank(each: Sequence[str], at: int) -> bool:
    """Whether a line is blank, as before the first and after the last."""
    return not 0 <= at < len(each) or not each[at].strip()
