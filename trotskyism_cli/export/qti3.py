"""QTI 3.0, a package: https://www.imsglobal.org/spec/qti/v3p0/impl

What the package of QTI 2.1 says, in the names of 3.0: an element begins with `qti-`, and words are joined by hyphens.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.qti import HEAD, MANIFEST, PACKAGE, QTI, SCHEMA, package_files
from trotskyism_cli.items.model import Item

ITEMS = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
XSD = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"
MANIFEST_NAMES = {
    PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "QTIv2.1 Package</schema><schemaversion>1.0.0": "QTI Package</schema><schemaversion>3.0.0",
    "imsqti_test_xmlv2p1": "imsqti_test_xmlv3p0",
    "imsqti_item_xmlv2p1": "imsqti_item_xmlv3p0",
}
_LOCATION = re.compile(r'xsi:schemaLocation="[^"]*"')
_OF_HTML = {"p", "br"}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def qti3_package(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The package, a zip archive."""
    yield zipped((name, _in_3(name, data.decode()).encode()) for name, data in package_files(items, paper))


def _in_3(name: str, text: str) -> str:
    if name != MANIFEST:
        return _renamed(text)
    for old, new in MANIFEST_NAMES.items():
        text = text.replace(f'"{old}"', f'"{new}"') if old.startswith(("http", "imsqti")) else text.replace(old, new)
    location = f"{MANIFEST_NAMES[PACKAGE]} {XSD}/imsqtiv3p0_imscpv1p2_v1p0.xsd"
    return _LOCATION.sub(f'xsi:schemaLocation="{location}"', text)


def _renamed(text: str) -> str:
    """A test or a question of QTI 2.1 as one of 3.0."""
    root = ElementTree.fromstring(text)
    for element in list(root.iter()):
        name = element.tag.removeprefix(f"{{{QTI}}}")
        element.tag = name if name in _OF_HTML else f"qti-{_joined(name)}"
        for key in list(element.attrib):
            element.set(_joined(key), element.attrib.pop(key))
        if name == "modalFeedback":
            _put_into_a_body(element)
    del root.attrib[_joined(f"{{{SCHEMA}}}schemaLocation")]
    places = {"xmlns": ITEMS, "xmlns:xsi": SCHEMA, "xsi:schemaLocation": f"{ITEMS} {XSD}/imsqti_asiv3p0_v1p0.xsd"}
    root.attrib = {**places, **root.attrib}
    return f"{HEAD}{ElementTree.tostring(root, encoding='unicode')}\n"


def _put_into_a_body(feedback: ElementTree.Element) -> None:
    """What is told, in the element that 3.0 wants around it."""
    body = ElementTree.Element("qti-content-body")
    body.extend(list(feedback))
    for each in list(feedback):
        feedback.remove(each)
    feedback.append(body)


def _joined(name: str) -> str:
    return _HUMP.sub("-", name).lower() if not name.startswith("{") else name
