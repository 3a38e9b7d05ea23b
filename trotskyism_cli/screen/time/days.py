"""A day, month or year: what happened in dated rows, and what came before and after."""

import textwrap
from collections.abc import Iterator, Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.dates import Calendar, Date
from trotskyism_cli.pack.dates_in_words import date_short, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Span,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.lines import SCREEN, cells
from trotskyism_cli.screen.wrapping import wrapped
from trotskyism_cli.views.days.day import SAID, DayView
from trotskyism_cli.views.days.old_style import OtherDay, calendar_told, in_old_style
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.row import SINCE, Happening
from trotskyism_cli.views.wording.headline import headline
from trotskyism_cli.views.wording.sentences import is_said

NARROW, NARROWEST = 60, 16  # columns: below this dates have no margin; least width of a row
LINES = 2  # of a shortened row on a narrow screen
_OLD_STYLE = lazy_regex(r"(\([^()]*Old Style\)) ")
LABEL, HANG = 7, 2  # columns of `before`/`after`, and the indent on a narrow screen


def day_document(
    asked: ParsedDate,
    view: DayView,
    beside: tuple[Happening | None, Happening | None],
    named: Sequence[Entry] = (),
    other: OtherDay | None = None,
) -> Document:
    """What happened on a day, in a month or year, entries `named` like it, and what came before and after.

    `other` is the same date in the other calendar, if the book has something for it.
    """
    style = in_old_style(asked)
    is_of_years = asked.is_year or asked.is_several_years
    blocks: list[Block] = [Title(asked.words, style), *_before_rows(asked, view, other)]
    for head, rows in view.groups:
        blocks += [Heading(head)] if head else []
        if head != SAID and is_of_years:
            blocks.append(dated_rows(rows, in_one_line=True))
        elif any(row.margin for row in rows):
            blocks.append(dated_rows(rows))
        else:
            blocks += [Point(line(row.text)) for row in rows]
    if view.years:
        ends = dict.fromkeys((view.years[0], view.years[-1]))
        years = join([line(Span(command("on", str(year)), "command")) for year in ends], " to ")
        blocks.append(Paragraph((*line("What else happened, and what was said: "), *years), apart=True))
    if view.left:
        whole = Span(command("on", *asked.words.lower().split(), "--json"), "command")
        blocks.append(Paragraph(line(f"And {counted(view.left, 'thing')} of less weight: ", whole), apart=True))
    if view.wider:
        blocks.append(Paragraph(line("More of that time: ", Span(command(*view.wider), "command")), apart=True))
    if view.more:
        seen = MIDDOT.join(command("show", each) for each in view.more)
        blocks.append(Paragraph(line("more: ", Span(seen, "command"))))
    for entry in named:
        way = Span(command("show", *entry.name.split()), "command")
        blocks.append(Paragraph(line(f"{entry.name} ({entry.type or entry.kind}): ", way)))
    nearest = [
        (label, _when(happening.when, in_both=bool(style)), f"{happening.text}{SINCE if happening.goes_on else ''}")
        for label, happening in zip(("before", "after"), beside, strict=True)
        if happening
    ]
    return Document(
        (
            *blocks,
            Picture(lambda width: list(_beside(nearest, width)), ((), *map(_said_beside, nearest)) if nearest else ()),
        )
    )


def _before_rows(asked: ParsedDate, view: DayView, other: OtherDay | None) -> Iterator[Block]:
    """Notes above the rows: the calendar, that there is nothing, or where to read about the `other` day."""
    if (view.is_empty or (view.in_both and not asked.day)) and (calendar := calendar_told(asked)):
        yield Paragraph(line(calendar))
    if view.is_empty:
        time = "day" if asked.day else "month" if asked.month else "time"
        yield Paragraph(line(f"The book has nothing for that {time} itself."))
    if other:
        yield Paragraph(line(f"{other.told}: ", Span(command("on", *other.words), "command")))


def _when(when: Date, *, in_both: bool) -> str:
    """A short date, with the Old Style date if `in_both` calendars."""
    old = date_words(when).partition(" (")[2] if in_both and when.calendar is not Calendar.PLAIN else ""
    return f"{date_short(when).removeprefix('from ')}{f' ({old}' if any(map(str.isdigit, old)) else ''}"


