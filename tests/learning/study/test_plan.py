"""The plan: what is asked, in which order, why, and in which way."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.items_for_tests import an_item
from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Passage, Response
from trotskyism_cli.learning.days import DAY, end_of_day, is_due
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall import fsrs6
from trotskyism_cli.learning.recall.schedule import recall
from trotskyism_cli.learning.study.asking_level import RECALLED, Form, choose_item, with_covered
from trotskyism_cli.learning.study.asking_order import APART
from trotskyism_cli.learning.study.plan import Choice, due_together, failing, plan_by_gain
from trotskyism_cli.learning.study.planned import LAPSES_OF_FAILING, Planned, Reason

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_fact(name: str, **values: Any) -> Askable:
    """A fact `<entry>.<name>` of its own entry."""
    defaults: dict[str, Any] = {
        "topic": "terror",
        "chapter": 0,
        "importance": 4,
        "revision": 1,
        "ends": (name.partition(".")[0],),
        "alike": ("who",),
    }
    return Askable(fact=name, **{**defaults, **values})


def a_memory(fact: str, days_ago: float = 10, stability: float = 5, **values: Any) -> Memory:
    last = NOON - days_ago * DAY
    return Memory(fact, stability, 5.0, last, last + stability * DAY)._replace(**values)


def remembered(*memories: Memory) -> dict[str, Memory]:
    return {memory.fact: memory for memory in memories}


def make_plan(
    askables: Sequence[Askable],
    memories: dict[str, Memory],
    now: datetime,
    new: int = 5,
    spare: int = 0,
) -> tuple[Planned, ...]:
    """A plan for which what is due gains the more, the more it is forgotten, and what is not due nothing."""
    gains = {fact: 1 - recall(memory, now) for fact, memory in memories.items() if is_due(memory, now)}
    plan = plan_by_gain(askables, memories, now, Choice(gains, 0.0))
    begun = [each for each in plan if each.reason is Reason.NEW][: new + spare]
    return tuple(each for each in plan if each.reason is not Reason.NEW or each in begun)


def facts(plan: tuple[Planned, ...]) -> list[str]:
    return [each.fact for each in plan]


def test_due_facts_come_first_the_most_forgotten_before_the_rest_and_then_new_ones() -> None:
    askables = [a_fact(name) for name in ("a.x", "b.x", "c.x", "d.x", "e.x")]
    memories = remembered(a_memory("b.x", 10), a_memory("d.x", 90), a_memory("c.x", 1, stability=50))
    plan = make_plan(askables, memories, NOON)

    assert facts(plan) == ["d.x", "b.x", "a.x", "e.x"]
    assert [each.reason for each in plan] == [Reason.DUE, Reason.DUE, Reason.NEW, Reason.NEW]
    assert plan[0].recall is not None
    assert plan[1].recall is not None
    assert plan[0].recall < plan[1].recall < 0.9


def test_new_facts_are_as_many_as_wanted_in_the_order_of_learning() -> None:
    askables = [a_fact(f"e{number}.x") for number in range(9)]

    assert facts(make_plan(askables, {}, NOON, new=3)) == ["e0.x", "e1.x", "e2.x"]
    assert make_plan(askables, {}, NOON, new=0) == ()


def test_on_a_day_of_new_facts_one_in_seven_is_met_again() -> None:
    askables = [a_fact(f"{name}.x") for name in "abcdefghij"]
    memories = remembered(a_memory("a.x"), a_memory("b.x"), a_memory("c.x"))
    plan = plan_by_gain(askables, memories, NOON, Choice({"a.x": 0.1, "b.x": 0.3, "c.x": 0.2}, 0.5))

    assert facts(plan) == ["d.x", "e.x", "f.x", "g.x", "h.x", "i.x", "b.x", "j.x", "c.x", "a.x"]


def test_what_is_due_comes_before_what_is_not_whatever_it_gains() -> None:
    askables = [a_fact(f"{name}.x") for name in "abcdef"]
    memories = remembered(*(a_memory(f"{name}.x", 1 if name in "ac" else 10) for name in "abcde"))
    gains = {"a.x": 0.9, "b.x": 0.8, "c.x": 0.1, "d.x": 0.2, "e.x": 0.7}
    plan = plan_by_gain(askables, memories, NOON, Choice(gains, 0.5))

    assert {each.fact for each in plan[:2]} == {"b.x", "e.x"}
    assert facts(plan[2:]) == ["a.x", "f.x", "d.x", "c.x"]
    assert plan[2].reason is Reason.WORTH


def test_siblings_are_kept_apart_and_confusable_facts_brought_together() -> None:
    askables = [
        *(a_fact(f"marat.{name}", alike=("year",)) for name in "abc"),
        *(a_fact(f"entry{number}.x", alike=("year",) if number % 2 else ("place",)) for number in range(9)),
    ]
    ages = {each.fact: 60 if each.fact.startswith("marat") else 20 for each in askables}
    plan = make_plan(askables, remembered(*(a_memory(fact, age) for fact, age in ages.items())), NOON)
    places = [place for place, each in enumerate(plan) if each.fact.startswith("marat")]

    assert every(later - earlier > APART for earlier, later in pairwise(places))
    assert sum(bool(each.beside) for each in plan) >= len(plan) // 2


def test_a_fact_comes_right_behind_the_one_that_is_a_wrong_answer_to_it() -> None:
    names = [f"{name}.x" for name in "abcdefghijklmnopqrstuvwxyz"]
    tells = {"c.x": ("x.x",), "e.x": ("d.x",), "g.x": ("e.x", "gone.x"), "k.x": ("l.x",), "l.x": ("k.x",)}
    askables = [a_fact(name, alike=(), ends=("marat",), tells=tells.get(name, ())) for name in names]
    ages = {name: 60 - place for place, name in enumerate(names)}
    plan = make_plan(askables, remembered(*(a_memory(fact, age) for fact, age in ages.items())), NOON)
    beside = {each.fact: each.beside for each in plan if each.beside}
    asked = facts(plan)

    assert beside == {"c.x": "x.x", "e.x": "d.x", "g.x": "e.x"}, "of two that tell one another none gives way"
    assert every(asked.index(second) == asked.index(first) + 1 for second, first in beside.items())


def test_who_was_never_asked_of_one_of_two_is_asked_in_the_order_of_learning() -> None:
    askables = [a_fact("a.x", tells=("c.x",)), a_fact("b.x"), a_fact("c.x")]

    assert facts(make_plan(askables, {}, NOON)) == ["a.x", "b.x", "c.x"]


def test_a_fact_that_left_the_pack_is_passed_over_and_comes_back_with_it() -> None:
    memories = remembered(a_memory("a.x"), a_memory("gone.x"))

    assert facts(make_plan([a_fact("a.x")], memories, NOON)) == ["a.x"]
    assert "gone.x" in facts(make_plan([a_fact("a.x"), a_fact("gone.x")], memories, NOON))


def test_a_fact_whose_meaning_changed_is_asked_first() -> None:
    askables = [a_fact("a.x"), a_fact("b.x", revision=2)]
    plan = make_plan(askables, remembered(a_memory("a.x"), a_memory("b.x", 1, stability=200)), NOON)

    assert [(each.fact, each.reason) for each in plan] == [("b.x", Reason.CHANGED), ("a.x", Reason.DUE)]


def test_the_day_ends_at_four_in_the_morning_where_the_learner_is() -> None:
    moscow = timezone(timedelta(hours=3))

    assert end_of_day(datetime(2026, 3, 1, 23, tzinfo=moscow)) == datetime(2026, 3, 2, 4, tzinfo=moscow)
    assert end_of_day(datetime(2026, 3, 2, 2, tzinfo=moscow)) == datetime(2026, 3, 2, 4, tzinfo=moscow)


def test_what_was_learnt_yesterday_evening_is_due_this_morning() -> None:
    evening = datetime(2026, 3, 1, 20, tzinfo=UTC)
    memory = Memory("a.x", 0.2, 5, evening, evening + DAY)

    assert not is_due(memory, evening + timedelta(hours=1))
    assert is_due(memory, evening + timedelta(hours=11))


def test_a_fact_asked_in_a_future_that_a_wrong_clock_showed_is_due() -> None:
    assert is_due(a_memory("a.x", days_ago=-900, stability=300), NOON)


def test_nothing_due_says_when_the_next_is() -> None:
    soon = a_memory("a.x", 1, stability=4)
    askables = [a_fact("a.x"), a_fact("b.x")]

    assert due_together(askables, remembered(soon, a_memory("b.x", 1, stability=9)), NOON) == (soon.due, 1)
    assert due_together(askables, remembered(soon, a_memory("b.x", 1, stability=4)), NOON) == (soon.due, 2)
    assert due_together(askables, remembered(soon, a_memory("b.x", 10)), NOON) == (NOON, 1)
    assert due_together(askables, {}, NOON) == (None, 0)


def test_spare_facts_come_last_in_the_order_of_learning() -> None:
    askables = [a_fact(f"marat.{name}") for name in "abcdef"]
    planned = facts(make_plan(askables, {}, NOON, new=2, spare=3))

    assert set(planned[:2]) == {"marat.a", "marat.b"}
    assert planned[2:] == ["marat.c", "marat.d", "marat.e"]


def test_facts_that_keep_failing_are_named_the_worst_first() -> None:
    memories = remembered(
        a_memory("a.x", lapses=LAPSES_OF_FAILING),
        a_memory("b.x", lapses=LAPSES_OF_FAILING + 2),
        a_memory("c.x", lapses=1),
    )

    assert [each.fact for each in failing([a_fact(name) for name in ("a.x", "b.x", "c.x")], memories)] == ["b.x", "a.x"]


FACES = (
    an_item(id="1", kind="who"),
    an_item(id="2", kind="who"),
    an_item(id="3", kind="work"),
    an_item(id="4", kind="order", response=Response.ORDER),
    an_item(id="5", kind="name", response=Response.TYPED, options=(), answer=(), option_notes=(), accepted=("x",)),
)


@pytest.mark.parametrize(("stability", "kind"), [(1, "who"), (5, "work"), (15, "order"), (60, "name")])
def test_a_fact_is_asked_in_harder_ways_as_stability_grows(stability: float, kind: str) -> None:
    item = choose_item(FACES, a_memory("a.x", stability=stability))

    assert item is not None
    assert item.kind == kind


def test_where_there_is_no_harder_way_the_next_below_serves() -> None:
    item = choose_item(FACES[:2], a_memory("a.x", stability=60))

    assert item is not None
    assert item.kind == "who"


def test_a_fact_that_keeps_failing_is_asked_in_another_way_each_time() -> None:
    asked = [choose_item(FACES, a_memory("a.x", lapses=LAPSES_OF_FAILING, reviews=reviews)) for reviews in range(4)]

    assert len({item.kind for item in asked if item}) == 4


TWO_WAYS = (FACES[0], an_item(id="6", kind="who", response=Response.TYPED, options=(), answer=(), accepted=("x",)))


def test_a_fact_comes_back_in_another_form_than_the_last_time() -> None:
    last, forms = None, []
    for reviews in range(1, 7):
        item = choose_item(TWO_WAYS, a_memory("a.x", stability=4.0**reviews, reviews=reviews), last)
        assert item is not None
        last = Form.of(item)
        forms.append(item.response)

    assert every(one != other for one, other in pairwise(forms))


@pytest.mark.parametrize("last", [None, *(Form.of(item) for item in TWO_WAYS)])
@pytest.mark.parametrize(
    "memory", [None, a_memory("a.x", stability=0.3), a_memory("a.x", stability=0.3, lapses=LAPSES_OF_FAILING)]
)
def test_nothing_is_to_be_typed_before_it_was_right_once(memory: Memory | None, last: Form | None) -> None:
    assert choose_item(TWO_WAYS, memory, last) == TWO_WAYS[0]
    assert choose_item(TWO_WAYS[1:], memory, last) == TWO_WAYS[1]  # there is no other way


def test_only_a_right_answer_gives_so_much_stability() -> None:
    stability, difficulty = fsrs6.first(fsrs6.AGAIN)
    for nights in (0, 1, 5, 30, 300):
        stability, difficulty = fsrs6.after(stability, difficulty, nights, fsrs6.AGAIN)
        assert stability < RECALLED
    assert fsrs6.first(fsrs6.HARD)[0] >= RECALLED


def test_where_there_is_no_other_form_another_question_is_asked() -> None:
    for each, other in (FACES[:2], FACES[1::-1]):
        assert choose_item(FACES[:2], a_memory("a.x"), Form.of(each)) == other
    assert choose_item(FACES[:1], a_memory("a.x"), Form.of(FACES[0])) == FACES[0]


def test_one_choice_comes_with_its_options_and_without_them_in_turns() -> None:
    last, covered = None, []
    for stability in (0.2, 0.5, 2, 9, 40):
        item = choose_item(with_covered(FACES[:1]), a_memory("a.x", stability=stability), last)
        assert item is not None
        last = Form.of(item)
        covered.append(item.covered)

    assert covered == [False, True, False, True, False]


def test_another_question_comes_before_the_same_one_without_its_options() -> None:
    last = None
    for stability in (2, 2, 2, 2):
        item = choose_item(with_covered(FACES[:2]), a_memory("a.x", stability=stability), last)
        assert item is not None
        assert last is None or (item.id != last.item and item.covered != last.covered)
        last = Form.of(item)


@pytest.mark.parametrize(
    "values",
    [
        {"stem": "Which of these men wrote it?"},
        {"stem": "Which of Stalin's victims was cleared in 1988?"},
        {"stem": "Trotsky wrote it.", "options": ("True", "False")},
        {"options": ("Karl Marx", "Leon Trotsky", "None of these")},
        {"passage": Passage("a.quote", "The permanent revolution …", "Trotsky")},
        {"response": Response.SEVERAL},
    ],
)
def test_what_needs_its_options_to_be_understood_is_never_without_them(values: dict[str, Any]) -> None:
    assert with_covered([an_item(**values)]) == [an_item(**values)]


def test_nothing_can_be_asked_about_a_fact_without_items() -> None:
    assert choose_item((), None) is None


@given(
    st.lists(st.sampled_from([f"e{number}.{name}" for number in range(5) for name in "xyz"]), unique=True),
    st.dictionaries(st.sampled_from([f"e{number}.{name}" for number in range(5) for name in "xyz"]), st.floats(0, 99)),
    st.integers(0, 20),
)
def test_a_plan_holds_every_due_fact_once_and_no_more_new_ones_than_wanted(
    names: list[str], ages: dict[str, float], new: int
) -> None:
    memories = remembered(*(a_memory(name, age) for name, age in ages.items()))
    plan = make_plan([a_fact(name) for name in names], memories, NOON, new=new)
    due = {name for name in names if name in memories and is_due(memories[name], NOON)}

    assert len(facts(plan)) == len(set(facts(plan)))
    assert {each.fact for each in plan if each.reason is Reason.DUE} == due
    assert sum(each.reason is Reason.NEW for each in plan) == min(new, len([n for n in names if n not in memories]))


def test_a_plan_tells_the_recall_by_which_it_was_made() -> None:
    memories = remembered(a_memory("a.x", 1), a_memory("b.x", 1))
    plan = plan_by_gain([a_fact("a.x"), a_fact("b.x")], memories, NOON, Choice({"a.x": 1, "b.x": 1}, 0.5, {"a.x": 0.4}))

    assert {each.fact: each.recall == 0.4 for each in plan} == {"a.x": True, "b.x": False}
