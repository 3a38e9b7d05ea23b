"""`study`: what is due, then what is new; what would be asked and why; and the outlook on an exam."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.face import open_book
from trotskyism_cli.cli.recording import log_or_makeshift
from trotskyism_cli.cli.study_room import Room, Sitting, room_of
from trotskyism_cli.cli.study_session import hold
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning import plan as plans
from trotskyism_cli.learning.log import Log
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.schedule import DEFAULTS, Settings
from trotskyism_cli.learning.today import KNOWS_MUCH, MANY, MINUTES


class Wanted(NamedTuple):
    """How somebody wants to study; see the options of the command."""

    minutes: float = MINUTES
    new: int | None = None
    topics: Sequence[str] = ()
    looked_up: bool = False
    test: bool = False
    model: bool = False
    plan: bool = False
    exam: str = ""
    confidence: bool = False
    retention: float = DEFAULTS.desired_retention
    as_json: bool = False


USUAL = Wanted()


def answer(context: AppContext, words: Sequence[str], wanted: Wanted = USUAL) -> None:
    """Study, after the chapter of that name if there are words, or show what is ahead."""
    if wanted.plan and wanted.exam:
        raise UsageError("--plan and --exam show different things; ask for one of them.")
    if wanted.looked_up and (wanted.exam or wanted.topics):
        raise UsageError("--looked-up goes with neither --exam nor --topic.")
    if wanted.as_json and not (wanted.plan or wanted.exam):
        raise UsageError("--json goes with --plan or --exam.")
    open_book(context)
    only_shows = wanted.plan or wanted.exam or wanted.model
    with context.open_log() if only_shows else log_or_makeshift(context) as log:
        room = _room(context, log, words, wanted)
        sitting = _sitting(room, wanted)
        if wanted.exam:
            from trotskyism_cli.cli.study_ahead import show_outlook  # as below

            show_outlook(room, wanted.exam, wanted.new, as_json=wanted.as_json)
        elif wanted.model:
            from trotskyism_cli.screen.model import model_document  # a session shows none

            answers = sum(not each.undoes for each in log.reviews())
            context.show(model_document(room.pupil, answers))
        elif wanted.plan:
            from trotskyism_cli.cli.study_ahead import show_plan  # as above

            show_plan(room, sitting, as_json=wanted.as_json)
        else:
            if words:
                _read(room, " ".join(words))
            hold(room, sitting)


def _room(context: AppContext, log: Log, words: Sequence[str], wanted: Wanted) -> Room:
    names = [*wanted.topics, *([" ".join(words)] if words else [])]
    room = room_of(context, log, names, Settings(wanted.retention))
    if words:
        first = room.library.entry_of_chapter(" ".join(words))
        is_scattered = bool(room.library.paragraphs(first)) and len(names) == 1
        room = replace(room, first=first, topics=None if is_scattered else room.topics)
    room = replace(room, places=wanted.test and len(room.memories) < plans.PLACEMENT)
    if wanted.looked_up:
        from trotskyism_cli.learning.looked_up import looked_up  # most sessions ask of everything

        room = replace(room, entries=looked_up(context.data_folder, room.library.pack.id, room.now))
    return room


def _sitting(room: Room, wanted: Wanted) -> Sitting:
    most = wanted.new if wanted.new is not None else plans.PLACEMENT if room.places else MANY
    shows = not (wanted.test or wanted.exam or wanted.model) and room.pupil.known_before() < KNOWS_MUCH
    return Sitting(most, wanted.minutes, Manner(confidence=wanted.confidence), lessons=shows)


def _read(room: Room, name: str) -> None:
    """Show a chapter before it is asked about."""
    topic = room.library.topic(name)
    if topic is not None:
        from trotskyism_cli.screen.views import reading_document, topic_document  # most sessions begin with a question

        library, first = room.library, room.first
        if first:
            parts = library.paragraphs(first) or {topic.id: (library.sections(topic, first),)}
            document = reading_document(library.pack, first, parts)
        else:
            document = topic_document(library.pack, topic)
        room.context.show(document, then="to the questions")
