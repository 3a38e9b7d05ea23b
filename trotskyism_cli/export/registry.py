"""The formats that questions can be written in, by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trotskyism_cli.export.anki import anki_deck
from trotskyism_cli.export.anki_notes import anki_update
from trotskyism_cli.export.gift import gift
from trotskyism_cli.export.html import html_quiz
from trotskyism_cli.export.mkdocs import mkdocs_quiz
from trotskyism_cli.export.moodle import moodle_xml
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.qti import qti_package
from trotskyism_cli.export.tables import anki_tsv, csv_table, json_lines
from trotskyism_cli.export.worksheet import markdown_test, text_test
from trotskyism_cli.items.model import Item

WriteText = Callable[[Iterable[Item], Paper], Iterator[str]]
WriteBytes = Callable[[Iterable[Item], Paper], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how its files end, what it is good for, what writes it; `binary` if no screen can show it.

    `cards` says that it has room for facts and quotations beside the questions.
    """

    name: str
    suffix: str
    says: str
    write: WriteBytes
    binary: bool = False
    cards: bool = False


def _text(name: str, suffix: str, says: str, write: WriteText, *, cards: bool = False) -> Format:
    def write_bytes(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
        return (piece.encode() for piece in write(items, paper))

    return Format(name, suffix, says, write_bytes, cards=cards)


FORMATS: tuple[Format, ...] = (
    _text("gift", ".gift", "GIFT text for Moodle, Google Forms and editors", gift),
    _text("moodle-xml", ".xml", "Moodle XML: the most that Moodle can keep of a question", moodle_xml),
    Format("qti", ".zip", "A QTI 2.1 package for Canvas and other platforms", qti_package, binary=True),
    Format("anki", ".apkg", "A deck for Anki, with cards for facts and quotations too", anki_deck, True, cards=True),
    _text(
        "anki-update", ".tsv", "A table that mends a deck imported before and keeps your tags", anki_update, cards=True
    ),
    _text("html", ".html", "One page that asks the questions in a browser, offline", html_quiz),
    _text("csv", ".csv", "A table for spreadsheets, no cell of which is a formula", csv_table),
    _text("tsv", ".tsv", "A table for Anki's own import, with the headers that it reads", anki_tsv),
    _text("json", ".jsonl", "A JSON object a line, for programs, with the proof of every option", json_lines),
    _text("markdown", ".md", "A test to print or to paste, with the answers at the end", markdown_test),
    _text("text", ".txt", "A test to print as it is, with the answers on a page of their own", text_test),
    _text("mkdocs-quiz", ".md", "A page for the MkDocs plugin mkdocs-quiz", mkdocs_quiz),
)
