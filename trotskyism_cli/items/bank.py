"""The bank: a stream of items from a pack, the same for the same seed."""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import RANK, Ask, ends_of, within
from trotskyism_cli.items.difficulty import sampled, scale
from trotskyism_cli.items.explain import explainable, explanation, option_notes
from trotskyism_cli.items.families import dates, entries, numbers, positions, quotations, texts, written
from trotskyism_cli.items.index import Index, build_index
from trotskyism_cli.items.ledger import Ledger
from trotskyism_cli.items.model import Certificate, Difficulty, Item, Response, Rule
from trotskyism_cli.items.pools import Pool, Scope
from trotskyism_cli.items.responses.mix import mix
from trotskyism_cli.items.responses.stock import Stock
from trotskyism_cli.items.sets import Draw, Sets
from trotskyism_cli.items.truth import RankOf, dates_of
from trotskyism_cli.pack.model import Pack

FAMILIES: tuple[Callable[[Index], Iterable[Ask]], ...] = (
    entries.asks,
    texts.asks,
    dates.years,
    dates.in_years,
    dates.orders,
    quotations.asks,
    positions.asks,
    numbers.asks,
)
TURNS = 16  # how often one question may come back with other options
TRIES = 3  # attempts to begin a set with an answer that may fail in each turn
KIND_SHARE = 0.3  # of one family in a bank
RANKS = ("first", "second", "third")


def kinds(pack: Pack) -> tuple[str, ...]:
    """The families of items that this pack gives, by name."""
    index = build_index(pack)
    found = dict.fromkeys(pool.name.partition("/")[0] for pool in _pools(index, Wanted()))
    return (*found, *([written.KIND] if written.askable(index) else []))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: about which chapters or entries (ids), in which families (see `kinds`); anything if None."""

    topics: Collection[str] | None = None
    entries: Collection[str] | None = None
    kinds: Collection[str] | None = None
    difficulty: Difficulty | None = None
    responses: Collection[Response] = (Response.CHOICE,)


def generate(pack: Pack, n: int, seed: int, wanted: Wanted | None = None) -> Iterator[Item]:
    """At most `n` items, fewer if the pack gives no more without repeating itself.

    The wrong options may come from chapters that are not asked about. Of several responses, most items are choices.
    """
    wanted = wanted or Wanted()
    index = build_index(pack)
    pools = _pools(index, wanted)
    maker = _Maker(index, pools, seed, whole=wanted.topics is None and wanted.entries is None)
    stream = maker.items(n, wanted.difficulty)
    if set(wanted.responses) != {Response.CHOICE}:
        stock = Stock(index, pools, maker.sets, random.Random(seed), maker.grade)
        stream = mix(stock, maker.ledger, stream, wanted.responses, wanted.difficulty)
    yield from islice(written.mixed(stream, _by_hand(index, seed, wanted, maker.ledger), seed), n)


def _by_hand(index: Index, seed: int, wanted: Wanted, ledger: Ledger) -> Iterator[Item]:
    """The questions of authors that are wanted; what each shows is noted, so that it answers no item after it."""
    if wanted.kinds is not None and written.KIND not in wanted.kinds:
        return
    for item in written.items(index, seed, wanted.topics, wanted.difficulty):
        subjects = {index.facts[each].subject for each in item.asked_ids if each in index.facts}
        if item.response in wanted.responses and (wanted.entries is None or not subjects.isdisjoint(wanted.entries)):
            ledger.note(" ".join((item.stem, *item.options, item.explanation)))
            yield item


def _pools(index: Index, wanted: Wanted) -> list[Pool]:
    asks: dict[str, list[Ask]] = defaultdict(list)
    for family in FAMILIES:
        for ask in family(index):
            if (wanted.kinds is None or ask.kind in wanted.kinds) and explainable(index, ask):
                if wanted.topics is not None:
                    ask = within(index, ask, wanted.topics)
                if wanted.entries is not None and ends_of(index, ask).isdisjoint(wanted.entries):
                    ask = replace(ask, wanted=False)
                asks[ask.pool].append(ask)
    return [pool for name in sorted(asks) if (pool := Pool(index, name, asks[name])).seeds]


class _Turns:
    """The answers of a pool that may still begin a set at a level. Who failed before is tried less."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.seeds: list[Answer] = []
        self.left = 0
        self._tries = {answer.id: TRIES - 1 for answer in pool.seeds}

    def begin(self) -> None:
        """Begin a level: everyone has a try more than was left, but no more than at first."""
        self._tries = {answer: min(TRIES, tries + 1) for answer, tries in self._tries.items()}
        self.seeds = [answer for answer in self.pool.seeds for _ in range(self._tries[answer.id])]
        self.left = sum(map(len, self.pool.asks.values()))

    def fail(self, place: int) -> None:
        """Take away one try of an answer."""
        self._tries[self.seeds[place].id] -= 1
        self.seeds[place] = self.seeds[-1]
        self.seeds.pop()


