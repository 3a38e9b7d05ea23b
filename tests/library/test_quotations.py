"""Quotations: by a name before about it, and fragments last."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.quotations import is_fragment, quotations, worth_showing_alone
from trotskyism_cli.screen.cards import quote_attribution


def test_of_a_name_are_first_those_by_it_and_fragments_last(printers: Library) -> None:
    assert [quote.id for quote in quotations(printers, "adler")] == ["quote-union", "quote-about-adler", "quote-ink"]
    assert [quote.id for quote in quotations(printers, "straight line")] == ["quote-about-adler"]
    assert [quote.id for quote in quotations(printers, by="ebert")] == ["quote-about-adler"]
    assert quotations(printers, "zeppelin") == ()


def test_a_fragment_is_not_shown_alone(printers: Library) -> None:
    quotes = quotations(printers)

    assert [quote.id for quote in worth_showing_alone(quotes)] == ["quote-about-adler", "quote-union"]
    assert worth_showing_alone(quotes[-1:]) == quotes[-1:]
    assert is_fragment(quotes[-1])


def test_who_quotes_whom_cannot_be_mistaken(printers: Library) -> None:
    told = quote_attribution(printers.pack, printers.pack.quotes["quote-union"])

    assert told.startswith("Anna Adler, quoted by Emil Ebert in Letters from the Cellar, 1850")
