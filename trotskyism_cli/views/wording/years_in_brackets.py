"""When somebody lived or something was, in short: what stands in brackets behind a name."""

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.wording.margins import years_said


def span_of(pack: Pack, entry: Entry) -> str:
    """When it was, in short: the years of a life or a body, the date of an event, the year of a work; may be empty."""
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
    """What a single year of a life is of: `born`, or `died`."""
    roles = {pack.relations[fact.relation].role for fact, _ in pack.known_dates(person) if not fact.corrects}
    return next((f"{role} " for role in (Role.BORN, Role.DIED) if role in roles), "")


def _span_of_body(pack: Pack, body: Entry) -> str:
    """The years of a body: `1903–1918`, `founded 1938`, `until 1991`."""
    from trotskyism_cli.views.wording.years_of_body import span_words, years_of_body  # of bodies alone

    return span_words(*years_of_body(pack, body))


def own_dates(pack: Pack, entry: Entry) -> list[Date]:
    """The dates that are its own, in the order of its facts, without those that only put another right."""
    return [when for fact, when in pack.known_dates(entry) if not fact.corrects]
