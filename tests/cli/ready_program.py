"""The program in a process that is ready: Python, the libraries of others and the program's modules are loaded once.

Each run is a fork, and runs `trotskyism_cli/__main__.py` in it: to load modules took more than half of what a run took,
and to compile their patterns a tenth of the rest. Nothing is run before the fork, so that no run sees what another did.
What is loaded when, and that each command loads what it needs, is seen by the tests that start processes of their own:
those of start-up, of what survives an end, and those of terminals that say `AS_STARTED`.
To be run by `python -m tests.cli.ready_program`, with a socket as its input.
"""

import atexit
import fcntl
import gc
import io
import json
import os
import runpy
import signal
import socket
import sys
import termios
import threading
import time
import traceback
from importlib import import_module
from pkgutil import walk_packages
from typing import TextIO

import trotskyism_cli
from trotskyism_cli.pack.lazy_regex import lazy_regex

LIBRARIES = """typer typer.main rich.console rich.text rich.padding rich.rule rich.table yaml sqlite3 platformdirs csv
    rapidfuzz.distance rapidfuzz.process rapidfuzz.fuzz difflib html random statistics tempfile unicodedata urllib.parse
    xml.etree.ElementTree zipfile""".split()
# What every run begins with, and what only the build of a wheel can load.
NOT_LOADED = ("trotskyism_cli.__main__", "trotskyism_cli.cli.wheel")
PATTERN = type(lazy_regex(""))
USES = "search match fullmatch split findall finditer sub".split()
ROOM = 1 << 20  # bytes of a request: words and environment
STDERR = 2
FLUSH_FAILED = 120  # Python's own


def main() -> None:
    """Serve: each request has words, environment and folder, and brings three streams; the answer is an exit code.

    A run in a terminal is answered at once, by the number of its process; what it ended with is asked for by that.
    """
    given = os.environ.copy()
    for library in LIBRARIES:
        import_module(library)
    for module in walk_packages(trotskyism_cli.__path__, f"{trotskyism_cli.__name__}."):
        if module.name not in NOT_LOADED:
            import_module(module.name)
    for pattern in [each for each in gc.get_objects() if type(each) is PATTERN]:
        for use in USES:
            getattr(pattern, use)  # compiles it, and is kept by it
    set_by_modules = {name: value for name, value in os.environ.items() if name not in given}
    # What is loaded is no rubbish: where a run looked for circles in it, its pages would be copied for that run.
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=0) as connection:
        while request := _received(connection):
            text, streams = request
            asked = json.loads(text)
            child = asked.get("ended") or os.fork()
            if child == 0:
                connection.detach()
                asked["environment"] = {**set_by_modules, **asked["environment"]}
                os._exit(_run(**asked, streams=streams))
            for each in streams:
                os.close(each)
            answer = child if asked.get("terminal") else os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            connection.sendall(f"{answer}\n".encode())


def _received(connection: socket.socket) -> tuple[bytes, list[int]] | None:
    text, streams, _, _ = socket.recv_fds(connection, ROOM, 3)
    return (text, streams) if text else None


def _run(words: list[str], environment: dict[str, str], folder: str, *, terminal: bool, streams: list[int]) -> int:
    """Be a process that was started so, and return what it ends with."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if terminal:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin, sys.stdout, sys.stderr = _opened("r"), _opened("w", 1), _opened("w", 2)
    sys.path[0] = folder
    sys.argv = ["trotskyism_cli", *words]
    code = _ended()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return FLUSH_FAILED
    return code


def _ended() -> int:
    """Run the program to its end, as Python runs a module; returns the exit code."""
    code: object = 0
    try:
        runpy.run_module("trotskyism_cli", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
        if code is not None and not isinstance(code, int):
            sys.stderr.write(f"{code}\n")
            code = 1
    except BaseException:
        traceback.print_exc()
        code = 1
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    return code if isinstance(code, int) else 0


def _opened(mode: str, number: int = 0) -> TextIO:
    """A stream as Python opens it where the locale is C.UTF-8."""
    errors = "backslashreplace" if number == STDERR else "surrogateescape"
    raw = io.FileIO(number, mode, closefd=False)
    buffered = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    return io.TextIOWrapper(buffered, "utf-8", errors, line_buffering=number == STDERR or raw.isatty())


if __name__ == "__main__":
    main()
