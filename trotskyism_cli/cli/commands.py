"""The names of the commands, which may be known before any of them is loaded."""

from collections.abc import Sequence

# Which module has which command, in the order of the help. A lookup so imports nothing that a quiz needs.
COMMANDS = {
    "show": "lookups",
    "search": "lookups",
    "list": "lookups",
    "quote": "lookups",
    "timeline": "views",
    "summary": "views",
    "compare": "connections",
    "tree": "tree",
    "links": "connections",
    "on": "views",
    "quiz": "quiz",
    "study": "study",
    "questions": "quiz",
    "progress": "progress",
    "class": "classes",
    "stats": "stats",
    "history": "stats",
    "export": "export",
    "import": "importing",
    "pack": "pack",
}
INTERROGATIVES = frozenset({"what", "which", "whose"})
LOOK_UPS = ("lookups", "views", "connections", "tree")  # the modules whose commands answer the same to the same words


def is_asked_on(words: Sequence[str]) -> bool:
    """Whether `on` is no command, but begins a question: `on what date did Lenin die`."""
    return words[:1] == ["on"] and bool(INTERROGATIVES.intersection(map(str.casefold, words[1:2])))
