"""What ties two entries directly, without what only compares them, is only theirs, or is only dated by them."""

from trotskyism_cli.library import ties
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.shared_events import shared_events, told_of_event
from trotskyism_cli.views.taking_part import only_compares, only_dates, only_owns


def steps_between(library: Library, one: str, other: str) -> tuple[ties.Step, ...]:
    """Everything that ties two entries, in order of time; and where there is such, the events of both."""
    pack = library.pack
    found = ties.direct(library, one, other)
    known = tuple(step for step in found if not (only_compares(pack, step) or only_owns(pack, step)))
    both = shared_events(library, one, other, known) if known else told_of_event(library, one, other)
    return (*known, *(step for step in both if not only_dates(pack, step)))
