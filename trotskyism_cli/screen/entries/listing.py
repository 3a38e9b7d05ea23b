"""Lists of entries: a line each, sorted by name, time or author; in a pipe, a table with all columns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.message_text import counted, plural
from trotskyism_cli.pack.dates import Date, Point, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, join_words
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, line
from trotskyism_cli.screen.entries.brief import briefly
from trotskyism_cli.screen.entries.tables import PLURALS
from trotskyism_cli.screen.lines import cells, wrapped
from trotskyism_cli.views.list_order import Order
from trotskyism_cli.views.listing import (
    IN_PASSING,
    WITHOUT_AUTHOR,
    WITHOUT_DATE,
    Group,
    Listed,
    Listing,
    with_others,
)
from trotskyism_cli.views.wording.margins import YEARS
from trotskyism_cli.views.wording.surnames import surname

IN_A_PIPE = ("Name", "From", "To", "Author", "Type", "Group", "Id", "Summary")
IN_ORDER = {Order.NAME: "by name", Order.TIME: "in order of time", Order.AUTHOR: "by author and year"}
OTHER = {Order.NAME: Order.TIME, Order.TIME: Order.NAME, Order.AUTHOR: Order.TIME}
ROOMY = 100  # columns from which people's names are not abbreviated
NARROW = 60  # columns below which the description stands on its own line
WIDEST_NAME, WIDEST_ROOMY, FEWEST, MOST = 25, 40, 28, 90  # columns of names and of descriptions
MOST_LINES = 4  # for what something was, where no beginning of it takes fewer
BELOW = 4  # indent of lines below a name
WIDEST_PERSON = 24  # columns; longer names of people get initials
_FIRST_NAMES, _CAPITAL = re.compile(r"(?<=, ).+"), re.compile(r"\b([A-ZÀ-Þ])\w+")
LINES_OF_A_SENTENCE = 12  # at most, if no clause of it makes sense alone
YEAR = 6  # columns of a year with its blanks
NO_YEAR = "–"  # marks an undated row; a blank would mean the year above
SHORT_DATE = 8  # columns of the date beside its year on a narrow screen
_LIFE = lazy_regex(r"(\d{4})–(\d{4})")
_YEAR = lazy_regex(r"\d{4}")
_YEARS = lazy_regex(rf" {YEARS.pattern}")


def list_document(pack: Pack, found: Listing, type_: str = "") -> Document:
    """All entries of a kind, or of one type of it."""
    count = counted(len(found.rows), type_ or found.kind, plural(type_) if type_ else PLURALS[found.kind])
    dated = any(row.when for row in found.rows)
    order = IN_ORDER[found.order if dated else Order.NAME]
    order = "by surname" if found.kind is Kind.PERSON and found.order is Order.NAME else order
    tag = f"{order}; --by {OTHER[found.order]}" if dated else order
    headers, rows = _columns(pack, found)
    told = tuple(_told(pack, found))
    table = Table(headers, rows, lambda width: list(_draw(pack, found, width)), alone=True, told=told)
    return Document((Title(count, tag), table))


# ---- on a terminal --------------------------------------------------------------------------------------------------


def _draw(pack: Pack, found: Listing, width: int) -> Iterator[Line]:
    is_of_people = found.kind is Kind.PERSON
    names = max((cells(_name(row, width)) for row in found.rows), default=0)
    widest = names if is_of_people else min(names, WIDEST_NAME if width < ROOMY else WIDEST_ROOMY)
    spans = _columns_of_years(map(cells, map(_span, found.rows)), is_person=is_of_people)
    field = root(plain(pack.name)) if is_of_people else ""
    margins = max((cells(row.margin) for row in found.rows), default=0)
    dates = min(margins, SHORT_DATE) if width < NARROW else margins
    for number, group in enumerate(found.groups):
        if number:
            yield ()
        if group.head:
            yield line(Span(group.head, "strong"))
        if found.kind in (Kind.EVENT, Kind.WORK) and found.order is not Order.NAME:
            yield from _by_year(pack, group, dates, width)
        elif found.kind in (Kind.EVENT, Kind.WORK) and width >= NARROW:
            yield from (each for row in group.rows for each in _named_and_dated(pack, row, width))
        else:
            yield from _by_name(group.rows, widest, spans, width, field)


def _columns_of_years(lengths: Iterable[int], *, is_person: bool) -> int:
    """Width of the years column: for people the most frequent width, else the greatest."""
    counted_lengths = Counter(each for each in lengths if each)
    return max(counted_lengths, key=counted_lengths.__getitem__ if is_person else None, default=0)


def _by_year(pack: Pack, group: Group, margin: int, width: int) -> Iterator[Line]:
    """Rows with the year once, then the rest of the date, then the entry; a dash marks an undated one."""
    rows = group.rows
    lead = YEAR + (margin + 2 if margin else 0)
    earlier, has_years = "", any(row.year for row in rows)
    for row in rows:
        year = (row.year or NO_YEAR if has_years else "") if row.year != earlier or not row.year else ""
        when = f"{year:<{YEAR}}{row.margin:>{margin}}".rstrip()
        if row.margin.startswith("–"):
            when = f"{row.year}{row.margin}"
        earlier = row.year
        if cells(when) + 2 > lead:  # the date has a line of its own
            yield line(Span(when, "date"))
            when = ""
        for number, part in enumerate(wrapped(_titled(pack, row, group), width - lead).split("\n")):
            yield line(Span(" " * lead if number else when.ljust(lead), "date"), part)


def _titled(pack: Pack, row: Listed, group: Group) -> str:
    """The entry's name; for a work also its type and those authors who are not in the heading above."""
    if row.entry.kind is not Kind.WORK:
        return f"{row.name}, until {row.until}" if row.until else row.name
    if _is_of_author(group):
        others = with_others(pack, row)
        return f"{_with_type(row)}{f', {others}' if others else ''}"
    authors = _surnames(pack, row)
    return f"{authors}: {_with_type(row)}" if authors else _with_type(row)


