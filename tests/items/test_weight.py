"""What is asked by default: what one has to know, and nothing that is uncertain."""

from collections.abc import Callable

import pytest

from tests.items.conftest import with_facts
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.grounds.truth import certain_dating_fact, only_year
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import WRITTEN, Item, Response
from trotskyism_cli.items.written.questions import importance_of
from trotskyism_cli.pack.model import Citation, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Question

EVERY = tuple(Response)


def weights(pack: Pack, items: list[Item]) -> set[int]:
    return {pack.facts[each].importance for item in items for each in item.asked_ids if each in pack.facts}


def weighed(pack: Pack, weight: Callable[[Fact], int]) -> Pack:
    for entry in pack.entries.values():
        pack = with_facts(pack, entry.id, lambda facts: tuple(each._replace(importance=weight(each)) for each in facts))
    return pack


def asking(pack: Pack, importance: int | None) -> tuple[Pack, Index]:
    """The pack with one question of an author, and that turned over."""
    fact, source = next(iter(pack.facts)), next(iter(pack.sources))
    options = tuple(
        Option(f"The {each} estate", each == "third", "It did not.") for each in ("first", "second", "third")
    )
    stem, why = "Which estate took the oath on the tennis court?", "It would not part before France had a constitution."
    question = Question("oath", stem, options, why, (fact,), (Citation(source, "1"),), importance=importance)
    asked = pack._replace(questions={question.id: question})
    return asked, build_index(asked)


def test_what_one_only_looks_up_is_asked_as_trivia_only(revolution: Pack) -> None:
    mixed = weighed(revolution, lambda fact: 1 if fact.relation in ("born", "died") else 2)

    asked = list(generate(mixed, 120, 1, Wanted(responses=EVERY)))
    with_trivia = list(generate(mixed, 120, 1, Wanted(responses=EVERY, trivia=True)))

    assert asked
    assert weights(mixed, asked) == {2}
    assert weights(mixed, with_trivia) == {1, 2}


def test_a_fact_that_is_named_is_asked_whatever_it_weighs(revolution: Pack) -> None:
    looked_up = weighed(revolution, lambda _: 1)
    fact = next(fact.id for fact in looked_up.facts.values() if fact.relation == "born")

    assert not list(generate(looked_up, 5, 1))
    assert {item.asked_ids for item in generate(looked_up, 5, 1, Wanted(facts=[fact]))} == {(fact,)}


@pytest.mark.parametrize("said", [1, 2, 3])
@pytest.mark.parametrize("of_fact", [1, 2, 3])
def test_a_question_weighs_what_its_author_says_whatever_its_fact_does(
    revolution: Pack, said: int, of_fact: int
) -> None:
    pack, index = asking(weighed(revolution, lambda _: of_fact), said)
    [question] = pack.questions.values()

    assert importance_of(index, question) == said
    assert len(list(generate(pack, 1, 1, Wanted(kinds=[WRITTEN])))) == (said > 1)


@pytest.mark.parametrize("of_fact", [1, 2, 3])
def test_a_question_of_which_nothing_is_said_weighs_as_much_as_its_fact(revolution: Pack, of_fact: int) -> None:
    pack, index = asking(weighed(revolution, lambda _: of_fact), None)

    assert importance_of(index, *pack.questions.values()) == of_fact


def test_what_is_uncertain_is_neither_asked_nor_stands_beside_its_rival(revolution: Pack) -> None:
    fact = next(fact for fact in revolution.facts.values() if fact.relation == "born")
    unsure = with_facts(
        revolution,
        fact.subject,
        lambda facts: (*facts, fact._replace(id=f"{fact.subject}.other", uncertain="works differ")),
    )

    assert only_year(build_index(revolution), fact) is not None
    assert only_year(build_index(unsure), fact) is None
    assert certain_dating_fact(build_index(unsure), fact.relation, fact.subject) is None
