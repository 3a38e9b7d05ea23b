"""What a file shows that a pack cannot, and reasons that are true: each is named where it stands."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read
from tests.imports.test_teachers_files import changes, spreadsheet, told
from trotskyism_cli.imports.foreign import Reading
from trotskyism_cli.imports.new_pack import new_pack
from trotskyism_cli.imports.report import report_of

PICTURE = "a picture was left out"


def package(members: dict[str, str | bytes]) -> bytes:
    """A zip archive with these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def stems(reading: Reading) -> list[tuple[str, list[str]]]:
    """Each question with its key."""
    return [(each.stem, key(each)) for each in reading.questions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Q: Which loaf is this?\n\n![](@/pita.webp)\n\nA: Pita\n", "t.md"),
        ("Q: Which loaf is flat?\nA: Pita ![](pita.png)\n", "t.md"),
        ("C: ![](pita.png) shows [pita].\n", "t.md"),
        ("<quiz>\nWhich loaf is this? ![](pita.png)\n- [x] Pita\n- [ ] Bagel\n</quiz>\n", "t.md"),
        ('<quiz>\nWhich loaf is this? <img src="pita.png">\n- [x] Pita\n- [ ] Bagel\n</quiz>\n', "t.md"),
        ("1. Which loaf is this? ![](pita.png)\n*a) Pita\nb) Bagel\n", "t.txt"),
    ],
)
def test_a_picture_in_markdown_is_named(text: str, name: str) -> None:
    reading = read(text, name)

    assert len(reading.questions) == 1
    assert [each.what for each in reading.changes if PICTURE in each.what] != []


def test_a_picture_that_is_shown_as_code_is_none() -> None:
    assert read("Q: What does `![](a.png)` show?\nA: Pita\n", "t.md").changes == []


@pytest.mark.parametrize(
    "text", ["C:\nEnglish: [bread]\n\nGerman: [Brot]\n", "C: \nEnglish: [bread]\nGerman: [Brot]\n"]
)
def test_a_gap_may_stand_below_the_tag_of_its_card(text: str) -> None:
    assert keys(read(text, "t.md")) == {1: ["Brot"]}
    assert [each.stem for each in read(text, "t.md").questions] == [
        "English: _____ German: Brot",
        "English: bread German: _____",
    ]


def test_a_fence_and_the_marks_of_a_heading_are_no_text() -> None:
    page = (
        "<quiz>\nWhat does it print?\n"
        '```python title="bread.py" linenums="1"\n# flat\nprint("pita")\n```\n'
        "- [x] pita\n- [ ] bagel\n\n## Why\nIt is told to.\n</quiz>\n"
    )
    (question,) = read(page, "t.md").questions

    assert question.stem == 'What does it print? # flat print("pita")'
    assert question.explanation == "Why It is told to."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pita,flat bread\nBagel,ring of bread\n", [("flat bread", ["Pita"]), ("ring of bread", ["Bagel"])]),
        ('Pita,"flat, round"\nBagel,a ring\n', [("flat, round", ["Pita"]), ("a ring", ["Bagel"])]),
        ("Pita - flat;Bagel - a ring - of dough\n", [("flat", ["Pita"]), ("a ring - of dough", ["Bagel"])]),
        ("Pita\tflat;Bagel\ta ring;\n", [("flat", ["Pita"]), ("a ring", ["Bagel"])]),
        ("Pita,flat;Bagel,a ring\n", [("flat", ["Pita"]), ("a ring", ["Bagel"])]),
    ],
)
def test_cards_are_read_with_the_separators_that_quizlet_offers(text: str, expected: Any) -> None:
    assert stems(read(text, "t.txt")) == expected


def test_two_columns_of_a_csv_without_heads_are_no_cards() -> None:
    with pytest.raises(Exception, match="name them so"):
        read("Pita,flat\nBagel,ring\n", "t.csv")


def test_two_options_with_one_letter_are_one_question_left_out() -> None:
    reading = read("Which is flat?\nA) Pita\nA) Bagel\nB) Bun\nANSWER: A\n", "t.txt")

    assert left_out(reading) == {1: "two options have the letter A; letter them A, B, C … in order, each once"}
    assert reading.questions == []


