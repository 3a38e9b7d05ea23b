"""Limits on how much is shown of a time or an entry of a very large pack, the most important first.

So an answer takes no longer in a larger pack. The built-in pack stays below all of these limits.
"""

from datetime import date

OF_DAY, OF_MONTH = 60, 100  # for a day of any year, and for a month or less
MONTH = 31  # days
OF_SPAN, OF_YEAR, MOST = 150, 50, 2000  # for a span: base, extra per year, and limit
UNBOUNDED = -1  # no LIMIT in SQL
OF_ENTRY = 1500  # passages that name an entry
ISSUES = 60  # entries that a fact is `about`
EVENTS, BODIES, PLACES = 150, 40, 300  # of an entry: events and organisations; and places that a text is searched for


def limit_for(start: date, end: date) -> int:
    """Limit for dated things in a time span."""
    if (end - start).days < MONTH:
        return OF_MONTH
    return min(MOST, OF_SPAN + OF_YEAR * (end.year - start.year))
