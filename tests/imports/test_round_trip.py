"""What this program exports comes back as it was: the stems, the options, the key, and what is said of them."""

import pytest
from hypothesis import given

from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from tests.imports.reading_for_tests import read
from tests.items_for_tests import an_item
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.imports.foreign import LONGEST_TYPED, Choice, ForeignQuestion, Match, Typed, tidy
from trotskyism_cli.items.model import Item, Response

FILES = {"gift": "q.gift", "csv": "q.csv", "moodle-xml": "q.xml", "qti": "q.zip"}
CHOSEN = (Response.CHOICE, Response.SEVERAL)


def back(item: Item, form: str) -> ForeignQuestion:
    """The one question that a format makes of an item, as it is read again."""
    wanted = next(each for each in FORMATS if each.name == form)
    reading = read(b"".join(wanted.write([item], PAPER)), FILES[form])

    assert reading.left_out == []
    (question,) = reading.questions
    return question


def check(item: Item, form: str) -> None:
    question = back(item, form)
    assert question.stem == tidy(item.stem)
    assert question.own_id == item.id
    if form in ("gift", "moodle-xml", "csv"):
        assert question.category in {tidy(PAPER.chapter(item)), tidy(PAPER.title)}
    match question.answer:
        case Choice(options, several):
            assert [option.text for option in options] == [
                tidy(each).replace("->", "→" if form == "gift" else "->") for each in item.options
            ]
            assert tuple(place for place, option in enumerate(options) if option.right) == tuple(sorted(item.answer))
            assert several == (item.response is Response.SEVERAL)
        case Typed(accepted):
            assert item.response is Response.TYPED
            assert accepted[0] == tidy(item.accepted[0])
        case Match(pairs):
            assert item.response is Response.MATCH
            assert len(pairs) == len(item.prompts)


def is_kept(item: Item) -> bool:
    """Whether a pack has room for an item: texts that differ in more than blanks, answers that somebody can type."""
    texts = {*map(tidy, item.options)}
    short = all(len(tidy(each).split()) <= LONGEST_TYPED for each in item.accepted[:1])
    return (
        len(texts) == len(item.options)
        and all(texts)
        and short
        and bool(tidy(item.stem))
        and all(map(tidy, item.accepted))
    )


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize(
    "item", [each for each in ORDINARY if each.response is not Response.ORDER], ids=lambda item: item.id
)
def test_ordinary_items_come_back(item: Item, form: str) -> None:
    check(item, form)


@pytest.mark.parametrize("form", FILES)
def test_hostile_items_come_back(form: str) -> None:
    for item in HOSTILE:
        if item.response in CHOSEN and is_kept(item):
            check(item, form)


@given(any_item(Response.CHOICE) | any_item(Response.SEVERAL))
def test_any_choice_comes_back(item: Item) -> None:
    if is_kept(item):
        for form in ("gift", "csv", "moodle-xml"):
            check(item, form)


@given(any_item(Response.TYPED))
def test_any_written_answer_comes_back(item: Item) -> None:
    if is_kept(item):
        check(item, "moodle-xml")
        if not any("\n" in each for each in item.accepted):  # a cell has a line for each
            check(item, "csv")


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_partial_credit_and_margins_come_back(form: str) -> None:
    partial = back(an_item(id="p", credits=(0.5, 1.0, 0.0)), form).answer
    number = an_item(
        id="n", response=Response.TYPED, options=(), option_notes=(), answer=(), accepted=("3", "2.5..3.5")
    )

    assert isinstance(partial, Choice)
    assert [option.credit for option in partial.options] == [50, 0, 0]
    assert back(number, form).answer == Typed(("3", "2.5..3.5"))
