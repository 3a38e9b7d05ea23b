"""What this program wrote comes back from JSON and mkdocs-quiz whole; of a test on paper it is said what does."""

import json

import pytest

from tests.every_for_tests import every
from tests.export.samples import ORDINARY, PAPER
from tests.imports.reading_for_tests import key, left_out, read
from tests.items_for_tests import an_item
from trotskyism_cli.errors import AppError
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.imports.fitting import fitted
from trotskyism_cli.imports.foreign import Choice, Match, Order, Reading, Typed
from trotskyism_cli.items.model import Item, Response


def back(form: str, name: str, *items: Item) -> Reading:
    wanted = next(each for each in FORMATS if each.name == form)
    return read(b"".join(wanted.write(items, PAPER)), name)


@pytest.mark.parametrize("item", ORDINARY, ids=lambda item: item.id)
def test_json_lines_come_back_whole(item: Item) -> None:
    (question,) = back("json", "q.jsonl", item).questions

    assert question.own_id == item.id
    assert question.explanation == item.explanation
    assert question.stem.endswith(item.stem)
    assert item.passage is None or item.passage.text.strip() in question.stem
    match question.answer:
        case Choice(options, several):
            assert [option.text for option in options] == list(item.options)
            assert [place for place, option in enumerate(options) if option.right] == sorted(item.answer)
            assert several == (item.response is Response.SEVERAL)
        case Typed(accepted):
            assert accepted == item.accepted
        case Match(pairs, spare):
            assert pairs == tuple(zip(item.prompts, (item.options[place] for place in item.answer), strict=True))
            assert len(pairs) + len(spare) == len(item.options)
        case Order(things):
            assert things == tuple(item.options[place] for place in item.answer)


def test_credits_and_notes_are_in_json_lines_too() -> None:
    notes = ("Marx: he wrote.", "Right: Trotsky.", "")
    item = an_item(options=("Marx", "Trotsky", "Lenin"), answer=(1,), credits=(0.5, 1.0, 0.0), option_notes=notes)
    (question,) = back("json", "q.jsonl", item).questions

    assert isinstance(question.answer, Choice)
    assert [option.credit for option in question.answer.options] == [50, 0, 0]
    assert [option.note for option in question.answer.options] == ["he wrote.", "", ""]


@pytest.mark.parametrize("change", [{"options": 5}, {"answer_index": 99}, {"stem": None}, {"option_notes": ["one"]}])
def test_of_json_lines_a_broken_one_is_left_out_alone(change: dict[str, object]) -> None:
    whole = json.dumps(an_item(stem="Which first?").as_json())
    broken = json.dumps(an_item(stem="Which second?").as_json() | change)

    reading = read("\n".join((whole, broken, "{", "", whole)), "q.jsonl")

    assert [each.line for each in reading.questions] == [1, 5]
    assert list(left_out(reading)) == [2, 3]
    assert every(each.endswith("; export it anew") for each in left_out(reading).values())


@pytest.mark.parametrize("item", [each for each in ORDINARY if each.prompts or each.response is Response.ORDER])
def test_blanks_of_an_order_or_a_match_are_one_question(item: Item) -> None:
    (question,) = map(fitted, back("mkdocs-quiz", "q.md", item).questions)

    things = [item.options[place] for place in item.answer]
    pairs = [f"{prompt}: {thing}" for prompt, thing in zip(item.prompts, things, strict=False)]
    assert question.stem == item.stem
    assert key(question) == (pairs or things)


def test_other_texts_with_several_blanks_are_left_out() -> None:
    reading = read("<quiz>\nHe went from [[Rome]] to [[Paris]].\n</quiz>\n", "q.md")

    assert left_out(reading) == {1: "2 blanks in one question; ask for each alone"}


@pytest.mark.parametrize(("form", "name"), [("text", "q.txt"), ("markdown", "q.md")])
def test_of_a_test_on_paper_it_is_said_what_comes_back(form: str, name: str) -> None:
    with pytest.raises(AppError, match="set for paper, which is not read back; import the same questions from csv"):
        back(form, name, *ORDINARY)


@pytest.mark.parametrize("name", ["q.csv", "q.gift", "q.xlsx", "q.txt"])
def test_an_empty_file_is_called_so(name: str) -> None:
    with pytest.raises(AppError, match=f"^{name} is empty.$"):
        read(" \n", name)


def test_a_numbered_question_without_boxes_is_left_out() -> None:
    ticked = "2. When did he die?\n   - [ ] 1923\n   - [x] 1924\n\nThe end.\n"
    text = f"1. Who led it?\n   a) Lenin\n   b) **Trotsky**\n\n{ticked}"
    reading = read(text, "q.md")

    assert left_out(reading)[1].startswith("no boxes below it; write - [x] before the right option")
    assert [key(each) for each in reading.questions] == [["1924"]]
