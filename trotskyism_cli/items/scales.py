"""Options that are quantities, shares or dates: they stand in ascending order, whichever is right."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_SHARES = {"tenth": 1 / 10, "fifth": 1 / 5, "quarter": 1 / 4, "third": 1 / 3, "half": 1 / 2}
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_SHARE = re.compile(rf"(?:about )?({'|'.join(_TIMES)}) ({'|'.join(_SHARES)})s?", re.IGNORECASE)


def places_on_scale(options: Sequence[str]) -> list[float] | None:
    """Value of each option on a common scale (each holds one number or one share).

    None if there is no scale.
    """
    values = [_value(option) for option in options]
    found = [value for value in values if value is not None]
    return found if len(set(found)) == len(options) else None


def ascends(options: Sequence[str]) -> bool:
    """Return whether the options ascend on a scale; such options are not reordered."""
    places = places_on_scale(options)
    return places is not None and places == sorted(places)


def _value(option: str) -> float | None:
    if share := _SHARE.fullmatch(option):
        return _TIMES[share[1].casefold()] * _SHARES[share[2].casefold()]
    numbers = _NUMBER.findall(option)
    return float(numbers[0].replace(",", "")) if len(numbers) == 1 else None
