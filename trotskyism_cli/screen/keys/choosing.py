"""Models of prompts answered with keys: what stands on the screen, and what each key does. Nothing here draws.

Keys are named `up`, `down`, `left`, `enter`, `escape`, `space`, `backspace`, or by the character typed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple, Self

from trotskyism_cli.screen.keys.cells import wrap, wrap_items
from trotskyism_cli.screen.lines import visible

Row = tuple[str, str]  # a style and the text of one line
FORWARD = {"down": 1, "c-n": 1, "tab": 1, "up": -1, "c-p": -1, "s-tab": -1}
BACK = ("left", "b", "backspace")
DIRECT = 9  # options that single digits can number
NARROW = 30  # cells
LEAVING = "Stop here? q stops, Enter goes on."


class Done(NamedTuple):
    """The end of a prompt, with the chosen value."""

    value: object


class Rows(NamedTuple):
    """A screen: body lines, the first and last that must be visible, and the foot, which always is.

    `begins` are the indices of the lines at which options begin.
    """

    body: tuple[Row, ...]
    first: int
    last: int
    foot: tuple[Row, ...]
    begins: tuple[int, ...] = ()


class Ask(NamedTuple):
    """What is asked. `commands` maps keys that end the prompt at once to their values; `keys` is the help line.

    `told` stands between the head and the options. `escape` is the result of Esc; without it, Esc asks whether to stop.
    """

    head: str
    options: tuple[str, ...]
    keys: str
    commands: Mapping[str, object] = MappingProxyType({})
    escape: Done | None = None
    told: str = ""


@dataclass(frozen=True)
class Choice:
    """Choose one option, by its number or with the pointer and Enter."""

    ask: Ask
    place: int = 0
    leaving: bool = False
    number: str = ""  # the digits typed so far, if there are more than nine options
    remark: str = ""

    def press(self, key: str) -> "Self | Done":
        """The state after a key, or the end of the prompt."""
        if self.leaving:
            calm = replace(self, leaving=False)
            return calm.press(key) if key == "q" else calm if key == "enter" else self
        if key == "enter" and self.number and not self.has(self.number):  # no option has the typed number
            return replace(self, number="")
        calm = replace(self, remark="", number=self.number if key.isdecimal() else "")
        if key == "escape":
            return calm.back()
        if key in self.ask.commands:
            return Done(self.ask.commands[key])
        if key in FORWARD:
            return replace(calm, place=calm.next_place(FORWARD[key]))
        if key.isdecimal() and key.isascii():
            return calm.figure(key)
        return calm.other(key)

    def back(self) -> "Self | Done":
        """Go one step back: end the prompt, or ask whether to stop if Esc has no other meaning."""
        return self.ask.escape or replace(self, leaving=True)

    def next_place(self, step: int) -> int:
        """The pointer's place after a step; it wraps around."""
        return (self.place + step) % len(self.ask.options)

    def has(self, number: str) -> bool:
        """Return whether an option has this number."""
        return number.isdecimal() and 1 <= int(number) <= len(self.ask.options)

    def figure(self, key: str) -> "Self | Done":
        """Handle a digit: choose at once, or, if numbers have two digits, move the pointer."""
        if len(self.ask.options) <= DIRECT:
            return self.take(int(key) - 1) if self.has(key) else self
        typed = (self.number if self.has(self.number) else "") + key
        if not self.has(typed):
            return replace(self, number=typed, remark=f"There is no {typed}; the last one is {len(self.ask.options)}.")
        return replace(self, place=int(typed) - 1, number=typed)

    def other(self, key: str) -> "Self | Done":
        """Handle any other key; Enter chooses."""
        return self.take(self.place) if key == "enter" else self

    def take(self, place: int) -> "Self | Done":
        """Choose an option."""
        return Done(place)

    def rows(self, width: int) -> Rows:
        """The lines on a screen of that width."""
        head = [("class:question", text) for text in wrap(visible(self.ask.head), width - 1)] if self.ask.head else []
        above = [("", text) for text in self.above(width)]
        gap = [("", "")]
        body = [*head, *(gap if head else []), *above, *(gap if above else [])]
        first = last = 0
        begins: list[int] = []
        for place in range(len(self.ask.options)):
            lines = self.option_rows(place, width)
            begins.append(len(body))
            if place == self.place:
                first, last = len(body), len(body) + len(lines) - 1
            body += lines
        foot = LEAVING if self.leaving else self.remark or self.ask.keys
        below = tuple(("class:keys", text) for text in wrap_items(foot, width - 1))
        return Rows(tuple(body), first, last, below, tuple(begins))

    def above(self, width: int) -> Iterator[str]:
        """Extra lines between the head and the options."""
        yield from wrap(visible(self.ask.told), width - 1) if self.ask.told else ()

    def option_rows(self, place: int, width: int) -> list[Row]:
        """The lines of one option."""
        number = str(place + 1).rjust(len(str(len(self.ask.options))))
        mark = f" {'»' if place == self.place else ' '} {self.sign(place)}{number}) "
        style = "class:pointed" if place == self.place else ""
        return [(style, text) for text in marked(mark, visible(self.ask.options[place]) + self.note(place), width - 1)]

    def sign(self, place: int) -> str:
        """The mark before the number of an option."""
        return ""

    def note(self, place: int) -> str:
        """The text behind an option."""
        return ""


