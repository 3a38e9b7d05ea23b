"""A quiz session: which question is next, the mark of each answer, and the result.

The interactive screen, the plain screen and the tests all drive the same session:

    while (question := session.ask()) is not None:
        feedback = session.answer(Chosen((2,)))
    result = session.result()
"""

from collections.abc import Callable, Iterable
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.answering.grading import CLAIMED, NOTHING, Answer, Chosen, Grade, fits, grade
from trotskyism_cli.learning.answering.parts import Part, parts_of

if TYPE_CHECKING:  # a first question is asked without any record of the pack
    from trotskyism_cli.pack.pack import Pack


class Question(NamedTuple):
    """An item as it is asked: its number of the total, and its retrievability (0 to 1; None if unknown).

    `shown`: the answer was told a few questions before. `beyond`: why it is asked although the session's quota is used
    up. `fact`: the fact for which the item was chosen, if any.
    """

    item: Item
    number: int
    total: int
    predicted: float | None = None
    shown: bool = False
    beyond: str = ""
    fact: str = ""


class Command(Enum):
    """What a learner may reply instead of an answer; LATE is sent by the clock when the time is up."""

    PASS = "pass"
    STOP = "stop"
    UNDO = "undo"
    LATE = "late"


Reply = Answer | Command


class Feedback(NamedTuple):
    """The outcome of one question; `said` is None if it was passed.

    `confidence` goes from 1 (a guess) to 3 (sure), `seconds` is the time taken; each is None where unknown.
    """

    question: Question
    said: Answer | None
    grade: Grade
    confidence: int | None = None
    seconds: float | None = None

    @property
    def correct(self) -> bool:
        return self.grade.correct

    @property
    def passed(self) -> bool:
        return self.said is None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that were asked for, beginning with the one for which the item was chosen."""
        item, fact = self.question.item, self.question.fact
        if item.asks_together or fact not in item.asked_ids:
            return item.asked_ids
        return fact, *(each for each in item.asked_ids if each != fact)

    @property
    def parts(self) -> dict[str, Part]:
        """What the answer shows about each of `facts`."""
        chosen = self.said.options if isinstance(self.said, Chosen) else ()
        item, facts = self.question.item, self.facts
        return dict(zip(facts, parts_of(item.response, facts, chosen, item.answer, correct=self.correct), strict=True))

    @property
    def asked(self) -> dict[str, bool]:
        """Whether each fact asked for was right; only items that ask facts together ask for more than one."""
        most = None if self.question.item.asks_together else 1
        return {fact: part.right for fact, part in islice(self.parts.items(), most)}


class Result(NamedTuple):
    """All answers of a session, in order.

    `anew` are the places of answers that replaced a wrong one, taken back after the right answer had been shown.
    `unreached` is the number of questions left when the time was up, None if it was not. If they `counts`, as in an
    exam, they are marked 0.
    """

    answered: tuple[Feedback, ...]
    anew: frozenset[int] = frozenset()
    unreached: int | None = None
    counts: bool = False

    @property
    def right(self) -> int:
        return sum(feedback.correct for feedback in self.answered)

    @property
    def right_anew(self) -> int:
        """The number of right answers that were given only after the right answer had been shown."""
        return sum(self.answered[place].correct for place in self.anew if place < self.asked)

    @property
    def asked(self) -> int:
        return len(self.answered)

    @property
    def marked(self) -> int:
        """The number of questions that the score is out of."""
        return self.asked + (self.unreached or 0 if self.counts else 0)

    @property
    def credit(self) -> float:
        """The sum of the marks; partly right answers count in part."""
        return sum(feedback.grade.credit for feedback in self.answered)

    @property
    def missed(self) -> tuple[Feedback, ...]:
        return tuple(feedback for feedback in self.answered if not feedback.correct)

    @property
    def still_missed(self) -> tuple[Feedback, ...]:
        """The answers not fully right whose facts were not all right when they were last asked."""
        last = {fact: right for feedback in self.answered for fact, right in feedback.asked.items()}
        return tuple(each for each in self.missed if not all(last[fact] for fact in each.asked))

    @property
    def percent(self) -> int:
        """The credit in per cent of the questions marked, rounded; 0 if there were none."""
        return round(100 * self.credit / self.marked) if self.marked else 0


class Answers(list[Feedback]):
    """The answers of a session in order, and which of them replaced a wrong one that was taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._anew = set[int]()

    def take_back(self) -> Feedback:
        """Remove and return the last answer. IndexError if there is none."""
        undone = self.pop()
        if not undone.correct:
            self._anew.add(len(self))
        return undone

    def result(self) -> Result:
        """The answers so far."""
        return Result(tuple(self), frozenset(self._anew))


