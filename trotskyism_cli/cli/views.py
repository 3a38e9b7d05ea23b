"""`timeline`, `summary` and `on`: many entries at once."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import click
import typer

from trotskyism_cli.cli.asked_span import CHAPTER, Wanted, refuse_before_1, today, wanted_of
from trotskyism_cli.cli.completion import chapter_names, entry_kinds, months
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.lookups import kind_of
from trotskyism_cli.cli.options import AsJson, Words
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library import walks
from trotskyism_cli.library.belonging import BODIES
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.when import Asked, read_date
from trotskyism_cli.pack.dates import MONTHS, parse_date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Kind, Topic
from trotskyism_cli.screen import views
from trotskyism_cli.screen.body import body_document
from trotskyism_cli.screen.days import day_document
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.machine import topic_record
from trotskyism_cli.screen.machine_views import moment_record
from trotskyism_cli.screen.tables import PLURALS, topics_document
from trotskyism_cli.views.body import body_view
from trotskyism_cli.views.body_spans import policies
from trotskyism_cli.views.day import day_view
from trotskyism_cli.views.facts_between import with_facts
from trotskyism_cli.views.happening import Happening
from trotskyism_cli.views.meanwhile import meanwhile
from trotskyism_cli.views.neighbours import neighbours
from trotskyism_cli.views.of_chapter import view_of_chapter
from trotskyism_cli.views.of_event import view_of_event
from trotskyism_cli.views.of_idea import is_idea, view_of_idea
from trotskyism_cli.views.of_kind import view_of_ideas, view_of_people
from trotskyism_cli.views.period import PeriodView, period_view
from trotskyism_cli.views.row_of_day import DayRow
from trotskyism_cli.views.told_elsewhere import with_what_is_told_elsewhere

app = typer.Typer()
ALIKE = 0.75  # how like the name of a month a word must be to be a slip for it

FEWEST = 3  # happenings that are worth drawing; of fewer, everything that has a date is told

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
    everything: Annotated[
        bool, typer.Option("--all", help="All that happened, as in a pipe, not only what matters most.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Draw what happened when: in some years, in the life of an entry, or in a chapter.

    Examples:

      trotskyism timeline 1917-1924

      trotskyism timeline fourth international
    """
    context: AppContext = ctx.obj
    wanted = wanted_of(context, " ".join(words or []), start, end, kind)
    if as_json:
        context.print_json([moment_record(context.library.pack, moment) for moment in wanted.moments(context.library)])
    else:
        is_whole = everything or not context.draws  # in a pipe nothing that happened is left out
        document = _timeline_document(
            context.library, wanted, context.lines, everything=is_whole, with_words=everything
        )
        context.show(document)


def _timeline_document(library: Library, wanted: Wanted, lines: int, *, everything: bool, with_words: bool) -> Document:
    """People or ideas; the life of a body or a place; what happened; or, where that is little, all that has a date.

    A life has as much as so many lines hold, unless everything is wanted; an idea, what was said of it if `with_words`.
    """
    text, title, kind = wanted.text, wanted.title, wanted.kind
    if drawn := _of_kind(library, wanted, everything=everything):
        return views.timeline_document(title, drawn, PLURALS[kind_of(kind)])
    first, last = wanted.span
    if wanted.chapter:
        view = view_of_chapter(
            library.pack, wanted.chapter, wanted.moments(library), wanted.span, everything=everything
        )
        return views.timeline_document(title, view, lines=lines)
    is_body = not kind and bool(wanted.around) and library.pack.entries[wanted.around].kind in BODIES
    body = body_view(library, wanted.around, first, last) if is_body and first <= last else None
    if body and len(body.rows) > 1:
        asked = ("timeline", wanted.around, *wanted.within)
        return body_document(title, body, asked, lines, everything=everything, with_asides=with_words)
    moments = wanted.moments(library)
    if not kind and is_idea(library.pack, wanted.around) and first <= last:
        view, said = view_of_idea(library, wanted.around, moments, first, last, everything=everything)
        view = view if wanted.within else with_what_is_told_elsewhere(library, wanted.around, view)
        if len((*view.happenings, *view.filling)) > 1:
            view = view._replace(words=len(said)) if everything and not with_words else view
            return views.idea_document(library.pack, title, view, said if with_words else (), lines)
    if event := _of_event(library, wanted, moments, lines, everything=everything, with_words=with_words):
        return event
    around = "" if kind or is_body else wanted.around
    view = _period(library, wanted, moments, around, everything=everything, with_words=with_words)
    is_life = bool(around) and library.pack.entries[around].kind is Kind.PERSON
    if len((*view.happenings, *view.filling)) >= (FEWEST if text and not is_life else 1):
        return views.timeline_document(title, view, lines=lines)
    within = [moment for moment in moments if first <= moment.when.first and moment.when.last <= last]
    if within or text:
        return views.moments_document(library.pack, title, within or moments)
    near = "" if kind else _beside(library, first, last)
    what = f"no {PLURALS[kind_of(kind)]} with a date" if kind else "nothing"
    raise NotFoundError(f"The book has {what} for {title}.{near} See: {command('timeline')}")


