"""Aiken, Moodle's simplest format: https://docs.moodle.org/en/Aiken_format

A question has a stem, options as `A.` or `A)`, and a line `ANSWER: B`. Here the stem may have more lines than Moodle
allows, and all answers may stand in a key at the end. Lines are gathered in blocks (`aiken_blocks`), cleaned of
surrounding text (`aiken_lines`) and read as questions (`aiken_questions`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from trotskyism_cli.imports.answers.corrected_answers import takes_back
from trotskyism_cli.imports.answers.lettered import ANSWER_LINE, LETTER, NUMBER, OPTION
from trotskyism_cli.imports.answers.remarks import EXPLAINS, KEPT, REMARK
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import Reading, Unfit, folded, tidy
from trotskyism_cli.imports.papers.aiken_blocks import (
    Block,
    Line,
    ended_before,
    followed_by_option,
    instructs,
    lowest_from,
    may_end,
    number_begun,
    questions_in,
    said_below,
    text_of,
    unmarked,
    without_key,
)
from trotskyism_cli.imports.papers.aiken_lines import (
    below_title,
    from_line,
    parted_at_gap,
    tell_divides,
    without_apart,
    without_heads,
    without_remarks,
)
from trotskyism_cli.imports.papers.aiken_questions import (
    SHARED,
    asks_for_letter,
    question_of,
    refuse_other_answer,
    shares_options,
    truths_of,
)
from trotskyism_cli.imports.papers.answers_above import DOUBT, may_be_above
from trotskyism_cli.imports.papers.answers_said import Answers
from trotskyism_cli.imports.papers.instructions import explains_nothing
from trotskyism_cli.imports.papers.key_below import key_below
from trotskyism_cli.imports.papers.key_lines import numbers_asked
from trotskyism_cli.imports.sentences import passed_over

_BEGINS_WITH_LETTER = re.compile(rf"[(\[]?{LETTER}(?:[.)\],;]|\s*[-–—]|\s*$)")
_POINTS = re.compile(r"\s+PTS:.*", re.IGNORECASE)  # as ExamView writes behind an answer
_REMEDY = "write one below the options, or for all a list at the end: Answers: 1. B"


def read_aiken(text: str, marks: Mapping[str, str] | None = None) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is.

    `marks` maps other option marks, such as numbers, to letters.
    """
    reading = Reading()
    bare, ends = without_key(unmarked(text), reading)
    reader = _Reader(reading, Answers(marks or {}, truths_of(lines_of(bare), ends)), ends)
    lines = lines_of(bare)
    below = zip(lines, lowest_from(lines), followed_by_option(lines), strict=True)
    for number, (line, lowest, in_text) in enumerate(below, start=1):
        if in_text and reader.is_of_passage(line):
            reader.block.add(number, line.strip())
        else:
            reader.take(number, line, lines[number : number + 1], lowest)
    reader.end()
    if may_be_above(lines, reader.answers.marks, keyed=bool(ends)):
        for question in reading.questions:
            reading.leave(question.line, DOUBT)
        reading.questions = []
    return reading


def is_aiken(text: str) -> bool:
    """Return whether a text has lettered options and lines or a key saying which are right."""
    text = unmarked(text)
    said = any(map(ANSWER_LINE.fullmatch, lines_of(text)))
    return (said or bool(key_below(text).said)) and any(map(OPTION.fullmatch, lines_of(text)))


def is_unkeyed(text: str) -> bool:
    """Return whether a text has several numbered questions with lettered options, with or without a key."""
    asked = numbers_asked(lines_of(unmarked(text)))
    return len(asked) > 1 and sum(OPTION.fullmatch(line) is not None for line in lines_of(text)) >= len(asked)


