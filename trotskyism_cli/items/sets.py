"""Option sets: first the set, then the key.

A set is drawn in which every member can be the key of a question that the other members provably do not answer. Then
the key is drawn, each member with the same chance. So nothing that can be seen from the options alone (length, place,
middle date, fame, likeness) tells the key.
"""

import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.difficulty import set_likeness
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.ledger import Ledger
from trotskyism_cli.items.likeness import excludes, likeness
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.truth import Proof, disprove
from trotskyism_cli.items.words import all_words, lengths_fit
from trotskyism_cli.pack.model import Kind

MOST, FEWEST = 4, 3  # options
OWN_TEMPLATE = 6  # answers of one template, from which on they are not mixed with those of others
OWN_TYPE = 9  # answers of one type, from which on they are put side by side with their like only
REACH = 40  # answers on either side in time that are looked at
LOOKED_AT = 20  # answers that are looked at for a set
TRIED = 8  # questions of one answer that are tried for a set
WINDOWS = {Difficulty.HARD: (0, 8), Difficulty.MEDIUM: (2, 14), Difficulty.EASY: (5, 26)}
ADULT = 15  # years: before, nobody is expected to have done what questions are about


@dataclass(frozen=True, slots=True)
class Draw:
    """A set with its key: the answers as they are shown, the question, and for each other answer why it is wrong.

    `own` has for each answer a question of the set that it is the key of: what it really was. `topic` belongs to the
    whole set.
    """

    answers: tuple[Answer, ...]
    key: int
    ask: Ask
    proofs: tuple[Proof | None, ...]
    own: tuple[Ask, ...]
    topic: str
    likeness: float


@dataclass(frozen=True)
class Scope:
    """The questions of a pool among which a set is drawn: by answer. `topic` is set if all are of one chapter."""

    asks: Mapping[str, list[Ask]]
    topic: str = ""


class Pool:
    """The questions that share their answers. Answers are grouped by how they look and by type, and sorted by time."""

    def __init__(self, name: str, asks: Iterable[Ask]) -> None:
        self.name = name
        self.asks: dict[str, list[Ask]] = defaultdict(list)
        self._by_template: dict[str, dict[str, list[Ask]]] = defaultdict(lambda: defaultdict(list))
        self._by_topic: dict[tuple[str, str], dict[str, list[Ask]]] = defaultdict(lambda: defaultdict(list))
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
        self.ordered = bool(self.answers) and bool(self.answers[0].value)

    def scopes(self, ask: Ask) -> Iterator[Scope]:
        """From narrow to wide, those that may hold a set: one template and one chapter, one template, any."""
        topical = self._by_topic[ask.template, ask.topic]
        templated = self._by_template[ask.template]
        if ask.topic and len(topical) >= FEWEST:
            yield Scope(topical, ask.topic)
        if len(templated) >= FEWEST:
            yield Scope(templated)
        if len(templated) < OWN_TEMPLATE:
            yield Scope(self.asks)

    def near(self, answer: Answer, scope: Scope) -> list[Answer]:
        """The other answers of a scope that look like this one and are near it in time."""
        group = self.groups[self._look[answer.id]]
        place = bisect_left(group, _by_time(answer), key=_by_time)
        reach = group[max(0, place - REACH) : place + REACH + 1]
        return [each for each in reach if each.id in scope.asks and each.id != answer.id]


def _by_time(answer: Answer) -> tuple[bool, float, str]:
    return answer.era is None, answer.era or 0.0, answer.id


def window(index: Index, near: Sequence[Answer], seed: Answer, band: Difficulty, rng: random.Random) -> list[Answer]:
    """Of the answers near the seed those that are as much like it as the band wants, in any order."""
    ranked = sorted(near, key=lambda answer: (-likeness(index, seed, answer), answer.id))
    first, last = WINDOWS[band]
    found = ranked[min(first, max(0, len(ranked) - LOOKED_AT)) : max(last, LOOKED_AT)]
    rng.shuffle(found)
    return found[:LOOKED_AT]


