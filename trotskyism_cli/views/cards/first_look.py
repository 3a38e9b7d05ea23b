"""The first screen of a card: one line of every important row, then more of the most important ones.

What the summary says is not repeated. Titles replace sentences, and years replace dates.
"""

from collections.abc import Callable, Iterable, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.answer_text import overlaps
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.first_page import MARGINAL, WHY, Page, lines_of
from trotskyism_cli.views.cards.other_names import BORN
from trotskyism_cli.views.cards.rows import ALWAYS, LED, Cell, EntryView, Row
from trotskyism_cli.views.cards.stays_in_turn import as_read, with_runs, year_once
from trotskyism_cli.views.cards.window import USUAL, Window
from trotskyism_cli.views.wording.margins import year_of, years_of
from trotskyism_cli.views.wording.sentences import is_said

PROMPT, BLANK = 1, 1  # empty lines: at the bottom for the shell's prompt, and above the rows
BELOW = 2  # lines of the commands
MUCH_ROOM = 3  # lines left, from which on ties are told
LEAD = 3  # most words that introduce a title, such as "has the subtitle"
OPPOSED, OPPONENTS = "Opposed", "Opponents"
PAIRS = ((OPPOSED, OPPONENTS), ("Supported", "Ideas"))  # rows that tell the same from two sides
CROWDS = (OPPONENTS, "Supporters")  # rows in which a single name would suggest that there was no other
MEMBERS = "Members"  # the same, but for somebody whom one must know, if it is known when
FIRST_OF_EVENT = ("Led by", "Chaired by", "Parts")  # rows before those of who was for or against it
WEIGHTY = 3  # importance of what one must know
_OPEN_SPAN = lazy_regex(r"[a-z]+ [0-9]{4}")  # `founded 1938`: no known end
_A_YEAR = lazy_regex(r"\b\d{4}\b")
_IN_BRACKETS = lazy_regex(r" \([^)]*\)$")


def first_look(
    view: EntryView,
    below: int = BELOW,
    window: Window | None = USUAL,
    ties: Callable[[str], Row] | None = None,
) -> EntryView:
    """The rows that fit a window, each with the number of cells left out. Why it matters is told in any case.

    `below` is the number of lines used under the rows. Where much room is left, the row of `ties` comes last, made of
    those that are not in the text given to it. Without a window no cell of a chosen row is left out.
    """
    whole_rows = window is None
    window = (window or USUAL).composed_for
    told = f"{view.summary} {view.significance} {view.name}"
    rows = [shortened(row, told, view) for row in view.rows if not is_in_title(row, view)]
    rows = _each_once(_same_dates_once([row for row in rows if row.cells]))
    rows = [with_runs(row) for row in _offices_once(rows) if not _is_lone(row, view)]
    rows = _sentences_behind_titles(rows) if view.is_person else rows
    rows = _chief_rows_first(rows) if view.is_event else rows
    room = window.lines - window.above - PROMPT - BLANK - below
    room -= _lines_above(view, window.columns, is_cut=not whole_rows)
    page = _filled(rows, room, window.columns, told, is_event=view.is_event)
    chosen = [row for row in rows if row.label in page.chosen]
    shown = [year_once(row) if whole_rows else as_read(page.chosen[row.label]) for row in chosen]
    if ties and not whole_rows and page.room >= MUCH_ROOM:
        tied = page.with_room_for(ties(" / ".join([told, *(cell.words for row in shown for cell in row.cells)])))
        shown += [tied] if tied.cells else []
    return view._replace(rows=tuple(shown))


def _lines_above(view: EntryView, columns: int, *, is_cut: bool) -> int:
    """Lines above the rows. What is not cut to a window has as many rows as if it did not say why it matters."""
    head = 1 + (len(f"{view.name}  {view.span} · {view.kind}") > columns) + bool(view.names)
    why = lines_of(f"{WHY}{view.significance}", columns) if view.significance and is_cut else 0
    return head + lines_of(view.summary, columns) + why


def _filled(rows: Sequence[Row], room: int, columns: int, told: str, *, is_event: bool) -> Page:
    """A page filled with the most important cells.

    Filled again if the chosen labels are shorter than all labels and so leave wider lines.
    """
    beside = columns - _label_columns(rows)
    page = Page(room, beside, told)
    for _ in range(2):
        tried = Page(room, beside, told)
        tried.fill(rows, is_event=is_event)
        left = columns - _label_columns(tried.chosen.values())
        if left < beside:  # a label longer than the width assumed
            break
        page = tried
        if left == beside:  # filling again would change nothing
            break
        beside = left
    return page


def _sentences_behind_titles(rows: Sequence[Row]) -> list[Row]:
    """Put sentences about a person's life behind offices and parties, which are read at a glance."""
    told = [row for row in rows if row.part == Part.LIFE and not row.joined]
    parts = [row.part for row in rows]
    titles = [row for row in rows if row not in told]
    behind = sum(part in (Part.LIFE, Part.POLITICS) for part in parts) - len(told)
    return [*titles[:behind], *told, *titles[behind:]]


def _chief_rows_first(rows: Sequence[Row]) -> list[Row]:
    """Put who led an event, and its parts, behind when and where it was, where they are sure to have a line."""
    chief = [_weighty(row) for row in rows if row.label in FIRST_OF_EVENT]
    others = [row for row in rows if row.label not in FIRST_OF_EVENT]
    behind = sum(row.part == Part.LIFE for row in others)
    return [*others[:behind], *chief, *others[behind:]]


def _weighty(row: Row) -> Row:
    return row._replace(cells=tuple(cell._replace(rank=max(cell.rank, WEIGHTY)) for cell in row.cells))


def _label_columns(rows: Iterable[Row]) -> int:
    """Columns that the longest label takes; in rows of several sentences one more, for a mark."""
    return max((len(row.label) + len("  ") + (not row.joined and len(row.cells) > 1) for row in rows), default=0)


def _is_lone(row: Row, view: EntryView) -> bool:
    """Return whether a row such as "Opponents" has a single name, which would suggest that there were no others.

    On the card of anything but a person, a single name with a span of years counts as informative.
    """
    if row.label == MEMBERS and len(row.cells) == 1:
        return row.cells[0].weight < WEIGHTY or not row.cells[0].when
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
        is_name = isinstance(said, str) and _names_it(said, named, is_dated=bool(each.when))
        if not is_name and not _is_told(row, each, cell, told):
            again = row.joined and row.part != Part.LIFE and each.when
            key = (cell.text, "" if again else cell.when, cell.holder)
            cells[key] = _as_often(cells[key], cell) if key in cells else cell
    return row._replace(cells=tuple(cells.values()), joined=row.joined or all(map(_is_title, cells.values())))


def _as_often(cell: Cell, other: Cell) -> Cell:
    """Two cells that differ in nothing but when: `1917, 1922–1925 Joseph Stalin`."""
    if not (cell.when and other.when) or cell.when == other.when:
        return cell
    return cell._replace(when=f"{cell.when}, {other.when}", rank=max(cell.rank, other.rank))


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


def _names_it(said: str, named: set[str], *, is_dated: bool) -> bool:
    """Return whether a text is one of the names, possibly with another script in brackets or a few words before it.

    An article alone before it makes it no other name, unless it is known when that was used.
    """
    told = plain(_IN_BRACKETS.sub("", said))
    titles = [name for name in named if name.count(" ") >= LEAD]
    is_name = told in named or (not is_dated and told.removeprefix("the ") in named)
    return is_name or any(told.endswith(f" {name}") and told.count(" ") - name.count(" ") <= LEAD for name in titles)
