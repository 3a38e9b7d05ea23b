"""Guess the roles of columns in a table without headings, where the rows allow only one reading."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from trotskyism_cli.imports.answers.keys import Offered, key_of, mark_of
from trotskyism_cli.imports.answers.listed import ASKS, is_code, options_in, parts_of
from trotskyism_cli.imports.foreign import LONGEST_TYPED, Reading, Unfit, folded, tidy
from trotskyism_cli.imports.tables.answer_rows import says_whether
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.words.letters import SERIES
from trotskyism_cli.imports.words.truth_words import TRUTH

MOST = 2 / 3  # share of rows that must be of one kind
FEWEST = 4  # columns of a choice: a question, two options, and which is right
_SAID = re.compile(r"/[^/]+/|\[[^\]]+\]")  # /ˈsəʊviət/
# A question mark or gap at the end; the Greek question mark; the Japanese particle.
_ASKS = re.compile(rf"(?:{'|'.join(map(re.escape, ASKS))}|[α-ωά-ώ»”\")][;\u037e]|か。?)\s*$")
_WORDS_OF_REMARKS = 4
_MOST_TAGS = 3
_FEWEST_ALIKE = 4  # rows
_WORDS_OF_QUESTIONS = 3
LAST_WITH_BLANKS = "\u0e00"  # later scripts in Unicode have no blanks between words
REMEDY = "write heads above the columns: question, option 1, option 2 … and answer"


@dataclass(frozen=True, slots=True)
class Sides:
    """The columns of cards: the two sides, columns with few values, and columns with remarks."""

    two: tuple[int, int] = (0, 1)
    few: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def asks(text: str) -> bool:
    """Return whether a text ends like a question, or does so before options that follow it."""
    return _ASKS.search(text) is not None or options_in(text)[0].endswith(ASKS)


def choices_without_heads(rows: Sequence[Row]) -> Heads | None:
    """The columns of rows with a question, options, and a letter or text of one of these; else None.

    A lone number is not a sign: it may count from 0 or 1, or be points.
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
    shapes = [(place, range(first + 1, place)) for place in range(width - 1, first + 2, -1)]
    if first + 1 < width:
        last = next((place for place in range(width, first + 2, -1) if not _is_alike(whole, place - 1)), width)
        shapes.append((first + 1, range(first + 2, last)))
    key, between = next((each for each in shapes if _most(_has_key(row, *each) for row in whole)), (first, range(0)))
    if len(between) < FEWEST - 2 or not _are_options([[row.cells[place] for place in between] for row in whole]):
        return None
    if not _most(_may_ask(row.cells[first]) for row in whole):
        return None
    filled = [place for place in range(width) if any(row.cells[place].strip() for row in whole)]
    after = [place for place in filled if place > key and place not in between]
    told = [place for place in after if _most(_is_remark(row.cells[place]) for row in whole)]
    return Heads(
        roles={"question": [first], "answer": [key], "explanation": told},
        options=list(zip(between, count(1))),
        unknown={place: f"column {place + 1}" for place in (*range(first), *after) if place not in told},
        width=width,
    )


def _is_alike(rows: Sequence[Row], place: int) -> bool:
    """Return whether a column has the same value in all rows but one at most, e.g. points or difficulty."""
    often = Counter(row.cells[place] for row in rows)
    return len(rows) >= _FEWEST_ALIKE and max(often.values()) >= len(rows) - 1


