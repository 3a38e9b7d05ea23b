"""Help pages that list everything in groups: that of the program, and that of `export`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from trotskyism_cli.screen.lines import cells, wrapped

LABEL, TYPED = 11, 24  # columns of the group and of what is typed
NARROW = 70  # columns below which a group has a line of its own
WIDEST = 100


class Page(NamedTuple):
    """A help page: its subject; groups of rows (what to type, what one gets); examples; further sections."""

    about: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    examples: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


_PROGRAM_GROUPS = (
    (
        "Look up",
        (
            ("NAME, or show NAME", "an entry, in any spelling"),
            ("search WORDS", "a question, half a quotation, a phrase"),
            ("summary [CHAPTER]", "chapters to read"),
            ("timeline, on DATE", "what happened when"),
            ("list [KIND], quote", "people, events, works …; who said what"),
        ),
    ),
    (
        "Connect",
        (
            ("compare A B", "two positions or people, point by point"),
            ("links A [B], tree NAME", "how they are tied; what came of what"),
        ),
    ),
    (
        "Practise",
        (
            ("quiz [TOPIC]", "fair questions, each with its explanation"),
            ("study", "a little a day, until it stays"),
            ("stats, history", "how it goes"),
        ),
    ),
    (
        "Take away",
        (
            ("questions, export", "the bank, the book: Moodle, Anki, paper …"),
            ("import, pack", "your own field, in the same way"),
            ("progress", "where your answers are kept; to move, to save"),
            ("class", "for teachers: how a class answers"),
        ),
    ),
)
EXAMPLES = ("trotskyism milyukov", "trotskyism search who coined the word trotskyism", "trotskyism quiz -n 5")
PROGRAM = Page(
    "trotskyism: a reference book and a study partner on the history of Trotskyism",
    _PROGRAM_GROUPS,
    EXAMPLES,
    (
        ("Options", "--plain, --pack DIR, --data-dir DIR, -V or --version, -h or --help"),
        ("More", "trotskyism COMMAND --help    Tab: trotskyism --install-completion"),
    ),
)
_FORMATS = (
    (
        "Platforms",
        (
            ("moodle-xml, gift", "Moodle; editors and forms that read GIFT"),
            ("qti, qti3", "Canvas and other platforms: QTI 2.1 and 3.0"),
        ),
    ),
    (
        "In class",
        (
            ("pdf, typst", "an exam with variants, and the key to all"),
            ("text, markdown", "a test to print or to paste, then its answers"),
            ("class-test", "a page each; the results come back as a file"),
            ("kahoot, quizizz", "tables for games"),
        ),
    ),
    (
        "To learn",
        (
            ("anki, anki-update", "a deck; a table that mends it and keeps tags"),
            ("tsv", "plain cards, for Anki's File > Import"),
            ("html, mkdocs-quiz", "a page that asks, offline; pages of a site"),
        ),
    ),
    ("To work on", (("csv, json", "tables; one JSON object a line, with proofs"),)),
    (
        "The book",
        (
            ("book", "to read: Markdown, HTML, EPUB; or JSON"),
            ("graph [NAME]", "its network: Graphviz, Mermaid, linked data"),
            ("timeline [WORDS]", "its dates: a calendar or a table"),
        ),
    ),
)
EXPORT = Page(
    "trotskyism export FORMAT: questions, or the book, for other programs",
    _FORMATS,
    ("trotskyism export moodle-xml -n 40 -o questions.xml", "trotskyism export book --format epub -o book.epub"),
    (("More", "trotskyism export FORMAT --help"),),
)


def help_text(width: int, page: Page = PROGRAM, *, bold: bool = False) -> str:
    """The page as text for so many columns; headings and commands are bold, if wanted."""
    return "\n".join(_lines(page, min(width, WIDEST), bold=bold))


def _lines(page: Page, width: int, *, bold: bool) -> Iterator[str]:
    yield from wrapped(page.about, width).split("\n")
    yield ""
    for name, rows in page.groups:
        yield from _group(name, rows, width, bold=bold)
    yield ""
    yield from _part("Try", page.examples, width, bold=bold)
    yield ""
    for name, line in page.parts:
        yield from _part(name, (line,), width, bold=bold)


def _group(name: str, rows: Sequence[tuple[str, str]], width: int, *, bold: bool) -> Iterator[str]:
    if width < NARROW:
        yield _bold(name, bold=bold)
    for number, (typed, said) in enumerate(rows):
        head = _bold(f"{'' if number else name:<{LABEL}}", bold=bold) if width >= NARROW else "  "
        if cells(said) + TYPED + (LABEL if width >= NARROW else 2) <= width:
            yield f"{head}{_bold(f'{typed:<{TYPED}}', bold=bold)}{said}"
            continue
        yield f"{head}{_bold(typed, bold=bold)}"
        yield from wrapped(f"    {said}", width).split("\n")


def _part(name: str, lines: Sequence[str], width: int, *, bold: bool) -> Iterator[str]:
    """A label with lines beside it, or below it in a narrow terminal."""
    indent = LABEL if width >= NARROW else 2
    if width < NARROW:
        yield _bold(name, bold=bold)
    for number, each in enumerate(lines):
        for place, part in enumerate(wrapped(each, width - indent).split("\n")):
            head = name if width >= NARROW and not (number or place) else ""
            yield f"{_bold(f'{head:<{indent}}', bold=bold)}{part}"


def _bold(text: str, *, bold: bool) -> str:
    return click.style(text, bold=True) if bold and text.strip() else text
