"""What each value of a review must be in JSON: the check, its description, and the form that this program writes."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from trotskyism_cli.learning.review import Review, review_from

YEARS = range(1970, 3000)
LARGEST = 1_000_000_000
MINUTES_A_DAY = 24 * 60

OFTEN = 10_000  # cached texts: the same questions recur in a log

Check = Callable[[Any], bool]  # whether a value is valid


class Kind(NamedTuple):
    """A kind of value: the check, its description, and how this program writes such a value.

    The group of the pattern is the text of the value, which `meant` converts; it is empty where the value is absent.
    The pattern matches valid values only, but not all of them (see `own_lines`).
    """

    is_sound: Check
    wanted: str
    pattern: str
    meant: Callable[[str], Any]


def checked(values: object) -> Review:
    """The review that JSON values stand for; ValueError says which value is wrong."""
    if not isinstance(values, dict):
        raise ValueError("it is not an object with the values of a review")  # noqa: TRY004  one kind of error for a line
    if not values.keys() <= KINDS.keys():
        unknown = sorted(values.keys() - KINDS.keys())
        raise ValueError(f"{unknown[0]!r} is unknown; was it written by a newer version of this program?")
    if not values.keys() >= _REQUIRED:
        raise ValueError(f"{next(name for name in KINDS if name not in values)} is missing")
    for name, value in values.items():
        if not KINDS[name].is_sound(value):
            raise ValueError(f"{name} should be {KINDS[name].wanted}")
    review = review_from(values)
    if review.time.tzinfo is None or review.time.year not in YEARS:
        raise ValueError("time should have its zone (+00:00), and a year that a review can be of")
    if not are_places(review.chosen, review.key, review.options):
        raise ValueError("chosen and key should be places among the options")
    return review


def are_places(chosen: Iterable[int], key: Iterable[int], options: Collection[str]) -> bool:
    """Whether all indices of `chosen` and `key` are below the number of options."""
    return max((-1, *chosen, *key)) < len(options)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and _can_be_written(value)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which JSON can express
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
    return lambda value: type(value) is int and least <= value <= most  # True is not accepted as a number


def _number(most: float) -> Check:
    return lambda value: type(value) in (int, float) and 0 <= value <= most


def _each(is_sound: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(is_sound, value))


def _maybe(is_sound: Check) -> Check:
    return lambda value: value is None or is_sound(value)


def _or_null(pattern: str) -> str:
    return rf"(null|{pattern})"


def _list(pattern: str) -> str:
    return rf"\[((?:{pattern}(?:, {pattern})*+)?+)\]"


def _read_count(text: str) -> int:
    return int(text or 0)


def _read_number(text: str) -> float | None:
    return None if text in ("", "null") else float(text)


@lru_cache(OFTEN)
def _read_whole(text: str) -> int | None:
    return None if text in ("", "null") else int(text)


@lru_cache(OFTEN)
def _read_share(text: str) -> float:
    return float(text or 0)


@lru_cache(OFTEN)
def _read_texts(text: str) -> tuple[str, ...]:
    return tuple(text[1:-1].split('", "')) if text else ()


@lru_cache(OFTEN)
def _read_places(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()


_LETTER = r'[^"\\\x00-\x1f]'
_FROM_0, _FROM_1 = r"(?:0|[1-9]\d{0,8})", r"[1-9]\d{0,8}"
_FROM_0_TO_1 = r"0(?:\.\d+)?|1(?:\.0)?|[1-9](?:\.\d+)?e-\d{2,3}"

_NAME = Kind(_is_name, "a text that is not empty", rf'"({_LETTER}++)"', str)
_TEXT = Kind(_is_text, "a text", rf'"({_LETTER}*+)"', str)
_NAMES = Kind(_each(_is_name), "a list of ids", _list(rf'"{_LETTER}++"'), _read_texts)
_TEXTS = Kind(_each(_is_text), "a list of texts", _list(rf'"{_LETTER}*+"'), _read_texts)
_PLACES = Kind(_each(_whole_number(0)), "a list of whole numbers from 0", _list(_FROM_0), _read_places)
_REVISIONS = Kind(_each(_whole_number(1)), "a list of whole numbers from 1", _list(_FROM_1), _read_places)
_FLAG = Kind(_is_flag, "true or false", "(true|false)", "true".__eq__)
_TIME = Kind(
    _is_time,
    "a time such as 2026-11-23T08:30:00+00:00",
    r'"((?:19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?\+00:00)"',
    datetime.fromisoformat,
)
_SHARE = Kind(_number(1), "a number from 0 to 1", rf"({_FROM_0_TO_1})", _read_share)
_SHARE_OR_NULL = Kind(_maybe(_number(1)), "a number from 0 to 1, or null", _or_null(_FROM_0_TO_1), _read_number)
_COUNT = Kind(_whole_number(0), "a whole number from 0", f"({_FROM_0})", _read_count)
_SECONDS = Kind(
    _maybe(_number(LARGEST)), "a number of seconds, or null", _or_null(rf"{_FROM_0}(?:\.\d+)?"), _read_number
)
_CONFIDENCE = Kind(_maybe(_whole_number(1, 3)), "1, 2, 3 or null", _or_null("[1-3]"), _read_whole)
_OFFSET = Kind(
    _maybe(_whole_number(1 - MINUTES_A_DAY, MINUTES_A_DAY - 1)),
    "whole minutes of less than a day, or null",
    _or_null(r"0|-?[1-9]\d{0,2}"),
    _read_whole,
)

# In the order of `Review`.
KINDS = {
    "id": _NAME,
    "time": _TIME,
    "pack": _NAME,
    "session": _TEXT,
    "item": _TEXT,
    "facts": _NAMES,
    "revisions": _REVISIONS,
    "family": _TEXT,
    "response": _TEXT,
    "topic": _TEXT,
    "stem": _TEXT,
    "options": _TEXTS,
    "chosen": _PLACES,
    "key": _PLACES,
    "written": _TEXT,
    "accepted": _TEXTS,
    "credit": _SHARE,
    "near": _FLAG,
    "seconds": _SECONDS,
    "confidence": _CONFIDENCE,
    "predicted": _SHARE_OR_NULL,
    "undoes": _TEXT,
    "offset": _OFFSET,
    "shown": _FLAG,
    "passage": _TEXT,
    "prompts": _TEXTS,
    "read_words": _COUNT,
    "read_seconds": _SECONDS,
    "covered": _FLAG,
}
_REQUIRED = KINDS.keys() - Review._field_defaults.keys()
