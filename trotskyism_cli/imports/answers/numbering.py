"""Remove numbers before the questions of a list, and points beside them: meaningless once these stand alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.lettered import NUMBERED
from trotskyism_cli.imports.foreign import ForeignQuestion
from trotskyism_cli.imports.words.head_words import LANGUAGES

_QUESTION = "|".join(words.question.partition("|")[0] for words in LANGUAGES.values())
_NUMBERED = re.compile(
    rf"(（?(?:#|№)?\s?(?:{NUMBERED})?(\d{{1,4}})\s?(?:[.):](?=\s)(?:\s(?:{_QUESTION})\s?[:：])?|[、．）]))\s*(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
POINT = (
    "points?|pts?|marks?|p|pkt|punkt[ey]?|puntos?|puntua[cç]i[oó]n|ponto?s?|punt[io]|балла?|баллов|бали?|балів|bod[yůu]?|"
    "pont|puan|poäng|poeng|pistettä|分|点|점|درجات?|درجة|نقاط|अंक"
)
_HOW_MANY = (
    rf"[(\[（][ ]?(?:\d{{1,2}}(?:[.,]\d)?|½)[ ]?(?:{POINT})\.?[ ]?[)\]）]|\(0[ ]?[-–][ ]?\d(?:[ ]?(?:{POINT})\.?)?\)"
)
_POINTS = re.compile(
    rf"(?P<before>{_HOW_MANY})[ ]*(?P<stem>\S.*)"
    rf"|(?P<asked>.*\S)[ ]*(?P<behind>{_HOW_MANY}|(?<=[?:…])[ ](?:\*[ ])?\d{{1,2}}[ ](?:{POINT})|(?<=[?:…])[ ]\*)",
    re.IGNORECASE,
)


def without_number(stem: str) -> str:
    """The stem without a number before it."""
    found = _NUMBERED.fullmatch(stem)
    return found[3] if found else stem


def without_points_behind(stem: str) -> str:
    """The stem without points behind it."""
    found = _POINTS.fullmatch(stem)
    return found["asked"] if found and found["asked"] else stem


def without_numbers(
    questions: Sequence[ForeignQuestion], found: int, *, numbered: bool = False
) -> tuple[list[ForeignQuestion], list[str]]:
    """The questions without their numbers, and notes on that; unchanged if they are not a numbered list.

    They are a list if the file says so (`numbered`; then points are removed too). Otherwise all must have numbers,
    ascending within each category and not above the number of questions `found`, so that no year is taken for one.
    """
    numbers = [_NUMBERED.fullmatch(question.stem.strip()) for question in questions]
    if not (numbered or _is_list(questions, numbers, found)):
        return list(questions), []
    bare = [replace(one, stem=number[3]) if number else one for one, number in zip(questions, numbers, strict=True)]
    marks = [number[1] for number in numbers if number]
    said = [f"the numbers before its questions, “{marks[0]}” to “{marks[-1]}”, were left out"] if marks[1:] else []
    if len(marks) == 1:
        said.append(f"the number before its question, “{marks[0]}”, was left out")
    return (_without_points(bare, said) if numbered else bare), said


def _is_list(questions: Sequence[ForeignQuestion], numbered: Sequence[re.Match[str] | None], found: int) -> bool:
    last: dict[str, int] = {}
    for question, number in zip(questions, numbered, strict=True):
        if number is None or not last.get(question.category, 0) < int(number[2]) <= found:
            return False
        last[question.category] = int(number[2])
    return len(questions) > 1


def _without_points(questions: Sequence[ForeignQuestion], said: list[str]) -> list[ForeignQuestion]:
    """The questions without points before or behind them; a note is added to `said`."""
    bare = []
    shown = ""
    for question in questions:
        points = _POINTS.fullmatch(question.stem)
        shown = shown or (points and (points["before"] or points["behind"])) or ""
        bare.append(replace(question, stem=points["stem"] or points["asked"]) if points else question)
    if shown:
        said.append(f"points beside its questions, as “{shown}”, were left out")
    return bare
