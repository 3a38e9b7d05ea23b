"""What is read of other programs' questions: every kind is taken over or named, and nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.imports.foreign import ForeignOption, ForeignQuestion
from trotskyism_cli.imports.gift import read_gift
from trotskyism_cli.imports.new_pack import new_pack
from trotskyism_cli.imports.table import read_table
from trotskyism_cli.pack.files import PackFile
from trotskyism_cli.pack.reader import read_pack_files

GIFT = """\
// a comment
$CATEGORY: History/The Revolution

::Who::[plain]Who \\{really\\} led it in 1917\\: which name? {
    =Leon Trotsky#He did\\=so
    ~Max Weber#A sociologist.
    ~Adam Smith
    ####He was chairman.
}

Which of these were Bolsheviks? Choose all that apply. {
  ~%50%Lenin ~%50%Bukharin ~%-100%Martov ~%-100%Dan }
"""


def test_gift_is_read_with_its_escapes_weights_categories_and_feedback() -> None:
    questions, misfits = read_gift(GIFT)

    assert misfits == []
    assert questions[0] == ForeignQuestion(
        line=4,
        stem="Who {really} led it in 1917: which name?",
        options=(
            ForeignOption("Leon Trotsky", right=True, note="He did=so"),
            ForeignOption("Max Weber", right=False, note="A sociologist."),
            ForeignOption("Adam Smith", right=False),
        ),
        category="The Revolution",
        explanation="He was chairman.",
    )
    assert [option.right for option in questions[1].options] == [True, True, False, False]
    assert questions[1].line == 11


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only words, without a brace.", "description"),
        ("Who? {=Lenin =Vladimir Lenin}", "to type"),
        ("When? {#1917:0}", "number"),
        ("So it is? {TRUE}", "true or false"),
        ("So it is? {F#Wrong.}", "true or false"),
        ("Pair them? {=a -> b =c -> d =e -> f}", "match"),
        ("Discuss. {}", "essay"),
        ("Who? {=Lenin ~Marx", "do not end"),
    ],
)
def test_what_is_answered_otherwise_is_named(text: str, said: str) -> None:
    questions, misfits = read_gift(f"// one\n\n{text}\n")

    assert questions == []
    assert [misfit.line for misfit in misfits] == [3]
    assert said in misfits[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "question,option_1,option_2,option_3,right\nWho wrote it?,Marx,'=Lenin,Kant,2\n",
        "Question;Answer;Option A;Option B;Option C\nWho wrote it?;=Lenin;Marx;=Lenin;Kant\n",
        "stem\tchoice 1\tchoice 2\tchoice 3\tkey\nWho wrote it?\tMarx\t=Lenin\tKant\tb\n",
    ],
)
def test_tables_are_read_by_their_heads(text: str) -> None:
    questions, misfits = read_table(text)

    assert misfits == []
    assert [(each.text, each.right) for each in questions[0].options] == [
        ("Marx", False),
        ("=Lenin", True),
        ("Kant", False),
    ]


def test_a_row_whose_answer_cannot_be_told_is_named_with_its_line() -> None:
    text = 'question,option_1,option_2,option_3,right\n"Who, in\ntwo lines?",a,b,c,1\nWho?,a,b,c,7\nWho?,a,b,c,\n'
    questions, misfits = read_table(text)

    assert [each.line for each in questions] == [2]
    assert [each.line for each in misfits] == [4, 5]


def test_a_table_without_the_columns_is_told_what_they_are() -> None:
    assert "name them so" in read_table("a,b\n1,2\n")[1][0].reason


def problems_of(files: dict[str, str]) -> list[str]:
    read = read_pack_files([PackFile(name, text.encode()) for name, text in files.items()])
    return [str(each) for each in read.problems]


def test_the_pack_passes_the_check_and_what_does_not_fit_is_named() -> None:
    questions, _ = read_gift(GIFT)
    two = ForeignQuestion(40, "Yes or no?", (ForeignOption("Yes", right=True), ForeignOption("No", right=False)))
    made = new_pack("mine", "exam.gift", [questions[0], two, questions[1]])

    assert problems_of(made.files) == []
    assert [each.line for each in made.questions] == [4, 11]
    assert [each.line for each in made.misfits] == [40]
    assert "options: 2 options; write 3 to 4" in made.misfits[0].reason
    assert "Marked wrong in the file that it comes from." in made.files["questions.yaml"]


@given(st.text(max_size=200) | st.text(alphabet="=~#{}:\\%->$\n ?aT", max_size=80))
def test_any_text_is_read_and_makes_a_sound_pack_or_none(text: str) -> None:
    for read in (read_gift, read_table):
        questions, _ = read(text)
        made = new_pack("any", "any.txt", questions)
        if made.questions:
            assert problems_of(made.files) == []


@given(st.lists(st.text(min_size=1, max_size=30), min_size=4, max_size=4))
def test_any_words_make_a_sound_pack_or_are_named(words: list[str]) -> None:
    options = tuple(ForeignOption(word, right=place == 0) for place, word in enumerate(words[1:]))
    made = new_pack("any", words[0], [ForeignQuestion(1, f"{words[0]} which of them is it?", options, words[0])])

    assert len(made.questions) + len(made.misfits) == 1
    if made.questions:
        assert problems_of(made.files) == []