def test_a_question_of_tags_keeps_them_and_one_that_is_a_picture_says_so() -> None:
    tags = read("question,option 1,option 2,answer\nWhat does <br> do?,<br>,<p>,1\n", "t.csv")
    assert options(tags.questions[0]) == ["<br>", "<p>"]

    picture = read("<img src='a.png'> {=Pita ~Bagel}\n", "t.gift")
    assert report_of(picture, new_pack("own", "t", picture)).left_out[0].reason == "a question that is a picture alone"


def test_a_letter_beyond_the_options_is_said_to_be_none_of_them() -> None:
    reading = read("question,option 1,option 2,answer\nWhich?,Pita,Bagel,x\n", "t.csv")

    assert left_out(reading)[2].startswith("the right answer “x” is none of the 2 options")


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_of_a_spreadsheet_is_no_option(error: str) -> None:
    text = f"question,option 1,option 2,answer\nWhich?,Pita,{error},1\nWhere?,Here,There,1\n"

    assert left_out(read(text, "t.csv")) == {
        2: f"a cell shows {error}, an error of the spreadsheet; mend its formula, or write what is meant"
    }


HEADS = ["question", "option 1", "option 2", "answer"]


def test_a_formula_without_its_value_is_named() -> None:
    data = spreadsheet({"One": [[*HEADS], ["Sum?", 1, "x", 1]]}, {})
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for member in before.namelist():
            text = before.read(member)
            if member.endswith("sheet1.xml"):
                text = text.replace(b'<c r="B2"><v>1</v></c>', b'<c r="B2"><f>1+1</f><v></v></c>')
            after.writestr(member, text)

    assert left_out(read(made.getvalue(), "t.xlsx")) == {
        2: "the value of the formula in B2 was not kept; open the file in Excel, and save it"
    }


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (5, '"$"#,##0.00', "$5.00"),
        (5, "#,##0 [$€-407]", "5 €"),
        (0.5, "[$£-809]0.00", "£0.50"),
        (6521, "yyyy-mm-dd h:mm:ss", "7 November 1917"),
    ],
)
def test_sums_keep_their_currency_and_dates_alone_have_no_midnight(value: float, form: str, shown: str) -> None:
    rows: list[list[Any]] = [[*HEADS], ["Which?", (value, "own"), "x", 1]]

    assert keys(read(spreadsheet({"One": rows}, {"own": form}), "t.xlsx")) == {2: [shown]}


def test_a_text_between_questions_and_a_hidden_question_are_named() -> None:
    between = read("Text title: One\nText: Read the recipe.\n\n1. Which is flat?\n*a) Pita\nb) Bagel\n", "t.txt")
    assert changes(between) == {2: "a text between the questions was left out: “Read the recipe.”"}

    hidden = read(
        '<quiz><question type="shortanswer"><questiontext format="html"><text>Which?</text></questiontext>'
        '<hidden>1</hidden><answer fraction="100"><text>Pita</text></answer></question></quiz>',
        "t.xml",
    )
    assert "hidden in Moodle" in changes(hidden)[1]


def h5p(*contents: dict[str, Any]) -> bytes:
    """A question set with these pieces of content."""
    head = {"mainLibrary": "H5P.QuestionSet", "title": "Bread"}
    return package({"h5p.json": json.dumps(head), "content/content.json": json.dumps({"questions": contents})})


def test_what_h5p_says_above_gaps_and_wants_as_one_answer_is_named() -> None:
    both = [{"text": "Pita", "correct": True}, {"text": "Naan", "correct": True}, {"text": "Bun", "correct": False}]
    single = {"question": "Which is flat?", "answers": both, "behaviour": {"type": "single"}}
    blanks = {"text": "Fill in the bread.", "questions": ["The *pita* is flat."]}
    reading = read(
        h5p(
            {"library": "H5P.MultiChoice 1.16", "params": single},
            {"library": "H5P.Blanks 1.14", "params": blanks},
        ),
        "t.h5p",
    )

    assert changes(reading) == {
        1: "more than one option is right, of which any was enough; here all are wanted",
        2: "what stands above its gaps was left out: “Fill in the bread.”",
    }


