"""What a year has beside its events, bodies and works: rows that only fill it."""

from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.walks import Moment
from trotskyism_cli.library.when import Asked
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.model import MINOR
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import listed
from trotskyism_cli.views.day import FIRST, grouped, weight_of
from trotskyism_cli.views.happening import Happening, happening_of
from trotskyism_cli.views.life import VIOLENT
from trotskyism_cli.views.surnames import surname


def facts_between(pack: Pack, first: date, last: date, moments: Sequence[Moment]) -> list[Happening]:
    """What is told with a date of a time of some days, beside its events, bodies and works; what matters most first."""
    asked = Asked(parse_date(f"{first}/{last}"), 0, 0, 0, 0, is_certain=True)
    rows = grouped(pack, asked, sorted(moments, key=lambda each: -weight_of(pack, each)))[0].get(FIRST, ())
    found = [
        (
            weight_of(pack, moment),
            Happening(moment.when, row.text.removesuffix("."), moment.subject, MINOR, moment.fact),
        )
        for moment, row in rows
        if moment.fact and not happening_of(pack, moment.fact)
        if first <= moment.when.first and moment.when.last <= last
    ]
    return _died_together(pack, [each for _, each in sorted(found, key=lambda each: -each[0])])


def _died_together(pack: Pack, found: Iterable[Happening]) -> list[Happening]:
    """The same, those who were put to death on one day and in one way in one row."""
    rows: dict[tuple[Date, str], list[Happening]] = {}
    for each in found:
        is_death = pack.relations[each.fact.relation].role == Role.DIED
        killed = VIOLENT.search(each.text) if is_death else None
        rows.setdefault((each.when, killed[1] if killed else each.text), []).append(each)
    return [
        first._replace(text=f"{listed([surname(pack.entries[each.entry]) for each in row])} were {how}")
        if len(row := [first, *others]) > 1
        else first
        for (_, how), (first, *others) in rows.items()
    ]
