"""Every other format: what is in a file comes in whole, or is named with its reason."""

import io
import json
import re
import sqlite3
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.reading_for_tests import CASES, key, keys, left_out, options, read, read_case
from trotskyism_cli.errors import AppError
from trotskyism_cli.imports.fitting import fitted
from trotskyism_cli.imports.foreign import Choice, Match, Unfit, UnreadableError
from trotskyism_cli.imports.formats import FORMATS, Source, format_of


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [
        ("aiken.txt", "aiken", {1: ["Pita"], 7: ["Challah"]}),
        ("anki.txt", "anki", {4: ["Pita"], 5: ["Challah"]}),
        ("moodle.xml", "moodle", {1: ["Pita"]}),
        ("quizlet.tsv", "quizlet", {1: ["Pita"], 2: ["Challah"], 3: ["Boule"]}),
        ("text2qti.txt", "text2qti", {1: ["Pita"], 6: ["Pita", "Naan"]}),
    ],
)
def test_a_file_is_known_by_its_signs(name: str, form: str, expected: dict[int, list[str]]) -> None:
    reading = read_case(f"other/{name}")

    assert keys(reading) == expected
    assert reading.left_out == []
    data = (CASES / "other" / name).read_bytes()
    assert format_of(Source(data, name), f".{name.rpartition('.')[2]}").name == form


# ---- Moodle XML ----


def moodle(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(questions)}</quiz>'


def question(kind: str, inner: str, stem: str = "Which?") -> str:
    return f'<question type="{kind}"><questiontext format="html"><text>{stem}</text></questiontext>{inner}</question>\n'


def test_moodle_xml_is_read_with_its_formats_feedback_credit_and_categories() -> None:
    text = moodle(
        "<question type='category'><category><text>$course$/top/Bread//Rolls</text></category></question>\n",
        '<question type="multichoice"><name><text>x</text></name><idnumber>salt-1</idnumber>'
        '<questiontext format="html"><text><![CDATA[<p>What is <b>salt</b> for?</p>]]></text></questiontext>'
        '<generalfeedback format="html"><text>&lt;p&gt;See above.&lt;/p&gt;</text></generalfeedback>'
        "<single>true</single>"
        '<answer fraction="100" format="html"><text>&lt;p&gt;Taste&lt;/p&gt;</text>'
        "<feedback><text>Yes</text></feedback></answer>"
        '<answer fraction="33.33333" format="plain_text"><text>a &lt; b</text></answer>'
        '<answer fraction="0"><text>None</text></answer></question>',
    )
    (found,) = read(text, "q.xml").questions

    assert (found.stem, found.category, found.own_id) == ("What is salt for?", "Bread/Rolls", "salt-1")
    assert found.explanation == "See above."
    assert isinstance(found.answer, Choice)
    assert [(each.text, each.right, each.note, each.credit) for each in found.answer.options] == [
        ("Taste", True, "Yes", 0),
        ("a < b", False, "", 33),
        ("None", False, "", 0),
    ]


def test_moodle_xml_of_every_kind() -> None:
    reading = read_case("other/moodle-kinds.xml")

    assert keys(reading) == {3: ["False"], 4: ["C*"], 6: ["3.14", "3.135..3.145"], 7: ["a: x", "b: y"], 8: ["a", "b"]}
    assert isinstance(reading.questions[3].answer, Match)
    assert reading.questions[3].answer.spare == ("z",)
    assert list(left_out(reading)) == [5, 9, 10, 11]
    assert "“gapselect”" in left_out(reading)[11]
    assert [(each.line, each.what) for each in reading.changes] == [(4, "“D” earned 50 % and is no longer accepted")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', "document type"),
        ('<?xml version="1.0"?><!DOCTYPE quiz SYSTEM "http://127.0.0.1/x.dtd"><quiz/>', "document type"),
        ('<?xml version="1.0"?><quiz><question></quiz>', "not XML"),
        ('<?xml version="1.0" encoding="klingon"?><quiz/>', "not XML"),
        (f'<?xml version="1.0"?><quiz>{"<a>" * 5000}', "too deep"),
    ],
)
def test_xml_that_may_be_meant_ill_is_refused(text: str, said: str) -> None:
    with pytest.raises(AppError, match=said):
        read(text, "q.xml")


