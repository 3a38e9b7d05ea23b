"""End an open date ("from 1905") with the death of the person concerned."""

from trotskyism_cli.pack.dates import Calendar, Date, Precision, parse_date
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role


def when_of(pack: Pack, fact: Fact) -> Date | None:
    """The date of a fact; one without an end ends with the first death among the people concerned."""
    when = fact.when
    if when is None or when.start is None or when.end is not None:
        return when
    people = (pack.entries[each] for each in fact.ends if pack.entries[each].kind is Kind.PERSON)
    deaths = [died for person in people if (died := _death(pack, person)) and died.first > when.start.last]
    return _until(when, min(deaths, key=lambda each: each.last)) if deaths else when


def _death(pack: Pack, person: Entry) -> Date | None:
    known = pack.known_dates(person)
    return next((when for fact, when in known if pack.relations[fact.relation].role == Role.DIED), None)


def _until(when: Date, death: Date) -> Date:
    """Close an open date with a death: to the year or, if the beginning is as exact, the month or day."""
    is_year = when.is_year or death.is_year or when.calendar is Calendar.OLD_STYLE
    is_day = not is_year and when.start is not None and when.start.precision is Precision.DAY
    last = death.last.isoformat()
    end = last[:4] if is_year else last if is_day and death.is_exact_day else last[:7]
    return parse_date(when.text.replace("/..", f"/{end}"))
