"""The lines of a printed test without what Markdown and Word put around them, and with letters instead of boxes.

`**1.**`, `1\\.` and `### Question 1` are numbers; where a line has a number alone, the question stands in the next.
Options that are only ticked, crossed or signed (`[x]`, `☑`, `+`, a column with an x) get the letters that others have.
"""

import re
import string
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from trotskyism_cli.imports.labels import labels_of
from trotskyism_cli.imports.lettered import LETTER, NUMBERED, SAID

_BLANK = re.compile(r"[^\S\t\n]")  # of any width
_ROMAN = re.compile(r"\s*\(?(I|II|III|IV|V|VI|VII|VIII|IX|X|i|ii|iii|iv|v|vi|vii|viii|ix|x)[.)]\s+\S")
_HEADING = re.compile(rf"^[ \t]*#{{1,6}}[ \t]+(?=[*_]*(?:{NUMBERED})?[(#№]?\d)", re.IGNORECASE)
_ESCAPED = re.compile(rf"^([ \t]*(?:\d{{1,3}}|\*{{0,2}}{LETTER}))\\(?=[.)])|^([ \t]*)\\(?=[*+#-])")
_BOLD_NUMBER = re.compile(rf"^[ \t]*(\*\*|__)(?=(?:{NUMBERED})?[#№]?\d)(.+?)\1", re.IGNORECASE)
_EMPHASIS = re.compile(rf"([ \t]*)(__?)(?=[(\[]?{LETTER}(?:[ ]?[.):\]]|[ \t]+[-–—]|\t))(\S.*?\S)\2[ \t]*")
# How what is right is said below the options, besides `Answer: B`.
_ONE = rf"[(\[]?(?:{LETTER}|\d)[)\]]?"
_EMPHATIC = re.compile(rf"^[ \t]*([*_]{{1,2}})((?:{SAID})s?[ ]*[:：–-].*?)\1[ \t]*$", re.IGNORECASE)
_SAID = re.compile(rf"^[ \t]*(?:the[ ]+)?(?:{SAID})(?:[ ]*=|[ ]+is\b:?)[ ]*(?={_ONE})", re.IGNORECASE)
_ANSWER = re.compile(
    r"\s*[(\[*_]*\s*(?:[=-]>|[→⇒➔➜✓✔✅]\ufe0f?|"
    rf"(?:the\s+)?(?:{SAID})s?[*_]*(?:\s*[:：=–—-]|\s+is\b:?|\.?[ \t]))[*_]*\s*"
    rf"(?P<said>{_ONE}(?:\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b)\s*{_ONE})*)\s*[.)\]*_]*\s*",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"[ \t]*(?:{NUMBERED})?[ \t]*(\d{{1,3}})[ \t]*[.:)]?[ \t]*(\([^()]*\))?[ \t]*", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}\s*")
_COLUMN = re.compile(r"[ ]*([xX✓✔√+*]?)[ ]*\t[ \t]*(?=\S)")
_IN_CELLS = re.compile(r"[^\W\d][^\t]+\t")  # a row of another table
# How options are ticked, and by which sign those are marked that are right. Of boxes, several may be.
_BOXES = (
    (re.compile(r"[ \t]*\[([ xX✓✔*]?)\][ \t]*(?=\S)"), "[x]"),
    (re.compile(r"[ \t]*([☐☑☒✅])\ufe0f?[ \t]*(?=\S)"), "[x]"),
    (re.compile(r"[ \t]*([○◯●◉])[ \t]*(?=\S)"), "*"),
    (re.compile(r"[ \t]*\(([ xX*•]?)\)[ \t]*(?=\S)"), "*"),
    (re.compile(r"[ \t]*([+–-])[ \t]*(?!\d+[ \t]*[–-])(?=[^\s+–-])"), "*"),
    (_COLUMN, "*"),
)
_UNTICKED = ("", " ", "☐", "○", "◯", "-", "–")
_FEWEST = 2
_OWN_LABEL = re.compile(rf"[(\[]?({LETTER}|\d)(?:[ ]?[.):\]]+|[ ]+[-–—](?=\s)|(?=\s))[ \t]*(?=\S)")


def plain_lines(each: Sequence[str]) -> list[str | None]:
    """Each line of a text in this way; None for one that was joined to that before it."""
    bare = [_without_marks(_BLANK.sub(" ", line)) for line in each]
    found: list[str | None] = list(bare)
    for at, below in _heads(bare):
        head = _HEAD.fullmatch(bare[at])
        found[at] = " ".join(filter(None, (f"{head[1]}.", head[2], bare[below].strip()))) if head else bare[at]
        found[at + 1 : below + 1] = [None] * (below - at)
    return _joined(_lettered(found))


