"""Files of all kinds as teachers have them: no key that the file does not say, no question lost in silence."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.foreign import Choice, Order, UnreadableError
from trotskyism_cli.imports.new_pack import new_pack
from trotskyism_cli.imports.report import report_of


def changes(reading: object) -> dict[int, str]:
    """What is said of each change, by its line; the last of a line."""
    return {each.line: each.what for each in reading.changes}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("CO,Co,Cu,Co", "Co"),
        ("mW,MW,kW,MW", "MW"),
        ("NO,no,No way,no", "no"),
        ("ΟΔΟΣ,οδος,x,οδος", "οδος"),
        ("new york,New  York,x,New York", "New York"),
        (" A ,B,C,a", "A"),
        ("mW;MW,MW,kW,mW;MW", "mW;MW"),
    ],
)
def test_an_answer_is_the_option_with_exactly_its_text(row: str, right: str) -> None:
    reading = read(f"question,option 1,option 2,option 3,answer\nWhich?,{row}\n", "t.csv")

    assert keys(reading) == {2: [right]}


def test_an_answer_that_fits_two_options_but_neither_exactly_gives_no_key() -> None:
    reading = read("question,option 1,option 2,option 3,answer\nWhich?,CO,Co,Cu,co\n", "t.csv")

    assert reading.questions == []
    assert "“co” can mean more than one option" in left_out(reading)[2]


def test_a_wrong_option_may_differ_from_the_right_one_in_capitals() -> None:
    reading = read("question,answer,wrong 1,wrong 2\nWhich unit?,mW,MW,kW\n", "t.csv")

    assert keys(reading) == {2: ["mW"]}


UNCLOSED = """<quiz>
Which is flat?
- [x] Pita
- [ ] Brioche

