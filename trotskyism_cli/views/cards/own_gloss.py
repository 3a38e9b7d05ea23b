"""A sentence on the card of what it is about, without what explains that where it is told of something else.

So are the years of a life behind the name, and what somebody or something is before it, if the head of the card says
it: `The American historian Stephen Kotkin`, `the Spanish POUM`.
"""

import re
from dataclasses import replace

from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.views.cards.rows import EntryView
from trotskyism_cli.views.cards.told_once import words_of

ORDINALS = frozenset({"first", "second", "third", "last", "new", "old"})
_GLOSS = r"(?P<article>\b[Tt]he )(?P<gloss>(?:(?!the\b)[\w’'-]+ ){1,6})"


def with_bare_name(view: EntryView) -> EntryView:
    """The view, with its own name unexplained in its sentences."""
    rows = [
        replace(
            row,
            cells=tuple(
                replace(cell, text=bare) if (bare := without_own_gloss(view, cell.text)) != cell.text else cell
                for cell in row.cells
            ),
        )
        for row in view.rows
    ]
    return replace(view, rows=tuple(rows))


def without_own_gloss(view: EntryView, text: str) -> str:
    """The sentence for who reads it below the name of what it is about; of an idea or an event, what it says of it.

    There a word before the name may tell it from another: `the Soviet Thermidor`.
    """
    name = next((each for each in (view.name, *view.names) if each in text), "")
    if not name or name == text or not (view.is_person or view.is_body):
        return text
    text = text.replace(f"{name} ({view.span})", name) if view.is_person else text
    found = re.search(f"{_GLOSS}(?={re.escape(name)}\\b)", text)
    if found is None or not _is_gloss(view, found["gloss"]) or not _is_told(view, found["gloss"]):
        return text
    return f"{text[: found.start()]}{'' if view.is_person else found['article']}{text[found.end() :]}"


def _is_gloss(view: EntryView, gloss: str) -> bool:
    """Whether words before a name explain it: of somebody what he was, unlike `In the First World War`.

    The first of several bodies is another than the next.
    """
    return gloss.split()[-1].islower() if view.is_person else ORDINALS.isdisjoint(gloss.split())


def _is_told(view: EntryView, gloss: str) -> bool:
    """Whether the head of a card says what something is, in words that lead to nothing else, as `murder of` does."""
    words = {word.casefold() for word in gloss.split()} - {"and"}
    return words.isdisjoint(STOP_WORDS) and words_of(gloss) <= words_of(f"{view.kind} / {view.summary}")
