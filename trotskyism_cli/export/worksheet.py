"""A printable test in Markdown or plain text: questions with room for answers, then the key on its own page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from trotskyism_cli.export import markdown
from trotskyism_cli.export.answers import TASK, full_stem, hint_on_paper, letter, places
from trotskyism_cli.export.feedback_texts import beyond_key
from trotskyism_cli.export.paper import Paper, Sheets, easy_first
from trotskyism_cli.items.model import Item, Response

BLANK = "____"
LONG_BLANK = "_" * 30
_OF_OPTION = re.compile(r"[a-z]{1,2}\) ")
HEAD = f"Name: {LONG_BLANK}   Date: {'_' * 12}   Points: ____ / "


class _Style(Protocol):
    """Writes the parts of a test in one format."""

    def title(self, text: str) -> str: ...
    def line(self, text: str) -> str: ...
    def blank(self, text: str) -> str: ...
    def question(self, number: int, text: str, hint: str) -> str: ...
    def point(self, mark: str, text: str) -> str: ...
    def gap(self) -> str: ...
    def between_lists(self) -> str: ...
    def new_page(self, title: str) -> str: ...
    def key(self, number: int, answer: str, why: Sequence[str]) -> str: ...


def markdown_test(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A test in Markdown."""
    return _test(items, paper, _Markdown())


def text_test(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A test in plain text; a form feed puts the key on its own page."""
    return _test(items, paper, _Text(paper.columns))


def _test(items: Iterable[Item], paper: Paper, style: _Style) -> Iterator[str]:
    asks = paper.sheets is not Sheets.KEY
    every = easy_first(items)
    if asks:
        yield style.title(paper.heading(len(every)))
        yield style.blank(f"{HEAD}{len(every)}")
        yield style.gap() + style.line(TASK)
    keys: list[str] = []
    for number, item in enumerate(every, start=1):
        keys.append(style.key(number, _answer(item), beyond_key(item)))
        if asks:
            yield style.gap() + style.question(number, full_stem(item), hint_on_paper(item)) + style.gap()
            yield from (style.point(mark, text) for mark, text in _blanks(item))
            yield style.between_lists() if item.response is Response.MATCH else ""
            yield from (style.point(f"{letter(place)})", text) for place, text in _lettered(item))
    if paper.sheets is not Sheets.QUESTIONS:
        name = f"{paper.title}: answers"
        yield style.new_page(name) if paper.sheets is Sheets.BOTH else style.title(name)
        yield from keys
        yield from (style.gap() + style.line(each) for each in paper.foot)


def _blanks(item: Item) -> Iterator[tuple[str, str]]:
    """The places to write in below a question: a mark and a text each."""
    if item.response is Response.TYPED:
        yield "", LONG_BLANK
        return
    yield from ((BLANK, each) for each in (item.options if item.response is Response.ORDER else item.prompts))


def _lettered(item: Item) -> Iterator[tuple[int, str]]:
    """The options to choose from by letter."""
    return enumerate(() if item.response is Response.ORDER else item.options)


def _answer(item: Item) -> str:
    """The right answer as it has to be written on this paper."""
    if item.response is Response.TYPED:
        return " / ".join(item.accepted)
    if item.response is Response.ORDER:
        return f"{', '.join(map(str, places(item)))} (from the top)"
    letters = ", ".join(letter(place) for place in item.answer)
    return f"{letters}: {item.key}" if item.response is not Response.MATCH else f"{letters} (from the top)"


class _Markdown:
    def title(self, text: str) -> str:
        return f"# {markdown.escaped(text)}\n\n"

    def line(self, text: str) -> str:
        return f"{markdown.escaped(text)}\n"

    def blank(self, text: str) -> str:
        return f"{text}\n"  # not escaped: underscores between blanks are not Markdown

    def question(self, number: int, text: str, hint: str) -> str:
        return f"**{number}.** {markdown.escaped(text)}{f' *{hint}*' if hint else ''}\n"

    def point(self, mark: str, text: str) -> str:
        return f"- {_mark(mark)}{markdown.escaped(text, '  ')}\n"

    def gap(self) -> str:
        return "\n"

    def between_lists(self) -> str:
        return ""  # both are one list in Markdown; a blank line would make it loose

    def new_page(self, title: str) -> str:
        return f"\n---\n\n## {markdown.escaped(title)}\n\n"

    def key(self, number: int, answer: str, why: Sequence[str]) -> str:
        told = "  \n".join(map(markdown.escaped, why))  # two blanks make a line break
        return f"**{number}.** **{markdown.escaped(answer)}** {told}".rstrip() + "\n\n"


@cache
def _mark(mark: str) -> str:
    """The escaped mark before a point (cached, as there are few)."""
    return f"{markdown.escaped(mark)} " if mark else ""


class _Text:
    def __init__(self, columns: int) -> None:
        self._columns = columns

    def title(self, text: str) -> str:
        return f"{self._wrapped(text)}{'=' * min(self._columns, len(text))}\n\n"

    def line(self, text: str) -> str:
        return self._wrapped(text)

    def blank(self, text: str) -> str:
        return self._wrapped(text)

    def question(self, number: int, text: str, hint: str) -> str:
        return self._wrapped(f"{number}. {text} {hint}".rstrip(), "    ")

    def point(self, mark: str, text: str) -> str:
        return self._wrapped(f"{mark} {text}" if mark else text, "       ", "    ")

    def gap(self) -> str:
        return "\n"

    def between_lists(self) -> str:
        return self.gap()

    def new_page(self, title: str) -> str:
        return f"\n\f{self.title(title)}"

    def key(self, number: int, answer: str, why: Sequence[str]) -> str:
        told = (self._wrapped(each, "       " if _OF_OPTION.match(each) else "    ", "    ") for each in why)
        return self._wrapped(f"{number}. {answer}.", "    ") + "".join(told) + "\n"

    def _wrapped(self, text: str, indent: str = "", first: str = "") -> str:
        """Wrap text with `first` before its first line and `indent` before the others; words are not broken."""
        lines: list[str] = []
        for number, line in enumerate(text.splitlines()):
            lines += broken(line, indent if number else first, indent, self._columns)
        return "".join(f"{line}\n" for line in lines)


def broken(line: str, first: str, indent: str, columns: int) -> list[str]:
    """A line wrapped as by `textwrap.wrap` without breaking words, but ten times as fast."""
    if len(first) + len(line) <= columns:
        return [f"{first}{line}".rstrip()]
    lines, start, room = [], first, columns - len(first)
    words: list[str] = []
    used = -1
    for word in line.split(" "):
        if used + 1 + len(word) > room and words:
            lines.append(f"{start}{' '.join(words)}".rstrip())
            words, used, start, room = [], -1, indent, columns - len(indent)
        if word or words:  # no later line begins with a blank
            words.append(word)
            used += 1 + len(word)
    return [*lines, f"{start}{' '.join(words)}".rstrip()] if words else lines
