"""A QTI 3.0 package: https://www.imsglobal.org/spec/qti/v3p0/impl

The QTI 2.1 package with elements and attributes renamed: `qti-` in front, words joined by hyphens.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.qti import MANIFEST, PACKAGE, QTI, package_files
from trotskyism_cli.items.model import Item

ITEMS = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
XSD = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"
PACKAGE_3 = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
MANIFEST_NAMES = {
    f'"{PACKAGE}"': f'"{PACKAGE_3}"',
    "QTIv2.1 Package</schema><schemaversion>1.0.0": "QTI Package</schema><schemaversion>3.0.0",
    '"imsqti_test_xmlv2p1"': '"imsqti_test_xmlv3p0"',
    '"imsqti_item_xmlv2p1"': '"imsqti_item_xmlv3p0"',
}
_LOCATION = re.compile(r'xsi:schemaLocation="[^"]*"')
# Safe: our own output always escapes `<` and `>` in text.
_TAG = re.compile(r"<(/?)([A-Za-z]+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\s)([A-Za-z:]+)(="[^"]*")')
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
TAGS = 1000  # number of converted tags to cache
_OF_HTML = {"p", "br"}
_LOCATIONS = {QTI: ITEMS, f"{QTI} {QTI}.xsd": f"{ITEMS} {XSD}/imsqti_asiv3p0_v1p0.xsd"}


def qti3_package(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """The package, a zip archive."""
    yield zipped((name, _in_3(name, data.decode()).encode()) for name, data in package_files(items, paper))


def _in_3(name: str, text: str) -> str:
    if name != MANIFEST:
        return _renamed(text)
    for old, new in MANIFEST_NAMES.items():
        text = text.replace(old, new)
    location = f"{PACKAGE_3} {XSD}/imsqtiv3p0_imscpv1p2_v1p0.xsd"
    return _LOCATION.sub(f'xsi:schemaLocation="{location}"', text)


def _renamed(text: str) -> str:
    """A test or item file of QTI 2.1 converted to 3.0."""
    for old, new in _LOCATIONS.items():
        text = text.replace(f'"{old}"', f'"{new}"', 1)
    return _TAG.sub(lambda match: _tag(*match.groups()), text)


@lru_cache(maxsize=TAGS)
def _tag(end: str, name: str, rest: str) -> str:
    new = name if name in _OF_HTML else f"qti-{_joined(name)}"
    if "=" in rest:
        rest = _ATTRIBUTE.sub(lambda each: f"{each[1]}{_attribute(each[2])}{each[3]}", rest)
    if name == "modalFeedback":  # its text is wrapped in an element of its own
        return f"</qti-content-body></{new}>" if end else f"<{new}{rest}><qti-content-body>"
    return f"<{end}{new}{rest}>"


def _attribute(name: str) -> str:
    return name if name.startswith("x") else _joined(name)  # xmlns and xsi:schemaLocation are not QTI's


@cache
def _joined(name: str) -> str:
    return _HUMP.sub("-", name).lower()
