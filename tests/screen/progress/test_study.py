"""The end of a sitting of `study`."""

from datetime import UTC, datetime, timedelta

from tests.items_for_tests import an_item
from tests.learning.study.test_plan import a_memory
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.answering.session import Question, Result, judge
from trotskyism_cli.learning.progress.mistakes import Confusion
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.lines import wrapped
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.progress.failing import Failing
from trotskyism_cli.screen.progress.study import After, end_document

NOW = datetime(2026, 3, 1, 18, tzinfo=UTC)
SCREEN, PROMPT = 24, 1  # lines


def _asked(fact: str, number: int) -> Question:
    return Question(an_item(id=fact, evidence_ids=(fact,)), number, 40, fact=fact)


def test_the_end_of_a_sitting_fits_a_screen_and_what_was_done_stands_above_the_score(built_in: Pack) -> None:
    entries = list(built_in.entries.values())[:30]
    facts = list(built_in.facts)[:40]
    answers = [judge(_asked(fact, place + 1), Chosen((place % 2,))) for place, fact in enumerate(facts)]
    failing = [Failing(a_memory(fact), (Confusion("A name", "Another name", 3),)) for fact in facts[:5]]
    returns = [NOW + timedelta(days=days) for days in range(1, 30)]
    names = [entry.name for entry in entries[:3]]
    after = After(entries, failing, facts[:5], NOW + timedelta(days=1), 9, returns, names, 2, "trotskyism study")
    shown = wrapped(plain_text(end_document(built_in, Result(tuple(answers)), after, NOW), width=80), 80)
    lines = shown.rstrip("\n").split("\n")

    assert len(lines) <= SCREEN - PROMPT
    assert "40 questions answered" in " ".join(lines[-4:])
    assert lines[-1].startswith("Score: ")


def test_what_was_put_right_later_is_not_to_be_read_again() -> None:
    first = judge(_asked("a.x", 1), Chosen((0,)))
    other = judge(_asked("b.x", 2), Chosen((0,)))
    again = judge(_asked("a.x", 3), Chosen((1,)))

    assert Result((first, other, again)).still_missed == (other,)
