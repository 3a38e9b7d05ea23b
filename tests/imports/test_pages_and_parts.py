"""Tests copied from pages, written by chat assistants, and papers of several parts with one key."""

import json

import pytest

from tests.imports.reading_for_tests import key, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError

REVIEWS = {
    "en": (
        ("Question", "Correct", "Mark 1.00 out of 1.00", "Flag question", "Question text", "Select one:"),
        ("Feedback", "Your answer is correct.", "The correct answer is:"),
    ),
    "de": (
        (
            "Frage",
            "Richtig",
            "Erreichte Punkte 1,00 von 1,00",
            "Frage markieren",
            "Fragetext",
            "Wählen Sie eine Antwort:",
        ),
        ("Feedback", "Die Antwort ist richtig.", "Die richtige Antwort ist:"),
    ),
    "es": (
        (
            "Pregunta",
            "Correcta",
            "Puntúa 1,00 sobre 1,00",
            "Marcar pregunta",
            "Enunciado de la pregunta",
            "Seleccione una:",
        ),
        ("Retroalimentación", "Respuesta correcta", "La respuesta correcta es:"),
    ),
}


@pytest.mark.parametrize("language", REVIEWS)
def test_a_review_of_moodle_is_read_without_what_the_page_says(language: str) -> None:
    (question, state, mark, flag, head, select), (feedback, verdict, says) = REVIEWS[language]
    text = "\n".join(
        f"{question} {number}\n{state}\n{mark}\n{flag}\n{head}\n{asked}\n{select}\na. Bergen\nb. Oslo\n"
        f"{feedback}\n{verdict}\n{says} {right}"
        for number, (asked, right) in enumerate(
            (("Which is the capital?", "Oslo"), ("Which is not?", "Bergen")), start=1
        )
    )
    reading = read(text, "t.txt")

    assert [each.stem for each in reading.questions] == ["1. Which is the capital?", "2. Which is not?"]
    assert [key(each) for each in reading.questions] == [["Oslo"], ["Bergen"]]
    assert options(reading.questions[0]) == ["Bergen", "Oslo"]


def test_the_foot_of_a_page_is_no_part_of_an_option() -> None:
    text = (
        "1. Which bird?\na) bat\nb) emu\n© 2024 A School\n"
        "2. Which fish?\na) eel\nb) newt\nhttps://example.org/7\n\nAnswers: 1b 2a\n"
    )
    reading = read(text, "t.txt")

    assert [options(each) for each in reading.questions] == [["bat", "emu"], ["eel", "newt"]]
    assert "© 2024 A School" in said_of(reading)


def test_an_option_that_breaks_off_goes_on_in_the_next_line() -> None:
    text = (
        "1. Why did it die out?\nA. It was hunted\nB. It flew away to\nMadagascar\nC. It froze\n\n"
        "2. Where?\nA. Here\nB. There\nC. Up\n\nAnswers: 1. A 2. B\n"
    )

    assert options(read(text, "t.txt").questions[0]) == ["It was hunted", "It flew away to Madagascar", "It froze"]


@pytest.mark.parametrize(
    ("heads", "pair"),
    [
        (("Part I. Choose.", "Part II. True or false.", "Part III. Complete."), "TF"),
        (("Teil A – Multiple Choice", "Teil B – Richtig oder falsch?", "Teil C – Ergänze"), ("richtig", "falsch")),
        (("Parte I. Elige.", "Parte II. Verdadero o falso.", "Parte III. Completa."), "VF"),
    ],
)
def test_a_paper_of_several_parts_has_one_key(heads: tuple[str, str, str], pair: tuple[str, str]) -> None:
    text = (
        f"{heads[0]}\n\n1. How many bones?\na) 106\nb) 206\n\n{heads[1]}\n\n2. The femur is in the leg.\n"
        f"3. Blood is made in hair.\n\n{heads[2]}\n\n4. The brain and the spinal ______ lead.\n\n"
        f"Answer key\n1. b\n2. {pair[0]}\n3. {pair[1]}\n4. cord\n"
    )
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["206"], ["True"], ["False"], ["cord"]]
    assert [each.stem for each in reading.questions][1:3] == [
        "2. The femur is in the leg.",
        "3. Blood is made in hair.",
    ]


def test_letters_of_a_key_judge_only_as_a_pair() -> None:
    text = (
        "1. How many?\na) 106\nb) 206\n\n2. The femur is in the leg.\n3. Blood is red.\n\nAnswers\n1. b\n2. T\n3. X\n"
    )

    assert list(left_out(read(text, "t.txt"))) == [5, 6]


