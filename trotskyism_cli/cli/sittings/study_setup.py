"""What every way of studying needs: what can be asked, what is known, and what is wanted."""

import sys
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.sittings.exam_day import horizon_of
from trotskyism_cli.cli.sittings.strangers import tell_of_strangers
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.learner_model import Pupil
from trotskyism_cli.learning.record.kept_pupil import pupil_from, take_in
from trotskyism_cli.learning.record.log import Log
from trotskyism_cli.learning.study import plan as plans
from trotskyism_cli.learning.study.choosing import choice_of
from trotskyism_cli.learning.study.planned import Planned
from trotskyism_cli.learning.study.rehearsal import Course, rehearsed, with_new_spread
from trotskyism_cli.learning.study.study_environment import Terms
from trotskyism_cli.learning.study.supply import Supply
from trotskyism_cli.learning.study.today import MANY
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.output.progress_line import at_work

if TYPE_CHECKING:  # a first question is asked without them
    from trotskyism_cli.learning.progress.mistakes import Confusion
    from trotskyism_cli.screen.progress.failing import Failing

LOOKED_UP_MOST = 30  # facts
MOST_FAILING = 5  # facts that keep failing, named at once
CONFUSIONS = 3  # for each of these, what was answered instead
OFFERED = 3  # names of what was looked up
DETAIL = 1  # the importance of what one only looks up: of an entry, too, it is asked last


@dataclass(frozen=True)
class StudySetup:
    """What every way of studying needs. Only `entries` are asked about, if not None; the entry `first` comes first."""

    context: AppContext
    library: Library
    log: Log
    supply: Supply
    memories: dict[str, Memory]
    topics: frozenset[str] | None
    now: datetime
    entries: tuple[str, ...] | None = None
    first: str = ""
    places: bool = False  # whether the level is to be found

    @cached_property
    def pupil(self) -> Pupil:
        """The model of the learner, made from the answers."""
        with at_work("Computing how you remember, from your answers …"):
            return pupil_from(self.log)

    def offered(self) -> list[str]:
        """Names of entries looked up lately and not known yet, the latest first."""
        if self.entries is not None:
            return []
        from trotskyism_cli.learning.looked_up import looked_up  # a first question is asked without it

        entries = looked_up(self.context.data_folder, self.library.pack.id, self.now)[:LOOKED_UP_MOST]
        left = {each.fact: each.ends for each in self.supply.askables if not set(each.ends).isdisjoint(entries)}
        planned = plans.plan_of_looked_up(self.supply.askables, self.memories, self.now, entries, MANY)
        open_ends = {end for each in planned for end in left.get(each.fact, ())}
        known = self.library.pack.entries
        return [known[entry].name for entry in entries if entry in open_ends and entry in known][:OFFERED]

    def course(self, sitting: "Sitting") -> Course:
        """The facts to be asked in order, and those that a sitting reaches if every answer takes its usual time."""
        environment = self.supply.environment(self.log, self.now)
        planned, items, terms = self.plan(), self.supply.items, self.terms(sitting, self.now)
        if self.entries is None and not self.first and not self.places:
            return with_new_spread(planned, items, self.memories, terms, environment)
        return Course(planned, [*rehearsed(planned, items, self.memories, terms, environment)])

    def terms(self, sitting: "Sitting", now: datetime) -> Terms:
        """The terms of a sitting that begins `now`, or that is only shown as a plan."""
        until = now + timedelta(minutes=sitting.minutes)
        return Terms(
            sitting.new,
            until,
            sitting.lessons,
            again=not self.places,
            pace=self.pupil.pace,
            eases=not self.first,
            covers=sys.stdin.isatty(),
        )

    def plan(self) -> tuple[Planned, ...]:
        """The facts to be asked, those that gain most for the minute first; or those looked up."""
        askables = self.supply.askables
        if self.entries is not None:
            return plans.plan_of_looked_up(askables, self.memories, self.now, self.entries, LOOKED_UP_MOST)
        ends = set(self.library.with_its_events(self.first)) if self.first else set()
        own = {each.fact for each in askables if not ends.isdisjoint(each.ends)}
        wanted = [each for each in askables if self.topics is None or each.topic in self.topics or each.fact in own]
        if self.places:
            return plans.placement(wanted, self.memories)
        choice = choice_of(self.pupil, wanted, self.memories, self.now, horizon_of(self.now))
        planned = plans.plan_by_gain(wanted, self.memories, self.now, choice)
        if not self.first:
            return planned
        about = {fact.id for end in ends for fact in self.library.pack.entries[end].facts}
        about |= self.library.facts_asked_about(self.first)
        details = {each.fact for each in askables if each.importance == DETAIL}
        return tuple(
            sorted(planned, key=lambda each: (each.fact not in about, each.fact in details, each.fact not in own))
        )


class Sitting(NamedTuple):
    """The limits of a session: new facts, minutes, and whether new facts are shown before they are asked."""

    new: int
    minutes: float
    manner: Manner
    lessons: bool


def setup_of(context: AppContext, log: Log, names: list[str]) -> StudySetup:
    """The setup for the named chapters, or for all. NotFoundError if there is no such chapter."""
    with at_work("Computing how you remember, from your answers …"):
        take_in(log)
    library = context.library
    supply = Supply(library)
    with at_work("Finding out what can be asked (once for each state of the pack) …"):
        _ = supply.askables
    topics = frozenset(context.chapter(name).id for name in names) or None
    memories = log.own_memories()
    tell_of_strangers(context, memories.keys(), (each.fact for each in supply.askables))
    return StudySetup(context, library, log, supply, memories, topics, datetime.now().astimezone())


def failing_in(setup: StudySetup, among: Collection[str] | None = None) -> "list[Failing]":
    """Facts that keep failing, the worst first, each with what it is taken for."""
    from trotskyism_cli.screen.progress.failing import Failing  # see above

    every = plans.failing(setup.supply.askables, setup.memories)
    found = [memory for memory in every if among is None or memory.fact in among][:MOST_FAILING]
    return [Failing(each, confusions_about(setup, each.fact)[:CONFUSIONS]) for each in found]


def confusions_about(setup: StudySetup, fact: str) -> "tuple[Confusion, ...]":
    """What was answered instead of what, where a fact was asked for; nothing if the log cannot be read."""
    from trotskyism_cli.learning.progress.mistakes import confusions, told_apart  # see above

    with suppress(ProgressError):
        every = (part for review in setup.log.reviews_of(fact) for part in told_apart(review))
        return confusions(part for part in every if part.facts == (fact,))
    return ()
