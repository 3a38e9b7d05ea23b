"""A sitting in a terminal: arrow keys or number keys, feedback at once, and out at any time."""

import asyncio
import os
import textwrap
import time
from collections.abc import Callable, Sequence

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from rich.console import Console

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.grading import Chosen, Written
from trotskyism_cli.learning.manner import CONFIDENCE_WORDS
from trotskyism_cli.learning.session import Command, Question, Reply, Result
from trotskyism_cli.screen.document import Document, Paragraph, Span, line
from trotskyism_cli.screen.questions import progress_document, time_left
from trotskyism_cli.screen.safe import visible
from trotskyism_cli.screen.terminal import rule, show

# A prompt asks the terminal where its cursor is, and waits for the answer; over a slow line that is felt at every key,
# and these prompts do without.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

KEYS = "↑ ↓ Enter, or a number; ? pass; q stop"
SEVERAL_KEYS = "↑ ↓, Space marks, Enter; ? pass; q stop"
TYPED_KEYS = "Enter; ? passes, Ctrl-D stops"
STYLE = questionary.Style([("qmark", "hidden"), ("question", "bold"), ("instruction", "fg:ansibrightblack")])
CTRL_D = "c-d"  # the end of the input, which the prompts do not all know by themselves
COMMANDS: dict[str, object] = {"?": Command.PASS, "q": Command.STOP, "u": Command.UNDO}


