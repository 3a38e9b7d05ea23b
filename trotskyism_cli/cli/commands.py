"""The names of the commands, which may be known before any of them is loaded."""

# Which module has which command, in the order of the help. A lookup so imports nothing that a quiz needs.
COMMANDS = {
    "show": "lookups",
    "search": "lookups",
    "list": "lookups",
    "quote": "lookups",
    "timeline": "views",
    "summary": "views",
    "compare": "connections",
    "tree": "connections",
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
LOOK_UPS = ("lookups", "views", "connections")  # the modules whose commands answer the same to the same words
