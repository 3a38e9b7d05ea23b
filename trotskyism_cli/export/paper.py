"""What a set of questions is called, and how the answers of an item are put where a format has no word for them."""

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from trotskyism_cli.export.flashcards import Flashcard
from trotskyism_cli.imports.exported import PLACES
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.pack.stock_phrases import RIGHT, SOURCE
from trotskyism_cli.pack.wording import sentence

FIRST_VERSION = date(2020, 1, 1)  # the day of a pack of version 0: a day of now would make every file differ
COLUMNS = 78  # of text that fits on a page
MOST_VALUES = 100  # whole numbers that a range is written out as
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\.\.({_NUMBER.pattern})")


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
    says what of a test on paper is wanted.
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

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands below the key: how to be asked the same elsewhere, and on what terms the text may be used."""
        said = (("The same questions in a terminal", self.command), ("Content", self.licence))
        return tuple(f"{what}: {value}" for what, value in said if value)

    def chapter(self, item: Item) -> str:
        """The title of an item's chapter; the title of the whole where it has none."""
        return self.topics.get(item.topic, item.topic) or self.title


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


@cache
def letter(place: int) -> str:
    """The letter of an option: a, b … z, aa, ab …"""
    letters = string.ascii_lowercase
    return letters[place] if place < len(letters) else letter(place // len(letters) - 1) + letters[place % len(letters)]


def places(item: Item) -> tuple[int, ...]:
    """For each option of an order its place, from 1."""
    return tuple(item.answer.index(option) + 1 for option in range(len(item.options)))


def pairs(item: Item) -> tuple[tuple[str, str], ...]:
    """What belongs together: each prompt of a match with its option, each option of an order with its place."""
    if item.response is Response.MATCH:
        return tuple((prompt, item.options[place]) for prompt, place in zip(item.prompts, item.answer, strict=True))
    return tuple((option, str(place)) for option, place in zip(item.options, places(item), strict=True))


def spare(item: Item) -> tuple[str, ...]:
    """The options of a match that belong to no prompt."""
    if item.response is not Response.MATCH:
        return ()
    return tuple(option for place, option in enumerate(item.options) if place not in item.answer)


def full_stem(item: Item) -> str:
    """All that is asked; for an order that is put as pairs, with how its places are numbered."""
    return f"{item.question} {PLACES}" if item.response is Response.ORDER else item.question


def hint_on_paper(item: Item) -> str:
    """How a question on paper is answered, where that does not go without saying."""
    if item.response is Response.MATCH:
        return "Write the letter that belongs to each."
    return "Mark all that apply." if asks_for_all(item) else ""


def asks_for_all(item: Item) -> bool:
    """Whether more than one option may be right and the question itself does not say so."""
    return item.response is Response.SEVERAL and "all that apply" not in item.stem


def is_number(item: Item) -> bool:
    """Whether a typed item wants figures, such as a year."""
    return item.response is Response.TYPED and all(
        _NUMBER.fullmatch(each) or _RANGE.fullmatch(each) for each in item.accepted
    )


def values(accepted: str) -> tuple[str, ...]:
    """Each answer that is accepted; of a range its whole numbers, and none if these are too many or not all of it."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return (accepted,)
    if "." in ends[1] + ends[2] or int(ends[2]) - int(ends[1]) > MOST_VALUES:
        return ()
    return tuple(map(str, range(int(ends[1]), int(ends[2]) + 1)))


def fits_values(item: Item) -> bool:
    """Whether each answer that is right can be named, in a format that knows no ranges."""
    return all(map(values, item.accepted))


def fits_one_value(item: Item) -> bool:
    """Whether there is no range among the answers that are right, in a format that knows only one."""
    return not any(map(_RANGE.fullmatch, item.accepted))


def with_margin(accepted: str) -> tuple[str, str]:
    """A number and how far off is still right; of a range, its middle and half its width."""
    ends = _RANGE.fullmatch(accepted)
    if not ends:
        return accepted, "0"
    low, high = Decimal(ends[1]), Decimal(ends[2])
    return f"{(low + high) / 2:f}", f"{(high - low) / 2:f}"


def notes_together(item: Item) -> str:
    """The explanation, and what each option is that it does not tell already: for answers that are not one option."""
    told = [item.explanation, *notes_beyond(item)]
    return " ".join(dict.fromkeys(filter(None, told)))


def beyond_answer(item: Item) -> list[str]:
    """The same, one thing after the other, for those who have just read the right answer."""
    return list(dict.fromkeys(filter(None, [_after_key(item), *notes_beyond(item)])))


def _after_key(item: Item) -> str:
    """The explanation without the right answer, with which it may begin; of several options in whatever order."""
    told = sentence(item.key)
    head, further = item.explanation[: len(told)], item.explanation[len(told) :]
    is_key = further[:1] in ("", " ") and _parts(head) == _parts(told)
    return further.strip() if is_key else item.explanation


def _parts(text: str) -> list[str]:
    return sorted(text.casefold().removesuffix(".").split("; "))


def notes_beyond(item: Item) -> list[str]:
    """What is said of the options that the explanation does not tell already."""
    return [note for note in item.option_notes if _is_beyond(item, note)]


def _is_beyond(item: Item, note: str) -> bool:
    told = note.removeprefix(RIGHT).removesuffix(".")
    is_key_alone = told != note and told in item.options
    return not is_key_alone and told.casefold() not in item.explanation.casefold()


def beyond_key(item: Item) -> list[str]:
    """What the key says beside the right answer, one thing after the other: why, the source, and of each option what.

    Without the right answer, with which an explanation may begin: for those who have just read it. Options are called
    by their letters.
    """
    why, mark, source = _after_key(item).partition(SOURCE)
    told = [why.strip(), f"{mark}{source}".strip()]
    for place, note in enumerate(item.option_notes):
        if note and _is_beyond(item, note):
            own = f"{item.options[place]}: " if place < len(item.options) else ""
            told.append(f"{letter(place)}) {note.removeprefix(own)}" if own else note)
    return list(dict.fromkeys(filter(None, told)))


@cache
def percent(share: float) -> str:
    """A share of a mark, with the five decimals by which Moodle knows a third: 50, 33.33333."""
    return f"{share:.5f}".rstrip("0").rstrip(".")
