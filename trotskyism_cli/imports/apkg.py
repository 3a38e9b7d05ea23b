"""Decks of Anki as packages (.apkg, .colpkg): cards as questions to type; and this program's own, as they were.

The package is a zip of a SQLite database; the newest form of it is packed with Zstandard.
"""

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from trotskyism_cli.imports.anki_text import by_name, notes_of, with_tags
from trotskyism_cli.imports.archives import LARGEST, Archive
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

_DATABASES = ("collection.anki21b", "collection.anki21", "collection.anki2")
_OURS = ["Question", "Options", "Right", "Typed", "Answer", "Explanation", "Id"]
_OUR_CARD = ["Front", "Back", "More", "Id"]
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_OLDER = "export it anew with “Support older Anki versions”, or as notes in plain text"


class _Note(NamedTuple):
    """A note: its id, the names of its fields, what is in them, its deck, and its tags."""

    guid: str
    names: list[str]
    fields: list[str]
    deck: str
    tags: list[str]


def read_apkg(data: bytes, name: str) -> Reading:
    """The notes of a package as questions, in order, and what did not fit; UnreadableError if it is no package."""
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
            for number, note in enumerate(_notes(connection), start=1):
                _read(number, note, reading)
        except (sqlite3.Error, ValueError, KeyError, AttributeError, TypeError) as error:
            raise UnreadableError(f"The collection in {name} cannot be read ({error}); {_OLDER}.") from None
    return reading


def is_apkg(names: list[str]) -> bool:
    """Whether an archive with members of these names is a package of Anki."""
    return not set(_DATABASES).isdisjoint(names)


def _without_log(database: bytes) -> bytes:
    """The database as one that has no write-ahead log beside it: SQLite opens no other in memory."""
    return database[:18] + b"\1\1" + database[20:] if database[18:20] == b"\2\2" else database


def _unpacked(packed: bytes, name: str) -> bytes:
    try:
        import zstandard  # an extra: only new packages need it
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
    """Each note."""
    names, decks = _kinds(connection)
    rows = connection.execute(
        "SELECT notes.guid, notes.mid, notes.flds, min(cards.did), notes.tags "
        "FROM notes LEFT JOIN cards ON cards.nid = notes.id GROUP BY notes.id ORDER BY notes.id"
    )
    for guid, kind, fields, deck, tags in rows:
        named = names.get(int(kind), []), str(fields).split("\x1f")
        yield _Note(str(guid), *named, decks.get(int(deck or 0), ""), str(tags).split())


def _kinds(connection: sqlite3.Connection) -> tuple[dict[int, list[str]], dict[int, str]]:
    """The names of the fields of each kind of note, and the last part of the name of each deck, by their numbers."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"notes", "cards", "col"} <= tables:  # what only looks like a table may never end
        raise ValueError("no notes in it")
    if "notetypes" in tables:
        names: dict[int, list[str]] = {}
        for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            names.setdefault(kind, []).append(name)
        decks = {own: str(name).rpartition("\x1f")[2] for own, name in connection.execute("SELECT id, name FROM decks")}
        return names, decks
    models, decks_said = connection.execute("SELECT models, decks FROM col").fetchone()
    kinds: dict[str, Any] = json.loads(models)
    named: dict[str, Any] = json.loads(decks_said)
    return (
        {int(own): [field["name"] for field in kind["flds"]] for own, kind in kinds.items()},
        {int(own): str(deck["name"]).rpartition("::")[2] for own, deck in named.items()},
    )


def _read(number: int, note: _Note, reading: Reading) -> None:
    names, fields = note.names, note.fields
    try:
        if names == _OURS and len(fields) == len(_OURS):
            reading.questions.append(_own(number, dict(zip(names, fields, strict=True)), note.deck))
        else:
            own = names == _OUR_CARD and len(fields) > 2  # of ours, the first line answers and the others explain
            shown = [fields[0], *fields[1].split("<br>"), fields[2]] if own else by_name(fields, names)
            own_id = from_html(fields[3]) if names == _OUR_CARD and len(fields) > 3 else note.guid
            made = notes_of(number, shown, note.deck, own_id, reading, html=True)
            reading.questions += made if names == _OUR_CARD else with_tags(made, note.tags)
    except Unfit as unfit:
        reading.leave(number, unfit)


def _own(number: int, fields: dict[str, str], deck: str) -> ForeignQuestion:
    """A question that this program exported."""
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
