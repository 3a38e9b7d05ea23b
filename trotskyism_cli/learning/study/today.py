"""How much of what is due one sitting of the usual length comes to."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from trotskyism_cli.learning.recall.pupil import Pupil
from trotskyism_cli.learning.record.log import Log
from trotskyism_cli.learning.study.planned import Planned, Reason
from trotskyism_cli.learning.study.rehearsal import with_new_spread
from trotskyism_cli.learning.study.study_environment import Terms
from trotskyism_cli.learning.study.supply import Supply

MINUTES = 10.0  # of a sitting, unless another length is asked for
MANY = 1000  # new facts: as many as there is time for
KNOWS_MUCH = 0.6  # of new facts known before: then they are asked without being shown


def due_in_a_sitting(planned: Sequence[Planned], supply: Supply, log: Log, pupil: Pupil, now: datetime) -> int:
    """How many of the facts due are asked in a sitting of the usual length, by a plan."""
    memories = log.own_memories()
    until = now + timedelta(minutes=MINUTES)
    terms = Terms(MANY, until, lessons=pupil.known_before() < KNOWS_MUCH, pace=pupil.pace)
    _, ready = with_new_spread(planned, supply.items, memories, terms, supply.environment(log, now))
    return sum(each.planned.reason in (Reason.DUE, Reason.CHANGED) for each in ready)