<quiz>
Which is plaited?
- [x] Challah
- [ ] Baguette
</quiz>
"""


def test_a_quiz_without_its_end_spoils_no_other() -> None:
    reading = read(UNCLOSED, "page.md")

    assert keys(reading) == {6: ["Challah"]}
    assert left_out(reading) == {1: "its end is missing; write </quiz> after it"}


def test_a_quiz_with_attributes_is_read_and_one_in_code_is_named() -> None:
    page = '<quiz shuffle="true">\nWhich?\n- [x] A\n  goes on\n- [ ] B\n</quiz>\n\n```\n<quiz>\nCode?\n</quiz>\n```\n'
    reading = read(page, "page.md")

    assert [options(each) for each in reading.questions] == [["A goes on", "B"]]
    assert "shuffle" in changes(reading)[1]
    assert "shown as code" in left_out(reading)[9]


def test_an_end_without_a_beginning_is_named() -> None:
    reading = read("<quiz>\nWhich?\n- [x] A\n- [ ] B\n</quiz>\nLost?\n- [x] C\n</quiz>\n", "page.md")

    assert left_out(reading) == {8: "an end without a beginning; write <quiz>"}


def test_code_in_a_question_loses_its_marks_whole() -> None:
    reading = read(
        "<quiz>\nWhat is it?\n```python\nx = [1]\n```\n- [x] ``a b c``\n- [ ] B\n\n**So** &amp; so.\n</quiz>", "p.md"
    )

    assert reading.questions[0].stem == "What is it? x = [1]"
    assert options(reading.questions[0]) == ["a b c", "B"]
    assert reading.questions[0].explanation == "So & so."


def test_a_category_right_below_a_question_is_a_category() -> None:
    bank = "Which?{=A ~B ~C}\n$CATEGORY: Next/Cat\n::Q3::Which follows?{=D ~E ~F}\n\n"
    bank += "$CATEGORY: a\n$CATEGORY: b\nLast?{=G ~H}\n"
    reading = read(bank, "bank.gift")

    assert [(each.line, each.stem, each.category) for each in reading.questions] == [
        (1, "Which?", ""),
        (3, "Which follows?", "Cat"),
        (7, "Last?", "b"),
    ]
    assert "before this category" in changes(reading)[2]


def test_a_category_ends_a_question_that_is_not_finished() -> None:
    reading = read("Which?{=A ~B\n$CATEGORY: Next\nWhich follows?{=D ~E ~F}\n", "bank.gift")

    assert keys(reading) == {3: ["D"]}
    assert reading.questions[0].category == "Next"
    assert "braces do not close" in left_out(reading)[1]


@pytest.mark.parametrize(("name", "text"), [("t.gift", "How many?{#1..5}"), ("t.txt", "1. How many?\n= [1, 5]\n")])
def test_of_a_range_no_number_is_more_right_than_another(name: str, text: str) -> None:
    assert keys(read(text, name)) == {1: ["1..5"]}


def test_a_range_that_ends_before_it_begins_is_left_out() -> None:
    assert "ends before it begins" in left_out(read("How many?{#5..1}", "t.gift"))[1]


def test_a_weight_beyond_the_whole_is_left_out() -> None:
    assert "150 percent" in left_out(read("Which?{~%150%A ~B}", "t.gift"))[1]


def test_what_is_said_to_those_who_are_wrong_is_no_explanation() -> None:
    gift = read("Whose?{=Trotsky#Good =%0%Lenin#Was Ulyanov =%50%Bronstein#At birth}", "t.gift")
    numeric = read("When?{#1917:0#Yes ~#Not then}", "t.gift")
    moodle = read(
        '<quiz><question type="shortanswer"><questiontext><text>Capital?</text></questiontext>'
        '<answer fraction="100"><text>Paris</text></answer>'
        '<answer fraction="0"><text>*</text><feedback><text>No!</text></feedback></answer></question></quiz>',
        "t.xml",
    )
    text = read("1. Which?\n+ Well done!\n- Sorry.\n*a) A\nb) B\n", "t.txt")

    assert [each.questions[0].explanation for each in (gift, numeric, moodle, text)] == ["Good", "Yes", "", ""]
    assert "those who write “Bronstein” was left out: “At birth”" in changes(gift)[1]
    assert "those who are wrong was left out: “Not then”" in changes(numeric)[1]
    assert "those who are wrong was left out: “No!”" in changes(moodle)[1]
    assert "those who are wrong was left out: “Sorry.”" in changes(text)[1]
    answer = text.questions[0].answer
    assert isinstance(answer, Choice)
    assert [option.note for option in answer.options] == ["Well done!", ""]


def test_what_moodle_says_to_all_and_its_hints_are_named() -> None:
    reading = read(
        '<quiz><question type="multichoice"><questiontext><text>Which?</text></questiontext>'
        "<correctfeedback><text>Bravo</text></correctfeedback><hint><text>Think</text></hint>"
        "<incorrectfeedback><text>Your answer is incorrect.</text></incorrectfeedback>"
        '<answer fraction="100"><text>A</text></answer><answer fraction="0"><text>B</text></answer></question></quiz>',
        "t.xml",
    )

    assert [each.what for each in reading.changes] == [
        "what is said to those who are right was left out: “Bravo”",
        "its hints were left out",
    ]


ORDERING = (
    '<quiz><question type="ordering"><questiontext><text>Order?</text></questiontext>'
    + "".join(f'<answer fraction="{place}"><text>{name}</text></answer>' for place, name in enumerate("CAB", start=1))
    + "</question></quiz>"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.xml", ORDERING),
        ("t.gift", "Order? {>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\nC\nA\nB\n}\n"),
        ("t.csv", "question,type,option 1,option 2,option 3,answer\nOrder?,order,A,B,C,3;1;2\n"),
    ],
)
def test_an_order_comes_in_as_one(name: str, text: str) -> None:
    (question,) = read(text, name).questions

    assert question.stem == "Order?"
    assert question.answer == Order(("C", "A", "B"))


def test_an_order_of_which_some_is_asked_for_comes_in_whole_and_is_told() -> None:
    reading = read("Order? {>2 RANDOM\nC\nA\\: x\nB\n}\n", "t.gift")

    assert keys(reading) == {1: ["C", "A: x", "B"]}
    assert changes(reading) == {1: "of its 3 things 2 were asked for at a time; here all are"}


def test_an_order_that_names_an_option_twice_is_left_out() -> None:
    reading = read("question,type,option 1,option 2,option 3,answer\nOrder?,order,A,B,C,3;1;1\n", "t.csv")

    assert "does not name each option once" in left_out(reading)[2]


def spreadsheet(sheets: dict[str, list[list[Any]]], formats: dict[str, Any], **settings: Any) -> bytes:
    """A spreadsheet as Excel writes it; a tuple in a cell is a value with the name of its format."""
    made = io.BytesIO()
    with pytest.importorskip("xlsxwriter").Workbook(made, {"in_memory": True, **settings}) as book:
        known = {name: book.add_format({"num_format": code}) for name, code in formats.items()}
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    value, form = cell if isinstance(cell, tuple) else (cell, "")
                    write = sheet.write_datetime if isinstance(value, date) else sheet.write
                    write(number, column, value, *([known[form]] if form else []))
    return made.getvalue()


HEADS: list[Any] = ["question", "option 1", "option 2", "answer"]
FORMS: dict[str, Any] = {
    "day": "d mmm yyyy",
    "month": "mmmm yyyy",
    "dm": "dd/mm",
    "time": "h:mm",
    "long": "[h]:mm",
    "share": "0.0%",
    "usual": 14,
}


@pytest.mark.parametrize("settings", [{}, {"date_1904": True}])
@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (date(1917, 11, 7), "day", "7 November 1917"),
        (date(1917, 11, 7), "usual", "7 November 1917"),
        (date(1905, 10, 1), "month", "October 1905"),
        (date(2024, 2, 29), "dm", "29 February"),
        (datetime(1917, 11, 7, 21, 45), "time", "21:45"),  # noqa: DTZ001
        (0.125, "share", "12.5%"),
        (1.5, "long", "36:00"),
    ],
)
def test_cells_of_excel_are_read_as_they_are_shown(value: Any, form: str, shown: str, settings: Any) -> None:
    reading = read(spreadsheet({"One": [HEADS, ["When?", (value, form), "x", 1]]}, FORMS, **settings), "t.xlsx")

    assert options(reading.questions[0]) == [shown, "x"]


def test_numbers_of_excel_have_the_figures_that_it_shows() -> None:
    reading = read(spreadsheet({"One": [HEADS, ["How much?", 0.1 + 0.2, 3, 2]]}, {}), "t.xlsx")

    assert options(reading.questions[0]) == ["0.3", "3"]


def test_every_sheet_is_read_or_named() -> None:
    sheets = {
        "One": [HEADS, ["Which?", "A", "B", 1], ["Same?", "A", "B", 1]],
        "Notes": [["Nothing to ask"]],
        "Two": [HEADS, ["Which else?", "A", "B", 2], ["Not there?", "A", "B", 3]],
    }
    reading = read(spreadsheet(sheets, {}), "t.xlsx")

    assert keys(reading) == {2: ["A"], 3: ["A"], 5: ["B"]}
    assert list(left_out(reading)) == [6]
    assert changes(reading) == {
        3: "the sheet “Notes” has no heads of a table and was passed over",
        4: "line 4 is line 1 of the sheet “Two”",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("front one\tback one\nfront two\tback two\n", {1: ["front one"], 2: ["front two"]}),
        (
            "term one\tdef one\nterm two\tdef with\na second line\nterm three\tdef three\n",
            {1: ["term one"], 2: ["term two"], 4: ["term three"]},
        ),
        ('"Multi\nline"\tback\nfront\t"say ""hi"""\n', {1: ["Multi line"], 3: ["front"]}),
    ],
)
def test_cards_without_heads_are_read_and_it_is_said_which_side_is_asked(text: str, expected: Any) -> None:
    reading = read(text, "cards.txt")

    assert keys(reading) == expected
    assert "with --format anki the second is" in changes(reading)[1]
    assert keys(read("front one\tback one\n", "cards.txt", form="anki")) == {1: ["back one"]}


