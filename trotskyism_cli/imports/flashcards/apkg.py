"""Anki packages (.apkg, .colpkg): notes become typed questions or choices; our own exports are restored.

A package is a zip archive with a SQLite database, compressed with Zstandard in the newest form.
"""

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from trotskyism_cli.imports.answers.cards import has_cloze
from trotskyism_cli.imports.answers.typed_or_key import settle_typed
from trotskyism_cli.imports.archives import LARGEST, Archive
from trotskyism_cli.imports.flashcards.anki_notes import (
    UNTOLD,
    asked_of,
    by_name,
    choice_note,
    notes_of,
    offers,
    others_of,
    refuse_two_answers,
    shown_of,
    tell_of_options,
    with_tags,
)
from trotskyism_cli.imports.flashcards.note_choices import choice_heads
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Unfit,
    UnreadableError,
    typed,
)
from trotskyism_cli.imports.markup import from_html
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.words.column_words import TONGUES
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.message_text import counted

_DATABASES = ("collection.anki21b", "collection.anki21", "collection.anki2")
_OURS = ["Question", "Options", "Right", "Typed", "Answer", "Explanation", "Id"]
_OUR_CARD = ["Front", "Back", "More", "Id"]
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_OLDER = "export it anew with “Support older Anki versions”, or as notes in plain text"


_FIELD = re.compile(r"\{\{([^{}#/^]+)\}\}")
_UNSAID = re.compile(r"\{\{[^{}]*\}\}|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_SPECIAL = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"})


class _Kind(NamedTuple):
    """A note type: the names of its fields, and those shown on the front and back of its first card."""

    names: list[str]
    front: str = ""
    back: str = ""
    around: tuple[str, str] = ("", "")  # the template's HTML before and after the front field
    several: tuple[str, ...] = ()  # the fields on its back, if several

    @property
    def key(self) -> tuple[str, ...]:
        """What distinguishes it from note types that are read differently."""
        return (*self.names, self.front, self.back)


class _Note(NamedTuple):
    """A note: GUID, type, fields, deck, tags, and number of cards."""

    guid: str
    kind: _Kind
    fields: list[str]
    deck: str
    tags: list[str]
    cards: int


def read_apkg(data: bytes, name: str) -> Reading:
    """Read the notes of a package as questions, in order; UnreadableError if it is not one."""
    archive = Archive(data, name)
    member = next((each for each in _DATABASES if each in archive.names), None)
    if member is None:
        raise UnreadableError(f"{name} is no package of Anki.")
    packed = archive.read(member)
    database = _unpacked(packed, name) if member.endswith("b") else packed
    reading = Reading()
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(_without_log(database))
            connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")
            notes = list(_notes(connection))
            heads = _choices(notes, reading)
            for number, note in enumerate(notes, start=1):
                _read(number, note, heads.get(note.kind.key), reading)
            settle_typed(reading)
            _tell_of_cards(notes, reading)
        except (sqlite3.Error, ValueError, LookupError, AttributeError, TypeError) as error:
            raise UnreadableError(f"The collection in {name} cannot be read ({error}); {_OLDER}.") from None
    return reading


def is_apkg(names: list[str]) -> bool:
    """Return whether an archive with these members is an Anki package."""
    return not set(_DATABASES).isdisjoint(names)


def _without_log(database: bytes) -> bytes:
    """The database marked as having no write-ahead log: SQLite opens no other in memory."""
    return database[:18] + b"\1\1" + database[20:] if database[18:20] == b"\2\2" else database


def _unpacked(packed: bytes, name: str) -> bytes:
    try:
        import zstandard  # optional: only new packages need it
    except ImportError:
        install = "pip install 'trotskyism-cli[anki]'"
        raise UnreadableError(f"{name} is packed as only new versions of Anki do: {install}; or {_OLDER}.") from None
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed) as opened:
            database = opened.read(LARGEST + 1)
    except zstandard.ZstdError as error:
        raise UnreadableError(f"{name} is damaged: {error}.") from None
    if len(database) > LARGEST:
        raise UnreadableError(f"{name} unpacks to more than {LARGEST // 1024 // 1024} MB; divide it.")
    return bytes(database)


