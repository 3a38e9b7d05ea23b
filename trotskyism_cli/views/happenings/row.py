"""A happening: something that happened at a date, as a row of a timeline."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.bodies.lifespan import ENDED
from trotskyism_cli.library.dates.dated_facts import DISTANT, SHORT
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR, Calendar, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.wording.margins import margin_of, until_of

# What a sentence says happened to an organisation, up to a date.
_BECAME = lazy_regex(r" (?:was |were )?([a-z]+ed\b[^,;.]*?) (?:in|on) (?:[A-Z]\w+ )?\d")
_OF_A_DAY = lazy_regex(rf" of (?:\d{{1,2}} )?(?:(?:{A_MONTH}) )?$")  # the year has been cut off before
_YEARS_OF_NAME = lazy_regex(r"(?:,| of) (?P<first>\d{4})–(?P<last>\d{2,4})$")  # `Solidarity in Poland, 1980–81`
_SEVERAL = lazy_regex(r"\w{6,}(?<![is]s)(?<=s)")  # a word for several events tells enough: `Rehabilitations`
LASTING = 500  # days: what takes longer is drawn as a bar
SPEECH, GIVEN = "speech", "given"  # a type of work, and what it is rather than written or published
SINCE = ", from then on"  # for something that goes on, beside a date without its “from”


class Happening(NamedTuple):
    """Something that happened: date, text, entry to look up, rank (1 to 3) and the fact that says so.

    `after`: a day after which it was, if only its year is known. `appears`: it is a beginning or an end, so a span of
    dates is an uncertain date, not a duration. `whole`: the full sentence, if the text is only part of it.
    """

    when: Date
    text: str
    entry: str
    rank: int
    fact: Fact
    after: date | None = None
    appears: bool = False
    whole: str = ""

    @property
    def first(self) -> date:
        """First day; if the beginning is unknown, the last."""
        return _first(self.when)

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def days(self) -> tuple[date, ...]:
        """First day of each of its dates: it may have two."""
        return tuple(each.begin for each in self.when.parts)

    @property
    def is_bare(self) -> bool:
        """True if no more than its year or years is known."""
        return not self.margin or self.when.is_year

    @property
    def place(self) -> tuple[date, int]:
        """Sort key by time. With only a year known: after what it followed, else last, but a turning point first."""
        if not self.is_bare:
            return begun_by(self.when) or self.first, 1
        if self.after is not None:
            return self.after, 2
        return (date(self.year, 1, 1), 0) if self.is_turn else (date(self.year, 12, 31), 3)

    @property
    def is_turn(self) -> bool:
        """True for a turning point, which everybody must know."""
        return self.rank >= ESSENTIAL

    @property
    def margin(self) -> str:
        """The date without its year: `8–12 Mar`, `autumn`; empty if only the year or years are known."""
        return _margin(self.when)

    @property
    def until(self) -> str:
        """The year in which it ended, if a later one; else empty."""
        return _until(self.when)

    @property
    def goes_on(self) -> bool:
        """True if only its beginning is known."""
        return self.when.start is not None and self.when.end is None

    @property
    def old_style(self) -> str:
        """The Old Style date of a turning point, without brackets; else empty."""
        return _old_style(self.when) if self.is_turn else ""

    @property
    def old_style_beside(self) -> str:
        """The Old Style date as it stands in a margin: only the beginning, if it ended in a later year."""
        return _old_style(self.when._replace(end=self.when.start)) if self.is_turn and self.until else self.old_style


def begun_by(when: Date) -> date | None:
    """Last day of the month in which a span began, so that it sorts after that month's days; None for other dates."""
    start = when.start if when.is_span else None
    return start.last if start and start.precision is Precision.MONTH else None


def _first(when: Date) -> date:
    return when.first if when.first > DISTANT else when.last


# Cached: laying out a screen asks for the same dates many times.


@lru_cache(maxsize=5_000)
def _margin(when: Date) -> str:
    margin = margin_of(when, _first(when).year)
    return margin if _is_short(when) else margin.partition("–")[0] if _until(when) else margin


@lru_cache(maxsize=5_000)
def _is_short(when: Date) -> bool:
    """Return whether it is a span of days short enough to be written together: `23 Dec – 4 Jan`."""
    is_exact = all(point and point.precision is Precision.DAY for point in (when.start, when.end))
    return is_exact and when.is_span and days_of(when) < SHORT


@lru_cache(maxsize=5_000)
def _until(when: Date) -> str:
    return "" if _is_short(when) else until_of(when, _first(when).year)


