"""Blackboard's question files: one question per line, its kind and its parts separated by tabs, without headings.

https://help.blackboard.com/Learn/Instructor/Original/Tests_Pools_Surveys/Reuse_Questions/Upload_Questions
"""

from collections.abc import Iterable, Sequence

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.decoding import filled_lines, lines_of
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Order,
    Reading,
    Typed,
    Unfit,
    folded,
    matched,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.markup import shown
from trotskyism_cli.imports.sentences import NO_TRUTH
from trotskyism_cli.imports.tables.answer_rows import degree_of
from trotskyism_cli.imports.tables.rows import Row, rows_of
from trotskyism_cli.imports.words.truth_words import TRUTH

_ASKABLE = ("MC", "MA", "TF", "FIB", "ORD", "MAT", "NUM")
_OTHERS = ("ESS", "SR", "OP", "FIL", "FIB_PLUS", "JUMBLED_SENTENCE", "QUIZ_BOWL")


def is_blackboard(text: str) -> bool:
    """Return whether most lines begin with a Blackboard kind and a tab, or another separator of spreadsheets."""
    filled = filled_lines(text)
    separator = _separator(filled)
    return 0 < len(filled) <= 2 * sum(_kind(line, separator) in (*_ASKABLE, *_OTHERS) for line in filled)


def _separator(filled: Sequence[str]) -> str:
    return max("\t;,", key=lambda each: sum(_kind(line, each) in (*_ASKABLE, *_OTHERS) for line in filled))


def _kind(line: str, separator: str) -> str:
    """The kind a line begins with, if it has a question and more, or asks for an essay; else empty."""
    begins, _, rest = line.partition(separator)
    kind = begins.strip(' "').upper()
    return kind if separator in rest or (rest and kind in _OTHERS) else ""


def read_blackboard(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    separator = _separator(lines_of(text))
    for row in _rows(text, separator):
        kind, *cells = (each.strip() for each in row.cells or ("",))
        with reading.leaving_out(row.line):
            row.refuse_fault()
            reading.questions.append(_question(row.line, kind.upper(), cells))
    return reading


def _rows(text: str, separator: str) -> Iterable[Row]:
    """The lines with their parts; with tabs as separators, quotation marks have no special meaning."""
    if separator != "\t":
        return rows_of(text, separator)
    numbered = enumerate(lines_of(text), start=1)
    return [Row(number, tuple(line.split(separator))) for number, line in numbered if line.strip()]


def _question(number: int, kind: str, cells: Sequence[str]) -> ForeignQuestion:
    stem, *parts = map(shown, cells or [""])
    if not stem and kind in _ASKABLE:
        raise Unfit("no question after its kind", "write it after a tab")
    return ForeignQuestion(number, stem, _answer(kind, parts))


def _answer(kind: str, parts: list[str]) -> Answer:
    while parts and not parts[-1]:
        parts.pop()
    match kind:
        case "MC" | "MA":
            return _choice(parts, several=kind == "MA")
        case "TF":
            return _judged(parts)
        case "FIB":
            return typed(parts)
        case "ORD":
            return Order(tuple(parts))
        case "MAT":
            if len(parts) % 2:
                raise Unfit("a pair with an empty side", "write both sides")
            return matched(tuple(zip(parts[::2], parts[1::2], strict=True)), ())
        case "NUM":
            return Typed(numbers_accepted(*(parts or [""])[:2]))
        case kind if kind in _OTHERS:
            raise Unfit(f"a question of the kind {kind}, which a pack has not", "write it with options, as MC")
        case _:
            raise Unfit("a line that does not begin with a kind of question", "begin it with MC, MA, TF, FIB …")


def _judged(parts: Sequence[str]) -> Choice:
    truth = TRUTH.get(folded(parts[0])) if len(parts) == 1 else None
    if truth is None:
        raise Unfit(NO_TRUTH, "write true or false after it")
    return true_or_false(answer=truth)


def _choice(parts: Sequence[str], *, several: bool) -> Choice:
    verdicts = [degree_of(each) if each else None for each in parts[1::2]]
    if len(parts) % 2 or not {*verdicts} <= {0, 1}:
        raise Unfit("an option of which is not said whether it is right", "write correct or incorrect after each")
    options = zip(parts[::2], verdicts, strict=True)
    return Choice(tuple(ForeignOption(text, verdict == 1) for text, verdict in options), several)