def test_xml_has_the_encoding_that_it_says() -> None:
    text = moodle(question("truefalse", '<answer fraction="100"><text>true</text></answer>', "Вопрос"))
    assert read(text.replace("UTF-8", "windows-1251").encode("cp1251"), "q.xml").questions[0].stem == "Вопрос"
    assert read(text.replace("UTF-8", "UTF-16").encode("utf-16"), "q.xml").questions[0].stem == "Вопрос"


# ---- Aiken ----


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("Which?\nA. a\nB. b\nANSWER: C", "there is no such option"),
        ("Which?\nA. a\nB. b\nANSWER: a loaf", "is no letter"),
        ("Which?\nANSWER: A", "no options"),
        ("Which?\nA. a\nB. b", "without an ANSWER: line"),
    ],
)
def test_aiken_that_does_not_say_what_is_right_is_named(block: str, said: str) -> None:
    reading = read(f"Which loaf?\nA) Pita\nB) Naan\nAnswer: B\n\n{block}\n", "q.txt")

    assert keys(reading) == {1: ["Naan"]}
    assert said in left_out(reading)[6]


def test_aiken_with_lines_that_moodle_would_not_take() -> None:
    reading = read("Which loaf\nis flat?\n\nA. Pita, which\nis flat\nB. Naan\nC. Rye\n\nANSWER: A, B\n", "q.txt")

    assert reading.questions[0].stem == "Which loaf is flat?"
    assert options(reading.questions[0]) == ["Pita, which is flat", "Naan", "Rye"]
    assert keys(reading) == {1: ["Pita, which is flat", "Naan"]}


def test_hundreds_of_numbered_lines_without_an_answer_are_each_named() -> None:
    text = "1. Who?\nA. one\nB. two\n" + "".join(f"{number}. a line\n" for number in range(2, 1000))
    reading = read(text, "q.txt", form="aiken")

    assert reading.questions == []
    assert [misfit.line for misfit in reading.left_out] == [1, *range(4, 1002)]


# ---- cards ----


def test_notes_of_anki_in_plain_text() -> None:
    text = (
        "#separator:semicolon\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n"
        'x1;Bread::Flat;Which is <b>flat</b>? <img src="a.png">;"Pita; or so";tag\n'
        "x2;Bread;{{c1::Rye}} and {{c2::wheat::a grain}} are grains.;From the book;\n"
        "x3;Bread;What is bread?;One of the oldest foods that people make of flour and water;\n"
    )
    reading = read(text, "notes.txt")

    assert [(each.stem, key(each), each.category, each.own_id) for each in reading.questions] == [
        ("Which is flat?", ["Pita; or so"], "Flat", "x1"),
        ("_____ and wheat are grains.", ["Rye"], "Bread", "x2-1"),
        ("Rye and _____ (a grain) are grains.", ["wheat"], "Bread", "x2-2"),
    ]
    assert reading.questions[1].explanation == "From the book"
    assert "12 words" in left_out(reading)[8]
    assert {each.line for each in reading.changes} == {6}


def package(sql: str, name: str = "collection.anki2") -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(sql)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, connection.serialize())
    return made.getvalue()


OLD = """
CREATE TABLE col (models TEXT, decks TEXT);
INSERT INTO col VALUES ('{"7": {"flds": [{"name": "Front"}, {"name": "Back"}]}}', '{"1": {"name": "Bread::Flat"}}');
CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT, tags TEXT);
CREATE TABLE cards (nid INTEGER, did INTEGER);
INSERT INTO cards VALUES (1, 1);
INSERT INTO notes VALUES (1, 'g1', 7, 'Which is <i>flat</i>?' || char(31) || 'Pita', ' flat leech ');
INSERT INTO notes VALUES (2, 'g2', 7, 'An empty back' || char(31) || '', '');
"""
NEW = """
CREATE TABLE col (models TEXT);
CREATE TABLE notetypes (id INTEGER);
CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT);
CREATE TABLE decks (id INTEGER, name TEXT);
INSERT INTO decks VALUES (1, 'Bread' || char(31) || 'Flat');
CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT, tags TEXT);
CREATE TABLE cards (nid INTEGER, did INTEGER);
INSERT INTO cards VALUES (1, 1);
INSERT INTO notes VALUES (1, 'g1', 7, 'Which is flat?' || char(31) || 'Pita', ' flat leech ');
"""