ITEM = (
    '<assessmentItem identifier="q1"><responseDeclaration identifier="RESPONSE" cardinality="single">'
    "<correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody>"
    '<choiceInteraction responseIdentifier="RESPONSE"><prompt>Which?</prompt><simpleChoice identifier="A">Pita'
    '</simpleChoice><simpleChoice identifier="B">Naan</simpleChoice></choiceInteraction></itemBody></assessmentItem>'
)


def package(**members: str) -> bytes:
    """A package with these documents."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.xml", text)
    return made.getvalue()


def test_of_a_package_with_a_broken_or_missing_file_the_rest_is_read() -> None:
    manifest = '<manifest><file href="good.xml"/><file href="gone.xml"/></manifest>'
    reading = read(package(good=ITEM, bad="<assessmentItem", imsmanifest=manifest), "q.zip")

    assert keys(reading) == {1: ["Pita"]}
    assert "gone.xml: named in the manifest, but not in the package" in left_out(reading)[2]
    assert left_out(reading)[3].startswith("bad.xml:1: not XML")


def told(data: bytes | str, name: str) -> dict[int, str]:
    """What is said of the questions that come in; the last of a line."""
    reading = read(data, name)
    return {each.line: each.what for each in report_of(reading, new_pack("p", name, reading)).changes}


def test_the_same_with_another_answer_is_told() -> None:
    table = "question,option 1,option 2,answer\nSame?,Rye,Oat,1\nSame?,Oat,Rye,Oat\nSame?,X,Y,1\nSame,Rye,Oat,Rye\n"

    assert told(table, "t.csv") == {3: "the same is asked in line 2, with another answer; see which is right"}
    assert "line 1" in told("Pita\tflat\nNaan\tflat\n", "cards.tsv")[2]


def test_letters_that_were_lost_before_are_told() -> None:
    assert "letters were lost" in told("question,option 1,option 2,answer\nWhat?,caf\ufffd,B,2\n", "t.csv")[2]


def test_two_questions_with_one_id_are_told() -> None:
    table = "id,question,option 1,option 2,answer\nx1,One?,a,b,1\nx1,Two?,a,b,2\n"

    assert "the id “x1” is that of line 2 too" in told(table, "t.csv")[3]


TAGGED = """<quiz><question type="shortanswer"><questiontext><text>Whose?</text></questiontext>{id}
<answer fraction="100"><text>Lenin</text></answer>
<tags><tag><text>who</text></tag><tag><text>Russia</text></tag></tags></question></quiz>"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TAGGED.format(id=""), "t.xml"),
        ("// [tag:who] [tag:Russia]\nWhose? {=Lenin}\n", "t.gift"),
        ("#separator:tab\n#tags column:3\nWhose?\tLenin\twho Russia leech\n", "t.txt"),
    ],
)
def test_tags_have_no_place_and_are_told(text: str, name: str) -> None:
    assert list(told(text, name).values()) == ["tags were left out: who (1 question), Russia (1 question)"]


