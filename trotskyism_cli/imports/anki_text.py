"""Anki's notes as plain text (File > Export > Notes in Plain Text), and Quizlet's cards, which have tabs between sides.

Anki's lines at the beginning say how the rest is to be read: https://docs.ankiweb.net/importing/text-files.html
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.imports.cards import card, cloze, has_cloze
from trotskyism_cli.imports.decoding import lines
from trotskyism_cli.imports.foreign import LONGEST_TYPED, ForeignQuestion, Reading, Unfit, tagged, tidy
from trotskyism_cli.imports.heads import Heads
from trotskyism_cli.imports.markup import from_html, has_picture, looks_like_html
from trotskyism_cli.imports.note_choices import choice_heads, choice_of
from trotskyism_cli.imports.rows import Row, rows_of

_HEAD = re.compile(r"#\s*([a-z ]+?)\s*:(.*)", re.IGNORECASE)
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_QUOTED = re.compile(r'^"[^"]*"\t|\t"[^"]*"[^\S\n]*$', re.MULTILINE)
_ANKIS_OWN = ("leech", "marked")
_DASH = re.compile(r"((?:(?! [-–—] ).)+) [-–—] ((?:(?! [-–—] ).)+)")
# What Quizlet can write between the two sides of a card instead of a tab, where no line has anything else like it.
_COMMA = re.compile(r'([^,"]+|"[^"]*"),(?=\S)([^,"]+|"[^"]*")')
_FIRST_DASH = re.compile(r"(.+?) [-–—] (.+)")
_DASHES = re.compile(r" [-–—] ")
_ASKS = ("?", "？", "؟", "___")
_TAB = re.compile(r"([^\t]+)\t([^\t]+)")
_LINE_END = re.compile(r"\n|<br\s*/?>|</(?:div|p|li|tr|h[1-6])>", re.IGNORECASE)
# What fields are called that ask and that answer, and those that are neither.
_FRONTS = ("front", "question", "prompt", "frage", "vorderseite", "recto", "вопрос", "лицевая сторона")
_BACKS = ("back", "answer", "antwort", "rückseite", "verso", "réponse", "respuesta", "ответ", "оборотная сторона")
UNTOLD = ("id", "note id", "noteid", "nid", "guid", "tags", "sort")
_OFFERING = ("options", "choices", "distractors", "alternatives", "optionen", "opciones", "choix", "варианты")
_LATEX = re.compile(r"\[(\$\$?|latex)\](.*?)\[/\1\]", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]]*\]")


def read_anki_text(text: str) -> Reading:
    """The notes of a file as questions, in order, and what did not fit. Never fails, whatever the text is."""
    reading = Reading()
    said, bare = _heads(text)
    separator = _SEPARATORS.get(said.get("separator", "").casefold(), said.get("separator", "") or "\t")
    columns = {
        name: int(said[f"{name} column"]) - 1 for name in ("guid", "notetype", "deck", "tags") if _number(said, name)
    }
    names = _without([name.strip() for name in said.get("columns", "").split(separator)], columns)
    html = _is_html(said)
    rows = list(rows_of(bare, separator if len(separator) == 1 else "\t"))
    notes = [Row(row.line, tuple(shown_of(_without(row.cells, columns), html=html))) for row in rows if not row.fault]
    heads = choice_heads(names, asked_of(names), notes, reading, UNTOLD)
    for row in rows:
        try:
            reading.questions += _notes(row, said, columns, names, heads, reading)
        except Unfit as unfit:
            reading.leave(row.line, unfit)
    return reading


def is_anki_text(text: str) -> bool:
    """Whether a text begins as Anki's exports do."""
    return re.match(r"#(?:separator|html|notetype|deck|tags|columns|guid)\b[a-z ]*:", text, re.IGNORECASE) is not None


def read_quizlet(text: str) -> Reading:
    """Terms and definitions, a card a line with a tab between them: what is longer asks for what can be typed.

    Where the first sides are questions, or are written as Anki writes them, they ask.
    """
    reading = Reading()
    cards = list(_cards(text))
    asking = _first_asks([sides for _, sides in cards if len(sides) == 2])
    for number, sides in cards:
        if len(sides) != 2:
            what = "a line without a tab" if len(sides) < 2 else f"a line in {len(sides)} parts"
            reading.leave(number, Unfit(what, "write a term, a tab and its definition"))
            continue
        term, definition = sides
        try:
            if asking:
                html = any(map(looks_like_html, sides))
                reading.questions += notes_of(number, list(sides), "", "", reading, html=html)
                continue
            back, front = (term, definition) if len(term.split()) <= LONGEST_TYPED else (definition, term)
            reading.questions.append(card(number, front, back))
        except Unfit as unfit:
            reading.leave(number, unfit)
    if reading.questions:
        reading.tell(
            reading.questions[0].line,
            "of each card the second side is asked for, since the first asks"
            if asking
            else "of each card the first side, the term, is asked for; with --format anki the second is",
        )
    return reading


