"""The menu with arrow keys that opens when the program is called without a command."""

from collections.abc import Mapping, Sequence

from trotskyism_cli.pack.model import Topic
from trotskyism_cli.screen.keys.choosing import BACK, Ask, Choice, Done, Keys, around
from trotskyism_cli.screen.keys.menu_plain import CHOICES, LEAVE, QUESTION, WHICH, WORDS
from trotskyism_cli.screen.keys.prompts import ask, ask_text, forget_keys

MENU_KEYS = "↑ ↓ Enter or a number · q or Esc leaves"
CHAPTER_KEYS = "↑ ↓ or a number, then Enter · q, b, ← or Esc goes back"
BRIEF_KEYS = "Enter: menu · q leaves"
MENU = "menu"
WORDS_KEYS = "Enter looks it up · Esc goes back"


class TerminalMenu:
    """The menu with keys; the pointer starts on the last choice."""

    def __init__(self) -> None:
        self._last = ""
        self._begun = False

    def choose(self, *, briefly: bool = False) -> str | None:
        """What to do next; None to leave. With `briefly`, one line, so that what was read stays on the screen."""
        if not self._begun:
            forget_keys()
            self._begun = True
        if briefly and (brief := _brief()) != MENU:
            self._last = brief or self._last
            return brief or None
        self._last = _picked(QUESTION, {**CHOICES, "": LEAVE}, self._last or next(iter(CHOICES)), MENU_KEYS, ("q",))
        return self._last or None

    def ask_words(self) -> str:
        """A name, question or date to look up; empty to go back."""
        try:
            return str(ask_text(around(WORDS, WORDS_KEYS), Done, Done(""), None))
        except EOFError:
            return ""

    def ask_topic(self, topics: Sequence[Topic], last: str = "") -> str:
        """The id of a chapter; empty to go back. The pointer starts on `last`, the chapter read before."""
        chapters = {**{topic.id: topic.title for topic in topics}, "": "Back"}
        return _picked(WHICH, chapters, last or next(iter(chapters)), CHAPTER_KEYS, ("q", *BACK))


def _brief() -> str:
    """The choice made from the one-line menu, `MENU` to open the whole menu, empty to leave."""
    numbers = {str(number): name for number, name in enumerate((*CHOICES, ""), start=1)}
    opens = dict.fromkeys(("enter", "space", "up", "down", "left", "b"), MENU)
    try:
        chosen = ask(Keys({**opens, **numbers, "q": ""}, BRIEF_KEYS, escape=Done(MENU)))
    except EOFError:
        return ""
    return str(chosen)


def _picked(head: str, choices: Mapping[str, str], first: str, keys: str, back: Sequence[str]) -> str:
    """The key of the chosen entry of `choices`; empty if the user goes back."""
    names = tuple(choices)
    asked = Ask(head, tuple(choices.values()), keys, dict.fromkeys(back, len(names) - 1), Done(len(names) - 1))
    try:
        place = ask(Choice(asked, place=names.index(first)))
    except EOFError:
        return ""
    return names[place] if isinstance(place, int) else ""
