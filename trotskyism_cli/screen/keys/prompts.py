"""Prompts in a terminal: draw a model from `choosing`, pass it the keys, and return what was chosen."""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from typing import NamedTuple, Protocol

from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.renderer import print_formatted_text
from prompt_toolkit.styles import Style

from trotskyism_cli.screen.document import Line
from trotskyism_cli.screen.keys.choosing import Done, Row, Rows, window
from trotskyism_cli.screen.lines import visible

# By default prompt_toolkit asks the terminal for its cursor position and waits. Over a slow line that delays every
# key, and these prompts do not need it.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

STYLE = Style([("question", "bold"), ("pointed", "bold"), ("keys", "italic")])
LOOKS = {"line": "ansimagenta", "right": "bold"}  # styles of the spans above a prompt, as in `terminal`
NAMES = {
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.ControlH: "backspace",
    Keys.Escape: "escape",
    Keys.ControlI: "tab",
    Keys.BackTab: "s-tab",
    " ": "space",
}
ESCAPE_SECONDS = 0.1  # after which Esc counts as a key, not as the start of an arrow key's code


class Model(Protocol):
    """A prompt's state (see `choosing`)."""

    def press(self, key: str) -> "Model | Done":
        """The state after a key, or the end of the prompt."""

    def rows(self, width: int) -> Rows:
        """The lines on a screen of that width."""


class Limit(NamedTuple):
    """A time limit of a prompt: at `end` (by `time.monotonic`) the prompt returns `late`."""

    end: float
    late: object
    words: Callable[[float], str]

    @property
    def left(self) -> float:
        """Seconds left."""
        return self.end - time.monotonic()


def ask(model: Model, limit: Limit | None = None) -> object:
    """Run a prompt and return what is chosen; EOFError on Ctrl-D, KeyboardInterrupt on Ctrl-C."""
    now = [model]
    bindings = _bindings()

    @bindings.add(Keys.Any)
    @bindings.add(Keys.Escape, eager=True)
    def press(event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        after = now[0].press(NAMES.get(key, key.value if isinstance(key, Keys) else key))
        if isinstance(after, Done):
            event.app.exit(result=after.value)
        else:
            now[0] = after

    @bindings.add(Keys.BracketedPaste)
    def ignore(_: KeyPressEvent) -> None:
        """Ignore pasted text: it is no choice."""

    def draw() -> StyleAndTextTuples:
        height, width = size()
        clock = _clock(limit)
        return _lines((*clock, *window(now[0].rows(width), height - 1 - len(clock))))

    shown = Window(FormattedTextControl(draw, focusable=True, show_cursor=False), dont_extend_height=True)
    return _run(Layout(shown), bindings, limit)


def erase_above(lines: int) -> None:
    """Erase the last lines printed above the prompt."""
    output = get_app_session().output
    output.cursor_up(lines)
    output.erase_down()
    output.flush()


def ask_text(
    head: Callable[[int, bool], Rows], accept: Callable[[str], Done | None], escape: Done | None, limit: Limit | None
) -> object:
    """Let the user type a line. `head(width, leaving)` draws what surrounds it; `leaving` is set after Esc.

    `accept` turns a line into the result, or into None to go on. Without `escape`, Esc asks whether to stop: q does,
    Enter goes on, other keys do nothing.
    """
    leaving = [False]
    bindings = _bindings()
    buffer = Buffer(multiline=False)
    is_leaving = Condition(lambda: leaving[0])

    @bindings.add(Keys.Escape, eager=True)
    def back(event: KeyPressEvent) -> None:
        if escape is not None:
            event.app.exit(result=escape.value)
        leaving[0] = True

    @bindings.add(Keys.ControlM, eager=True)
    @bindings.add(Keys.ControlJ, eager=True)
    def enter(event: KeyPressEvent) -> None:
        if leaving[0]:
            leaving[0] = False
        elif (done := accept(buffer.text)) is not None:
            event.app.exit(result=done.value)

    @bindings.add("q", filter=is_leaving, eager=True)
    def stop(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @bindings.add(Keys.Any, filter=is_leaving, eager=True)
    def swallow(_: KeyPressEvent) -> None:
        """Ignore the key: it was not meant for the line."""

    @bindings.add(Keys.BracketedPaste)
    def paste(event: KeyPressEvent) -> None:
        buffer.insert_text(visible(" ".join(event.data.split())))

    def rows() -> Rows:
        return head(size().columns, leaving[0])

    parts = [
        Window(FormattedTextControl(lambda: _lines((*_clock(limit), *rows().body))), dont_extend_height=True),
        Window(BufferControl(buffer), wrap_lines=True, dont_extend_height=True),
        Window(FormattedTextControl(lambda: _lines(rows().foot)), dont_extend_height=True),
    ]
    return _run(Layout(HSplit(parts), parts[1]), bindings, limit)


def print_line(line: Line) -> None:
    """Print a line above the next prompt with prompt_toolkit, so that Rich need not be loaded."""
    spans = [(LOOKS.get(span.style, ""), visible(span.text)) for span in line]
    # The renderer's own function: the public one parses the styles of every kind of prompt again for each line.
    print_formatted_text(get_app_session().output, FormattedText([*spans, ("", "\n")]), STYLE)


def size() -> Size:
    """The rows and columns of the terminal."""
    return get_app_session().output.get_size()


def forget_keys() -> None:
    """Discard keys typed before the current screen appeared."""
    clear_typeahead(get_app_session().input)
    if sys.stdin.isatty():
        import termios  # not on Windows

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _lines(rows: tuple[Row, ...]) -> StyleAndTextTuples:
    last = len(rows) - 1
    return [(style, text + ("" if number == last else "\n")) for number, (style, text) in enumerate(rows)]


def _clock(limit: Limit | None) -> tuple[Row, ...]:
    return () if limit is None else (("class:keys", limit.words(limit.left)),)


def _bindings() -> KeyBindings:
    """Keys common to all prompts: Ctrl-C and SIGINT interrupt, Ctrl-D ends the input, Ctrl-Z suspends.

    Until the prompt has taken over the terminal, Ctrl-C arrives as a signal, not as a key.
    """
    bindings = KeyBindings()

    @bindings.add(Keys.SIGINT)
    @bindings.add(Keys.ControlC, eager=True)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add(Keys.ControlD, eager=True)
    def end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @bindings.add(Keys.ControlZ, eager=True)
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings


def _run(layout: Layout, bindings: KeyBindings, limit: Limit | None) -> object:
    application: Application[object] = Application(
        layout, style=STYLE, key_bindings=bindings, erase_when_done=True, include_default_pygments_style=False
    )
    application.ttimeoutlen = ESCAPE_SECONDS
    if limit is not None:
        _expire(application, limit)
    return application.run()


def _expire(application: Application[object], limit: Limit) -> None:
    """End the prompt when its time is up."""

    async def expire() -> None:
        await asyncio.sleep(max(0.0, limit.left))
        if not application.is_done:
            application.exit(result=limit.late)

    def start() -> None:
        application.create_background_task(expire())

    application.refresh_interval = 1
    application.pre_run_callables.append(start)
