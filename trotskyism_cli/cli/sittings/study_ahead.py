"""The plan of a study session, and the outlook on an exam."""

import random
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from trotskyism_cli.cli.sittings.study_setup import Sitting, StudySetup, failing_in
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning.days import end_of_day
from trotskyism_cli.learning.study import plan as plans
from trotskyism_cli.screen.progress.study_plan import plan_document, plan_record

EXAM_AT = time_of_day(12)


def show_plan(setup: StudySetup, sitting: Sitting, *, as_json: bool) -> None:
    """Show what a session would ask if every answer took its usual time. The session is played through, not kept."""
    supply = setup.supply
    ready = setup.course(sitting).ready
    then, _ = plans.due_together(supply.askables, setup.memories, setup.now)
    failing = failing_in(setup)
    if as_json:
        setup.context.print_json(plan_record(ready, failing, then))
    else:
        setup.context.show(plan_document(setup.library.pack, ready, failing, then, setup.now))


def show_outlook(setup: StudySetup, exam: str, new: int | None, *, as_json: bool) -> None:
    """Show the load of each day until an exam (`2027-05-12`), and what will be remembered on its day."""
    try:
        day = date.fromisoformat(exam)
    except ValueError:
        raise UsageError(f"“{exam}” is no date; write it as 2027-05-12.") from None
    if day <= (end_of_day(setup.now) - timedelta(days=1)).date():
        raise UsageError(f"The exam must be after today; {exam} is not.")
    if day.year > setup.now.year + 10:
        raise UsageError(f"{exam} is more than ten years away; nobody can foresee that.")
    from trotskyism_cli.learning.progress.outlook import Aim, look_out  # a session does without both
    from trotskyism_cli.screen.progress.outlook import outlook_document, outlook_record

    aim = Aim(datetime.combine(day, EXAM_AT, setup.now.tzinfo), setup.topics, new, setup.pupil.asked_at())
    outlook = look_out(setup.supply.askables, setup.memories, setup.now, aim, random.Random(0))
    if as_json:
        setup.context.print_json(outlook_record(outlook))
    else:
        setup.context.show(outlook_document(setup.library.pack, outlook, setup.now.date()))
