"""The mix of a quiz: what ten items that follow one another are about, and that none tells of another."""

from collections import Counter

import pytest

from trotskyism_cli.items import aspects as known
from trotskyism_cli.items.aspects import Aspect, aspect_of, aspect_of_question
from trotskyism_cli.items.bank import FAMILIES, Wanted, generate
from trotskyism_cli.items.index import Index, build_index
from trotskyism_cli.items.mixture import chances
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.pack.pack import Pack

pytestmark = [pytest.mark.long, pytest.mark.sum]

SEEDS = range(6)


@pytest.fixture(scope="module")
def index(built_in: Pack) -> Index:
    return build_index(built_in)


def aspects(index: Index, items: list[Item]) -> Counter[Aspect]:
    by_stem = {question.stem: aspect_of_question(index, question) for question in index.pack.questions.values()}
    return Counter(by_stem[item.stem] if item.kind == WRITTEN else aspect_of(item.kind) for item in items)


def test_every_family_has_an_aspect(index: Index) -> None:
    assert {ask.kind for family in FAMILIES for ask in family(index)} <= known.FAMILIES.keys()


@pytest.mark.parametrize("responses", [(Response.CHOICE,), tuple(Response)])
def test_of_ten_items_six_are_on_arguments_and_no_more_than_three_on_time(
    index: Index, responses: tuple[Response, ...]
) -> None:
    for seed in SEEDS:
        found = aspects(index, list(generate(index.pack, 10, seed, Wanted(responses=responses))))
        assert found[Aspect.THOUGHT] >= 6
        assert found[Aspect.TIME] <= 3


def test_no_two_of_ten_have_one_stem_or_one_fact(built_in: Pack) -> None:
    for seed in SEEDS:
        items = list(generate(built_in, 10, seed))
        facts = [each for item in items for each in item.asked_ids]
        assert len({item.stem for item in items}) == len(items)
        assert max(Counter(facts).values()) == 1


def test_a_family_alone_is_asked_whatever_its_aspect(revolution: Pack) -> None:
    assert {item.kind for item in generate(revolution, 8, 1, Wanted(kinds=["year"]))} == {"year"}


def test_no_question_comes_in_every_other_quiz(built_in: Pack) -> None:
    quizzes = range(40)
    stems = Counter(item.stem for seed in quizzes for item in generate(built_in, 10, 1_000 + seed))

    assert max(stems.values()) <= len(quizzes) // 4
    assert len(stems) > 10 * len(quizzes) / 2  # more than half of all that is asked is asked once


def test_an_aspect_with_few_questions_takes_its_turn_less_often() -> None:
    taken = chances({Aspect.THOUGHT: 350, Aspect.NAMES: 20, Aspect.TIME: 100})

    assert taken == {Aspect.THOUGHT: 1.0, Aspect.NAMES: pytest.approx(0.26), Aspect.TIME: 1.0}
    assert chances({Aspect.THOUGHT: 0, Aspect.NAMES: 20, Aspect.TIME: 0}) == dict.fromkeys(Aspect, 1.0)
