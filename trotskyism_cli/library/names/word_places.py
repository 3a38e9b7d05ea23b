"""Where the words of a name stand in a text, as it is written."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.lazy_regex import lazy_regex

_WORD = lazy_regex(r"[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
_SENTENCE_BEGINS = lazy_regex(r"(?:^|[.!?][”’\"']?\s|“)$")


class Place(NamedTuple):
    """Some words of a text that a name has: the words, the first of them and the one behind the last."""

    text: str
    begin: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they are written."""
        return written_words(self.text)[self.begin : self.end]

    @property
    def before(self) -> str:
        """What stands before the words."""
        return self.text[: self._spans[0][0]]

    @property
    def after(self) -> str:
        """What stands behind them."""
        return self.text[self._spans[-1][1] :]

    @property
    def is_first(self) -> bool:
        """Whether a sentence begins with them, or what is said in one."""
        return bool(_SENTENCE_BEGINS.search(self.before))

    @property
    def letters(self) -> int:
        """How long they are."""
        return self._spans[-1][1] - self._spans[0][0]

    @property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        return _words(self.text)[1][self.begin : self.end]


@lru_cache(maxsize=5_000)  # a sentence is asked of each of those whom it names
def _words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The plain words of a text, and where each is written."""
    found = [(plain(each[0]), each.span()) for each in _WORD.finditer(text)]
    return tuple(word for word, _ in found), tuple(span for _, span in found)


def plain_words(text: str) -> tuple[str, ...]:
    """The plain words of a text, one for each that is written."""
    return _words(text)[0]


def written_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are written."""
    return tuple(text[begin:end] for begin, end in _words(text)[1])


def places_of(form: tuple[str, ...], text: str) -> Iterator[Place]:
    """Where the plain words of a name stand in a text."""
    words, first, size = plain_words(text), form[0], len(form)
    if first not in words:
        return
    for begin, word in enumerate(words):
        if word == first and words[begin : begin + size] == form:
            yield Place(text, begin, begin + size)
