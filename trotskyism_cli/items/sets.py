"""Option sets: first the set, then the key.

A set is drawn in which every member can be the key of a question that the other members provably do not answer. Then
the key is drawn, each member with the same chance. So nothing that can be seen from the options alone (length, place,
middle date, fame, likeness) tells the key.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.difficulty import set_likeness
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.ledger import Ledger
from trotskyism_cli.items.likeness import excludes
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.pools import FEWEST, Pool, Scope
from trotskyism_cli.items.truth import Proof, disprove
from trotskyism_cli.items.words import all_words, lengths_fit
from trotskyism_cli.pack.model import Kind

MOST = 4  # options
SLACK = 1  # how much more often than the seed the others may have been asked
TRIED = 8  # questions of one answer that are tried for a set
ADULT = 15  # years: before, nobody is expected to have done what questions are about


@dataclass(frozen=True, slots=True)
class Draw:
    """A set with its key: the answers as they are shown, the question, and for each other answer why it is wrong.

    `own` has for each answer a question of the set that it can be the key of. `topic` belongs to the whole set.
    """

    answers: tuple[Answer, ...]
    key: int
    ask: Ask
    proofs: tuple[Proof | None, ...]
    own: tuple[Ask | None, ...]
    topic: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Members:
    """A set in the making, and the questions that each member can be the key of; the first member has some."""

    answers: tuple[Answer, ...]
    asks: Mapping[str, list[Ask]]


class Sets:
    """Draws sets from pools; `whole` unless only some chapters are wanted. The same arguments give the same sets."""

    def __init__(self, index: Index, ledger: Ledger, rng: random.Random, *, whole: bool) -> None:
        self._index = index
        self._ledger = ledger
        self._rng = rng
        self._whole = whole
        self._proofs: dict[tuple[str, str], Proof | None] = {}
        self._excludes: dict[tuple[str, str], bool] = {}

    def draw(self, pool: Pool, seed: Answer, level: int, band: Difficulty) -> Draw | None:
        """A set with this answer, if it is its turn, and a key; None if this attempt found none.

        If possible, all members are keys of questions with one template, and in one chapter: then neither the words
        of the stem nor the chapter tell the key.
        """
        turns = self._turns(level, pool.asks[seed.id]) if self._ledger.may_show(pool.name, seed) else []
        best, chapter = _Members((), {}), ""
        for scope in pool.scopes(turns[0]) if turns else ():
            found = self._members(pool, seed, level, band, scope)
            if len(found.answers) > max(len(best.answers), FEWEST - 1):
                best, chapter = found, scope.topic
            if len(best.answers) == MOST:
                break
        return self._choose(pool, best, chapter) if best.answers else None

    def _members(self, pool: Pool, seed: Answer, level: int, band: Difficulty, scope: Scope) -> _Members:
        """The members of a set, with the questions that each can be the key of."""
        turns = [ask for ask in self._turns(level, scope.asks[seed.id]) if ask.wanted]
        members = {seed.id: turns} if turns else {}
        answers = [seed]
        for candidate in pool.window(seed, scope, band, self._rng) if turns else ():
            if not self._goes_with(pool, answers, candidate):
                continue
            turns = self._turns(level + SLACK, scope.asks[candidate.id])
            own = self._joins(pool, answers, members, candidate, turns)
            if own is not None:
                members = own
                answers.append(candidate)
            if len(answers) == MOST:
                break
        return _Members(tuple(answers), members)

    def _turns(self, level: int, asks: Sequence[Ask]) -> list[Ask]:
        """The questions whose turn it is, the least asked first, a few of them."""
        ledger = self._ledger
        found = [ask for ask in asks if ledger.may_ask(ask, level)]
        if len(found) > 1:
            self._rng.shuffle(found)
            found.sort(key=lambda ask: (not ask.wanted, ledger.uses(ask)))
        return found[:TRIED]

    def _joins(
        self, pool: Pool, answers: list[Answer], members: dict[str, list[Ask]], candidate: Answer, turns: list[Ask]
    ) -> dict[str, list[Ask]] | None:
        """The questions of each member that still stand if the candidate joins; None if it cannot."""
        if not (turns or pool.camps):
            return None
        standing = {}
        for answer in answers:
            others = [candidate, *(each for each in answers if each is not answer)]
            standing[answer.id] = [ask for ask in members[answer.id] if self._stands(ask, candidate, others)]
            if not standing[answer.id] and not (pool.camps and answer is not answers[0]):
                return None
        own = [ask for ask in turns if all(self._stands(ask, answer, answers) for answer in answers)]
        return {**standing, candidate.id: own} if own or pool.camps else None

    def _goes_with(self, pool: Pool, answers: list[Answer], candidate: Answer) -> bool:
        """Whether a candidate may stand beside all of these, for whatever question."""
        if not self._ledger.may_show(pool.name, candidate):
            return False
        if any(self.exclude(candidate, answer) for answer in answers[1:]):
            return False
        fits = pool.ordered or len(answers) < 2 or lengths_fit([candidate.label, *(each.label for each in answers)])
        return fits and self._ledger.is_new([*answers, candidate])

    def _stands(self, ask: Ask, answer: Answer, others: list[Answer]) -> bool:
        """Whether an answer is wrong for a question, which has not had two of the other options before."""
        return self.wrong(ask, answer) is not None and self._ledger.is_new_for(ask, others)

    def exclude(self, one: Answer, other: Answer) -> bool:
        """Whether two answers must not stand side by side; see `likeness.excludes`."""
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if pair not in self._excludes:
            self._excludes[pair] = excludes(self._index, one, other)
        return self._excludes[pair]

    def wrong(self, ask: Ask, answer: Answer) -> Proof | None:
        """The proof that an answer is wrong for a question, if it is also fair beside the right one."""
        pair = ask.id, answer.id
        if pair not in self._proofs:
            proof = disprove(self._index, ask.query, answer)
            self._proofs[pair] = proof if proof and self._fair(ask, answer) else None
        return self._proofs[pair]

    def _fair(self, ask: Ask, answer: Answer) -> bool:
        """Whether the stem says as much of the one as of the other, and both lived at the time."""
        said = frozenset[str]().union(*map(all_words, ask.stems))
        key, other = ask.answer.words, answer.words
        if ask.kind != "name":
            key, other = key | ask.answer.also, other | answer.also
        if ask.life and self._alive(ask.life, ask.answer.value) > self._alive(ask.life, answer.value):
            return False
        return said & key == said & other and self._lived(answer, ask.moment) >= self._lived(ask.answer, ask.moment)

    def _lived(self, answer: Answer, moment: int | None) -> bool:
        if moment is None or not answer.entry or self._index.pack.entries[answer.entry].kind is not Kind.PERSON:
            return True
        return self._alive(answer.entry, moment)

    def _alive(self, person: str, moment: float) -> bool:
        """Whether a person was grown up and alive in a year, as far as that is known."""
        born, died = self._index.lives.get(person, (None, None))
        return (born is None or born + ADULT <= moment) and (died is None or moment <= died)

    def _choose(self, pool: Pool, members: _Members, chapter: str) -> Draw:
        """Draw the key, and show the answers: years and numbers upwards, names in any order."""
        answers, asks = list(members.answers), members.asks
        key = self._rng.choice([answer for answer in answers if any(ask.wanted for ask in asks[answer.id][:1])])
        if pool.ordered:
            answers.sort(key=lambda answer: answer.value)
        else:
            self._rng.shuffle(answers)
        ask = asks[key.id][0]
        return Draw(
            answers=tuple(answers),
            key=answers.index(key),
            ask=ask,
            proofs=tuple(None if answer is key else self.wrong(ask, answer) for answer in answers),
            own=tuple(next(iter(asks[answer.id]), None) for answer in answers),
            topic=chapter or (self._common_topic(members) if self._whole else ask.topic),
            likeness=set_likeness(self._index, answers),
        )

    def _common_topic(self, members: _Members) -> str:
        """The chapter in which most of the options appear, the first in reading order: it does not tell the key."""
        counts = Counter(
            topic for answer in members.answers for topic in self._topics_of(answer, members.asks[answer.id])
        )
        order = {topic.id: -place for place, topic in enumerate(self._index.pack.topics)}
        return max(counts, key=lambda topic: (counts[topic], order.get(topic, 0)), default="")

    def _topics_of(self, answer: Answer, asks: list[Ask]) -> frozenset[str]:
        chapters = self._index.chapters.get(answer.entry or answer.owner, frozenset())
        return chapters.union(ask.topic for ask in asks if ask.topic)
