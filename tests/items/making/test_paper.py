"""Which questions have a place in a paper beside those that it has."""

from collections.abc import Mapping

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.paper import FAR, PAPER, Paper
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.items.options.ledger import NEAR
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


@pytest.mark.parametrize("shares", ["a fact", "a dispute"])
def test_a_question_of_an_author_waits_until_one_of_its_matter_is_in_another_paper(built_in: Pack, shares: str) -> None:
    dispute = next(each for entry in built_in.entries.values() for each in entry.disputes)
    one, other, *_ = (fact.id for fact in built_in.entries[dispute].facts)
    waiting = an_item(id="waiting", stem="Who differed?", kind=WRITTEN, evidence_ids=("own", one), asked=1)
    paper = Paper(build_index(built_in))
    told = ("else", one if shares == "a fact" else other)
    paper.note(an_item(id="told", stem="What was it about?", kind=WRITTEN, evidence_ids=told, asked=1))

    for number in range(PAPER):
        assert not paper.fits(waiting)
        assert paper.fits(waiting._replace(id="made", kind="who"))
        paper.note(_another(number))
    assert paper.fits(waiting)


def test_no_answer_is_typed_twice_in_a_paper(revolution: Pack) -> None:
    typed = an_item(id="typed", stem="Who called it so?", response=Response.TYPED, accepted=("Victor Serge",))
    paper = Paper(build_index(revolution))
    paper.note(typed)

    other = typed._replace(id="other", stem="Whose memoirs are these?", evidence_ids=("memoirs",))
    assert not paper.fits(other)
    assert paper.fits(other._replace(id="another", accepted=("Lev Sedov",)))
