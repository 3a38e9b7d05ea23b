"""What one question tells of another: side by side, the one would give away the answer of the other.

It does if it tells the answer, and enough to know what that is the answer to. Names are looked for as they are written.
The prose of an author has its words for it, rare ones rather than those that every question has.
"""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from trotskyism_cli.items.grounds.answers import YEAR
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import content_words
from trotskyism_cli.items.model import QUESTION, WRITTEN, Item, Response

RAREST = 100  # the weight of a word that is in no question
SAYS = 75  # the weight of words that say something: one that hardly any question has, or two that many have
KNOWN = 0.6  # of the words of an answer, by weight: who reads so many knows it
TOLD = 0.15  # the part of the words of an answer that is told, times the part of those of its question


Named = Callable[[], Iterable[str]]  # what a question names: few are ever asked for it, and it takes long to find


class Weights:
    """How much a word says of what a question is about: RAREST if it is in none, and nothing if it is in all.

    They are whole numbers, whose sum is the same in whatever order a set has them.
    """

    def __init__(self, stems: Iterable[str]) -> None:
        words = [content_words(stem) for stem in stems]
        most = math.log(1 + len(words))
        counts = Counter(word for each in words for word in each)
        self._weights = {word: round(RAREST * (1 - math.log(1 + count) / most)) for word, count in counts.items()}

    def of(self, words: Iterable[str]) -> int:
        """The weight of some words together."""
        return sum([self._weights.get(word, RAREST) for word in words])

    def marks(self, words: Collection[str]) -> frozenset[str]:
        """The fewest words without which the others are not enough to be KNOWN by."""
        heaviest_first = sorted([(-self._weights.get(word, RAREST), word) for word in words])
        left = -sum([weight for weight, _ in heaviest_first])
        enough, found = KNOWN * left, set[str]()
        for weight, word in heaviest_first:
            if left < enough:
                break
            found.add(word)
            left += weight
        return frozenset(found)


class Sought(NamedTuple):
    """An answer that is asked for, and what is `named` by the text that asks for it.

    `words` are those in which it differs from that text and from all that is offered beside it, `marks` the heaviest of
    them: who has read none of these does not know it. `about` are the words of the text, if an author wrote it.
    """

    answer: str
    named: Named
    words: frozenset[str]
    marks: frozenset[str]
    about: frozenset[str]
    weight: int
    weight_about: int


class Reading(NamedTuple):
    """A question as it is read beside others: what it shows, its notes, the words of both, and those of what it states.

    Then what it asks for, and the marks of all that. A note tells something only by itself: each is on another thing.
    """

    text: str
    notes: tuple[str, ...]
    shown: frozenset[str]
    stated: frozenset[str]
    sought: tuple[Sought, ...]
    marks: frozenset[str]


class Reader:
    """Who reads the questions of a pack, and sees what they tell of each other."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._weights = weights_of(index)
        self._accepted = {each.id: each.accepted for each in index.pack.questions.values()}

    def read(self, item: Item) -> Reading:
        """A question with its explanation and notes, which are read before the next one is asked."""
        parts = (item.question, *item.prompts, *item.options, item.explanation)
        explained = item.explained
        stated = _words_of(item.question, *item.prompts, *_stated(item), explained)
        shown = stated | _words_of(*item.options, item.explanation[len(explained) :], *item.option_notes)
        sought = tuple(self._sought(item))
        marks = frozenset[str]().union(*[each.marks for each in sought])
        notes = tuple(note.casefold() for note in item.option_notes)
        return Reading(" ".join(parts).casefold(), notes, shown, stated, sought, marks)

    def cues(self, one: Reading, other: Reading) -> bool:
        """Whether one of two questions gives away the answer of the other; most have no mark of it, as is soon seen."""
        return (not other.marks.isdisjoint(one.shown) and self._tells(one, other.sought)) or (
            not one.marks.isdisjoint(other.shown) and self._tells(other, one.sought)
        )

    def _sought(self, item: Item) -> Iterator[Sought]:
        """What is asked for: each right option by itself, as each of them tells one answer."""
        if item.response is Response.ORDER:
            return  # it is told by nothing less than an order
        if item.response is Response.MATCH:
            for prompt, place in zip(item.prompts, item.answer, strict=True):
                yield self._one_sought(item, prompt, item.options[place], ())
            return
        wrong = [option for place, option in enumerate(item.options) if place not in item.answer]
        right = [item.options[place] for place in item.answer]
        also = [each for own in item.written_as for each in self._accepted.get(own.removeprefix(QUESTION), ())]
        for answer in dict.fromkeys((*right, *_names_of(item.accepted or also))):
            yield self._one_sought(item, item.stem, answer, wrong)

    def _one_sought(self, item: Item, asked: str, answer: str, wrong: Collection[str]) -> Sought:
        in_all_wrong = frozenset[str].intersection(*map(content_words, wrong)) if wrong else frozenset[str]()
        words = content_words(answer) - content_words(asked) - content_words(item.stem) - in_all_wrong
        # The words of a wording that is used again and again say nothing of what is asked.
        about = content_words(asked) if item.kind == WRITTEN else frozenset[str]()
        return Sought(
            answer=answer.casefold(),
            named=partial(named_in, self._index, asked),
            words=words,
            marks=self._weights.marks(words),
            about=about,
            weight=self._weights.of(words),
            weight_about=self._weights.of(about),
        )

    def _tells(self, reading: Reading, sought: Iterable[Sought]) -> bool:
        """Whether a question tells one of these answers."""
        return any(
            any(names(text, each.answer, each.named) for text in (reading.text, *reading.notes))
            or self._says(reading.stated, each)
            for each in sought
            if not each.marks.isdisjoint(reading.shown)
        )

    def _says(self, words: frozenset[str], sought: Sought) -> bool:
        """Whether words tell an answer and what it is the answer to."""
        weight = self._weights.of(sought.words & words)
        if weight < SAYS or weight < KNOWN * sought.weight:
            return False
        about = self._weights.of(sought.about & words)
        return about >= SAYS and weight * about >= TOLD * sought.weight * sought.weight_about


@lru_cache(maxsize=1)
def weights_of(index: Index) -> Weights:
    """The weights of the words of a pack, by the questions of its authors."""
    return Weights(question.stem for question in index.pack.questions.values())


def names(text: str, answer: str, named: Named) -> bool:
    """Whether a text has an answer, and something that the question which asks for it has `named`; case-folded."""
    return answer in text and any(name in text for name in named())


@lru_cache(maxsize=1024)  # a question that waits for its turn is looked at again and again
def named_in(index: Index, stem: str) -> frozenset[str]:
    """The entries and the years that a question names."""
    return frozenset([*index.names.named_in(stem), *YEAR.findall(stem)])


def _names_of(accepted: Sequence[str]) -> Iterator[str]:
    """The answers that may be typed which a text does not have by chance, and the first in any case."""
    return (each for place, each in enumerate(accepted) if not place or " " in each or not each.islower())


def _words_of(*texts: str) -> frozenset[str]:
    """The content words of several texts; those of one that is read again and again are kept."""
    return frozenset[str]().union(*map(content_words, texts))


def _stated(item: Item) -> Collection[str]:
    """The options that are true, or that might be the key for all that a maker of sets may look at."""
    if item.kind != WRITTEN or item.response is Response.ORDER:
        return item.options
    return [item.options[place] for place in item.answer] or item.accepted[:1]
