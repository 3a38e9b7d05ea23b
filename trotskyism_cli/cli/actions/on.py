"""`on`: what happened on a day, in a month or in a year."""

import sys
from collections.abc import Iterable, Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.meaning.asked_span import refuse_before_1, tell_how_read, today
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.dates.date_parsing import ParsedDate, read_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import MONTHS, Date
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.screen.time.days import day_document
from trotskyism_cli.views.days.day import FIRST, DayView, day_view
from trotskyism_cli.views.days.meanwhile import meanwhile, of_its_month
from trotskyism_cli.views.days.neighbours import neighbours
from trotskyism_cli.views.days.reading import Reading, read_in_one_calendar
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.row import Happening

ALIKE = 0.75  # how like the name of a month a word must be to be a slip for it


def run(context: AppContext, words: Sequence[str], *, as_json: bool = False) -> None:
    """Say what happened on a date; without words, on this day of the year. NotFoundError if nothing is known."""
    text = " ".join(words)
    if words and not text.strip():
        raise NotFoundError(f"Nothing to look up; give a date, for example: {_example()}")
    asked = read_date(text or "today", today())
    if asked is None:
        refuse_before_1(text)
        if (like := _with_month(text)) != text and read_date(like, today()):
            raise NotFoundError(f"“{text}” is not a date. Did you mean: {command('on', *like.split())}")
        raise NotFoundError(_no_such_day(text) or f"“{text}” is not a date; write, for example: {_example()}")
    tell_how_read(context, text, asked)
    library = context.library
    reading, named = read_in_one_calendar(library, asked, everything=as_json), library.with_exact_name(text)
    asked, moments = reading.asked, reading.moments
    if not moments and asked.when:
        moments = dated_facts.begun_or_ended(library, asked.when.first, asked.when.last)
    lives = _lives(library, asked.when) if asked.when and not moments else []
    is_day = bool(asked.day and asked.when) and _is_in_book(library, asked)
    if not (moments or lives or (is_day and not as_json)):
        from trotskyism_cli.cli.meaning.nearest_dates import (
            nearest_told,  # a time of which there is something needs none
        )

        near = nearest_told(library, asked.when.first, asked.when.last) if asked.when else ""
        near = f" {way}.{near}" if (way := _in_other_calendar(reading)) else near
        ways = " or ".join((*(command("show", *each.name.split()) for each in named), command(*_wider(library, asked))))
        raise NotFoundError(f"No sentence of the book is dated {asked.words}.{near} See: {ways}")
    if as_json:
        from trotskyism_cli.screen.machine_views import moment_record  # only programs need it

        every = moments or [dated_facts.Moment(each.when, fact=each.fact) for each in lives]
        context.print_json([moment_record(library.pack, moment) for moment in every])
    elif lives:
        _show_lives(context, asked, lives, named)
    else:
        _show_reading(context, reading._replace(asked=asked, moments=moments), named)


def _show_reading(context: AppContext, reading: Reading, named: Sequence[Entry]) -> None:
    """Show what happened then; of an empty day, its surroundings, and end with the code for “not found”."""
    library, asked, moments = context.library, reading.asked, reading.moments
    if reading.is_old:
        context.tell(_in_other_calendar(reading))
        reading = reading._replace(other=None)
    if rest := dated_facts.overflow_on(library, asked):
        context.tell(f"These are the most important; {rest:,} more have a date in that time: --json gives all.")
    view = day_view(library.pack, asked, moments, _meanwhile(library, asked))
    if view.is_empty and asked.day and asked.when:
        near = of_its_month(library.pack, asked.when.first, _of_month(library, asked.when))
        view = view.with_near(near, _wider(library, asked))
    told = {row.name or row.text for _, rows in view.groups for row in rows}
    before, after = (None if each and each.text in told else each for each in _neighbours(library, asked, moments))
    context.show(day_document(asked, view, (before, after), named, reading.other))
    if view.is_empty:
        sys.exit(NotFoundError.exit_code)


def _example() -> str:
    return command("on", "25", "october", "1917")


