"""A study session: the plan, put question by question, and changed by what is answered.

It is driven like a quiz (see `session.Sitting`). Each answer is kept before anybody sees what it was worth, so that
leaving at any time loses nothing.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, Protocol

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.gain import HORIZON
from trotskyism_cli.learning.grading import Answer
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.plan import Choice, Planned, Reason, choose_item
from trotskyism_cli.learning.pupil import Pupil, day_of_time
from trotskyism_cli.learning.review import Review, offset_of, review_of
from trotskyism_cli.learning.schedule import DEFAULTS, Settings, replay, taken_in
from trotskyism_cli.learning.session import Feedback, Question, Result, judge
from trotskyism_cli.learning.traces import SAME_SITTING
from trotskyism_cli.pack.model import Pack

RETURNS_AFTER = 4  # questions, as far as there are so many
LEECH_RETURNS = 1  # times that a fact which keeps failing comes back in a session
UNDO_STEPS = 30
AHEAD = 40  # facts for which questions are made at once, if some must be made

PROBES = ((300, 8), (1000, 16))  # up to so many answers, one question in so many is about how long something is kept
LATER_PROBES = 30

ItemsAbout = Callable[[str, Sequence[str]], Sequence[Item]]  # a fact, and those that come after it


class Keeper(Protocol):
    """Where answers are kept for good: a log of reviews, and the memories made of it (see `log.Log`)."""

    def keep(self, review: Review, memories: Mapping[str, Memory | None]) -> None:
        """Keep a review and the memories that it changed."""

    def append(self, review: Review, learn: Callable[[Iterable[Review]], Mapping[str, Memory]] | None = None) -> None:
        """Keep a review, and make the memories of its facts anew."""

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for, as they are now."""


class Desk(NamedTuple):
    """What a session needs around it: the pack, where to keep answers, the time, and ids that nobody else has.

    Unless it is `timed`, nobody sits there whose seconds could tell anything: answers come from a pipe.
    """

    pack: Pack
    keeper: Keeper
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    settings: Settings = DEFAULTS
    timed: bool = True


class _Turn(NamedTuple):
    """A fact to ask: the how-manyeth time in this session, counted from 0, and the item if that is settled."""

    planned: Planned
    again: int = 0
    item: Item | None = None


class _Step(NamedTuple):
    """All that an answer changed, as it was before, for undo."""

    turn: _Turn
    queue: tuple[_Turn, ...]
    new_left: int
    review: Review


