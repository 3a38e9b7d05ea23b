"""Tables of questions (CSV): those that `export csv` writes, and simple ones with a question, options and the answer.

The columns are found by their heads: `question` (or stem); `option_1`, `option_2` … (or option a, choice 1, wrong 1 …);
`right` (numbers or letters of the right options) or `answer` (the text of the right option, or its number or letter);
and, where there are any, `chapter` (or category, topic), `explanation` and `notes` (one line for each option).
"""

import csv
import io
import re
import string
from collections.abc import Iterator, Mapping, Sequence

from trotskyism_cli.imports.foreign import ForeignOption, ForeignQuestion, Misfit, Read, bare_note, tidy

_NAMES = {
    "stem": "question",
    "text": "question",
    "category": "chapter",
    "topic": "chapter",
    "correct": "answer",
    "key": "answer",
    "feedback": "explanation",
}
_OPTION = re.compile(r"(?:option|choice|distractor|wrong)[\s_-]*(?:[0-9]+|[a-l])?$")
_GUARD = re.compile(r"^'(?=\s*[=+\-@＝＋－＠'])")  # an apostrophe that keeps a spreadsheet from seeing a formula
Row = Mapping[str, str]


def read_table(text: str) -> Read:
    """The questions of a file, in order, and what did not fit. Never fails, whatever the text is."""
    rows = _rows(text.lstrip("\ufeff").replace("\0", ""))
    heads = [_name(cell) for cell in next(rows, (0, ()))[1]]
    options = [place for place, head in enumerate(heads) if _OPTION.match(head)]
    if "question" not in heads or not options or not {"right", "answer"} & set(heads):
        missing = "no columns question, option_1, option_2 … and right (or answer) in its first line"
        return [], [Misfit(1, f"{missing}; name them so")]
    questions: list[ForeignQuestion] = []
    misfits: list[Misfit] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            named = {head: _GUARD.sub("", cell) for head, cell in zip(heads, cells, strict=False)}
            texts = [_GUARD.sub("", cells[place]) for place in options if place < len(cells)]
            found = _question(line, named, [tidy(each) for each in texts if each.strip()])
            (questions if isinstance(found, ForeignQuestion) else misfits).append(found)  # type: ignore[arg-type]
    return questions, misfits


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with the number of the line on which each begins; after a row that cannot be read there are none."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        return


def _name(cell: str) -> str:
    head = " ".join(cell.casefold().split())
    return _NAMES.get(head, head)


def _question(line: int, row: Row, options: Sequence[str]) -> ForeignQuestion | Misfit:
    response = row.get("response", "choice").strip() or "choice"
    if response not in ("choice", "several"):
        return Misfit(line, f"the response {response}; a pack makes such questions from its facts")
    right = _right(row, options)
    if not right:
        return Misfit(line, "which option is right cannot be told; give its number or its text")
    notes = [tidy(note) for note in row.get("notes", "").split("\n")]
    told = notes if len(notes) == len(options) else [""] * len(options)
    return ForeignQuestion(
        line=line,
        stem=tidy(row["question"]),
        options=tuple(
            ForeignOption(text, place in right, bare_note(text, note))
            for place, (text, note) in enumerate(zip(options, told, strict=True))
        ),
        category=tidy(row.get("chapter", "")),
        explanation=tidy(row.get("explanation", "")),
    )


def _right(row: Row, options: Sequence[str]) -> set[int]:
    """The indices of the right options."""
    folded = [option.casefold() for option in options]
    answer = tidy(row.get("answer", "")).casefold()
    if answer in folded:
        return {folded.index(answer)}
    marks = re.split(r"[;,\s]+", (row.get("right", "") or answer).strip().casefold())
    places = {_place(mark) for mark in marks if mark}
    return {place for place in places if 0 <= place < len(options)} if places and max(places) < len(options) else set()


def _place(mark: str) -> int:
    """The index that a number or a letter stands for; -1 for anything else."""
    if mark.isascii() and mark.isdigit() and len(mark) < 4:
        return int(mark) - 1
    return string.ascii_lowercase.index(mark) if len(mark) == 1 and mark in string.ascii_lowercase else -1
