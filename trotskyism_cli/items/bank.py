"""The bank: a stream of items from a pack, the same for the same seed."""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import RANK, Ask, ends_of, filled_in, within
from trotskyism_cli.items.difficulty import sampled, scale
from trotskyism_cli.items.explain import by_time, explainable, explanation, option_notes
from trotskyism_cli.items.families import (
    dates,
    entries,
    numbers,
    positions,
    quotations,
    texts,
    written,
)
from trotskyism_cli.items.index import Index, build_index
from trotskyism_cli.items.ledger import Ledger
from trotskyism_cli.items.model import Certificate, Difficulty, Item, Response, Rule
from trotskyism_cli.items.pools import Pool, Scope
from trotskyism_cli.items.proofs import Proofs
from trotskyism_cli.items.responses.mix import mix
from trotskyism_cli.items.responses.stock import Stock
from trotskyism_cli.items.sets import Draw, Sets
from trotskyism_cli.items.streams import mingled
from trotskyism_cli.items.truth import RankOf
from trotskyism_cli.pack.model import Pack

Family = Callable[[Index], Iterable[Ask]]
FAMILIES: tuple[Family, ...] = (
    entries.asks,
    texts.asks,
    dates.years,
    dates.in_years,
    dates.orders,
    quotations.asks,
    positions.asks,
    numbers.asks,
)
# Every name that an item can have as its `kind`.
KINDS = (
    *("who", "organisation", "event", "work", "concept", "place", "name", "role", "year", "in-year", "order"),
    *("number", "definition", "term", "content", "outcome", "decision", "speaker", "quotation", "quoted-work"),
    *("holder", "position", written.KIND),
)
TURNS = 20  # how often one question may come back with other options
TRIES = 4  # attempts to begin a set with an answer that may fail in each turn
AGAIN = 0.2  # of an attempt, if a set was found that only comes at a bad moment, or is not as hard as is wanted
BARREN = 8  # attempts of an answer that came to nothing, one after the other: what there was to ask with it has been
REPEATED = 0.6  # of an attempt, if a set was found that there was before
KIND_SHARE = 0.3  # of one family in a bank, if there are enough to take others from
FEW_KINDS = 4
BY_HAND = 4  # one of so many items of a bank is written by hand, while there are any
RANKS = ("first", "second", "third")


