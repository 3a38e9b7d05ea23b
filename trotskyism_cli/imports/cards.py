"""Cards with two sides, of Anki, Quizlet and others, as questions whose answer is typed."""

import re
from collections.abc import Callable

from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, tidy, typed

GAP = "_____"
_CLOZE = re.compile(r"\{\{c(\d{1,3})::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_DELETED = re.compile(r"(?<![!\\])\[([^\[\]]+)\](?!\()")
MOST_GAPS = 20  # of one note


def card(
    line: int, front: str, back: str, category: str = "", explanation: str = "", own_id: str = ""
) -> ForeignQuestion:
    """What is on the front asks for what is on the back; Unfit if that is too long to be typed, or a side is empty."""
    if not tidy(front) or not tidy(back):
        raise Unfit("a card with an empty side", "write both sides")
    return ForeignQuestion(line, tidy(front), typed([back]), tidy(category), tidy(explanation), tidy(own_id))


def cloze(
    line: int, text: str, reading: Reading, category: str = "", extra: str = "", own_id: str = ""
) -> list[ForeignQuestion]:
    """A question for each number of Anki's gaps, `{{c1::what is hidden::a hint}}`; what cannot be one is left out."""
    numbers = list(dict.fromkeys(int(found[1]) for found in _CLOZE.finditer(text)))[:MOST_GAPS]
    made = []
    for number in numbers:
        hidden = [found[2] for found in _CLOZE.finditer(text) if int(found[1]) == number]
        stem = _CLOZE.sub(lambda found, own=number: _gap(found, own), text)  # type: ignore[misc]
        own = f"{own_id}-{number}" if own_id and len(numbers) > 1 else own_id
        if len(set(map(tidy, hidden))) > 1:
            told = f"a card with several gaps at once, c{number}"
            reading.leave(line, Unfit(told, "number the gaps c1, c2 … so that each is asked alone"))
            continue
        try:
            made.append(card(line, stem, hidden[0], category, extra, own))
        except Unfit as unfit:
            reading.leave(line, unfit)
    return made


def bracketed(line: int, text: str, category: str = "", shown: Callable[[str], str] = tidy) -> list[ForeignQuestion]:
    """A question for each gap that stands in brackets, `[so]`; `shown` makes a text of what is written."""
    found = list(_DELETED.finditer(text))[:MOST_GAPS]
    if not found:
        raise Unfit("a card without a gap", "put what is asked for into [brackets]")
    bare = [text[: each.start()] + GAP + text[each.end() :] for each in found]
    stems = (_DELETED.sub(r"\1", stem) for stem in bare)
    return [card(line, shown(stem), shown(each[1]), category) for stem, each in zip(stems, found, strict=True)]


def has_cloze(text: str) -> bool:
    """Whether a text has a gap as Anki writes it."""
    return _CLOZE.search(text) is not None


def _gap(found: re.Match[str], own: int) -> str:
    if int(found[1]) != own:
        return found[2]
    return f"{GAP} ({found[3]})" if found[3] else GAP
