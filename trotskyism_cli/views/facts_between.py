"""What a year has beside its events, bodies and works: rows that only fill it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from trotskyism_cli.library.walks import Moment
from trotskyism_cli.library.when import Asked
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, Fact, Kind, Number
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import listed
from trotskyism_cli.views.day import FIRST, SAID, grouped, weight_of
from trotskyism_cli.views.happening import Happening, happening_of, last_day, lasts_some_time, touch
from trotskyism_cli.views.life import VIOLENT
from trotskyism_cli.views.row_of_day import DayRow
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import AGAIN, BY_EVENT, is_said

Told = tuple[Moment, DayRow]
SOON = 7  # days after an event in which somebody died of it


def facts_between(pack: Pack, first: date, last: date, moments: Sequence[Moment]) -> list[Happening]:
    """What is told with a date of a time of some days, beside its events, bodies and works; what matters most first.

    Also what somebody wrote or said on a day of it.
    """
    asked = Asked(parse_date(f"{first}/{last}"), 0, 0, 0, 0, is_certain=True)
    groups, _ = grouped(pack, asked, sorted(moments, key=lambda each: -weight_of(pack, each)))
    rows = [*groups.get(FIRST, ()), *_said_alone(moments, groups)]
    found = [
        (_weight(pack, moment, moment.fact), Happening(moment.when, text, moment.subject, MINOR, moment.fact))
        for moment, row in rows
        if moment.fact and not happening_of(pack, moment.fact)
        if first <= moment.when.first and moment.when.last <= last
        for text in [_told(pack, moment.fact) or row.text.removesuffix(".")]
    ]
    return _died_together(pack, [each for _, each in sorted(found, key=lambda each: -each[0])])


def that_happened(pack: Pack, found: Iterable[Happening]) -> list[Happening]:
    """Those that happened: not opinions, counts and what is stated of an idea, and no birth but of the best known."""
    return [each for each in found if not _is_opinion(pack, each.fact) and not _is_minor_birth(pack, each.fact)]


def not_told(pack: Pack, found: Iterable[Happening], told: Sequence[Happening]) -> list[Happening]:
    """Those that no event tells which is told at the same time."""
    short = (each for each in told if not lasts_some_time(each.when))
    events = [each for each in short if pack.entries[each.entry].kind is Kind.EVENT]
    return [each for each in found if not any(_is_told_by(pack, each, event) for event in events)]


def _is_opinion(pack: Pack, fact: Fact) -> bool:
    is_stated = pack.entries[fact.subject].kind is Kind.CONCEPT and isinstance(fact.object, str)
    return (
        bool(fact.according_to or pack.relations[fact.relation].claim) or is_stated or isinstance(fact.object, Number)
    )


def _is_minor_birth(pack: Pack, fact: Fact) -> bool:
    return _is_birth(pack, fact) and pack.entries[fact.subject].importance < ESSENTIAL


def _is_told_by(pack: Pack, happening: Happening, event: Happening) -> bool:
    """Whether it is how somebody died in an event that is named after him, or is told in its summary."""
    own, entry = pack.entries[happening.entry], pack.entries[event.entry]
    if pack.relations[happening.fact.relation].role == Role.DIED and surname(own) in entry.name:
        return abs((happening.first - last_day(event.when)).days) <= SOON
    same = touch(happening.when, event.when) and happening.when.year is not None and not happening.when.is_year
    return same and (
        event.entry in happening.fact.ends
        or is_said(entry.name, happening.text, AGAIN)
        or is_said(happening.text, f"{entry.name} {entry.summary}", BY_EVENT)
    )


def _said_alone(moments: Iterable[Moment], groups: Mapping[str, Sequence[Told]]) -> Iterator[Told]:
    """What somebody wrote or said on a day of which nothing else is told; of several such things, the weightiest."""
    days = {when.first for when in (each.when for each in moments if each.fact and not each.fact.according_to)}
    for moment, row in groups.get(SAID, ()):
        start = moment.when.start
        is_of_a_day = moment.when.is_single and start is not None and start.precision is Precision.DAY
        if moment.fact and is_of_a_day and moment.when.first not in days:
            days.add(moment.when.first)
            yield moment, row


def _weight(pack: Pack, moment: Moment, fact: Fact) -> int:
    """What it weighs; a birth, by which nothing happened yet, nothing."""
    return 0 if _is_birth(pack, fact) else weight_of(pack, moment)


def _told(pack: Pack, fact: Fact) -> str:
    """A birth, told in short; of all else nothing."""
    return f"{pack.entries[fact.subject].name} born" if _is_birth(pack, fact) else ""


def _is_birth(pack: Pack, fact: Fact) -> bool:
    return pack.relations[fact.relation].role == Role.BORN


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
