"""Cards of which each has the next number before its first side: a list of questions, `1. Capital of Latvia - Riga`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.truth_said import truth_of, truths_in
from trotskyism_cli.imports.foreign import LONGEST_TYPED, Unfit
from trotskyism_cli.imports.sentences import no_verdict
from trotskyism_cli.imports.tables.rows import Row

_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_FEWEST = 2
_MOST_JUDGE = 2 / 3  # of the second sides: as many make statements of the first ones

Verdict = tuple[bool, str]  # on a statement, and why


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """The cards without their numbers, if each has the next one; else none, or where they ask as any questions do."""
    found = [
        _NUMBER.match(row.cells[0]) if row.cells and not row.cells[0].rstrip().endswith(ASKS) else None for row in rows
    ]
    numbers = [int(each[1]) for each in found if each]
    if len(numbers) < max(_FEWEST, len(rows)) or numbers != [*range(numbers[0], numbers[0] + len(rows))]:
        return []
    return [
        replace(row, cells=(row.cells[0][each.end() :], *row.cells[1:]))
        for row, each in zip(rows, found, strict=True)
        if each
    ]


def ask_first(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the first sides of numbered cards ask: they are longer than what is said behind them, on the whole."""
    words = [sum(len(pair[place].split()) for pair in pairs) for place in (0, 1)]
    return words[0] > words[1] and all(len(last.split()) <= LONGEST_TYPED for _, last in pairs)


def verdicts_of(pairs: Sequence[tuple[str, str]]) -> Mapping[str, Verdict]:
    """What most second sides say of statements, `False, they have none`: whether they are true, and why; else none."""
    known = truths_in([last for _, last in pairs], [])
    said = {last: truth_of(last, known) for _, last in pairs}
    found = {last: (truth, why) for last, (truth, why) in said.items() if truth is not None}
    judging = sum(last in found for _, last in pairs)
    return found if judging >= len(pairs) * _MOST_JUDGE and any(why for _, why in found.values()) else {}


def verdict_in(last: str, verdicts: Mapping[str, Verdict]) -> Verdict:
    """What is said of one statement; Unfit if it is neither that it is true nor that it is not."""
    if last not in verdicts:
        raise Unfit(*no_verdict(last))
    return verdicts[last]
