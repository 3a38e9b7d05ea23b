"""What the columns of a table without heads are, as far as its rows leave one reading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from trotskyism_cli.imports.foreign import LONGEST_TYPED, Reading, Unfit, tidy
from trotskyism_cli.imports.head_words import LATIN
from trotskyism_cli.imports.heads import Heads
from trotskyism_cli.imports.keys import Offered, key_of, mark_of
from trotskyism_cli.imports.rows import Row

ASKS = ("?", "？", "؟", "___")
MOST = 2 / 3  # of the rows: as many as must be of one kind
FEWEST = 4  # columns of a choice: a question, two options, and which is right
_WORDS_OF_REMARKS = 4
_MOST_TAGS = 3
TOLD_OF_CHOICES = (
    "it has no heads: the first column that asks was taken as the question, the last as the right answer, those "
    "between as options"
)
REMEDY = "write heads above the columns: question, option 1, option 2 … and answer"


@dataclass(frozen=True, slots=True)
class Sides:
    """The columns of cards: the two that are their sides, those with few values, and those with remarks."""

    two: tuple[int, int] = (0, 1)
    few: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def choices_without_heads(rows: Sequence[Row]) -> Heads | None:
    """The columns of rows that have a question, options, and a letter or the text of one of these; else None.

    A number alone may be that of an option, counted from 0 or from 1, or points: it is no sign.
    """
    width = _width(rows)
    whole = [row for row in rows if len(row.cells) == width and not row.fault]
    if width < FEWEST or not whole:
        return None
    first = next((place for place in range(width) if _most(row.cells[place].endswith(ASKS) for row in whole)), None)
    if first is None:
        first = next((place for place in range(width) if not _most(row.cells[place].isdecimal() for row in whole)), 0)
        if len(whole) < 2 or len({row.cells[first] for row in whole}) < len(whole) * MOST:
            return None
    between = range(first + 1, width - 1)
    if len(between) < FEWEST - 2 or not _most(_has_key(row, between) for row in whole):
        return None
    return Heads(
        roles={"question": [first], "answer": [width - 1]},
        options=list(zip(between, count(1))),
        unknown={place: f"column {place + 1}" for place in range(first)},
        width=width,
    )


def tell_of_columns(reading: Reading, line: int, few: Sequence[int], remarks: Sequence[int]) -> None:
    """Note what was made of columns of cards that have no heads: of those with few values, and of others."""
    taken = {place: "the topic" if place == few[0] else "tags" for place in few} | dict.fromkeys(remarks, "explanation")
    for place, what in sorted(taken.items()):
        reading.tell(line, f"column {place + 1}, which has no head, was taken as {what}")


def refuse_likely_choice(cells: Sequence[str]) -> None:
    """Unfit if the last of four or more cells without heads may name one of those between it and the first."""
    filled = [tidy(cell) for cell in cells if cell.strip()]
    if len(filled) < FEWEST:
        return
    mark = mark_of(filled[-1])
    number = int(mark) if mark.isdecimal() else LATIN.find(mark.casefold()) + 1 if mark else -1
    if filled[-1] in filled[1:-1] or 0 <= number <= len(filled) - 2:
        raise Unfit(f"the last of {len(filled)} cells, “{filled[-1]}”, may name one of those before it", REMEDY)


def sides_of(rows: Sequence[Sequence[str]]) -> Sides:
    """Which columns of cards are what: the same few values are those of decks or tags, long texts are remarks."""
    width = max(map(len, rows), default=2)
    if width <= 2:
        return Sides()
    columns = {
        place: [cell for row in rows for cell in row[place : place + 1] if cell.strip()] for place in range(width)
    }
    few = [place for place, cells in columns.items() if _are_few(cells) or (place > 1 and _are_tags(cells))]
    left = [place for place in columns if place not in few]
    if len(left) < 2:
        left = [0, 1]
        few = [place for place in few if place not in left]
    two, others = (left[0], left[1]), left[2:]
    remarks = [
        place
        for place in others
        if _most(len(cell.split()) >= _WORDS_OF_REMARKS for cell in columns[place])
        and _most(len(cell.split()) <= LONGEST_TYPED for cell in columns[two[1]])
    ]
    return Sides(two, tuple(few), tuple(remarks), tuple(place for place in others if place not in remarks))


def _are_few(values: Sequence[str]) -> bool:
    return len(values) > 1 and len({*values}) * 2 <= len(values)


def _are_tags(cells: Sequence[str]) -> bool:
    return max((len(cell.split()) for cell in cells), default=0) <= _MOST_TAGS and _are_few(" ".join(cells).split())


def usual_width(widths: Sequence[int]) -> int:
    """How many cells most rows have; of numbers as frequent that nearest to two."""
    often = Counter(widths)
    return min(often, key=lambda width: (-often[width], abs(width - 2)), default=0)


def _width(rows: Sequence[Row]) -> int:
    return usual_width([len(row.cells) for row in rows[:200]])


def _has_key(row: Row, between: range) -> bool:
    options = [
        Offered(number, text, LATIN[number - 1 : number])
        for number, place in enumerate(between, start=1)
        if (text := tidy(row.cells[place]))
    ]
    said = row.cells[-1]
    if not said.strip() or mark_of(said).isdecimal():
        return False
    try:
        return bool(key_of([said], options))
    except Unfit:
        return False


def _most(found: Iterable[bool]) -> bool:
    each = list(found)
    return bool(each) and sum(each) >= len(each) * MOST
