"""When somebody lived or something was, in short: what stands in brackets behind a name."""

import re

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.margins import years_said

# How a summary says when a body was ended, which no row of it does.
_ENDED = re.compile(r"\b(?:banned|disbanded|dissolved|outlawed|wound up)\b[^.;]*? in [^.;,]*?\b(\d{4})\b")


def span_of(pack: Pack, entry: Entry) -> str:
    """When it was, in short: the years of a life or a body, the date of an event, the year of a work; may be empty."""
    dated = own_dates(pack, entry)
    if entry.kind is Kind.PERSON and len(dated) < 2 and (said := years_said(entry)):
        return said
    if not dated:
        return ""
    if entry.kind is Kind.EVENT:
        return date_short(dated[0])
    years = [date_short(each)[-4:] if each.year else date_short(each) for each in dated[:2]]
    if entry.kind in (Kind.PERSON, Kind.ORGANISATION) and len(years) > 1:
        return "–".join(dict.fromkeys(years))
    return _span_of_body(pack, entry, dated[0], years[0]) if entry.kind is Kind.ORGANISATION else years[0]


def _span_of_body(pack: Pack, body: Entry, dated: Date, year: str) -> str:
    """The same of a body of which one date is known."""
    from trotskyism_cli.library.descent import end_in_another
    from trotskyism_cli.library.lifespan import day_begun  # a look-up of anything else does without these

    if day_begun(pack, body.id) != dated:
        return f"until {year}"
    if turned := end_in_another(pack, body):
        return f"{year}–{turned.last.year}"
    ended = _ENDED.search(body.summary)
    return f"{year}–{ended[1]}" if ended else f"from {year}"


def own_dates(pack: Pack, entry: Entry) -> list[Date]:
    """The dates that are its own, in the order of its facts, without those that only put another right."""
    return [when for fact, when in pack.known_dates(entry) if not fact.corrects]
