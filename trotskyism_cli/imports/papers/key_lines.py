"""Read the lines of a key: what they say about each question number.

Known forms: `1. B`, `1b, 2c`, `1 = B`, `1. B) the text`, `1-5: BCADA`, letters alone for all questions in order, a row
of numbers above a row of answers, Markdown tables, and ExamView. In a key on one line, answers may be of any kind; once
its numbers stop ascending, the rest is uncertain.
"""

import re
from collections.abc import Iterator, Sequence

from trotskyism_cli.imports.answers.lettered import LETTER, NUMBER, NUMBERED, OPTION
from trotskyism_cli.imports.answers.numbering import POINT
from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.papers.answers_said import EITHER, NOTHING
from trotskyism_cli.pack.lazy_regex import lazy_regex

# Kinds of lines: `1. B 2. C`, `1) a text`, `1-5: B C A D A`, and numbers above letters.
_PAIR = lazy_regex(rf"(\d{{1,3}})(?:\s?[.):=/–—．、-])?\s*\(?({LETTER})\)?(?!\w)\.?")
_PAIRS = lazy_regex(rf"(?:{_PAIR.pattern}[\s,;|،؛]*)+")
_ONE = lazy_regex(r"(\d{1,3})(?:\s*\.{2,}\s*|\s?(?:[.):=–—．、-]|/(?=\s))\s*|\s*[\t|]\s*)(\S.{0,199})?")
_RANGE = lazy_regex(rf"(\d{{1,3}})\s*[-–]\s*(\d{{1,3}})\s*[.):]?\s*((?:{LETTER}[\s,]*)+)")
_RANGES = lazy_regex(rf"(?:{_RANGE.pattern}[\s,;|]*)+")
_NUMBERS = lazy_regex(r"\d{1,3}(?:[\s|;,]+\d{1,3})+")
_LETTERS = lazy_regex(rf"{LETTER}(?:[\s|;,]+{LETTER})+")
# A number within a line of several answers of any kind, and what may follow it.
_TOKEN = lazy_regex(rf"(?<![^\s,;|(])(\d{{1,3}})(?=[\s.):=,;/|–—．、-]|{LETTER}(?!\w)|$)")
_MARKED = lazy_regex(r"\s?[.):=/–—．、-]")
# Not part of an answer: `(2 points)`, a table rule, `Question` before a number, ExamView's `ANS:`.
_POINTS = lazy_regex(
    r"(?<=\S)\s*[(\[]\s*\d{1,3}(?:[.,]\d{1,2})?\s*[^\W\d]+\.?\s*[)\]]"
    rf"|(?<=\S)\s+[-–—]\s*\d{{1,2}}(?:[.,]\d)?\s?(?:{POINT})\.?(?=$|\s+[-–—/]\s)",
    re.IGNORECASE,
)
_RULE = lazy_regex(r"\|[|:\-\s]+\|")
_DIVIDER = lazy_regex(r"\s+(?:[-–—]{1,2}|[/•·])\s+|\s+(?=\(\d)")
_BEGUN = lazy_regex(r"\(?(\d{1,3})(?!\d|[.,]\d)(?P<sign>\s?[.:=)]|[-–—])?\s*(?=[^\s/–—-])")
_POINTED = lazy_regex(rf"(?<![^\s,;|(])(\d{{1,3}})\s*(?:→|->|=>)\s*(?=\(?{LETTER}(?!\w))")  # `1→b`
_CLOSED = lazy_regex(r"^\((\d{1,3})\)(?=\s*\S)")
_CELLS = lazy_regex(r"\s*\t\s*|\s{2,}|\s*\|\s*")
_BULLET = lazy_regex(rf"^[ \t]*[-–•*·▪◦+][ \t]+(?=[*_]*(?:{NUMBERED})?\d{{1,3}}\s?[.:)=])", re.IGNORECASE)
_CALLED = lazy_regex(rf"(?<!\w)(?:{NUMBERED})\s*(?=\d)", re.IGNORECASE)
_EXAM = lazy_regex(r"(\d{1,3})[.)]?\s*ANS:\s*(.*?)(?:\s+PTS:.*)?", re.IGNORECASE)
_ROW = 2  # lines of a key in rows; also the numbers in a line of another kind, e.g. a number and a numeric answer
ANOTHER = "that of another number"


