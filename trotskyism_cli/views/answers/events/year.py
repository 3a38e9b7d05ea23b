"""Answer what happened in a year or a month: its great events in order, and the command that lists all."""

from collections.abc import Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.wording.margins import margin_of, until_of

FEWEST, ENOUGH, MOST = 2, 4, 6  # events listed; if there are fewer than ENOUGH, less important ones are added
A_DAY = 1
LOOKED_AT = 50  # facts looked at for a time without events
_BEGUN = "SELECT fact FROM moments WHERE first BETWEEN ? AND ?"

Dated = tuple[Date, Entry]


def year_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer by the most important events that began in the year or month, if nothing else is asked."""
    when = query.when
    is_asked = query.words[:1] == ("what",) and HAPPENED.intersection(query.words) and query.is_only_date
    if not is_asked or query.entries or when is None or query.date is None or when.length <= A_DAY:
        return None
    began = (
        fact.partition(".")[0] for fact in pack.store.column(_BEGUN, when.first.toordinal(), when.last.toordinal())
    )
    events = pack.in_order(pack.of_kind(Kind.EVENT, began))
    dated = ((day, each) for each in pack.entries.several(events) if (day := pack.first_known_date(each)))
    then = [(day, each) for day, each in dated if when.first <= day.first <= when.last]
    if not then:
        return _told_without_events(pack, query.date, when)
    told = _weightiest([each for each in then if not (query.date.is_year and _is_of_others(each, then))])
    if len(told) < FEWEST:
        return None  # an answer about the one event tells more
    from trotskyism_cli.views.happenings.row import beside_date  # other questions need none of it

    named = "; ".join(f"{beside_date(each.name, day)}{_day(day, when)}" for day, each in told)
    return Direct(
        f"{query.date.words}: {named}.", _further(query.date), entries=tuple(each.id for _, each in _foremost(told))
    )


def _further(asked: ParsedDate) -> str:
    return f"All that is told of it: {command('on', *asked.words.split())}"


def _told_without_events(pack: StoredPack, asked: ParsedDate, when: Date) -> Direct | None:
    """Answer for a time without events: by dated deeds, else births and deaths, else other dated facts."""
    from trotskyism_cli.views.days.dated_facts import as_happening, is_done  # other questions need none of it
    from trotskyism_cli.views.happenings.births_and_deaths import lives_in_whole_years

    query = "SELECT DISTINCT fact FROM moments WHERE first >= ? AND last <= ? ORDER BY weight DESC LIMIT ?"
    ids = pack.store.column(query, when.first.toordinal(), when.last.toordinal(), LOOKED_AT)
    facts = [pack.facts[each] for each in ids if "." in each]
    dated = [(each, as_happening(pack, each, each.date)) for each in facts if each.date]
    done = [happening for each, happening in dated if is_done(pack, each)]
    said = [happening for each, happening in dated if pack.stands(each)]
    found = done[:MOST] or lives_in_whole_years(pack, when.first, when.last)[:MOST] or said[:FEWEST]
    found.sort(key=lambda each: each.first)
    named = "; ".join(f"{each.text}{_day(each.when, when)}" for each in found)
    entries = tuple(each.entry for each in found)
    return Direct(f"{asked.words}: {named}.", _further(asked), entries=entries) if found else None


def _weightiest(events: Sequence[Dated]) -> Sequence[Dated]:
    """Return the most important events in order of time; less important ones only if these are few."""
    ranked = sorted(events, key=lambda each: -each[1].importance)
    great = [each for each in ranked if each[1].importance == ranked[0][1].importance]
    best = great[:MOST] if len(great) >= ENOUGH else ranked[:ENOUGH]
    return sorted(best, key=lambda each: (not margin_of(each[0], each[0].first.year)[:1].isalnum(), each[0].first))


def _is_of_others(event: Dated, events: Sequence[Dated]) -> bool:
    """True if an event is only the name for several others within its time that matter as much."""
    day, entry = event
    within = [each for when, each in events if day.first <= when.first and when.last <= day.last]
    return len([each for each in within if each.importance >= entry.importance and each is not entry]) >= FEWEST


def _foremost(events: Sequence[Dated]) -> Sequence[Dated]:
    """Sort events by importance; something more is shown of the first."""
    return sorted(events, key=lambda each: -each[1].importance)


def _day(day: Date, when: Date) -> str:
    """Return the date of an event within the time asked, in brackets; empty if no more is known."""
    if (day.first, day.last) == (when.first, when.last):
        return ""
    if when.first.year != when.last.year:
        return f" ({date_short(day)})"
    margin, until = margin_of(day, when.first.year), until_of(day, when.first.year)
    told = margin if margin[:1].isalnum() else f"until {until}" if until else ""
    return f" ({told})" if told else ""