class Sitting(Protocol):
    """What a screen drives: a quiz or a study session."""

    def ask(self) -> Question | None:
        """The question to answer now, the same until it is answered; None when there are no more."""

    def answer(
        self, said: Answer | None, confidence: int | None = None, seconds: float | None = None, *, claimed: bool = False
    ) -> Feedback:
        """Answer the open question, or pass it with None. ValueError if none is open or the answer does not fit it.

        An answer `claimed` to be right counts as right: no list of accepted answers is complete.
        """

    def lesson(self) -> str | None:
        """The id of a fact to show before the next question; None if there is none."""

    def read(self, words: int, seconds: float) -> None:
        """Record how many words were shown, and for how many seconds they were looked at."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer that can be taken back."""

    def undo(self) -> Feedback | None:
        """Take the last answer back and open its question again; None if there is nothing to take back."""

    def result(self) -> Result:
        """The answers so far, without the open question."""


class Session:
    """A quiz: each of the given items once. `keep` is called with each answer before its feedback is shown.

    `take_back` is called when the last answer is taken back; without it answers cannot be taken back.
    """

    def __init__(
        self,
        items: Iterable[Item],
        keep: Callable[[Feedback], None] | None = None,
        take_back: Callable[[], None] | None = None,
    ) -> None:
        self._items = tuple(items)
        self._answered = Answers()
        self._keep = keep
        self._take_back = take_back

    def ask(self) -> Question | None:
        number = len(self._answered)
        if number >= len(self._items):
            return None
        return Question(self._items[number], number + 1, len(self._items))

    def answer(
        self, said: Answer | None, confidence: int | None = None, seconds: float | None = None, *, claimed: bool = False
    ) -> Feedback:
        question = self.ask()
        if question is None:
            raise ValueError("no question is open")
        feedback = judge(question, said, confidence, seconds, claimed=claimed)
        if self._keep is not None:
            self._keep(feedback)
        self._answered.append(feedback)
        return feedback

    def lesson(self) -> str | None:
        """None: a quiz shows no lessons."""
        return None

    def read(self, words: int, seconds: float) -> None:
        """Do nothing: a quiz shows no lessons."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer, and answers may be taken back (in an exam they may not)."""
        return bool(self._answered) and self._take_back is not None

    def undo(self) -> Feedback | None:
        """Take the last answer back and open its question again; None if that is not possible."""
        if not self._answered or self._take_back is None:
            return None
        self._take_back()
        return self._answered.take_back()

    def result(self) -> Result:
        return self._answered.result()


def judge(
    question: Question,
    said: Answer | None,
    confidence: int | None = None,
    seconds: float | None = None,
    *,
    claimed: bool = False,
) -> Feedback:
    """The feedback on an answer; one `claimed` to be right is right. ValueError if it does not fit the question."""
    if said is not None and not fits(question.item, said):
        raise ValueError(f"{said} does not answer a question of the response {question.item.response}")
    worth = NOTHING if said is None else CLAIMED if claimed else grade(question.item, said)
    return Feedback(question, said, worth, confidence, seconds)


def entries_to_read(pack: "Pack", missed: Iterable[Feedback]) -> tuple[str, ...]:
    """Ids of the first entries of the questions missed, each once, in order."""
    found = (_entry_of(pack, feedback.question.item) for feedback in missed)
    return tuple(dict.fromkeys(entry for entry in found if entry))


def _entry_of(pack: "Pack", item: Item) -> str:
    """The first entry that an item asks for and the book has, else empty. A quotation counts for its speaker."""
    speakers = {asked: quote.speaker for asked in item.asked_ids if (quote := pack.quotes.get(asked))}
    entries = (speakers.get(asked, asked.partition(".")[0]) for asked in item.asked_ids)
    return next((entry for entry in entries if entry in pack.entries), "")
