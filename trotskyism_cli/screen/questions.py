"""Questions, what became of them, and how a session ended, as documents for either way of showing them."""

import string
from collections.abc import Iterable, Iterator

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.grading import Chosen, in_words
from trotskyism_cli.learning.session import Feedback, Question, Result
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.screen.document import Block, Document, Heading, Paragraph, Picture, Point, Span, Title, line

BAR = 20  # columns of a progress bar
NAME = 6  # words up to which an option is a name, and stands before the note on it


def question_document(question: Question) -> Document:
    """The number of the question, the question, and the options under their numbers."""
    head = Paragraph(line(Span(f"{question.number}/{question.total}", "kind")))
    stem = Paragraph(line(Span(question.item.stem, "strong")))
    return Document((head, stem, *_options(question.item)))


def _options(item: Item) -> Iterator[Block]:
    for number, option in enumerate(item.options, start=1):
        yield Point(line(option), number=str(number))


def feedback_document(feedback: Feedback) -> Document:
    """Right or wrong, why, what the chosen option really was, and then the others; every miss says where to look."""
    item = feedback.question.item
    blocks: list[Block] = [Paragraph(_verdict(feedback, item.key)), Paragraph(line(item.explanation))]
    chosen = feedback.said.options[0] if isinstance(feedback.said, Chosen) else None
    order = sorted(range(len(item.options)), key=lambda index: index != chosen)
    blocks += [_option_note(item, index, chosen) for index in order if index != item.answer_index]
    if not feedback.correct:
        blocks.append(Paragraph(line(Span("Read it: ", "kind"), _lookup(item))))
    return Document(tuple(blocks))


def _verdict(feedback: Feedback, answer: str) -> tuple[Span, ...]:
    if feedback.correct:
        return line(Span("✓ ", "sign"), Span("Right: ", "right"), Span(answer, "strong"))
    sign, lead = ("– ", "Passed.") if feedback.passed else ("✗ ", "Wrong.")
    return line(Span(sign, "sign"), Span(f"{lead} The answer: ", "wrong"), Span(answer, "strong"))


def _option_note(item: Item, index: int, chosen: int | None) -> Point:
    option, note = item.options[index], item.option_notes[index]
    lead = Span("Your answer: " if index == chosen else "", "wrong")
    repeated = len(option.split()) > NAME and option.casefold() in note.casefold()
    named = Span("" if repeated else f"{option}: ", "strong")
    return Point(line(lead, *(span for span in (named, Span(note)) if span.text)))


def _lookup(item: Item) -> str:
    """The command that shows what the question was about: an entry, or a quotation."""
    entry, dot, _ = item.evidence_ids[0].partition(".")
    return f"trotskyism {'show' if dot else 'quote'} {entry}"


def result_document(result: Result, to_read: Iterable[Entry], retry: str) -> Document:
    """The mistakes, what to read again, how to retry just those, and the score as the last line."""
    blocks: list[Block] = []
    if result.missed:
        blocks.append(Heading("To look at again"))
        blocks += [_missed(feedback) for feedback in result.missed]
        entries = [Point(line(f"trotskyism show {entry.id}", Span(f"  {entry.name}", "kind"))) for entry in to_read]
        blocks += [Heading("Read"), *entries] if entries else []
        blocks += [Heading("Try just those again"), Paragraph(line(retry))]
    elif result.asked:
        blocks.append(Paragraph(line(Span("Nothing missed.", "right"))))
    score = f"Score: {result.right}/{result.asked} ({result.percent}%)"
    return Document((*blocks, Paragraph(line(Span(score, "strong")))))


def _missed(feedback: Feedback) -> Point:
    item = feedback.question.item
    said = "passed" if feedback.said is None else f"you said: {in_words(item, feedback.said)}"
    notes = (line(Span(item.key, "right"), Span(f"  ({said})", "kind")),)
    return Point(line(item.stem), notes, number=str(feedback.question.number))


def progress_document(result: Result, total: int) -> Document:
    """How far the session is: a bar, drawn."""
    done = result.asked
    said = line(f"{done} of {total} answered, {result.right} right")

    def draw(width: int) -> list[tuple[Span, ...]]:
        columns = min(BAR, max(5, width - 24))
        filled = columns * done // total if total else 0
        bar = Span("█" * filled, "line"), Span("░" * (columns - filled), "kind")
        return [line(*bar, f" {done}/{total}  ", Span(f"{result.right} right", "right"))]

    return Document((Picture(draw, (said,)),))


def items_document(items: Iterable[Item]) -> Document:
    """The question bank on paper: each item with its key, explanation and what the other options are."""
    return Document(tuple(block for number, item in enumerate(items, start=1) for block in _item(item, number)))


def _item(item: Item, number: int) -> Iterator[Block]:
    yield Title(f"{number}. {item.stem}", f"{item.kind}, {item.difficulty}")
    for letter, option in zip(string.ascii_lowercase, item.options, strict=False):
        right = item.answer_index is not None and letter == string.ascii_lowercase[item.answer_index]
        yield Point(line(Span(option, "right"), Span(" (right)", "right")) if right else line(option), number=letter)
    yield Paragraph(line(Span(item.explanation, "note")))
