"""Shorten a description to a line or a few: a whole sentence, else a whole clause, else words with an ellipsis."""

from typing import NamedTuple

from trotskyism_cli.screen.lines import cells, wrapped
from trotskyism_cli.views.wording.clauses import clauses
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.whole import hangs

LEFT_OFF = " …"
FILLED = "\u00a0"  # a blank at which lines are not broken
# Least share of the room that a clause must fill, in three rounds of lowering demands.
SAYS_MUCH, SAYS_SOMETHING, SAYS_LITTLE = 0.6, 0.45, 0.25


def briefly(text: str, room: int, lines: int = 2, more: int = 1, lead: int = 0, whole_in: int = 0) -> list[str]:
    """Fit the first sentence of a text into `lines` lines of `room` columns, or `more` extra lines if that says more.

    If the sentence is too long, take the longest clause that makes sense by itself, else as many words as fit and
    `LEFT_OFF`. `lead` is the number of columns already taken in the first line. With `whole_in`, a less informative
    clause, or the whole sentence in that many lines, is preferred to breaking off in mid-thought.
    """
    space = _Space(room, lead)
    sentence = first_sentence(text)
    found = list(clauses(sentence))
    whole = [*(each.text for each in found if each.is_whole), sentence]
    parts = [f"{each.text}{LEFT_OFF}" for each in found if not each.is_whole]
    enough = room * lines
    told = (
        _longest([sentence], space, lines, 0)
        or _longest(whole, space, lines, enough * SAYS_MUCH)
        or _longest(whole, space, lines + more, enough * SAYS_SOMETHING)
        or (_longest(whole, space, max(lines + more, whole_in), enough * SAYS_LITTLE) if whole_in else "")
        or _longest(parts, space, lines + more, enough * SAYS_MUCH)
        or _words(sentence, space, lines + more)
    )
    return wrapped(told, room).split("\n")


class _Space(NamedTuple):
    """The width of a line, and the columns already taken in the first one."""

    room: int
    lead: int

    def holds(self, text: str, lines: int) -> bool:
        """Return whether a text fits in that many lines, with more than the ellipsis in the last one."""
        told = wrapped(FILLED * self.lead + text, self.room).split("\n")
        return len(told) <= lines and told[-1] != LEFT_OFF.strip()


def _longest(texts: list[str], space: _Space, lines: int, least: float) -> str:
    """The longest text that fits, if it fills at least `least` columns; a question always does. Else empty."""
    fitting = [each for each in texts if space.holds(each, lines)]
    best = max(fitting, key=len, default="")
    return best if best.endswith("?") or cells(best) >= least else ""


def _words(sentence: str, space: _Space, lines: int) -> str:
    """As many words as fit, not ending in one that only leads to the next ("of", "and")."""
    words = sentence.split(" ")
    while words and (hangs(" ".join(words)) or not space.holds(" ".join(words).rstrip(",;:") + LEFT_OFF, lines)):
        words.pop()
    return " ".join(words).rstrip(",;:") + LEFT_OFF if any(words) else ""
