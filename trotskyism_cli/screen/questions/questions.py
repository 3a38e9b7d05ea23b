"""Documents for questions, undone answers, results and the question bank, for both user interfaces."""

import string
from collections.abc import Callable, Iterable, Iterator

from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.learning.answering.grading import in_words
from trotskyism_cli.learning.answering.quiz_settings import CERTAIN, CONFIDENCE_WORDS, Manner, levels, mark
from trotskyism_cli.learning.answering.session import Feedback, Question, Result
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Line,
    Paragraph,
    Point,
    Span,
    Title,
    line,
)
from trotskyism_cli.screen.questions import reasons
from trotskyism_cli.screen.questions.answered import answer_lines, of_feedback
from trotskyism_cli.screen.questions.feedback import drawn_feedback
from trotskyism_cli.screen.questions.kinds import kind_words
from trotskyism_cli.screen.questions.passage_view import passage_blocks, passage_in_short

MOST_READ = 10  # entries to read again: a long list is read by nobody


def question_document(question: Question) -> Document:
    """A question: number, passage, stem, prompts and numbered options.

    Beside the number stands why the question comes at all, if that is unexpected.
    """
    item = question.item
    told = "  ".join(filter(None, (f"{question.number}/{question.total}", question.beyond)))
    head = Paragraph(line(Span(told, "kind")))
    stem = Paragraph(line(Span(item.stem, "strong")))
    prompts = [
        Point(line(each), number=letter) for letter, each in zip(string.ascii_lowercase, item.prompts, strict=False)
    ]
    return Document((head, *passage_blocks(item.passage), stem, *prompts, *_options(item)))


def options_document(item: Item) -> Document:
    """Return the numbered options of a question without the question."""
    return Document(tuple(_options(item)))


def _options(item: Item) -> Iterator[Block]:
    for number, option in enumerate(item.options, start=1):
        yield Point(line(option), number=str(number))


def undone_document(undone: Feedback | None, *, stands: bool) -> Document:
    """Says that an answer was taken back, that there is none, or that in an exam an answer `stands`."""
    if undone is None:
        told = "In an exam an answer stands." if stands else "There is no answer to take back."
        return Document((Paragraph(line(Span(told, "note"))),))
    stem = undone.question.item.stem
    return Document((Paragraph(line(Span("Taken back: ", "kind"), f"your answer to “{stem}”")),))


def too_late_document() -> Document:
    """Says that an answer came after the time was up."""
    return Document((Paragraph(line(Span("That came too late to count.", "wrong"))),))


def claimed_document() -> Document:
    """Says that a rejected answer now counts as right."""
    return Document((Paragraph(line(Span("Counted as right; what stands above no longer holds.", "right"))),))


def review_document(result: Result, title: Callable[[str], str]) -> Document:
    """The review of an exam: the score, results by chapter, then every question with its answer."""
    topics: dict[str, list[Feedback]] = {}
    for feedback in result.answered:
        topics.setdefault(feedback.question.item.topic, []).append(feedback)
    rows = tuple(
        Field(title(topic), (line(f"{sum(each.correct for each in answered)} of {len(answered)}"),))
        for topic, answered in topics.items()
    )
    score = Paragraph(line(Span(score_words(result), "strong")))
    blocks: list[Block] = [*late_blocks(result), score, Heading("Right, by chapter"), Fields(rows)]
    blocks.append(Heading("Every question" if not result.unreached else "Every question that was answered"))
    for feedback in result.answered:
        number = Span(f"{feedback.question.number}/{feedback.question.total}", "kind")
        blocks += [Paragraph(()), Paragraph(line(number)), *drawn_feedback(feedback).blocks]
    return Document(tuple(blocks))


def result_document(
    result: Result, to_read: Iterable[Entry], retry: str, manner: Manner, too_fast: int = 0
) -> Document:
    """The end of a quiz: mistakes, what to read, how to retry, confidence, and the score as the last line."""
    blocks: list[Block] = [*late_blocks(result)]
    if result.missed:
        if not manner.exam and result.asked > 1:  # otherwise every question has just been shown
            blocks.append(Heading("To look at again"))
            blocks += [_missed(feedback) for feedback in result.missed]
        entries = reading(to_read)
        blocks += [Heading("Read"), *entries] if entries else []
        again = "that one" if len(result.missed) == 1 else "those"
        blocks += [Heading(f"Try just {again} again"), Paragraph(line(retry))]
    elif result.asked and result.asked == result.marked:
        blocks.append(Paragraph(line(Span("Nothing missed.", "right"))))
    blocks += _certainty(result, manner)
    if too_fast:
        blocks.append(Paragraph(line(Span(uncounted_words(too_fast), "note"))))
    if result.marked or not blocks:  # if nothing was answered, "Time is up" is enough
        blocks.append(Paragraph(line(Span(score_words(result), "strong"))))
    return Document(tuple(blocks))


def late_blocks(result: Result) -> tuple[Block, ...]:
    """If time ran out: how many questions were answered and, in an exam, what the others count for."""
    if result.unreached is None:
        return ()
    told = f"Time is up: {result.asked} of {result.asked + result.unreached} answered."
    rest = "What was not reached counts as not answered." if result.counts and result.unreached else ""
    return (Paragraph(line(Span(told, "strong"), *line(f" {rest}" if rest else ""))),)


