"""A study session: asks the plan question by question, and adapts it to the answers.

It is driven like a quiz (see `session.Sitting`). Each answer is stored before its feedback is shown, so that leaving at
any time loses nothing.
"""

import math
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.answering.grading import Answer
from trotskyism_cli.learning.answering.session import Answers, Feedback, Question, Result, judge
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.reading import asked_in, taken_in
from trotskyism_cli.learning.recall.schedule import rate, remembered
from trotskyism_cli.learning.review import Review, correction_of, review_of
from trotskyism_cli.learning.study.asking_level import Form, choose_item, with_covered
from trotskyism_cli.learning.study.planned import Planned, Reason
from trotskyism_cli.learning.study.study_environment import (
    AHEAD,
    ItemsAbout,
    StudyEnvironment,
    Terms,
    seconds_of,
)
from trotskyism_cli.learning.study.turns import NEWCOMER, Turn, choices_first, untold

ASKED_AFTER = 3  # questions between the card of a fact and its question
READ_FIRST = 2  # cards in a row
# questions between a mistake and the same fact in another form; least number at the end
AGAIN_AFTER, AGAIN_LEAST = 3, 2
IN_OTHER_WORDS = 3  # one of so many words of an answer may differ where the answer was told
AGAIN = "once more, as you missed it"  # the reason shown for a question beyond the announced number
UNDO_STEPS = 30


class _Step(NamedTuple):
    """The state before an answer, for undo."""

    turn: Turn
    queue: tuple[Turn, ...]
    new_left: int
    review: Review


