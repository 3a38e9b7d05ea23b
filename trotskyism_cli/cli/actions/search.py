"""`search`: passages that answer keywords or a question, and the prompt below them."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trotskyism_cli import PROGRAM
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import AppError, NotFoundError
from trotskyism_cli.invocation import remembered_options
from trotskyism_cli.library.questions.time_questions import day_asked, span_asked
from trotskyism_cli.message_text import shortened
from trotskyism_cli.screen.entries.passages import answer_document, fitting, quotes_document

if TYPE_CHECKING:
    from trotskyism_cli.views.questions.answer_view import AnswerView

LEAVING = frozenset({"q", "quit", "exit"})
LIMIT = 5  # passages, unless another number is asked for


def run(context: AppContext, words: Sequence[str], *, limit: int | None = None, as_json: bool = False) -> None:
    """Show at most `limit` passages that answer the words; without a limit, as many as the screen holds.

    NotFoundError if there are none. If the passages do not tell what was asked, the program ends with that code, too.
    """
    text = " ".join(words)
    if not as_json and (day := day_asked(text)):
        from trotskyism_cli.cli.actions import on  # what is asked of no day needs none of it

        on.run(context, day.split())
        return
    if not as_json and (span := span_asked(text)):
        from trotskyism_cli.cli.actions import timeline  # see above

        timeline.run(context, span.split())
        return
    if as_json:
        from trotskyism_cli.screen.machine import hit_record  # only programs need it

        found = context.library.find(text, limit=limit or LIMIT)
        context.print_json([hit_record(hit) for hit in found.hits])
        is_found = bool(found.hits)
    else:
        from trotskyism_cli.views.search.searching import view_of  # other look-ups, and programs, do without it

        view = view_of(context.library, text)
        view = view._replace(hits=view.hits[: limit or LIMIT], of=len(view.hits))
        is_found = bool(view.hits)
        if limit is None and context.draws:
            view = fitting(view, context.width, context.lines)
        if is_found:
            context.show(answer_document(view))
            _open_hits(context, view)
        if is_found and view.untold:
            sys.exit(NotFoundError.exit_code)
    if not is_found:
        from trotskyism_cli.views.search.searching import lacking

        query = context.library.query(text)
        is_bare = query.is_question and query.is_empty  # then no name is near to it
        raise NotFoundError(lacking(query, text), () if is_bare else context.library.resolve(text).suggestions)


def _open_hits(context: AppContext, view: "AnswerView") -> None:
    """On a terminal, open the hits whose numbers are typed, and ask anew for any other words.

    After a short answer there is no prompt. After other words it returns, unless these led to hits of their own.
    """
    if view.is_all or not (context.draws and sys.stdin.isatty() and sys.stdout.isatty()):
        return
    context.keeps = False
    context.prompts += 1
    prompts = context.prompts
    while context.prompts == prompts and (typed := _typed_after(len(view.hits))):
        if not typed.isdecimal():
            _ask_anew(context, typed)
            continue
        if not 1 <= int(typed[:9]) <= len(view.hits):
            context.tell(f"There is no hit {shortened(typed)}; the last one is {len(view.hits)}.")
            continue
        hit = view.hits[int(typed) - 1]
        if hit.verb == "quote":
            from trotskyism_cli.library.quotations import QuoteGroup  # only a quotation needs it

            found = QuoteGroup("", (context.library.pack.quotes[hit.id],))
            context.show(quotes_document(context.library.pack, [found]))
        elif hit.verb == "summary":
            from trotskyism_cli.screen.time.views import topic_document  # only a chapter needs it

            context.show(topic_document(context.library.pack, context.library.pack.topic(hit.id)))
        else:
            from trotskyism_cli.cli.actions.show import look_up  # only who goes on reading needs an entry

            look_up(context, hit.id)


def _typed_after(last: int) -> str:
    """Read a line below the hits; empty for Enter, q, Esc or the end of input."""
    from trotskyism_cli.screen.keys.asking import typed_line  # a look-up that is piped asks nothing

    numbers = "1" if last == 1 else f"1–{last}"
    try:
        typed = typed_line(f"{numbers} opens, words ask, Enter leaves: ").strip()
    except EOFError:
        return ""
    return "" if typed.casefold() in LEAVING else typed


def _ask_anew(context: AppContext, typed: str) -> None:
    """Run the program on a line typed below an answer, with or without the program's name before it."""
    from trotskyism_cli.cli.without_typer import plain_command, run_command

    first, *rest = typed.split()
    words = rest if first == PROGRAM and rest else [first, *rest]
    context.told.clear()  # it was about what was read before, and stands above that
    try:
        verb, said = plain_command(words, context)
        if verb:
            run_command(verb, said, context)
        else:
            from trotskyism_cli.cli.app import app as program  # plain words do without Typer

            program([*remembered_options(), *words])
    except AppError as error:
        context.tell_error(error)
    except SystemExit:  # with which a command line would end, and these hits do not
        return