@pytest.mark.parametrize(("sql", "name"), [(OLD, "collection.anki2"), (NEW, "collection.anki21")])
def test_packages_of_anki(sql: str, name: str) -> None:
    reading = read(package(sql, name), "bread.apkg")

    assert [(each.stem, key(each), each.category) for each in reading.questions] == [
        ("Which is flat?", ["Pita"], "Flat")
    ]
    assert reading.questions[0].tags == ("flat",)
    assert list(left_out(reading)) == ([2] if sql is OLD else [])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and no more", "is damaged, or not whole"),
        (
            package(
                OLD.replace(
                    "CREATE TABLE cards (nid INTEGER, did INTEGER);", "CREATE VIEW cards AS SELECT 1 AS nid, 1 AS did;"
                ).replace("INSERT INTO cards VALUES (1, 1);", "")
            ),
            "no notes",
        ),
        (package("CREATE TABLE col (a); CREATE TABLE notes (a); CREATE TABLE cards (a);"), "cannot be read"),
        (package(NEW, "collection.anki21b"), "Support older Anki versions|damaged"),
    ],
)
def test_packages_that_cannot_be_read_are_refused_in_a_line(data: bytes, said: str) -> None:
    with pytest.raises(AppError, match=said):
        read(data, "bread.apkg")


def test_cards_of_hashcards() -> None:
    reading = read_case("other/hashcards.md")

    assert [(each.line, each.stem, key(each), each.category) for each in reading.questions] == [
        (5, "Which loaf is flat?", ["Pita"], "Bread"),
        (9, "_____ and wheat are grains.", ["Rye"], "Bread"),
        (9, "Rye and _____ are grains.", ["wheat"], "Bread"),
    ]
    assert list(left_out(reading)) == [11, 13]


def test_quizzes_of_mkdocs() -> None:
    text = (
        "# Bread\n\n<quiz>\nWhich loaf is *flat*?\n- [ ] Brioche\n  > It rises.\n- [x] Pita\n\n"
        "It has no yeast.\n</quiz>\n\n"
        "<quiz>\nThe flat one is [[pita]].\n</quiz>\n\n<quiz>\nNothing?\n</quiz>\n"
    )
    reading = read(text, "bread.md")

    assert keys(reading) == {3: ["Pita"], 12: ["pita"]}
    assert reading.questions[0].explanation == "It has no yeast."
    assert reading.questions[0].category == "Bread"
    assert isinstance(reading.questions[0].answer, Choice)
    assert reading.questions[0].answer.options[0].note == "It rises."
    assert reading.questions[1].stem == "The flat one is _____."
    assert list(left_out(reading)) == [16]


# ---- text2qti ----


def test_every_kind_of_text2qti() -> None:
    reading = read_case("other/text2qti-kinds.txt")

    assert keys(reading) == {
        6: ["Pita"],
        14: ["pita", "pitta"],
        18: ["1.4", "1.3..1.5"],
        21: ["1..3"],
        30: ["Pita", "Naan"],
    }
    first = reading.questions[0]
    assert (first.stem, first.explanation, first.category) == (
        "Which loaf is flat?",
        "See the chapter.",
        "Bread",
    )
    assert isinstance(first.answer, Choice)
    assert first.answer.options[0].note == "It is."
    assert sorted(left_out(reading)) == [24, 37, 45]


# ---- QTI ----


def test_qti_1_2_as_canvas_writes_it() -> None:
    reading = read_case("other/canvas-qti12.xml")

    assert keys(reading) == {
        1: ["Pita"],
        2: ["Pita", "Naan"],
        3: ["pita", "pitta"],
        4: ["5", "4..6"],
        5: ["one: X", "two: Z"],
    }
    first = reading.questions[0]
    assert (first.stem, first.category, first.explanation, first.own_id) == (
        "Which is flat?",
        "Bread",
        "So it is.",
        "i1",
    )
    assert isinstance(first.answer, Choice)
    assert first.answer.options[1].note == "It rises."
    assert list(left_out(reading)) == [6]


