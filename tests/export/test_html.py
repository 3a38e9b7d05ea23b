"""The page of questions, driven in a real browser by its keyboard, and checked by axe-core."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.browsing import DESKTOP, PHONE, Visit
from tests.export.readers import needs_node_package
from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from trotskyism_cli.export.html import html_quiz
from trotskyism_cli.items.model import Item, Response


def page_of(*items: Item) -> str:
    return "".join(html_quiz(items, PAPER))


def data_of(page: str) -> list[dict[str, Any]]:
    found = re.search(r'<script type="application/json" id="items">\n(.*?)</script>', page, re.DOTALL)
    assert found
    read: list[dict[str, Any]] = json.loads(found[1])
    return read


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_no_text_of_a_question_ends_the_element_that_it_stands_in(item: Item) -> None:
    page = page_of(item)

    assert data_of(page)[0]["stem"] == item.stem
    assert data_of(page)[0].get("passage") == (list(item.passage.lines) if item.passage else None)
    assert tuple(data_of(page)[0]["options"]) == item.options
    assert page.count("</script>") == page_of(ORDINARY[0]).count("</script>")


def test_the_page_names_nothing_to_fetch() -> None:
    page = page_of(*ORDINARY)

    assert re.findall(r"(?:src|href|url|import)\s*[=(]", page) == []
    assert "default-src 'none'" in page


class Asked(Visit):
    """The page of some items."""

    def __init__(
        self, browser: Any, folder: Path, size: tuple[int, int], items: tuple[Item, ...], scheme: str = "light"
    ) -> None:
        super().__init__(browser, folder, size, page_of(*items), scheme)

    def answer(self, item: Item, *, wrongly: bool = False) -> None:
        """Answer a question by keyboard alone, and go on."""
        if item.response is Response.CHOICE:
            self.press(str((item.answer[0] + wrongly) % len(item.options) + 1), "Enter")
        elif item.response is Response.SEVERAL:
            self.press(*(str(place + 1) for place in item.answer), "Enter")
        elif item.response is Response.TYPED:
            self.press("Tab")
            self.page.keyboard.type(item.accepted[-1].upper())
            self.press("Enter")
        else:
            rows = (
                item.answer
                if item.response is Response.MATCH
                else [item.answer.index(row) for row in range(len(item.options))]
            )
            for row in rows:
                self.press("Tab", *["ArrowDown"] * (row + 1))
            self.press("Tab", "Enter")
        self.press("Enter")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_all_questions_are_answered_by_keyboard_and_the_score_is_read_back(
    browser: Any, tmp_path: Path, size: tuple[int, int]
) -> None:
    visit = Asked(browser, tmp_path, size, ORDINARY)

    for item in ORDINARY:
        assert item.stem in visit.text()
        assert visit.page.locator("blockquote p").all_text_contents() == [*(item.passage.lines if item.passage else ())]
        visit.answer(item)

    assert f"Score: {len(ORDINARY)}/{len(ORDINARY)} (100%)" in visit.text()
    assert visit.requests == [visit.url]
    assert visit.alarms == []


def test_a_wrong_answer_is_explained_and_can_be_tried_again(browser: Any, tmp_path: Path) -> None:
    visit = Asked(browser, tmp_path, PHONE, ORDINARY[:1])

    visit.press(str((ORDINARY[0].answer[0] + 1) % 3 + 1), "Enter")
    told = visit.page.inner_text("[role=status]")
    visit.press("Enter")
    score = visit.text()
    visit.page.get_by_role("button", name="Try just those again").press("Enter")

    assert "Wrong. The answer: Leon Trotsky" in told
    assert ORDINARY[0].explanation in told
    assert "Karl Marx wrote other works." in told
    assert "Score: 0/1 (0%)" in score
    assert ORDINARY[0].stem in visit.text()
    assert "Score" not in visit.text()


def test_an_answer_is_asked_for_before_it_is_checked(browser: Any, tmp_path: Path) -> None:
    visit = Asked(browser, tmp_path, PHONE, ORDINARY)

    for _ in ORDINARY:
        visit.page.get_by_role("button", name="Check").click()
        assert "first, or pass." in visit.text()
        visit.page.get_by_role("button", name="Pass").click()
        visit.page.locator("#next button").click()

    assert f"Score: 0/{len(ORDINARY)} (0%)" in visit.text()


def test_hostile_text_is_shown_and_does_nothing(browser: Any, tmp_path: Path) -> None:
    choices = tuple(item for item in HOSTILE if item.response is Response.CHOICE)
    visit = Asked(browser, tmp_path, DESKTOP, choices)

    for item in choices:
        shown = visit.page.text_content("h2")
        assert shown == item.stem
        assert visit.page.locator(".option span").all_text_contents() == list(item.options)
        visit.answer(item)

    assert f"Score: {len(choices)}/{len(choices)}" in visit.text()
    assert visit.requests == [visit.url]
    assert visit.alarms == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_to_mend(browser: Any, tmp_path: Path, size: tuple[int, int], scheme: str) -> None:
    axe = Path(needs_node_package("axe-core"), "axe.min.js").read_text(encoding="utf-8")
    visit = Asked(browser, tmp_path, size, ORDINARY, scheme)

    def check() -> None:
        # Not as a script element: the page's own policy refuses any.
        visit.page.evaluate(axe)
        found = visit.page.evaluate(
            "async () => (await axe.run()).violations.map(each => [each.id, each.nodes[0].html])"
        )
        assert found == []
        assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    for item in ORDINARY:
        check()
        visit.page.get_by_role("button", name="Pass").click()
        check()
        assert item.key in visit.text()
        visit.page.locator("#next button").click()
    check()


def test_a_note_that_the_explanation_tells_is_not_told_twice() -> None:
    item = ORDINARY[0]._replace(
        option_notes=("Marx wrote Capital.", f"Right: {ORDINARY[0].explanation}", "Lenin did not.")
    )

    assert data_of(page_of(item))[0]["notes"] == ["Marx wrote Capital.", "Lenin did not."]
