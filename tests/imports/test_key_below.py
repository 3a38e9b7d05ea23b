"""Tests as people write them, with the key below all questions or marks that they draw."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError

_TEST = """{0}
A) Lenin
B) Trotsky
C) Stalin

{1}
A) 1905
B) 1917

{2}
A) China
B) Cuba

"""
_ASKED = _TEST.format("1. Who led?", "2. When?", "3. Where?")
_RIGHT = [["Trotsky"], ["1905"], ["Cuba"]]
_NAMES = ["Corrigé", "Soluzioni", "Răspunsuri", "Отговори", "Rješenja", "Vastused", "Klíč", "Megoldókulcs", "Відповіді"]


@pytest.mark.parametrize("name", [*_NAMES, "Answers", "参考答案", "Zgjidhjet"])
@pytest.mark.parametrize("mark", [":", ""])
def test_the_key_may_be_called_in_any_language(name: str, mark: str) -> None:
    reading = read(f"{_ASKED}{name}{mark}\n1. B\n2. A\n3. B\n", "t.txt")

    assert list(keys(reading).values()) == _RIGHT


@pytest.mark.parametrize(
    "key",
    [
        "1. B) Trotsky\n2. A) 1905\n3. B) Cuba",
        "1b, 2a, 3b",
        "1-B   2-A   3-B",
        "1. B\t2. A\t3. B",
        "1-3: BAB",
        "1-2: BA\n3: B",
        "B A B",
        "1\t2\t3\nB\tA\tB",
        "3. B\n1. B\n2. A",
        "1 = B, 2 = A, 3 = B",
        "1-3 BAB",
        "Question 1: B\nQuestion 2: A\nQuestion 3: B",
        "1\tB\n2\tA\n3\tB",
        "No.\tAnswer\n1\tB\n2\tA\n3\tB",
        "| 1 | 2 | 3 |\n|---|---|---|\n| B | A | B |",
        "1. Trotsky\n2. 1905\n3. Cuba",
        "1. B – Trotsky\n2. A - 1905\n3. B",
        "1. ANS: B PTS: 1\n2. ANS: A PTS: 1\n3. ANS: B PTS: 1",
    ],
)
@pytest.mark.parametrize("name", ["Answers:", "Lösung", "Svör:"])
def test_the_key_may_be_written_in_several_ways(key: str, name: str) -> None:
    assert list(keys(read(f"{_ASKED}{name}\n{key}\n", "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize(
    "asked",
    [
        ("1.- Who led?", "2.- When?", "3.- Where?"),
        ("Question 1: Who led?", "Question 2: When?", "Question 3: Where?"),
        ("Frage 1\nWho led?", "Frage 2\nWhen?", "Frage 3\nWhere?"),
    ],
)
def test_questions_may_be_numbered_in_several_ways(asked: tuple[str, str, str]) -> None:
    reading = read(f"Test\n\nName: _____   Class: ____\n\n{_TEST.format(*asked)}Key:\n1. B\n2. A\n3. B\n", "t.txt")

    assert list(keys(reading).values()) == _RIGHT


def test_a_list_of_all_questions_needs_no_word_above_it() -> None:
    reading = read(f"{_ASKED}1. B\n2. A\n3. B\n", "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert "the list at its end was taken as its key" in said_of(reading)


def test_questions_without_options_and_lines_below_the_key_harm_no_other() -> None:
    reading = read(f"{_ASKED}4. Why?\n\nKey:\n1. B\n2. A\n3. B\n4. Because, they say\n\nGood luck!\n", "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert "“Good luck!”" in said_of(reading)


def test_what_a_key_says_oddly_is_left_out_and_the_rest_read() -> None:
    reading = read(
        f"{_ASKED}4. Why?\nA) x\nB) y\n\n5. How?\nA) x\nB) y\n\nKey:\n1. B\n2. A/B\n3. -\n4. E\n5. A\n", "t.txt"
    )

    assert keys(reading) == {1: ["Trotsky"], 18: ["x"]}
    assert list(left_out(reading)) == [6, 10, 14]


def test_a_number_that_a_key_has_twice_is_left_out() -> None:
    reading = read(f"{_ASKED}Key:\n1. B\n2. A\n2. B\n3. B\n", "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["Cuba"]]
    assert "“A or B”" in left_out(reading)[6]


@pytest.mark.parametrize(
    "below",
    [
        "Form A:\n1. B\n2. A\n3. B\nForm B:\n1. A\n2. B\n3. A\n",
        "Answers:\nB A\n",
        "Notes:\n1. B\nlearn more about it\n",
        "Points:\n1. B\n",
        "Level:\n1. B\n2. A\n3. B\n",
        "Anna:\nB A B\n",
        "My answers:\n1. B\n2. A\n3. B\n",
        "Pupil: Anna\n1. B\n2. A\n3. B\n",
    ],
)
def test_what_may_be_another_list_is_no_key(below: str) -> None:
    assert read(f"{_ASKED}{below}", "t.txt", form="aiken").questions == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Who led?\n+Trotsky\n-Lenin\n\n2. When?\n-1905\n+1917\n",
        "1. Who led?\n√ a. Trotsky\nb. Lenin\n\n2. When?\na. 1905\n→b. 1917\n",
        "1\tWho led?\nx\tTrotsky\n\tLenin\n2\tWhen?\n\t1905\nx\t1917\n",
        "Question 1:\tWho led?\nA:\tTrotsky\nB:\tLenin\nCorrect answer:\tA\n\n"
        "Question 2:\tWhen?\nA:\t1905\nB:\t1917\nCorrect answer:\tB\n",
        "Typ\tSC\nTitel\tQ0\nFrage\tWho led?\nPunkte\t1\n1\tTrotsky\n0\tLenin\n\n"
        "Typ\tMC\nFrage\tWhen?\nPunkte\t1\n-1\t1905\n1\t1917\n",
    ],
)
def test_marks_beside_options_are_read(text: str) -> None:
    reading = read(text, "t.txt")

    assert [sorted(options(each)) for each in reading.questions] == [["Lenin", "Trotsky"], ["1905", "1917"]]
    assert list(keys(reading).values()) == [["Trotsky"], ["1917"]]


def test_other_kinds_of_openolat_are_left_out_by_name() -> None:
    text = "Typ\tSC\nFrage\tWho led?\n1\tTrotsky\n0\tLenin\nTyp\tKPRIM\nFrage\tWhich?\n+\tLenin\n-\tStalin\n"
    reading = read(f"{text}Typ\tFIB\nFrage\tWhen?\n1\t1917\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 9: ["1917"]}
    assert reading.questions[1].stem == "When?"
    assert "“KPRIM”" in left_out(reading)[5]


def test_lines_of_which_the_first_cell_says_what_the_second_is_are_no_cards() -> None:
    table = read("".join(f"{each}\tWho?\nx\tA\n\tB\nNote\tz\n" for each in range(9)), "t.txt")
    assert not table.questions
    reading = read("".join(f"Item\tname {each}\nGood\tyes\nBad\tno\n" for each in range(4)), "t.txt")

    assert not reading.questions
    assert len(left_out(reading)) == 12


@pytest.mark.parametrize("separator", [";", "|", ","])
def test_a_dash_within_cells_parts_no_table(separator: str) -> None:
    rows = [("Who led – what was he called?", "Trotsky"), ("When – and where?", "1917"), ("Why – or how?", "so")]

    reading = read("".join(f"{first}{separator}{second}\n" for first, second in rows), "t.txt")

    assert [(each.stem, key) for each, key in zip(reading.questions, keys(reading).values(), strict=True)] == [
        (first, [second]) for first, second in rows
    ]


def test_a_key_that_misses_a_question_and_goes_on_beyond_the_last_may_be_shifted() -> None:
    reading = read(f"{_ASKED}Key:\n1. B\n3. A\n4. B\n", "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"]]
    assert list(left_out(reading)) == [6, 10]
    assert "“4. B” of its key belongs to no question" in said_of(reading)


def test_options_without_a_key_are_said_to_have_none() -> None:
    with pytest.raises(UsageError, match="no key that can be read: write below them a line Answers:"):
        read(_ASKED, "t.txt")


@pytest.mark.parametrize("dash", ["–", "-"])
@pytest.mark.parametrize("mark", [";", ","])
def test_a_dash_parts_cards_of_which_a_side_has_two_parts(dash: str, mark: str) -> None:
    reading = read(f"red {dash} rouge{mark} rot\nblue {dash} bleu{mark} blau\ngreen {dash} vert{mark} grün\n", "t.txt")

    assert list(keys(reading).values()) == [["red"], ["blue"], ["green"]]


def test_a_deck_in_which_first_sides_come_twice_is_one() -> None:
    reading = read(
        "1917\tOctober\n1917\tFebruary\n1918\tTreaty\n1918\tEnd of war\n1919\tCongress\n1920\tTreaty\n", "t.txt"
    )

    assert list(keys(reading).values())[:2] == [["1917"], ["1917"]]


@pytest.mark.parametrize(
    ("asked", "said", "accepted"),
    [
        ("The Nile flows through Egypt. (True / False)", "True", "True"),
        ("El Nilo pasa por Egipto.", "Falso", "False"),
        ("The capital of Egypt is ________.", "Cairo", "Cairo"),
    ],
)
def test_a_question_without_options_is_read_where_the_key_says_so(asked: str, said: str, accepted: str) -> None:
    text = _TEST.format("1. Who led?", f"2. {asked}\n\n3. When?", "4. Where?")

    reading = read(f"{text}Key:\n1. B\n2. {said}\n3. A\n4. B\n", "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], [accepted], ["1905"], ["Cuba"]]


@pytest.mark.parametrize("said", ["", "2. T\n", "2. Because it was so\n", "2. -\n"])
@pytest.mark.parametrize("asked", ["Explain why.", "Explain why.\n____________", "Why?\n\nWrite three sentences."])
def test_an_open_question_is_left_out_and_named(asked: str, said: str) -> None:
    text = _TEST.format("1. Who led?", f"2. {asked}\n\n3. When?", "4. Where?")

    reading = read(f"{text}5. Explain more.\n\nKey:\n1. B\n{said}3. A\n4. B\n", "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]
    assert len(left_out(reading)) == 2


@pytest.mark.parametrize("key", ["1. B\n2. A\n3. Cairo\n3. Paris\n", "1. B\n3. Cairo\n4. A\n"])
def test_what_a_key_says_of_a_gap_twice_or_shifted_is_not_accepted(key: str) -> None:
    reading = read(f"1. Who led?\nA) x\nB) y\n\n2. W?\nA) x\nB) y\n\n3. It is ____.\n\nKey:\n{key}", "t.txt")

    assert keys(reading)[1] == ["y"]
    assert 9 in left_out(reading)


def test_a_heading_between_questions_is_named_and_no_part_of_an_option() -> None:
    text = _TEST.format("1. Who led?", "Part II (5 points)\n\n2. When?", "3. Where?")

    reading = read(f"{text}Key:\n1. B\n2. A\n3. B\n", "t.txt")

    assert [options(each) for each in reading.questions] == [
        ["Lenin", "Trotsky", "Stalin"],
        ["1905", "1917"],
        ["China", "Cuba"],
    ]
    assert "“Part II (5 points)” stands apart" in said_of(reading)


@pytest.mark.parametrize("options", ["A.\nB. 56\nC. 64", "A. 54\nB.\nC. 64", "A. 54\nB. 56\nC.", "A. 54\nB 56\nC. 64"])
@pytest.mark.parametrize("key", ["", "below"])
@pytest.mark.parametrize("apart", ["\n", "\t", "   "])
def test_an_option_without_text_or_letter_makes_its_question_left_out(options: str, key: str, apart: str) -> None:
    asked = [f"1. 7 × 8?\n{options.replace(chr(10), apart)}\n", "2. Who?\nA. Lenin\nB. Stalin\n"]
    below = "\n".join([*asked, "Key:\n1. B\n2. A\n"])
    text = below if key else "\n".join(f"{each}ANSWER: {said}\n" for each, said in zip(asked, "BA", strict=True))

    reading = read(text, "t.txt")

    assert list(keys(reading).values()) == [["Lenin"]]
    assert list(left_out(reading)) == [1]


@pytest.mark.parametrize(
    "options", ["a)\n*b) 56\nc) 64", "a) 54\n*b) 56\nc)", "a) 54\n*b) 56\nc. 64\nd) 4", "a. 1\n*b) 56"]
)
def test_a_starred_question_with_an_option_written_otherwise_is_left_out(options: str) -> None:
    reading = read(f"1. 7 × 8?\n{options}\n\n2. Who?\n*a) Lenin\nb) Stalin\n", "t.txt")

    assert list(keys(reading).values()) == [["Lenin"]]
    assert list(left_out(reading)) == [1]


@pytest.mark.parametrize("mark", [")", "."])
@pytest.mark.parametrize("star", ["* ", "*"])
def test_a_star_may_stand_apart_from_the_letter(star: str, mark: str) -> None:
    text = "1. Who led?\na) Lenin\n{0}b) Trotsky\n\n2. When?\n{0}a) 1905\nb) 1917\n\n"
    text += "Part II\n\n3. Where?\na) China\n{0}b) Cuba\n"

    reading = read(text.format(star).replace(")", mark), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert [options(each) for each in reading.questions][1] == ["1905", "1917"]
    assert "“Part II” stands apart" in said_of(reading)


def test_options_in_two_columns_are_no_cards() -> None:
    asked = "____\t{0}.\tWho of them led number {0}?\na.\tLenin\tc.\tStalin\nb.\tTrotsky\td.\tBukharin\n\n"

    with pytest.raises(UsageError, match="has questions with options, but no key that can be read"):
        read("".join(asked.format(each) for each in range(1, 9)), "t.txt")


@pytest.mark.parametrize("word", ["Answer key", "Corrigé", "Lösungen"])
def test_a_key_in_one_line_may_stand_above(word: str) -> None:
    assert list(keys(read(f"{word}: 1B, 2A, 3B\n\n{_ASKED}", "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize("line", ["Answer – {}", "Answer\t{}", "(Answer: {})", "Answer: ({})", "Odp. {}"])
def test_an_answer_below_each_question_may_be_written_in_several_ways(line: str) -> None:
    blocks = _ASKED.strip().split("\n\n")
    text = "\n\n".join(f"{block}\n{line.format(key)}" for block, key in zip(blocks, "BAB", strict=True))

    assert list(keys(read(text, "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize(
    ("key", "right"),
    [
        ("1B, 2 Cairo, 3B", ["Trotsky", "Cuba"]),
        ("1B, 2, 3B", ["Trotsky", "Cuba"]),
        ("1b, 2a/b, 3b", ["Trotsky", "Cuba"]),
        ("1\t2\t3\nB\t–\tB", ["Trotsky", "Cuba"]),
        ("1\tB\n2\t1917 A\n3\tB", ["Trotsky", "Cuba"]),
        ("1B, 21-b, 2-a, 3B", ["Trotsky"]),
        ("1B, 2A, 2B, 3B", ["Trotsky", "Cuba"]),
    ],
)
def test_one_faulty_entry_leaves_out_one_question(key: str, right: list[str]) -> None:
    reading = read(f"{_ASKED}Answers: {key}\n" if "\n" not in key else f"{_ASKED}Answers:\n{key}\n", "t.txt")

    assert [text for each in keys(reading).values() for text in each] == right
    assert len(reading.questions) + len(left_out(reading)) == len(_RIGHT)


def test_two_parts_may_each_be_numbered_anew() -> None:
    parts = f"Part A\n\n{_ASKED}Part B\n\n{_ASKED.replace('Who led', 'Who wrote')}"
    reading = read(f"{parts}Answers\nPart A: 1B, 2A, 3B\nPart B: 1C, 2B, 3A\n", "t.txt")

    assert list(keys(reading).values()) == [*_RIGHT, ["Stalin"], ["1917"], ["China"]]


def test_of_two_questions_with_one_number_none_has_a_key() -> None:
    reading = read(f"{_ASKED.replace('3. Where', '2. Where')}Answers\n1. B\n2. A\n3. B\n", "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"]]
    assert len(left_out(reading)) == 2


@pytest.mark.parametrize("key", ["1. Trotsky\n2. D\n", "1. D\n2. Trotsky\n"])
def test_a_letter_that_is_a_text_is_no_label_among_texts(key: str) -> None:
    who, which = "Who?\na) Lenin\nb) Trotsky\n\n", "Which vitamin?\na) C\nb) D\nc) A\nd) K\n\n"
    asked = f"1. {who}2. {which}" if key.endswith("D\n") else f"1. {which}2. {who}"
    reading = read(f"{asked}Answers:\n{key}", "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"]]
    assert "the answer “D” names an option, and is the text of another" in "".join(left_out(reading).values())
