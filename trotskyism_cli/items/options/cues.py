"""Cues between questions: whether one question, seen before or after another, would give away its answer.

It does if it tells the answer together with enough of what the answer is about. Names are matched literally. Authors'
prose is matched by its words, where rare words weigh more than common ones.
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

RAREST = 100  # weight of a word that occurs in no question
SAYS = 75  # weight of words that tell something: one rare word, or two common ones
KNOWN = 0.6  # share of an answer's words, by weight, that gives it away
TOLD = 0.15  # least product of the share told of the answer's words and of its question's words


Named = Callable[[], Iterable[str]]  # computes the names in a question; lazy, as it is slow and seldom needed


class Weights:
    """Weight of each word: RAREST if in no question, falling to 0 for a word in all of them.

    Weights are whole numbers, so that a sum does not depend on the order of a set.
    """

    def __init__(self, stems: Iterable[str]) -> None:
        words = [content_words(stem) for stem in stems]
        most = math.log(1 + len(words))
        counts = Counter(word for each in words for word in each)
        self._weights = {word: round(RAREST * (1 - math.log(1 + count) / most)) for word, count in counts.items()}

    def of(self, words: Iterable[str]) -> int:
        """The total weight of some words."""
        return sum([self._weights.get(word, RAREST) for word in words])

    def marks(self, words: Collection[str]) -> frozenset[str]:
        """The heaviest words, as few as possible, without which the others are not enough to give the answer away."""
        heaviest_first = sorted([(-self._weights.get(word, RAREST), word) for word in words])
        left = -sum([weight for weight, _ in heaviest_first])
        enough, found = KNOWN * left, set[str]()
        for weight, word in heaviest_first:
            if left < enough:
                break
            found.add(word)
            left += weight
        return frozenset(found)


class SoughtAnswer(NamedTuple):
    """An answer that is asked for.

    `named` computes the names in its question. `words` are the answer's words that occur neither in the question nor in
    all of its distractors; `marks` are the heaviest of these: a text without any of them cannot give the answer away.
    `about` are the words of the question if an author wrote it. `weight` and `weight_about` are the weights of `words`
    and `about`.
    """

    answer: str
    named: Named
    words: frozenset[str]
    marks: frozenset[str]
    about: frozenset[str]
    weight: int
    weight_about: int


class Reading(NamedTuple):
    """A question prepared for comparison: its text and notes (case-folded), and the words of both.

    `stated` are the words of what it states as true. `sought` are the answers it asks for, `marks` all their marks. A
    note can give something away only by itself, as each is about another thing.
    """

    text: str
    notes: tuple[str, ...]
    shown: frozenset[str]
    stated: frozenset[str]
    sought: tuple[SoughtAnswer, ...]
    marks: frozenset[str]


class Reader:
    """Reads the questions of a pack and finds cues between them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._weights = weights_of(index)
        self._accepted = {each.id: each.accepted for each in index.pack.questions.values()}

    def read(self, item: Item) -> Reading:
        """Prepare a question with its explanation and notes, which are read before the next question."""
        parts = (item.question, *item.prompts, *item.options, item.explanation)
        explained = item.explained
        stated = _words_of(item.question, *item.prompts, *_stated(item), explained)
        shown = stated | _words_of(*item.options, item.explanation[len(explained) :], *item.option_notes)
        sought = tuple(self._sought(item))
        marks = frozenset[str]().union(*[each.marks for each in sought])
        notes = tuple(note.casefold() for note in item.option_notes)
        return Reading(" ".join(parts).casefold(), notes, shown, stated, sought, marks)

    def cues(self, one: Reading, other: Reading) -> bool:
        """Return whether one of two questions gives away the answer of the other.

        The marks rule out most pairs fast.
        """
        return (not other.marks.isdisjoint(one.shown) and self._tells(one, other.sought)) or (
            not one.marks.isdisjoint(other.shown) and self._tells(other, one.sought)
        )

    def _sought(self, item: Item) -> Iterator[SoughtAnswer]:
        """The answers asked for; each right option counts by itself."""
        if item.response is Response.ORDER:
            return  # only a complete order could give it away
        if item.response is Response.MATCH:
            for prompt, place in zip(item.prompts, item.answer, strict=True):
                yield self._one_sought(item, prompt, item.options[place], ())
            return
        wrong = [option for place, option in enumerate(item.options) if place not in item.answer]
        right = [item.options[place] for place in item.answer]
        also = [each for own in item.written_as for each in self._accepted.get(own.removeprefix(QUESTION), ())]
        for answer in dict.fromkeys((*right, *_names_of(item.accepted or also))):
            yield self._one_sought(item, item.stem, answer, wrong)

    def _one_sought(self, item: Item, asked: str, answer: str, wrong: Collection[str]) -> SoughtAnswer:
        in_all_wrong = frozenset[str].intersection(*map(content_words, wrong)) if wrong else frozenset[str]()
        words = content_words(answer) - content_words(asked) - content_words(item.stem) - in_all_wrong
        # A stem made from a wording shares its words with many others.
        about = content_words(asked) if item.kind == WRITTEN else frozenset[str]()
        return SoughtAnswer(
            answer=answer.casefold(),
            named=partial(named_in, self._index, asked),
            words=words,
            marks=self._weights.marks(words),
            about=about,
            weight=self._weights.of(words),
            weight_about=self._weights.of(about),
        )

    def _tells(self, reading: Reading, sought: Iterable[SoughtAnswer]) -> bool:
        """Return whether a question gives away one of these answers."""
        return any(
            any(tells_answer(text, each.answer, each.named) for text in (reading.text, *reading.notes))
            or self._says(reading.stated, each)
            for each in sought
            if not each.marks.isdisjoint(reading.shown)
        )

    def _says(self, words: frozenset[str], sought: SoughtAnswer) -> bool:
        """Return whether words tell both an answer and what it is the answer to."""
        weight = self._weights.of(sought.words & words)
        if weight < SAYS or weight < KNOWN * sought.weight:
            return False
        about = self._weights.of(sought.about & words)
        return about >= SAYS and weight * about >= TOLD * sought.weight * sought.weight_about


@lru_cache(maxsize=1)
def weights_of(index: Index) -> Weights:
    """Word weights from the authors' questions of a pack."""
    return Weights(question.stem for question in index.pack.questions.values())


def tells_answer(text: str, answer: str, named: Named) -> bool:
    """Return whether a (case-folded) text contains an answer and something that its question has `named`."""
    return answer in text and any(name in text for name in named())


@lru_cache(maxsize=1024)  # a waiting question is compared many times
def named_in(index: Index, stem: str) -> frozenset[str]:
    """The entries and years that a stem names."""
    return frozenset([*index.names.named_in(stem), *YEAR.findall(stem)])


def _names_of(accepted: Sequence[str]) -> Iterator[str]:
    """The first accepted answer, and the others that are unlikely to occur in a text by chance."""
    return (each for place, each in enumerate(accepted) if not place or " " in each or not each.islower())


def _words_of(*texts: str) -> frozenset[str]:
    """The content words of several texts."""
    return frozenset[str]().union(*map(content_words, texts))


def _stated(item: Item) -> Collection[str]:
    """The right options. For an item made from facts all of them, as any could be the key."""
    if item.kind != WRITTEN or item.response is Response.ORDER:
        return item.options
    return [item.options[place] for place in item.answer] or item.accepted[:1]
