"""Sort the cells of a row by their facts' dates, or else by the time that a sentence names."""

import re
from collections.abc import Iterable
from datetime import date
from operator import itemgetter

from trotskyism_cli.pack.dates import A_MONTH, MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.cards.rows import Cell

_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}  # month in which each ends
_A_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)\b"
_DAY = r"(?:\d{1,2}–)?(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = rf"(?:{_DAY} )?(?P<month>{A_MONTH}) (?:[A-Z]\w+ of )?"  # `May Days of 1937`
_PART_OF_YEAR = rf"{_MONTH}|(?P<season>{'|'.join(_SEASONS)}) (?:of )?"
_TIME = lazy_regex(rf"\b(?:{_PART_OF_YEAR})?{_A_YEAR}")
_ASIDE = lazy_regex(r" \([^()]*\)")  # years of a life or a book, or the date in the other calendar
_LAST_DAY = 28  # of any month, for sorting


def in_order_of_time(cells: Iterable[Cell]) -> list[Cell]:
    """Cells by time; undated ones last, in the order of the book."""
    kept = list(cells)
    return [each for _, each in sorted(zip(map(_moment, kept), kept, strict=True), key=itemgetter(0))]


def _moment(cell: Cell) -> date:
    """The date of a cell's fact; if the fact has no exact day, the time that its sentence names."""
    fact = cell.fact
    if fact is None or not isinstance(fact.object, str) or cell.defines or (fact.date and fact.date.is_exact_day):
        return cell.moment
    told = _told(cell.text, is_view=bool(fact.according_to))
    is_of_it = fact.date is None or fact.date.first <= told <= fact.date.last
    return told if is_of_it else cell.moment


def _told(text: str, *, is_view: bool) -> date:
    """The first time that a sentence names, at its latest: a bare year comes after its months.

    For a claim only the words before "that" count: `In My Life (1930) Trotsky held that …`.
    """
    clause = text.partition("; ")[0]
    head = clause.partition(" that ")[0]
    tried = (head,) if is_view else (*(_ASIDE.sub("", each) for each in (head, clause, text)), clause)
    found = next((time for each in tried if (time := _time(each))), None)
    if found is None:
        return date.max
    year, month = int(found["year"]), MONTHS.index(found["month"]) if found["month"] else _SEASONS.get(found["season"])
    return date(year, month, min(int(found["day"] or _LAST_DAY), _LAST_DAY)) if month else date(year, 12, 31)


def _time(text: str) -> re.Match[str] | None:
    """The first time in a text. A year within a name (`the crisis of 1923`) counts only if there is no other."""
    found = list(_TIME.finditer(text))
    own = (each for each in found if each["month"] or each["season"] or not text.endswith("of ", 0, each.start()))
    return next(own, found[0] if found else None)