def test_a_package_is_read_in_the_order_of_its_manifest() -> None:
    def item(name: str, body: str, declared: str) -> str:
        return (
            f'<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
            f' identifier="{name}">'
            f'<responseDeclaration identifier="R" {declared}</responseDeclaration>'
            f"<itemBody>{body}</itemBody></assessmentItem>"
        )

    choice = (
        '<p>Before.</p><choiceInteraction responseIdentifier="R"><prompt>Which <b>one</b>?</prompt>'
        '<simpleChoice identifier="A">x<feedbackInline identifier="A">So.</feedbackInline></simpleChoice>'
        '<simpleChoice identifier="B">y</simpleChoice></choiceInteraction>'
    )
    entries = '<mapEntry mapKey="A" mappedValue="2"/><mapEntry mapKey="B" mappedValue="1"/>'
    mapped = f'cardinality="single"><mapping>{entries}</mapping>'
    bare = re.sub("<prompt>.*</prompt>", "", choice).replace("Before.", "Which one?")
    gap = '<p>The flat one is <textEntryInteraction responseIdentifier="R"/>, they say.</p>'
    typed = 'cardinality="single" baseType="string"><correctResponse><value>pita</value></correctResponse>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.xml", item("a", choice, mapped))
        archive.writestr("b.xml", item("b", gap, typed))
        archive.writestr("d.xml", item("d", bare, mapped))
        archive.writestr("c.xml", item("c", '<uploadInteraction responseIdentifier="R"/>', typed))
        archive.writestr(
            "imsmanifest.xml",
            '<manifest><file href="b.xml"/><file href="a.xml"/><file href="c.xml"/><file href="d.xml"/></manifest>',
        )
    reading = read(made.getvalue(), "q.zip")

    assert [(each.own_id, each.stem, key(each)) for each in reading.questions] == [
        ("b", "The flat one is _____ , they say.", ["pita"]),
        ("a", "Before. Which one?", ["x"]),
        ("d", "Which one?", ["x"]),
    ]
    assert isinstance(reading.questions[1].answer, Choice)
    assert [(each.note, each.credit) for each in reading.questions[1].answer.options] == [("So.", 0), ("", 50)]
    assert "a file to send" in left_out(reading)[3]


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trotskyism_cli.imports.archives.LARGEST", 10_000)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b" " * 100_000)
    with pytest.raises(AppError, match="unpacks to more"):
        read(made.getvalue(), "q.zip")


# ---- spreadsheets ----


def test_a_spreadsheet_is_read_where_its_heads_are() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Quiz")
    sheet.append(["My Kahoot"])
    sheet.append([])
    sheet.append([None, "Question - max 120 characters", "Answer 1", "Answer 2", "Correct answer(s)"])
    sheet.append([1, "In which year?", 1917, 1905, 1])
    sheet.append([2, "Which?", "Pita", None, 2])
    made = io.BytesIO()
    book.save(made)
    reading = read(made.getvalue(), "q.xlsx")

    assert keys(reading) == {4: ["1917"]}
    assert "option 2 is empty" in left_out(reading)[5]


# ---- whatever comes ----


def refused(data: bytes | str, name: str, form: str) -> str:
    """What is said of a file that cannot be read; nothing of one that can."""
    try:
        read(data, name, form=form)
    except AppError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300) | st.text(alphabet="QAC:[]{}<>/=~*a1\n\t ,;#-.)", max_size=120).map(str.encode))
def test_whatever_bytes_come_they_are_read_or_refused_in_a_line(data: bytes) -> None:
    assert not any("\n" in refused(data, "any", form.name) for form in FORMATS)


@given(st.text(alphabet="<>/quizesonta&;=\"' 1", max_size=80))
def test_whatever_stands_in_xml_is_read_or_refused_in_a_line(inner: str) -> None:
    for name, form in (("quiz", "moodle"), ("questestinterop", "qti")):
        assert "\n" not in refused(f'<?xml version="1.0"?><{name}>{inner}</{name}>', "q.xml", form)


