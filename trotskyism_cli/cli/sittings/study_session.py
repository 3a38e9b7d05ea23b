"""A study session at this terminal, from its first line to its last."""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from trotskyism_cli.cli.sittings.interface import assistant_of, face_of
from trotskyism_cli.cli.sittings.recording import ending_in_order, keeping, new_id
from trotskyism_cli.cli.sittings.study_cards import Cards
from trotskyism_cli.cli.sittings.study_setup import Sitting, StudySetup, confusions_about, failing_in
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.answering.session import Feedback, Result, entries_to_read
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.keeper import Keeper
from trotskyism_cli.learning.record.kept_pupil import pupil_from, take_in
from trotskyism_cli.learning.study import plan as plans
from trotskyism_cli.learning.study.planned import keeps_failing
from trotskyism_cli.learning.study.study import Study
from trotskyism_cli.learning.study.study_environment import StudyEnvironment
from trotskyism_cli.learning.study.today import KNOWS_MUCH
from trotskyism_cli.screen.document import Document, Line, Paragraph
from trotskyism_cli.screen.output.progress_line import at_work
from trotskyism_cli.screen.questions.sitting import sit

if TYPE_CHECKING:  # a first question is asked without what is told after it
    from trotskyism_cli.screen.progress.study import Level


def hold(setup: StudySetup, sitting: Sitting) -> None:
    """Hold a session. Every answer is kept before it is marked on the screen."""
    with keeping(setup.log, setup.context, remembered) as keeper:
        _sit(setup, keeper, sitting)


def _sit(setup: StudySetup, keeper: Keeper, sitting: Sitting) -> None:
    supply, library = setup.supply, setup.library
    known = frozenset(setup.memories)
    environment = StudyEnvironment(lambda: library.pack, keeper, _now, new_id, timed=sys.stdin.isatty())
    with at_work("Making questions …"):
        planned, ready = setup.course(sitting)
        foreseen = frozenset(each.planned.fact for each in ready)
        terms = setup.terms(sitting, _now())._replace(foreseen=foreseen)
        session = Study(planned, supply.items, setup.memories, environment, terms)
        session.ask()
    if session.ask() is None and setup.entries is not None:
        from trotskyism_cli.screen.progress import study as screens  # see above

        setup.context.show(Document((Paragraph(screens.nothing_looked_up_line()),)))
        return
    if session.ask() is None:
        from trotskyism_cli.screen.progress.next_due import nothing_line  # see above

        then, _ = plans.due_together(supply.askables, setup.memories, setup.now)
        setup.context.show(Document((Paragraph(nothing_line(then, setup.now)),)))
        return

    for told in _before(setup, sitting, session):
        setup.context.show(Document((Paragraph(told),)))

    def finish(result: Result) -> Document:
        from trotskyism_cli.screen.progress import study as screens  # see above

        pack = library.pack
        to_read = [pack.entries[each] for each in entries_to_read(pack, result.still_missed)]
        missed = {fact for feedback in result.missed for fact, right in feedback.asked.items() if not right}
        failing = failing_in(setup, missed)
        asked = {fact for feedback in result.answered for fact in feedback.asked}
        with suppress(ProgressError):
            take_in(setup.log)
            session.memories.update(setup.log.own_memories(asked))
        ahead = plans.due_together(supply.askables, session.memories, setup.now)
        returns = [memory.due for fact in asked if (memory := session.memories.get(fact))]
        looked_up = setup.offered() if sitting.lessons else ()
        is_done = session.has_more and session.ask() is None and bool(result.asked)
        way_on = _way_on(setup) if is_done else ""
        after = screens.After(to_read, failing, known, *ahead, returns, looked_up, session.uncounted, way_on)
        ended = screens.end_document(pack, result, after, setup.now)
        if not setup.places or not result.asked:
            return ended
        knows_much = pupil_from(setup.log).known_before() >= KNOWS_MUCH
        return screens.with_level(ended, _levels(setup, result), knows_much=knows_much)

    def remark(feedback: Feedback) -> Document | None:
        """After a fact that keeps failing: the right answer beside what it is taken for."""
        for fact in feedback.asked:
            memory, taken = session.memories.get(fact), confusions_about(setup, fact)
            if memory is not None and keeps_failing(memory) and taken:
                from trotskyism_cli.screen.questions.contrast import contrast_document  # most sessions need none

                return contrast_document(library.pack, taken[0])
        return None

    face = face_of(setup.context)
    with ending_in_order():
        sit(
            session,
            face,
            sitting.manner,
            assistant_of(setup.context, finish, remark, Cards(setup, session.question_on, session.is_again)),
            time.monotonic,
        )


def _before(setup: StudySetup, sitting: Sitting, session: Study) -> Iterator[Line]:
    """The lines at the head of a session: other ways to study, and how this one goes."""
    begins = (
        sitting.lessons and not setup.memories and setup.topics is None and setup.entries is None and not setup.first
    )
    if not (begins or session.read_first):
        return
    from trotskyism_cli.screen.progress import study as screens  # see above

    if begins:
        yield screens.placement_line()
    if session.read_first:
        question = session.ask()
        total = question.total if question else 0
        yield screens.beginning_line(session.read_first, total, sitting.minutes, further=bool(setup.first))


def _way_on(setup: StudySetup) -> str:
    """The command with which to study on."""
    if setup.entries is not None:
        return command("study", "--looked-up")
    chapters = [part for each in sorted(setup.topics or ()) for part in ("--topic", each)]
    return command("study", *([setup.first] if setup.first else chapters))


def _levels(setup: StudySetup, result: Result) -> "list[Level]":
    """How much was right of each level of importance."""
    from trotskyism_cli.screen.progress.study import Level  # see above

    importance = {each.fact: each.importance for each in setup.supply.askables}
    counts: dict[int, list[bool]] = {}
    for feedback in result.answered:
        if not feedback.question.shown:
            counts.setdefault(importance.get(feedback.facts[0], 1), []).append(feedback.correct)
    return [Level(each, sum(right), len(right)) for each, right in sorted(counts.items(), reverse=True)]


def _now() -> datetime:
    return datetime.now().astimezone()
