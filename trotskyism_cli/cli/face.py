"""How a quiz or a study session meets the learner."""

import sys

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.screen.quiz_plain import PlainFace
from trotskyism_cli.screen.sitting import Face


def face_of(context: AppContext, *, plain: bool) -> Face:
    """How questions meet whoever sits there: with keys on a terminal, else line by line."""
    if context.draws and not plain and sys.stdin.isatty():
        # The arrow-key prompt is imported only where it is used.
        from trotskyism_cli.screen.quiz_terminal import TerminalFace
        from trotskyism_cli.screen.terminal import make_console

        return TerminalFace(make_console())
    return PlainFace(sys.stdin, sys.stdout, ask_again=sys.stdin.isatty())
