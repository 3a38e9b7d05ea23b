"""Entry point of the command `trotskyism` and of `python -m trotskyism_cli`.

Prepares the standard streams, tries the fast paths (prebuilt answers, plain look-ups) and then Typer, and ends cleanly
on Ctrl-C, a full disk or a closed pipe.
"""

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
# Threshold of Python's garbage collector (default 700). Nearly all objects live to the end, and looking for garbage
# would take a tenth of the time to a quiz's first question.
GC_THRESHOLD = 200_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(GC_THRESHOLD)
    _open_streams()
    code: int | None = None
    try:
        # Imported here, so that Ctrl-C is handled while loading.
        from trotskyism_cli.cli.completed import completed
        from trotskyism_cli.cli.replay import answered_again

        code = 0 if answered_again(sys.argv[1:]) or completed() else _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)
    except OSError as error:  # e.g. a full disk, also while help is printed
        _give_up(error)
    finally:
        _flush()
    if code is not None:
        _exit_fast(code)


def _run(typed: Sequence[str]) -> int | None:
    """Run a command and return its exit code; Typer ends the process itself."""
    from trotskyism_cli.cli.without_typer import answered_directly

    try:
        code = answered_directly(typed)
    except SystemExit as end:  # nothing found, or a further command was run from the answer
        if not isinstance(end.code, int):
            raise
        return end.code
    if code is None:
        from trotskyism_cli.cli.app import app  # imports Typer, which a plain look-up does not need

        app(prog_name=PROGRAM)
    return code


def _exit_fast(code: int) -> None:
    """Exit without Python's clean-up, which takes a tenth of the time of a look-up.

    All output is written and the learner's files are closed by now. Under a tracer or profiler, exit normally.
    """
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    if sys.gettrace() is None and sys.getprofile() is None:
        os._exit(code)
    sys.exit(code)


def _open_streams() -> None:
    """Replace closed streams by the null device, and let no character fail that the encoding lacks."""
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open(encoding="utf-8")
    sys.stdout = sys.stdout or nothing.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nothing.open("w", encoding="utf-8")
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def _flush() -> None:
    """Flush stdout, silently if a reader such as `head -1` closed the pipe early."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> NoReturn:
    """Report in one line what the system refused, drop the remaining output, and exit with code 1."""
    where = error.filename or "The output could not be written"
    with suppress(OSError):
        sys.stderr.write(f"{where}: {error.strerror or error}. Choose another place for it.\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(1)


if __name__ == "__main__":
    main()
