"""A sitting played through beforehand."""

from itertools import pairwise

from tests.every_for_tests import every
from tests.learning.study.test_plan import NOON, a_fact, a_memory, make_plan, remembered
from tests.learning.study.test_study import PACK, Kept, items_about
from trotskyism_cli.learning.study.rehearsal import rehearsed, with_new_spread
from trotskyism_cli.learning.study.study_environment import StudyEnvironment, Terms


def test_what_is_new_is_spread_among_what_was_met_and_the_same_is_asked() -> None:
    names = [f"{name}.x" for name in "abcdefghijkl"]
    memories = remembered(*(a_memory(name) for name in names[:8]))
    plan = make_plan([a_fact(name) for name in names], memories, NOON, new=4, spare=0)
    environment = StudyEnvironment(lambda: PACK, Kept(memories=memories), lambda: NOON, lambda: "ahead")
    terms = Terms(3, lessons=True)
    before = [each.planned.fact for each in rehearsed(plan, items_about, memories, terms, environment)]
    spread, ready = with_new_spread(plan, items_about, memories, terms, environment)

    assert before[8:] == names[8:11]
    assert {each.planned.fact for each in ready} == set(before)
    assert {each.fact for each in spread} == {each.fact for each in plan}
    places = [place for place, each in enumerate(spread) if each.memory is None]
    assert len(places) == 4
    assert places[0] > 0  # nothing new comes first
    assert every(after - before > 1 for before, after in pairwise(places))  # nor right behind something new
    assert [each.fact for each in spread if each.memory] == before[:8]
