"""Remove marks left at options that would reveal the key: `fire (right answer)`, `ice ❌`, `snow (0)`.

Marks that agree with the key are removed; if they contradict it, the question is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Unfit, folded
from trotskyism_cli.imports.words.head_words import named, plain
from trotskyism_cli.imports.words.right_words import is_right, is_wrong
from trotskyism_cli.imports.words.signs import ARROW_BACK, CROSS, TICK

_RIGHT = TICK.replace("√", "")  # the root sign also stands before numbers
_MARKED = re.compile(
    rf"(?:(?P<sign>{_RIGHT}|{CROSS})\s*)?(?P<text>\S.*?)"
    rf"(?:\s*(?P<behind>{_RIGHT}|{CROSS})|\s+[(\[](?P<words>[^\W\d]+(?:[ ][^\W\d]+)?)[!.]?[)\]]"
    rf"|(?<![\d\s])\s+(?:%|//|\#|{ARROW_BACK})\s*(?P<remark>[^\W\d]+)[!.]?"
    rf"|\s*(?P<arrow>{ARROW_BACK})|(?<=[^\W\d_]{{3}})(?P<star>\*)|\s+\((?P<points>[01])\))?\s*"
)
_TICK = re.compile(_RIGHT)
# Words allowed after a word for "right" ("right wing" is no mark, nor are "(solution)" and "(left)").
_ANSWERS = frozenset((*named("answer"), "option", "one"))
_SOLVES = re.compile("sol|los|loes|lsg|kl|ключ|resi|rese|ries|rjes|chei")
_LEFT = re.compile(r".*[(\[]left[)\]]\s*", re.IGNORECASE)
_FEWEST = 2  # questions whose loose marks must agree with the key


@dataclass(frozen=True, slots=True)
class _Marked:
    """An option without its mark, and what the mark says; a `loose` mark may be part of the option: `A*`, `f (0)`."""

    text: str
    right: bool | None = None
    loose: bool = False


def without_marks_left(questions: Sequence[ForeignQuestion]) -> Iterator[ForeignQuestion | Unfit]:
    """Each question without the marks at its options, or Unfit if they contradict its key.

    Loose marks (stars, arrows, points) count only if they agree with the key in several questions.
    """
    marked = [_marks_of(each) for each in questions]
    agreeing = [bool(marks) and _agrees(each, marks) for each, marks in zip(questions, marked, strict=True)]
    for question, marks, agrees in zip(questions, marked, agreeing, strict=True):
        loose = any(each.loose for each in marks)
        if not marks or (loose and (sum(agreeing) < _FEWEST or not (agrees or _is_plain(marks)))):
            yield question
        elif not agrees:
            yield Unfit("the marks at its options and its key do not say the same", "keep one")
        else:
            yield _without(question, [each.text for each in marks])


def _is_plain(marks: Sequence[_Marked]) -> bool:
    """Return whether exactly one option is marked right, and nothing is said of the others."""
    return [each.right for each in marks if each.right is not None] == [True]


def _marks_of(question: ForeignQuestion) -> list[_Marked]:
    """The options of a choice with their marks; empty if it has no marks, or only the marks distinguish options."""
    options = question.answer.options if isinstance(question.answer, Choice) else ()
    marks = [_mark_of(each.text) for each in options]
    if (
        any(_LEFT.fullmatch(each.text) for each in options)
        or all(each.right is None for each in marks)
        or len({folded(each.text) for each in marks}) < len(marks)
    ):
        return []
    pointed = [each for each in marks if each.loose and each.right is False]
    return [] if pointed and len({each.right for each in marks} - {None}) < 2 else marks


def _mark_of(text: str) -> _Marked:
    found = _MARKED.fullmatch(text)
    if found is None or not re.search(r"\w", found["text"]):
        return _Marked(text)
    if sign := found["sign"] or found["behind"]:
        return _Marked(found["text"], right=_TICK.fullmatch(sign) is not None)
    if words := plain(found["words"] or found["remark"] or ""):
        right = False if is_wrong(words) else True if _says_right(words) else None
        return _Marked(text if right is None else found["text"], right)
    if found["arrow"] or found["star"] or found["points"]:
        return _Marked(found["text"], right=found["points"] != "0", loose=True)
    return _Marked(text)


def _says_right(words: str) -> bool:
    first, _, second = words.partition(" ")
    return is_right(first) and not _SOLVES.match(first) and (not second or second in _ANSWERS)


def _agrees(question: ForeignQuestion, marks: Sequence[_Marked]) -> bool:
    """Return whether the marks agree with the key."""
    options: tuple[ForeignOption, ...] = question.answer.options if isinstance(question.answer, Choice) else ()
    right = [each.right for each in options]
    said = [each.right for each in marks]
    return (True not in said or [each is True for each in said] == right) and not any(
        each and mark is False for each, mark in zip(right, said, strict=True)
    )


def _without(question: ForeignQuestion, texts: Sequence[str]) -> ForeignQuestion:
    """The choice with these option texts."""
    if not isinstance(question.answer, Choice):
        return question
    options = tuple(replace(each, text=text) for each, text in zip(question.answer.options, texts, strict=True))
    told = "marks that show which of its options are right were left out of them"
    return replace(question, answer=replace(question.answer, options=options), changes=(*question.changes, told))