def test_the_tags_of_our_own_export_are_not_told() -> None:
    assert told(TAGGED.format(id="<idnumber>who-0123456789ab</idnumber>"), "t.xml") == {}


@pytest.mark.parametrize(
    ("options", "answer", "right"),
    [("TRUE,FALSE", "T", "TRUE"), ("Yes,No", "n", "No"), ("Vrai,Faux", "V", "Vrai"), ("Нет,Да", "д", "Да")],
)
def test_true_and_false_are_told_by_their_first_letters(options: str, answer: str, right: str) -> None:
    assert keys(read(f"question,option 1,option 2,answer\nSo?,{options},{answer}\n", "t.csv")) == {2: [right]}


def test_a_letter_is_no_option_that_begins_with_it() -> None:
    reading = read("question,option 1,option 2,answer\nSo?,Trotsky,Lenin,T\n", "t.csv")

    assert "“T” is none of the 2 options" in left_out(reading)[2]


def test_an_answer_may_name_its_column_in_the_language_of_the_heads() -> None:
    assert keys(read("Question,Réponse 1,Réponse 2,Réponse\nQui ?,a1,b1,Réponse 2\n", "t.csv")) == {2: ["b1"]}


def test_cells_in_html_come_in_as_they_are_read_and_questions_about_it_stay() -> None:
    table = (
        "question,option 1,option 2,answer\n<p>Which &amp; what?</p>,<b>A</b>,a &lt; b,1\nWhich is bold?,<b>,<i>,1\n"
    )
    reading = read(table, "t.csv")

    assert [each.stem for each in reading.questions] == ["Which & what?", "Which is bold?"]
    assert [options(each) for each in reading.questions] == [["A", "a < b"], ["<b>", "<i>"]]
    assert changes(reading) == {
        2: "it was written in HTML; what a reader of that sees came in",
        3: "marks of HTML in it stay as they are",
    }


