"""Make multiple-choice items from pools: each question once if possible, then each question again."""

import hashlib
import random
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator

from trotskyism_cli.items.grounds.answers import YEAR_FORM, Answer
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of, quality_of
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.model import Certificate, Difficulty, Item, Response, Rule
from trotskyism_cli.items.options.difficulty import sampled, scale
from trotskyism_cli.items.options.explain import explanation, option_notes
from trotskyism_cli.items.options.ledger import NEAR, Ledger
from trotskyism_cli.items.options.pools import Pool, Scope, gives_choices
from trotskyism_cli.items.options.proofs import Proofs
from trotskyism_cli.items.options.sets import OptionSet, SetDrawer

TURNS = 8  # levels: how often one question may come back with other options
TRIES = 4  # failed attempts per level to start a set with an answer
COST_OF_BAD_MOMENT = 0.2  # cost, in attempts, of a set that comes too soon or is not of the wanted difficulty
MAX_FAILURES = 8  # failed attempts in a row after which an answer is exhausted
COST_OF_REPEAT = 0.6  # cost, in attempts, of a set that was used before
KIND_SHARE = 0.3  # largest share of one family in a bank with FEW_KINDS families or more
FEW_KINDS = 4
NEAR_KIND = 2  # most items of one family among the last few, if there are others


class _Turns:
    """The answers of a pool that may still start a set at this level.

    Answers that failed before are tried less.
    """

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.seeds: list[Answer] = []
        self.left = 0
        self._odds = {answer.id: pool.odds(answer) for answer in pool.seeds}
        self._highest = max(self._odds.values(), default=1)
        self._tries = {answer.id: TRIES - 1.0 for answer in pool.seeds}
        self._barren: Counter[str] = Counter()
        self.begin()

    def begin(self, more: int = 1) -> None:
        """Begin a level: each answer gets `more` tries on top of those left, up to `TRIES`."""
        self._tries = {answer: min(TRIES, tries + more) for answer, tries in self._tries.items()}
        hopeful = (answer for answer in self.pool.seeds if self._barren[answer.id] < MAX_FAILURES)
        self.seeds = [answer for answer in hopeful if self._tries.get(answer.id, 0) > 0]
        self.left = sum(self._odds.values())

    def fail(self, place: int, cost: float = 1.0) -> None:
        """Charge an answer with a failed try, or with a part of one."""
        answer = self.seeds[place].id
        self._tries[answer] -= cost
        self._barren[answer] += cost == 1.0
        if self._tries[answer] <= 0:
            self._remove(place)

    def rest(self, place: int) -> None:
        """Leave an answer out until the next level."""
        self._remove(place)

    def succeed(self, place: int) -> None:
        """Note that an answer started a set that became an item."""
        del self._barren[self.seeds[place].id]
        self.left -= self._odds[self.seeds[place].id]

    def draw(self, rng: random.Random) -> int:
        """Draw the index of an answer; answers of important questions are likelier."""
        while True:
            place = int(rng.random() * len(self.seeds))
            if rng.random() * self._highest < self._odds[self.seeds[place].id]:
                return place

    def drop(self, place: int) -> None:
        """Remove an answer for good."""
        del self._tries[self.seeds[place].id]
        self._remove(place)

    def _remove(self, place: int) -> None:
        self.seeds[place] = self.seeds[-1]
        self.seeds.pop()


