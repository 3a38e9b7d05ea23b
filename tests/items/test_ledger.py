"""What a bank remembers of the questions that it has asked."""

from collections.abc import Mapping

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.items.ledger import FAR, Ledger

WAITING = an_item(stem="Which book did Trotsky write about the uprising of October?", evidence_ids=("the-book",))


@pytest.mark.parametrize(
    "alike",
    [
        {"stem": "Which book did Trotsky write about the October uprising?", "evidence_ids": ("another",)},
        {"stem": "Who coined the phrase?", "evidence_ids": ("the-book",)},
    ],
    ids=["words", "fact"],
)
def test_an_item_that_waits_is_a_twin_while_one_like_it_is_near(alike: Mapping[str, object]) -> None:
    ledger = Ledger()
    numbers = iter(range(10 * FAR))

    def ask_others(count: int) -> None:
        for number in (next(numbers) for _ in range(count)):
            ledger.ask(an_item(stem=f"Word{number}{number}?", evidence_ids=(f"fact-{number}",)))

    def ask_one_like_it() -> None:
        ledger.ask(an_item(**alike))

    assert not ledger.is_twin(WAITING)
    ask_others(3)
    assert not ledger.is_twin(WAITING)
    ask_one_like_it()
    assert ledger.is_twin(WAITING)
    ask_others(FAR - 1)
    assert ledger.is_twin(WAITING)
    ask_others(1)
    assert not ledger.is_twin(WAITING)
    ask_one_like_it()
    assert ledger.is_twin(WAITING)
