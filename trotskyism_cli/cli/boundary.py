"""How a run ends: the one place where errors are reported, and where the output of a look-up is kept for next time."""

import os
import sys
from collections.abc import Callable, Sequence

from trotskyism_cli.cli import replay
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import AppError
from trotskyism_cli.library.answer_cache import KeptAnswer

INTERRUPTED = 130


def ended(context: AppContext, typed: Sequence[str], run: Callable[[], None], is_look_up: Callable[[], bool]) -> int:
    """Run a command and return its exit code: 0, or that of the error, which has been reported.

    The output of a look-up is kept under the words that were `typed`.
    """
    key = replay.asked(typed) if replay.may_keep(typed) else ""
    context.keeps = bool(key)
    try:
        run()
    except AppError as error:
        context.tell_error(error)
        return error.exit_code
    except BrokenPipeError:
        # Whoever reads has had enough. The descriptor is pointed at nothing, so that no later flush fails.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return INTERRUPTED
    # The key is another one once somebody closed the terminal, or drew it wider, while they read.
    if context.keeps and is_look_up() and replay.asked(typed) == key:
        _keep(key, context)
    return 0


def _keep(key: str, context: AppContext) -> None:
    """Keep the answer of a look-up for the next time."""
    text, told = "".join(context.printed), "".join(context.told)
    if text and not (context.title and len(context.printed) > 1):
        sys.stdout.flush()  # the reader first
        replay.keep(key, KeptAnswer(text, told, context.title, context.library.pack.id, context.shown_entry))
