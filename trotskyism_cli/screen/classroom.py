"""The report on a class as a document: an examination, what to teach again, and the questions with who chose what."""

import math
from collections.abc import Callable, Iterator, Mapping

from trotskyism_cli.counting import counted
from trotskyism_cli.items.model import Passage
from trotskyism_cli.learning.classroom import (
    FEWEST_ANSWERS,
    ClassReport,
    Drawn,
    ExamReport,
    QuestionReport,
    TopicReport,
)
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Point, Span, Table, Title, line
from trotskyism_cli.screen.quoted import passage_in_short

LOWEST = 3  # topics that are named though there are few answers about them
WEAK = 0.1  # discrimination under which a question is to be looked at


def report_document(
    report: ClassReport, title_of: Callable[[str], str], passages: Mapping[str, Passage], most: int
) -> Document:
    """The report; of the questions no more than `most`, the hardest first. `passages` are those that questions (ids)
    rest on.
    """
    return Document((Title("The class", _size(report)), *_blocks(report, title_of, passages, most)))


def _size(report: ClassReport) -> str:
    return f"{counted(report.learners, 'learner')}, {counted(report.answers, 'answer')}"


def _blocks(
    report: ClassReport, title_of: Callable[[str], str], passages: Mapping[str, Passage], most: int
) -> Iterator[Block]:
    for exam in report.exams:
        yield from _exam(exam)
    yield Heading("To teach again")
    yield from _to_teach_again(report, title_of)
    if report.topics:
        yield Heading("Topics")
        yield Table(("Topic", "Answers", "Right"), tuple(_row(each, title_of) for each in report.topics))
    yield Heading("Questions, the hardest first")
    if report.questions:
        told = "Before an answer, how many gave it; in brackets, what they had right of all other questions."
        yield Paragraph(line(Span(told, "kind")))
    for number, question in enumerate(report.questions[:most], start=1):
        yield Point(line(question.stem), tuple(_notes(question, passages)), number=str(number))
    if len(report.questions) > most:
        yield Paragraph(line(f"{counted(len(report.questions) - most, 'further question')}: see them with -n."))


def _to_teach_again(report: ClassReport, title_of: Callable[[str], str]) -> Iterator[Block]:
    """The topics that went badly; of too few answers to be sure, the lowest."""
    found = report.to_teach_again
    if not found and report.perhaps_again:
        found = report.perhaps_again[:LOWEST]
        yield Paragraph(line(f"Fewer than {FEWEST_ANSWERS} answers a topic are too few to be sure. The lowest so far:"))
    elif not found:
        every = "of every topic, six in ten answers or more are right" if report.topics else "no answer names a topic"
        yield Paragraph(line(f"Nothing: {every}."))
    yield from (Point(_topic(each, title_of)) for each in found)


def _exam(exam: ExamReport) -> Iterator[Block]:
    yield Heading(f"Exam {exam.seed}")
    told = (
        f"{counted(exam.learners, 'learner')}, {counted(exam.questions, 'question')}; {exam.mean:.0%} right on average"
    )
    reliability = "" if exam.reliability is None else f"; reliability (KR-20) {exam.reliability:.2f}"
    yield Paragraph(line(f"{told}{reliability}."))


def _topic(each: TopicReport, title_of: Callable[[str], str]) -> Line:
    return line(Span(title_of(each.topic), "strong"), f": {each.right} of {counted(each.answers, 'answer')} right")


def _row(each: TopicReport, title_of: Callable[[str], str]) -> tuple[Line, ...]:
    return line(title_of(each.topic)), line(str(each.answers)), line(f"{each.right / each.answers:.0%}")


def _notes(question: QuestionReport, passages: Mapping[str, Passage]) -> Iterator[Line]:
    yield from passage_in_short(passages.get(question.question))
    told = f"{question.difficulty:.0%} of {counted(question.learners, 'learner')} right"
    if question.discrimination is not None:
        told += f"; discrimination {question.discrimination:.2f}"
    yield line(told)
    if question.discrimination is not None and question.discrimination < WEAK:
        yield line(Span("those who know more do not answer it better: look at it again", "wrong"))
    yield from map(_drawn, question.drawn)
    if not any(each.is_key for each in question.drawn):
        yield _drawn(Drawn(question.key, 0, math.nan, is_key=True))


def _drawn(each: Drawn) -> Line:
    told = line(Span(f"{each.answer} (right)", "right")) if each.is_key else line(each.answer)
    of_others = "" if math.isnan(each.others_right) else f"  ({each.others_right:.0%})"
    return line(Span(f"{each.learners} × ", "kind"), *told, Span(of_others, "kind"))
