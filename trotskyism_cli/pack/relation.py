"""Relations: the kinds of statement that a pack declares, with their logic, wordings and place on a card."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from trotskyism_cli.pack.model import Kind

WHOLE = "{object}"  # says a relation whose facts are sentences of their own
LEADER = "leader"  # one of the words of a relation to what somebody leads
END = "ended"  # one of the words of a relation to the day on which something came to its end
_NONE: Mapping[str, Any] = MappingProxyType({})


class Part(StrEnum):
    """A part of a card, in the order in which one reads it."""

    LIFE = "life"
    POLITICS = "politics"
    IDEAS = "ideas"
    WORKS = "works"


class Role(StrEnum):
    """What a relation is to the maker of questions, which knows none by its name."""

    BORN = "born"
    DIED = "died"
    AUTHOR = "author"
    WITHIN = "within"
    NAME = "name"


class ObjectType(StrEnum):
    """What the object of a relation is, where it is not an entry."""

    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


class Relation(NamedTuple):
    """A declared kind of statement: its logic (what makes another value false) and its wordings.

    `objects` holds kinds of entry, or is empty if `object_type` says that the object is a date, a number or text.
    `tree` says that it must not run in a circle, and whether the object is the `parent` of the subject or its `child`.
    `speaks` says that in a comparison the object's positions are the subject's.
    On a card it stands in the `row` of its `part`, in the words of `brief`; on the object's card, in `inverse_row`.
    On the card of a kind of which `rows` has a label, it stands in that row, and in its part.
    `role` says what it is to questions: who or what is born, wrote, lies within, and so on.
    `asks` maps what is asked for (`subject`, `object`, `when`, `holder`) to wordings.
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
        """The row in which it stands on the card of such an entry; empty if it names none."""
        return self.rows.get(kind, self.row)

    @property
    def is_end(self) -> bool:
        """Whether it says when its subject came to an end: nothing that happened to that once was later."""
        return self.role == Role.DIED or END in self.words


# Why an entry matters: the one relation that no pack declares; as ids have no blanks, none is taken for it.
SIGNIFICANCE = Relation(
    id="significance of",
    label="why it matters",
    subjects=tuple(Kind),
    objects=(),
    object_type=ObjectType.TEXT,
    says="{subject}: {object}",
)
