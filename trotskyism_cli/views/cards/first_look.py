"""The first screen of a card: one line of every important row, then more of the most important ones.

What the summary says is not repeated. Titles replace sentences, and years replace dates.
"""

from collections.abc import Iterable, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.answer_text import overlaps
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
PROMPT, BLANK = 1, 1  # empty lines: at the bottom for the shell's prompt, and above the rows
BELOW = 2  # lines of the commands
LEAD = 3  # most words that introduce a title, such as "has the subtitle"
OPPOSED, OPPONENTS = "Opposed", "Opponents"
PAIRS = ((OPPOSED, OPPONENTS), ("Supported", "Ideas"))  # rows that tell the same from two sides
CROWDS = (OPPONENTS, "Supporters")  # rows in which a single name would suggest that there was no other
_OPEN_SPAN = lazy_regex(r"[a-z]+ [0-9]{4}")  # `founded 1938`: no known end
_A_YEAR = lazy_regex(r"\b\d{4}\b")
_IN_BRACKETS = lazy_regex(r" \([^)]*\)$")


def first_look(view: EntryView, below: int = BELOW, *, whole_rows: bool = False) -> EntryView:
    """The rows that fit one screen, each with the number of cells left out.

    `below` is the number of lines used under the rows. With `whole_rows`, for output without a screen, no cell of a
    chosen row is left out.
    """
    why = view.significance
    is_long_life = view.is_person and len(view.summary) > SCREEN * 2
    if is_long_life:
        view = view._replace(significance="")  # a life's summary says why it matters, so deeds come first
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
        view = view._replace(significance=said)
    chosen = [row for row in rows if row.label in page.chosen]
    if whole_rows:
        view = view._replace(significance=why)
    shown = (year_once(row) if whole_rows else as_read(page.chosen[row.label]) for row in chosen)
    return view._replace(rows=tuple(shown))


def _filled(rows: Sequence[Row], room: int, told: str, why: str, *, is_event: bool) -> tuple[Page, str]:
    """A page filled with the most important cells, and the sentence on significance that had room (else empty).

    Filled again if the chosen labels are shorter than all labels and so leave wider lines.
    """
    beside = _beside(rows)
    page, said = Page(room, beside, told), ""
    for _ in range(2):
        tried = Page(room, beside, told)
        said_there = tried.fill(rows, why, is_event=is_event)
        left = _beside(tried.chosen.values())
        if left < beside:  # a label longer than the width assumed
            break
        page, said = tried, said_there
        if left == beside:  # filling again would change nothing
            break
        beside = left
    return page, said


def _sentences_behind_titles(rows: Sequence[Row]) -> list[Row]:
    """Put sentences about a person's life behind offices and parties, which are read at a glance."""
    told = [row for row in rows if row.part == Part.LIFE and not row.joined]
    parts = [row.part for row in rows]
    titles = [row for row in rows if row not in told]
    behind = sum(part in (Part.LIFE, Part.POLITICS) for part in parts) - len(told)
    return [*titles[:behind], *told, *titles[behind:]]


def _beside(rows: Iterable[Row]) -> int:
    """Columns that the longest label leaves for the text; rows of several sentences need one more for a mark."""
    labels = (len(row.label) + len("  ") + (not row.joined and len(row.cells) > 1) for row in rows)
    return SCREEN - max(labels, default=0)


def _is_lone(row: Row, view: EntryView) -> bool:
    """Return whether a row such as "Opponents" has a single name, which would suggest that there were no others.

    On the card of anything but a person, a single name with a span of years counts as informative.
    """
    return row.label in CROWDS and len(row.cells) == 1 and (view.is_person or not _is_term(row.cells[0]))


def _offices_once(rows: Sequence[Row]) -> list[Row]:
    """Lower the rank of a "Led" cell if an office has the same years."""
    terms = {cell.when for row in rows if row.label != LED for cell in row.cells if cell.brief and _is_term(cell)}
    return [
        row._replace(cells=tuple(c._replace(rank=MARGINAL) if c.when in terms else c for c in row.cells))
        if row.label == LED
        else row
        for row in rows
    ]


def _is_term(cell: Cell) -> bool:
    """Return whether a cell's date is a span."""
    return cell.since is not None and cell.since.is_span


