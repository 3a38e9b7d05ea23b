"""How the answers of an item are put where a format has no word for them."""

import re
import string
from decimal import Decimal
from functools import cache

from trotskyism_cli.imports.exported import PLACES
from trotskyism_cli.items.model import Item, Response

# What stands at the head of a test on paper: how it is answered, and what it is worth.
TASK = "Mark one answer for each question, unless it says otherwise. Each question is worth one point."
MOST_VALUES = 100  # whole numbers that a range is written out as
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\.\.({_NUMBER.pattern})")


@cache
def letter(place: int) -> str:
    """The letter of an option: a, b … z, aa, ab …"""
    letters = string.ascii_lowercase
    return letters[place] if place < len(letters) else letter(place // len(letters) - 1) + letters[place % len(letters)]


def places(item: Item) -> tuple[int, ...]:
    """For each option of an order its place, from 1."""
    return tuple(item.answer.index(option) + 1 for option in range(len(item.options)))


def pairs(item: Item) -> tuple[tuple[str, str], ...]:
    """What belongs together: each prompt of a match with its option, each option of an order with its place."""
    if item.response is Response.MATCH:
        return tuple((prompt, item.options[place]) for prompt, place in zip(item.prompts, item.answer, strict=True))
    return tuple((option, str(place)) for option, place in zip(item.options, places(item), strict=True))


def spare(item: Item) -> tuple[str, ...]:
    """The options of a match that belong to no prompt."""
    if item.response is not Response.MATCH:
        return ()
    return tuple(option for place, option in enumerate(item.options) if place not in item.answer)


def full_stem(item: Item) -> str:
    """All that is asked; for an order that is put as pairs, with how its places are numbered."""
    return f"{item.question} {PLACES}" if item.response is Response.ORDER else item.question


def hint_on_paper(item: Item) -> str:
    """How a question on paper is answered, where that does not go without saying."""
    if item.response is Response.MATCH:
        return "Write the letter that belongs to each."
    return "Mark all that apply." if asks_for_all(item) else ""


def asks_for_all(item: Item) -> bool:
    """Whether more than one option may be right and the question itself does not say so."""
    return item.response is Response.SEVERAL and "all that apply" not in item.stem


def is_number(item: Item) -> bool:
    """Whether a typed item wants figures, such as a year."""
    return item.response is Response.TYPED and all(
        _NUMBER.fullmatch(each) or _RANGE.fullmatch(each) for each in item.accepted
    )


def values(accepted: str) -> tuple[str, ...]:
    """Each answer that is accepted; of a range its whole numbers, and none if these are too many or not all of it."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return (accepted,)
    if "." in ends[1] + ends[2] or int(ends[2]) - int(ends[1]) > MOST_VALUES:
        return ()
    return tuple(map(str, range(int(ends[1]), int(ends[2]) + 1)))


def fits_values(item: Item) -> bool:
    """Whether each answer that is right can be named, in a format that knows no ranges."""
    return all(map(values, item.accepted))


def fits_one_value(item: Item) -> bool:
    """Whether there is no range among the answers that are right, in a format that knows only one."""
    return not any(map(_RANGE.fullmatch, item.accepted))


def with_margin(accepted: str) -> tuple[str, str]:
    """A number and how far off is still right; of a range, its middle and half its width."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return accepted, "0"
    low, high = Decimal(ends[1]), Decimal(ends[2])
    return f"{(low + high) / 2:f}", f"{(high - low) / 2:f}"


@cache
def percent(share: float) -> str:
    """A share of a mark, with the five decimals by which Moodle knows a third: 50, 33.33333."""
    return f"{share:.5f}".rstrip("0").rstrip(".")
