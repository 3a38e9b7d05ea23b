"""Moodle XML, read by an XML parser and by Moodle itself."""

from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.readers import read_by_moodle
from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from trotskyism_cli.export.answers import is_number, pairs, spare
from trotskyism_cli.export.feedback_texts import feedback, notes_together, option_feedback
from trotskyism_cli.export.moodle import moodle_xml
from trotskyism_cli.items.model import Item, Response

EVERY = (*ORDINARY, *HOSTILE)
# Moodle knows these shares of a mark and no others: question_bank::fraction_options_full.
SHARES = [
    1,
    0.9,
    0.83333,
    0.8,
    0.75,
    0.7,
    0.66667,
    0.6,
    0.5,
    0.4,
    0.33333,
    0.3,
    0.25,
    0.2,
    0.16667,
    0.14286,
    0.125,
    0.11111,
    0.1,
]


def written(*items: Item) -> str:
    return "".join(moodle_xml(items, PAPER))


def parsed(*items: Item) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(written(*items)) if each.get("type") != "category"]


def words(question: ElementTree.Element, path: str) -> list[str]:
    return [each.text or "" for each in question.findall(path)]


def check_as_parsed(item: Item, question: ElementTree.Element) -> None:
    assert words(question, "idnumber") == words(question, "name/text") == [item.id]
    assert words(question, "questiontext/text") == [item.question]
    if item.response in (Response.CHOICE, Response.SEVERAL):
        assert question.get("type") == "multichoice"
        assert words(question, "single") == ["true" if item.response is Response.CHOICE else "false"]
        assert words(question, "generalfeedback/text") == [feedback(item)]
        assert words(question, "answer/text") == list(item.options)
        assert words(question, "answer/feedback/text") == list(option_feedback(item))
        worth = [float(each.get("fraction", "")) for each in question.findall("answer")]
        assert [place for place, each in enumerate(worth) if each > 0] == sorted(item.answer)
    elif item.response is Response.TYPED:
        assert question.get("type") == ("numerical" if is_number(item) else "shortanswer")
        assert [each.replace("\\*", "*") for each in words(question, "answer/text")] == list(item.accepted)
    elif item.response is Response.ORDER:
        assert question.get("type") == "ordering"
        assert words(question, "answer/text") == [item.options[place] for place in item.answer]
        assert words(question, "selecttype") == ["ALL"]
        assert words(question, "selectcount") == [str(len(item.options))]
    else:
        assert question.get("type") == "matching"
        assert words(question, "generalfeedback/text") == [notes_together(item)]
        found = zip(words(question, "subquestion/text"), words(question, "subquestion/answer/text"), strict=True)
        assert list(found) == [*pairs(item), *(("", option) for option in spare(item))]


def test_an_xml_parser_reads_what_was_written() -> None:
    read = parsed(*EVERY)

    assert len(read) == len(EVERY)
    for item, question in zip(EVERY, read, strict=True):
        check_as_parsed(item, question)


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_any_text_stays_text(item: Item) -> None:
    check_as_parsed(item, parsed(item)[0])


@given(st.text())
def test_there_is_no_text_that_breaks_the_file(text: str) -> None:
    parsed(*(each for each in HOSTILE[:5]), ORDINARY[0]._replace(stem=text))


def test_every_share_of_a_mark_is_one_that_moodle_knows() -> None:
    for question in parsed(*(each for each in EVERY if each.response is not Response.ORDER)):
        for answer in question.findall("answer"):
            share = abs(float(answer.get("fraction", ""))) / 100
            assert share == 0 or min(abs(share - known) for known in SHARES) < 0.00001


def test_categories_are_chapters_below_the_title() -> None:
    root = ElementTree.fromstring(written(*ORDINARY))
    categories = [words(each, "category/text")[0] for each in root if each.get("type") == "category"]

    assert categories[:2] == ["top/A test/The theory: one//two", "top/A test/A test"]


def test_a_question_is_tagged_with_its_chapter_family_and_difficulty() -> None:
    assert words(parsed(ORDINARY[0])[0], "tags/tag/text") == ["theory", "author", "easy"]


def test_moodle_reads_what_was_written(tmp_path: Path) -> None:
    # The types of question that are parts of their own, such as `ordering`, read themselves.
    items = [each for each in EVERY if each.response is not Response.ORDER]
    read = [each for each in read_by_moodle("xml", written(*items), tmp_path) if each["qtype"] != "category"]

    assert len(read) == len(items)
    for item, each in zip(items, read, strict=True):
        assert each["questiontext"] == item.question
        assert each["questiontextformat"] == 2
        assert each["idnumber"] == item.id
        if item.response in (Response.CHOICE, Response.SEVERAL):
            assert [answer["text"] for answer in each["answer"]] == list(item.options)
            assert [note["text"] for note in each["feedback"]] == list(option_feedback(item))
            assert [place for place, worth in enumerate(each["fraction"]) if worth > 0] == sorted(item.answer)
        elif item.response is Response.TYPED:
            assert each["qtype"] == ("numerical" if is_number(item) else "shortanswer")
            assert [text.replace("\\*", "*") for text in each["answer"]] == list(item.accepted)
        else:
            found = zip([left["text"] for left in each["subquestions"]], each["subanswers"], strict=True)
            assert list(found) == [*pairs(item), *(("", option) for option in spare(item))]


def test_the_same_items_give_the_same_bytes() -> None:
    assert written(*EVERY) == written(*EVERY)
