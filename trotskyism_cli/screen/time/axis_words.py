"""A period in words: what lasted and what happened, a line each."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import Calendar
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import ESSENTIAL
from trotskyism_cli.screen.document import Line, Span, line
from trotskyism_cli.screen.time.bars import name_of
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.bars import Bar
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.margins import years_of

STAR = "★"
NEW_STYLE = "Dates in New Style"


def in_words(view: PeriodView) -> Iterator[Line]:
    """Everything in a period as lines of text: what lasted, then the happenings, then who people were.

    A life is told in one order of time instead.
    """
    bars = [
        ((bar.when.first, 0), line(Span(f"{years_of(bar.when)}: ", "date"), f"{star_of(bar)}{bar_in_words(bar)}"))
        for bar in sorted(view.bars, key=lambda bar: bar.when.first)
    ]
    yield from (each for _, each in bars if not view.is_life)
    happenings = in_order((*view.happenings, *view.rest))
    if has_two_styles(happenings):
        yield line(Span(NEW_STYLE, "note"))
    yield from ((),) if happenings and view.bars and not view.is_life else ()
    told = [
        (each.place, line(Span(f"{date_short(each.when)}: ", "date"), f"{star(each)}{_words(each)}"))
        for each in happenings
    ]
    yield from (each for _, each in sorted([*(bars if view.is_life else []), *told], key=lambda row: row[0]))
    lives = (*view.lives, *view.further_lives)
    yield from ((), line("Who they were:")) if lives and happenings else ()
    for life in lives:
        yield line(Span(f"{life.years}: " if life.years else "", "date"), f"{life.name} – {life.who}")
    if view.words:
        yield from ((), line(f"{words_told(view.words)}: ", Span("--all", "command")))
    if view.asides:
        yield from ((), line(f"{asides_told(view.asides)}: ", Span("--all", "command")))


def bar_in_words(bar: Bar) -> str:
    """The name of what lasted, without the year of its end, which stands before it."""
    return name_of(bar).removesuffix(f", until {bar.last.year}")


def words_told(count: int) -> str:
    """How many more arguments and quotations there are about an idea."""
    return counted(count, "argument or quotation", "arguments and quotations")


def asides_told(count: int) -> str:
    """How many more statements there are that are not happenings of their own."""
    return counted(count, "opinion or detail", "opinions and details")


def has_two_styles(happenings: Iterable[Happening]) -> bool:
    """Return whether any happening has a different day in the old calendar."""
    return any(each.when.calendar is not Calendar.PLAIN and each.margin for each in happenings)


def star_of(bar: Bar) -> str:
    """The star before a lasting turning point; offices have none."""
    return "" if bar.note else star(bar)


def star(each: Happening | Bar) -> str:
    """The star before a turning point, else empty."""
    return f"{STAR} " if each.rank >= ESSENTIAL else ""


def _words(each: Happening) -> str:
    return with_style(each.whole or each.text, each.old_style)


def with_style(told: str, old_style: str) -> str:
    """The text with its Old Style date in brackets, if it has one."""
    return f"{told} ({old_style})" if old_style else told
