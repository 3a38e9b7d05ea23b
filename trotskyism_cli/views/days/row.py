"""Something that happened on a day, in a month or in a year, as a row."""

from typing import NamedTuple


class DayRow(NamedTuple):
    """Something that happened, was so or was said: the date that the title does not give, and a sentence without it.

    Of an event the sentence begins with its `name`, which is enough where there is little room; `weight` is how much
    it matters. `kept` are the words that the date goes with: a clause without them tells of another time.
    """

    margin: str
    text: str
    name: str = ""
    weight: int = 0
    kept: str = ""
