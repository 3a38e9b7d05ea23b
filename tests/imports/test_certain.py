"""What can be read in two ways is left out and named; what only looks like something else is read as what it is."""

from pathlib import Path

import pytest

from tests.every_for_tests import every
from tests.imports.reading_for_tests import key, keys, left_out, options, read, told
from tests.imports.test_told_of import deck
from trotskyism_cli.errors import AppError
from trotskyism_cli.imports.fitting import fitted
from trotskyism_cli.imports.foreign import Choice, Reading, Typed
from trotskyism_cli.imports.new_pack import NewPack, new_pack

ANKI = "#separator:tab\n#html:true\n"


def made_of(text: str, name: str = "t.txt") -> NewPack:
    """The questions as they are when they stand in a pack."""
    return new_pack("p", name, read(text, name))


@pytest.mark.parametrize(
    "names",
    ["Question\tWrong\tRight", "Frage\tFalsch\tRichtig", "Question\tDistractor\tKey", "Pregunta\tIncorrecta\tCorrecta"],
)
@pytest.mark.parametrize("separator", ["\t", ","])
def test_heads_mean_the_same_in_fields_of_anki_and_in_tables(names: str, separator: str) -> None:
    anki = separator == "\t"
    text = f"{ANKI}#columns:{names}\nWho?\tLenin\tTrotsky\n" if anki else f"{names}\nWho?\tLenin\tTrotsky\n"
    (question,) = read(text.replace("\t", separator), "t.txt" if anki else "t.csv").questions

    assert (options(question), key(question)) == (["Trotsky", "Lenin"], ["Trotsky"])


@pytest.mark.parametrize(
    ("names", "note", "expected"),
    [
        ("Wort\tWortart\tÜbersetzung", "Hund\tNomen\tdog", "dog"),
        ("Word\tIPA\tTranslation", "soviet\t/x/\tcouncil", "council"),
        ("質問\tヒント\t答え", "誰?\tト…\tトロツキー", "トロツキー"),
        ("Header\tPrompt\tTarget", "H\tWho?\tTrotsky", ""),
        ("Front\tBack\tExtra\tCorrect", "Who?\tLenin\tx\tTrotsky", ""),
        ("Front\tBack\tExtra\tCorrect", "Who?\tTrotsky\tx\tTrotsky", "Trotsky"),
        ("Question\tAnswer\tOptions", "Who?\tB\tLenin, Trotsky", ""),
    ],
)
def test_a_field_is_the_answer_only_if_its_name_says_so(names: str, note: str, expected: str) -> None:
    reading = read(f"{ANKI}#columns:{names}\n{note}\n", "t.txt")

    assert [key(each)[0] for each in reading.questions] == ([expected] if expected else [])
    assert len(reading.left_out) == (not expected)


def test_of_several_fields_on_a_back_that_in_another_language_answers(tmp_path: Path) -> None:
    shown = {"qfmt": "{{Wort}}", "afmt": "{{Wortart}} {{Englisch}}"}
    note = {"Wort": "Hund", "Wortart": "Nomen", "Englisch": "dog"}
    (question,) = read(deck(tmp_path, [shown], 1, note), "t.apkg").questions

    assert key(question) == ["dog"]


