"""Drop from sentences on a card the words that explain its own subject, because the head of the card says them.

These are years behind the name, and words before it: `The American historian Stephen Kotkin`, `the Spanish POUM`.
"""

import re

from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.views.cards.rows import EntryView
from trotskyism_cli.views.cards.without_repetition import words_of

ORDINALS = frozenset({"first", "second", "third", "last", "new", "old"})
_GLOSS = r"(?P<article>\b[Tt]he )(?P<gloss>(?:(?!the\b)[\w’'-]+ ){1,6})"


def with_bare_name(view: EntryView) -> EntryView:
    """The view with its own name unexplained in all sentences."""
    rows = [
        row._replace(
            cells=tuple(
                cell._replace(text=bare) if (bare := without_own_gloss(view, cell.text)) != cell.text else cell
                for cell in row.cells
            ),
        )
        for row in view.rows
    ]
    return view._replace(rows=tuple(rows))


def without_own_gloss(view: EntryView, text: str) -> str:
    """A sentence without the explanation of the card's subject, for people and organisations.

    Of other entries a word before the name may distinguish it, so it stays: `the Soviet Thermidor`.
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
    """Return whether words before a name explain it: a person's role, but not e.g. `In the First World War`.

    An organisation's ordinal is no gloss: it tells the organisation from the next.
    """
    return gloss.split()[-1].islower() if view.is_person else ORDINALS.isdisjoint(gloss.split())


def _is_told(view: EntryView, gloss: str) -> bool:
    """Return whether the head of the card has all these words; never if there is a function word, as in `murder of`."""
    words = {word.casefold() for word in gloss.split()} - {"and"}
    return words.isdisjoint(STOP_WORDS) and words_of(gloss) <= words_of(f"{view.kind} / {view.summary}")
