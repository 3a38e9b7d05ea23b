"""Anki notes from any kind of file: which fields are question and answer, and the questions made of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from trotskyism_cli.imports.answers.cards import card, cloze, has_cloze, refuse_code
from trotskyism_cli.imports.answers.listed import parts_of
from trotskyism_cli.imports.answers.typed_or_key import names_option
from trotskyism_cli.imports.flashcards.note_choices import choice_of
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Typed, Unfit, folded, tagged, tidy
from trotskyism_cli.imports.markup import from_html, has_picture
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.heads import heads_of
from trotskyism_cli.imports.tables.rows import Row, cells_at
from trotskyism_cli.imports.words.column_words import OFFERING, OTHERS
from trotskyism_cli.imports.words.head_words import LANGUAGES, plain

_ANKIS_OWN = ("leech", "marked")
_LINE_END = re.compile(r"\n|<br\s*/?>|</(?:div|p|li|tr|h[1-6])>", re.IGNORECASE)
# Usual names of question fields, of answer fields, and of fields that are neither.
_ASKED = [words.question.partition("|")[0] for words in LANGUAGES.values()]
_SAID = [words.answer.partition("|")[0] for words in LANGUAGES.values()]
_FRONTS = frozenset(map(plain, (*OTHERS["front"].split("|"), "prompt", "q", *_ASKED)))
_BACKS = frozenset(map(plain, (*OTHERS["back"].split("|"), *_SAID)))
UNTOLD = ("id", "note id", "noteid", "nid", "guid", "tags", "sort")
_OFFERING = OFFERING.split("|")
_PART_OF_LIST = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"(?=<(?:div|p|tr)\b)", re.IGNORECASE)
_LATEX = re.compile(r"\[(\$\$?|latex)\](.*?)\[/\1\]", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]]*\]")


def asked_of(names: Sequence[str]) -> tuple[str, str]:
    """The names of the question field and the answer field; empty where the names do not tell."""
    return _asked_of(tuple(names))


@lru_cache
def _asked_of(names: tuple[str, ...]) -> tuple[str, str]:
    """The fields with usual names; failing that, those whose names are known as table headings."""
    heads = heads_of(names)
    found = []
    for usual, roles in ((_FRONTS, ("question", "term")), (_BACKS, ("answer", "definition"))):
        places = next((heads.places(role) for role in roles if len(heads.places(role)) == 1), [])
        found.append(next((name for name in names if plain(name) in usual), "".join(names[at] for at in places)))
    initials = {plain(name): name for name in names}
    if plain(found[0]) == "q" and not found[1] and "b" not in initials:  # then A means the answer, not an option
        found[1] = initials.get("a", "")
    return found[0], found[1]


@lru_cache
def _answering(names: tuple[str, ...]) -> list[int]:
    return heads_of(names).places("answer")


def by_name(fields: list[str], names: Sequence[str]) -> list[str]:
    """The fields of a note with the question field first and the answer field second, by their names.

    Unfit if the names of several fields do not tell.
    """
    front, back = asked_of(names)
    if not (front and back):
        told = [name for name in names if plain(name) not in (*UNTOLD, *_OFFERING)]
        if len(told) > len(("front", "back")) and not any(map(has_cloze, fields)):
            remedy = "call these two question and answer"
            raise Unfit(f"which of its fields {', '.join(told)} asks and which answers is not said", remedy)
        return [field for name, field in zip_longest(names, fields, fillvalue="") if plain(name) not in _OFFERING]
    places = names.index(front), names.index(back)
    if max(places) >= len(fields):
        return fields
    refuse_two_answers(names, fields, back)
    return [*(fields[place] for place in places), *others_of(fields, names, places)]


def refuse_two_answers(names: Sequence[str], fields: Sequence[str], back: str) -> None:
    """Raise Unfit if another field that means the answer differs from it."""
    said = cells_at(fields, {names.index(back), *_answering(tuple(names))})
    if len({folded(text) for each in said if (text := from_html(each))}) > 1:
        told = " and ".join(f"“{from_html(each)[:40]}”" for each in said)
        raise Unfit(f"{told} stand in fields that both mean the answer", "keep one of them")


def others_of(fields: list[str], names: Sequence[str], asked: tuple[int, int]) -> list[str]:
    """The other fields of a note that have something to say."""
    return [
        each
        for place, each in enumerate(fields)
        if place not in asked and (place >= len(names) or names[place].casefold() not in (*UNTOLD, *_OFFERING))
    ]


def tell_of_options(line: int, fields: Sequence[str], names: Sequence[str], back: str, reading: Reading) -> None:
    """Report option fields that are left out because the answer is typed.

    Unfit if the answer is a letter or number and so may refer to one of them.
    """
    for name, text in zip(names, fields, strict=False):
        if name.casefold() in _OFFERING and (shown := from_html(text)):
            if names_option(from_html(back)):
                told = f"the answer “{from_html(back)}” may name one of its field {name}: “{shown[:60]}”"
                raise Unfit(told, "write each option in a line of its own, or the answer out")
            reading.change(line, f"its field {name} was left out, since the answer is typed: “{shown[:60]}”")


def with_tags(questions: list[ForeignQuestion], tags: Iterable[str]) -> list[ForeignQuestion]:
    """The questions with the note's tags, except Anki's own."""
    own = tagged((tag for tag in tags if tag not in _ANKIS_OWN), "")
    return [replace(each, tags=own) for each in questions] if own else questions


def notes_of(
    line: int, fields: list[str], deck: str, own_id: str, reading: Reading, *, html: bool
) -> list[ForeignQuestion]:
    """The questions of a note: a cloze's gaps, or its first field as stem and its second as answer."""
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
    back = shown[1] if len(shown) > 1 else ""
    listed = in_lines([_BLOCK.sub("\n", _PART_OF_LIST.sub("\n• ", fields[0]))], html=html)
    made = card(line, listed[0], back, deck, rest, own_id)
    return [replace(made, stem=shown[0]) if isinstance(made.answer, Typed) else made]


