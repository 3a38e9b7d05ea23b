r"""GIFT, Moodle's text format: https://docs.moodle.org/en/GIFT_format

Written to suit all readers: a blank line between questions and nowhere else; each question and each answer on one line;
a line break within a text as `\n`.
"""

import re
from collections.abc import Iterable, Iterator

from trotskyism_cli.export.answers import full_stem, is_number, pairs, percent, spare, with_margin
from trotskyism_cli.export.feedback_texts import feedback, notes_together, option_feedback
from trotskyism_cli.export.markup import with_escapes
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item, Response

_CONTROL = "\\~=#{}:"
_LINE_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# At the start of an answer these would be read as a weight or a text format.
_BEGINNING_OF_MARK = "%", "["
_MARK = re.compile(r"\s*(?:%|\[(?:html|moodle|plain|markdown)\])", re.IGNORECASE)


def gift(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """The items, each under the category of its chapter."""
    category = ""
    for item in items:
        chapter = paper.chapter(item)
        if chapter != category:
            yield f"$CATEGORY: {_path(paper.title)}/{_path(chapter)}\n\n"
            category = chapter
        yield _question(item)


def escaped(text: str) -> str:
    """Text escaped for GIFT."""
    safe = with_escapes(text.strip(), _CONTROL)
    return safe if safe.isprintable() else _LINE_BREAK.sub(r"\\n", safe.replace("\0", "\ufffd"))


def _path(name: str) -> str:
    """A part of a category path: one line, with slashes escaped."""
    return " ".join(name.split()).replace("/", "//")


def _question(item: Item) -> str:
    head = f"// [id:{_tag(item.id)}] [tag:{_tag(item.topic)}] [tag:{_tag(item.kind)}] [tag:{_tag(item.difficulty)}]\n"
    stem = f"::{escaped(item.id)}::[plain]{escaped(full_stem(item))}"
    answers = "".join(f"\n\t{answer}" for answer in _answers(item))
    told = feedback(item) if item.response in (Response.CHOICE, Response.SEVERAL) else notes_together(item)
    explained = f"\n\t####{_formatted(told)}" if told.strip() else ""
    return f"{head}{stem} {{{answers}{explained}\n}}\n\n"


def _tag(text: str) -> str:
    """A tag for use in brackets in a comment, where nothing can be escaped."""
    return text if text.replace("-", "").isalnum() else re.sub(r"[\[\]\s\x00-\x1f]+", "-", text) or "none"


def _answers(item: Item) -> Iterator[str]:
    notes = option_feedback(item)
    match item.response:
        case Response.CHOICE:
            for place, option in enumerate(item.options):
                right = place in item.answer
                credit = 100 * item.credits[place] if item.credits and item.credits[place] and not right else None
                yield _answer("=" if right else "~", credit, option, notes[place])
        case Response.SEVERAL:
            share = 100 / len(item.answer)
            for place, option in enumerate(item.options):
                yield _answer("~", share if place in item.answer else -share, option, notes[place])
        case Response.MATCH | Response.ORDER:
            yield from (f"={_formatted(_flat(left))} -> {escaped(_flat(right))}" for left, right in pairs(item))
            yield from (f"= -> {escaped(_flat(option))}" for option in spare(item))
        case Response.TYPED if is_number(item):
            yield _numbers(item.accepted)
        case Response.TYPED:
            # `*` is a wildcard in Moodle's short answers unless escaped.
            yield from (_answer("=", None, accepted.replace("*", "\\*")) for accepted in item.accepted)


def _answer(sign: str, weight: float | None, text: str, note: str = "") -> str:
    share = "" if weight is None else f"%{percent(weight)}%"
    return f"{sign}{share}{_formatted(_flat(text))}" + (f"#{_formatted(note)}" if note.strip() else "")


def _flat(text: str) -> str:
    """An answer with `->` replaced, which would make it a pair."""
    return text.replace("->", "→")


def _formatted(text: str) -> str:
    safe = escaped(text)
    return f"[plain]{safe}" if safe.startswith(_BEGINNING_OF_MARK) and _MARK.match(text) else safe


def _numbers(accepted: tuple[str, ...]) -> str:
    numbers = [":".join(with_margin(each)) for each in accepted]
    return f"#{numbers[0]}" if len(numbers) == 1 else "#" + " ".join(f"={number}" for number in numbers)
