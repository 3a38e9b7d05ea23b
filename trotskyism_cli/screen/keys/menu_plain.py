"""The menu as numbered lines: for screen readers, and for terminals that cannot draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TextIO

from trotskyism_cli.pack.model import Topic
from trotskyism_cli.screen.lines import visible

CHOICES = {
    "look up": "Look something up",
    "quiz": "Take a quiz",
    "study": "Study what is due",
    "chapter": "Read a chapter",
    "progress": "See your progress",
}
LEAVE = "Leave"
QUESTION, WHICH, WORDS = "What next?", "Which chapter?", "A name, a question or a date:"


class Menu(Protocol):
    """Asks somebody who called the program without a command what to do."""

    def choose(self, *, briefly: bool = False) -> str | None:
        """What to do next; None to leave. `briefly` is for after a page was read."""

    def ask_words(self) -> str:
        """A name, question or date to look up; empty to go back."""

    def ask_topic(self, topics: Sequence[Topic], last: str = "") -> str:
        """The id of a chapter; empty to go back. `last` is the chapter read before."""


@dataclass(frozen=True, slots=True)
class PlainMenu:
    """Reads lines from `source` and writes to `target`; the end of the input leaves."""

    source: TextIO
    target: TextIO

    def choose(self, *, briefly: bool = False) -> str | None:
        """What to do next; None to leave."""
        return self._pick(QUESTION, {**CHOICES, "": LEAVE}) or None

    def ask_words(self) -> str:
        """A name, question or date to look up; empty to go back."""
        self._say(f"\n{WORDS} ")
        return self.source.readline().strip()

    def ask_topic(self, topics: Sequence[Topic], last: str = "") -> str:
        """The id of a chapter; empty to go back."""
        return self._pick(WHICH, {**{topic.id: topic.title for topic in topics}, "": "Back"})

    def _pick(self, question: str, choices: Mapping[str, str]) -> str:
        """The key of the choice whose number is typed; the last key on `q`, `b` or the end of the input."""
        keys = list(choices)
        listed = "".join(f"{number}) {visible(choices[key])}\n" for number, key in enumerate(keys, start=1))
        self._say(f"\n{question}\n{listed}Number: ")
        while line := self.source.readline():
            said = line.strip().rstrip(").")
            if said.casefold() in ("q", "b"):
                break
            if said.isascii() and said.isdecimal() and 1 <= int(said[:9]) <= len(keys):
                return keys[int(said) - 1]
            self._say(f"Answer with a number from 1 to {len(keys)}, or q: ")
        return keys[-1]

    def _say(self, text: str) -> None:
        self.target.write(text)
        self.target.flush()
