"""Relations: the kinds of statement that a pack declares, with their logic, wordings and place on a card."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from trotskyism_cli.pack.model import Kind

WHOLE = "{object}"  # the `says` of a relation whose facts are whole sentences
LEADER = "leader"  # in the `words` of a relation from a leader to what he leads
END = "ended"  # in the `words` of a relation that dates the end of its subject
_NONE: Mapping[str, Any] = MappingProxyType({})


class Part(StrEnum):
    """A part of a card, in the order shown."""

    LIFE = "life"
    POLITICS = "politics"
    IDEAS = "ideas"
    WORKS = "works"


class Role(StrEnum):
    """What a relation means to the program, which knows no relation by its id."""

    BORN = "born"
    DIED = "died"
    AUTHOR = "author"
    WITHIN = "within"
    NAME = "name"


class ObjectType(StrEnum):
    """Type of a relation's object, if it is not an entry."""

    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


class Relation(NamedTuple):
    """A declared kind of statement: its logic (what makes another value false) and its wordings.

    `objects` are the kinds of entry that may be its object; empty if `object_type` is set. `tree` means that it must
    not run in a circle, and says whether the object is the `parent` or the `child` of the subject. `speaks` means that
    in a comparison the object's positions count as the subject's. `role` says what it means to the maker of items.

    On the subject's card a fact stands in the `row` of its `part`, worded by `brief`; `rows` gives other rows for some
    kinds of entry. On the object's card it stands in `inverse_row`. `asks` maps what is asked for (`subject`, `object`,
    `when`, `holder`, `match`) to wordings.
    """

    id: str
    label: str
    subjects: tuple[Kind, ...]
    objects: tuple[Kind, ...]
    object_type: ObjectType | None
    says: str
    inverse_label: str = ""
    functional: bool = False
    inverse_functional: bool = False
    symmetric: bool = False
    tree: str = ""
    claim: bool = False
    speaks: bool = False
    part: str = ""
    row: str = ""
    rows: Mapping[str, str] = _NONE
    inverse_row: str = ""
    brief: str = ""
    role: str = ""
    asks: Mapping[str, tuple[str, ...]] = _NONE
    words: tuple[str, ...] = ()

    def row_on(self, kind: Kind) -> str:
        """The row it stands in on the card of such an entry; empty if none."""
        return self.rows.get(kind, self.row)

    @property
    def is_end(self) -> bool:
        """True if it dates the end of its subject, so that no other one-time date of the subject is later."""
        return self.role == Role.DIED or END in self.words


# Why an entry matters: the only built-in relation. Its id has a blank, so no declared relation can have it.
SIGNIFICANCE = Relation(
    id="significance of",
    label="why it matters",
    subjects=tuple(Kind),
    objects=(),
    object_type=ObjectType.TEXT,
    says="{subject}: {object}",
)
