"""`python -m trotskyism_cli`, and the command `trotskyism`."""

import os
import sys

from trotskyism_cli.cli.app import app


def main() -> None:
    """Run the command line; a reader that closes the pipe early (`| head -1`) is not an error."""
    try:
        app()
    except SystemExit:
        _flush()
        raise
    except BrokenPipeError:
        _discard_output()


def _flush() -> None:
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError, AttributeError):
        _discard_output()


def _discard_output() -> None:
    """Point stdout at nothing, so that the interpreter's own flush at exit finds an open file."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