class Study:
    """A session over a plan. It asks at most `new` of the new facts planned; those beyond are spare.

    After the time `until` only facts that were wrong before come back. `memories` is kept up to date in place.
    """

    def __init__(
        self,
        plan: Sequence[Planned],
        items: ItemsAbout,
        memories: dict[str, Memory],
        desk: Desk,
        *,
        new: int = 5,
        until: datetime | None = None,
    ) -> None:
        self._queue = tuple(_Turn(planned) for planned in plan)
        self._items = items
        self._desk = desk
        self._until = until
        self._new_left = new
        self._open: tuple[_Turn, Question] | None = None
        self._answered: list[Feedback] = []
        self._steps: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._session = desk.new_id()
        self.memories = memories

    def ask(self) -> Question | None:
        """The question to answer now, the same until it is answered; None when there is no further one."""
        if self._open is None:
            turn = self._next()
            if turn is None or turn.item is None:
                return None
            number = len(self._answered) + 1
            # What was wrong a moment ago tells nothing about tomorrow: no recall is expected of it.
            expected = turn.planned.recall if turn.planned.reason is Reason.DUE and not turn.again else None
            self._open = turn, Question(turn.item, number, number + len(self._waiting()), expected)
        return self._open[1]

    def answer(self, said: Answer | None, confidence: int | None = None, seconds: float | None = None) -> Feedback:
        """Answer the open question, or pass it with None. ValueError if none is open or the answer does not fit it."""
        question = self.ask()
        if question is None or self._open is None:
            raise ValueError("no question is open")
        turn = self._open[0]
        desk = self._desk
        feedback = judge(question, said, confidence, seconds if desk.timed else None)
        review = review_of(feedback, desk.pack, self._session, desk.new_id(), desk.clock())
        before = desk.keeper.memories_of(review.facts)  # another session may have been at it
        changed = taken_in(before, review, desk.settings)
        counts = any(memory is not before.get(fact) for fact, memory in changed.items())
        desk.keeper.keep(review, changed)
        self._steps.append(_Step(turn, self._queue, self._new_left, review))
        self.memories.update(changed)
        self._answered.append(feedback)
        self._open = None
        self._after(turn, review, learnt=feedback.correct and counts)
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
        desk, now = self._desk, self._desk.clock()
        correction = Review(
            id=desk.new_id(),
            time=now.astimezone(UTC),
            pack=step.review.pack,
            session=self._session,
            item=step.review.item,
            facts=step.review.facts,
            revisions=step.review.revisions,
            family=step.review.family,
            response=step.review.response,
            topic=step.review.topic,
            stem=step.review.stem,
            undoes=step.review.id,
            offset=offset_of(now),
        )
        desk.keeper.append(correction, partial(replay, settings=desk.settings))
        for fact in correction.facts:
            self.memories.pop(fact, None)
        self.memories.update(desk.keeper.memories_of(correction.facts))
        self._queue, self._new_left = (step.turn, *step.queue), step.new_left + _is_new(step.turn)
        self._open = None
        return self._answered.pop()

    def result(self) -> Result:
        """What was answered so far; the open question is not counted."""
        return Result(tuple(self._answered))

    @property
    def is_over_time(self) -> bool:
        return self._until is not None and self._desk.clock() >= self._until

    def _waiting(self) -> tuple[_Turn, ...]:
        """What is still to be asked, without the spare new facts."""
        if self.is_over_time:
            return tuple(turn for turn in self._queue if turn.again or turn.item)
        room = self._new_left
        found = []
        for turn in self._queue:
            room -= _is_new(turn)
            if not _is_new(turn) or room >= 0:
                found.append(turn)
        return tuple(found)

    def _next(self) -> _Turn | None:
        """Take the next turn for which there is an item; facts about which nothing can be asked are dropped."""
        used = {feedback.question.item.id for feedback in self._answered}
        while waiting := self._waiting():
            turn = waiting[0]
            place = self._queue.index(turn)
            rest = self._queue[place + 1 :]
            self._queue = (*self._queue[:place], *rest)
            planned = turn.planned
            item = turn.item
            if item is None:
                found = self._items(planned.fact, [each.planned.fact for each in rest[:AHEAD]])
                item = choose_item(found, planned.memory, used, turn.again)
            if item is not None:
                self._new_left -= _is_new(turn)
                return _Turn(planned, turn.again, item)
        return None

    def _after(self, turn: _Turn, review: Review, *, learnt: bool) -> None:
        """Drop what has just been learnt from the queue, or let the fact come back."""
        del learnt
        self._queue = tuple(each for each in self._queue if each.planned.fact not in review.facts)


def choice_of(
    pupil: Pupil, askables: Sequence[Askable], memories: Mapping[str, Memory], now: datetime, horizon: float = HORIZON
) -> Choice:
    """What asking is worth now, of all that was met before and not today; `horizon` in days."""
    today = day_of_time(now) - SAME_SITTING
    open_to = [each.fact for each in askables if each.fact in pupil.traces and pupil.traces[each.fact].last < today]
    new = any(each.fact not in memories for each in askables)
    gains, price = pupil.gains(open_to, now, horizon, new=new)
    every = next((each for most, each in PROBES if pupil.answers < most), LATER_PROBES)
    return Choice(gains, price if new else -math.inf, every)


def _is_new(turn: _Turn) -> bool:
    return turn.planned.reason is Reason.NEW
