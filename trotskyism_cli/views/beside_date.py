"""A sentence beside its date: without that date, and without what leads to it."""

import re
from collections.abc import Iterable, Iterator

from trotskyism_cli.pack.dates import MONTHS, NAMED_YEAR, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex

# Stands in a text for its date, so that each pattern is compiled once and not for every date: a letter or figure to
# `re`, as the first one of a date is, and in no text.
_DATE = "\u0660"
_OLD = r" \([^()]*Old Style\)"  # behind a date
_LEADING = "(?:through|during|while|in|at|with|after)"  # before what was told of a date that is left out
_NO_LINK = r"(?! [(–-])"  # no bracket that says more of the date, and no span that goes on from it
_STUMP = lazy_regex(r"\b(?:that|which|who) (?!day\b)\w+[.,;]")  # what is left of `a congress that opened on 13 March`


def without_date(text: str, when: Date) -> str:
    """A text without its date and what leads to it: `Petrograd, on 7 November 1917 (25 October Old Style), fell`."""
    whole = text
    for written in _ways(when):
        if written not in text:
            continue
        if written.isdecimal() and len(set(NAMED_YEAR.findall(text))) > 1:
            continue  # beside another year it is needed
        marked = text.replace(written, _DATE)
        if re.search(rf"\bdate[sd]?\b[^.;]*\b{_DATE}", marked):
            continue  # without which it would say nothing
        marked = _without_opening(marked)
        for pattern, left in _places(written, when):
            if _DATE not in marked:
                break
            marked = re.sub(pattern, left, marked)
        text = marked.replace(_DATE, written)
    return whole if _STUMP.search(text) and not _STUMP.search(whole) else text.replace("?.", "?")


def _without_opening(text: str) -> str:
    """The text without a date with which it begins, or what stands behind its name: `On 7 November 1917 Petrograd`."""
    opening = rf"(^|: )(?:(?:[Oo]n|[Ii]n|[Ff]rom) )?{_DATE}(?:{_OLD})?[:,]? (\w)"
    return re.sub(opening, lambda found: found[1] + found[2].upper(), text, count=1)


def _places(written: str, when: Date) -> Iterator[tuple[str, str]]:
    """Where else a date may stand in a sentence, and what is left there: nothing, a blank, or `that day`."""
    date = rf"{_DATE}(?:{_OLD})?"
    led = rf"(?:on|in|from) {date}"
    yield rf", {led}, (?=[a-z])", " "  # between commas
    yield rf"(?<! lasted) {led}, (?={_LEADING} )", " "
    if when.is_exact_day:
        yield rf"^(Late|Early) {led}(?=[ ,])", r"\1 that day"
    yield rf"(?<!^Late)(?<!^Early)(?<! lasted)(?<! dates)(?<! dated),? {led}(?=[ ,.;:]){_NO_LINK}", ""
    yield rf" of {_DATE}{_OLD}(?= (?:in|by) which)", ""
    if when.is_exact_day and written[:1].isdigit() and not written.isdecimal():
        yield rf" of {date}(?=[ ,.;:])", " of that day"


def _ways(when: Date) -> Iterable[str]:
    """The ways in which a sentence may write a date that stands beside it, the longest first."""
    whole = date_words(when).partition(" (")[0]
    yield from dict.fromkeys((whole, whole.replace("–", " to ")))
    year = when.year
    if year is None or when.start is None or when.first.month != (when.last.month if when.end else when.first.month):
        return
    if when.start.precision in (Precision.DAY, Precision.MONTH):
        yield f"{MONTHS[when.first.month]} {year}"
        yield str(year)