class Study:
    """A session over a plan. Each fact is asked once, and at most `new` new ones; further new ones are spare.

    With lessons, a new fact is shown first and asked a few questions later; a match or an order is asked once all of
    its facts were shown or met before. A fact answered wrongly comes back once, a few questions later and in another
    form: the right answer has been read by then, so this is a correction, and not a second question. If the feedback
    told the answer of no other question, the same one comes in another form; if it has none, the fact is shown again.
    Otherwise no stem comes twice. The session ends after as many questions as its first one announced, corrections not
    counted, or when the time up to `until` is needed for what was shown and missed. `memories` is updated in place.
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
        self._recalls = {each.fact: each.recall for each in plan if each.recall is not None}
        self._items = items
        self._environment = environment
        self._until = terms.until
        self._new_left = terms.new
        self._lessons = terms.lessons
        self._comes_again = terms.again
        self._pace = terms.pace
        self._foreseen = terms.foreseen
        self._covers = terms.covers
        self._eases = terms.eases and len(memories) < NEWCOMER
        self._begins = self._eases and terms.lessons
        self._told = set(memories)  # facts met before, or shown in this session
        self._open: tuple[Turn, Question] | None = None
        self._to_read: deque[str] = deque()  # facts shown again, for lack of another question
        self._read = 0  # cards since the last question
        self._reading = (0, 0.0)  # their words, and the seconds they were looked at
        self._answered = Answers()
        self._steps: deque[_Step] = deque(maxlen=UNDO_STEPS)
        self._announced = math.inf  # number of questions announced so far
        self._uncounted: list[bool] = []  # for each answer, whether it came too fast to be counted
        self._session = f"study-{environment.new_id()}"
        self.memories = memories

    def ask(self) -> Question | None:
        """The question to answer now, the same until it is answered; None when there are no more."""
        if self._open is None:
            turn = self._next()
            if turn is None or turn.item is None:
                return None
            number = len(self._answered) + 1
            known = turn.planned.reason in (Reason.DUE, Reason.WORTH) and turn.missed is None
            expected = self._recall_of(turn.item) if known else None
            beyond = AGAIN if turn.missed else ""
            again = number - self._asked_once - (not beyond)
            self._announced = min(self._announced, number - again + self._to_come(turn))
            total, fact = int(self._announced) + again, turn.planned.fact
            self._open = turn, Question(turn.item, number, total, expected, turn.shown or bool(beyond), beyond, fact)
        return self._open[1]

    @property
    def planned(self) -> Planned | None:
        """The planned fact for which the current question is asked."""
        return self._open[0].planned if self._open else None

    @property
    def read_first(self) -> int:
        """The number of facts shown before the next question, at most READ_FIRST."""
        if self.ask() is None or self._open is None:
            return 0
        rest = [self._open[0], *(each for each in self._in_turn() if not each.shown)]
        count = 0
        for turn in islice(rest, READ_FIRST):
            if not (cards := len(self._cards_of(turn))):
                break
            count += cards
        return min(count, READ_FIRST)

    def lesson(self) -> str | None:
        """The id of the fact to show now, before the next question; None if there is none."""
        question = self.ask()
        if self._to_read:
            self._read += 1
            return self._to_read.popleft()
        if question is None or self._open is None or not (cards := self._cards_of(self._open[0])):
            return None
        turn, self._open = self._open[0], None
        fact = cards[0]
        self._told.add(fact)
        self._read += 1
        turn = turn._replace(shown=len(cards) == 1, since=len(self._answered))
        place = sum(each.shown for each in self._queue)  # those shown before stand first
        self._queue = (*self._queue[:place], turn, *self._queue[place:])
        return fact

    def read(self, words: int, seconds: float) -> None:
        """Record how many words were shown and how long they were looked at; stored with the next answer."""
        before, looked = self._reading
        self._reading = before + words, looked + seconds

    @property
    def has_card(self) -> bool:
        """Whether a fact is to be shown again though no further question comes."""
        return self.ask() is None and bool(self._to_read)

    def question_on(self, fact: str) -> Item | None:
        """Return the question that a fact is shown for: the one to come, or the one that was missed."""
        coming = (turn.item for turn in self._queue if turn.planned.fact == fact and turn.item)
        missed = (each.question.item for each in reversed(self._answered) if fact in each.asked)
        return next(chain(coming, missed), None)

    def is_again(self, fact: str) -> bool:
        """Whether a fact is shown because it was missed."""
        return any(fact in each.asked for each in self._answered)

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
        words, looked = self._reading
        if words and environment.timed:
            review = review._replace(read_words=words, read_seconds=round(looked, 1))
        self._reading = (0, 0.0)
        before = environment.keeper.memories_of(review.facts)  # another session may have been at it
        changed = taken_in(before, review)
        environment.keeper.keep(review, changed)
        self._steps.append(_Step(turn, self._queue, self._new_left, review))
        self.memories.update(changed)
        self._answered.append(feedback)
        self._uncounted.append(rate(review) is None)
        self._open, self._read = None, 0
        self._to_read.clear()
        self._queue = tuple(each for each in self._queue if each.planned.fact not in review.facts)
        comes_again = self._comes_again and not feedback.correct and turn.missed is None
        if comes_again and len([*islice(self._in_turn(), AGAIN_LEAST)]) == AGAIN_LEAST:
            again = Turn(turn.planned, missed=question.item, since=len(self._answered))
            self._queue = (*self._queue[:AGAIN_AFTER], again, *self._queue[AGAIN_AFTER:])
        return feedback

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer in this session that is at most UNDO_STEPS answers ago."""
        return bool(self._steps)

    def undo(self) -> Feedback | None:
        """Take back the last answer and open its question again; None if there is none, or it is too long ago."""
        if not self._steps:
            return None
        step = self._steps.pop()
        environment = self._environment
        correction = correction_of(step.review, environment.new_id(), environment.clock())
        environment.keeper.append(correction, remembered)
        for fact in correction.facts:
            self.memories.pop(fact, None)
        self.memories.update(environment.keeper.memories_of(correction.facts))
        self._queue, self._new_left = (step.turn, *step.queue), step.new_left
        self._open = None
        self._reading = step.review.read_words, step.review.read_seconds or 0.0
        self._to_read.clear()
        self._uncounted.pop()
        return self._answered.take_back()

    def result(self) -> Result:
        """The answers so far, without the open question."""
        return self._answered.result()

    @property
    def uncounted(self) -> int:
        """The number of answers too fast to have read the question, which do not count."""
        return sum(self._uncounted)

    @property
    def has_more(self) -> bool:
        """Whether something is left for another session."""
        return bool(self._queue)

    @property
    def is_over_time(self) -> bool:
        return self._until is not None and self._environment.clock() >= self._until

    @property
    def _has_time(self) -> bool:
        """Whether there is time for more than what was shown and what was missed."""
        return self._until is None or self._left() > 0

    def _left(self) -> float:
        """Return the seconds left for what was neither shown nor missed."""
        if self._until is None:
            return math.inf
        owed = sum(self._seconds(turn) for turn in self._queue if turn.is_owed)
        return (self._until - self._environment.clock()).total_seconds() - owed

    @property
    def _has_time_to_show(self) -> bool:
        """Whether there is time for a card, its question, and some other questions between."""
        between = AGAIN_LEAST - sum(turn.is_owed for turn in self._queue)
        return between <= 0 or self._left() > self._pace.card + self._pace.right * (1 + between)

    @property
    def _is_full(self) -> bool:
        """Whether the questions asked, and those owed to shown facts, are as many as were announced."""
        return self._asked_once + sum(turn.item is not None for turn in self._queue) >= self._announced

    @property
    def _asked_once(self) -> int:
        """The number of questions answered, without those that came back after a mistake."""
        return sum(not each.question.beyond for each in self._answered)

    def _cards_of(self, turn: Turn) -> list[str]:
        """The facts to be shown before a turn, as they are new to the learner."""
        if not self._lessons or turn.shown or turn.missed:
            return []
        fact = turn.planned.fact
        own = [fact] if turn.is_new and fact not in self._told and not self._was_asked(fact) else []
        return [*own, *(self._untold(fact, turn.item) if turn.item else ())]

    def _untold(self, fact: str, item: Item) -> list[str]:
        """The other facts of a match or an order that were neither shown nor asked before."""
        return [each for each in untold(self._told, fact, item) if not self._was_asked(each)]

    def _nearly_told(self, fact: str, items: Sequence[Item]) -> list[Item]:
        """The items for which only a few more facts need to be shown first, if new facts are wanted."""
        if not self._lessons or self._begins or self._new_left <= 0:
            return []
        return [each for each in items if 0 < len(self._untold(fact, each)) <= READ_FIRST]

    def _was_asked(self, fact: str) -> bool:
        """Whether a fact was asked before, even if the answer was too fast to count."""
        return any(fact in asked_in(review) for review in self._environment.keeper.lately(fact))

    def _recall_of(self, item: Item) -> float:
        """The probability that all facts of an item are remembered, as far as they were met before."""
        return math.prod(self._recalls.get(fact, 1.0) for fact in item.asked_ids)

    def _to_come(self, turn: Turn) -> int:
        """The number of questions likely to follow a turn, corrections not counted: those planned, if there is time."""
        foreseen = self._foreseen
        every = self._in_turn() if foreseen is None else self._queue
        waiting = (each for each in every if each.missed is None)
        if foreseen is not None:  # without facts asked by another question, and those that cannot be asked
            waiting = (each for each in waiting if each.item or each.planned.fact in foreseen)
        if self._until is None:
            return sum(1 for _ in waiting)
        left = (self._until - self._environment.clock()).total_seconds() - self._seconds(turn)
        count = 0
        for each in waiting:
            if left <= 0:  # the rest of a long plan need not be looked at
                break
            left -= self._seconds(each)
            count += 1
        return max(count, sum(each.item is not None for each in self._queue))

    def _seconds(self, turn: Turn) -> float:
        """The seconds that a turn will take, with the card of its fact."""
        has_card = self._lessons and turn.takes_room
        is_told = has_card or turn.shown or turn.missed is not None
        return self._pace.card * has_card + seconds_of(turn.planned, self._pace, shown=is_told)

    def _in_turn(self) -> Iterator[Turn]:
        """The turns to come, without spare new facts, or any new fact if there is no time for its card and question.

        A generator, as the queue may be long and often only its beginning is needed.
        """
        if self._is_full or not self._has_time:
            yield from (turn for turn in self._queue if turn.is_owed)
            return
        is_late = self._lessons and bool(self._answered) and not self._has_time_to_show
        room = 0 if is_late else self._new_left
        for turn in self._queue:
            takes_room = turn.takes_room
            room -= takes_room
            if not takes_room or room >= 0:
                yield turn

    def _next(self) -> Turn | None:
        """Remove and return the next turn for which there is an item; drop facts about which nothing can be asked."""
        if self._eases:
            self._eases = False
            self._queue = choices_first(self._queue, self._item)
        before = self._queue
        while turn := self._best():
            if turn.missed and self._waited(turn) < AGAIN_LEAST:  # nothing else is left: it waits for another day
                self._taken(turn)
                continue
            place = self._queue.index(turn)
            rest = self._queue[place + 1 :]
            item = self._item(turn, rest)
            ready = turn._replace(item=item)
            if item and self._cards_of(ready) and (shown := self._shown_enough()):
                return self._taken(shown)
            self._taken(turn)
            if item is None and turn.missed and self._lessons:
                self._to_read.append(turn.planned.fact)
            elif item is not None:
                self._new_left -= turn.takes_room
                return ready
        if self._answered or not self._begins:
            return None
        self._begins, self._queue = False, before  # if no choices can be asked, ask other items
        return self._next()

    def _best(self) -> Turn | None:
        """The next turn: a fact shown or missed, if enough questions came between, or if there is nothing else."""
        shown = [each for each in self._queue if each.shown]
        others = [*islice((each for each in self._in_turn() if not each.shown), AGAIN_AFTER + 1)]
        further = next((each for each in others if not each.missed or self._waited(each) >= AGAIN_AFTER), None)
        if not shown:
            return further or next(iter(others), None)
        has_waited = self._waited(shown[0]) >= ASKED_AFTER
        # One card for each question keeps the distance between cards and questions the same.
        is_one_short = self._read == 0 and len(shown) <= ASKED_AFTER and further and further.takes_room
        return shown[0] if has_waited and not (is_one_short and self._lessons) else further or shown[0]

    def _waited(self, turn: Turn) -> int:
        """Return how many questions were asked since a fact was shown or missed."""
        return len(self._answered) - turn.since

    def _shown_enough(self) -> Turn | None:
        """The turn to ask before a further card is shown, if enough cards were shown for now."""
        shown = [each for each in self._queue if each.shown]
        return shown[0] if shown and (self._read >= READ_FIRST or len(shown) > ASKED_AFTER) else None

    def _taken(self, turn: Turn) -> Turn:
        place = self._queue.index(turn)
        self._queue = (*self._queue[:place], *self._queue[place + 1 :])
        return turn

    def _item(self, turn: Turn, others: Sequence[Turn]) -> Item | None:
        """The item for a turn. Its stem and facts were not asked before in this session, except after a mistake.

        Items whose facts were all told before are preferred; a beginner is asked no others. If only the item of the
        last time is left, one is chosen that needs few cards first. A fact that was shown is asked in any case.
        """
        asked = [feedback.question.item for feedback in self._answered]
        stems = {item.stem for item in asked}
        met = {fact for item in asked for fact in item.rests_on}.difference(turn.missed.rests_on if turn.missed else ())
        if turn.item is not None and met.isdisjoint(turn.item.rests_on):
            return turn.item
        fact = turn.planned.fact
        found = self._items(fact, [each.planned.fact for each in others[:AHEAD]])
        fresh = [each for each in found if each.stem not in stems and met.isdisjoint(each.rests_on)]
        if turn.missed:
            fresh = [each for each in fresh if _is_told(each, turn.missed)] or self._in_another_form(found, turn.missed)
        memory = turn.planned.memory
        # A new fact, too, may have been asked before, by a question about another one.
        lately = self._environment.keeper.lately(fact) if memory or turn.missed or len(fresh) > 1 else ()
        last = last_form(lately)
        told = [each for each in fresh if not self._untold(fact, each)]
        if self._covers and not any(each.covered for each in told):
            told = with_covered(told)
        as_before = choose_item(told, memory, last)
        if last and as_before and Form.of(as_before) == last and not turn.missed:
            told += self._nearly_told(fact, fresh)
        if told or self._begins or turn.shown or turn.missed:
            fresh = told
        item = choose_item(fresh, memory, last)
        if item is None:
            return turn.item
        shown = next((review.key for review in reversed(lately) if review.item == item.id), None)
        if shown is None:
            return item
        # slow to import, and rarely needed for the first question
        from trotskyism_cli.items.reorder import in_another_order

        return in_another_order(item, shown, memory.reviews if memory else 0)

    def _in_another_form(self, found: Sequence[Item], missed: Item) -> list[Item]:
        """Return the missed question itself in its other forms: its key has been read by then."""
        same = [each for each in found if each.stem == missed.stem]
        every = with_covered(same) if self._covers else same
        return [each for each in every if Form.of(each).way != Form.of(missed).way]


def _is_told(item: Item, missed: Item) -> bool:
    """Return whether the feedback on a missed question tells the answer to another one about the same fact alone."""
    told = " ".join((missed.stem, missed.key, missed.explanation, *missed.option_notes))
    return not item.asks_together and tells_key(told, item)


def tells_key(text: str, item: Item) -> bool:
    """Return whether a text, read with the stem of a question, tells its key in much the same words."""
    from trotskyism_cli.library.questions.answer_text import tells  # slow to import, and not needed before a mistake

    return tells(f"{text} {item.stem}", item.key, IN_OTHER_WORDS)


def last_form(reviews: Sequence[Review]) -> Form | None:
    """The form in which a fact was last asked, from reviews in order of time; None if it never was."""
    if not reviews:
        return None
    last = reviews[-1]
    return Form(last.family, last.response, last.item, last.covered)
