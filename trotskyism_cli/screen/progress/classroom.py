"""The report on a class: marks, topics to teach again, and per question who chose what."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Passage
from trotskyism_cli.learning.sharing.classroom import (
    FEWEST_ANSWERS,
    ClassReport,
    Drawn,
    ExamReport,
    QuestionReport,
    TopicReport,
)
from trotskyism_cli.learning.sharing.papers import Doubt, Doubtful, Paper
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Point, Span, Table, Title, line
from trotskyism_cli.screen.questions.passage_view import passage_in_short

LOWEST = 3  # topics named despite too few answers
UNDER_A_MINUTE = "under 1"
WEAK = 0.1  # discrimination; a question below this by more than its standard error needs a look
MOST_AGAIN = 5  # topics named; the table below has all


class FilesTold(NamedTuple):
    """Remarks on files: why some could not be read, and what is doubtful about others."""

    unread: tuple[str, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


def report_document(
    report: ClassReport,
    files: FilesTold,
    title_of: Callable[[str], str],
    passages: Mapping[str, Passage],
    most: int,
) -> Document:
    """The report, with the `most` hardest questions. `passages` maps question ids to the passages they rest on."""
    head = Title("The class", _size(report))
    return Document((head, *_files(files), *_marks(report), *_blocks(report, title_of, passages, most)))


def _files(files: FilesTold) -> Iterator[Block]:
    """Files that do not count, or not wholly, and what to do about them."""
    told = [*files.unread, *map(_doubtful, files.doubtful)]
    if told:
        yield Heading("Not all files count")
        yield from (Point(line(each)) for each in told)


def _doubtful(each: Doubtful) -> str:
    both = f"{each.pseudonym}: {each.file} and {each.earlier}"
    if each.doubt is Doubt.SAME:
        return f"{both} say the same; it counts once."
    name = "If these are two learners, give one of them another name (“pseudonym” in the file)."
    if each.doubt is Doubt.SECOND:
        return f"{both} are two papers of one examination; {each.file} is left out. {name}"
    return f"{both} answer some of the same questions otherwise; of these, what {each.earlier} says counts. {name}"


def _size(report: ClassReport) -> str:
    return f"{counted(report.learners, 'learner')}, {counted(report.answers, 'answer')}"


def _blocks(
    report: ClassReport, title_of: Callable[[str], str], passages: Mapping[str, Passage], most: int
) -> Iterator[Block]:
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
    """The topics with poor results; if there are too few answers to be sure, the lowest ones."""
    found = report.to_teach_again[:MOST_AGAIN]
    if not found and report.perhaps_again:
        found = report.perhaps_again[:LOWEST]
        yield Paragraph(line(f"Fewer than {FEWEST_ANSWERS} answers a topic are too few to be sure. The lowest so far:"))
    elif not found:
        every = "of every topic, six in ten answers or more are right" if report.topics else "no answer names a topic"
        yield Paragraph(line(f"Nothing: {every}."))
    yield from (Point(_topic(each, title_of)) for each in found)


def _marks(report: ClassReport) -> Iterator[Block]:
    """The marks of each learner, per exam and for practice."""
    for exam in report.exams:
        yield from _exam(exam)
    if report.practised:
        yield Heading("Practised")
        if not report.exams:
            why = "There is no reliability of what each practises alone: it takes a class test (export class-test)."
            yield Paragraph(line(Span(why, "kind")))
        yield _learners(report.practised, in_order=False)


def _learners(papers: Sequence[Paper], *, in_order: bool) -> Table:
    """A table with a row for each learner; `in_order` (of a test) allows naming left-out questions by number."""
    every = tuple(_row_of(paper, in_order=in_order) for paper in papers)
    shown = [name for name in _Row._fields if any(getattr(row, name) for row in every)]  # leave out empty columns
    rows = tuple(tuple(line(getattr(row, name)) for name in shown) for row in every)
    headers = tuple(HEADERS[name] for name in shown)
    return Table(headers, rows, told=tuple((_mark(row),) for row in every))


class _Row(NamedTuple):
    """The cells of a learner's row."""

    name: str
    right: str
    asked: str
    share: str
    minutes: str
    left_out: str


HEADERS = _Row("Learner", "Right", "Of", "%", "Minutes", "Left out")._asdict()


def _row_of(paper: Paper, *, in_order: bool) -> _Row:
    asked = len(paper.answers)
    share = str(round(100 * paper.right / asked)) if asked else ""
    left_out = ", ".join(map(str, paper.left_out)) if in_order else ""
    return _Row(paper.pseudonym, str(paper.right), str(asked), share, _minutes(paper), left_out)


def _mark(row: _Row) -> str:
    """The row of a learner as a sentence."""
    told = [f"{row.name}: {row.right} of {row.asked} right{f' ({row.share}%)' if row.share else ''}"]
    told += [f"in {row.minutes} minute{'' if row.minutes in ('1', UNDER_A_MINUTE) else 's'}"] if row.minutes else []
    return ", ".join(told) + (f"; left out: {row.left_out}" if row.left_out else "")


def _minutes(paper: Paper) -> str:
    if paper.seconds is None:
        return ""
    return str(round(paper.seconds / 60)) if paper.seconds >= 30 else UNDER_A_MINUTE


def _exam(exam: ExamReport) -> Iterator[Block]:
    yield Heading(f"Exam {exam.seed}")
    size = f"{counted(len(exam.papers), 'learner')}, {counted(exam.questions, 'question')}"
    reliability = "" if exam.reliability is None else f"; reliability (KR-20) {exam.reliability:.2f}"
    yield Paragraph(line(f"{size}; {exam.mean:.0%} right on average{reliability}."))
    yield _learners(exam.papers, in_order=True)


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
    if question.discrimination is not None and question.discrimination < WEAK - 1 / math.sqrt(question.learners):
        yield line(Span("those who know more do not answer it better: look at it again", "wrong"))
    yield from map(_drawn, question.drawn)
    if not any(each.is_key for each in question.drawn):
        yield _drawn(Drawn(question.key, 0, math.nan, is_key=True))


def _drawn(each: Drawn) -> Line:
    told = line(Span(f"{each.answer} (right)", "right")) if each.is_key else line(each.answer)
    of_others = "" if math.isnan(each.others_right) else f"  ({each.others_right:.0%})"
    return line(Span(f"{each.learners} × ", "kind"), *told, Span(of_others, "kind"))