def _with_type(row: Listed) -> str:
    return f"{row.name} · {row.entry.type}" if row.entry.type else row.name


def _surnames(pack: Pack, row: Listed) -> str:
    return join_words([surname(pack.entries[each]) for each in row.authors])


def _is_of_author(group: Group) -> bool:
    """Return whether the heading of a group is an author."""
    return bool(group.head) and group.head not in (IN_PASSING, WITHOUT_AUTHOR, WITHOUT_DATE)


def _by_name(rows: Sequence[Listed], names: int, spans: int, width: int, field: str) -> Iterator[Line]:
    """Rows of name, years and a short description, a line each so that many fit on a screen."""
    for row in rows:
        if width < NARROW:
            yield from _in_two_lines(row, width)
        elif row.entry.kind is Kind.PERSON:
            yield _person(row, names, spans, width, field)
        else:
            yield from _thing(row, names, spans, width)


def _person(row: Listed, names: int, spans: int, width: int, field: str) -> Line:
    """A person's row: name, years, and who they were, preferably in relation to the pack's field."""
    from trotskyism_cli.views.wording.person_in_a_line import in_a_line  # its patterns are for people alone

    room = width - (names + 2 + (spans + 2 if spans else 0))
    said = (in_a_line(_about(row), min(room, MOST), field, cells) or capital(row.entry.type)) if room >= FEWEST else ""
    called, span = _name(row, width), _span(row)
    gap = max(1, names + 2 - cells(called) + spans - max(spans, cells(span)))  # longer years start further left
    return line(Span(f"{called}{' ' * gap}", "strong"), Span(f"{span:<{spans}}  " if spans else "", "date"), said)


def _named_and_dated(pack: Pack, row: Listed, width: int) -> Iterator[Line]:
    """Name (for a work with type and authors) in bold, with the date right-aligned."""
    is_work = row.entry.kind is Kind.WORK
    called = ", ".join(filter(None, (_with_type(row), _surnames(pack, row)))) if is_work else row.name
    span = _span(row)
    first, *further = wrapped(called, width - cells(span) - 2).split("\n")
    yield line(Span(first, "strong"), Span(" " * (width - cells(first) - cells(span)) + span if span else "", "date"))
    yield from (line("  ", Span(part, "strong")) for part in further)


def _thing(row: Listed, names: int, spans: int, width: int) -> Iterator[Line]:
    """Years, name and gloss, each in its column; for a dispute, its question."""
    from trotskyism_cli.views.wording.gloss import gloss  # its patterns are for things alone

    lead = spans + 2 if spans else 0
    span = Span(f"{_span(row):>{spans}}  " if spans else "", "date")
    room = min(width - lead - names - 2, MOST)
    asked = next((name for name in row.entry.names if name.endswith("?")), "")
    summary, years = _about(row), _YEAR.findall(_span(row))
    rooms = (room, *(room * lines - BELOW for lines in range(2, MOST_LINES + 1)))
    ways = (gloss(summary, each, years, cells) for each in rooms)
    said = asked or next((each for each in ways if each and not any(year in each for year in years)), "")
    if not said and cells(row.entry.type) <= room:
        said = capital(row.entry.type)
    called, told = wrapped(row.name, names).split("\n"), wrapped(said, room).split("\n")
    for number, (name, part) in enumerate(zip_longest(called, told, fillvalue="")):
        gap = " " * (names + 2 - cells(name)) if part else ""
        yield line(Span(" " * lead) if number else span, Span(f"{name}{gap}", "strong"), part)


