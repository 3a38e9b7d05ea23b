"""Quotations: of somebody, about something, or with some words; what is no more than a fragment last."""

import re
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Quote
from trotskyism_cli.pack.pack import Pack

FRAGMENT = 6  # words: what is no longer says nothing by itself
ENOUGH = 10  # quotations among which chance has a choice
# The beginning of a sentence that leans on one before it.
_LEANS = lazy_regex(
    r"(?:and|but|having|he|it|she|that|these|they|this|those|up to)\b"
    r"|(?:[\w']+,? ){1,4}(?:however|nonetheless|then|therefore)\b|I shall (?:just|therefore)\b",
    re.IGNORECASE,
)
PASSAGE = 60  # words: what is longer is a text to read, and no saying


def quotations(library: Library, text: str = "", by: str = "") -> tuple[Quote, ...]:
    """The quotations by a speaker (an entry's id), and with the words or of the name in a text.

    The telling ones come first, and of these the doubtful ones last.

    Of a name, those by it come before those about it, and these before those in which it only occurs.
    """
    found = (*_of_name(library, text, by), *library.quotes(text, by=by))
    return tuple(sorted(dict.fromkeys(found), key=lambda quote: (is_fragment(quote), bool(quote.doubtful))))


class QuoteGroup(NamedTuple):
    """Quotations under one head; without a head, all of them."""

    head: str
    quotes: tuple[Quote, ...]


def quote_groups(library: Library, text: str = "", by: str = "") -> tuple[QuoteGroup, ...]:
    """The quotations of `quotations`; of a name those by it, those about it and the others, each by year."""
    quotes = quotations(library, text, by)
    own_id = _sure_name(library, text)
    if not own_id:
        return (QuoteGroup("", _by_year(quotes) if by and not text else quotes),) if quotes else ()
    name = library.pack.entries[own_id].name
    by_it = tuple(quote for quote in quotes if quote.speaker == own_id)
    about = tuple(quote for quote in quotes if quote not in by_it and own_id in quote.about)
    others = tuple(quote for quote in quotes if quote not in by_it and quote not in about)
    found = ((f"By {name}", by_it), (f"About {name}", about), (f"With the word “{text}”", others))
    return tuple(QuoteGroup(head, _by_year(told)) for head, told in found if told)


def _by_year(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """In order of time; what has no date comes last."""
    return tuple(sorted(quotes, key=lambda quote: quote.when.first if quote.when else date.max))


def worth_showing_alone(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Those that say something by themselves, and no passages; all of them, if there is none of these."""
    return tuple(quote for quote in quotes if not is_fragment(quote) and not is_passage(quote)) or quotes


def weightiest(pack: Pack, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Those to show alone by chance: which speak for themselves, of what matters most, by who matters most.

    If these are but few, the next weighty as well.
    """
    alone = worth_showing_alone(quotes)
    alone = tuple(each for each in alone if not (each.doubtful or _LEANS.match(each.text))) or alone
    weights = {each.id: _weight(pack, each) for each in alone}
    for least in sorted(set(weights.values()), reverse=True):
        found = tuple(each for each in alone if weights[each.id] >= least)
        if len(found) >= ENOUGH:
            return found
    return alone


def _weight(pack: Pack, quote: Quote) -> int:
    """The importance of who speaks and of the weightiest thing that is spoken of."""
    about = (pack.entries[each].importance for each in quote.about if each in pack.entries)
    return pack.entries[quote.speaker].importance + max(about, default=0)


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


def _sure_name(library: Library, text: str) -> str:
    """The entry that a text surely names; empty for a word that is only like a name, which is sought in quotations."""
    if not text or text in library.pack.quotes:
        return ""
    named = library.resolve(text)
    return named.entry if named.entry and named.sure else ""
