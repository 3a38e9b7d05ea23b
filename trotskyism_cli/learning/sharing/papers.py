"""What learners handed in, and which of it counts: no answers twice, and no two learners under one name unnoticed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple


class Given(NamedTuple):
    """The answer of a learner to a question: `chosen` and `key` in words; left out if nothing was chosen.

    `seed` is that of the examination in which it was given, where a file has answers of several kinds.
    """

    question: str
    stem: str
    key: str
    chosen: str
    right: bool
    topic: str = ""
    seconds: float | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """What one learner handed in: an examination drawn with a seed, or what was practised (no seed); and its file."""

    pseudonym: str
    seed: int | None
    answers: tuple[Given, ...]
    file: str = ""

    @property
    def questions(self) -> frozenset[str]:
        """The ids of what was asked."""
        return frozenset(given.question for given in self.answers)

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(given.right for given in self.answers)

    @property
    def seconds(self) -> float | None:
        """The time that the answers took, as far as it is told; None if it is told of none."""
        told = [given.seconds for given in self.answers if given.seconds is not None]
        return sum(told) if told else None

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers of the questions that were not answered, from 1."""
        return tuple(number for number, given in enumerate(self.answers, start=1) if not given.chosen)


class Doubt(Enum):
    """Why two files of one name do not simply count both."""

    SAME = auto()  # the later one says the same and is left out
    SECOND = auto()  # the later one is a second paper of the same examination and is left out
    OTHERWISE = auto()  # both count, but the later one answers some of the same questions otherwise


class Doubtful(NamedTuple):
    """A file that does not count, or not all of it, because of the earlier one that has the same name in it."""

    doubt: Doubt
    pseudonym: str
    file: str
    earlier: str


def parted(paper: Paper) -> tuple[Paper, ...]:
    """What one file has, a paper for each examination in it, and one for what was practised."""
    by_seed: dict[int | None, list[Given]] = {}
    for given in paper.answers:
        by_seed.setdefault(paper.seed if given.seed is None else given.seed, []).append(given)
    return tuple(replace(paper, seed=seed, answers=tuple(own)) for seed, own in by_seed.items()) or (paper,)


def sort_out(papers: Sequence[Paper]) -> tuple[tuple[Paper, ...], tuple[Doubtful, ...]]:
    """The papers that count, and what is doubtful about those of one name."""
    counted: list[Paper] = []
    doubtful: list[Doubtful] = []
    for paper in papers:
        own = (each for each in counted if (each.pseudonym, each.seed) == (paper.pseudonym, paper.seed))
        doubt, earlier = next(
            ((found, each) for each in own if (found := _doubt(each, paper)) is not None), (None, paper)
        )
        if doubt is not None:
            doubtful.append(Doubtful(doubt, paper.pseudonym, paper.file, earlier.file))
        if doubt in (None, Doubt.OTHERWISE):
            counted.append(paper)
    return tuple(counted), tuple(doubtful)


def _doubt(earlier: Paper, later: Paper) -> Doubt | None:
    """What is doubtful about the later of two papers of one name; None if it only goes on from the earlier one."""
    if later.answers == earlier.answers:
        return Doubt.SAME
    before, now = _firsts(earlier.answers), _firsts(later.answers)
    shared = before.keys() & now.keys()
    if later.seed is not None:  # without a question in common, they are two examinations that have the same seed
        return Doubt.SECOND if shared else None
    return Doubt.OTHERWISE if any(before[each].chosen != now[each].chosen for each in shared) else None


def first_answers(papers: Iterable[Paper]) -> dict[str, dict[str, Given]]:
    """By pseudonym and question, the first answer: later ones have read the explanation."""
    found: dict[str, dict[str, Given]] = {}
    for paper in papers:
        own = found.setdefault(paper.pseudonym, {})
        for question, given in _firsts(paper.answers).items():
            own.setdefault(question, given)
    return found


def _firsts(answers: Iterable[Given]) -> dict[str, Given]:
    found: dict[str, Given] = {}
    for given in answers:
        found.setdefault(given.question, given)
    return found
