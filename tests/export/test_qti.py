"""The QTI package, checked against the published schema, and read back by the rules of QTI."""

import gzip
import io
import os
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from trotskyism_cli.export.feedback_texts import feedback, option_feedback
from trotskyism_cli.export.qti import PACKAGE, QTI, identifier, qti_package
from trotskyism_cli.items.model import Item, Response

EVERY = tuple(item._replace(id=f"{item.id}:{number}") for number, item in enumerate((*ORDINARY, *HOSTILE)))
SCHEMA = Path(__file__).parent / "schemas" / "imsqti_v2p1.xsd.gz"
XSD = "http://www.w3.org/2001/XMLSchema"
# What the schema refers to in those that it imports.
STUBS = {
    "xml.xsd": (
        "http://www.w3.org/XML/1998/namespace",
        '<attribute name="base" type="anyURI"/><attribute name="lang"/>',
    ),
    "XInclude.xsd": ("http://www.w3.org/2001/XInclude", '<element name="include"/>'),
    "mathml2.xsd": ("http://www.w3.org/1998/Math/MathML", '<element name="math"/>'),
    "apipv1p0_qtiextv2p1_v1p0.xsd": (
        "http://www.imsglobal.org/xsd/apip/apipv1p0/imsapip_qtiv1p0",
        '<element name="apipAccessibility"/>',
    ),
}


def files_of(*items: Item) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(b"".join(qti_package(items, PAPER)))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def schema() -> Any:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed; make readers does")

    class Stubs(etree.Resolver):  # type: ignore[name-defined, misc]
        def resolve(self, url: str, public_id: str, context: Any) -> Any:
            namespace, body = STUBS[url.rpartition("/")[2]]
            text = f'<schema xmlns="{XSD}" targetNamespace="{namespace}">{body}</schema>'
            return self.resolve_string(text, context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Stubs())
    return etree.XMLSchema(etree.fromstring(gzip.decompress(SCHEMA.read_bytes()), parser, base_url="qti/main.xsd"))


def check_by_schema(schema: Any, files: dict[str, bytes]) -> None:
    from lxml import etree

    for name, data in files.items():
        if name != "imsmanifest.xml":
            schema.validate(etree.fromstring(data))
            assert [str(error) for error in schema.error_log] == [], name


def test_every_file_is_valid_by_the_published_schema(schema: Any) -> None:
    check_by_schema(schema, files_of(*EVERY))


@settings(max_examples=60, deadline=None)
@given(any_item())
def test_any_item_is_valid_by_the_published_schema(schema: Any, item: Item) -> None:
    check_by_schema(schema, files_of(item))


def test_the_schema_refuses_what_is_not_qti(schema: Any) -> None:
    from lxml import etree

    name, data = next((name, data) for name, data in files_of(*EVERY).items() if name.startswith("items/"))

    assert not schema.validate(etree.fromstring(data.replace(b"responseProcessing", b"responseProcesing"))), name


def test_the_manifest_is_valid_by_its_schema_and_names_every_file() -> None:
    files = files_of(*EVERY)
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    named = [each.get("href") for each in manifest.iter(f"{{{PACKAGE}}}file")]
    resources = [each.get("identifier") for each in manifest.iter(f"{{{PACKAGE}}}resource")]
    needed = {each.get("identifierref") for each in manifest.iter(f"{{{PACKAGE}}}dependency")}

    assert sorted([*map(str, named), "imsmanifest.xml"]) == sorted(files)
    assert len(resources) == len(set(resources))
    assert needed == {each for each in resources if each != "test"}
    folder = os.environ.get("QTI_SCHEMAS")
    if folder:  # the folder with imscp_v1p1.xsd and what it imports; its licence does not let us hand it on
        from lxml import etree

        schema = etree.XMLSchema(etree.parse(str(Path(folder, "imscp_v1p1.xsd"))))
        schema.validate(etree.fromstring(files["imsmanifest.xml"]))
        assert [str(error) for error in schema.error_log] == []


