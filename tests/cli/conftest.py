"""The real program, started as a user starts it, with a cache and a home of its own."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
SMALL = str(
    ROOT / "tests" / "packs" / "french-revolution"
)  # a pack that is compiled, and turned into questions, at once


@pytest.fixture
def environment(shared_cache: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a run: nothing of the developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    return {**kept, "HOME": str(tmp_path), "TROTSKYISM_CACHE": str(shared_cache), "LANG": "C.UTF-8"}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs the program: `run("show", "lenin", given="input", NAME="value")`; never raises, never hangs."""

    def start(*words: str, given: str = "", **changed: str | None) -> Ended:
        settings = {**environment, **{name: value for name, value in changed.items() if value is not None}}
        for name, value in changed.items():
            if value is None:
                settings.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "trotskyism_cli", *words],
            input=given.encode(),
            capture_output=True,
            env=settings,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        print(f"$ trotskyism {' '.join(words)}\n{ended.out}\n{ended.err}\nexit code {ended.code}")
        assert "Traceback" not in ended.err + ended.out
        return ended

    return start


def heed_ctrl_c() -> None:
    """For a program about to start: a shell lets what runs in the background ignore Ctrl-C, and that is inherited."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def of_several(tmp_path: Path) -> str:
    """The small pack, with one question more: a written one of which several answers are right."""
    folder = tmp_path / "of several"
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