def test_of_a_table_of_words_is_said_which_side_is_typed() -> None:
    text = "Word,Translation\nbread,Brot\n"

    assert stems(read(text, "t.csv")) == [("Brot", ["bread"])]
    assert told(text, "t.csv") == {1: "of each row “Translation” is shown, and “Word” is to be typed"}


ITEM = (
    '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="{name}">{declared}'
    "<itemBody><p>Which?</p>{asked}</itemBody></assessmentItem>"
)


def test_items_of_a_package_are_named_by_their_files() -> None:
    essay = ITEM.format(name="e", declared="", asked='<extendedTextInteraction responseIdentifier="R"/>')
    typed = ITEM.format(
        name="t",
        declared='<responseDeclaration identifier="R" cardinality="single"><correctResponse><value>pita</value>'
        "</correctResponse></responseDeclaration>",
        asked='<textEntryInteraction responseIdentifier="R"/>',
    )
    reading = read(package({"items/e.xml": essay, "items/t.xml": typed}), "t.zip")
    report = report_of(reading, new_pack("own", "t.zip", reading))
    said = report.as_json("t.zip", "qti", "own")

    assert [(each["item"], each["reason"]) for each in said["left_out"]] == [
        ("items/e.xml", "an essay, or a file to send")
    ]
    assert [each["item"] for each in said["read"]] == ["items/t.xml"]
    assert report.place(1) == "items/e.xml"


def test_a_key_of_qti_that_is_not_there_and_one_of_not_have_their_reasons() -> None:
    def item(ident: str, condition: str) -> str:
        labels = "".join(
            f'<response_label ident="{each}"><material><mattext>{each}</mattext></material></response_label>'
            for each in "12"
        )
        return (
            f'<item ident="{ident}"><presentation><material><mattext>Which?</mattext></material>'
            f'<response_lid ident="r"><render_choice>{labels}</render_choice></response_lid></presentation>'
            f"<resprocessing><respcondition><conditionvar>{condition}</conditionvar>"
            '<setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item>'
        )

    gone = item("gone", '<varequal respident="r">9</varequal>')
    negated = item("negated", '<not><varequal respident="r">1</varequal></not>')
    text = f"<questestinterop><assessment><section>{gone}{negated}</section></assessment></questestinterop>"

    assert left_out(read(text, "t.xml")) == {
        1: "the right answer is none of the options; name one that is",
        2: "of the options is said only which is not right; name the right one",
    }


LOAF = {"Loaf": "Pita", "Said of it": "It is flat."}


def deck(tmp_path: Path, templates: list[dict[str, str]], cards: int, fields: dict[str, str] = LOAF) -> bytes:
    """A package with one note, whose first field is not the one that its card shows first."""
    kind = {"flds": [{"name": name} for name in fields], "tmpls": templates}
    path = tmp_path / "collection.anki2"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE col (models TEXT, decks TEXT); CREATE TABLE cards (nid INTEGER, did INTEGER);"
            "CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT, tags TEXT);"
        )
        connection.execute(
            "INSERT INTO col VALUES (?, ?)", (json.dumps({"7": kind}), json.dumps({"1": {"name": "Bread"}}))
        )
        connection.execute("INSERT INTO notes VALUES (1, 'g', 7, ?, '')", ("\x1f".join(fields.values()),))
        connection.executemany("INSERT INTO cards VALUES (1, 1)", [()] * cards)
    connection.close()
    return package({"collection.anki2": path.read_bytes()})


FRONT = {"qfmt": "{{Said of it}} {{type:Loaf}}", "afmt": "{{FrontSide}}<hr>{{Loaf}}"}


def test_the_template_of_a_card_says_which_field_asks(tmp_path: Path) -> None:
    reading = read(deck(tmp_path, [FRONT], 1), "t.apkg")

    assert stems(reading) == [("It is flat.", ["Pita"])]
    assert reading.changes == []


