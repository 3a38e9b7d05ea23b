"""An index of names by their words, to find those in a text without searching for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Named = TypeVar("Named")


class NameIndex(Generic[Named]):
    """Plain names by their words, each with what it names."""

    def __init__(self, forms: Iterable[tuple[str, Named]]) -> None:
        self._by_words = defaultdict[tuple[str, ...], list[Named]](list)
        self._sizes = defaultdict[str, set[int]](set)  # by first word: the lengths of its names in words
        for form, named in forms:
            words = tuple(form.split())
            self._by_words[words].append(named)
            self._sizes[words[0]].add(len(words))

    def at(self, words: Sequence[str], begin: int) -> Iterator[tuple[int, Named]]:
        """What is named from position `begin` of the words on, each with the end position of its name."""
        for size in self._sizes.get(words[begin], ()):
            end = begin + size
            if end <= len(words):
                yield from ((end, named) for named in self._by_words.get(tuple(words[begin:end]), ()))

    def named_in(self, text: str) -> Iterator[Named]:
        """Everything named in a plain text."""
        words = text.split()
        for begin in range(len(words)):
            yield from (named for _, named in self.at(words, begin))
