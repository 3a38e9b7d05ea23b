"""One sitting of a quiz: which question is next, what an answer was worth, and how it ended.

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
    """An item as it is put: the how-manyeth of how many, and the recall to expect (0 to 1; None if unknown).

    `shown` if what it asks was told a few questions before; `beyond` says why it comes, if no more were to come. `fact`
    is the one for which it is asked, if it was chosen for one.
    """

    item: Item
    number: int
    total: int
    predicted: float | None = None
    shown: bool = False
    beyond: str = ""
    fact: str = ""


class Command(Enum):
    """What a learner may say instead of an answer, or, where the time is over, the clock."""

    PASS = "pass"
    STOP = "stop"
    UNDO = "undo"
    LATE = "late"


Reply = Answer | Command


class Feedback(NamedTuple):
    """What became of one question; `said` is None if it was passed.

    `confidence` goes from 1 (a guess) to 3 (sure), `seconds` is the time taken; None where nobody asked.
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
        """The facts that were asked for; first the one for which a choice among others was asked."""
        item, fact = self.question.item, self.question.fact
        if item.asks_together or fact not in item.asked_ids:
            return item.asked_ids
        return fact, *(each for each in item.asked_ids if each != fact)

    @property
    def parts(self) -> dict[str, Part]:
        """What the answer says of each of them."""
        chosen = self.said.options if isinstance(self.said, Chosen) else ()
        item, facts = self.question.item, self.facts
        return dict(zip(facts, parts_of(item.response, facts, chosen, item.answer, correct=self.correct), strict=True))

    @property
    def asked(self) -> dict[str, bool]:
        """Whether each fact was right that was asked for; a choice asks for one, whatever else it rests on."""
        most = None if self.question.item.asks_together else 1
        return {fact: part.right for fact, part in islice(self.parts.items(), most)}


class Result(NamedTuple):
    """How a session ended: everything that was answered, in order.

    `anew` are the places in it of what was answered wrong at first, and taken back when the right answer was shown.
    `unreached` is how many questions were left when the time was up, None if it was not; where they `count`, as in an
    exam, nothing was got for them.
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
        """How many of those right were so only after the right answer had been shown."""
        return sum(self.answered[place].correct for place in self.anew if place < self.asked)

    @property
    def asked(self) -> int:
        return len(self.answered)

    @property
    def marked(self) -> int:
        """How many questions the score is of."""
        return self.asked + (self.unreached or 0 if self.counts else 0)

    @property
    def credit(self) -> float:
        """The sum of what the answers were worth, answers right in part included."""
        return sum(feedback.grade.credit for feedback in self.answered)

    @property
    def missed(self) -> tuple[Feedback, ...]:
        return tuple(feedback for feedback in self.answered if not feedback.correct)

    @property
    def still_missed(self) -> tuple[Feedback, ...]:
        """The answers that were not right, of which what was missed was not put right later."""
        last = {fact: right for feedback in self.answered for fact, right in feedback.asked.items()}
        return tuple(each for each in self.missed if not all(last[fact] for fact in each.asked))

    @property
    def percent(self) -> int:
        """Per cent of the credit to be had, rounded; 0 if there was none."""
        return round(100 * self.credit / self.marked) if self.marked else 0


class Answers(list[Feedback]):
    """The answers of a sitting in their order, and which of them were wrong before they were taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._anew = set[int]()

    def take_back(self) -> Feedback:
        """Take the last answer back. IndexError if there is none."""
        undone = self.pop()
        if not undone.correct:
            self._anew.add(len(self))
        return undone

    def result(self) -> Result:
        """What was answered so far."""
        return Result(tuple(self), frozenset(self._anew))


class Sitting(Protocol):
    """What a screen drives: a quiz, or a study session."""

    def ask(self) -> Question | None:
        """The question to answer now, the same until it is answered; None when there is no further one."""

    def answer(
        self, said: Answer | None, confidence: int | None = None, seconds: float | None = None, *, claimed: bool = False
    ) -> Feedback:
        """Answer the open question, or pass it with None. ValueError if none is open or the answer does not fit it.

        An answer that is `claimed` to be right is taken for right: no list of accepted answers is complete.
        """

    def lesson(self) -> str | None:
        """The id of a fact to show before the next question; None if there is none."""

    def read(self, words: int, seconds: float) -> None:
        """So many words of what was to be shown were looked at for so long."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer that can be taken back."""

    def undo(self) -> Feedback | None:
        """Take the last answer back and open its question again; None if there is nothing to take back."""

    def result(self) -> Result:
        """What was answered so far; the open question is not counted."""


class Session:
    """A quiz: the items given, each once. `keep` is called with each answer before anybody sees what it was worth.

    `take_back` is called when the last answer is taken back; without it every answer stands.
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
        """None: a quiz tells nothing before it asks."""
        return None

    def read(self, words: int, seconds: float) -> None:
        """A quiz tells nothing that could be read."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer, and none that stands, as in an exam."""
        return bool(self._answered) and self._take_back is not None

    def undo(self) -> Feedback | None:
        """Take the last answer back and open its question again; None if there is none, or it stands."""
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
    """What an answer is worth; one that is `claimed`, all. ValueError if it does not fit the question."""
    if said is not None and not fits(question.item, said):
        raise ValueError(f"{said} does not answer a question of the response {question.item.response}")
    worth = NOTHING if said is None else CLAIMED if claimed else grade(question.item, said)
    return Feedback(question, said, worth, confidence, seconds)


def entries_to_read(pack: "Pack", missed: Iterable[Feedback]) -> tuple[str, ...]:
    """Ids of the entries that the missed questions were about before others, each once, in order."""
    found = (_entry_of(pack, feedback.question.item) for feedback in missed)
    return tuple(dict.fromkeys(entry for entry in found if entry))


def _entry_of(pack: "Pack", item: Item) -> str:
    """The first entry that an item asks for and the book has; empty if it has none."""
    speakers = {asked: quote.speaker for asked in item.asked_ids if (quote := pack.quotes.get(asked))}
    entries = (speakers.get(asked, asked.partition(".")[0]) for asked in item.asked_ids)
    return next((entry for entry in entries if entry in pack.entries), "")
