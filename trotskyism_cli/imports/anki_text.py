"""Anki's notes as plain text (File > Export > Notes in Plain Text), and Quizlet's cards, which have tabs between sides.

Anki's lines at the beginning say how the rest is to be read: https://docs.ankiweb.net/importing/text-files.html
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.imports.cards import card, cloze, has_cloze, refuse_code
from trotskyism_cli.imports.decoding import lines
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, tagged, tidy
from trotskyism_cli.imports.headless import refuse_likely_choice, sides_of, tell_of_columns
from trotskyism_cli.imports.heads import Heads
from trotskyism_cli.imports.listed import parts_of
from trotskyism_cli.imports.markup import from_html, has_picture
from trotskyism_cli.imports.note_choices import choice_heads, choice_of
from trotskyism_cli.imports.rows import Row, rows_of

_HEAD = re.compile(r"#\s*([a-z ]+?)\s*:(.*)", re.IGNORECASE)
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_ANKIS_OWN = ("leech", "marked")
_LINE_END = re.compile(r"\n|<br\s*/?>|</(?:div|p|li|tr|h[1-6])>", re.IGNORECASE)
# What fields are called that ask and that answer, and those that are neither.
_FRONTS = ("front", "question", "prompt", "frage", "vorderseite", "recto", "вопрос", "лицевая сторона")
_BACKS = ("back", "answer", "antwort", "rückseite", "verso", "réponse", "respuesta", "ответ", "оборотная сторона")
UNTOLD = ("id", "note id", "noteid", "nid", "guid", "tags", "sort")
_OFFERING = ("options", "choices", "distractors", "alternatives", "optionen", "opciones", "choix", "варианты")
_LATEX = re.compile(r"\[(\$\$?|latex)\](.*?)\[/\1\]", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class _Fields:
    """What is known of the fields of notes: what the first lines say, columns that are none, names, heads of choices.

    `few` are those without a name that have few values, of decks or tags.
    """

    said: Mapping[str, str]
    columns: Mapping[str, int]
    names: Sequence[str]
    heads: Heads | None = None
    few: Sequence[int] = ()


def read_anki_text(text: str) -> Reading:
    """The notes of a file as questions, in order, and what did not fit. Never fails, whatever the text is."""
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
    if not names and not fields.heads:
        few = [place for place in sides_of([note.cells for note in notes]).few if place > 1]
        fields = replace(fields, few=few)
    for row in rows:
        try:
            reading.questions += _notes(row, fields, reading)
        except Unfit as unfit:
            reading.leave(row.line, unfit)
    if reading.questions and not names and not fields.heads:
        others = range(2, max(len(note.cells) for note in notes))
        tell_of_columns(reading, notes[0].line, fields.few, [place for place in others if place not in fields.few])
    return reading


def _likely(text: str) -> str:
    """What stands between fields where no line says so: a tab; without any, a semicolon, bar or comma of most lines."""
    if "\t" in text:
        return "\t"
    filled = [line for line in lines(text) if line.strip()]
    return next((each for each in ";|," if sum(each in line for line in filled) > len(filled) / 2), "\t")


def is_anki_text(text: str) -> bool:
    """Whether a text begins as Anki's exports do."""
    return re.match(r"#(?:separator|html|notetype|deck|tags|columns|guid)\b[a-z ]*:", text, re.IGNORECASE) is not None


def _heads(text: str) -> tuple[dict[str, str], str]:
    """What the first lines say, and the text with these lines empty, so that all others keep their numbers."""
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
    if row.fault:
        raise Unfit(*row.fault.split("; ", 1))
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
        deck = deck or "".join(_at(fields, known.few[:1]))
        tags += " ".join(_at(fields, known.few[1:])).split()
        fields = [each for place, each in enumerate(fields) if place not in known.few]
    tell_of_options(row.line, fields, names, reading)
    return with_tags(notes_of(row.line, by_name(fields, names), deck, own_id, reading, html=html), tags)


def _at(fields: Sequence[str], places: Sequence[int]) -> list[str]:
    return [fields[place] for place in places if place < len(fields)]


def _is_html(said: Mapping[str, str]) -> bool:
    return said.get("html", "").casefold() == "true"


def asked_of(names: Sequence[str]) -> tuple[str, str]:
    """The names of the fields that ask and that answer; empty where none says so."""
    front, back = (next((name for name in names if name.casefold() in said), "") for said in (_FRONTS, _BACKS))
    return front, back


