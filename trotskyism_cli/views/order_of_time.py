"""The order of the sentences of a row: by their facts' dates, or else by the time that a sentence itself names."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from trotskyism_cli.pack.dates import A_MONTH, MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

if TYPE_CHECKING:  # it makes rows with this
    from trotskyism_cli.views.entry import Cell

# Of a year within the name of a thing (`the crisis of 1923`) nothing is said here.
_TIME = lazy_regex(rf"(?<!\bof )\b(?:(?P<month>{A_MONTH}) )?(?P<year>1[5-9]\d\d|20\d\d)\b")


def in_order_of_time(cells: Iterable["Cell"]) -> list["Cell"]:
    """The cells by time, what is of no time last. Where no fact has a date, they keep the order of the book."""
    kept = list(cells)
    if all(each.moment == date.max for each in kept):
        return kept
    return sorted(kept, key=_moment)


def _moment(cell: "Cell") -> date:
    """When a cell's fact was; without a date, the first time that its sentence names before it goes on."""
    if cell.moment != date.max or cell.defines:
        return cell.moment
    found = _TIME.search(cell.text.partition("; ")[0])
    if found is None:
        return cell.moment
    month = MONTHS.index(found["month"]) if found["month"] else 1
    return date(int(found["year"]), month, 1)
