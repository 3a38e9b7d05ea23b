"""What a card is made of: cells, each of a happening or a statement, in rows under labels; and the view of an entry."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact

LINE = 65  # columns of a row beside its label; words that do not fit make it a little less
ALWAYS = 4  # rank of what says when and where: above every importance
VIEWS = "Argued"  # the row of what somebody holds of other things
LED = "Led"  # the row of what somebody led: that is no office
DISPUTED = "Disputed"  # the row of the disputes over something
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
    """One happening in a row. `when` is empty where the text says it; `holder` is whose view it is, if anybody's.

    Behind both stands the `mark`: of when a view is, or that something is disputed. `entry` is what it leads to, empty
    if nothing in the book; `rank` is its importance, `weight` that of the entry, of which so many facts are `told`.
    `since` is its date, `brief` what it says in two or three words, where the text is a sentence. It `defines`, if it
    says what the entry is. What it leads to `is_agent`, if that is a person or a body.
    """

    __slots__ = ()
    # Each is itself: to fill a screen, thousands of them are compared.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def words(self) -> str:
        """The cell as text, to measure it."""
        return f"{' '.join(filter(None, (self.when, self.text)))}{self.whose}{f' ({self.mark})' if self.mark else ''}"

    @property
    def whose(self) -> str:
        """Whose view it is, as that stands behind it; empty where the text says it."""
        if not self.holder or self.holder.rpartition(" ")[2] in _WORD.findall(self.text):
            return ""
        is_named = self.fact is not None and self.fact.target
        return f"{', according to ' if is_named else ' — '}{self.holder}"

    @property
    def is_long(self) -> bool:
        """Whether it takes more than a line of a screen of 80 columns."""
        return len(self.words) > LINE


class Row(NamedTuple):
    """Cells under one label, in order of time. `joined` cells stand in one line, the others in a line each.

    `further` is how many more there are that are not shown.
    """

    label: str
    part: str
    cells: tuple[Cell, ...]
    joined: bool = False
    further: int = 0


class EntryView(NamedTuple):
    """An entry as it is read: what it is, when, why it matters, and its rows in order."""

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
        """The parts that have rows, in the order of reading."""
        return tuple(dict.fromkeys(row.part for row in self.rows))
