"""The first page of help: all commands in groups, at a glance."""

from collections.abc import Iterator, Sequence

import click

from trotskyism_cli.screen.lines import cells, wrapped

ABOUT = "trotskyism: a reference book and a study partner on the history of Trotskyism"
# Group, then what is typed and what one gets.
GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
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
OPTIONS = "--plain, --pack DIR, --data-dir DIR, -V or --version, -h or --help"
MORE = "trotskyism COMMAND --help    Tab: trotskyism --install-completion"
LABEL, TYPED = 11, 24  # columns of the group and of what is typed
NARROW = 70  # columns below which a group has a line of its own
WIDEST = 100


def help_text(width: int, *, bold: bool = False) -> str:
    """The page, for a terminal of so many columns; the heads and what is typed in bold letters, if wanted."""
    return "\n".join(_lines(min(width, WIDEST), bold=bold))


def _lines(width: int, *, bold: bool) -> Iterator[str]:
    yield from wrapped(ABOUT, width).split("\n")
    yield ""
    for name, rows in GROUPS:
        yield from _group(name, rows, width, bold=bold)
    yield ""
    yield from _part("Try", EXAMPLES, width, bold=bold)
    yield ""
    yield from _part("Options", (OPTIONS,), width, bold=bold)
    yield from _part("More", (MORE,), width, bold=bold)


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
    """A label, and lines beside it; below it, in a narrow terminal."""
    indent = LABEL if width >= NARROW else 2
    if width < NARROW:
        yield _bold(name, bold=bold)
    for number, each in enumerate(lines):
        for place, part in enumerate(wrapped(each, width - indent).split("\n")):
            head = name if width >= NARROW and not (number or place) else ""
            yield f"{_bold(f'{head:<{indent}}', bold=bold)}{part}"


def _bold(text: str, *, bold: bool) -> str:
    return click.style(text, bold=True) if bold and text.strip() else text
