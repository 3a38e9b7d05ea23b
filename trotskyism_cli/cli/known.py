"""What the learner knows, told beside other things: on a card, in the overview, at the end of a quiz.

None of that may slow down or break a look-up: without a file there is nothing to read, and a file that cannot be used
is passed over here; a quiz says what is wrong with it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.screen.document import Block, Document, Paragraph

if TYPE_CHECKING:  # see above
    from trotskyism_cli.learning.log import Log
    from trotskyism_cli.learning.session import Result
    from trotskyism_cli.pack.model import Entry

RECENTLY = timedelta(days=90)  # how far back a quiz looks for the last one: years of reviews would take seconds


@contextmanager
def kept_log(context: AppContext) -> "Iterator[Log | None]":
    """The log, if there is one; ProgressError if it cannot be used."""
    if not path_in(context.data_folder).exists():
        yield None
        return
    context.keeps = False
    with context.open_log() as log:
        yield log


def known_of(context: AppContext, entry: "Entry") -> tuple[Block, ...]:
    """`You know 3 of 7 facts here, 2 due.`; nothing if nothing was ever answered, or if no learner sits there."""
    facts = [fact.id for fact in entry.facts if fact.quiz]
    if not facts or not (context.draws or sys.stdout.isatty()):
        return ()
    try:
        with kept_log(context) as log:
            memories = log.memories_of(facts) if log else None
    except ProgressError:
        return ()
    if memories is None:
        return ()
    from trotskyism_cli.learning.days import is_due, is_known  # most who look something up never come here
    from trotskyism_cli.screen.due import known_line

    now = datetime.now().astimezone()
    known = sum(is_known(memory, now) for memory in memories.values())
    due = sum(is_due(memory, now) for memory in memories.values())
    return (Paragraph(known_line(known, len(facts), due)),)


def due_count(context: AppContext) -> int:
    """How many facts of the book are due today: as many as a study session would find."""
    from trotskyism_cli.learning.days import is_due
    from trotskyism_cli.learning.plan import count_due
    from trotskyism_cli.learning.supply import Supply

    try:
        with kept_log(context) as log:
            memories = log.memories() if log else {}
    except ProgressError:
        return 0
    if not memories:
        return 0
    now, pack, supply = datetime.now().astimezone(), context.library.pack, Supply(context.library)
    if supply.is_ready:
        return count_due(supply.askables, memories, now)
    # To find out what can be asked takes a while; nearly all that was once asked still can be.
    due = (fact for fact, memory in memories.items() if is_due(memory, now))
    return sum(pack.statement(fact) is not None or fact in pack.quotes for fact in due)


def with_last_attempt(context: AppContext, shown: Document, result: "Result", began: datetime) -> Document:
    """The end of a quiz, with a line before the score on how it went the last time on the same chapter."""
    from trotskyism_cli.learning.history import last_attempt, main_topic, past_sessions
    from trotskyism_cli.screen.history import compared

    topic = main_topic(feedback.question.item.topic for feedback in result.answered)
    try:
        with kept_log(context) as log:
            recent = log.reviews(since=began - RECENTLY) if log and topic else ()
            last = last_attempt(past_sessions(recent), topic, began)
    except ProgressError:
        last = None
    if last is None:
        return shown
    pack = context.library.pack
    return Document((*shown.blocks[:-1], compared(pack, last, result, None), shown.blocks[-1]))
