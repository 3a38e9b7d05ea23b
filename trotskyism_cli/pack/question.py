"""A question that an author wrote, as a value that cannot change."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Citation


class Option(NamedTuple):
    """One option of a question. `note` says why a wrong one is wrong; `facts` are those that tell what it really is.

    `credit` is the part of the mark, in percent, that a wrong option of a choice still earns.
    """

    text: str
    right: bool = False
    note: str = ""
    facts: tuple[str, ...] = ()
    credit: int = 0


class Pair(NamedTuple):
    """What belongs together in a question that is answered by matching."""

    prompt: str
    answer: str


class Question(NamedTuple):
    """A question written by an author, who answers for it: `about` are the facts it asks for.

    Exactly one option is right, or, if `several`, one or more. `topic` is a chapter, or empty: then that of the facts.
    `importance` is from 1 to 3, or None where its author does not say: then that of the most important of the facts.
    Where there are no options, the answer is typed, and `accepted` are the right ones, the one to show first (a number
    may be a range, `1759..1765`); or `pairs` are to be matched, among answers to nothing, the `spare` ones; or things
    are to be put in `order`, in which they stand here. Beside options, `accepted` says that the same question may also
    be typed, and what is then right besides the words of the right one. `passage` is the id of a quotation that it
    rests on, if any.
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
        """How it is answered: choice, several, typed, match or order; where it has two forms, the first."""
        if self.options:
            return "several" if self.several else "choice"
        if self.accepted:
            return "typed"
        return "order" if self.order else "match"

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts and quotations that it asks for, that tell what its options are, or that it rests on."""
        told = (each for option in self.options for each in option.facts)
        passage = (self.passage,) if self.passage else ()
        return tuple(dict.fromkeys((*self.about, *told, *passage)))
