"""Questions, what became of them, and how a session ended, as documents for either way of showing them."""

import string
from collections.abc import Iterable, Iterator

from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.grading import Chosen, Written, in_words
from trotskyism_cli.learning.manner import CERTAIN, CONFIDENCE_WORDS, Manner, levels, mark
from trotskyism_cli.learning.session import Feedback, Question, Result
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.screen.document import Block, Document, Heading, Paragraph, Picture, Point, Span, Table, Title, line

BAR = 20  # columns of a progress bar
NAME = 6  # words up to which an option is a name, and stands before the note on it


def question_document(question: Question) -> Document:
    """The number of the question, the question, what is to be matched, and the options under their numbers."""
    item = question.item
    head = Paragraph(line(Span(f"{question.number}/{question.total}", "kind")))
    stem = Paragraph(line(Span(item.stem, "strong")))
    prompts = [
        Point(line(each), number=letter) for letter, each in zip(string.ascii_lowercase, item.prompts, strict=False)
    ]
    return Document((head, stem, *prompts, *_options(item)))


def _options(item: Item) -> Iterator[Block]:
    for number, option in enumerate(item.options, start=1):
        yield Point(line(option), number=str(number))


def feedback_document(feedback: Feedback) -> Document:
    """Right or wrong, why, what the chosen option really was, and then the others; every miss says where to look."""
    item = feedback.question.item
    blocks: list[Block] = [Paragraph(_verdict(feedback)), *_solution(feedback), Paragraph(line(item.explanation))]
    if item.response is Response.CHOICE:
        chosen = feedback.said.options[0] if isinstance(feedback.said, Chosen) else None
        order = sorted(range(len(item.options)), key=lambda index: index != chosen)
        blocks += [_option_note(item, index, chosen) for index in order if index not in item.answer]
    if not feedback.correct:
        blocks.append(Paragraph(line(Span("Read it: ", "kind"), _lookup(item))))
    return Document(tuple(blocks))


def undone_document(undone: Feedback | None) -> Document:
    """That an answer was taken back, or that there is none to take back."""
    if undone is None:
        return Document((Paragraph(line(Span("There is no answer to take back.", "note"))),))
    stem = undone.question.item.stem
    return Document((Paragraph(line(Span("Taken back: ", "kind"), f"your answer to “{stem}”")),))


def _verdict(feedback: Feedback) -> tuple[Span, ...]:
    item = feedback.question.item
    short = item.response in (Response.CHOICE, Response.TYPED)
    if feedback.correct:
        near = " (nearly so written)" if feedback.grade.near else ""
        answer = (f"{near}: ", item.key) if short else (".", "")
        return line(Span("✓ ", "sign"), Span(f"Right{answer[0]}", "right"), Span(answer[1], "strong"))
    if feedback.passed:
        sign, lead = "– ", "Passed."
    elif feedback.grade.credit:
        sign, lead = "± ", f"Right in part ({feedback.grade.credit:.0%})."
    else:
        sign, lead = "✗ ", "Wrong."
    return line(Span(sign, "sign"), Span(f"{lead} The answer: ", "wrong"), Span(item.key if short else "", "strong"))


def _solution(feedback: Feedback) -> Iterator[Block]:
    """The right answer piece by piece, each with what was said where that was something else."""
    item, said = feedback.question.item, feedback.said
    given = said.options if isinstance(said, Chosen) else ()
    match item.response:
        case Response.SEVERAL:
            for place, note in enumerate(item.option_notes):
                right, marked = place in item.answer, place in given
                sign = Span("✓ " if right else "· ", "right" if right else "kind")
                mistake = Span("" if right is marked or not given else " (marked)" if marked else " (missed)", "wrong")
                yield Point(line(sign, Span(item.options[place], "strong"), mistake), (line(note),))
        case Response.ORDER:
            for number, place in enumerate(item.answer, start=1):
                yours = given.index(place) + 1 if given else number
                mistake = Span("" if yours == number else f" (you put it at {yours})", "wrong")
                yield Point(line(Span(item.options[place], "strong"), mistake), number=str(number))
        case Response.MATCH:
            for number, (prompt, place) in enumerate(zip(item.prompts, item.answer, strict=True)):
                wrong = bool(given) and given[number] != place
                mistake = Span(f" (you said: {item.options[given[number]]})" if wrong else "", "wrong")
                yield Point(line(f"{prompt}: ", Span(item.options[place], "strong"), mistake))
        case Response.TYPED if isinstance(said, Written) and not feedback.correct:
            yield Point(line(Span("Your answer: ", "wrong"), said.text))
        case _:
            return


