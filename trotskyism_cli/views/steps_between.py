"""What ties two entries directly, without what only compares them, is only theirs, or is only dated by them.

Nor are they tied by a sentence that has only a namesake of one, or a word like its name.
"""

from collections.abc import Iterable

from trotskyism_cli.library import ties
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.shared_events import shared_events, told_of_event
from trotskyism_cli.library.told_directly import told_of_events, told_with_each
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.namesakes import only_a_word, only_namesakes
from trotskyism_cli.views.taking_part import only_compares, only_dates, only_owns


def steps_between(library: Library, one: str, other: str) -> tuple[ties.Step, ...]:
    """Everything that ties two entries, in order of time; and where there is such, the events of both."""
    pack = library.pack
    known = _telling(pack, ties.direct(library, one, other))
    both = shared_events(library, one, other, known) if known else told_of_event(library, one, other)
    return (*known, *_not_dated(pack, both))


def steps_to_all(library: Library, own: str) -> dict[str, tuple[ties.Step, ...]]:
    """The same of an entry and of each other one that it is tied to; the events of both only where nothing else is."""
    pack = library.pack
    known = {other: _telling(pack, steps) for other, steps in told_with_each(library, own).items()}
    known = {other: steps for other, steps in known.items() if steps}
    events = {other: _not_dated(pack, steps) for other, steps in told_of_events(library, own, known).items()}
    return {**known, **{other: steps for other, steps in events.items() if steps}}


def _telling(pack: StoredPack, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
    """The ties that tell of both, and do not only compare one with the other or tell of what is his."""
    return tuple(step for step in steps if _tells(pack, step))


def _tells(pack: StoredPack, step: ties.Step) -> bool:
    return not (only_compares(pack, step) or only_owns(pack, step) or _names_another(pack, step))


def _names_another(pack: StoredPack, step: ties.Step) -> bool:
    """Whether a sentence has only a namesake of one of the two, or another word."""
    fact = step.fact
    if fact is None:
        return False  # whom somebody calls by a title, he means
    text, told = fact_sentence(pack, fact), (fact.subject, fact.target, *fact.according_to)
    ends = (pack.entries[end] for end in (step.start, step.end) if end not in told)
    return any(only_a_word(end, text) or only_namesakes(pack, end, text) for end in ends)


def _not_dated(pack: StoredPack, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
    return tuple(step for step in steps if not (only_dates(pack, step) or _names_another(pack, step)))
