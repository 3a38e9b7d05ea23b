"""What a first screen has room for of an entry: a line of everything that matters, then more of what matters most.

What the summary says already is left to it; titles stand for the sentences that tell of them, years for dates.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.telling import overlaps
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.views.entry import ALWAYS, BORN, Cell, EntryView, Row
from trotskyism_cli.views.margins import years_of
from trotskyism_cli.views.telling import first_sentence, is_said

FRAME = 7  # lines of a first screen: title, names, a blank one; two for the commands, what is known, the prompt
SCREEN = 80  # columns of it
WHY = "Why it matters: "
MARGINAL = 1  # rank of what is told where all else has been
AT_ONCE = 4  # cells of a row before the next row has its turn
AT_FIRST = 2  # lines that a row may take before every other row has had its turn
HALF = 0.5  # of what a sentence tells, that makes it no news
LEAD = 3  # words that only lead to a title, such as "has the subtitle"
OPPOSED, OUTCOME = "Opposed", "Outcome"
PAIRS = ((OPPOSED, "Opponents"), ("Supported", "Ideas"))  # rows that tell of one thing from two sides
_CAUSE = re.compile(r"\b(?:because|brought about by|caused|drove|led to|moved|set off)\b")
_A_YEAR = re.compile(r"\b\d{4}\b")
_IN_BRACKETS = re.compile(r" \([^)]*\)$")
_DISPUTE = re.compile(r"^disputes? (?:over|about|on) ", re.IGNORECASE)


def first_look(view: EntryView, height: int = 24, *, whole_rows: bool = False) -> EntryView:
    """The rows that a screen of so many lines has room for; what is left out of them is counted.

    With `whole_rows`, for what has no screen, nothing is left out of them.
    """
    why = view.significance
    is_long_life = view.is_person and len(view.summary) > SCREEN * 2
    if is_long_life:
        view = replace(view, significance="")  # the summary of a life says why; what was done in it comes first
    told = f"{view.summary} {view.significance} {view.name}"
    rows = [_shortened(row, told, view) for row in view.rows if not _is_in_title(row, view)]
    rows = _each_once(_same_dates_once([row for row in rows if row.cells]))
    room = height - FRAME - _lines(view.summary)
    room -= _lines(f"{WHY}{view.significance}") if view.significance else 0
    width = SCREEN - max((len(row.label) for row in rows), default=0) - len("  ")
    page = _Page(room, width, told)
    said = _fill(page, rows, why if is_long_life else "", is_event=view.is_event)
    if is_long_life:
        view = replace(view, significance=said)
    chosen = [row for row in rows if row.label in page.chosen]
    if whole_rows:
        view = replace(view, significance=why)
    return replace(view, rows=tuple(row if whole_rows else page.chosen[row.label] for row in chosen))


def _fill(page: "_Page", rows: Sequence[Row], why: str, *, is_event: bool) -> str:
    """Fill a page with what matters most of the rows; what of why it matters has had room before lesser rows."""
    said = ""
    for ranks in (range(ALWAYS, MARGINAL, -1), (MARGINAL,)):
        for rank in ranks:
            if rank == NOTABLE:
                said = page.spare(why)
            for row in rows:
                if max(cell.rank for cell in row.cells) == rank:
                    page.begin(row, is_event=is_event)
            for row, cell in _in_turns(rows, rank, is_long=False):
                page.add(row, cell)
        for rank in ranks:
            for row, cell in _in_turns(rows, rank, is_long=True):
                page.add(row, cell)
    return said


def _same_dates_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, with one row where several say nothing but the same date: `Published, written`."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (row.cells[0].words,) if _is_date(row) else ("", row.label)
        first = found.get(key)
        found[key] = replace(first, label=f"{first.label}, {row.label.lower()}") if first else row
    return list(found.values())


def _each_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, with what stands in two of a pair only in the second, with the years of the first."""
    found = {row.label: row for row in rows}
    for label, other in PAIRS:
        if label not in found or other not in found:
            continue
        first, second = found[label], found[other]
        twice = {cell.entry: cell for cell in first.cells if cell.entry and cell.entry in _entries(second)}
        kept = tuple(_with_years(cell, twice.get(cell.entry)) for cell in second.cells)
        moved = [cell for cell in first.cells if cell.is_agent and cell.entry not in twice and label == OPPOSED]
        cells = sorted((*kept, *moved), key=lambda cell: cell.moment)
        found[other] = replace(second, cells=tuple(cells))
        found[label] = replace(first, cells=tuple(c for c in first.cells if c.entry not in twice and c not in moved))
    return [found[row.label] for row in rows if found[row.label].cells]


def _entries(row: Row) -> set[str]:
    return {cell.entry for cell in row.cells}


def _with_years(cell: Cell, other: Cell | None) -> Cell:
    return replace(cell, when=other.when, since=other.since, moment=other.moment) if other and not cell.when else cell


def _is_in_title(row: Row, view: EntryView) -> bool:
    """Whether a row gives only the date of an event that its title gives as well, in one calendar."""
    cell = row.cells[0]
    if not view.is_event or len(row.cells) > 1 or cell.fact is None or not isinstance(cell.fact.object, Date):
        return False
    return "(" not in cell.text and not cell.fact.uncertain and date_short(cell.fact.object) == view.span


def _is_date(row: Row) -> bool:
    fact = row.cells[0].fact
    return len(row.cells) == 1 and fact is not None and isinstance(fact.object, Date)


