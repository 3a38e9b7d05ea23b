"""What ties two entries directly, without what only compares them, is only theirs, or is only dated by them.

Nor are they tied by a sentence that has only a namesake of one, or a word like its name.
"""

from collections.abc import Iterable
from functools import lru_cache

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties import ties
from trotskyism_cli.library.ties.meant import is_meant
from trotskyism_cli.library.ties.shared_events import shared_events, told_of_event
from trotskyism_cli.library.ties.told_directly import told_of_events, told_with_each
from trotskyism_cli.pack.model import Fact, Quote
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.about_somebody import only_compares, only_dates, only_owns
from trotskyism_cli.views.wording.namesakes import only_namesakes


def steps_between(library: Library, one: str, other: str) -> tuple[ties.Step, ...]:
    """Everything that ties two entries, in order of time; and where there is such, the events of both."""
    judge = _judge(library)
    known = judge.telling(ties.direct(library, one, other))
    both = shared_events(library, one, other, known) if known else told_of_event(library, one, other)
    return (*known, *judge.not_dated(both))


def steps_to_all(library: Library, own: str) -> dict[str, tuple[ties.Step, ...]]:
    """What ties an entry to each other one, by the id of that; the events of both only where nothing else does."""
    judge = _judge(library)
    known = {other: judge.telling(steps) for other, steps in told_with_each(library, own).items()}
    known = {other: steps for other, steps in known.items() if steps}
    events = {other: judge.not_dated(steps) for other, steps in told_of_events(library, own, known).items()}
    return {**known, **{other: steps for other, steps in events.items() if steps}}


class _Judge:
    """Tells which ties tell of both, and judges once whom a sentence means: it may tie many to many."""

    def __init__(self, pack: StoredPack) -> None:
        self._pack = pack
        self._meant: dict[tuple[str, str], bool] = {}

    def telling(self, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
        """The ties that tell of both, and do not only compare one with the other or tell of what is his."""
        return tuple(step for step in steps if self._tells(step))

    def not_dated(self, steps: Iterable[ties.Step]) -> tuple[ties.Step, ...]:
        """The ties by events that are not only dated by one of the two."""
        return tuple(step for step in steps if not only_dates(self._pack, step) and self._means_both(step))

    def _tells(self, step: ties.Step) -> bool:
        pack = self._pack
        return self._means_both(step) and not (only_compares(pack, step) or only_owns(pack, step))

    def _means_both(self, step: ties.Step) -> bool:
        """Whether a sentence has more than a namesake of one of the two, or another word."""
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
    """Whether something said means an entry that it is not about. Whom somebody calls by a title, he means."""
    entry = pack.entries[own_id]
    if isinstance(said, Quote):
        return own_id in (said.speaker, *said.about) or is_meant(pack, entry, said.text, said.when)
    told = (said.subject, said.target, *said.according_to)
    if own_id in told:
        return True
    text = fact_sentence(pack, said)
    return is_meant(pack, entry, text, said.date, told) and not only_namesakes(pack, entry, text)
