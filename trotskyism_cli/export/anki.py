"""A deck for Anki and AnkiWeb: an .apkg file made with genanki.

On re-import Anki updates the notes that are newer in the deck than in the collection. So the time of every note is the
release date of the pack.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from trotskyism_cli.export.anki_notes import CARD, QUESTION, notes, type_name
from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.extras import library
from trotskyism_cli.export.paper import Paper, day_of_release
from trotskyism_cli.export.resources import part
from trotskyism_cli.items.model import Item

IDS = 1 << 53  # ids must be integers that JavaScript can represent


def anki_deck(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The deck, with a subdeck per chapter; UsageError if genanki is not installed."""
    genanki = library("genanki", "A deck for Anki")
    models = {"question": _model(genanki, "question", QUESTION), "card": _model(genanki, "card", CARD)}
    decks: dict[str, Any] = {}
    for note in notes(items, paper):
        if note.deck not in decks:
            decks[note.deck] = genanki.Deck(_number(f"deck {paper.pack} {note.deck}"), note.deck)
        made = genanki.Note(model=models[note.kind], fields=list(note.fields), guid=note.guid, tags=list(note.tags))
        decks[note.deck].add_note(made)
    package = io.BytesIO()
    genanki.Package(list(decks.values())).write_to_file(package, timestamp=note_time(paper))
    with zipfile.ZipFile(package) as archive:  # repacked, because genanki's archive contains the current time
        yield zipped((name, archive.read(name)) for name in archive.namelist())


def note_time(paper: Paper) -> int:
    """The modification time of all notes in seconds since 1970: the release date plus a second per version.

    A pack without a release date gets a date from 2020 on that grows with the version.
    """
    day = day_of_release(paper.released, paper.version)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) + paper.version


def _model(genanki: Any, kind: str, fields: tuple[str, ...]) -> Any:
    template = {
        "name": kind.capitalize(),
        "qfmt": part(f"anki-{kind}-front.html"),
        "afmt": part(f"anki-{kind}-back.html"),
    }
    return genanki.Model(
        _number(f"model trotskyism-cli {kind} {' '.join(fields)}"),
        type_name(kind),
        fields=[{"name": each} for each in fields],
        templates=[template],
        css=part("anki.css"),
    )


def _number(name: str) -> int:
    """An id derived from a name, always the same."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % IDS or 1
