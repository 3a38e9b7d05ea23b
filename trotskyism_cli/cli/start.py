"""`trotskyism` alone: a short menu on a terminal, an overview elsewhere."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import cast

import click

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.sittings.progress_beside import due_now
from trotskyism_cli.errors import AppError, NotFoundError
from trotskyism_cli.invocation import at_prompt, command, remembered_options
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Block, Document, Heading, Paragraph, Point, Span, Title, line
from trotskyism_cli.screen.entries.tables import PLURALS
from trotskyism_cli.screen.keys.menu_plain import Menu, PlainMenu
from trotskyism_cli.screen.keys.without_openssl import without_openssl
from trotskyism_cli.screen.output.progress_line import at_work
from trotskyism_cli.screen.progress.due import due_line

# Of the built-in pack, then of any.
LOOK_UPS = (
    ("show miliukov", "a name in any spelling"),
    ("search who coined the word trotskyism", "a question"),
    ("compare trotskyism stalinism", "two positions, point by point"),
)
NARROW = 60  # columns below which the menu has no room for examples above it
LEARNING = (("quiz -n 5", "five fair questions"), ("study", "ten minutes a day, and it stays"))


def start(context: AppContext, *, interactive: bool) -> None:
    """Show the menu if somebody sits at a terminal, else the overview."""
    if interactive:
        _menu(context)
    else:
        context.show(overview(context))


def overview(context: AppContext, *, brief: bool = False) -> Document:
    """What is in the book, and five commands to begin with; without the commands if `brief`."""
    library = context.library
    kinds = [counted(count, kind, PLURALS[kind]) for kind, count in library.counts().items() if count]
    pack = library.pack
    further = (len(pack.quotes), "quotation"), (len(pack.topics), "chapter")
    numbers = ", ".join([*kinds, *(counted(count, noun) for count, noun in further if count)])
    due = due_now(context)
    examples = [Point(line(Span(said, "strong"), Span(f"  {what}", "kind"))) for said, what in _examples(context)]
    tried: list[Block] = [] if brief else [Heading("Try"), *examples]
    return Document(
        (
            Title(pack.name),
            Paragraph(line(f"{capital(pack.subject.removeprefix(f'{pack.name}, '))}.")),
            Paragraph(line(f"{numbers}.")),
            *((Paragraph(due_line(*due)),) if due.facts else ()),
            *tried,
            Paragraph(line(Span(f"All commands: {command('--help')}", "command"))),
        )
    )


def _examples(context: AppContext) -> Iterator[tuple[str, str]]:
    """Five commands that can be run as they stand, each with what it is good for."""
    foremost = context.library.most_important()
    of_any_pack = (
        *(((f"show {foremost}", "all that is known of one thing"),) if foremost else ()),
        ("list", "what there is"),
        ("timeline", "what happened when"),
    )
    for words, what in (*(of_any_pack if context.pack_folder else LOOK_UPS), *LEARNING):
        yield command(*words.split()), what


def _menu(context: AppContext) -> None:
    from trotskyism_cli.cli.sittings.interface import open_book  # the overview in a pipe does without

    open_book(context)
    with at_work("Counting what is due …"):
        menu, shown = _menu_of(context), overview(context, brief=context.draws and context.width < NARROW)
    context.show(shown)
    actions: dict[str, Callable[[], bool]] = {  # each says whether it leaves something on the screen to be read
        "look up": lambda: _looked_up(context, menu),
        "quiz": lambda: _command("quiz"),
        "study": lambda: _command("study"),
        "chapter": lambda: _chapters(context, menu),
        "progress": lambda: _command("stats"),
    }
    has_read = False
    while (chosen := menu.choose(briefly=has_read)) is not None:
        try:
            has_read = actions[chosen]()
        except AppError as error:
            context.tell_error(error)
            has_read = False


def _menu_of(context: AppContext) -> Menu:
    if not context.draws:
        return PlainMenu(sys.stdin, sys.stdout)
    with without_openssl():
        from trotskyism_cli.screen.keys.menu import (
            TerminalMenu,  # the arrow-key prompt is imported only where it is used
        )

    return TerminalMenu()


def _command(name: str) -> bool:
    """Run a command without options, as if it had been typed. Return True: each ends with a page to read."""
    here = click.get_current_context().find_root()
    command = cast(click.Group, here.command).get_command(here, name)
    if command is not None:
        with command.make_context(name, [], parent=here) as inner, suppress(click.exceptions.Exit):
            command.invoke(inner)
    return True


def _looked_up(context: AppContext, menu: Menu) -> bool:
    """Ask for a line at the menu's prompt and answer it. Return whether words were typed."""
    typed = menu.ask_words().split()
    if not typed:
        return False
    context.told.clear()  # it was about what was read before, and stands above that
    if context.draws:  # the prompt is gone, and with it what was typed
        context.tell(f"» {' '.join(typed)}")
    with at_prompt():
        _look_up(context, typed)
    return True


def _look_up(context: AppContext, typed: Sequence[str]) -> None:
    """Answer a name, a question or a date as on the command line."""
    from trotskyism_cli.cli.without_typer import plain_command, run_command

    with suppress(SystemExit):  # with which a command line would end, and the menu does not
        try:
            verb, words = plain_command(typed, context)
        except NotFoundError:  # neither a command nor a name: here only names are typed
            verb, words = "show", typed
        if verb:
            run_command(verb, words, context)
        else:
            program = click.get_current_context().find_root().command
            program.main([*remembered_options(), *(("--plain",) if context.plain else ()), *typed])


def _chapters(context: AppContext, menu: Menu) -> bool:
    """Show one chapter after the other, until the reader goes back."""
    from trotskyism_cli.screen.time.views import topic_document

    pack, chosen = context.library.pack, ""
    while chosen := menu.ask_topic(pack.topics, chosen):
        context.show(topic_document(pack, pack.topic(chosen)))
    return False
