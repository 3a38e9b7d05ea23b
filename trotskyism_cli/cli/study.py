"""`study`: what is due, then what is new; what would be asked and why; and the outlook on an exam."""

import random
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from functools import cached_property, partial
from typing import Annotated, NamedTuple

import typer

from trotskyism_cli.cli.completion import chapter_names
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.exam_day import horizon_of
from trotskyism_cli.cli.face import assistant_of, face_of, open_book
from trotskyism_cli.cli.options import LONGEST, AsJson, Plain, a_number
from trotskyism_cli.cli.recording import ending_in_order, keeping, log_or_makeshift, new_id
from trotskyism_cli.cli.retention import HIGHEST, LOWEST, RETENTION
from trotskyism_cli.counting import counted
from trotskyism_cli.errors import NotFoundError, ProgressError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning import plan as plans
from trotskyism_cli.learning.days import end_of_day
from trotskyism_cli.learning.keeper import Keeper
from trotskyism_cli.learning.kept_pupil import pupil_from
from trotskyism_cli.learning.log import Log
from trotskyism_cli.learning.looked_up import looked_up
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.mistakes import Confusion, confusions
from trotskyism_cli.learning.pupil import Pupil
from trotskyism_cli.learning.schedule import Settings, remembered
from trotskyism_cli.learning.session import Feedback, Result, entries_to_read
from trotskyism_cli.learning.study import Desk, Study, Terms, choice_of
from trotskyism_cli.learning.supply import Supply
from trotskyism_cli.learning.today import KNOWS_MUCH, MANY, MINUTES, Length, ready_for
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.files import PACK_FILE
from trotskyism_cli.screen import study as screens
from trotskyism_cli.screen.document import Document, Line, Paragraph
from trotskyism_cli.screen.progress_line import at_work
from trotskyism_cli.screen.sitting import sit

app = typer.Typer(add_completion=False)

LOOKED_UP_MOST = 30  # facts
FEW = 5  # facts
LEECHES = 5  # facts that keep failing, named at once
CONFUSIONS = 3  # for each of these, what was answered instead
OFFERED = 3  # names of what was looked up
EXAM_AT = time_of_day(12)

RETENTION_HELP = (
    f"The chance to remember at which a fact comes back: more is more work. {RETENTION} sets it for every command."
)


@dataclass(frozen=True)
class _Room:
    """What every way of this command needs. Of `entries`, if not None, alone is asked; of the entry `first`, first."""

    context: AppContext
    library: Library
    log: Log
    supply: Supply
    memories: dict[str, Memory]
    topics: frozenset[str] | None
    now: datetime
    settings: Settings
    entries: tuple[str, ...] | None = None
    first: str = ""
    places: bool = False  # whether the level is to be found

    @cached_property
    def pupil(self) -> Pupil:
        """What the answers show of the learner."""
        with at_work("Computing how you remember, from your answers …"):
            return pupil_from(self.log)

    def offered(self) -> list[str]:
        """The names of what was looked up lately and is not known yet, the latest first."""
        if self.entries is not None:
            return []
        entries = looked_up(self.context.data_folder, self.library.pack.id, self.now)[:LOOKED_UP_MOST]
        left = {each.fact: each.ends for each in self.supply.askables if not set(each.ends).isdisjoint(entries)}
        planned = plans.plan_of_looked_up(self.supply.askables, self.memories, self.now, entries, MANY)
        open_ends = {end for each in planned for end in left.get(each.fact, ())}
        known = self.library.pack.entries
        return [known[entry].name for entry in entries if entry in open_ends and entry in known][:OFFERED]

    def plan(self) -> tuple[plans.Planned, ...]:
        """What is to be asked, what gains most for the minute first; or else what was looked up."""
        askables = self.supply.askables
        if self.entries is not None:
            return plans.plan_of_looked_up(askables, self.memories, self.now, self.entries, LOOKED_UP_MOST)
        ends = set(self.library.told_under(self.first)) if self.first else set()
        own = {each.fact for each in askables if not ends.isdisjoint(each.ends)}
        wanted = [each for each in askables if self.topics is None or each.topic in self.topics or each.fact in own]
        if self.places:
            return plans.placement(wanted, self.memories)
        choice = choice_of(self.pupil, wanted, self.memories, self.now, horizon_of(self.now))
        planned = plans.plan_by_gain(wanted, self.memories, self.now, choice)
        about = {fact.id for end in ends for fact in self.library.pack.entries[end].facts}
        about |= self.library.asked_of(self.first) if self.first else frozenset()
        return tuple(sorted(planned, key=lambda each: (each.fact not in about, each.fact not in own)))


