"""What is said before a study session and at its end."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from trotskyism_cli.invocation import command
from trotskyism_cli.learning.answering.session import Result
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Span
from trotskyism_cli.screen.document import line as line_of
from trotskyism_cli.screen.progress.failing import Failing, failing_blocks
from trotskyism_cli.screen.progress.next_due import day_to_come, days_to_come
from trotskyism_cli.screen.questions.questions import reading, score_words, uncounted_words

MOST_FAILING, MOST_READ = 1, 3  # shown at the end of a sitting; more does not fit a screen


def nothing_looked_up_line() -> Line:
    """Says that nothing looked up lately is left to learn."""
    return line_of(
        "Nothing that you looked up in the last two weeks is left to learn. "
        "Look-ups are kept from your first answer on."
    )


class After(NamedTuple):
    """What to report after a session.

    `to_read`: entries to read again. `failing`: facts that kept failing. `known`: facts known before. `then`: when the
    next facts are due; `due`: how many that day. `returns`: when the facts of this session are due. `looked_up`: names
    looked up that could be learnt. `uncounted`: answers given too fast to count. `way_on`: the command to go on, if the
    sitting is done.
    """

    to_read: Sequence[Entry]
    failing: Sequence[Failing]
    known: Collection[str]
    then: datetime | None
    due: int
    returns: Sequence[datetime]
    looked_up: Sequence[str]
    uncounted: int = 0
    way_on: str = ""


def end_document(pack: Pack, result: Result, after: After, now: datetime) -> Document:
    """The end of a session: what to read again, when facts come back, what was learnt, and last the score.

    It fits on a screen. Should it not, what was learnt is at the end, where it is seen.
    """
    blocks: list[Block] = []
    if after.uncounted:
        blocks.append(Paragraph(line_of(Span(uncounted_words(after.uncounted), "note"))))
    blocks += failing_blocks(pack, after.failing[:MOST_FAILING])
    if after.to_read:
        blocks += [Heading("Read again"), *reading(after.to_read, MOST_READ)]
    days = {day_to_come(each, now) for each in after.returns}
    if days:
        come = "The fact of this sitting comes" if len(after.returns) == 1 else "The facts of this sitting come"
        blocks.append(Paragraph(line_of(f"{come} back: ", Span(days_to_come(after.returns, now), "date"), ".")))
    if after.then is not None and (not days or day_to_come(after.then, now) not in days):
        facts = f"{counted(after.due, 'fact')} {'is' if after.due == 1 else 'are'}"
        blocks.append(Paragraph(line_of(f"Next: {facts} due ", Span(day_to_come(after.then, now), "date"), ".")))
    if after.looked_up:
        blocks.append(Paragraph(_looked_up_line(after.looked_up)))
    if after.way_on:
        blocks.append(Paragraph(line_of("This sitting is done. To go on now: ", Span(after.way_on, "command"))))
    star = Span("★ " if result.right else "", "sign")
    blocks.append(Paragraph(line_of(star, Span(_achieved(result, after.known), "right" if star.text else ""))))
    if result.asked:
        blocks.append(Paragraph(line_of(Span(score_words(result), "strong"))))
    return Document(tuple(blocks))


class Level(NamedTuple):
    """For the facts of one importance (3 to 1): how many were asked, and how many were right."""

    importance: int
    right: int
    asked: int


LEVELS = {3: "what everybody should know", 2: "what a good student knows", 1: "what one looks up"}


def with_level(ended: Document, levels: Sequence[Level], *, knows_much: bool) -> Document:
    """The end of a placement session, preceded by the level found."""
    told = ", ".join(f"{each.right} of {each.asked} of {LEVELS.get(each.importance, 'the rest')}" for each in levels)
    if knows_much:
        then = "You know much of it: study asks before it shows you anything new."
    else:
        then = "Study begins with what everybody should know, and shows it before it asks."
    return Document((Paragraph(line_of(Span("Your level: ", "strong"), f"{told}. {then}")), *ended.blocks))


def _looked_up_line(names: Sequence[str]) -> Line:
    """Says that what was looked up lately can be learnt."""
    return line_of(
        f"You looked up {', '.join(names)}. To learn that first: ", Span(command("study", "--looked-up"), "command")
    )


def beginning_line(to_read: int, questions: int, minutes: float, *, further: bool = False) -> Line:
    """Announces a session that begins with new facts: cards to read, questions, minutes.

    `further` if a chapter was read before.
    """
    read = f"Now {counted(to_read, 'card')} from it" if further else f"{counted(to_read, 'card')} to read"
    length = f"{counted(questions, 'question')}, about {counted(max(1, round(minutes)), 'minute')}"
    again = "what you miss comes once more, a few questions later or on another day"
    return line_of(f"{read}, then questions and cards in turns. {length}; {again}.")


def placement_line() -> Line:
    """Suggests a placement test to a beginner."""
    return line_of("If you know the field, find your level first: ", Span(command("study", "--test"), "command"))


def _achieved(result: Result, known: Collection[str]) -> str:
    """What was achieved: facts kept, corrected, newly learnt, and still wrong."""
    if not result.asked:
        return "No question was answered; nothing has changed."
    last = {fact: right for each in result.answered for fact, right in each.asked.items()}
    missed = {fact for each in result.answered for fact, right in each.asked.items() if not right}
    counts = Counter(
        "wrong" if not right else "mended" if fact in missed else "new" if fact not in known else "kept"
        for fact, right in last.items()
    )
    words = {
        "kept": "kept in memory",
        "mended": "put right after a mistake",
        "new": "new and right at once",
        "wrong": "not right yet",
    }
    told = [f"{counts[kind]} {text}" for kind, text in words.items() if counts[kind]]
    if len(told) == 1 and len(last) == result.asked:
        return f"{counted(result.asked, 'question')} answered: {told[0]}."
    return f"{counted(result.asked, 'question')} answered, about {counted(len(last), 'fact')}: {', '.join(told)}."
