"""What the JSON values of a review must be, and how that is said of one that is not."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from trotskyism_cli.learning.review import Review, review_from

YEARS = range(1970, 3000)
LARGEST = 1_000_000_000
MINUTES_A_DAY = 24 * 60

Check = Callable[[Any], bool]  # whether a value is sound


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
        is_sound, wanted = _CHECKS[name]
        if not is_sound(value):
            raise ValueError(f"{name} should be {wanted}")
    review = review_from(values)
    if review.time.tzinfo is None or review.time.year not in YEARS:
        raise ValueError("time should have its zone (+00:00), and a year that a review can be of")
    if not are_places(review.chosen, review.key, review.options):
        raise ValueError("chosen and key should be places among the options")
    return review


def are_places(chosen: Iterable[int], key: Iterable[int], options: Collection[str]) -> bool:
    """Whether what was chosen, and what is right, are among the options."""
    return max((-1, *chosen, *key)) < len(options)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and _can_be_written(value)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter, as JSON can name it
        return False
    return True


def _is_name(value: object) -> bool:
    return _is_text(value) and value != ""


def _is_time(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _whole_number(least: int, most: int = LARGEST) -> Check:
    return lambda value: type(value) is int and least <= value <= most  # true is no number here


def _number(most: float) -> Check:
    return lambda value: type(value) in (int, float) and 0 <= value <= most


def _list(is_sound: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(is_sound, value))


def _maybe(is_sound: Check) -> Check:
    return lambda value: value is None or is_sound(value)


_NAME = (_is_name, "a text that is not empty")
_TEXT = (_is_text, "a text")
_TEXTS = (_list(_is_text), "a list of texts")
_FLAG = (_is_flag, "true or false")
_PLACES = (_list(_whole_number(0)), "a list of whole numbers from 0")

# What each value of a review must be, and how that is said.
_CHECKS: dict[str, tuple[Check, str]] = {
    "id": _NAME,
    "time": (_is_time, "a time such as 2026-11-23T08:30:00+00:00"),
    "pack": _NAME,
    "session": _TEXT,
    "item": _TEXT,
    "facts": (_list(_is_name), "a list of ids"),
    "revisions": (_list(_whole_number(1)), "a list of whole numbers from 1"),
    "family": _TEXT,
    "response": _TEXT,
    "topic": _TEXT,
    "stem": _TEXT,
    "options": _TEXTS,
    "chosen": _PLACES,
    "key": _PLACES,
    "written": _TEXT,
    "accepted": _TEXTS,
    "credit": (_number(1), "a number from 0 to 1"),
    "near": _FLAG,
    "seconds": (_maybe(_number(LARGEST)), "a number of seconds, or null"),
    "confidence": (_maybe(_whole_number(1, 3)), "1, 2, 3 or null"),
    "predicted": (_maybe(_number(1)), "a number from 0 to 1, or null"),
    "undoes": _TEXT,
    "offset": (
        _maybe(_whole_number(1 - MINUTES_A_DAY, MINUTES_A_DAY - 1)),
        "whole minutes of less than a day, or null",
    ),
    "shown": _FLAG,
    "passage": _TEXT,
    "prompts": _TEXTS,
    "read_words": (_whole_number(0), "a whole number from 0"),
    "read_seconds": (_maybe(_number(LARGEST)), "a number of seconds, or null"),
}
_REQUIRED = _CHECKS.keys() - Review._field_defaults.keys()
