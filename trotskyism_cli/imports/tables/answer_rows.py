"""Tables with a row for each answer of a question, which is repeated or stands in the first row only.

One column has the answers, another says whether each is right, or how much of the mark it earns. Without the latter,
the question is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.answers.listed import parts_of
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Unfit,
    folded,
    tidy,
    typed,
    with_source,
)
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.heads import bare_head
from trotskyism_cli.imports.tables.rows import Row, cell_at
from trotskyism_cli.imports.words.column_words import EARNED
from trotskyism_cli.imports.words.head_words import named
from trotskyism_cli.imports.words.right_words import says_right
from trotskyism_cli.imports.words.truth_words import TRUTH
from trotskyism_cli.imports.words.verdict_heads import verdicts_named

_TICKS = frozenset({"1", "x", "y", "j", "✓", "✔", "right"})
_NO_TICKS = frozenset({"0", "", "n", "-", "✗", "wrong"})
_NUMBER = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?)\s?%?")
_IF_RIGHT = {
    *named("answer"),
    *(word for word, true in TRUTH.items() if true),
    *("is correct", "is right", "is true", "is answer", "correct answer", "status"),
}
_HOW_MUCH = EARNED | {"grade", "mark", "marks", "value", "percent"}
_REMEDY = "add a column correct with 1 beside each right answer and 0 beside the others"


@dataclass(frozen=True, slots=True)
class InRows:
    """The columns of such a table: question, answer, verdicts, and all headings."""

    question: int
    answer: int
    verdicts: tuple[int, ...]
    heads: Heads
    noted: tuple[int, ...] = ()  # columns with a note on each answer


def degree_of(cell: str) -> float | None:
    """How right an answer is: 1 if right, 0 if wrong, a number for points or percent; None if the cell says neither."""
    said = folded(cell)
    if said in _TICKS or said in _NO_TICKS:
        return float(said in _TICKS)
    if said in TRUTH:
        return float(TRUTH[said])
    found = _NUMBER.fullmatch(said)
    return float(found[1].replace(",", ".")) if found else None


def says_whether(cell: str) -> bool:
    """Return whether a cell is just a word for right or wrong."""
    said = folded(cell)
    return len(said) > 1 and not said.isdecimal() and (said in _TICKS or said in _NO_TICKS or said in TRUTH)


def judges_options(heads: Heads) -> bool:
    """Return whether a table has one column of options and another that says whether each is right."""
    judging = any(map(_is_judging, map(bare_head, heads.unknown.values())))
    return bool(heads.places("question")) and len(heads.options) == 1 and judging


def _is_judging(name: str) -> bool:
    return name in _IF_RIGHT or says_right(name) or bool(verdicts_named(name))


def answers_in_rows(names: Sequence[str], heads: Heads, rows: Sequence[Row]) -> InRows | None:
    """The columns of a table with a row for each answer; None for other tables."""
    asked = heads.places("question")
    if heads.ours or not asked or len(heads.options) > 1 or heads.wrong or heads.verdicts or heads.has_cards:
        return None
    cells = [row.cells for row in rows if not row.fault]
    columns = {place: [cell_at(row, place) for row in cells] for place in range(len(names)) if place not in asked}
    bare = [bare_head(name) for name in names]
    judging = [place for place, said in columns.items() if any(map(tidy, said)) and None not in map(degree_of, said)]
    surely = [place for place in judging if _is_judging(bare[place]) and {*map(degree_of, columns[place])} == {0, 1}]
    perhaps = [place for place in judging if bare[place] in _HOW_MUCH]
    texts = [place for place, _ in heads.options] + [place for place in heads.places("answer") if place not in surely]
    if not texts and len(heads.unknown) == 1:  # e.g. a column of statements
        texts = [*heads.unknown]
    if len(texts) != 1 or texts[0] in perhaps or any(len(parts_of(text)) > 1 for text in columns[texts[0]]):
        return None
    repeated = _repeats(cells, asked[0], texts[0])
    if not repeated and not any(bare[place].startswith("is ") for place in surely):
        return None
    verdicts = (*surely, *(perhaps if repeated else ()))
    heads.unknown = {place: name for place, name in heads.unknown.items() if place not in (texts[0], *verdicts)}
    return InRows(asked[0], texts[0], verdicts, heads)


def _repeats(rows: Sequence[Sequence[str]], question: int, answer: int) -> bool:
    """Return whether questions recur in rows with different answers, or are left blank after their first row."""
    known: dict[str, str] = {}
    for row in rows:
        stem, text = tidy(cell_at(row, question)), tidy(cell_at(row, answer))
        if text and known and known.setdefault(stem, text) != text:
            return True
        known.setdefault(stem, text)
    return False


def read_in_rows(reading: Reading, table: InRows, line: int, rows: Sequence[Row]) -> list[Row]:
    """Read the questions of such a table, each from all its rows; returns rows to be read one by one.

    These are single rows in a table without a column of verdicts.
    """
    groups: dict[str, list[Row]] = {}
    last = ""
    for row in rows:
        last = tidy(cell_at(row.cells, table.question)) or last
        groups.setdefault(last, []).append(row)
    table = replace(table, noted=_noted(table, list(groups.values())))
    alone: list[Row] = []
    for stem, own in groups.items():
        if not table.verdicts and len({tidy(cell_at(row.cells, table.answer)) for row in own}) == 1:
            alone += own
            continue
        with reading.leaving_out(own[0].line):
            reading.questions.append(_question(table, stem, own))
    if table.verdicts and any(len(own) > 1 for own in groups.values()):
        reading.tell(line, "rows with the same question were read as one, whose answers they are")
    if table.noted:
        reading.tell(line, "what its rows say of each answer was put to that")
    return sorted(alone, key=lambda row: row.line)


def _noted(table: InRows, groups: Sequence[Sequence[Row]]) -> tuple[int, ...]:
    """Explanation columns that differ between the answers of a question."""

    def differs(place: int) -> bool:
        said = ({tidy(cell_at(row.cells, place)) for row in own} - {""} for own in groups)
        return any(len(each) > 1 for each in said)

    return tuple(filter(differs, table.heads.places("explanation")))


def _question(table: InRows, stem: str, rows: Sequence[Row]) -> ForeignQuestion:
    if not stem:
        raise Unfit("no question in its column", "write it")
    first = rows[0]
    heads = table.heads

    answer = _answer(table, rows)
    besides = table.noted if isinstance(answer, Choice) else ()

    def told(role: str) -> list[str]:
        places = [place for place in heads.places(role) if place not in besides]
        return [tidy(cell_at(row.cells, place)) for row in rows for place in places]

    explanation = " ".join(dict.fromkeys(filter(None, told("explanation"))))
    return ForeignQuestion(
        line=first.line,
        stem=stem,
        answer=answer,
        category=next(filter(None, told("category")), ""),
        explanation=with_source(explanation, ", ".join(dict.fromkeys(filter(None, told("source"))))),
        own_id=next(filter(None, told("id")), ""),
    )


def _answer(table: InRows, rows: Sequence[Row]) -> Answer:
    """The answer from the rows of one question; Unfit if nothing says which are right."""
    texts = [tidy(cell_at(row.cells, table.answer)) for row in rows]
    if not table.verdicts:
        lines = ", ".join(str(row.line) for row in rows)
        raise Unfit(f"it has different answers in lines {lines}, and no column says which is right", _REMEDY)
    said = [[degree_of(cell_at(row.cells, place)) or 0 for place in table.verdicts] for row in rows]
    if any(len({each > 0 for each in degrees}) > 1 for degrees in said):
        raise Unfit("two columns say different things of whether an answer is right", "let both say the same")
    degrees = [each[-1] for each in said]
    most = max(degrees)
    if most <= 0:
        raise Unfit("no answer is said to be right", _REMEDY)
    if all(each == most for each in degrees):
        return typed(texts)
    notes = [" ".join(filter(None, (tidy(cell_at(row.cells, place)) for place in table.noted))) for row in rows]
    options = tuple(
        ForeignOption(
            text,
            degree == most,
            note,
            credit=max(0, min(99, round(100 * degree / most))) if degree < most else 0,
        )
        for text, degree, note in zip(texts, degrees, notes, strict=True)
    )
    return Choice(options, several=sum(option.right for option in options) > 1)
