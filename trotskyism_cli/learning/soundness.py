"""What the JSON values of a review must be: said of one that is not, and looked at in many reviews at once.

Of many reviews, the values of one name are checked together: what takes a step of Python for each value is dear.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Self

from trotskyism_cli.learning.review import Review, columns_of, filled_up, reviews_of_columns

YEARS = range(1970, 3000)
LARGEST = 1_000_000_000
MINUTES_A_DAY = 24 * 60

Check = Callable[[Sequence[Any]], bool]  # whether all of some values are sound


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
        if not sound([value]):
            raise ValueError(f"{name} should be {wanted}")
    [review] = _whole(columns_of([values]))
    return review


class Named(tuple[tuple[Any, ...], ...]):
    """A JSON object as it is read most quickly: its names, and their values. It is no list, which a value may be."""

    __slots__ = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Any]]) -> Self:
        """The object of these pairs; without names and values if there are none."""
        return cls(zip(*pairs, strict=True))


def all_checked(objects: Sequence[Named]) -> tuple[list[Review], Sequence[str]]:
    """The reviews that JSON objects stand for, and their times as written there.

    ValueError if there may be something wrong with one (see `checked`).
    """
    kinds = {each[0] for each in objects if each}
    if all(objects) and all(_REQUIRED <= set(names) <= _CHECKS.keys() and _differ(names) for names in kinds):
        if len(kinds) == 1:  # as a rule: a program writes all in one way
            [names] = kinds
            columns = filled_up(dict(zip(names, zip(*(values for _, values in objects), strict=True), strict=True)))
        else:
            columns = columns_of(dict(zip(*each, strict=True)) for each in objects)
        if all(sound(columns[name]) for name, (sound, _) in _CHECKS.items()):
            return _whole(columns), columns["time"]
    raise ValueError("one of them is no review")


def _differ(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names)


def _whole(columns: Mapping[str, Sequence[Any]]) -> list[Review]:
    """The reviews that have sound values, if those go together."""
    reviews = reviews_of_columns(columns)
    if not all(review.time.tzinfo is not None and review.time.year in YEARS for review in reviews):
        raise ValueError("time should have its zone (+00:00), and a year that a review can be of")
    places = zip(columns["chosen"], columns["key"], columns["options"], strict=True)
    if not all(max((-1, *chosen, *key)) < len(options) for chosen, key, options in places):
        raise ValueError("chosen and key should be places among the options")
    return reviews


def _are(values: Iterable[object], *kinds: type) -> bool:
    """Whether all values are of these types and no others: true is no number here."""
    return set(map(type, values)) <= set(kinds)


def _are_texts(values: Sequence[Any]) -> bool:
    return _are(values, str) and _can_be_written("".join(values))


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter, as JSON can name it
        return False
    return True


def _are_names(values: Sequence[Any]) -> bool:
    return _are_texts(values) and all(values)


def _are_times(values: Sequence[Any]) -> bool:
    try:
        return _are(values, str) and all(map(datetime.fromisoformat, values))
    except ValueError:
        return False


def _are_flags(values: Sequence[Any]) -> bool:
    return _are(values, bool)


def _whole_numbers(least: int, most: int = LARGEST) -> Check:
    return lambda values: _are(values, int) and (not values or (least <= min(values) and max(values) <= most))


def _numbers(most: float) -> Check:
    # Each by itself: what is no number at all (NaN) is neither the least nor the greatest.
    return lambda values: _are(values, int, float) and all(0 <= value <= most for value in values)


def _lists(sound: Check) -> Check:
    return lambda values: _are(values, list, tuple) and sound(list(chain.from_iterable(values)))


def _maybe(sound: Check) -> Check:
    return lambda values: sound([value for value in values if value is not None])


_NAME = (_are_names, "a text that is not empty")
_TEXT = (_are_texts, "a text")
_TEXTS = (_lists(_are_texts), "a list of texts")
_FLAG = (_are_flags, "true or false")
_PLACES = (_lists(_whole_numbers(0)), "a list of whole numbers from 0")

# What each value of a review must be, and how that is said.
_CHECKS: dict[str, tuple[Check, str]] = {
    "id": _NAME,
    "time": (_are_times, "a time such as 2026-11-23T08:30:00+00:00"),
    "pack": _NAME,
    "session": _TEXT,
    "item": _TEXT,
    "facts": (_lists(_are_names), "a list of ids"),
    "revisions": (_lists(_whole_numbers(1)), "a list of whole numbers from 1"),
    "family": _TEXT,
    "response": _TEXT,
    "topic": _TEXT,
    "stem": _TEXT,
    "options": _TEXTS,
    "chosen": _PLACES,
    "key": _PLACES,
    "written": _TEXT,
    "accepted": _TEXTS,
    "credit": (_numbers(1), "a number from 0 to 1"),
    "near": _FLAG,
    "seconds": (_maybe(_numbers(LARGEST)), "a number of seconds, or null"),
    "confidence": (_maybe(_whole_numbers(1, 3)), "1, 2, 3 or null"),
    "predicted": (_maybe(_numbers(1)), "a number from 0 to 1, or null"),
    "undoes": _TEXT,
    "offset": (
        _maybe(_whole_numbers(1 - MINUTES_A_DAY, MINUTES_A_DAY - 1)),
        "whole minutes of less than a day, or null",
    ),
    "shown": _FLAG,
    "passage": _TEXT,
    "prompts": _TEXTS,
}
_REQUIRED = set(list(_CHECKS)[:11])