def _old_style(when: Date) -> str:
    said = "" if when.calendar is Calendar.PLAIN else date_words(when).partition(" (")[2].removesuffix(")")
    return said if any(map(str.isdigit, said)) else ""


def happening_of(pack: Pack, fact: Fact) -> Happening | None:
    """The happening that a fact dates: an event, an organisation's beginning or end, a work's appearance; else None."""
    rank = rank_of(pack, fact)
    if not rank or not isinstance(fact.object, Date):
        return None
    entry = pack.entries[fact.subject]
    if entry.kind is Kind.EVENT:
        return Happening(fact.object, beside_date(entry.name, fact.object), entry.id, rank, fact)
    text = f"{beside_date(entry.name_at(fact.object), fact.object)} {began_or_ended(pack, fact)}"
    return Happening(fact.object, text, entry.id, rank, fact, appears=entry.kind is Kind.ORGANISATION)


def rank_of(pack: Pack, fact: Fact) -> int:
    """Rank of the happening that a fact dates; 0 if it dates none."""
    if not isinstance(fact.object, Date) or fact.negated or fact.according_to or fact.id in pack.corrected:
        return 0
    entry = pack.entries[fact.subject]
    if entry.kind is Kind.EVENT:
        return entry.importance
    is_told = entry.kind in (Kind.ORGANISATION, Kind.WORK) and entry.importance >= NOTABLE
    # The date of an essential entry matters, even if nobody need learn it.
    return max(min(entry.importance, fact.importance), entry.importance - 1) if is_told else 0


def beside_date(name: str, when: Date) -> str:
    """The name of an event or work without the date at its end, if several words are left."""
    if name.isdecimal():
        return f"“{name}”"  # else it looks like a year
    if (years := _YEARS_OF_NAME.search(name)) and _are_of(years, when):
        return capital(name[: years.start()])
    undated = name.removesuffix(f"{when.year}") if when.year else name
    named = _OF_A_DAY.search(undated) if undated != name else None
    bare = name[: named.start()] if named else ""
    return capital(bare if " " in bare or _SEVERAL.fullmatch(bare) else name)


def _are_of(years: re.Match[str], when: Date) -> bool:
    """Return whether the years in a name are those of a date."""
    first, last = years["first"], years["last"]
    return first == f"{when.first.year}" and f"{last_day(when).year}".endswith(last)


def began_or_ended(pack: Pack, fact: Fact) -> str:
    """What a date says of an organisation: `founded`, `ended`, or how it ended, if the book has a word for it.

    Of a work, what was done with it: `written`, but of a speech `given`.
    """
    relation, entry = pack.relations[fact.relation], pack.entries[fact.subject]
    if ENDED.isdisjoint(relation.words):
        return GIVEN if entry.kind is Kind.WORK and entry.type == SPEECH else relation.label
    said, summary = fact_sentence(pack, fact), entry.summary
    ways = [each for each in relation.words if each.endswith("ed")]
    words = [each for each in ways if re.search(rf"\b{each}\b", said)]
    words = words or [each for each in ways if _is_summed_up(summary, each, fact)]
    if words:
        return words[0]
    begun = (f"{article}{name}" for article in ("The ", "") for name in pack.entries[fact.subject].names)
    told = (_BECAME.match(said, len(each)) for each in begun if said.startswith(each))
    return next((each[1] for each in told if each), relation.label)


def _is_summed_up(summary: str, way: str, fact: Fact) -> bool:
    """Return whether a summary says that an organisation ended in this `way`, and not in another year."""
    found = re.search(rf"\b(?:was|were) {way}\b([^.;]*)", summary)
    years = NAMED_YEAR.findall(found[1]) if found else []
    year = fact.date.begin.year if fact.date else 0
    return found is not None and (not years or f"{year}" in years)


def lasts_long(when: Date) -> bool:
    return _is_time(when) and days_of(when) > LASTING


def lasts_some_time(when: Date) -> bool:
    """Return whether it lasted long enough for its beginning and end to be two things."""
    return _is_time(when) and days_of(when) >= SHORT


def _is_time(when: Date) -> bool:
    """Return whether beginning and end are known."""
    return bool(when.is_span and when.start and when.end)


def touch(one: Date, other: Date) -> bool:
    """Return whether two dates have a day in common."""
    return one.first <= other.last and other.first <= one.last


def last_day(when: Date) -> date:
    return when.last if when.end else when.first


def days_of(when: Date) -> int:
    return when.length if when.start and when.end else date.max.toordinal()
