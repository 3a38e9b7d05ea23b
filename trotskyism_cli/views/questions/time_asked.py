"""Compare the time of a fact with the time that a question names."""

import re
from datetime import date

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import fact_sentence


def may_be_then(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact may be of the time that the question names.

    It is dated so, or not at all, or its sentence has the day or month asked. A claim always may: its date is when
    somebody said so, which need not be when it was.
    """
    if not query.when or not fact.date or pack.relations[fact.relation].claim or _has_date(pack, fact, query):
        return True
    return any(fact.date.first <= last and first <= fact.date.last for first, last in _readings(query))


def is_sure_then(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact surely falls in the time that the question names.

    A fact of a whole year does not surely fall in one month of it.
    """
    if not query.when or not fact.date:
        return False
    lasted = fact.date
    if re.search(rf"\bend of {query.when.last.year}\b", fact_sentence(pack, fact)) and lasted.last >= query.when.last:
        return lasted.first <= query.when.last
    return _has_date(pack, fact, query) or any(_overlaps(lasted, *days) for days in _readings(query))


def is_all_then(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if what a fact tells held through all of the time that the question names, or took place within it.

    True too if the question names no time. An undated fact must have the year in its sentence, and not as a limit
    (`until 1923`).
    """
    if query.when and not fact.date and query.when.year:  # the year may be a limit: `until 1923`
        text, year = fact_sentence(pack, fact), query.when.year
        return bool(re.search(rf"(?<!to )(?<!until )(?<!before )(?<!after )(?<!since )(?<!–)\b{year}\b", text))
    if not query.when or not fact.date or pack.relations[fact.relation].claim or _has_date(pack, fact, query):
        return True
    begun = fact.date.start.last if fact.date.start else date.min
    ended = fact.date.end.first if fact.date.end else date.max
    return any(
        (first <= fact.date.first and fact.date.last <= last) or (begun <= first and last <= ended)
        for first, last in _readings(query)
    )


def has_month(query: Query, text: str) -> bool:
    """True if a line has the month of the question's date, if it names one.

    In another month it may have been otherwise.
    """
    months = {word for word in plain(query.date.words).split() if word.isalpha()} if query.date else set()
    return months <= {*plain(text).split()}


def is_in(when: Date | None, asked: Date) -> bool:
    """True if something began or ended within the time asked."""
    return when is not None and (asked.first <= when.first <= asked.last or asked.first <= when.last <= asked.last)


def _has_date(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact's sentence has the day or month of the question; a year alone may belong to anything."""
    words = query.date.words if query.date else ""
    return not words.isdecimal() and words in fact_sentence(pack, fact)


def _overlaps(when: Date, first: date, last: date) -> bool:
    if when.is_pair:
        return any(_overlaps(each, first, last) for each in when.parts)
    if not when.is_span:
        return first <= when.first and when.last <= last
    begun = when.start.last if when.start else date.min
    ended = when.end.first if when.end else date.max
    return begun <= last and first < ended


def _readings(query: Query) -> tuple[tuple[date, date], ...]:
    return query.date.readings if query.date else ()