def _are_options(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether columns are options, not verdicts on them; words like `yes` must be the same in all rows."""
    judging = [[says_whether(cell) for cell in row] for row in rows]
    if not any(map(any, judging)):
        return True
    return all(map(all, judging)) and len({*map(tuple, rows)}) == 1


def _may_ask(text: str) -> bool:
    """Return whether a text is more than a name."""
    return asks(text) or len(text.split()) >= _WORDS_OF_QUESTIONS or max(text, default="") > LAST_WITH_BLANKS


def _is_remark(cell: str) -> bool:
    return len(cell.split()) >= _WORDS_OF_REMARKS


def tell_of_choices(reading: Reading, line: int, heads: Heads) -> None:
    """Report how the columns of choices without headings were read."""
    key, last = heads.places("answer")[0] + 1, heads.options[-1][0] + 1
    reading.tell(
        line,
        f"it has no heads: column {heads.places('question')[0] + 1} was taken as the question, {key} as its right "
        f"answer, {heads.options[0][0] + 1} to {last} as options",
    )
    if heads.unknown:
        reading.tell(line, f"not taken over: {', '.join(heads.unknown.values())}")


def tell_of_columns(reading: Reading, line: int, few: Sequence[int], remarks: Sequence[int]) -> None:
    """Report how columns of cards without headings were read."""
    taken = {place: "the topic" if place == few[0] else "tags" for place in few} | dict.fromkeys(remarks, "explanation")
    for place, what in sorted(taken.items()):
        reading.tell(line, f"column {place + 1}, which has no head, was taken as {what}")


def refuse_likely_choice(cells: Sequence[str]) -> None:
    """Raise Unfit if the second or last of four or more cells may refer to another as right.

    A code among the further cells, e.g. `0 1 0`, may do so too.
    """
    filled = [tidy(cell) for cell in cells if cell.strip()]
    parts = next((parts for cell in cells[1:] if len(parts := parts_of(cell)) > 1), [])
    if len(filled) == FEWEST - 1 and parts:  # a cell of options, and one that may name one of these
        filled = [
            filled[0],
            *map(tidy, parts),
            *(each for each in (filled[2], filled[1]) if not len(parts_of(each)) > 1),
        ]
    if len(filled) < FEWEST:
        return
    bits = [(cell, filled[1:]) for cell in filled[2:-1] if is_code(cell) and len(cell) > 1]
    for said, others in ((filled[-1], filled[1:-1]), (filled[1], filled[2:]), *bits):
        mark = mark_of(said).casefold()
        named = mark.isdecimal() and int(mark) <= len(others)
        letter = (len(mark) == 1 and said.isupper()) or any(mark in each[: len(others)] for each in SERIES if mark)
        if said in others or named or letter or (is_code(said) and len(said) > 1):
            raise Unfit(f"of {len(filled)} cells “{said}” may name one of the others as right", REMEDY)


def sides_of(rows: Sequence[Sequence[str]]) -> Sides:
    """The roles of card columns: recurring values are decks or tags, long texts are remarks.

    The sides are the first two columns, or those after a first column with a deck or a number.
    """
    width = max(map(len, rows), default=2)
    if width <= 2:
        return Sides()
    columns = {
        place: [cell for row in rows for cell in row[place : place + 1] if cell.strip()] for place in range(width)
    }
    before = _are_few(columns[0]) or _most(cell.strip().isdecimal() for cell in columns[0])
    two = (1, 2) if before else (0, 1)
    few = [
        place
        for place, cells in columns.items()
        if place not in two and (_are_few(cells) or (place > 1 and _are_tags(cells)))
    ]
    others = [place for place in range(two[1] + 1, width) if place not in few]
    remarks = [
        place
        for place in others
        if _most(map(_is_remark, columns[place]))
        and _most(len(cell.split()) <= LONGEST_TYPED for cell in columns[two[1]])
    ]
    return Sides(two, tuple(few), tuple(remarks), tuple(place for place in others if place not in remarks))


def answers_second(sides: Sides, notes: Sequence[Row]) -> bool:
    """Return whether the second field of notes may be the answer: not recurring values or a pronunciation."""
    second = [note.cells[1] for note in notes if len(note.cells) > 1 and note.cells[1].strip()]
    said = _most(_SAID.fullmatch(cell.strip()) is not None for cell in second)
    return 0 in sides.few or not (sides.unknown and (_are_few(second) or said))


def _are_few(values: Sequence[str]) -> bool:
    told = {*map(folded, values)}
    return len(values) > 1 and len(told) * 2 <= len(values) and not told <= TRUTH.keys()


def _are_tags(cells: Sequence[str]) -> bool:
    return max((len(cell.split()) for cell in cells), default=0) <= _MOST_TAGS and _are_few(" ".join(cells).split())


def usual_width(widths: Sequence[int]) -> int:
    """The number of cells most rows have; of equally frequent ones, the nearest to two."""
    often = Counter(widths)
    return min(often, key=lambda width: (-often[width], abs(width - 2)), default=0)


def _width(rows: Sequence[Row]) -> int:
    return usual_width([len(row.cells) for row in rows[:200]])


def _has_key(row: Row, key: int, between: range) -> bool:
    options = [
        Offered(number, text, "".join(letters[number - 1 : number] for letters in SERIES))
        for number, place in enumerate(between, start=1)
        if (text := tidy(row.cells[place]))
    ]
    said = row.cells[key]
    if len(options) < FEWEST - 2 or not said.strip() or mark_of(said).isdecimal():
        return False
    try:
        return bool(key_of([said], options))
    except Unfit:
        return False


def _most(found: Iterable[bool]) -> bool:
    answers = list(found)
    return bool(answers) and sum(answers) >= len(answers) * MOST
