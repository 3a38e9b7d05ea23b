"""Answers made when a wheel is built: entries by all their names, lists, chapters, quotations."""

import contextlib
import io
from collections.abc import Iterable, Iterator

from trotskyism_cli.cli.app import app
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.cli.completed import NAMES
from trotskyism_cli.cli.meaning.first_word import other_word
from trotskyism_cli.library.answer_cache import KeptAnswer
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.screen.entries.tables import PLURALS

Words = tuple[str, ...]


def prebuilt_answers(library: Library) -> Iterator[tuple[Iterable[Words], KeptAnswer]]:
    """Each answer with all command lines that it answers."""
    pack = library.pack
    yield [NAMES], KeptAnswer("\n".join(sorted(pack.entries)))
    for entry in pack.entries.values():
        answer = _answered(("show", entry.id))
        yield _asked(library, entry), answer._replace(pack=pack.id, entry=entry.id)
    chapters = (("summary", str(number)) for number, _ in enumerate(pack.topics, start=1))
    lists = (("list", plural) for plural in PLURALS.values())
    for words in (("list",), *lists, ("summary",), *chapters, ("quote",)):
        yield [words], _answered(words)


def _asked(library: Library, entry: Entry) -> Iterator[Words]:
    """The command lines that show an entry and nothing besides."""
    for name in dict.fromkeys((entry.id, *entry.names, *entry.native, *map(str.casefold, entry.names))):
        found = library.resolve(name)
        if found.entry != entry.id or found.reason:
            continue
        words = tuple(name.split())
        yield ("show", *words)
        if words[0] not in COMMANDS and not other_word(words, COMMANDS):
            yield words


def _answered(words: Words) -> KeptAnswer:
    """What the program prints into a pipe for these words."""
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(io.StringIO()) as told:
        app(list(words), standalone_mode=False)
    return KeptAnswer(printed.getvalue(), told.getvalue())
