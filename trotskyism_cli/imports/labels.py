"""Before the options of a test stand labels: how a text writes them, and where they stand in its lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.letters import LATIN, LETTERS, SERIES

_LETTER = f"[A-Za-z{LETTERS}{LETTERS.upper()}أ]"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_CIRCLED = "①②③④⑤⑥⑦⑧"
_DIGITS = "12345678"
# What marks the right option, before its label.
_SIGN = r"\*{1,2}|\(\*\)|\[\*\]|\+|>{1,2}|[-=]>|[→➔➜⇒▶►☛✓✔√✅☑]\ufe0f?|\#|\([xX]\)|\[[xX]\]"
_BEGINS = r"(?:^|(?<=[ ]{2})|(?<=\t))[ \t]*"
_FEWEST = 2


class Style(NamedTuple):
    """A way to write labels: whether the readers of tests know it, and how many questions at least must have it.

    That is more than one for ways in which any text may have something.
    """

    find: re.Pattern[str]
    plain: bool = False
    fewest: int = 1  # questions that must have labels of it


class Label(NamedTuple):
    """A label in a line: where what belongs to it begins and ends, its place among others (A is 0), and its sign."""

    start: int
    end: int
    letter: str
    place: int
    sign: str


def _style(
    before: str, after: str, letter: str = _LETTER, *, begins: str = _BEGINS, plain: bool = False, fewest: int = 1
) -> Style:
    pattern = rf"{begins}(?P<sign>{_SIGN})?[ \t]*{before}(?P<letter>{letter})(?P<within>\*?){after}[ \t]*"
    return Style(re.compile(pattern), plain, fewest)


STYLES = (
    _style(r"\(?", r"(?:\)|\.(?!\))(?=\s|$)|[、．](?=\S))", plain=True),
    _style(r"\[", r"\]"),
    _style("（", "）"),
    _style("", r"[:：](?=\s|$)"),
    _style("", r"\.\)"),
    _style("", r"[ \t]+[-–—](?=\s|$)"),
    _style("", r"\.(?=\w)"),
    _style("", "[.)]?", f"[{_CIRCLED}]"),
    _style("", r"\)", f"[{_DIGITS}]", fewest=2),
    _style(r"\(", r"\)", f"[{_DIGITS}]", fewest=2),
    _style(r"\[", r"\]", f"[{_DIGITS}]", fewest=2),
    _style(r"\(?", r"[.)](?=\s|$)", "|".join((*_ROMAN, *map(str.upper, _ROMAN))), fewest=2),
    _style("", r"(?=\t)", fewest=2),
    _style("", r"[ ](?=\S)", begins=r"^[ \t]*", fewest=2),
)


class Labels(NamedTuple):
    """The style of a text, and the letters in their order; no letters if it has no options."""

    style: Style = STYLES[0]
    series: Sequence[str] = ""

    def within(self, line: str) -> list[Label]:
        """The labels of a line in order, if it begins with one, or with words before the first."""
        found: list[Label] = []
        for each in self.style.find.finditer(line):
            place = place_in(self.series, each["letter"])
            begins_text = bool(found) and found[-1].end == each.start()  # of the option before, as in `a.⇥C. elegans`
            if place >= 0 and not (begins_text and found[-1].letter.isupper() != each["letter"].isupper()):
                found.append(
                    Label(each.start(), each.end(), each["letter"], place, (each["sign"] or "") + each["within"])
                )
        begins = bool(found) and not line[: found[0].start].strip()
        in_order = len(found) > 1 and [each.place for each in found] == list(range(len(found)))
        return found if begins or in_order else []

    @property
    def latin(self) -> bool:
        """Whether they are the letters a, b, c."""
        return self.series == LATIN

    @property
    def lettered(self) -> bool:
        """Whether they are letters, not numbers of any kind."""
        return self.series in SERIES


def place_in(series: Sequence[str], letter: str) -> int:
    """The place of a letter in a series, from 0; -1 if it has none."""
    bare = letter.casefold().replace("أ", "ا")
    return next((place for place, each in enumerate(series) if each == bare), -1)


def labels_of(lines: Sequence[str]) -> Labels:
    """The labels that most options of a text have: those that go on from the first letter of a script."""
    best, most = Labels(), 0
    for style in STYLES:
        found = [[each["letter"] for each in style.find.finditer(line)] for line in lines]
        series = _series(letter for line in found for letter in line)
        often = _whole_groups([place_in(series, letter) for line in found for letter in line]) if series else 0
        if often > most and often >= style.fewest:
            best, most = Labels(style, series), often
    return best


def _series(letters: Iterable[str]) -> Sequence[str]:
    """The series to which most of some letters belong."""
    often = Counter(letter.casefold().replace("أ", "ا") for letter in letters)
    known: tuple[Sequence[str], ...] = (*SERIES, _CIRCLED, _DIGITS, _ROMAN)
    counts = [sum(often[each] for each in series) for series in known]
    return known[counts.index(max(counts))] if max(counts) else ""


def _whole_groups(places: Sequence[int]) -> int:
    """How many groups of labels are whole: each place from the first on, once."""
    return sum(len(group) >= _FEWEST and is_whole(group) for group in _groups(places))


def _groups(places: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for place in places:
        if place == 0 and group:
            yield group
            group = []
        if place >= 0:
            group.append(place)
    yield group


def is_whole(places: Sequence[int]) -> bool:
    """Whether some places are all from the first on, in whatever order."""
    return sorted(places) == list(range(len(places)))
