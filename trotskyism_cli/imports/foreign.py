"""Questions as other programs keep them, and the record of what became of everything in a file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from trotskyism_cli.errors import AppError
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]")
FULL = 100  # percent of the mark
_OURS = re.compile(r"([a-z]+)-[0-9a-f]{12}")  # an item id of ours, which begins with its kind
LONGEST_TYPED = 8  # words of an answer that can reasonably be typed


@dataclass(frozen=True, slots=True)
class ForeignOption:
    """An option with its author's note. `credit` is the percentage of the mark that a wrong option earns."""

    text: str
    right: bool
    note: str = ""
    credit: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Options to choose from: one, or with `several` all that are right."""

    options: tuple[ForeignOption, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Accepted answers to a typed question, the usual one first; a number may be a range, `3.1..3.2`."""

    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs that belong together, and `spare` answers that belong to no prompt."""

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Things to put in order, in the right order."""

    things: tuple[str, ...]


Answer = Choice | Typed | Match | Order


@dataclass(frozen=True, slots=True)
class ForeignQuestion:
    """A question read from a file. `line` is its line, or its number in a file without lines.

    What was changed in it is kept with the question, since several may share a line.
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
    """Something in a file that is left out: why, and what its author can do about it."""

    line: int
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.reason}; {self.remedy}" if self.remedy else self.reason


@dataclass(frozen=True, slots=True)
class Change:
    """Something in a file that the pack has differently."""

    line: int
    what: str
    of_file: bool = False  # it concerns the whole file, whatever becomes of the question in its line


class Unfit(Exception):  # noqa: N818 -- says that one question is left out, and never leaves the readers
    """Raised for a question that cannot be taken over."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class UnreadableError(AppError):
    """A file that cannot be read at all."""


@dataclass(slots=True)
class Reading:
    """The result of reading a file. Everything that looks like a question is in `questions` or `left_out`, once.

    `told`: changes not tied to a single question. `items`: the names of questions by number, in packages without lines.
    `numbered`: each question has a number that is not part of it.
    """

    questions: list[ForeignQuestion] = field(default_factory=list)
    left_out: list[Misfit] = field(default_factory=list)
    told: list[Change] = field(default_factory=list)
    items: dict[int, str] = field(default_factory=dict)
    numbered: bool = False

    def leave(self, line: int, unfit: Unfit) -> None:
        """Record a question that is left out."""
        self.left_out.append(Misfit(line, unfit.reason, unfit.remedy))

    @contextmanager
    def leaving_out(self, line: int) -> Iterator[None]:
        """Record whatever raises Unfit inside the block as left out."""
        try:
            yield
        except Unfit as unfit:
            self.leave(line, unfit)

    def change(self, line: int, what: str) -> None:
        """Record a change: in the last question if it is from this line, otherwise for the line."""
        last = self.questions[-1] if self.questions else None
        if last is not None and last.line == line:
            self.questions[-1] = replace(last, changes=(*last.changes, what))
        else:
            self.told.append(Change(line, what))

    def tell(self, line: int, what: str) -> None:
        """Record something that concerns the whole file."""
        self.told.append(Change(line, what, of_file=True))

    @property
    def changes(self) -> list[Change]:
        """All changes in the order of the file."""
        own = (Change(question.line, what) for question in self.questions for what in question.changes)
        return sorted([*self.told, *own], key=lambda each: each.line)


def tidy(text: str) -> str:
    """Text on one line, without invisible characters."""
    return " ".join(_UNSHOWN.sub(" ", text).split())


def folded(text: str) -> str:
    """Text for comparison, ignoring case and white space."""
    return tidy(text).casefold()


def bare_note(option: str, note: str) -> str:
    """An option note without the option's text, with which it begins in our own exports."""
    bare = note.removeprefix(RIGHT)
    ours = bare.startswith((f"{option}:", f"{option}.")) and not bare.startswith(f"{option}..")
    return bare.removeprefix(option).lstrip(":. ") if ours else note


def tagged(tags: Iterable[str], own_id: str) -> tuple[str, ...]:
    """The distinct tags of a question; none for our own exports, whose tags repeat the id."""
    bare = tuple(dict.fromkeys(filter(None, map(tidy, tags))))
    made = _OURS.fullmatch(own_id)
    return () if made and made[1] in bare else bare


def matched(pairs: Sequence[tuple[str, str]], others: Iterable[str]) -> Match:
    """A match of these pairs; other answers are spare, each once, if no pair has them."""
    used = {answer for _, answer in pairs}
    return Match(tuple(pairs), tuple(each for each in dict.fromkeys(others) if each not in used))


def with_source(explanation: str, source: str) -> str:
    """The explanation followed by the author's source, unless it contains that already."""
    source = tidy(source).removeprefix(SOURCE)
    if not source or folded(source) in folded(explanation):
        return explanation
    return f"{sentence(explanation)} {sentence(f'{SOURCE}{source}')}".strip()


def typed(texts: list[str]) -> Typed:
    """A typed answer; Unfit if there is none, or none short enough to type."""
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
    """A statement to judge, with notes on the options `True` and `False`."""
    return Choice((ForeignOption("True", answer, if_true), ForeignOption("False", not answer, if_false)))
