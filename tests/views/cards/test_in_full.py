"""The written sentence of a fact beside its row on a card that is read whole."""

import re

import pytest

from tests.every_for_tests import every
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.entries.cards import ALL, card_document, part_document
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.in_full import in_full
from trotskyism_cli.views.cards.rows import Cell
from trotskyism_cli.views.cards.self_description import without_own_gloss
from trotskyism_cli.views.wording.sentences import words_more


def _cell(library: Library, entry: str, fact: str) -> tuple[str, Cell]:
    view = entry_view(library.pack, library.card(entry))
    return next((row.label, cell) for row in view.rows for cell in row.cells if cell.fact and cell.fact.id == fact)


def test_a_card_read_whole_says_by_how_many_votes(library: Library) -> None:
    told = drawn(part_document(library.pack, library.card("military-opposition"), ALL), 400)

    assert "Mar 1919 Leon Trotsky" in told
    assert "by 174 votes to 95 the congress took" in told


def test_the_first_look_keeps_to_the_rows(library: Library) -> None:
    assert "174 votes" not in drawn(card_document(library.pack, library.card("military-opposition")), 400)


def test_what_the_row_says_already_is_not_told_again(library: Library) -> None:
    pack = library.pack
    view = entry_view(pack, library.card("zimmerwald-conference"))
    label, cell = _cell(library, "zimmerwald-conference", "zimmerwald-conference.date")

    assert cell.fact
    assert cell.fact.text
    assert in_full(pack, view, label, cell) == ""


def test_no_note_is_without_the_sentence_that_it_explains(library: Library) -> None:
    pack = library.pack
    seen = 0
    for own_id in pack.entries:
        view = entry_view(pack, library.card(own_id))
        for row in view.rows:
            for cell in row.cells:
                if cell.fact and cell.fact.text and (cell.fact.note or cell.fact.uncertain):
                    seen += 1
                    told = in_full(pack, view, row.label, cell) or cell.text
                    whole = without_own_gloss(view, cell.fact.text)
                    assert told.removesuffix(".").casefold() in (
                        whole.removesuffix(".").casefold(),
                        cell.text.casefold(),
                    )
    assert seen > 100


def test_a_note_brings_even_a_short_sentence(library: Library) -> None:
    pack, own_id = library.pack, "zimmerwald-conference"
    view = entry_view(pack, library.card(own_id))
    label, cell = _cell(library, own_id, f"{own_id}.date")
    assert cell.fact
    noted = cell._replace(fact=cell.fact._replace(note="It met in a pension."))

    assert in_full(pack, view, label, noted) == cell.fact.text


def test_all_sources_of_a_fact_are_numbered_where_it_is_read_whole(library: Library) -> None:
    pack = library.pack
    facts = pack.entries["military-opposition"].facts
    several = next(fact for fact in facts if len(fact.citations) > 1)
    told = drawn(part_document(pack, library.card("military-opposition"), ALL), 400)

    assert "[1, 2]" in told
    assert every(pack.sources[each.source].title in told for each in several.citations)


@pytest.mark.parametrize(
    ("text", "told", "more"),
    [
        ("The congress met in Moscow.", ("the congress met", "Moscow"), 0),
        ("The congress met in Moscow by 174 votes to 95.", ("the congress met", "Moscow"), 3),
        ("", ("anything",), 0),
    ],
)
def test_words_more(text: str, told: tuple[str, ...], more: int) -> None:
    assert words_more(text, *told) == more


def test_of_a_sentence_only_what_explains_a_name_is_left_out(library: Library) -> None:
    pack = library.pack
    lost = re.compile(r"\b(?:after|at|during|from|in|on|since|until)$", re.IGNORECASE)
    seen = 0
    for own_id in pack.entries:
        view = entry_view(pack, library.card(own_id))
        for cell in (cell for row in view.rows for cell in row.cells):
            bare = without_own_gloss(view, cell.text)
            if view.is_person and len(bare) < len(cell.text):
                seen += 1
                name = next(each for each in (view.name, *view.names) if each in cell.text)
                assert not lost.search(bare[: bare.index(name)].rstrip()), bare
    assert seen > 10
