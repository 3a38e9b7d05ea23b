"""Aiken, the simplest format of Moodle: https://docs.moodle.org/en/Aiken_format

A question, its options as `A.` or `A)`, and a line `ANSWER: B`. The stem may have more lines than Moodle allows.
"""

import re
import string

from trotskyism_cli.imports.decoding import lines
from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Reading, Unfit, tidy

_OPTION = re.compile(r"\s*([A-Za-z])[.)]\s+(.*)")
_ANSWER = re.compile(r"\s*(?:ANSWER|CORRECT ANSWER|ANS)S?\s*:\s*(.*)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z](?:\s*(?:,|;|/|&|\band\b)\s*[A-Za-z])*")
_NUMBER = re.compile(r"^(?:Q(?:uestion)?\s*)?\d{1,4}\s*[.):]\s+", re.IGNORECASE)


def read_aiken(text: str) -> Reading:
    """The questions of a file, in order, and what did not fit. Never fails, whatever the text is."""
    reading = Reading()
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines(text), start=1):
        answer = _ANSWER.fullmatch(line)
        if answer and block:
            _read(reading, block, answer[1].strip())
            block = []
        elif line.strip():
            block.append((number, line.strip()))
    if block:
        reading.leave(block[0][0], Unfit("a text without an ANSWER: line", "write one below the options"))
    return reading


def is_aiken(text: str) -> bool:
    """Whether a text has options with letters, and lines that say which is right."""
    said = re.search(r"^[ \t]*ANSWER[ \t]*:", text, re.MULTILINE | re.IGNORECASE)
    return said is not None and re.search(r"^[ \t]*[A-Za-z][.)][ \t]+\S", text, re.MULTILINE) is not None


def _read(reading: Reading, block: list[tuple[int, str]], answer: str) -> None:
    try:
        reading.questions.append(_question(block, answer))
    except Unfit as unfit:
        reading.leave(block[0][0], unfit)


def _question(block: list[tuple[int, str]], answer: str) -> ForeignQuestion:
    options: dict[str, str] = {}
    stem: list[str] = []
    last = ""
    for _, line in block:
        found = _OPTION.fullmatch(line)
        letter = found[1].upper() if found else ""
        if found and letter == string.ascii_uppercase[len(options)]:
            options[letter] = found[2]
            last = letter
        elif last:
            options[last] += f" {line}"
        else:
            stem.append(line)
    if not options:
        raise Unfit("no options before its ANSWER: line", "begin each with A. or A), from A on")
    if not _LETTERS.fullmatch(answer):
        raise Unfit(f"the answer “{answer[:40]}” is no letter", "write the letter of the right option")
    right = set(re.findall(r"[A-Z]", re.sub(r"\band\b", "", answer, flags=re.IGNORECASE).upper()))
    if not right <= options.keys():
        raise Unfit(f"the right answer is {answer}, but there is no such option", "write the letter of one that is")
    offered = tuple(ForeignOption(tidy(text), letter in right) for letter, text in options.items())
    return ForeignQuestion(block[0][0], _NUMBER.sub("", tidy(" ".join(stem))), Choice(offered, several=len(right) > 1))
