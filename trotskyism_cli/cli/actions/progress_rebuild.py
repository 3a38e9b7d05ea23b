"""`progress rebuild`: compute the learner's memory states anew from the answers."""

import gc
from collections.abc import Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.output.progress_line import at_work


def run(context: AppContext, words: Sequence[str] = ()) -> None:
    """Compute anew what is known and when it is due. It takes no words."""
    gc.disable()  # as in `progress_import`
    with context.open_log() as log:
        with at_work("Computing anew what you know …"):
            facts = log.rebuild(remembered)
        context.say(f"Computed anew: {counted(facts, 'fact')}.")
