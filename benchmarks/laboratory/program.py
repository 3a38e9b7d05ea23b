"""`trotskyism study` as a way to teach in the laboratory: the program's own sessions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from benchmarks.laboratory.learners import Learner
from benchmarks.laboratory.ways import FACTS, START, Day, Sitting
from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.learner_model import Pupil
from trotskyism_cli.learning.recall.reading import evidence_of, signs_of
from trotskyism_cli.learning.recall.traces import Evidence
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.study.choosing import choice_of
from trotskyism_cli.learning.study.plan import plan_by_gain
from trotskyism_cli.learning.study.study import Study
from trotskyism_cli.learning.study.study_environment import StudyEnvironment, Terms
from trotskyism_cli.pack.pack import Pack

OPTIONS = tuple("abcd")
PACK = Pack("simulated", "Simulated", "", 1, "en", "", {}, {}, {}, (), {})
ASKABLES = [Askable(str(fact), "", 0, 1, 1, (str(fact),), ()) for fact in range(FACTS)]


@dataclass
class _Keeper:
    """Keeps memories and what is known of the learner in place of the log; nothing can be undone."""

    memories: dict[str, Memory] = field(default_factory=dict)
    pupil: Pupil = field(default_factory=Pupil)

    def keep(self, review: Review, memories: Mapping[str, Memory | None]) -> None:
        self.memories.update({fact: memory for fact, memory in memories.items() if memory})
        for fact, sign in signs_of(review):
            if sign.rating:
                self.pupil.learn([fact], evidence_of(sign))

    def append(self, review: Review, learn: object = None) -> None:
        raise NotImplementedError("nobody undoes anything here")

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        return {fact: self.memories[fact] for fact in facts if fact in self.memories}

    def lately(self, fact: str) -> tuple[Review, ...]:
        return ()  # there is only one form here


def study(seed: int) -> Day:
    """Teach with `trotskyism study` day after day, learning about the learner."""
    del seed
    return _sittings(_Keeper())


def studied(learner: Learner, days: int, minutes: float) -> Mapping[str, Sequence[Evidence]]:
    """The answers about each fact of a learner who studied for this many days."""
    keeper = _Keeper()
    sit = _sittings(keeper)
    for day in range(days):
        sit(Sitting(learner, day, minutes))
    return keeper.pupil.histories


def _sittings(keeper: _Keeper) -> Day:
    ids = count()

    def sit(sitting: Sitting) -> None:
        now = START + sitting.day * DAY
        keeper.pupil.fit()
        memories = {fact: each._replace(due=keeper.pupil.due(fact)) for fact, each in keeper.memories.items()}
        choice = choice_of(keeper.pupil, ASKABLES, memories, now)
        plan = plan_by_gain(ASKABLES, memories, now, choice)
        environment = StudyEnvironment(lambda: PACK, keeper, lambda: now + sitting.elapsed, lambda: str(next(ids)))
        session = Study(plan, _items_about, memories, environment, Terms(new=FACTS))
        while not sitting.is_over and (question := session.ask()) is not None:
            right = sitting.ask(int(question.item.asked_ids[0]))
            session.answer(Chosen((0 if right else 1,)))

    return sit


def _items_about(fact: str, ahead: Sequence[str]) -> tuple[Item, ...]:
    del ahead
    return (Item(fact, "who", Response.CHOICE, "", "easy", f"{fact}?", OPTIONS, (0,), "", OPTIONS, (fact,), ()),)