def _without_marks(line: str) -> str:
    line = _SAID.sub("ANSWER: ", _EMPHATIC.sub(r"\2", line))
    if (said := _ANSWER.fullmatch(line)) and not line.startswith("\t"):
        return f"ANSWER: {said['said']}"
    line = _ESCAPED.sub(lambda found: found[1] or found[2] or "", line)
    line = _BOLD_NUMBER.sub(r"\2", _HEADING.sub("", line, count=1), count=1)
    return _EMPHASIS.sub(r"\1**\3**", line) if _EMPHASIS.fullmatch(line) else line


def _heads(each: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines with a number alone, and those below of what it is the number; none if there is one only."""
    filled = [at for at, line in enumerate(each) if line.strip()]
    found = [(at, below) for at, below in pairwise(filled) if _is_head(each[at]) and not _is_head(each[below])]
    numbers = [int(head[1]) for at, _ in found if (head := _HEAD.fullmatch(each[at]))]
    if len(numbers) >= _FEWEST and numbers[:_FEWEST] == [numbers[0], numbers[0] + 1]:
        yield from found


def _is_head(line: str) -> bool:
    return _HEAD.fullmatch(line) is not None and not _NUMBER_ALONE.fullmatch(line)


def _lettered(each: Sequence[str | None]) -> list[str | None]:
    """The lines with letters before what is ticked, if most questions have such options."""
    found = list(each)
    text = "".join(filter(None, each))
    if "☒" in text and {"☑", "✅"} & {*text}:  # then a cross may say that an option is wrong
        return found
    for box, sign in _BOXES:
        runs = [run for run in _runs(each, box) if _is_choice(run)]
        if len(runs) < max(_FEWEST, _labelled(each)) or (
            box is _COLUMN and any(map(_IN_CELLS.match, filter(None, each)))
        ):
            continue
        fewest = min(map(len, runs))
        for run in runs:
            if len(run) > fewest + 1 and run[0][1][1] in "-–":  # then a list with dashes may stand above
                continue
            texts = _unlabelled([(each[at] or "")[ticked.end() :].strip() for at, ticked in run])
            for letter, (at, ticked), bare in zip(string.ascii_lowercase, run, texts, strict=False):
                found[at] = f"{sign if ticked[1] not in _UNTICKED else ''}{letter}) {bare}"
        return found
    return found


def _runs(each: Sequence[str | None], box: re.Pattern[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """The lines with boxes that stand together, but for blank lines between them, below another line."""
    run: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate([*each, "end"]):
        if line and (ticked := box.match(line)):
            run.append((at, ticked))
        elif line and line.strip():
            yield run
            run = []


def _is_choice(run: Sequence[tuple[int, re.Match[str]]]) -> bool:
    ticked = [each[1] not in _UNTICKED for _, each in run]
    return {*ticked} == {True, False} and len(run) <= len(string.ascii_lowercase)


def _joined(each: Sequence[str | None]) -> list[str | None]:
    """The lines with those of lists `I) … II) …` joined to the line above, if these are no options."""
    runs = list(_roman_runs(each))
    found = list(each)
    listed = {at for run in runs for at in run}
    if not runs or _labelled([line for at, line in enumerate(each) if at not in listed]) < len(runs):
        return found
    for run in runs:
        above = next((at for at in range(run[0] - 1, -1, -1) if found[at] is not None), run[0])
        first = above if (found[above] or "").strip() else run[0]
        found[first] = " ".join((found[at] or "").strip() for at in dict.fromkeys((first, *run)))
        for at in run:
            found[at] = found[at] if at == first else None
    return found


def _roman_runs(each: Sequence[str | None]) -> Iterator[list[int]]:
    """The lines of each list that begins with I and II."""
    filled = [at for at, line in enumerate(each) if line and line.strip()]
    marks = [found[1] if (found := _ROMAN.match(each[at] or "")) else "" for at in filled]
    for place, two in enumerate(pairwise(marks)):
        if two in (("I", "II"), ("i", "ii")):
            yield [at for at, _ in takewhile(lambda one: one[1], zip(filled[place:], marks[place:], strict=True))]


def _labelled(each: Sequence[str | None]) -> int:
    """How many lines begin with the first label of options that have letters."""
    some = [line for line in each if line]
    labels = labels_of(some)
    return sum(found[0].place == 0 for line in some if (found := labels.within(line))) if labels.lettered else 0


def _unlabelled(texts: Sequence[str]) -> list[str]:
    """The texts without the letters or numbers that they have besides, if they all do, in order."""
    found = [_OWN_LABEL.match(text) for text in texts]
    marks = [each[1].casefold() for each in found if each]
    orders = (string.ascii_lowercase, "абвгдежз", "123456789")
    if len(marks) < len(texts) or not any("".join(marks) == order[: len(marks)] for order in orders):
        return list(texts)
    return [text[each.end() :] for text, each in zip(texts, found, strict=True) if each]
