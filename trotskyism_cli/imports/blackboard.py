"""Questions as Blackboard takes them from a file: a line each, its kind, and after tabs its parts, without heads.

https://help.blackboard.com/Learn/Instructor/Original/Tests_Pools_Surveys/Reuse_Questions/Upload_Questions
"""

from collections.abc import Sequence

from trotskyism_cli.imports.decoding import lines
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
from trotskyism_cli.imports.numbers import numbers_accepted

_ASKABLE = ("MC", "MA", "TF", "FIB", "ORD", "MAT", "NUM")
_OTHERS = ("ESS", "SR", "OP", "FIL", "FIB_PLUS", "JUMBLED_SENTENCE", "QUIZ_BOWL")
_VERDICTS = {"correct": True, "incorrect": False}


def is_blackboard(text: str) -> bool:
    """Whether each line begins with a kind of question of Blackboard and a tab."""
    filled = [line for line in lines(text) if line.strip()]
    return bool(filled) and all(line.split("\t")[0].strip().upper() in (*_ASKABLE, *_OTHERS) for line in filled)


def read_blackboard(text: str) -> Reading:
    """The questions of a file, in order, and what did not fit. Never fails, whatever the text is."""
    reading = Reading()
    for number, line in enumerate(lines(text), start=1):
        if not line.strip():
            continue
        kind, *cells = (each.strip() for each in line.split("\t"))
        try:
            reading.questions.append(_question(number, kind.upper(), cells))
        except Unfit as unfit:
            reading.leave(number, unfit)
    return reading


def _question(number: int, kind: str, cells: Sequence[str]) -> ForeignQuestion:
    stem, *parts = map(shown, cells or [""])
    if not stem:
        raise Unfit("no question after its kind", "write it after a tab")
    return ForeignQuestion(number, stem, _answer(kind, parts))


def _answer(kind: str, parts: list[str]) -> Answer:
    while parts and not parts[-1]:
        parts.pop()
    match kind:
        case "MC" | "MA":
            return _choice(parts, several=kind == "MA")
        case "TF":
            if len(parts) != 1 or folded(parts[0]) not in ("true", "false"):
                raise Unfit("a statement of which is not said whether it is true", "write true or false after it")
            return true_or_false(answer=folded(parts[0]) == "true")
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
        case _:
            raise Unfit(f"a question of the kind {kind}, which a pack has not", "write it with options, as MC")


def _choice(parts: Sequence[str], *, several: bool) -> Choice:
    verdicts = [_VERDICTS.get(folded(each)) for each in parts[1::2]]
    if len(parts) % 2 or None in verdicts:
        raise Unfit("an option of which is not said whether it is right", "write correct or incorrect after each")
    options = zip(parts[::2], verdicts, strict=True)
    return Choice(tuple(ForeignOption(text, bool(right)) for text, right in options), several)