def _period(
    library: Library,
    wanted: Wanted,
    moments: Sequence[walks.Moment],
    around: str,
    *,
    everything: bool,
    with_words: bool,
) -> PeriodView:
    """A span of time with all that is told of it, or a life."""
    (first, last), is_all = wanted.span, not (wanted.text or wanted.kind)
    lasting = policies(library) if is_all and wanted.within else ()
    view = period_view(library.pack, (*moments, *lasting), first, last, around=around, everything=everything)
    if around and library.pack.entries[around].kind is Kind.PERSON and not wanted.within:
        view = with_what_is_told_elsewhere(library, around, view)
    if is_all and wanted.within and date.min < first and last < date.max:
        view = with_facts(library.pack, view, (first, last), moments, everything=everything, with_words=with_words)
    return view


def _of_event(
    library: Library,
    wanted: Wanted,
    moments: Sequence[walks.Moment],
    lines: int,
    *,
    everything: bool,
    with_words: bool,
) -> Document | None:
    """The course of an event or, if little is told of it by itself, the years in which it lasted; so of a policy."""
    kind = library.pack.entries[wanted.around].kind if wanted.around and not wanted.kind else None
    if kind not in (Kind.EVENT, Kind.CONCEPT) or wanted.within:
        return None
    if kind is Kind.EVENT:
        view = view_of_event(library, wanted.around, moments, everything=everything)
        if len(view.happenings) >= FEWEST:
            return views.timeline_document(wanted.title, view, lines=lines)
    years = wanted.in_its_years(library)
    return years and _timeline_document(library, years, lines, everything=everything, with_words=with_words)


def _of_kind(library: Library, wanted: Wanted, *, everything: bool) -> PeriodView | None:
    """People or ideas in a span of time, if these are asked for and there are some."""
    of = kind_of(wanted.kind) if wanted.kind else None
    first, last = span = wanted.span
    if of not in (Kind.PERSON, Kind.CONCEPT) or first > last:
        return None
    moments = walks.timeline(library, wanted.text, first, last)
    own = (moment.subject for moment in moments if library.pack.entries[moment.subject].kind is of)
    entries = list(dict.fromkeys(own)) if wanted.text else walks.all_of_kind(library, of)
    if of is Kind.PERSON:
        view = view_of_people(library.pack, entries, moments, span, everything=everything)
    else:
        view = view_of_ideas(library.pack, entries, span, everything=everything)
    return view if view.happenings or view.lives else None


@app.command()
def summary(ctx: typer.Context, topic: Chapter = None, as_json: AsJson = False) -> None:
    """Read a chapter: prose, then its people, events, works and quotations. Alone, it lists the chapters.

    Examples:

      trotskyism summary

      trotskyism summary permanent revolution
    """
    context: AppContext = ctx.obj
    library = context.library
    text = CHAPTER.sub("", " ".join(topic or []))
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
        context.show(chapter_document(library, found, library.entry_of_chapter(text)))


def chapter_document(library: Library, topic: Topic, sought: str) -> Document:
    """A chapter; or, of an entry that is the matter of none, what they all say of it."""
    if found := library.paragraphs(sought):
        return views.paragraphs_document(library.pack, sought, found)
    return views.topic_document(library.pack, topic, sought)