def _beside(told: Sequence[tuple[str, str, str]], width: int) -> Iterator[Line]:
    """What came before and after, set off, with continuation lines indented."""
    indent = " " * (LABEL if width >= NARROW else HANG)
    yield from ((),) if told else ()
    for label, when, text in told:
        head = f"{label:<{LABEL}}"
        first, *rest = textwrap.wrap(f"{head}{when}  {text}", width, subsequent_indent=indent, break_on_hyphens=False)
        dated = first[LABEL:][: len(when)]
        yield line(Span(head, "kind"), Span(dated, "date"), first[LABEL + len(dated) :])
        yield from (line(each) for each in rest)


def _said_beside(told: tuple[str, str, str]) -> Line:
    label, when, text = told
    return line(Span(f"{label} ", "kind"), Span(f"{when}: ", "date"), text)


def dated_rows(rows: Sequence[DayRow], *, in_one_line: bool = False) -> Picture:
    """Rows with dates in a margin; in words `16 Mar: Ban on factions.`

    With `in_one_line`, rows are shortened to one line where possible. On a narrow screen the weightiest events are told
    as fully as a screen allows, others only by name.
    """
    margin = max(cells(row.margin) for row in rows)
    margin += 2 if margin else 0
    further = margin or HANG

    def draw(width: int) -> Iterator[Line]:
        if width < NARROW:
            room = LINES * (width - 2)
            short = [
                each._replace(text=_clause(each.text, room, kept=each.kept)) if in_one_line and not each.name else each
                for each in rows
            ]
            yield from _narrow_rows(short, max(NARROWEST, width - 2))
            return
        for row in rows:
            text = _in_one_line(row, width - further) if in_one_line else row.text
            for place, each in enumerate(wrapped(line(text), width - further)):
                yield (Span(" " * further if place else f"{row.margin:<{margin}}", "date"), *each)

    said = (_said_row(row) for row in rows)
    return Picture(lambda width: list(draw(width)), tuple(said))


def _said_row(row: DayRow) -> Line:
    """A row in words, with the date's other calendar before the colon."""
    words = _in_words(row)
    old = _OLD_STYLE.match(words) if row.margin else None
    when = f"{row.margin}{f' {old[1]}' if old else ''}: " if row.margin else ""
    return line(Span(when, "date"), words[old.end() :] if old else words)


def _in_one_line(row: DayRow, room: int) -> str:
    """A row cut at a pause to fit one line, else its name; a sentence without a pause stays whole."""
    if not row.name:
        return _clause(row.text, room, kept=row.kept)
    told = [row.text, f"{row.name}: {_clause(_what(row), room - cells(row.name) - 2, is_phrase=True)}"]
    told = [each for each in told if not is_said(each, f"{row.name} {row.margin}")]
    return next((each for each in told if cells(each) <= room), row.name)


def _clause(text: str, room: int, *, is_phrase: bool = False, kept: str = "") -> str:
    """The beginning of a sentence up to a pause that fits in `room`, but not before the words `kept`.

    Without such a pause, the whole sentence.
    """
    text = text.rstrip()
    stop = "." if text.endswith(".") else ""
    return f"{headline(text.removesuffix('.'), room=max(1, room - 1), is_phrase=is_phrase, kept=kept)}{stop}"


def _in_words(row: DayRow) -> str:
    """A row's text for after a date and a colon, without a colon of its own after the name."""
    what = _what(row)
    return f"{row.name}. {capital(what)}" if row.name and what != row.text else row.text


def _what(row: DayRow) -> str:
    """A row's text without its name."""
    return row.text.removeprefix(f"{row.name}: ")


def _narrow_rows(rows: Sequence[DayRow], width: int) -> list[Line]:
    """Rows for a narrow screen: each by name; then, by weight and while there is room, with a clause or in full."""
    told = [_narrow_row(row, row.name or _clause(row.text, width, kept=row.kept), width) for row in rows]
    weightiest = sorted(range(len(rows)), key=lambda each: -rows[each].weight)
    for is_whole, place in ((is_whole, place) for is_whole in (False, True) for place in weightiest):
        name = rows[place].name
        what = _what(rows[place])
        if what == name:
            continue
        if not is_whole:
            what = _clause(what, width, is_phrase=bool(name), kept=rows[place].kept)
        longer = _narrow_row(rows[place], f"{name}. {capital(what)}" if name else rows[place].text, width)
        if sum(map(len, told)) - len(told[place]) + len(longer) < SCREEN:
            told[place] = longer
    return [each for lines in told for each in lines]


def _narrow_row(row: DayRow, text: str, width: int) -> list[Line]:
    dated = line(Span(f"{row.margin}: " if row.margin else "", "date"), text)
    return [(Span("  " if place else ""), *each) for place, each in enumerate(wrapped(dated, width))]
