"""Who was at the head of a country or a body at a time, who came after him, and what somebody did or wrote."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "who was the leader of russia in 1917",
            "until the October Revolution Alexander Kerensky was head of the Prov",
        ),
        ("who was prime minister of russia in july 1917", "From 21 July 1917 (8 July Old Style) until the October"),
        ("who ruled the soviet union in 1930", "Joseph Stalin: Ruler of the Soviet Union"),
        ("who was the leader of the soviet union in 1920", "From the October Revolution to his death Lenin was head"),
        ("who was leader of the soviet union in 1950", "From May 1941 to his death in March 1953 Stalin was head"),
        ("who was head of the comintern in 1928", "until the end of 1928 Bukharin was its leading man"),
        # who came after somebody in a body: by a note on him, else by the days of both
        ("who succeeded zinoviev as chairman of the comintern", "Bukharin followed him as its leading man."),
        ("who succeeded trotsky as chairman of the petrograd soviet", "From December 1917 to March 1926 Grigory Zin"),
        ("who succeeded rykov as head of the council of people's commissars", "From 1930 to 1941 Vyacheslav Molotov"),
        # who took part in something, and who wrote what
        ("did trotsky take part in the october revolution", "Beside Lenin, Trotsky led the October Revolution"),
        ("did kamenev take part in the october revolution", "Kamenev and Zinoviev voted against"),
        ("did trotsky write a biography of stalin", "Trotsky's Stalin: Trotsky's biography of Stalin"),
        ("did deutscher write a biography of trotsky", "The Prophet Armed: The first volume"),
        ("where was parvus born", "born Gelfand in Russia"),
    ],
)
def test_it_is_told_by_the_relation_that_declares_it(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "who led france in 1936",  # of a party in Spain there was a leader who judged what happened there
        "who was the leader of germany in 1918",
        "who succeeded bukharin as head of the comintern",
        "did stalin take part in the october revolution",
        "did bukharin write a biography of trotsky",
        "why did trotsky write the revolution betrayed",  # what stands in it is not why
    ],
)
def test_what_is_not_told_is_said_not_to_be(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header.endswith("; nearest:")