class _Maker:
    """Makes items from pools, in turns: every question once, as far as that goes, then every question again."""

    def __init__(self, index: Index, pools: list[Pool], seed: int, *, whole: bool) -> None:
        self._index = index
        self._pools = pools
        self._rng = random.Random(seed)
        self.ledger = Ledger()
        self.sets = Sets(index, self.ledger, self._rng, whole=whole)
        self._scales: dict[str, Callable[[float], Difficulty]] = {}

    def items(self, n: int, difficulty: Difficulty | None) -> Iterator[Item]:
        made: Counter[str] = Counter()
        turns = {pool.name: _Turns(pool) for pool in self._pools}
        for level in range(1, TURNS + 1):
            for turn in turns.values():
                turn.begin()
            while self.ledger.total < n:
                names = [name for name, turn in turns.items() if turn.seeds and self._has_room(made, name)]
                if not names:
                    break
                turn = turns[self._rng.choices(names, [max(1, turns[name].left) for name in names])[0]]
                item = self._item(turn, level, difficulty)
                if item is not None:
                    made[item.kind] += 1
                    turn.left -= 1
                    yield item

    def _has_room(self, made: Counter[str], pool: str) -> bool:
        kind = pool.partition("/")[0]
        return len(self._pools) < 4 or made[kind] <= 10 + KIND_SHARE * self.ledger.total

    def _item(self, turn: _Turns, level: int, difficulty: Difficulty | None) -> Item | None:
        while turn.seeds:
            place = self._rng.randrange(len(turn.seeds))
            band = difficulty or self._rng.choice(list(Difficulty))
            draw = self.sets.draw(turn.pool, turn.seeds[place], level, band)
            if draw is not None and not self.ledger.is_repeated(draw.answers) and not self._tells(draw):
                found = self.grade(turn.pool, draw.likeness)
                if difficulty is None or found is difficulty:
                    return self._finish(draw, found)
            turn.fail(place)
        return None

    def grade(self, pool: Pool, likeness: float) -> Difficulty:
        """How hard a set is in its pool, whose scale is sampled when it is first wanted: a short quiz needs few."""
        if pool.name not in self._scales:
            self._scales[pool.name] = _scale(self._index, pool)
        return self._scales[pool.name](likeness)

    def _tells(self, draw: Draw) -> bool:
        """Whether the set, with any of its members as key, answers an item of just before, or is answered by one."""
        options = " ".join(answer.label for answer in draw.answers)
        return any(self.ledger.is_told(ask, options) for ask in draw.own if ask)

    def _finish(self, draw: Draw, difficulty: Difficulty) -> Item:
        ask = draw.ask
        wording = self.ledger.next_wording(ask)
        stem = ask.stems[wording]
        if isinstance(ask.query, RankOf):
            stem = stem.replace(RANK, _rank(self._index, draw))
        options = tuple(answer.label for answer in draw.answers)
        told = explanation(self._index, draw)
        self.ledger.enter(ask, draw.answers, wording, " ".join((stem, *options, told)))
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
    """What is easy and what is hard in a pool."""

    def near(seed: Answer, band: Difficulty, rng: random.Random) -> list[Answer]:
        return pool.window(seed, Scope(pool.asks), band, rng)

    return scale(sampled(index, pool.answers, near))


def _rank(index: Index, draw: Draw) -> str:
    """The place of the key in the order of time; `last` for the last."""
    firsts = [min(date.first for date in dates_of(index, index.facts[own.evidence[0]])) for own in draw.own if own]
    place = sorted(firsts).index(firsts[draw.key])
    return "last" if place == len(firsts) - 1 else RANKS[place]


def _evidence(draw: Draw) -> tuple[str, ...]:
    """What the item rests on: first the fact that is asked, then those that tell what the other options are."""
    premises = [each for proof in draw.proofs if proof for each in (*proof.premises, proof.shows)]
    told = [own.evidence[0] for own in draw.own if own]
    every = [*draw.ask.evidence, *premises, *told]
    return tuple(dict.fromkeys(each for each in every if each and not each.startswith("complete:")))


def _certificates(draw: Draw) -> Iterator[Certificate]:
    for place, proof in enumerate(draw.proofs):
        if proof is None:
            yield Certificate(place, Rule.KEY, draw.ask.evidence)
        else:
            yield Certificate(place, proof.rule, proof.premises)


def _item_id(ask: Ask, options: tuple[str, ...]) -> str:
    """The same for the same question with the same options; it tells nothing of the answer."""
    text = "\n".join((ask.kind, *ask.evidence, ask.id, *sorted(options)))
    return f"{ask.kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
