"""The order of the sentences of a row: by their facts' dates, or else by the time that a sentence itself names."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from trotskyism_cli.pack.dates import A_MONTH, MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

if TYPE_CHECKING:  # it makes rows with this
    from trotskyism_cli.views.entry import Cell

_A_TIME = rf"\b(?:(?P<month>{A_MONTH}) )?(?P<year>1[5-9]\d\d|20\d\d)\b"
# The year within the name of a thing (`the crisis of 1923`) may be another one; it is better than none.
_TIMES = (lazy_regex(rf"(?<!\bof ){_A_TIME}"), lazy_regex(_A_TIME))


def in_order_of_time(cells: Iterable["Cell"]) -> list["Cell"]:
    """The cells by time, what is of no time last.

    Where no fact has a date, and not every sentence names a time, they keep the order of the book.
    """
    kept = list(cells)
    moments = list(map(_moment, kept))
    if date.max in moments and all(each.moment == date.max for each in kept):
        return kept
    return [each for _, each in sorted(zip(moments, kept, strict=True), key=itemgetter(0))]


def _moment(cell: "Cell") -> date:
    """When a cell's fact was; without a date, the first time that its sentence names before it goes on."""
    if cell.moment != date.max or cell.defines:
        return cell.moment
    clause = cell.text.partition("; ")[0]
    found = next(filter(None, (each.search(clause) for each in _TIMES)), None)
    if found is None:
        return cell.moment
    month = MONTHS.index(found["month"]) if found["month"] else 1
    return date(int(found["year"]), month, 1)
