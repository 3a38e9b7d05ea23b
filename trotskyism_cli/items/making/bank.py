"""The bank: a stream of items from a pack, the same for the same seed."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from trotskyism_cli.items.families import dates, entries
from trotskyism_cli.items.grounds import aspects
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of
from trotskyism_cli.items.grounds.bare_questions import BareQuestion, ends_of, restricted_to_topics
from trotskyism_cli.items.grounds.index import Index, build_index
from trotskyism_cli.items.making.key_places import with_keys_spread
from trotskyism_cli.items.making.maker import Maker
from trotskyism_cli.items.making.mixture import AskedBefore, NearFirst, Source, Sources, mixture, turn_probabilities
from trotskyism_cli.items.making.paper import Paper
from trotskyism_cli.items.making.parts import Part, parts
from trotskyism_cli.items.model import WRITTEN, Difficulty, Item, Response
from trotskyism_cli.items.options.cues import named_in
from trotskyism_cli.items.options.explain import explainable
from trotskyism_cli.items.options.ledger import Ledger
from trotskyism_cli.items.options.pools import Pool, gives_choices
from trotskyism_cli.items.responses.material import Material
from trotskyism_cli.items.responses.mix import MAKERS, SHARES, fresh
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.items.written.nearness import Near, nearness_of
from trotskyism_cli.items.written.written_item import Turn
from trotskyism_cli.pack.pack import Pack

Family = Callable[[Index], Iterable[BareQuestion]]
FAMILIES: tuple[Family, ...] = (entries.asks, dates.years)
# Every possible `kind` of an item.
KINDS = (*aspects.FAMILIES, WRITTEN)


def kinds(pack: Pack) -> tuple[str, ...]:
    """The families of items that this pack yields, by name.

    Makes an item of each to find out, which takes a second or two.
    """
    index = build_index(pack)
    pools = pools_of(index, Wanted(trivia=True))
    found = {WRITTEN} if written.askable(index) else set()
    for pool in pools:
        if pool.kind in found:
            continue
        maker = Maker(index, [pool], random.Random(0), whole=True)
        if not gives_choices(index, pool.kind):
            material = Material(index, [pool], maker.sets, maker.rng, maker.grade)
            made = any(any(make(material)) for make in MAKERS.values())
        else:
            made = any(maker.items(aspect_of(pool.kind)))
        if made:
            found.add(pool.kind)
    return tuple(kind for kind in KINDS if kind in found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask about: chapters, entries or facts (ids), and families (see `kinds`). None means any.

    Facts of importance 1 are asked only as `trivia`, or if they are named in `facts`.
    """

    topics: Collection[str] | None = None
    entries: Collection[str] | None = None
    facts: Collection[str] | None = None
    kinds: Collection[str] | None = None
    difficulty: Difficulty | None = None
    responses: Collection[Response] = (Response.CHOICE,)
    trivia: bool = False

    @property
    def min_importance(self) -> int:
        """Lowest importance that is asked about."""
        return 1 if self.trivia or self.facts is not None else 2


def generate(pack: Pack, n: int, seed: int, wanted: Wanted | None = None) -> Iterator[Item]:
    """Yield at most `n` items; fewer if the pack gives no more without repeating itself.

    The distractors may come from chapters that are not asked about. If several responses are wanted, most items are
    choices.
    """
    wanted = wanted or Wanted()
    found = (
        item
        for part in parts(pack, seed, wanted.topics, wanted.entries, wanted.facts)
        for item in _items_of(part, seed, wanted)
    )
    yield from with_keys_spread(islice(found, n), seed)


def _items_of(part: Part, seed: int, wanted: Wanted) -> Iterator[Item]:
    """Items of a whole pack or of one part of it."""
    index = build_index(part.pack)
    rng = random.Random(seed)
    pools = pools_of(index, wanted, part.own)
    maker = Maker(index, pools, rng, whole=wanted.topics is wanted.entries is wanted.facts is None)
    by_authors, made = _supply(index, pools, wanted)
    taken = turn_probabilities(by_authors + made) if wanted.entries is wanted.facts is wanted.kinds is None else None
    shares = {each: by_authors[each] / (by_authors[each] + made[each]) if made[each] else 1.0 for each in Aspect}
    sources = _sources(index, pools, maker, seed, wanted, shares)
    yield from mixture(sources, random.Random(f"mixture:{seed}"), taken)


def _supply(index: Index, pools: Iterable[Pool], wanted: Wanted) -> tuple[Counter[Aspect], Counter[Aspect]]:
    """How much there is to ask of each aspect, by weight: in authors' questions, and in questions made from facts."""
    made = Counter[Aspect]()
    otherwise = not set(MAKERS).isdisjoint(wanted.responses)
    for pool in pools:
        if otherwise or gives_choices(index, pool.kind):
            made[aspect_of(pool.kind)] += sum(map(pool.odds, pool.seeds))
    return written.supply(index, wanted.topics, wanted.min_importance, wanted.responses), made


