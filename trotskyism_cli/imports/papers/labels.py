"""Option labels of a test: the style in which a text writes them, and their positions in its lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.words.letters import LATIN, LETTERS, ROMAN, SERIES
from trotskyism_cli.imports.words.signs import ARROWS, TICKED_BOXES, TICKS

_LETTER = f"[A-Za-z{LETTERS}{LETTERS.upper()}أ]"
_ROMAN = ROMAN[:8]  # more options have not been seen
_CIRCLED = "①②③④⑤⑥⑦⑧"
_DIGITS = "12345678"
_KNOWN: tuple[Sequence[str], ...] = (*SERIES, _CIRCLED, _DIGITS, _ROMAN)
_KNOWN_WITH = {  # for each letter, the indices of the series that have it
    letter: [place for place, series in enumerate(_KNOWN) if letter in series] for each in _KNOWN for letter in each
}
# Marks of the right option, before its label.
_SIGN = (
    rf"\*{{1,2}}|\(\*\)|\[\*\]|\+|>{{1,2}}|[-=]>|[{ARROWS}{TICKS}{TICKED_BOXES}]\ufe0f?|\#|\([xX]\)|\[[xX]\]"
    r"|[xX](?=[ \t]+[(\[]?[^\W\d][ ]?[.):\]])"
)
_BEGINS = r"(?:^|(?<=[ ]{2})|(?<=\t))[ \t]*"
_FEWEST = 2
_LINES = 2_000  # lines examined to determine the style


class Style(NamedTuple):
    """A way to write labels.

    `plain`: the readers of tests know it. `fewest`: questions that must have it, more than one if it is common in other
    texts. `near`: the pattern after a single blank, if it is distinctive enough there.
    """

    find: re.Pattern[str]
    near: re.Pattern[str] | None
    plain: bool
    fewest: int


class Label(NamedTuple):
    """A label in a line: where it begins and ends, its letter, its index in the series (A is 0), and its mark."""

    start: int
    end: int
    letter: str
    place: int
    sign: str


def _style(
    before: str,
    after: str,
    letter: str = _LETTER,
    *,
    begins: str = _BEGINS,
    plain: bool = False,
    fewest: int = 1,
) -> Style:
    pattern = rf"(?P<sign>{_SIGN})?[ \t]*{before}(?P<letter>{letter})(?P<within>\*?){after}[ \t]*"
    alone = re.compile(rf"(?:^|(?<=\s))[ \t]*{pattern}") if plain or after in (r"\]", "）") else None
    return Style(re.compile(begins + pattern), alone, plain, fewest)


STYLES = (
    _style(r"\(?", r"(?:\)|\.(?!\))(?=\s|$)|[、．](?=\S))", plain=True),
    _style(r"\[", r"\]"),
    _style("（", "）"),
    _style("", r"[ ]?[:：](?=\s|$)"),
    _style("", r"(?:\.|[ ])\)"),
    _style("", r"[ \t]+[-–—](?=\s|$)"),
    _style("", r"[-–—](?=[ ])", fewest=2),
    _style("", r"\.(?=\w)"),
    _style("", "[.)]?", f"[{_CIRCLED}]"),
    _style("", r"\)", f"[{_DIGITS}]", fewest=2),
    _style(r"\(", r"\)", f"[{_DIGITS}]", fewest=2),
    _style(r"\[", r"\]", f"[{_DIGITS}]", fewest=2),
    _style(r"\(?", r"[.)](?=\s|$)", "|".join((*_ROMAN, *map(str.upper, _ROMAN))), fewest=2),
    _style("", r"(?=\t)", fewest=2),
    _style("", r"[ ](?=[^\s–—-])", begins=r"^[ \t]*", fewest=2),
)


class Labels(NamedTuple):
    """The label style of a text and its series of letters; an empty series if it has no options."""

    style: Style = STYLES[0]
    series: Sequence[str] = ""

    def within(self, line: str) -> list[Label]:
        """The labels in a line in order, if it begins with one or has several in sequence after other words."""
        found: list[Label] = []
        for each in self._found(self.style.find, line):
            # part of the option before, as in `a.⇥C. elegans`
            begins_text = bool(found) and found[-1].end == each.start
            if not (begins_text and found[-1].letter.isupper() != each.letter.isupper()):
                found.append(each)
        if len(found) < _FEWEST and self.style.near:
            near = self._found(self.style.near, line)
            found = near if _are_beside(line, near) else found
        begins = bool(found) and not line[: found[0].start].strip()
        in_order = len(found) > 1 and [each.place for each in found] == list(range(len(found)))
        return found if begins or in_order else []

    def _found(self, pattern: re.Pattern[str], line: str) -> list[Label]:
        return [
            Label(each.start(), each.end(), each["letter"], place, (each["sign"] or "") + each["within"])
            for each in pattern.finditer(line)
            if (place := place_in(self.series, each["letter"])) >= 0
        ]

    @property
    def latin(self) -> bool:
        """Return whether they are a, b, c …"""
        return self.series == LATIN

    @property
    def lettered(self) -> bool:
        """Return whether they are letters, not numbers of any kind."""
        return self.series in SERIES


def _are_beside(line: str, found: Sequence[Label]) -> bool:
    """Return whether labels after single blanks are real: in order, of one case, each followed by text."""
    if len(found) < _FEWEST or len({each.letter.isupper() for each in found}) > 1:
        return False
    places = [each.place for each in found]
    ends = [*(each.start for each in found[1:]), len(line)]
    begins = not line[: found[0].start].strip() or places[0] == 0
    whole = all(line[each.end : end].strip() for each, end in zip(found, ends, strict=True))
    if places != list(range(places[0], places[0] + len(found))):  # one may lack its label; not after full stops
        whole = whole and places == sorted({*places}) and all("." not in line[e.start : e.end] for e in found)
    return begins and whole


def options_begun(lines: Sequence[str | None]) -> int:
    """Number of lines that begin with the first label, if labels are letters."""
    some = [line for line in lines if line]
    labels = labels_of(some)
    return sum(found[0].place == 0 for line in some if (found := labels.within(line))) if labels.lettered else 0


def place_in(series: Sequence[str], letter: str) -> int:
    """The index of a letter in a series; -1 if it is not in it."""
    bare = _bare(letter)
    return next((place for place, each in enumerate(series) if each == bare), -1)


def _bare(letter: str) -> str:
    """A letter in the form used in its series."""
    return letter.casefold().replace("أ", "ا")


def labels_of(lines: Sequence[str]) -> Labels:
    """The labels of most options in a text, which run from the first letter of a script."""
    best, most, groups = Labels(), 0, 0
    some = [line for line in lines[:_LINES] if line.strip()]
    for style in STYLES:
        series = _series(each["letter"] for line in some for each in (style.near or style.find).finditer(line))
        labels = Labels(style, series)
        whole = _whole_groups([each.place for line in some for each in labels.within(line)]) if series else []
        often = sum(whole)
        better = often > most and (len(whole) >= groups or not best.style.plain)
        if better if style.fewest == 1 else len(whole) >= max(style.fewest, 2 * groups):
            best, most, groups = labels, often, len(whole)
    return best


def _series(letters: Iterable[str]) -> Sequence[str]:
    """The series to which most of these letters belong."""
    counts = [0] * len(_KNOWN)
    for letter, often in Counter(letters).items():
        for place in _KNOWN_WITH.get(_bare(letter), ()):
            counts[place] += often
    return _KNOWN[counts.index(max(counts))] if any(counts) else ""


def _whole_groups(places: Sequence[int]) -> list[int]:
    """The sizes of the groups of labels that are complete: each index from 0, once."""
    return [len(group) for group in _groups(places) if len(group) >= _FEWEST and is_whole(group)]


def _groups(places: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for place in places:
        if place == 0 and group:
            yield group
            group = []
        group.append(place)
    yield group


def is_whole(places: Sequence[int]) -> bool:
    """Return whether these are all indices from 0 on, in any order."""
    return sorted(places) == list(range(len(places)))
