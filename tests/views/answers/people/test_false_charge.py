"""Answers that say no more than is known: of a charge what came of it, of a why that it is not told."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.printers_for_tests import PRINTERS
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "charge", "came_of_it"),
    [
        (
            "did trotsky prepare an armed struggle against soviet power",
            "charged Trotsky with having organised an illegal anti-Soviet party and prepared an armed struggle",
            "That is what was charged; whether it was true is not told here.",
        ),
        (
            "did zinoviev organise the murder of kirov",
            "falsely charged Zinoviev, Kamenev and fourteen others",
            "all were cleared in 1988",
        ),
        ("did trotsky kill kirov", "plotting, on Trotsky's instructions", "all were cleared in 1988"),
    ],
)
def test_a_charge_is_told_with_what_came_of_it(library: Library, question: str, charge: str, came_of_it: str) -> None:
    answer = answer_to(library, question)

    assert charge in answer
    assert came_of_it in answer
    assert "forged passport" not in answer  # with a charge it has nothing to do


def test_a_question_for_a_charge_is_answered_by_it(library: Library) -> None:
    assert "whether it was true" not in answer_to(library, "was zinoviev charged with the murder of kirov")


@pytest.mark.parametrize(
    "question",
    [
        "why did trotsky defend the ussr in 1939",
        "why did trotsky join the mensheviks",
    ],
)
def test_what_is_shown_for_a_why_without_answer_says_so(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.hits
    assert view.header.endswith("; nearest:")


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("why did burnham leave the workers party", "resigned from the Workers Party", "Socialist Workers Party"),
        ("when did burnham leave the workers party", "On 21 May 1940", "Socialist Workers Party"),
        ("why did burnham leave the swp", "over the defence of the Soviet Union", "resigned"),
        ("why did trotsky break with stalin", "were opposed on world revolution", "widow"),
        ("who founded the workers party", "", "Muste"),
    ],
)
def test_what_is_told_of_others_with_the_name_in_theirs_is_no_answer(
    library: Library, question: str, answer: str, other: str
) -> None:
    told = answer_to(library, question)

    assert answer in told
    assert other not in told


def test_who_founded_something_comes_before_at_whose_urging(tmp_path: Path) -> None:
    folder = copytree(PRINTERS, tmp_path / "pack")
    entries = folder / "entries.yaml"
    urged = 'founded-by: adler, text: "The union was set up at the urging of Adler.", source'
    text = entries.read_text("utf-8").replace("founded-by: adler, source", urged)
    text = text.replace(
        "founder-2, founded-by: ebert", 'founder-2, statement: "Ebert and his friends founded the union"'
    )
    entries.write_text(text, "utf-8")
    told = answer_to(open_library(folder, tmp_path / "cache"), "who founded the printers' union")

    assert told.index("Ebert and his friends founded") < told.index("at the urging of Adler")


def test_how_many_were_killed_is_told_by_the_parts_of_an_event_if_all_of_them_tell_it(library: Library) -> None:
    told = answer_to(library, "how many were executed in the moscow trials")

    places = [told.index(each) for each in ("the fourteen others", "thirteen of the accused", "Eighteen of the twenty")]
    assert places == sorted(places)
    assert "Tukhachevsky" not in answer_to(library, "how many were executed in the great purge")
