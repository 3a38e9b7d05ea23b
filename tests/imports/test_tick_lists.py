"""Lists to tick in Markdown: the stem keeps its signs, and a numbered stem asks without a question mark too."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read


@pytest.mark.parametrize("head", ["## {}", "{}", "1. {}", "- {}"])
@pytest.mark.parametrize(
    "stem", ["What is 2 + 3?", "What is 7 - 3 * 2?", "Which lake - Como or Garda - is bigger?", "What is $x^2 - 9$?"]
)
def test_signs_between_blanks_stay_in_the_stem(head: str, stem: str) -> None:
    reading = read(f"{head.format(stem)}\n  - [ ] one\n  - [x] two\n", "t.md")

    assert [each.stem.removeprefix("1. ") for each in reading.questions] == [stem]


def test_numbered_stems_ask_where_one_of_them_ends_with_a_question_mark() -> None:
    reading = read(
        "1. Solve for x.\n   - [ ] 3\n   - [x] 4\n\n2. Simplify.\n   - [x] 3/4\n   - [ ] 2/3\n\n"
        "3. Which is even?\n   - [x] 8\n   - [ ] 9\n",
        "t.md",
    )

    assert keys(reading) == {1: ["4"], 5: ["3/4"], 9: ["8"]}


def test_a_list_of_what_is_to_be_done_asks_nothing() -> None:
    reading = read(
        "Ready?\n- [x] yes\n- [ ] no\n\nAnd you?\n- [x] yes\n- [ ] no\n\n"
        "Buy food\n- [x] bread\n- [ ] milk\n\nPack\n- [x] socks\n- [ ] tent\n",
        "t.md",
    )

    assert keys(reading) == {1: ["yes"], 5: ["yes"]}
    assert "a list below a text that asks nothing" in left_out(reading)[9]
