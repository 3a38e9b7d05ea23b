"""The report on a class as a document: an examination, what to teach again, and the questions with who chose what."""

import math
from collections.abc import Callable, Iterator

from trotskyism_cli.counting import counted
from trotskyism_cli.learning.classroom import ClassReport, Drawn, ExamReport, QuestionReport, TopicReport
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Point, Span, Table, Title, line

WEAK = 0.1  # discrimination under which a question is to be looked at


def report_document(report: ClassReport, title_of: Callable[[str], str], most: int) -> Document:
    """The report; of the questions no more than `most`, the hardest first."""
    return Document((Title("The class", _size(report)), *_blocks(report, title_of, most)))


def _size(report: ClassReport) -> str:
    return f"{counted(report.learners, 'learner')}, {counted(report.answers, 'answer')}"


def _blocks(report: ClassReport, title_of: Callable[[str], str], most: int) -> Iterator[Block]:
    for exam in report.exams:
        yield from _exam(exam)
    yield Heading("To teach again")
    if not report.to_teach_again:
        yield Paragraph(line("Nothing: no topic with ten answers or more has fewer than six in ten right."))
    yield from (Point(_topic(each, title_of)) for each in report.to_teach_again)
    if report.topics:
        yield Heading("Topics")
        yield Table(("Topic", "Answers", "Right"), tuple(_row(each, title_of) for each in report.topics))
    yield Heading("Questions, the hardest first")
    for number, question in enumerate(report.questions[:most], start=1):
        yield Point(line(question.stem), tuple(_notes(question)), number=str(number))
    if len(report.questions) > most:
        yield Paragraph(line(f"{counted(len(report.questions) - most, 'further question')}: see them with -n."))


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


def _notes(question: QuestionReport) -> Iterator[Line]:
    told = f"{question.difficulty:.0%} of {counted(question.learners, 'learner')} right"
    if question.discrimination is not None:
        told += f"; discrimination {question.discrimination:.2f}"
    yield line(told)
    if question.discrimination is not None and question.discrimination < WEAK:
        yield line(Span("those who know more do not answer it better: look at it again", "wrong"))
    yield from map(_drawn, question.drawn)


def _drawn(each: Drawn) -> Line:
    of_others = "" if math.isnan(each.others_right) else f", who had {each.others_right:.0%} of all else right"
    return line(Span(f"{each.learners} × ", "kind"), Span(each.answer, "right" if each.is_key else ""), of_others)