class Sets:
    """Draws sets from pools. The same index, ledger and random numbers give the same sets."""

    def __init__(self, index: Index, ledger: Ledger, rng: random.Random) -> None:
        self._index = index
        self._ledger = ledger
        self._rng = rng
        self._proofs: dict[tuple[str, str], Proof | None] = {}
        self._excludes: dict[tuple[str, str], bool] = {}

    def draw(self, pool: Pool, level: int, band: Difficulty) -> Draw | None:
        """A set about one answer whose turn it is, and its key; None if this attempt found none.

        If possible, all members are keys of questions with one template, and in one chapter: then neither the words
        of the stem nor the chapter tell the key.
        """
        seed = self._rng.choice(pool.answers)
        turns = self._turns(pool, seed, level, pool.asks[seed.id])
        best: dict[str, list[Ask]] = {}
        chapter = ""
        for scope in pool.scopes(turns[0]) if turns else ():
            found = self._members(pool, seed, level, band, scope)
            if len(found) > max(len(best), FEWEST - 1):
                best, chapter = found, scope.topic
            if len(best) == MOST:
                break
        return self._choose(pool, best, chapter) if best else None

    def _members(self, pool: Pool, seed: Answer, level: int, band: Difficulty, scope: Scope) -> dict[str, list[Ask]]:
        """The members of a set, with the questions that each can be the key of."""
        turns = self._turns(pool, seed, level, scope.asks[seed.id])
        members = {seed.id: turns} if turns else {}
        answers = [seed]
        near = pool.near(seed, scope) if turns else []
        for candidate in window(self._index, near, seed, band, self._rng):
            turns = self._turns(pool, candidate, level, scope.asks[candidate.id])
            own = self._joins(pool, answers, members, candidate, turns)
            if own is not None:
                members = own
                answers.append(candidate)
            if len(answers) == MOST:
                break
        return members

    def _turns(self, pool: Pool, answer: Answer, level: int, asks: Sequence[Ask]) -> list[Ask]:
        """The questions of an answer whose turn it is, the least asked first, a few of them."""
        ledger = self._ledger
        if not ledger.may_show(pool.name, answer):
            return []
        found = [(ledger.uses(ask), self._rng.random(), ask) for ask in asks if ledger.may_ask(ask, level)]
        return [ask for _, _, ask in sorted(found, key=lambda each: each[:2])[:TRIED]]

    def _joins(
        self, pool: Pool, answers: list[Answer], members: dict[str, list[Ask]], candidate: Answer, turns: list[Ask]
    ) -> dict[str, list[Ask]] | None:
        """The questions of each member that still stand if the candidate joins; None if it cannot."""
        if not turns or any(self._exclude(candidate, answer) for answer in answers):
            return None
        if not (pool.ordered or lengths_fit([candidate.label, *(answer.label for answer in answers)])):
            return None
        if not self._ledger.is_new([*answers, candidate]):
            return None
        standing = {}
        for answer in answers:
            others = [candidate, *(each for each in answers if each is not answer)]
            standing[answer.id] = [ask for ask in members[answer.id] if self._stands(ask, candidate, others)]
            if not standing[answer.id]:
                return None
        own = [ask for ask in turns if all(self._stands(ask, answer, answers) for answer in answers)]
        return {**standing, candidate.id: own} if own else None

    def _stands(self, ask: Ask, answer: Answer, others: list[Answer]) -> bool:
        """Whether an answer is wrong for a question, which has not had two of the other options before."""
        return self._wrong(ask, answer) is not None and self._ledger.is_new_for(ask, others)

    def _exclude(self, one: Answer, other: Answer) -> bool:
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if pair not in self._excludes:
            self._excludes[pair] = excludes(self._index, one, other)
        return self._excludes[pair]

    def _wrong(self, ask: Ask, answer: Answer) -> Proof | None:
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
        return said & key == said & other and self._lived(answer, ask.moment) >= self._lived(ask.answer, ask.moment)

    def _lived(self, answer: Answer, moment: int | None) -> bool:
        if moment is None or not answer.entry or self._index.pack.entries[answer.entry].kind is not Kind.PERSON:
            return True
        born, died = self._index.lives.get(answer.entry, (None, None))
        return (born is None or born + ADULT <= moment) and (died is None or moment <= died)

    def _choose(self, pool: Pool, members: dict[str, list[Ask]], chapter: str) -> Draw:
        """Draw the key, and show the answers: years and numbers upwards, names in any order."""
        answers = [asks[0].answer for asks in members.values()]
        key = self._rng.choice(answers)
        if pool.ordered:
            answers.sort(key=lambda answer: answer.value)
        else:
            self._rng.shuffle(answers)
        ask = members[key.id][0]
        return Draw(
            answers=tuple(answers),
            key=answers.index(key),
            ask=ask,
            proofs=tuple(None if answer is key else self._wrong(ask, answer) for answer in answers),
            own=tuple(members[answer.id][0] for answer in answers),
            topic=chapter or self._common_topic(members.values()),
            likeness=set_likeness(self._index, answers),
        )

    def _common_topic(self, members: Iterable[list[Ask]]) -> str:
        """The chapter in which most of the options appear, the first in reading order: it does not tell the key."""
        counts = Counter(topic for asks in members for topic in self._topics_of(asks))
        order = {topic.id: -place for place, topic in enumerate(self._index.pack.topics)}
        return max(counts, key=lambda topic: (counts[topic], order.get(topic, 0)), default="")

    def _topics_of(self, asks: list[Ask]) -> frozenset[str]:
        chapters = self._index.chapters.get(asks[0].answer.entry, frozenset())
        return chapters.union(ask.topic for ask in asks if ask.topic)
