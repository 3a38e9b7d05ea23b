"""`Paper`: everything about an exported set of questions besides the items themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from trotskyism_cli.export.flashcards import Flashcard
from trotskyism_cli.items.model import Difficulty, Item
from trotskyism_cli.message_text import counted

FIRST_VERSION = date(2020, 1, 1)  # date of version 0 of an undated pack; today's would make every file differ
COLUMNS = 78  # columns of a printed page


class TableStyle(NamedTuple):
    """How a CSV table is written: the separator, and whether a byte order mark for Excel comes first."""

    separator: str = ","
    byte_order_mark: bool = True


FOR_EXCEL = TableStyle()


class Sheets(Enum):
    """Which parts of a printed test are wanted: the questions, the key, or both."""

    BOTH = auto()
    QUESTIONS = auto()
    KEY = auto()


@dataclass(frozen=True, slots=True)
class Paper:
    """A set of questions to export: title, pack, chapter titles by id, and further options.

    `version` and `released`: of the pack; the date as `2026-11-28`. `command`: generates the same questions again.
    `seed`: the seed they were generated with. `variants`: number of orders of an exam. `cards`: facts and quotations,
    for formats that take them. `columns`: line width of plain text. `sheets`: which parts of a printed test are wanted.
    `titled`: the user chose the title.
    """

    title: str
    pack: str
    topics: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    language: str = "en"
    licence: str = ""
    command: str = ""
    cards: Iterable[Flashcard] = ()
    released: str = ""
    table: TableStyle = FOR_EXCEL
    seed: int = 0
    variants: int = 1
    columns: int = COLUMNS
    sheets: Sheets = Sheets.BOTH
    titled: bool = False

    @property
    def foot(self) -> tuple[str, ...]:
        """Lines below the key: how to get the same questions in the terminal, and the licence."""
        said = (("The same questions in a terminal", self.command), ("Content", self.licence))
        return tuple(f"{what}: {value}" for what, value in said if value)

    def heading(self, questions: int) -> str:
        """The heading of a test: the chosen title, or a description with the number of questions."""
        return self.title if self.titled else f"{self.title}: a test of {counted(questions, 'question')}"

    def chapter(self, item: Item) -> str:
        """The title of an item's chapter; without one, the title of the whole."""
        return self.topics.get(item.topic, item.topic) or self.title


def easy_first(items: Iterable[Item]) -> list[Item]:
    """The items ordered by difficulty, as on a printed test; otherwise in their order."""
    return sorted(items, key=hardness)


def hardness(item: Item) -> int:
    """The difficulty of an item as a number from 0."""
    return list(Difficulty).index(Difficulty(item.difficulty))


def day_of_release(released: str, version: int) -> date:
    """The release date of a pack; without one, a date that grows with the version."""
    return date.fromisoformat(released) if released else FIRST_VERSION + timedelta(days=version)


def lasting_id(item: Item) -> str:
    """An id that survives corrections: for a written question the author's id, otherwise the item's own."""
    for each in item.certificates:
        for premise in each.premises:
            if premise.startswith("question:"):
                return premise
    return item.id
