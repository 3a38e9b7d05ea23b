"""What `timeline` is asked for: a span of time, an entry, or both."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.dates.date_parsing import ParsedDate, is_before_year_1, is_in_short, is_only_date, read_date
from trotskyism_cli.library.dates.ignored_date_words import ignored_words
from trotskyism_cli.library.dates.open_ended_spans import open_span
from trotskyism_cli.library.dates.years_typed import with_whole_years
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.message_text import shortened
from trotskyism_cli.pack.dates import Calendar, Date, parse_date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind, Topic

FEW_WEEKS = 45  # days: a month in either calendar
CHAPTER = lazy_regex(r"^(?:chapter|ch\.?|no\.?|number)\s+(?=\d+$)", re.IGNORECASE)
_YEARS = lazy_regex(r"\b(\d{4})(?: to |–)(?:(\d{4})|the present)\b")  # in the title of a chapter
_TWO_YEARS = lazy_regex(r"\b(\d{4})(?:\s+|\s*[-–]\s*|\s+to\s+)(\d{4})$")  # also the later one before the earlier


class TimelineRequest(NamedTuple):
    """What `timeline` is to show: words and options, the entry that they name (if any), and a title.

    For a chapter, asked for by number, also the ids of its entries. Unless `everything` is wanted, a mere span of years
    shows no more than there is room for.
    """

    text: str
    start: str
    end: str
    kind: str
    around: str
    title: str
    last: date | None = None  # day of a month in the new calendar, after which only that month in the old one is meant
    chapter: tuple[str, ...] = ()
    everything: bool = False

    @property
    def span(self) -> tuple[date, date]:
        return _bounds(self.start, self.end)

    @property
    def within(self) -> tuple[str, ...]:
        """The words of a command that asks for the same span of time."""
        return (*(("--from", self.start) if self.start else ()), *(("--to", self.end) if self.end else ()))

    def moments(self, library: Library) -> tuple[dated_facts.Moment, ...]:
        if self.chapter:
            return dated_facts.of_entries(library, self.chapter, *self.span)
        return self._meant(moments_of(library, self.text, self.start, self.end, self.kind, everything=self.everything))

    def moments_within(self, library: Library) -> tuple[dated_facts.Moment, ...]:
        """In a span of a few weeks, what happened, began or ended in it; in a longer one, all that touches it."""
        first, last = self.span
        if (last - first).days > FEW_WEEKS:
            return self.moments(library)
        asked = ParsedDate(parse_date(f"{first}/{last}"), 0, 0, 0, 0, is_certain=True)
        return self._meant(dated_facts.on_date(library, asked, everything=self.everything))

    def _meant(self, moments: Iterable[dated_facts.Moment]) -> tuple[dated_facts.Moment, ...]:
        """Drop what comes after a month, unless it lies in that month by the old calendar."""
        last = self.last
        return tuple(each for each in moments if not last or each.when.first <= last or _is_old_style(each.when))

    def left_out(self, library: Library) -> int:
        """How many moments of these years there is no room for."""
        is_bounded = not (self.everything or self.text or self.kind or self.chapter)
        return dated_facts.overflow(library, *self.span) if is_bounded else 0

    def in_its_years(self, library: Library) -> "TimelineRequest | None":
        """A request for the years of the named event or policy; None if they are not known."""
        from trotskyism_cli.views.happenings.policies import policies  # a date, or a name, needs none

        own = (each.when for each in policies(library) if each.subject == self.around)
        when = next(own, None) or library.pack.first_known_date(library.pack.entries[self.around])
        if when is None or not (when.is_span and when.start and when.end):
            return None
        return self._replace(text="", start=when.first.isoformat(), end=when.last.isoformat(), around="")


def request_of(context: AppContext, text: str, start: str, end: str, kind: str) -> TimelineRequest:
    """Parse the words and options of `timeline`.

    A date among the words is a span of time; beside a name, a span in that entry's life.
    """
    pack = context.library.pack
    if CHAPTER.match(text) and (topic := context.library.topic(CHAPTER.sub("", text))):
        return _of_chapter(topic, start, end, kind)
    if (years := _TWO_YEARS.search(text)) and years[2] < years[1]:
        context.tell(f"Read “{years[1]}–{years[2]}” as {years[2]}–{years[1]}.")
    text = _TWO_YEARS.sub(lambda found: "–".join(sorted(found.groups())), text)
    text = _with_date_last(context.library, text)
    if not (start or end):
        text, start, end = _with_open_span(context.library, text)
    if not (text or kind):
        start, end = _with_both_ends(context.library, start, end)
    asked = read_date(text, today()) if text and not (start or end) else None
    if asked and asked.when:
        words, text, (start, end) = text, _name_before(context.library, text, asked.when), _ends(asked.when)
        if not text:
            tell_how_read(context, words, asked)
            return _of_date(context.library, asked, start, end, kind)
    found = context.library.resolve(text) if text else None
    if found and found.entry and not kind and _is_field(pack, found.entry):
        return TimelineRequest(pack.topics[0].id, start, end, kind, "", pack.name)
    named = found.entry if found else None
    topic = context.library.topic(text) if named and not dated_facts.has_own_date(context.library, named) else None
    if topic and named and not dated_facts.timeline(context.library, named):
        return TimelineRequest(topic.id, start, end, kind, "", topic.title)
    if found and found.entry:
        context.tell(found.reason)
        return TimelineRequest(text, start, end, kind, found.entry, pack.entries[found.entry].name)
    ends = dict.fromkeys((_named(start), _named(end))) if start and end and not text else ()
    span = "–".join(ends)
    return TimelineRequest(text, start, end, kind, "", span or text or pack.name)


def _of_chapter(topic: Topic, start: str, end: str, kind: str) -> TimelineRequest:
    """A request for a chapter, in the years of its title unless others are given."""
    found = _YEARS.search(topic.title)
    if found and not (start or end):
        start, end = found[1], found[2] or str(today().year)
    return TimelineRequest(topic.id, start, end, kind, "", topic.title, chapter=() if kind else topic.entries)


def _of_date(library: Library, asked: ParsedDate, start: str, end: str, kind: str) -> TimelineRequest:
    """A request for a date alone.

    A month also takes the days that lie in it by the old calendar, if something is dated so.
    """
    if not asked.month or asked.day or len(asked.readings) < 2:
        return TimelineRequest("", start, end, kind, "", asked.words)
    (_, last), (first, later) = asked.readings
    after = (each.when for each in dated_facts.timeline(library, "", last + timedelta(days=1), later, _kind_of(kind)))
    if any(first <= when.first and when.last <= later and _is_old_style(when) for when in after):
        return TimelineRequest("", start, later.isoformat(), kind, "", f"{asked.words}, in either calendar", last)
    return TimelineRequest("", start, end, kind, "", asked.words)


def _is_old_style(when: Date) -> bool:
    return when.calendar is not Calendar.PLAIN


def _is_field(pack: StoredPack, own_id: str) -> bool:
    """Return whether an entry is the subject of the whole pack, told in its first chapter."""
    return pack.entries[own_id].name.casefold() == pack.name.casefold() and own_id in pack.topics[0].entries


def _name_before(library: Library, text: str, when: Date) -> str:
    """The name of an entry before a date; empty if there is none, or if the date belongs to the name."""
    words = text.split()
    for end in range(len(words) - 1, 0, -1):
        asked = read_date(" ".join(words[end:]), today())
        found = library.resolve(" ".join(words[:end])) if asked and asked.when == when else None
        if found and found.entry and not (found.guessed or found.read):
            return " ".join(words[:end])
    return ""


def _with_date_last(library: Library, text: str) -> str:
    """`1923–27 china` as `china 1923–27`; any other text unchanged."""
    words = text.split()
    if not any(sign.isdigit() for sign in "".join(words[:1])) or is_only_date(with_whole_years(text)):
        return text
    for end in range(len(words) - 1, 0, -1):
        asked = read_date(" ".join(words[:end]), today())
        name = " ".join(words[end:])
        if asked and asked.when and (found := library.resolve(name)).entry and not (found.guessed or found.read):
            return f"{name} {' '.join(words[:end])}"
    return text


def _with_open_span(library: Library, text: str) -> tuple[str, str, str]:
    """Split `trotsky since 1929` into the name and the two ends; any other text unchanged, with empty ends."""
    span = open_span(text)
    found = library.resolve(span.name) if span and span.name else None
    if span is None or (found and (not found.entry or found.guessed or found.read)):
        return text, "", ""
    return span.name, *span.ends


def _with_both_ends(library: Library, start: str, end: str) -> tuple[str, str]:
    """Both ends of a span; a missing one is the first or last year of the book."""
    if bool(start) == bool(end):
        return start, end
    first, last = dated_facts.told_years(library)
    start = start or str(min(first, _date(end).first.year))
    return start, end or str(max(last, _date(start).last.year))


def _ends(when: Date) -> tuple[str, str]:
    return when.first.isoformat(), when.last.isoformat()


def _bounds(start: str, end: str) -> tuple[date, date]:
    return _date(start).first if start else date.min, _date(end).last if end else date.max


def moments_of(
    library: Library, text: str, start: str, end: str, kind: str, *, everything: bool = True
) -> tuple[dated_facts.Moment, ...]:
    """The moments that words and options of `timeline` select. NotFoundError if there are none."""
    first, last = _bounds(start, end)
    if first > last:
        raise UsageError(f"--from {start} is later than --to {end}; exchange them.")
    moments = dated_facts.timeline(library, text, first, last, _kind_of(kind), everything=everything)
    if not moments:
        is_of_all = not (text or start or end or kind)
        further = f"See what there is: {command('list')}" if is_of_all else f"See all dates: {command('timeline')}"
        raise NotFoundError(f"Nothing with a date {'is in this pack' if is_of_all else 'matches'}. {further}")
    return moments


def tell_how_read(context: AppContext, text: str, asked: ParsedDate) -> None:
    """Say which words of a date were ignored, and which day it is if its century was left out."""
    if is_in_short(text):
        context.tell(f"Read “{text}” as {asked.words}.")
    if unread := ignored_words(text):
        context.tell(f"Left out, since it is no part of a date: {shortened(' '.join(unread))}")


def refuse_before_1(text: str) -> None:
    if is_before_year_1(text):
        raise NotFoundError(f"No date in the book is before the year 1. See what there is: {command('timeline')}")


def _named(text: str) -> str:
    return date_words(_date(text)).partition(" (")[0]


def _date(text: str) -> Date:
    asked = read_date(text, today())
    refuse_before_1(text)
    if asked is None or asked.when is None:
        raise UsageError(f"“{text}” is not a date with a year; write, for example: 1917, 1917-10 or 1917-10-25")
    return asked.when


def today() -> date:
    """Today in the user's own time zone."""
    return datetime.now().astimezone().date()


def _kind_of(name: str) -> Kind | None:
    if not name:
        return None
    from trotskyism_cli.cli.actions.list import kind_of  # only who names a kind needs what one knows of them

    return kind_of(name)
