"""The syllabus of a pack: among the first questions on arguments is something of each of its subjects."""

import random

import pytest

from tests.every_for_tests import every
from trotskyism_cli.items.grounds.aspects import Aspect
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.written.questions import turns
from trotskyism_cli.items.written.syllabus import FIRST, with_every_subject
from trotskyism_cli.items.written.written_item import Turn
from trotskyism_cli.pack.model import Subject
from trotskyism_cli.pack.pack import Pack


@pytest.fixture(scope="module")
def index(built_in: Pack) -> Index:
    return build_index(built_in)


def _asked(turn: Turn) -> set[str]:
    return {fact.partition(".")[0] for fact in turn.question.about}


@pytest.mark.parametrize("seed", range(8))
def test_the_first_questions_ask_something_of_every_subject(index: Index, seed: int) -> None:
    first = list(turns(index, seed, None, None, 2, Aspect.THOUGHT))[:FIRST]

    assert every(any(not _asked(turn).isdisjoint(subject.entries) for turn in first) for subject in index.pack.syllabus)


def test_no_question_comes_twice_or_is_lost(index: Index) -> None:
    plain = index.pack._replace(syllabus=())
    without = [turn.question.id for turn in turns(build_index(plain), 3, None, None, 2, Aspect.THOUGHT)]
    asked = [turn.question.id for turn in turns(index, 3, None, None, 2, Aspect.THOUGHT)]

    assert sorted(asked) == sorted(without)
    assert asked != without


def test_a_subject_of_which_nothing_is_asked_changes_nothing(index: Index) -> None:
    found = list(turns(index, 1, None, None, 2, Aspect.THOUGHT))

    assert with_every_subject(found, [Subject("chess", ("chess",))], random.Random(1)) == found


def test_of_some_chapters_the_order_is_theirs(index: Index) -> None:
    chapter = index.pack.topics[3].id
    without = build_index(index.pack._replace(syllabus=()))

    assert list(turns(index, 2, [chapter], None)) == list(turns(without, 2, [chapter], None))
