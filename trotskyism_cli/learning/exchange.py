"""The log as JSON lines, one review a line: written, and read back with every problem of a foreign file named."""

import json
import math
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any, BinaryIO, TypeGuard

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.review import Review, review_from

LONGEST_LINE = 1_000_000  # bytes; a review has a few hundred
MOST_NAMED = 20  # problems
YEARS = range(1970, 3000)
LARGEST = 1_000_000_000
MINUTES_A_DAY = 24 * 60
_BYTE_ORDER_MARK = BOM_UTF8.decode()
_SURROGATES = re.compile("[\ud800-\udfff]")


def written(reviews: Iterable[Review]) -> Iterator[str]:
    """A line of JSON for each review."""
    return (json.dumps(review.as_json(), ensure_ascii=False) + "\n" for review in reviews)


def read(file: BinaryIO) -> Iterator[tuple[Review, bytes]]:
    """The reviews in a file of such lines, each with its line as JSON (see `_values`); blank lines are skipped.

    Lines that are no reviews are passed over, and named with their numbers in a ProgressError at the end: whoever keeps
    the reviews in one step keeps none of them then.
    """
    problems: list[str] = []
    for number in count(1):
        line = file.readline(LONGEST_LINE + 1)
        if not line or len(problems) > MOST_NAMED:
            break
        if len(line) > LONGEST_LINE:
            problems.append(f"line {number} is longer than {LONGEST_LINE} bytes")
            break
        try:
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                values, data = _values(line)
                yield checked(values), data
        except ValueError as error:
            problems.append(f"line {number} is no review: {error}")
    if problems:
        more = ["and more"] if len(problems) > MOST_NAMED else []
        raise ProgressError("\n".join([*problems[:MOST_NAMED], *more, "Nothing was changed. Mend or remove these."]))


class _GivenTwiceError(Exception):
    """A value stands in an object twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _GivenTwiceError
    return values


_DECODER = json.JSONDecoder(object_pairs_hook=_once)


def _values(line: bytes) -> tuple[object, bytes]:
    """What a line says, and its JSON; none if that has a value twice, of which SQLite would read the other one."""
    try:
        text = line.decode().removeprefix(_BYTE_ORDER_MARK)  # as “utf-8-sig” reads it, in C
        try:
            return _DECODER.decode(text), line.removeprefix(BOM_UTF8).strip()
        except _GivenTwiceError:
            return json.loads(text), b""
    except UnicodeDecodeError:
        raise ValueError("it is not written in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at character {error.pos + 1})") from None
    except ValueError:
        raise ValueError("it is not JSON that can be read: a number in it is too long") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def checked(values: object) -> Review:
    """The review that JSON values stand for; ValueError says which value is wrong."""
    if not isinstance(values, dict):
        raise ValueError("it is not an object with the values of a review")  # noqa: TRY004  one kind of error for a line
    if not values.keys() <= _CHECKS.keys():
        unknown = sorted(values.keys() - _CHECKS.keys())
        raise ValueError(f"{unknown[0]!r} is unknown; was it written by a newer version of this program?")
    if not values.keys() >= _REQUIRED:
        raise ValueError(f"{next(name for name in _CHECKS if name not in values)} is missing")
    for name, value in values.items():
        sound, wanted = _CHECKS[name]
        if not sound(value):
            raise ValueError(f"{name} should be {wanted}")
    return _whole(values)


def _whole(values: Mapping[str, Any]) -> Review:
    try:
        review = review_from(values)
        sound = review.time.tzinfo is not None and review.time.year in YEARS
    except OverflowError:
        sound = False
    if not sound:
        raise ValueError("time should have its zone (+00:00), and a year that a review can be of")
    if max((*review.chosen, *review.key), default=-1) >= len(review.options):
        raise ValueError("chosen and key should be places among the options")
    return review


def _is_text(value: object) -> bool:
    return isinstance(value, str) and (value.isascii() or not _SURROGATES.search(value))


def _is_name(value: object) -> bool:
    return _is_text(value) and bool(value)


def _is_time(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_whole(least: int, most: int = LARGEST) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_number(most: float) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and 0 <= value <= most
    )


def _are_texts(value: object) -> TypeGuard[list[str]]:
    try:
        return isinstance(value, list) and _is_text("".join(value))
    except TypeError:  # one of them is no text
        return False


def _are_names(value: object) -> bool:
    return _are_texts(value) and all(value)


def _are_whole(least: int) -> Callable[[object], bool]:
    sound = _is_whole(least)
    return lambda value: isinstance(value, list) and all(map(sound, value))


def _maybe(sound: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or sound(value)


_NAME = (_is_name, "a text that is not empty")
_TEXT = (_is_text, "a text")
_TEXTS = (_are_texts, "a list of texts")
_FLAG = (lambda value: isinstance(value, bool), "true or false")
_PLACES = (_are_whole(0), "a list of whole numbers from 0")

# What each value of a review must be, and how that is said.
_CHECKS: dict[str, tuple[Callable[[object], bool], str]] = {
    "id": _NAME,
    "time": (_is_time, "a time such as 2026-11-23T08:30:00+00:00"),
    "pack": _NAME,
    "session": _TEXT,
    "item": _TEXT,
    "facts": (_are_names, "a list of ids"),
    "revisions": (_are_whole(1), "a list of whole numbers from 1"),
    "family": _TEXT,
    "response": _TEXT,
    "topic": _TEXT,
    "stem": _TEXT,
    "options": _TEXTS,
    "chosen": _PLACES,
    "key": _PLACES,
    "written": _TEXT,
    "accepted": _TEXTS,
    "credit": (_is_number(1), "a number from 0 to 1"),
    "near": _FLAG,
    "seconds": (_maybe(_is_number(LARGEST)), "a number of seconds, or null"),
    "confidence": (_maybe(_is_whole(1, 3)), "1, 2, 3 or null"),
    "predicted": (_maybe(_is_number(1)), "a number from 0 to 1, or null"),
    "undoes": _TEXT,
    "offset": (_maybe(_is_whole(1 - MINUTES_A_DAY, MINUTES_A_DAY - 1)), "whole minutes of less than a day, or null"),
    "shown": _FLAG,
    "passage": _TEXT,
    "prompts": _TEXTS,
}
_REQUIRED = set(list(_CHECKS)[:11])
