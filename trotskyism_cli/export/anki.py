"""A deck for Anki and AnkiWeb, as an .apkg made by genanki.

Anki lets a deck that is imported again mend the notes that are newer in it than in the collection: the time of every
note is the day on which the pack was released.
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

IDS = 1 << 53  # ids are whole numbers that JavaScript can hold


def anki_deck(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The deck, with a deck below it for each chapter; UsageError if genanki is not installed."""
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
    with zipfile.ZipFile(package) as archive:  # packed again: genanki's archive tells the time
        yield zipped((name, archive.read(name)) for name in archive.namelist())


def note_time(paper: Paper) -> int:
    """The time of a note, in seconds since 1970: the day of the release, a second later for each version.

    Of a pack that names no day, a day of 2020 and after that only ascends with the version.
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
    """An id that is always the same for a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % IDS or 1
