"""What something was, in a line or a few: a whole sentence or a whole clause of it, else marked as left off."""

from typing import NamedTuple

from trotskyism_cli.screen.lines import cells, wrapped
from trotskyism_cli.views.wording.clauses import clauses, hangs
from trotskyism_cli.views.wording.sentences import first_sentence

LEFT_OFF = " …"
FILLED = "\u00a0"  # a column that is no place to break a line
SAYS_MUCH, SAYS_SOMETHING, SAYS_LITTLE = 0.6, 0.45, 0.25  # of the room that there is


def briefly(text: str, room: int, lines: int = 2, more: int = 1, lead: int = 0, whole_in: int = 0) -> list[str]:
    """The first sentence of a text in lines of so many columns, and in some more if it then says more.

    Of a longer sentence it is a whole clause, else as many words as there is room for and a mark that there are others.
    `lead` are the columns that something else takes in the first line. Rather than to be broken off in mid-thought, a
    sentence has a clause that says less, or all of itself in `whole_in` lines.
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
    """Columns of a line, and those that something else takes in the first one."""

    room: int
    lead: int

    def holds(self, text: str, lines: int) -> bool:
        """Whether so many lines hold a text, the last of them more than the mark that something is left off."""
        told = wrapped(FILLED * self.lead + text, self.room).split("\n")
        return len(told) <= lines and told[-1] != LEFT_OFF.strip()


def _longest(texts: list[str], space: _Space, lines: int, least: float) -> str:
    """The longest that fits, if it says enough: a question always does."""
    fitting = [each for each in texts if space.holds(each, lines)]
    best = max(fitting, key=len, default="")
    return best if best.endswith("?") or cells(best) >= least else ""


def _words(sentence: str, space: _Space, lines: int) -> str:
    """As many words as there is room for, but none that only leads to the next."""
    words = sentence.split(" ")
    while words and (hangs(" ".join(words)) or not space.holds(" ".join(words).rstrip(",;:") + LEFT_OFF, lines)):
        words.pop()
    return " ".join(words).rstrip(",;:") + LEFT_OFF if any(words) else ""
