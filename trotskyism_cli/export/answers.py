"""Ways to express an item's answers in formats that lack a response type."""

import re
import string
from decimal import Decimal
from functools import cache

from trotskyism_cli.imports.exported import PLACES
from trotskyism_cli.items.model import Item, Response

# Instructions at the head of a test on paper.
TASK = "Mark one answer for each question, unless it says otherwise. Each question is worth one point."
MOST_VALUES = 100  # integers a range may be expanded to
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\.\.({_NUMBER.pattern})")


@cache
def letter(place: int) -> str:
    """The letter of an option by index: a, b … z, aa, ab …"""
    letters = string.ascii_lowercase
    return letters[place] if place < len(letters) else letter(place // len(letters) - 1) + letters[place % len(letters)]


def places(item: Item) -> tuple[int, ...]:
    """For each option of an order item its place, from 1."""
    return tuple(item.answer.index(option) + 1 for option in range(len(item.options)))


def pairs(item: Item) -> tuple[tuple[str, str], ...]:
    """What belongs together: each prompt of a match with its option, each option of an order with its place."""
    if item.response is Response.MATCH:
        return tuple((prompt, item.options[place]) for prompt, place in zip(item.prompts, item.answer, strict=True))
    return tuple((option, str(place)) for option, place in zip(item.options, places(item), strict=True))


def spare(item: Item) -> tuple[str, ...]:
    """The options of a match item that belong to no prompt."""
    if item.response is not Response.MATCH:
        return ()
    return tuple(option for place, option in enumerate(item.options) if place not in item.answer)


def full_stem(item: Item) -> str:
    """The complete question; for an order item with the instruction to number the places."""
    return f"{item.question} {PLACES}" if item.response is Response.ORDER else item.question


def hint_on_paper(item: Item) -> str:
    """Instructions for answering a question on paper; empty if obvious."""
    if item.response is Response.MATCH:
        return "Write the letter that belongs to each."
    return "Mark all that apply." if asks_for_all(item) else ""


def asks_for_all(item: Item) -> bool:
    """Return whether several options may be right and the stem does not say so."""
    return item.response is Response.SEVERAL and "all that apply" not in item.stem


def is_number(item: Item) -> bool:
    """Return whether a typed item accepts only numbers, e.g. years."""
    return item.response is Response.TYPED and all(
        _NUMBER.fullmatch(each) or _RANGE.fullmatch(each) for each in item.accepted
    )


def values(accepted: str) -> tuple[str, ...]:
    """The accepted answers one by one; a range as its integers, or empty if there are too many or it has decimals."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return (accepted,)
    if "." in ends[1] + ends[2] or int(ends[2]) - int(ends[1]) > MOST_VALUES:
        return ()
    return tuple(map(str, range(int(ends[1]), int(ends[2]) + 1)))


def fits_values(item: Item) -> bool:
    """Return whether all accepted answers can be listed, for formats without ranges."""
    return all(map(values, item.accepted))


def fits_one_value(item: Item) -> bool:
    """Return whether no accepted answer is a range, for formats that take a single answer."""
    return not any(map(_RANGE.fullmatch, item.accepted))


def with_margin(accepted: str) -> tuple[str, str]:
    """A number and its tolerance; for a range its middle and half its width."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return accepted, "0"
    low, high = Decimal(ends[1]), Decimal(ends[2])
    return f"{(low + high) / 2:f}", f"{(high - low) / 2:f}"


@cache
def percent(share: float) -> str:
    """A fraction of a mark with up to five decimals, as Moodle requires: 50, 33.33333."""
    return f"{share:.5f}".rstrip("0").rstrip(".")
