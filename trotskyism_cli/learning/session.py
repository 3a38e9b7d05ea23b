"""One sitting of a quiz: which question is next, what an answer was worth, and how it ended.

The interactive screen, the plain screen and the tests all drive the same session:

    while (question := session.ask()) is not None:
        feedback = session.answer(Choice(2))
    result = session.result()
"""

import re
import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from trotskyism_cli.items.model import Item
from trotskyism_cli.pack.model import Pack


@dataclass(frozen=True, slots=True)
class Question:
    """An item as it is put: the how-manyeth of how many."""

    item: Item
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen, counted from 0."""

    index: int


class Command(Enum):
    """What a learner may say instead of an answer."""

    PASS = "pass"
    STOP = "stop"


Reply = Choice | Command


@dataclass(frozen=True, slots=True)
class Feedback:
    """What became of one question; `chosen` is None if it was passed."""

    question: Question
    chosen: int | None

    @property
    def correct(self) -> bool:
        return self.chosen == self.question.item.answer_index

    @property
    def passed(self) -> bool:
        return self.chosen is None


@dataclass(frozen=True, slots=True)
class Result:
    """How a session ended: everything that was answered, in order."""

    answered: tuple[Feedback, ...]

    @property
    def right(self) -> int:
        return sum(feedback.correct for feedback in self.answered)

    @property
    def asked(self) -> int:
        return len(self.answered)

    @property
    def missed(self) -> tuple[Feedback, ...]:
        return tuple(feedback for feedback in self.answered if not feedback.correct)

    @property
    def percent(self) -> int:
        """Per cent right, rounded; 0 if nothing was answered."""
        return round(100 * self.right / self.asked) if self.asked else 0


class Session:
    """The state of one sitting. `ask` repeats the open question until it is answered."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)
        self._answered: list[Feedback] = []

    def ask(self) -> Question | None:
        """The question to answer now; None when there is no further one."""
        number = len(self._answered)
        if number >= len(self._items):
            return None
        return Question(self._items[number], number + 1, len(self._items))

    def answer(self, choice: Choice | None) -> Feedback:
        """Answer the open question, or pass it with None. ValueError if none is open, or there is no such option."""
        question = self.ask()
        if question is None:
            raise ValueError("no question is open")
        if choice is not None and not 0 <= choice.index < len(question.item.options):
            raise ValueError(f"there is no option {choice.index + 1}")
        feedback = Feedback(question, choice.index if choice else None)
        self._answered.append(feedback)
        return feedback

    def result(self) -> Result:
        """What was answered so far; the open question is not counted."""
        return Result(tuple(self._answered))


def read_reply(item: Item, line: str) -> Reply | None:
    """What a typed line means: number, letter or text of an option, `?` to pass, `q` to stop; None if nothing."""
    said = _folded(line)
    by_text = {_folded(option): index for index, option in enumerate(item.options)}
    if said in by_text:
        return Choice(by_text[said])
    if line.strip() == "?":
        return Command.PASS
    if said in ("q", "quit", "stop"):
        return Command.STOP
    names = [*map(str, range(1, len(item.options) + 1))], string.ascii_lowercase[: len(item.options)]
    match = re.fullmatch(r"\(?([0-9]{1,2}|[a-z])[).]?", said)
    return next((Choice(list(each).index(match[1])) for each in names if match and match[1] in each), None)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def entries_to_read(pack: Pack, missed: Iterable[Feedback]) -> tuple[str, ...]:
    """Ids of the entries that the missed questions were about, each once, in order."""
    found: dict[str, None] = {}
    for feedback in missed:
        for evidence in feedback.question.item.evidence_ids:
            quote = pack.quotes.get(evidence)
            entry = quote.speaker if quote else evidence.partition(".")[0]
            if entry in pack.entries:
                found[entry] = None
    return tuple(found)
