"""XML from unknown sources: no document type, so no entities but the standard five, and limits on depth and size."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from trotskyism_cli.imports.foreign import UnreadableError

MAX_DEPTH = 200
MAX_ELEMENTS = 3_000_000


@dataclass(slots=True)
class Element:
    """An element: its name and attributes without prefixes, its line, and its content in order."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list["Element | str"] = field(default_factory=list)

    def children(self, *names: str) -> Iterator["Element"]:
        """The child elements with these names, or all."""
        return (each for each in self.parts if isinstance(each, Element) and (not names or each.name in names))

    def first(self, *path: str) -> "Element | None":
        """The first element along a path of names; None if there is none."""
        here: Element | None = self
        for name in path:
            here = next(here.children(name), None) if here else None
        return here

    def all(self, *names: str) -> Iterator["Element"]:
        """All descendants with these names, in document order."""
        open_parts = [iter(self.parts)]
        while open_parts:
            each = next(open_parts[-1], None)
            if each is None:
                open_parts.pop()
            elif isinstance(each, Element):
                if each.name in names:
                    yield each
                open_parts.append(iter(each.parts))

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.parts)

    def markup(self, *without: str) -> str:
        """Its content as HTML, without elements of these names."""
        written = []
        for each in self.parts:
            if isinstance(each, str):
                written.append(html.escape(each, quote=False))
            elif each.name not in without:
                source = f' src="{html.escape(each.attributes["src"])}"' if "src" in each.attributes else ""
                written.append(f"<{each.name}{source}>{each.markup(*without)}</{each.name}>")
        return "".join(written)

    def get(self, attribute: str, otherwise: str = "") -> str:
        """An attribute."""
        return self.attributes.get(attribute, otherwise)

    def text_of(self, *path: str) -> str:
        """The stripped text of the first element along a path; empty if there is none."""
        found = self.first(*path)
        return found.text.strip() if found else ""


def parsed(data: bytes, name: str) -> Element:
    """The root element; UnreadableError if it is not XML, declares a document type, or exceeds the limits."""
    builder = _Builder(name)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableError(f"{name}:{error.lineno}: not XML: {expat.errors.messages[error.code]}.") from None
    except (LookupError, ValueError) as error:  # an unknown encoding
        raise UnreadableError(f"{name}: not XML: {error}.") from None
    return builder.root.parts[0]  # type: ignore[return-value]  # expat has seen exactly one


class _Builder:
    def __init__(self, name: str) -> None:
        self.root = Element("", {}, 0)
        self._name = name
        self._open = [self.root]
        self._count = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise UnreadableError(f"{self._name}: XML that is too deep, or too large, to be questions.")
        bare = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(":")[2], bare, self.parser.CurrentLineNumber)
        self._open[-1].parts.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if len(self._open) > 1:
            self._open[-1].parts.append(text)

    def _refuse(self, *_declared: object) -> int:
        raise UnreadableError(
            f"{self._name}: it declares a document type (<!DOCTYPE …>), which may lead anywhere; delete that line."
        )
