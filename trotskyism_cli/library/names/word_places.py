"""Places of words in a text as written."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.lazy_regex import lazy_regex

_WORD = lazy_regex(r"[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
_SENTENCE_BEGINS = lazy_regex(r"(?:^|[.!?][”’\"']?\s|“)$")


class Place(NamedTuple):
    """A run of words in a text that match a name: positions of the first word and after the last."""

    text: str
    begin: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words as written."""
        return written_words(self.text)[self.begin : self.end]

    @property
    def before(self) -> str:
        """The text before the words."""
        return self.text[: self._spans[0][0]]

    @property
    def after(self) -> str:
        """The text after the words."""
        return self.text[self._spans[-1][1] :]

    @property
    def is_first(self) -> bool:
        """True if the words begin a sentence or a quotation."""
        return bool(_SENTENCE_BEGINS.search(self.before))

    @property
    def letters(self) -> int:
        """Length in characters."""
        return self._spans[-1][1] - self._spans[0][0]

    @property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        return _words(self.text)[1][self.begin : self.end]


@lru_cache(maxsize=5_000)  # needed for each entry that a sentence names
def _words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The plain words of a text, and the character span of each."""
    found = [(plain(each[0]), each.span()) for each in _WORD.finditer(text)]
    return tuple(word for word, _ in found), tuple(span for _, span in found)


def plain_words(text: str) -> tuple[str, ...]:
    """The plain words of a text, one for each written word."""
    return _words(text)[0]


def written_words(text: str) -> tuple[str, ...]:
    """The words of a text as written."""
    return tuple(text[begin:end] for begin, end in _words(text)[1])


def places_of(form: tuple[str, ...], text: str) -> Iterator[Place]:
    """Places where a text contains the plain words of a name."""
    words, first, size = plain_words(text), form[0], len(form)
    if first not in words:
        return
    for begin, word in enumerate(words):
        if word == first and words[begin : begin + size] == form:
            yield Place(text, begin, begin + size)
