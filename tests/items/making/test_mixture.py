"""The mix of a quiz: what ten items that follow one another are about, and that none tells of another."""

from collections import Counter
from math import sqrt

import pytest

from trotskyism_cli.items.grounds import aspects as known
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of, aspect_of_question
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.making.bank import FAMILIES, Wanted, generate
from trotskyism_cli.items.making.mixture import turn_probabilities
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.pack.pack import Pack

pytestmark = [pytest.mark.long, pytest.mark.sum]

SEEDS = range(6)


@pytest.fixture(scope="module")
def index(built_in: Pack) -> Index:
    return build_index(built_in)


@pytest.fixture(scope="module")
def quizzes(built_in: Pack) -> list[list[Item]]:
    """Many quizzes, of twenty items each."""
    return [list(generate(built_in, 20, 3_000 + seed)) for seed in range(120)]


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


def test_no_question_comes_in_every_other_quiz(quizzes: list[list[Item]]) -> None:
    short = [quiz[:10] for quiz in quizzes[:40]]
    stems = Counter(item.stem for quiz in short for item in quiz)

    assert max(stems.values()) <= len(short) // 4
    assert len(stems) > 10 * len(short) / 2  # more than half of all that is asked is asked once


def test_what_matters_as_much_comes_about_as_often(index: Index, quizzes: list[list[Item]]) -> None:
    weight = {f"question:{each.id}": written.importance_of(index, each) for each in written.askable(index)}
    drawn = Counter(name for quiz in quizzes for item in quiz for name in item.written_as)
    heaviest = [drawn[name] for name, value in weight.items() if value == max(weight.values())]
    most = 3 * sum(heaviest) / len(heaviest)  # of very many quizzes; of these few, by chance three standard errors more

    assert max(drawn.values()) <= most + 3 * sqrt(most)


def test_an_aspect_with_few_questions_takes_its_turn_less_often() -> None:
    taken = turn_probabilities({Aspect.THOUGHT: 350, Aspect.NAMES: 20, Aspect.TIME: 100})

    assert taken == {Aspect.THOUGHT: 1.0, Aspect.NAMES: pytest.approx(0.26), Aspect.TIME: 1.0}
    assert turn_probabilities({Aspect.THOUGHT: 0, Aspect.NAMES: 20, Aspect.TIME: 0}) == dict.fromkeys(Aspect, 1.0)