@app.command()
def study(
    ctx: typer.Context,
    chapter: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CHAPTER]", help="Read this chapter, then be asked about it.", autocompletion=chapter_names
        ),
    ] = None,
    minutes: Annotated[
        float, typer.Option("--minutes", "-m", min=0.5, max=LONGEST, help="Ask for so long.", callback=a_number)
    ] = MINUTES,
    new: Annotated[
        int | None,
        typer.Option("--new", min=0, help="At most so many new facts; with --exam, each day."),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", help="Only this chapter; may be repeated.", autocompletion=chapter_names),
    ] = None,
    looked: Annotated[
        bool, typer.Option("--looked-up", help="Only what you looked up in the last two weeks and do not know yet.")
    ] = False,
    test: Annotated[
        bool,
        typer.Option("--test", help="Ask without showing first; at the beginning, 20 questions that find your level."),
    ] = False,
    model: Annotated[bool, typer.Option("--model", help="Show what your answers tell of your memory.")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="Show what would be asked, and why.")] = False,
    exam: Annotated[
        str, typer.Option("--exam", metavar="YYYY-MM-DD", help="The load a day until then, and what you will remember.")
    ] = "",
    confidence: Annotated[bool, typer.Option("--confidence", help="Say how sure you are each time.")] = False,
    retention: Annotated[
        float,
        typer.Option(
            "--retention",
            envvar=RETENTION,
            min=LOWEST,
            max=HIGHEST,
            help=RETENTION_HELP,
            callback=a_number,
        ),
    ] = Settings().desired_retention,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Ask what gains you most for the minute, and show new facts before they are asked.

    Answer as in a quiz; the last line names the keys: u takes the last answer back, q stops. Every answer is kept at
    once. A fact is asked once in a sitting, and once more in another form if you got it wrong; when it comes back
    depends on how well you know it, and on how well you keep things.

    Examples:

      trotskyism study --minutes 5

      trotskyism study left opposition

      trotskyism study --test --new 10

      trotskyism study --exam 2027-05-12

      trotskyism study --looked-up

    With the day of an exam in TROTSKYISM_EXAM (2027-05-12), what is asked is what will be known on that day.
    """
    if plan and exam:
        raise UsageError("--plan and --exam show different things; ask for one of them.")
    if looked and (exam or topic):
        raise UsageError("--looked-up goes with neither --exam nor --topic.")
    if as_json and not (plan or exam):
        raise UsageError("--json goes with --plan or --exam.")
    context: AppContext = ctx.obj
    context.plain |= plain
    open_book(context)
    names = [*(topic or []), *([" ".join(chapter)] if chapter else [])]
    with context.open_log() if plan or exam or model else log_or_makeshift(context) as log:
        room = _open(context, log, names, Settings(retention))
        if chapter:
            first = room.library.entry_of_chapter(" ".join(chapter))
            is_scattered = bool(room.library.paragraphs(first)) and len(names) == 1
            room = replace(room, first=first, topics=None if is_scattered else room.topics)
        room = replace(room, places=test and len(room.memories) < plans.PLACEMENT)
        if looked:
            entries = looked_up(context.data_folder, room.library.pack.id, room.now)
            room = replace(room, entries=entries)
        most = new if new is not None else plans.PLACEMENT if room.places else MANY
        shows = not (test or exam or model) and room.pupil.known_before() < KNOWS_MUCH
        sitting = _Sitting(most, minutes, Manner(confidence=confidence), lessons=shows)
        if exam:
            _show_outlook(room, exam, new, as_json=as_json)
        elif model:
            from trotskyism_cli.screen.model import model_document  # a session shows none

            answers = sum(not each.undoes for each in log.reviews())
            context.show(model_document(room.pupil, answers))
        elif plan:
            _show_plan(room, sitting, as_json=as_json)
        else:
            if chapter:
                _read(room, " ".join(chapter))
            _study(room, sitting, plain=plain)


class _Sitting(NamedTuple):
    """How a session is held: at most so many new facts, so many minutes, and whether new facts are shown first."""

    new: int
    minutes: float
    manner: Manner
    lessons: bool


def _read(room: _Room, name: str) -> None:
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


def _open(context: AppContext, log: Log, names: list[str], settings: Settings) -> _Room:
    library = context.library
    supply = Supply(library)
    with at_work("Finding out what can be asked (once for each state of the pack) …"):
        _ = supply.askables
    topics = frozenset(_topic(library, name) for name in names) or None
    memories = log.memories()
    _tell_of_strangers(context, library, memories, supply)
    return _Room(context, library, log, supply, memories, topics, datetime.now().astimezone(), settings)


def _tell_of_strangers(context: AppContext, library: Library, memories: dict[str, Memory], supply: Supply) -> None:
    """Say so if most of what was answered under the id of this pack is not in it: it may be another pack's."""
    pack, asked = library.pack, {each.fact for each in supply.askables}
    others = memories.keys() - asked  # what can be asked is no stranger
    if 2 * len(others) <= len(memories):
        return
    strange = sum(pack.statement(fact) is None and fact not in pack.quotes for fact in others)
    if strange >= FEW and 2 * strange > len(memories):
        context.tell(
            f"Of {counted(len(memories), 'fact')} that you answered under the id “{pack.id}”, {strange} are not in this"
            f" pack. If they belong to another one, give this pack an id of its own in its {PACK_FILE}."
        )


