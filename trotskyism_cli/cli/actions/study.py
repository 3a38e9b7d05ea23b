"""`study`: a session, its plan, or the outlook on an exam."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.sittings.interface import open_book
from trotskyism_cli.cli.sittings.recording import log_or_makeshift
from trotskyism_cli.cli.sittings.study_session import hold
from trotskyism_cli.cli.sittings.study_setup import Sitting, StudySetup, setup_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.record.kept_pupil import pupil_from
from trotskyism_cli.learning.record.log import Log
from trotskyism_cli.learning.study import plan as plans
from trotskyism_cli.learning.study.today import KNOWS_MUCH, MANY, MINUTES


class StudyRequest(NamedTuple):
    """How to study: the options of the command."""

    minutes: float = MINUTES
    new: int | None = None
    topics: Sequence[str] = ()
    looked_up: bool = False
    test: bool = False
    model: bool = False
    plan: bool = False
    exam: str = ""
    confidence: bool = False
    as_json: bool = False


USUAL = StudyRequest()


def run(context: AppContext, words: Sequence[str], wanted: StudyRequest = USUAL) -> None:
    """Hold a study session on everything or on the named chapter, or show what lies ahead."""
    if wanted.plan and wanted.exam:
        raise UsageError("--plan and --exam show different things; ask for one of them.")
    if wanted.looked_up and (wanted.exam or wanted.topics):
        raise UsageError("--looked-up goes with neither --exam nor --topic.")
    if wanted.as_json and not (wanted.plan or wanted.exam):
        raise UsageError("--json goes with --plan or --exam.")
    open_book(context)
    only_shows = wanted.plan or wanted.exam or wanted.model
    with context.open_log() if only_shows else log_or_makeshift(context) as log:
        setup = _setup(context, log, words, wanted)
        sitting = _sitting(setup, wanted)
        if wanted.exam:
            from trotskyism_cli.cli.sittings.study_ahead import show_outlook  # as below

            show_outlook(setup, wanted.exam, wanted.new, as_json=wanted.as_json)
        elif wanted.model:
            from trotskyism_cli.screen.progress.memory_model import model_document  # a session shows none

            answers = sum(not each.undoes for each in log.reviews())
            context.show(model_document(pupil_from(log, afresh=True), answers))
        elif wanted.plan:
            from trotskyism_cli.cli.sittings.study_ahead import show_plan  # as above

            show_plan(setup, sitting, as_json=wanted.as_json)
        else:
            if words:
                _read(setup, " ".join(words))
            hold(setup, sitting)


def _setup(context: AppContext, log: Log, words: Sequence[str], wanted: StudyRequest) -> StudySetup:
    names = [*wanted.topics, *([" ".join(words)] if words else [])]
    setup = setup_of(context, log, names)
    if words:
        first = setup.library.entry_of_chapter(" ".join(words))
        is_scattered = bool(setup.library.paragraphs(first)) and len(names) == 1
        setup = replace(setup, first=first, topics=None if is_scattered else setup.topics)
    setup = replace(setup, places=wanted.test and len(setup.memories) < plans.PLACEMENT)
    if wanted.looked_up:
        from trotskyism_cli.learning.looked_up import looked_up  # most sessions ask of everything

        setup = replace(setup, entries=looked_up(context.data_folder, setup.library.pack.id, setup.now))
    return setup


def _sitting(setup: StudySetup, wanted: StudyRequest) -> Sitting:
    most = wanted.new if wanted.new is not None else plans.PLACEMENT if setup.places else MANY
    shows = not (wanted.test or wanted.exam or wanted.model) and setup.pupil.known_before() < KNOWS_MUCH
    return Sitting(most, wanted.minutes, Manner(confidence=wanted.confidence), lessons=shows)


def _read(setup: StudySetup, name: str) -> None:
    """Show a chapter before it is asked about."""
    topic = setup.library.topic(name)
    if topic is not None:
        from trotskyism_cli.screen.time.views import (  # most sessions begin with a question
            reading_document,
            topic_document,
        )

        library, first = setup.library, setup.first
        if first:
            parts = library.paragraphs(first) or {topic.id: (library.sections(topic, first),)}
            document = reading_document(library.pack, first, parts)
        else:
            document = topic_document(library.pack, topic)
        setup.context.show(document, then="to the questions")
