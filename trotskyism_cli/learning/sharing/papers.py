"""What learners handed in, and what counts of it: no answers twice, and no two learners under one name unnoticed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple


class Given(NamedTuple):
    """A learner's answer to a question: `chosen` and `key` as text; `chosen` is empty if nothing was chosen.

    `seed` is that of the examination of this answer, where a file has answers of several.
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
    """What a learner handed in: an examination drawn with a seed, or practice (no seed); and the file."""

    pseudonym: str
    seed: int | None
    answers: tuple[Given, ...]
    file: str = ""

    @property
    def questions(self) -> frozenset[str]:
        """The ids of the questions."""
        return frozenset(given.question for given in self.answers)

    @property
    def right(self) -> int:
        """The number of right answers."""
        return sum(given.right for given in self.answers)

    @property
    def seconds(self) -> float | None:
        """The total time of the answers with a known time; None if there are none."""
        told = [given.seconds for given in self.answers if given.seconds is not None]
        return sum(told) if told else None

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers, from 1, of the questions that were not answered."""
        return tuple(number for number, given in enumerate(self.answers, start=1) if not given.chosen)


class Doubt(Enum):
    """Why two files under the same name do not simply both count."""

    SAME = auto()  # the later one has the same answers and is left out
    SECOND = auto()  # the later one is a second paper of the same examination and is left out
    OTHERWISE = auto()  # both count, but the later one answers some questions differently


class Doubtful(NamedTuple):
    """A file that counts in part or not at all, because of an earlier one under the same name."""

    doubt: Doubt
    pseudonym: str
    file: str
    earlier: str


def parted(paper: Paper) -> tuple[Paper, ...]:
    """Split a file into a paper for each examination in it, and one for practice."""
    by_seed: dict[int | None, list[Given]] = {}
    for given in paper.answers:
        by_seed.setdefault(paper.seed if given.seed is None else given.seed, []).append(given)
    return tuple(replace(paper, seed=seed, answers=tuple(own)) for seed, own in by_seed.items()) or (paper,)


def sort_out(papers: Sequence[Paper]) -> tuple[tuple[Paper, ...], tuple[Doubtful, ...]]:
    """The papers that count, and what is doubtful about those under the same name."""
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
    """What is doubtful about the later of two papers under the same name; None if it only adds answers."""
    if later.answers == earlier.answers:
        return Doubt.SAME
    before, now = _firsts(earlier.answers), _firsts(later.answers)
    shared = before.keys() & now.keys()
    if later.seed is not None:  # with no question in common, they are two examinations with the same seed
        return Doubt.SECOND if shared else None
    return Doubt.OTHERWISE if any(before[each].chosen != now[each].chosen for each in shared) else None


def first_answers(papers: Iterable[Paper]) -> dict[str, dict[str, Given]]:
    """The first answer by pseudonym and question: later answers come after the explanation was read."""
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
