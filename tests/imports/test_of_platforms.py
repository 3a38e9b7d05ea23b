"""Files that Blackboard and Brightspace take from teachers."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read
from trotskyism_cli.imports.foreign import Choice, ForeignOption
from trotskyism_cli.imports.new_pack import new_pack

BLACKBOARD = (
    "MC\tWho led?\tLenin\tincorrect\tTrotsky\tcorrect\tStalin\tincorrect\n"
    "MA\tWhich?\tx\tcorrect\ty\tincorrect\tz\tCorrect\t\t\n\n"
    "TF\tLenin led\ttrue\n"
    "FIB\tCapital ___?\tMoscow\tMoskva\n"
    "ORD\tOrder?\ta\tb\tc\n"
    "MAT\tMatch\tp\tq\tr\ts\n"
    "NUM\tHow much?\t3.5\t0.1\n"
    "ESS\tWhy?\tBecause\n"
    "MC\tNo key?\tx\tperhaps\ty\tincorrect\n"
    "TF\tHow so?\tmaybe\n"
    "MAT\tMatch?\tp\tq\tr\n"
    "MC\n"
)


@pytest.mark.parametrize("name", ["t.txt", "t.tsv"])
def test_blackboard_is_read_by_the_kinds_of_its_lines(name: str) -> None:
    reading = read(BLACKBOARD, name)

    assert keys(reading) == {
        1: ["Trotsky"],
        2: ["x", "z"],
        4: ["True"],
        5: ["Moscow", "Moskva"],
        6: ["a", "b", "c"],
        7: ["p: q", "r: s"],
        8: ["3.5", "3.4..3.6"],
    }
    assert [each.line for each in reading.left_out] == [9, 10, 11, 12, 13]
    assert new_pack("own", name, reading).misfits == ()


BRIGHTSPACE = (
    "//MULTIPLE CHOICE,,,,\nNewQuestion,MC,,,\nID,q-1,,,\nQuestionText,Who led?,,,\nPoints,1,,,\n"
    "Option,0,Lenin,,\nOption,100,Trotsky,,right so\nOption,25,Joffe,,\nHint,Think,,,\nFeedback,From 1918,,,\n"
    "NewQuestion,TF,,,\nQuestionText,Lenin led,,,\nTRUE,0,,,\nFALSE,100,,,\n"
    "NewQuestion,MS,,,\nQuestionText,Which?,,,\nOption,1,x,,\nOption,0,y,,\nOption,1,z,,\n"
    "NewQuestion,SA,,,\nQuestionText,Where?,,,\nAnswer,100,Riga,,\nAnswer,50,Reval,,\n"
    "NewQuestion,M,,,\nQuestionText,Match,,,\nChoice,1,p,,\nChoice,2,r,,\nMatch,2,s,,\nMatch,1,q,,\n"
    "NewQuestion,O,,,\nQuestionText,Order,,,\nItem,a,,,\nItem,b,,,\n"
    "NewQuestion,WR,,,\nQuestionText,Why?,,,\n"
    "NewQuestion,MC,,,\nQuestionText,Share?,,,\nOption,all,x,,\nOption,0,y,,\n"
)


def test_brightspace_is_read_by_the_names_of_its_rows() -> None:
    reading = read(BRIGHTSPACE, "t.csv")

    assert keys(reading) == {
        2: ["Trotsky"],
        11: ["False"],
        15: ["x", "z"],
        20: ["Riga"],
        24: ["r: s", "p: q"],
        30: ["a", "b"],
    }
    assert list(left_out(reading)) == [34, 36]
    first = reading.questions[0]
    assert (first.own_id, first.explanation) == ("q-1", "From 1918")
    assert isinstance(first.answer, Choice)
    assert first.answer.options[1:] == (
        ForeignOption("Trotsky", right=True, note="right so"),
        ForeignOption("Joffe", right=False, credit=25),
    )
    told = [change.what for change in reading.changes]
    assert told == ["its hint was left out: “Think”", "“Reval”, which earned a part of the mark, was left out"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("QuestionText,OptionA,OptionB,CorrectOption\nWho?,x,y,b\n", ["y"]),
        ("Question,Answer A,Answer B,Answer C,Correct Answer,Correct Answer\nWho?,x,y,z,A,C\n", ["x", "z"]),
        ("| Question | A | B | Correct |\n|---|:--:|---|--:|\n| Who? | x | y | B |\n", ["y"]),
        ("Question,A,B,Correct Option Number\nWho?,x,y,2\n", ["y"]),
        ("Question,Opt A,Opt B,Ans.\nWho?,x,y,(B)\n", ["y"]),
        ("Frage,Richtig,Falsch 1,Falsch 2\nWer?,y,x,z\n", ["y"]),
        ("Vraag,Juist antwoord,Fout antwoord 1,Fout antwoord 2\nWie?,y,x,z\n", ["y"]),
        ("Otázka,Správná odpověď,Špatná odpověď 1,Špatná odpověď 2\nKdo?,y,x,z\n", ["y"]),
        ("Savol,A variant,B variant,To'g'ri javob\nKim?,x,y,B\n", ["y"]),
    ],
)
def test_other_heads(table: str, expected: list[str]) -> None:
    reading = read(table, "t.csv")

    assert list(keys(reading).values()) == [expected]
    assert reading.left_out == []
    assert "x" in options(reading.questions[0])


def test_options_that_are_marked_themselves() -> None:
    rows = "Q1?,*Pita,Naan,Boule\nQ2?,Pita,Naan (correct),Boule\nQ3?,Pita,Naan,Boule\nQ4?,Pita*,✓ Naan,Boule\n"
    reading = read(f"question,option 1,option 2,option 3\n{rows}", "t.csv")

    assert keys(reading) == {2: ["Pita"], 3: ["Naan"], 5: ["Pita", "Naan"]}
    assert options(reading.questions[1]) == ["Pita", "Naan", "Boule"]
    assert left_out(reading)[4].startswith("which option is right is not said; add a column answer")
    assert {change.what for change in reading.changes} == {"the marks of its right options were left out"}


def test_a_star_is_no_mark_where_a_column_has_the_answer_unless_they_disagree() -> None:
    rows = "Which sign?,*,+,2\nWhich?,*x,y,2\nHow?,*x,y,1\nWhose?,x*,y*,1\n"
    reading = read(f"question,option 1,option 2,answer\n{rows}", "t.csv")

    assert keys(reading) == {2: ["+"], 4: ["*x"], 5: ["x*"]}
    assert "marked as right; let both say the same" in left_out(reading)[3]


def test_a_field_of_anki_that_answers_is_the_key_of_options() -> None:
    text = "#separator:tab\n#columns:Question\tOption 1\tOption 2\tBack\nWho?\tx\ty\t2\n"

    assert keys(read(text, "t.txt")) == {3: ["y"]}
