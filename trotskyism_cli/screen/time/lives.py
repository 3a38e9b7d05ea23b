"""Lives drawn one per line: name, years, a bar on the axis and, if there is room, who the person was."""

from collections.abc import Iterator, Sequence
from datetime import date

from trotskyism_cli.screen.document import Line, Span, line
from trotskyism_cli.screen.lines import cells
from trotskyism_cli.screen.time.scale import column_of, month_marks, year_marks
from trotskyism_cli.views.happenings.lives_in_span import FEW_YEARS, Life
from trotskyism_cli.views.wording.person_in_a_line import in_a_line

NARROW, WIDE = 60, 100  # columns: below NARROW only the surname; from WIDE on also who the person was
LONGEST_NAME = 24
ABOUT = 0.35  # share of a wide line for who somebody was
FEWEST = 12  # columns of bars that must remain for the years to be shown beside them
OLD = 100  # years a life may last if only its beginning is known
BAR, DEED, OPEN = "━", "●", "▶"


def draw_lives(lives: Sequence[Life], first_year: int, last_year: int, width: int) -> Iterator[Line]:
    """An axis and a line for each life, drawn as far as it lies on the axis.

    Over a few years nearly every life spans the whole axis, so only the days of deeds are marked.
    """
    is_short = last_year - first_year < FEW_YEARS
    lives = [each for each in lives if each.days or not is_short]
    if not lives:
        return
    names = [each.surname if width < NARROW or cells(each.name) > LONGEST_NAME else each.name for each in lives]
    name = min(LONGEST_NAME, max(map(cells, names))) + 1
    years = max(cells(each.years) for each in lives) + 1
    years = years if width - name - years > FEWEST and not (is_short and width < NARROW) else 0
    about = int(width * ABOUT) if width >= WIDE else 0
    columns = max(1, width - name - years - about - 2)
    span = last_year - first_year + 1
    marked = any(each.days for each in lives)
    key = f"{DEED} told below" if marked and name + years > cells(f"{DEED} told below") else ""
    scale = year_marks(first_year, span, columns) if span > 1 else month_marks(first_year, columns)
    yield line(Span(f"{key:<{name + years}}", "note"), Span(scale, "date"))
    for each, called in zip(lives, names, strict=True):
        said = in_a_line(each.who, about - 2, measure=cells) if about else ""
        bar = _bar(each, first_year, span, columns, is_short=is_short)
        yield line(
            Span(f"{called[: name - 1]}{' ' * max(1, name - cells(called))}", "strong"),
            Span(f"{each.years:<{years}}" if years else "", "date"),
            Span(f"{bar:<{columns + 2}}" if said else bar, "line"),
            said,
        )


def _bar(life: Life, first_year: int, span: int, columns: int, *, is_short: bool) -> str:
    """The bar from birth to death; if only one is known, from or up to that, open if the life may go on."""
    row = [" "] * columns
    if not is_short:
        _fill(row, life, first_year, span)
    for day in life.days:
        row[column_of(day, first_year, span, columns)] = DEED
    return "".join(row).rstrip()


def _fill(row: list[str], life: Life, first_year: int, span: int) -> None:
    columns = len(row)
    known = [day for day in (life.first, life.last) if day]
    is_open = life.last is None and known[0].year + OLD > first_year + span
    left, right = column_of(known[0], first_year, span, columns), column_of(known[-1], first_year, span, columns)
    right = columns - 1 if is_open else right
    row[left : right + 1] = BAR * (right + 1 - left)
    if known[-1] >= date(min(first_year + span, date.max.year), 1, 1) or is_open:
        row[-1] = OPEN
