"""`show`, `search`, `list` and `quote`: a name, a question, a table, a quotation."""

import random
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from click.core import ParameterSource

from trotskyism_cli.cli.completion import entry_kinds, entry_names, orders, speakers
from trotskyism_cli.cli.context import AppContext, meant_perhaps
from trotskyism_cli.cli.kinds import CHAPTERS, OUR_KINDS, QUOTATIONS, is_word_of, type_named
from trotskyism_cli.cli.known import known_of
from trotskyism_cli.cli.options import AsJson, Name, Words, some_words
from trotskyism_cli.counting import repeated
from trotskyism_cli.errors import NotFoundError, ProgressError, UsageError
from trotskyism_cli.invocation import PROGRAM, command, remembered_options
from trotskyism_cli.learning.looked_up import note
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names import Resolution
from trotskyism_cli.library.quotations import QuoteGroup, quote_groups, weightiest
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.cards import PARTS, card_document, part_document
from trotskyism_cli.screen.machine import card_record, entry_record, hit_record, pack_record, quote_record, topic_record
from trotskyism_cli.screen.passages import answer_document, fitting, quotes_document
from trotskyism_cli.screen.tables import PLURALS, overview_document, topics_document
from trotskyism_cli.views.order import Order

if TYPE_CHECKING:
    from trotskyism_cli.views.answer_view import AnswerView

app = typer.Typer()
LIKE_PART = 0.8  # how like a part of a card a word must be to be a slip for it
LEAVING = frozenset({"q", "quit", "exit"})


