"""How much is told of some time or of an entry: of a very large pack what one would read, the weightiest of it.

So an answer does not take the longer, the larger its pack is. The built-in pack has less of any time, or any entry.
"""

from datetime import date

OF_DAY, OF_MONTH = 60, 100  # of a day of any year, and of a month or less
MONTH = 31  # days
OF_SPAN, OF_YEAR, MOST = 150, 50, 2000  # of a span so much, and more for each year of it, up to a number
UNBOUNDED = -1  # as SQL says it
OF_ENTRY = 1500  # passages that name an entry
ISSUES = 60  # about which somebody has said something
EVENTS, BODIES, PLACES = 150, 40, 300  # named after an entry or its own; and places for which a text is looked through


def room_of(start: date, end: date) -> int:
    """How much is told at most of what has a date in a span of time."""
    if (end - start).days < MONTH:
        return OF_MONTH
    return min(MOST, OF_SPAN + OF_YEAR * (end.year - start.year))