def test_of_several_fields_on_a_back_none_is_guessed(tmp_path: Path) -> None:
    shown = {"qfmt": "{{Wort}}", "afmt": "{{Wortart}} {{Plural}}"}
    note = {"Wort": "Hund", "Wortart": "Nomen", "Plural": "Hunde"}

    assert "Wortart, Plural" in left_out(read(deck(tmp_path, [shown], 1, note), "t.apkg"))[1]


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("Who?<ol><li>Lenin</li><li>Trotsky</li></ol>", "2"),
        ('Who?<ol type="A"><li>Lenin</li><li>Trotsky</li></ol>', "B"),
        ("Who?<br>- Lenin<br>- Trotsky", "b"),
        ("Who?<br>[1] Lenin<br>[2] Trotsky", "2"),
        ("Who?<br>A: Lenin<br>B: Trotsky", "Ans: B"),
        ("Who?<br>A - Lenin<br>B - Trotsky", "B."),
        ("Who?<br>A Lenin<br>B Trotsky", "Option B"),
        ("谁?<br>甲、Lenin<br>乙、Trotsky", "乙"),
        ("誰?<br>ア Lenin<br>イ Trotsky", "イ"),
        ("누구?<br>① Lenin<br>② Trotsky", "②"),
        ("من؟<br>أ) Lenin<br>ب) Trotsky", "ب"),
        ("Who?<br>I. Lenin<br>II. Trotsky", "II"),
    ],
)
def test_a_mark_names_one_of_the_options_that_stand_with_the_question(front: str, back: str) -> None:
    (question,) = made_of(f"{ANKI}{front}\t{back}\n").questions

    assert (options(question), key(question)) == (["Lenin", "Trotsky"], ["Trotsky"])


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("Who?<br>Lenin<br>Trotsky", "B"),
        ("Who??<div>Lenin</div><div>Trotsky</div>", "B"),
        ("Which of these? Lenin, Trotsky, Stalin", "2"),
        ("Who led: Lenin, Trotsky or Stalin?", "B"),
        ("Who? A/ Lenin B/ Trotsky", "B"),
        ("Who? 1 Lenin 2 Trotsky", "2"),
        ("Who?<br>1) Lenin<br>2) Trotsky", "The second"),
        ("Who? A. Lenin B. Trotsky", "B, because he did"),
        ("Which? A. Lenin B. Trotsky", "Both A and B"),
        ("1. Lenin<br>2. Trotsky<br>Which?", "2"),
    ],
)
def test_a_mark_is_not_to_be_typed_where_options_may_stand(front: str, back: str) -> None:
    made = made_of(f"{ANKI}{front}\t{back}\n")

    assert made.questions == ()
    assert len(made.misfits) + len(read(f"{ANKI}{front}\t{back}\n", "t.txt").left_out) == 1


def test_a_letter_that_is_asked_for_is_to_be_typed() -> None:
    made = made_of(f"{ANKI}Which letter follows A?\tB\nWho led?\tTrotsky\n")

    assert [key(each) for each in made.questions] == [["B"], ["Trotsky"]]


@pytest.mark.parametrize(
    "text",
    [
        "Question,Answer\n1,B\n2,A\n3,D\n",
        "Question,Answer\nWho led?,B\nWhen?,A\n",
        "## Question 1\nWho?\nA. x\nB. y\n\n| Question | Answer |\n|---|---|\n| 1 | B |\n| 2 | B |\n",
    ],
)
def test_lists_of_keys_are_no_cards(text: str) -> None:
    reading = read(text, "t.csv" if "," in text else "t.md")

    assert reading.questions == []
    reasons = ("the options are not there", "a list of keys", "its first column is the same in most rows")
    assert every(any(reason in said for reason in reasons) for said in left_out(reading).values())


@pytest.mark.parametrize(("true", "false"), ["TF", "RF", "○×", "OX", "√×", ("Vrai", "Faux")])
def test_answers_that_all_judge_are_no_texts(true: str, false: str) -> None:
    reading = read(f"Question,Answer\nIt is so.,{true}\nIt is not.,{false}\n", "t.csv")

    assert keys(reading) == {2: ["True"], 3: ["False"]}


BOARD = "MC\tWho?\ta\tincorrect\tb\tcorrect\nMC\tWhen?\ta\tcorrect\tb\tincorrect\n"


@pytest.mark.parametrize("odd", ["XX\tUnknown?\ta\tb\n", "Title\tTest\t\t\t\n", "cut?\ta\tcorrect\tb\tincorrect\n"])
@pytest.mark.parametrize("separator", "\t;,")
def test_a_file_of_blackboard_with_an_odd_line_stays_one(odd: str, separator: str) -> None:
    reading = read((BOARD + odd).replace("\t", separator), "t.txt")

    assert keys(reading) == {1: ["b"], 2: ["a"]}
    assert "does not begin with a kind of question" in left_out(reading)[3]


