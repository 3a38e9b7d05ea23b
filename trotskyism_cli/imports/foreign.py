"""Questions as other programs keep them, and what became of each thing that a file holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from trotskyism_cli.errors import AppError
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]")
FULL = 100  # percent of the mark
_OURS = re.compile(r"([a-z]+)-[0-9a-f]{12}")  # the id of an item, which begins with its kind
LONGEST_TYPED = 8  # words of an answer that somebody can be expected to type


@dataclass(frozen=True, slots=True)
class ForeignOption:
    """An option with what its author said of it. `credit` is what a wrong one still earns, in percent of the mark."""

    text: str
    right: bool
    note: str = ""
    credit: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Options to choose from: one, or all that are right."""

    options: tuple[ForeignOption, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Answers that are taken as right when they are typed, the usual one first; a number may be a range, `3.1..3.2`."""

    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What belongs together, and answers that belong to nothing."""

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be put in order, in its right order."""

    things: tuple[str, ...]


Answer = Choice | Typed | Match | Order


@dataclass(frozen=True, slots=True)
class ForeignQuestion:
    """A question. `line` (or number, in a file without lines) is where it stands; all that follows may be empty.

    Several may stand in one line, so what was changed in it goes with it.
    """

    line: int
    stem: str
    answer: Answer
    category: str = ""
    explanation: str = ""
    own_id: str = ""
    tags: tuple[str, ...] = ()
    changes: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something in a file that has no place in a pack: why, and what its author can do about it."""

    line: int
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.reason}; {self.remedy}" if self.remedy else self.reason


@dataclass(frozen=True, slots=True)
class Change:
    """Something in a file that a pack has otherwise than the file."""

    line: int
    what: str
    of_file: bool = False  # whether it holds of the whole file, whatever becomes of the question in its line


class Unfit(Exception):  # noqa: N818 -- says that one question is left out, and never leaves the readers
    """A question that cannot be taken over."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class UnreadableError(AppError):
    """A file of which nothing can be read."""


@dataclass(slots=True)
class Reading:
    """What came of a file. Whatever looks like a question in it is in `questions` or in `left_out`, and only once.

    `told` are changes that go with no question alone. `items` are what the questions are called, by their numbers,
    in a package in which they have no lines. They are `numbered` if each has a number before it that is no part of it.
    """

    questions: list[ForeignQuestion] = field(default_factory=list)
    left_out: list[Misfit] = field(default_factory=list)
    told: list[Change] = field(default_factory=list)
    items: dict[int, str] = field(default_factory=dict)
    numbered: bool = False

    def leave(self, line: int, unfit: Unfit) -> None:
        """Note what is left out."""
        self.left_out.append(Misfit(line, unfit.reason, unfit.remedy))

    @contextmanager
    def leaving_out(self, line: int) -> Iterator[None]:
        """Within it, what does not fit is left out."""
        try:
            yield
        except Unfit as unfit:
            self.leave(line, unfit)

    def change(self, line: int, what: str) -> None:
        """Note what was changed: in the question that was read last, if that is the one of this line."""
        last = self.questions[-1] if self.questions else None
        if last is not None and last.line == line:
            self.questions[-1] = replace(last, changes=(*last.changes, what))
        else:
            self.told.append(Change(line, what))

    def tell(self, line: int, what: str) -> None:
        """Note what holds of the whole file."""
        self.told.append(Change(line, what, of_file=True))

    @property
    def changes(self) -> list[Change]:
        """All that was changed, in the order of the file."""
        own = (Change(question.line, what) for question in self.questions for what in question.changes)
        return sorted([*self.told, *own], key=lambda each: each.line)


def tidy(text: str) -> str:
    """Text in one line, without characters that nobody sees."""
    return " ".join(_UNSHOWN.sub(" ", text).split())


def folded(text: str) -> str:
    """What two texts have in common that differ in capitals and blanks only."""
    return tidy(text).casefold()


def bare_note(option: str, note: str) -> str:
    """What is said of an option without its text, with which it begins where this program exported it."""
    bare = note.removeprefix(RIGHT)
    ours = bare.startswith((f"{option}:", f"{option}.")) and not bare.startswith(f"{option}..")
    return bare.removeprefix(option).lstrip(":. ") if ours else note


def tagged(tags: Iterable[str], own_id: str) -> tuple[str, ...]:
    """The tags of a question, each once; none of one that this program exported, whose tags say what its id says."""
    bare = tuple(dict.fromkeys(filter(None, map(tidy, tags))))
    made = _OURS.fullmatch(own_id)
    return () if made and made[1] in bare else bare


def matched(pairs: Sequence[tuple[str, str]], others: Iterable[str]) -> Match:
    """Pairs; of other answers each once, unless it is that of a pair."""
    used = {answer for _, answer in pairs}
    return Match(tuple(pairs), tuple(each for each in dict.fromkeys(others) if each not in used))


def with_source(explanation: str, source: str) -> str:
    """An explanation with the source that its author named, unless it has that already."""
    source = tidy(source).removeprefix(SOURCE)
    if not source or folded(source) in folded(explanation):
        return explanation
    return f"{sentence(explanation)} {sentence(f'{SOURCE}{source}')}".strip()


def typed(texts: list[str]) -> Typed:
    """An answer to type; Unfit if there is none that somebody would type."""
    accepted = tuple(dict.fromkeys(filter(None, map(tidy, texts))))
    if not accepted:
        raise Unfit("no answer", "write one")
    if len(accepted[0].split()) > LONGEST_TYPED:
        raise Unfit(
            f"an answer of {len(accepted[0].split())} words, which nobody would type like that",
            f"shorten it to {LONGEST_TYPED} words, or write options",
        )
    return Typed(accepted)


def true_or_false(*, answer: bool, if_true: str = "", if_false: str = "") -> Choice:
    """A statement to judge, with what is said to those who chose `True` and `False`."""
    return Choice((ForeignOption("True", answer, if_true), ForeignOption("False", not answer, if_false)))
