"""The questions of a quiz, exam or export so far, and which items may still join them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import content_words
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.items.options.cues import Reader, Reading
from trotskyism_cli.items.options.ledger import NEAR
from trotskyism_cli.pack.model import Kind

FAR = 79  # items, about an export: within it no two items may ask the same, or give each other away
PAPER = 24  # items, about an exam: within it no two authors' questions may share their matter
TWINS = 0.75  # share of the shorter question's words: two that have so many in common ask the same
MATTER, TYPED = "matter:", "typed:"
FRAMES = (Response.MATCH, Response.ORDER)  # their stems do not say what is matched or put in order


class _Asked(NamedTuple):
    """A question of the paper: the words of its stem, and its reading for cues."""

    words: frozenset[str]
    reading: Reading


class _Compared(NamedTuple):
    """How far an item has been compared with the paper.

    `asked` is the number of questions compared; `twin` and `cue` are the numbers of the last question that asks the
    same and of the last that gives it away or is given away by it (0 if none).
    """

    as_asked: _Asked
    asked: int
    twin: int
    cue: int


class Paper:
    """The questions so far, numbered from 1, as far back as they matter."""

    def __init__(self, index: Index) -> None:
        self._facts = index.facts
        entries = index.pack.entries.values()
        self._disputes = {each for entry in entries for each in entry.disputes}
        self._documents = {entry.id for entry in entries if entry.kind is Kind.WORK}
        self._reader = Reader(index)
        self._asked = 0
        self._last: deque[_Asked] = deque(maxlen=FAR)
        self._last_with: dict[str, int] = {}  # last question with this stem, fact or matter
        self._compared: dict[str, _Compared] = {}
        self._waits: dict[str, int] = {}  # by item id: the item cannot fit before there are so many questions

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        """Return whether an item may join the paper.

        It must not ask a fact again, nor ask the same in similar words; and neither may give away the other's answer.
        Nor may two authors' questions near each other share their matter, or the same answer be typed twice.

        If not `in_export`, only the last few questions count: no stem, fact or passage comes back, and none is a cue.
        """
        if not in_export:
            return self._asked >= max(_until(NEAR, self._last_of(item)), _until(NEAR, self._compare(item).cue))
        if self._asked < self._waits.get(item.id, 0):
            return False
        of_matter = self._last_that_has(self._content_keys(item))
        asked = self._last_that_has(_asked_of(item))
        until = max(_until(NEAR, self._last_of(item)), _until(FAR, asked), _until(PAPER, of_matter))
        if self._asked >= until:
            found = self._compare(item)
            until = _until(FAR, max(found.twin, found.cue))
        self._waits[item.id] = until
        return self._asked >= until

    def note(self, item: Item) -> None:
        """Note that an item has come, whoever made it."""
        self._waits.pop(item.id, None)
        found = self._compared.pop(item.id, None)
        self._asked += 1
        self._last.append(found.as_asked if found else self._read(item))
        self._last_with.update(dict.fromkeys((item.stem, *item.rests_on, *self._content_keys(item)), self._asked))

    def _last_of(self, item: Item) -> int:
        """Number of the last question with the item's stem, or with a fact or passage it rests on; 0 if none."""
        return self._last_that_has((item.stem, *item.rests_on))

    def _last_that_has(self, kept: Iterable[str]) -> int:
        return max(map(self._last_with.get, kept, repeat(0)), default=0)

    def _content_keys(self, item: Item) -> Iterator[str]:
        """Keys for the matter of an item: its typed answer, and what an author's question tells about.

        The latter are the facts that prove its options, their disputes, and the documents asked about.
        """
        if item.response is Response.TYPED:
            yield f"{TYPED}{item.key.casefold()}"
        if item.kind == WRITTEN:
            told = [each for each in item.evidence_ids if each in self._facts]
            disputed = self._disputes.intersection([self._facts[each].subject for each in told])
            asked = {self._facts[each].subject for each in item.asked_ids if each in self._facts}
            yield from [f"{MATTER}{each}" for each in (*told, *disputed, *(asked & self._documents))]

    def _compare(self, item: Item) -> _Compared:
        """Compare an item with the questions added since its last comparison; a waiting item is looked at often."""
        own, asked, twin, cue = self._compared.get(item.id) or _Compared(self._read(item), 0, 0, 0)
        for number, each in zip(range(self._asked, asked, -1), reversed(self._last), strict=False):
            if number > twin and _are_alike(own.words, each.words):
                twin = number
            if number > cue and self._reader.cues(own.reading, each.reading):
                cue = number
        found = self._compared[item.id] = _Compared(own, self._asked, twin, cue)
        return found

    def _read(self, item: Item) -> _Asked:
        return _Asked(_words(item), self._reader.read(item))


def _until(reach: int, number: int) -> int:
    """Number of questions from which on question `number` is out of reach; 0 if there is no such question."""
    return number + reach if number else 0


def _asked_of(item: Item) -> Sequence[str]:
    """The facts that an item asks for, without its passage: an export may ask about a passage more than once."""
    asked = item.asked_ids
    return [each for each in asked if each != item.passage.quote] if item.passage else asked


def _words(item: Item) -> frozenset[str]:
    """Content words of the stem; none for responses whose stem is only a frame."""
    return frozenset() if item.response in FRAMES else content_words(item.stem)


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(words & others)
    return shared > 0 and shared >= TWINS * min(len(words), len(others))
