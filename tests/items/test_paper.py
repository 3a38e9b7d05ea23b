"""Which questions have a place in a paper beside those that it has."""

from collections.abc import Mapping

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.items.index import build_index
from trotskyism_cli.items.ledger import NEAR
from trotskyism_cli.items.model import Item
from trotskyism_cli.items.paper import FAR, Paper
from trotskyism_cli.pack.pack import Pack

WAITING = an_item(
    id="waiting", stem="Which book did Trotsky write about the uprising of October?", evidence_ids=("the-book",)
)


def _another(number: int) -> Item:
    """A question that has nothing in common with any other."""
    return an_item(
        id=f"another-{number}",
        stem=f"Word{number}{number}?",
        options=(f"this{number}", f"that{number}"),
        answer=(0,),
        explanation="",
        evidence_ids=(f"fact-{number}",),
    )


@pytest.mark.parametrize(
    "alike",
    [
        {"stem": "Which book did Trotsky write about the October uprising?", "evidence_ids": ("another",)},
        {"stem": "Who coined the phrase?", "evidence_ids": ("the-book",)},
    ],
    ids=["words", "fact"],
)
def test_an_item_that_waits_is_a_twin_while_one_like_it_is_near(revolution: Pack, alike: Mapping[str, object]) -> None:
    paper = Paper(build_index(revolution))
    numbers = iter(range(10 * FAR))

    def ask_others(count: int) -> None:
        for number in (next(numbers) for _ in range(count)):
            paper.note(_another(number))

    def ask_one_like_it() -> None:
        paper.note(an_item(id="alike", **alike))

    assert paper.fits(WAITING)
    ask_others(3)
    assert paper.fits(WAITING)
    ask_one_like_it()
    assert not paper.fits(WAITING)
    ask_others(FAR - 1)
    assert not paper.fits(WAITING)
    ask_others(1)
    assert paper.fits(WAITING)
    ask_one_like_it()
    assert not paper.fits(WAITING)


def test_where_little_is_left_only_the_last_few_count(revolution: Pack) -> None:
    paper = Paper(build_index(revolution))
    paper.note(WAITING._replace(id="the same question"))

    assert not paper.fits(WAITING, in_export=False)
    for number in range(NEAR):
        paper.note(_another(number))
    assert paper.fits(WAITING, in_export=False)
    assert not paper.fits(WAITING)
