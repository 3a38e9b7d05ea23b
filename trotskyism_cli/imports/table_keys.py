"""How the keys of a table name options, which all its rows together tell: from 0 or from 1, and in which letters."""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.foreign import Reading
from trotskyism_cli.imports.heads import OPTION_WORDS, Heads
from trotskyism_cli.imports.letters import CYRILLIC, LATIN, LETTERS, SERIES
from trotskyism_cli.imports.listed import is_list
from trotskyism_cli.imports.rows import Row
from trotskyism_cli.imports.table_cells import Cells, offered

MARK_ALONE = re.compile(rf"\(?(\d{{1,2}}|[{LETTERS}с])[).]?", re.IGNORECASE)
NUMBERS = re.compile(r"\s*[0-9]{1,2}(?:\.0)?(?:\s*[;,|]\s*[0-9]{1,2})*\s*")
_NUMBER = re.compile(r"(?<![.0-9])[0-9]+")
_NUMBER_WITH_WORD = re.compile(rf"\s*(?:{OPTION_WORDS})\s?[1-9][0-9]?\s*|\s*[1-9](?:st|nd|rd|th)\s*", re.IGNORECASE)


def settle(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Find out from all rows whether their keys count options from 0 or from 1, and which letters they have."""
    if heads.options and not heads.ours:
        said = [cell for row in rows if not row.fault for cell in Cells(row, heads).all("answer")[:1]]
        counts = [(int(found), most) for row in rows for found, most in _counts(heads, row)]
        numbers = {number for number, _ in counts}
        named_0 = any(number == 0 for _, number in heads.options)  # then the numbers are those of the heads
        last = any(number == most for number, most in counts)
        from_one = named_0 or last or any(map(_NUMBER_WITH_WORD.fullmatch, said))
        heads.from_zero = heads.indexed and 0 in numbers and not from_one
        lists = len(heads.options) == 1 and any(is_list(Cells(row, heads).at(heads.options[0][0])) for row in rows)
        unclear = heads.indexed or 0 in numbers or lists  # programs that write lists count from 0
        heads.uncounted = unclear and not heads.from_zero and not from_one
        if heads.from_zero:
            reading.tell(line, "a 0 stands among its answers, so 0 is the first option, 1 the second")
        _settle_letters(heads, {found[1] for cell in said if (found := MARK_ALONE.fullmatch(cell.strip()))})


def _counts(heads: Heads, row: Row) -> list[tuple[str, int]]:
    """The numbers by which the key of a row names options, unless they are the text of one; each with how many it has.

    The options may have columns, or stand in one cell.
    """
    cells = Cells(row, heads)
    options, key = offered(cells), cells.one("answer")
    if row.fault or not NUMBERS.fullmatch(key) or any(option.text == key for option in options):
        return []
    return [(number, max(len(heads.options), len(options))) for number in _NUMBER.findall(key)]


def _settle_letters(heads: Heads, marks: set[str]) -> None:
    """Which letters the keys have, if they are of another script than the heads, under options with numbers above all.

    В may be the third Cyrillic letter or the second Latin one: others of the column tell, or the heads.
    """
    cyrillic = bool(marks & {*"бвгджзикБГДЖЗИ"})
    latin = bool(marks & {*"сС"})
    if heads.letters == LATIN and not heads.lettered and cyrillic and not latin:
        heads.letters = CYRILLIC
    elif heads.letters == LATIN and not heads.lettered:
        used = {mark.casefold() for mark in marks}
        heads.letters = next((each for each in SERIES if each not in (LATIN, CYRILLIC) and used & {*each}), LATIN)
    heads.alike = heads.letters == LATIN and not cyrillic and (latin or heads.lettered)
