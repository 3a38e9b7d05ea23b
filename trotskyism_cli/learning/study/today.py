"""How many of the due facts a session of the usual length asks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from trotskyism_cli.learning.recall.learner_model import Pupil
from trotskyism_cli.learning.record.log import Log
from trotskyism_cli.learning.study.planned import Planned, Reason
from trotskyism_cli.learning.study.rehearsal import with_new_spread
from trotskyism_cli.learning.study.study_environment import Terms
from trotskyism_cli.learning.study.supply import Supply

MINUTES = 10.0  # default length of a session
MANY = 1000  # new facts: in effect no limit
KNOWS_MUCH = 0.6  # share of new facts known before from which they are not shown first


def due_in_a_sitting(planned: Sequence[Planned], supply: Supply, log: Log, pupil: Pupil, now: datetime) -> int:
    """How many due facts a session of the usual length asks, following a plan."""
    memories = log.own_memories()
    until = now + timedelta(minutes=MINUTES)
    terms = Terms(MANY, until, lessons=pupil.known_before() < KNOWS_MUCH, pace=pupil.pace)
    _, ready = with_new_spread(planned, supply.items, memories, terms, supply.environment(log, now))
    return sum(each.planned.reason in (Reason.DUE, Reason.CHANGED) for each in ready)
