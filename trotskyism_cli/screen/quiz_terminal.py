"""A quiz in a terminal: arrow keys or number keys, feedback at once, and out at any time."""

import textwrap

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from rich.console import Console

from trotskyism_cli.learning.grading import Chosen
from trotskyism_cli.learning.session import Command, Question, Reply, Result, Sitting
from trotskyism_cli.screen.questions import feedback_document, progress_document
from trotskyism_cli.screen.quiz_plain import Finish
from trotskyism_cli.screen.safe import visible
from trotskyism_cli.screen.terminal import rule, show

KEYS = "↑ ↓ Enter, or a number; ? pass; q stop"
STYLE = questionary.Style([("qmark", "hidden"), ("question", "bold"), ("instruction", "fg:ansibrightblack")])


def run_terminal(session: Sitting, console: Console, finish: Finish) -> Result:
    """Ask until the questions end or the learner stops; what was answered by then counts."""
    while (question := session.ask()) is not None:
        console.print(rule())
        show(progress_document(session.result(), question.total), console)
        reply = _ask(question, console)
        if reply is Command.STOP:
            break
        feedback = session.answer(None if isinstance(reply, Command) else reply)
        show(feedback_document(feedback), console)
        if session.ask() is not None and not _go_on():
            break
    console.print(rule())
    show(finish(session.result()), console)
    return session.result()


def _ask(question: Question, console: Console) -> Reply:
    """The learner's reply; Ctrl-C and the end of the input stop the session."""
    item = question.item
    choices = [
        questionary.Choice(_wrapped(f"{number}) {option}", console.width, hanging=6), value=Chosen((number - 1,)))
        for number, option in enumerate(item.options, start=1)
    ]
    stem = _wrapped(f"{question.number}/{question.total} {item.stem}", console.width, hanging=0)
    prompt = questionary.select(stem, choices=choices, qmark="", instruction=f"\n{KEYS}", style=STYLE)
    keys = {str(number): Chosen((number - 1,)) for number in range(1, len(choices) + 1)}
    _bind(prompt.application, {**keys, "?": Command.PASS, "q": Command.STOP})
    try:
        reply: Reply | None = prompt.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        return Command.STOP
    return Command.STOP if reply is None else reply


def _wrapped(text: str, width: int, *, hanging: int) -> str:
    """Lines that break between words: the prompt itself would break them anywhere."""
    return textwrap.fill(visible(text), max(12, width - 4), subsequent_indent=" " * hanging)


def _go_on() -> bool:
    """Wait for a key after the feedback; False to stop."""
    prompt = questionary.press_any_key_to_continue("Any key goes on, q stops.", style=STYLE)
    _bind(prompt.application, {"q": Command.STOP})
    try:
        return prompt.unsafe_ask() is not Command.STOP
    except (KeyboardInterrupt, EOFError):
        return False


def _bind(application: Application[object], replies: dict[str, Reply]) -> None:
    """Let single keys give a reply at once, before the prompt's own keys."""
    bindings = KeyBindings()
    for key, reply in replies.items():

        def leave(event: KeyPressEvent, reply: Reply = reply) -> None:
            event.app.exit(result=reply)

        bindings.add(key, eager=True)(leave)
    own = application.key_bindings
    application.key_bindings = merge_key_bindings([own, bindings] if own else [bindings])
