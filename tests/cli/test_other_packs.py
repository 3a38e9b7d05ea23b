"""Another field of history: every command works on a pack that the program has never seen, with no code changed."""

import json

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT, MakePack

FRENCH = ("--pack", str(ROOT / "tests" / "packs" / "french-revolution"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "robespiere"), "Maximilien Robespierre"),
        (("search", "when", "did", "danton", "die"), "1794"),
        (("list",), "people"),
        (("list", "people"), "Danton, Georges\t1759-10-26\t1794-04-05\t"),
        (("timeline", "--from", "1789", "--to", "1794"), "1789"),
        (("summary",), "\trevolution\t"),
        (("links", "danton"), "Arcis-sur-Aube"),
        (("on", "1794"), "1794"),
        ((), "10 people, 1 organisation, 10 events, 7 concepts, 7 works, 11 places, 1 chapter."),
    ],
)
def test_look_ups_work(run: Run, words: tuple[str, ...], said: str) -> None:
    ended = run(*FRENCH, *words)

    assert ended.code == 0
    assert said in ended.out


def test_a_quiz_is_made_from_it(run: Run) -> None:
    items = [
        json.loads(line)
        for line in run(*FRENCH, "questions", "-n", "25", "--response", "choice", "--json").out.splitlines()
    ]
    answers = "".join(f"{item['answer_index'] + 1}\n" for item in items)

    assert len(items) == 25
    assert run(*FRENCH, "quiz", "-n", "25", "--seed", "0", given=answers).out.endswith("Score: 25/25 (100%)\n")


def test_what_was_missed_is_retried_from_the_same_pack(run: Run) -> None:
    assert f"trotskyism {' '.join(FRENCH)} quiz" in run(*FRENCH, "quiz", "-n", "1", given="?\n").out


def test_it_passes_the_check(run: Run) -> None:
    assert run("pack", "check", FRENCH[1]).code == 0


def test_one_of_a_thing_is_not_said_in_the_plural(run: Run, make_pack: MakePack) -> None:
    entries = "entries:\n  - {id: marat, kind: person, name: Marat, summary: A man., facts: [FACT]}\n"
    folder = make_pack(entries=entries.replace("FACT", '{id: born, born: "1743", source: book}'))

    assert run("pack", "check", str(folder)).out == "No problems: 1 entry, 1 fact, 0 quotations.\n"
    assert "\n1 person.\n" in run("--pack", str(folder)).out
