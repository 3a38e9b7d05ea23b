"""The family `year`: in which year an important event happened."""

from collections.abc import Iterator

from trotskyism_cli.items.families.event_wording import founded_thing, with_event_verb
from trotskyism_cli.items.grounds.answers import year_answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion, importance_of, names_year, stems_of
from trotskyism_cli.items.grounds.index import HIGHEST, Index
from trotskyism_cli.items.grounds.truth import YearOf, certain_dating_fact, only_year
from trotskyism_cli.items.responses.typed import entries_named
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Fact, Kind

HAPPENINGS = (Kind.EVENT, Kind.ORGANISATION)  # their dates are worth knowing; birth and publication years are not


def years(index: Index) -> Iterator[BareQuestion]:
    """Ask for the year of each event or organisation whose date has to be known.

    An organisation's founding year is asked once, even if its founding is also an event with the same date.
    """
    asks = [(index.facts[ask.evidence[0]].subject, ask) for ask in _asks(index)]
    dated_so = {(entry, ask.answer.id) for entry, ask in asks}
    for entry, ask in asks:
        founded = entries_named(index, [founded_thing(index.pack.entries[entry])])
        if not any((each, ask.answer.id) in dated_so for each in founded):
            yield ask


def _asks(index: Index) -> Iterator[BareQuestion]:
    for fact in _dated(index):
        year = only_year(index, fact)
        entry = index.pack.entries[fact.subject]
        wordings = with_event_verb(index.relation(fact).asks.get("when", ()), entry)
        stems = stems_of(index, fact, wordings, "when")
        if year is not None and stems and not _is_told_by_year(entry):
            yield BareQuestion(
                id=f"{fact.id}:when",
                kind="year",
                template=f"{fact.relation}:when",
                subject=entry.name,
                query=YearOf(fact),
                answer=year_answer(year),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=importance_of(index, fact),
            )


def _is_told_by_year(entry: Entry) -> bool:
    """Return whether the entry's name gives away its year.

    For events, aliases count too: a name with a year implies other events of the same name.
    """
    return any(map(names_year, entry.names if entry.kind is Kind.EVENT else [entry.name]))


def _dated(index: Index) -> Iterator[Fact]:
    """Facts that give a certain date for their subject.

    If the pack rates importance, only important events and organisations; other dates are for looking up.
    """
    for fact in index.facts.values():
        entry = index.pack.entries[fact.subject]
        if not isinstance(fact.object, Date):
            continue
        great = entry.kind in HAPPENINGS and importance_of(index, fact) == HIGHEST
        if (great or not index.is_weighed) and certain_dating_fact(index, fact.relation, fact.subject) is fact:
            yield fact
