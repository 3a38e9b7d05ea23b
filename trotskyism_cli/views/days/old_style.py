"""In which calendar days are told of a time in which Russia still counted by the old one."""

from datetime import date

from trotskyism_cli.library.dates.when import Asked
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_short, date_words

FIRST_LEFT_OUT, FIRST_NEW_STYLE = date(1918, 2, 1), date(1918, 2, 14)  # days of the new calendar, in Russia


def calendar_told(asked: Asked) -> str:
    """That days are told in New Style, and what an asked day or month was that is one of Old Style.

    Nothing of a longer time, of one whose calendar was named with it, and of the time after the old calendar.
    """
    when = asked.when
    point = when.start if when is not None and when.is_single else None
    if when is None or point is None or asked.is_certain or point.precision not in (Precision.DAY, Precision.MONTH):
        return ""
    if change := _of_change(when, point.precision):
        return change
    if len(asked.readings) < 2:
        return ""
    first, last = asked.readings[1]
    span = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    days = date_short(parse_date(span))
    return f"Days are in New Style; {asked.words} in Old Style was {days}."


def _of_change(when: Date, precision: Precision) -> str:
    """What is said of a day that Russia left out, and of the first that it had in the new calendar."""
    if precision is not Precision.DAY or not FIRST_LEFT_OUT <= when.first <= FIRST_NEW_STYLE:
        return ""
    if when.first == FIRST_NEW_STYLE:
        return "From that day on Russia had New Style: 31 January Old Style was the day before."
    return (
        f"Days are in New Style. Russia had none called {date_words(when)}: after 31 January Old Style, 13 February in "
        "New Style, came 14 February."
    )
