"""Cards numbered in sequence: a list of questions, `1. Capital of Latvia - Riga`."""

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
_MOST_JUDGE = 2 / 3  # share of verdicts among second sides that makes the first ones statements

Verdict = tuple[bool, str]  # whether a statement is true, and why


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """The cards without their numbers, if these are consecutive; empty otherwise, or if they are real questions."""
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
    """Return whether the first sides of numbered cards are the questions: on the whole they are longer."""
    words = [sum(len(pair[place].split()) for pair in pairs) for place in (0, 1)]
    return words[0] > words[1] and all(len(last.split()) <= LONGEST_TYPED for _, last in pairs)


def verdicts_of(pairs: Sequence[tuple[str, str]]) -> Mapping[str, Verdict]:
    """The verdicts in most second sides, e.g. `False, they have none`, with reasons; else empty."""
    known = truths_in([last for _, last in pairs], [])
    said = {last: truth_of(last, known) for _, last in pairs}
    found = {last: (truth, why) for last, (truth, why) in said.items() if truth is not None}
    judging = sum(last in found for _, last in pairs)
    return found if judging >= len(pairs) * _MOST_JUDGE and any(why for _, why in found.values()) else {}


def verdict_in(last: str, verdicts: Mapping[str, Verdict]) -> Verdict:
    """The verdict on one statement; Unfit if there is none."""
    if last not in verdicts:
        raise Unfit(*no_verdict(last))
    return verdicts[last]
