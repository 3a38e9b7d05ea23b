"""What a set of questions is called, and what of it is wanted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from trotskyism_cli.counting import counted
from trotskyism_cli.export.flashcards import Flashcard
from trotskyism_cli.items.model import Difficulty, Item

FIRST_VERSION = date(2020, 1, 1)  # the day of a pack of version 0: a day of now would make every file differ
COLUMNS = 78  # of text that fits on a page


class TableStyle(NamedTuple):
    """How a CSV table is written: what stands between cells, and whether it begins with a byte order mark for Excel."""

    separator: str = ","
    byte_order_mark: bool = True


FOR_EXCEL = TableStyle()


class Sheets(Enum):
    """What of a test on paper is written: the questions and then the key to them, or one of the two alone."""

    BOTH = auto()
    QUESTIONS = auto()
    KEY = auto()


@dataclass(frozen=True, slots=True)
class Paper:
    """A set of questions: its title, the pack it is from, the titles of chapters by id, and the command it came from.

    `released` is the day of this version of the pack, as `2026-11-28`, if it is known. `command` makes the same
    questions again, and `seed` is theirs. An exam has so many `variants`, the same questions in other orders. `cards`
    are facts and quotations, for formats that have room for them. Plain text has lines of `columns` at most. `sheets`
    says what of a test on paper is wanted. It is `titled` if somebody chose the title.
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
        """What stands below the key: how to be asked the same elsewhere, and on what terms the text may be used."""
        said = (("The same questions in a terminal", self.command), ("Content", self.licence))
        return tuple(f"{what}: {value}" for what, value in said if value)

    def heading(self, questions: int) -> str:
        """What stands above a test: its title, or else what it is and of how many questions."""
        return self.title if self.titled else f"{self.title}: a test of {counted(questions, 'question')}"

    def chapter(self, item: Item) -> str:
        """The title of an item's chapter; the title of the whole where it has none."""
        return self.topics.get(item.topic, item.topic) or self.title


def easy_first(items: Iterable[Item]) -> list[Item]:
    """Items in the order of a test on paper: the easy ones first; those as hard as they were."""
    return sorted(items, key=hardness)


def hardness(item: Item) -> int:
    """How hard an item is, from 0."""
    return list(Difficulty).index(Difficulty(item.difficulty))


def day_of_release(released: str, version: int) -> date:
    """The day of a version of a pack; if the pack names none, one that ascends with the version."""
    return date.fromisoformat(released) if released else FIRST_VERSION + timedelta(days=version)


def lasting_id(item: Item) -> str:
    """An id that stays when an author mends a question: the one that the author gave it; of all others, the item's."""
    for each in item.certificates:
        for premise in each.premises:
            if premise.startswith("question:"):
                return premise
    return item.id
