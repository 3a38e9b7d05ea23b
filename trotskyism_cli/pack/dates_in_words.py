"""Dates in words: in full, short for a margin, or as part of a sentence."""

from datetime import date

from trotskyism_cli.pack.dates import MONTHS, SEASONS, Calendar, Date, Point, Precision, gregorian_to_julian
from trotskyism_cli.pack.lazy_regex import lazy_regex

AND = "and"


def date_words(when: Date) -> str:
    """A date in full, in New Style: `8–12 March 1917 (23–27 February Old Style)`.

    The Old Style is added if the date has a calendar; a year shared by both is not repeated.
    """
    return _words(when, AND if when.is_pair else "–")


def date_short(when: Date) -> str:
    """A date for a margin, in New Style only: `8–12 Mar 1917`, `1922–1924`, `until 1907`.

    A month of the old calendar is shown as the two months it spans: `Jul–Aug 1917`. A pair: `31 Jul, 6 Nov 1932`.
    """
    if when.start is None:
        return f"until {_short(_known(when.end))}"
    if when.end is None:
        return f"from {_short(when.start)}"
    if when.is_single:
        return _short(when.start)
    dash = "," if when.is_pair else "–"
    if _is_old_month(when.start) and _is_old_month(when.end):
        return _months(when.start.first, when.end.last)
    ends = [_short(when.start), _short(when.end)]
    joint = ", " if when.is_pair else " – " if " " in "".join(ends) else "–"
    span = _span_words(_new_style(when.start), _new_style(when.end), dash) or joint.join(ends)
    return _LONG_MONTH.sub(lambda month: month.group()[:3], span)


def _words(when: Date, dash: str) -> str:
    if when.start is None:
        return f"no later than {_point_words(_known(when.end), when.calendar)}"
    if when.end is None:
        return f"from {_point_words(when.start, when.calendar)} on"
    if when.is_single:
        return _point_words(when.start, when.calendar)
    if when.calendar is Calendar.PLAIN or Precision.DAY not in (when.start.precision, when.end.precision):
        plain = _span_words(_parts(when.start), _parts(when.end), dash)
        plain += " (Old Style)" if plain and when.calendar is Calendar.OLD_STYLE and _has_months(when) else ""
    else:
        plain = _span_words(_new_style(when.start), _new_style(when.end), dash)
        old = _span_words(_old_style(when.start), _old_style(when.end), dash)
        same_year = when.first.year == when.last.year == _old_style(when.end)[0]
        plain = plain and old and f"{plain} ({old.removesuffix(f' {when.end.year}') if same_year else old} Old Style)"
    return plain or f" {dash} ".join(_point_words(point, when.calendar) for point in (when.start, when.end))


def date_phrase(when: Date) -> str:
    """A date with its preposition: `on 25 October 1917`, `in 1905`, `from 1922 to 1924`."""
    if when.start is None or when.end is None:
        return date_words(when)
    if when.is_span:
        return f"from {_words(when, 'to')}"
    if when.start.mark in ("~", "%"):
        return date_words(when)
    return f"{'on' if when.start.precision is Precision.DAY else 'in'} {_the(when.start)}{date_words(when)}"


def _known(point: Point | None) -> Point:
    if point is None:
        raise ValueError("a date has at least one bound")
    return point


def _the(point: Point) -> str:
    return "the " if point.precision in (Precision.DECADE, Precision.CENTURY) else ""


def _point_words(point: Point, style: Calendar) -> str:
    words = _bare_words(point)
    if point.precision is Precision.DAY and style is not Calendar.PLAIN:
        new = point.first
        words = f"{new.day} {MONTHS[new.month]} {new.year} ({_other_day(_old_style(point), new.year)} Old Style)"
    elif point.precision is Precision.MONTH and style is Calendar.OLD_STYLE:
        words += " (Old Style)"
    prefix = "about " if point.mark in ("~", "%") else ""
    suffix = " (uncertain)" if point.mark in ("?", "%") else ""
    return f"{prefix}{words}{suffix}"


_Parts = tuple[int, int, int]  # year, month and day; 0 for an unknown part
_LONG_MONTH = lazy_regex("|".join(name for name in MONTHS if len(name) > 3))


def _parts(point: Point) -> _Parts | None:
    """Parts by which a span can be shortened; None for seasons, decades, centuries and uncertain dates."""
    exact = point.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and not point.mark
    return (point.year, point.month, point.day) if exact else None


def _new_style(point: Point) -> _Parts | None:
    if point.precision is not Precision.DAY:
        return _parts(point)
    return None if point.mark else (point.first.year, point.first.month, point.first.day)


def _old_style(point: Point) -> _Parts:
    return (
        gregorian_to_julian(point.first) if point.precision is Precision.DAY else (point.year, point.month, point.day)
    )


def _span_words(start: _Parts | None, end: _Parts | None, dash: str) -> str:
    """`8–12 March 1917`, `30 July – 23 August 1903`, `1922–1924`; empty if the ends differ in precision.

    With another `dash`: `31 July and 6 November 1932`, `31 Jul, 6 Nov 1932`.
    """
    if start is None or end is None or [bool(part) for part in start] != [bool(part) for part in end]:
        return ""
    same_year, same_month = start[0] == end[0], start[:2] == end[:2]
    left = [str(start[2])] if start[2] else []
    left += [MONTHS[start[1]]] if start[1] and not (same_month and start[2]) else []
    left += [] if same_year and start[1] else [str(start[0])]
    right = " ".join([*([str(end[2])] if end[2] else []), *([MONTHS[end[1]]] if end[1] else []), str(end[0])])
    single = len(left) == 1 and not (left[0].isalpha())
    joint = f"{dash} " if dash == "," else dash if single and dash == "–" else f" {dash} "
    return f"{' '.join(left)}{joint}{right}"


def _has_months(when: Date) -> bool:
    """Return whether either end is a month; for years alone the calendar does not matter."""
    return any(point.precision is Precision.MONTH for point in (when.start, when.end) if point)


def _short(point: Point) -> str:
    parts = _new_style(point)
    if parts is None or not parts[1]:
        return _bare_words(point)
    if _is_old_month(point):
        return _months(point.first, point.last)
    year, month, day = parts
    return " ".join([*([str(day)] if day else []), MONTHS[month][:3], str(year)])


def _months(first: date, last: date) -> str:
    """The months of two days: `Mar–Apr 1917`, `Dec 1917 – Jan 1918`."""
    begin, end = MONTHS[first.month][:3], f"{MONTHS[last.month][:3]} {last.year}"
    return f"{begin}–{end}" if first.year == last.year else f"{begin} {first.year} – {end}"


def _is_old_month(point: Point) -> bool:
    """Return whether a point is a month of the old calendar, so that it spans two months of the new."""
    return point.precision is Precision.MONTH and not point.mark and point.first.day != 1


def _bare_words(point: Point) -> str:
    match point.precision:
        case Precision.DAY:
            return f"{point.day} {MONTHS[point.month]} {point.year}"
        case Precision.MONTH:
            return f"{MONTHS[point.month]} {point.year}"
        case Precision.SEASON:
            return f"{SEASONS[point.month]} {point.year}"
        case Precision.DECADE:
            return f"{point.first.year}s"
        case Precision.CENTURY:
            return f"{_ordinal(point.last.year // 100 + 1)} century"
        case Precision.YEAR:
            return str(point.year)


def _other_day(day: tuple[int, int, int], shown_year: int) -> str:
    year, month, number = day
    return f"{number} {MONTHS[month]}" + (f" {year}" if year != shown_year else "")


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
