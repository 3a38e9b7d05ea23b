"""Quotations: of somebody, about something, or with some words; what is no more than a fragment last."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Quote

FRAGMENT = 6  # words: what is no longer says nothing by itself
_FIGURE = re.compile(r"\d")  # without one no text is a date here: “may” and “today” are words of quotations
PASSAGE = 60  # words: what is longer is a text to read, and no saying


def quotations(library: Library, text: str = "", by: str = "") -> tuple[Quote, ...]:
    """The quotations by a speaker (an entry's id), and with the words or of the name in a text.

    The telling ones come first, and of these the doubtful ones last.

    Of a name, those by it come before those about it, and these before those in which it only occurs.
    """
    found = (*_of_name(library, text, by), *_of_time(library, text, by), *library.quotes(text, by=by))
    return tuple(sorted(dict.fromkeys(found), key=lambda quote: (is_fragment(quote), bool(quote.doubtful))))


class QuoteGroup(NamedTuple):
    """Quotations under one head; without a head, all of them."""

    head: str
    quotes: tuple[Quote, ...]


def quote_groups(library: Library, text: str = "", by: str = "") -> tuple[QuoteGroup, ...]:
    """The quotations of `quotations`, in order of time; of a name those by it, those about it and the others.

    Of a date, those of that time come before those that only have it in their words.
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
    """The groups that have any quotations, each in order of time."""
    return tuple(QuoteGroup(head, in_order_of_time(told)) for head, told in found if told)


def in_order_of_time(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """In order of time; what is only known to be no later than a day comes by that, and what has no date last."""
    return tuple(sorted(quotes, key=_day))


def _day(quote: Quote) -> date:
    if quote.when is None:
        return date.max
    return quote.when.last if quote.when.first == date.min else quote.when.first


def worth_showing_alone(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Those that say something by themselves, and no passages; all of them, if there is none of these."""
    return tuple(quote for quote in quotes if not is_fragment(quote) and not is_passage(quote)) or quotes


def is_fragment(quote: Quote) -> bool:
    """Whether a quotation is so short that by itself it says nothing."""
    return len(quote.text.split()) <= FRAGMENT


def is_passage(quote: Quote) -> bool:
    """Whether a quotation is so long that it is read as a text: who said it is no question, nor is it a card."""
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
    """The quotations of the time that a whole text names: a year, a day, a span; none if it names anything else."""
    if not _FIGURE.search(text):
        return ()
    from trotskyism_cli.library.dates.when import read_date  # most look-ups name no date

    asked = read_date(text, today=date.max)  # which one it is does not matter: with figures it is no “yesterday”
    if asked is None or asked.when is None or (asked.start, asked.end) != (0, len(text)):
        return ()
    first, last = asked.when.first, asked.when.last
    dated = ((quote, quote.when) for quote in library.pack.quotes.values() if by in ("", quote.speaker))
    return tuple(quote for quote, when in dated if when and first <= when.last and when.first <= last)


def _sure_name(library: Library, text: str) -> str:
    """The entry that a text surely names; empty for a word that is only like a name, which is sought in quotations."""
    if not text or text in library.pack.quotes:
        return ""
    named = library.resolve(text)
    return named.entry if named.entry and named.sure else ""
