"""Pools: the questions of a family, whose answers serve as options for each other."""

import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass

from trotskyism_cli.items.grounds.answers import YEAR_FORM, Answer
from trotskyism_cli.items.grounds.bare_questions import ODDS, BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import lengths_fit
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.options.likeness import excludes, likeness
from trotskyism_cli.items.options.plausibility import plausible

FEWEST = 3  # options
OWN_TEMPLATE = 6  # a template with this many answers takes no options from other templates
OWN_TYPE = 14  # a type with this many answers takes no options from other types
REACH = 40  # candidates before and after an answer in order of time
YEAR = "year"  # the family that asks for years; see `gives_choices`
YEAR_REACH = 18
YEARS_FAR = 10  # a distractor farther away is not plausible
LOOKED_AT = 16  # candidates for a set
# Slice of the candidates, ranked by likeness to the first, for each difficulty.
WINDOWS = {Difficulty.HARD: (0, 8), Difficulty.MEDIUM: (2, 14), Difficulty.EASY: (5, 26)}


def gives_choices(index: Index, kind: str) -> bool:
    """Return whether a family is asked as multiple choice.

    Years are not if the pack rates importance: the years of its important events lie so far apart that guessing is
    easy, so they are typed.
    """
    return kind != YEAR or not index.is_weighed


@dataclass(frozen=True)
class Scope:
    """The questions of a pool that a set is drawn from, by answer.

    `topic` is set if all are of one chapter.
    """

    asks: Mapping[str, list[BareQuestion]]
    topic: str = ""


class Pool:
    """The questions that share their answers.

    The answers are grouped by look and type, and sorted by time.
    """

    def __init__(self, index: Index, kind: str, asks: Iterable[BareQuestion]) -> None:
        self.kind = kind
        self._index = index
        self._ranked: dict[str, list[Answer]] = {}
        self._joined: dict[tuple[str, str], bool] = {}
        self._reach = YEAR_REACH if kind == YEAR else REACH
        self._first: Answer | None = None
        self.asks: dict[str, list[BareQuestion]] = defaultdict(list)
        self._by_template: dict[str, dict[str, list[BareQuestion]]] = defaultdict(lambda: defaultdict(list))
        self._by_topic: dict[tuple[str, str], dict[str, list[BareQuestion]]] = defaultdict(lambda: defaultdict(list))
        answers: dict[str, Answer] = {}
        for ask in asks:
            answers[ask.answer.id] = ask.answer
            self.asks[ask.answer.id].append(ask)
            self._by_template[ask.template][ask.answer.id].append(ask)
            self._by_topic[ask.template, ask.topic][ask.answer.id].append(ask)
        types = Counter((answer.form, answer.type) for answer in answers.values())
        groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
        for answer in sorted(answers.values(), key=_by_time):
            enough = types[answer.form, answer.type] >= OWN_TYPE
            groups[answer.form, answer.type if enough else ""].append(answer)
        self.groups = {look: members for look, members in groups.items() if len(members) >= FEWEST}
        self._look = {answer.id: look for look, members in self.groups.items() for answer in members}
        self.answers = [answer for members in self.groups.values() for answer in members]
        self.seeds = [answer for answer in self.answers if any(ask.wanted for ask in self.asks[answer.id])]
        self.ordered = bool(self.answers) and bool(self.answers[0].value)

    def odds(self, answer: Answer) -> int:
        """Relative frequency with which an answer starts a set: that of its most important wanted question."""
        return max(ODDS[ask.weight] for ask in self.asks[answer.id] if ask.wanted)

    def scopes(self, ask: BareQuestion) -> Iterator[Scope]:
        """Scopes that may hold a set, from narrow to wide: the same template and chapter, the same template, any."""
        topical = self._by_topic[ask.template, ask.topic]
        templated = self._by_template[ask.template]
        if ask.topic and len(topical) >= FEWEST:
            yield Scope(topical, ask.topic)
        if len(templated) >= FEWEST:
            yield Scope(templated)
        if len(templated) < OWN_TEMPLATE:
            yield Scope(self.asks)

    def window(
        self,
        seed: Answer,
        scope: Scope,
        band: Difficulty,
        rng: random.Random,
        partners: frozenset[str] | None = None,
    ) -> list[Answer]:
        """Candidates in a scope (and among `partners`) to stand beside the seed, as like it as the band wants."""
        ranked = [
            answer
            for answer in self.near(seed)
            if answer.id in scope.asks and (partners is None or answer.id in partners)
        ]
        first, last = WINDOWS[band]
        found = ranked[min(first, max(0, len(ranked) - LOOKED_AT)) : max(last, LOOKED_AT)]
        rng.shuffle(found)
        found, offered = found[:LOOKED_AT], self._first
        if offered is None or offered is seed or offered.id not in scope.asks or offered not in self.near(seed):
            return found
        return [offered, *(each for each in found if each is not offered)]

    def offering_first(self, answer: Answer) -> "Pool":
        """A copy of the pool whose windows offer this answer first wherever it fits."""
        pool = copy(self)
        pool._first = answer
        return pool

    def near(self, seed: Answer) -> list[Answer]:
        """Answers that look like this one, are near it in time and may stand beside it, the most alike first."""
        if seed.id not in self._ranked:
            group = self.groups[self._look[seed.id]]
            place = bisect_left(group, _by_time(seed), key=_by_time)
            reach = group[max(0, place - self._reach) : place + self._reach + 1]
            fits = [(-likeness(self._index, seed, each), each.id, each) for each in reach if self.may_join(seed, each)]
            ranked = [each for _, _, each in sorted(fits, key=lambda found: found[:2])]
            self._ranked[seed.id] = ranked
        return self._ranked[seed.id]

    def may_join(self, seed: Answer, other: Answer) -> bool:
        """Return whether two answers may stand side by side."""
        pair = (seed.id, other.id) if seed.id < other.id else (other.id, seed.id)
        if pair not in self._joined:
            self._joined[pair] = self._fits(seed, other)
        return self._joined[pair]

    def _fits(self, seed: Answer, other: Answer) -> bool:
        if _are_far(seed, other) or excludes(self._index, seed, other):
            return False
        if self.ordered:
            return True
        return lengths_fit([seed.label, other.label]) and plausible(self._index, seed.entry, other.entry)


def _by_time(answer: Answer) -> tuple[bool, float, str]:
    return answer.era is None, answer.era or 0.0, answer.id


def _are_far(one: Answer, other: Answer) -> bool:
    """Return whether two years are too far apart."""
    return one.form == other.form == YEAR_FORM and abs(one.value - other.value) > YEARS_FAR
