"""The log of reviews: what goes in comes out, in order, once, for good."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.reviews_for_tests import BEGAN, a_review
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.recall.signs import Sign, time_of
from trotskyism_cli.learning.record.database import MANY
from trotskyism_cli.learning.record.log import Log, open_log
from trotskyism_cli.learning.record.past_reviews import LOOKED_AT
from trotskyism_cli.learning.review import Review


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with open_log(tmp_path, "tiny") as log:
        yield log


def counted(fact: str, signs: Sequence[Sign]) -> Memory | None:
    """A schedule for tests: a memory that counts the answers about a fact."""
    if not signs:
        return None
    last = time_of(signs[-1].moment)
    return Memory(fact, 1.0, 5.0, last, last + timedelta(days=1), len(signs))


def tallied(reviews: Iterable[Review]) -> dict[str, Memory]:
    """What `counted` should find."""
    found: dict[str, Memory] = {}
    for review in reviews:
        for fact in review.facts:
            before = found[fact].reviews if fact in found else 0
            found[fact] = Memory(fact, 1.0, 5.0, review.time, review.time + timedelta(days=1), before + 1)
    return found


def ids(reviews: Iterable[Review]) -> list[str]:
    return [review.id for review in reviews]


def test_a_review_comes_back_as_it_was_after_the_file_was_closed(tmp_path: Path) -> None:
    review = a_review(seconds=4.5, confidence=3, predicted=0.25, written="Троцкий 🚩", near=True)
    with open_log(tmp_path, "tiny") as log:
        log.append(review)

    with open_log(tmp_path, "tiny") as log:
        assert list(log.reviews()) == [review]


def test_reviews_come_in_order_of_time_and_then_of_id(log: Log) -> None:
    for review in (a_review(3), a_review(1), a_review(2, id="b", time=BEGAN), a_review(2, id="a", time=BEGAN)):
        log.append(review)

    assert ids(log.reviews()) == ["a", "b", "r1", "r3"]


def test_a_long_log_is_read_whole_and_in_order(log: Log) -> None:
    log.merge(a_review(number) for number in reversed(range(1203)))

    assert ids(log.reviews()) == [f"r{number}" for number in range(1203)]


def test_a_topic_a_session_and_a_time_narrow_what_is_read(log: Log) -> None:
    log.merge([a_review(1), a_review(2, topic="other"), a_review(3, session="s2"), a_review(4)])

    assert ids(log.reviews(topic="theory")) == ["r1", "r3", "r4"]
    assert ids(log.reviews(session="s2")) == ["r3"]
    assert ids(log.reviews(topic="theory", since=BEGAN + timedelta(minutes=3))) == ["r3", "r4"]


def test_missed_is_what_was_not_right_the_last_time(log: Log) -> None:
    log.merge(
        [
            a_review(1, facts=("a.x",), credit=0.0),
            a_review(2, facts=("a.x", "a.y"), credit=1.0),
            a_review(3, facts=("a.z",), credit=1.0),
            a_review(4, facts=("a.z",), credit=0.5),
            a_review(5, facts=("a.y",), credit=0.0),
            a_review(6, undoes="r5"),
        ]
    )

    assert log.missed() == ("a.z",)


def test_what_was_undone_does_not_count_but_is_not_lost(log: Log) -> None:
    log.merge([a_review(1), a_review(2), a_review(3, undoes="r1")])

    assert ids(log.reviews()) == ["r2"]
    assert ids(log.every()) == ["r1", "r2", "r3"]
    assert log.count() == 1


def test_packs_keep_separate_progress_in_one_file(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as tiny, open_log(tmp_path, "other") as other:
        tiny.append(a_review(1), counted)
        other.append(a_review(2, pack="other", session="s2"), counted)

        assert ids(tiny.reviews()) == ["r1"]
        assert ids(other.every()) == ["r2"]
        assert [memory.reviews for memory in tiny.memories().values()] == [1]
        assert [session.id for session in other.sessions()] == ["s2"]


def test_merging_twice_changes_nothing_and_merging_part_adds_the_rest(log: Log) -> None:
    first, second = [a_review(1), a_review(2)], [a_review(2), a_review(3)]

    assert [log.merge(first), log.merge(first), log.merge(second)] == [2, 0, 1]
    assert ids(log.reviews()) == ["r1", "r2", "r3"]


def test_a_merge_that_fails_leaves_nothing_behind(log: Log) -> None:
    def reviews() -> Iterator[Review]:
        yield a_review(1)
        raise ProgressError("the second line is no review")

    with pytest.raises(ProgressError, match="second line"):
        log.merge(reviews())

    assert ids(log.every()) == []
    log.append(a_review(2))
    assert ids(log.every()) == ["r2"]


def test_what_guards_and_sorts_the_log_is_there_again_after_a_long_import(log: Log) -> None:
    def made() -> list[tuple[str, str]]:
        with sqlite3.connect(log.path) as other:
            return other.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()

    before = made()
    log.merge(a_review(number) for number in range(MANY + 1))

    assert made() == before
    with sqlite3.connect(log.path) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_memories_are_kept_replaced_and_found(log: Log) -> None:
    memory = Memory("a", 2.5, 4.0, BEGAN, BEGAN + timedelta(days=2, microseconds=7), 3, 1, 2)
    later = Memory("a", 9.0, 4.0, BEGAN + timedelta(days=2), BEGAN + timedelta(days=9), 4, 1, 2)
    other = Memory("b", 1.0, 4.0, BEGAN, BEGAN)
    log.keep(a_review(1), {"a": memory, "b": other})

    assert log.memories() == {"a": memory, "b": other}
    log.keep(a_review(2), {"a": later})
    assert log.memories_of(["a", "unknown"]) == {"a": later}
    assert log.memories_of(["b", *(f"f{number}" for number in range(1200))]) == {"b": other}


def test_an_answer_and_the_memories_that_it_changes_are_one_step(log: Log) -> None:
    memory = Memory("a", 2.5, 4.0, BEGAN, BEGAN)
    log.keep(a_review(1), {"a": memory, "b": Memory("b", 2.5, 4.0, BEGAN, BEGAN)})
    log.keep(a_review(2), {"a": None})

    assert set(log.memories()) == {"b"}
    with pytest.raises(ProgressError):
        log.keep(a_review(2), {"a": memory})
    assert set(log.memories()) == {"b"}


def test_memories_learnt_answer_by_answer_are_those_of_the_whole_log(log: Log) -> None:
    facts = [("a",), ("a", "b"), ("b",), ("c",), ("a",)]
    for number, asked in enumerate(facts):
        log.append(a_review(number, time=BEGAN - timedelta(minutes=number), facts=asked), counted)
    log.append(a_review(8, facts=(), undoes="r0"), counted)
    log.append(a_review(9, facts=("c",), undoes="r3"), counted)
    learnt = log.memories()

    assert {fact: memory.reviews for fact, memory in learnt.items()} == {"a": 2, "b": 2}
    assert log.rebuild(counted) == 2
    assert log.memories() == learnt


def test_what_is_undone_from_another_pack_is_learnt_anew_where_it_counted(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as tiny:
        tiny.append(a_review(1), counted)
        tiny.append(a_review(2), counted)
        tiny.merge([a_review(3, pack="other", facts=(), undoes="r1")], counted)

        assert [memory.reviews for memory in tiny.memories().values()] == [1]


def test_a_merge_of_answers_undone_already_or_by_one_another_does_not_count_them(log: Log) -> None:
    log.append(a_review(1, facts=("b",), undoes="r2"), counted)
    log.merge([a_review(2), a_review(3), a_review(4), a_review(4), a_review(5, undoes="r3")], counted)

    assert ids(log.reviews()) == ["r4"]
    assert log.memories() == tallied(log.reviews())


def test_a_merge_learns_in_every_pack_that_it_touches(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as tiny, open_log(tmp_path, "other") as other:
        tiny.merge([a_review(1), a_review(2, pack="other"), a_review(3, pack="other")], counted)

        assert [memory.reviews for memory in tiny.memories().values()] == [1]
        assert [memory.reviews for memory in other.memories().values()] == [2]


def test_sessions_say_when_and_what_they_were_worth(log: Log) -> None:
    log.merge([a_review(1), a_review(2, credit=0.5), a_review(9, session="s2"), a_review(3, credit=0.0)])
    log.append(a_review(4, undoes="r3"))
    first, second = log.sessions()

    assert (first.id, first.answers, first.right, first.credit) == ("s1", 2, 1, 1.5)
    assert (first.began, first.ended) == (BEGAN + timedelta(minutes=1), BEGAN + timedelta(minutes=2))
    assert second.id == "s2"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reviews SET credit = 1",
        "DELETE FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT * FROM reviews",
        "REPLACE INTO reviews (id, pack, time, session, topic, undoes, credit, data)"
        " VALUES ('r1', '', '', '', '', '', 0, '')",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_a_review(log: Log, statement: str) -> None:
    log.append(a_review(1, credit=0.0))
    with sqlite3.connect(log.path) as other, pytest.raises(sqlite3.IntegrityError, match="a review is never"):
        other.execute(statement)

    assert list(log.every()) == [a_review(1, credit=0.0)]


def test_a_review_with_an_id_that_is_there_is_refused(log: Log) -> None:
    log.append(a_review(1))

    with pytest.raises(ProgressError):
        log.append(a_review(1, credit=0.0))
    assert list(log.every()) == [a_review(1)]


def test_adding_and_finding_never_read_the_whole_log(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read while an answer is kept is found by an index."""
    log.append(a_review(1))
    asked: list[str] = []
    connect = sqlite3.connect

    def connect_watched(*where: Any, **how: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*where, **how)
        connection.set_trace_callback(asked.append)
        return connection

    with sqlite3.connect(path_in(log.path.parent)) as other:
        monkeypatch.setattr(sqlite3, "connect", connect_watched)
        watched = open_log(log.path.parent, "tiny")
        asked.clear()  # what opening it takes
        watched.append(a_review(2, undoes="r1"), counted)
        watched.memories_of(["a"])
        watched.close()
        plans = [
            step[3]
            for statement in asked
            if statement.startswith(("SELECT", "DELETE"))
            for step in other.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]

    assert len(plans) > 4
    assert [plan for plan in plans if plan.startswith("SCAN")] == []


