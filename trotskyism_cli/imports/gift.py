"""GIFT, the text format of Moodle, as its documentation describes it: https://docs.moodle.org/en/GIFT_format

Read are questions to choose from, with one right answer or several. What is answered otherwise is named as a misfit.
"""

import html
import re
from collections.abc import Iterator

from trotskyism_cli.imports.foreign import ForeignOption, ForeignQuestion, Misfit, Read, bare_note, tidy

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_SHIFT = 0xE000  # where escaped characters are kept while the marks are read; nothing printable is there
_KEPT = re.compile(r"[\ue000-\ue07f]")
_TITLE = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%(-?[0-9.]+)%")
_TAG = re.compile(r"<[^<>]*>")
_ANSWER = re.compile(r"[=~](?:[^=~])*")
_TRUTH = {"T", "F", "TRUE", "FALSE"}


def read_gift(text: str) -> Read:
    """The questions of a file, in order, and what did not fit. Never fails, whatever the text is."""
    questions: list[ForeignQuestion] = []
    misfits: list[Misfit] = []
    category = ""
    for line, block in _blocks(text):
        if block.startswith("$CATEGORY:"):
            first, _, block = block.partition("\n")
            category = tidy(_plain(first.removeprefix("$CATEGORY:").replace("//", "\ue02f").rpartition("/")[2]))
        if block.strip():
            found = _question(line, block, category)
            (questions if isinstance(found, ForeignQuestion) else misfits).append(found)  # type: ignore[arg-type]
    return questions, misfits


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, without comments, each with its first line's number."""
    kept: list[str] = []
    begun = 1
    for number, line in enumerate([*re.split(r"\r\n|\r|\n", text), ""], start=1):
        if line.strip() and not line.lstrip().startswith("//"):
            begun = begun if kept else number
            kept.append(line)
        elif not line.strip() and kept:
            yield begun, _hidden("\n".join(kept).strip())
            kept = []


def _hidden(text: str) -> str:
    """The text with what is escaped put out of the way of the marks."""
    return _ESCAPED.sub(lambda found: chr(_SHIFT + ord(found[1])), _KEPT.sub("\ufffd", text))


def _plain(text: str) -> str:
    """A piece of text as it is read: what was escaped, put back; of HTML, what a reader would see."""
    found = _FORMAT.match(text)
    text = text[found.end() :] if found else text
    if found and found[1].lower() == "html":
        text = html.unescape(_TAG.sub(" ", text))
    return tidy(_KEPT.sub(_shown, text))


def _shown(found: re.Match[str]) -> str:
    letter = chr(ord(found[0]) - _SHIFT)
    return "\n" if letter == "n" else letter


def _question(line: int, block: str, category: str) -> ForeignQuestion | Misfit:
    title = _TITLE.match(block)
    body = block[title.end() :] if title else block
    before, opening, rest = body.partition("{")
    answers, closing, after = rest.partition("}")
    if not opening:
        return Misfit(line, "a description without answers")
    if not closing:
        return Misfit(line, "the answers do not end; close them with }")
    stem = _plain(before) if not after.strip() else f"{_plain(before)} _____ {tidy(_KEPT.sub(_shown, after))}"
    answers, _, general = answers.partition("####")
    kind = _other_kind(answers.strip())
    if kind:
        return Misfit(line, kind)
    options = tuple(map(_option, _ANSWER.findall(answers)))
    return ForeignQuestion(line, stem, options, category, _plain(general))


def _other_kind(answers: str) -> str:
    """What a question is, if it is not one to choose from."""
    first = answers.partition("#")[0].strip().upper()
    if not answers:
        return "an essay; a pack asks what has one answer"
    if first in _TRUTH:
        return "true or false; a pack asks with at least three options"
    if answers.startswith("#"):
        return "a number to type; a pack makes such questions from its facts"
    if "~" not in answers:
        if "->" in answers:
            return "pairs to match; a pack makes such questions from its facts"
        return "an answer to type; a pack makes such questions from its facts"
    return ""


def _option(answer: str) -> ForeignOption:
    weight = _WEIGHT.match(answer, 1)
    text, _, note = (answer[weight.end() :] if weight else answer[1:]).partition("#")
    right = answer[0] == "=" or (weight is not None and _is_positive(weight[1]))
    shown = _plain(text)
    return ForeignOption(shown, right, bare_note(shown, _plain(note)))


def _is_positive(number: str) -> bool:
    try:
        return float(number) > 0
    except ValueError:
        return False
