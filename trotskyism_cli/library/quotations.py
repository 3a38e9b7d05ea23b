"""Quotations: of somebody, about something, or with some words; what is no more than a fragment last."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Quote

FRAGMENT = 6  # words: what is no longer says nothing by itself
PASSAGE = 60  # words: what is longer is a text to read, and no saying


def quotations(library: Library, text: str = "", by: str = "") -> tuple[Quote, ...]:
    """The quotations by a speaker (an entry's id), and with the words or of the name in a text.

    The telling ones come first, and of these the doubtful ones last.

    Of a name, those by it come before those about it, and these before those in which it only occurs.
    """
    found = (*_of_name(library, text, by), *library.quotes(text, by=by))
    return tuple(sorted(dict.fromkeys(found), key=lambda quote: (is_fragment(quote), bool(quote.doubtful))))


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
    if not text or text in pack.quotes:
        return ()
    named = library.resolve(text)
    if named.entry is None or not named.sure:  # a word that is only like a name is sought in the quotations
        return ()
    spoken, about = (pack.mentions(how, named.entry) for how in ("speaker", "quote-about"))
    quotes = (pack.quotes[each] for each in (*spoken, *about))
    return tuple(quote for quote in quotes if by in ("", quote.speaker))
