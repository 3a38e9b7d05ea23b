"""The library and the output of one run, each made when it is first asked for."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from trotskyism_cli.cli.replay import taken_mark
from trotskyism_cli.errors import AppError, NotFoundError, ProgressError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.place import user_data
from trotskyism_cli.library.built_in import built_in_folder
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.screen.document import Document, title_of
from trotskyism_cli.screen.lines import visible, wrapped
from trotskyism_cli.screen.output.plain import plain_text

if TYPE_CHECKING:
    from trotskyism_cli.learning.memory import Memory
    from trotskyism_cli.learning.recall.signs import Sign
    from trotskyism_cli.learning.record.log import Log
    from trotskyism_cli.pack.model import Topic

WIDTH, LINES = 80, 24  # columns and lines of a terminal that does not say
MOST_MEANT = 5  # names suggested: more would not be read
NO_PAGES = ("dumb", "unknown")  # terminals on which nothing is drawn, and no page is turned


class AppContext:
    """The global options of one run, and what is made from them."""

    def __init__(
        self,
        pack_folder: Path | None = None,
        *,
        plain: bool = False,
        data_dir: Path | None = None,
        is_silent: bool = False,
    ) -> None:
        self.pack_folder = pack_folder
        self.plain = plain
        self.data_dir = data_dir
        self.is_silent = is_silent  # while a shell completes, what is said would stand in the line that is typed
        self.printed = list[str]()  # what went to stdout so far, and to stderr
        self.told = list[str]()
        self.title = ""  # of what was drawn last
        self.shown_entry = ""  # the id of the entry that was shown
        self.prompts = 0  # how often hits were shown to be opened
        self.keeps = False  # whether what is printed is kept: not if the same words will be answered otherwise later

    @property
    def folder(self) -> Path:
        """The folder of the pack: the one given, else the built-in pack (in the wheel, or in a checkout)."""
        if self.pack_folder is not None:
            return self.pack_folder
        return built_in_folder()

    @cached_property
    def library(self) -> Library:
        """The library of the pack."""
        meanwhile = contextlib.nullcontext if self.is_silent else _preparing
        return open_library(self.folder, meanwhile=meanwhile, files=taken_mark(self.folder))

    def chapter(self, words: str) -> "Topic":
        """The chapter that the words name. NotFoundError if there is none."""
        found = self.library.topic(words)
        if found is None:
            raise NotFoundError(f"There is no chapter “{words}”. See the chapters: {command('summary')}")
        return found

    @property
    def data_folder(self) -> Path:
        """The folder of the learner's data: the one given, else the user's. ProgressError if there is none."""
        return (self.data_dir or user_data()).absolute()

    def open_log(self) -> "Log":
        """Open the learner's log for this pack. ProgressError if it cannot be used."""
        from trotskyism_cli.learning.record.log import open_log  # a look-up in a pack needs none

        log = open_log(self.data_folder, self.library.pack_id, self.library.store.merged_into)
        with contextlib.suppress(ProgressError):  # a file that cannot be written can still be read
            if not log.is_current:
                from trotskyism_cli.screen.output.progress_line import at_work  # see below

                with at_work("Reading your answers for this version …") as line:
                    log.bring_up_to_date(
                        _remembered, lambda done, of: line.tell(f"Reading your answers: {done:,} of {of:,} …")
                    )
            log.adopt(_remembered)
        return log

    @property
    def accessible(self) -> bool:
        """Whether plain text was asked for, by option or environment."""
        return self.plain or os.environ.get("ACCESSIBLE", "") not in ("", "0")

    @property
    def draws(self) -> bool:
        """Whether to draw: on a terminal that can, or where colour is forced, unless plain text was asked for."""
        if self.accessible:
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return sys.stdout.isatty() and os.environ.get("TERM") not in NO_PAGES

    @property
    def width(self) -> int:
        """Columns of the terminal; for a pipe, COLUMNS or the usual number."""
        return width_of(sys.stdout)

    @property
    def lines(self) -> int:
        """Lines of the terminal that are free: below what was told already and above the next prompt."""
        return lines_of(sys.stdout) - 1 - self.lines_told

    @property
    def lines_told(self) -> int:
        """Lines already told on the terminal (`Read “Bukarin” as …`), which a full screen would push off."""
        if not sys.stderr.isatty():
            return 0
        return sum(wrapped(each, width_of(sys.stderr)).count("\n") for each in self.told)

    def show(self, document: Document, then: str = "") -> None:
        """Show a document: drawn on a terminal, else as plain text. `then` names what follows it."""
        if not self.draws:
            self._show_plain(document, then)
            return
        # Rich is imported only where something is drawn.
        from trotskyism_cli.screen.output.terminal import make_console, show

        text = show(document, make_console(), pages=True, then=then)
        if self.keeps:
            self.printed.append(text)
            self.title = title_of(document)

    def _show_plain(self, document: Document, then: str) -> None:
        """Print plain text; a long one page by page if somebody reads, unless something else follows."""
        if not sys.stdout.isatty():
            self.write(plain_text(document, tabbed=True))
            return
        text = plain_text(document, width=self.width)
        if sys.stdin.isatty() and not then and os.environ.get("TERM") not in NO_PAGES:
            from trotskyism_cli.screen.output.pager import page_if_long  # what is piped needs none

            self.title = title_of(document) if self.keeps else ""
            if page_if_long(text, title_of(document), lines_of(sys.stdout), styled=False):
                if self.keeps:
                    self.printed.append(text)
                return
        self.write(text)

    def print_json(self, value: Any) -> None:
        """Print one JSON document on stdout."""
        self.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def write(self, text: str) -> None:
        """Write text to stdout."""
        if self.keeps:
            self.printed.append(text)
        sys.stdout.write(text)

    def say(self, text: str) -> None:
        """Print lines for people on stdout, broken between words on a terminal."""
        told = visible_lines(text)
        self.write(f"{wrapped(told, self.width) if sys.stdout.isatty() else told}\n")

    def tell(self, text: str) -> None:
        """Print lines for people on stderr, broken between words on a terminal; nothing for an empty text."""
        if text:
            told = visible_lines(text)
            self.told.append(f"{told}\n")
            sys.stderr.write(f"{wrapped(told, width_of(sys.stderr)) if sys.stderr.isatty() else told}\n")

    def tell_error(self, error: AppError) -> None:
        """Report an error on stderr, with the names that may have been meant."""
        self.tell(str(error))
        if isinstance(error, NotFoundError) and error.suggestions:
            self.tell(meant_perhaps(error.suggestions))


