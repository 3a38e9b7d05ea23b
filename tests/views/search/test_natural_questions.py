"""Questions as one asks them: with words that only stress, by figures, of two, of a kind, by half a quotation."""

from pathlib import Path

import pytest

from tests.conftest import MakePack
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.words.numerals import counts, numbered
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "plainly"),
    [
        ("who really led the kronstadt rebellion", "who led the kronstadt rebellion"),
        ("when did trotsky actually join the bolsheviks", "when did trotsky join the bolsheviks"),
        ("what exactly is permanent revolution", "what is permanent revolution"),
        ("did stalin ever meet trotsky", "did stalin meet trotsky"),
    ],
)
def test_a_word_that_only_stresses_changes_no_answer(library: Library, question: str, plainly: str) -> None:
    assert answer_to(library, question) == answer_to(library, plainly)


@pytest.mark.parametrize(
    ("question", "told", "further"),
    [
        ("did lenin and trotsky ever fight", "Trotsky sided with the Mensheviks against Lenin", "Often opponents"),
        ("did lenin and trotsky disagree", "sided with the Mensheviks against Lenin", "Often opponents"),
        ("diego rivera trotsky quarrel", "Diego Rivera broke with Trotsky", ""),
        ("did cannon and shachtman fall out", "Max Shachtman's minority formed a party of its own", ""),
        ("did trotsky fight stalin", "Trotsky fought against Stalin", ""),
    ],
)
def test_of_two_who_fought_it_is_told_how_they_were_opposed(
    library: Library, question: str, told: str, further: str
) -> None:
    answer = answer_to(library, question)

    assert told in answer
    assert further in answer
    assert "campaign of autumn 1924" not in answer  # what he was charged with


@pytest.mark.parametrize(
    "question", ["did the poum fight in the spanish civil war", "did trotskyists fight in vietnam"]
)
def test_who_fought_in_something_did_not_fight_it(library: Library, question: str) -> None:
    assert "No sure answer" in (header := view_of(library, question).header) or "Not told here" in header


@pytest.mark.parametrize("question", ["what calendar did russia use", "which calendar was used in russia"])
def test_which_of_its_kind_it_was_is_named(library: Library, question: str) -> None:
    assert "Julian calendar" in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("trotskyite vs trotskyist", "Two English words for a follower of Trotsky"),
        ("what is trotskyite versus trotskyist", "Two English words for a follower of Trotsky"),
        ("difference between trotskyite and trotskyist", "Two English words for a follower of Trotsky"),
        ("bolsheviks vs mensheviks", "Bolsheviks: Lenin's wing"),
        ("what does bolshevik mean", "the Russian word for majority"),
        ("what does menshevik mean", "the Russian word for minority"),
        ("what does pravda mean", "Newspaper of the Bolsheviks"),  # that another paper took its name, does not tell it
        ("what does entrism mean", "entry into a larger workers' party"),
    ],
)
def test_two_words_differ_and_one_means_something(library: Library, question: str, line: str) -> None:
    assert line in answer_to(library, question)


@pytest.mark.parametrize("question", ["who led the white armies", "who led the whites", "who commanded the whites"])
def test_a_side_without_an_entry_had_leaders(library: Library, question: str) -> None:
    answer = answer_to(library, question)

    assert answer.startswith("Anton Denikin")
    assert "Kolchak" in answer


def test_a_body_with_an_entry_is_led_as_it_tells(library: Library) -> None:
    assert answer_to(library, "who led the bolsheviks").startswith("Lenin led the Bolsheviks")
    assert "Denikin" not in answer_to(library, "who led the red army")


def test_of_many_accused_those_who_are_named_are_not_all(library: Library) -> None:
    for question in (
        "who were the defendants at the first moscow trial",
        "who was accused in the trial of the sixteen",
    ):
        assert "Smirnov and others were accused" in answer_to(library, question)


def test_half_a_quotation_is_found_first(library: Library) -> None:
    for words in ("those cadres can be removed", "without revolutionary theory there can be"):
        assert words in view_of(library, words).hits[0].text.casefold()
    assert view_of(library, "socialism in one country").hits[0].name == "Socialism in One Country"


def test_numbers_in_names_are_found_in_figures() -> None:
    assert numbered("Declaration of the Forty-Six") == "Declaration of the 46"
    assert numbered("Trial of the Sixteen") == "Trial of the 16"
    assert numbered("One Step Forward, Two Steps Back") == "One Step Forward, Two Steps Back"
    assert counts("Trial of the Twenty-One") == (21,)
    assert counts("Twentieth Congress of 1956") == ()


def test_a_pack_of_ones_own_is_asked_the_same(make_pack: MakePack, tmp_path: Path) -> None:
    entries = """
entries:
- id: otto
  kind: person
  name: Otto Kern
  summary: Printer, leader of the Blues in the north.
  facts: [{id: born, born: "1802-05-24", source: book}]
- id: emil
  kind: person
  name: Emil Ebert
  summary: Typesetter, for a year head of the Blues.
  facts: [{id: born, born: "1803-05-24", source: book}]
- id: letter-of-the-twelve
  kind: work
  name: Letter of the Twelve
  summary: Letter in which twelve printers asked for shorter days.
  facts: [{id: author, author: emil, source: book}]
"""
    library = open_library(make_pack(entries=entries), cache=tmp_path / "cache")

    assert "Emil Ebert" in (answer := answer_to(library, "who led the blue armies"))
    assert "Otto Kern" in answer
    assert answer_to(library, "who led the green armies") == ""
    for question in ("who were the 12", "who were the twelve"):
        assert answer_to(library, question).startswith("Letter of the Twelve")
    assert answer_to(library, "who were the 13") == ""