class Keys(NamedTuple):
    """A prompt without options: one line of keys, each with a meaning."""

    meanings: Mapping[str, object]
    keys: str
    escape: Done | None = None
    leaving: bool = False

    def press(self, key: str) -> "Self | Done":
        """The state after a key, or the end of the prompt; other keys do nothing."""
        if self.leaving and key == "enter":
            return self._replace(leaving=False)
        if self.leaving and key != "q":
            return self
        if key == "escape":
            return self.escape or self._replace(leaving=True)
        return Done(self.meanings[key]) if key in self.meanings else self

    def rows(self, width: int) -> Rows:
        """The line of keys."""
        foot = LEAVING if self.leaving else self.keys
        return Rows((), 0, 0, tuple(("class:keys", text) for text in wrap_items(foot, width - 1)))


def around(head: str, keys: str) -> Callable[[int, bool], Rows]:
    """A function that draws what surrounds a typed line: the question above it, the keys below."""

    def draw(width: int, leaving: bool) -> Rows:
        body = [("class:question", text) for text in wrap(visible(head), width - 1)] if head else []
        foot = wrap_items(LEAVING if leaving else keys, width - 1)
        return Rows((*body, ("", "")), 0, 0, (("", ""), *(("class:keys", text) for text in foot)))

    return draw


def marked(mark: str, text: str, width: int) -> list[str]:
    """The text wrapped behind a mark, with a hanging indent; in a narrow window with hardly any."""
    if width >= NARROW:
        return [(" " * len(mark) if row else mark) + each for row, each in enumerate(wrap(text, width - len(mark)))]
    words = " ".join(text.split())
    first = wrap(words, width - len(mark))[0]
    if not words.startswith(f"{first} ") and words != first:  # a word was cut
        first = ""
    rest = words[len(first) :].strip()
    return [mark + first, *(f"  {each}" for each in wrap(rest, width - 2) if rest)]


def window(rows: Rows, height: int) -> tuple[Row, ...]:
    """The lines that fit a screen of that height: the foot, and the part of the body that must be visible.

    If options are hidden below, a line says how many.
    """
    foot = rows.foot[: max(1, height - 1)]
    room = max(1, height - len(foot) - 1)
    body = rows.body
    if len(body) > room:
        begin = max(0, min(rows.last - room + 1, rows.first))
        end = begin + room
        hidden = sum(place >= end - 1 for place in rows.begins)
        if end < len(body) and hidden and rows.last < end - 1:
            return (*body[begin : end - 1], ("class:keys", f"   ↓ {hidden} more"), *foot)
        return (*body[begin:end], *foot)
    return (*body, ("", ""), *foot) if body else foot
