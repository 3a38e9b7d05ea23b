"""Dates in EDTF (ISO 8601-2:2019) for other programs, always in the Gregorian calendar.

Written so that the common parsers accept it. The npm package `edtf`, against the standard, rejects seasons in intervals
and uncertain seasons, decades and centuries.
"""

from trotskyism_cli.pack.dates import Calendar, Date, Point, Precision

LONG = (Precision.DECADE, Precision.CENTURY)
VAGUE = "~"  # marks a bound as more precise than the knowledge


def edtf(when: Date) -> str:
    """A date in EDTF, e.g. `1917-11-07` for `1917-10-25 OS`; an Old Style month becomes a range of its days."""
    if when.start == when.end and when.start:
        return _point(when.start, when.calendar)
    if when.is_pair:
        return f"{{{','.join(edtf(each) for each in when.parts)}}}"
    start = _bound(when.start, when.calendar, last=False) if when.start else ".."
    end = _bound(when.end, when.calendar, last=True) if when.end else ".."
    return f"{start}/{end}"


def _point(point: Point, calendar: Calendar) -> str:
    plain = _plain(point, calendar)
    if plain:
        return plain
    first, last = (_edge(point, calendar, last=last) for last in (False, True))
    return f"{first}{point.mark}/{last}{point.mark}" if point.mark else f"[{first}..{last}]"


def _bound(point: Point, calendar: Calendar, *, last: bool) -> str:
    season = point.precision is Precision.SEASON
    plain = "" if season else _plain(point, calendar)
    return plain or f"{_edge(point, calendar, last=last)}{point.mark or VAGUE}"


def _plain(point: Point, calendar: Calendar) -> str:
    """A date that needs no range, else empty."""
    match point.precision:
        case Precision.DAY:
            return f"{point.first.isoformat()}{point.mark}"
        case Precision.YEAR:
            return f"{point.year:04}{point.mark}"
        case Precision.MONTH if calendar is not Calendar.OLD_STYLE:
            return f"{point.year:04}-{point.month:02}{point.mark}"
        case Precision.SEASON if calendar is not Calendar.OLD_STYLE and not point.mark:
            return f"{point.year:04}-{point.month}"
        case Precision.DECADE if not point.mark:
            return f"{point.last.year // 10:03}X"
        case Precision.CENTURY if not point.mark:
            return f"{point.last.year // 100:02}XX"
        case _:
            return ""


def _edge(point: Point, calendar: Calendar, *, last: bool) -> str:
    """The first or last day a date may mean, no more precise than it is in its own calendar."""
    day = point.last if last else point.first
    if point.precision in LONG:
        return f"{day.year:04}"
    return day.isoformat() if calendar is Calendar.OLD_STYLE else day.isoformat()[:7]
