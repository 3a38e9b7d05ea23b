"""The report on a class: what the answers of many learners say about questions, examinations, and topics.

Formulas: the difficulty of a question is the share of learners who answered it right; its discrimination the
product-moment correlation of the question with the score on all others (corrected item-total correlation; Henrysson
1963, since a question correlates with a total that includes it); the reliability of an examination is KR-20 (Kuder and
Richardson 1937), k / (k - 1) * (1 - sum of p * (1 - p) / variance of the totals), with variances over the class as a
population.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trotskyism_cli.learning.sharing.papers import Given, Paper, first_answers

FEWEST = 5  # learners from which a correlation is reported
TEACH_AGAIN = 0.6  # share of right answers below which a topic is to be taught again
FEWEST_ANSWERS = 10  # about a topic


@dataclass(frozen=True, slots=True)
class Drawn:
    """An answer given by some learners: how many, and their mean share of right answers to everything else."""

    answer: str
    learners: int
    others_right: float
    is_key: bool


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """A question; each learner counts once, by the first answer. `discrimination` is None if too few answered."""

    question: str
    stem: str
    key: str
    learners: int
    difficulty: float
    discrimination: float | None
    drawn: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class ExamReport:
    """An examination with the papers of all learners, by name; `questions` counts those that all were asked."""

    seed: int
    papers: tuple[Paper, ...]
    questions: int
    mean: float
    reliability: float | None


@dataclass(frozen=True, slots=True)
class TopicReport:
    """The answers about a topic (an id), and how many were right."""

    topic: str
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class ClassReport:
    """The whole report, questions and topics with the hardest first.

    `practised` are the answers outside examinations, one paper for each learner, by name.
    """

    learners: int
    answers: int
    questions: tuple[QuestionReport, ...]
    exams: tuple[ExamReport, ...]
    topics: tuple[TopicReport, ...]
    practised: tuple[Paper, ...]

    @property
    def to_teach_again(self) -> tuple[TopicReport, ...]:
        return tuple(
            each for each in self.topics if each.answers >= FEWEST_ANSWERS and each.right < TEACH_AGAIN * each.answers
        )

    @property
    def perhaps_again(self) -> tuple[TopicReport, ...]:
        """Topics with a result as bad as `to_teach_again`, but too few answers to be sure."""
        return tuple(
            each for each in self.topics if each.answers < FEWEST_ANSWERS and each.right < TEACH_AGAIN * each.answers
        )


def report(papers: Sequence[Paper], topic_of: Callable[[str], str]) -> ClassReport:
    """The report on a class; `topic_of` returns the topic of a question (an id) where an answer does not name it."""
    first = first_answers(papers)
    topics: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for own in first.values():
        for given in own.values():
            counts = topics[given.topic or topic_of(given.question)]
            counts[0] += 1
            counts[1] += given.right
    found = (TopicReport(topic, answers, right) for topic, (answers, right) in topics.items() if topic)
    return ClassReport(
        learners=len(first),
        answers=sum(map(len, first.values())),
        questions=tuple(sorted(_questions(first), key=lambda each: (each.difficulty, each.stem))),
        exams=tuple(_exams(papers)),
        topics=tuple(sorted(found, key=lambda each: (each.right / each.answers, each.topic))),
        practised=_by_name(
            Paper(name, None, tuple(own.values()))
            for name, own in first_answers(paper for paper in papers if paper.seed is None).items()
        ),
    )


def _questions(first: Mapping[str, Mapping[str, Given]]) -> Iterable[QuestionReport]:
    answered: dict[str, list[tuple[Given, float]]] = defaultdict(list)
    for own in first.values():
        count, right = len(own), sum(given.right for given in own.values())
        for question, given in own.items():
            others = (right - given.right) / (count - 1) if count > 1 else math.nan
            answered[question].append((given, others))
    return (_question(each) for each in answered.values())


def _question(answered: Sequence[tuple[Given, float]]) -> QuestionReport:
    right = [float(given.right) for given, _ in answered]
    others = [share for _, share in answered]
    drawn: dict[str, list[float]] = defaultdict(list)
    for given, share in answered:
        drawn[given.chosen or "(passed)"].append(share)
    asked = answered[0][0]
    return QuestionReport(
        question=asked.question,
        stem=asked.stem,
        key=asked.key,
        learners=len(answered),
        difficulty=sum(right) / len(right),
        discrimination=correlation(right, others) if len(answered) >= FEWEST else None,
        drawn=tuple(
            Drawn(answer, len(shares), _mean(shares), answer == asked.key)
            for answer, shares in sorted(drawn.items(), key=lambda each: -len(each[1]))
        ),
    )


def _by_name(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple(sorted(papers, key=lambda each: (each.pseudonym.casefold(), each.pseudonym)))


def _exams(papers: Iterable[Paper]) -> Iterable[ExamReport]:
    by_seed: dict[int, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.seed is not None and paper.answers:
            by_seed[paper.seed].append(paper)
    for seed, group in sorted(by_seed.items()):
        for own in _with_questions_in_common(group):
            right = [{given.question: given.right for given in paper.answers} for paper in own]
            common = sorted(set.intersection(*map(set, right)))
            marks = [[float(each[question]) for question in common] for each in right]
            mean = _mean([paper.right / len(paper.answers) for paper in own])
            yield ExamReport(seed, _by_name(own), len(common), mean, kr20(marks))


def _with_questions_in_common(papers: Iterable[Paper]) -> list[list[Paper]]:
    """The papers of each examination: two may have the same seed, but not the same questions."""
    found: list[list[Paper]] = []
    for paper in papers:
        same = (own for own in found if any(each.questions & paper.questions for each in own))
        own = next(same, None)
        if own is None:
            found.append([paper])
        elif paper.pseudonym not in {each.pseudonym for each in own}:
            own.append(paper)
    return found


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """The product-moment correlation of two rows, from -1 to 1; None if one is constant."""
    pairs = [pair for pair in zip(one, other, strict=True) if not math.isnan(pair[1])]
    if len(pairs) < 2:
        return None
    mean, mean_other = _mean([first for first, _ in pairs]), _mean([second for _, second in pairs])
    together = sum((first - mean) * (second - mean_other) for first, second in pairs)
    spread = math.sqrt(
        sum((first - mean) ** 2 for first, _ in pairs) * sum((second - mean_other) ** 2 for _, second in pairs)
    )
    return together / spread if spread > 1e-12 else None


def kr20(marks: Sequence[Sequence[float]]) -> float | None:
    """The reliability of an examination from the marks (0 or 1) of each learner for each question; usually 0 to 1.

    None with fewer than two questions or learners, or if all have the same total.
    """
    learners, questions = len(marks), len(marks[0]) if marks else 0
    if learners < 2 or questions < 2:
        return None
    totals = [sum(row) for row in marks]
    mean = _mean(totals)
    variance = sum((total - mean) ** 2 for total in totals) / learners
    if variance == 0:
        return None
    shares = [sum(row[place] for row in marks) / learners for place in range(questions)]
    return questions / (questions - 1) * (1 - sum(share * (1 - share) for share in shares) / variance)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