def test_a_key_in_a_table_may_say_why() -> None:
    table = "| Question | Answer | Why |\n|---|---|---|\n| 1 | B | Athens |\n| 2 | A | {} |\n"
    text = "1. When?\n- A. 1886\n- B. 1896\n\n2. Where?\n- A. Athens\n- B. Rome\n\n## Answer Key\n\n"
    reading = read(text + table.format(""), "t.md")

    assert [key(each) for each in reading.questions] == [["1896"], ["Athens"]]
    assert "“Athens”" in said_of(reading)
    assert left_out(read(text + table.format("sorry, this is wrong"), "t.md"))


def test_labels_may_be_wide() -> None:
    text = (
        "問１　日本の首都は。\nＡ．大阪\nＢ．東京\n正解：Ｂ\n\n問２　富士山の高さは。\nＡ．3776\nＢ．3667\n正解：Ａ\n"
    )

    assert [key(each) for each in read(text, "t.txt").questions] == [["東京"], ["3776"]]


def test_one_statement_without_a_verdict_does_not_spoil_the_others() -> None:
    verdicts = ("R", "F", "R", "F")
    stated = "".join(f"{at}. Der Fluss {at} ist lang. {said}\n" for at, said in enumerate(verdicts, start=1))
    reading = read(f"Richtig (R) oder falsch (F)?\n\n{stated}5. Der Bach ist kurz.\n", "t.txt")

    assert [key(each) for each in reading.questions] == [["True"], ["False"], ["True"], ["False"]]
    assert "not said" in left_out(reading)[7]


def test_questions_in_json() -> None:
    asked = [
        {
            "question": "Which is a gas?",
            "options": {"A": "iron", "B": "neon"},
            "correct_answer": "B",
            "explanation": "Noble.",
        },
        {"question": "Which are metals?", "options": ["iron", "neon", "zinc"], "correctAnswer": ["iron", "zinc"]},
        {"question": "Iron is a metal.", "answer": True},
        {"question": "Which sign has iron?", "answer": "Fe"},
        {"question": "By letter?", "choices": ["red", "blue"], "answer": "A"},
        {"question": "Nothing said?", "options": ["one", "two"]},
        {"question": "Another text?", "options": ["one", "two"], "answer": "three"},
    ]
    reading = read(json.dumps({"title": "Quiz", "questions": asked}, indent=1), "t.json")

    assert [key(each) for each in reading.questions] == [["neon"], ["iron", "zinc"], ["True"], ["Fe"], ["red"]]
    assert reading.questions[0].explanation == "Noble."
    assert len(left_out(reading)) == 2
    assert [each.line for each in reading.questions] == sorted(each.line for each in reading.questions)
    assert reading.questions[0].line == 5


@pytest.mark.parametrize(("numbers", "right"), [((0, 1), ["one", "two"]), ((3, 1), ["three", "one"]), ((1, 2), [])])
def test_numbers_in_json_count_as_the_file_tells(numbers: tuple[int, int], right: list[str]) -> None:
    asked = [{"question": f"Which, {at}?", "options": ["one", "two", "three"], "answer": at} for at in numbers]
    reading = read(json.dumps(asked), "t.json")

    assert [key(each) for each in reading.questions] == [[each] for each in right]
    assert len(reading.left_out) == 2 - len(right)


@pytest.mark.parametrize("text", ["{", "[]", '[{"name": "no quiz"}]', "[" * 5_000])
def test_other_json_is_no_quiz(text: str) -> None:
    with pytest.raises(UsageError, match="formats"):
        read(text, "t.json")


def test_a_page_of_microsoft_forms_shows_the_key_by_ticks() -> None:
    text = (
        "A quiz\n\n1.Where is it made?(1 Point)\n\nMitochondria\n\nChloroplasts ✓\n\nNucleus\n\n"
        "2.Which gas is freed? *(2 Points)\n\nOxygen ✓\n\nNitrogen\n\n"
        "This content is neither created nor endorsed by Microsoft.\n\nMicrosoft Forms\n"
    )
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["Chloroplasts"], ["Oxygen"]]
    assert options(reading.questions[1]) == ["Oxygen", "Nitrogen"]
    assert reading.questions[1].stem == "Which gas is freed?"


def test_a_page_of_google_forms_says_the_right_answer_below() -> None:
    text = (
        "The capital of Peru? *\n1 point\nLima\nQuito\nCorrect answer\nLima\n\n"
        "Its currency? *\n1 point\npeso\nsol\nCorrect answer\nsol\n"
    )

    assert [key(each) for each in read(text, "t.txt").questions] == [["Lima"], ["sol"]]


