"""How well answers are foretold, by us and by the training of Anki itself: python -m benchmarks.foretelling

Learners of the laboratory (`laboratory.learners`) study as the program has them study. By the first four fifths of
their answers each memory is found, and foretells the last fifth: the loss of an answer is the negative natural
logarithm of the chance that was given to what came, so less is better. FSRS knows nothing of guessing; trained, it
takes the guesses that were right for something remembered. `usual` is the memory of most, `found` the one found from
the answers, and `study` that of the two by which study goes.
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
from trotskyism_cli.learning.recall.pupil import Pupil
from trotskyism_cli.learning.recall.traces import SAME_SITTING, Evidence, Nature
from trotskyism_cli.learning.recall.trial import chances, losses_of, parted

DAYS, MINUTES, SEEDS, PROCESSES = (30, 60), 10.0, 6, 2
AGAIN, GOOD = 1, 3  # ratings of FSRS

Histories = Mapping[str, History]


class Log(NamedTuple):
    """The answers about each fact before a day, and all of them."""

    earlier: Histories
    every: Histories
    since: float

    @property
    def later(self) -> list[History]:
        """The answers about those facts of which some were given later."""
        return [each for each in self.every.values() if each[-1].day >= self.since]


Loss = Callable[[Log], Sequence[float]]


def log_of(law: str, seed: int, days: int) -> Log:
    """What a learner answered in so many days of study."""
    histories = studied(LAWS[law](seed), days, MINUTES)
    since = parted(list(histories.values()))
    earlier = {fact: before for fact, each in histories.items() if (before := [s for s in each if s.day < since])}
    return Log(earlier, histories, since)


def by_nature(find: Callable[[Histories], Nature], log: Log) -> Sequence[float]:
    """What it costs to foretell by a nature that is found from the earlier answers."""
    return losses_of(chances(find(log.earlier), log.later, log.since))


def as_study_does(histories: Histories) -> Nature:
    """The nature by which study takes a learner."""
    pupil = Pupil(histories={fact: list(each) for fact, each in histories.items()})
    pupil.fit(always=True)
    return pupil.nature


def by_fsrs(log: Log, *, trains: bool) -> Sequence[float]:
    """What it costs to foretell by FSRS-6, with its defaults or trained by fsrs-rs on the earlier answers."""
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
    """Where the answers end of which the last was given on another day."""
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
    """The mean loss of a later answer of one learner, by each memory."""
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
