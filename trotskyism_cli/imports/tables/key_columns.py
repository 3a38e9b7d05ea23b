"""Find key columns with unknown headings by their content, beside known options.

A ticked column beside each option says whether that is right. A column whose heading has a word for "right" and whose
every cell names an option of its row is the key.
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

# Words allowed beside "right" in a key's heading: articles, words for number and answer.
_SMALL = frozenset(
    "no nr num n n° nº number numero nummer номер la le der die das el il lo the quella quello ist is est es e answer "
    "option antwort antw rep reponse respuesta risposta resposta ответ svar odpoved odpowiedz odgovor".split()
)
_FEWEST = 2  # options
_SIGN = 2  # letters, e.g. of `x` or `ok`
_MOST = 0.8  # share of rows


def adopt_keys(reading: Reading, heads: Heads, line: int, rows: Sequence[Row]) -> None:
    """Take columns as keys, if options are known but no key is."""
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
    """Return whether a heading has a word for "right" and no other words that may give it another meaning."""
    words = [word for word in re.findall(r"[^\W\d_]+", plain(name)) if not says_right(word)]
    return says_right(plain(name)) and _SMALL.issuperset(words) and "\ufffd" not in name


def _ticks(name: str) -> bool:
    """Return whether a heading has a word for right or true, or hardly any word."""
    bare = plain(name).rstrip("0123456789 ?？")
    return len(bare) <= _SIGN or says_right(bare) or bool(TRUTH.get(bare))


def _are_ticks(rows: Sequence[Cells], places: Sequence[int]) -> bool:
    """Return whether cells are only ticks or degrees, with at least one in most rows."""
    degrees = [[degree_of(cells.at(place)) for place in places] for cells in rows]
    ticked = sum(any(each) for each in degrees)
    whole = sum(None not in each for each in degrees)
    return whole >= len(rows) * _MOST and ticked * 2 > len(rows)


def _names_all(rows: Sequence[Cells], place: int) -> bool:
    """Return whether a column names an option in each row, and not always the same."""
    found = set()
    for cells in rows:
        said = cells.at(place)
        try:
            found.add(key_of([said], offered(cells)))
        except Unfit:
            return False
    return len(found) > 1