def _first_asks(cards: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first sides of cards are what is asked: they have gaps or HTML of Anki, or more of them ask."""
    asking = [sum(sides[place].rstrip().endswith(_ASKS) for sides in cards) for place in (0, 1)]
    return asking[0] > asking[1] or any(has_cloze(first) or looks_like_html(first + last) for first, last in cards)


def is_quizlet(text: str, *, commas: bool = True) -> bool:
    """Whether a text is lines with a tab between two texts, of which the second may go on in further lines.

    Or each line has one dash between blanks, or one comma without one, unless that is how a table begins; or
    semicolons part the cards.
    """
    filled = _filled(text)
    if _in_one_line(text) or _way_of(filled) in ((_DASH, _COMMA) if commas else (_DASH,)):
        return True
    tabbed = sum(line.count("\t") == 1 for line in filled)
    if filled and tabbed >= 0.9 * len(filled):
        return True
    cards = [sides for _, sides in _sides(text)]
    return tabbed * 2 >= len(filled) and bool(cards) and all(len(sides) == 2 for sides in cards)


def _cards(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sides of each card, with its line; cards that stand in one line are counted."""
    if parts := _in_one_line(text):
        yield from ((number, _pair(found)) for number, found in enumerate(parts, start=1))
        return
    way = _way_of(_filled(text))
    if way is None:
        yield from _sides(text)
        return
    for number, line in enumerate(lines(text), start=1):
        if found := way.fullmatch(line.strip()):
            yield number, _pair(found)
        elif line.strip():
            yield number, tuple(_DASHES.split(line.strip()))


def _filled(text: str) -> list[str]:
    return [line for line in lines(text) if line.strip()]


def _way_of(cards: list[str]) -> re.Pattern[str] | None:
    """What parts the sides of all cards, if it is no tab."""
    if len(cards) > 1 and all(_COMMA.fullmatch(card.strip()) for card in cards):
        return _COMMA
    parted = sum(len(_DASHES.split(card.strip())) > 1 and "\t" not in card for card in cards)
    return _DASH if len(cards) > 1 and parted >= len(cards) * 2 / 3 else None


def _in_one_line(text: str) -> list[re.Match[str]]:
    """The cards of a text in one line, with semicolons between them; none if it is something else."""
    filled = _filled(text)
    parts = [part.strip() for part in filled[0].split(";") if part.strip()] if len(filled) == 1 else []
    for way in (_TAB, _COMMA, _FIRST_DASH):
        found = [each for part in parts if (each := way.fullmatch(part))]
        if len(parts) > 1 and len(found) == len(parts):
            return found
    return []


def _pair(found: re.Match[str]) -> tuple[str, str]:
    return found[1].strip('"'), found[2].strip('"')


def _sides(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sides of cards with tabs. Quotation marks keep line breaks; else what has no tab goes on."""
    if _QUOTED.search(text):
        rows = list(rows_of(text, "\t"))
        if not any(row.fault for row in rows):
            yield from ((row.line, row.cells) for row in rows)
            return
    begun: tuple[int, tuple[str, ...]] | None = None
    for number, line in enumerate(lines(text), start=1):
        if line.strip() and ("\t" in line or begun is None):
            if begun:
                yield begun
            begun = number, tuple(line.split("\t"))
        elif line.strip() and begun:
            begun = begun[0], (*begun[1][:-1], f"{begun[1][-1]} {line}")
    if begun:
        yield begun


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


def _without(cells: Sequence[str], columns: dict[str, int]) -> list[str]:
    """The cells of a row that are fields of its note."""
    return [cell for place, cell in enumerate(cells) if place not in columns.values()]


def _notes(
    row: Row,
    said: dict[str, str],
    columns: dict[str, int],
    names: Sequence[str],
    heads: Heads | None,
    reading: Reading,
) -> list[ForeignQuestion]:
    if row.fault:
        raise Unfit(*row.fault.split("; ", 1))
    fields = _without(row.cells, columns)
    named = {name: row.cells[place] for name, place in columns.items() if place < len(row.cells)}
    deck = named.get("deck", said.get("deck", "")).rpartition("::")[2]
    tags = f"{said.get('tags', '')} {named.get('tags', '')}".split()
    own_id, html = named.get("guid", ""), _is_html(said)
    if heads is not None and not any(map(has_cloze, fields[:1])):
        return with_tags([choice_note(Row(row.line, tuple(fields)), heads, deck, own_id, reading, html=html)], tags)
    tell_of_options(row.line, fields, names, reading)
    return with_tags(notes_of(row.line, by_name(fields, names), deck, own_id, reading, html=html), tags)


def _is_html(said: dict[str, str]) -> bool:
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
    return [card(line, shown[0], shown[1] if len(shown) > 1 else "", deck, rest, own_id)]


def choice_note(note: Row, heads: Heads, deck: str, own_id: str, reading: Reading, *, html: bool) -> ForeignQuestion:
    """The choice among the fields of a note; Unfit if it does not say which is right."""
    _tell_of_pictures(note.line, note.cells, reading, html=html)
    return choice_of(heads, Row(note.line, tuple(shown_of(note.cells, html=html))), deck, own_id)


def _tell_of_pictures(line: int, fields: Sequence[str], reading: Reading, *, html: bool) -> None:
    if any(_SOUND.search(each) or (html and has_picture(each)) for each in fields):
        reading.change(line, "pictures and sounds were left out; see that it can be answered without them")


def shown_of(fields: Sequence[str], *, html: bool) -> list[str]:
    """The fields of a note as a reader sees them."""
    bare = [_LATEX.sub(r"\2", _SOUND.sub(" ", each)) for each in fields]
    return [from_html(each) if html else tidy(each) for each in bare]
