"""Items to order, about wanted facts: what a study session asks for, where a quiz takes what comes.

A set of options is drawn around the wanted answer or around one of its neighbours, as often as in the bank, and counts
only if chance then makes the wanted answer its key. So here, too, nothing seen in the options alone tells the key.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.asks import Ask
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.bank import Wanted, pools_of
from trotskyism_cli.items.making.learning_order import in_order_of_learning
from trotskyism_cli.items.making.maker import Maker
from trotskyism_cli.items.model import QUESTION, Difficulty, Item
from trotskyism_cli.items.options.ledger import Ledger
from trotskyism_cli.items.options.pools import Pool, gives_choices
from trotskyism_cli.items.options.proofs import Proofs
from trotskyism_cli.items.options.sets import MOST, Sets
from trotskyism_cli.items.responses.mix import MAKERS
from trotskyism_cli.items.responses.stock import Stock
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.items.written import written_item
from trotskyism_cli.pack.pack import Pack

TRIES = 40  # sets drawn for one question before it is given up
MOST_IMPORTANT, LESS = 3, 2  # of a question; how many further facts in it weigh as much as that it matters less
AROUND = 8  # neighbours of an answer around which a set may be drawn


class _WantedLedger(Ledger):
    """Lets every question be asked, but of those with the wanted answer only the wanted one."""

    def __init__(self, wanted: Ask) -> None:
        super().__init__()
        self._wanted = wanted

    def may_ask(self, ask: Ask, level: int) -> bool:
        return ask is self._wanted or ask.answer.id != self._wanted.answer.id

    def may_show(self, pool: str, answer: Answer) -> bool:
        return True

    def is_new(self, kind: str, answers: Sequence[Answer]) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _WantedStock(Stock):
    """A stock in which only some questions begin an item."""

    wanted: tuple[tuple[Pool, Ask], ...] = ()

    def beginnings(self, fits: Callable[[Ask], bool]) -> Iterator[tuple[Pool, Ask]]:
        """The wanted questions that fit, twice."""
        return ((pool, ask) for pool, ask in self.wanted * 2 if fits(ask))


class WantedItems:
    """Makes items about wanted facts of a pack. To open it takes about as long as a quiz takes to begin."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._index = build_index(pack)
        self._pools = pools_of(self._index, Wanted(trivia=True))
        self._proofs = Proofs(self._index)
        self._maker = Maker(self._index, (), random.Random(0), whole=True)
        self._asks: dict[str, list[tuple[Pool, Ask]]] = defaultdict(list)
        for pool in self._pools:
            for ask in _asks(pool):
                self._asks[ask.evidence[0]].append((pool, ask))

    def askables(self) -> list[Askable]:
        """What can be asked, in the order in which it should be learnt."""
        return in_order_of_learning(self._index, self._asks, self.further)

    def behind(self, item: Item, number: int) -> int:
        """How far behind others an author's question comes where its fact of this number is to be asked.

        The questions about a fact alone come first, and those last that touch on it beside others, or matter less.
        """
        [question] = (self._pack.questions[each.removeprefix(QUESTION)] for each in item.written_as)
        return number + len(question.about) - 1 + LESS * (MOST_IMPORTANT - written.weight_of(self._index, question))

    def about(self, facts: Collection[str], seed: int, each: int = 2) -> Iterator[Item]:
        """For each fact at most `each` items of every family; none if no sound set of options was found.

        The same arguments give the same items, whatever else was asked for before.
        """
        for fact in facts:
            made: Counter[str] = Counter()
            for pool, ask in self._asks.get(fact, ()):
                for item in self._choices(pool, ask, f"{seed}:{ask.id}", each - made[ask.kind]):
                    made[ask.kind] += 1
                    yield item
            yield from self._others(fact, f"{seed}:{fact}", each)

    @cached_property
    def further(self) -> tuple[Item, ...]:
        """Items that are not made about one fact: those written by hand, in every way in which they can be answered."""
        return tuple(
            written_item.item(self._index, turn, 0, way)
            for turn in written.turns(self._index, 0, None, None)
            for way in turn.ways
        )

    def _choices(self, pool: Pool, ask: Ask, seed: str, count: int) -> Iterator[Item]:
        if count < 1 or not gives_choices(self._index, pool.kind):
            return
        rng = random.Random(seed)
        ledger = self._maker.ledger = _WantedLedger(ask)
        sets = Sets(self._proofs, ledger, rng, whole=True)
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
        """Items about a fact that are answered otherwise than by choosing one option."""
        for response, make in MAKERS.items():
            ledger = Ledger()
            rng = random.Random(f"{seed}:{response}")
            sets = Sets(self._proofs, ledger, rng, whole=True)
            wanted = tuple(self._asks.get(fact, ()))
            stock = _WantedStock(self._index, self._pools, sets, rng, self._maker.grade, wanted=wanted)
            yield from islice((item for item in dict.fromkeys(make(stock)) if fact in item.asked_ids), count)


def _asks(pool: Pool) -> Iterator[Ask]:
    """The questions of a pool whose answers have enough of their like."""
    return (ask for answer in pool.answers for ask in pool.asks[answer.id] if ask.wanted)
