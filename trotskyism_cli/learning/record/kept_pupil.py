"""Store the model of a learner beside the log, so that a session need not read the whole log.

Reviews added since (by study, quizzes or imports) are taken in when the model is loaded. Facts with an answer that was
undone, or that came late, are recomputed; all are if another version of the memory model stored it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, MutableSequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import Any, overload

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.recall.gain import HORIZON, Pace
from trotskyism_cli.learning.recall.gain import SHAPE as GAIN_SHAPE
from trotskyism_cli.learning.recall.learner_model import Pupil, as_json, pace_of, pupil_from_json, replayed
from trotskyism_cli.learning.recall.reading import evidence_of, history_of
from trotskyism_cli.learning.recall.schedule import AWAY
from trotskyism_cli.learning.recall.signs import SHAPE
from trotskyism_cli.learning.recall.traces import Evidence, Nature, Trace, after
from trotskyism_cli.learning.record.log import Log
from trotskyism_cli.learning.record.rows import instant
from trotskyism_cli.learning.record.trace_table import KeptState, KeptTrace

_PROBE = tuple(Evidence(day, right, guess) for day, right, guess in ((0, True, 0.25), (3, False, 0.1), (9, True, 0.02)))


class KeptAnswers(MutableSequence[Evidence]):
    """The answers about a fact: the first and the last are in memory, the others are read when needed."""

    __slots__ = ("_answers", "_first", "_last", "_read", "_whole")

    def __init__(self, answers: int, first: Evidence, last: Evidence, read: Callable[[], list[Evidence]]) -> None:
        self._answers = answers
        self._first, self._last = first, last
        self._read = read
        self._whole: list[Evidence] | None = None

    def __len__(self) -> int:
        return self._answers if self._whole is None else len(self._whole)

    @overload
    def __getitem__(self, place: int) -> Evidence: ...
    @overload
    def __getitem__(self, place: slice) -> MutableSequence[Evidence]: ...
    def __getitem__(self, place: int | slice) -> Evidence | MutableSequence[Evidence]:
        if self._whole is None and isinstance(place, int) and place in (0, -1):
            return self._last if place else self._first
        return self._all()[place]

    def __setitem__(self, place: Any, value: Any) -> None:
        self._all()[place] = value

    def __delitem__(self, place: int | slice) -> None:
        del self._all()[place]

    def __iter__(self) -> Iterator[Evidence]:
        return iter(self._all())

    def insert(self, index: int, value: Evidence) -> None:
        """Insert an answer before an index."""
        self._all().insert(index, value)

    def _all(self) -> list[Evidence]:
        if self._whole is None:
            self._whole = self._read()
        return self._whole


def shape_of(nature: Nature) -> str:
    """A text that changes whenever this program would compute another trace from the same answers."""
    trace = replayed(nature, _PROBE)
    return f"{SHAPE} {GAIN_SHAPE} {Evidence._fields} {nature!r} {trace!r}"


def pupil_from(log: Log, *, afresh: bool = False) -> Pupil:
    """The model of the learner from a log; it is stored in the file.

    The memory parameters are fitted again if there are enough new answers, or if `afresh`.
    """
    kept = log.traces.state()
    last = log.traces.last_review()
    before = _kept_before(log, kept) if kept is not None else None
    if kept is None or before is None:
        pupil = Pupil()
        for fact, signs in log.signs.all():
            if history := history_of(signs):
                pupil.histories[fact] = history
        pupil.pace = _pace(log)
        if not pupil.fit(always=afresh):
            pupil.traces = _traces(pupil, pupil.histories)
        _keep(log, pupil, pupil.traces, last, anew=True)
        return pupil
    pupil, open_ends = before
    if last > kept.seen or afresh:
        pupil.pace = _pace(log)
        changed = _take_in(log, pupil, kept.seen) | open_ends
        fitted = pupil.fit(always=afresh)
        _keep(log, pupil, pupil.traces if fitted else changed, last, anew=fitted)
    return pupil


def take_in(log: Log) -> None:
    """Add new answers to the stored model, so that it is known when facts are due."""
    if log.traces.are_behind():
        pupil_from(log)


def _kept_before(log: Log, kept: KeptState) -> tuple[Pupil, set[str]] | None:
    """The stored model, and the facts whose due times must be computed again.

    None if it cannot be read, or if another version of the memory model stored it.
    """
    open_ends = set[str]()
    try:
        pupil = pupil_from_json(kept.state)
        if kept.shape != shape_of(pupil.nature):
            return None
        for fact, answers, first, last, trace, due in log.traces.all():
            if not due:
                open_ends.add(fact)
            read = partial(_read, log, fact)
            pupil.traces[fact] = Trace(trace[0], tuple(map(tuple, trace[1])))
            pupil.histories[fact] = KeptAnswers(answers, Evidence._make(first), Evidence._make(last), read)
    except (LookupError, TypeError, ValueError):
        return None
    return pupil, open_ends


def _take_in(log: Log, pupil: Pupil, seen: int) -> set[str]:
    """Add the reviews with numbers above `seen`; return the facts whose traces changed."""
    anew = log.traces.undone_since(seen)
    anew = {log.merged_into.get(fact, fact) for fact in anew}
    for former in log.merged_into.keys() & pupil.traces.keys():
        del pupil.traces[former], pupil.histories[former]
        anew.add(log.merged_into[former])
    new = defaultdict[str, list[Evidence]](list)
    for fact, _, sign in log.signs.since(seen):
        new[fact].append(evidence_of(sign))
    for fact, each in new.items():
        known = [pupil.histories[fact][-1].day] if fact in pupil.traces else []
        # Questions that only rest on a fact do not count before it was asked itself.
        if not known or any(later <= earlier for earlier, later in pairwise([*known, *(one.day for one in each)])):
            anew.add(fact)
    for fact, each in new.items():
        if fact not in anew:
            trace, before = pupil.traces.get(fact), pupil.histories.get(fact, [])
            for answer in each:
                trace, _ = after(pupil.nature, trace, answer)
                pupil.traces[fact] = trace
            ends = (before or each)[0], each[-1]
            pupil.histories[fact] = KeptAnswers(len(before) + len(each), *ends, partial(_read, log, fact))
    found = dict(log.signs.of(anew))
    for fact in anew:
        pupil.traces.pop(fact, None)
        pupil.histories.pop(fact, None)
        if history := history_of(found.get(fact, ())):
            pupil.histories[fact] = history
    pupil.traces |= _traces(pupil, anew & pupil.histories.keys())
    return anew | new.keys()


def _traces(pupil: Pupil, facts: Iterable[str]) -> dict[str, Trace]:
    found = ((fact, replayed(pupil.nature, pupil.histories[fact])) for fact in facts)
    return {fact: trace for fact, trace in found if trace is not None}


def _read(log: Log, fact: str) -> list[Evidence]:
    return [seen for _, signs in log.signs.of([fact]) for seen in history_of(signs)]


def _pace(log: Log) -> Pace:
    every = log.traces.seconds()
    taken = [each for each in every if each.answering is not None and each.answering <= AWAY]
    right, wrong = ([each.answering or 0.0 for each in taken if each.right is was] for was in (True, False))
    read = [
        each.reading / each.words for each in every if each.words and each.reading is not None and each.reading <= AWAY
    ]
    return pace_of(right, wrong, read)


def _keep(log: Log, pupil: Pupil, changed: Collection[str], last: int, *, anew: bool) -> None:
    """Store the model; ignore a file that cannot be written, as questions can be asked all the same."""
    pupil.prospect(HORIZON)  # stored, so that a session without new answers need not compute it
    traces = [
        KeptTrace(fact, len(each), each[0], each[-1], pupil.traces[fact], instant(pupil.due(fact)))
        for fact in changed
        if fact in pupil.traces and (each := pupil.histories[fact])
    ]
    state = KeptState(shape_of(pupil.nature), last, as_json(pupil))
    with suppress(ProgressError):
        log.traces.replace(traces, [fact for fact in changed if fact not in pupil.traces], state, anew=anew)
