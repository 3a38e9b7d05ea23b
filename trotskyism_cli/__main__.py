"""`python -m trotskyism_cli`, and the command `trotskyism`."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from trotskyism_cli import PROGRAM

INTERRUPTED = 130
# Objects made before the next search for unreachable ones (Python's own: 700). What is imported and read lives as long
# as the program, and to look through it again and again takes a tenth of the time to a first question.
RARELY = 200_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(RARELY)
    _open_streams()
    code: int | None = None
    try:
        # Here, so that Ctrl-C is understood also while this is loaded.
        from trotskyism_cli.cli.completed import completed
        from trotskyism_cli.cli.replay import answered_again

        code = 0 if answered_again(sys.argv[1:]) or completed() else _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)
    except OSError as error:  # a full disk, for example; also while help is printed, before any command is asked
        _give_up(error)
    finally:
        _flush()
    if code is not None:
        _leave(code)


def _run(typed: Sequence[str]) -> int | None:
    """The code with which a command of plain words ended; any other one ends by itself."""
    from trotskyism_cli.cli.without_typer import answered_directly

    try:
        code = answered_directly(typed)
    except SystemExit as end:  # what was asked is not told, or another command was asked for after an answer
        if not isinstance(end.code, int):
            raise
        return end.code
    if code is None:
        from trotskyism_cli.cli.app import app  # with Typer, which a look-up of plain words does without

        app(prog_name=PROGRAM)
    return code


def _leave(code: int) -> None:
    """End without taking all apart that was loaded, as Python does: that takes a tenth of the time of a look-up.

    By now all is written and every file of the learner closed. Who traces or measures a run sees it to its end.
    """
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    if sys.gettrace() is None and sys.getprofile() is None:
        os._exit(code)
    sys.exit(code)


def _open_streams() -> None:
    """Stand in for streams that were closed, and let no letter fail that the terminal's encoding does not have."""
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open(encoding="utf-8")
    sys.stdout = sys.stdout or nothing.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nothing.open("w", encoding="utf-8")
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def _flush() -> None:
    """Flush while a reader that closed the pipe early (`| head -1`) can still be met without a complaint."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> NoReturn:
    """One line on what the system refused; what is still to be printed is let go."""
    where = error.filename or "The output could not be written"
    with suppress(OSError):
        sys.stderr.write(f"{where}: {error.strerror or error}. Choose another place for it.\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(1)


if __name__ == "__main__":
    main()
