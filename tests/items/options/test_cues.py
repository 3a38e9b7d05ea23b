"""What one question tells of another: by names, by the words of an author, and in the papers of the built-in pack."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.items.options.cues import RAREST, Reader, Weights
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.items.written import written_item
from trotskyism_cli.pack.pack import Pack

pytestmark = [pytest.mark.long, pytest.mark.sum]

QUIZ, SEEDS = 20, range(6)
# Pairs that readers of quizzes found, of which the one says what the other asks.
SEEN = [
    ("luxemburg-on-the-land", "luxemburg-on-the-remedy"),  # a stem names whose view the other asks for
    ("economic-demand-of-1926", "grid-who-pays-for-industry"),  # a key is an answer of a grid
    ("order-course-of-the-terror", "kirovs-murder-and-after"),  # what is put in order is a key
    ("order-splits-of-the-fourth", "verdict-of-1948"),
    ("grid-stalins-opponents", "who-stood-by-zinoviev-in-1925"),
    ("kronstadt-and-the-tax", "same-month-as-kronstadt"),
    ("passage-46-within-the-party", "founding-document"),  # a passage names it
    ("name-for-stalins-ussr", "who-said-state-capital"),  # a note on a wrong option has the key
    ("stalins-post-of-1922", "how-stalin-stayed"),  # a stem has what would be right if typed
]


@pytest.fixture(scope="module")
def index(built_in: Pack) -> Index:
    return build_index(built_in)


@pytest.fixture(scope="module")
def questions(index: Index) -> dict[str, Item]:
    """Every question of an author, in the first of its ways."""
    turns = written.turns(index, 0, None, None)
    return {turn.question.id: written_item.make_item(index, turn, 0, turn.ways[0]) for turn in turns}


@pytest.fixture(scope="module")
def cues(index: Index) -> Callable[[Item, Item], bool]:
    reader = Reader(index)
    return lambda one, other: reader.cues(reader.read(one), reader.read(other))


@pytest.mark.parametrize("pair", SEEN, ids="-".join)
def test_a_pair_that_readers_found_is_found(
    questions: dict[str, Item], cues: Callable[[Item, Item], bool], pair: tuple[str, str]
) -> None:
    one, other = (questions[each] for each in pair)

    assert cues(one, other)
    assert cues(other, one)


def test_few_questions_tell_of_each_other(questions: dict[str, Item], cues: Callable[[Item, Item], bool]) -> None:
    by_chance = random.Random(1).sample(sorted(questions), 120)
    pairs = list(combinations([questions[each] for each in by_chance], 2))

    assert sum(cues(*pair) for pair in pairs) < len(pairs) / 100  # else a paper would soon have no room


@pytest.mark.parametrize("responses", [(Response.CHOICE,), tuple(Response)], ids=["choices", "all"])
def test_no_two_of_a_quiz_tell_of_each_other(
    index: Index, cues: Callable[[Item, Item], bool], responses: tuple[Response, ...]
) -> None:
    for seed in SEEDS:
        items = list(generate(index.pack, QUIZ, seed, Wanted(responses=responses)))
        assert [pair for pair in combinations(items, 2) if cues(*pair)] == []


def test_without_the_rule_pairs_that_tell_would_come_together(
    questions: dict[str, Item], cues: Callable[[Item, Item], bool]
) -> None:
    rng = random.Random(7)
    papers = [[questions[each] for each in rng.sample(sorted(questions), QUIZ)] for _ in SEEDS]

    assert any(cues(*pair) for paper in papers for pair in combinations(paper, 2))


def _asked(stem: str, key: str, *wrong: str, explanation: str = "") -> Item:
    return an_item(
        id=stem, kind=WRITTEN, stem=stem, options=(key, *wrong), answer=(0,), explanation=explanation, option_notes=()
    )


def test_an_answer_is_told_only_with_what_it_is_the_answer_to(revolution: Pack) -> None:
    reader = Reader(build_index(revolution))

    def tells(one: Item, other: Item) -> bool:
        return reader.cues(reader.read(one), reader.read(other))

    asked = _asked("What drove the bakers of Lyon to riot?", "A levy upon rye", "A curfew", "A drought")

    assert tells(_asked("When did the levy upon rye end, for which the bakers rioted?", "Late"), asked)
    assert tells(
        _asked("Who ended it?", "Nobody", explanation="The bakers of Lyon rioted over the levy upon rye."), asked
    )
    assert not tells(_asked("Where was the levy upon rye most hated?", "In Picardy"), asked)  # by whom is not said
    assert not tells(_asked("Where did the bakers of Lyon riot?", "At the gate"), asked)  # nor here why
    assert not tells(_asked("Where did the bakers riot?", "Here", "At a levy upon rye"), asked)  # that is wrong
    assert not tells(
        _asked("Where did they riot?", "Here", explanation="There. Source: Bakers, a levy upon rye."), asked
    )


def test_the_more_questions_have_a_word_the_less_it_says() -> None:
    weights = Weights(["Who led the revolution?", "Who betrayed the revolution?", "Who made it?"])

    assert weights.of(["bread"]) == RAREST
    assert 0 < weights.of(["revolu"]) < weights.of(["led"]) < RAREST
    assert weights.marks(["led", "bread", "revolu"]) == {"bread"}
