"""A sentence beside its date: without that date, and without what leads to it."""

import re
from collections.abc import Iterable

from trotskyism_cli.pack.dates import MONTHS, NAMED_YEAR, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_words

_LEADING = "(?:through|during|while|in|at|with|after)"  # before what was told of a date that is left out
_STYLE = r"(?: \([^()]*Old Style\))?"


def without_date(text: str, when: Date) -> str:
    """A text without its date and what leads to it: `Petrograd, on 7 November 1917 (25 October Old Style), fell`."""
    for written in _ways(when):
        if written.isdecimal() and len(set(NAMED_YEAR.findall(text))) > 1:
            continue  # beside another year it is needed
        date = rf"{re.escape(written)}{_STYLE}"
        led = rf"(?:on|in|from) {date}"
        text = re.sub(
            rf"(^|: )(?:(?:[Oo]n|[Ii]n|[Ff]rom) )?{date}[:,]? (\w)",
            lambda found: found[1] + found[2].upper(),
            text,
            count=1,
        )
        text = re.sub(rf", {led}, (?=[a-z])", " ", text)
        text = re.sub(rf" {led}, (?={_LEADING} )", " ", text)
        if when.is_exact_day:
            text = re.sub(rf"^(Late|Early) {led}(?=[ ,])", r"\1 that day", text)
        text = re.sub(rf"(?<!^Late)(?<!^Early),? {led}(?=[ ,.;:])(?! [(–-])", "", text)
        text = re.sub(rf" of {re.escape(written)} \([^()]*Old Style\)(?= (?:in|by) which)", "", text)
        if when.is_exact_day and written[:1].isdigit() and not written.isdecimal():
            text = re.sub(rf" of {date}(?=[ ,.;:])", " of that day", text)
    return text.replace("?.", "?")


def _ways(when: Date) -> Iterable[str]:
    """The ways in which a sentence may write a date that stands beside it, the longest first."""
    yield from dict.fromkeys(
        (date_words(when).partition(" (")[0], date_words(when).partition(" (")[0].replace("–", " to "))
    )
    year = when.year
    if year is None or when.start is None or when.first.month != (when.last.month if when.end else when.first.month):
        return
    if when.start.precision in (Precision.DAY, Precision.MONTH):
        yield f"{MONTHS[when.first.month]} {year}"
        yield str(year)
