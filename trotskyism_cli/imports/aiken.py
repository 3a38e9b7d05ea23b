"""Aiken, the simplest format of Moodle: https://docs.moodle.org/en/Aiken_format

A question, its options as `A.` or `A)`, and a line `ANSWER: B`. The stem may have more lines than Moodle allows.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from trotskyism_cli.imports.aiken_blocks import (
    ended_before,
    has_options,
    instructs,
    is_first,
    last_number,
    lowest_from,
    may_end,
    number_begun,
    numbered_at,
    said_below,
    second_in,
    series_of,
)
from trotskyism_cli.imports.answers_said import LETTERS, Answers
from trotskyism_cli.imports.cards import card
from trotskyism_cli.imports.decoding import lines
from trotskyism_cli.imports.foreign import (
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Unfit,
    folded,
    tidy,
    true_or_false,
)
from trotskyism_cli.imports.head_words import TRUTH
from trotskyism_cli.imports.key_below import key_below
from trotskyism_cli.imports.lettered import LETTER, NUMBER, OPTION, SAID
from trotskyism_cli.imports.listed import ASKS, BULLET
from trotskyism_cli.imports.remarks import EXPLAINS, KEPT, REMARK
from trotskyism_cli.imports.signs import ARROWS, TICKED_BOXES, TICKS
from trotskyism_cli.imports.taken_back import takes_back

_ANSWER = re.compile(
    rf"\s*(?P<open>[(\[])?(?:{SAID})S?(?:\s*[:：]|\s+[-–—](?=\s)|[ ]*\t|\.?[ ]+(?=\(?{LETTER}\)?\.?\s*$))"
    r"\s*(?P<said>.*?)(?(open)\s*[)\]])\s*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]+?)(?<=\S)\*\*(?!\*)")
_ALEF = re.compile(r"(^[ \t]*(?:\d{1,3}[ \t]*[.):-][ \t]*)?\(?)الف(?=\)|\.|[ \t]*$)", re.MULTILINE)
_MARKED = re.compile(rf"[*+#>{TICKS}{TICKED_BOXES}{ARROWS}]+[ ]*{OPTION.pattern}")
_GAP = "___"
_POINTS = re.compile(r"\s+PTS:.*", re.IGNORECASE)  # as ExamView writes them behind an answer


def read_aiken(text: str, marks: Mapping[str, str] | None = None) -> Reading:
    """The questions of a file, in order, and what did not fit. Never fails, whatever the text is.

    `marks` are the letters of the options that answers call by other marks, as numbers.
    """
    reading = Reading()
    answers = Answers(marks or {})
    text, ends = _without_key(_unmarked(text), reading)
    block: list[tuple[int, str]] = []
    begun, said = 0, ""  # the line of the last question with an answer, and that answer
    ended = 0  # the line of that answer
    blank = 0  # the place in the block before which the last blank line stood
    each = lines(text)
    for number, (line, lowest) in enumerate(zip(each, lowest_from(each), strict=True), start=1):
        answer = _ANSWER.fullmatch(line)
        option = OPTION.fullmatch(line)
        if block and _is_remark(block) and (option or not line.strip() or REMARK.fullmatch(line.strip())):
            end = 1 if option else len(block)
            _explain(reading, block[:end])
            block, blank = block[end:], 0
        if answer and block:
            ended = number
            begun, said = block[0][0], _POINTS.sub("", answer["said"]).strip()
            _read(reading, block, said, answers, said_below(block, ends))
            block, blank = [], 0
        elif answer:
            _pass_over(reading, number, answer, begun, said)
        elif not line.strip():
            blank = len(block)
        elif takes_back(reading, begun, block, each[number - 1 : number + 1], below=number == ended + 1 + len(block)):
            ended = number
        else:
            if cut := ended_before(line, block, blank, ends):
                _leave(reading, block[:cut], ends, answers)
                block, blank = block[cut:], 0
            elif ends and not option and not NUMBER.match(line) and blank == len(block) and has_options(block):
                reading.change(number, f"“{tidy(line)[:60]}” stands apart between questions, and was passed over")
                continue
            elif (
                block
                and (begins := number_begun(line))
                and not option
                and not has_options(block)
                and may_end(block, begins, lowest)
            ):
                _end_between(reading, block, answers, ended, lowest)
                block, blank = [], 0
            block.append((number, line.strip()))
    _end(reading, block, ends, answers)
    answers.settle(reading)
    return reading


def _end(reading: Reading, block: list[tuple[int, str]], ends: dict[str, list[str]], answers: Answers) -> None:
    """The last text of a file, which has no answer of its own."""
    if block and _is_remark(block):
        _explain(reading, block)
    else:
        _leave(reading, block, ends, answers)


def _pass_over(reading: Reading, number: int, answer: re.Match[str], begun: int, said: str) -> None:
    """An answer without a question; if another than what is said of that from the line `begun` on, that has no key."""
    same = folded(_POINTS.sub("", answer["said"])) == folded(said)
    if begun and not same and reading.questions and reading.questions[-1].line >= begun:
        reading.leave(reading.questions.pop().line, Unfit("two answers that are not the same", "keep one"))
    else:
        reading.change(number, f"“{tidy(answer[0])[:60]}” belongs to no question and was passed over")


def _unmarked(text: str) -> str:
    """The text without the marks of Markdown that make heads and bold letters, as chat assistants write them.

    Options that begin with `A.` and no blank begin as all others do.
    """
    return _ALEF.sub(r"\1ا", _BOLD.sub(r"\1", _HEADING.sub("", text)))


def _is_remark(block: list[tuple[int, str]]) -> bool:
    """Whether a text begins with what is said of the question before it, not with a question."""
    return block[0][0] > 1 and REMARK.fullmatch(block[0][1]) is not None and not has_options(block)


def _without_key(text: str, reading: Reading) -> tuple[str, dict[str, list[str]]]:
    """The text without the key below it, and what that says of the questions with each number."""
    key = key_below(text)
    if not key.said:
        return text, {}
    begun = key.place.start + 1
    if not key.headed:
        reading.tell(begun, "the list at its end was taken as its key")
    if key.after:
        reading.tell(begun, f"what stands below its key was passed over: “{key.after[:60]}”")
    for number in key.beyond:
        reading.tell(begun, f"“{number}. {key.said[number][0]}” of its key belongs to no question")
    bare = ("" if at in key.place else line for at, line in enumerate(lines(text)))
    return "\n".join(bare), {number: list(said) for number, said in key.said.items()}


def _leave(reading: Reading, block: list[tuple[int, str]], ends: dict[str, list[str]], answers: Answers) -> None:
    """Note a text that has no answer, unless that stands at the end of the file."""
    if cut := second_in(block):
        _leave(reading, block[:cut], ends, answers)
        block = block[cut:]
    begun, number = numbered_at(block)
    if said := said_below(block, ends):
        _read(reading, _below(reading, block, begun), said, answers)
    elif number and ends and not any(OPTION.fullmatch(line) for _, line in block):
        reading.leave(block[begun][0], Unfit("no options, and nothing in the key below", "add them, or leave it out"))
    elif block:
        reading.leave(
            block[0][0],
            Unfit(
                "a text without an ANSWER: line",
                "write one below the options, or for all a list at the end: Answers: 1. B",
            ),
        )
        _without_apart(reading, block)


def _without_apart(reading: Reading, block: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """A text without what stands apart below its options, which is named: it may be a question of another kind."""
    last = max((at for at, (_, line) in enumerate(block) if OPTION.fullmatch(line)), default=len(block) - 1)
    apart = next((at for at in range(last + 1, len(block)) if block[at][0] - block[at - 1][0] > 1), len(block))
    for number, line in block[apart:]:
        reading.change(number, f"“{tidy(line)[:60]}” stands apart below options, and was passed over")
    return block[:apart]


def is_aiken(text: str) -> bool:
    """Whether a text has options with letters, and lines that say which is right."""
    text = _unmarked(text)
    said = any(map(_ANSWER.fullmatch, lines(text)))
    return (said or bool(key_below(text).said)) and any(map(OPTION.fullmatch, lines(text)))


def is_unkeyed(text: str) -> bool:
    """Whether a text has several questions with a number and options with letters, whatever says which are right."""
    asked = [line for line in lines(_unmarked(text)) if NUMBER.match(line) and not OPTION.fullmatch(line)]
    return len(asked) > 1 and sum(OPTION.fullmatch(line) is not None for line in lines(text)) >= len(asked)


def _end_between(reading: Reading, block: list[tuple[int, str]], answers: Answers, ended: int, lowest: int) -> None:
    """Note a text between an answer, in the line `ended`, and a number: with the next number, it is a question."""
    last = number_begun(reading.questions[-1].stem) if reading.questions else 0
    if last_number(block) == last + 1 and (last or not instructs(block, lowest)):
        _leave(reading, block, {}, answers)
        return
    if _explain(reading, block) and not REMARK.fullmatch(block[0][1]):
        text = tidy(" ".join(line for _, line in block))
        place = "apart" if block[0][0] > ended + 1 else "below an answer"
        told = f"“{text[:60]}” stands {place}, and was taken for what explains the question above it"
        reading.change(block[0][0], told)


def _explain(reading: Reading, block: list[tuple[int, str]]) -> bool:
    """What stands between an answer and a question with a number belongs to the question before, if that was read.

    Whether it was.
    """
    read = reading.questions[-1].line if reading.questions else 0
    if read <= max((misfit.line for misfit in reading.left_out), default=0):
        if not REMARK.fullmatch(block[0][1]):
            above = tidy(" ".join(line for _, line in block))
            reading.change(block[0][0], f"“{above[:60]}” belongs to no question that was read, and was passed over")
        return False
    if REMARK.fullmatch(block[0][1]) and not KEPT.match(block[0][1]):
        reading.change(block[0][0], f"left out: “{tidy(' '.join(line for _, line in block))}”")
        return False
    last = reading.questions[-1]
    reading.questions[-1] = replace(
        last, explanation=tidy(" ".join([last.explanation, *(EXPLAINS.sub("", line, count=1) for _, line in block)]))
    )
    return True


def _below(reading: Reading, block: list[tuple[int, str]], begun: int) -> list[tuple[int, str]]:
    """A text from one of its lines on; what stands above is told."""
    if begun:
        above = tidy(" ".join(line for _, line in block[:begun]))
        reading.change(block[0][0], f"what stands above a question was passed over: “{above[:60]}”")
    return block[begun:]


def _read(reading: Reading, block: list[tuple[int, str]], answer: str, answers: Answers, in_key: str = "") -> None:
    """Read the question of a text, of which the key below may say something too."""
    if not reading.questions and not reading.left_out:  # a title may stand above the first, if that has a 1
        stem = [line for _, line in takewhile(lambda each: not OPTION.fullmatch(each[1]), block)]
        numbered = [(at, found[1]) for at, line in enumerate(stem) if (found := NUMBER.match(line))]
        block = _below(reading, block, numbered[0][0]) if [each for _, each in numbered] == ["1"] else block
    asked = list(takewhile(lambda each: not is_first(each[1]), block))
    gap = next((at for at in range(len(asked) - 1, 0, -1) if asked[at][0] - asked[at - 1][0] > 1), 0)
    if gap and all(asked[at][1].endswith(ASKS) for at in (gap - 1, -1)):
        _leave(reading, block[:gap], {}, answers)
        block, gap = block[gap:], 0
    block = _without_apart(reading, block)
    try:
        question = _question(block, answer, answers)
        misunderstood = _differs(question, block, in_key, answers)
    except Unfit as unfit:
        reading.leave(block[0][0], unfit)
    else:
        reading.questions.append(question)
        if misunderstood:
            told = (
                f"the key below says “{tidy(in_key)[:40]}” of it, which names none of its options; see which is right"
            )
            reading.change(block[0][0], told)
        if gap:
            above = tidy(" ".join(line for _, line in asked[:gap]))
            reading.change(
                block[0][0], f"“{above[:60]}” stands apart above it, and was taken as a part of the question"
            )


def _differs(question: ForeignQuestion, block: list[tuple[int, str]], in_key: str, answers: Answers) -> bool:
    """Whether a key says something of a question that is no answer; Unfit if it is another answer than its own."""
    try:
        other = _question(block, in_key, Answers(answers.marks)) if in_key else question
    except Unfit:
        return True
    if other.answer != question.answer:
        raise Unfit("two answers that are not the same, one with it and one in the key below", "keep one")
    return False


def _question(block: list[tuple[int, str]], answer: str, answers: Answers) -> ForeignQuestion:
    options: dict[str, str] = {}
    stem: list[str] = []
    last = ""
    series = series_of(block)
    for _, line in block:
        found = OPTION.fullmatch(line)
        letter = found[1].upper() if found else ""
        if found and not found[2]:
            raise Unfit(f"the option {found[1]} has no text", "write it, or take its letter away")
        if found and letter == series[len(options) : len(options) + 1]:
            options[letter] = found[2]
            last = letter
        elif found and last and letter in series[len(options) :]:
            raise Unfit("its options are not lettered A, B, C … in order", "letter them so, each once")
        elif letter in options:
            raise Unfit(f"two options have the letter {letter}", "letter them A, B, C … in order, each once")
        elif last and _MARKED.match(line):
            raise Unfit(f"“{tidy(line)[:40]}” may be a marked option, beside an answer", "mark none, or all in one way")
        elif last and BULLET.match(line):
            raise Unfit(
                f"“{tidy(line)[:40]}” may be a further option", "give it a letter, or join it to the line above"
            )
        elif last:
            options[last] += f" {line}"
        else:
            stem.append(line)
    if not options:
        return _without_options(block[0][0], stem, answer)
    written = {found[1].upper() for _, line in block if (found := OPTION.fullmatch(line))}
    right = answers.right(block[0][0], answer, options, written)
    offered = tuple(ForeignOption(tidy(text), letter in right) for letter, text in options.items())
    return ForeignQuestion(block[0][0], tidy(" ".join(stem)), Choice(offered, len(right) > 1))


def _without_options(line: int, asked: list[str], answer: str) -> ForeignQuestion:
    """A statement to judge, or a gap to fill, if the answer says so; a line to write on is no gap."""
    stem = tidy(" ".join(asked))
    gap = _GAP in stem and all(each.strip("_ .") for each in asked)
    if len(answer) > 1 and folded(answer) in TRUTH and not stem.endswith(ASKS):
        return ForeignQuestion(line, stem, true_or_false(answer=TRUTH[folded(answer)]))
    if gap and not LETTERS.fullmatch(answer) and " or " not in answer:  # else the key says it twice
        return card(line, stem, answer)
    raise Unfit("no options before its ANSWER: line", "begin each with A. or A), from A on")
