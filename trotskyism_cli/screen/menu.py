"""The menu that opens when the program is called without a command: with arrow keys."""

import shutil
from collections.abc import Sequence

import questionary

from trotskyism_cli.pack.model import Topic
from trotskyism_cli.screen.menu_plain import CHOICES, LEAVE, QUESTION, WHICH, WORDS
from trotskyism_cli.screen.quiz_terminal import STYLE, bind, wrapped


class TerminalMenu:
    """Prompts with keys."""

    def choose(self) -> str | None:
        """What to do next; None to leave."""
        choices = [questionary.Choice(title, value=value) for value, title in CHOICES.items()]
        leave = questionary.Choice(LEAVE, value="")
        prompt = questionary.select(QUESTION, [*choices, leave], qmark="", instruction=" ", style=STYLE)
        return _asked(prompt) or None

    def ask_words(self) -> str:
        """A name, a question, a date; empty to go back."""
        return _asked(questionary.text(WORDS, qmark="", style=STYLE))

    def ask_topic(self, topics: Sequence[Topic]) -> str:
        """The id of a chapter; empty to go back."""
        width = shutil.get_terminal_size().columns
        choices = [questionary.Choice(wrapped(topic.title, width, hanging=3), value=topic.id) for topic in topics]
        return _asked(questionary.select(WHICH, choices, qmark="", instruction=" ", style=STYLE))


def _asked(prompt: questionary.Question) -> str:
    bind(prompt.application, {})
    try:
        return str(prompt.unsafe_ask() or "")
    except EOFError:
        return ""
