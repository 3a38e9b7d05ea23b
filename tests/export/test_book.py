"""The book, read by a Markdown parser, by an HTML parser and by a browser."""

import json
import re
import shutil
from collections.abc import Callable, Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.conftest import ROOT, MakePack
from tests.export.readers import needs_node_package
from tests.export.samples import HOSTILE_TEXTS
from trotskyism_cli.export.book import CHAPTER, book_json, sections
from trotskyism_cli.export.book_html import book_html
from trotskyism_cli.export.book_markdown import book_markdown
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.machine import pack_record

pytestmark = pytest.mark.long

REVOLUTION = ROOT / "tests" / "packs" / "french-revolution"


@pytest.fixture
def hostile(make_pack: MakePack, tmp_path: Path) -> Library:
    """A pack with a hostile text in each summary, note and name."""
    entries = "".join(
        f"  - id: entry-{place}\n    kind: person\n    name: {json.dumps(_flat(text), ensure_ascii=False)}\n"
        f"    summary: {json.dumps(_flat(text), ensure_ascii=False)}\n    facts:\n"
        f'      - {{id: born, born: "{1700 + place}", source: book, '
        f"note: {json.dumps(_flat(text), ensure_ascii=False)}}}\n"
        for place, text in enumerate(TEXTS)
    )
    named = ", ".join(f"entry-{place}" for place in range(len(TEXTS)))
    topic = f"  - {{id: all, title: '{TEXTS[2]}', order: 1, summary: All., entries: [{named}], prose: All of them.}}\n"
    return open_library(make_pack(entries="entries:\n" + entries, topics=f"topics:\n{topic}"), tmp_path / "cache")


NEAR = 20_000  # letters, about as many as the longest entry has


def _flat(text: str) -> str:
    return " ".join(text.split())


TEXTS = [text for text in HOSTILE_TEXTS if not set(text) & {"\u202e", "\u200f"}]


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: set[str] = set()
        self._said: list[str] = []
        self.feed(text)
        self.text = "".join(self._said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.add(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []

    def handle_data(self, data: str) -> None:
        self._said.append(data)


@cache
def markdown(library: Library) -> str:
    return "".join(book_markdown(sections(library)))


@cache
def html(library: Library) -> str:
    return "".join(book_html(sections(library), library.pack))


def markdown_page(library: Library) -> Page:
    """The Markdown as HTML, its anchors with it."""
    return Page(MarkdownIt("commonmark").render(markdown(library)))


def html_page(library: Library) -> Page:
    return Page(html(library))


@pytest.fixture(scope="module", params=[markdown_page, html_page])
def page(request: pytest.FixtureRequest, library: Library) -> Page:
    """The whole book, in either form."""
    read: Callable[[Library], Page] = request.param
    return read(library)


def test_every_link_leads_to_a_place_in_the_book(library: Library, page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert len(page.links) > 1000
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert {f"entry-{entry}" for entry in library.pack.entries} <= set(page.ids)


def test_the_book_has_every_name_summary_quotation_chapter_and_source(library: Library, page: Page) -> None:
    text = _flat(page.text)
    pack = library.pack

    assert not missing(text, (part for each in pack.entries.values() for part in (each.summary, *each.names)))
    assert not missing(text, (quote.text for quote in pack.quotes.values()))
    assert not missing(text, (topic.title for topic in pack.topics))
    assert not missing(text, (source.title for source in pack.sources.values()))


def missing(text: str, parts: Iterable[str]) -> list[str]:
    """Those of the parts that are not in a text: each is looked for around the one before, then in all of the book."""
    place, lacking = 0, []
    for part in map(_flat, parts):
        near = text.find(part, max(0, place - NEAR), place + NEAR)
        found = text.find(part) if near < 0 else near
        if found < 0:
            lacking.append(part)
        else:
            place = found
    return lacking


def test_the_book_names_the_holder_of_every_view(library: Library, page: Page) -> None:
    text = _flat(page.text)
    views = [fact for fact in library.pack.facts.values() if fact.according_to]

    assert len(views) > 100
    for fact in views:
        holder = library.pack.entries[fact.according_to[0]].phrase
        told = _flat(fact_sentence(library.pack, fact)).rstrip(".")
        named = told[max(0, told.find(holder)) :]  # who he is may be left off below his name
        assert f"— {holder}" in text or named in text


@pytest.mark.parametrize("read", [markdown_page, html_page])
def test_hostile_text_is_text(hostile: Library, read: Any) -> None:
    page = read(hostile)
    text = _flat(page.text)

    assert not page.elements & {"script", "img", "b", "quiz", "input"}
    for each in TEXTS:
        assert _flat(each) in text


def test_the_book_as_data_is_the_whole_pack(library: Library) -> None:
    assert json.loads("".join(book_json(library))) == json.loads(json.dumps(pack_record(library.pack)))


def test_the_same_pack_gives_the_same_bytes(library: Library) -> None:
    assert "".join(book_html(sections(library), library.pack)) == html(library)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend_and_the_page_fits_a_telephone(tmp_path: Path, scheme: str) -> None:
    axe = Path(needs_node_package("axe-core"), "axe.min.js").read_text(encoding="utf-8")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; make readers does")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    library = open_library(REVOLUTION, tmp_path / "cache")
    file = tmp_path / "book.html"
    file.write_text("".join(book_html(sections(library), library.pack)), encoding="utf-8")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme=scheme)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        page.evaluate(axe)
        found = page.evaluate("async () => (await axe.run()).violations.map(each => [each.id, each.nodes[0].html])")
        fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        browser.close()

    assert found == []
    assert fits
    assert asked == [file.as_uri()]


def test_a_book_has_links_and_no_commands(library: Library) -> None:
    for written in (markdown(library), html(library)):
        assert "trotskyism show" not in written


def test_only_the_head_of_a_chapter_begins_a_printed_page(library: Library) -> None:
    page = html(library)
    chapters = sum(section.level == CHAPTER for section in sections(library))
    *before_breaks, _ = page.split(" { break-before: page; }")

    assert [re.split(r"[;{}]", before)[-1] for before in before_breaks] == ["\n  section > h2:first-child"]
    assert len(re.findall(r"<section[^>]*>\n<h2", page)) == chapters < page.count("<h2")
