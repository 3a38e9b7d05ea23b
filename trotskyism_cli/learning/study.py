"""A study session: the plan, put question by question, and changed by what is answered.

It is driven like a quiz (see `session.Sitting`). Each answer is kept before anybody sees what it was worth, so that
leaving at any time loses nothing.
"""

import math
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import NamedTuple

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.asking_level import Form, choose_item
from trotskyism_cli.learning.grading import Answer
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.planned import Planned, Reason
from trotskyism_cli.learning.review import Review, correction_of, review_of
from trotskyism_cli.learning.schedule import rate, remembered, taken_in
from trotskyism_cli.learning.session import Answers, Feedback, Question, Result, judge
from trotskyism_cli.learning.study_environment import AHEAD, ItemsAbout, StudyEnvironment, Terms, seconds_of
from trotskyism_cli.learning.turns import NEWCOMER, Turn, asks_only_of, choices_first

ASKED_AFTER = 2  # a question and a further fact that stand between a fact that was shown and its question
READ_FIRST = 2  # facts that are shown in a row, at the beginning
AGAIN_AFTER, AGAIN_LEAST = 4, 2  # questions between a mistake and the same fact in another form; and at the end
AGAIN = "once more, as you missed it"  # why a sitting gets longer
UNDO_STEPS = 30


class _Step(NamedTuple):
    """All that an answer changed, as it was before, for undo."""

    turn: Turn
    queue: tuple[Turn, ...]
    new_left: int
    review: Review


