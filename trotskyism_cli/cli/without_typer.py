"""Answer plain words without Typer, whose loading takes half the time of a look-up.

It knows no option but a leading `--pack DIR`. It calls the same functions as the commands, with the same defaults, and
leaves everything else to Typer. A test compares what both print.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from trotskyism_cli.cli.boundary import ended
from trotskyism_cli.cli.command_names import COMMANDS, LOOK_UPS
from trotskyism_cli.cli.completed import COMPLETES
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.first_command import as_command
from trotskyism_cli.cli.replay import named_folder
from trotskyism_cli.invocation import remember_options

# How many words each command takes: at least, and at most.
ANY = sys.maxsize
WORDS = {
    "show": (1, ANY),
    "search": (1, ANY),
    "list": (0, 1),
    "quote": (0, ANY),
    "timeline": (0, ANY),
    "summary": (0, ANY),
    "compare": (1, ANY),
    "tree": (1, ANY),
    "links": (1, ANY),
    "on": (0, ANY),
    "quiz": (0, ANY),
    "study": (0, ANY),
    "progress import": (1, 1),
    "progress rebuild": (0, 0),
}


def answered_directly(typed: Sequence[str]) -> int | None:
    """Run a command of plain words and return its exit code; None if these words need Typer, and nothing was done."""
    options, words = _parted_from_pack(typed)
    if not _is_plain(words):
        return None
    remember_options(options)
    folder = Path(options[-1]) if options else named_folder("TROTSKYISM_PACK")
    context = AppContext(pack_folder=folder, data_dir=named_folder("TROTSKYISM_DATA"))
    done = ""

    def run() -> None:
        nonlocal done
        done, further = plain_command(words, context)
        if done:
            run_command(done, further, context)

    code = ended(context, typed, run, lambda: COMMANDS.get(done) in LOOK_UPS)
    return code if done or code else None


def plain_command(typed: Sequence[str], context: AppContext) -> tuple[str, Sequence[str]]:
    """The command that plain words mean, and its words; an empty command if they need Typer.

    UsageError or NotFoundError if nothing can be made of them.
    """
    if not _is_plain(typed):
        return "", ()
    verb, words = _parted(as_command(typed, context))
    fewest, most = WORDS.get(verb, (ANY, 0))
    has_options = any(word.startswith("-") for word in words)
    return (verb, words) if fewest <= len(words) <= most and not has_options else ("", ())


def run_command(verb: str, words: Sequence[str], context: AppContext) -> None:
    """Run a command with these words."""
    import_module(f"trotskyism_cli.cli.actions.{verb.replace(' ', '_')}").run(context, words)


def _is_plain(typed: Sequence[str]) -> bool:
    """Return whether these are plain words, without options."""
    if COMPLETES in os.environ or not typed or (typed[0] in COMMANDS and _parted(typed)[0] not in WORDS):
        return False
    return all(word.strip() and not word.startswith("-") for word in typed)


def _parted_from_pack(typed: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Split off a leading `--pack DIR`."""
    has_pack = len(typed) > len(("--pack", "DIR")) and typed[0] == "--pack" and bool(typed[1])
    return (typed[:2], typed[2:]) if has_pack else ((), typed)


def _parted(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Split words into a command, which may be one of a group, and the rest."""
    within = " ".join(words[:2])
    return (within, words[2:]) if within in WORDS else (words[0], words[1:])
