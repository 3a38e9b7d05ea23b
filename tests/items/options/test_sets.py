"""Sets of options: drawn before their key, which then is any of them; never two that exclude one another."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.making.bank import Wanted, pools_of
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.options.ledger import Ledger
from trotskyism_cli.items.options.pools import Pool
from trotskyism_cli.items.options.proofs import Proofs
from trotskyism_cli.items.options.sets import OptionSet, SetDrawer
from trotskyism_cli.pack.pack import Pack

DRAWS = 1500


@pytest.fixture(scope="module")
def index(revolution: Pack) -> Index:
    return build_index(revolution)


@pytest.fixture
def pools(index: Index) -> dict[str, Pool]:
    return {pool.kind: pool for pool in pools_of(index, Wanted())}


def draws(
    index: Index, pool: Pool, times: int = DRAWS, ledger: Ledger | None = None
) -> Iterator[tuple[str, OptionSet]]:
    """Sets with the answer that each was begun with; nothing is noted between them."""
    rng = random.Random(5)
    sets = SetDrawer(Proofs(index), ledger or Ledger(), rng, whole=True)
    for _ in range(times):
        seed = rng.choice(pool.seeds)
        draw = sets.draw(pool, seed, 1, rng.choice(list(Difficulty)))
        if draw is not None:
            yield seed.id, draw


@pytest.mark.parametrize("name", ["place", "year", "who"])
def test_the_key_is_any_of_the_set_as_often(index: Index, pools: dict[str, Pool], name: str) -> None:
    made = list(draws(index, pools[name]))
    begun = sum(draw.answers[draw.key].id == seed for seed, draw in made)
    wanted = sum(1 / len(draw.answers) for _, draw in made)

    assert len(made) > DRAWS / 4
    assert begun == pytest.approx(wanted, rel=0.15)


def test_names_stand_in_any_order_and_years_upwards(index: Index, pools: dict[str, Pool]) -> None:
    places = Counter(
        [answer.id for answer in draw.answers].index(seed)
        for seed, draw in draws(index, pools["place"])
        if len(draw.answers) == 4
    )
    assert min(places[place] for place in range(4)) > 0.7 * places.total() / 4
    for _, draw in draws(index, pools["year"], 60):
        assert [answer.value for answer in draw.answers] == sorted(answer.value for answer in draw.answers)


def test_two_that_exclude_one_another_never_stand_side_by_side(
    index: Index, pools: dict[str, Pool], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = pools["place"]
    together = Counter(
        frozenset(pair)
        for _, draw in draws(index, pool)
        for pair in combinations([answer.id for answer in draw.answers], 2)
    )
    usual = together.most_common(1)[0][0]
    one, other = sorted(usual)
    strict = next(pool for pool in pools_of(index, Wanted()) if pool.kind == "place")
    may_join = strict.may_join
    monkeypatch.setattr(
        strict, "may_join", lambda seed, answer: {seed.id, answer.id} != usual and may_join(seed, answer)
    )

    after = [{answer.id for answer in draw.answers} for _, draw in draws(index, strict)]

    assert every(not usual <= each for each in after)
    assert any(one in each for each in after)
    assert any(other in each for each in after)


def test_each_member_can_be_the_key(index: Index, pools: dict[str, Pool]) -> None:
    proofs = Proofs(index)
    for _, draw in draws(index, pools["place"], 300):
        for place, own in enumerate(draw.own):
            assert own.answer.id == draw.answers[place].id
            assert every(proofs.proof_wrong(own, other) for other in draw.answers if other.id != own.answer.id)


def test_a_question_has_no_two_of_its_wrong_options_again(index: Index, pools: dict[str, Pool]) -> None:
    ledger = Ledger()
    before: dict[str, set[frozenset[str]]] = {}
    rng = random.Random(2)
    sets = SetDrawer(Proofs(index), ledger, rng, whole=True)
    pool = pools["place"]
    for _ in range(400):
        draw = sets.draw(pool, rng.choice(pool.seeds), 9, Difficulty.EASY)
        if draw is None:
            continue
        wrong = [answer.id for answer in draw.answers if answer.id != draw.ask.answer.id]
        pairs = {frozenset(pair) for pair in combinations(wrong, 2)}
        assert before.setdefault(draw.ask.id, set()).isdisjoint(pairs)
        before[draw.ask.id] |= pairs
        ledger.record_made(draw.ask, draw.answers, 0, "", "", ())

    assert sum(len(pairs) for pairs in before.values()) > 12


def test_a_question_is_asked_no_more_often_than_its_level(index: Index, pools: dict[str, Pool]) -> None:
    ledger = Ledger()
    rng = random.Random(2)
    sets = SetDrawer(Proofs(index), ledger, rng, whole=True)
    pool = pools["place"]
    for _ in range(400):
        if draw := sets.draw(pool, rng.choice(pool.seeds), 1, Difficulty.EASY):
            ledger.record_made(draw.ask, draw.answers, 0, "", "", ())
    for asks in pool.asks.values():
        assert every(ledger.uses(ask) <= 1 + 4 for ask in asks)

    used = [ask for asks in pool.asks.values() for ask in asks if ledger.uses(ask)]
    assert used
    assert none(sets.has_turn(pool, ask.answer, 1) for ask in used if len(pool.asks[ask.answer.id]) == 1)
