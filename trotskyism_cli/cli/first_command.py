"""The command that a command line means, even if its first word is none."""

from collections.abc import Sequence

from trotskyism_cli.cli.command_names import COMMANDS, is_asked_on
from trotskyism_cli.cli.context import AppContext


def as_command(typed: Sequence[str], context: AppContext) -> list[str]:
    """The typed words with a command first, even if they begin with a synonym, a name or a question.

    UsageError or NotFoundError if nothing can be made of them.
    """
    name = typed[0]
    if is_asked_on(" ".join(typed).split()):
        return ["search", *typed]
    if name in COMMANDS or name.startswith("-"):
        return list(typed)
    from trotskyism_cli.cli.meaning.first_word import meant, other_word  # who names a command needs none of it
    from trotskyism_cli.library.forms import plain

    if not plain(" ".join(typed)):
        raise context.library.resolve("").error()
    words = [*name.split(), *typed[1:]] if name.strip() else typed
    again = [words[0].casefold(), *words[1:]] if _is_command(words, context) else other_word(words, COMMANDS)
    return again or meant(words, COMMANDS, context.library)


def _is_command(words: Sequence[str], context: AppContext) -> bool:
    """Return whether a command comes first, also in capitals.

    A name may begin like one: `On Lev Sedov` asks for no day.
    """
    if words[0] in COMMANDS or words[0].casefold() not in COMMANDS:
        return words[0] in COMMANDS
    if words[0].isupper():
        return True
    found = context.library.resolve(" ".join(words))
    return words[0] != "On" and (found.entry is None or found.guessed or bool(found.reason))
