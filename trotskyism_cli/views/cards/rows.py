"""What a card is made of: `Cell` (a fact), `Row` (cells under a label) and `EntryView` (the whole card)."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact

LINE = 65  # columns for text beside a label, less some for words that do not fit
ALWAYS = 4  # rank of dates and places: above every importance
VIEWS = "Argued"  # row of claims about other things
LED = "Led"  # row of organisations led, apart from offices
DISPUTED = "Disputed"  # row of disputes
_WORD = lazy_regex(r"[\w’-]+")


class _CellFields(NamedTuple):
    text: str
    when: str = ""
    holder: str = ""
    mark: str = ""
    entry: str = ""
    rank: int = 2
    weight: int = 0
    told: int = 0
    fact: Fact | None = None
    moment: date = date.max
    since: Date | None = None
    brief: str = ""
    defines: bool = False
    is_agent: bool = False


class Cell(_CellFields):
    """One fact in a row.

    `when` is empty if the text says it. `holder` is whose view it is, if anybody's. `mark` stands behind both: the year
    of a view, or "disputed". `entry` is the entry named, empty if none; `rank` is the importance of the cell, `weight`
    that of the entry, `told` the number of facts about it. `since` is the date. `brief` is a title of two or three
    words, where the text is a sentence. `defines`: says what the card's entry is. `is_agent`: the entry named is a
    person or an organisation.
    """

    __slots__ = ()
    # Compared by identity for speed: filling a screen compares thousands.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def words(self) -> str:
        """The cell as plain text."""
        return f"{' '.join(filter(None, (self.when, self.text)))}{self.whose}{f' ({self.mark})' if self.mark else ''}"

    @property
    def whose(self) -> str:
        """The holder as written behind the text; empty if the text names him."""
        if not self.holder or self.holder.rpartition(" ")[2] in _WORD.findall(self.text):
            return ""
        is_named = self.fact is not None and self.fact.target
        return f"{', according to ' if is_named else ' — '}{self.holder}"

    @property
    def is_long(self) -> bool:
        """True if it takes more than one line of a screen of 80 columns."""
        return len(self.words) > LINE


class Row(NamedTuple):
    """Cells under one label, in order of time.

    `joined` cells share a line; otherwise each has its own. `further` is the number of cells not shown.
    """

    label: str
    part: str
    cells: tuple[Cell, ...]
    joined: bool = False
    further: int = 0


class EntryView(NamedTuple):
    """An entry as shown: what and when it was, why it matters, and its rows in order."""

    id: str
    name: str
    span: str
    kind: str
    names: tuple[str, ...]
    summary: str
    significance: str
    rows: tuple[Row, ...]
    is_person: bool = False
    is_event: bool = False
    is_body: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that have rows, in reading order."""
        return tuple(dict.fromkeys(row.part for row in self.rows))
