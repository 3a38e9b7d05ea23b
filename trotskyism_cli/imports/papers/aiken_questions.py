"""Read one Aiken question: its stem, its options in the order of their letters, and the right one."""

import re
from collections.abc import Mapping, Sequence

from trotskyism_cli.imports.answers.lettered import NUMBER, OPTION
from trotskyism_cli.imports.answers.listed import ASKS, BULLET
from trotskyism_cli.imports.answers.truth_said import bare_statement, truths_in
from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Unfit, folded, tidy, true_or_false
from trotskyism_cli.imports.papers.aiken_blocks import Line, series_of, text_of
from trotskyism_cli.imports.papers.answers_said import LETTERS, NOTHING, Answers
from trotskyism_cli.imports.papers.key_lines import plain_number
from trotskyism_cli.imports.papers.reasons import without_reason
from trotskyism_cli.imports.papers.said_in_words import answered_in_words
from trotskyism_cli.imports.sentences import NOT_IN_ORDER
from trotskyism_cli.imports.words.letters import script_of
from trotskyism_cli.imports.words.signs import ARROWS, TICKED_BOXES, TICKS
from trotskyism_cli.imports.words.truth_words import TRUTH

_MARKED = re.compile(rf"[*+#>{TICKS}{TICKED_BOXES}{ARROWS}]+[ ]*{OPTION.pattern}")
SHARED = (
    "the key says letters of the lines above it too, which have no options: all may be to be matched",
    "write options below each, or what is to be matched into a file of its own",
)
_GAP = "___"
_SHORT = 2  # words; a longer answer may be an instruction to explain


def question_of(lines: Sequence[Line], answer: str, answers: Answers) -> ForeignQuestion:
    """The question in these lines with its answer; Unfit if uncertain."""
    begun = lines[0][0]
    stem, options = _parts(lines)
    if not options:
        return _without_options(begun, stem, answer, answers.truths)
    written = {found[1].upper() for _, line in lines if (found := OPTION.fullmatch(line))}
    bare, reason = without_reason(answer, options)
    right = answers.right(begun, bare, options, written)
    offered = tuple(ForeignOption(tidy(text), letter in right) for letter, text in options.items())
    return ForeignQuestion(begun, text_of(stem), Choice(offered, len(right) > 1), explanation=tidy(reason))


def asks_for_letter(lines: Sequence[Line], answer: str, truths: Mapping[str, bool]) -> bool:
    """Return whether the answer is an option letter (not T or F), but the lines have no options."""
    is_letter = LETTERS.fullmatch(answer) is not None and folded(answer) not in truths
    return is_letter and not any(OPTION.fullmatch(line) for _, line in lines)


def truths_of(lines: Sequence[str], ends: Mapping[str, Sequence[str]]) -> dict[str, bool]:
    """What letters such as `V` and `F` in the key mean for numbered lines without options; else empty."""
    without: set[str] = set()
    last = ""
    for line in lines:
        if OPTION.fullmatch(line):
            without.discard(last)
        elif found := NUMBER.match(line):
            last = plain_number(found[1])
            without.add(last)
    said = [one for number in without for one in ends.get(number, ()) if len(one) == 1]
    known = truths_in(said, lines) if said else {}
    return {word: true for word, true in known.items() if len(word) == 1}


def shares_options(lines: Sequence[Line], above: Sequence[Line]) -> bool:
    """Return whether these options may also belong to the questions `above`, which lack some."""
    letters = {found[1].casefold() for _, line in lines if (found := OPTION.fullmatch(line))}
    places = [line for line, said in above if said.casefold() in letters]
    return places[-1:] == [lines[0][0] - 1] or len(places) > 1


def _parts(lines: Sequence[Line]) -> tuple[list[Line], dict[str, str]]:
    """The stem's lines and the options by letter; Unfit if the options are not in order."""
    options: dict[str, list[str]] = {}
    stem: list[Line] = []
    last = ""
    series = series_of(lines)
    for number, line in lines:
        found = OPTION.fullmatch(line)
        letter = found[1].upper() if found else ""
        if found and not found[2]:
            raise Unfit(f"the option {found[1]} has no text", "write it, or take its letter away")
        if found and letter == series[len(options) : len(options) + 1]:
            options[letter] = [found[2]]
            last = letter
        elif last:
            _refuse_option(line, letter, options, series)
            options[last].append(line)
        else:
            stem.append((number, line))
    return stem, {letter: " ".join(texts) for letter, texts in options.items()}


def _refuse_option(line: str, letter: str, options: dict[str, list[str]], series: str) -> None:
    """Raise Unfit if a line below an option may be another option, but not the next one."""
    if letter and letter in series[len(options) :]:
        raise Unfit(*NOT_IN_ORDER)
    if letter and letter not in series and script_of(letter) != script_of(series[0]):
        told = f"the option {letter} has a {script_of(letter)} letter, the one above it a {script_of(series[0])} one"
        raise Unfit(told, "letter them all in one script")
    if letter in options:
        raise Unfit(f"two options have the letter {letter}", "letter them A, B, C … in order, each once")
    if _MARKED.match(line):
        raise Unfit(f"“{tidy(line)[:40]}” may be a marked option, beside an answer", "mark none, or all in one way")
    if BULLET.match(line):
        raise Unfit(f"“{tidy(line)[:40]}” may be a further option", "give it a letter, or join it to the line above")


def _without_options(line: int, asked: Sequence[Line], answer: str, truths: Mapping[str, bool]) -> ForeignQuestion:
    """A statement to judge or a gap to fill, if the answer fits; a line to write on is not a gap."""
    stem = text_of(asked)
    gap = _GAP in stem and all(each.strip("_ .") for _, each in asked)
    truth = TRUTH.get(folded(answer)) if len(answer) > 1 else truths.get(folded(answer))
    if truth is not None and not stem.endswith(ASKS):
        return ForeignQuestion(line, bare_statement(stem), true_or_false(answer=truth))
    is_short = len(asked) == 1 and len(answer.split()) <= _SHORT
    if (gap or is_short) and not LETTERS.fullmatch(answer) and answer not in ("", NOTHING):
        return answered_in_words(line, stem, answer)
    raise Unfit("no options before its ANSWER: line", "begin each with A. or A), from A on")


def refuse_other_answer(question: ForeignQuestion, lines: Sequence[Line], in_key: str, answers: Answers) -> bool:
    """Return whether the key says something unreadable about a question; Unfit if it gives another answer."""
    try:
        other = question_of(lines, in_key, Answers(answers.marks, answers.truths)) if in_key else question
    except Unfit:
        return True
    if other.answer != question.answer:
        raise Unfit("two answers that are not the same, one with it and one in the key below", "keep one")
    return False
