"""What ties two entries, in a sentence, and a group of such ties."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.wording.margins import first_and_last, from_to

_ALLIED = lazy_regex(r"\ball(?:y|ied|iance)\b")
_BROKE = lazy_regex(r"\b(?:broke with|turned against)\b")
_BEFORE = lazy_regex(r"Until (?:the (?:beginning|end) of )?\d{4}\b")
_FROM = lazy_regex(r"From (?:[A-Z]\w+ )?(\d{4})\b")

_AT_FIRST = lazy_regex(
    rf"(?:At|By|From|In|On|Since|Until) [^,;:]*?({NAMED_YEAR.pattern})"
)  # the year with which a sentence begins


class Tie(NamedTuple):
    """What ties two entries, in a sentence; `when` is empty where the sentence says it.

    `first` is its first day, `date.max` if unknown; `rank` how much it matters, `words` those that tell it from others;
    `entry` is the event or work that it belongs to; `deed` is how much it matters as something that happened between
    the two in their lives, 0 if it is none; `quarrel` how well it tells their main dispute. `happening` is the event,
    if it is named after one of the two; `people` are the others in the sentence, by their surnames; `company` those
    whom it names in one breath: `Stalin, Zinoviev and Kamenev`. `brief` tells it where its group has no head.
    `is_between` if it tells what the two were to one another, `is_of_end` if it is told of one of them, by one, or of
    what both had a part in, and `is_by_third` if it is dated by when somebody else wrote it.
    """

    text: str
    when: str = ""
    first: date = date.max
    rank: int = 0
    words: frozenset[str] = frozenset()
    entry: str = ""
    deed: int = 0
    quarrel: int = 0
    happening: str = ""
    people: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    brief: str = ""
    is_result: bool = False
    is_between: bool = False
    is_of_end: bool = False
    is_by_third: bool = False

    @property
    def years(self) -> int:
        """For how many years it went on, if its sentence begins with that; else 0."""
        span = first_and_last(self.text)
        return span[1] - span[0] if span else 0

    @property
    def years_told(self) -> str:
        """Its year, or its years; rather that with which its sentence begins, or the decade that it names."""
        if self.first == date.max:
            return ""
        if span := from_to(self.text):
            return span
        if begun := _AT_FIRST.match(self.text):
            return begun[1]
        return decade if (decade := f"{self.first.year}s") in self.text else str(self.first.year)

    @property
    def is_alliance(self) -> bool:
        """Whether it tells that somebody was allied with another, and not that this ended."""
        text = self.brief or self.text
        return bool(_ALLIED.search(text)) and not _BROKE.search(text)

    @property
    def is_before(self) -> bool:
        """Whether it begins with the year in which what it tells was over."""
        return bool(_BEFORE.match(self.text))

    @property
    def day(self) -> date:
        """Its first day; of what is known by its year alone, the last one of that."""
        return self.first.replace(month=12, day=31) if (self.first.month, self.first.day) == (1, 1) else self.first

    @property
    def place(self) -> tuple[int, int, bool, date]:
        """Where it stands among others: by the year with which it begins; what tells what came of a thing, after it."""
        begun = _FROM.match(self.text)
        year = min(int(begun[1]), self.first.year) if begun else self.first.year
        return year, self.day.month if year == self.first.year else 1, self.is_result, self.first


class TieGroup(NamedTuple):
    """Ties of one kind, or by one event, work or dispute: that is `entry`."""

    title: str
    ties: tuple[Tie, ...]
    entry: str = ""
