"""Find the steps that directly connect two entries.

Left out are sentences that only compare the two, only mention something of theirs, only give a date by one of them, or
have only a namesake or a similar word.
"""

from collections.abc import Iterable
from functools import lru_cache

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties import ties
from trotskyism_cli.library.ties.name_sense import is_meant
from trotskyism_cli.library.ties.shared_events import shared_events, told_of_event
from trotskyism_cli.library.ties.told_directly import ties_by_other_entry, told_of_events
from trotskyism_cli.pack.model import Fact, Quote
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.about_somebody import only_compares, only_dates, only_owns
from trotskyism_cli.views.wording.namesakes import only_namesakes


def steps_between(library: Library, one: str, other: str) -> tuple[ties.Step, ...]:
    """Everything that connects two entries, in order of time, and the events of both if there is any such tie."""
    judge = _judge(library)
    known = judge.telling(ties.direct_ties(library, one, other))
    both = shared_events(library, one, other, known) if known else told_of_event(library, one, other)
    return (*known, *judge.not_dated(both))


def steps_to_all(library: Library, own: str) -> dict[str, tuple[ties.Step, ...]]:
    """Steps from an entry to each other one, by its id; common events only where nothing else connects them."""
    judge = _judge(library)
    known = {other: judge.telling(steps) for other, steps in ties_by_other_entry(library, own).items()}
    known = {other: steps for other, steps in known.items() if steps}
    events = {other: judge.not_dated(steps) for other, steps in told_of_events(library, own, known).items()}
    return {**known, **{other: steps for other, steps in events.items() if steps}}


class _Judge:
    """Decides which steps really are about both entries; remembers whom a sentence means, since it may connect many."""

    def __init__(self, pack: StoredPack) -> None:
        self._pack = pack
        self._meant: dict[tuple[str, str], bool] = {}

    def telling(self, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
        """Steps that are about both, and not only a comparison or about something of theirs."""
        return tuple(step for step in steps if self._tells(step))

    def not_dated(self, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
        """Steps by events that do more than date something by one of the two."""
        return tuple(step for step in steps if not only_dates(self._pack, step) and self._means_both(step))

    def _tells(self, step: ties.Step) -> bool:
        pack = self._pack
        return self._means_both(step) and not (only_compares(pack, step) or only_owns(pack, step))

    def _means_both(self, step: ties.Step) -> bool:
        """Return whether a sentence means both entries, rather than a namesake or another word."""
        if not (said := step.quote or step.fact):
            return True
        return all(self._means(end, said) for end in (step.start, step.end))

    def _means(self, own_id: str, said: Fact | Quote) -> bool:
        key = own_id, said.text or said.id
        if key not in self._meant:
            self._meant[key] = _means(self._pack, own_id, said)
        return self._meant[key]


@lru_cache(maxsize=1)
def _judge(library: Library) -> _Judge:
    return _Judge(library.pack)


def _means(pack: StoredPack, own_id: str, said: Fact | Quote) -> bool:
    """Return whether a fact or quotation means an entry."""
    entry = pack.entries[own_id]
    if isinstance(said, Quote):
        return own_id in (said.speaker, *said.about) or is_meant(pack, entry, said.text, said.when)
    told = (said.subject, said.target, *said.according_to)
    if own_id in told:
        return True
    text = fact_sentence(pack, said)
    return is_meant(pack, entry, text, said.date, told) and not only_namesakes(pack, entry, text)
