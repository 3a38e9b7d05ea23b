"""In which calendar the days of a month are told that Russia still counted by the old one."""

from trotskyism_cli.library.dates.when import Asked
from trotskyism_cli.pack.dates import Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_short


def calendar_told(asked: Asked) -> str:
    """That days are told in New Style, and which of them a month has in Old Style; nothing of any other time."""
    when = asked.when
    is_month = when is not None and when.is_single and when.start and when.start.precision is Precision.MONTH
    if not is_month or len(asked.readings) < 2:
        return ""
    first, last = asked.readings[1]
    days = date_short(parse_date(f"{first.isoformat()}/{last.isoformat()}"))
    return f"Days are in New Style; {asked.words} in Old Style was {days}."
