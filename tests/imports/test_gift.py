"""GIFT as Moodle reads it: every kind is taken over or named, and nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.reading_for_tests import key, keys, left_out, options, read, read_case, said_of
from trotskyism_cli.errors import AppError
from trotskyism_cli.imports.foreign import Choice, ForeignOption, ForeignQuestion, Match
from trotskyism_cli.imports.platforms.gift import read_gift

GIFT = """\
// a comment
$CATEGORY: History/The Revolution

::Who::[plain]Who \\{really\\} led it in 1917\\: which name? {
    =Leon Trotsky#He did\\=so
    ~Max Weber#A sociologist.
    ~Adam Smith
    ####He was chairman.
}

// [id:bolsheviks] [tag:x]
Which of these were Bolsheviks? Choose all that apply. {
  ~%50%Lenin ~%50%Bukharin ~%-100%Martov ~%-100%Dan }
"""


def test_gift_is_read_with_its_escapes_weights_categories_and_feedback() -> None:
    reading = read_gift(GIFT)

    assert reading.left_out == []
    assert reading.questions[0] == ForeignQuestion(
        line=4,
        stem="Who {really} led it in 1917: which name?",
        answer=Choice(
            (
                ForeignOption("Leon Trotsky", right=True, note="He did=so"),
                ForeignOption("Max Weber", right=False, note="A sociologist."),
                ForeignOption("Adam Smith", right=False),
            )
        ),
        category="The Revolution",
        explanation="He was chairman.",
    )
    assert key(reading.questions[1]) == ["Lenin", "Bukharin"]
    assert reading.questions[1].line == 12
    assert reading.questions[1].own_id == "bolsheviks"


def test_a_sign_of_the_right_answer_makes_weights_partial_credit() -> None:
    (question,) = read_case("gift/g01-partial-credit.gift").questions

    assert key(question) == ["Rye"]
    assert isinstance(question.answer, Choice)
    assert not question.answer.several
    assert question.answer.options[1] == ForeignOption("Spelt", right=False, note="Close, but no.", credit=50)


def test_answers_have_the_format_of_their_stem() -> None:
    (question,) = read_case("gift/g02-moodle-export.txt").questions

    assert options(question) == ["Salt", "Sugar & honey", "Warm water"]
    assert isinstance(question.answer, Choice)
    assert question.answer.options[0].note == "Salt draws water out of the yeast."
    assert question.stem == "Which of these slows the yeast down in a dough?"
    assert question.explanation == "See the chapter on dough."
    assert question.category == "Bread"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("g04-no-blank-line.gift", {1: ["Pita"], 2: ["Challah"]}),
        ("g05-categories.gift", {3: ["Challah"]}),
        (
            "g06-weights.gift",
            {
                1: ["Brioche", "Challah"],
                8: ["Matzo", "Tortilla"],
                14: ["Pumpernickel", "Borodinsky", "Vollkornbrot"],
            },
        ),
        ("g08-utf16.gift", {1: ["Pita"]}),
        ("g10-comments.gift", {2: ["Pita // right"]}),
        ("g11-blank-inside.gift", {1: ["Pita"]}),
        ("g12-markdown.gift", {1: ["Matzo"]}),
        ("g13-cr.gift", {1: ["Pita"], 7: ["Challah"]}),
        ("g14-two.gift", {1: ["Yes"]}),
        ("g15-feedback.gift", {1: ["Pita"]}),
        ("g16-eq-weights.gift", {1: ["Pita"]}),
        (
            "g20-completion-stem.gift",
            {1: ["Pita"], 7: ["flat"], 9: ["Pita"], 11: ["Challah"], 13: ["None of the above"]},
        ),
        ("g22-nbsp.gift", {1: ["Pita"], 7: ["Challah"]}),
    ],
)
def test_the_files_of_teachers(name: str, expected: dict[int, list[str]]) -> None:
    reading = read_case(f"gift/{name}")

    assert keys(reading) == expected
    assert reading.left_out == []


def test_what_moodle_would_refuse_but_can_only_mean_one_thing_is_said() -> None:
    assert "a blank line is missing" in read_case("gift/g04-no-blank-line.gift").changes[0].what
    assert [each.line for each in read_case("gift/g11-blank-inside.gift").changes] == [1]
    (lost,) = read_case("gift/g17-after.gift").left_out
    assert "two sets of answers" in lost.reason
    assert read_case("gift/g05-categories.gift").questions[0].category == "Plaited"


def test_another_encoding_is_asked_for() -> None:
    with pytest.raises(AppError, match="--encoding"):
        read_case("gift/g07-latin1.gift")
    assert keys(read_case("gift/g07-latin1.gift", "windows-1252")) == {1: ["Pâte à choux"]}


def test_every_kind_has_its_answer() -> None:
    reading = read_case("gift/g09-kinds.gift")

    assert keys(reading) == {
        1: ["False"],
        3: ["False"],
        5: ["1762", "1759..1765"],
        7: ["dough", "Dough"],
        9: ["Pita: flat", "Challah: plaited"],
    }
    assert left_out(reading)[11].startswith("an essay")
    assert left_out(reading)[13].startswith("a description without answers")


def test_of_true_or_false_the_feedback_for_the_wrong_answer_comes_first() -> None:
    (question,) = read("The sun rises.{TRUE#You said false.#You said true.}", "q.gift").questions
    assert isinstance(question.answer, Choice)
    assert [(each.text, each.right, each.note) for each in question.answer.options] == [
        ("True", True, "You said true."),
        ("False", False, "You said false."),
    ]


@pytest.mark.parametrize(
    ("answers", "accepted"),
    [
        ("#3.14:0.01", ["3.14", "3.13..3.15"]),
        ("#1..5", ["1..5"]),
        ("#=1822:0#yes =%50%1822:2#near", ["1822"]),
        ("#-5:0", ["-5"]),
        ("#2,5", ["2.5"]),
        ("=Nazareth#Yes =%75%Nazereth#misspelt", ["Nazareth"]),
        ("Grant", ["Grant"]),
        ("=C\\* ", ["C*"]),
    ],
)
def test_answers_to_type(answers: str, accepted: list[str]) -> None:
    assert keys(read_gift(f"How much? {{{answers}}}")) == {1: accepted}


def test_pairs_with_answers_to_spare() -> None:
    (question,) = read_gift("Match.{=a -> x =b -> y#why = -> z}").questions
    assert question.answer == Match((("a", "x"), ("b", "y")), ("z",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only words, without a brace.", "description"),
        ("Discuss. {}", "essay"),
        ("Who? {=Lenin ~Marx", "do not close"),
        ("Who? =Lenin ~Marx}", "do not close"),
        ("Who? {=%50%Lenin ~Marx}", "not wholly right"),
        ("Who? {~%abc%Lenin ~Marx}", "cannot be read"),
        ("Who? {=Len* }", "star for any letters"),
        ("When? {#soon}", "not a number"),
        ("When? {#}", "not a number"),
        ("Who? {= ~Marx}", "without text"),
        ("Pairs? {=a -> =b -> c}", "a pair without an answer"),
        ("Say it? {=one two three four five six seven eight nine}", "9 words"),
    ],
)
def test_what_a_pack_cannot_ask_is_named(text: str, said: str) -> None:
    reading = read_gift(f"// one\n\n{text}\n\nWhich loaf is flat? {{=Pita ~Naan}}\n")

    assert list(left_out(reading)) == [3]
    assert said in left_out(reading)[3]
    assert keys(reading) == {5: ["Pita"]}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[html]<p>x<sup>2</sup> &lt; 4</p>", "x² < 4"),
        ("In C, what is in <stdio.h>?", "In C, what is in <stdio.h>?"),
        ("a < b and b > c", "a < b and b > c"),
        ("[plain]<b>&amp;", "<b>&amp;"),
        ("Is <b>this</b> &quot;bold&quot;?", 'Is this "bold"?'),
    ],
)
def test_markup_is_read_as_its_format_says(text: str, shown: str) -> None:
    assert read_gift(f"{text} {{=a ~b}}").questions[0].stem == shown


def test_a_picture_that_is_lost_is_said() -> None:
    reading = read_gift('[html]<p>What is this? <img src\\="x.png" alt\\="a loaf"></p> {=a ~b}')
    assert "picture" in reading.changes[0].what


@given(st.text(max_size=200) | st.text(alphabet="=~#{}:\\%->$\n ?aT1", max_size=80))
def test_any_text_is_read(text: str) -> None:
    reading = read_gift(text)
    lines = [*(each.line for each in reading.questions), *(each.line for each in reading.left_out)]

    assert len(lines) == len(set(lines))


def test_an_answer_of_several_lines_is_told_for_a_sign_may_be_forgotten() -> None:
    reading = read("When? {\n=1917\n1905\n~1924\n}\n\nWho? {\n=Trotsky\n~Lenin\n}\n", "t.gift")

    assert [options(each) for each in reading.questions] == [["1917 1905", "1924"], ["Trotsky", "Lenin"]]
    assert said_of(reading).count("see that no ~ is forgotten") == 1


def test_a_title_begins_a_question_also_below_one_that_goes_on_behind_its_brace() -> None:
    text = "::a:: Odd? {=3 ~2}\n::b:: The cat {=sat ~sit} down.\n::c:: Even? {=2 ~3}\nPrime? {=7 ~8}\n"
    reading = read(text, "t.gift")

    assert keys(reading) == {1: ["3"], 2: ["sat"], 3: ["2"], 4: ["7"]}
    assert reading.questions[1].stem.endswith("down.")