class _Page:
    """The rows chosen for a screen, and the lines that are left of it."""

    def __init__(self, room: int, width: int, told: str) -> None:
        self.chosen: dict[str, Row] = {}
        self._room = room
        self._width = width
        self._told = told

    def begin(self, row: Row, *, is_event: bool) -> None:
        """Take the best of a row, as much as a line holds, if there is room for it and it is not too long to begin.

        Of an event why it came about is told before what only fits better, and what came of it in as many lines.
        """
        causes = [cell for cell in row.cells if is_event and _is_cause(cell)]
        best = sorted(
            row.cells,
            key=lambda cell: (-cell.rank, cell not in causes, cell.is_long, -cell.weight, -_days(cell)),
        )
        held = _with(row, replace(row, cells=()), best[0])
        for cell in best[1:] if row.joined else ():
            grown = _with(row, held, cell)
            held = grown if self._lines(grown) <= self._lines(held) else held
        is_news = is_event and row.label == OUTCOME and not is_said(best[0].text, self._told, HALF)
        if self._lines(held) <= AT_FIRST + (best[0] in causes or is_news):
            self._take(held)

    def add(self, row: Row, cell: Cell) -> None:
        """Take another cell, if there is room for it."""
        held = self.chosen.get(row.label, replace(row, cells=()))
        if cell not in held.cells:
            self._take(_with(row, held, cell))

    def spare(self, why: str) -> str:
        """The first sentence of why something matters, if there is room for it."""
        told = f"{first_sentence(why)}." if why else ""
        lines = _lines(f"{WHY}{told}")
        if not told or lines > self._room:
            return ""
        self._room -= lines
        return told

    def _take(self, row: Row) -> None:
        held = self.chosen.get(row.label)
        more = self._lines(row) - (self._lines(held) if held else 0)
        if more <= self._room:
            self.chosen[row.label] = row
            self._room -= more

    def _lines(self, row: Row) -> int:
        said = [cell.words for cell in row.cells]
        more = [f"and {row.further} more"] if row.further else []
        said = [" · ".join([*said, *more])] if row.joined else [*said[:-1], " · ".join([*said[-1:], *more])]
        return sum(len(textwrap.wrap(each, self._width)) for each in said)


def _with(row: Row, held: Row, cell: Cell) -> Row:
    cells = tuple(each for each in row.cells if each in held.cells or each is cell)
    return replace(row, cells=cells, further=len(row.cells) - len(cells))


def _in_turns(rows: Sequence[Row], rank: int, *, is_long: bool) -> Iterator[tuple[Row, Cell]]:
    """The cells of a rank that fit a line, or those that do not; some of each row, then the rest."""
    wanted = [
        sorted(
            (cell for cell in row.cells if cell.rank == rank and cell.is_long == is_long),
            key=lambda cell: (-cell.weight, -_days(cell)),
        )
        for row in rows
    ]
    for turn in range(0, max(map(len, wanted), default=0), AT_ONCE):
        for row, cells in zip(rows, wanted, strict=True):
            yield from ((row, cell) for cell in cells[turn : turn + AT_ONCE])


def _is_cause(cell: Cell) -> bool:
    """Whether a sentence tells why something came about."""
    return cell.is_long and bool(_CAUSE.search(cell.text))


def _days(cell: Cell) -> int:
    """How long it lasted, if it is known from when to when: of what matters alike, the longest is told first."""
    when = cell.since
    return when.length if when and when.is_span and when.start and when.end else 0


def _shortened(row: Row, told: str, view: EntryView) -> Row:
    """The row with titles for sentences and years for dates, without what is told above it."""
    named = {plain(name.removeprefix(BORN)) for name in (view.name, *view.names)}
    year = _only_year(view)
    cells: dict[tuple[str, str, str], Cell] = {}
    for each in row.cells:
        cell = replace(each, text=each.brief, when=years_of(each.since)) if each.brief and each.since else each
        if row.joined and each.since and each.when:
            cell = replace(cell, when="" if (years := years_of(each.since)) == year else years)
        cell = replace(cell, text=_without_label(row.label, cell.text))
        said = each.fact.object if each.fact else None
        is_name = isinstance(said, str) and _names_it(said, named)
        if not is_name and not _is_told(row, each, cell, told):
            cells.setdefault((cell.text, cell.when, cell.holder), cell)
    return replace(row, cells=tuple(cells.values()))


def _only_year(view: EntryView) -> str:
    """The year of what began and ended in it, which its title gives already; empty if there is none."""
    years = set(_A_YEAR.findall(view.span))
    return years.pop() if len(years) == 1 and not view.span.startswith("from ") else ""


def _is_told(row: Row, whole: Cell, cell: Cell, told: str) -> bool:
    """Whether what is told above a row says a cell of it; what did not happen has no place in a list of what did."""
    if row.joined:
        return whole.fact is not None and whole.fact.negated
    if whole.defines and overlaps(cell.text, told):
        return True
    return whole.rank < ALWAYS and not cell.when and is_said(cell.text, told)


def _names_it(said: str, named: set[str]) -> bool:
    """Whether a text is one of the names, with its letters in another script or a few words before a long one."""
    told = plain(_IN_BRACKETS.sub("", said))
    titles = [name for name in named if name.count(" ") >= LEAD]
    return told in named or any(
        told.endswith(f" {name}") and told.count(" ") - name.count(" ") <= LEAD for name in titles
    )


def _without_label(label: str, text: str) -> str:
    return _DISPUTE.sub("", text) if label.startswith("Disput") else text


def _lines(text: str) -> int:
    return len(textwrap.wrap(text, SCREEN))
