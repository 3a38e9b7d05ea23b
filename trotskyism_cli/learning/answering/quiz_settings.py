"""How a quiz is held: with or without confidence, as an exam, with a time limit; and the marks for certainty."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from trotskyism_cli.learning.answering.session import Feedback

GUESS, FAIRLY_SURE, CERTAIN = CONFIDENCES = (1, 2, 3)
CONFIDENCE_WORDS = {GUESS: "a guess", FAIRLY_SURE: "fairly sure", CERTAIN: "certain"}
# Certainty-based marking (Gardner-Medwin): honest confidence pays, and being certain but wrong costs most.
WRONG_MARKS = {GUESS: 0, FAIRLY_SURE: -2, CERTAIN: -6}


class Manner(NamedTuple):
    """`confidence`: the learner says how sure they are before the feedback. `marks`: certainty earns and costs marks.

    `exam`: no feedback before the end. `seconds`: the time limit for all questions together; None without limit.
    """

    confidence: bool = False
    marks: bool = False
    exam: bool = False
    seconds: float | None = None


class Level(NamedTuple):
    """How often answers with one level of confidence were right."""

    confidence: int
    answers: int
    right: int


class Answered(Protocol):
    """An answer, from this session or from the log."""

    @property
    def confidence(self) -> int | None: ...
    @property
    def passed(self) -> bool: ...
    @property
    def correct(self) -> bool: ...


def mark(feedback: Feedback) -> int:
    """The certainty-based marks of one answer; a passed question, or one without a confidence, counts as a guess."""
    confidence = GUESS if feedback.passed or feedback.confidence is None else feedback.confidence
    return confidence if feedback.correct else WRONG_MARKS[confidence]


def levels(answered: Iterable[Answered]) -> tuple[Level, ...]:
    """For each level of confidence, how often the answer was right; passed questions are left out."""
    said = [each for each in answered if each.confidence is not None and not each.passed]
    by_level = {level: [each for each in said if each.confidence == level] for level in CONFIDENCES}
    return tuple(Level(level, len(each), _right(each)) for level, each in by_level.items() if each)


def _right(answered: Sequence[Answered]) -> int:
    return sum(each.correct for each in answered)
