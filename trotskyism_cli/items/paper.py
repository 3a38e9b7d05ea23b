"""The questions of a paper so far, be it a quiz, an exam or an export, and which others have a place among them."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from trotskyism_cli.items.cues import Reader, Reading
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.ledger import NEAR
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.words import content_words

FAR = 79  # items: an export is about this long; in it no item may be the twin of another, or give its answer away
TWINS = 0.75  # of the words of the shorter of two questions: those that share so many ask for one thing
FRAMES = (Response.MATCH, Response.ORDER)  # whose stems say nothing of what is matched or put in order


class _Asked(NamedTuple):
    """A question of the paper: the words of its stem, and all that it tells."""

    words: frozenset[str]
    reading: Reading


class _Compared(NamedTuple):
    """How a question reads, how many of the paper it was compared with, and the last that bears none like it, or 0."""

    as_asked: _Asked
    asked: int
    clash: int


class Paper:
    """What was asked, by number from 1, as far back as it matters."""

    def __init__(self, index: Index) -> None:
        self._reader = Reader(index)
        self._asked = 0
        self._last: deque[_Asked] = deque(maxlen=FAR)
        self._last_with: dict[str, int] = {}  # the last question that has a stem, or rests on a fact
        self._compared: dict[str, _Compared] = {}

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        """Whether an item asks for no fact that the paper asks for, nor nearly in its words, nor tells of the answers.

        If not `in_export`, only the last few questions count, but then neither a stem nor a passage comes back.
        """
        first = max(1, self._asked - (FAR if in_export else NEAR) + 1)  # of those that are still near
        for each in _asked_of(item) if in_export else (item.stem, *item.rests_on):
            if self._last_with.get(each, 0) >= first:
                return False
        return self._last_clash(item) < first

    def note(self, item: Item) -> None:
        """Note that an item has come, whoever made it."""
        found = self._compared.pop(item.id, None)
        self._asked += 1
        self._last.append(found.as_asked if found else self._read(item))
        self._last_with.update(dict.fromkeys((item.stem, *item.rests_on), self._asked))

    def _last_clash(self, item: Item) -> int:
        """The number of the last question beside which an item cannot stand for its words; 0 if there is none.

        An item that waits is looked at again and again: only questions that came since are compared with it.
        """
        known = self._compared.get(item.id) or _Compared(self._read(item), 0, 0)
        since = zip(range(self._asked, known.asked, -1), reversed(self._last), strict=False)
        clash = next((number for number, each in since if self._clash(known.as_asked, each)), known.clash)
        self._compared[item.id] = _Compared(known.as_asked, self._asked, clash)
        return clash

    def _read(self, item: Item) -> _Asked:
        return _Asked(_words(item), self._reader.read(item))

    def _clash(self, one: _Asked, other: _Asked) -> bool:
        return _are_alike(one.words, other.words) or self._reader.cues(one.reading, other.reading)


def _asked_of(item: Item) -> Sequence[str]:
    """The facts that an item asks for; a passage is asked about more than once in an export."""
    asked = item.asked_ids
    return [each for each in asked if each != item.passage.quote] if item.passage else asked


def _words(item: Item) -> frozenset[str]:
    """The words that tell what an item asks; none of a frame."""
    return frozenset() if item.response in FRAMES else content_words(item.stem)


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(words & others)
    return shared > 0 and shared >= TWINS * min(len(words), len(others))