def test_the_test_has_a_section_for_each_chapter() -> None:
    test = ElementTree.fromstring(files_of(*ORDINARY)["test.xml"])
    sections = {
        each.get("title"): [ref.get("identifier") for ref in each] for each in test.iter(f"{{{QTI}}}assessmentSection")
    }

    assert set(sections) == {"The theory: one/two", "A test"}
    assert sections["A test"] == ["match-1"]


# ---- an interpreter of as much of QTI as the files use ----


class Read:
    """One question, as somebody's program reads it."""

    def __init__(self, data: bytes) -> None:
        self.root = ElementTree.fromstring(data)

    def text(self, element: ElementTree.Element) -> str:
        """The text of an element, with its line breaks."""
        return (element.text or "") + "".join("\n" + (each.tail or "") for each in element)

    def options(self, element: str, letter: str) -> list[str]:
        found = [
            each for each in self.root.iter(f"{{{QTI}}}{element}") if str(each.get("identifier")).startswith(letter)
        ]
        return [self.text(each) for each in found]

    def correct(self) -> list[str]:
        return [each.text or "" for each in self.root.iter(f"{{{QTI}}}correctResponse") for each in each]

    def score(self, response: list[str]) -> float:
        processing = self.root.find(f"{{{QTI}}}responseProcessing")
        assert processing is not None
        if processing.find(f".//{{{QTI}}}match") is not None:
            return float(response == self.correct())
        entries = {each.get("mapKey"): each for each in self.root.iter(f"{{{QTI}}}mapEntry")}
        return max(
            0.0, min(1.0, sum(float(entries[each].get("mappedValue", "")) for each in response if each in entries))
        )


def check_as_read(item: Item, data: bytes) -> None:
    read = Read(data)
    told = [read.text(each[0]) for each in read.root.iter(f"{{{QTI}}}modalFeedback")]
    assert told == [*filter(None, option_feedback(item)), feedback(item)]
    stem = next(iter(read.root.iter(f"{{{QTI}}}{'p' if item.response is Response.TYPED else 'prompt'}")))
    assert read.text(stem) == item.question
    assert read.score(item.accepted[:1] if item.response is Response.TYPED else read.correct()) == pytest.approx(1)  # type: ignore[arg-type]
    assert read.score([]) == 0
    if item.response is Response.TYPED:
        assert read.correct() == [item.accepted[0]]
        assert all(read.score([each]) == 1 for each in item.accepted)
        return
    element = "simpleAssociableChoice" if item.response is Response.MATCH else "simpleChoice"
    assert read.options(element, "O") == list(item.options)
    places = [int(re.sub(r".*O", "", each)) - 1 for each in read.correct()]
    assert places == (sorted(item.answer) if item.response is Response.SEVERAL else list(item.answer))
    if item.response is Response.MATCH:
        assert read.options(element, "P") == list(item.prompts)
        assert read.score(read.correct()[:1]) == pytest.approx(1 / len(item.prompts))
    if item.response is Response.SEVERAL:
        assert read.score([f"O{place + 1}" for place in range(len(item.options))]) < 1


def test_what_is_read_is_what_was_written() -> None:
    files = files_of(*EVERY)

    for item in EVERY:
        check_as_read(item, files[f"items/{identifier(item.id)}.xml"])


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_any_text_stays_text(item: Item) -> None:
    check_as_read(item, files_of(item)[f"items/{identifier(item.id)}.xml"])


def test_names_that_qti_does_not_allow_are_changed_and_stay_apart() -> None:
    assert identifier("work-12ab.c") == "work-12ab.c"
    assert re.fullmatch(r"i_a_b_[0-9a-f]{8}", identifier("a:b"))
    assert len({identifier(name) for name in ("a:b", "a;b", "a b", "1", "../x")}) == 5
    assert "/" not in identifier("../x")


def test_the_same_items_give_the_same_bytes() -> None:
    assert b"".join(qti_package(EVERY, PAPER)) == b"".join(qti_package(EVERY, PAPER))
