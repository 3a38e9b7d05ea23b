"""Exams, set by Typst and read back from the PDF; and the variants of their questions."""

import io
import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.samples import HOSTILE, ORDINARY, PAPER, PASSAGE, any_item
from trotskyism_cli.export.answers import letter
from trotskyism_cli.export.exam import pdf_exam, typst_exam
from trotskyism_cli.export.glyphs import lacks_glyphs
from trotskyism_cli.export.paper import Sheets, easy_first
from trotskyism_cli.export.variants import shuffled, variants
from trotskyism_cli.items.model import Item, Response

EXAM = replace(PAPER, variants=4, seed=7)


def meaning(item: Item) -> object:
    """What is asked and what is right, whatever the order of the options."""
    right = [item.options[place] for place in item.answer]
    match item.response:
        case Response.TYPED:
            return item.accepted
        case Response.MATCH:
            return sorted(zip(item.prompts, right, strict=True)), sorted(item.options)
        case Response.ORDER:
            return right
        case _:
            return sorted(right), sorted(zip(item.options, item.option_notes, strict=True))


@given(any_item(), st.integers())
def test_a_shuffled_item_asks_the_same(item: Item, seed: int) -> None:
    other = shuffled(item, random.Random(seed))

    assert meaning(other) == meaning(item)
    assert len(other.answer) == len(item.answer)


def test_every_variant_has_every_question_and_its_number_in_the_first() -> None:
    made = variants(ORDINARY, 26, "seed")

    assert [each.letter for each in made][:3] == ["A", "B", "C"]
    assert len({each.numbers for each in made}) > 20
    for each in made:
        assert sorted(each.numbers) == list(range(1, len(ORDINARY) + 1))
        for item, number in zip(each.items, each.numbers, strict=True):
            assert meaning(item) == meaning(ORDINARY[number - 1])
    assert variants(ORDINARY, 3, "seed") == made[:3]


def test_every_variant_goes_from_easy_to_hard() -> None:
    levels = ["hard", "easy", "medium"] * 6
    items = [ORDINARY[0]._replace(difficulty=level, id=str(number)) for number, level in enumerate(levels)]
    made = variants(easy_first(items), 4, "seed")

    assert len({tuple(item.id for item in each.items) for each in made}) == 4
    for each in made:
        assert [item.difficulty for item in each.items] == ["easy"] * 6 + ["medium"] * 6 + ["hard"] * 6


def test_years_stay_in_their_order() -> None:
    item = ORDINARY[0]._replace(options=("1905", "1917", "1938"))

    assert {shuffled(item, random.Random(seed)).options for seed in range(20)} == {item.options}


def pages(*items: Item, count: int = 4) -> list[str]:
    """The text of each page of an exam."""
    pytest.importorskip("typst", reason="typst is not installed; make readers does")
    reader = pytest.importorskip("pypdf", reason="pypdf is not installed; make readers does")
    pdf = b"".join(pdf_exam(items, replace(EXAM, variants=count)))
    return [" ".join(page.extract_text().split()) for page in reader.PdfReader(io.BytesIO(pdf)).pages]


def test_the_pdf_has_the_variants_and_then_the_key() -> None:
    read = pages(*ORDINARY)
    first = [place for place, page in enumerate(read) if "Name:" in page]
    key = next(place for place, page in enumerate(read) if "A test: answers" in page)
    questions = " ".join(read[:key])

    assert len(first) == 4
    assert key > first[-1]
    assert questions.count("Put them in order.") == 4
    assert questions.count(f"“{PASSAGE.text}” ({PASSAGE.attribution}) Against whom does he write this?") == 4
    assert "Results and Prospects is by Leon Trotsky" not in questions
    assert "Lev Trotsky" not in questions
    assert "Results and Prospects is by Leon Trotsky" in " ".join(read[key:])


def test_the_key_tells_the_letters_of_each_variant() -> None:
    source = "".join(typst_exam(ORDINARY[:1], EXAM))
    cells = re.search(r'#key\(\("A", "B", "C", "D",\), "1", (.*)\)', source)
    assert cells is not None

    told = re.findall(r'"(\w)"', cells[1])
    assert told == [letter(each.items[0].answer[0]) for each in variants(ORDINARY[:1], 4, "tiny:7")]


