"""When somebody was born or died, how old he was, and where he lived at a time, before it or after it."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # no row has the day: the years stand beside who she was
        ("when was dewey born", "John Dewey lived from 1859 to 1952."),
        ("when did dewey die", "John Dewey lived from 1859 to 1952."),
        ("what year was emma goldman born", "Emma Goldman lived from 1869 to 1940."),
        ("when was perera born", "N. M. Perera lived from about 1905 to 1979."),
        ("when was posadas born", "J. Posadas lived from 1911 or 1912 to 1981."),
        # a row of the one, and not of the other
        ("when was ivan smirnov born", "Ivan Smirnov lived from 1881 to 1936."),
        ("when did ivan smirnov die", "shot on 25 August 1936"),
        ("when was natalia sedova born", "Natalia Sedova was born in 1882."),
        ("how old was emma goldman when she died", "Emma Goldman was 70 or 71 when she died. Emma Goldman"),
        # both rows have the day
        ("when was kollontai born", "Alexandra Kollontai was born on 31 March 1872 (19 March Old Style)."),
        ("how old was kollontai when she died", "Alexandra Kollontai was 79 when she died."),
        ("how old was burnham when he died", "James Burnham was 81 or 82 when he died."),
        ("how old was kollontai in 1917", "In 1917 Alexandra Kollontai was 44 or 45 years old."),
        ("how old was posadas when he died", "J. Posadas lived from 1911 or 1912 to 1981."),
    ],
)
def test_the_years_of_a_life_are_told_as_far_as_they_are_known(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "when did arlette laguiller die",  # she is only said to have been born in 1940
        "when was robert service born",  # the one year in brackets is that of a book
        "how old was kollontai in 1960",
        "how old was kollontai when she joined the bolsheviks",
    ],
)
def test_what_the_years_do_not_tell_is_not_answered(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("where was trotsky exiled after alma-ata", "From February 1929 to July 1933 Trotsky lived in Turkey"),
        ("where was trotsky exiled before turkey", "lived in banishment at Alma-Ata"),
        ("where did trotsky live after prinkipo", "From July 1933 to June 1935 Trotsky lived in France"),
        ("where did trotsky live before coyoacan", "From June 1935 Trotsky lived in Norway"),
        ("where did trotsky live in 1930", "From February 1929 to July 1933 Trotsky lived in Turkey"),
        ("where did lenin live in 1916", "From 1914 to 1917 Lenin lived in exile in Switzerland."),
        ("where did trotsky stay in 1935", "From June 1935 Trotsky lived in Norway"),
    ],
)
def test_a_place_is_told_by_its_time_and_by_its_order(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("where did trotsky live in 1920", "exile"),
        ("where did trotsky live before 1929", "Turkey"),
        ("where was trotsky in exile during the october revolution", "New York"),  # he had left it in March
    ],
)
def test_a_place_of_another_time_is_no_answer(library: Library, question: str, other: str) -> None:
    assert other not in answer_to(library, question)