def visible_lines(text: str) -> str:
    """The text without control characters that a terminal would obey."""
    return "\n".join(map(visible, text.splitlines()))


def meant_perhaps(names: tuple[str, ...]) -> str:
    """`Did you mean: Leon Trotsky, Trotskyism?`; empty without names."""
    return f"Did you mean: {', '.join(names[:MOST_MEANT])}?" if names else ""


@contextlib.contextmanager
def _preparing() -> Iterator[None]:
    from trotskyism_cli.screen.output.progress_line import at_work  # only who waits for it pays for this import

    with at_work("Preparing the library, once …"):
        yield


def width_of(stream: TextIO) -> int:
    """Columns of the terminal behind a stream; COLUMNS comes first."""
    return _said("COLUMNS") or _size_of(stream)[0] or WIDTH


def lines_of(stream: TextIO) -> int:
    """Lines of the terminal behind a stream; LINES comes first."""
    return _said("LINES") or _size_of(stream)[1] or LINES


def _said(name: str) -> int:
    said = os.environ.get(name, "")
    return int(said) if said.isdecimal() else 0


def _size_of(stream: TextIO) -> tuple[int, int]:
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return 0, 0


def _remembered(fact: str, signs: "Sequence[Sign]") -> "Memory | None":
    from trotskyism_cli.learning.recall.schedule import remembered  # only for once

    return remembered(fact, signs)
