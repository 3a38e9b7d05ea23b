"""A work's own words, and the disputes over something, on its card."""

from pathlib import Path

from tests.conftest import MakePack
from tests.every_for_tests import every
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.reading.reader import read_pack
from trotskyism_cli.screen.entries.cards import card_document, part_document
from trotskyism_cli.screen.output.plain import plain_text

DISPUTED = """\
entries:
  - {id: sale, kind: concept, name: dispute over the sale, article: the, summary: Whether it sold.}
  - {id: paper, kind: work, name: The Paper, summary: A newspaper., disputes: [sale],
     facts: [{id: workforce, workforce: 4, source: book}]}
"""


def test_a_work_is_quoted_in_its_own_words_and_not_twice(library: Library) -> None:
    card = library.card("results-and-prospects")
    told = plain_text(part_document(library.pack, card, "words"))
    own = told.partition("In its own words")[2].partition("What was said of it")[0]

    assert card.quotes_from
    assert every(quote.work == "results-and-prospects" for quote in card.quotes_from)
    assert every(quote.text in own and told.count(quote.text) == 1 for quote in card.quotes_from)


def test_what_is_disputed_names_its_dispute(make_pack: MakePack, tmp_path: Path) -> None:
    library = open_library(make_pack(entries=DISPUTED), tmp_path / "cache")
    told = drawn(card_document(library.pack, library.card("paper")), 80)

    assert "Disputed" in told
    assert "the sale" in told


def test_a_dispute_that_is_no_entry_is_a_problem(make_pack: MakePack) -> None:
    problems = read_pack(make_pack(entries=DISPUTED.replace("[sale]", "[sail]"))).problems

    assert any("sail" in str(problem) for problem in problems)


def test_the_disputes_over_something_are_told_in_short(library: Library) -> None:
    told = plain_text(part_document(library.pack, library.card("october-revolution"), "disputes"))

    assert "trotskyism show issue-october-coup-or-revolution" in told
    assert "Martov called it a military conspiracy" in told


def test_a_part_of_which_nothing_is_told_says_what_there_is(library: Library) -> None:
    told = plain_text(part_document(library.pack, library.card("rabinowitch"), "works"))

    assert "Nothing is told of this here" in told
    assert "trotskyism show rabinowitch life" in told
