"""Anki notes with option fields and a key field (letter, number or text), read like a table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trotskyism_cli.imports.foreign import ForeignQuestion, Reading
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.headless import choices_without_heads, tell_of_choices
from trotskyism_cli.imports.tables.heads import heads_of
from trotskyism_cli.imports.tables.rows import Row, cells_at
from trotskyism_cli.imports.tables.table_keys import adopt_options, settle
from trotskyism_cli.imports.tables.table_questions import question_of


def choice_heads(
    names: Sequence[str], asked: tuple[str, str], notes: Sequence[Row], reading: Reading, unasked: Sequence[str]
) -> Heads | None:
    """The fields of notes as table headings, if they are choices; else None.

    `asked` are the names of the question and answer fields, used if the names alone do not tell; `unasked` are fields
    not worth reporting.
    """
    if not names:
        return _without_names(notes, reading)
    names = [_option(name) for name in names]
    heads = heads_of(names)
    if not heads.has_answers and all(asked):
        roles = dict(zip(asked, ("question", "answer"), strict=True))
        heads = heads_of([roles.get(name, name) for name in names])
    if notes:
        adopt_options(reading, heads, notes[0].line, notes)
    if not notes or not heads.has_options:
        return None
    heads.unknown = {place: name for place, name in heads.unknown.items() if name.casefold() not in unasked}
    settle(reading, heads, notes[0].line, notes)
    return heads


def _option(name: str) -> str:
    """A field name as a column heading; the add-on AllInOne calls options Q_1, Q_2 …"""
    bare = name.strip().casefold()
    numbered = re.fullmatch(r"q[_ ]?([1-9])", bare)
    return f"option {numbered[1]}" if numbered else name


def _without_names(notes: Sequence[Row], reading: Reading) -> Heads | None:
    heads = choices_without_heads(notes)
    if heads:
        settle(reading, heads, notes[0].line, notes)
        tell_of_choices(reading, notes[0].line, heads)
    return heads


def choice_of(heads: Heads, note: Row, deck: str, own_id: str) -> ForeignQuestion:
    """The question of a note, with its other fields as explanation; Unfit if the right option is not said."""
    question = question_of(note, heads)
    others = [" ".join(cell.split()) for cell in cells_at(note.cells, heads.unknown)]
    return replace(
        question,
        category=deck or question.category,
        own_id=own_id or question.own_id,
        explanation=" ".join(filter(None, [question.explanation, *others])),
    )