def _name(row: Listed, width: int) -> str:
    """The name of an entry; a long name of a person has initials instead of first names."""
    if row.entry.kind is not Kind.PERSON or width >= ROOMY or cells(row.name) <= WIDEST_PERSON:
        return row.name
    return _FIRST_NAMES.sub(lambda found: _CAPITAL.sub(r"\1.", found[0]), row.name)


def _in_two_lines(row: Listed, width: int) -> Iterator[Line]:
    span = _span(row)
    *above, name = wrapped(row.name, width).split("\n")
    yield from (line(Span(part, "strong")) for part in above)
    room = width - cells(name) - cells(span)
    beside = span if room >= 2 else ""
    yield line(Span(name, "strong"), Span(" " * room + beside if beside else "", "date"))
    if span and not beside:
        yield line(Span(f"  {span}", "date"))
    yield from (line("  ", part) for part in briefly(_about(row), width - 2, whole_in=LINES_OF_A_SENTENCE))


def _about(row: Listed) -> str:
    """The summary, without the years in brackets if they stand beside it."""
    return _YEARS.sub("", row.entry.summary, count=1) if _span(row) else row.entry.summary


def _span(row: Listed) -> str:
    if row.entry.kind is Kind.PERSON and row.only and "–" not in row.span:
        year = _YEAR.search(row.span)  # the span may already say in words which date it is
        return f"{row.only} {year[0]}" if year else row.span
    if row.entry.kind is Kind.ORGANISATION and row.only and not row.is_end:
        return f"founded {_YEAR.findall(row.span)[-1]}"  # `from 1903` would mean that it still exists
    if row.entry.kind in (Kind.PERSON, Kind.ORGANISATION):
        return row.span
    if row.entry.kind not in (Kind.EVENT, Kind.WORK):
        return ""
    if row.margin.startswith("–"):
        return f"{row.year}{row.margin}"
    return f"{row.margin} {row.year}{f'–{row.until}' if row.until else ''}".strip()


# ---- plain text ------------------------------------------------------------------------------------------------


def _told(pack: Pack, found: Listing) -> Iterator[tuple[str, ...]]:
    """For plain text: each name with its years, the summary below it, and a heading before each group."""
    for group in found.groups:
        if group.head:
            yield (f"{group.head}:",)
        for row in group.rows:
            by = _by(pack, row) if row.entry.kind is Kind.WORK else ""
            named = ", ".join(filter(None, (f"{row.name}{by}", _span(row))))
            yield (f"{named}{'' if named.endswith('.') else '.'}", _about(row))


def _by(pack: Pack, row: Listed) -> str:
    return f", by {join_words([pack.entries[each].name for each in row.authors])}" if row.authors else ""


# ---- in a pipe ------------------------------------------------------------------------------------------------------


def _columns(pack: Pack, found: Listing) -> tuple[tuple[str, ...], tuple[tuple[Line, ...], ...]]:
    """The rows for programs: the same columns for every kind, dates in ISO 8601."""
    rows = [
        (
            row.name,
            *_bounds(row),
            "; ".join(pack.entries[each].name for each in row.authors),
            row.entry.type,
            _group(group, found),
            row.entry.id,
            row.entry.summary,
        )
        for group in found.groups
        for row in group.rows
    ]
    return IN_A_PIPE, tuple(tuple(map(line, row)) for row in rows)


def _group(group: Group, found: Listing) -> str:
    """The heading of a group without its note; empty if it is an author, who has a column of their own."""
    if found.order is Order.AUTHOR and _is_of_author(group):
        return ""
    return group.head.partition(" (")[0]


def _bounds(row: Listed) -> tuple[str, str]:
    if row.entry.kind is Kind.PERSON and len(row.when) < 2 and (years := _LIFE.fullmatch(row.span)):
        return years[1], years[2]
    if not row.when:
        return "", ""
    if len(row.when) > 1:
        return _iso(row.when[0].start), _iso(row.when[1].start or row.when[1].end)
    if row.is_end:
        return "", _iso(row.when[0].start or row.when[0].end)
    when: Date = row.when[0]
    if row.entry.kind is Kind.ORGANISATION:  # its date is the range in which it began, not its lifetime
        return _iso(when.start or when.end), ""
    return _iso(when.start), _iso(when.end) if when.is_span else ""


def _iso(point: Point | None) -> str:
    """A point in time as ISO 8601 day, month or year; less exact ones as the first year."""
    if point is None:
        return ""
    first: date = point.first
    match point.precision:
        case Precision.DAY:
            return first.isoformat()
        case Precision.MONTH:
            return f"{first.year}-{point.month:02}"
        case _:
            return str(first.year)
