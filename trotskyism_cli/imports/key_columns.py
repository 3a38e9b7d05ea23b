"""Columns with the key under heads that are not known as such, found by what stands in them beside known options.

A column beside each option that is only ticked says whether it is right. One whose head has a word for what is right,
and whose every cell names an option of its row, says which.
"""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.answer_rows import degree_of
from trotskyism_cli.imports.foreign import Reading, Unfit
from trotskyism_cli.imports.head_words import plain
from trotskyism_cli.imports.heads import Heads
from trotskyism_cli.imports.keys import key_of, mark_of
from trotskyism_cli.imports.right_words import says_right
from trotskyism_cli.imports.rows import Row
from trotskyism_cli.imports.table_cells import Cells, offered

# Words beside that for what is right with which a number is that of an option: articles, and words for numbers.
_SMALL = frozenset(
    "no nr num n n° nº number numero nummer номер la le der die das el il lo the quella quello ist is est es e answer "
    "option antwort reponse respuesta risposta resposta ответ svar odpoved odpowiedz odgovor".split()
)
_FEWEST = 2  # options
_MOST = 0.8  # of the rows


def adopt_keys(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Take columns as keys, if options are known and nothing is that says which are right."""
    if heads.ours or heads.has_answers or len(heads.options) < _FEWEST or not heads.places("question"):
        return
    each = [Cells(row, heads) for row in rows if not row.fault and any(cell.strip() for cell in row.cells)]
    beside = {place + 1: number for place, number in heads.options if place + 1 in heads.unknown}
    if each and len(beside) == len(heads.options) and _are_ticks(each, [*beside]):
        heads.verdicts = list(beside.items())
        taken = ", ".join(heads.unknown.pop(place) for place in beside)
        reading.tell(line, f"the columns {taken} were taken to say which options are right")
        return
    found = [place for place, name in heads.unknown.items() if _tells(name) and _names_all(each, place, name)]
    if len(found) == 1:
        heads.roles["answer"] = found
        heads.keyed = True
        reading.tell(line, f"the column {heads.unknown.pop(found[0])} was taken as that of the right answers")


def _tells(name: str) -> bool:
    """Whether a head has a word for what is right, and no letter is lost in it."""
    return says_right(plain(name)) and "\ufffd" not in name


def _are_ticks(rows: Sequence[Cells], places: Sequence[int]) -> bool:
    """Whether cells have ticks or degrees alone, and one at least in most rows."""
    degrees = [[degree_of(cells.at(place)) for place in places] for cells in rows]
    ticked = sum(any(each) for each in degrees)
    whole = sum(None not in each for each in degrees)
    return whole >= len(rows) * _MOST and ticked * 2 > len(rows)


def _names_all(rows: Sequence[Cells], place: int, name: str) -> bool:
    """Whether a column names an option in each row, and more than one in all.

    Numbers do so only if the head has no other words, for they may count something.
    """
    found = set()
    for cells in rows:
        said = cells.at(place)
        try:
            found.add(key_of([said], offered(cells)))
        except Unfit:
            return False
        others = [word for word in re.findall(r"[^\W\d_]+", plain(name)) if not says_right(word)]
        if mark_of(said).isdecimal() and not _SMALL.issuperset(others):
            return False
    return len(found) > 1