def choice_note(note: Row, heads: Heads, deck: str, own_id: str, reading: Reading, *, html: bool) -> ForeignQuestion:
    """The choice made from the fields of a note; Unfit if it does not say which option is right."""
    _tell_of_pictures(note.line, note.cells, reading, html=html)
    listed = 1 in (len(heads.options), len(heads.wrong))  # all options are lines of one field
    shown = in_lines(note.cells, html=html) if listed else shown_of(note.cells, html=html)
    return choice_of(heads, Row(note.line, tuple(shown)), deck, own_id)


def offers(heads: Heads, fields: Sequence[str], *, html: bool) -> bool:
    """Return whether a note is a choice: without gaps, and with several options or a filled field for wrong ones."""
    if any(map(has_cloze, fields[:1])):
        return False
    if any(from_html(fields[place]) for place in heads.wrong if place < len(fields)):
        return True
    places = [place for place, _ in heads.options]
    return len(places) > 1 or any(len(parts_of(each)) > 1 for each in in_lines(cells_at(fields, places), html=html))


def in_lines(fields: Sequence[str], *, html: bool) -> list[str]:
    """The fields of a note as a reader sees them, with line breaks."""
    parts = (filter(None, shown_of(_LINE_END.split(field), html=html)) for field in fields)
    return list(map("\n".join, parts))


def _tell_of_pictures(line: int, fields: Sequence[str], reading: Reading, *, html: bool) -> None:
    if any(_SOUND.search(each) or (html and has_picture(each)) for each in fields):
        reading.change(line, "pictures and sounds were left out; see that it can be answered without them")


def shown_of(fields: Sequence[str], *, html: bool) -> list[str]:
    """The fields of a note as a reader sees them, each on one line."""
    bare = [_LATEX.sub(r"\2", _SOUND.sub(" ", each)) for each in fields]
    return [from_html(each) if html else tidy(each) for each in bare]
