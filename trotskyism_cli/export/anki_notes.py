"""Anki notes, for the deck and for the table that updates a deck imported before.

A note's GUID derives from the id of its item, fact or quotation, so that a re-import updates it instead of adding a
copy.
"""

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trotskyism_cli.export.answers import full_stem
from trotskyism_cli.export.feedback_texts import beyond_answer
from trotskyism_cli.export.flashcards import Flashcard
from trotskyism_cli.export.paper import Paper, lasting_id
from trotskyism_cli.export.tables import Row
from trotskyism_cli.items.model import Item, Response

QUESTION = ("Question", "Options", "Right", "Typed", "Answer", "Explanation", "Id")
CARD = ("Front", "Back", "More", "Id")
_SIGNED = re.compile(r"[\[\]{}\n]")  # a quick check: usually there are none
SIGNS = str.maketrans({"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\n": "<br>"})


class Note(NamedTuple):
    """A note: Anki's GUID, its type (`question` or `card`), its deck, its fields in HTML, and its tags."""

    guid: str
    kind: str
    deck: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def type_name(self) -> str:
        """The name of the note type in Anki."""
        return type_name(self.kind)


def type_name(kind: str) -> str:
    """The name in Anki of a type of note."""
    return f"trotskyism-cli {kind}"


def notes(items: Iterable[Item], paper: Paper) -> Iterator[Note]:
    """A note for each item, then one for each card."""
    yield from (_of_question(item, paper) for item in items)
    yield from (_of_card(card, paper) for card in paper.cards)


def anki_update(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A table for Anki's File > Import that updates the notes of a deck imported before.

    Unlike re-importing the deck, it keeps the learner's tags and also updates notes edited in Anki.
    """
    yield "#separator:tab\n#html:true\n#if matches:update current\n"
    yield "#guid column:1\n#notetype column:2\n#deck column:3\n"
    row = Row("\t", "\n")
    for note in notes(items, paper):
        yield row.of([note.guid, note.type_name, note.deck, *note.fields])


def deck_name(*parts: str) -> str:
    """The name of a deck below its parent decks."""
    return "::".join(" ".join(part.replace("::", ":").split()) for part in parts)


def field(text: str) -> str:
    """Text as the HTML content of a field, safe from Anki's [sound:…] and {{…}}."""
    escaped = html.escape(text)
    return escaped if _SIGNED.search(escaped) is None else escaped.translate(SIGNS)


def _of_question(item: Item, paper: Paper) -> Note:
    own_id = lasting_id(item)
    right = item.answer if item.response in (Response.CHOICE, Response.SEVERAL) else ()
    fields = {
        "Question": _lines([full_stem(item), *item.prompts]),
        "Options": "".join(f"<li>{field(option)}</li>" for option in item.options),
        "Right": " ".join(map(str, right)),
        "Typed": field(item.key) if item.response is Response.TYPED else "",
        "Answer": _lines(item.accepted if item.response is Response.TYPED else item.key.split("; ")),
        "Explanation": _lines(beyond_answer(item)),
        "Id": field(own_id),
    }
    deck = deck_name(paper.title, paper.chapter(item))
    tags = _tags(item.topic, item.kind, item.difficulty)
    return Note(_guid(paper, own_id), "question", deck, tuple(fields[name] for name in QUESTION), tags)


def _of_card(card: Flashcard, paper: Paper) -> Note:
    fields = (field(card.front), field(card.back), field(card.more), field(card.id))
    chapter = paper.topics.get(card.topic, card.topic) or paper.title
    tags = _tags(card.topic, card.kind)
    return Note(_guid(paper, f"card:{card.id}"), "card", deck_name(paper.title, chapter), fields, tags)


def _guid(paper: Paper, own_id: str) -> str:
    return hashlib.sha256(f"{paper.pack}\0{own_id}".encode()).hexdigest()[:20]


def _tags(*texts: str) -> tuple[str, ...]:
    return tuple("-".join(each.split()) for each in texts if each)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(field, texts))