# ---- facts that were merged into others ----

HEIRS = {"imperialism.no-deals": "imperialism.definition", "deals.definition": "imperialism.definition"}


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A file with what was answered before two facts were merged into one, both asked by one review among others."""
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1, facts=("imperialism.no-deals",)), counted)
        log.append(a_review(2, facts=("deals.definition",), credit=0.0), counted)
        log.append(a_review(3, facts=("deals.definition", "imperialism.no-deals"), revisions=(1, 1)), counted)
        log.append(a_review(4, facts=("marx.born",)), counted)
    return tmp_path


def test_what_was_learnt_of_facts_counts_for_the_one_they_were_merged_into(earlier: Path) -> None:
    with open_log(earlier, "tiny", HEIRS) as log:
        log.adopt(counted)

        assert {fact: memory.reviews for fact, memory in log.memories().items()} == {
            "imperialism.definition": 3,
            "marx.born": 1,
        }
        assert ids(log.reviews_of("imperialism.definition")) == ["r1", "r2", "r3"]
        assert [review.facts for review in log.reviews()][2] == ("imperialism.definition",)
        adopted = log.memories()
        log.rebuild(counted)
        assert log.memories() == adopted


def test_the_last_reviews_of_a_fact_are_those_that_count(log: Log) -> None:
    log.merge([*(a_review(number, facts=("a",)) for number in range(9)), a_review(20, facts=("b",))])
    log.append(a_review(10, facts=("a",), undoes="r8"))

    assert ids(log.lately("a")) == ["r3", "r4", "r5", "r6", "r7"]
    assert log.lately("unknown") == []


def test_the_last_reviews_are_found_behind_many_that_were_taken_back_and_before_those_of_an_earlier_time(
    log: Log,
) -> None:
    log.merge(a_review(number, facts=("a",)) for number in range(10, 20))
    log.merge(a_review(number, facts=("a",)) for number in range(20, 20 + LOOKED_AT))
    log.merge(a_review(100 + number, facts=("a",), undoes=f"r{number}") for number in range(20, 20 + LOOKED_AT))
    log.append(a_review(5, facts=("a",)))  # from another machine

    assert ids(log.lately("a")) == ["r15", "r16", "r17", "r18", "r19"]


def test_many_facts_that_were_merged_are_learnt_from_all_their_answers(tmp_path: Path) -> None:
    pairs = [(f"heir.f{number}", f"former.f{number}") for number in range(MANY - 100)]
    answers = [a_review(2 * place + turn, facts=(pair[turn],)) for place, pair in enumerate(pairs) for turn in (0, 1)]
    with open_log(tmp_path, "tiny") as log:
        log.merge(answers, counted)

    with open_log(tmp_path, "tiny", {former: heir for heir, former in pairs}) as log:
        log.adopt(counted)

        assert {fact: memory.reviews for fact, memory in log.memories().items()} == {heir: 2 for heir, _ in pairs}


@pytest.mark.parametrize("before", [0, 1, MANY // 2])
def test_what_a_long_import_teaches_is_what_a_rebuild_finds(tmp_path: Path, before: int) -> None:
    answers = [
        a_review(
            number,
            time=BEGAN + timedelta(days=number * 7 % 311),  # not in order, and some at one time
            pack="other" if number % 11 == 0 else "tiny",
            facts=[("a",), ("b", "a"), ("former",), ("heir", "former"), ()][number % 5],
            revisions=(1, 2)[: 1 + number % 2],
            credit=float(number % 3 > 0),
            undoes=f"r{number - 40}" if number % 50 == 49 else "",
        )
        for number in range(2 * MANY)
    ]
    with open_log(tmp_path, "tiny", {"former": "heir"}) as log:
        log.merge(answers[:before], remembered)
        log.merge(answers, remembered)
        learnt = log.memories()

        assert len(learnt) == log.rebuild(remembered) == 3
        assert log.memories() == learnt


def test_adopted_memories_go_on_with_new_answers(earlier: Path) -> None:
    with open_log(earlier, "tiny", HEIRS) as log:
        log.adopt(counted)
        log.append(a_review(5, facts=("imperialism.definition",), credit=0.0), counted)

        assert log.memories()["imperialism.definition"].reviews == 4
        assert log.missed() == ("imperialism.definition",)


def test_the_last_answer_about_any_of_the_merged_facts_decides_what_is_missed(earlier: Path) -> None:
    with open_log(earlier, "tiny", HEIRS) as log:
        assert log.missed() == ()


def test_an_earlier_export_is_taken_in_under_the_facts_of_today(tmp_path: Path, earlier: Path) -> None:
    with open_log(earlier, "tiny") as log:
        exported = list(log.every())

    with open_log(tmp_path / "new", "tiny", HEIRS) as log:
        log.merge(exported, counted)

        assert log.memories()["imperialism.definition"].reviews == 3
