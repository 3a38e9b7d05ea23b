"""A study session as a state machine: what returns, what is kept, and what undo takes back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, pairwise

import pytest

from tests.every_for_tests import every
from tests.items_for_tests import an_item
from tests.learning.study.test_plan import a_fact, a_memory, make_plan, remembered
from tests.reviews_for_tests import replay
from trotskyism_cli.items.model import Item, Passage, Response
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.gain import Pace
from trotskyism_cli.learning.record.log import Learn
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.study.planned import Planned, Reason
from trotskyism_cli.learning.study.study import AGAIN, UNDO_STEPS, Study
from trotskyism_cli.learning.study.study_environment import ItemsAbout, StudyEnvironment, Terms
from trotskyism_cli.pack.pack import Pack

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
RIGHT, WRONG = Chosen((1,)), Chosen((0,))
PACK = Pack("tiny", "Tiny", "tests", 1, "en", "", {}, {}, {}, (), {})


@dataclass
class Kept:
    """A keeper in memory, and a clock that goes on a second with each look."""

    reviews: list[Review] = field(default_factory=list)
    memories: dict[str, Memory] = field(default_factory=dict)
    now: datetime = NOON

    def keep(self, review: Review, memories: Mapping[str, Memory | None]) -> None:
        self.reviews.append(review)
        for fact, memory in memories.items():
            if memory is None:
                self.memories.pop(fact, None)
            else:
                self.memories[fact] = memory

    def append(self, review: Review, learn: Learn | None = None) -> None:
        self.reviews.append(review)
        if learn is not None:
            learnt = replay(self.reviews)
            for fact in review.facts:
                self.memories.pop(fact, None)
                self.memories.update({fact: learnt[fact]} if fact in learnt else {})

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        return {fact: self.memories[fact] for fact in facts if fact in self.memories}

    def lately(self, fact: str) -> Sequence[Review]:
        undone = {review.undoes for review in self.reviews}
        return [each for each in self.reviews if fact in each.facts and not each.undoes and each.id not in undone]

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def items_about(fact: str, ahead: Sequence[str]) -> list[Item]:
    return [
        an_item(id=f"{fact}:{kind}:{number}", stem=f"{fact} {kind} {number}?", kind=kind, evidence_ids=(fact,))
        for kind in ("who", "work")
        for number in range(2)
    ]


def a_study(
    names: Sequence[str],
    *due: str,
    new: int = 5,
    minutes: float | None = None,
    memories: dict[str, Memory] | None = None,
    lessons: bool = False,
    covers: bool = False,
    items: ItemsAbout = items_about,
) -> tuple[Study, Kept]:
    kept = Kept(memories=memories or remembered(*(a_memory(name) for name in due)))
    ids = count()
    plan = make_plan([a_fact(name) for name in names], kept.memories, NOON, new=new, spare=len(names))
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{next(ids)}")
    until = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Study(plan, items, dict(kept.memories), environment, Terms(new, until, lessons, covers=covers)), kept


def fact_asked(study: Study) -> str:
    question = study.ask()
    assert question is not None
    return question.item.asked_ids[0]


def one_choice_and_a_match(*others: str) -> ItemsAbout:
    """Each fact has one choice; of the first, there is also a match with others."""
    pairs = ("a.x", *others)
    options = tuple(f"{each}!" for each in pairs)
    match = an_item(
        id="match",
        kind="match",
        response=Response.MATCH,
        stem="Which goes with which?",
        options=options,
        prompts=pairs,
        answer=tuple(range(len(pairs))),
        evidence_ids=pairs,
        asked=len(pairs),
    )

    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        choice = an_item(id=f"{fact}:who", stem=f"{fact}?", kind="who", evidence_ids=(fact,))
        return [choice, *([match] if others else [])]

    return items


def returned(others: Sequence[str], new: int = 5) -> tuple[list[str], Item]:
    """What is shown before a fact that was asked by its choice the last time comes back, and by what it is asked."""
    known = [a_memory(fact, stability=2) for fact in ("a.x", "k.x", "l.x")]  # no newcomer
    kept, ids, items = Kept(memories=remembered(*known)), count(), one_choice_and_a_match(*others)
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{next(ids)}")
    plan = [Planned("a.x", Reason.DUE, 0.7, kept.memories["a.x"])]
    Study(plan, one_choice_and_a_match(), dict(kept.memories), environment, Terms(new)).answer(RIGHT)
    session = Study(plan, items, dict(kept.memories), environment, Terms(new, lessons=True))
    shown = []
    while (fact := session.lesson()) is not None:
        shown.append(fact)
    question = session.ask()
    assert question is not None
    return shown, question.item


def test_a_fact_comes_back_in_another_form_for_which_little_is_to_be_shown_first() -> None:
    shown, item = returned(["b.x", "c.x"])

    assert item.id == "match"
    assert set(shown) == {"b.x", "c.x"}


def test_for_another_form_no_lecture_is_given_and_nothing_new_begun_that_is_not_wanted() -> None:
    assert returned(["b.x", "c.x", "d.x", "e.x"])[1].id == "a.x:who"
    assert returned(["b.x", "c.x"], new=0) == ([], returned(["b.x", "c.x", "d.x", "e.x"])[1])


@pytest.mark.parametrize("covers", [True, False])
def test_a_choice_comes_back_without_its_options_where_somebody_sits_there(covers: bool) -> None:
    study, kept = a_study(["a.x"], "a.x", items=one_way, covers=covers)
    covered = []
    for _ in range(2):
        question = study.ask()
        assert question is not None
        covered.append(question.item.covered)
        study.answer(RIGHT)
        assert kept.reviews[-1].covered == covered[-1]
        study = Study(
            [Planned("a.x", Reason.DUE, 0.5, kept.memories["a.x"])],
            one_way,
            dict(kept.memories),
            StudyEnvironment(lambda: PACK, kept, kept.clock, str),
            Terms(covers=covers),
        )

    assert covered == [covers, False]


def test_what_was_asked_in_passing_is_not_asked_by_that_question_again() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [an_item(id=f"{number}", stem=f"{number}?", evidence_ids=(fact, "b.x"), asked=2) for number in range(2)]

    study, kept = a_study(["a.x"], items=items)
    first = study.ask()
    study.answer(RIGHT)
    ids = count(100)
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{next(ids)}")
    then = Study([Planned("b.x", Reason.NEW)], items, {}, environment, Terms()).ask()

    assert first is not None
    assert then is not None
    assert then.item.id != first.item.id


def test_what_was_read_before_a_question_is_kept_with_its_answer() -> None:
    study, kept = a_study(["a.x", "b.x"], lessons=True)
    while study.lesson() is not None:
        study.read(40, 12.5)
        study.read(20, 7.5)
    study.answer(RIGHT)
    shown = kept.reviews[-1]
    assert shown.read_words > 0
    assert shown.read_seconds == pytest.approx(shown.read_words / 3)
    study.undo()
    study.answer(RIGHT)
    assert (kept.reviews[-1].read_words, kept.reviews[-1].read_seconds) == (shown.read_words, shown.read_seconds)
    study.answer(RIGHT)
    assert (kept.reviews[-1].read_words, kept.reviews[-1].read_seconds) == (0, None)


def test_whoever_reads_fast_is_promised_more_questions() -> None:
    slow, fast = (timed([f"f{number}.x" for number in range(40)], Pace(card=card)) for card in (60.0, 10.0))
    assert fast > slow


def timed(names: Sequence[str], pace: Pace) -> int:
    """How many questions a sitting of five minutes announces."""
    kept, ids = Kept(), count()
    plan = make_plan([a_fact(name) for name in names], {}, NOON, new=40, spare=0)
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{next(ids)}")
    study = Study(plan, items_about, {}, environment, Terms(40, NOON + timedelta(minutes=5), lessons=True, pace=pace))
    while study.lesson() is not None:
        pass
    question = study.ask()
    assert question is not None
    return question.total


def test_a_session_ends_when_everything_was_right() -> None:
    study, kept = a_study(["a.x", "b.x", "c.x"], "b.x")
    asked = []
    while study.ask() is not None:
        asked.append(fact_asked(study))
        study.answer(RIGHT)

    assert asked == ["b.x", "a.x", "c.x"]
    assert study.result().right == 3
    assert replay(kept.reviews).keys() == kept.memories.keys() == study.memories.keys()


def test_every_answer_is_kept_before_it_is_shown() -> None:
    study, kept = a_study(["a.x", "b.x"])
    study.ask()
    study.answer(WRONG, confidence=3, seconds=9.0)

    assert [(review.facts, review.correct, review.confidence) for review in kept.reviews] == [(("a.x",), False, 3)]
    assert kept.memories["a.x"] == study.memories["a.x"]


def test_a_rapid_guess_is_kept_but_counts_for_nothing() -> None:
    study, kept = a_study(["a.x"])
    study.ask()
    study.answer(RIGHT, seconds=0.1)

    assert len(kept.reviews) == 1
    assert not study.memories


def test_no_more_new_facts_are_asked_than_wanted_and_what_cannot_be_asked_is_replaced() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [] if fact == "a.x" else items_about(fact, ahead)

    study, _ = a_study(["a.x", "b.x", "c.x", "d.x"], new=2, items=items)
    asked = []
    while study.ask() is not None:
        asked.append(fact_asked(study))
        study.answer(RIGHT)

    assert asked == ["b.x", "c.x"]


def test_a_wrong_answer_comes_back_once_later_and_in_another_form() -> None:
    study, kept = a_study(["a.x", "b.x", "c.x", "d.x"], new=4)
    while (question := study.ask()) is not None:
        study.answer(WRONG if question.item.asked_ids == ("a.x",) else RIGHT)

    assert [review.facts[0] for review in kept.reviews] == ["a.x", "b.x", "c.x", "d.x", "a.x"]
    first, again = kept.reviews[0], kept.reviews[-1]
    assert (first.family, first.shown, again.shown) == ("who", False, True)
    assert again.family == "work"


@pytest.mark.parametrize("again", ["question", "card"])
def test_what_was_missed_comes_once_more_as_a_question_or_else_as_its_card(again: str) -> None:
    items = items_about if again == "question" else one_way
    study, kept = a_study([f"{name}.x" for name in "abcdefghij"], new=10, minutes=4, lessons=True, items=items)
    missed: list[str] = []
    course: list[str] = []
    while study.ask() is not None or study.has_card:
        while (fact := study.lesson()) is not None:
            course.append(f"card {fact}")
        if (question := study.ask()) is None:
            continue
        course.append(f"question {fact_asked(study)}")
        if not question.beyond and len(missed) < 2:
            missed.append(fact_asked(study))
            study.answer(WRONG)
        else:
            study.answer(RIGHT)
        kept.now += timedelta(seconds=30)  # so that time is over before the end

    assert len(missed) == 2
    for fact in missed:
        assert course.count(f"{again} {fact}") == 2
        assert study.is_again(fact)
        assert course.index(f"question {fact}") + 2 < len(course) - 1 - course[::-1].index(f"{again} {fact}")


@pytest.mark.parametrize("lessons", [True, False])
@pytest.mark.parametrize("miss", range(8))
@pytest.mark.parametrize("minutes", [3, 5, 30])
def test_what_was_missed_is_never_among_the_next_two_questions(lessons: bool, miss: int, minutes: float) -> None:
    study, kept = a_study([f"{name}.x" for name in "abcdefgh"], "a.x", "b.x", "c.x", minutes=minutes, lessons=lessons)
    asked: list[str] = []
    while (question := study.ask()) is not None:
        while study.lesson() is not None:
            kept.now += timedelta(seconds=20)
        question = study.ask()
        assert question is not None
        assert fact_asked(study) not in asked[-2:]
        asked.append(fact_asked(study))
        study.answer(WRONG if len(asked) in (miss, miss + 1) else RIGHT)
        kept.now += timedelta(seconds=15)


def test_what_was_missed_is_asked_only_by_a_question_that_was_answered_meanwhile() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        own = {"evidence_ids": (fact,), "explanation": "It was Trotsky, in 1906."}
        another = an_item(id=f"{fact}:2", stem=f"What of {fact}?", options=("Peasants", "Workers"), answer=(1,), **own)
        return [an_item(id=fact, stem=f"{fact}?", **own), another]

    study, kept = a_study([f"{name}.x" for name in "abcdef"], new=6, items=items)
    while study.ask() is not None:
        study.answer(RIGHT if kept.reviews else WRONG)

    assert [review.facts[0] for review in kept.reviews].count("a.x") == 1


def test_where_no_other_question_was_answered_the_same_comes_without_its_options() -> None:
    study, kept = a_study([f"{name}.x" for name in "abcdef"], new=6, items=one_way, covers=True)
    covered = []
    while (question := study.ask()) is not None:
        covered += [question.item.covered] if question.item.asked_ids == ("a.x",) else []
        study.answer(RIGHT if kept.reviews else WRONG)

    first, again = (review for review in kept.reviews if review.facts == ("a.x",))
    assert first.item == again.item
    assert covered == [False, True]


def test_a_card_is_shown_for_its_question() -> None:
    study, _ = a_study(["a.x", "b.x", "c.x", "d.x"], new=4, lessons=True)
    fact = study.lesson()
    assert fact is not None
    coming = study.question_on(fact)
    assert coming is not None
    assert coming.asked_ids == (fact,)
    asked = {}
    while study.ask() is not None:
        while study.lesson() is not None:
            pass
        feedback = study.answer(RIGHT)
        asked[feedback.facts[0]] = feedback.question.item
    assert asked[fact] == coming


def one_way(fact: str, ahead: Sequence[str]) -> list[Item]:
    """One item about each fact."""
    return [an_item(id=fact, stem=f"{fact}?", evidence_ids=(fact,))]


def test_a_mistake_at_the_very_end_is_left_for_another_day() -> None:
    study, kept = a_study(["a.x", "b.x"])
    while study.ask() is not None:
        study.answer(RIGHT if not kept.reviews else WRONG)

    assert len(kept.reviews) == 2


def test_a_mistake_that_is_taken_back_does_not_come_back() -> None:
    study, _ = a_study(["a.x", "b.x", "c.x", "d.x"], new=4)
    study.ask()
    study.answer(WRONG)
    study.undo()
    asked = []
    while study.ask() is not None:
        asked.append(fact_asked(study))
        study.answer(RIGHT)

    assert asked == ["a.x", "b.x", "c.x", "d.x"]


def test_a_choice_that_comes_back_has_its_key_in_another_place() -> None:
    places = []
    kept = Kept()
    for day in range(8):
        kept.now = NOON + 40 * day * DAY
        plan = [Planned("a.x", Reason.WORTH, 0.9, kept.memories.get("a.x"))]
        environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{len(kept.reviews)}")
        study = Study(plan, lambda *_: items_about("a.x", ())[:1], dict(kept.memories), environment, Terms())
        question = study.ask()
        assert question is not None
        places.append(question.item.answer)
        assert study.answer(Chosen(question.item.answer)).correct

    assert every(one != other for one, other in pairwise(places))


def test_no_fact_and_no_stem_comes_twice_in_a_sitting() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [an_item(id=fact, stem="the same?" if fact in "a.x c.x" else fact, evidence_ids=(fact,))]

    study, _ = a_study([f"{name}.x" for name in "abcdef"], new=6, items=items)
    asked = []
    while (question := study.ask()) is not None:
        asked.append(question.item)
        study.answer(WRONG if len(asked) % 2 else None)

    assert [item.asked_ids[0] for item in asked] == ["a.x", "b.x", "d.x", "e.x", "f.x"]
    assert len({item.stem for item in asked}) == 5


def test_what_was_asked_beside_another_fact_is_not_asked_again_in_a_sitting() -> None:
    wide = an_item(id="wide", stem="a and b?", evidence_ids=("a.x", "b.x"), asked=2)
    again = an_item(id="again", stem="b and c?", evidence_ids=("c.x", "b.x"), asked=2)
    alone = an_item(id="alone", stem="c?", evidence_ids=("c.x",))
    made = {
        "a.x": [wide],
        "c.x": [again, alone],
        "d.x": [an_item(id="d", stem="a and d?", evidence_ids=("d.x", "a.x"), asked=2)],
    }
    kept, ids = Kept(), count()
    plan = make_plan([a_fact(name) for name in made], {}, NOON, new=5)
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{next(ids)}")
    study = Study(plan, lambda fact, ahead: made[fact], {}, environment, Terms(5))
    stems = []
    while (question := study.ask()) is not None:
        stems.append(question.item.stem)
        study.answer(RIGHT)

    assert stems == ["a and b?", "c?"]


def test_a_passage_comes_once_in_a_sitting() -> None:
    passage = Passage("quote-long", "So it was.", "Marx, 1850")

    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [an_item(id=fact, stem=fact, evidence_ids=(fact,), passage=passage if fact in "a.x c.x" else None)]

    study, _ = a_study([f"{name}.x" for name in "abcd"], new=4, items=items)
    asked = []
    while (question := study.ask()) is not None:
        asked.append(question.item.stem)
        study.answer(RIGHT)

    assert asked == ["a.x", "b.x", "d.x"]


def test_a_new_fact_is_shown_first_and_asked_a_few_questions_later() -> None:
    study, kept = a_study([f"{name}.x" for name in "abcde"], "e.x", lessons=True)
    course = []
    while study.ask() is not None:
        while (shown := study.lesson()) is not None:
            course.append(f"shown {shown}")
        course.append(f"asked {fact_asked(study)}")
        study.answer(RIGHT)

    assert course[0] == "asked e.x"  # it was met before
    for name in "abc":
        assert 2 <= course.index(f"asked {name}.x") - course.index(f"shown {name}.x") <= 4
    assert course.index("shown d.x") < course.index("asked d.x")
    assert [review.shown for review in kept.reviews] == [False, True, True, True, True]


@pytest.mark.parametrize("lessons", [False, True])
def test_a_sitting_ends_with_as_many_questions_as_it_announced(lessons: bool) -> None:
    study, _ = a_study([f"{name}.x" for name in "abcdefghijkl"], new=12, minutes=3, lessons=lessons)
    told = []
    shown = []
    while (question := study.ask()) is not None:
        shown += list(iter(study.lesson, None))
        question = study.ask() or question
        told.append((question.number, question.total, question.beyond))
        study.answer(RIGHT)  # in no time, so that there is time for more than was foreseen

    announced = told[0][1]
    assert 2 < announced < 12
    assert told == [(number, announced, "") for number in range(1, announced + 1)]
    assert not study.is_over_time
    assert study.has_more
    assert len(shown) == (announced if lessons else 0), "no card without its question"


@pytest.mark.parametrize("lessons", [False, True])
def test_only_what_was_missed_makes_a_sitting_longer_and_that_is_said(lessons: bool) -> None:
    study, _ = a_study([f"{name}.x" for name in "abcdefghijkl"], new=7, minutes=9, lessons=lessons)
    told = []
    asked = []
    while study.ask() is not None:
        while study.lesson() is not None:
            pass
        question = study.ask()
        assert question is not None
        told.append(question)
        asked.append(fact_asked(study))
        study.answer(WRONG)

    again = 0
    for question in told:
        again += bool(question.beyond)
        assert question.beyond == (AGAIN if question.item.asked_ids[0] in asked[: question.number - 1] else "")
        assert question.total == told[0].total + again
    assert again > 1


def test_a_mistake_taken_back_leaves_the_sitting_its_length() -> None:
    study, _ = a_study([f"{name}.x" for name in "abcdefghijkl"], new=12, minutes=3)
    answered = 0
    while (question := study.ask()) is not None:
        announced = question.total
        study.answer(WRONG)
        study.undo()
        study.answer(RIGHT)
        answered += 1

    assert answered == announced


def test_what_was_asked_too_fast_to_count_is_not_shown_as_new_again() -> None:
    study, kept = a_study(["a.x", "b.x"], lessons=True)
    assert study.read_first == 2
    assert study.lesson() == "a.x"
    while study.ask() is not None and not kept.reviews:
        list(iter(study.lesson, None))
        study.answer(RIGHT, seconds=0.1)
    fast = kept.reviews[0].facts[0]
    assert study.uncounted == 1
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: "later")
    plan = make_plan([a_fact(name) for name in ("a.x", "b.x")], {}, NOON, new=5, spare=2)
    later = Study(plan, items_about, {}, environment, Terms(lessons=True))

    assert fast not in list(iter(later.lesson, None))
    assert fact_asked(later) == fast


def test_what_was_answered_too_fast_of_a_known_fact_is_told_as_well() -> None:
    study, _ = a_study(["a.x"], "a.x")
    study.ask()
    study.answer(RIGHT, seconds=0.1)

    assert study.uncounted == 1


def several_asked(fact: str, ahead: Sequence[str]) -> list[Item]:
    """A match of three facts; and a choice of each fact but the one of which nothing else was told."""
    three = ("d.x", "e.x", "f.x")
    match = an_item(
        id=f"match {fact}",
        stem=f"match {fact}?",
        evidence_ids=(fact, *(each for each in three if each != fact)),
        asked=3,
        response=Response.MATCH,
        prompts=("One", "Two", "Three"),
    )
    return [match] if fact == "d.x" else [an_item(id=fact, stem=f"{fact}?", evidence_ids=(fact,)), match]


FAMILIAR = remembered(*map(a_memory, ("x.1", "x.2", "x.3")))


def test_who_begins_matches_only_what_was_told() -> None:
    first, _ = a_study(["a.x", "b.x", "d.x", "c.x"], items=several_asked, lessons=True)
    later, _ = a_study(["a.x", "b.x", "d.x", "c.x"], items=several_asked, lessons=True, memories=dict(FAMILIAR))
    responses = []
    for study in (first, later):
        found = []
        while study.ask() is not None:
            list(iter(study.lesson, None))
            question = study.ask()
            assert question is not None
            found.append(question.item.response)
            study.answer(None)
        responses.append(found)

    assert Response.MATCH not in responses[0]
    assert Response.MATCH in responses[1]


def test_what_is_matched_was_told_or_met_before_and_else_is_shown_first() -> None:
    study, _ = a_study(["a.x", "b.x", "d.x", "c.x"], items=several_asked, lessons=True, memories=FAMILIAR)
    told = set(FAMILIAR)
    while study.ask() is not None:
        told.update(iter(study.lesson, None))
        question = study.ask()
        assert question is not None
        if question.item.response is Response.MATCH:
            assert set(question.item.asked_ids) <= told
        told.add(question.item.asked_ids[0])
        study.answer(RIGHT if question.item.response is Response.CHOICE else None)

    assert {"d.x", "e.x", "f.x"} <= told


def test_a_choice_on_several_facts_asks_for_the_one_that_was_planned() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [an_item(id=fact, stem=f"{fact}?", evidence_ids=("other.x", fact), asked=2)]

    study, kept = a_study(["a.x"], lessons=True, items=items)
    assert list(iter(study.lesson, None)) == ["a.x"]  # and nothing of what the choice only rests on
    study.answer(RIGHT)

    assert kept.reviews[0].facts == ("a.x", "other.x")
    assert kept.memories.keys() == {"a.x"}


def test_about_three_questions_stand_between_a_card_and_its_question() -> None:
    study, _ = a_study([f"{name}.x" for name in "abcdefghijklmnop"], new=16, lessons=True)
    shown: dict[str, int] = {}
    between = []
    asked = 0
    while study.ask() is not None:
        shown |= dict.fromkeys(iter(study.lesson, None), asked)
        fact = fact_asked(study)
        between += [asked - shown[fact]] if fact in shown else []
        asked += 1
        study.answer(RIGHT)

    assert len(between) == 16
    assert between[5:] == [3] * 11  # there is something to ask meanwhile, but at the very beginning


@pytest.mark.parametrize("minutes", [2, 3, 3.5, 4, 5, 6])
def test_no_card_is_shown_so_late_that_its_question_comes_next(minutes: float) -> None:
    met = [Planned(f"met{number}.x", Reason.DUE, 0.5, a_memory(f"met{number}.x")) for number in range(40)]
    plan = [
        each for number in range(8) for each in (*met[5 * number : 5 * number + 5], Planned(f"{number}.x", Reason.NEW))
    ]
    kept = Kept(memories={each.fact: each.memory for each in met if each.memory})
    environment = StudyEnvironment(lambda: PACK, kept, kept.clock, lambda: f"id{len(kept.reviews)}")
    until = NOON + timedelta(minutes=minutes)
    terms = Terms(8, until, lessons=True)
    study = Study(plan, items_about, dict(kept.memories), environment, terms)
    shown: dict[str, int] = {}
    asked = 0
    while study.ask() is not None:
        for fact in iter(study.lesson, None):
            shown[fact] = asked
            kept.now += timedelta(seconds=28)
        fact = fact_asked(study)
        assert asked - shown.get(fact, -9) >= 2
        asked += 1
        study.answer(RIGHT)
        kept.now += timedelta(seconds=12)

    assert asked > 5


def test_when_the_time_is_over_only_what_was_shown_is_still_asked() -> None:
    study, kept = a_study([f"{name}.x" for name in "abcdefgh"], new=8, minutes=5, lessons=True)
    shown = [study.lesson() for _ in range(3)]
    kept.now += timedelta(minutes=6)
    asked = []
    while study.ask() is not None:
        asked.append(fact_asked(study))
        study.answer(RIGHT)

    assert sorted(filter(None, shown)) == sorted(asked)


def test_what_was_told_a_moment_ago_is_no_proof_of_memory() -> None:
    told, kept = a_study(["a.x"], lessons=True)
    asked, as_kept = a_study(["a.x"])
    assert told.lesson() == "a.x"
    for study in (told, asked):
        study.ask()
        study.answer(RIGHT)

    assert kept.memories["a.x"].stability < as_kept.memories["a.x"].stability


def test_a_question_says_what_recall_is_expected_of_a_due_fact_only() -> None:
    study, _ = a_study(["a.x", "b.x"], "a.x")
    first = study.ask()
    study.answer(RIGHT)
    second = study.ask()

    assert first is not None
    assert second is not None
    assert first.predicted == pytest.approx(0.87, abs=0.05)
    assert second.predicted is None


def test_of_a_question_on_several_facts_their_joint_recall_is_expected() -> None:
    def items(fact: str, ahead: Sequence[str]) -> list[Item]:
        return [an_item(id="both", stem="both?", evidence_ids=("a.x", "b.x"), asked=2)]

    alone, _ = a_study(["a.x"], "a.x")
    both, _ = a_study(["a.x", "b.x"], "a.x", "b.x", items=items)
    [one, joint] = [study.ask() for study in (alone, both)]

    assert one is not None
    assert joint is not None
    assert joint.predicted == pytest.approx((one.predicted or 0) ** 2, abs=0.01)


def test_undo_opens_the_question_again_and_leaves_a_correction_in_the_log() -> None:
    study, kept = a_study(["a.x", "b.x"])
    study.ask()
    study.answer(RIGHT)
    before = dict(study.memories)
    first = study.ask()
    study.answer(WRONG)
    undone = study.undo()

    assert undone is not None
    assert not undone.correct
    assert study.memories == kept.memories == before
    assert study.ask() == first
    assert [review.undoes for review in kept.reviews] == ["", "", kept.reviews[1].id]
    assert study.result().asked == 1


def test_after_undo_everything_is_as_if_the_answer_had_never_been() -> None:
    study, kept = a_study(["a.x", "b.x", "c.x"])
    straight, kept_straight = a_study(["a.x", "b.x", "c.x"])
    for answer in (RIGHT, WRONG):
        study.ask()
        study.answer(answer)
    study.undo()
    study.undo()
    for each in (study, straight):
        while each.ask() is not None:
            each.answer(RIGHT)

    assert [x.question.item for x in study.result().answered] == [x.question.item for x in straight.result().answered]
    assert replay(kept.reviews).keys() == replay(kept_straight.reviews).keys()
    assert every(memory.reviews == 1 for memory in replay(kept.reviews).values())


def test_thirty_answers_can_be_undone_and_no_more() -> None:
    study, _ = a_study([f"e{number}.x" for number in range(UNDO_STEPS + 3)], new=99)
    while study.ask() is not None:
        study.answer(RIGHT)
    undone = [study.undo() for _ in range(UNDO_STEPS + 1)]

    assert every(undone[:UNDO_STEPS])
    assert undone[UNDO_STEPS] is None
    assert study.result().asked == 3


def test_nothing_answered_nothing_to_undo() -> None:
    study, kept = a_study(["a.x"])

    assert study.undo() is None
    assert not kept.reviews


def test_without_an_open_question_there_is_nothing_to_answer() -> None:
    study, _ = a_study([])

    with pytest.raises(ValueError, match="no question is open"):
        study.answer(RIGHT)


def _next_id(ids: Iterator[int]) -> str:
    return str(next(ids))


def test_sixty_days_of_study_bring_the_facts_back_less_and_less_often() -> None:
    memories: dict[str, Memory] = {}
    asked_on: list[int] = []
    for day in range(60):
        now = NOON + day * DAY
        kept = Kept(now=now, memories=memories)
        ids = count()
        plan = make_plan([a_fact("a.x")], memories, now)
        study = Study(
            plan,
            items_about,
            memories,
            StudyEnvironment(lambda: PACK, kept, kept.clock, partial(_next_id, ids)),
            Terms(),
        )
        while study.ask() is not None:
            study.answer(RIGHT)
            asked_on.append(day)
    gaps = [later - earlier for earlier, later in pairwise(asked_on)]

    assert 3 <= len(asked_on) <= 6
    assert gaps == sorted(gaps)


def test_answers_out_of_a_pipe_are_not_timed() -> None:
    study, kept = a_study(["a.x"])
    study._environment = study._environment._replace(timed=False)
    study.ask()
    study.answer(RIGHT, seconds=0.0)

    assert kept.reviews[0].seconds is None
    assert study.memories


def test_what_another_session_learnt_meanwhile_is_not_lost() -> None:
    study, kept = a_study(["a.x"], "a.x")
    study.ask()
    meanwhile = a_memory("a.x", 0.5, stability=90, reviews=7)
    kept.memories["a.x"] = meanwhile
    study.answer(RIGHT)

    assert kept.memories["a.x"].reviews == 8


def test_no_more_than_two_new_facts_are_read_in_a_row() -> None:
    study, _ = a_study([f"{name}.x" for name in "abcdefgh"], new=8, lessons=True)
    assert study.read_first == 2
    rows = []
    while study.ask() is not None:
        rows.append(len(list(iter(study.lesson, None))))
        study.answer(WRONG if len(rows) in (2, 5) else RIGHT)

    assert rows[0] == 2
    assert max(rows) == 2
    assert study.read_first == 0


def matched_first(fact: str, ahead: Sequence[str]) -> list[Item]:
    """Of the first two facts only a match, of the others only choices."""
    match = {"response": Response.MATCH, "prompts": ("Capital",)} if fact in ("a.x", "b.x") else {}
    return [an_item(id=fact, stem=f"{fact}?", evidence_ids=(fact,), **match)]


@pytest.mark.parametrize(
    ("names", "answered"),
    [
        ("abcdef", ["c.x", "d.x", "e.x", "a.x", "b.x", "f.x"]),
        ("abc", ["c.x", "a.x", "b.x"]),  # of which there are no others
    ],
)
@pytest.mark.parametrize("lessons", [False, True])
def test_a_newcomer_begins_with_choices(names: str, answered: list[str], lessons: bool) -> None:
    study, _ = a_study([f"{name}.x" for name in names], items=matched_first, new=9, lessons=lessons)
    asked: list[str] = []
    read_first: list[str] = []
    while study.ask() is not None:
        while (shown := study.lesson()) is not None:
            read_first += [] if asked else [shown]
        asked.append(fact_asked(study))
        study.answer(RIGHT)

    assert asked == answered
    assert read_first == (answered[:2] if lessons else [])


def test_who_has_met_some_facts_is_asked_in_any_way() -> None:
    study, _ = a_study(["a.x", "c.x"], items=matched_first, memories=remembered(*map(a_memory, ("x.1", "x.2", "x.3"))))

    assert fact_asked(study) == "a.x"
