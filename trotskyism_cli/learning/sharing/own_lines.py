"""Reads the lines of a log that are as this program writes them: by a pattern, which takes a step of C for each line.

Such a line has its values in the order of `Review`, a space after each comma and colon, and no letter that is spelt in
another way. The pattern lets nothing pass that is not sound (see `soundness`); of other lines nothing is said here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from trotskyism_cli.learning.recall.reading import signs_of
from trotskyism_cli.learning.record.arrivals import Arrival
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.sharing.soundness import are_places

OFTEN = 10_000  # different texts of which one is met again: a log asks the same again and again


class _Form(NamedTuple):
    """How a value is written, the part in brackets being what is meant by it; empty where nothing is said."""

    pattern: str
    meant: Callable[[str], Any]


def _or_null(pattern: str) -> str:
    return rf"(null|{pattern})"


def _list(pattern: str) -> str:
    return rf"\[((?:{pattern}(?:, {pattern})*+)?+)\]"


def _count(text: str) -> int:
    return int(text or 0)


def _number(text: str) -> float | None:
    return None if text in ("", "null") else float(text)


@lru_cache(OFTEN)
def _whole(text: str) -> int | None:
    return None if text in ("", "null") else int(text)


@lru_cache(OFTEN)
def _share(text: str) -> float:
    return float(text or 0)


@lru_cache(OFTEN)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(text[1:-1].split('", "')) if text else ()


@lru_cache(OFTEN)
def _places(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()


_LETTER = r'[^"\\\x00-\x1f]'
_FROM_0, _FROM_1 = r"(?:0|[1-9]\d{0,8})", r"[1-9]\d{0,8}"
_FROM_0_TO_1 = r"0(?:\.\d+)?|1(?:\.0)?|[1-9](?:\.\d+)?e-\d{2,3}"

_NAME = _Form(rf'"({_LETTER}++)"', str)
_TEXT = _Form(rf'"({_LETTER}*+)"', str)
_NAMES = _Form(_list(rf'"{_LETTER}++"'), _texts)
_TEXTS = _Form(_list(rf'"{_LETTER}*+"'), _texts)
_PLACES = _Form(_list(_FROM_0), _places)
_FLAG = _Form("(true|false)", "true".__eq__)

_FORMS = {
    "id": _NAME,
    "time": _Form(
        r'"((?:19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?\+00:00)"',
        datetime.fromisoformat,
    ),
    "pack": _NAME,
    "session": _TEXT,
    "item": _TEXT,
    "facts": _NAMES,
    "revisions": _Form(_list(_FROM_1), _places),
    "family": _TEXT,
    "response": _TEXT,
    "topic": _TEXT,
    "stem": _TEXT,
    "options": _TEXTS,
    "chosen": _PLACES,
    "key": _PLACES,
    "written": _TEXT,
    "accepted": _TEXTS,
    "credit": _Form(rf"({_FROM_0_TO_1})", _share),
    "near": _FLAG,
    "seconds": _Form(_or_null(rf"{_FROM_0}(?:\.\d+)?"), _number),
    "confidence": _Form(_or_null("[1-3]"), _whole),
    "predicted": _Form(_or_null(_FROM_0_TO_1), _number),
    "undoes": _TEXT,
    "offset": _Form(_or_null(r"0|-?[1-9]\d{0,2}"), _whole),
    "shown": _FLAG,
    "passage": _TEXT,
    "prompts": _TEXTS,
    "read_words": _Form(f"({_FROM_0})", _count),
    "read_seconds": _Form(_or_null(rf"{_FROM_0}(?:\.\d+)?"), _number),
}


def _pattern() -> str:
    values = [rf'"{name}": {form.pattern}' for name, form in _FORMS.items()]
    always = len(values) - len(Review._field_defaults)
    said = ", ".join(values[:always]) + "".join(f"(?:, {each})?" for each in values[always:])
    return rf"^[ \t\r]*+\{{{said}\}}[ \t\r]*$|^.*$"


@lru_cache(1)
def _lines() -> re.Pattern[str]:
    """One line after another: the values of a review, all of them empty if it is none of the ordinary kind."""
    return re.compile(_pattern(), re.ASCII | re.MULTILINE)


def read_own_lines(lines: Sequence[bytes]) -> list[Arrival | None]:
    """The review of each line; None for a line of which it may be doubted that it is one."""
    try:
        rows = _lines().findall(b"\n".join(lines).decode())
        written = [line.strip() for line, row in zip(lines, rows, strict=True) if row[0]]
        found = _arrivals([row for row in rows if row[0]], written)
        return [next(found) if row[0] else None for row in rows]
    except ValueError:  # no UTF-8, or no such day or place: in which line, is seen where each is read by itself
        return [None] * len(lines)


def _arrivals(rows: Sequence[tuple[str, ...]], lines: Iterable[bytes]) -> Iterator[Arrival]:
    """The reviews of lines in which the pattern found these texts. ValueError if there is no such day, or place."""
    if not rows:
        return iter(())
    said = dict(zip(_FORMS, zip(*rows, strict=True), strict=True))
    meant = {
        name: texts if _FORMS[name].meant is str else [*map(_FORMS[name].meant, texts)] for name, texts in said.items()
    }
    if not all(are_places(*each) for each in set(zip(meant["chosen"], meant["key"], meant["options"], strict=True))):
        raise ValueError("chosen and key should be places among the options")
    kept = meant | {
        "time": [text if "." in text else text.replace("+", ".000000+") for text in said["time"]],
        "data": lines,
        "signs": map(signs_of, map(Review._make, zip(*meant.values(), strict=True))),
    }
    return map(Arrival._make, zip(*(kept[name] for name in Arrival._fields), strict=True))
