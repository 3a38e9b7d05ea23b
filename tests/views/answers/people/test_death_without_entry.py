"""The deaths of people without an entry, of several at once, and why somebody took his life."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import as_spelt, view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how did sergei sedov die", "Sergei Sedov, Trotsky's younger son"),  # and not his brother, who has an entry
        ("how did sergey sedov die", "Sergei Sedov, Trotsky's younger son"),
        ("when was sergei sedov shot", "was shot in 1937"),
        ("what happened to sergei sedov", "was shot in 1937"),
        ("when did leon sedov die", "16 February 1938"),
        ("how did rudolf klement die", "Rudolf Klement, who was preparing the founding conference"),
        ("how did nadezhda alliluyeva die", "Nadezhda Alliluyeva, shot herself"),
        ("how did walter krivitsky die", "he was found shot in a hotel in Washington"),
        ("how did fanny kaplan die", "was executed four days later"),
        ("how did zinaida volkova die", "she took her life in Berlin in January 1933"),
        ("what happened to zinaida volkova", "she took her life in Berlin in January 1933"),
        ("when was olga kameneva shot", "shot near Oryol on 11 September 1941"),
        ("when were zinoviev and kamenev executed", "Lev Kamenev, condemned in the first Moscow Trial, was shot on 25"),
        ("when did lenin and stalin die", "Joseph Stalin died on 5 March 1953"),
        ("why did joffe commit suicide", "in protest against Trotsky's expulsion"),
        ("what did joffes suicide note say", "Trotsky was right in politics"),
        ("why was kamenev shot", "condemned to death on invented charges"),
    ],
)
def test_a_death_is_told_of_whom_it_is_asked(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize("question", ["how did vladimir smirnov die", "how did david bronstein die"])
def test_the_death_of_another_one_of_the_name_is_no_answer(library: Library, question: str) -> None:
    assert view_of(library, question).direct is None
    assert library.query(question).entries == {}


def test_who_is_only_named_is_shown_where_nothing_else_is_told_of_him(library: Library) -> None:
    view = view_of(library, "where did sergei sedov live")
    assert view.header == "Sergei Sedov has no entry here, and is only named:"
    assert "Sergei Sedov" in view.hits[0].text


@pytest.mark.parametrize("question", ["who was general kornilov", "who betrayed trotsky", "who opposed trotsky"])
def test_a_word_before_a_surname_need_not_be_a_first_name(library: Library, question: str) -> None:
    assert library.query(question).entries


def test_a_woman_keeps_her_surname(library: Library) -> None:
    query = library.query("what happened to olga kameneva")
    assert as_spelt(query, "olga kameneva") == "olga kameneva"
    assert query.read_as == ("Read “kameneva” as “kamenev”.",)
    assert query.entries == {}


@pytest.mark.parametrize("name", ["sedova", "spiridonova", "kollontay"])
def test_a_woman_is_found_by_her_own_surname_first(library: Library, name: str) -> None:
    view = view_of(library, name)
    assert view.notes == ()
    assert view.hits[0].name in ("Natalia Sedova", "Maria Spiridonova", "Alexandra Kollontai")
