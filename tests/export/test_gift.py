"""GIFT, read by gift-pegjs, by pygiftparser and by Moodle."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.readers import read_by_gift_pegjs, read_by_moodle
from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from tests.items_for_tests import an_item
from trotskyism_cli.export.answers import full_stem, is_number, pairs, spare
from trotskyism_cli.export.feedback_texts import feedback, notes_together, option_feedback
from trotskyism_cli.export.gift import gift
from trotskyism_cli.items.model import Item, Response

EVERY = (*ORDINARY, *HOSTILE)
TYPES = {
    Response.CHOICE: "MC",
    Response.SEVERAL: "MC",
    Response.ORDER: "Matching",
    Response.MATCH: "Matching",
    Response.TYPED: "Short",
}


def written(*items: Item) -> str:
    return "".join(gift(items, PAPER))


def folded(text: str) -> str:
    """Readers of plain text fold blanks; an arrow in an answer is written as a sign."""
    return " ".join(text.replace("->", "→").split())


def decoded(text: str) -> str:
    """gift-pegjs leaves its own code for escaped signs in the right side of a pair."""
    return re.sub(r"&&(010|\d{3};)", lambda match: chr(int(match[1].rstrip(";"))), text)


def check_as_read_by_pegjs(item: Item, read: dict[str, Any]) -> None:
    number = is_number(item)
    assert read["type"] == ("Numerical" if number else TYPES[item.response])
    assert read["title"] == item.id
    assert folded(read["stem"]["text"]) == folded(full_stem(item))
    by_option = item.response in (Response.CHOICE, Response.SEVERAL)
    told = feedback(item) if by_option else notes_together(item)
    assert folded(read["globalFeedback"]["text"]) == folded(told)
    if by_option:
        assert [folded(each["text"]["text"]) for each in read["choices"]] == list(map(folded, item.options))
        notes = [folded(each["feedback"]["text"]) if each["feedback"] else "" for each in read["choices"]]
        assert notes == list(map(folded, option_feedback(item)))
        worth = [each["weight"] if each["weight"] is not None else 100 * each["isCorrect"] for each in read["choices"]]
        assert [place for place, each in enumerate(worth) if each > 0] == sorted(item.answer)
        assert sum(each for each in worth if each > 0) == pytest.approx(100, abs=0.001)
    elif item.response in (Response.MATCH, Response.ORDER):
        found = [
            (folded(each["subquestion"]["text"]), folded(decoded(each["subanswer"]))) for each in read["matchPairs"]
        ]
        wanted = [*pairs(item), *(("", option) for option in spare(item))]
        assert found == [(folded(left), folded(right)) for left, right in wanted]
    elif not number:
        assert [folded(each["text"]["text"]).replace("\\*", "*") for each in read["choices"]] == list(
            map(folded, item.accepted)
        )


def test_gift_pegjs_reads_what_was_written() -> None:
    read = [each for each in read_by_gift_pegjs(written(*EVERY)) if each["type"] != "Category"]

    assert len(read) == len(EVERY)
    for item, each in zip(EVERY, read, strict=True):
        check_as_read_by_pegjs(item, each)


@settings(max_examples=60, deadline=None)
@given(st.lists(any_item(), min_size=1, max_size=3))
def test_gift_pegjs_reads_any_text_as_text(items: list[Item]) -> None:
    read = [each for each in read_by_gift_pegjs(written(*items)) if each["type"] != "Category"]

    assert len(read) == len(items)
    for item, each in zip(items, read, strict=True):
        check_as_read_by_pegjs(item, each)


def test_moodle_reads_what_was_written(tmp_path: Path) -> None:
    read = [each for each in read_by_moodle("gift", written(*EVERY), tmp_path) if each["qtype"] != "category"]

    assert len(read) == len(EVERY)
    for item, each in zip(EVERY, read, strict=True):
        assert each["questiontext"] == full_stem(item)
        assert each["questiontextformat"] == 2
        assert each["idnumber"] == item.id
        if item.response in (Response.CHOICE, Response.SEVERAL):
            assert [answer["text"] for answer in each["answer"]] == [text.replace("->", "→") for text in item.options]
            assert [note["text"] for note in each["feedback"]] == list(option_feedback(item))
            assert [place for place, worth in enumerate(each["fraction"]) if worth > 0] == sorted(item.answer)
            assert each["single"] == (item.response is Response.CHOICE)
        elif item.response is not Response.TYPED:
            found = zip([left["text"] for left in each["subquestions"]], each["subanswers"], strict=True)
            wanted = [*pairs(item), *(("", option) for option in spare(item))]
            assert list(found) == [(left.replace("->", "→"), right.replace("->", "→")) for left, right in wanted]
        else:
            assert [text.replace("\\*", "*") for text in each["answer"]] == [
                text.replace("->", "→") for text in item.accepted
            ]


def test_pygiftparser_reads_what_was_written() -> None:
    parser = pytest.importorskip("pygiftparser.parser")
    from pygiftparser.utils import transformSpecials

    # It takes an escaped } in an answer for the end of the answers, and knows no [plain] there.
    items = [
        item for item in EVERY if not re.search(r"[}\\]|^%|^\[|\n", f"{item.stem}{item.options}{item.accepted}"[:-1])
    ]
    read = parser.parseFile(io.StringIO(written(*items)))
    names = {"ChoicesSet", "SelectSet", "MultipleChoicesSet", "MatchingSet", "ShortSet", "NumericAnswerSet"}

    assert len(items) > 40
    assert len(read) == len(items)
    for item, question in zip(items, read, strict=True):
        assert question.valid
        assert type(question.answers).__name__ in names
        assert transformSpecials(question.title) == item.id
        assert folded(transformSpecials(question.text)) == folded(full_stem(item))
        if item.response in (Response.CHOICE, Response.SEVERAL):
            assert [folded(transformSpecials(each.answer)) for each in question.answers.answers] == list(
                map(folded, item.options)
            )
            right = [place for place, each in enumerate(question.answers.answers) if each.fraction > 0]
            assert right == sorted(item.answer)


def test_categories_are_chapters_and_slashes_in_their_names_divide_nothing() -> None:
    lines = [line for line in written(*ORDINARY).splitlines() if line.startswith("$")]

    assert lines[:2] == ["$CATEGORY: A test/The theory: one//two", "$CATEGORY: A test/A test"]


def test_there_are_blank_lines_between_questions_and_nowhere_else() -> None:
    chunks = [chunk for chunk in written(*EVERY).split("\n\n") if chunk and not chunk.startswith("$")]

    assert len(chunks) == len(EVERY)


def test_an_arrow_in_an_answer_makes_no_pair() -> None:
    item = ORDINARY[0]._replace(options=("rye -> bread", "wheat", "oats"))

    assert "rye → bread" in written(item)
    assert "->" not in written(item)


def test_what_the_explanation_tells_of_a_pair_is_not_told_again() -> None:
    notes = ("Marx: Capital.", "Trotsky: 1905.", "1914 belongs to none of them.")
    item = an_item(response=Response.MATCH, explanation="Marx: Capital; Trotsky: 1905. Both wrote.", option_notes=notes)

    assert notes_together(item) == "Marx: Capital; Trotsky: 1905. Both wrote. 1914 belongs to none of them."
