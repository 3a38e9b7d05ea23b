"""How well answers are predicted by our memory models and by Anki's: python -m benchmarks.foretelling

Simulated learners (`laboratory.learners`) study with the program. Each model is fitted to the first four fifths of
their answers and predicts the last fifth. The loss of an answer is the negative natural logarithm of the probability
given to the outcome; less is better. FSRS does not model guessing; when trained, it takes lucky guesses for recall.
`usual` is the average memory, `found` the one fitted to the answers, `study` the one of the two that study uses.
"""

import argparse
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from statistics import fmean, stdev
from typing import Any, NamedTuple

from benchmarks.laboratory.learners import LAWS
from benchmarks.laboratory.program import studied
from trotskyism_cli.learning.recall.fitting import History, fitted, usual
from trotskyism_cli.learning.recall.learner_model import Pupil
from trotskyism_cli.learning.recall.traces import SAME_SITTING, Evidence, Nature
from trotskyism_cli.learning.recall.trial import chances, losses_of, parted

DAYS, MINUTES, SEEDS, PROCESSES = (30, 60), 10.0, 6, 2
AGAIN, GOOD = 1, 3  # ratings of FSRS

Histories = Mapping[str, History]


class Log(NamedTuple):
    """The answers about each fact before a day (`earlier`), and all answers."""

    earlier: Histories
    every: Histories
    since: float

    @property
    def later(self) -> list[History]:
        """The answers about the facts with answers after that day."""
        return [each for each in self.every.values() if each[-1].day >= self.since]


Loss = Callable[[Log], Sequence[float]]


def log_of(law: str, seed: int, days: int) -> Log:
    """The log of a learner after this many days of study."""
    histories = studied(LAWS[law](seed), days, MINUTES)
    since = parted(list(histories.values()))
    earlier = {fact: before for fact, each in histories.items() if (before := [s for s in each if s.day < since])}
    return Log(earlier, histories, since)


def by_nature(find: Callable[[Histories], Nature], log: Log) -> Sequence[float]:
    """The losses of predicting with a nature that `find` derives from the earlier answers."""
    return losses_of(chances(find(log.earlier), log.later, log.since))


def as_study_does(histories: Histories) -> Nature:
    """The nature that study assumes for a learner."""
    pupil = Pupil(histories={fact: list(each) for fact, each in histories.items()})
    pupil.fit(always=True)
    return pupil.nature


def by_fsrs(log: Log, *, trains: bool) -> Sequence[float]:
    """The losses of predicting with FSRS-6, with default parameters or trained by fsrs-rs."""
    import fsrs_rs_python as fsrs

    weights: Sequence[float] = fsrs.DEFAULT_PARAMETERS
    if trains:
        items = [fsrs.FSRSItem(_reviews(each[:end])) for each in log.earlier.values() for end in _telling(each)]
        weights = fsrs.FSRS([]).compute_parameters(items)
    model, decay = fsrs.FSRS(list(weights)), weights[20]
    factor = math.pow(0.9, -1 / decay) - 1
    found = []
    for history in log.later:
        states = model.historical_memory_states(fsrs.FSRSItem(_reviews(history)))
        for place, (before, seen) in enumerate(pairwise(history)):
            if seen.day >= log.since and seen.day - before.day >= SAME_SITTING:
                recall = math.pow(1 + factor * _days(before, seen) / states[place].stability, -decay)
                found.append((recall, seen.right))
    return losses_of(found)


def _telling(history: History) -> Iterator[int]:
    """The ends of those beginnings of a history whose last answer was on another day than the one before."""
    return (place + 1 for place, (one, other) in enumerate(pairwise(history), start=1) if _days(one, other))


def _reviews(history: History) -> list[Any]:
    from fsrs_rs_python import FSRSReview

    passed = [0, *(_days(one, other) for one, other in pairwise(history))]
    return [FSRSReview(GOOD if seen.right else AGAIN, days) for seen, days in zip(history, passed, strict=True)]


def _days(one: Evidence, other: Evidence) -> int:
    return round(other.day - one.day)


MEMORIES: dict[str, Loss] = {
    "usual": partial(by_nature, usual),
    "found": partial(by_nature, fitted),
    "study": partial(by_nature, as_study_does),
    "FSRS": partial(by_fsrs, trains=False),
    "fsrs-rs": partial(by_fsrs, trains=True),
}


def losses(law: str, seed: int, days: int) -> dict[str, float]:
    """The mean loss per later answer of one learner, by model."""
    log = log_of(law, seed, days)
    return {name: fmean(loss(log)) for name, loss in MEMORIES.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.foretelling", description=__doc__)
    parser.add_argument("--days", nargs="+", type=int, default=DAYS)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    chosen = parser.parse_args()
    print(
        f"{MINUTES:g} minutes a day; {chosen.seeds} learners of each law; the loss of a later answer (less is better)"
    )
    print(f"{'law':<16}{'days':>5}" + "".join(f"{name:>14}" for name in MEMORIES) + f"{'study, fsrs-rs':>20}")
    courses = [(law, seed, days) for law in LAWS for days in chosen.days for seed in range(chosen.seeds)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        every = list(pool.map(losses, *zip(*courses, strict=True)))
    for law, days in dict.fromkeys((law, days) for law, _, days in courses):
        found = [each for (of, _, after), each in zip(courses, every, strict=True) if (of, after) == (law, days)]
        means = "".join(f"{fmean(each[name] for each in found):>14.4f}" for name in MEMORIES)
        apart = [each["study"] - each["fsrs-rs"] for each in found]
        doubt = stdev(apart) / math.sqrt(len(apart)) if len(apart) > 1 else math.nan
        print(f"{law:<16}{days:>5}{means}{fmean(apart):>12.4f} ± {doubt:.4f}")


if __name__ == "__main__":
    main()
