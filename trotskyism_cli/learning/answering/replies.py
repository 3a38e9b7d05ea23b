"""Read a typed line as the reply to a question."""

import re
import string
import unicodedata

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.answering.grading import Chosen, Written, fits, is_accepted
from trotskyism_cli.learning.answering.session import Command, Reply

COMMANDS = {
    **dict.fromkeys(("q", "quit", "stop"), Command.STOP),
    **dict.fromkeys(("u", "undo"), Command.UNDO),
}


def read_reply(item: Item, line: str) -> Reply | None:
    """The reply that a line means; None if it means none.

    `?` passes, `q` stops and `u` takes the last answer back. An option is given by its number, its letter or its text;
    the number of a line always means that line, even if options are numbers themselves. Where several are wanted
    (several, order, match), numbers or letters are separated by commas or blanks, or not at all (`bca`). For a typed
    question the line itself is the answer; an accepted answer is never a command, e.g. where `stop` is to be
    translated.
    """
    if item.response is Response.TYPED and line.strip() and is_accepted(item, line):
        return Written(line.strip())
    if line.strip() == "?":
        return Command.PASS
    said = _folded(line)
    command = COMMANDS.get(said)
    if item.response is Response.TYPED:
        return command or (Written(line.strip()) if line.strip() else None)
    chosen = _one(item, said) if item.response is Response.CHOICE else _many(item, said)
    if chosen is not None and fits(item, chosen):
        return chosen
    return command


def read_recalled(line: str) -> Command | None:
    """Return the command that a line stands for before the options are shown; None for an answer.

    Such an answer is not marked.
    """
    return Command.PASS if line.strip() == "?" else COMMANDS.get(_folded(line))


def hint(item: Item, *, undo: bool = False) -> str:
    """How to answer a question by typing, in one line; `undo` if an answer can be taken back."""
    commands = f"? to pass,{' u to take your last answer back,' if undo else ''} q to stop."
    if item.response is Response.TYPED:
        return f"Type your answer, {commands}"
    options = len(item.options)
    hints = {
        Response.CHOICE: f"a number from 1 to {options}",
        Response.SEVERAL: "the numbers of all that apply (such as 1,3)",
        Response.ORDER: f"all {options} numbers, in their right order (such as {_example(options)})",
        Response.MATCH: f"a number for each line, from the top (such as {_example(len(item.prompts))})",
    }
    return f"Answer with {hints[item.response]}, {commands}"


def _example(count: int) -> str:
    return ",".join(map(str, (2, 1, *range(3, count + 1))))


def _one(item: Item, said: str) -> Chosen | None:
    by_text = {_folded(option): index for index, option in enumerate(item.options)}
    place = _place(said) if _is_line(said, item) else by_text.get(said, _place(said))
    return None if place is None else Chosen((place,))


def _is_line(said: str, item: Item) -> bool:
    """Whether a number means a line: a single digit always, others if there are so many options."""
    return said.isascii() and said.isdecimal() and (len(said) == 1 or 1 <= int(said[:9]) <= len(item.options))


def _many(item: Item, said: str) -> Chosen | None:
    parts = re.findall(r"[0-9]+|[a-z]+", said) if re.fullmatch(r"[0-9a-z,;.) (]+", said) else []
    if len(parts) == 1 and len(item.options) < 10:
        parts = list(parts[0])
    places = [_place(part) for part in parts]
    if not places or None in places:
        return None
    return Chosen(tuple(place for place in places if place is not None))


def _place(said: str) -> int | None:
    """The index meant by `2`, `2)`, `b` or `(b)`."""
    match = re.fullmatch(r"\(?(?:([1-9][0-9]?)|([a-z]))[).]?", said)
    if match is None:
        return None
    return int(match[1]) - 1 if match[1] else string.ascii_lowercase.index(match[2])


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
