"""Prompts in a terminal: they draw what is being chosen, give it the keys, and come back with what was chosen."""

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

# A prompt asks the terminal where its cursor is, and waits for the answer; over a slow line that is felt at every key,
# and these prompts do without.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

STYLE = Style([("question", "bold"), ("pointed", "bold"), ("keys", "italic")])
LOOKS = {"line": "ansimagenta", "right": "bold"}  # of the spans above a prompt; they look as in `terminal`
NAMES = {
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.ControlH: "backspace",
    Keys.Escape: "escape",
    Keys.ControlI: "tab",
    Keys.BackTab: "s-tab",
    " ": "space",
}
ESCAPE_SECONDS = 0.1  # after which an Esc is one, and not the beginning of an arrow key


class Model(Protocol):
    """Something chosen with keys (see `choosing`)."""

    def press(self, key: str) -> "Model | Done":
        """What a key makes of it."""

    def rows(self, width: int) -> Rows:
        """What stands on a screen of that width."""


class Limit(NamedTuple):
    """The time that a prompt has: until `end` by the clock `time.monotonic`; then it comes back with `late`."""

    end: float
    late: object
    words: Callable[[float], str]

    @property
    def left(self) -> float:
        """In seconds."""
        return self.end - time.monotonic()


def ask(model: Model, limit: Limit | None = None) -> object:
    """Let something be chosen; EOFError where the learner ends the input with Ctrl-D, KeyboardInterrupt on Ctrl-C."""
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
        """What is pasted is no choice."""

    def draw() -> StyleAndTextTuples:
        height, width = size()
        clock = _clock(limit)
        return _lines((*clock, *window(now[0].rows(width), height - 1 - len(clock))))

    shown = Window(FormattedTextControl(draw, focusable=True, show_cursor=False), dont_extend_height=True)
    return _run(Layout(shown), bindings, limit)


def erase_above(lines: int) -> None:
    """Take so many lines that were printed last off the screen again."""
    output = get_app_session().output
    output.cursor_up(lines)
    output.erase_down()
    output.flush()


def ask_text(
    head: Callable[[int, bool], Rows], accept: Callable[[str], Done | None], escape: Done | None, limit: Limit | None
) -> object:
    """Let something be written. `head` draws what stands around it, for a width and whether Esc was just pressed.

    Without `escape`, Esc asks whether to stop: q does, Enter goes on, and no other key does anything. `accept` says
    what a line means, if anything.
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
        """It was not meant for the line that is being written."""

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
    """A line above the next prompt, drawn by what draws prompts, so that nothing else need be loaded for it."""
    spans = [(LOOKS.get(span.style, ""), visible(span.text)) for span in line]
    # By the renderer itself: what stands before it reads all the styles of all kinds of prompts anew for every line.
    print_formatted_text(get_app_session().output, FormattedText([*spans, ("", "\n")]), STYLE)


def size() -> Size:
    """The rows and columns of the terminal that prompts are drawn on."""
    return get_app_session().output.get_size()


def forget_keys() -> None:
    """Throw away what was typed before it could be meant for what is on the screen now."""
    clear_typeahead(get_app_session().input)
    if sys.stdin.isatty():
        import termios  # there is none under Windows

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _lines(rows: tuple[Row, ...]) -> StyleAndTextTuples:
    last = len(rows) - 1
    return [(style, text + ("" if number == last else "\n")) for number, (style, text) in enumerate(rows)]


def _clock(limit: Limit | None) -> tuple[Row, ...]:
    return () if limit is None else (("class:keys", limit.words(limit.left)),)


def _bindings() -> KeyBindings:
    """The keys that every prompt has: Ctrl-C and a signal interrupt, Ctrl-D ends the input, Ctrl-Z goes to the shell.

    Ctrl-C is a signal, and no key, until the prompt has taken the terminal over.
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
    """Leave the prompt when its time is over."""

    async def expire() -> None:
        await asyncio.sleep(max(0.0, limit.left))
        if not application.is_done:
            application.exit(result=limit.late)

    def start() -> None:
        application.create_background_task(expire())

    application.refresh_interval = 1
    application.pre_run_callables.append(start)