class Maker:
    """Makes multiple-choice items from pools: each question once if possible, then each question again.

    The items of each aspect are a separate stream. All streams share one ledger of what has been asked.
    """

    def __init__(self, index: Index, pools: Iterable[Pool], rng: random.Random, *, whole: bool) -> None:
        self._index = index
        self.rng = rng
        self.ledger = Ledger()
        self.sets = SetDrawer(Proofs(index), self.ledger, self.rng, whole=whole)
        self._scales: dict[str, Callable[[float], Difficulty]] = {}
        self._turns: dict[Aspect, list[_Turns]] = {aspect: [] for aspect in Aspect}
        for pool in pools:
            if gives_choices(index, pool.kind):
                self._turns[aspect_of(pool.kind)].append(_Turns(pool))
        self._kinds = {turn.pool.kind for turns in self._turns.values() for turn in turns}
        self._made: Counter[str] = Counter()
        self._near: deque[str] = deque(maxlen=NEAR)

    def items(self, aspect: Aspect, difficulty: Difficulty | None = None) -> Iterator[Item]:
        """Items of an aspect, level by level, as long as there are any.

        The first level runs twice: a question not asked at first may then reuse options that stood together before.
        """
        for level, again in ((1, False), (1, True), *((level, False) for level in range(2, TURNS + 1))):
            for each in self._turns[aspect]:
                each.begin(TRIES if again else 1)
            while turn := self._next_turn(aspect):
                self.ledger.lenient = again
                item = self._item(turn, level, difficulty)
                if item is not None:
                    self._made[item.kind] += 1
                    self._near.append(item.kind)
                    yield item

    def _next_turn(self, aspect: Aspect) -> _Turns | None:
        """Choose the next pool, large and good ones more often. None if all are exhausted."""
        open_turns = self._open_turns(aspect)
        if not open_turns:
            return None
        return self.rng.choices(open_turns, [max(1, turn.left) * quality_of(turn.pool.kind) for turn in open_turns])[0]

    def _open_turns(self, aspect: Aspect) -> list[_Turns]:
        """The pools of an aspect that still have something to ask.

        Families just asked come only if there are no others.
        """
        most = 10 + KIND_SHARE * self.ledger.total
        full = {kind for kind, made in self._made.items() if made > most}
        if full and len(self._kinds) < FEW_KINDS:
            full.clear()
        found = [turn for turn in self._turns[aspect] if turn.seeds and turn.pool.kind not in full]
        return [turn for turn in found if self._near.count(turn.pool.kind) < NEAR_KIND] or found

    def _item(self, turn: _Turns, level: int, difficulty: Difficulty | None) -> Item | None:
        while turn.seeds:
            place = turn.draw(self.rng)
            if not self.sets.has_turn(turn.pool, turn.seeds[place], level):
                turn.rest(place)
                continue
            band = difficulty or self.rng.choice(list(Difficulty))
            draw = self.sets.draw(turn.pool, turn.seeds[place], level, band)
            repeated = draw is not None and self.ledger.is_repeated(draw.answers)
            if draw is not None and not repeated and not self._tells(draw):
                found = self.grade(turn.pool, draw.likeness)
                wording = self.ledger.next_wording(draw.ask)
                stem = draw.ask.stems[wording]
                near = not self.ledger.lenient and self.ledger.is_recent(stem, draw.ask.evidence[:1])
                if not near and (difficulty is None or found is difficulty):
                    turn.succeed(place)
                    return self.finish(draw, found)
            if draw is not None:
                turn.fail(place, COST_OF_REPEAT if repeated else COST_OF_BAD_MOMENT)
                return None
            if self.sets.proofs.is_hopeless(turn.pool, turn.seeds[place]):
                turn.drop(place)
            else:
                turn.fail(place)
        return None

    def grade(self, pool: Pool, likeness: float) -> Difficulty:
        """Difficulty of a set within its pool.

        The pool's scale is sampled on first use, as a short quiz needs few of them.
        """
        if pool.kind not in self._scales:
            self._scales[pool.kind] = _scale(self._index, pool)
        return self._scales[pool.kind](likeness)

    def _tells(self, draw: OptionSet) -> bool:
        """Return whether the set would give away a recent item or be given away by one, whichever member is the key."""
        options = " ".join(answer.label for answer in draw.answers)
        return any(self.ledger.is_given_away(ask, options, self.sets.proofs.named(ask)) for ask in draw.own)

    def finish(self, draw: OptionSet, difficulty: Difficulty) -> Item:
        """Make the item of a set, and enter it in the ledger."""
        ask = draw.ask
        wording = self.ledger.next_wording(ask)
        stem = ask.stems[wording]
        options = tuple(answer.label for answer in draw.answers)
        told = explanation(self._index, draw)
        self.ledger.record_made(
            ask, draw.answers, wording, stem, " ".join((stem, *options, told)), self.sets.proofs.named(ask)
        )
        return Item(
            id=_item_id(ask, options),
            kind=ask.kind,
            response=Response.CHOICE,
            topic=draw.topic,
            difficulty=difficulty.value,
            stem=stem,
            options=options,
            answer=(draw.key,),
            explanation=told,
            option_notes=option_notes(self._index, draw),
            evidence_ids=_evidence(draw),
            certificates=tuple(_certificates(draw)),
        )


def _scale(index: Index, pool: Pool) -> Callable[[float], Difficulty]:
    """Scale of difficulty for the sets of a pool."""

    def near(seed: Answer, band: Difficulty, rng: random.Random) -> list[Answer]:
        return pool.window(seed, Scope(pool.asks), band, rng)

    return scale(sampled(index, pool.answers, near))


def _evidence(draw: OptionSet) -> tuple[str, ...]:
    """Ids that the item rests on: first the facts asked for, then those that tell what the other options are."""
    premises = [each for proof in draw.proofs if proof for each in (*proof.premises, proof.shows)]
    told = [own.evidence[0] for own in draw.own if own.answer.form != YEAR_FORM]
    every = [*draw.ask.evidence, *premises, *told]
    return tuple(dict.fromkeys(each for each in every if each and not each.startswith("complete:")))


def _certificates(draw: OptionSet) -> Iterator[Certificate]:
    for place, proof in enumerate(draw.proofs):
        if proof is None:
            yield Certificate(place, Rule.KEY, draw.ask.evidence)
        else:
            yield Certificate(place, proof.rule, proof.premises)


def _item_id(ask: BareQuestion, options: tuple[str, ...]) -> str:
    """Id of an item: equal for the same question with the same options, and no cue to the answer."""
    text = "\n".join((ask.kind, *ask.evidence, ask.id, *sorted(options)))
    return f"{ask.kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
