"""Items about given facts, for a study session; a quiz takes what the bank offers.

A set is drawn around the wanted answer or around a neighbour of it, as often as in the bank. It counts only if chance
then makes the wanted answer the key. So here too the options alone are no cue to the key.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.bank import Wanted, pools_of
from trotskyism_cli.items.making.learning_order import in_order_of_learning
from trotskyism_cli.items.making.maker import Maker
from trotskyism_cli.items.model import QUESTION, Difficulty, Item
from trotskyism_cli.items.options.ledger import Ledger
from trotskyism_cli.items.options.pools import Pool, gives_choices
from trotskyism_cli.items.options.proofs import Proofs
from trotskyism_cli.items.options.sets import MOST, SetDrawer
from trotskyism_cli.items.responses.material import Material
from trotskyism_cli.items.responses.mix import MAKERS
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.items.written import written_item
from trotskyism_cli.pack.pack import Pack

TRIES = 40  # sets drawn for one question before giving up
MOST_IMPORTANT, LESS = 3, 2  # highest importance; facts that count as much as one step of it
AROUND = 8  # neighbours of an answer that a set may be drawn around


class _WantedLedger(Ledger):
    """A ledger that allows any question, except others with the wanted answer."""

    def __init__(self, wanted: BareQuestion) -> None:
        super().__init__()
        self._wanted = wanted

    def may_ask(self, ask: BareQuestion, level: int) -> bool:
        return ask is self._wanted or ask.answer.id != self._wanted.answer.id

    def may_show(self, pool: str, answer: Answer) -> bool:
        return True

    def is_new(self, kind: str, answers: Sequence[Answer]) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _WantedMaterial(Material):
    """Material of which only the wanted questions may start an item."""

    wanted: tuple[tuple[Pool, BareQuestion], ...] = ()

    def starting_questions(self, fits: Callable[[BareQuestion], bool]) -> Iterator[tuple[Pool, BareQuestion]]:
        """The wanted questions that fit, each twice."""
        return ((pool, ask) for pool, ask in self.wanted * 2 if fits(ask))


class WantedItems:
    """Makes items about given facts of a pack. Opening it takes about as long as starting a quiz."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._index = build_index(pack)
        self._pools = pools_of(self._index, Wanted(trivia=True))
        self._proofs = Proofs(self._index)
        self._maker = Maker(self._index, (), random.Random(0), whole=True)
        self._asks: dict[str, list[tuple[Pool, BareQuestion]]] = defaultdict(list)
        for pool in self._pools:
            for ask in _asks(pool):
                self._asks[ask.evidence[0]].append((pool, ask))

    def askables(self) -> list[Askable]:
        """Everything that can be asked, in learning order."""
        return in_order_of_learning(self._index, self._asks, self.authors_items)

    def rank_of(self, item: Item, number: int) -> int:
        """Rank of an author's question for a fact; a lower rank comes earlier.

        `number` is the fact's index in it. Important questions about one fact come first; those about several facts, or
        of less importance, later.
        """
        [question] = (self._pack.questions[each.removeprefix(QUESTION)] for each in item.written_as)
        return number + len(question.about) - 1 + LESS * (MOST_IMPORTANT - written.importance_of(self._index, question))

    def about(self, facts: Collection[str], seed: int, each: int = 2) -> Iterator[Item]:
        """For each fact, at most `each` items of every family; none if no sound set of options was found.

        The same arguments give the same items, whatever was asked for before.
        """
        for fact in facts:
            made: Counter[str] = Counter()
            for pool, ask in self._asks.get(fact, ()):
                for item in self._choices(pool, ask, f"{seed}:{ask.id}", each - made[ask.kind]):
                    made[ask.kind] += 1
                    yield item
            yield from self._others(fact, f"{seed}:{fact}", each)

    @cached_property
    def authors_items(self) -> tuple[Item, ...]:
        """Items of authors' questions, one for every way in which each can be answered."""
        return tuple(
            written_item.make_item(self._index, turn, 0, way)
            for turn in written.turns(self._index, 0, None, None)
            for way in turn.ways
        )

    def _choices(self, pool: Pool, ask: BareQuestion, seed: str, count: int) -> Iterator[Item]:
        if count < 1 or not gives_choices(self._index, pool.kind):
            return
        rng = random.Random(seed)
        ledger = self._maker.ledger = _WantedLedger(ask)
        sets = SetDrawer(self._proofs, ledger, rng, whole=True)
        leaning = pool.offering_first(ask.answer)
        around = leaning.near(ask.answer)[:AROUND]
        for _ in range(TRIES):
            centre = ask.answer if not around or rng.random() * MOST < 1 else rng.choice(around)
            draw = sets.draw(leaning, centre, 1, rng.choice(list(Difficulty)))
            if draw is not None and draw.ask is ask and not ledger.is_repeated(draw.answers):
                yield self._maker.finish(draw, self._maker.grade(pool, draw.likeness))
                if ledger.total == count:
                    return

    def _others(self, fact: str, seed: str, count: int) -> Iterator[Item]:
        """Items about a fact in other responses than choice."""
        for response, make in MAKERS.items():
            ledger = Ledger()
            rng = random.Random(f"{seed}:{response}")
            sets = SetDrawer(self._proofs, ledger, rng, whole=True)
            wanted = tuple(self._asks.get(fact, ()))
            material = _WantedMaterial(self._index, self._pools, sets, rng, self._maker.grade, wanted=wanted)
            yield from islice((item for item in dict.fromkeys(make(material)) if fact in item.asked_ids), count)


def _asks(pool: Pool) -> Iterator[BareQuestion]:
    """The wanted questions of a pool whose answers have enough others of their kind."""
    return (ask for answer in pool.answers for ask in pool.asks[answer.id] if ask.wanted)
