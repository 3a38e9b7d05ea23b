"""`timeline`, `summary`, `compare`, `tree`, `links` and `on`: many entries at once."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

import typer

from trotskyism_cli.cli.completion import chapter_names, entry_kinds, entry_names, months
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.lookups import kind_of
from trotskyism_cli.cli.options import AsJson, Name, Words, some_words
from trotskyism_cli.counting import repeated
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.library import walks
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.when import Asked, read_date
from trotskyism_cli.pack.dates import MONTHS, Date, parse_date
from trotskyism_cli.screen import views
from trotskyism_cli.screen.machine import topic_record
from trotskyism_cli.screen.machine_views import chain_record, comparison_record, descent_record, moment_record
from trotskyism_cli.screen.tables import topics_document
from trotskyism_cli.views.period import neighbours, period_view

app = typer.Typer()

_CHAPTER = re.compile(r"^(?:chapter|ch\.?|no\.?|number)\s+(?=\d+$)", re.IGNORECASE)
Start = Annotated[str, typer.Option("--from", metavar="DATE", help="From this year or date on.")]
End = Annotated[str, typer.Option("--to", metavar="DATE", help="Up to this year or date.")]
Chapter = Annotated[
    list[str] | None,
    typer.Argument(metavar="CHAPTER…", help="Its number, title or a part of it.", autocompletion=chapter_names),
]
DateWords = Annotated[
    list[str] | None, typer.Argument(metavar="DATE…", help="No quotes needed.", autocompletion=months)
]
OfKind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="Only people, events, works …", autocompletion=entry_kinds)
]


@app.command()
def timeline(
    ctx: typer.Context,
    words: Words = None,
    start: Start = "",
    end: End = "",
    kind: OfKind = "",
    everything: Annotated[bool, typer.Option("--all", help="Everything with a date, not only what happened.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw what happened when: in some years, in the life of an entry, or in a chapter.

    Examples:

      trotskyism timeline 1917-1924

      trotskyism timeline fourth international
    """
    context: AppContext = ctx.obj
    text = " ".join(words or [])
    asked = read_date(text, _today()) if text and not (start or end) else None
    if asked and asked.when:
        text, start, end = "", asked.when.first.isoformat(), asked.when.last.isoformat()
    moments = moments_of(context.library, text, start, end, kind)
    pack = context.library.pack
    title = asked.words if asked and asked.when else text or pack.name
    if as_json:
        context.print_json([moment_record(pack, moment) for moment in moments])
    elif everything or kind:
        context.show(views.moments_document(pack, title, moments))
    else:
        view = period_view(pack, moments, *_bounds(start, end))
        if view.happenings or view.bars:
            context.show(views.timeline_document(title, view))
        else:
            context.show(views.moments_document(pack, title, moments))


@app.command()
def summary(ctx: typer.Context, topic: Chapter = None, as_json: AsJson = False) -> None:
    """Read a chapter: prose, then its people, events, works and quotations. Alone, it lists the chapters.

    Examples:

      trotskyism summary

      trotskyism summary permanent revolution
    """
    context: AppContext = ctx.obj
    library = context.library
    text = _CHAPTER.sub("", " ".join(topic or []))
    if not text:
        if as_json:
            context.print_json([topic_record(each) for each in library.pack.topics])
        else:
            context.show(topics_document(library.pack.topics))
        return
    found = library.topic(text)
    if found is None:
        raise NotFoundError(f"There is no chapter “{text}”. See them all: {command('summary')}")
    if as_json:
        context.print_json(topic_record(found))
    else:
        context.show(views.topic_document(library.pack, found))


@app.command()
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A B",
            help="Two names; put “and” or “with” between names of several words.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Put two positions, people or organisations side by side, point by point.

    Examples:

      trotskyism compare trotskyism stalinism

      trotskyism compare left opposition and united opposition
    """
    context: AppContext = ctx.obj
    library = context.library
    left, right = _two(library, names, "compare")
    points = walks.compare(library, left, right)
    pack = library.pack
    if not points:
        raise NotFoundError(
            f"The book has no point on which both {pack.entries[left].name} and {pack.entries[right].name} can be "
            f"compared. See how they are tied: {command('links', left, right)}"
        )
    if as_json:
        context.print_json(comparison_record(pack, left, right, points))
    else:
        context.show(views.compare_document(pack, (pack.entries[left].name, pack.entries[right].name), points))


@app.command()
def tree(ctx: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Draw where something came from and what came of it: descent, splits, mergers, parts.

    Examples:

      trotskyism tree fourth international

      trotskyism tree comintern --json
    """
    context: AppContext = ctx.obj
    library = context.library
    entry = library.need(" ".join(name))
    root = walks.descent(library, entry)
    if not root.further:
        raise NotFoundError(
            f"Nothing is known of what {library.pack.entries[entry].name} came from or became. "
            f"See its ties: {command('links', entry)}"
        )
    if as_json:
        context.print_json(descent_record(library.pack, root))
    else:
        context.show(views.tree_document(library.pack, root, entry))


