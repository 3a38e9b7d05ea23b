"""Option sets: draw the set first, then the key.

Every member of a set can be the key of a question that the other members provably do not answer. The key is then drawn,
each member with the same chance. So nothing visible in the options alone (length, place, middle date, fame, likeness)
is a cue to the key.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.truth import Proof
from trotskyism_cli.items.grounds.words import lengths_fit
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.options.difficulty import set_likeness
from trotskyism_cli.items.options.ledger import Ledger
from trotskyism_cli.items.options.pools import FEWEST, Pool, Scope
from trotskyism_cli.items.options.proofs import Proofs

MOST = 4  # options
SLACK = 4  # by how many levels the other members may be ahead of the seed
TRIED = 8  # questions of one answer that are tried


@dataclass(frozen=True, slots=True)
class OptionSet:
    """A set with its key: the answers in the order shown, the question, and the proof that each distractor is wrong.

    `own` has, for each answer, a question whose key it is; `topic` is the chapter of the whole set.
    """

    answers: tuple[Answer, ...]
    key: int
    ask: BareQuestion
    proofs: tuple[Proof | None, ...]
    own: tuple[BareQuestion, ...]
    topic: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Members:
    """A set in the making, with the questions that each member can be the key of."""

    answers: tuple[Answer, ...]
    asks: Mapping[str, list[BareQuestion]]


class SetDrawer:
    """Draws sets from pools. `whole` is set unless only some chapters are wanted.

    Deterministic for the same arguments.
    """

    def __init__(self, proofs: Proofs, ledger: Ledger, rng: random.Random, *, whole: bool) -> None:
        self._index = proofs.index
        self.proofs = proofs
        self.wrong = proofs.proof_wrong
        self._ledger = ledger
        self._rng = rng
        self._whole = whole

    def has_turn(self, pool: Pool, seed: Answer, level: int) -> bool:
        """Return whether an answer may be shown, and be a key, at this level."""
        ledger = self._ledger
        return ledger.may_show(pool.kind, seed) and any(ledger.may_ask(ask, level) for ask in pool.asks[seed.id])

    def draw(self, pool: Pool, seed: Answer, level: int, band: Difficulty) -> OptionSet | None:
        """Draw a set that contains this answer, and its key; None if this attempt found none.

        If possible, all members are keys of questions with one template and in one chapter, so that neither is a cue.
        """
        turns = self._turns(level, pool.asks[seed.id])
        best, chapter = _Members((), {}), ""
        for scope in pool.scopes(turns[0]) if turns else ():
            found = self._members(pool, seed, level, band, scope)
            if len(found.answers) > max(len(best.answers), FEWEST - 1):
                best, chapter = found, scope.topic
            if len(best.answers) == MOST:
                break
        return self._choose(pool, best, chapter) if best.answers else None

    def _members(self, pool: Pool, seed: Answer, level: int, band: Difficulty, scope: Scope) -> _Members:
        """The members of a set in this scope, with the questions that each can be the key of."""
        turns = [ask for ask in self._turns(level, scope.asks[seed.id]) if ask.wanted]
        members = {seed.id: turns} if turns else {}
        answers = [seed]
        few = [self.proofs.partners(pool, ask) for ask in turns]
        partners = few[0] if len(few) == 1 else frozenset[str]().union(*few)
        if len(partners) < FEWEST - 1:
            return _Members((), {})
        window = pool.window(seed, scope, band, self._rng, partners)
        for candidate in sorted(window, key=lambda each: not self._is_due(scope.asks[each.id])):
            if not self._goes_with(pool, answers, candidate):
                continue
            turns = self._turns(level + SLACK, scope.asks[candidate.id])
            own = self._joins(answers, members, candidate, turns)
            if own is not None:
                members = own
                answers.append(candidate)
            if len(answers) == MOST:
                break
        return _Members(tuple(answers), members)

    def _turns(self, level: int, asks: Sequence[BareQuestion]) -> list[BareQuestion]:
        """A few questions that may be asked at this level, the least asked first."""
        ledger = self._ledger
        found = [ask for ask in asks if ledger.may_ask(ask, level)]
        if len(found) > 1:
            self._rng.shuffle(found)
            found.sort(key=lambda ask: (not ask.wanted, ledger.uses(ask)))
        return found[:TRIED]

    def _is_due(self, asks: Sequence[BareQuestion]) -> bool:
        """Return whether one of an answer's questions was never asked."""
        return any(not self._ledger.uses(ask) for ask in asks)

    def _joins(
        self,
        answers: list[Answer],
        members: dict[str, list[BareQuestion]],
        candidate: Answer,
        turns: list[BareQuestion],
    ) -> dict[str, list[BareQuestion]] | None:
        """The questions of each member that remain possible if the candidate joins; None if it cannot."""
        if not turns:
            return None
        standing = {}
        for answer in answers:
            others = [candidate, *(each for each in answers if each is not answer)]
            standing[answer.id] = [ask for ask in members[answer.id] if self._stands(ask, candidate, others)]
            if not standing[answer.id]:
                return None
        own = [ask for ask in turns if all(self._stands(ask, answer, answers) for answer in answers)]
        return {**standing, candidate.id: own} if own else None

    def _goes_with(self, pool: Pool, answers: list[Answer], candidate: Answer) -> bool:
        """Return whether a candidate may stand beside all of these, whatever the question."""
        if not self._ledger.may_show(pool.kind, candidate):
            return False
        if not all(pool.may_join(answer, candidate) for answer in answers[1:]):
            return False
        together = [*answers, candidate]
        if len(together) > 2 and not pool.ordered and not lengths_fit([each.label for each in together]):
            return False
        if len(together) >= FEWEST and self._ledger.is_repeated(together):
            return False
        return self._ledger.is_new(pool.kind, together)

    def _stands(self, ask: BareQuestion, answer: Answer, others: list[Answer]) -> bool:
        """Return whether an answer is a fair distractor for a question that did not have two of these before."""
        return self.wrong(ask, answer) is not None and self._ledger.is_new_for(ask, others)

    def _choose(self, pool: Pool, members: _Members, chapter: str) -> OptionSet:
        """Draw the key, and put the answers in the order shown: years ascending, others at random."""
        answers, asks = list(members.answers), members.asks
        key = self._rng.choice([answer for answer in answers if any(ask.wanted for ask in asks[answer.id][:1])])
        if pool.ordered:
            answers.sort(key=lambda answer: answer.value)
        else:
            self._rng.shuffle(answers)
        ask = asks[key.id][0]
        return OptionSet(
            answers=tuple(answers),
            key=answers.index(key),
            ask=ask,
            proofs=tuple(None if answer is key else self.wrong(ask, answer) for answer in answers),
            own=tuple(asks[answer.id][0] for answer in answers),
            topic=chapter or (self._common_topic(members) if self._whole else ask.topic),
            likeness=set_likeness(self._index, answers),
        )

    def _common_topic(self, members: _Members) -> str:
        """Chapter in which most options appear, the first in reading order; so the chapter is no cue to the key."""
        counts = Counter(
            topic for answer in members.answers for topic in self._topics_of(answer, members.asks[answer.id])
        )
        order = {topic.id: -place for place, topic in enumerate(self._index.pack.topics)}
        return max(counts, key=lambda topic: (counts[topic], order.get(topic, 0)), default="")

    def _topics_of(self, answer: Answer, asks: list[BareQuestion]) -> frozenset[str]:
        chapters = self._index.chapters.get(answer.entry, frozenset())
        return chapters.union(ask.topic for ask in asks if ask.topic)
