"""The model of a learner for choosing what to ask: memory parameters, traces and pace, computed from the reviews.

It can be recomputed from the log at any time; the results are stored beside the log so that a session begins at once.
"""

from collections.abc import Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.recall.asking_again import best_level, due_in, minutes_a_day
from trotskyism_cli.learning.recall.fitting import FEWEST, History, fitted, share_known, usual
from trotskyism_cli.learning.recall.gain import SECONDS_A_CARD, WORDS_A_CARD, Pace, Prospect, Worth, gains, look_ahead
from trotskyism_cli.learning.recall.traces import Evidence, Nature, Trace, after
from trotskyism_cli.learning.recall.trial import Band, Foretold, Trial, trial_of

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.review import Review

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MORE = 1.2  # fit again at so many times the answers of the last fit
TYPED_GUESS, ORDER_GUESS = 0.02, 0.1
TOLD = 1.0  # chance to be right about what was just told


def day_of_time(time: datetime) -> float:
    """A time in days since EPOCH."""
    return (time - EPOCH) / DAY


def guess_of(review: "Review") -> float:
    """The chance to be right without knowing the answer."""
    if review.shown and review.correct:
        return TOLD
    if review.response == "choice":
        return 1 / max(2, len(review.options))
    return TYPED_GUESS if review.response == "typed" else ORDER_GUESS


@dataclass
class Pupil:
    """The model of a learner; `learn` changes it in place."""

    nature: Nature = field(default_factory=Nature)
    traces: dict[str, Trace] = field(default_factory=dict)
    histories: dict[str, MutableSequence[Evidence]] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    fitted_at: int = 0
    trial: Trial | None = None  # of the last fit
    level: float | None = None  # retrievability at which a fact is due
    foreseen: Prospect | None = None  # as last computed

    @property
    def answers(self) -> int:
        return sum(map(len, self.histories.values()))

    def learn(self, facts: Iterable[str], seen: Evidence) -> None:
        """Add an answer about facts; for a fact that the question only rests on, no trace is begun."""
        for fact in facts:
            if seen.slip and fact not in self.traces:
                continue
            self.histories.setdefault(fact, []).append(seen)
            self.traces[fact], _ = after(self.nature, self.traces.get(fact), seen)

    def fit(self, *, always: bool = False) -> bool:
        """Fit the memory parameters again if there are enough new answers; return whether it was done."""
        answers = self.answers
        if not always and (answers < FEWEST or answers < MORE * self.fitted_at):
            return False
        self.trial, self.fitted_at = trial_of(self.histories), answers
        self.nature = fitted(self.histories) if self.trial and self.trial.holds else usual(self.histories)
        self.level = None
        self.traces = {fact: trace for fact, each in self.histories.items() if (trace := replayed(self.nature, each))}
        return True

    def gains(
        self, facts: Iterable[str], now: datetime, horizon: float, *, new: bool = True
    ) -> tuple[dict[str, float], float]:
        """The gain of asking each fact met before (see `gain.gains`), and the price of a second.

        `new` tells whether new facts are left; while they are, the price is also the gain of beginning one.
        """
        prospect = self.prospect(horizon)
        if not new:
            prospect = prospect.when_all_are_begun()
        met = {fact: self.traces[fact] for fact in facts if fact in self.traces}
        return gains(prospect, met, day_of_time(now)), prospect.price

    def recall(self, fact: str, now: datetime) -> float:
        """The retrievability, from 0 to 1, of a fact met before."""
        return self.traces[fact].recall(self.nature, day_of_time(now))

    def asked_at(self) -> float:
        """The retrievability at which a fact is due: computed after each fit, and kept until the next."""
        if self.level is None:
            self.level = best_level(self.nature._replace(known=self.known_before()), self.pace)
        return self.level

    def due(self, fact: str) -> datetime:
        """When a fact met before is due."""
        trace = self.traces[fact]
        return EPOCH + (trace.last + due_in(self.nature, trace, self.asked_at())) * DAY

    def minutes_a_day(self, level: float) -> float:
        """The minutes a day needed to keep the facts met before above a retrievability."""
        return minutes_a_day(self.nature, self.pace, self.traces.values(), level)

    def known_before(self) -> float:
        """The share of new facts known before, from 0 to 1."""
        return round(share_known(self.histories.values()), 2)

    def prospect(self, horizon: float) -> Prospect:
        """The value of facts to this learner, recomputed if parameters, pace or horizon have changed."""
        wanted = self.nature._replace(known=self.known_before()), self.pace, horizon
        if self.foreseen is None or self.foreseen[:3] != wanted:
            self.foreseen = look_ahead(*wanted)
        return self.foreseen


def replayed(nature: Nature, history: History) -> Trace | None:
    """The trace after answers in order; None if there are none."""
    trace: Trace | None = None
    for seen in history:
        trace, _ = after(nature, trace, seen)
    return trace


def pace_of(right: list[float], wrong: list[float], read: Sequence[float] = ()) -> Pace:
    """The pace from the seconds of recent answers; near the usual one if there are few.

    `read` are the seconds per word of recent cards. Reading after an answer is not timed.
    """
    from statistics import median  # slow to import, and not needed by every session

    usual = Pace()
    doubt = 10
    one = median([*right[-200:], *[usual.right] * doubt])
    other = median([*wrong[-200:], *[usual.right] * doubt]) + (usual.wrong - usual.right)
    word = median([*read[-200:], *[SECONDS_A_CARD / WORDS_A_CARD] * doubt])
    return Pace(round(one, 1), round(other, 1), card=round(word * WORDS_A_CARD, 1))


def as_json(pupil: Pupil) -> dict[str, Any]:
    """All but the answers and the traces, as JSON values."""
    return {
        "nature": pupil.nature,
        "pace": pupil.pace,
        "answers": pupil.fitted_at,
        "trial": pupil.trial,
        "level": pupil.level,
        "foreseen": pupil.foreseen,
    }


def pupil_from_json(values: Mapping[str, Any]) -> Pupil:
    """The learner that `as_json` wrote. LookupError, TypeError or ValueError if the values are not one."""
    nature, pace, horizon, price, worths, kept_up = values["foreseen"]
    return Pupil(
        nature=Nature(*map(float, values["nature"])),
        pace=Pace(*map(float, values["pace"])),
        fitted_at=int(values["answers"]),
        trial=_trial(values["trial"]),
        level=None if values["level"] is None else float(values["level"]),
        foreseen=Prospect(Nature(*nature), Pace(*pace), horizon, price, _worths(worths), _worths(kept_up)),
    )


def _trial(values: Sequence[Any] | None) -> Trial | None:
    if values is None:
        return None
    found, since, answers, own, usual_one, doubt = values
    return Trial(Nature(*found), since, answers, _foretold(own), _foretold(usual_one), doubt)


def _foretold(values: Sequence[Any]) -> Foretold:
    loss, bands = values
    return Foretold(loss, tuple(Band(*each) for each in bands))


def _worths(values: Iterable[Iterable[float]]) -> tuple[Worth, ...]:
    return tuple(map(tuple, values))