def test_where_a_page_of_a_form_does_not_say_all_it_is_no_test() -> None:
    text = "1.Where?(1 Point)\n\nHere\n\nThere ✓\n\n2.When?(1 Point)\n\nNow\n\nThen\n"

    with pytest.raises(UsageError):
        read(text, "t.txt")


def test_a_letter_in_brackets_behind_a_line_of_options_is_their_key() -> None:
    text = "1. Who wrote Faust?  A) Goethe  B) Heine  [A]\n2. Who wrote Lorelei?  A) Goethe  B) Heine  [B]\n"
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["Goethe"], ["Heine"]]
    assert options(reading.questions[1]) == ["Goethe", "Heine"]


def test_a_gap_of_openolat_has_its_answers_behind_the_points() -> None:
    text = (
        "Typ\tSC\nTitel\tAlpen\nFrage\tWelcher?\n1\tMont Blanc\n0\tEiger\n\n"
        "Typ\tFIB\nTitel\tLücke\nPunkte\t1\nText\tDer längste ist der\n1\tAletschgletscher;Grosser Aletsch\nText\t.\n\n"
        "Typ\tFIB\nText\tOne\n1\tx1\nText\tand\n1\ty1\n"
    )
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["Mont Blanc"], ["Aletschgletscher", "Grosser Aletsch"]]
    assert reading.questions[1].stem == "Der längste ist der _____."
    assert "2 gaps" in " ".join(left_out(reading).values())


def test_what_is_said_above_the_first_question_does_not_hide_its_beginning() -> None:
    text = (
        "Title: Dice\nPoints: 2\n1. What is the chance?\na) 1/2\n*b) 1/6\n\n"
        "Title: Coins\n1. And here?\n*a) 1/2\nb) 1/6\n"
    )

    assert [key(each) for each in read(text, "t.txt").questions] == [["1/6"], ["1/2"]]


def test_a_printed_test_with_points_and_ticks_keeps_the_lines_of_its_questions() -> None:
    text = (
        "1. Which is it? (2 points)\nRead the text.\na) here ✓\nb) there\n\n"
        "2. And this? (1 point)\nLook at it.\na) now\nb) then ✓\n"
    )

    assert [options(each) for each in read(text, "t.txt").questions] == [["here", "there"], ["now", "then"]]


def test_the_size_of_the_box_of_openolat_is_no_answer() -> None:
    reading = read(
        "Typ\tFIB\nFrage\tRechnen\nText\t2 + 2 =\n1\t4\t2,2\n\n"
        "Typ\tFIB\nFrage\tBerg\nText\tDer höchste ist die\n1\tDufourspitze;Monte Rosa\t20,50\n",
        "t.csv",
    )

    assert [key(each) for each in reading.questions] == [["4"], ["Dufourspitze", "Monte Rosa"]]


@pytest.mark.parametrize("kind", ["COMPLETION", "Short Answer", "TRUE/FALSE"])
def test_the_kind_of_questions_above_one_is_no_part_of_it(kind: str) -> None:
    reading = read(
        "1. The longest bone is the\n a. humerus\n b. femur\n\n ANS: B\n\n"
        f"{kind}\n\n 2. The joint in the shoulder is a ____ joint.\n\n ANS: ball-and-socket\n",
        "t.txt",
    )

    assert [each.stem for each in reading.questions][1:] == ["2. The joint in the shoulder is a ____ joint."]
    assert f"“{kind}” tells what to do, or heads a part of the test" in said_of(reading)


def test_a_full_stop_may_stand_behind_the_letter_in_brackets() -> None:
    reading = read(
        "1. 中国的首都是哪里？（ B ）\nA. 上海\nB. 北京\n\n2. 水的化学式是（ A ）。\nA. H2O\nB. CO2\n", "t.txt"
    )

    assert [(each.stem, key(each)) for each in reading.questions] == [
        ("1. 中国的首都是哪里？", ["北京"]),
        ("2. 水的化学式是", ["H2O"]),
    ]


def test_points_in_a_line_of_their_own_are_no_question() -> None:
    reading = read(
        "1. Bone?\na. humerus\nb. femur\n\nANS: B\n\nPTS: 1\n\n2. Cell?\na. red\nb. iron\n\nANS: A\n", "t.txt"
    )

    assert [key(each) for each in reading.questions] == [["femur"], ["red"]]
    assert not reading.left_out
    assert "left out: “PTS: 1”" in said_of(reading)
