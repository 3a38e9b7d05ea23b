"""Make typed questions of two-sided cards and cloze notes from Anki, Quizlet and others."""

import re
from collections.abc import Callable, Sequence

from trotskyism_cli.imports.answers.listed import is_code, parts_of
from trotskyism_cli.imports.answers.typed_or_key import asked_with, names_option
from trotskyism_cli.imports.answers.written import alternatives
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Typed, Unfit, tidy, typed

GAP = "_____"
# An innermost gap, i.e. one without a gap in it.
_CLOZE = re.compile(r"\{\{c(\d{1,3})::((?:(?!\{\{c\d).)*?)(?:::((?:(?!\{\{c\d).)*?))?\}\}", re.DOTALL)
_BEGUN = re.compile(r"\{\{c\d")
_HIDDEN = "\x1a"  # placeholder for a hidden gap
_LINE = re.compile(r"<br\s*/?>|</(?:div|p|li)>", re.IGNORECASE)
_DELETED = re.compile(r"(?<![!\\])\[([^\[\]]+)\](?!\()")
MOST_GAPS = 20  # per note


def card(
    line: int, front: str, back: str, category: str = "", explanation: str = "", own_id: str = ""
) -> ForeignQuestion:
    """A question whose stem is the front and whose answer is the back of a card; Unfit if that cannot be typed.

    The front may have several lines. If the back only names an option listed there, the question is a choice.
    """
    if not tidy(front) or not tidy(back):
        raise Unfit("a card with an empty side", "write both sides")
    if _BEGUN.search(front) or _BEGUN.search(back):
        raise Unfit("a gap that is not closed", "close each {{c1:: with }}")
    if _shows_again(tidy(front), tidy(back)):
        raise Unfit("its back shows its front again, so the answer alone is not known", "export notes, not cards")
    said = alternatives(back)
    stem, answer = asked_with(front, typed(list(said.accepted)))
    told = (said.told,) if said.told and isinstance(answer, Typed) else ()
    return ForeignQuestion(line, stem, answer, tidy(category), tidy(explanation), tidy(own_id), changes=told)


def _shows_again(front: str, back: str) -> bool:
    """Return whether the back of a card repeats its front, up to the question mark or with gaps filled."""
    asked = front.partition("?")[0] + "?" if "?" in front else front
    begins = len(asked.split()) > 1 or asked.endswith("?")
    if begins and back != asked and back.startswith(asked):
        return True
    parts = re.split(r"\[[^\[\]]+\](?!\()", front)
    return len(parts) > 1 and re.match(".+?".join(map(re.escape, parts)), back) is not None


def refuse_code(answer: str, others: Sequence[str]) -> None:
    """Raise Unfit if an answer such as a letter, a number or "0 1" may refer to other texts of its card."""
    filled = [each for each in others if tidy(each)]
    listed = any(len(parts_of(_LINE.sub("\n", each))) > 1 for each in filled)
    numbers = names_option(answer) or all(map(names_option, answer.split()))
    if (is_code(answer) and (len(filled) > 1 or listed)) or (numbers and listed):
        remedy = "call its fields question, option 1, option 2 … and answer, or write the answer out"
        raise Unfit(f"the answer “{tidy(answer)}” may stand for one of the other texts of its card", remedy)


def cloze(
    line: int, text: str, reading: Reading, category: str = "", extra: str = "", own_id: str = ""
) -> list[ForeignQuestion]:
    """A question for each number of Anki's gaps, `{{c1::what is hidden::a hint}}`; unusable ones are left out.

    Of nested gaps, the inner one is shown while the outer one is asked.
    """
    bare = text
    numbers: set[int] = set()
    while found := _CLOZE.search(bare):
        numbers.add(int(found[1]))
        bare = bare[: found.start()] + found[2] + bare[found.end() :]
    told = [int(each) for each in dict.fromkeys(re.findall(r"\{\{c(\d{1,3})::", text)) if int(each) in numbers]
    made = []
    for number in told[:MOST_GAPS]:
        own = f"{own_id}-{number}" if own_id and len(told) > 1 else own_id
        stem, hidden = _without(text, number)
        if len({*map(tidy, hidden)}) > 1:
            said = f"a card with several gaps at once, c{number}"
            reading.leave(line, Unfit(said, "number the gaps c1, c2 … so that each is asked alone"))
            continue
        with reading.leaving_out(line):
            made.append(card(line, stem, hidden[0], category, extra, own))
    return made


def _without(text: str, number: int) -> tuple[str, list[str]]:
    """The text with the gaps of one number hidden and the others shown, and what is hidden."""
    hidden: list[str] = []
    while found := _CLOZE.search(text):
        shown = found[2]
        if int(found[1]) == number:
            hidden.append(shown.replace(_HIDDEN, hidden[-1] if hidden else ""))
            shown = _HIDDEN if not found[3] else f"{_HIDDEN} ({found[3]})"
        text = text[: found.start()] + shown + text[found.end() :]
    return text.replace(_HIDDEN, GAP), hidden


def bracketed(line: int, text: str, category: str = "", shown: Callable[[str], str] = tidy) -> list[ForeignQuestion]:
    """A question for each gap in brackets, `[so]`; `shown` converts markup to text."""
    found = list(_DELETED.finditer(text))[:MOST_GAPS]
    if not found:
        raise Unfit("a card without a gap", "put what is asked for into [brackets]")
    bare = [text[: each.start()] + GAP + text[each.end() :] for each in found]
    stems = (_DELETED.sub(r"\1", stem) for stem in bare)
    return [card(line, shown(stem), shown(each[1]), category) for stem, each in zip(stems, found, strict=True)]


def has_cloze(text: str) -> bool:
    """Return whether a text contains an Anki gap."""
    return _CLOZE.search(text) is not None
