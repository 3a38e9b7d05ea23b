"""Markdown for the MkDocs plugin mkdocs-quiz: https://github.com/ewels/mkdocs-quiz

The plugin has check boxes and blanks. Order and match items become blanks for numbers. A blank takes one answer, so
only the first accepted one is kept.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from trotskyism_cli.export.answers import full_stem, pairs
from trotskyism_cli.export.feedback_texts import feedback, notes_together, option_feedback
from trotskyism_cli.export.markup import in_one_line
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.items.model import Item, Response

# Characters special to Markdown or its extensions, and no others: the plugin's QTI export shows the codes of
# entities literally.
_SIGN = re.compile(r"[!#$%&*+\-:<=>@\[\\\]^_`{|}~]")
_ENTITY = re.compile(r"&#?\w+;?")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_BRACKETS = str.maketrans("[]", "()")
_TAG = re.compile(r"<(?=[\w/!?])")


def mkdocs_quiz(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A page of questions."""
    yield f"# {escaped(paper.title)}\n"
    for item in items:
        yield "\n<quiz>\n" + "\n".join(_quiz(item)) + "\n</quiz>\n"


def takes_one(item: Item) -> bool:
    """Return whether accepted answers get lost because a blank takes only one."""
    return item.response is Response.TYPED and len(item.accepted) > 1


def escaped(text: str) -> str:
    """Text on one line that neither Markdown nor the plugin interprets, with special characters as entities."""
    safe = _SIGN.sub(_by_number, in_one_line(text))
    found = _NUMBERED.match(safe) if safe[:1].isdecimal() else None
    return f"{found[1]}&#{ord(found[2])};{safe[found.end() :]}" if found else safe


def _by_number(match: re.Match[str]) -> str:
    sign, text, place = match[0], match.string, match.start()
    if place and (
        (sign == "-" and text[place - 1 : place].isalnum())
        or (sign == ":" and text[place + 1 : place + 2] in ("", " "))
        or (sign == "&" and not _is_entity(text, place))
        or sign == "#"
    ):
        return sign
    return f"&#{ord(sign)};"


def _is_entity(text: str, place: int) -> bool:
    """Return whether this `&` may be read as an entity, which some readers do even without the `;`."""
    found = _ENTITY.match(text, place)
    return found is not None and (found[0].endswith(";") or unescape(found[0]) != found[0])


def _quiz(item: Item) -> Iterator[str]:
    yield from (f"{escaped(line)}\n" for line in full_stem(item).splitlines() if line.strip())
    if item.response in (Response.CHOICE, Response.SEVERAL):
        for place, (option, note) in enumerate(zip(item.options, option_feedback(item), strict=True)):
            yield f"- [{'x' if place in item.answer else ' '}] {escaped(option)}"
            if note.strip():
                yield f"  > {escaped(note)}"
        yield ""
        yield escaped(feedback(item))
        return
    yield from _blanks(item)
    yield ""
    yield "---"
    yield ""
    yield escaped(notes_together(item))


def _blanks(item: Item) -> Iterator[str]:
    if item.response is Response.TYPED:
        yield _blank(item.accepted[0])
        return
    if item.response is Response.MATCH:
        numbered = [f"({place + 1}) {option}" for place, option in enumerate(item.options)]
        yield from (escaped(line) + "  " for line in numbered)
        yield ""
        sides = [(prompt, str(place + 1)) for prompt, place in zip(item.prompts, item.answer, strict=True)]
    else:
        sides = list(pairs(item))
    yield from (f"{escaped(left)}: {_blank(right)}  " for left, right in sides)


def _blank(answer: str) -> str:
    """A blank with its answer in plain text, without brackets or tags that would end it."""
    return f"[[{_TAG.sub('‹', ' '.join(answer.split()).translate(_BRACKETS))}]]"