@pytest.mark.parametrize(
    "text",
    [
        "Who?,Lenin,no,Trotsky,yes,Stalin,no\nWhen?,1917,yes,1905,no,1921,no\n",
        "Who?,yes,no,yes\nWhich?,no,yes,no\n",
        "Anna,Math,English,Math\nBen,Math,English,English\n",
    ],
)
@pytest.mark.parametrize("name", ["t.txt", "t.csv"])
def test_a_table_without_heads_is_read_only_if_it_asks_and_offers(text: str, name: str) -> None:
    try:
        found = read(text, name).questions
    except AppError:  # refused whole
        found = []

    assert found == []


@pytest.mark.parametrize(
    "head",
    [
        "Correct (of 30)",
        "Richtig (von 25)",
        "Correct [count]",
        "# right",
        "Верно (чел.)",
        "Right - 30 pupils",
        "Key (0 = no, 1 = yes)",
    ],
)
def test_numbers_under_a_head_that_may_count_are_no_keys(head: str) -> None:
    reading = read(f"Question;A;B;C;{head}\nWho?;x;y;z;3\nWhen?;p;q;r;B\n", "t.csv")

    assert keys(reading) == {3: ["q"]}
    assert "count something else" in left_out(reading)[2]


@pytest.mark.parametrize(
    "head", ["Answer (1-3)", "Correct answer(s) - choose one", "Answer (number)", "Key (2025)", "Right (elige una)"]
)
def test_other_remarks_at_a_head_change_nothing(head: str) -> None:
    assert keys(read(f"Question;A;B;C;{head}\nWho?;x;y;z;3\n", "t.csv")) == {2: ["z"]}


@pytest.mark.parametrize("head", ["Answer (0 = first)", "ans (zero indexed)", "Answer index (from 0)", "Key (A = 0)"])
def test_a_head_says_that_0_is_the_first(head: str) -> None:
    assert keys(read(f"Question,a,b,c,{head}\nWho?,x,y,z,1\nWhen?,p,q,r,2\n", "t.csv")) == {2: ["y"], 3: ["r"]}


@pytest.mark.parametrize("head", ["Key", "Answer"])
def test_a_first_column_that_counts_the_rows_is_no_key(head: str) -> None:
    rows = "1,Who?,x,y,z\n2,When?,p,q,r\n3,Where?,s,t,u\n"

    assert keys(read(f"{head},Question,A,B,C\n{rows}", "t.csv")) == {}


@pytest.mark.parametrize(
    "row",
    [
        "B. Lenin,A. Trotsky,C. Stalin,A",
        "2) Lenin,1) Trotsky,3) Stalin,1",
        "*Lenin,Trotsky,Stalin,B",
        "Lenin (correct),Trotsky,Stalin,C",
        "Lenin,Trotsky,Stalin,A (B)",
    ],
)
def test_two_statements_that_disagree_make_no_key(row: str) -> None:
    reading = read(f"Question,A,B,C,Answer\nWho?,{row}\nWhen?,p,q,r,B\n", "t.csv")

    assert keys(reading) == {3: ["q"]}
    assert list(left_out(reading)) == [2]


def test_heads_that_stand_again_begin_anew() -> None:
    text = "Nr,Frage,A,B,Lösung\n1,Wer?,x,y,B\nNr,Frage,Lösung,A,B\n2,Wo?,q,p,q\nNr,Frage,Lösung,A,B\n3,Was?,A,r,s\n"
    reading = read(text, "t.csv")

    assert keys(reading) == {2: ["y"], 4: ["q"], 6: ["r"]}
    assert "line 3 has the heads again" in told(reading)
    assert keys(read("Question,A,B,Key\nWho?,x,y,B\nFrage,Lösung,A,B\nWo?,A,p,q\n", "t.csv")) == {2: ["y"], 4: ["p"]}


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (("I", "II", "III"), "ii"),
        (("First", "Second", "Third"), "second"),
        (("Red", "Blue", "Green"), "Blue"),
        (("Choix n°1", "Choix n°2", "Choix n°3"), "n°2"),
        (("選項一", "選項二", "選項三"), "二"),
        (("الخيار الأول", "الخيار الثاني", "الخيار الثالث"), "الخيار الثاني"),
        (("W", "X", "Y"), "X"),
    ],
)
def test_columns_that_the_keys_name_are_options(heads: tuple[str, ...], said: str) -> None:
    rows = f"Who?,Lenin,Trotsky,Stalin,{said}\nWhen?,1905,1917,1921,{heads[2]}\n"
    reading = read(f"Question,{','.join(heads)},Answer\n{rows}", "t.csv")

    assert keys(reading) == {2: ["Trotsky"], 3: ["1921"]}


