"""Quotations by somebody, about something or with certain words; mere fragments last."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Quote

FRAGMENT = 6  # words: a quotation up to this length says nothing by itself
_FIGURE = re.compile(r"\d")  # a date needs a digit here: “may” and “today” are words in quotations
PASSAGE = 60  # words: a longer quotation is a text to read


def quotations(library: Library, text: str = "", by: str = "") -> tuple[Quote, ...]:
    """Quotations by a speaker (an entry id), and with these words or for this name.

    For a name, those by it come first, then those about it, then those that contain it. Over all, fragments come last,
    and doubtful ones after others.
    """
    found = (*_of_name(library, text, by), *_of_time(library, text, by), *library.quotes(text, by=by))
    return tuple(sorted(dict.fromkeys(found), key=lambda quote: (is_fragment(quote), bool(quote.doubtful))))


class QuoteGroup(NamedTuple):
    """Quotations under one heading; an empty heading for all of them."""

    head: str
    quotes: tuple[Quote, ...]


def quote_groups(library: Library, text: str = "", by: str = "") -> tuple[QuoteGroup, ...]:
    """The result of `quotations` grouped and in order of time; for a name: by it, about it, others.

    For a date: those of that time, then those that contain it.
    """
    quotes = quotations(library, text, by)
    if then := _of_time(library, text, by):
        others = tuple(quote for quote in quotes if quote not in then)
        return _by_heads((f"Of {text}", then), (f"With the word “{text}”", others))
    own_id = _sure_name(library, text)
    if not own_id:
        return (QuoteGroup("", quotes if text else in_order_of_time(quotes)),) if quotes else ()
    name = library.pack.entries[own_id].name
    by_it = tuple(quote for quote in quotes if quote.speaker == own_id)
    about = tuple(quote for quote in quotes if quote not in by_it and own_id in quote.about)
    others = tuple(quote for quote in quotes if quote not in by_it and quote not in about)
    return _by_heads((f"By {name}", by_it), (f"About {name}", about), (f"With the word “{text}”", others))


def _by_heads(*found: tuple[str, tuple[Quote, ...]]) -> tuple[QuoteGroup, ...]:
    """The groups that are not empty, each in order of time."""
    return tuple(QuoteGroup(head, in_order_of_time(told)) for head, told in found if told)


def in_order_of_time(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Sort quotations by date. An open beginning counts as its end; undated ones come last."""
    return tuple(sorted(quotes, key=_day))


def _day(quote: Quote) -> date:
    if quote.when is None:
        return date.max
    return quote.when.last if quote.when.first == date.min else quote.when.first


def worth_showing_alone(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Quotations that are neither fragments nor passages; all, if there are none of these."""
    return tuple(quote for quote in quotes if not is_fragment(quote) and not is_passage(quote)) or quotes


def is_fragment(quote: Quote) -> bool:
    """Return whether a quotation is too short to mean anything by itself."""
    return len(quote.text.split()) <= FRAGMENT


def is_passage(quote: Quote) -> bool:
    """Return whether a quotation is so long that it is a text to read, unsuitable for a card."""
    return len(quote.text.split()) > PASSAGE


def _of_name(library: Library, text: str, by: str) -> tuple[Quote, ...]:
    pack = library.pack
    named = _sure_name(library, text)
    if not named:
        return ()
    spoken, about = (pack.mentions(how, named) for how in ("speaker", "quote-about"))
    quotes = (pack.quotes[each] for each in (*spoken, *about))
    return tuple(quote for quote in quotes if by in ("", quote.speaker))


def _of_time(library: Library, text: str, by: str) -> tuple[Quote, ...]:
    """Quotations of the time that a whole text names; none if it names anything else."""
    if not _FIGURE.search(text):
        return ()
    from trotskyism_cli.library.dates.date_parsing import read_date  # rarely needed

    asked = read_date(text, today=date.max)  # a text with digits is not relative to today
    if asked is None or asked.when is None or (asked.start, asked.end) != (0, len(text)):
        return ()
    first, last = asked.when.first, asked.when.last
    dated = ((quote, quote.when) for quote in library.pack.quotes.values() if by in ("", quote.speaker))
    return tuple(quote for quote, when in dated if when and first <= when.last and when.first <= last)


def _sure_name(library: Library, text: str) -> str:
    """The entry that a text certainly names.

    Empty for a mere resemblance, whose words are searched for instead.
    """
    if not text or text in library.pack.quotes:
        return ""
    named = library.resolve(text)
    return named.entry if named.entry and named.sure else ""
