"""Questions by the own name of something: an event, a body under one of its names, the kin of somebody."""

from pathlib import Path

import pytest

from tests.conftest import RELATIONS, MakePack
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.views.search.searching import view_of

LED = """\
  - {id: led, label: led, subject: [person], object: [organisation], says: "{subject} led {object}",
     words: [led, head, chaired]}
  - {id: statement, label: statements, subject: [person], object: text, says: "{object}"}
"""
GUARD = """\
entries:
  - id: guard
    kind: organisation
    name: Guard of the City
    article: the
    aliases: [Watch, Patrol]
    names:
      - {name: Watch, when: "1801/1810"}
      - {name: Patrol, when: "1810/1830"}
    summary: A guard, called the Watch and then the Patrol.
    facts: []
  - id: adler
    kind: person
    name: Anna Adler
    summary: A guard.
    facts:
      - {id: led, led: guard, when: "1801/1808", source: book}
      - {id: children, statement: Adler had three children and left them nothing, source: book}
      - {id: first-husband, statement: Adler's first husband was a baker, source: book}
  - id: ebert
    kind: person
    name: Emil Ebert
    summary: Younger son of Adler, and a guard.
    facts:
      - {id: led, led: guard, when: "1812/1820", source: book}
"""


@pytest.fixture
def guards(make_pack: MakePack, tmp_path: Path) -> Library:
    return open_library(make_pack(relations=f"{RELATIONS}{LED}", entries=GUARD), tmp_path / "cache")


@pytest.mark.parametrize(
    ("question", "leader", "other"),
    [
        ("who led the watch", "Anna Adler", "Emil Ebert"),
        ("who was the first head of the watch", "Anna Adler", "Emil Ebert"),
        ("who led the patrol", "Emil Ebert", "Anna Adler"),
    ],
)
def test_an_office_is_told_of_the_name_that_is_asked(guards: Library, question: str, leader: str, other: str) -> None:
    answer = answer_to(guards, question)

    assert leader in answer
    assert other not in answer


def test_who_came_later_was_not_the_first(guards: Library) -> None:
    assert "Emil Ebert led" not in answer_to(guards, "who was the first head of the patrol")


def test_a_statement_that_counts_the_children_tells_how_many(guards: Library) -> None:
    answer = answer_to(guards, "how many children did adler have")

    assert answer.startswith("Adler had three children")
    assert "does not say" not in answer


def test_where_only_some_are_named_it_is_said(guards: Library) -> None:
    answer = answer_to(guards, "how many husbands did adler have")

    assert answer.startswith("The book does not say how many.")
    assert "Adler's first husband was a baker" in answer


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("who was the head of the cheka", "Felix Dzerzhinsky headed", "Yezhov"),
        ("who was the first head of the cheka", "Felix Dzerzhinsky headed", "Yezhov"),
        ("who led the nkvd", "Nikolai Yezhov was head of the NKVD", "Dzerzhinsky"),
        ("who led the soviet secret police", "Felix Dzerzhinsky headed", "and the NKVD"),  # no two names for one body
        ("how many wives did trotsky have", "first wife was Alexandra Sokolovskaya", "Lev Sedov"),
        ("how many wives did stalin have", "Stalin's second wife, Nadezhda", "does not have"),
        ("did trotsky have children", "Trotsky had four children", "Named here are only"),
        ("who was lenin's wife", "Nadezhda Krupskaya", "Named here are only"),  # he had no other
        ("was frida kahlo trotskys lover", "a short affair", "does not have"),
        ("when was the november revolution", "7 November 1917", "does not have"),
        ("when was the november revolution", "broke out at Kiel", "does not have"),
    ],
)
def test_the_book_answers_of_what_is_asked_and_of_nothing_else(
    library: Library, question: str, told: str, untold: str
) -> None:
    answer = answer_to(library, question)

    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize(
    "question",
    [
        "why is the october revolution celebrated in november",
        "why is it called the october revolution when it was in november",
        "was the october revolution in november",
    ],
)
def test_no_event_that_shares_a_month_stands_for_the_one_that_is_named(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.hits[0].id == "october-revolution"
    assert "german-revolution" not in {hit.id for hit in view.hits}
    assert "German" not in answer_to(library, question)


def test_who_commanded_several_of_what_is_named_comes_near(library: Library) -> None:
    view = view_of(library, "who commanded the red army in the war against poland")

    assert any("at the head of the march on Warsaw in 1920" in hit.text for hit in view.hits)


def test_who_came_in_the_course_of_a_year_is_not_called_the_first(library: Library) -> None:
    assert "Trotsky was elected" not in answer_to(library, "who was the first chairman of the petrograd soviet")