def test_numbered_columns_that_are_no_options_are_not_taken_for_some() -> None:
    text = "Question,Source 1,Source 2,Source 3,Answer\nHow many?,x,y,z,2\nWho?,p,q,r,Trotsky\n"

    reading = read(text, "t.csv")

    assert [each.answer for each in reading.questions] == [Typed(("Trotsky",))]
    assert [each.line for each in reading.left_out] == [2]


@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        ("Correct option,Option 2,Option 3", "Trotsky,Lenin,Stalin\n2,1,3\nB,A,C", [["Trotsky"], ["2"], ["B"]]),
        ("Option 1 (correct),Option 2,Option 3", "Trotsky,Lenin,Stalin", [["Trotsky"]]),
        ("Answer 1 (right),Answer 2 (wrong)", "Trotsky,Lenin", [["Trotsky"]]),
        ("Option 2,Option 3,Answer", "x,y,2\np,q,3", [["x"], ["q"]]),
        ("Correct option,Option 2,Option 3", "Trotsky,Lenin,Stalin\nC,1905,1917", [["Trotsky"]]),
        ("Answer,Answer 2", "Trotsky,Bronstein", []),
    ],
)
def test_the_right_answer_may_be_the_first_option(heads: str, rows: str, expected: list[list[str]]) -> None:
    lines = [f"Q{place}?,{row}" for place, row in enumerate(rows.split("\n"))]
    reading = read("\n".join([f"Question,{heads}", *lines]), "t.csv")

    assert list(keys(reading).values()) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Lenin,0,Trotsky,100,Stalin,0", ["Trotsky"]),
        ("Lenin,50,Trotsky,50,Stalin,-50", ["Lenin", "Trotsky"]),
        ("Lenin,n,Trotsky,y,Stalin,n", ["Trotsky"]),
        ("Lenin,12,Trotsky,30,Stalin,7", []),
    ],
)
def test_what_options_earn_adds_up_or_is_no_key(rows: str, expected: list[str]) -> None:
    reading = read(f"Question,A,A %,B,B %,C,C %\nWho?,{rows}\n", "t.csv")

    assert keys(reading) == ({2: expected} if expected else {})


def test_an_answer_beside_weights_says_the_same_or_there_is_none() -> None:
    reading = read("Question,A,B,Key,Weight A,Weight B\nTwo?,x,y,A,50,50\nOne?,p,q,B,0,100\n", "t.csv")

    assert keys(reading) == {3: ["q"]}


def test_a_verdict_on_another_column_is_no_answer() -> None:
    reading = read("Question,Your answer,Correct?\nWho?,B,yes\nWhen?,,1917\n", "t.csv")

    assert keys(reading) == {3: ["1917"]}
    assert "may say whether Your answer is right" in left_out(reading)[2]


def test_several_right_texts_in_a_cell_beside_wrong_ones() -> None:
    reading = read("Question;Correct;Wrong\nTwo?;x|y;p|q\nOne?;x, y;p, q\n", "t.csv")

    assert keys(reading) == {2: ["x", "y"]}
    assert "may be one answer, or several" in left_out(reading)[3]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Who?\nA. x\nB. y\nANSWER: B\n", "t.txt", ["y"]),
        ("1. Who?\n*a) x\nb) y\n", "t.txt", ["x"]),
        ("Who? {=x ~y}\n\nWhen? {=p ~q}\n", "t.gift", ["x"]),
        ("NewQuestion,SA\nQuestionText,Who?\nAnswer,100,x\n", "t.csv", ["x"]),
    ],
)
def test_lines_may_end_as_on_an_old_mac(text: str, name: str, expected: list[str]) -> None:
    assert key(read(text.replace("\n", "\r"), name).questions[0]) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("1,000:10", []), ("3,14:0,01", ["3.14", "3.13..3.15"]), ("0,125", ["0.125"])]
)
def test_a_number_of_thousands_or_with_a_fraction_is_not_guessed(number: str, expected: list[str]) -> None:
    assert keys(read(f"How much?{{#{number}}}\n", "t.gift")) == ({1: expected} if expected else {})


