"""In which calendar the days of a month are told that Russia still counted by the old one, and which day a day is."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.when import LAST_OLD_STYLE, Asked
from trotskyism_cli.pack.dates import MONTHS, Precision, gregorian_to_julian, parse_date
from trotskyism_cli.pack.dates_in_words import date_short, date_words


def calendar_told(asked: Asked) -> str:
    """That days are told in New Style, and which of them a month has in Old Style; nothing of any other time."""
    when = asked.when
    is_month = when is not None and when.is_single and when.start and when.start.precision is Precision.MONTH
    if not is_month or len(asked.readings) < 2:
        return ""
    first, last = asked.readings[1]
    days = date_short(parse_date(f"{first.isoformat()}/{last.isoformat()}"))
    return f"Days are in New Style; {asked.words} in Old Style was {days}."


def in_old_style(asked: Asked) -> str:
    """`25 October in Old Style`, of a day that is read in New Style while Russia had the old one; else empty."""
    if not asked.day or asked.when is None or asked.when.first > LAST_OLD_STYLE:
        return ""
    _, month, day = gregorian_to_julian(asked.when.first)
    return f"{day} {MONTHS[month]} in Old Style"


class OtherDay(NamedTuple):
    """The day that the same words are in the other calendar: what is said of it, and the words that ask for it."""

    day: date
    told: str
    words: tuple[str, ...]


def other_day(asked: Asked, other: date, *, needs_style: bool) -> OtherDay:
    """`30 October in Old Style is 12 November`; of a day that was read in Old Style: `25 October in New Style`."""
    day, when = f"{asked.day} {MONTHS[asked.month]}", date_words(parse_date(other.isoformat()))
    words = (*when.lower().split(), *(("new", "style") if needs_style else ()))
    if (asked.month, asked.day) == (other.month, other.day):
        return OtherDay(other, f"{day} in New Style", words)
    is_same_year = asked.when is not None and asked.when.first.year == other.year
    told = when.removesuffix(f" {other.year}") if is_same_year else when
    return OtherDay(other, f"{day} in Old Style is {told}", words)
