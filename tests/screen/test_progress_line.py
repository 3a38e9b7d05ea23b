"""What takes long is said on a terminal, and nothing is left of it."""

import io
from threading import Event

import pytest

from trotskyism_cli.screen import progress_line
from trotskyism_cli.screen.progress_line import ERASE, at_work


class Screen(io.StringIO):
    """A terminal, or a pipe, that says when something was written on it."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.written = Event()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def write(self, text: str) -> int:
        told = super().write(text)
        self.written.set()
        return told


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No patience, and a terminal that can erase."""
    monkeypatch.setattr(progress_line, "DELAY", 0.001)
    monkeypatch.setenv("TERM", "xterm")


def test_what_takes_long_is_said_counted_and_wiped_away() -> None:
    screen = Screen()
    with at_work("Preparing …", screen) as line:
        assert screen.written.wait(30)
        line.tell("Half …")

    assert screen.getvalue() == f"Preparing …{ERASE}Half …{ERASE}"


def test_what_cannot_be_erased_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    with at_work("Preparing …", screen) as line:
        assert screen.written.wait(30)
        line.tell("Half …")

    assert screen.getvalue() == "Preparing …\n"


def test_what_is_soon_done_is_not_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_line, "DELAY", 1000)
    screen = Screen()
    with at_work("Preparing …", screen):
        pass

    assert screen.getvalue() == ""


def test_a_pipe_is_told_nothing() -> None:
    pipe = Screen(terminal=False)
    with at_work("Preparing …", pipe):
        pipe.written.wait(0.1)

    assert pipe.getvalue() == ""