def test_a_pattern_is_no_answer_to_type() -> None:
    first = "NewQuestion,SA\nQuestionText,Who?\nAnswer,100,a|b,regexp\n"
    reading = read(f"{first}NewQuestion,SA\nQuestionText,So?\nAnswer,100,c,regexp\n", "t.csv")

    assert keys(reading) == {4: ["c"]}
    assert "“a|b” is a pattern" in left_out(reading)[1]


@pytest.mark.parametrize(
    "stem", ["Which are true?\nI. It is.\nII. It was.\nIII. It will be.", "Consider:\nC. elegans is a worm.\nWho?"]
)
def test_lists_in_a_question_of_aiken_belong_to_it(stem: str) -> None:
    (question,) = read(f"{stem}\nA. I only\nB. both\nANSWER: B\n", "t.txt").questions

    assert question.stem == " ".join(stem.splitlines())
    assert key(question) == ["both"]


def test_what_stands_apart_above_a_question_of_aiken() -> None:
    reading = read("Read this.\n\nWho?\nA. x\nB. y\nANSWER: B\n\nAlone?\n\nWhich?\nA. x\nB. y\nANSWER: A\n", "t.txt")

    assert [each.stem for each in reading.questions] == ["Read this. Who?", "Which?"]
    assert "“Read this.” stands apart" in reading.questions[0].changes[0]
    assert list(left_out(reading)) == [8]


def test_what_stands_outside_of_cards_and_quizzes_is_told() -> None:
    outside = read("<quiz>\nWho?\n- [x] a\n- [ ] b\n</quiz>\n\nAnd?\n- [x] c\n- [ ] d\n", "t.md")
    above = read("Question: Who?\nAnswer: x\n\nQ: When?\nA: 1917\n", "t.md")

    assert left_out(outside) == {7: "a list to tick outside of <quiz>; write <quiz> above it and </quiz> below"}
    assert "above the first card was passed over, 2 lines" in told(above)


def test_lists_to_tick_that_ask_nothing_do_not_hide_those_that_do() -> None:
    lists = (f"## {stem}\n- [x] a\n- [ ] b\n\n" for stem in ("Who?", "Shopping", "Which?", "Packing"))
    reading = read("".join(lists), "t.md")

    assert [each.stem for each in reading.questions] == ["Who?", "Which?"]
    assert len(reading.left_out) == 2


PROCESSED = """<assessmentItem identifier="k"><responseDeclaration identifier="RESPONSE" cardinality="single">
<correctResponse><value>B</value></correctResponse></responseDeclaration><itemBody>
<choiceInteraction responseIdentifier="RESPONSE"><prompt>Who?</prompt><simpleChoice identifier="A">x</simpleChoice>
<simpleChoice identifier="B">y</simpleChoice></choiceInteraction></itemBody><responseProcessing><responseCondition>
<responseIf>{}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
</responseIf></responseCondition></responseProcessing></assessmentItem>"""
RIGHT = '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'
OTHER = '<match><variable identifier="RESPONSE"/><baseValue baseType="identifier">A</baseValue></match>'


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (RIGHT, ["y"]),
        (f'<and><not><isNull><variable identifier="RESPONSE"/></isNull></not>{RIGHT}</and>', ["y"]),
        (f"<not>{RIGHT}</not>", []),
        (OTHER, []),
        (OTHER.replace(">A<", ">B<"), ["y"]),
    ],
)
def test_what_is_done_with_a_response_may_not_belie_the_key(test: str, expected: list[str]) -> None:
    reading: Reading = read(PROCESSED.format(test), "t.xml")

    assert list(keys(reading).values()) == ([expected] if expected else [])


def test_a_letter_as_the_answer_of_gift_stays_what_is_typed() -> None:
    (question,) = read("Which letter follows A?{=B}\n\n", "t.gift").questions

    assert not isinstance(question.answer, Choice)