def _topic(library: Library, name: str) -> str:
    found = library.topic(name)
    if found is None:
        raise NotFoundError(f"There is no chapter “{name}”. See the chapters: {command('summary')}")
    return found.id


def _study(room: _Room, sitting: _Sitting, *, plain: bool) -> None:
    with keeping(room.log, room.context, partial(remembered, settings=room.settings)) as keeper:
        _sit(room, keeper, sitting, plain=plain)


def _sit(room: _Room, keeper: Keeper, sitting: _Sitting, *, plain: bool) -> None:
    supply, pack = room.supply, room.library.pack
    planned = room.plan()
    known = frozenset(room.memories)
    desk = Desk(pack, keeper, _now, new_id, room.settings, timed=sys.stdin.isatty())
    until = _now() + timedelta(minutes=sitting.minutes)
    session = Study(
        planned,
        supply.items,
        room.memories,
        desk,
        Terms(sitting.new, until, sitting.lessons, again=not room.places, pace=room.pupil.pace),
    )
    with at_work("Making questions …"):
        session.ask()
    if session.ask() is None and room.entries is not None:
        room.context.show(Document((Paragraph(screens.nothing_looked_up_line()),)))
        return
    if session.ask() is None:
        then, _ = plans.due_together(supply.askables, room.memories, room.now)
        room.context.show(Document((Paragraph(screens.nothing_line(then, room.now)),)))
        return

    for told in _before(room, sitting, session):
        room.context.show(Document((Paragraph(told),)))

    def finish(result: Result) -> Document:
        to_read = [pack.entries[each] for each in entries_to_read(pack, result.missed)]
        missed = {fact for feedback in result.missed for fact in feedback.question.item.asked_ids}
        failing = _leeches(room, missed)
        ahead = plans.due_together(supply.askables, session.memories, room.now)
        ended = screens.end_document(pack, result, screens.After(to_read, failing, known, *ahead), room.now)
        if not room.places or not result.asked:
            return ended
        knows_much = pupil_from(room.log).known_before() >= KNOWS_MUCH
        return screens.with_level(ended, _levels(room, result), knows_much=knows_much)

    def remark(feedback: Feedback) -> Document | None:
        """After a fact that keeps failing, what was right beside what it is taken for."""
        for fact in feedback.question.item.asked_ids:
            memory, taken = session.memories.get(fact), _confusions(room, fact)
            if memory is not None and plans.is_leech(memory) and taken:
                from trotskyism_cli.screen.contrast import contrast_document  # most sessions need none

                return contrast_document(pack, taken[0])
        return None

    face = face_of(room.context, plain=plain)
    with ending_in_order():
        sit(session, face, sitting.manner, assistant_of(room.context, finish, remark), time.monotonic)


