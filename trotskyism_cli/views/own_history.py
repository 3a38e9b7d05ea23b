"""What is told of how a body came about, went together with others and ended: of one that has no tree of descent."""

from collections.abc import Iterator

from trotskyism_cli.library.descent import Descent, is_part, way_to
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.margins import without_year
from trotskyism_cli.views.row_of_day import DayRow
from trotskyism_cli.views.telling import defines

_TELLS = lazy_regex(
    r"\b(?:formed|founded|grew out|came out of|came from|took shape|began|split|merged|fus(?:ed|ion)|united|reunited"
    r"|took the name|renamed|became|left the|broke|expelled|outlawed|banned|ended|dissolved|abolished|overthr\w+"
    r"|section of|part of|faction|dates)\b"
)
_BEGINS = lazy_regex(r"In (\d{4})\b")
MOST = 7  # rows


def whole_alone(pack: Pack, root: Descent, body: str) -> str:
    """What a body was a part of, if that is all that a tree tells of it; empty if it tells more."""
    *above, node = way_to(root, body)
    is_only_part = node.fact is not None and is_part(pack.relations[node.fact.relation])
    return above[-1].entry if above and is_only_part and not (node.further or node.joined) else ""


def own_history(pack: Pack, body: str) -> tuple[DayRow, ...]:
    """How a body came about and what became of it, by year; its summary if no statement tells that."""
    found = {text: year for year, text in _dated(pack, body) if _TELLS.search(text)}
    if not found:
        return (DayRow("", pack.entries[body].summary),)
    rows = sorted(found.items(), key=lambda each: each[1])[:MOST]
    return tuple(DayRow(year, without_year(text, year)) for text, year in rows)


def _dated(pack: Pack, body: str) -> Iterator[tuple[str, str]]:
    facts = (fact for fact in pack.known_facts(pack.entries[body]) if not fact.according_to)
    for fact in (fact for fact in facts if not defines(pack, fact)):
        text = fact_sentence(pack, fact)
        if year := _year_of(fact, text):
            yield year, text


def _year_of(fact: Fact, text: str) -> str:
    """The year with which a sentence begins, else that of what it tells, else the first one that it names."""
    if begun := _BEGINS.match(text):
        return begun[1]
    if fact.date:
        return str(fact.date.begin.year)
    found = NAMED_YEAR.search(text)
    return found[0] if found else ""