def test_cards_with_dashes_are_read() -> None:
    reading = read("Trotsky - leader of the Red Army\nLenin – head of Sovnarkom\n", "cards.txt")

    assert [(each.stem, key(each)) for each in reading.questions] == [
        ("leader of the Red Army", ["Trotsky"]),
        ("head of Sovnarkom", ["Lenin"]),
    ]
    with pytest.raises(UsageError, match="none of the formats"):
        read("Trotsky - leader\nand more text\n", "notes.txt")


def test_marks_around_a_gap_in_a_card_are_taken_off() -> None:
    (question,) = read("C: the `[z]` **code**\n", "cards.md").questions

    assert (question.stem, key(question)) == ("the _____ code", ["z"])


def test_a_file_that_is_no_text_is_not_taken_for_one_of_two_bytes() -> None:
    with pytest.raises(UnreadableError, match="utf-16-be"):
        read("What? {=A}".encode("utf-16-be"), "t.gift")
    with pytest.raises(UnreadableError, match="2: a byte that no text has"):
        read(b"What?\n{=A\0 ~B}", "t.gift")


def test_an_id_that_yaml_takes_for_yes_loses_no_question() -> None:
    reading = read("id,question,option 1,option 2,answer\nY,One?,a,b,1\nno,Two?,a,b,2\n", "t.csv")

    assert new_pack("p", "t.csv", reading).ids == ("q-y", "q-no")


RUBRIC = """<assessmentItem identifier="i">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>B</value></correctResponse></responseDeclaration>
<itemBody><rubricBlock view="scorer tutor"><p>It is B.</p></rubricBlock><rubricBlock view="candidate"><p>Read.</p>
</rubricBlock><choiceInteraction responseIdentifier="RESPONSE"><prompt>Which?</prompt>
<simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction>
</itemBody></assessmentItem>"""


def test_what_is_written_for_those_who_mark_is_not_shown() -> None:
    (question,) = read(RUBRIC, "i.xml").questions

    assert (question.stem, key(question)) == ("Read. Which?", ["b"])


def zip_with(member: str) -> bytes:
    """An archive with a member of this name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(member, "<x/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (zip_with("word/document.xml"), "t.docx", "a document of Word; save it as plain text"),
        (zip_with("content.xml"), "t.ods", "a file of LibreOffice; save it as .xlsx or CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "t.xls", "an old Excel or Word"),
        (b"%PDF-1.7", "t.pdf", "a PDF"),
    ],
    ids=["docx", "ods", "xls", "pdf"],  # an archive holds the hour it was made at
)
def test_files_of_other_programs_are_named(data: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(data, name)


def test_a_sheet_with_letters_and_ans_at_its_head_is_read() -> None:
    sheet = "Question,A,B,C,D,Ans\nQ?,I,II,III,IV,III\nR?,A,B,C,D,C\nS?,B,A,D,C,A\n"
    reading = read(sheet, "t.csv")

    assert keys(reading) == {2: ["III"], 3: ["C"]}
    assert "can mean more than one option" in left_out(reading)[4]
