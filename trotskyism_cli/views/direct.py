"""What a direct answer is, and when a word of a question is said in a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from trotskyism_cli.library.spelling import Term

SHORTEST_STEM, LONGEST_ENDING = 4, 3  # letters


@dataclass(frozen=True, slots=True)
class Direct:
    """The answer to a question: a sentence, a second one, if any, and the facts that they rest on."""

    text: str
    further: str = ""
    facts: tuple[str, ...] = ()


def is_said(term: Term, words: Sequence[str]) -> bool:
    """Whether one of the words is a form of what was asked; of a form of several words all must be there."""
    forms = (form.split() or [form] for form in (term.word, *(each.text for each in term.forms)))
    return any(all(any(_is_form(part, word) for word in words) for part in form) for form in forms)


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ only in their endings."""
    shorter = min(len(one), len(other))
    alike = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    return one == other or alike >= max(SHORTEST_STEM, shorter - LONGEST_ENDING)