@pytest.mark.parametrize(
    "table",
    [
        "Küsimus,A,B,C,Õige vastus\nKes?,x,y,z,B\n",
        "Klausimas,A,B,C,Teisingas atsakymas\nKas?,x,y,z,B\n",
        "கேள்வி,அ,ஆ,இ,சரியான விடை\nயார்?,x,y,z,ஆ\n",
        "سوال,الف,ب,ج,درست جواب\nکون؟,x,y,z,ب\n",
        "Савол,А,Б,С,Д,Тўғри жавоб\nКим?,x,y,z,w,Б\n",
        "Cwestiwn,A,B,C,Ateb cywir\nPwy?,x,y,z,B\n",
    ],
)
def test_heads_in_further_languages(table: str) -> None:
    (question,) = read(table, "t.csv").questions

    assert key(question) == ["y"]
    assert options(question)[:3] == ["x", "y", "z"]


@pytest.mark.parametrize(
    "options_of_two",
    [
        "a. x\nb. *y",
        "a. x\nb. **y**",
        "a. x\nb. y [correct]",
        "( ) x\n(x) y",
        "☐ x\n☑ y",
        "○ x\n● y",
    ],
)
def test_further_marks_of_what_is_right(options_of_two: str) -> None:
    reading = read(f"1. Who?\n{options_of_two}\n\n2. When?\n{options_of_two}\n", "t.txt")

    assert keys(reading) == {1: ["y"], 5: ["y"]}


def test_a_cross_beside_a_tick_is_no_mark() -> None:
    with pytest.raises(AppError):
        read("1. Who?\n☐ x\n☑ y\n☒ z\n", "t.txt")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("① x\n② y\n정답: ②", ["y"]),
        ("① x\n② y\n정답: 2", ["y"]),
        ("A.x\nB.y\nANS: B", ["y"]),
        ("A. x   B. y   C. z\nAnswer: B", ["y"]),
        ("   A) x\tB) y\nAnswer: B", ["y"]),
        ("A) x\tC) z\nB) y\tD) w\nAnswer: B", ["y"]),
        ("A. x\nB. y\nANS: B PTS: 1 DIF: Easy", ["y"]),
    ],
)
def test_options_of_aiken_as_others_write_them(block: str, expected: list[str]) -> None:
    reading = read(f"Who?\n{block}\n", "t.txt")

    assert list(keys(reading).values()) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "said",
    ["?", "???", "…", "...", "-", "—", "n/a", "N/D", "k. A.", "TBD", "todo", "offen", "à compléter", "нет ответа"],
)
def test_what_stands_for_no_answer_is_none(said: str) -> None:
    reading = read(f"Question;Answer\nWho wrote it?;{said}\nWho read it?;Trotsky\n", "t.csv")

    assert keys(reading) == {3: ["Trotsky"]}
    assert "not known" in left_out(reading)[2]


@pytest.mark.parametrize(("question", "said"), [("open", "offen"), ("everything", "todo"), ("Sodium?", "Na")])
def test_words_that_only_look_so_are_answers(question: str, said: str) -> None:
    assert keys(read(f"Front;Back\n{question};{said}\n", "t.csv")) == {2: [said]}


def test_a_statement_without_an_answer_changes_no_other() -> None:
    rows = "Lenin wrote it;True\nTrotsky wrote it;?\nMarx wrote it;False\n"
    reading = read(f"Statement;Answer\n{rows}", "t.csv")

    assert [options(each) for each in reading.questions] == [["True", "False"]] * 2
    assert list(left_out(reading)) == [3]


def test_cards_of_quizlet_in_several_lines_are_choices() -> None:
    cards = [
        "Who?\na) Lenin\nb) Trotsky\nc) Stalin\tb",
        "When?\na) 1905\nb) 1917\nc) 1924\t",
        "Where?\na) Rome\nb) Kyiv\tb",
    ]
    reading = read("\n\n".join(cards), "t.txt", form="quizlet")
    fit = [fitted(each) for each in reading.questions]

    assert [(each.line, each.stem, options(each), key(each)) for each in fit] == [
        (1, "Who?", ["Lenin", "Trotsky", "Stalin"], ["Trotsky"]),
        (11, "Where?", ["Rome", "Kyiv"], ["Kyiv"]),
    ]
    assert list(left_out(reading)) == [6]
