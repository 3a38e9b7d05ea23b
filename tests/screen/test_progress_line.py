"""What takes long is said on a terminal, and nothing is left of it."""

import io
from threading import Event

from trotskyism_cli.screen.progress_line import WIPED, said_after


class Screen(io.StringIO):
    """A terminal that says when something was written on it."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.written = Event()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def test_what_takes_long_is_said_and_wiped_away() -> None:
    screen = Screen()
    with said_after(0.001, "Preparing …", screen):
        assert screen.written.wait(30)

    assert "Preparing …" in screen.getvalue()
    assert screen.getvalue().endswith(WIPED)


def test_what_is_soon_done_is_not_said() -> None:
    screen = Screen()
    with said_after(1000, "Preparing …", screen):
        pass

    assert screen.getvalue() == ""


def test_a_pipe_is_told_nothing() -> None:
    pipe = Screen(terminal=False)
    with said_after(0.001, "Preparing …", pipe):
        pipe.written.wait(0.1)

    assert pipe.getvalue() == ""
