"""Join consecutive stays abroad: `In exile in Turkey, France (1933), Norway (1935)`."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.views.happenings.deed import WAS_IN
from trotskyism_cli.views.happenings.row import Happening, lasts_long

EXILE = "exile"  # word of a relation
ON_THE_WAY = timedelta(days=62)  # longest break between consecutive stays


def is_stay(relation: Relation) -> bool:
    """Return whether a relation says where somebody was in exile (not that he was sent there)."""
    return EXILE in relation.words and WAS_IN.fullmatch(relation.says) is not None


def joined_stays(pack: Pack, happenings: Iterable[Happening]) -> list[Happening]:
    """Happenings in which consecutive stays of years are one."""
    told, stays = list[Happening](), list[Happening]()
    for each in happenings:
        (stays if is_stay(pack.relations[each.fact.relation]) and lasts_long(each.when) else told).append(each)
    return [*told, *(as_one(pack, row) for row in stays_in_a_row(stays))]


def stays_in_a_row(stays: Iterable[Happening]) -> list[list[Happening]]:
    """One person's stays of years, grouped into runs without a break."""
    rows: list[list[Happening]] = []
    for each in sorted((stay for stay in stays if lasts_long(stay.when)), key=lambda stay: stay.first):
        if rows and each.first <= rows[-1][-1].when.last + ON_THE_WAY:
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def of_somebody(name: str, deed: str) -> str:
    """A deed with the name before it: `Trotsky in exile in Turkey`."""
    return f"{name} {deed[:1].lower()}{deed[1:]}"


def as_one(pack: Pack, row: Sequence[Happening], *, is_dated: bool = True) -> Happening:
    """One happening for consecutive stays: the first place, then the others, with years if `is_dated`.

    It links to the most important of the stays.
    """
    first, *further = row
    if not further:
        return first
    names = [pack.entries[each.fact.target].phrase_at(each.when) for each in further]
    years = [f" ({each.year})" if is_dated else "" for each in further]
    places = (f"{name}{year}" for name, year in zip(names, years, strict=True))
    weightiest = max(row, key=lambda each: each.fact.importance)
    when = _from_to(first.when, row[-1].when)
    return weightiest._replace(when=when, text=", ".join((first.text, *places)))


def _from_to(first: Date, last: Date) -> Date:
    begin, end = first.text.partition("/")[0], last.text.partition("/")[2].partition(" ")[0]
    return parse_date(f"{begin}/{end}")
