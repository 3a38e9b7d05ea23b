"""Items of earlier quizzes in the cache: a quiz that is asked for again is there at once."""

from collections.abc import Sequence
from pathlib import Path

from trotskyism_cli import items
from trotskyism_cli.items.model import Item
from trotskyism_cli.items.stored import item_from, stored
from trotskyism_cli.library.compiled.text_cache import TextCache, open_text_cache
from trotskyism_cli.library.library import Library

QUIZ, NEXT = "quiz", "next"  # drawers of the text cache
SHAPE = "5"  # version of the texts in the cache, those of `supply` included; change it with their form
END = ""  # marks the end: a longer list may have been stored there before


def text_cache_of(library: Library) -> TextCache:
    """The text cache of a library, emptied if the program that makes items has changed."""
    return open_text_cache(library.store, {"items": _age_of_program(), "shape": SHAPE})


class KeptItems:
    """For each text that describes the items wanted: those of the last quiz, and those of one prepared in advance."""

    def __init__(self, library: Library) -> None:
        self._texts = text_cache_of(library)

    def get(self, wanted: str, seed: int) -> list[Item]:
        """The items of the last quiz, if it had this seed, else none."""
        found = self._read(QUIZ, wanted)
        return [item_from(text) for text in found[1:]] if found[:1] == [str(seed)] else []

    def put(self, wanted: str, seed: int, made: Sequence[Item]) -> None:
        """Store the items of a quiz in place of those of the last."""
        self._write(QUIZ, wanted, [str(seed), *map(stored, made)])

    def keep_next(self, wanted: str, seed: int, made: Sequence[Item]) -> None:
        """Store the items of a quiz for the next request without a seed."""
        self._write(NEXT, wanted, [str(seed), *map(stored, made)])

    def next_seed(self, wanted: str) -> int | None:
        """The seed of the prepared quiz, which counts as the last quiz from now on; None if there is none."""
        found = self._read(NEXT, wanted)
        if not found:
            return None
        self._write(QUIZ, wanted, found)
        return int(found[0])

    def drop_next(self, wanted: str) -> None:
        """Remove the prepared quiz, as it has begun."""
        self._write(NEXT, wanted, [])

    def _read(self, drawer: str, wanted: str) -> list[str]:
        found = self._texts.texts(drawer, [wanted]).get(wanted, [])
        return found[: found.index(END)] if END in found else []

    def _write(self, drawer: str, wanted: str, texts: Sequence[str]) -> None:
        self._texts.put((drawer, wanted, number, text) for number, text in enumerate([*texts, END]))


def _age_of_program() -> str:
    """A text that changes when the program that makes items does."""
    return str(max(path.stat().st_mtime_ns for path in Path(items.__file__).parent.rglob("*.py")))
