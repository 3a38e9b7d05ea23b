"""Options listed within one text, each behind a letter or number: `Who led? A. Lenin B. Trotsky`."""

import ast
import re
from functools import cache

from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.words.letters import SAME, SERIES

_FEWEST = 2
_BETWEEN = re.compile(r"[\n;|]")
_NUMBERS = "123456789"
_CIRCLED = "①②③④⑤⑥⑦⑧"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
ASKS = ("?", "？", "؟", "___")
_CLOSED = r"(?:[.)\]:、．]|\s[-–—](?=\s))\s*"
BULLET = re.compile(r"\s*[-–•*·]\s+")
_BITS = re.compile(r"[01](?:[\s,;|]*[01])*")


_ALL = (*SERIES, _NUMBERS, ROMAN, _CIRCLED)


def _marked(mark: str) -> str:
    """The pattern of a mark before an option."""
    called = "|".join((mark, *SAME.get(mark, "")))
    closed = r"\s*" if mark in _CIRCLED else _CLOSED
    return rf"(?:^|(?<=\s))[(\[]?(?:{called}){closed}(?=\S)"


@cache
def _begins(mark: str) -> re.Pattern[str]:
    return re.compile(_marked(mark), re.IGNORECASE)


_BEGUN = re.compile("|".join(_marked(series[1]) for series in _ALL), re.IGNORECASE)  # the second mark of each series


def options_in(text: str) -> tuple[str, list[str]]:
    """Split a text into the words before its first option and its options without letters; none if under two."""
    if not _BEGUN.search(text):
        return "", []
    for series in _ALL:
        places = []
        start = 0
        for mark in series:
            found = _begins(mark).search(text, start)
            if found is None:
                break
            places.append(found.span())
            start = found.end()
        if len(places) >= _FEWEST:
            ends = [*(begin for begin, _ in places[1:]), len(text)]
            options = [tidy(text[begin:end]) for (_, begin), end in zip(places, ends, strict=True)]
            if all(each.endswith((",", ";")) for each in options[:-1]):
                options = [each.rstrip(",; ") for each in options[:-1]] + options[-1:]
            if all(options):
                return text[: places[0][0]].strip(), options
    return "", []


def listed_below(text: str) -> tuple[str, list[str], bool]:
    """The stem, the lines listed below it (if at least two), and whether these are certainly a list.

    They are if each has a bullet, or the next letter of a script.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    asking = [place for place, line in enumerate(lines) if line.rstrip().endswith((*ASKS, ":", "："))]
    begun = (asking[-1] if asking else 0) + 1
    below = lines[begun:]
    if len(below) < _FEWEST:
        return tidy(text), [], False
    bare = [BULLET.sub("", line, count=1) for line in below]
    for series in SERIES:
        found = [re.match(rf"{mark}\s+(?=\S)", line, re.IGNORECASE) for mark, line in zip(series, below, strict=False)]
        if len(found) == len(below) and all(found):
            bare = [line[each.end() :] for each, line in zip(found, below, strict=True) if each]
    certain = all(each != line for each, line in zip(bare, below, strict=True))
    return tidy(" ".join(lines[:begun])), list(map(tidy, bare)), certain


def is_code(answer: str) -> bool:
    """Return whether an answer is a single letter or consists of 0 and 1, so that it may refer to other texts."""
    bare = tidy(answer)
    return (len(bare) == 1 and bare.isalpha()) or _BITS.fullmatch(bare) is not None


def is_list(cell: str) -> bool:
    """Return whether a cell looks like a Python or JSON list."""
    return cell.strip().startswith("[")


def parts_of(cell: str) -> list[str]:
    """The texts in a cell with several: a Python or JSON list, separated by lines, `;` or `|`, or lettered."""
    if is_list(cell):
        try:
            listed = ast.literal_eval(cell.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return []
        return [str(each) for each in listed] if isinstance(listed, list) else []
    if _BETWEEN.search(cell):
        return [part for part in _BETWEEN.split(cell) if part.strip()]
    before, listed = options_in(cell)
    return listed if not before else []
