"""The numbers of a list before its questions are left out, and no other number is."""

import pytest

from tests.imports.reading_for_tests import read
from trotskyism_cli.imports.new_pack import new_pack


def numbered(text: str, name: str) -> tuple[list[str], list[str]]:
    """The stems that come into a pack, and what is told."""
    made = new_pack("own", name, read(text, name))
    return [each.stem for each in made.questions], [change.what for change in made.changes]


HEADS = "Question,A,B,Answer\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEADS}1. Who led?,x,y,A\n2. When?,p,q,B\n", "t.csv"),
        (f"{HEADS}1) Who led?,x,y,A\n2) Where?,p,q,E\n3) When?,p,q,B\n", "t.csv"),
        (f"{HEADS}Question 1: Who led?,x,y,A\nQuestion 2: When?,p,q,B\n", "t.csv"),
        ("1. Who led?\nA) x\nB) y\nANSWER: A\n\n2. When?\nA) x\nB) y\nANSWER: B\n", "t.txt"),
        ("（1） Who led?\nA) x\nB) y\nANSWER: A\n\n（2） When?\nA) x\nB) y\nANSWER: B\n", "t.txt"),
        ("Otázka č. 1: Who led?\nA) x\nB) y\nANSWER: A\n\nOtázka č. 2: When?\nA) x\nB) y\nANSWER: B\n", "t.txt"),
        ("1. kérdés: Who led?\nA) x\nB) y\nANSWER: A\n\n2. kérdés: When?\nA) x\nB) y\nANSWER: B\n", "t.txt"),
        ("س1: Who led?\nA) x\nB) y\nANSWER: A\n\nس2: When?\nA) x\nB) y\nANSWER: B\n", "t.txt"),
        ("1. Who led?\tTrotsky\n2. When?\t1917\n", "t.txt"),
    ],
)
def test_the_numbers_of_a_list_are_left_out_and_told(text: str, name: str) -> None:
    stems, changes = numbered(text, name)

    assert stems == ["Who led?", "When?"]
    assert changes[0].startswith("the numbers before its questions, “")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEADS}1917. Who led?,x,y,A\n1918. When?,p,q,B\n", "t.csv"),
        (f"{HEADS}2. Who led?,x,y,A\n1. When?,p,q,B\n", "t.csv"),
        (f"{HEADS}1. FC Riga won?,x,y,A\nWhen?,p,q,B\n", "t.csv"),
        ("In 1917. Who led?\nA) x\nB) y\nANSWER: A\n", "t.txt"),
    ],
)
def test_other_numbers_stay(text: str, name: str) -> None:
    stems, changes = numbered(text, name)

    assert [stem for stem in stems if stem not in text] == []
    assert changes == []
