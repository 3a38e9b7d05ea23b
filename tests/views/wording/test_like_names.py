"""What a card says that its entry is not to be confused with: what has a like name, and nobody who has not."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.entries.cards import part_document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.views.wording.like_names import are_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("left-opposition", "united-opposition", id="like words"),
        pytest.param("bolsheviks", "mensheviks", id="like letters"),
        pytest.param("sedova", "lev-sedov", id="one surname"),
        pytest.param("central-committee", "central-executive-committee", id="words among others"),
        pytest.param("socialist-workers-party", "international-socialists", id="a name in common, but for the country"),
    ],
)
def test_like_names_are_alike(library: Library, one: str, other: str) -> None:
    entries = library.pack.entries

    assert are_alike(entries[one], entries[other])
    assert are_alike(entries[other], entries[one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("marx", "engels", id="friends"),
        pytest.param("pierre-frank", "pierre-lambert", id="one first name"),
        pytest.param("bukharin", "kamenev", id="of like rank"),
        pytest.param("bourgeoisie", "proletariat", id="opposites"),
        pytest.param("kronstadt-rebellion", "tenth-congress", id="of one time"),
        pytest.param("makhno", "makhnovists", id="somebody and those who are named after him"),
    ],
)
def test_what_only_stands_near_is_not_alike(library: Library, one: str, other: str) -> None:
    entries = library.pack.entries

    assert not are_alike(entries[one], entries[other])


def test_a_card_names_only_what_has_a_like_name(library: Library) -> None:
    told = {
        each: plain_text(part_document(library.pack, library.card(each), "ties"))
        for each in ("marx", "left-opposition")
    }

    assert "Not to be confused" not in told["marx"]
    assert "Not to be confused with:\nUnited Opposition or International Left Opposition\n" in told["left-opposition"]
