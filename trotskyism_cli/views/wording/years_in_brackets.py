"""The short dates of an entry, as they stand in brackets behind a name."""

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.wording.margins import years_said


def span_of(pack: Pack, entry: Entry) -> str:
    """Years of a person or an organisation, date of an event, year of a work or an idea; may be empty."""
    dated = own_dates(pack, entry)
    if entry.kind is Kind.PERSON and len(dated) < 2 and (said := years_said(entry)):
        return said
    if entry.kind is Kind.ORGANISATION:
        return _span_of_body(pack, entry)
    if not dated:
        return ""
    if entry.kind is Kind.EVENT:
        return date_short(dated[0])
    years = [date_short(each)[-4:] if each.year else date_short(each) for each in dated[:2]]
    if entry.kind is not Kind.PERSON:
        return years[0]
    return "–".join(dict.fromkeys(years)) if len(years) > 1 else f"{_of_life(pack, entry)}{years[0]}"


def _of_life(pack: Pack, person: Entry) -> str:
    """`born ` or `died `, for the only known year of a life; else empty."""
    roles = {pack.relations[fact.relation].role for fact, _ in pack.known_dates(person) if not fact.corrects}
    return next((f"{role} " for role in (Role.BORN, Role.DIED) if role in roles), "")


def _span_of_body(pack: Pack, body: Entry) -> str:
    """Years of an organisation: `1903–1918`, `founded 1938`, `until 1991`."""
    # Imported late: organisations only.
    from trotskyism_cli.views.wording.years_of_body import span_words, years_of_body

    return span_words(*years_of_body(pack, body))


def own_dates(pack: Pack, entry: Entry) -> list[Date]:
    """Dates of an entry in the order of its facts, without those that only correct another."""
    return [when for fact, when in pack.known_dates(entry) if not fact.corrects]