def test_the_words_of_a_template_around_its_field_stay_in_the_stem(tmp_path: Path) -> None:
    front = {"qfmt": "<style>.a{}</style>What is “{{Said of it}}”? {{type:Loaf}}", "afmt": "{{Loaf}}"}

    assert stems(read(deck(tmp_path, [front], 1), "t.apkg")) == [("What is “It is flat.”?", ["Pita"])]


def test_a_good_card_of_a_note_is_read_beside_one_that_is_left_out() -> None:
    note = "#separator:tab\n#html:true\n{{c1::Marx}} and {{c1::Engels}} in {{c2::1848}}\t\n"
    reading = read(note, "t.txt")

    assert stems(reading) == [("Marx and Engels in _____", ["1848"])]
    assert "several gaps at once, c1" in left_out(reading)[3]
    report = report_of(reading, new_pack("p", "t.txt", reading))
    assert (report.found, len(report.left_out)) == (2, 1)


def test_a_field_of_options_is_named_not_taken_for_an_explanation() -> None:
    reading = read("#separator:tab\n#columns:Question\tOptions\tAnswer\nWho?\tMarx Kant\tMarx\n", "t.txt")

    assert [(each.stem, key(each), each.explanation) for each in reading.questions] == [("Who?", ["Marx"], "")]
    assert ["Options was left out" in change.what for change in reading.changes] == [True]


@pytest.mark.parametrize("heads", ["Question\tA\tB\tC\tAnswer", "Front\tOption 1\tOption 2\tOption 3\tBack"])
def test_a_letter_or_number_names_an_option_of_a_note(heads: str) -> None:
    notes = "Who?\tLenin\tTrotsky\tStalin\tB\nWhen?\t1905\t1917\t1921\t1917\nWhere?\tx\ty\tz\tQ\nHow?\tx\ty\tz\t3\n"
    reading = read(f"#separator:tab\n#html:true\n#columns:{heads}\n{notes}", "t.txt")

    assert stems(reading) == [("Who?", ["Trotsky"]), ("When?", ["1917"]), ("How?", ["z"])]
    assert [len(each) for each in map(options, reading.questions)] == [3, 3, 3]
    assert ["the right answer “Q” is none of the 3 options" in said for said in left_out(reading).values()] == [True]


def test_a_number_does_not_stand_for_what_is_typed_in_a_package_with_options(tmp_path: Path) -> None:
    front = {"qfmt": "{{Ask}}<br>{{A}}<br>{{B}}", "afmt": "{{FrontSide}}<hr>{{Key}}<br>{{More}}"}
    fields = {"Ask": "Who?", "A": "Lenin", "B": "<b>Trotsky</b>", "Key": "b", "More": "He did."}
    reading = read(deck(tmp_path, [front], 1, fields), "t.apkg")

    assert stems(reading) == [("Who?", ["Trotsky"])]
    assert [(options(each), each.explanation) for each in reading.questions] == [(["Lenin", "Trotsky"], "He did.")]


def test_what_text2qti_says_to_those_who_are_right_is_kept_or_named() -> None:
    reading = read("1. Who?\n+ Well done\na) Kant\n*b) Marx\n... He.\n", "t.txt")

    assert changes(reading) == {1: "what is said to those who are right was left out: “Well done”"}


def test_cards_the_other_way_round_are_named(tmp_path: Path) -> None:
    other = {"qfmt": "{{Loaf}}", "afmt": "{{Said of it}}"}
    reading = read(deck(tmp_path, [FRONT, other], 2), "t.apkg")

    assert stems(reading) == [("It is flat.", ["Pita"])]
    assert changes(reading) == {1: "1 note with further cards, such as the other way round: the first is asked"}


