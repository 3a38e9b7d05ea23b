"""The package of QTI 3.0: it says what that of 2.1 says, and a player of QTI 3.0 asks it and marks it."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from tests.every_for_tests import every
from tests.export.readers import needs_node_package
from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from trotskyism_cli.export.qti import identifier, qti_package
from trotskyism_cli.export.qti3 import ITEMS, qti3_package
from trotskyism_cli.items.model import Item, Response

# Puts an item into the player, answers it, and says what was shown and how it was marked.
PLAY = """async ([xml, response]) => {
    document.body.innerHTML = "<qti-item></qti-item>";
    const holder = document.createElement("item-container");
    holder.itemXML = xml;
    const item = await new Promise((done, failed) => {
        document.addEventListener("qti-assessment-item-connected", (event) => done(event.detail), { once: true });
        setTimeout(() => failed(new Error("no item")), 10000);
        document.querySelector("qti-item").append(holder);
    });
    item.updateResponseVariable("RESPONSE", response);
    item.processResponse();
    const texts = (name) => [...item.querySelectorAll(name)].map((each) => each.textContent);
    return {
        prompt: texts("qti-prompt"),
        choices: [...texts("qti-simple-choice"), ...texts("qti-simple-associable-choice")],
        score: Number(item.variables.find((each) => each.identifier === "SCORE").value),
    };
}"""


def files_of(*items: Item, write: Any = qti3_package) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(b"".join(write(items, PAPER)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def text_of(xml: str) -> list[str]:
    """Every text and every value, in order, whatever the names are."""
    found = []
    for element in ElementTree.fromstring(xml).iter():
        found += [(element.text or "").strip(), (element.tail or "").strip(), *sorted(element.attrib.values())]
    return [each for each in found if each and not each.startswith("http")]


def check_says_the_same(*items: Item) -> None:
    new, old = files_of(*items), files_of(*items, write=qti_package)

    assert new.keys() == old.keys()
    for name in new.keys() - {"imsmanifest.xml"}:
        assert text_of(new[name]) == text_of(old[name])
        for element in ElementTree.fromstring(new[name]).iter():
            local = element.tag.removeprefix(f"{{{ITEMS}}}")
            assert local.startswith("qti-") or local in ("p", "br")
            assert local == local.lower()


def test_it_says_what_the_older_package_says() -> None:
    check_says_the_same(*ORDINARY)
    for item in HOSTILE:
        check_says_the_same(item)


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_it_says_any_text(item: Item) -> None:
    check_says_the_same(item)


def test_the_manifest_names_every_file_as_one_of_qti_3() -> None:
    files = files_of(*ORDINARY)
    manifest = files["imsmanifest.xml"]

    assert every(f'href="{name}"' in manifest for name in files.keys() - {"imsmanifest.xml"})
    assert manifest.count("imsqti_item_xmlv3p0") == len(ORDINARY)
    assert "v2p1" not in "".join(files.values())


def answer_of(item: Item, *, wrongly: bool = False) -> str | list[str]:
    """The right answer as QTI names it, or one that earns nothing."""
    count = len(item.options)
    places = [(place + wrongly) % count for place in item.answer]
    match item.response:
        case Response.TYPED:
            return "nobody at all" if wrongly else item.accepted[-1]
        case Response.CHOICE:
            return f"O{places[0] + 1}"
        case Response.SEVERAL:
            wanted = [place for place in range(count) if place not in item.answer] if wrongly else item.answer
            return [f"O{place + 1}" for place in wanted]
        case Response.ORDER:
            return [f"O{place + 1}" for place in places]
        case Response.MATCH:
            return [f"P{row + 1} O{place + 1}" for row, place in enumerate(places)]


@pytest.fixture(scope="module")
def player(browser: Any) -> Any:
    page = browser.new_page()
    page.set_content("<body></body>")
    page.add_script_tag(path=f"{needs_node_package('@citolab/qti-components')}/cdn/index.js", type="module")
    page.wait_for_function("() => !!customElements.get('item-container')")
    return page


@pytest.mark.parametrize("items", [ORDINARY, HOSTILE], ids=["ordinary", "hostile"])
def test_a_player_asks_and_marks(player: Any, items: tuple[Item, ...]) -> None:
    alarms: list[str] = []
    player.on("dialog", lambda dialog: alarms.append(dialog.message))
    for item in items:
        xml = files_of(item)[f"items/{identifier(item.id)}.xml"]
        right = player.evaluate(PLAY, [xml, answer_of(item)])
        wrong = player.evaluate(PLAY, [xml, answer_of(item, wrongly=True)])

        assert (right["score"], wrong["score"]) == (1, 0)
        if item.response is not Response.TYPED:
            assert folded(right["prompt"]) == folded([item.question])
            assert folded(right["choices"]) == folded([*item.prompts, *item.options])
    assert alarms == []


def folded(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]