class TerminalFace:
    """Prompts with keys, drawn on a console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._end: float | None = None

    def show(self, document: Document) -> None:
        self._console.print(rule())
        show(document, self._console)

    def ask(self, question: Question, result: Result, left: float | None) -> Reply | None:
        self._console.print(rule())
        show(progress_document(result, question.total), self._console)
        self._end = None if left is None else time.monotonic() + left
        stem = f"{question.number}/{question.total} {question.item.stem}"
        asked = ASKED[question.item.response]
        try:
            return asked(self, question.item, stem)
        except EOFError:
            return Command.STOP

    def ask_confidence(self) -> int | None:
        words = [f"{level}) {words}" for level, words in CONFIDENCE_WORDS.items()]
        try:
            sure = self.pick("How sure are you?", words, {})
        except EOFError:
            return None
        return sure + 1 if isinstance(sure, int) else None

    def pause(self) -> bool:
        prompt = questionary.press_any_key_to_continue("Any key goes on, q stops.", style=STYLE)
        bind(prompt.application, {"q": Command.STOP, CTRL_D: Command.STOP})
        try:
            return prompt.unsafe_ask() is not Command.STOP
        except EOFError:
            return False

    # ---- one way to ask for each response ---------------------------------------------------------------------------

    def choice(self, item: Item, stem: str) -> Reply:
        picked = self.pick(stem, _numbered(item.options), COMMANDS)
        return Chosen((picked,)) if isinstance(picked, int) else picked

    def several(self, item: Item, stem: str) -> Reply:
        width = self._console.width
        choices = [
            questionary.Choice(wrapped(text, width, hanging=6), value=place)
            for place, text in enumerate(_numbered(item.options))
        ]
        prompt = questionary.checkbox(
            wrapped(stem, width), choices=choices, qmark="", instruction=f"\n{SEVERAL_KEYS}", style=STYLE
        )
        marked = self._run(prompt, COMMANDS)
        if isinstance(marked, Command):
            return marked
        return Chosen(tuple(marked)) if isinstance(marked, list) and marked else Command.PASS

    def order(self, item: Item, stem: str) -> Reply:
        self._say(stem)
        left, placed = list(range(len(item.options))), list[int]()
        while len(left) > 1:
            head = f"Number {len(placed) + 1} in order of time:"
            picked = self.pick(head, _numbered([item.options[place] for place in left]), COMMANDS, fleeting=True)
            if not isinstance(picked, int):
                return picked
            placed.append(left.pop(picked))
            self._say(f"{len(placed)}. {item.options[placed[-1]]}")
        self._say(f"{len(placed) + 1}. {item.options[left[0]]}")
        return Chosen((*placed, *left))

    def match(self, item: Item, stem: str) -> Reply:
        self._say(stem)
        chosen: list[int] = []
        for prompt in item.prompts:
            picked = self.pick(prompt, _numbered(item.options), COMMANDS, fleeting=True)
            if not isinstance(picked, int):
                return picked
            chosen.append(picked)
            self._say(f"{prompt} → {item.options[picked]}")
        return Chosen(tuple(chosen))

    def typed(self, _item: Item, stem: str) -> Reply:
        prompt = questionary.text(
            wrapped(stem, self._console.width), qmark="", instruction=f"\n{TYPED_KEYS}\n", style=STYLE
        )
        said = self._run(prompt, {})
        if isinstance(said, Command):
            return said
        text = str(said or "").strip()
        return Command.PASS if text in ("", "?") else Written(text)

    # ---- prompts ----------------------------------------------------------------------------------------------------

    def pick(
        self, head: str, options: Sequence[str], keys: dict[str, object], *, fleeting: bool = False
    ) -> int | Command:
        """The place of one of the options, by arrow keys or by its number. What is `fleeting` leaves no trace."""
        width = self._console.width
        choices = [
            questionary.Choice(wrapped(text, width, hanging=6), value=place) for place, text in enumerate(options)
        ]
        prompt = questionary.select(
            wrapped(head, width), choices=choices, qmark="", instruction=f"\n{KEYS}", style=STYLE
        )
        prompt.application.erase_when_done = fleeting
        digits: dict[str, object] = {str(place + 1): place for place in range(min(9, len(options)))}
        picked = self._run(prompt, {**digits, **keys})
        return picked if isinstance(picked, (int, Command)) else Command.STOP

    def _say(self, text: str) -> None:
        show(Document((Paragraph(line(Span(text, "strong"))),)), self._console)

    def _run(self, prompt: questionary.Question, keys: dict[str, object]) -> object:
        bind(prompt.application, {CTRL_D: Command.STOP, **keys})
        if self._end is not None:
            _limit(prompt.application, self._end)
        return prompt.unsafe_ask()


ASKED: dict[Response, Callable[[TerminalFace, Item, str], Reply]] = {
    Response.CHOICE: TerminalFace.choice,
    Response.SEVERAL: TerminalFace.several,
    Response.ORDER: TerminalFace.order,
    Response.MATCH: TerminalFace.match,
    Response.TYPED: TerminalFace.typed,
}


def _numbered(options: Sequence[str]) -> list[str]:
    return [f"{number}) {option}" for number, option in enumerate(options, start=1)]


def wrapped(text: str, width: int, *, hanging: int = 0) -> str:
    """Lines that break between words: the prompt itself would break them anywhere."""
    return textwrap.fill(visible(text), max(12, width - 4), subsequent_indent=" " * hanging)


def bind(application: Application[object], replies: dict[str, object]) -> None:
    """Let single keys give a reply at once, before the prompt's own keys, and a signal interrupt as Ctrl-C does.

    Ctrl-C is a signal, and no key, until the prompt has taken the terminal over; the prompts themselves pass it by.
    """
    bindings = KeyBindings()
    for key, reply in replies.items():

        def leave(event: KeyPressEvent, reply: object = reply) -> None:
            event.app.exit(result=reply)

        bindings.add(key, eager=True)(leave)

    @bindings.add(Keys.SIGINT)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    own = application.key_bindings
    application.key_bindings = merge_key_bindings([own, bindings] if own else [bindings])


def _limit(application: Application[object], end: float) -> None:
    """Show the time that is left under a prompt, and leave the prompt when it is over."""

    def clock() -> StyleAndTextTuples:
        return [("class:instruction", time_left(end - time.monotonic()))]

    async def expire() -> None:
        await asyncio.sleep(max(0.0, end - time.monotonic()))
        if not application.is_done:
            application.exit(result=Command.STOP)

    def start() -> None:
        application.create_background_task(expire())

    shown = Window(FormattedTextControl(clock), height=1, dont_extend_height=True)
    application.layout = Layout(HSplit([application.layout.container, shown]), application.layout.current_window)
    application.refresh_interval = 1
    application.pre_run_callables.append(start)