def _notes(connection: sqlite3.Connection) -> Iterator[_Note]:
    """All notes of the collection."""
    kinds, decks = _kinds(connection)
    rows = connection.execute(
        "SELECT notes.guid, notes.mid, notes.flds, min(cards.did), notes.tags, count(cards.nid) "
        "FROM notes LEFT JOIN cards ON cards.nid = notes.id GROUP BY notes.id ORDER BY notes.id"
    )
    for guid, kind, fields, deck, tags, cards in rows:
        named = kinds.get(int(kind), _Kind([])), str(fields).split("\x1f")
        yield _Note(str(guid), *named, decks.get(int(deck or 0), ""), str(tags).split(), int(cards))


def _kinds(connection: sqlite3.Connection) -> tuple[dict[int, _Kind], dict[int, str]]:
    """The note types, and the last part of each deck's name, by id."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"notes", "cards", "col"} <= tables:  # a view might never end
        raise ValueError("no notes in it")
    if "notetypes" in tables:
        names: dict[int, list[str]] = {}
        for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            names.setdefault(kind, []).append(name)
        decks = {own: str(name).rpartition("\x1f")[2] for own, name in connection.execute("SELECT id, name FROM decks")}
        told = "SELECT ntid, config FROM templates WHERE ord = 0" if "templates" in tables else "SELECT 0, ''"
        shown = dict(connection.execute(told))
        return {own: _kind(each, *_two_texts(shown.get(own, b""))) for own, each in names.items()}, decks
    models, decks_said = connection.execute("SELECT models, decks FROM col").fetchone()
    kinds: dict[str, Any] = json.loads(models)
    named: dict[str, Any] = json.loads(decks_said)
    return (
        {int(own): _kind_of_json(kind) for own, kind in kinds.items()},
        {int(own): str(deck["name"]).rpartition("::")[2] for own, deck in named.items()},
    )


def _kind_of_json(kind: dict[str, Any]) -> _Kind:
    first: dict[str, str] = next(iter(kind.get("tmpls") or ()), {})
    return _kind([field["name"] for field in kind["flds"]], first.get("qfmt", ""), first.get("afmt", ""))


def _two_texts(config: bytes) -> tuple[str, str]:
    """The first two string fields of a protobuf message: the two sides of a template."""
    texts = ["", ""]
    place = 0
    for number in (1, 2):
        if config[place : place + 1] != bytes([number << 3 | 2]):
            continue
        place += 1
        length = shift = 0
        while True:
            byte = config[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        texts[number - 1] = config[place : place + length].decode("utf-8", "replace")
        place += length
    return texts[0], texts[1]


def _kind(names: list[str], front: str, back: str) -> _Kind:
    """A note type from the two sides of its first card; a field to type in is an answer."""
    asked = [name for filters, name in _fields_of(front, names) if "type" not in filters]
    told = [name for _, name in (*_fields_of(front, names), *_fields_of(back, names)) if name not in asked]
    around = _around(front, asked[0]) if len(asked) == 1 else ("", "")
    several = tuple(dict.fromkeys(told)) if len({*told}) > 1 else ()
    return _Kind(names, next(iter(asked), ""), next(iter(told), ""), around, several)


def _around(front: str, field: str) -> tuple[str, str]:
    """What the front says before and after its only field; empty if that depends on other fields."""
    if re.search(r"\{\{\s*[#^/]", front):
        return "", ""
    there = re.compile(rf"\{{\{{(?:[^{{}}]*:)?\s*{re.escape(field)}\s*\}}\}}")
    before, _, after = (_UNSAID.sub("", part) for part in there.sub("\0", front, count=1).partition("\0"))
    return (before, after) if re.search(r"\w", from_html(before) + from_html(after)) else ("", "")


def _fields_of(template: str, names: list[str]) -> Iterator[tuple[list[str], str]]:
    """The filters and name of each field that a template shows."""
    for found in _FIELD.finditer(template):
        *filters, name = (part.strip() for part in found[1].split(":"))
        if name in names and name not in _SPECIAL:
            yield filters, name


def _tell_of_cards(notes: list[_Note], reading: Reading) -> None:
    read = {question.line for question in reading.questions}
    more = [
        number
        for number, note in enumerate(notes, start=1)
        if note.cards > 1 and number in read and note.kind.names != _OUR_CARD and not has_cloze("".join(note.fields))
    ]
    if more:
        told = f"{counted(len(more), 'note')} with further cards, such as the other way round: the first is asked"
        reading.tell(more[0], told)


def _choices(notes: list[_Note], reading: Reading) -> dict[tuple[str, ...], Heads]:
    """The fields of each note type that has options, by the type's key."""
    kinds: dict[tuple[str, ...], list[tuple[int, _Note]]] = {}
    for number, note in enumerate(notes, start=1):
        if note.kind.names not in (_OURS, _OUR_CARD):
            kinds.setdefault(note.kind.key, []).append((number, note))
    found = {}
    for key, numbered in kinds.items():
        kind = numbered[0][1].kind
        rows = [Row(number, tuple(shown_of(note.fields, html=True))) for number, note in numbered]
        by_names = asked_of(kind.names)
        asked = by_names[0] or kind.front, by_names[1] or kind.back
        if heads := choice_heads(kind.names, asked, rows, reading, UNTOLD):
            found[key] = heads
    return found


