"""text2qti's plain text: https://github.com/gpoore/text2qti

Questions begin with a number and a full stop; options with `a)` (right: `*a)`) or `[ ]` (right: `[*]`), typed answers
with `*`, numbers with `=`, feedback with `...`, `+` and `-`. Programs in it are never run.

Respondus is nearly the same, with `Type: F` above a question whose options are typed answers, or `Type: MT` above one
whose options are pairs `a = b`.
"""

import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Match,
    Reading,
    Typed,
    Unfit,
    bare_note,
    tidy,
    typed,
)
from trotskyism_cli.imports.markup import from_markdown, has_markdown_picture
from trotskyism_cli.imports.platforms.respondus import TYPE, as_text2qti, has_question, is_respondus
from trotskyism_cli.imports.sentences import NOT_IN_ORDER, NOT_MARKED, PICTURE_LOST, not_told, passed_over
from trotskyism_cli.imports.words.signs import ARROW_BACK, ARROWS, TICKS

_BLANKS = "___"  # room for an essay
_SIGNS = {"accepted": "*", "note": "...", "if_right": "+", "if_wrong": "-", "solution": "!", "number": "="}
_STARTS = (
    ("question", r"\d+\."),
    ("right", r"\*[A-Za-z]\)"),
    ("wrong", r"[A-Za-z]\)"),
    ("ticked", r"\[[*xX✓]\]"),
    ("unticked", r"\[ ?\]"),
    *((name, re.escape(sign)) for name, sign in _SIGNS.items()),
)
_OFFERED = ("right", "wrong", "ticked", "unticked")
_NEVER_WITH_OPTIONS = ("accepted", "number", "essay")
_ONCE = ("if_right", "if_wrong", "solution", "note")
_START = re.compile("|".join(rf"(?P<{name}>{pattern}[ \t]+(?=\S))" for name, pattern in _STARTS))
_ESSAY = re.compile(r"(?:_{3,}|\^{3,})\s*")
_SETTING = re.compile(
    r"""(?:quiz\ title|quiz\ description|title|points|text\ title|text|pick|solutions\ pick|points\ per\ question|
    shuffle\ answers|show\ correct\ answers|one\ question\ at\ a\ time|can't\ go\ back|feedback\ is\ solution|
    solutions\ \w+\ groups)\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
# A mark behind the right option, as people write it.
_MARKED = re.compile(
    r"^[ \t]*([A-Za-z])[.)][ \t]+(\S.*?)[ \t]*"
    rf"(?:✓|✔|✅|☑|(?:[(\[]|{ARROW_BACK})(?:correct|right|richtig|correcta?|correcto|верно)[)\]]?)\ufe0f?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_MARKED_BEFORE = re.compile(r"^[ \t]*([A-Za-z])[.)][ \t]+(?:\*{1,2}|[✓✔])[ \t]*([^*\n]+?)\*{0,2}[ \t]*$", re.MULTILINE)
_STARRED = re.compile(r"^[ \t]*\*[A-Za-z][.)]", re.MULTILINE)
_STARRED_APART = re.compile(r"^[ \t]*\*[ \t]+(?=[A-Za-z][.)][ \t]+\S)", re.MULTILINE)
_PLAIN = re.compile(r"^[ \t]*[A-Za-z][.)][ \t]+\S", re.MULTILINE)
_STRAY = re.compile(r"\s*\*?\s*\(?[A-Za-z][.)](?:\s.*)?")  # an option without text, or in another form
_TICKED = re.compile(rf"^[ \t]*[{TICKS}{ARROWS}][ \t]*([A-Za-z])[.)][ \t]+(?=\S)", re.MULTILINE)
_BOX = re.compile(r"^[ \t]*[☐□▢]", re.MULTILINE)
_FENCE = re.compile(r"(`{3,})\s*(\S?.*)")
_RANGE = re.compile(r"\[\s*([^,\]]+)\s*,\s*([^,\]]+)\s*\]")
_TOLERANCE = re.compile(r"(.+?)\s*\+-\s*([^%]+)(%?)")


@dataclass(slots=True)
class _Draft:
    """A question being read: its parts with their kinds, in order."""

    line: int
    kind: str = ""  # Respondus type: F, MT …
    parts: list[tuple[str, str]] = field(default_factory=list)
    letters: str = ""  # letters of its options
    stray: str = ""  # a line that may be another option
    apart: list[str] = field(default_factory=list)  # unindented lines after a blank line below an option
    blank: bool = False  # the last line was blank or stood apart

    def add(self, kind: str, text: str) -> None:
        """Add a line: begin a part, or continue the last one."""
        if _ESSAY.fullmatch(text):
            self.parts.append(("essay", ""))
        elif kind:
            self.parts.append((kind, text))
        elif not text.strip():
            self.blank = True
            return
        elif self.blank and not text[0].isspace() and self.parts[-1][0] in _OFFERED:
            self.apart.append(text.strip())
            return
        else:
            last, before = self.parts[-1]
            if _STRAY.fullmatch(text) and last in ("question", "right", "wrong"):
                self.stray = self.stray or text.strip()
            self.parts[-1] = last, f"{before}\n{text.strip()}"
        self.blank = False

    def settle(self) -> None:
        """Return bullets of a list before the options, mistaken for other parts, to the stem."""
        first = next((at for at, (kind, _) in enumerate(self.parts) if kind in _OFFERED), 0)
        often = Counter(kind for kind, _ in self.parts[:first])
        asked = [
            f"{_SIGNS.get(kind, _BLANKS)} {text}"
            for kind, text in self.parts[:first]
            if kind in _NEVER_WITH_OPTIONS or (kind in _ONCE and often[kind] > 1)
        ]
        if asked:
            kept = [part for part in self.parts[1:first] if part[0] in _ONCE and often[part[0]] == 1]
            question = "\n".join((self.parts[0][1], *asked))
            self.parts = [("question", question), *kept, *self.parts[first:]]

    def texts(self, *kinds: str) -> list[str]:
        """The texts of the parts of these kinds."""
        return [from_markdown(text) for kind, text in self.parts if kind in kinds]


def read_text2qti(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    draft: _Draft | None = None
    category = kind = ""
    respondus = is_respondus(text)
    for number, line in _told(_with_brackets(text), reading):
        start = _START.match(line)
        if respondus and (typed_as := TYPE.fullmatch(line)):
            _finish(draft, category, reading)
            draft, kind = None, typed_as[1].upper()
        elif _SETTING.match(line) or line.strip() in ("GROUP", "END_GROUP"):
            _finish(draft, category, reading)
            draft = None
            if line.casefold().startswith(("pick:", "solutions pick:")):
                reading.change(number, f"“{line.strip()}” was left out: all questions of the group are there")
            if line.casefold().startswith("text:"):
                told = from_markdown(line.partition(":")[2])
                reading.change(number, f"a text between the questions was left out: “{told[:60]}”")
            if line.casefold().startswith("quiz title:"):
                category = from_markdown(line.partition(":")[2])
        elif start and start.lastgroup == "question":
            _finish(draft, category, reading)
            draft = _Draft(number, kind, [("question", line[start.end() :])])
            kind = ""
        elif draft is not None:
            draft.add(start.lastgroup or "" if start else "", line[start.end() :] if start else line)
            draft.letters += (
                start[0].lstrip("*")[0].casefold() if start and start.lastgroup in ("right", "wrong") else ""
            )
        elif line.strip():
            reading.change(number, passed_over(line))
    _finish(draft, category, reading)
    return reading


def _told(text: str, reading: Reading) -> Iterator[tuple[int, str]]:
    """The lines that are not comments or programs, with their numbers."""
    comment = False
    fence = ""
    for number, line in enumerate(lines_of(text), start=1):
        bare = line.strip()
        fenced = _FENCE.fullmatch(bare)
        if fence:
            fence = "" if bare == fence else fence
        elif fenced and "run" in fenced[2]:
            fence = fenced[1]
            reading.leave(number, Unfit("a program that makes questions", "run text2qti, and import what it makes"))
        elif comment or bare == "COMMENT":
            comment = bare != "END_COMMENT"
        elif not line.startswith("%"):
            yield number, line


def _with_brackets(text: str) -> str:
    """The text with a star before options marked in other ways; Respondus text converted."""
    text = _TICKED.sub(r"*\1. ", text)
    if _PLAIN.search(text):
        text = _STARRED_APART.sub("*", text)
    if not _STARRED.search(text):
        text = _MARKED_BEFORE.sub(r"*\1. \2", _MARKED.sub(r"*\1. \2", text))
    return as_text2qti(text) if is_respondus(text) else text


def is_text2qti(text: str) -> bool:
    """Return whether a text has numbered questions, and options marked as in text2qti."""
    if re.search(r"^Type:[ \t]*(?:MC|MR|TF|F|MT|E)[ \t]*$", text, re.MULTILINE) and has_question(text):
        return True
    text = _with_brackets(text)
    numbered = re.search(r"^\d+\.[ \t]+\S", text, re.MULTILINE)
    return (
        numbered is not None and re.search(r"^(?:\*[A-Za-z]\)|\[[*xX✓]\]|\*|=)[ \t]+\S", text, re.MULTILINE) is not None
    )


def _finish(draft: _Draft | None, category: str, reading: Reading) -> None:
    if draft is None:
        return
    draft.settle()
    for text in draft.apart:
        reading.change(draft.line, f"“{text[:60]}” stands apart below its options, and was passed over")
    try:
        answer = _told_if_right(_answer(draft), draft)
    except Unfit as unfit:
        reading.leave(draft.line, unfit)
        return
    right = [] if isinstance(answer, Choice) else draft.texts("if_right")
    told = [*_general(draft), *right, *draft.texts("solution")]
    if any(has_markdown_picture(text) for _, text in draft.parts):
        reading.change(draft.line, PICTURE_LOST)
    for said in draft.texts("if_wrong"):
        reading.change(draft.line, not_told("", said))
    stem = from_markdown(draft.parts[0][1])
    reading.questions.append(ForeignQuestion(draft.line, stem, answer, category, " ".join(dict.fromkeys(told))))
    if isinstance(answer, Choice) and (
        lost := [said for said in draft.texts("if_right") if said not in _notes(answer)]
    ):
        reading.change(draft.line, f"what is said to those who are right was left out: “{' '.join(lost)}”")


def _notes(answer: Choice) -> str:
    return " ".join(option.note for option in answer.options)


def _told_if_right(answer: Answer, draft: _Draft) -> Answer:
    """The answer with feedback for right answers added to right options that have none."""
    said = " ".join(draft.texts("if_right"))
    if not isinstance(answer, Choice) or not said:
        return answer
    options = (replace(each, note=each.note or said) if each.right else each for each in answer.options)
    return replace(answer, options=tuple(options))


def _general(draft: _Draft) -> list[str]:
    """Feedback before the first option, which is about the question."""
    found = []
    for kind, text in draft.parts:
        if kind in ("right", "wrong", "ticked", "unticked"):
            break
        if kind == "note":
            found.append(from_markdown(text))
    return found


def _refuse_letters(draft: _Draft) -> None:
    """Raise Unfit if options are not lettered a, b, c …, or a possible option has no letter."""
    if draft.stray and any(kind in ("right", "wrong") for kind, _ in draft.parts):
        raise Unfit(f"“{draft.stray[:40]}” may be one of its options", "write each as a) and its text, or *b)")
    if len({*draft.letters}) > 1 and draft.letters != string.ascii_lowercase[: len(draft.letters)]:
        raise Unfit(*NOT_IN_ORDER)


def _answer(draft: _Draft) -> Answer:
    kinds = {kind for kind, _ in draft.parts}
    _refuse_letters(draft)
    if "essay" in kinds or draft.kind == "E":
        raise Unfit(*NOT_MARKED)
    if kinds & {*_OFFERED} and (beside := draft.texts("accepted", "number")):  # a remark with a star is not an answer
        raise Unfit(f"“{tidy(beside[0])[:40]}” stands below its options as an answer to type", "keep one or the other")
    if "number" in kinds:
        return _number(draft.texts("number")[0])
    if "accepted" in kinds:
        return typed(draft.texts("accepted"))
    options: list[ForeignOption] = []
    for kind, text in draft.parts:
        if kind in ("right", "wrong", "ticked", "unticked"):
            options.append(ForeignOption(from_markdown(text), kind in ("right", "ticked")))
        elif kind == "note" and options:
            last = options[-1]
            options[-1] = ForeignOption(last.text, last.right, bare_note(last.text, from_markdown(text)))
    if draft.kind in ("F", "FIB", "MT"):
        texts = [option.text for option in options]
        return _pairs(texts) if draft.kind == "MT" else typed(texts)
    if not options:
        raise _without_options(draft)
    several = bool(kinds & {"ticked", "unticked"}) or draft.kind in ("MR", "MA")
    return Choice(tuple(options), several)


def _without_options(draft: _Draft) -> Unfit:
    """The reason why a question has no options."""
    if _BOX.search(draft.parts[0][1]):
        return Unfit("none of its boxes is ticked", "tick the right one, as ☑ or [x]")
    return Unfit("no options", "write them as a) and *b), or a number as = 5")


def _pairs(texts: list[str]) -> Match:
    parts = [text.partition("=") for text in texts]
    if not all(sign for _, sign, _ in parts):
        raise Unfit("a pair without a sign of equality", "write each as: a) this = that")
    return Match(tuple((first.strip(), second.strip()) for first, _, second in parts))


def _number(said: str) -> Typed:
    between, off = _RANGE.fullmatch(said), _TOLERANCE.fullmatch(said)
    if between:
        return Typed(numbers_accepted(low=between[1], high=between[2]))
    if off and off[3]:
        raise Unfit(f"a number with a margin in percent, {said}", "write the margin as a number")
    return Typed(numbers_accepted(off[1], off[2]) if off else numbers_accepted(said.replace("_", "")))
