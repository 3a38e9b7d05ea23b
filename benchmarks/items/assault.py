"""Run an attack on a stream of items and judge its gain over chance: overall, and by large kind and chapter.

A kind or chapter has so few facts that the cluster bound can lie far above a gain due to chance; the same holds for the
items an attack speaks on. There an attack succeeds only if the upper bound is too high and the lower bound is above
zero. Attacks with their own threshold are not judged by the items they speak on.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.items.bootstrap import Resampled
from benchmarks.items.checks import Outcome
from benchmarks.items.cues import Attack
from benchmarks.items.stream import Seen, chance, upper_bound

CONDITIONAL = 50  # items an attack must speak on for its share among these to be meaningful
STRATUM = 400  # items a kind or chapter needs to be judged separately
DEFAULT = 0.03  # allowed gain over chance in a bank of 4,000 items or more


def points(scores: Sequence[float], answer: int) -> float:
    """What taking the highest score earns: 1 if that is the key, shared between equal scores."""
    best = max(scores)
    tied = [place for place, score in enumerate(scores) if score > best - 1e-9]
    return 1 / len(tied) if answer in tied else 0.0


def allowance(n: int, full: float = DEFAULT) -> float:
    """The gain allowed on `n` items: 1.5 times `full` below 4,000 items, 3 times below 1,000."""
    return round(full * (1 if n >= 4000 else 1.5 if n >= 1000 else 3), 4)


class Ring:
    """A stream under attack, with its strata and its clusters for resampling."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self.items = items
        self._resampled = Resampled(items)
        strata: dict[str, list[Seen]] = defaultdict(list)
        for item in items:
            strata[item.kind].append(item)
            strata[f"chapter {item.topic}"].append(item)
        self.strata = {name: own for name, own in sorted(strata.items()) if len(own) >= STRATUM}

    def assault(self, name: str, attack: Attack, full: float = DEFAULT) -> list[Outcome]:
        """The outcome of an attack overall, and on each stratum where it succeeds."""
        return self.judge(name, self.earned(attack), full)

    def earned(self, attack: Attack) -> dict[str, float]:
        """What an attack earns on each item where it speaks, i.e. prefers an option."""
        return {
            item.id: points(scores, item.answer)
            for item in self.items
            if (scores := attack(item)) is not None and max(scores) > min(scores)
        }

    def judge(self, name: str, earned: Mapping[str, float], full: float = DEFAULT) -> list[Outcome]:
        """The outcome of these points overall, and on each stratum where they are too many."""
        outcomes = [self._outcome(name, self.items, earned, allowance(len(self.items), full))]
        for stratum, own in self.strata.items():
            outcome = self._outcome(f"{name}, {stratum}", own, earned, 2 * full, whole=False)
            outcomes += [] if outcome.passed else [outcome]
        return outcomes

    def _outcome(
        self, name: str, items: Sequence[Seen], earned: Mapping[str, float], allowed: float, *, whole: bool = True
    ) -> Outcome:
        spoken = [item for item in items if item.id in earned]
        hits = sum(earned[item.id] for item in spoken)
        blind = sum(1 / len(item.options) for item in items if item.id not in earned)
        least, most = self._gain(items, earned)
        passed = most <= allowed or (least <= 0 and not whole)
        figure = f"{(hits + blind) / max(1, len(items)):.3f} against {chance(items):.3f}, bound {most:+.3f}"
        if allowed == allowance(len(items)) and whole and CONDITIONAL <= len(spoken) < len(items) / 2:
            sure, within = self._gain(spoken, earned)
            passed = passed and (within <= 0.10 or sure <= 0)
            figure += f"; where it speaks ({len(spoken)}) {hits / len(spoken):.3f}, bound {within:+.3f}"
        return Outcome(name, passed, figure, f"+{allowed}")

    def _gain(self, items: Sequence[Seen], earned: Mapping[str, float]) -> tuple[float, float]:
        """Bounds of the gain over chance; the upper one is Wilson's or that of clusters, whichever is larger."""
        gains = {item.id: earned[item.id] - 1 / len(item.options) if item.id in earned else 0.0 for item in items}
        least, most = self._resampled.bounds(gains)
        hits = sum(gains.values()) + sum(1 / len(item.options) for item in items)
        return least, max(upper_bound(hits, len(items)) - chance(items), most)
