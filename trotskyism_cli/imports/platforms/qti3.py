"""Convert QTI 3.0 to the names of 2.1; in 3.0 they begin with `qti-` and words are joined by hyphens.

See https://www.imsglobal.org/spec/qti/v3p0/impl
"""

import re

from trotskyism_cli.imports.safe_xml import Element

_PREFIX = "qti-"
_WRAPPER = "qti-content-body"  # around feedback text; 2.1 has no such element
_JOINED = re.compile(r"-([a-z])")


def in_names_of_2(root: Element) -> Element:
    """A QTI 3.0 document with the names of 2.1; other documents unchanged."""
    return _renamed(root) if root.name.startswith(_PREFIX) else root


def _renamed(element: Element) -> Element:
    parts: list[Element | str] = []
    for part in element.parts:
        if not isinstance(part, Element):
            parts.append(part)
        elif part.name == _WRAPPER:
            parts += _renamed(part).parts
        else:
            parts.append(_renamed(part))
    if not element.name.startswith(_PREFIX):
        return Element(element.name, element.attributes, element.line, parts)
    attributes = {_hump(name): value for name, value in element.attributes.items()}
    return Element(_hump(element.name.removeprefix(_PREFIX)), attributes, element.line, parts)


def _hump(name: str) -> str:
    return _JOINED.sub(lambda found: found[1].upper(), name)
