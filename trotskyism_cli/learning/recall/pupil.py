"""What is known of a learner when it is chosen what to ask: nature, traces and pace, drawn from the reviews.

It can be computed anew from the log at any time; what was found is kept beside it, so that a session begins at once.
"""

from collections.abc import Iterable, Mapping, MutableSequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.recall.fitting import FEWEST, History, fitted, share_known
from trotskyism_cli.learning.recall.gain import SECONDS_A_CARD, Pace, Prospect, Worth, gains, look_ahead
from trotskyism_cli.learning.recall.traces import Evidence, Nature, Trace, after

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.review import Review

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MORE = 1.2  # times as many answers as at the last fit: then it is time for another
TYPED_GUESS, ORDER_GUESS = 0.02, 0.1
TOLD = 1.0  # chance to be right about what was told a minute ago


def day_of_time(time: datetime) -> float:
    """A time in days from the beginning of the count."""
    return (time - EPOCH) / DAY


def guess_of(review: "Review") -> float:
    """The chance to be right without knowing it."""
    if review.shown and review.correct:
        return TOLD
    if review.response == "choice":
        return 1 / max(2, len(review.options))
    return TYPED_GUESS if review.response == "typed" else ORDER_GUESS


@dataclass
class Pupil:
    """A learner as the answers show them: changed in place by `learn`."""

    nature: Nature = field(default_factory=Nature)
    traces: dict[str, Trace] = field(default_factory=dict)
    histories: dict[str, MutableSequence[Evidence]] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    fitted_at: int = 0
    foreseen: Prospect | None = None  # as it was found last

    @property
    def answers(self) -> int:
        return sum(map(len, self.histories.values()))

    def learn(self, facts: Iterable[str], seen: Evidence) -> None:
        """Take in an answer about facts; one that they were not asked for begins nothing."""
        for fact in facts:
            if seen.slip and fact not in self.traces:
                continue
            self.histories.setdefault(fact, []).append(seen)
            self.traces[fact], _ = after(self.nature, self.traces.get(fact), seen)

    def fit(self, *, always: bool = False) -> bool:
        """Find the nature anew if there are enough further answers; whether it was done."""
        answers = self.answers
        if not always and (answers < FEWEST or answers < MORE * self.fitted_at):
            return False
        self.nature, self.fitted_at = fitted(self.histories), answers
        self.traces = {fact: trace for fact, each in self.histories.items() if (trace := replayed(self.nature, each))}
        return True

    def gains(
        self, facts: Iterable[str], now: datetime, horizon: float, *, new: bool = True
    ) -> tuple[dict[str, float], float]:
        """What it is worth to ask each of the facts met before (see `gain.gains`), and a second; `new` if any is left.

        While one is, that is also what it is worth to begin it.
        """
        prospect = self.prospect(horizon)
        if not new:
            prospect = prospect.when_all_are_begun()
        met = {fact: self.traces[fact] for fact in facts if fact in self.traces}
        return gains(prospect, met, day_of_time(now)), prospect.price

    def recall(self, fact: str, now: datetime) -> float:
        """The chance, from 0 to 1, that a fact met before is remembered at a time."""
        return self.traces[fact].recall(self.nature, day_of_time(now))

    def known_before(self) -> float:
        """The share of new facts that were known before, from 0 to 1."""
        return round(share_known(self.histories.values()), 2)

    def prospect(self, horizon: float) -> Prospect:
        """What facts are worth to this learner."""
        wanted = self.nature._replace(known=self.known_before()), self.pace, horizon
        if self.foreseen is None or self.foreseen[:3] != wanted:
            self.foreseen = look_ahead(*wanted)
        return self.foreseen


def replayed(nature: Nature, history: History) -> Trace | None:
    """The trace that answers leave, in order; None if there are none."""
    trace: Trace | None = None
    for seen in history:
        trace, _ = after(nature, trace, seen)
    return trace


def pace_of(right: list[float], wrong: list[float]) -> Pace:
    """The pace by the seconds of the last answers; the usual one while there are few. What is read is not timed."""
    from statistics import median  # a session before which nothing came in needs none

    usual = Pace()
    doubt = 10
    one = median([*right[-200:], *[usual.right] * doubt])
    other = median([*wrong[-200:], *[usual.right] * doubt]) + (usual.wrong - usual.right)
    return Pace(round(one, 1), round(other, 1), card=SECONDS_A_CARD)


def as_json(pupil: Pupil) -> dict[str, Any]:
    """All but the answers and the traces, as values of JSON."""
    return {
        "nature": pupil.nature,
        "pace": pupil.pace,
        "answers": pupil.fitted_at,
        "foreseen": pupil.foreseen,
    }


def pupil_from_json(values: Mapping[str, Any]) -> Pupil:
    """The learner that `as_json` wrote. LookupError, TypeError or ValueError if it is none."""
    nature, pace, horizon, price, worths, kept_up = values["foreseen"]
    return Pupil(
        nature=Nature(*map(float, values["nature"])),
        pace=Pace(*map(float, values["pace"])),
        fitted_at=int(values["answers"]),
        foreseen=Prospect(Nature(*nature), Pace(*pace), horizon, price, _worths(worths), _worths(kept_up)),
    )


def _worths(values: Iterable[Iterable[float]]) -> tuple[Worth, ...]:
    return tuple(map(tuple, values))