@dataclass(frozen=True, slots=True)
class _Said:
    """The last answer read: its text, its line, and the first line of its question."""

    text: str = ""
    line: int = 0
    begun: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads a file line by line, gathering lines in a block until an answer ends the question.

    `ends` maps question numbers to what the key below says.
    """

    reading: Reading
    answers: Answers
    ends: dict[str, list[str]]
    block: Block = field(default_factory=Block)
    said: _Said = _Said()
    # Last lines and answer letters of directly preceding questions without options.
    unoffered: list[tuple[int, str]] = field(default_factory=list)

    def take(self, number: int, line: str, below: Sequence[str], lowest: int) -> None:
        """Take a line; `below` has the next line, `lowest` is the lowest question number from here on."""
        answer, option = ANSWER_LINE.fullmatch(line), OPTION.fullmatch(line)
        if self.block and self.block.is_remark and (option or not line.strip() or REMARK.fullmatch(line.strip())):
            remark, self.block = self.block.parted(1 if option else len(self.block.lines))
            self._explain(remark)
        if answer:
            self._take_answer(number, answer)
        elif not line.strip():
            self.block.blank = len(self.block.lines)
        elif self._takes_back(number, line, below):
            self.said = replace(self.said, line=number)
        elif self.ends and self._stands_apart(line):
            self.reading.change(number, f"“{tidy(line)[:60]}” stands apart between questions, and was passed over")
        else:
            self._end_before(line, lowest)
            self.block.add(number, line.strip())

    def is_of_passage(self, line: str) -> bool:
        """Return whether an answer-like line is speech within a text, with a question's options still to come."""
        answer = ANSWER_LINE.fullmatch(line)
        said = tidy(answer["said"]) if answer else ""
        return (
            bool(self.block)
            and not self.block.has_options
            and len(said.split()) > 1
            and not _BEGINS_WITH_LETTER.match(said)
        )

    def end(self) -> None:
        """End the last block of the file, which has no answer line."""
        if self.block and self.block.is_remark:
            self._explain(self.block)
        else:
            self._leave(self.block, self.ends)
        self.answers.settle(self.reading)

    def _take_answer(self, number: int, answer: re.Match[str]) -> None:
        text = _POINTS.sub("", answer["said"]).strip()
        if self.block:
            self.said = _Said(text, number, self.block.begun)
            self._read(self.block.lines, text, said_below(self.block, self.ends))
            self.block = Block()
        elif self.said.begun and folded(text) != folded(self.said.text) and self._last_line >= self.said.begun:
            self.reading.leave(
                self.reading.questions.pop().line, Unfit("two answers that are not the same", "keep one")
            )
        else:
            self.reading.change(number, passed_over(answer[0]))

    @property
    def _last_line(self) -> int:
        """The line of the last question read; 0 if there is none."""
        return self.reading.questions[-1].line if self.reading.questions else 0

    def _takes_back(self, number: int, line: str, below: Sequence[str]) -> bool:
        """Leave out the last question if this line corrects its answer; return whether it did."""
        last = self.said.begun and self._last_line >= self.said.begun
        may_be_stem = self.block.numbers or self.block.has_options or NUMBER.match(line)
        if not last or may_be_stem or any(map(OPTION.fullmatch, (line, *below))):
            return False
        is_next = number == self.said.line + 1 + len(self.block.lines)
        return takes_back(self.reading, line, below=is_next)

    def _stands_apart(self, line: str) -> bool:
        """Return whether a line stands between the questions of a test with a key at the end."""
        is_part = OPTION.fullmatch(line) or NUMBER.match(line)
        return not is_part and self.block.after_blank and self.block.has_options

    def _end_before(self, line: str, lowest: int) -> None:
        """End the block if this line begins the next question."""
        begins = number_begun(line)
        may_begin = begins and not OPTION.fullmatch(line) and not self.block.has_options
        if cut := ended_before(line, self.block, self.ends):
            whole, self.block = self.block.parted(cut)
            self._leave(whole, self.ends)
        elif self.block and may_begin and may_end(self.block, begins, lowest):
            self._end_between(lowest)
            self.block = Block()

    def _end_between(self, lowest: int) -> None:
        """Handle a block between an answer and a numbered line: a question if it has the next number, else a remark."""
        block = self.block
        last = number_begun(self.reading.questions[-1].stem) if self.reading.questions else 0
        if block.last_number == last + 1 and (last or not instructs(block, lowest)):
            self._leave(block, {})
        elif (explaining := self._explain(block)) and not REMARK.fullmatch(block.lines[0][1]):
            place = "apart" if block.begun > self.said.line + 1 else "below an answer"
            told = f"“{explaining[:60]}” stands {place}, and was taken for what explains the question above it"
            self.reading.change(block.begun, told)

    def _explain(self, block: Block) -> str:
        """Add a remark after an answer to the explanation of the question above; return what was added."""
        remark = REMARK.fullmatch(block.lines[0][1])
        last_left = self.reading.left_out[-1].line if self.reading.left_out else 0
        if self._last_line <= last_left:
            if not remark:
                told = f"“{block.text[:60]}” belongs to no question that was read, and was passed over"
                self.reading.change(block.begun, told)
            return ""
        if remark and not KEPT.match(block.lines[0][1]):
            self.reading.change(block.begun, f"left out: “{block.text}”")
            return ""
        passed = [line for line in block.lines if explains_nothing(line[1])]  # instructions, not explanations
        for number, line in passed:
            tell_divides(self.reading, number, line)
        explaining = [text for number, text in block.lines if (number, text) not in passed]
        if not explaining:
            return ""
        last = self.reading.questions[-1]
        told = tidy(" ".join(EXPLAINS.sub("", line, count=1) for line in explaining))
        self.reading.questions[-1] = replace(last, explanation=" ".join(filter(None, (last.explanation, told))))
        return told

    def _leave(self, block: Block, ends: dict[str, list[str]]) -> None:
        """Leave out the questions in a block without an answer line, unless the key has their answers."""
        for each in questions_in(block) if block else ():
            begun, number = each.numbers[0] if each.numbers else (0, "")
            if said := said_below(each, ends):
                self._read(from_line(self.reading, each.lines, begun), said)
            elif number and ends and not any(OPTION.fullmatch(line) for _, line in each.lines):
                told = Unfit("no options, and nothing in the key below", "add them, or leave it out")
                self.reading.leave(each.lines[begun][0], told)
            else:
                self.reading.leave(each.begun, Unfit("a text without an ANSWER: line", _REMEDY))
                without_apart(self.reading, each.lines)

    def _read(self, lines: list[Line], answer: str, in_key: str = "") -> None:
        """Read one question from its lines; `in_key` is what the key below says about it."""
        reading = self.reading
        if not reading.questions and not reading.left_out:
            lines = below_title(reading, lines)
        lines, gap, above = parted_at_gap(reading, without_remarks(reading, without_heads(reading, lines)))
        if above:
            self._leave(Block.of(above), {})
        lines = without_apart(reading, lines)
        begun = lines[0][0]
        shared = shares_options(lines, self.unoffered)
        self.unoffered = (
            [*self.unoffered, (lines[-1][0], answer)] if asks_for_letter(lines, answer, self.answers.truths) else []
        )
        if shared:
            self.reading.leave(begun, Unfit(*SHARED))
            return
        try:
            question = question_of(lines, answer, self.answers)
            misunderstood = refuse_other_answer(question, lines, in_key, self.answers)
        except Unfit as unfit:
            self.reading.leave(begun, unfit)
            return
        self.reading.questions.append(question)
        if misunderstood:
            said = f"the key below says “{tidy(in_key)[:40]}” of it, which names none of its options"
            self.reading.change(begun, f"{said}; see which is right")
        if gap:
            told = f"“{text_of(lines[:gap])[:60]}” stands apart above it, and was taken as a part of the question"
            self.reading.change(begun, told)
