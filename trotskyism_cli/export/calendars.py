"""Dated facts and quotations for calendars (iCalendar, RFC 5545) and spreadsheets (CSV).

Dates are Gregorian, as calendars require; their wording gives the Old Style date and uncertainties. What is known only
by month, or from which to which month, stands on its first day with its time in words: a bar through every day would
say that it went on throughout.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from trotskyism_cli.export.paper import TableStyle, day_of_release
from trotskyism_cli.export.tables import BYTE_ORDER_MARK, Row
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.stock_phrases import SOURCE
from trotskyism_cli.pack.wording import fact_sentence, holder_names

OCTETS = 75  # per line
LONGEST = timedelta(days=92)  # the longest event shown (a season)
COLUMNS = (
    *("id", "first_day", "last_day", "when", "date_in_words", "calendar", "text"),
    *("about", "name", "kind", "voice", "according_to", "note", "source"),
)


def for_calendar(moments: Iterable[Moment]) -> list[Moment]:
    """The moments suited to a calendar: none that lasted long or are known only by year."""
    return [moment for moment in moments if all(_lasts(part) <= LONGEST for part in moment.when.parts)]


def icalendar(pack: Pack, moments: Iterable[Moment]) -> Iterator[str]:
    """A calendar with an all-day event for each date of each moment."""
    stamp = day_of_release(pack.released, pack.version).strftime("%Y%m%dT000000Z")
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//trotskyism-cli//timeline//EN", "CALSCALE:GREGORIAN")
    yield from _lines(f"X-WR-CALNAME:{_escaped(pack.name)}")
    for moment in moments:
        told = [f"{date_words(moment.when)}.", _note(moment), f"{SOURCE}{_cited(pack, moment)}."]
        for own_id, part in _dates(moment):
            first, last = _days(part)
            is_rough = _is_rough(part)
            last = first if is_rough else last
            yield from _lines(
                "BEGIN:VEVENT",
                f"UID:{own_id}@{pack.id}.trotskyism-cli",
                f"DTSTAMP:{stamp}",
                f"DTSTART;VALUE=DATE:{_basic(first)}",
                *([f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}"] if last < date.max else []),
                f"SUMMARY:{_escaped(f'{date_words(part)}: ' if is_rough else '')}{_escaped(_told(pack, moment))}",
                f"DESCRIPTION:{_escaped(' '.join(filter(None, told)))}",
                f"CATEGORIES:{_escaped(pack.entries[moment.subject].kind)}",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            )
    yield from _lines("END:VCALENDAR")


def moments_csv(pack: Pack, moments: Iterable[Moment], style: TableStyle) -> Iterator[str]:
    """A table with a row for each date of each moment; unknown bounds are empty."""
    row = Row(style.separator, "\r\n", guarded=True)
    yield (BYTE_ORDER_MARK if style.byte_order_mark else "") + row.of(COLUMNS)
    dated = ((each, *one) for each in moments for one in _dates(each))
    for moment, own_id, when in dated:
        entry, fact = pack.entries[moment.subject], moment.fact
        cells = (
            own_id,
            when.first.isoformat() if when.start else "",
            when.last.isoformat() if when.end else "",
            when.text,
            date_words(moment.when),
            when.calendar.value,
            _told(pack, moment),
            entry.id,
            entry.name,
            entry.kind.value,
            fact.voice.value if fact else "quotation",
            holder_names(pack, fact) if fact else entry.name,
            _note(moment),
            _cited(pack, moment),
        )
        yield row.of(cells)


def _dates(moment: Moment) -> Iterator[tuple[str, Date]]:
    """The one or two dates of a moment, each with its own id."""
    for number, part in enumerate(moment.when.parts, start=1):
        yield f"{_id(moment)}{f'-{number}' if number > 1 else ''}", part


def _days(when: Date) -> tuple[date, date]:
    """The first and last day to show; if one bound is missing, those of the other bound."""
    if when.start is None and when.end is not None:
        return when.end.first, when.end.last
    if when.end is None and when.start is not None:
        return when.start.first, when.start.last
    return when.first, when.last


def _is_rough(when: Date) -> bool:
    """Return whether the exact day of a bound is unknown."""
    return any(bound is not None and bound.first != bound.last for bound in (when.start, when.end))


def _lasts(when: Date) -> timedelta:
    first, last = _days(when)
    return last - first


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _id(moment: Moment) -> str:
    return moment.fact.id if moment.fact else moment.quote.id if moment.quote else ""


def _told(pack: Pack, moment: Moment) -> str:
    if moment.quote:
        return f"{pack.entries[moment.quote.speaker].name}: “{moment.quote.text}”"
    return fact_sentence(pack, moment.fact) if moment.fact else ""


def _note(moment: Moment) -> str:
    said = moment.fact or moment.quote
    return said.note if said else ""


def _cited(pack: Pack, moment: Moment) -> str:
    said = moment.fact or moment.quote
    citations: tuple[Citation, ...] = said.citations if said else ()
    titles = (pack.sources[each.source].titled(each.locator) for each in citations)
    return "; ".join(dict.fromkeys(titles))


def _escaped(text: str) -> str:
    """Text as an iCalendar value: line breaks and separators escaped, control characters replaced."""
    lines = re.sub(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]", "\n", text)
    safe = re.sub(r"([\\;,])", r"\\\1", lines).replace("\n", "\\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "\ufffd", safe)


def _lines(*lines: str) -> Iterator[str]:
    for line in lines:
        yield from _folded(line)


def _folded(line: str) -> Iterator[str]:
    """A line folded into pieces of at most 75 octets, without splitting a character."""
    start, room, used = 0, OCTETS, 0
    for place, letter in enumerate(line):
        size = len(letter.encode())
        if used + size > room:
            yield f"{line[start:place]}\r\n "
            start, used, room = place, 0, OCTETS - 1
        used += size
    yield f"{line[start:]}\r\n"
