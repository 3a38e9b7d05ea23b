"""Quotations: by a name before about it, and fragments last."""

from datetime import date

from tests.every_for_tests import every
from tests.printers_for_tests import PRINTERS
from trotskyism_cli.export.flashcards import flashcards
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.quotations import (
    is_fragment,
    is_passage,
    quotations,
    quote_groups,
    worth_showing_alone,
)
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.screen.entries.quotations import quote_attribution


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


def test_a_passage_is_neither_shown_by_chance_nor_a_card() -> None:
    pack = load_pack(PRINTERS)
    saying = next(iter(pack.quotes.values()))
    longest, passage = (saying._replace(id=f"quote-{words}", text="word " * words) for words in (60, 61))
    pack = pack._replace(quotes={each.id: each for each in (longest, passage)})

    assert worth_showing_alone((longest, passage)) == (longest,)
    assert worth_showing_alone((passage,)) == (passage,)
    assert [card.id for card in flashcards(pack) if card.kind == "quotation"] == ["quote-60"]


def test_who_quotes_whom_cannot_be_mistaken(printers: Library) -> None:
    told = quote_attribution(printers.pack, printers.pack.quotes["quote-union"])

    assert told.startswith("Anna Adler, quoted by Emil Ebert in Letters from the Cellar, 1850")


def test_words_from_no_work_of_the_book_can_be_found_by_the_title_of_their_source(library: Library) -> None:
    told = [
        (quote_attribution(library.pack, quote), library.pack.sources[quote.citations[0].source].title)
        for quote in library.pack.quotes.values()
        if quote.citations and not quote.work
    ]

    assert told
    assert [words for words, title in told if title not in words] == []


def test_of_a_name_its_own_words_come_before_those_about_it_each_by_year(library: Library) -> None:
    groups = quote_groups(library, "lenin")
    years = [[quote.when.first.year for quote in group.quotes if quote.when] for group in groups]

    assert [group.head for group in groups[:2]] == ["By Vladimir Lenin", "About Vladimir Lenin"]
    assert {quote.speaker for quote in groups[0].quotes} == {"lenin"}
    assert "lenin" not in {quote.speaker for group in groups[1:] for quote in group.quotes}
    assert years == [sorted(each) for each in years]
    assert sum(len(group.quotes) for group in groups) == len(quotations(library, "lenin"))


def test_of_words_that_are_no_name_there_is_one_group(library: Library) -> None:
    [group] = quote_groups(library, "dustbin")

    assert not group.head


def test_by_chance_comes_any_quotation_that_is_no_fragment_and_no_passage(library: Library) -> None:
    every = quotations(library)

    assert set(worth_showing_alone(every)) == {each for each in every if not (is_fragment(each) or is_passage(each))}
    assert worth_showing_alone(every[:1])  # also where there are but fragments


def test_of_words_those_are_found_that_have_them_whole_in_one_or_many(library: Library) -> None:
    assert quotations(library, "ice") == ()  # no sacrifices, no justice
    wars = quotations(library, "war")

    assert wars
    assert wars == quotations(library, "wars")
    assert every({"war", "wars"} & {*plain(quote.text).split()} for quote in wars)


def test_of_a_year_those_of_that_time_come_before_those_that_speak_of_it(library: Library) -> None:
    of_it, others = quote_groups(library, "1917")

    assert of_it.head == "Of 1917"
    assert every(quote.when and quote.when.first.year == 1917 for quote in of_it.quotes)
    assert others.head == "With the word “1917”"
    assert every("1917" in quote.text for quote in others.quotes)
    assert {quote.speaker for group in quote_groups(library, "1917", by="lenin") for quote in group.quotes} == {"lenin"}
    assert [group.head for group in quote_groups(library, "1917-1924")] == ["Of 1917-1924"]


def test_all_of_them_are_in_order_of_time(library: Library) -> None:
    [group] = quote_groups(library)
    days = [
        quote.when.last if quote.when.first == date.min else quote.when.first for quote in group.quotes if quote.when
    ]

    assert len(group.quotes) == len(library.pack.quotes)
    assert days == sorted(days)
