"""The names of the commands, known before any command is loaded."""

from collections.abc import Sequence

# Which module has which command, in the order of the help. A lookup so imports nothing that a quiz needs.
COMMANDS = {
    "show": "commands.lookups",
    "search": "commands.lookups",
    "list": "commands.lookups",
    "quote": "commands.lookups",
    "timeline": "commands.views",
    "summary": "commands.views",
    "compare": "commands.connections",
    "tree": "commands.tree",
    "links": "commands.connections",
    "on": "commands.views",
    "quiz": "commands.quiz",
    "study": "commands.study",
    "questions": "commands.quiz",
    "progress": "commands.progress",
    "class": "commands.classes",
    "stats": "commands.stats",
    "history": "commands.stats",
    "export": "files.export",
    "import": "files.importing",
    "pack": "commands.pack",
}
INTERROGATIVES = frozenset({"what", "which", "whose"})
LOOK_UPS = (
    "commands.lookups",
    "commands.views",
    "commands.connections",
    "commands.tree",
)  # the modules whose commands answer the same to the same words


def is_asked_on(words: Sequence[str]) -> bool:
    """Return whether `on` begins a question and is no command: `on what date did Lenin die`."""
    return words[:1] == ["on"] and bool(INTERROGATIVES.intersection(map(str.casefold, words[1:2])))
