"""Which questions are the same: stops and quotation marks tell none apart, signs do."""

import pytest

from trotskyism_cli.imports.identity import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Is 2+2 even?", "Is 2-2 even?"),
        ("What is 2*2?", "What is 2/2?"),
        ("What is |5|?", "What is |-5|?"),
        ("x > y", "x < y"),
        ("a = b", "a ≠ b"),
        ("C#", "C++"),
        ("5 €", "5 $"),
        ("Which country is 🇩🇪?", "Which country is 🇫🇷?"),
        ("∧", "∨"),
        ("क", "का"),
        ("__ is big.", "Is __ big?"),
    ],
)
def test_signs_tell_questions_apart(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who wrote “My Life”?", 'Who wrote "My Life"'),
        ("Polish–Soviet War", "Polish-Soviet war"),
        ("1917–1921", "1917-1921"),
        ("2 + 2?", "2+2"),
        ("Trotsky (1905): what?", "Trotsky 1905 – what"),
        ("The ____ International", "The __ International"),
    ],
)
def test_stops_quotation_marks_and_hyphens_tell_none_apart(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)