def test_a_question_of_aiken_that_is_not_finished_spoils_no_other() -> None:
    text = (
        "Which?\nA) a\nB) b\n\nWhich loaf?\nA)Pita\nB)Naan\nANSWER: B\n\n"
        "And?\nA) c\nB) d\nAnd which?\nA) e\nB) f\nANSWER: A\n"
    )
    reading = read(text, "q.txt")

    assert keys(reading) == {5: ["Naan"], 13: ["e"]}
    assert list(left_out(reading)) == [1, 10]


def test_what_explains_an_answer_is_no_part_of_the_next_question() -> None:
    text = (
        "Q1. Which is flat?\n(a) Pita\n(b) Rye\nAnswer: (a)\n\nIt has no yeast.\n\n"
        "Q2. Which rises?\na) Pita\nb) Rye\nAnswer: b) Rye\n\nQ3. And?\na) x\nb) y\nAnswer: b) x\n"
    )
    reading = read(text, "q.txt")

    assert [(each.stem, key(each), each.explanation) for each in reading.questions] == [
        ("Q1. Which is flat?", ["Pita"], "It has no yeast."),
        ("Q2. Which rises?", ["Rye"], ""),
    ]
    assert "is not the text of that option" in left_out(reading)[13]


def h5p(library: str, params: dict[str, Any], title: str = "Bread") -> bytes:
    """Content as H5P packs it, without the libraries that it names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("h5p.json", json.dumps({"title": title, "mainLibrary": library}))
        archive.writestr("content/content.json", json.dumps(params))
    return made.getvalue()


CHOICE = {
    "question": "<p>Which is <em>flat</em>?</p>",
    "answers": [
        {"text": "<div>Pita</div>", "correct": True, "tipsAndFeedback": {"chosenFeedback": "<div>Yes.</div>"}},
        {"text": "<div>Rye &amp; oat</div>", "correct": False},
    ],
    "behaviour": {"type": "auto"},
}
SET = {
    "introPage": {"introduction": "<p>Begin.</p>"},
    "questions": [
        {"library": "H5P.MultiChoice 1.16", "params": CHOICE, "subContentId": "f00-1"},
        {"library": "H5P.TrueFalse 1.8", "params": {"question": "<p>Rye rises.</p>", "correct": "false"}},
        {
            "library": "H5P.Blanks 1.14",
            "params": {"text": "Fill in.", "questions": ["<p>*Pita/Pitta:flat* and *naan*.</p>", "<p>*Challah*</p>"]},
            "subContentId": "f00-2",
        },
        {"library": "H5P.DragQuestion 1.14", "params": {"question": {"library": "H5P.Image 1.1", "params": {}}}},
        {"library": "H5P.AdvancedText 1.1", "params": {"text": "<p>Read this.</p>"}},
        {
            "library": "H5P.SingleChoiceSet 1.11",
            "params": {"choices": [{"question": "Plaited?", "answers": ["Challah", "Pita"], "subContentId": "f00-3"}]},
        },
        {"library": "H5P.Dialogcards 1.9", "params": {"dialogs": [{"text": "Of rye?", "answer": ""}]}},
    ],
}


def test_a_question_set_of_h5p() -> None:
    reading = read(h5p("H5P.QuestionSet", SET), "bread.h5p")

    assert [(each.line, each.stem, key(each)) for each in reading.questions] == [
        (1, "Which is flat?", ["Pita"]),
        (2, "Rye rises.", ["False"]),
        (3, "_____ and naan.", ["Pita", "Pitta"]),
        (4, "Pita and _____.", ["naan"]),
        (5, "Fill in. _____", ["Challah"]),
        (7, "Plaited?", ["Challah"]),
    ]
    assert [each.own_id for each in reading.questions] == ["f00-1", "", "f00-2-1", "f00-2-2", "f00-2-3", "f00-3"]
    assert {each.category for each in reading.questions} == {"Bread"}
    assert "“DragQuestion”" in left_out(reading)[6]
    assert "no answer" in left_out(reading)[8]
    assert options(reading.questions[0]) == ["Pita", "Rye & oat"]


def test_h5p_within_h5p_and_alone() -> None:
    column = {"content": [{"content": {"library": "H5P.QuestionSet 1.20", "params": SET}}]}

    assert len(read(h5p("H5P.Column", column), "bread.h5p").questions) == 6
    assert len(read(h5p("H5P.MultiChoice", CHOICE), "bread.h5p").questions) == 1


@pytest.mark.parametrize("params", [{}, {"questions": [1, None, {"library": 3, "params": []}]}, {"questions": "x"}])
def test_h5p_without_questions_is_said(params: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError, match="has no questions of H5P"):
        read(h5p("H5P.QuestionSet", params), "bread.h5p")


@pytest.mark.parametrize("page", ["<!DOCTYPE html>\n<html>", "<html lang='en'>", "\n<!doctype HTML>"])
@pytest.mark.parametrize("name", ["page.html", "page.gift", "page.txt"])
def test_a_page_of_the_web_is_no_bank_of_questions(page: str, name: str) -> None:
    with pytest.raises(AppError, match="is a page of the web"):
        read(f"{page}<style>\nh1 {{ font-size: 1.25rem; }}\np {{=a ~b}}\n</style>", name)


@pytest.mark.parametrize(
    ("heads", "note"),
    [
        ("#columns:Answer\tQuestion\tTags\n#tags column:3", "1917\tWhich year?\tx"),
        ("#columns:Note ID\tFront\tBack", "123\tWhich year?\t1917"),
        ("#columns:Back\tNote\tFront", "1917\tof October\tWhich year?"),
        ("#columns:Resposta\tNota\tPergunta", "1917\tof October\tWhich year?"),
        ("#columns:答案\tNote\t题目", "1917\tof October\tWhich year?"),
    ],
)
def test_fields_of_a_note_are_known_by_their_names(heads: str, note: str) -> None:
    reading = read(f"#separator:tab\n#html:true\n{heads}\n{note}\n", "notes.txt")

    assert [(each.stem, key(each)) for each in reading.questions] == [("Which year?", ["1917"])]


@pytest.mark.parametrize(
    "back", ["Lenin<br>Trotsky<br>Stalin", "<li>Lenin</li><li>Trotsky</li>", "<div>1917</div><div>The year</div>"]
)
def test_of_an_answer_of_several_lines_none_is_taken(back: str) -> None:
    reading = read(f"#separator:tab\n#html:true\nWho led?\t{back}\nWhen?\t<div>1917</div><br>\n", "notes.txt")

    assert keys(reading) == {4: ["1917"]}
    assert "an answer of several lines" in left_out(reading)[3]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\nand more\n\n"])
@pytest.mark.parametrize("word", ["EXPLANATION", "Feedback", "Hint", "POINTS"])
def test_what_stands_below_an_answer_of_aiken_is_not_in_the_next_question(word: str, between: str) -> None:
    reading = read(f"Who?\nA. x\nB. y\nANSWER: A\n{word}: he did{between}Who else?\nA. x\nB. y\nANSWER: B\n", "q.txt")
    said = "he did and more" if "more" in between else "he did"

    assert [each.stem for each in reading.questions] == ["Who?", "Who else?"]
    if word in ("Hint", "POINTS"):
        assert [change.what for change in reading.changes] == [f"left out: “{word}: {said}”"]
    else:
        assert [each.explanation for each in reading.questions] == [said, ""]


def test_the_reason_is_the_true_one() -> None:
    aiken = read("Who?\nA) x\nC) y\nANSWER: C\n", "q.txt")
    table = read("question,option 1,option 2,answer\nWho?,x / y,,x\n", "q.csv")

    assert "not lettered A, B, C … in order" in left_out(aiken)[1]
    assert left_out(table)[2] == "one option alone; write each option into a column of its own"
    (question,) = read("Who? {=A ~%100%B ~C}\n", "q.gift").questions
    with pytest.raises(Unfit, match="“B” earns the whole mark"):
        fitted(question)


@pytest.mark.parametrize("said", ["RÉPONSE :", "Antwort:", "RESPUESTA:", "ОТВЕТ:"])
def test_the_answer_of_aiken_may_be_said_in_another_language(said: str) -> None:
    assert keys(read(f"Qui ?\nA) Lénine\nB) Trotski\n{said} B\n", "t.txt")) == {1: ["Trotski"]}