def test_templates_are_read_as_new_packages_keep_them(tmp_path: Path) -> None:
    front, back = FRONT["qfmt"].encode(), (FRONT["afmt"] + " " * 200).encode()
    config = b"\x0a" + bytes([len(front)]) + front + b"\x12" + bytes([len(back) % 128 | 128, len(back) // 128]) + back
    path = tmp_path / "collection.anki21"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE col (models TEXT); CREATE TABLE cards (nid INTEGER, did INTEGER);"
            "CREATE TABLE notes (id INTEGER, guid TEXT, mid INTEGER, flds TEXT, tags TEXT);"
            "CREATE TABLE notetypes (id INTEGER); CREATE TABLE decks (id INTEGER, name TEXT);"
            "CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT);"
            "INSERT INTO fields VALUES (7, 0, 'Loaf'), (7, 1, 'Said of it');"
            "CREATE TABLE templates (ntid INTEGER, ord INTEGER, config BLOB);"
        )
        connection.execute("INSERT INTO notes VALUES (1, 'g', 7, ?, '')", ("Pita\x1fIt is flat.",))
        connection.execute("INSERT INTO templates VALUES (7, 0, ?)", (config,))
    connection.close()

    assert stems(read(package({"collection.anki21": path.read_bytes()}), "t.apkg")) == [("It is flat.", ["Pita"])]


ON_ONE_LINE = (
    '<quiz><question type="multichoice"><questiontext format="html"><text>One? &lt;img src="a.png"/&gt;</text>'
    '</questiontext><answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'
    '</question>{}<question type="multichoice"><questiontext format="html"><text>Three?</text></questiontext>'
    '<answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question></quiz>'
)


@pytest.mark.parametrize("between", ["", "\n"])
def test_changes_are_told_of_questions_though_another_of_the_line_is_left_out(between: str) -> None:
    reading = read(ON_ONE_LINE.format(between), "t.xml")
    report = report_of(reading, new_pack("p", "t.xml", reading))

    assert (report.found, report.changed, len(report.left_out)) == (2, 1, 1)
    assert ["picture" in change.what for change in report.changes] == [True]


def test_questions_that_share_a_line_are_told_by_number_and_name() -> None:
    named = ON_ONE_LINE.format("").replace(
        '<question type="multichoice">', '<question type="multichoice"><name><text>T</text></name>', 1
    )
    reading = read(named, "t.xml")
    report = report_of(reading, new_pack("p", "t.xml", reading))

    assert [report.place(each.line) for each in report.changes] == ["question 1, “T”"]
    assert [report.place(each.line) for each in report.left_out] == ["question 2, “Three?”"]
    assert report.as_json("t.xml", "moodle-xml", "p")["left_out"][0]["item"] == "question 2, “Three?”"
    assert read(ON_ONE_LINE.format("\n"), "t.xml").items == {}


@pytest.mark.parametrize(
    ("text", "expected", "lost"),
    [
        (
            "Front one?\tBack one\n{{c1::Lenin}} wrote it.\t\nWho?\tTrotsky\n",
            [("Front one?", ["Back one"]), ("_____ wrote it.", ["Lenin"]), ("Who?", ["Trotsky"])],
            [],
        ),
        ("Who?\tTrotsky\nX\t\nY?\tZ\n", [("Who?", ["Trotsky"]), ("Y?", ["Z"])], [2]),
        ("Lenin\tleader\nX\t\nPita\tbread\n", [("leader", ["Lenin"]), ("bread", ["Pita"])], [2]),
        ("\tleader\nPita\tbread\nA\tb\n", [("bread", ["Pita"]), ("b", ["A"])], [1]),
        (
            "Who led?\tTrotsky\nMulti <br> line\t<div>one</div>\n",
            [("Who led?", ["Trotsky"]), ("Multi line", ["one"])],
            [],
        ),
        ("Lenin - leader\nTrotsky - of war - 1918\nStalin-clerk\n", [("leader", ["Lenin"])], [2, 3]),
    ],
)
def test_no_card_is_swallowed_and_the_file_says_which_side_asks(text: str, expected: Any, lost: list[int]) -> None:
    reading = read(text, "t.txt")

    assert stems(reading) == expected
    assert list(left_out(reading)) == lost