def cleaned(line: str) -> str:
    """A key line without Markdown table syntax, points, bullets, and words for "question" before its number."""
    bare = _CLOSED.sub(r"\1)", _POINTS.sub("", _BULLET.sub("", line.strip().lstrip("#"))).strip(), count=1)
    if _RULE.fullmatch(bare):
        return ""
    if len(bare) > 1 and bare.startswith("|") and bare.endswith("|"):
        cells = _cells_of(bare)
        bare = "\t".join(cells[:_ROW] if _is_answered(cells) else cells)
    if found := _EXAM.fullmatch(bare):
        return f"{found[1]}. {found[2]}"
    return _POINTED.sub(r"\1. ", _CALLED.sub("", bare.strip("*")))


def _cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip()[1:-1].split("|")]


def _is_answered(cells: Sequence[str]) -> bool:
    """Return whether a table row has a number, a letter and further columns."""
    return len(cells) > _ROW and cells[0].isdecimal() and re.fullmatch(LETTER, cells[1]) is not None


def beside_answer(line: str) -> tuple[str, str]:
    """The number of a Markdown table row and the text behind its letter, which explains the answer."""
    cells = _cells_of(line) if line.strip().startswith("|") else []
    return (plain_number(cells[0]), " ".join(cells[_ROW:]).strip()) if _is_answered(cells) else ("", "")


def divided(line: str) -> list[str]:
    """The parts of a line with consecutive numbers separated by dashes, slashes or dots: `1 b - 2 c`.

    Also with bracketed numbers, `(1) b (2) c`. Any other line is a single part.
    """
    begun = _BEGUN.match(line)
    if begun is None or _PAIRS.fullmatch(line):
        return [line]
    begins, ends = [begun], []
    for divider in _DIVIDER.finditer(line, begun.end()):
        following = _BEGUN.match(line, divider.end())
        if following and int(following[1]) == int(begins[-1][1]) + 1:
            begins.append(following)
            ends.append(divider.start())
    said = [line[each.end() : end].strip(" ,;") for each, end in zip(begins, [*ends, len(line)], strict=True)]
    if len(begins) < _ROW or not all(said):
        return [line]
    counting = len(begins) == _ROW and not any(each["sign"] for each in begins)
    if counting and not all(len(one) == 1 for one in said):  # `1 cup – 2 cups`
        return [line]
    return [f"{each[1]}. {one}" for each, one in zip(begins, said, strict=True)]


def plain_number(number: str) -> str:
    """A number in canonical form: `1` for `01` or for digits of another script."""
    return str(int(number))


def numbers_asked(lines: Sequence[str]) -> list[str]:
    """The numbers of lines that begin with one and are not options, in order."""
    return [plain_number(found[1]) for line in lines if (found := NUMBER.match(line)) and not OPTION.fullmatch(line)]


def without_row_heads(lines: Sequence[str]) -> list[str]:
    """The lines where rows of numbers and answers have lost their row headings (`Question 1 2`, `Key a b`)."""
    found = list(lines)
    for at in range(len(lines) - 1):
        above, below = (_CELLS.split(line) for line in lines[at : at + 2])
        above = above[0 if above[0].isdecimal() else 1 :]
        if len(above) >= _ROW and all(map(str.isdecimal, above)) and len(below) == len(above) + 1 and len(below[0]) > 1:
            found[at : at + 2] = "\t".join(above), "\t".join(below[1:])
    return found


def is_letters(line: str) -> bool:
    """Return whether a line has only letters, for several questions."""
    return _LETTERS.fullmatch(line) is not None