def by_name(fields: list[str], names: Sequence[str]) -> list[str]:
    """The fields of a note, that which asks first and that which answers next, where their names say so."""
    bare = [name.casefold() for name in names]
    front = next((place for place, name in enumerate(bare) if name in _FRONTS), None)
    back = next((place for place, name in enumerate(bare) if name in _BACKS), None)
    if front is None or back is None or max(front, back) >= len(fields):
        return fields
    return [fields[front], fields[back], *others_of(fields, names, (front, back))]


def others_of(fields: list[str], names: Sequence[str], asked: tuple[int, int]) -> list[str]:
    """The fields beside those of which one asks and one answers, as far as they say something."""
    return [
        each
        for place, each in enumerate(fields)
        if place not in asked and (place >= len(names) or names[place].casefold() not in (*UNTOLD, *_OFFERING))
    ]


def tell_of_options(line: int, fields: Sequence[str], names: Sequence[str], reading: Reading) -> None:
    """Note the fields of options that a note shows with its question: what is typed needs none."""
    for name, text in zip(names, fields, strict=False):
        if name.casefold() in _OFFERING and (shown := from_html(text)):
            reading.change(line, f"its field {name} was left out, since the answer is typed: “{shown[:60]}”")


def with_tags(questions: list[ForeignQuestion], tags: Iterable[str]) -> list[ForeignQuestion]:
    """The questions of a note with its tags, without those by which Anki itself marks a note."""
    own = tagged((tag for tag in tags if tag not in _ANKIS_OWN), "")
    return [replace(each, tags=own) for each in questions] if own else questions


def notes_of(
    line: int, fields: list[str], deck: str, own_id: str, reading: Reading, *, html: bool
) -> list[ForeignQuestion]:
    """The questions of a note: its first field asks for its second; or each of its gaps is asked."""
    _tell_of_pictures(line, fields, reading, html=html)
    shown = shown_of(fields, html=html)
    if not shown:
        raise Unfit("a note without fields", "write a front and a back")
    rest = " ".join(filter(None, shown[1:] if has_cloze(shown[0]) else shown[2:]))
    if has_cloze(shown[0]):
        return cloze(line, shown[0], reading, deck, rest, own_id)
    if len(shown) > 1 and sum(bool(tidy(from_html(part))) for part in _LINE_END.split(fields[1])) > 1:
        raise Unfit("an answer of several lines, of which one may be meant", "leave the answer alone in its field")
    refuse_code(shown[1] if len(shown) > 1 else "", fields[2:])
    return [card(line, shown[0], shown[1] if len(shown) > 1 else "", deck, rest, own_id)]


def choice_note(note: Row, heads: Heads, deck: str, own_id: str, reading: Reading, *, html: bool) -> ForeignQuestion:
    """The choice among the fields of a note; Unfit if it does not say which is right."""
    _tell_of_pictures(note.line, note.cells, reading, html=html)
    shown = in_lines(note.cells, html=html) if len(heads.options) == 1 else shown_of(note.cells, html=html)
    return choice_of(heads, Row(note.line, tuple(shown)), deck, own_id)


def offers(heads: Heads, fields: Sequence[str], *, html: bool) -> bool:
    """Whether a note is a choice: it has no gap, and if all options are to stand in one field, there are several."""
    if any(map(has_cloze, fields[:1])):
        return False
    places = [place for place, _ in heads.options]
    return len(places) > 1 or any(
        len(parts_of(each)) > 1 for each in in_lines([fields[at] for at in places if at < len(fields)], html=html)
    )


def in_lines(fields: Sequence[str], *, html: bool) -> list[str]:
    """The fields of a note as a reader sees them, with their lines."""
    parts = (filter(None, shown_of(_LINE_END.split(field), html=html)) for field in fields)
    return list(map("\n".join, parts))


def _tell_of_pictures(line: int, fields: Sequence[str], reading: Reading, *, html: bool) -> None:
    if any(_SOUND.search(each) or (html and has_picture(each)) for each in fields):
        reading.change(line, "pictures and sounds were left out; see that it can be answered without them")


def shown_of(fields: Sequence[str], *, html: bool) -> list[str]:
    """The fields of a note as a reader sees them."""
    bare = [_LATEX.sub(r"\2", _SOUND.sub(" ", each)) for each in fields]
    return [from_html(each) if html else tidy(each) for each in bare]
