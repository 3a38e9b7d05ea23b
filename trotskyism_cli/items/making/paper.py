"""The questions of a paper so far, be it a quiz, an exam or an export, and which others have a place among them."""

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

FAR = 79  # items: an export is about this long; in it no item may be the twin of another, or give its answer away
PAPER = 24  # items: as many as an examiner sets at once; in them no question of an author explains another
TWINS = 0.75  # of the words of the shorter of two questions: those that share so many ask for one thing
MATTER, TYPED = "matter:", "typed:"
FRAMES = (Response.MATCH, Response.ORDER)  # whose stems say nothing of what is matched or put in order


class _Asked(NamedTuple):
    """A question of the paper: the words of its stem, and all that it tells."""

    words: frozenset[str]
    reading: Reading


class _Compared(NamedTuple):
    """How a question reads, how many it was compared with, and the last that is its twin, or cues it; 0 if none."""

    as_asked: _Asked
    asked: int
    twin: int
    cue: int


class Paper:
    """What was asked, by number from 1, as far back as it matters."""

    def __init__(self, index: Index) -> None:
        self._facts = index.facts
        entries = index.pack.entries.values()
        self._disputes = {each for entry in entries for each in entry.disputes}
        self._documents = {entry.id for entry in entries if entry.kind is Kind.WORK}
        self._reader = Reader(index)
        self._asked = 0
        self._last: deque[_Asked] = deque(maxlen=FAR)
        self._last_with: dict[str, int] = {}  # the last question that has a stem, or rests on a fact
        self._compared: dict[str, _Compared] = {}
        self._waits: dict[str, int] = {}  # until there are so many questions, an item surely has no place

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        """Whether an item asks for no fact that the paper asks for, nor nearly in its words, nor tells of the answers.

        Nor is what an author wrote of the matter of another such question, and no answer is typed twice in a paper.

        If not `in_export`, only the last few questions count, and not their words; beside these, neither a stem nor a
        passage comes back.
        """
        if not in_export:
            return self._asked >= max(_until(NEAR, self._last_of(item)), _until(NEAR, self._compare(item).cue))
        if self._asked < self._waits.get(item.id, 0):
            return False
        of_matter = self._last_that_has(self._matter(item))
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
        self._last_with.update(dict.fromkeys((item.stem, *item.rests_on, *self._matter(item)), self._asked))

    def _last_of(self, item: Item) -> int:
        """The last question with the stem of an item, or one that rests on what it rests on; 0 if there is none."""
        return self._last_that_has((item.stem, *item.rests_on))

    def _last_that_has(self, kept: Iterable[str]) -> int:
        return max(map(self._last_with.get, kept, repeat(0)), default=0)

    def _matter(self, item: Item) -> Iterator[str]:
        """What an answer that is typed says, and what a question of an author tells of.

        That are the facts that prove its options right or wrong, their disputes, and the documents that it is about.
        """
        if item.response is Response.TYPED:
            yield f"{TYPED}{item.key.casefold()}"
        if item.kind == WRITTEN:
            told = [each for each in item.evidence_ids if each in self._facts]
            disputed = self._disputes.intersection([self._facts[each].subject for each in told])
            asked = {self._facts[each].subject for each in item.asked_ids if each in self._facts}
            yield from [f"{MATTER}{each}" for each in (*told, *disputed, *(asked & self._documents))]

    def _compare(self, item: Item) -> _Compared:
        """Compare an item with the questions that came since it was compared: one that waits is looked at often."""
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
    """How many questions there must be until the one of that number, if there is one, is out of reach."""
    return number + reach if number else 0


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
