"""Completion before anything else is loaded: commands, and names from a kept list.

It answers the commonest cases: the name of an entry in Latin letters after a command that takes one, and, in bash,
which shows no descriptions, a command. Everything else is left to the commands' own completion.
"""

import os
import sys
from collections.abc import Callable, Sequence

from trotskyism_cli.cli import replay
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.library.answer_cache import KeptAnswer

COMPLETES = "_TROTSKYISM_COMPLETE"  # set by a shell that wants words completed
IN_BASH = "complete_bash"
# Commands whose words are names; a test holds them against their declarations.
OF_NAMES = frozenset(("show", "search", "quote", "timeline", "compare", "links"))
FIRST_NAME = 3  # words on the line up to a name: how a name of several goes on, one has to look up
MOST = 50  # names that are offered at once
NAMES = ("list", "\0")  # what the list is kept under: no command line is like it
_SHELLS: dict[str, Callable[[Sequence[str]], str]] = {
    IN_BASH: "\n".join,
    "complete_zsh": lambda names: "_arguments '*: :((" + "\n".join(f'"{each}"' for each in names) + "))'",
    "complete_fish": "\n".join,
}


def completed() -> bool:
    """Print completions for a command or a name, if the list of names is kept. Return whether this was done."""
    if commands := _commands():
        sys.stdout.write("".join(f"{each}\n" for each in commands))
        return True
    shell = _SHELLS.get(os.environ.get(COMPLETES, ""))
    begun = _begun() if shell else ""
    if shell is None or not begun:
        return False
    kept = replay.kept(NAMES)
    names = [each for each in kept.text.split() if each.startswith(begun.lower())][:MOST] if kept else []
    if not names:
        return False
    if os.environ[COMPLETES] == "complete_zsh":  # which compares capitals
        names = [begun + each[len(begun) :] for each in names]
    sys.stdout.write(f"{shell(names)}\n")
    return True


def keep_names(names: Sequence[str]) -> None:
    """Keep the names for completion, in this order."""
    replay.keep(replay.asked(NAMES), KeptAnswer("\n".join(names)))


def _commands() -> list[str]:
    """In bash, the commands that begin like the first word; none if it is an option or may begin a name."""
    if os.environ.get(COMPLETES) != IN_BASH or os.environ.get("COMP_CWORD") != "1":
        return []
    begun = (*os.environ.get("COMP_WORDS", "").split()[1:2], "")[0]
    return [each for each in COMMANDS if each.startswith(begun)]


def _begun() -> str:
    """The beginning of a name right after a command that takes one; else empty."""
    if os.environ[COMPLETES] == IN_BASH:
        place = os.environ.get("COMP_CWORD", "")
        words = os.environ.get("COMP_WORDS", "").split()[: int(place) + 1 if place.isdecimal() else 0]
        typed = len(words) == int(place or 0) + 1
    else:
        line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        words, typed = line.split(), not line.endswith(" ")
        typed = typed and os.environ.get("_TYPER_COMPLETE_FISH_ACTION", "get-args") == "get-args"
    simple = all(word.isascii() and word.replace("-", "").isalnum() and word[0] != "-" for word in words[1:])
    return words[-1] if typed and simple and len(words) == FIRST_NAME and words[1] in OF_NAMES else ""