def _is_in_book(library: Library, asked: ParsedDate) -> bool:
    """Return whether a time lies within the years that the book covers."""
    first, last = dated_facts.told_years(library)
    return asked.when is not None and first <= asked.when.first.year and asked.when.last.year <= last


def _lives(library: Library, when: Date) -> list[Happening]:
    # A time of which anything is told needs none.
    from trotskyism_cli.views.happenings.births_and_deaths import lives_in_whole_years

    return lives_in_whole_years(library.pack, when.first, when.last)


def _show_lives(context: AppContext, asked: ParsedDate, lives: Sequence[Happening], named: Sequence[Entry]) -> None:
    """Show births and deaths, where nothing else is dated then."""
    rows = [DayRow("" if asked.is_year else str(each.year), f"{each.text}.") for each in lives]
    view = DayView(((FIRST, tuple(rows)),), ())
    context.show(day_document(asked, view, _neighbours(context.library, asked, ()), named))


def _neighbours(
    library: Library, asked: ParsedDate, moments: Iterable[dated_facts.Moment]
) -> tuple[Happening | None, Happening | None]:
    """What happened before and after a time; of a month, before and after all that either calendar puts in it."""
    if asked.when is None:
        return None, None
    times = asked.readings if asked.month and not asked.day else ((asked.when.first, asked.when.last),)
    told = {each.fact.id for each in moments if each.fact}
    return neighbours(library, min(first for first, _ in times), max(last for _, last in times), told)


def _meanwhile(library: Library, asked: ParsedDate) -> list[DayRow]:
    """What went on over a day, a month or a year."""
    when = asked.when
    is_short = when is not None and (asked.is_year or (when.last - when.first).days < dated_facts.SHORT)
    return meanwhile(library, when.first, when.last) if when and is_short else []


def _in_other_calendar(reading: Reading) -> str:
    """The way to the same date in the other calendar, if something happened on it; else empty."""
    if reading.other is None:
        return ""
    return f"{reading.other.told}: {command('on', *reading.other.words)}"


def _wider(library: Library, asked: ParsedDate) -> tuple[str, ...]:
    """The words of a command for a wider time, for a day, month or year without anything.

    What happened on a day may be told under its month, or with another date.
    """
    if asked.when is None:
        return ("on", MONTHS[asked.month].lower()) if asked.day else ("timeline",)
    if asked.day and _of_month(library, asked.when):
        return ("on", *_month_words(asked.when).split())
    return ("on", str(asked.when.year)) if asked.when.year and "-" in asked.when.text else ("timeline",)


def _of_month(library: Library, day: Date) -> tuple[dated_facts.Moment, ...]:
    """What happened in the month of a day."""
    month = read_date(_month_words(day), today())
    return dated_facts.on_date(library, month) if month else ()


def _month_words(day: Date) -> str:
    return f"{MONTHS[day.first.month].lower()} {day.first.year}"


def _no_such_day(text: str) -> str:
    """Why a day of a year is no date, if its month never had it: `February 1917 had 28 days`; else empty."""
    parts = text.replace(".", " ").split()
    year = parts.pop() if parts and len(parts[-1]) == len("1917") else ""
    days = [each for each in parts if each.isdecimal()]
    if not (year.isdecimal() and len(parts) == len("d m".split()) and days):
        return ""
    month = parts[1] if len(days) == len(parts) else next(each for each in parts if not each.isdecimal())
    named = read_date(f"{year}-{month:0>2}" if month.isdecimal() else f"{month} {year}", today())
    if named is None or named.when is None or not named.month or int(days[0]) <= named.when.last.day:
        return ""
    return f"“{text}” is not a date: {MONTHS[named.month]} {year} had {named.when.last.day} days."


def _with_month(text: str) -> str:
    """The text of a date with misspelt months corrected: `octber 1917` → `October 1917`."""
    from difflib import get_close_matches  # only where a text is no date

    months = [name.casefold() for name in MONTHS if name]
    near = (
        (word, get_close_matches(word.casefold(), months, 1, ALIKE) if word.isalpha() else []) for word in text.split()
    )
    return " ".join(like[0] if like else word for word, like in near)