def is_item(line: str) -> bool:
    """Return whether a line may be an entry of a key."""
    kinds = (_PAIRS, _ONE, _RANGES, _NUMBERS, _LETTERS)
    return any(kind.fullmatch(line) for kind in kinds) or (len(_TOKEN.findall(line)) > 1 and line[0].isdecimal())


def said_in(items: Sequence[str], asked: Sequence[str]) -> list[tuple[str, str]]:
    """What each number is said to be; lines of other kinds are ignored."""
    if is_letters(" ".join(items)):
        letters = re.findall(LETTER, " ".join(items))
        return list(zip(asked, letters, strict=True)) if len(letters) == len(asked) else []
    few = len(items) * 2 <= len(asked)
    return [(plain_number(number), one) for number, one in _read(items, asked, few=few)]


def _read(items: Sequence[str], asked: Sequence[str], *, few: bool) -> Iterator[tuple[str, str]]:
    rest = list(items)
    while rest:
        line = rest.pop(0)
        ranges = _RANGE.findall(line) if _RANGES.fullmatch(line) else []
        if ranges and all(int(begin) < int(end) for begin, end, _ in ranges):
            for begin, end, letters in ranges:
                numbers = [str(number) for number in range(int(begin), int(end) + 1)]
                yield from _side_by_side(numbers, re.findall(LETTER, letters))
        elif _PAIRS.fullmatch(line):
            pairs = _PAIR.findall(line)
            in_any_order = len(pairs) == len(asked) and sorted(plain_number(one) for one, _ in pairs) == sorted(asked)
            yield from pairs if in_any_order else _going_on(pairs)
        elif _NUMBERS.fullmatch(line) and (len(items) == _ROW or len(re.findall(r"\d+", line)) > _ROW):
            yield from _below(re.findall(r"\d+", line), rest.pop(0) if rest else "")
        elif few and len(_TOKEN.findall(line)) > 1:
            yield from _spread(line, asked)
        elif found := _ONE.fullmatch(line):
            yield found[1], _one(found[2] or "")


def _below(numbers: Sequence[str], line: str) -> Iterator[tuple[str, str]]:
    """The answers in the row below a row of numbers, as cells or letters."""
    cells = [_one(cell) for cell in line.split("\t")]
    yield from _side_by_side(
        numbers, cells if len(cells) == len(numbers) else re.findall(LETTER, line) if is_letters(line) else []
    )


def _spread(line: str, asked: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The answers of any kind between the numbers of one line."""
    found = list(_TOKEN.finditer(line))
    marked = [each for each in found if _MARKED.match(line, each.end())]
    known = [each for each in found if each[1] in asked]
    if [each[1] for each in marked] == list(asked):
        found = marked
    elif [each[1] for each in known] == list(asked):  # the other numbers are part of an answer
        found = known
    ends = [*(each.start() for each in found[1:]), len(line)]
    said = (
        _one(line[each.end() : end].lstrip(".):=/–—．、- ").rstrip(" ,;|"))
        for each, end in zip(found, ends, strict=True)
    )
    pairs = [(each[1], one) for each, one in zip(found, said, strict=True)]
    yield from pairs if [plain_number(number) for number, _ in pairs] == list(asked) else _going_on(pairs)


def _going_on(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What one line says about its numbers; from a descending number on, it is uncertain.

    Such a number may be part of an answer: `1a, 21-b, 2-a, 3c`.
    """
    last, sure = 0, True
    for number, said in pairs:
        sure = sure and int(number) >= last
        last = max(last, int(number))
        yield number, said if sure else f"{said}{EITHER}{ANOTHER}"


def _one(said: str) -> str:
    """The answer to one number; of two letters with a slash, either may be right."""
    return re.sub(rf"^({LETTER})\s*/\s*(?={LETTER}$)", rf"\1{EITHER}", tidy(said) or NOTHING)


def _side_by_side(numbers: Sequence[str], letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each number with its letter; all without one if the counts differ."""
    yield from zip(numbers, letters if len(letters) == len(numbers) else [NOTHING] * len(numbers), strict=True)
