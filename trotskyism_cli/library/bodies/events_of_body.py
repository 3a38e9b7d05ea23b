"""The events that belong to an organisation or a place, and how closely."""

from collections.abc import Collection, Iterator

from trotskyism_cli.library.bodies.countries import events_in
from trotskyism_cli.library.bodies.lifespan import event_date, is_leadership, joint_foundations, life_of_body
from trotskyism_cli.library.bodies.naming import CLOSE, ITS_OWN, connected_events
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import ESSENTIAL, Kind

BODIES = (Kind.ORGANISATION, Kind.PLACE)  # kinds of entry that events belong to


def events_of(library: Library, own_id: str) -> dict[str, int]:
    """The events of an organisation in its lifetime, or of a place, each with its closeness (see `naming`)."""
    pack = library.pack
    if pack.entries[own_id].kind is Kind.PLACE:
        return events_in(library, own_id)
    found: dict[str, int] = {}
    for each in (own_id, *joint_foundations(pack, own_id)):
        for event, weight in connected_events(library, each):
            found[event] = max(found.get(event, 0), weight)
    for event in list(_under_leaders(library, own_id, found)):
        found[event] = max(found.get(event, 0), CLOSE)
    first, last = life_of_body(pack, own_id)
    days = {event: when for event in found if (when := event_date(pack.entries[event]))}
    return {each: found[each] for each, when in days.items() if when.first <= last and when.last >= first}


def _under_leaders(library: Library, body: str, known: Collection[str]) -> Iterator[str]:
    """Events of an organisation's leaders during their leadership that belong to the organisation too.

    They do if they are essential, or if they are `known` as the organisation's and closely connected with the leader.
    """
    pack = library.pack
    for fact in pack.facts_with_object(body):
        if not (is_leadership(pack, fact) and fact.date and fact.date.end):
            continue
        for event, weight in connected_events(library, fact.subject, CLOSE):
            when = event_date(pack.entries[event])
            in_time = when and fact.date.first <= when.first and when.last <= fact.date.last
            is_known = event in known and weight == ITS_OWN
            if in_time and weight >= CLOSE and (is_known or pack.entries[event].importance >= ESSENTIAL):
                yield event