def _same_dates_once(rows: Sequence[Row]) -> list[Row]:
    """Merge rows that have nothing but the same date: `Published, written`."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (row.cells[0].words,) if _is_date(row) else ("", row.label)
        first = found.get(key)
        found[key] = first._replace(label=f"{first.label}, {row.label.lower()}") if first else row
    return list(found.values())


def _each_once(rows: Sequence[Row]) -> list[Row]:
    """Remove repetition between two rows of a pair: keep such a cell in the second row, with the years of the first."""
    found = {row.label: row for row in rows}
    for label, other in PAIRS:
        if label not in found or other not in found:
            continue
        first, second = found[label], found[other]
        is_notable = max(cell.rank for cell in second.cells) > MARGINAL  # otherwise it may have no room
        twice = {cell.entry: cell for cell in first.cells if cell.entry and cell.entry in _entries(second)}
        kept = tuple(_with_years(cell, twice.get(cell.entry)) for cell in second.cells)
        is_moved = label == OPPOSED and is_notable
        moved = [cell for cell in first.cells if is_moved and cell.is_agent and cell.entry not in twice]
        cells = sorted((*kept, *moved), key=lambda cell: cell.moment)
        found[other] = second._replace(cells=tuple(cells))
        found[label] = first._replace(cells=tuple(c for c in first.cells if c.entry not in twice and c not in moved))
    return [found[row.label] for row in rows if found[row.label].cells]


def _entries(row: Row) -> set[str]:
    return {cell.entry for cell in row.cells}


def _with_years(cell: Cell, other: Cell | None) -> Cell:
    return cell._replace(when=other.when, since=other.since, moment=other.moment) if other and not cell.when else cell


def is_in_title(row: Row, view: EntryView) -> bool:
    """Return whether a row repeats the title: only a date in one calendar, or only the place of an event."""
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
    """A row with titles for sentences and years for dates, without what is told above it (`told`)."""
    named = {plain(name.removeprefix(BORN)) for name in (view.name, *view.names)}
    year = _only_year(view)
    cells: dict[tuple[str, str, str], Cell] = {}
    has_years = row.joined or all(map(_is_title, row.cells))
    for each in row.cells:
        cell = each._replace(text=each.brief, when=_term(each.since)) if each.brief and each.since else each
        if has_years and not each.brief and each.since and each.when:
            years = years_of(each.since)
            cell = cell._replace(when="" if years == year or years in each.text else years)
        said = each.fact.object if each.fact else None
        is_name = isinstance(said, str) and _names_it(said, named)
        if not is_name and not _is_told(row, each, cell, told):
            cells.setdefault((cell.text, cell.when, cell.holder), cell)
    return row._replace(cells=tuple(cells.values()), joined=row.joined or all(map(_is_title, cells.values())))


def _is_title(cell: Cell) -> bool:
    """Return whether a cell needs only a few words: it has a title or names an entry."""
    return bool(cell.brief) or (cell.fact is not None and bool(cell.fact.target))


def _term(when: Date) -> str:
    """Years of an office; `from 1917` for one of which only one date (a month or a day) is known."""
    is_year = when.year is not None and str(when.year) == when.text.strip("~?%")
    return years_of(when) if not when.is_single or is_year or when.start is None else f"from {year_of(when.start)}"


def _only_year(view: EntryView) -> str:
    """The year of something that began and ended in the same year, already in the title; else empty."""
    years = set(_A_YEAR.findall(view.span))
    is_open = not view.is_event and bool(_OPEN_SPAN.fullmatch(view.span))
    return years.pop() if len(years) == 1 and not is_open else ""


def _is_told(row: Row, whole: Cell, cell: Cell, told: str) -> bool:
    """Return whether to drop a cell: the text above the rows says it, or it is a denial in a list."""
    if row.joined:
        return whole.fact is not None and whole.fact.negated
    if whole.defines and overlaps(cell.text, told):
        return True
    return whole.rank < ALWAYS and not cell.when and is_said(cell.text, told)


def _names_it(said: str, named: set[str]) -> bool:
    """Return whether a text is one of the names, possibly with another script in brackets or a few words before it."""
    told = plain(_IN_BRACKETS.sub("", said))
    titles = [name for name in named if name.count(" ") >= LEAD]
    return told in named or any(
        told.endswith(f" {name}") and told.count(" ") - name.count(" ") <= LEAD for name in titles
    )