@pytest.mark.parametrize("length", [1, 25])  # of which a variant takes an odd number of pages
def test_each_variant_and_the_key_begin_on_a_sheet_of_their_own(length: int) -> None:
    read = pages(*(ORDINARY[0]._replace(id=str(number)) for number in range(length)), count=3)
    begun = [place for place, page in enumerate(read) if "Name:" in page or "A test: answers" in page]

    assert len(begun) == 4
    assert {place % 2 for place in begun} == {0}  # the first page is that of place 0: the front of a sheet
    assert [read[place - 1] for place in begun[1:]] == ["", "", ""]  # nor does anything stand on an empty back


def test_each_page_says_what_it_is_a_page_of_and_of_how_many() -> None:
    read = pages(*ORDINARY * 3, count=2)
    feet = [page.split()[-2:] for page in read if page]
    of_a, of_key = ([foot for foot in feet if foot[0] == name] for name in ("A", "Key"))

    assert len(of_a) > 1
    for own in (of_a, of_key):
        assert [each[1] for each in own] == [f"{number}/{len(own)}" for number in range(1, len(own) + 1)]


def test_the_questions_and_the_key_can_be_two_files() -> None:
    questions, key = (
        "".join(typst_exam(ORDINARY, replace(EXAM, sheets=sheets))) for sheets in (Sheets.QUESTIONS, Sheets.KEY)
    )

    assert (questions.count("#variant("), questions.count("#answers(")) == (4, 0)
    assert "Results and Prospects is by Leon Trotsky" not in questions
    assert "Lev Trotsky" not in questions
    assert (key.count("#variant("), key.count("#answers(")) == (0, 1)
    whole = "".join(typst_exam(ORDINARY, EXAM))
    assert key.partition("#answers(")[2] == whole.partition("#answers(")[2]


def test_the_key_has_each_thing_on_a_line_of_its_own_and_typed_answers_in_one_form_in_its_table() -> None:
    notes = ("Karl Marx: Not he.", "", "Vladimir Lenin: Nor he.")
    choice = ORDINARY[0]._replace(explanation="Leon Trotsky. In prison. Source: A book.", option_notes=notes)
    told = "".join(typst_exam([choice, ORDINARY[4]], replace(EXAM, variants=1, sheets=Sheets.KEY)))

    reason = '"1", "", "b: Leon Trotsky", "In prison.", "Source: A book.", "a) Not he.", "c) Nor he."'
    assert f"#reason({reason})" in told
    assert '"2", "Leon Trotsky")\n' in told
    assert '#reason("2", "", "Leon Trotsky", "Also right: Lev Trotsky", ' in told


def test_letters_that_no_font_has_are_known() -> None:
    pytest.importorskip("typst", reason="typst is not installed; make readers does")
    set_well = ORDINARY[0]._replace(stem="Ünal “Троцкий” – α √ € ש?")
    boxes = ORDINARY[0]._replace(option_notes=("", "", "The sign \U00013000 of the Egyptians."))

    assert [lacks_glyphs(item) for item in (*ORDINARY, set_well, boxes)] == [False] * (len(ORDINARY) + 1) + [True]


def test_no_text_can_leave_its_string() -> None:
    read = " ".join(pages(*HOSTILE, count=1))

    for text in ("<script>alert(1)</script>", "#let", "*star* _under_ `tick`", "{=a ~b} #c :d:"):
        assert text in read or text == "#let"
    assert "Троцкий, Лев Давидович" in read


@settings(max_examples=15, deadline=None)
@given(any_item())
def test_typst_sets_any_item(item: Item) -> None:
    assert pages(item, count=2)


def test_the_same_questions_give_the_same_pdf() -> None:
    pytest.importorskip("typst", reason="typst is not installed; make readers does")

    assert b"".join(pdf_exam(ORDINARY, EXAM)) == b"".join(pdf_exam(ORDINARY, EXAM))
