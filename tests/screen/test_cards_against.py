"""An idea on the screen: what its opponents say stands apart from what its author argues."""

import pytest

from tests.every_for_tests import none
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.entries.cards import card_document, part_document
from trotskyism_cli.screen.entries.quotations import quote_block

IDEA = "permanent-revolution"


def test_opponents_stand_apart_from_the_author(library: Library) -> None:
    told = drawn(part_document(library.pack, library.card(IDEA), "ideas"), 400)
    argued, _, against = told.partition("\nArgued")[2].partition("\nAgainst it")

    assert "Trotsky argued that" in argued
    rows = [line for line in argued.splitlines() if "Against this: " not in line]
    assert none(f"{who} wrote" in line for who in ("Stalin", "Cliff") for line in rows)
    assert "Stalin wrote" in against
    assert "Tony Cliff argued" in against


def test_a_narrow_screen_has_all_of_why_an_idea_matters(library: Library) -> None:
    document = card_document(library.pack, library.card(IDEA))
    wide, narrow = (" ".join(drawn(document, width).split()) for width in (80, 40))
    last = library.pack.entries[IDEA].significance.split(". ")[-1]

    assert last in wide
    assert "Why it matters" in narrow
    assert last in narrow


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("The sentence stands in chapter I, section D.", ()),
        ("The sentence is on Trotsky; the translation is that of volume 36.", ("The sentence is on Trotsky.",)),
        ("The translation is by Bertram D. Wolfe.", ()),
        ("Trotsky speaks of Russia, in chapter II, The Towns and Capital.", ("Trotsky speaks of Russia.",)),
        ("L. L. Sharkey wrote this in a foreword.", ("L. L. Sharkey wrote this in a foreword.",)),
    ],
)
def test_what_a_note_tells_of_the_copy_alone_can_be_left_out(
    library: Library, note: str, told: tuple[str, ...]
) -> None:
    quote = next(iter(library.pack.quotes.values()))._replace(note=note, doubtful="")

    assert quote_block(library.pack, quote, of_copy=False).notes == told
    assert quote_block(library.pack, quote).notes == (note,)


def test_what_others_say_of_somebody_stands_apart_from_what_he_argued(library: Library) -> None:
    told = drawn(part_document(library.pack, library.card("trotsky"), "ideas"), 400)
    argued, _, judged = told.partition("\nArgued")[2].partition("\nJudged")

    assert "Trotsky argued that" in argued
    assert "Goldman wrote that she saw no marked difference" not in argued
    assert "Goldman wrote that she saw no marked difference" in judged.partition("\nDisputed")[0]
