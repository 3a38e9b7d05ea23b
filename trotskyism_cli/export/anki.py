"""A deck for Anki and AnkiWeb, as an .apkg made by genanki.

Every note keeps the id of its question, fact or quotation, so that an import brings it up to date instead of doubling
it. Anki does so for notes that are newer than its own: the time of a note counts the versions of the pack.
"""

import hashlib
import html
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from trotskyism_cli.errors import UsageError
from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.flashcards import Flashcard
from trotskyism_cli.export.paper import Paper, full_stem, notes_together
from trotskyism_cli.export.resources import part
from trotskyism_cli.items.model import Item, Response

FIRST_VERSION = 1_577_836_800  # 1 January 2020, in seconds: the time of a pack of version 0
DAY = 86_400
IDS = 1 << 53  # ids are whole numbers that JavaScript can hold
SIGNS = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\n": "<br>"})
QUESTION = ("Question", "Options", "Right", "Typed", "Answer", "Explanation", "Id")
CARD = ("Front", "Back", "More", "Id")


def anki_deck(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The deck, with a deck below it for each chapter; UsageError if genanki is not installed."""
    try:
        import genanki  # an extra: most people never make a deck
    except ImportError:
        raise UsageError("A deck for Anki needs genanki: pip install 'trotskyism-cli[anki]'") from None
    made = _Decks(genanki, paper)
    for item in items:
        made.add_question(item)
    for card in paper.cards:
        made.add_card(card)
    package = io.BytesIO()
    genanki.Package(list(made.decks.values())).write_to_file(package, timestamp=FIRST_VERSION + DAY * paper.version)
    with zipfile.ZipFile(package) as archive:  # packed again: genanki's archive tells the time
        yield zipped((name, archive.read(name)) for name in archive.namelist())


class _Decks:
    """The decks of a package, and the two types of note in them."""

    def __init__(self, genanki: Any, paper: Paper) -> None:
        self._genanki = genanki
        self._paper = paper
        self.decks: dict[str, Any] = {}
        self._question = self._model("question", QUESTION)
        self._card = self._model("card", CARD)

    def add_question(self, item: Item) -> None:
        """A note for an item."""
        right = item.answer if item.response in (Response.CHOICE, Response.SEVERAL) else ()
        fields = {
            "Question": _lines([full_stem(item), *item.prompts]),
            "Options": "".join(f"<li>{field(option)}</li>" for option in item.options),
            "Right": " ".join(map(str, right)),
            "Typed": field(item.accepted[0]) if item.response is Response.TYPED else "",
            "Answer": _lines(item.accepted if item.response is Response.TYPED else item.key.split("; ")),
            "Explanation": field(notes_together(item)),
            "Id": field(item.id),
        }
        deck = self._deck(self._paper.chapter(item))
        self._add(deck, self._question, list(fields.values()), item.id, (item.topic, item.kind, item.difficulty))

    def add_card(self, card: Flashcard) -> None:
        """A note for a fact or a quotation."""
        fields = [field(card.front), field(card.back), field(card.more), field(card.id)]
        chapter = self._paper.topics.get(card.topic, card.topic) or self._paper.title
        self._add(self._deck(chapter), self._card, fields, f"card:{card.id}", (card.topic, card.kind))

    def _add(self, deck: Any, model: Any, fields: list[str], own_id: str, tags: Iterable[str]) -> None:
        guid = hashlib.sha256(f"{self._paper.pack}\0{own_id}".encode()).hexdigest()[:20]
        words = ["-".join(tag.split()) for tag in tags if tag]
        deck.add_note(self._genanki.Note(model=model, fields=fields, guid=guid, tags=words))

    def _deck(self, chapter: str) -> Any:
        name = "::".join(" ".join(part.replace("::", ":").split()) for part in (self._paper.title, chapter))
        if name not in self.decks:
            self.decks[name] = self._genanki.Deck(_number(f"deck {self._paper.pack} {name}"), name)
        return self.decks[name]

    def _model(self, name: str, fields: tuple[str, ...]) -> Any:
        template = {
            "name": name.capitalize(),
            "qfmt": part(f"anki-{name}-front.html"),
            "afmt": part(f"anki-{name}-back.html"),
        }
        return self._genanki.Model(
            _number(f"model trotskyism-cli {name} {' '.join(fields)}"),
            f"trotskyism-cli {name}",
            fields=[{"name": each} for each in fields],
            templates=[template],
            css=part("anki.css"),
        )


def field(text: str) -> str:
    """Text as the content of a field, where Anki expects HTML and looks for [sound:…] and {{…}}."""
    return html.escape(text).translate(SIGNS)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(field, texts))


def _number(name: str) -> int:
    """An id that is always the same for a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % IDS or 1