class Study:
    """A session over a plan. It asks each fact once, and at most `new` of the new ones planned; those beyond are spare.

    With lessons, a new fact is shown first, and asked after another has been shown and one been asked. A fact that was
    answered wrong comes back once, a few questions later and in another form: what is right has been read by then, so
    that is a correction, and no second question as a learner sees it. No stem comes twice. It ends when as many were
    asked as its first question announced, but for such corrections; after the time `until` only what was shown is
    still asked. `memories` is kept up to date in place.
    """

    def __init__(
        self,
        plan: Sequence[Planned],
        items: ItemsAbout,
        memories: dict[str, Memory],
        environment: StudyEnvironment,
        terms: Terms,
    ) -> None:
        self._queue = tuple(Turn(planned) for planned in plan)
        self._items = items
        self._environment = environment
        self._until = terms.until
        self._new_left = terms.new
        self._lessons = terms.lessons
        self._comes_again = terms.again
        self._pace = terms.pace
        self._eases = terms.eases and len(memories) < NEWCOMER
        self._begins = self._eases and terms.lessons
        self._told = set(memories)  # facts that were met, or shown in this session
        self._open: tuple[Turn, Question] | None = None
        self._answered = Answers()
        self._steps: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._announced = math.inf  # questions, as they were counted so far
        self._uncounted: list[bool] = []  # of each answer, whether it came too fast to tell anything
        self._session = f"study-{environment.new_id()}"
        self.memories = memories

    def ask(self) -> Question | None:
        """The question to answer now, the same until it is answered; None when there is no further one."""
        if self._open is None:
            turn = self._next()
            if turn is None or turn.item is None:
                return None
            number = len(self._answered) + 1
            known = turn.planned.reason in (Reason.DUE, Reason.WORTH) and turn.missed is None
            expected = turn.planned.recall if known else None
            beyond = AGAIN if turn.missed else ""
            again = number - self._asked_once - (not beyond)
            self._announced = min(self._announced, number - again + self._to_come(turn))
            question = Question(turn.item, number, int(self._announced) + again, expected, turn.shown, beyond)
            self._open = turn, question
        return self._open[1]

    @property
    def planned(self) -> Planned | None:
        """The fact of the plan that the question to answer now is asked for."""
        return self._open[0].planned if self._open else None

    @property
    def read_first(self) -> int:
        """How many facts are shown before the next question."""
        self.ask()
        first = [*([self._open[0]] if self._open else []), *islice(self._in_turn(), READ_FIRST)][:READ_FIRST]
        return len(list(takewhile(self._has_card, first)))

    def lesson(self) -> str | None:
        """The fact to show now, before the next question; None if there is none to be shown."""
        if self.ask() is None or self._open is None or not self._has_card(turn := self._open[0]):
            return None
        self._open = None
        self._told.add(turn.planned.fact)
        waits = any(each.shown for each in self._queue[:ASKED_AFTER])
        place = ASKED_AFTER if waits else READ_FIRST - 1  # so that no more than two are read in a row
        self._queue = (*self._queue[:place], turn._replace(shown=True), *self._queue[place:])
        return turn.planned.fact

    def answer(
        self, said: Answer | None, confidence: int | None = None, seconds: float | None = None, *, claimed: bool = False
    ) -> Feedback:
        """Answer the open question, or pass it with None. ValueError if none is open or the answer does not fit it."""
        question = self.ask()
        if question is None or self._open is None:
            raise ValueError("no question is open")
        turn = self._open[0]
        environment = self._environment
        feedback = judge(question, said, confidence, seconds if environment.timed else None, claimed=claimed)
        review = review_of(feedback, environment.pack(), self._session, environment.new_id(), environment.clock())
        before = environment.keeper.memories_of(review.facts)  # another session may have been at it
        changed = taken_in(before, review, environment.settings)
        environment.keeper.keep(review, changed)
        self._steps.append(_Step(turn, self._queue, self._new_left, review))
        self.memories.update(changed)
        self._answered.append(feedback)
        self._uncounted.append(rate(review) is None)
        self._open = None
        self._queue = tuple(each for each in self._queue if each.planned.fact not in review.facts)
        if self._comes_again and not feedback.correct and turn.missed is None and len(self._waiting()) >= AGAIN_LEAST:
            again = Turn(turn.planned, None, shown=True, missed=question.item)
            self._queue = (*self._queue[:AGAIN_AFTER], again, *self._queue[AGAIN_AFTER:])
        return feedback

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer in this session, and not too long ago."""
        return bool(self._steps)

    def undo(self) -> Feedback | None:
        """Take back the last answer, which opens its question again; None if there is none, or too long ago."""
        if not self._steps:
            return None
        step = self._steps.pop()
        environment = self._environment
        correction = correction_of(step.review, environment.new_id(), environment.clock())
        environment.keeper.append(correction, partial(remembered, settings=environment.settings))
        for fact in correction.facts:
            self.memories.pop(fact, None)
        self.memories.update(environment.keeper.memories_of(correction.facts))
        self._queue, self._new_left = (step.turn, *step.queue), step.new_left + step.turn.takes_room
        self._open = None
        self._uncounted.pop()
        return self._answered.take_back()

    def result(self) -> Result:
        """What was answered so far; the open question is not counted."""
        return self._answered.result()

    @property
    def uncounted(self) -> int:
        """How many answers came faster than anybody reads a question, and so tell nothing."""
        return sum(self._uncounted)

    @property
    def has_more(self) -> bool:
        """Whether there is something left for another session."""
        return bool(self._queue)

    @property
    def is_over_time(self) -> bool:
        return self._until is not None and self._environment.clock() >= self._until

    @property
    def _is_full(self) -> bool:
        """Whether what was asked, and what was shown and must be, are as many questions as were announced."""
        return self._asked_once + sum(turn.item is not None for turn in self._queue) >= self._announced

    @property
    def _asked_once(self) -> int:
        """How many questions were answered, without those that came back after a mistake."""
        return sum(not each.question.beyond for each in self._answered)

    def _has_card(self, turn: Turn) -> bool:
        """Whether a fact is to be shown before it is asked: not if it was asked before and the answer told nothing."""
        return self._lessons and turn.takes_room and not self._environment.keeper.lately(turn.planned.fact)

    def _to_come(self, turn: Turn) -> int:
        """How many questions are likely to follow one, but for what was missed: those planned, if there is time."""
        waiting = [each for each in self._waiting() if each.missed is None]
        if self._until is None:
            return len(waiting)
        left = (self._until - self._environment.clock()).total_seconds() - self._seconds(turn)
        count = 0
        for each in waiting:
            count += left > 0 or each.shown
            if left > 0:  # of a long plan only what there is time for need be weighed
                left -= self._seconds(each)
        return count

    def _seconds(self, turn: Turn) -> float:
        return seconds_of(turn.planned, self._pace, lessons=self._lessons and turn.missed is None)

    def _waiting(self) -> tuple[Turn, ...]:
        """What is still to be asked, without the spare new facts."""
        return tuple(self._in_turn())

    def _in_turn(self) -> Iterator[Turn]:
        """What is still to be asked, one by one: the queue may be long, and often only its beginning is asked for."""
        if self.is_over_time:
            yield from (turn for turn in self._queue if turn.item)
            return
        if self._is_full:
            yield from (turn for turn in self._queue if turn.is_owed)
            return
        room = self._new_left
        for turn in self._queue:
            takes_room = turn.takes_room
            room -= takes_room
            if not takes_room or room >= 0:
                yield turn

    def _next(self) -> Turn | None:
        """Take the next turn for which there is an item; facts about which nothing can be asked are dropped."""
        if self._eases:
            self._eases = False
            self._queue = choices_first(self._queue, self._item)
        before = self._queue
        while turn := next(self._in_turn(), None):
            place = self._queue.index(turn)
            rest = self._queue[place + 1 :]
            self._queue = (*self._queue[:place], *rest)
            item = self._item(turn, rest)
            if item is not None:
                self._new_left -= turn.takes_room
                return turn._replace(item=item)
        if self._answered or not self._begins:
            return None
        self._begins, self._queue = False, before  # where nothing else can be asked
        return self._next()

    def _item(self, turn: Turn, others: Sequence[Turn]) -> Item | None:
        """The item for a turn: neither its stem nor a fact in it was asked before in this session, but after a mistake.

        Who begins has matched and ordered only what was told. What was shown is asked at any rate.
        """
        asked = [feedback.question.item for feedback in self._answered]
        stems = {item.stem for item in asked}
        met = {fact for item in asked for fact in item.rests_on}.difference(turn.missed.rests_on if turn.missed else ())
        if turn.item is not None and met.isdisjoint(turn.item.rests_on):
            return turn.item
        found = self._items(turn.planned.fact, [each.planned.fact for each in others[:AHEAD]])
        fresh = [each for each in found if each.stem not in stems and met.isdisjoint(each.rests_on)]
        if self._begins:
            fresh = [each for each in fresh if asks_only_of(self._told, turn.planned.fact, each)]
        memory = turn.planned.memory
        lately = self._environment.keeper.lately(turn.planned.fact) if memory or turn.missed else ()
        item = choose_item(fresh, memory, last_form(lately))
        if item is None:
            return turn.item
        shown = next((review.key for review in reversed(lately) if review.item == item.id), None)
        if shown is None:
            return item
        from trotskyism_cli.items.reordered import in_another_order  # most first questions come in another form

        return in_another_order(item, shown, memory.reviews if memory else 0)


def last_form(reviews: Sequence[Review]) -> Form | None:
    """The form in which a fact was asked the last time, by reviews in order of time; None if it never was."""
    return Form(reviews[-1].family, reviews[-1].response, reviews[-1].item) if reviews else None
