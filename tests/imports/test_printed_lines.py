"""Heads, boxes, bullets, bold letters and odd lines of printed tests, and keys that are not what they seem."""

import pytest

from tests.every_for_tests import every
from tests.imports.reading_for_tests import key, keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError

_RIGHT = [["Trotsky"], ["1917"], ["Baku"]]
_ASKED = (("Who?", "Lenin", "*Trotsky"), ("When?", "*1917", "1905"), ("Where?", "Omsk", "*Baku"))
_BOX = {"box": ("[x] ", "[ ] "), "round": ("(x) ", "( ) "), "sign": ("+ ", "- "), "cross": ("x\t", "\t")}


def _test(mark: str = "*{}", head: str = "{}. ", label: str = "{}) ", stem: str = "") -> str:
    """Three questions whose right options are marked, the second with further lines in its question."""
    blocks = []
    for number, (asked, *texts) in enumerate(_ASKED, start=1):
        lines = [label.format(letter) + text.strip("*") for letter, text in zip("abc", texts, strict=False)]
        marked = [mark.format(line) if "*" in text else line for line, text in zip(lines, texts, strict=True)]
        blocks.append("\n".join([head.format(number) + asked, *([stem] if stem and number == 2 else []), *marked]))
    return "\n\n".join(blocks) + "\n"


