"""A tie: a sentence that connects two entries; and groups of ties."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.wording.margins import first_and_last, from_to

_ALLIED = lazy_regex(r"\ball(?:y|ied|iance)\b")
_BROKE = lazy_regex(r"\b(?:broke with|turned against)\b")
_BEFORE = lazy_regex(r"Until (?:the (?:beginning|end) of )?\d{4}\b")
_FROM = lazy_regex(r"From (?:[A-Z]\w+ )?(\d{4})\b")

_AT_FIRST = lazy_regex(rf"(?:At|By|From|In|On|Since|Until) [^,;:]*?({NAMED_YEAR.pattern})")


class Tie(NamedTuple):
    """A sentence that connects two entries; `when` is empty where the sentence says it.

    `first`: first day, `date.max` if unknown. `rank`: importance. `words`: content words that tell it from other ties.
    `entry`: the event or work it belongs to. `deed`: its weight as something that happened between the two in their
    lives, 0 if it is none. `quarrel`: how well it tells their main dispute. `happening`: `entry`, if that is an event
    named after one of the two. `people`: surnames of others in the sentence. `company`: those listed together in it
    (`Stalin, Zinoviev and Kamenev`). `brief`: shorter text for where its group has no heading. `is_result`: tells what
    followed the event. `is_between`: tells what the two were to one another. `is_of_end`: about one of the two, said by
    one, or about something in which both took part. `is_by_third`: dated by when somebody else wrote it.
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
        """Number of years that it went on, if its sentence begins with the span; else 0."""
        span = first_and_last(self.text)
        return span[1] - span[0] if span else 0

    @property
    def years_told(self) -> str:
        """Its year or years as text, preferably those at the start of the sentence, or the decade that it names."""
        if self.first == date.max:
            return ""
        if span := from_to(self.text):
            return span
        if begun := _AT_FIRST.match(self.text):
            return begun[1]
        return decade if (decade := f"{self.first.year}s") in self.text else str(self.first.year)

    @property
    def is_alliance(self) -> bool:
        """True if it tells of an alliance, and not of its end."""
        text = self.brief or self.text
        return bool(_ALLIED.search(text)) and not _BROKE.search(text)

    @property
    def is_before(self) -> bool:
        """True if it begins with "Until", so that it was over in that year."""
        return bool(_BEFORE.match(self.text))

    @property
    def day(self) -> date:
        """Its first day; if only the year is known, the last of that."""
        return self.first.replace(month=12, day=31) if (self.first.month, self.first.day) == (1, 1) else self.first

    @property
    def place(self) -> tuple[int, int, bool, date]:
        """Sort key by time: by the year at the start of the sentence; what followed an event comes after it."""
        begun = _FROM.match(self.text)
        year = min(int(begun[1]), self.first.year) if begun else self.first.year
        return year, self.day.month if year == self.first.year else 1, self.is_result, self.first


class TieGroup(NamedTuple):
    """Ties of one kind, or of one event, work or dispute (`entry`)."""

    title: str
    ties: tuple[Tie, ...]
    entry: str = ""
