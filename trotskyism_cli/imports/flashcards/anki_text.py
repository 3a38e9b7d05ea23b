"""Anki notes as plain text: File > Export > Notes in Plain Text.

Header lines say how to read the rest: https://docs.ankiweb.net/importing/text-files.html
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.answers.cards import has_cloze
from trotskyism_cli.imports.answers.typed_or_key import settle_typed
from trotskyism_cli.imports.decoding import filled_lines
from trotskyism_cli.imports.flashcards.anki_notes import (
    UNTOLD,
    asked_of,
    by_name,
    choice_note,
    notes_of,
    offers,
    shown_of,
    tell_of_options,
    with_tags,
)
from trotskyism_cli.imports.flashcards.note_choices import choice_heads
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, tidy
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.headless import answers_second, refuse_likely_choice, sides_of, tell_of_columns
from trotskyism_cli.imports.tables.rows import Row, cells_at, rows_of

_HEAD = re.compile(r"#\s*([a-z ]+?)\s*:(.*)", re.IGNORECASE)
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}


@dataclass(frozen=True, slots=True)
class _Fields:
    """What is known about the fields of the notes.

    `said`: the header lines. `columns`: columns that are not fields (deck, tags …). `names`: of the fields. `heads`: if
    the notes are choices. `few`: nameless fields with few values, i.e. decks or tags. `unsure`: the second field may
    not be the answer.
    """

    said: Mapping[str, str]
    columns: Mapping[str, int]
    names: Sequence[str]
    heads: Heads | None = None
    few: Sequence[int] = ()
    unsure: bool = False


def read_anki_text(text: str) -> Reading:
    """Read a file's notes as questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    said, bare = _heads(text)
    separator = _SEPARATORS.get(said.get("separator", "").casefold(), said.get("separator", "") or _likely(bare))
    columns = {
        name: int(said[f"{name} column"]) - 1 for name in ("guid", "notetype", "deck", "tags") if _number(said, name)
    }
    named = said.get("columns", "").split(separator) if said.get("columns") else []
    names = _without([name.strip() for name in named], columns)
    html = _is_html(said)
    rows = list(rows_of(bare, separator if len(separator) == 1 else "\t"))
    notes = [Row(row.line, tuple(shown_of(_without(row.cells, columns), html=html))) for row in rows if not row.fault]
    fields = _Fields(said, columns, names, choice_heads(names, asked_of(names), notes, reading, UNTOLD))
    sides = sides_of([note.cells for note in notes])
    asked = (1, 2) if 0 in sides.few else (0, 1)
    if not names and not fields.heads:
        fields = replace(
            fields, few=[place for place in sides.few if place not in asked], unsure=not answers_second(sides, notes)
        )
    for row in rows:
        with reading.leaving_out(row.line):
            reading.questions += _notes(row, fields, reading)
    settle_typed(reading)
    if reading.questions and not names and not fields.heads:
        others = range(max(len(note.cells) for note in notes))
        remarks = [place for place in others if place not in (*fields.few, *asked)]
        tell_of_columns(reading, notes[0].line, fields.few, remarks)
    return reading


def _likely(text: str) -> str:
    """The field separator if no header names it: a tab, else a semicolon, bar or comma found in most lines."""
    if "\t" in text:
        return "\t"
    filled = filled_lines(text)
    return next((each for each in ";|," if sum(each in line for line in filled) > len(filled) / 2), "\t")


def is_anki_text(text: str) -> bool:
    """Return whether a text begins like an Anki export."""
    return re.match(r"#(?:separator|html|notetype|deck|tags|columns|guid)\b[a-z ]*:", text, re.IGNORECASE) is not None


def _heads(text: str) -> tuple[dict[str, str], str]:
    """The header lines, and the text with them emptied, so that line numbers stay."""
    said: dict[str, str] = {}
    rest = text
    kept = ""
    while rest.startswith("#"):
        line = re.match(r"[^\r\n]*(?:\r\n|\r|\n|$)", rest)
        head = _HEAD.fullmatch(line[0].rstrip("\r\n")) if line else None
        if line is None or head is None:
            break
        said[head[1].casefold()] = head[2].strip() or head[2]
        kept += "\n"
        rest = rest[line.end() :]
    return said, kept + rest


def _number(said: dict[str, str], name: str) -> bool:
    return re.fullmatch(r"[1-9][0-9]?", said.get(f"{name} column", "")) is not None


def _without(cells: Sequence[str], columns: Mapping[str, int]) -> list[str]:
    """The cells of a row that are fields of its note."""
    return [cell for place, cell in enumerate(cells) if place not in columns.values()]


def _notes(row: Row, known: _Fields, reading: Reading) -> list[ForeignQuestion]:
    row.refuse_fault()
    said, names, heads = known.said, known.names, known.heads
    fields = _without(row.cells, known.columns)
    named = {name: row.cells[place] for name, place in known.columns.items() if place < len(row.cells)}
    deck = named.get("deck", said.get("deck", "")).rpartition("::")[2]
    tags = f"{said.get('tags', '')} {named.get('tags', '')}".split()
    own_id, html = named.get("guid", ""), _is_html(said)
    if heads is not None and offers(heads, fields, html=html):
        return with_tags([choice_note(Row(row.line, tuple(fields)), heads, deck, own_id, reading, html=html)], tags)
    if not names:
        if len(row.cells) == 1 and not has_cloze(row.cells[0]):
            raise Unfit(
                "a line with one side", "write both, with a tab between them, or #separator:semicolon above all"
            )
        refuse_likely_choice(fields)
        if known.unsure and len(fields) > 2 and tidy(fields[2]):
            told = f"{len(fields)} fields without names, of which the second seems to be no answer"
            raise Unfit(told, "write #columns: and their names above all, such as Front, Back and Extra")
        deck = deck or "".join(cells_at(fields, known.few[:1]))
        tags += " ".join(cells_at(fields, known.few[1:])).split()
        fields = [each for place, each in enumerate(fields) if place not in known.few]
    shown = by_name(fields, names)
    tell_of_options(row.line, fields, names, "".join(shown[1:2]), reading)
    return with_tags(notes_of(row.line, shown, deck, own_id, reading, html=html), tags)


def _is_html(said: Mapping[str, str]) -> bool:
    return said.get("html", "").casefold() == "true"
