"""Remove letters and numbers that options carry in their texts, `a) Lima`: meaningless once options are shuffled."""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.foreign import Unfit
from trotskyism_cli.imports.words.letters import LETTERS, SERIES

_OWN_MARK = re.compile(
    rf"(?:\(([{LETTERS}]|\d{{1,2}})\)\s*|([{LETTERS}]|\d{{1,2}})\)\s*|([{LETTERS}])\.\s+|([{LETTERS}]|\d)[.:]\s+)(\S.*)",
    re.IGNORECASE,
)
_NAMES_OTHERS = re.compile(
    r"(?<!\w)[A-H](?:\s*(?:,|/|&|\+)\s*|\s+(?:and|or|und|oder|et|ou|y|e|o|и|или|i|lub)\s+)[A-H](?!\w)"
)
_COUNTED = (*SERIES, "123456789")


def without_marks(texts: Sequence[str]) -> list[str]:
    """The options without their letters or numbers, if these are consecutive (`a) …`, `b) …`); else empty.

    Unfit if they are in another order.
    """
    found = [_OWN_MARK.fullmatch(text) for text in texts]
    for place, each in enumerate(found):
        mark = (each[1] or each[2] or "").casefold() if each else ""
        if mark and not any(mark == letters[place : place + 1] for letters in _COUNTED):
            raise Unfit(f"its option {place + 1} begins with {mark.upper()}, as another is called", "delete that")
    marks = [_mark(each) for each in found if each]
    loose = any(each and each[4] for each in found)  # `1. May` may be a date
    series = [[*each[: len(texts)]] for each in _COUNTED]
    if len(marks) < 2 or len(marks) < len(texts) or sorted(marks) not in map(sorted, series):
        return []
    bare = [each[5] for each in found if each]
    if loose and (marks not in series or len({*bare}) < len(bare)):
        return []
    if marks not in series:
        said = ", ".join(mark.upper() for mark in marks)
        raise Unfit(f"its options have letters or numbers of their own in another order, {said}", "delete these")
    return bare


def without_letters(texts: Sequence[str]) -> list[str]:
    """The options without their letters, if these run from A; else empty.

    They stay if an option refers to others by letter, e.g. `Both A and B`.
    """
    found = [each for text in texts if (each := _OWN_MARK.fullmatch(text)) and not _mark(each).isdecimal()]
    if len(texts) < 2 or len(found) < len(texts) or any(map(_NAMES_OTHERS.search, texts)):
        return []
    marks = [_mark(each) for each in found]
    closed = all(each[1] or each[2] for each in found)  # `B. Brecht` may be a name, `b) Brecht` is not
    series = [[*each[: len(texts)]] for each in SERIES]
    in_order = marks in series or (closed and sorted(marks) in map(sorted, series))
    return [each[5] for each in found] if in_order else []


def _mark(found: re.Match[str]) -> str:
    """The letter or number of an option."""
    return (found[1] or found[2] or found[3] or found[4]).casefold()