def reading(entries: Iterable[Entry], most: int = MOST_READ) -> list[Block]:
    """The commands that show these entries, at most `most`, and how many more there are."""
    every = list(entries)
    told: list[Block] = [Point(line(command("show", each.id), Span(f"  {each.name}", "kind"))) for each in every]
    if len(every) <= most + 1:  # counting one more would take the same line
        return told
    return [*told[:most], Paragraph(line(Span(f"and {len(every) - most} more", "kind")))]


def uncounted_words(count: int) -> str:
    """Says that some answers came too fast to count."""
    those = "That answer counts" if count == 1 else "Those answers count"
    return f"{counted(count, 'answer')} came faster than one can read the question. {those} in this score alone."


def score_words(result: Result) -> str:
    """The score, e.g. `Score: 3/5 (60%)`.

    It says if answers right in part count for the percentage, and how many answers were right only after the answer had
    been shown.
    """
    if not result.marked:
        return "No question was answered."
    anew = f", {result.right_anew} of them after the right answer was shown" if result.right_anew else ""
    return f"Score: {share_words(result.right, result.marked, result.percent)}{anew}"


def share_words(right: int, asked: int, percent: int) -> str:
    """A share, e.g. `3/5 (60%)`, or `0/0`; it says if `percent` includes answers right in part."""
    if not asked:
        return "0/0"
    whole = round(100 * right / asked)
    return f"{right}/{asked} ({percent}%{'' if percent == whole else ' with what was right in part'})"


def _certainty(result: Result, manner: Manner) -> Iterator[Block]:
    """How often the learner was right at each level of confidence, and the marks."""
    said = levels(result.answered)
    if said:
        yield Heading("How sure you were")
    for level in said:
        words = CONFIDENCE_WORDS[level.confidence].capitalize()
        yield Point(line(f"{words}: {level.right} of {level.answers} right ({level.right / level.answers:.0%})"))
    if manner.marks and result.marked:
        most = CERTAIN * result.marked
        yield Paragraph(line(f"Marks: {sum(map(mark, result.answered))} of {most} at most"))


def _missed(feedback: Feedback) -> Point:
    item = feedback.question.item
    notes = (*passage_in_short(item.passage), *_what_was_missed(feedback))
    return Point(line(item.stem), notes, number=str(feedback.question.number))


def _what_was_missed(feedback: Feedback) -> Iterator[Line]:
    """The answer and what was said instead; for an answer right in part, only the wrong parts."""
    item, said = feedback.question.item, feedback.said
    if parts := answer_lines(of_feedback(feedback), whole=False):
        yield from parts
    else:
        told = "(passed)" if said is None else f"(you said: {in_words(item, said)})"
        yield line(Span(item.key, "right"), Span(f"  {told}", "kind"))


def items_document(items: Iterable[Item], *, with_reasons: bool = False) -> Document:
    """The question bank in print: each item with its key and explanation, optionally with reasons for each option."""
    every = list(items)
    passages: dict[str, int] = {}  # the number of the first question on each
    told: list[Block] = []
    for number, item in enumerate(every, start=1):
        first = passages.setdefault(item.passage.quote, number) if item.passage else number
        told += _item(item, number, first, with_reasons=with_reasons)
    return Document((Title(counted(len(every), "question")), *told))


def _item(item: Item, number: int, first: int, *, with_reasons: bool) -> Iterator[Block]:
    """An item under its number; a passage printed before, with question `first`, is not repeated."""
    if above := passage_blocks(item.passage):
        again = (Paragraph(line(Span(f"(The same passage as in question {first})", "kind"))),)
        yield Paragraph(line(Span(f"{number}.", "strong")), apart=True)
        yield from above if first == number else again
        yield Paragraph(line(Span(item.stem, "strong")))
    else:
        yield Paragraph(line(Span(f"{number}. {item.stem}", "strong")), apart=True)
    kind = () if item.kind == WRITTEN else (kind_words(item.kind),)  # an author's question may be of any kind
    yield Paragraph(line(Span(MIDDOT.join((*kind, item.difficulty)), "kind")))
    for row, prompt in enumerate(item.prompts, start=1):
        yield Point(line(prompt), number=str(row))
    single = item.response in (Response.CHOICE, Response.SEVERAL)
    for place, option in enumerate(item.options):
        right = single and place in item.answer
        shown = line(Span(option, "right"), Span(" (right)", "right")) if right else line(option)
        joint, reason = reasons.beside(item, place) if with_reasons and single and not right else ("", "")
        told = line(Span(f"{joint}{reason}", "note")) if reason else ()
        yield Point((*shown, *told), number=string.ascii_lowercase[place])
    if not single:
        yield Paragraph(line(Span("Answer: ", "kind"), Span(_in_letters(item), "right")))
    if told_why := reasons.why(item):
        yield Paragraph(line(Span(told_why, "note")))
    if source := reasons.source(item):
        yield Paragraph(line(Span("Source: ", "kind"), Span(source, "source")))


def _in_letters(item: Item) -> str:
    """The answer as letters of the options (with dates for an order, numbers for a match), else in words."""
    letters = [string.ascii_lowercase[place] for place in item.answer]
    if item.response is Response.ORDER:
        dates = [reasons.date_beside(item, place) for place in item.answer]
        told = [f"{letter}: {when}" if when else letter for letter, when in zip(letters, dates, strict=True)]
        return ("; " if any(dates) else ", ").join(told)
    if item.response is Response.MATCH:
        return ", ".join(f"{number} {letter}" for number, letter in enumerate(letters, start=1))
    return item.key