@app.command(context_settings={"ignore_unknown_options": True})  # a year before the first may be -0043
def on(ctx: typer.Context, words: DateWords = None, as_json: AsJson = False) -> None:
    """Say what happened on a day, in a month or in a year; without a date, on this day in history.

    Examples:

      trotskyism on 25 october 1917

      trotskyism on 1933
    """
    context: AppContext = ctx.obj
    if unknown := next((word for word in words or [] if re.match("-+[a-z]", word)), ""):
        raise click.NoSuchOption(unknown, ctx=ctx)
    text = " ".join(words or [])
    asked = read_date(text or "today", today())
    if asked is None:
        refuse_before_1(text)
        if (like := _with_month(text)) != text and read_date(like, today()):
            raise NotFoundError(f"“{text}” is not a date. Did you mean: {command('on', *like.split())}")
        raise NotFoundError(f"“{text}” is not a date; write, for example: {command('on', '25', 'october', '1917')}")
    library = context.library
    moments = walks.on_date(library, asked)
    if not moments:
        near = _beside(library, asked.when.first, asked.when.last) if asked.when else ""
        raise NotFoundError(f"The book has nothing for {asked.words}.{near} See: {command(*_wider(asked))}")
    if as_json:
        context.print_json([moment_record(library.pack, moment) for moment in moments])
        return
    meant = _in_new_style(asked, moments)
    if meant != asked:
        asked, moments = meant, walks.on_date(library, meant)
    lasting = _meanwhile(library, asked)
    view = day_view(library.pack, asked, moments, lasting)
    told = {row.name or row.text for _, rows in view.groups for row in rows}
    before, after = (None if each and each.text in told else each for each in _neighbours(library, asked))
    context.show(day_document(asked, view, (before, after)))


def _neighbours(library: Library, asked: Asked) -> tuple[Happening | None, Happening | None]:
    """What came before and after; of a month, before and after all that is told of it in either calendar."""
    if asked.when is None:
        return None, None
    times = asked.readings if asked.month and not asked.day else ((asked.when.first, asked.when.last),)
    return neighbours(library, min(first for first, _ in times), max(last for _, last in times))


def _meanwhile(library: Library, asked: Asked) -> list[DayRow]:
    """What went on over a day, a month or a year."""
    when = asked.when
    is_short = when is not None and (asked.is_year or (when.last - when.first).days < walks.SHORT)
    return meanwhile(library, when.first, when.last) if when and is_short else []


def _beside(library: Library, first: date, last: date) -> str:
    """` Before: 16 March 1921, ban on factions.`, and what came after; may be empty."""
    told = ""
    for label, happening in zip(("Before", "After"), neighbours(library, first, last), strict=True):
        if happening:
            told += f" {label}: {date_words(happening.when).partition(' (')[0]}, {happening.text}."
    return told


def _in_new_style(asked: Asked, moments: Iterable[walks.Moment]) -> Asked:
    """The day that was meant, in New Style: an Old Style one, if what began on that matters more."""
    if not asked.day or asked.when is None or len(asked.readings) == 1:
        return asked
    weights: dict[date, int] = {}
    for moment in moments:
        if moment.when.start:
            weights[moment.when.first] = max(moment.importance, weights.get(moment.when.first, 0))
    (new, _), (old, _) = asked.readings
    if weights.get(old, 0) > weights.get(new, 0):
        return asked._replace(when=parse_date(old.isoformat()), is_certain=True)
    return asked._replace(is_certain=True) if new in weights else asked


def _wider(asked: Asked) -> tuple[str, ...]:
    """The words of a command that asks for more than a day, a month or a year of which there is nothing."""
    if asked.when is None:
        return ("on", MONTHS[asked.month].lower()) if asked.day else ("timeline",)
    return ("on", str(asked.when.year)) if asked.when.year and "-" in asked.when.text else ("timeline",)


def _with_month(text: str) -> str:
    """A date with the months for words that are nearly written so."""
    from difflib import get_close_matches  # only where a text is no date

    months = [name.casefold() for name in MONTHS if name]
    near = (
        (word, get_close_matches(word.casefold(), months, 1, ALIKE) if word.isalpha() else []) for word in text.split()
    )
    return " ".join(like[0] if like else word for word, like in near)