def _sources(
    index: Index, pools: Iterable[Pool], maker: Maker, seed: int, wanted: Wanted, by_authors: Mapping[Aspect, float]
) -> dict[Aspect, Sources]:
    """For each aspect, where its items come from. `by_authors` is the share of authors' questions.

    So of two questions of equal weight, neither comes more often because of who made it.
    """
    others = {response: make for response, make in MAKERS.items() if response in wanted.responses}
    paper = Paper(index)
    asked = _AskedInPaper(paper, index, maker.ledger)
    found: dict[Aspect, Sources] = {}
    for aspect in Aspect:
        made = []
        if Response.CHOICE in wanted.responses:
            made.append(Source(maker.items(aspect, wanted.difficulty), SHARES[Response.CHOICE], paper))
        own = [pool for pool in pools if aspect_of(pool.kind) is aspect]
        for response, make in others.items():
            rng = random.Random(f"{response}:{aspect}:{seed}")
            material = Material(index, own, maker.sets, rng, maker.grade)
            made.append(Source(fresh(make(material), wanted.difficulty), SHARES[response], asked))
        found[aspect] = Sources(_by_authors(index, seed, wanted, aspect, asked), made, by_authors[aspect])
    return found


@dataclass(frozen=True, slots=True)
class _AskedInPaper:
    """Checks that an item fits the paper, and tells the maker's ledger of items made elsewhere."""

    paper: Paper
    index: Index
    ledger: Ledger

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        return self.paper.fits(item, in_export=in_export)

    def note(self, item: Item) -> None:
        self.paper.note(item)
        self.ledger.record_other(item, partial(named_in, self.index, item.stem))


def _by_authors(index: Index, seed: int, wanted: Wanted, aspect: Aspect, asked: AskedBefore) -> Source | NearFirst:
    """Authors' questions of an aspect.

    If entries are wanted, authors' questions of all aspects come under thought, those nearest to the entries first.
    """
    turns = partial(written.turns, index, seed, wanted.topics, wanted.difficulty, wanted.min_importance)
    if wanted.kinds is not None and WRITTEN not in wanted.kinds:
        return Source(iter(()), 1, asked)
    if wanted.entries is None:
        return Source(_authors_items(index, seed, wanted, turns(aspect)), 1, asked)
    every = list(turns()) if aspect is Aspect.THOUGHT else []
    nearness = nearness_of(index, [turn.question for turn in every], wanted.entries)

    def those(*nears: Near) -> Source:
        own = (turn for near in nears for turn in every if nearness.get(turn.question.id) is near)
        return Source(_authors_items(index, seed, wanted, own), 1, asked)

    return NearFirst(those(Near.ABOUT, Near.CONNECTED), those(Near.MENTIONED))


def _authors_items(index: Index, seed: int, wanted: Wanted, turns: Iterable[Turn]) -> Iterator[Item]:
    """Items of these authors' questions, in the wanted responses and about the wanted facts."""
    for turn in turns:
        item = written.in_one_way(index, turn, seed, wanted.responses)
        if item and (wanted.facts is None or not set(item.asked_ids).isdisjoint(wanted.facts)):
            yield item


def pools_of(index: Index, wanted: Wanted, own: Collection[str] | None = None) -> list[Pool]:
    """The pools of every family: questions grouped with those that share their answers.

    Only questions that match `wanted` (and, if given, are about the `own` entries) are asked; all others lend options.
    """
    return [pool for family in FAMILIES for pool in _family_pools(index, family, wanted, own)]


def _family_pools(index: Index, family: Family, wanted: Wanted, own: Collection[str] | None) -> list[Pool]:
    asks: dict[str, list[BareQuestion]] = defaultdict(list)
    for ask in family(index):
        of_kind = wanted.kinds is None or ask.kind in wanted.kinds
        # A fact too obscure to be asked is also too obscure for a distractor.
        if of_kind and ask.weight >= wanted.min_importance and explainable(index, ask):
            if wanted.topics is not None:
                ask = restricted_to_topics(index, ask, wanted.topics)
            is_own = own is None or index.facts[ask.evidence[0]].subject in own
            if not (is_own and _is_about(index, ask, wanted)):
                ask = replace(ask, wanted=False)
            asks[ask.kind].append(ask)
    return [pool for kind in sorted(asks) if (pool := Pool(index, kind, asks[kind])).seeds]


def _is_about(index: Index, ask: BareQuestion, wanted: Wanted) -> bool:
    entries = wanted.entries is None or not ends_of(index, ask).isdisjoint(wanted.entries)
    return entries and (wanted.facts is None or ask.evidence[0] in wanted.facts)
