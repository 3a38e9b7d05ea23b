"""What the learner knows, told beside other things: on a card, in the overview, at the end of a quiz.

It must neither slow down nor break a look-up: without a file nothing is read, and a damaged file is ignored here; a
quiz reports what is wrong with it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.screen.document import Block, Document, Paragraph

if TYPE_CHECKING:  # see above
    from trotskyism_cli.items.askable import Askable
    from trotskyism_cli.learning.answering.session import Result
    from trotskyism_cli.learning.memory import Memory
    from trotskyism_cli.learning.record.log import Log
    from trotskyism_cli.learning.study.supply import Supply
    from trotskyism_cli.pack.model import Entry

FEW = 5  # facts due, which any sitting has room for
RECENTLY = timedelta(days=90)  # how far back a quiz looks for the last one: years of reviews would take seconds


@contextmanager
def kept_log(context: AppContext) -> "Iterator[Log | None]":
    """The learner's log, or None if there is none. ProgressError if it cannot be used."""
    if not path_in(context.data_folder).exists():
        yield None
        return
    context.keeps = False
    with context.open_log() as log:
        yield log


def known_of(context: AppContext, entry: "Entry") -> tuple[Block, ...]:
    """`You know 3 of 7 facts here, 2 due.`; nothing if nothing is known or due, or if there is no learner.

    Only facts that can be asked count, as far as these were worked out before.
    """
    facts = [fact.id for fact in entry.facts if fact.quiz]
    if not facts or not (context.draws or sys.stdout.isatty()):
        return ()
    try:
        with kept_log(context) as log:
            memories = log.own_memories(facts) if log else None
    except ProgressError:
        return ()
    if memories is None:
        return ()
    from trotskyism_cli.learning.days import is_due, is_known  # most who look something up never come here
    from trotskyism_cli.screen.progress.due import known_line

    now = datetime.now().astimezone()
    can_be_asked = _askable_among(context, facts) if memories else facts
    counted = [memories[fact] for fact in can_be_asked if fact in memories]
    known = sum(is_known(memory, now) for memory in counted)
    due = sum(is_due(memory, now) for memory in counted)
    return (Paragraph(known_line(known, len(can_be_asked), due)),) if known or due else ()


def _askable_among(context: AppContext, facts: "Sequence[str]") -> "Sequence[str]":
    """Those of the facts that a question asks for; all of them while that is not known."""
    from trotskyism_cli.learning.study.supply import Supply

    supply = Supply(context.library)
    if not supply.is_ready:
        return facts
    every = {each.fact for each in supply.askables}
    return [fact for fact in facts if fact in every]


class Due(NamedTuple):
    """How many facts are due, and how many of them today's sitting brings back."""

    facts: int = 0
    today: int = 0


def due_now(context: AppContext) -> Due:
    """Facts of the book that are due today, counted as a study session counts them."""
    from trotskyism_cli.learning.days import is_due
    from trotskyism_cli.learning.record.kept_pupil import take_in
    from trotskyism_cli.learning.study.plan import count_due
    from trotskyism_cli.learning.study.supply import Supply

    try:
        with kept_log(context) as log:
            if log:
                take_in(log)
            memories = log.own_memories() if log else {}
    except ProgressError:
        return Due()
    if not memories:
        return Due()
    now, pack, supply = datetime.now().astimezone(), context.library.pack, Supply(context.library)
    if supply.is_ready:
        count = count_due(supply.askables, memories, now)
        return Due(count, today_of(context, count, supply, supply.askables, memories))
    # To find out what can be asked takes a while; nearly all that was once asked still can be.
    due = (fact for fact, memory in memories.items() if is_due(memory, now))
    found = sum(pack.holds(fact) for fact in due)
    return Due(found, found)


def today_of(
    context: AppContext, count: int, supply: "Supply", askables: "Sequence[Askable]", memories: "Mapping[str, Memory]"
) -> int:
    """How many of so many due facts come back in today's sitting, by the plan of a study session."""
    if count <= FEW:
        return count
    from trotskyism_cli.cli.sittings.exam_day import horizon_of
    from trotskyism_cli.learning.record.kept_pupil import pupil_from
    from trotskyism_cli.learning.study.choosing import choice_of
    from trotskyism_cli.learning.study.plan import plan_by_gain
    from trotskyism_cli.learning.study.today import due_in_a_sitting

    with kept_log(context) as log:
        if log is None:
            return count
        now, pupil = datetime.now().astimezone(), pupil_from(log)
        choice = choice_of(pupil, askables, memories, now, horizon_of(now))
        planned = plan_by_gain(askables, memories, now, choice)
        return min(count, due_in_a_sitting(planned, supply, log, pupil, now))


def _tell_of_strangers(context: AppContext) -> None:
    from trotskyism_cli.cli.sittings.strangers import tell_of_strangers

    with suppress(ProgressError), kept_log(context) as log:
        tell_of_strangers(context, log.memories().keys() if log else ())


def with_last_attempt(context: AppContext, shown: Document, result: "Result", began: datetime) -> Document:
    """The last page of a quiz, with a line on the last attempt at the same chapter before the score.

    Also says if most answers kept under the pack's id are about another pack.
    """
    from trotskyism_cli.learning.progress.history import COMPARABLE, last_attempt, main_topic, past_sessions
    from trotskyism_cli.screen.progress.history import compared

    _tell_of_strangers(context)
    if result.asked < COMPARABLE:
        return shown
    topic = main_topic(feedback.question.item.topic for feedback in result.answered)
    try:
        with kept_log(context) as log:
            recent = log.reviews(since=began - RECENTLY) if log and topic else ()
            sessions = [each for each in past_sessions(recent) if each.answers >= COMPARABLE]
            last = last_attempt(sessions, topic, began)
    except ProgressError:
        last = None
    if last is None:
        return shown
    pack = context.library.pack
    return Document((*shown.blocks[:-1], compared(pack, last, result, None), shown.blocks[-1]))
