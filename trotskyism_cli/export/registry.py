"""The export formats for items, by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trotskyism_cli.export.anki import anki_deck
from trotskyism_cli.export.anki_notes import anki_update
from trotskyism_cli.export.answers import fits_one_value, fits_values
from trotskyism_cli.export.exam import pdf_exam, typst_exam
from trotskyism_cli.export.game_tables import CHOOSING, fits_kahoot, fits_quizizz, kahoot_sheet, quizizz_table
from trotskyism_cli.export.gift import gift
from trotskyism_cli.export.glyphs import lacks_glyphs
from trotskyism_cli.export.html import class_test, html_quiz
from trotskyism_cli.export.mkdocs import mkdocs_quiz, takes_one
from trotskyism_cli.export.moodle import moodle_xml
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.qti import qti_package
from trotskyism_cli.export.qti3 import qti3_package
from trotskyism_cli.export.tables import anki_tsv, csv_table, json_lines
from trotskyism_cli.export.worksheet import markdown_test, text_test
from trotskyism_cli.items.model import Item, Response

WriteText = Callable[[Iterable[Item], Paper], Iterator[str]]
WriteBytes = Callable[[Iterable[Item], Paper], Iterator[bytes]]
EVERY_RESPONSE = tuple(Response)
PAPER = ("key", "title")  # options of printed formats


@dataclass(frozen=True, slots=True)
class Format:
    """An export format.

    `says`: what it is good for. `binary`: it cannot be printed to a terminal. `whole`: exports the whole bank by
    default. `takes`: options of `export` it supports besides the common ones. `responses` and `fits`: which items it
    can hold. `needs`: an optional library. `loses` and `lost`: for which items something is lost, and what.
    """

    name: str
    suffix: str
    says: str
    write: WriteBytes
    binary: bool = False
    whole: bool = False
    takes: tuple[str, ...] = ()
    responses: tuple[Response, ...] = EVERY_RESPONSE
    fits: Callable[[Item], bool] | None = None
    needs: str = ""
    loses: Callable[[Item], bool] | None = None
    lost: str = ""


def _in_utf8(write: WriteText) -> WriteBytes:
    def write_bytes(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
        return (piece.encode() for piece in write(items, paper))

    return write_bytes


def _text(name: str, suffix: str, says: str, write: WriteText, *takes: str, whole: bool = False) -> Format:
    return Format(name, suffix, says, _in_utf8(write), whole=whole, takes=takes)


FORMATS: tuple[Format, ...] = (
    _text("gift", ".gift", "GIFT text for Moodle, Google Forms and editors", gift),
    _text("moodle-xml", ".xml", "Moodle XML: the most that Moodle can keep of a question", moodle_xml),
    Format(
        "qti", ".zip", "A QTI 2.1 package for Canvas and other platforms", qti_package, binary=True, fits=fits_values
    ),
    Format("qti3", ".zip", "A QTI 3.0 package for newer platforms", qti3_package, binary=True, fits=fits_values),
    Format(
        "anki",
        ".apkg",
        "A deck for Anki, with cards for facts and quotations too",
        anki_deck,
        binary=True,
        whole=True,
        takes=("cards",),
        needs="genanki",
    ),
    _text(
        "anki-update",
        ".tsv",
        "A table that mends a deck imported before and keeps your tags",
        anki_update,
        "cards",
        whole=True,
    ),
    _text("html", ".html", "One page that asks the questions in a browser, offline", html_quiz, "title"),
    _text("class-test", ".html", "A test for a class: one page, and a file of results at its end", class_test, "title"),
    _text(
        "csv",
        ".csv",
        "A table for spreadsheets, no cell of which is a formula",
        csv_table,
        "separator",
        "bom",
        whole=True,
    ),
    _text("tsv", ".tsv", "A table for Anki's own import, with the headers that it reads", anki_tsv, whole=True),
    Format(
        "kahoot",
        ".xlsx",
        "A spreadsheet for Kahoot, of questions that are short enough",
        kahoot_sheet,
        binary=True,
        responses=CHOOSING,
        fits=fits_kahoot,
        needs="xlsxwriter",
    ),
    Format(
        "quizizz",
        ".csv",
        "A table for Quizizz (Wayground)",
        _in_utf8(quizizz_table),
        responses=CHOOSING,
        fits=fits_quizizz,
    ),
    _text(
        "json", ".jsonl", "A JSON object a line, for programs, with the proof of every option", json_lines, whole=True
    ),
    _text("markdown", ".md", "A test to print or to paste, with the answers at the end", markdown_test, *PAPER),
    _text("text", ".txt", "A test to print as it is, with the answers on a page of their own", text_test, *PAPER),
    _text("typst", ".typ", "The exam of `pdf` as Typst reads it, to change its look", typst_exam, *PAPER, "variants"),
    Format(
        "pdf",
        ".pdf",
        "An exam to print: variants with other orders, and the key to all of them",
        pdf_exam,
        binary=True,
        takes=(*PAPER, "variants"),
        needs="typst",
        loses=lacks_glyphs,
        lost="Empty boxes in place of letters for which no font is installed",
    ),
    Format(
        "mkdocs-quiz",
        ".md",
        "A page for the MkDocs plugin mkdocs-quiz",
        _in_utf8(mkdocs_quiz),
        fits=fits_one_value,
        loses=takes_one,
        lost="Other accepted answers left out, as a blank takes one",
    ),
)
