"""Help of each command as plain lines as wide as the terminal, in the pager if they do not fit on it."""

import shutil
import sys
from collections.abc import Iterable

import click

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.pack.lazy_regex import lazy_regex

NARROW = 60  # columns below which what an option does stands below it
WIDEST = 100
INDENT = 4
_NUMBER = lazy_regex(r"\b(?:INTEGER|FLOAT)(?: RANGE)?\b")
_BOUNDS = lazy_regex(r"(?:; )?(?:[\d.]+<=?)?x(?:[<>]=?[\d.]+)?(?=\])")  # of a number, as mathematicians write them
_NOTHING = lazy_regex(r"\s*\[\]$")


class HelpFormatter(click.HelpFormatter):
    """Writes options with their help beside them, or below them where there is little room."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean."""
        told = [(_NUMBER.sub("N", term), _NOTHING.sub("", _BOUNDS.sub("", said))) for term, said in rows]
        if self.width >= NARROW:
            super().write_dl(told, col_max, col_spacing)
            return
        for term, said in told:
            self.write_text(term.replace("|", " | "))
            self.current_indent += INDENT
            self.write_text(said)
            self.current_indent -= INDENT


class HelpContext(click.Context):
    """A context that shows help in the pager."""

    formatter_class = HelpFormatter

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter as wide as the terminal, but no wider than is easy to read."""
        return HelpFormatter(width=min(AppContext().width, WIDEST))

    def get_help(self) -> str:
        """The help; empty if it was read in the pager."""
        text = super().get_help()
        if not (sys.stdout.isatty() and sys.stdin.isatty() and AppContext().draws):
            return text
        from trotskyism_cli.screen.output.pager import page_if_long

        title = f"{self.command_path} --help"
        return "" if page_if_long(f"{text}\n", title, shutil.get_terminal_size().lines) else text
