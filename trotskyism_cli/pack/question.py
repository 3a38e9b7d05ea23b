"""A question that an author wrote, as an immutable value."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Citation


class Option(NamedTuple):
    """One option of a question. `note` says why a wrong option is wrong; `facts` tell what it really is.

    `credit` is the percentage of the mark that a wrong option of a choice still earns.
    """

    text: str
    right: bool = False
    note: str = ""
    facts: tuple[str, ...] = ()
    credit: int = 0


class Pair(NamedTuple):
    """A prompt and the answer that belongs to it, in a matching question."""

    prompt: str
    answer: str


class Question(NamedTuple):
    """A question written by an author. `about` are the facts it asks for.

    The form of the answer is one of these:
    - `options`: exactly one is right, or one or more if `several`. If `accepted` is given too, the question may also be
      typed, and `accepted` are the right answers besides the right option's text.
    - `accepted` alone: a typed answer; all right answers, the one to show first (or a range of numbers, `1759..1765`).
    - `pairs`: prompts to be matched; `spare` are answers that belong to none.
    - `order`: things to be put in order, listed in the right order.

    `topic` is a chapter (empty: that of the facts). `importance` is 1 to 3 (None: that of the most important fact).
    `passage` is the id of a quotation that the question rests on, or empty.
    """

    id: str
    stem: str
    options: tuple[Option, ...]
    explanation: str
    about: tuple[str, ...]
    citations: tuple[Citation, ...]
    topic: str = ""
    several: bool = False
    importance: int | None = None
    accepted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    spare: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    passage: str = ""

    @property
    def response(self) -> str:
        """Form of the answer: choice, several, typed, match or order. If there are two, the one with options."""
        if self.options:
            return "several" if self.several else "choice"
        if self.accepted:
            return "typed"
        return "order" if self.order else "match"

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts and quotations that it asks for, that explain its options, and its passage."""
        told = (each for option in self.options for each in option.facts)
        passage = (self.passage,) if self.passage else ()
        return tuple(dict.fromkeys((*self.about, *told, *passage)))
