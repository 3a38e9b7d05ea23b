"""Prompts for several options: all that apply, all in an order, or one for each of several prompts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Self

from trotskyism_cli.screen.keys.cells import wrap
from trotskyism_cli.screen.keys.choosing import BACK, Choice, Done, marked
from trotskyism_cli.screen.lines import visible


@dataclass(frozen=True)
class Several(Choice):
    """Mark all options that apply with numbers or the space bar; Enter ends."""

    marked: frozenset[int] = frozenset()

    def take(self, place: int) -> "Self | Done":
        """Mark an option, or remove its mark."""
        return replace(self, place=place, marked=self.marked ^ {place})

    def other(self, key: str) -> "Self | Done":
        """The space bar marks; Enter ends if anything is marked."""
        if key == "space":
            return self.take(self.place)
        if key != "enter":
            return self
        if not self.marked:
            return replace(self, remark=f"Nothing is marked yet. {self.ask.keys}")
        return Done(tuple(sorted(self.marked)))

    def sign(self, place: int) -> str:
        """A box that shows whether an option is marked."""
        return "[x] " if place in self.marked else "[ ] "


@dataclass(frozen=True)
class InTurn(Choice):
    """Options chosen one after the other; `taken` are those so far, and the last can be undone."""

    taken: tuple[int, ...] = ()

    def other(self, key: str) -> "Self | Done":
        """Also handle the keys that go back."""
        return self.back() if key in BACK and self.taken else super().other(key)

    def back(self) -> "Self | Done":
        """Undo the last choice."""
        if not self.taken:
            return super().back()
        return replace(self, taken=self.taken[:-1], place=self.taken[-1])


@dataclass(frozen=True)
class Order(InTurn):
    """Put all options in order. They keep their places; each shows the rank it was given."""

    def take(self, place: int) -> "Self | Done":
        """Take an option as the next; the last one is added by itself."""
        if place in self.taken:
            return replace(self, remark=f"{place + 1} is already in its place. {self.ask.keys}")
        taken = (*self.taken, place)
        left = [each for each in range(len(self.ask.options)) if each not in taken]
        if len(left) == 1:
            return Done((*taken, *left))
        return replace(self, taken=taken, place=next((each for each in left if each > place), left[0]))

    def next_place(self, step: int) -> int:
        """The pointer's place after a step, skipping options already taken."""
        places = [(self.place + step * far) % len(self.ask.options) for far in range(1, len(self.ask.options) + 1)]
        return next(place for place in places if place not in self.taken)

    def above(self, width: int) -> Iterator[str]:
        """The question which option comes next."""
        return iter(wrap(f"Which comes {'first' if not self.taken else 'next'}?", width - 1))

    def note(self, place: int) -> str:
        """The rank an option was given."""
        return f"  → {self.taken.index(place) + 1}" if place in self.taken else ""


@dataclass(frozen=True)
class Match(InTurn):
    """Choose an option for each prompt, from the top."""

    prompts: Sequence[str] = ()

    def take(self, place: int) -> "Self | Done":
        """Take an option for the current prompt."""
        taken = (*self.taken, place)
        free = next((each for each in range(len(self.ask.options)) if each not in taken), 0)
        return Done(taken) if len(taken) == len(self.prompts) else replace(self, taken=taken, place=free)

    def above(self, width: int) -> Iterator[str]:
        """The prompts with the options chosen for them; a pointer marks the current one."""
        for number, prompt in enumerate(self.prompts):
            said = f" → {self.ask.options[self.taken[number]]}" if number < len(self.taken) else ""
            mark = f"{'»' if number == len(self.taken) else ' '} {ascii_lowercase[number]}) "
            yield from marked(mark, visible(prompt + said), width - 1)

    def note(self, place: int) -> str:
        """The letters of the prompts an option was chosen for; it may be chosen again."""
        letters = [ascii_lowercase[number] for number, taken in enumerate(self.taken) if taken == place]
        return f"  → {', '.join(letters)}" if letters else ""
