"""`compare A and B on C`, and two who answer no question in common."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("lenin and trotsky on the peasantry", "What part can the peasants play in a revolution?"),
        ("lenin trotsky on kronstadt", "Was it right to put down the Kronstadt rebellion?"),
        ("lenin and trotsky about trade unions", "What are trade unions for in a workers' state?"),
    ],
)
def test_two_are_compared_on_one_matter(run: Run, words: str, question: str) -> None:
    rows = run("compare", *words.split()).out.splitlines()

    assert [row.partition("\t")[0] for row in rows] == ["Question", question]


@pytest.mark.parametrize("matter", ["football", "the moon", "industry"])
def test_on_what_two_are_not_compared_is_said(run: Run, matter: str) -> None:
    ended = run("compare", "trotsky", "and", "stalin", "on", *matter.split())

    assert ended.code == 1
    assert ended.err == (
        f"No row compares Leon Trotsky and Joseph Stalin on “{matter}”. See all: trotskyism compare trotsky stalin\n"
    )


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("healy lambert", "parted in 1971 from Gerry Healy"),
        ("lenin krupskaya", "married him in Siberian banishment in 1898"),
        ("trotsky sedova", "Trotsky's companion and second wife"),
    ],
)
def test_two_who_answer_no_question_have_what_passed_between_them(run: Run, pair: str, told: str) -> None:
    assert told in run("compare", *pair.split()).out.partition("\nIn short")[0]
