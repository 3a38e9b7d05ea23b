"""Rewrite unnumbered statements, or ones with a verdict in front, as numbered ones: `( V ) …`, `a) … (V)`, `T 1. …`."""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.answers.truth_said import truth_of, truths_in
from trotskyism_cli.imports.foreign import folded
from trotskyism_cli.imports.words.truth_words import TRUTH

_SAID = r"(?P<said>[^\W\d_]{0,12})"
_ROOM = r"[(（\[][ \t_]*"
_END = r"[ \t_]*[)）\]]"
_BEFORE = re.compile(rf"[ \t]*(?:[-–•*][ \t]+)?{_ROOM}{_SAID}{_END}[ \t]*(?P<stem>[^\W_].*)")
_BEHIND = re.compile(rf"[ \t]*\(?[a-z][).][ \t]+(?P<stem>\S.*\S)[ \t]*{_ROOM}{_SAID}{_END}[ \t.]*")
_AT_NUMBER = re.compile(r"[ \t]*(?P<said>[^\W\d_]{1,12})[ \t]+\d{1,3}[.)][ \t]+(?P<stem>\S.*)")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+\S")
_TICKED = re.compile(
    rf"(?P<stem>{_NUMBERED.pattern}.*?\S)[ \t]+(?P<one>[^\W\d_]{{1,12}})[ \t]*\[(?P<first>[ xX✓✔]?)\][ \t]+"
    r"(?P<other>[^\W\d_]{1,12})[ \t]*\[(?P<second>[ xX✓✔]?)\][ \t]*"
)
_BELOW = re.compile(r"[ \t]*(?P<said>[^\W\d_]{2,12})[ \t]*(?:[:.–—-].*)?")
_FEWEST = 3  # statements
_ABOVE = 2  # lines of instructions above


def with_verdicts(lines: Sequence[str]) -> list[str]:
    """The lines with statements numbered and their verdicts in one place."""
    return _with_numbers(_with_verdicts_below(_with_ticks_said(lines)))


def _with_ticks_said(lines: Sequence[str]) -> list[str]:
    """The lines with `1. … (V)` for `1. …  V [x]  F [ ]`, if all numbered lines have this form."""
    heads = [at for at, line in enumerate(lines) if _NUMBERED.match(line)]
    found = {at: one for at in heads if (one := _TICKED.fullmatch(lines[at]))}
    if len(found) < _FEWEST or len(found) < len(heads):
        return list(lines)
    return [f"{found[at]['stem']} ({_ticked(found[at])})" if at in found else line for at, line in enumerate(lines)]


def _ticked(found: re.Match[str]) -> str:
    """The word whose box is ticked; empty if both are, or none."""
    ticked = [found[word] for word, box in (("one", "first"), ("other", "second")) if found[box].strip()]
    return ticked[0] if len(ticked) == 1 else " "


def _with_verdicts_below(lines: Sequence[str]) -> list[str]:
    """The lines with `Answer:` before a verdict that stands below each statement."""
    heads = [at for at, line in enumerate(lines) if _NUMBERED.match(line)]
    below = {at + 1 for at in heads if at + 1 < len(lines) and _judges(lines[at + 1])}
    if len(below) < max(_FEWEST, len(heads)):
        return list(lines)
    return [f"Answer: {line.strip()}" if at in below else line for at, line in enumerate(lines)]


def _judges(line: str) -> bool:
    found = _BELOW.fullmatch(line)
    return found is not None and folded(found["said"]) in TRUTH


def _with_numbers(lines: Sequence[str]) -> list[str]:
    """The lines with such statements as `1. (V) …`; unchanged if other lines stand among them.

    Statements with empty brackets are numbered too.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for pattern in (_BEFORE, _BEHIND, _AT_NUMBER):
        found = {at: one for at in filled if (one := pattern.fullmatch(lines[at]))}
        said = [one["said"] for one in found.values() if one["said"]]
        first = min(found, default=0)
        others = [at for at in filled if at not in found]
        if (
            len(said) < _FEWEST
            or len(others) > _ABOVE
            or any(at > first or _NUMBERED.match(lines[at]) for at in others)
        ):
            continue
        truths = truths_in(said, [])
        if {truth_of(one, truths)[0] for one in said} == {True, False}:
            numbered = {
                at: f"{number}. ({one['said']}) {one['stem']}" for number, (at, one) in enumerate(found.items(), 1)
            }
            return [numbered.get(at, line) for at, line in enumerate(lines)]
    return list(lines)