@app.command()
def links(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A [B]",
            help="One or two names; “to” or “and” between them.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Show what an entry is tied to; with a second one, the shortest chain between the two, in sentences.

    Examples:

      trotskyism links milyukov

      trotskyism links marx to pablo
    """
    context: AppContext = ctx.obj
    library = context.library
    pack = library.pack
    found = library.resolve(" ".join(names))
    alone = found.entry
    if alone is None and len(" ".join(names).split()) < 2:
        raise found.error()
    if alone:
        steps = walks.neighbours(library, alone)
        if not steps:
            raise NotFoundError(f"Nothing in the book is tied to {pack.entries[alone].name}. {_see(alone)}")
        if as_json:
            context.print_json(chain_record(pack, steps))
        else:
            context.show(views.links_document(pack, alone, steps))
        return
    start, end = _two(library, names, "links")
    steps = walks.chain(library, start, end)
    if not steps:
        both = f"{pack.entries[start].name} to {pack.entries[end].name}"
        raise NotFoundError(f"No chain of ties leads from {both}. {_see(start)}")
    if as_json:
        context.print_json(chain_record(pack, steps))
    else:
        context.show(views.chain_document(pack, steps))


@app.command()
def on(ctx: typer.Context, words: DateWords = None, as_json: AsJson = False) -> None:
    """Say what happened on a day, in a month or in a year; without a date, on this day in history.

    Examples:

      trotskyism on 25 october 1917

      trotskyism on 1933
    """
    context: AppContext = ctx.obj
    text = " ".join(words or [])
    asked = read_date(text or "today", _today())
    if asked is None:
        raise NotFoundError(f"“{text}” is not a date; write, for example: {command('on', '25', 'october', '1917')}")
    library = context.library
    moments = walks.on_date(library, asked)
    if not moments:
        raise NotFoundError(f"The book has nothing for {asked.words}. See: {command(*_wider(asked))}")
    if as_json:
        context.print_json([moment_record(library.pack, moment) for moment in moments])
        return
    meant = _in_new_style(asked, moments)
    if meant != asked:
        asked, moments = meant, walks.on_date(library, meant)
    beside = (
        neighbours(library.pack, walks.timeline(library), asked.when.first, asked.when.last) if asked.when else None
    )
    context.show(views.day_document(library.pack, asked, moments, beside or (None, None)))


def _in_new_style(asked: Asked, moments: Iterable[walks.Moment]) -> Asked:
    """The day that was meant, in New Style: an Old Style one, if only that has something that began on it."""
    if asked.when is None or len(asked.readings) == 1:
        return asked
    begun = {moment.when.first for moment in moments if moment.when.start}
    (new, _), (old, _) = asked.readings
    return asked._replace(when=parse_date(old.isoformat())) if old in begun and new not in begun else asked


def _see(entry_id: str) -> str:
    return f"Read about it: {command('show', entry_id)}"


def _wider(asked: Asked) -> tuple[str, ...]:
    """The words of a command that asks for more than a day, a month or a year of which there is nothing."""
    if asked.when is None:
        return ("on", MONTHS[asked.month].lower()) if asked.day else ("timeline",)
    return ("on", str(asked.when.year)) if asked.when.year and "-" in asked.when.text else ("timeline",)


def _bounds(start: str, end: str) -> tuple[date, date]:
    return _date(start).first if start else date.min, _date(end).last if end else date.max


def moments_of(library: Library, text: str, start: str, end: str, kind: str) -> tuple[walks.Moment, ...]:
    """The moments that the words and options of `timeline` mean; NotFoundError if there are none."""
    first, last = _bounds(start, end)
    if first > last:
        raise UsageError(f"--from {start} is later than --to {end}; exchange them.")
    moments = walks.timeline(library, text, first, last, kind_of(kind) if kind else None)
    if not moments:
        everything = not (text or start or end or kind)
        further = f"See what there is: {command('list')}" if everything else f"See all dates: {command('timeline')}"
        raise NotFoundError(f"Nothing with a date {'is in this pack' if everything else 'matches'}. {further}")
    return moments


def _date(text: str) -> Date:
    asked = read_date(text, _today())
    if asked is None or asked.when is None:
        raise UsageError(f"“{text}” is not a date with a year; write, for example: 1917, 1917-10 or 1917-10-25")
    return asked.when


def _today() -> date:
    """The day of the person who asks, in their own time zone."""
    return datetime.now().astimezone().date()


def _two(library: Library, names: list[str], verb: str) -> tuple[str, str]:
    """The two entries meant by words in a row, wherever the border between the two names lies."""
    parts = next(_in_two(library, names if len(names) > 1 else names[0].split()), None)
    if parts is None:
        text = " ".join(names)
        found = library.resolve(text)
        if found.entry:
            raise UsageError(
                f"{library.pack.entries[found.entry].name} is one name; give a second one: "
                f"{command(verb, found.entry, 'NAME')}"
            )
        if len(text.split()) < 2:
            raise found.error()
        raise NotFoundError(
            f"“{repeated(text)}” does not part into two names of the book; put “and” between them: "
            f"{command(verb, 'NAME', 'and', 'NAME')}"
        )
    left, right = (library.need(" ".join(part)) for part in parts)
    if left == right:
        again = command(verb, left, "and", "NAME")
        raise UsageError(f"Both names mean {library.pack.entries[left].name}; name another: {again}")
    return left, right


def _in_two(library: Library, words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The ways to part words into two names, the likeliest first."""
    if len(words) == 2:
        yield words[:1], words[1:]
    for place, word in enumerate(words):
        if word.casefold() in ("and", "with", "to", "versus", "vs", "vs.", "/") and 0 < place < len(words) - 1:
            yield words[:place], words[place + 1 :]
    for place in range(1, len(words)):
        left, right = words[:place], words[place:]
        if library.resolve(" ".join(left)).entry and library.resolve(" ".join(right)).entry:
            yield left, right
