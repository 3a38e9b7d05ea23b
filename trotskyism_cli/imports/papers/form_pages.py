"""Pages copied from Microsoft Forms and Google Forms, whose options have no letters.

Microsoft puts a tick behind the right options, Google names them below. If every question of a page has a right option,
options get letters and right ones a star.
"""

import re
import string
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.imports.answers.lettered import OPTION
from trotskyism_cli.imports.foreign import folded
from trotskyism_cli.imports.words.signs import TICKS

_POINTS = r"\d{1,3}\s+(?:points?|Punkte?|puntos?|punti|punto|pontos?|poäng|poeng|balls?|баллов|балла?|punkt[yów]*)"
_HEAD = re.compile(
    rf"\s*(?P<number>\d{{1,3}})\.\s?(?P<stem>\S.*?)\s*\*?\s*[(\[]\s*{_POINTS}\s*[)\]]\s*\*?\s*", re.IGNORECASE
)
_TICKED = re.compile(rf"(?P<text>.*\S)\s+[{TICKS}]\ufe0f?\s*")
_FOOT = re.compile(
    r"\s*(?:This content is neither created nor endorsed by|Never give out your password|Microsoft Forms\b).*"
)
_POINTS_ALONE = re.compile(rf"\s*(?:\d{{1,3}}/)?{_POINTS}\s*", re.IGNORECASE)
_SAYS = re.compile(
    r"\s*(?:Correct answers?|Richtige Antwort(?:en)?|Respuestas? correctas?|Bonnes? réponses?|Rispost[ae] corrett[ae]|"
    r"Respostas? corretas?|Juiste antwoord(?:en)?|Rätt svar|Правильный ответ)\s*:?\s*",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"\s*\*\s*$")  # behind a mandatory question
# Instructions above the options in printed Google forms.
_TELLS = re.compile(
    r"\s*(?:Mark only one oval|Check all that apply|Tick all that apply|Markieren Sie nur ein Oval|"
    r"Wählen Sie alle zutreffenden Antworten aus|Marca solo un óvalo|Selecciona todos los que correspondan|"
    r"Une seule réponse possible|Plusieurs réponses possibles|Contrassegna solo un ovale|"
    r"Seleziona tutte le voci applicabili|Marcar apenas uma oval|Marque todas que se aplicam)\.\s*",
    re.IGNORECASE,
)
_OVAL = re.compile(r"^\s*\(([ xX]?)\)\s*(?=\S)")
_FEWEST = 2  # questions, and options


class _Asked(NamedTuple):
    """A question of a page: its line and stem, its options by line, and the lines of the right ones."""

    line: int
    written: str
    options: dict[int, str]
    right: frozenset[int]


def with_forms_lettered(lines: Sequence[str]) -> list[str]:
    """The lines of such a page with letters and stars; other files unchanged."""
    lines = _as_printed(lines)
    if any(map(OPTION.fullmatch, lines)):
        return list(lines)
    for asked in (list(_of_microsoft(lines)), list(_of_google(lines))):
        if len(asked) >= _FEWEST and all(one.right and len(one.options) >= _FEWEST for one in asked):
            found = [*lines[: asked[0].line], *("" for _ in lines[asked[0].line :])]
            for one in asked:
                found[one.line] = one.written
                for letter, (at, text) in zip(string.ascii_lowercase, one.options.items(), strict=False):
                    found[at] = f"{'*' if at in one.right else ''}{letter}) {text}"
            return found
    return list(lines)


def _as_printed(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a printed Google form without its instructions, with boxes for its ovals."""
    if not any(_TELLS.fullmatch(line) and _POINTS_ALONE.fullmatch(above) for above, line in pairwise(lines)):
        return lines
    return ["" if _TELLS.fullmatch(line) else _OVAL.sub(r"[\1] ", line) for line in lines]


def _of_microsoft(lines: Sequence[str]) -> Iterator[_Asked]:
    heads = {at: found for at, line in enumerate(lines) if (found := _HEAD.fullmatch(line))}
    for at, end in pairwise((*heads, len(lines))):
        filled = {
            place: line.strip()
            for place, line in enumerate(lines[at + 1 : end], start=at + 1)
            if line.strip() and not _FOOT.fullmatch(line)
        }
        ticked = {place: found["text"] for place, line in filled.items() if (found := _TICKED.fullmatch(line))}
        yield _Asked(at, f"{heads[at]['number']}. {heads[at]['stem']}", filled | ticked, frozenset(ticked))


def _of_google(lines: Sequence[str]) -> Iterator[_Asked]:
    begun = 0
    number = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].strip():
            continue
        block = [place for place in range(begun, at) if not _POINTS_ALONE.fullmatch(lines[place])]
        begun = at + 1
        says = next((place for place in block if _SAYS.fullmatch(lines[place])), None)
        if not block or says is None:
            continue
        number += 1
        options = {place: lines[place].strip() for place in block[1:] if place < says}
        said = {folded(lines[place]) for place in block if place > says}
        right = frozenset(place for place, text in options.items() if folded(text) in said)
        whole = len(right) == len(said)
        stem = _REQUIRED.sub("", lines[block[0]].strip())
        yield _Asked(block[0], f"{number}. {stem}", options, right if whole else frozenset())
