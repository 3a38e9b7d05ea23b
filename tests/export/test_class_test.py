"""A class test, taken in a real browser by its keyboard; its file is read back, and axe-core checks the pages."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.every_for_tests import every
from tests.export.browsing import DESKTOP, PHONE, Visit
from tests.export.readers import needs_node_package
from tests.export.samples import HOSTILE, ORDINARY, PAPER, PASSAGE
from trotskyism_cli.export.html import class_test
from trotskyism_cli.export.resources import part
from trotskyism_cli.items.model import Item, Response

CLASS = replace(PAPER, seed=42)


class Sitting(Visit):
    """One learner at the test."""

    def __init__(
        self,
        browser: Any,
        folder: Path,
        items: tuple[Item, ...],
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
    ) -> None:
        super().__init__(browser, folder, size, "".join(class_test(items, CLASS)), scheme)
        self.folder = folder

    def begin(self, name: str) -> None:
        self.page.keyboard.type(name)
        self.press("Enter")

    def click(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def fill(self, item: Item, *, wrongly: bool = False) -> None:
        """Answer by keyboard alone, and leave the keys where Enter keeps the answer."""
        if item.response in (Response.CHOICE, Response.SEVERAL):
            self.press(*(str((place + wrongly) % len(item.options) + 1) for place in item.answer))
        elif item.response is Response.TYPED:
            self.press("Tab")
            self.page.keyboard.type("nobody" if wrongly else item.accepted[-1])
        else:
            places = range(len(item.options))
            rows = item.answer if item.response is Response.MATCH else [item.answer.index(row) for row in places]
            for row in reversed(rows) if wrongly else rows:
                self.press("Tab", *["ArrowDown"] * (row + 1))
            self.press("Tab")

    def handed_in(self) -> dict[str, Any]:
        """The file that is saved, checked against its schema."""
        self.click("Hand in")
        with self.page.expect_download() as begun:
            self.page.get_by_role("link").click()
        file = self.folder / begun.value.suggested_filename
        begun.value.save_as(file)
        read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        checked(read)
        assert self.page.locator("textarea").input_value() == file.read_text(encoding="utf-8")
        return read


def checked(results: dict[str, Any]) -> None:
    """Nothing if the results are as the schema says."""
    reader = pytest.importorskip("jsonschema", reason="jsonschema is not installed; make readers does")
    schema = json.loads(part("class-results.schema.json"))
    reader.Draft202012Validator.check_schema(schema)
    reader.validate(results, schema)


def test_what_was_answered_comes_back_as_a_file(browser: Any, tmp_path: Path) -> None:
    sitting = Sitting(browser, tmp_path, ORDINARY)
    sitting.begin("Blue Heron 7")
    wrong, left = ORDINARY[0], ORDINARY[4]
    for item in ORDINARY:
        assert item.stem in sitting.text()
        assert (item.passage is not None) == (PASSAGE.text in sitting.text())
        if item is left:
            sitting.click("Leave out for now")
            continue
        sitting.fill(item, wrongly=item is wrong)
        sitting.press("Enter")
        assert "right" not in sitting.text().casefold()
        assert item.explanation not in sitting.text()
    results = sitting.handed_in()

    assert (results["format"], results["pack"], results["pseudonym"], results["seed"]) == (
        "trotskyism class results 1",
        "tiny",
        "Blue Heron 7",
        42,
    )
    answers = results["answers"]
    assert [each["question"] for each in answers] == [item.id for item in ORDINARY]
    assert [each["stem"] for each in answers] == [item.stem for item in ORDINARY]
    assert [each["key"] for each in answers] == [item.key for item in ORDINARY]
    assert [each["topic"] for each in answers] == [item.topic for item in ORDINARY]
    assert [each["right"] for each in answers] == [item not in (wrong, left) for item in ORDINARY]
    for item, each in zip(ORDINARY, answers, strict=True):
        if item.response is not Response.TYPED and item is not wrong:
            assert each["chosen"] == item.key
    assert answers[0]["chosen"] == "Vladimir Lenin"
    assert answers[4]["chosen"] is None
    assert f"{len(ORDINARY) - 2} of {len(ORDINARY)} right" in sitting.text()
    assert sitting.alarms == []
    assert [each for each in sitting.requests if not each.startswith("blob:")] == [sitting.url]


def test_answers_can_be_looked_at_again_and_outlive_a_reload(browser: Any, tmp_path: Path) -> None:
    sitting = Sitting(browser, tmp_path, ORDINARY)
    sitting.begin("Otter")
    for item in ORDINARY:
        sitting.fill(item)
        sitting.press("Enter")
    sitting.page.on("dialog", lambda dialog: dialog.accept())  # the question whether one really wants to leave
    sitting.page.reload()
    sitting.click("Go on")
    for number, item in enumerate(ORDINARY, start=1):
        assert sitting.page.inner_text("#place") == f"Question {number} of {len(ORDINARY)}"
        assert item.stem in sitting.text()
        sitting.click("Keep and go on")
    results = sitting.handed_in()

    assert every(each["right"] for each in results["answers"])
    assert results["pseudonym"] == "Otter"


def test_an_answer_that_is_not_whole_is_asked_for(browser: Any, tmp_path: Path) -> None:
    sitting = Sitting(browser, tmp_path, ORDINARY, PHONE)
    sitting.click("Begin")
    assert "Write a name first" in sitting.text()
    sitting.page.locator("input").fill("Otter")
    sitting.click("Begin")

    for _ in ORDINARY:
        sitting.click("Keep and go on")
        assert "or leave it out." in sitting.text()
        sitting.click("Leave out for now")
    assert f"{len(ORDINARY)} of {len(ORDINARY)} not answered" in sitting.text()
    sitting.click("Question 3: not answered")
    assert ORDINARY[2].stem in sitting.text()


def test_hostile_text_does_nothing_and_comes_back_as_it_is(browser: Any, tmp_path: Path) -> None:
    choices = tuple(item for item in HOSTILE if item.response is Response.CHOICE)
    sitting = Sitting(browser, tmp_path, tuple(item._replace(id=str(n)) for n, item in enumerate(choices)))
    sitting.begin('<b>"../me"')
    for item in choices:
        assert sitting.page.locator(".option span").all_text_contents() == list(item.options)
        sitting.fill(item)
        sitting.press("Enter")
    results = sitting.handed_in()

    assert [each["chosen"] for each in results["answers"]] == [item.key for item in choices]
    assert results["pseudonym"] == '<b>"../me"'
    assert sitting.alarms == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_to_mend_on_any_page(
    browser: Any, tmp_path: Path, size: tuple[int, int], scheme: str
) -> None:
    axe = Path(needs_node_package("axe-core"), "axe.min.js").read_text(encoding="utf-8")
    sitting = Sitting(browser, tmp_path, ORDINARY, size, scheme)

    def check() -> None:
        sitting.page.evaluate(axe)
        script = "async () => (await axe.run()).violations.map(each => [each.id, each.nodes[0].html])"
        assert sitting.page.evaluate(script) == []
        assert sitting.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    check()
    sitting.begin("Otter")
    for _ in ORDINARY:
        check()
        sitting.click("Leave out for now")
    check()
    sitting.click("Hand in")
    check()


def test_the_page_names_nothing_to_fetch() -> None:
    page = "".join(class_test(ORDINARY, CLASS))

    assert CLASS.command not in page
    assert re.findall(r"(?:src|href|url|import)\s*[=(]", page) == []
    assert "default-src 'none'" in page