def kinds(pack: Pack) -> tuple[str, ...]:
    """The families of items that this pack gives, by name: an item of each is made to see. Takes a second or two."""
    index = build_index(pack)
    pools = pools_of(index, Wanted(trivia=True))
    found = {written.KIND} if written.askable(index) else set()
    for pool in pools:
        if pool.kind not in found and any(Maker(index, iter([[pool]]), random.Random(0), whole=True).items(1, None)):
            found.add(pool.kind)
    return tuple(kind for kind in KINDS if kind in found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: about which chapters, entries or facts (ids), in which families (see `kinds`); any if None.

    What is only looked up (importance 1) is asked as `trivia`, or where the facts are named.
    """

    topics: Collection[str] | None = None
    entries: Collection[str] | None = None
    facts: Collection[str] | None = None
    kinds: Collection[str] | None = None
    difficulty: Difficulty | None = None
    responses: Collection[Response] = (Response.CHOICE,)
    trivia: bool = False

    @property
    def least(self) -> int:
        """The least importance of what is asked."""
        return 1 if self.trivia or self.facts is not None else 2


def generate(pack: Pack, n: int, seed: int, wanted: Wanted | None = None) -> Iterator[Item]:
    """At most `n` items, fewer if the pack gives no more without repeating itself.

    The wrong options may come from chapters that are not asked about. Of several responses, most items are choices. The
    first choice comes as soon as one family has been looked at.
    """
    wanted = wanted or Wanted()
    index = build_index(pack)
    rng = random.Random(seed)
    families = rng.sample(FAMILIES, len(FAMILIES))
    pools = [_family_pools(index, family, wanted) for family in families] if _is_mixed(wanted) else None
    coming = iter(pools) if pools else (_family_pools(index, family, wanted) for family in families)
    maker = Maker(index, coming, rng, whole=wanted.topics is wanted.entries is wanted.facts is None)
    stream = maker.items(n, wanted.difficulty)
    if pools:
        every = [pool for group in pools for pool in group]
        stock = Stock(index, every, maker.sets, random.Random(seed), maker.grade, wanted.least)
        stream = mix(stock, maker.ledger, stream, wanted.responses, wanted.difficulty)
    by_hand = _by_hand(index, seed, wanted, maker.ledger)
    yield from islice(mingled(stream, by_hand, f"{written.KIND}:{seed}", BY_HAND), n)


def _is_mixed(wanted: Wanted) -> bool:
    return set(wanted.responses) != {Response.CHOICE}


def _by_hand(index: Index, seed: int, wanted: Wanted, ledger: Ledger) -> Iterator[Item]:
    """The questions of authors that are wanted; what each shows is noted, so that it answers no item after it."""
    if wanted.kinds is not None and written.KIND not in wanted.kinds:
        return
    for item in written.items(index, seed, wanted.topics, wanted.difficulty, wanted.least):
        subjects = {index.facts[each].subject for each in item.asked_ids if each in index.facts}
        about = wanted.entries is None or not subjects.isdisjoint(wanted.entries)
        if wanted.facts is not None:
            about = about and not set(item.asked_ids).isdisjoint(wanted.facts)
        if about and item.response in wanted.responses:
            ledger.note(" ".join((item.stem, *item.options, item.explanation)))
            yield item


def pools_of(index: Index, wanted: Wanted) -> list[Pool]:
    """Every family's questions that share their answers, as far as they are wanted."""
    return [pool for family in FAMILIES for pool in _family_pools(index, family, wanted)]


def _family_pools(index: Index, family: Family, wanted: Wanted) -> list[Pool]:
    asks: dict[str, list[Ask]] = defaultdict(list)
    for ask in family(index):
        if (wanted.kinds is None or ask.kind in wanted.kinds) and explainable(index, ask):
            if wanted.topics is not None:
                ask = within(index, ask, wanted.topics)
            if ask.weight < wanted.least or not _is_about(index, ask, wanted):
                ask = replace(ask, wanted=False)
            asks[ask.pool].append(ask)
    return [pool for name in sorted(asks) if (pool := Pool(index, name, asks[name])).seeds]


def _is_about(index: Index, ask: Ask, wanted: Wanted) -> bool:
    entries = wanted.entries is None or not ends_of(index, ask).isdisjoint(wanted.entries)
    return entries and (wanted.facts is None or ask.evidence[0] in wanted.facts)


class _Turns:
    """The answers of a pool that may still begin a set at a level. Who failed before is tried less."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.seeds: list[Answer] = []
        self.left = 0
        self._tries = {answer.id: TRIES - 1.0 for answer in pool.seeds}
        self._barren: Counter[str] = Counter()
        self.begin()

    def begin(self, more: int = 1) -> None:
        """Begin a level: everyone has so many tries more than were left, but no more than at first."""
        self._tries = {answer: min(TRIES, tries + more) for answer, tries in self._tries.items()}
        hopeful = (answer for answer in self.pool.seeds if self._barren[answer.id] < BARREN)
        self.seeds = [answer for answer in hopeful if self._tries.get(answer.id, 0) > 0]
        self.left = sum(map(len, self.pool.asks.values()))

    def fail(self, place: int, cost: float = 1.0) -> None:
        """Take away a try of an answer, or a part of one."""
        answer = self.seeds[place].id
        self._tries[answer] -= cost
        self._barren[answer] += cost == 1.0
        if self._tries[answer] <= 0:
            self._remove(place)

    def rest(self, place: int) -> None:
        """Leave an answer out until the next level."""
        self._remove(place)

    def succeed(self, place: int) -> None:
        """Note that an answer began a set that became an item."""
        del self._barren[self.seeds[place].id]
        self.left -= 1

    def drop(self, place: int) -> None:
        """Take away all tries of an answer, for good."""
        del self._tries[self.seeds[place].id]
        self._remove(place)

    def _remove(self, place: int) -> None:
        self.seeds[place] = self.seeds[-1]
        self.seeds.pop()


class Maker:
    """Makes items from pools, in turns: every question once, as far as that goes, then every question again.

    The families are looked at one by one, another one after each item, so that the first items come soon.
    """

    def __init__(self, index: Index, pools: Iterator[list[Pool]], rng: random.Random, *, whole: bool) -> None:
        self._index = index
        self._pools = pools
        self.rng = rng
        self.ledger = Ledger()
        self.sets = Sets(Proofs(index), self.ledger, self.rng, whole=whole)
        self._scales: dict[str, Callable[[float], Difficulty]] = {}
        self._turns: list[_Turns] = []
        self._made: Counter[str] = Counter()

    @property
    def pools(self) -> list[Pool]:
        """The pools looked at so far."""
        return [turn.pool for turn in self._turns]

    def items(self, n: int, difficulty: Difficulty | None) -> Iterator[Item]:
        """Items at every level, as long as there are any.

        What has not been asked at the first level has a second chance there, with options that stood together before.
        """
        for level, again in ((1, False), (1, True), *((level, False) for level in range(2, TURNS + 1))):
            self.ledger.lenient = again
            for each in self._turns:
                each.begin(TRIES if again else 1)
            while self.ledger.total < n and (turn := self._next_turn()):
                item = self._item(turn, level, difficulty)
                if item is not None:
                    self._made[item.kind] += 1
                    yield item

    def _next_turn(self) -> _Turns | None:
        """A pool that has its turn; None if all are through. Large ones come more often."""
        self._turns += map(_Turns, next(self._pools, ()))
        while not (open_turns := self._open_turns()):
            more = next(self._pools, None)
            if more is None:
                return None
            self._turns += map(_Turns, more)
        return self.rng.choices(open_turns, [max(1, turn.left) for turn in open_turns])[0]

    def _open_turns(self) -> list[_Turns]:
        most = 10 + KIND_SHARE * self.ledger.total
        full = {kind for kind, made in self._made.items() if made > most}
        if full and len({turn.pool.kind for turn in self._turns}) < FEW_KINDS:
            full.clear()
        return [turn for turn in self._turns if turn.seeds and turn.pool.kind not in full]

    def _item(self, turn: _Turns, level: int, difficulty: Difficulty | None) -> Item | None:
        while turn.seeds:
            place = self.rng.randrange(len(turn.seeds))
            if not self.sets.has_turn(turn.pool, turn.seeds[place], level):
                turn.rest(place)
                continue
            band = difficulty or self.rng.choice(list(Difficulty))
            draw = self.sets.draw(turn.pool, turn.seeds[place], level, band)
            repeated = draw is not None and self.ledger.is_repeated(draw.answers)
            if draw is not None and not repeated and not self._tells(draw):
                found = self.grade(turn.pool, draw.likeness)
                if difficulty is None or found is difficulty:
                    turn.succeed(place)
                    return self._finish(draw, found)
            if draw is not None:
                turn.fail(place, REPEATED if repeated else AGAIN)
                return None
            if self.sets.proofs.is_hopeless(turn.pool, turn.seeds[place]):
                turn.drop(place)
            else:
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
        return any(self.ledger.is_told(ask, options, self.sets.proofs.named(ask)) for ask in draw.own if ask)

    def _finish(self, draw: Draw, difficulty: Difficulty) -> Item:
        ask = draw.ask
        wording = self.ledger.next_wording(ask)
        stem = filled_in(ask.stems[wording], _blanks(self._index, draw))
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
            evidence_ids=_evidence(self._index, draw),
            certificates=tuple(_certificates(draw)),
        )


def _scale(index: Index, pool: Pool) -> Callable[[float], Difficulty]:
    """What is easy and what is hard in a pool."""

    def near(seed: Answer, band: Difficulty, rng: random.Random) -> list[Answer]:
        return pool.window(seed, Scope(pool.asks), band, rng)

    return scale(sampled(index, pool.answers, near))


def _blanks(index: Index, draw: Draw) -> dict[str, str]:
    """What a question about an order in time says: the place of the key."""
    if not isinstance(draw.ask.query, RankOf):
        return {}
    ordered = sorted((own for own in draw.own if own), key=lambda own: by_time(index.facts[own.evidence[0]]))
    place = ordered.index(draw.ask)
    return {RANK: "last" if place == len(ordered) - 1 else RANKS[place]}


def _evidence(index: Index, draw: Draw) -> tuple[str, ...]:
    """What the item rests on: first the facts that are asked, then those that tell what the other options are."""
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