def _boxed(box: str, head: str = "{}. ", stem: str = "") -> str:
    ticked, unticked = _BOX[box]
    blocks = (
        "\n".join(
            [
                head.format(number) + asked,
                *([stem] if stem and number == 2 else []),
                *((ticked if "*" in text else unticked) + text.strip("*") for text in texts),
            ]
        )
        for number, (asked, *texts) in enumerate(_ASKED, start=1)
    )
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        *("Question {}. ", "Question {}: ", "Question {}\n", "### Question {}\n", "Task {}) ", "Exercice n° {}. "),
        *("**{}.** ", "{}\\. ", "{}.- ", "{} - ", "№ {}. ", "Aufgabe {}\n", "Q{}: ", ""),
    ],
)
def test_questions_with_marks_may_have_any_head(head: str) -> None:
    assert list(keys(read(_test(head=head), "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        *(("**{}**", "{}. "), ("**{}**", "{})\t"), ("__{}__", "({}) "), ("_{}_", "{}. "), ("X {}", "{}) ")),
        *(("*{}", "{} ) "), ("**{}**", "{}\\) "), ("[x] {}", "[{}] ")),
    ],
)
def test_marks_of_markdown_and_crosses_say_what_is_right(mark: str, label: str) -> None:
    reading = read(_test(mark, label=label), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert options(reading.questions[0]) == ["Lenin", "Trotsky"]


@pytest.mark.parametrize("box", _BOX)
@pytest.mark.parametrize("head", ["{}. ", "Question {}. ", "{}) "])
def test_options_with_boxes_need_no_letters(box: str, head: str) -> None:
    assert list(keys(read(_boxed(box, head), "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize(
    "stem",
    [
        *("i) It is flat.\nii) It boils.", "I. It is flat.\nII. It boils.", "* It is flat.\n* It boils."),
        *(
            "+ It is flat.\n+ It boils.",
            "- It is flat.\n- It boils.",
            "    x = 5\n    y = x * 2",
            "1) It is\n2) It was",
        ),
        *("It began in\n1945. Or did it?", "(1) It is flat.\n(2) It boils.", "Year\t1900\nPeople\t12"),
    ],
)
@pytest.mark.parametrize("way", ["star", "behind", "box", "round", "sign"])
def test_what_is_listed_in_a_question_is_no_option_and_no_mark(stem: str, way: str) -> None:
    if way == "sign" and stem.startswith(("-", "+")):
        stem += "\nWhich are true?"
    text = _boxed(way, stem=stem) if way in _BOX else _test("*{}" if way == "star" else "{} *", stem=stem)
    reading = read(text, "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert every(len(options(each)) == 2 for each in reading.questions)
    assert reading.left_out == []


def test_bullets_with_dashes_right_above_options_with_dashes_leave_the_question_out() -> None:
    reading = read(_boxed("sign", stem="- It is flat.\n- It boils."), "t.txt")

    assert [key(each) for each in reading.questions] == [["Trotsky"], ["Baku"]]
    assert list(left_out(reading)) == [5]


def test_two_kinds_of_marks_behind_the_options_of_a_question_leave_it_out() -> None:
    reading = read(_test("{} *").replace("Omsk", "Omsk ✓"), "t.txt")

    assert [key(each) for each in reading.questions] == [["Trotsky"], ["1917"]]
    assert "“✓” stands behind or before an option" in left_out(reading)[9]


@pytest.mark.parametrize("text", ["2*4*2", "f(x)"])
@pytest.mark.parametrize("mark", ["*{}", "{} *"])
def test_a_star_within_an_option_is_no_mark(text: str, mark: str) -> None:
    reading = read(_test(mark).replace("Trotsky", text), "t.txt")

    assert key(reading.questions[0]) == [text]


@pytest.mark.parametrize("below", ["Part B", "PART 2: MORE", "Turn over", "2", "Page 2"])
@pytest.mark.parametrize("way", ["star", "box"])
def test_what_stands_below_the_last_option_is_no_part_of_it(below: str, way: str) -> None:
    text = (_test() if way == "star" else _boxed(way)).replace("1905\n", f"1905\n{below}\n")
    reading = read(text, "t.txt")

    assert options(reading.questions[1]) == ["1917", "1905"]
    assert f"“{below}” stands below the options, and was passed over" in said_of(reading)


def test_options_that_begin_twice_leave_a_question_out() -> None:
    reading = read(_test(stem="a) It is flat.\nb) It boils.\nWhich?"), "t.txt")

    assert [key(each) for each in reading.questions if key(each)] == [["Trotsky"], ["Baku"]]
    assert list(left_out(reading)) == [8]  # a number may be missing before it


_PLAIN = _test("{}")


@pytest.mark.parametrize(
    "said",
    [
        *("=> {}", "→ {}", "✅ {}", "The correct answer is {}.", "*Answer: {}*", "**Answer: {}**", "[Answer: {}]"),
        *("Answer = {}", "Right answer: {}", "Correct answer - {}", "Ans. {}", "Правильный ответ: {}"),
    ],
)
def test_what_is_right_may_be_said_below_in_many_ways(said: str) -> None:
    blocks = zip(_PLAIN.strip().split("\n\n"), "bab", strict=True)
    text = "\n\n".join(f"{block}\n{said.format(letter)}" for block, letter in blocks)

    assert list(keys(read(text, "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize(
    "head", ["Key to the test", "=== KEY ===", "ANSWERS (for the teacher)", "Answers to Quiz 3", "Teacher's key"]
)
@pytest.mark.parametrize("line", ["{} ..... {}", "{} | {}", "{}. {} (2 pts)", "{}.\n{}", "Task {}: {}"])
def test_a_key_may_have_any_heading_and_dots_or_points_in_its_lines(head: str, line: str) -> None:
    key_ = "\n".join(line.format(*pair) for pair in enumerate("bab", start=1))

    assert list(keys(read(f"{_PLAIN}\n{head}\n{key_}\n", "t.txt")).values()) == _RIGHT


def test_a_key_may_stand_above_in_several_lines() -> None:
    assert list(keys(read(f"Answer key\n1. b\n2. a\n3. b\n\n{_PLAIN}", "t.txt")).values()) == _RIGHT


@pytest.mark.parametrize("key_", ["1. b  2b) 63  3. b", "1b\t2b) 63\t3b", "1. b\n2b) 63\n3. b", "1 2 3\nb b) 63 b"])
def test_two_things_in_one_cell_of_a_key_are_no_answer(key_: str) -> None:
    reading = read(f"{_PLAIN.replace('1917', '63')}\nAnswers\n{key_}\n", "t.txt", form="aiken")

    assert 5 not in keys(reading)
    assert 5 in left_out(reading)


def test_a_marked_option_in_a_test_with_a_key_leaves_its_question_out() -> None:
    reading = read(f"{_PLAIN.replace('b) 1905', '*b) 1905')}\nAnswers\n1b 2a 3b\n", "t.txt", form="aiken")

    assert [key(each) for each in reading.questions] == [["Trotsky"], ["Baku"]]
    assert list(left_out(reading)) == [5]


@pytest.mark.parametrize("said", ["Answer: {}", "=> {}"])
def test_a_question_without_options_is_named_wherever_it_stands(said: str) -> None:
    blocks = zip(_PLAIN.strip().split("\n\n"), "bab", strict=True)
    asked = [f"{block[3:]}\n{said.format(letter)}" for block, letter in blocks]
    for place in range(len(asked)):
        numbered = enumerate([*asked[:place], "Why?\n_______", *asked[place:]], start=1)
        reading = read("\n\n".join(f"{number}. {block}" for number, block in numbered), "t.txt")

        assert list(keys(reading).values()) == _RIGHT
        assert len(reading.left_out) == 1


def test_a_list_with_stars_in_a_test_without_a_key_is_no_answer() -> None:
    text = _test("{}", stem="* It is flat.\n* It boils.").replace("a)", "А)").replace("b)", "Б)")

    with pytest.raises(UsageError, match="no key that can be read"):
        read(text, "t.txt")


def test_a_question_with_more_options_than_others_is_read_though_its_first_is_not_crossed() -> None:
    first, second = ("\tLenin", "x\tTrotsky"), ("\tLenin", "\tTrotsky", "x\tStalin", "\tMartov", "\tDan")
    reading = read("\n".join(("1. Who led it?", *first, "2. Who wrote it?", *second)), "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 4: ["Stalin"]}
    assert len(options(reading.questions[1])) == len(second)


@pytest.mark.parametrize("said", ["ANSWER: A y B", "Respuesta: A y B", "Correct: a; b", "The answer is A and B."])
def test_several_letters_may_be_said_to_be_right(said: str) -> None:
    asked = "1. Who?\nA) Lenin\nB) Trotsky\nC) Stalin\n{}\n\n2. When?\nA) 1917\nB) 1905\nANSWER: A\n"

    assert keys(read(asked.format(said), "t.txt"))[1] == ["Lenin", "Trotsky"]
