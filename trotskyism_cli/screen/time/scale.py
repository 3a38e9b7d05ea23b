"""The scale of a time axis: the column of a day, and the labels above it."""

from datetime import date

from trotskyism_cli.pack.dates import MONTHS

FEW = 2  # labels
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # years between two labels

# Letters per month name, and months between labels; the first that fits is used.
MONTH_MARKS = (3, 1), (1, 1), (3, 3), (1, 3)


def column_of(day: date, first_year: int, years: int, columns: int) -> int:
    """The column of a day on an axis that starts with the first day of `first_year`."""
    passed = day.year - first_year + (day.timetuple().tm_yday - 1) / 366
    return min(columns - 1, max(0, int(passed * columns / years)))


def year_marks(first_year: int, years: int, columns: int) -> str:
    """Labels for round years, as many as fit; if there would be hardly any, also the first and last year."""
    step = next((step for step in STEPS if years / step * len("1917 ") < columns), STEPS[-1])
    row = [" "] * (columns + 2)
    last = first_year + years - 1
    marked = list(range(first_year if step <= FEW else -(-first_year // step) * step, last + 1, step))
    if len(marked) < FEW:
        marked = list(dict.fromkeys((first_year, *marked, last)))
    for year in marked:
        place = column_of(date(max(1, year), 1, 1), first_year, years, columns)
        place = min(place, len(row) - 4)  # the last label may be moved left
        if not "".join(row[max(0, place - 1) : place + 4]).strip():
            row[place : place + 4] = f"{year:<4}"
    return "".join(row).rstrip()


def month_marks(year: int, columns: int) -> str:
    """Labels for the months of a year; with little room by first letter, or every third month."""
    month = columns * 28 / 366
    letters, step = next((each for each in MONTH_MARKS if int(each[1] * month) > each[0]), MONTH_MARKS[-1])
    row = [" "] * (columns + 2)
    for number in range(1, 13, step):
        place = column_of(date(year, number, 1), year, 1, columns)
        row[place : place + letters] = MONTHS[number][:letters]
    return "".join(row).rstrip()