@app.command()
def show(
    ctx: typer.Context,
    name: Name,
    sources: Annotated[bool, typer.Option("--sources", "-s", help="With the source of each fact.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show an entry: what one should know of it on a screen, the rest part by part.

    A part may follow the name: life, politics, ideas, works, words, disputes, ties, sources or all.

    Examples:

      trotskyism show miliukov

      trotskyism show trotsky politics
    """
    look_up(ctx.obj, " ".join(name), sources=sources, as_json=as_json, is_typed=not as_json)


def look_up(
    context: AppContext, words: str, *, sources: bool = False, as_json: bool = False, is_typed: bool = False
) -> None:
    """Show the entry that the words name, or a part of it, else the passages that come nearest.

    What somebody typed may mean more than the entry of just that name. NotFoundError if nothing comes near.
    """
    library = context.library
    found, part = entry_and_part(library, words)
    if is_typed and not part and not found.guessed:
        from trotskyism_cli.cli.opened import opened  # what names an entry by its id does without it

        found = opened(library, words, found)
    if found.entry is not None:
        card = library.card(found.entry)
        context.tell(found.reason)
        if as_json:
            context.print_json(card_record(library.pack, card))
        else:
            context.shown_entry = found.entry
            if part:
                context.show(part_document(library.pack, card, part, sources=sources))
            else:
                known, whole = known_of(context, card.entry), not context.draws
                above = context.lines_told
                context.show(card_document(library.pack, card, known, above=above, sources=sources, whole_rows=whole))
            note_look_up(context, card.entry.id)
        return
    passages = None if as_json or found.candidates else library.find(words, limit=3)
    if passages is None or not passages.hits:
        raise found.error(searched=not as_json)
    from trotskyism_cli.views.found import answer_view  # a look-up by name does without it

    view = answer_view(library.pack, passages)
    if not view.direct:
        said = (found.reason, meant_perhaps(found.suggestions), "These passages come nearest:")
        view = replace(view, notes=(" ".join(filter(None, said)),), untold="")
    context.show(answer_document(view))


def note_look_up(context: AppContext, entry: str) -> None:
    """Remember an entry that was looked up, for `study --looked-up`."""
    with suppress(ProgressError):
        note(context.data_folder, context.library.pack.id, entry)


def entry_and_part(library: Library, words: str) -> tuple[Resolution, str]:
    """What the words name; a last word that is a part of a card is one, even misspelt, unless the whole is a name."""
    found = library.resolve(words)
    name, _, last = words.strip().rpartition(" ")
    part = last.casefold() if last.casefold() in PARTS else ""
    if name and not part and not found.sure:
        part = _part_meant(library, last.casefold())
    if not name or not part:
        return found, ""
    named = found.entry is not None and words.strip().casefold() in map(
        str.casefold, library.pack.entries[found.entry].names
    )
    shorter = library.resolve(name)
    is_slip = part != last.casefold()
    if named or shorter.entry is None or (is_slip and shorter.guessed):
        return found, ""
    read = f"Read “{repeated(last)}” as “{part}”." if is_slip else ""
    return shorter._replace(reason=" ".join(filter(None, (shorter.reason, read)))), part


def _part_meant(library: Library, word: str) -> str:
    """The part of a card for which a word is a slip, or of which it says one; empty if the book has the word."""
    if (several := f"{word}s") in PARTS:
        return several
    from difflib import get_close_matches  # only where a last word is no part

    like = get_close_matches(word, map(str, PARTS), 1, LIKE_PART)
    return like[0] if like and not library.has_word(word) else ""


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help="No quotes needed.", autocompletion=entry_names, callback=some_words),
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, max=100, help="How many passages at most.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Find the passages that answer keywords, a question, part of a quotation, a year or a date.

    Examples:

      trotskyism search who coined the word trotskyism

      trotskyism search 25 october 1917
    """
    context: AppContext = ctx.obj
    text = " ".join(words)
    if as_json:
        found = context.library.find(text, limit=limit)
        context.print_json([hit_record(hit) for hit in found.hits])
        is_found = bool(found.hits)
    else:
        from trotskyism_cli.views.searching import view_of  # other look-ups, and programs, do without it

        view = view_of(context.library, text)
        view = replace(view, hits=view.hits[:limit], of=len(view.hits))
        is_found = bool(view.hits)
        if ctx.get_parameter_source("limit") is ParameterSource.DEFAULT and context.draws:
            view = fitting(view, context.width, context.lines)
        if is_found:
            context.show(answer_document(view))
            _open_hits(context, view)
        if is_found and view.untold:
            raise typer.Exit(NotFoundError.exit_code)
    if not is_found:
        from trotskyism_cli.views.searching import lacking

        near = context.library.resolve(text).suggestions
        raise NotFoundError(lacking(context.library.find(text, limit=1).query, text), near)


def _open_hits(context: AppContext, view: "AnswerView") -> None:
    """On a terminal, open the hits whose numbers are typed; other words are asked anew. A short answer is all."""
    if view.is_all or not (context.draws and sys.stdin.isatty() and sys.stdout.isatty()):
        return
    context.keeps = False
    while typed := _typed_after(len(view.hits)):
        if not typed.isdecimal():
            _ask_anew(typed)
            return
        if not 1 <= int(typed[:9]) <= len(view.hits):
            context.tell(f"There is no hit {repeated(typed)}; the last one is {len(view.hits)}.")
            continue
        hit = view.hits[int(typed) - 1]
        if hit.verb == "quote":
            found = QuoteGroup("", (context.library.pack.quotes[hit.id],))
            context.show(quotes_document(context.library.pack, [found]))
        elif hit.verb == "summary":
            from trotskyism_cli.screen.views import topic_document  # only a chapter needs it

            context.show(topic_document(context.library.pack, context.library.pack.topic(hit.id)))
        else:
            look_up(context, hit.id)


def _typed_after(last: int) -> str:
    """What is typed after hits; nothing for Enter, q, Esc, or the end of input."""
    from trotskyism_cli.screen.asking import typed_line  # a look-up that is piped asks nothing

    numbers = "1" if last == 1 else f"1–{last}"
    try:
        typed = typed_line(f"{numbers} opens, words ask, Enter leaves: ").strip()
    except EOFError:
        return ""
    return "" if typed.casefold() in LEAVING else typed


def _ask_anew(typed: str) -> None:
    """Run the program on a line that somebody typed after an answer, with its name before it or without."""
    from trotskyism_cli.cli.app import app as program

    words = typed.split()
    program([*remembered_options(), *(words[1:] if words[0] == PROGRAM and words[1:] else words)])


@app.command("list")
def list_entries(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help=f"One of: {', '.join(PLURALS.values())}; or a type of them, as historians.",
            autocompletion=entry_kinds,
        ),
    ] = None,
    by: Annotated[
        Order | None,
        typer.Option("--by", help="In which order; author only of works.", case_sensitive=False, autocompletion=orders),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what is in the book: all of it in numbers, or the entries of one kind, each with what it was.

    Events and organisations are in order of time, people by surname, works by author. With --json: everything that
    the pack holds, or all entries of the kind.

    Examples:

      trotskyism list people

      trotskyism list works --by time
    """
    context: AppContext = ctx.obj
    library = context.library
    if kind and is_word_of(kind, QUOTATIONS):
        quote(ctx, as_json=as_json)
        return
    if kind and is_word_of(kind, CHAPTERS):
        if as_json:
            context.print_json([topic_record(topic) for topic in library.pack.topics])
        else:
            context.show(topics_document(library.pack.topics))
        return
    wanted, type_ = _listed(library, kind) if kind else (None, "")
    if by and wanted is None:
        raise UsageError(f"--by needs a kind: {command('list', PLURALS[Kind.PERSON], '--by', by)}")
    if by is Order.AUTHOR and wanted is not Kind.WORK:
        raise UsageError(f"Only works have authors: {command('list', PLURALS[Kind.WORK], '--by', by)}")
    if wanted is None:
        if as_json:
            context.print_json(pack_record(library.pack))
        else:
            context.show(overview_document(library.pack, library.counts()))
        return
    from trotskyism_cli.screen.listing import list_document  # other look-ups do without both
    from trotskyism_cli.views.listing import listing

    entries = [each for each in library.entries(wanted) if type_ in ("", each.type)]
    found = listing(library.pack, wanted, entries, by)
    if as_json:
        context.print_json([entry_record(library.pack, row.entry) for row in found.rows])
    else:
        context.show(list_document(library.pack, found, type_))


def _listed(library: Library, word: str) -> tuple[Kind, str]:
    """The kind of entries that a word names; or the type of them, and the kind it is of: `historians`, `parties`."""
    if word.casefold() not in (*Kind, *PLURALS.values()):
        every = (entry for kind in Kind for entry in library.entries(kind))
        if found := type_named(word, every):
            return found
    return kind_of(word), ""


def kind_of(word: str) -> Kind:
    """A kind by its singular, its plural or the beginning of either."""
    said = OUR_KINDS.get(word.casefold(), word.casefold())
    for kind, plural in PLURALS.items():
        if said in (kind.value, plural, f"{kind.value}s") or (len(said) > 2 and plural.startswith(said)):
            return kind
    from difflib import get_close_matches  # only where a word is no kind

    if like := get_close_matches(said, PLURALS.values(), 1):
        raise UsageError(f"There is no kind “{word}”. Did you mean: {command('list', like[0])}")
    raise UsageError(f"There is no kind “{word}”; name one of: {', '.join(PLURALS.values())}.")


@app.command()
def quote(
    ctx: typer.Context,
    words: Words = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Only of this speaker.", autocompletion=speakers)
    ] = "",
    at_random: Annotated[bool, typer.Option("--random", help="One of them, by chance.")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", "-s", help="With the place in the work, and the translation.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show quotations with speaker, work, date and source; of a name, with some words, by a speaker, or one by chance.

    Examples:

      trotskyism quote no better bolshevik

      trotskyism quote --by lenin --random
    """
    context: AppContext = ctx.obj
    library = context.library
    if words and not by and words[0].casefold() == "by" and library.resolve(said := " ".join(words[1:])).entry:
        words, by = [], said
    text = " ".join(words or [])
    groups = quote_groups(library, text, by=library.need(by, context.tell) if by else "")
    quotes = tuple(each for group in groups for each in group.quotes)
    if not quotes:
        if not text and not by:
            raise NotFoundError(f"This pack has no quotations. See what there is: {command('list')}")
        raise NotFoundError(f"No quotation matches. See all of them: {command('quote')}")
    if at_random:
        context.keeps = False
        quotes = (random.choice(weightiest(library.pack, quotes)),)
        groups = (QuoteGroup("", quotes),)
    if as_json:
        context.print_json([quote_record(library.pack, each) for each in quotes])
    else:
        context.show(quotes_document(library.pack, groups, text, sources=sources))
