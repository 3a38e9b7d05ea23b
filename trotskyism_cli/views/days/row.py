"""A row of the view of a day, a month or a year."""

from typing import NamedTuple


class DayRow(NamedTuple):
    """Something that happened or was said: its date, as far as the heading does not give it, and a sentence.

    `name` is the beginning of an event's sentence, enough where there is little room; `weight` is how much it matters.
    `kept` are the words that the date belongs to: a clause without them tells of another time.
    """

    margin: str
    text: str
    name: str = ""
    weight: int = 0
    kept: str = ""
