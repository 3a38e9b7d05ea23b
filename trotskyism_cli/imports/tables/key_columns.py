"""Columns with the key under heads that are not known as such, found by what stands in them beside known options.

A column beside each option that is only ticked says whether it is right. One whose head has a word for what is right,
and whose every cell names an option of its row, says which.
"""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.answers.keys import key_of
from trotskyism_cli.imports.foreign import Reading, Unfit
from trotskyism_cli.imports.tables.answer_rows import degree_of
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.tables.table_cells import Cells, offered
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.right_words import says_right
from trotskyism_cli.imports.words.truth_words import TRUTH

# Words that a key may have beside that for what is right: articles, and words for numbers and answers.
_SMALL = frozenset(
    "no nr num n n° nº number numero nummer номер la le der die das el il lo the quella quello ist is est es e answer "
    "option antwort antw rep reponse respuesta risposta resposta ответ svar odpoved odpowiedz odgovor".split()
)
_FEWEST = 2  # options
_SIGN = 2  # letters, as of x and ok
_MOST = 0.8  # of the rows


def adopt_keys(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Take columns as keys, if options are known and nothing is that says which are right."""
    if heads.ours or heads.has_answers or len(heads.options) < _FEWEST or not heads.places("question"):
        return
    filled = [Cells(row, heads) for row in rows if not row.fault and any(cell.strip() for cell in row.cells)]
    beside = {place + 1: number for place, number in heads.options if place + 1 in heads.unknown}
    named = all(_ticks(heads.unknown[place]) for place in beside)
    if filled and named and len(beside) == len(heads.options) and _are_ticks(filled, [*beside]):
        heads.verdicts = list(beside.items())
        taken = ", ".join(heads.unknown.pop(place) for place in beside)
        reading.tell(line, f"the columns {taken} were taken to say which options are right")
        return
    found = [place for place, name in heads.unknown.items() if _tells(name) and _names_all(filled, place)]
    if len(found) == 1:
        heads.roles["answer"] = found
        heads.keyed = True
        reading.tell(line, f"the column {heads.unknown.pop(found[0])} was taken as that of the right answers")


def _tells(name: str) -> bool:
    """Whether a head has a word for what is right, and no others that may count, or say whose answers these are."""
    words = [word for word in re.findall(r"[^\W\d_]+", plain(name)) if not says_right(word)]
    return says_right(plain(name)) and _SMALL.issuperset(words) and "\ufffd" not in name


def _ticks(name: str) -> bool:
    """Whether a head has a word for what is right or true, or no word at all."""
    bare = plain(name).rstrip("0123456789 ?？")
    return len(bare) <= _SIGN or says_right(bare) or bool(TRUTH.get(bare))


def _are_ticks(rows: Sequence[Cells], places: Sequence[int]) -> bool:
    """Whether cells have ticks or degrees alone, and one at least in most rows."""
    degrees = [[degree_of(cells.at(place)) for place in places] for cells in rows]
    ticked = sum(any(each) for each in degrees)
    whole = sum(None not in each for each in degrees)
    return whole >= len(rows) * _MOST and ticked * 2 > len(rows)


def _names_all(rows: Sequence[Cells], place: int) -> bool:
    """Whether a column names an option in each row, and more than one in all."""
    found = set()
    for cells in rows:
        said = cells.at(place)
        try:
            found.add(key_of([said], offered(cells)))
        except Unfit:
            return False
    return len(found) > 1
