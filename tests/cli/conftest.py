"""The real program, started as a user starts it, with a cache and a home of its own."""

import atexit
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.conftest import ROOT


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
PATIENCE = 60  # seconds
SMALL = str(
    ROOT / "tests" / "packs" / "french-revolution"
)  # a pack that is compiled, and turned into questions, at once


@pytest.fixture
def environment(shared_cache: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a run: nothing of the developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    return {**kept, "HOME": str(tmp_path), "TROTSKYISM_CACHE": str(shared_cache), "LANG": "C.UTF-8"}


class ReadyProgram:
    """The program in a process that has loaded the libraries of others, forked for each run (see `ready_program`)."""

    def __init__(self, **changed: str) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.cli.ready_program"],
                stdin=theirs.fileno(),
                cwd=ROOT,
                env={"LANG": "C.UTF-8", "PATH": os.environ["PATH"], **changed},
            )
        self._socket = ours
        self._socket.settimeout(PATIENCE)

    def run(
        self, words: Sequence[str], given: bytes, environment: dict[str, str], folder: Path
    ) -> tuple[int, bytes, bytes]:
        """The exit code of a run, and what it wrote."""
        with TemporaryFile() as stdin, TemporaryFile() as out, TemporaryFile() as err:
            stdin.write(given)
            stdin.seek(0)
            asked = {"words": words, "environment": environment, "folder": str(folder), "terminal": False}
            code = self._ask(asked, [each.fileno() for each in (stdin, out, err)])
            for each in (out, err):
                each.seek(0)
            return code, out.read(), err.read()

    def start(self, words: Sequence[str], environment: dict[str, str], terminal: int) -> int:
        """Begin a run in a terminal, given by its end for programs; returns the number of its process."""
        asked = {"words": words, "environment": environment, "folder": str(Path.cwd()), "terminal": True}
        return self._ask(asked, [terminal] * 3)

    def ended(self, process: int) -> int:
        """Wait for the end of a run in a terminal; returns its exit code."""
        return self._ask({"ended": process}, [])

    def _ask(self, asked: dict[str, object], streams: list[int]) -> int:
        socket.send_fds(self._socket, [json.dumps(asked).encode()], streams)
        return int(self._socket.recv(16))

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.wait(PATIENCE)


@cache
def ready_program() -> ReadyProgram | None:
    """One for all tests of a process, ended with it; None where there is no fork."""
    if not hasattr(os, "fork"):
        return None
    program = ReadyProgram()
    atexit.register(program.close)
    return program


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs the program: `run("show", "lenin", given="input", NAME="value")`; never raises, never hangs.

    Settings that Python reads when it starts get a process of their own.
    """

    def start(*words: str, given: str = "", **changed: str | None) -> Ended:
        settings = {**environment, **{name: value for name, value in changed.items() if value is not None}}
        for name, value in changed.items():
            if value is None:
                settings.pop(name, None)
        program = None if any(name.startswith(("PYTHON", "LANG", "LC_")) for name in changed) else ready_program()
        if program:
            code, out, err = program.run(words, given.encode(), settings, tmp_path)
        else:
            done = subprocess.run(
                [sys.executable, "-m", "trotskyism_cli", *words],
                input=given.encode(),
                capture_output=True,
                env=settings,
                cwd=tmp_path,
                timeout=PATIENCE,
                check=False,
            )
            code, out, err = done.returncode, done.stdout, done.stderr
        ended = Ended(code, out.decode(), err.decode())
        print(f"$ trotskyism {' '.join(words)}\n{ended.out}\n{ended.err}\nexit code {ended.code}")
        assert "Traceback" not in ended.err + ended.out
        return ended

    return start


def modules_loaded(told: str) -> set[str]:
    """The modules that Python says it has loaded, where it is asked how long each took."""
    return {line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")}


def heed_ctrl_c() -> None:
    """For a program about to start: a shell lets what runs in the background ignore Ctrl-C, and that is inherited."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def of_several(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small pack, with one question more: a written one of which several answers are right."""
    folder = tmp_path_factory.mktemp("packs") / "of several"
    shutil.copytree(SMALL, folder)
    (folder / "questions.yaml").write_text(
        """
questions:
  - id: born-after-1757
    stem: Which of these men were born after 1757?
    response: several
    options:
      - {text: Robespierre, right: true}
      - {text: Danton, right: true}
      - {text: Marat, note: He was born in 1743.}
      - {text: Mirabeau, note: He was born in 1749.}
    explanation: Robespierre was born in 1758, Danton in 1759.
    about: [robespierre.born, danton.born]
    topic: revolution
    importance: 3
    source: doyle
"""
    )
    return str(folder)


PASSAGE = "; ".join(f"in the year {number} they did what they had to" for number in range(1, 13))  # 120 words


@pytest.fixture(scope="session")
def on_a_passage(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small pack with one written question, on a passage that nearly fills a screen."""
    folder = tmp_path_factory.mktemp("packs") / "on a passage"
    shutil.copytree(SMALL, folder)
    quote = f"quotes:\n  - {{id: quote-years, speaker: danton, when: '1793', text: '{PASSAGE}', source: doyle}}\n"
    (folder / "quotes.yaml").write_text(quote)
    (folder / "questions.yaml").write_text(
        """
questions:
  - id: whose-years
    passage: quote-years
    stem: Whom does the speaker of this passage hold to have done all that was needed in those years?
    options:
      - {text: Those who had to do it in every one of the years that he counts, right: true}
      - {text: Those who came to Paris with him in the summer of the first of them, note: Of these he says nothing.}
      - {text: Those who had never before been asked what it was that they wanted, note: Of these he says nothing.}
      - {text: Those who in the end paid with their lives for what they had done, note: Of these he says nothing.}
    explanation: He counts twelve years, and says the same of each.
    about: [quote-years]
    topic: revolution
    importance: 3
    source: doyle
"""
    )
    return str(folder)
