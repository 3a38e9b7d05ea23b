"""OpenOLAT's question tables: several lines per question, each with two cells separated by a tab.

The first line has the kind (`Typ`, `SC`), others title, question and points; below, each answer follows its points:
https://docs.openolat.org/manual_user/learningresources/Test_editor_Question_import/
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.cards import GAP, card
from trotskyism_cli.imports.answers.written import told_as
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Reading, Unfit, tidy, typed
from trotskyism_cli.imports.tables.answer_rows import degree_of
from trotskyism_cli.imports.words.head_words import named, plain

_CHOICES = ("SC", "MC")
_KINDS = (*_CHOICES, "FIB", "NUMERICAL", "KPRIM", "INLINE", "INLINECHOICE", "ESSAY", "TRUEFALSE", "MATCH", "MATCHDRAG")
_KIND = re.compile(rf"^[^\W\d]+\t({'|'.join(_KINDS)})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ANSWER = re.compile(r"^-?\d\S*\t\S", re.MULTILINE)
_POINTS = re.compile(r"-?\d+(?:[.,]\d+)?")
_SIZE = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})?")
_LOOSE = re.compile(r" (?=[.,;:!?](?:\s|$))")  # a blank before punctuation behind the gap
_ASKED = frozenset(named("question"))
_EXPLAINS = frozenset(named("explanation"))


def is_openolat(text: str) -> bool:
    """Return whether a text begins with the kind of a question and has answers behind points."""
    begins = _KIND.search(text)
    return begins is not None and not text[: begins.start()].strip() and _ANSWER.search(text) is not None


def read_openolat(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    for line, kind, cells in _parts(text):
        with reading.leaving_out(line):
            reading.questions.append(_question(line, kind, cells))
    return reading


def _parts(text: str) -> Iterator[tuple[int, str, list[list[str]]]]:
    """For each question its line, kind, and the cells of its lines."""
    begun, kind = 0, ""
    cells: list[list[str]] = []
    for number, line in enumerate(lines_of(text), start=1):
        found = _KIND.fullmatch(line)
        if found and (cells or begun):
            yield begun, kind, cells
        if found:
            begun, kind, cells = number, found[1].upper(), []
        elif line.strip():
            begun = begun or number
            cells.append(line.split("\t"))
    if begun:
        yield begun, kind, cells


def _question(line: int, kind: str, cells: Sequence[Sequence[str]]) -> ForeignQuestion:
    if kind == "FIB":  # its third cell is the size of the text field
        cells = [row[:2] if len(row) > 2 and _SIZE.fullmatch(tidy(row[2])) else row for row in cells]
    named = [(plain(tidy(first)), tidy(" ".join(rest))) for first, *rest in cells]
    explanation = " ".join(text for name, text in named if name in _EXPLAINS)
    if kind == "FIB":
        return replace(_gap(line, named), explanation=explanation)
    if kind not in _CHOICES:
        told = f"a question of the kind “{kind}”" if kind else "lines above the first kind of a question"
        raise Unfit(told, "ask for an option instead: SC or MC, or for one gap: FIB")
    stem = next((text for name, text in named if name in _ASKED), "")
    if not stem:
        raise Unfit("no question in its lines", "write it behind “Question” and a tab")
    offered = [(degree_of(name) or 0, text) for name, text in named if _POINTS.fullmatch(name) and text]
    if len(offered) < 2 or max(degree for degree, _ in offered) <= 0:
        raise Unfit("no answer is said to be right", "write 1 and a tab before it, and 0 before the others")
    most = max(degree for degree, _ in offered)
    right = [degree == most if kind == "SC" else degree > 0 for degree, _ in offered]
    if kind == "SC" and sum(right) > 1:
        raise Unfit("a choice with several right answers", "write MC as its kind")
    options = tuple(ForeignOption(text, each) for (_, text), each in zip(offered, right, strict=True))
    return ForeignQuestion(line, stem, Choice(options, several=kind == "MC"), explanation=explanation)


def _gap(line: int, named: Sequence[tuple[str, str]]) -> ForeignQuestion:
    """A text with one gap: the text around it, and between, the points and the gap's answers."""
    parts = [(name, text) for name, text in named if name == "text" or _POINTS.fullmatch(name)]
    gaps = [text for name, text in parts if name != "text"]
    if len(gaps) != 1:
        raise Unfit(f"{len(gaps)} gaps in one text", "ask for one at a time")
    answers = re.split(r"\s*;\s*|,(?=\S)", gaps[0])
    asked = [text for name, text in named if name in _ASKED and name != "text"]
    around = [text if name == "text" else GAP for name, text in parts] if len(parts) > 1 else []
    question = card(line, _LOOSE.sub("", " ".join((*asked, *around))), answers[0])
    if len(answers) == 1:
        return question
    return replace(question, answer=typed(answers), changes=(told_as(gaps[0], answers),))
