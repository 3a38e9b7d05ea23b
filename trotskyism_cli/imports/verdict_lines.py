"""Statements with no number, or with what says whether they are true before it: `( V ) …`, `a) … (V)`, `T 1. …`.

They are written as numbered statements, so that all are read in one way.
"""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.truth_said import truth_of, truths_in

_SAID = r"(?P<said>[^\W\d_]{0,12})"
_ROOM = r"[(（\[][ \t_]*"
_END = r"[ \t_]*[)）\]]"
_BEFORE = re.compile(rf"[ \t]*(?:[-–•*][ \t]+)?{_ROOM}{_SAID}{_END}[ \t]*(?P<stem>[^\W_].*)")
_BEHIND = re.compile(rf"[ \t]*\(?[a-z][).][ \t]+(?P<stem>\S.*\S)[ \t]*{_ROOM}{_SAID}{_END}[ \t.]*")
_AT_NUMBER = re.compile(r"[ \t]*(?P<said>[^\W\d_]{1,12})[ \t]+\d{1,3}[.)][ \t]+(?P<stem>\S.*)")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+\S")
_FEWEST = 3  # statements
_ABOVE = 2  # lines that tell what to do


def with_numbers(each: Sequence[str]) -> list[str]:
    """The lines, in which such statements are `1. (V) …`; as they are if some are no such statements.

    One whose brackets are empty is numbered with the others.
    """
    filled = [at for at, line in enumerate(each) if line.strip()]
    for pattern in (_BEFORE, _BEHIND, _AT_NUMBER):
        found = {at: one for at in filled if (one := pattern.fullmatch(each[at]))}
        said = [one["said"] for one in found.values() if one["said"]]
        first = min(found, default=0)
        others = [at for at in filled if at not in found]
        if len(said) < _FEWEST or len(others) > _ABOVE or any(at > first or _NUMBERED.match(each[at]) for at in others):
            continue
        truths = truths_in(said, [])
        if {truth_of(one, truths)[0] for one in said} == {True, False}:
            numbered = {
                at: f"{number}. ({one['said']}) {one['stem']}" for number, (at, one) in enumerate(found.items(), 1)
            }
            return [numbered.get(at, line) for at, line in enumerate(each)]
    return list(each)
