"""Asking by an entry: what has to do with it, and that the nearest comes first."""

from typing import Any

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.making.mixture import NearFirst, Source
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.written.nearness import Near, nearness_of
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Question


@pytest.fixture(scope="module")
def index(built_in: Pack) -> Index:
    return build_index(built_in)


def question(index: Index, about: str, **changed: Any) -> Question:
    options = (Option("To end the war", right=True), Option("To divide the land", note="That was another decree."))
    own = Question("own", "What was it to do?", options, "So it was.", (about,), (Citation("article"),))
    return own._replace(**changed)


def near(index: Index, entry: str, about: str, **changed: Any) -> Near | None:
    return nearness_of(index, [question(index, about, **changed)], {entry}).get("own")


def a_fact(index: Index, subject: str, *, of: str = "") -> str:
    """A fact on something that has to do with another entry, or with none."""
    every = index.pack.entries[subject].facts
    return next(fact.id for fact in every if (fact.target == of if of else not fact.target and not fact.according_to))


def test_what_is_asked_of_an_entry_is_nearest(index: Index) -> None:
    assert near(index, "luxemburg", a_fact(index, "luxemburg")) is Near.ABOUT


def test_what_names_it_in_the_question_is_as_near(index: Index) -> None:
    assert near(index, "luxemburg", a_fact(index, "kadets"), stem="What did Rosa Luxemburg want?") is Near.ABOUT


@pytest.mark.parametrize(
    "changed",
    [
        {"options": (Option("Luxemburg", right=True), Option("Martov"))},
        {"options": (), "accepted": ("Rosa Luxemburg", "Luxemburg")},
    ],
    ids=["key", "typed"],
)
def test_what_it_is_the_answer_to_comes_last(index: Index, changed: dict[str, object]) -> None:
    assert near(index, "luxemburg", a_fact(index, "luxemburg"), **changed) is Near.MENTIONED


def test_a_fact_that_ties_it_to_something_else_is_less_near(index: Index) -> None:
    tie = next(fact for fact in index.facts.values() if fact.target == "kadets" and fact.subject != "kadets")

    assert near(index, "kadets", tie.id) is Near.CONNECTED


@pytest.mark.parametrize(
    "changed",
    [
        {"explanation": "Mercader was caught."},
        {"options": (Option("He", right=True), Option("She", note="This was Mercader."))},
        {"options": (Option("He", right=True), Option("She", facts=("mercader.born",)))},
    ],
    ids=["explanation", "note", "fact of an option"],
)
def test_what_is_only_told_of_it_is_least_near(index: Index, changed: dict[str, object]) -> None:
    assert near(index, "mercader", a_fact(index, "kadets"), **changed) is Near.MENTIONED
    assert near(index, "mercader", a_fact(index, "kadets")) is None


def test_another_word_that_has_the_name_in_it_does_not_name_it(index: Index) -> None:
    assert near(index, "mercader", a_fact(index, "kadets"), stem="Who were the Mercaderists?") is None


@pytest.mark.parametrize("entry", ["luxemburg", "kautsky", "shachtman"])
def test_a_quiz_on_somebody_begins_with_what_is_nearest(index: Index, entry: str) -> None:
    wanted = Wanted(entries={entry}, responses=tuple(Response))
    found = nearness_of(index, index.pack.questions.values(), {entry})
    for seed in range(4):
        items = [item for item in generate(index.pack, 5, seed, wanted) if item.written_as]
        nears = [found[own.removeprefix("question:")] for item in items for own in item.written_as]
        assert len(nears) == 5
        assert Near.ABOUT in nears[:1]
        assert Near.MENTIONED not in nears


class _All:
    """Lets every item come, but those whose ids say that they are twins only where no export is."""

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        return not item.id.startswith("never") and not (in_export and item.id.startswith("twin"))

    def note(self, item: Item) -> None: ...


def source(*names: str) -> Source:
    return Source(iter([an_item(id=each) for each in names]), 1, _All())


def test_what_is_far_comes_when_nothing_near_may_come(index: Index) -> None:
    both = NearFirst(source("near", "twin", "never"), source("far"))
    taken = [item.id for item in (both.take(), both.take(), both.take(), both.take_any()) if item]

    assert taken == ["near", "twin", "far", "never"]


def test_nobody_is_asked_about_who_is_in_no_question(revolution: Pack) -> None:
    bare = revolution._replace(questions={})

    assert nearness_of(build_index(bare), (), set(bare.entries)) == {}
