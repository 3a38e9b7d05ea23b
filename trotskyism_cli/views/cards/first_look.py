"""What a first screen has room for of an entry: a line of everything that matters, then more of what matters most.

What the summary says already is left to it; titles stand for the sentences that tell of them, years for dates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.telling import overlaps
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.first_page import MARGINAL, SCREEN, WHY, Page, lines_of
from trotskyism_cli.views.cards.other_names import BORN
from trotskyism_cli.views.cards.rows import ALWAYS, LED, Cell, EntryView, Row
from trotskyism_cli.views.cards.stays_in_turn import as_read, with_runs, year_once
from trotskyism_cli.views.wording.margins import year_of, years_of
from trotskyism_cli.views.wording.sentences import is_said

HEIGHT = 24  # lines of a screen
PROMPT, BLANK = 1, 1  # lines of a first screen that nobody writes on: below all, and above the rows
BELOW = 2  # lines of the commands
LEAD = 3  # words that only lead to a title, such as "has the subtitle"
OPPOSED, OPPONENTS = "Opposed", "Opponents"
PAIRS = ((OPPOSED, OPPONENTS), ("Supported", "Ideas"))  # rows that tell of one thing from two sides
CROWDS = (OPPONENTS, "Supporters")  # rows in which a single name seems to say that there was no other
_OPEN_SPAN = lazy_regex(r"[a-z]+ [0-9]{4}")  # `founded 1938`: of what has no end that is known
_A_YEAR = lazy_regex(r"\b\d{4}\b")
_IN_BRACKETS = lazy_regex(r" \([^)]*\)$")


def first_look(view: EntryView, below: int = BELOW, *, whole_rows: bool = False) -> EntryView:
    """The rows that a screen has room for; what is left out of them is counted.

    So many lines `below` the rows are taken. With `whole_rows`, for what has no screen, nothing is left out of them.
    """
    why = view.significance
    is_long_life = view.is_person and len(view.summary) > SCREEN * 2
    if is_long_life:
        view = replace(view, significance="")  # the summary of a life says why; what was done in it comes first
    told = f"{view.summary} {view.significance} {view.name}"
    rows = [shortened(row, told, view) for row in view.rows if not is_in_title(row, view)]
    rows = _each_once(_same_dates_once([row for row in rows if row.cells]))
    rows = [with_runs(row) for row in _offices_once(rows) if not _is_lone(row, view)]
    rows = _sentences_behind_titles(rows) if view.is_person else rows
    head = 1 + (len(f"{view.name}  {view.span} · {view.kind}") > SCREEN) + bool(view.names)
    room = HEIGHT - PROMPT - BLANK - below - head - lines_of(view.summary)
    room -= lines_of(f"{WHY}{view.significance}") if view.significance else 0
    page, said = _filled(rows, room, told, why if is_long_life else "", is_event=view.is_event)
    if is_long_life:
        view = replace(view, significance=said)
    chosen = [row for row in rows if row.label in page.chosen]
    if whole_rows:
        view = replace(view, significance=why)
    shown = (year_once(row) if whole_rows else as_read(page.chosen[row.label]) for row in chosen)
    return replace(view, rows=tuple(shown))


def _filled(rows: Sequence[Row], room: int, told: str, why: str, *, is_event: bool) -> tuple[Page, str]:
    """A page with what matters most, and what it says of why that is; of the width that its own labels leave."""
    beside = _beside(rows)
    page, said = Page(room, beside, told), ""
    for _ in range(2):
        tried = Page(room, beside, told)
        said_there = tried.fill(rows, why, is_event=is_event)
        left = _beside(tried.chosen.values())
        if left < beside:  # it came to have a longer label than there was room for
            break
        page, said = tried, said_there
        if left == beside:  # to fill it again would come to the same
            break
        beside = left
    return page, said


def _sentences_behind_titles(rows: Sequence[Row]) -> list[Row]:
    """The rows of somebody, what is told of his life behind his offices and parties, which are read at a glance."""
    told = [row for row in rows if row.part == Part.LIFE and not row.joined]
    parts = [row.part for row in rows]
    titles = [row for row in rows if row not in told]
    behind = sum(part in (Part.LIFE, Part.POLITICS) for part in parts) - len(told)
    return [*titles[:behind], *told, *titles[behind:]]


def _beside(rows: Iterable[Row]) -> int:
    """The columns of a row beside the longest of their labels, behind which each of several sentences has a mark."""
    labels = (len(row.label) + len("  ") + (not row.joined and len(row.cells) > 1) for row in rows)
    return SCREEN - max(labels, default=0)


def _is_lone(row: Row, view: EntryView) -> bool:
    """Whether a row of many has but one name: of somebody, or of what that stood against at one time, not for years."""
    return row.label in CROWDS and len(row.cells) == 1 and (view.is_person or not _is_term(row.cells[0]))


def _offices_once(rows: Sequence[Row]) -> list[Row]:
    """The rows, in which what somebody led by an office of the same years matters least."""
    terms = {cell.when for row in rows if row.label != LED for cell in row.cells if cell.brief and _is_term(cell)}
    return [
        replace(row, cells=tuple(replace(c, rank=MARGINAL) if c.when in terms else c for c in row.cells))
        if row.label == LED
        else row
        for row in rows
    ]


def _is_term(cell: Cell) -> bool:
    """Whether it tells of years, and not of one time."""
    return cell.since is not None and cell.since.is_span


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
        is_notable = max(cell.rank for cell in second.cells) > MARGINAL  # else it may have no room
        twice = {cell.entry: cell for cell in first.cells if cell.entry and cell.entry in _entries(second)}
        kept = tuple(_with_years(cell, twice.get(cell.entry)) for cell in second.cells)
        is_moved = label == OPPOSED and is_notable
        moved = [cell for cell in first.cells if is_moved and cell.is_agent and cell.entry not in twice]
        cells = sorted((*kept, *moved), key=lambda cell: cell.moment)
        found[other] = replace(second, cells=tuple(cells))
        found[label] = replace(first, cells=tuple(c for c in first.cells if c.entry not in twice and c not in moved))
    return [found[row.label] for row in rows if found[row.label].cells]


def _entries(row: Row) -> set[str]:
    return {cell.entry for cell in row.cells}


def _with_years(cell: Cell, other: Cell | None) -> Cell:
    return replace(cell, when=other.when, since=other.since, moment=other.moment) if other and not cell.when else cell


def is_in_title(row: Row, view: EntryView) -> bool:
    """Whether a row gives only what the title gives as well: the date, in one calendar, or the place of an event."""
    cell = row.cells[0]
    if view.is_person or len(row.cells) > 1 or cell.fact is None or cell.fact.uncertain:
        return False
    if isinstance(cell.fact.object, Date):
        title = view.span.removeprefix(f"{row.label.lower()} ")
        return "(" not in cell.text and date_short(cell.fact.object) == title
    return view.is_event and row.part == Part.LIFE and bool(cell.entry) and f" {cell.text} " in f" {view.name} "


def _is_date(row: Row) -> bool:
    fact = row.cells[0].fact
    return len(row.cells) == 1 and fact is not None and isinstance(fact.object, Date)


def shortened(row: Row, told: str, view: EntryView) -> Row:
    """The row with titles for sentences and years for dates, without what is told above it."""
    named = {plain(name.removeprefix(BORN)) for name in (view.name, *view.names)}
    year = _only_year(view)
    cells: dict[tuple[str, str, str], Cell] = {}
    has_years = row.joined or all(map(_is_title, row.cells))
    for each in row.cells:
        cell = replace(each, text=each.brief, when=_term(each.since)) if each.brief and each.since else each
        if has_years and not each.brief and each.since and each.when:
            years = years_of(each.since)
            cell = replace(cell, when="" if years == year or years in each.text else years)
        said = each.fact.object if each.fact else None
        is_name = isinstance(said, str) and _names_it(said, named)
        if not is_name and not _is_told(row, each, cell, told):
            cells.setdefault((cell.text, cell.when, cell.holder), cell)
    return replace(row, cells=tuple(cells.values()), joined=row.joined or all(map(_is_title, cells.values())))


def _is_title(cell: Cell) -> bool:
    """Whether a cell is told in a few words, and not in a sentence."""
    return bool(cell.brief) or (cell.fact is not None and bool(cell.fact.target))


def _term(when: Date) -> str:
    """The years of an office; of one of which a month alone is known, that it began in it."""
    is_year = when.year is not None and str(when.year) == when.text.strip("~?%")
    return years_of(when) if not when.is_single or is_year or when.start is None else f"from {year_of(when.start)}"


def _only_year(view: EntryView) -> str:
    """The year of what began and ended in it, which its title gives already; empty if there is none."""
    years = set(_A_YEAR.findall(view.span))
    is_open = not view.is_event and bool(_OPEN_SPAN.fullmatch(view.span))
    return years.pop() if len(years) == 1 and not is_open else ""


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