def _read(number: int, note: _Note, heads: Heads | None, reading: Reading) -> None:
    names, fields = note.kind.names, note.fields
    with reading.leaving_out(number):
        if names == _OURS and len(fields) == len(_OURS):
            reading.questions.append(_own(number, dict(zip(names, fields, strict=True)), note.deck))
        elif heads is not None and offers(heads, fields, html=True):
            choice = choice_note(Row(number, tuple(fields)), heads, note.deck, note.guid, reading, html=True)
            reading.questions += with_tags([choice], note.tags)
        else:
            own = names == _OUR_CARD and len(fields) > 2  # our cards: the first line is the answer, the others explain
            shown = [fields[0], *fields[1].split("<br>"), fields[2]] if own else _in_order(note)
            tell_of_options(number, fields, names, shown[1] if len(shown) > 1 else "", reading)
            own_id = from_html(fields[3]) if names == _OUR_CARD and len(fields) > 3 else note.guid
            made = notes_of(number, shown, note.deck, own_id, reading, html=True)
            reading.questions += made if names == _OUR_CARD else with_tags(made, note.tags)


def _in_order(note: _Note) -> list[str]:
    """The fields with the question first and the answer second, by the card's template or by their names."""
    names, front, back, (before, after), several = note.kind
    if not front or not back or len(names) != len(note.fields):
        return by_name(note.fields, names)
    named = asked_of(names)
    spoken = [name for name in several if plain(name) in TONGUES]
    if len(spoken) == 1 and not named[1]:
        back = spoken[0]
    elif several and not named[1]:
        raise Unfit(f"which of the fields on its back answers is not said: {', '.join(several)}", "call one answer")
    back = named[1] if named[0] == front and named[1] else back
    refuse_two_answers(names, note.fields, back)
    first = names.index(front), names.index(back)
    asked, told = map(note.fields.__getitem__, first)
    return [before + asked + after if asked else asked, told, *others_of(note.fields, names, first)]


def _own(number: int, fields: dict[str, str], deck: str) -> ForeignQuestion:
    """A question from our own export."""
    options = [from_html(option) for option in _ITEM.findall(fields["Options"])]
    right = {int(place) for place in fields["Right"].split() if place.isdecimal()}
    if fields["Typed"]:
        answer: Answer = typed([from_html(each) for each in fields["Answer"].split("<br>")])
    elif options and right:
        offered = tuple(ForeignOption(text, place in right) for place, text in enumerate(options))
        answer = Choice(offered, several=len(right) > 1)
    else:
        raise Unfit("a question to order or to match, which a deck does not hold whole", "export it as GIFT or JSON")
    return ForeignQuestion(
        number, from_html(fields["Question"]), answer, deck, from_html(fields["Explanation"]), from_html(fields["Id"])
    )