def review_document(result: Result) -> Document:
    """An exam after its end: how each chapter went, then every question with its answer."""
    topics: dict[str, list[Feedback]] = {}
    for feedback in result.answered:
        topics.setdefault(feedback.question.item.topic, []).append(feedback)
    rows = tuple(
        (line(topic), line(f"{sum(each.correct for each in answered)} of {len(answered)}"))
        for topic, answered in topics.items()
    )
    blocks: list[Block] = [Heading("By chapter"), Table(("chapter", "right"), rows), Heading("Every question")]
    for feedback in result.answered:
        blocks += [*question_document(feedback.question).blocks, *feedback_document(feedback).blocks]
    return Document(tuple(blocks))


def time_left(seconds: float) -> str:
    """`Time left: 4:05`."""
    whole = max(0, round(seconds))
    return f"Time left: {whole // 60}:{whole % 60:02}"


def _option_note(item: Item, index: int, chosen: int | None) -> Point:
    option, note = item.options[index], item.option_notes[index]
    lead = Span("Your answer: " if index == chosen else "", "wrong")
    led = note.casefold().startswith(f"{option}:".casefold())
    repeated = led or (len(option.split()) > NAME and option.casefold() in note.casefold())
    named = Span("" if repeated else f"{option}: ", "strong")
    return Point(line(lead, *(span for span in (named, Span(note)) if span.text)))


def _lookup(item: Item) -> str:
    """The command that shows what the question was about: an entry, or a quotation."""
    entry, dot, _ = item.evidence_ids[0].partition(".")
    return command("show" if dot else "quote", entry)


def result_document(result: Result, to_read: Iterable[Entry], retry: str, manner: Manner) -> Document:
    """The mistakes, what to read again, how to retry just those, how certainty went, and the score as the last line."""
    blocks: list[Block] = []
    if result.missed:
        blocks.append(Heading("To look at again"))
        blocks += [_missed(feedback) for feedback in result.missed]
        entries = [Point(line(command("show", entry.id), Span(f"  {entry.name}", "kind"))) for entry in to_read]
        blocks += [Heading("Read"), *entries] if entries else []
        blocks += [Heading("Try just those again"), Paragraph(line(retry))]
    elif result.asked:
        blocks.append(Paragraph(line(Span("Nothing missed.", "right"))))
    blocks += _certainty(result, manner)
    score = f"Score: {result.credit:.3g}/{result.asked} ({result.percent}%)"
    return Document((*blocks, Paragraph(line(Span(score, "strong")))))


def _certainty(result: Result, manner: Manner) -> Iterator[Block]:
    """How often the learner was right at each level of confidence, and the marks."""
    said = levels(result.answered)
    if said:
        yield Heading("How sure you were")
    for level in said:
        words = CONFIDENCE_WORDS[level.confidence].capitalize()
        yield Point(line(f"{words}: {level.right} of {level.answers} right ({level.right / level.answers:.0%})"))
    if manner.marks and result.asked:
        most = CERTAIN * result.asked
        yield Paragraph(line(f"Marks: {sum(map(mark, result.answered))} of {most} at most"))


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
    for prompt in item.prompts:
        yield Point(line(prompt))
    single = item.response in (Response.CHOICE, Response.SEVERAL)
    for place, option in enumerate(item.options):
        right = single and place in item.answer
        shown = line(Span(option, "right"), Span(" (right)", "right")) if right else line(option)
        yield Point(shown, number=string.ascii_lowercase[place])
    if not single:
        yield Paragraph(line(Span("Answer: ", "kind"), Span(item.key, "right")))
    yield Paragraph(line(Span(item.explanation, "note")))
