"""Read one record of a file into plain values, by the table of keys. Reports every fault and goes on."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.dates import Date, in_edtf, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.text.fields import ASKED_FOR, NO_LONGER_ASKED_FOR, RECORDS, Holds, Key
from trotskyism_cli.pack.text.nodes import Mapping, Node, Scalar, Sequence
from trotskyism_cli.pack.text.problems import Position, Problem

ID = lazy_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
REFERENCE = lazy_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?")
SHOWN = 40  # characters of a comment shown in a message
FEW, MOST = 6, 12  # number of possible words shown in a message
MAX_TEXT = 20_000  # characters in one value; a typical chapter has 2,000
_TRUE = frozenset("true yes y on 1 right".split())
_REQUIRED = {kind: [key for key, spec in table.items() if spec.required] for kind, table in RECORDS.items()}

# A value of a record; lists are tuples, nested records stay nodes.
Labels = dict[str, str]
Wordings = dict[str, tuple[str, ...]]
Value = str | bool | int | Date | tuple[str, ...] | tuple[Citation, ...] | Wordings | Labels | list[Mapping]


@dataclass(slots=True)
class Record:
    """The values of a record, with the place of each key. `rest` holds keys outside the table (relations)."""

    position: Position
    values: dict[str, Value] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    rest: dict[str, Node] = field(default_factory=dict)

    def text(self, key: str, default: str = "") -> str:
        value = self.values.get(key, default)
        return value if isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, ())
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.values.get(key, default)
        return value if isinstance(value, bool) else default

    def integer(self, key: str, default: int) -> int:
        value = self.values.get(key, default)
        return int(value) if isinstance(value, (int, str)) else default

    def date(self, key: str) -> Date | None:
        value = self.values.get(key)
        return value if isinstance(value, Date) else None

    def citations(self, key: str = "source") -> tuple[Citation, ...]:
        value = self.values.get(key, ())
        return tuple(each for each in value if isinstance(each, Citation)) if isinstance(value, tuple) else ()

    def records(self, key: str) -> list[Mapping]:
        value = self.values.get(key, [])
        return value if isinstance(value, list) else []

    def wordings(self) -> Wordings:
        value = self.values.get("asks", {})
        return (
            {asked: each for asked, each in value.items() if isinstance(each, tuple)} if isinstance(value, dict) else {}
        )

    def labels(self, key: str) -> Labels:
        value = self.values.get(key, {})
        return {kind: each for kind, each in value.items() if isinstance(each, str)} if isinstance(value, dict) else {}


class RecordReader:
    """Reads records, and collects their faults in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.passed_over: list[Problem] = []  # keys of earlier versions, which are harmless
        self._readers: dict[Holds, Callable[[Node, Key], Value | None]] = {
            Holds.ID: self._id,
            Holds.IDS: self._ids,
            Holds.TEXT: self._text,
            Holds.TEXTS: self._texts,
            Holds.DATE: self._date,
            Holds.FLAG: self._flag,
            Holds.INTEGER: self._integer,
            Holds.CHOICE: self._choice,
            Holds.CHOICES: self._choices,
            Holds.SOURCES: self._sources,
            Holds.WORDINGS: self._wordings,
            Holds.LABELS: self._labels,
            Holds.RECORDS: self._records,
        }

    def report(self, position: Position, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(position, message))

    def read(self, node: Mapping, kind: str, further: frozenset[str] = frozenset()) -> Record:
        """Read the values of one record. Keys in `further` go to `rest`; any other unknown key is a problem."""
        table = RECORDS[kind]
        record = Record(node.position, places=dict(node.keys))
        unknown = []
        for key, value in node.values.items():
            if key in further:
                record.rest[key] = value
            elif key not in table:
                unknown.append(key)
                self.report(node.keys[key], self._unknown(key, kind, [*table, *further], further))
            else:
                read = self._readers[table[key].holds](value, table[key])
                if read is not None:
                    record.values[key] = read
        meant = {near for key in unknown for near in _near(key, table)}  # reported already, as misspelt
        missing = [key for key in _REQUIRED[kind] if key not in node.values and key not in meant]
        if missing:
            self.report(node.position, f"this {kind} has no {_listed(missing)}; add it")
        return record

    @staticmethod
    def _unknown(key: str, kind: str, known: list[str], relations: Collection[str]) -> str:
        near = _near(key, known)
        twisted = Scalar(Position(""), key, plain=True).twisted
        hint = f"did you mean {near[0]!r}?" if near else f"{_a(kind)} has {_listed(known[:MOST])}"
        if relations and not near:
            some = ", ".join(sorted(relations)[:FEW])
            hint = f"no relation has this id; add it to relations.yaml, or write another, such as {some}"
        return f"unknown key {key!r}{' (YAML 1.1 reads it as a truth value)' if twisted else ''}; {hint}"

    def scalar(self, node: Node, wanted: str) -> Scalar | None:
        """The node if it is a single value that is not empty; else None, with a problem reported."""
        if not isinstance(node, Scalar):
            self.report(node.position, f"a {'list' if isinstance(node, Sequence) else 'map'} where {wanted} belongs")
            return None
        if not node.text.strip():
            missing = f"no value where {wanted} belongs; write it, or delete the key"
            self.report(node.position, _swallowed(node.cut) if node.cut else missing)
            return None
        if len(node.text) > MAX_TEXT:
            self.report(node.position, f"more than {MAX_TEXT} characters in one value; split it")
            return None
        return node

    def text(self, node: Node, wanted: str = "text") -> str | None:
        """Stripped text. Reports text that YAML 1.1 would read as something else."""
        scalar = self.scalar(node, wanted)
        if scalar is None:
            return None
        if scalar.twisted:
            self.report(scalar.position, f"YAML does not read {scalar.text!r} as text; put it in quotes")
        if scalar.cut:
            self.report(scalar.position, _swallowed(scalar.cut))
        return scalar.text.strip()

    def date(self, node: Node) -> Date | None:
        """A date. It must be in quotes, as YAML readers could change it otherwise."""
        scalar = self.scalar(node, "a date")
        if scalar is None:
            return None
        if scalar.plain:
            self.report(scalar.position, f'a date without quotes; write "{in_edtf(scalar.text)}"')
            return None
        try:
            return parse_date(scalar.text)
        except DateError as error:
            self.report(scalar.position, str(error))
            return None

    def _text(self, node: Node, _: Key) -> str | None:
        return self.text(node)

    def _date(self, node: Node, _: Key) -> Date | None:
        return self.date(node)

    def _id(self, node: Node, _: Key) -> str | None:
        scalar = self.scalar(node, "an id")
        if scalar is None:
            return None
        if scalar.twisted:
            self.report(scalar.position, f"YAML does not read {scalar.text!r} as text; begin an id with a letter")
            return None
        if not REFERENCE.fullmatch(scalar.text):
            self.report(scalar.position, f"{scalar.text!r} is not an id; write lower-case letters, digits and hyphens")
            return None
        return scalar.text

    def _ids(self, node: Node, key: Key) -> tuple[str, ...]:
        return tuple(value for each in _items(node) if (value := self._id(each, key)))

    def _texts(self, node: Node, _: Key) -> tuple[str, ...]:
        return tuple(value for each in _items(node) if (value := self.text(each)))

    def _flag(self, node: Node, _: Key) -> bool | None:
        scalar = self.scalar(node, "true or false")
        if scalar is None:
            return None
        if scalar.text not in ("true", "false"):
            self.report(scalar.position, f"{scalar.text!r} is neither true nor false; write one of these")
        return scalar.text.casefold() in _TRUE  # accept what was meant, to avoid follow-up problems

    def _integer(self, node: Node, _: Key) -> int | None:
        scalar = self.scalar(node, "a whole number")
        if scalar is None:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", scalar.text):
            self.report(scalar.position, f"{scalar.text!r} is not a whole number; write digits only")
            return None
        return int(scalar.text)

    def _choice(self, node: Node, key: Key) -> str | None:
        if isinstance(node, Scalar) and node.text in key.choices:
            return node.text
        scalar = self.scalar(node, _listed(key.choices))
        if scalar is None:
            return None
        near = _near(scalar.text, map(str, key.choices))
        remedy = f"did you mean {near[0]!r}?" if near else f"write {_listed(key.choices)}"
        self.report(scalar.position, f"{scalar.text!r} is not possible here; {remedy}")
        return None

    def _choices(self, node: Node, key: Key) -> tuple[str, ...]:
        return tuple(value for each in _items(node) if (value := self._choice(each, key)))

    def _sources(self, node: Node, _: Key) -> tuple[Citation, ...]:
        found = []
        for each in _items(node):
            scalar = self.scalar(each, "a source")
            if scalar is None:
                continue
            source, _sep, locator = scalar.text.strip().partition(" ")
            if not ID.fullmatch(source):
                self.report(
                    scalar.position,
                    f"{source!r} is not the id of a source; write the id, then the place in it",
                )
            else:
                found.append(Citation(source, locator.strip()))
        return tuple(found)

    def _labels(self, node: Node, key: Key) -> Labels | None:
        if not isinstance(node, Mapping):
            self.report(node.position, f"a map is wanted here, with {_listed(key.choices)} as keys")
            return None
        for each in node.values:
            if each not in key.choices:
                self.report(node.keys[each], f"{each!r} is not possible here; write {_listed(key.choices)}")
        read = {each: self.text(value) for each, value in node.values.items() if each in key.choices}
        return {each: text for each, text in read.items() if text}

    def _wordings(self, node: Node, _: Key) -> Wordings | None:
        if not isinstance(node, Mapping):
            self.report(node.position, f"a map is wanted here, with {_listed(ASKED_FOR)} as keys")
            return None
        for key in node.values:
            if key in NO_LONGER_ASKED_FOR:
                self.passed_over.append(Problem(node.keys[key], f"{key!r} is no longer used; delete it"))
            elif key not in ASKED_FOR:
                self.report(node.keys[key], f"nothing is asked for by {key!r}; write {_listed(ASKED_FOR)}")
        return {
            key: tuple(text for item in _items(value) if (text := self.text(item)))
            for key, value in node.values.items()
            if key in ASKED_FOR
        }

    def _records(self, node: Node, key: Key) -> list[Mapping]:
        return self.records(node, key.record)

    def records(self, node: Node, kind: str) -> list[Mapping]:
        """The records of a list, each a map; anything else in it is a problem."""
        if not isinstance(node, Sequence):
            self.report(node.position, f"a list of {kind} records is wanted here; begin each with a hyphen")
            return []
        found = []
        for item in node.items:
            if isinstance(item, Mapping):
                found.append(item)
            else:
                self.report(item.position, f"not {_a(kind)}; write its keys, each with a colon and a value")
        return found


def _near(key: str, known: Iterable[str]) -> list[str]:
    """The known key most like a misspelt one, if any."""
    return difflib.get_close_matches(key, known, n=1, cutoff=0.6)


def _swallowed(comment: str) -> str:
    shown = comment if len(comment) <= SHOWN else f"{comment[:SHOWN]}…"
    return f"to YAML {shown!r} is a comment; put the whole text in quotes, or the comment on a line of its own"


def one_line(text: str) -> str:
    """Text as one line, so that it does not depend on how the file is wrapped."""
    return " ".join(text.split())


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else [node]


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _listed(words: Iterable[str]) -> str:
    *most, last = [str(word) for word in words]
    return f"{', '.join(most)} or {last}" if most else last
