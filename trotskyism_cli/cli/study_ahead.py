"""What a study session would ask, and the outlook on an exam."""

import random
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from trotskyism_cli.cli.study_room import Room, Sitting, failing_in
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning import plan as plans
from trotskyism_cli.learning.days import end_of_day
from trotskyism_cli.learning.desk import Desk
from trotskyism_cli.learning.planned import Planned, Reason
from trotskyism_cli.learning.pupil import day_of_time
from trotskyism_cli.learning.rehearsal import rehearsed
from trotskyism_cli.screen.study_plan import plan_document, plan_record

EXAM_AT = time_of_day(12)


def show_plan(room: Room, sitting: Sitting, *, as_json: bool) -> None:
    """What a session would ask if every answer took its usual time: one played through, and not kept."""
    supply = room.supply
    desk = Desk(lambda: room.library.pack, room.log, lambda: room.now, lambda: "ahead", room.settings)
    rehearsal = rehearsed(room.plan(), supply.items, room.memories, room.terms(sitting, room.now), desk)
    ready = [each._replace(planned=_foretold(room, each.planned)) for each in rehearsal]
    then, _ = plans.due_together(supply.askables, room.memories, room.now)
    failing = failing_in(room)
    if as_json:
        room.context.print_json(plan_record(ready, failing, then))
    else:
        room.context.show(plan_document(room.library.pack, ready, failing, then, room.now))


def _foretold(room: Room, planned: Planned) -> Planned:
    """A fact to ask with the recall by which it was chosen: that of this learner, and not of the average one."""
    trace = room.pupil.traces.get(planned.fact)
    if trace is None or planned.memory is None or planned.reason is Reason.CHANGED:
        return planned
    return planned._replace(recall=trace.recall(room.pupil.nature, day_of_time(room.now)))


def show_outlook(room: Room, exam: str, new: int | None, *, as_json: bool) -> None:
    """The load of each day until an exam (a date as `2027-05-12`), and what will be remembered on its day."""
    try:
        day = date.fromisoformat(exam)
    except ValueError:
        raise UsageError(f"“{exam}” is no date; write it as 2027-05-12.") from None
    if day <= (end_of_day(room.now) - timedelta(days=1)).date():
        raise UsageError(f"The exam must be after today; {exam} is not.")
    if day.year > room.now.year + 10:
        raise UsageError(f"{exam} is more than ten years away; nobody can foresee that.")
    from trotskyism_cli.learning.outlook import Aim, look_out  # a session does without both
    from trotskyism_cli.screen.outlook import outlook_document, outlook_record

    aim = Aim(datetime.combine(day, EXAM_AT, room.now.tzinfo), room.topics, new, room.settings)
    outlook = look_out(room.supply.askables, room.memories, room.now, aim, random.Random(0))
    if as_json:
        room.context.print_json(outlook_record(outlook))
    else:
        room.context.show(outlook_document(room.library.pack, outlook, room.now.date()))
