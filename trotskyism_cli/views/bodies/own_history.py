"""The foundation, mergers and end of an organisation as rows, for one with no tree or a small one."""

from collections.abc import Iterator
from datetime import date

from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.wording.margins import without_year
from trotskyism_cli.views.wording.sentences import defines

_TELLS = lazy_regex(
    r"\b(?:formed|founded|grew out|came out of|came from|took shape|began|split|merged|fus(?:ed|ion)|united|reunited"
    r"|took the name|renamed|became|left the|broke|expelled|outlawed|banned|ended|dissolved|abolished|overthr\w+"
    r"|section of|part of|faction|dates)\b"
)
_BEGINS = lazy_regex(r"In (\d{4})\b")
_DAY = lazy_regex(r"\b\d{1,2} [A-Z][a-z]+\b")
MOST = 7  # rows


def own_history(pack: Pack, body: str) -> tuple[DayRow, ...]:
    """Dated statements about an organisation's foundation and fate, in order of time; empty if there are none."""
    rows: dict[str, str] = {}
    days: set[tuple[str, str]] = set()
    for (year, _, is_other), text in sorted(_dated(pack, body), key=lambda each: each[0]):
        day = found[0] if (found := _DAY.search(text)) else ""
        if not (is_other and (year, day) in days):  # already told by its foundation or end
            rows.setdefault(text, year)
        days |= {(year, day)} if day else set()
    return tuple(DayRow(year, without_year(text, year)) for text, year in [*rows.items()][:MOST])


def _dated(pack: Pack, body: str) -> Iterator[tuple[tuple[str, date, bool], str]]:
    """Suitable statements, each with its sort key: year, day, and whether it is other than a foundation or an end."""
    for fact in (fact for fact in pack.known_facts(pack.entries[body]) if not defines(pack, fact)):
        text = fact_sentence(pack, fact)
        own = fact.object if isinstance(fact.object, Date) else None
        year = _year_of(fact, text)
        is_name = pack.relations[fact.relation].role == Role.NAME and not (fact.date or _BEGINS.match(text))
        if year and not is_name and (own or _TELLS.search(text)):
            yield (year, _day_in(year, own or fact.date), own is None), text


def _day_in(year: str, when: Date | None) -> date:
    """The day within a year; the last of the year if unknown."""
    is_known = when is not None and not when.is_year and str(when.begin.year) == year
    return when.begin if when and is_known else date(int(year), 12, 31)


def _year_of(fact: Fact, text: str) -> str:
    """The year at the start of a sentence, else of its fact, else the first that the sentence names."""
    if begun := _BEGINS.match(text):
        return begun[1]
    if when := fact.object if isinstance(fact.object, Date) else fact.date:
        return str(when.begin.year)
    found = NAMED_YEAR.search(text)
    return found[0] if found else ""
