"""The menu that opens when the program is called without a command."""

from collections.abc import Sequence

import questionary

from trotskyism_cli.pack.model import Topic
from trotskyism_cli.screen.quiz_terminal import STYLE, bind

CHOICES = {
    "look up": "Look something up",
    "quiz": "Take a quiz",
    "study": "Study what is due",
    "chapter": "Read a chapter",
    "progress": "See your progress",
}


def choose() -> str | None:
    """What to do next; None to leave."""
    choices = [questionary.Choice(title, value=value) for value, title in CHOICES.items()]
    leave = questionary.Choice("Leave", value="")
    prompt = questionary.select("What next?", [*choices, leave], qmark="", instruction=" ", style=STYLE)
    return _asked(prompt) or None


def ask_words() -> str:
    """A name, a question, a date; empty to go back."""
    return _asked(questionary.text("A name, a question or a date:", qmark="", style=STYLE))


def ask_topic(topics: Sequence[Topic]) -> str:
    """The id of a chapter; empty to go back."""
    choices = [questionary.Choice(topic.title, value=topic.id) for topic in topics]
    return _asked(questionary.select("Which chapter?", choices, qmark="", instruction=" ", style=STYLE))


def _asked(prompt: questionary.Question) -> str:
    bind(prompt.application, {})
    try:
        return str(prompt.unsafe_ask() or "")
    except (KeyboardInterrupt, EOFError):
        return ""