def _before(room: _Room, sitting: _Sitting, session: Study) -> Iterator[Line]:
    """What is said at the head of a session: what one may want instead, and how it goes."""
    if sitting.lessons and not room.memories and room.topics is None and room.entries is None and not room.first:
        yield screens.placement_line()
    if sitting.lessons and (names := room.offered()):
        yield screens.looked_up_line(names)
    if session.read_first:
        yield screens.beginning_line(session.read_first, sitting.minutes, further=bool(room.first))


def _levels(room: _Room, result: Result) -> list[screens.Level]:
    """Of what everybody should know, and so on, how much was right."""
    importance = {each.fact: each.importance for each in room.supply.askables}
    counts: dict[int, list[bool]] = {}
    for feedback in result.answered:
        if not feedback.question.shown:
            counts.setdefault(importance.get(feedback.question.item.asked_ids[0], 1), []).append(feedback.correct)
    return [screens.Level(each, sum(right), len(right)) for each, right in sorted(counts.items(), reverse=True)]


def _now() -> datetime:
    return datetime.now().astimezone()


def _leeches(room: _Room, among: Collection[str] | None = None) -> list[screens.Leech]:
    """Some of the facts that keep failing, the worst first, with what each is taken for."""
    every = plans.leeches(room.supply.askables, room.memories)
    found = [memory for memory in every if among is None or memory.fact in among][:LEECHES]
    return [screens.Leech(each, _confusions(room, each.fact)[:CONFUSIONS]) for each in found]


def _confusions(room: _Room, fact: str) -> tuple[Confusion, ...]:
    """What was answered in place of what, in questions about a fact; nothing if the log cannot be read."""
    with suppress(ProgressError):
        return confusions(room.log.reviews_of(fact))
    return ()


def _show_plan(room: _Room, sitting: _Sitting, *, as_json: bool) -> None:
    """What a session would ask if every answer took its usual time."""
    supply = room.supply
    planned = room.plan()
    length = Length(sitting.minutes, sitting.new, sitting.lessons)
    ready = list(ready_for(planned, supply.items, room.pupil, length, room.log.lately))
    then, _ = plans.due_together(supply.askables, room.memories, room.now)
    failing = _leeches(room)
    if as_json:
        room.context.print_json(screens.plan_record(ready, failing, then))
    else:
        room.context.show(screens.plan_document(room.library.pack, ready, failing, then, room.now))


def _show_outlook(room: _Room, exam: str, new: int | None, *, as_json: bool) -> None:
    try:
        day = date.fromisoformat(exam)
    except ValueError:
        raise UsageError(f"“{exam}” is no date; write it as 2027-05-12.") from None
    if day <= (end_of_day(room.now) - timedelta(days=1)).date():
        raise UsageError(f"The exam must be after today; {exam} is not.")
    if day.year > room.now.year + 10:
        raise UsageError(f"{exam} is more than ten years away; nobody can foresee that.")
    from trotskyism_cli.learning.outlook import Aim, look_out  # a session does without it

    aim = Aim(datetime.combine(day, EXAM_AT, room.now.tzinfo), room.topics, new, room.settings)
    outlook = look_out(room.supply.askables, room.memories, room.now, aim, random.Random(0))
    if as_json:
        room.context.print_json(screens.outlook_record(outlook))
    else:
        room.context.show(screens.outlook_document(room.library.pack, outlook, room.now))
