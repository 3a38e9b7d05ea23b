"""Strict YAML: parse text into a tree of nodes that know their places.

Only strings, lists and maps come out; the reader decides what a value means. Refused, each with its place: bytes that
are not UTF-8, control characters, tags, anchors and aliases, a second document, duplicate keys, and nesting deeper than
`MAX_DEPTH`. The parser is driven by events, so neither depth nor width can exhaust the stack, and no object is ever
constructed from a tag.
"""

import re
from dataclasses import dataclass, field

import yaml

from trotskyism_cli.pack.text.problems import Position, Problem
from trotskyism_cli.pack.text.yaml_remedies import remedy

MAX_DEPTH = 32

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_TWISTED = re.compile(
    r"""
      y|n|yes|no|on|off|true|false|null|~                       # booleans and null
    | [-+]?(?:0b[01_]+|0x[0-9a-f_]+|[0-9][0-9_]*)               # integers, octal among them
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?          # base 60, as in 1:20
    | [-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:e[-+]?[0-9]+)?          # decimals
    | [-+]?\.(?:inf|nan) | \.nan
    | \d{4}-\d{1,2}-\d{1,2}(?:[t\s].*)?                         # timestamps
    | =|<<
    """,
    re.VERBOSE | re.IGNORECASE,
)

_COMMENT_ALONE = re.compile(r"[ \t]*(#[^\r\n]*)")

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A single value. `plain` means unquoted.

    `twisted` is true if it is unquoted and YAML 1.1 would read it as something other than text. `cut` is the comment
    after an unquoted value in its line, which may have been meant as text.
    """

    position: Position
    text: str
    plain: bool
    cut: str = ""

    @property
    def twisted(self) -> bool:
        return self.plain and _TWISTED.fullmatch(self.text) is not None


@dataclass(slots=True)
class Sequence:
    """A list."""

    position: Position
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A map in file order; `keys` holds the place of each key."""

    position: Position
    values: "dict[str, Node]" = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _Refusal(Exception):  # noqa: N818 -- ends the parsing of one file, and never leaves this module
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document. Returns its root (None if it cannot be parsed) and every problem found."""
    text, problem = _decode(data, file)
    if problem:
        return None, [problem]
    if found := _CONTROL.search(text):
        code = f"U+{ord(found.group()):04X}"
        return None, [Problem(_place(text, found.start(), file), f"control character {code}; delete it")]
    tree = _Tree(text, file)
    try:
        tree.grow()
    except _Refusal as refusal:
        return None, [*tree.problems, refusal.problem]
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        return None, [*tree.problems, _syntax_problem(error, text, file)]
    return tree.root, tree.problems


def _refuse_depth(unread: str, depth: int, position: Position) -> None:
    for character in unread:
        depth += (character in "[{") - (character in "]}")
        if depth > MAX_DEPTH:
            raise _too_deep(position)


def _too_deep(position: Position) -> _Refusal:
    return _Refusal(Problem(position, f"nested more than {MAX_DEPTH} deep; nothing in a pack is, flatten it"))


def _decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        return "", Problem(Position(file, line, column), "not UTF-8 text; save the file with the encoding UTF-8")


def _place(text: str, offset: int, file: str) -> Position:
    return Position(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    line, column, said = remedy(error, text)
    return Problem(Position(file, line, column), f"not YAML: {said}")


class _Tree:
    """Builds the nodes of a document from parser events.

    Runs a hundred thousand times per pack, so it is tuned for speed.
    """

    def __init__(self, text: str, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._text, self._file = text, file
        self._inside: Sequence | Mapping | None = None  # the innermost open list or map
        self._around: list[Sequence | Mapping | None] = []  # those around it, beginning with the root's None
        self._key = ""
        self._key_position: Position | None = None  # place of the key that waits for its value

    def grow(self) -> None:
        """Take all events of the document.

        libyaml (from 0.2.6 on) has its own bound on nesting, and reads ahead inside brackets, so it may refuse a text
        before we do. To give our own message then, count the brackets between the last event and the place of the
        error.
        """
        loader, event = Loader(self._text), None
        take, value = loader.get_event, self._value
        try:
            while following := take():
                event = following
                kind = type(event)
                if kind is yaml.ScalarEvent:  # the most frequent event first
                    value(event)
                elif issubclass(kind, yaml.CollectionEndEvent):
                    self._inside = self._around.pop()
                elif issubclass(kind, yaml.NodeEvent):
                    self._open(event)
                elif kind is yaml.DocumentStartEvent:
                    self._begin(event)
        except yaml.MarkedYAMLError as error:
            if error.problem_mark is not None:
                reached = event.end_mark.index if event and event.end_mark else 0
                unread = self._text[reached : error.problem_mark.index]
                _refuse_depth(unread, len(self._around), _place(self._text, reached, self._file))
            raise
        finally:
            loader.dispose()

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:  # a root is set even for an empty document
            message = "a second document begins here; delete the line ---"
            raise _Refusal(Problem(_position(event, self._file), message))

    def _value(self, event: yaml.ScalarEvent) -> None:
        position = _position(event, self._file)
        if event.anchor or event.tag:
            raise _Refusal(Problem(position, _reference(event)))
        style, text = event.style, event.value
        if style == '"' and (found := _CONTROL.search(text)):  # an escape such as "\\e"
            code = f"U+{ord(found.group()):04X}"
            raise _Refusal(Problem(position, f"an escape gives the control character {code}; delete it"))
        if self._key_position is None and isinstance(self._inside, Mapping):
            self._key, self._key_position = text, position
        else:
            self._attach(Scalar(position, text, not style, "" if style else _comment_after(event, self._text)))

    def _open(self, event: yaml.NodeEvent) -> None:
        position = _position(event, self._file)
        if event.anchor or getattr(event, "tag", None):
            raise _Refusal(Problem(position, _reference(event)))
        node = Mapping(position) if isinstance(event, yaml.MappingStartEvent) else Sequence(position)
        self._attach(node)
        self._around.append(self._inside)
        self._inside = node
        if len(self._around) > MAX_DEPTH:
            raise _too_deep(position)

    def _attach(self, node: Node) -> None:
        inside, key, place = self._inside, self._key, self._key_position
        if inside is None:
            self.root = node
        elif isinstance(inside, Sequence):
            inside.items.append(node)
        elif place is None:
            raise _Refusal(Problem(node.position, "a key that is a list or a map; write a plain word"))
        elif key in inside.values:
            first = inside.keys[key].line
            message = f"the key {key!r} is here a second time (first in line {first}); keep one"
            self.problems.append(Problem(place, message))
        else:
            inside.values[key] = node
            inside.keys[key] = place
        self._key_position = None


def _position(event: yaml.Event, file: str) -> Position:
    mark = event.start_mark
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


def _reference(event: yaml.NodeEvent) -> str:
    """Why an event with an alias, anchor or tag is refused."""
    if isinstance(event, yaml.AliasEvent):
        return f"alias *{event.anchor}; put a text that begins with * in quotes: a pack has no aliases"
    if event.anchor:
        return f"anchor &{event.anchor}; put a text that begins with & in quotes: a pack has no anchors"
    return f"tag {getattr(event, 'tag', '')}; put a text that begins with ! in quotes: a pack has no tags"


def _comment_after(event: yaml.ScalarEvent, text: str) -> str:
    """The comment after a plain value in its line; empty if there is none."""
    if event.end_mark is None or text[event.end_mark.index : event.end_mark.index + 1] not in (" ", "\t", "#"):
        return ""
    found = _COMMENT_ALONE.match(text, event.end_mark.index)
    return found[1].rstrip() if found else ""
