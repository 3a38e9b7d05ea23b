"""What keys make of a choice, and the lines that it is drawn with."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from tests.every_for_tests import every, none
from trotskyism_cli.screen.keys.cells import wrap, wrap_items
from trotskyism_cli.screen.keys.choosing import LEAVING, Ask, Choice, Done, Keys, window
from trotskyism_cli.screen.keys.choosing_several import Match, Order, Several

OPTIONS = ("Danton", "Marat", "Robespierre", "Sieyès")
ASK = Ask("Who?", OPTIONS, "the keys", {"q": "stop", "?": "pass"})
TALL = Ask("Which?", tuple(f"Chapter {number}" for number in range(1, 18)), "the keys", {}, Done("back"))


def pressed(model: Any, *keys: str) -> Any:
    for key in keys:
        assert not isinstance(model, Done), f"{key} after the end"
        model = model.press(key)
    return model


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        (["3"], Done(2)),
        (["down", "enter"], Done(1)),
        (["up", "enter"], Done(3)),
        (["escape", "enter", "enter"], Done(0)),
        (["escape", "escape", "2", "?", "down", "enter", "3"], Done(2)),
        (["escape", "q"], Done("stop")),
        (["9", "0", "x", "b", "enter"], Done(0)),
        (["?"], Done("pass")),
    ],
)
def test_one_is_chosen(keys: list[str], end: Done) -> None:
    assert pressed(Choice(ASK), *keys) == end


def test_escape_asks_before_it_ends_anything() -> None:
    asking = pressed(Choice(ASK), "escape")

    assert "".join(text for _, text in asking.rows(80).foot) == LEAVING


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        (["1", "7", "enter"], Done(16)),
        (["1", "down", "2", "enter"], Done(1)),
        (["9", "9", "1", "2", "enter"], Done(11)),
        (["9", "9", "enter", "2", "enter"], Done(1)),
        (["escape"], Done("back")),
    ],
)
def test_of_many_the_number_is_written_and_enter_chooses(keys: list[str], end: Done) -> None:
    assert pressed(Choice(TALL), *keys) == end


@pytest.mark.parametrize("keys", [["9", "9"], ["9", "9", "enter"], ["1", "8"], ["0"], ["0", "enter"]])
def test_of_many_a_number_that_none_has_is_refused(keys: list[str]) -> None:
    refused = "".join(text for _, text in pressed(Choice(TALL), *keys).rows(80).foot)

    assert refused.startswith(f"There is no {''.join(keys).removesuffix('enter')}; the last one is 17.")


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        (["1", "3", "enter"], Done((0, 2))),
        (["1", "3", "1", "enter"], Done((2,))),
        (["down", "space", "enter"], Done((1,))),
        (["enter", "4", "enter"], Done((3,))),
    ],
)
def test_several_are_marked(keys: list[str], end: Done) -> None:
    assert pressed(Several(ASK), *keys) == end


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        (["4", "3", "2"], Done((3, 2, 1, 0))),
        (["4", "b", "1", "left", "3", "escape", "2", "1", "4"], Done((1, 0, 3, 2))),
        (["enter", "enter", "enter"], Done((0, 1, 2, 3))),
    ],
)
def test_an_order_is_told_by_the_numbers_of_the_options(keys: list[str], end: Done) -> None:
    assert pressed(Order(ASK), *keys) == end


def test_an_option_is_taken_for_each_prompt() -> None:
    match = Match(ASK, prompts=("a", "b"))

    assert pressed(match, "2", "2") == Done((1, 1))
    assert pressed(match, "2", "escape", "1", "4") == Done((0, 3))
    assert pressed(match, "escape").leaving


def test_what_was_taken_for_a_prompt_is_marked_and_the_pointer_goes_to_another() -> None:
    match = pressed(Match(ASK, prompts=("a", "b", "c")), "1")
    assert isinstance(match, Match)
    marked = [text for _, text in match.rows(80).body if text.endswith(" → a")]

    assert [text.strip(" »").split(")")[0] for text in marked] == ["1"]
    assert match.place == 1
    assert pressed(match, "1", "1") == Done((0, 0, 0))  # an answer may belong to more than one


def test_keys_that_mean_nothing_do_nothing() -> None:
    keys = Keys({"enter": "next", "q": "stop"}, "Enter next")

    assert pressed(keys, "x", "escape", "escape", "x", "enter", "enter") == Done("next")
    assert pressed(keys, "escape", "x", "q") == Done("stop")


@given(st.lists(st.sampled_from(["1", "2", "9", "up", "down", "enter", "escape", "b", "left", "space", "x"])))
def test_no_key_breaks_a_choice(keys: list[str]) -> None:
    for model in (Choice(ASK), Several(ASK), Order(ASK), Match(ASK, prompts=("a", "b")), Choice(TALL)):
        now: Any = model
        for key in keys:
            if not isinstance(now, Done):
                now = now.press(key)
                assert isinstance(now, Done) or len(window(now.rows(20), 5)) <= 5


@pytest.mark.parametrize("height", range(3, 24))
@pytest.mark.parametrize("place", [0, 8, 16])
def test_the_pointer_and_the_keys_are_seen_in_any_window(height: int, place: int) -> None:
    shown = [text for _, text in window(Choice(TALL, place=place).rows(30), height)]

    assert len(shown) <= height
    assert any(f"» {place + 1:>2})" in text for text in shown)
    assert "the keys" in shown


TEXT = st.text(alphabet="ab 中文字、。é— ", max_size=60)


@given(TEXT, st.integers(4, 30))
def test_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert all(get_cwidth(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_chinese_breaks_between_signs_and_not_before_a_stop() -> None:
    assert wrap("托洛茨基是革命家。", 8) == ["托洛茨基", "是革命", "家。"]
    assert wrap("Chen Duxiu 陈独秀 founded it", 10) == ["Chen Duxiu", "陈独秀", "founded it"]


@pytest.mark.parametrize("width", [19, 28, 40, 80])
def test_no_word_is_broken_in_a_narrow_window(width: int) -> None:
    option = "Founding of the Fourth International by nineteen delegates"
    rows = Several(Ask("Which of these events took place in 1938?", (option, "International"), "the keys")).rows(width)
    words = {word for _, text in rows.body for word in text.split()}

    assert every(get_cwidth(text) < width for _, text in rows.body)
    assert {*option.split()} <= words


def test_chinese_options_fit_a_narrow_window() -> None:
    rows = Choice(Ask("谁？", ("陈独秀发表告全党同志书并且反对共产国际", "x"), "the keys")).rows(20)

    assert every(get_cwidth(text) < 20 for _, text in rows.body)
    assert "".join(text.strip(" »1)2x") for _, text in rows.body) == "谁？陈独秀发表告全党同志书并且反对共产国际"


@pytest.mark.parametrize("width", [12, 24, 39, 79])
def test_a_key_stays_with_what_it_does(width: int) -> None:
    items = ["Enter next", "r read the entry", "s source", "u take back", "q stop"]
    lines = wrap_items(" · ".join(items), width)

    assert max(map(len, lines)) <= width
    assert width < max(map(len, items)) or [part for row in lines for part in row.split(" · ")] == items
    assert " ".join(lines).replace(" · ", " ").split() == " ".join(items).split()


def test_a_list_that_goes_on_below_says_by_how_many_options() -> None:
    asked = Ask("Which chapter?", tuple(f"Chapter {number}" for number in range(1, 31)), "keys")
    shown = [text for _, text in window(Choice(asked).rows(80), 24)]
    told = [int(text.split()[1]) for text in shown if "↓" in text]

    assert told == [30 - sum("Chapter " in text for text in shown)]
    assert none("↓" in text for _, text in window(Choice(asked, place=29).rows(80), 24))
