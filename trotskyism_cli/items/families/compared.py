"""The one or the other: two things of which each belongs to one of two entries that are easily confused.

The options are all four ways to hand the two things out. They are the same four whichever is right, and each of them
is right in turn: so nothing seen in the options tells the key.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.explain import sources_told, told
from trotskyism_cli.items.model import Certificate, Response, Rule
from trotskyism_cli.items.pools import Pool
from trotskyism_cli.items.responses.stock import Draft, Made, Stock, made
from trotskyism_cli.items.words import all_words, is_sound_stem
from trotskyism_cli.pack.model import Kind

KIND = "compare"
# Families whose questions are halves of these, where their answer is an entry; not places, which nobody confuses.
FROM = (
    *("who", "organisation", "event", "work", "concept"),
    *("in-year", "holder", "speaker", "content", "decision", "outcome", "role", "term"),
)
TELLING = ("born-in", "died-in")  # the relations, by the ids that every pack gives them: a name tells its country
NEAREST = 8  # entries, the most alike first, with which one is compared
LONGEST_PAIR = 14  # words of the two names
LONGEST = 18  # words of a question that is one half of another
ROUNDS = 6  # how often one entry begins a comparison
AGAIN = 2  # times that two entries are compared
TRIES = 12  # pairs of questions, of which some are too long together
OFTEN = 4  # times that one fact is used
_NOUN = r"people|organisations|events|works|concepts|ideas|terms|dates"
_OF_THESE = re.compile(rf"\b([Ww]hich|[Ww]ho) (?:one )?(?:of|among) these(?: (?:{_NOUN}))?(?= )")
_POINTS = re.compile(r"\b(these|following|among|according)\b|:", re.IGNORECASE)

Pair = tuple[Answer, Answer]
Row = tuple[Ask, Ask]  # what is asked first, and what second


def items(stock: Stock) -> Iterator[Made]:
    """For two entries with two facts each that the other certainly does not share: one item."""
    pool = Pool(stock.index, KIND, [half for each in stock.pools for half in _halves(each)])
    pairs: Counter[frozenset[str]] = Counter()
    used: Counter[str] = Counter()
    beginnings = list(pool.answers)
    for _ in range(ROUNDS):
        stock.rng.shuffle(beginnings)
        for one in beginnings:
            for other in pool.near(one)[:NEAREST]:
                pair = frozenset((one.id, other.id))
                row = _row(stock, pool, (one, other), used) if pairs[pair] < AGAIN else None
                if row:
                    pairs[pair] += 1
                    used.update(ask.evidence[0] for ask in row)
                    yield made(_draft(stock, pool, (one, other), row))
                    break


def _halves(pool: Pool) -> Iterator[Ask]:
    """The questions of a pool for an entry, each in the one wording that can stand beside another."""
    if pool.kind in FROM:
        for answer in pool.answers:
            for ask in pool.asks[answer.id] if answer.entry else ():
                telling = ask.template.partition(":")[0] in TELLING
                if (stem := _stem(ask)) and ask.wanted and not ask.minor and not telling:
                    yield replace(ask, id=f"{ask.id}/{KIND}", stems=(stem,))


def _stem(ask: Ask) -> str:
    """The first wording that stands alone and is short."""
    pronoun = "who" if ask.answer.form.startswith(Kind.PERSON) else r"\1"
    stems = (_OF_THESE.sub(pronoun, wording) for wording in ask.stems)
    return next((stem for stem in stems if len(stem.split()) <= LONGEST and not _POINTS.search(stem)), "")


def _row(stock: Stock, pool: Pool, both: Pair, used: Counter[str]) -> Row | None:
    """Two questions, if each of the two entries can be the answer to either; whose they are is left to chance."""
    if sum(len(answer.label.split()) for answer in both) > LONGEST_PAIR:
        return None
    halves = {answer: _fair(stock, pool, answer, other, used) for answer, other in (both, both[::-1])}
    if any(len({ask.evidence[0] for ask in asks}) < len(both) for asks in halves.values()):
        return None
    way = (stock.rng.choice(both), stock.rng.choice(both))
    for _ in range(TRIES):
        first, second = (stock.rng.choice(halves[answer]) for answer in way)
        if first.evidence[0] != second.evidence[0] and is_sound_stem(_whole_stem(stock, both, (first, second))):
            return first, second
    return None


def _fair(stock: Stock, pool: Pool, answer: Answer, other: Answer, used: Counter[str]) -> list[Ask]:
    """Questions whose answer is the one entry, and certainly not the other, and that name neither."""
    names = answer.words | answer.also | other.words | other.also
    return [
        ask
        for ask in pool.asks[answer.id]
        if used[ask.evidence[0]] < OFTEN and not _words(ask.stems[0]) & names and stock.sets.wrong(ask, other)
    ]


@lru_cache(maxsize=4096)
def _words(stem: str) -> frozenset[str]:
    return all_words(stem)


def _whole_stem(stock: Stock, both: Sequence[Answer], row: Row) -> str:
    """`Leon Trotsky or Joseph Stalin: who wrote My Life, and who wrote Foundations of Leninism?`"""
    named = " or ".join(stock.index.pack.entries[answer.entry].phrase for answer in both)
    asked = [ask.stems[0].removesuffix("?") for ask in row]
    halves = ", and ".join(stem[0].lower() + stem[1:] for stem in asked)
    return f"{named[0].upper()}{named[1:]}: {halves}?"


def _draft(stock: Stock, pool: Pool, both: Pair, row: Row) -> Draft:
    ways = list(product(both, repeat=2))
    stock.rng.shuffle(ways)
    facts = [ask.evidence[0] for ask in row]
    explained = [told(stock.index, fact) for fact in facts]
    key = next(place for place, way in enumerate(ways) if _wrong_half(way, row) is None)
    return Draft(
        response=Response.CHOICE,
        kind=KIND,
        asks=row,
        difficulty=stock.difficulty(pool, both),
        stem=_whole_stem(stock, stock.rng.sample(both, 2), row),
        options=tuple(_label(way) for way in ways),
        answer=(key,),
        explanation=" ".join((f"{_label(ways[key])}.", *explained, sources_told(stock.index, facts))),
        notes=tuple(_note(stock, way, row) for way in ways),
        certificates=tuple(_certificate(stock, place, way, row) for place, way in enumerate(ways)),
    )


def _label(way: tuple[Answer, ...]) -> str:
    return ", then ".join(answer.label for answer in way)


def _wrong_half(way: tuple[Answer, ...], row: Row) -> int | None:
    """The first of the two questions to which a way gives a wrong answer; None if both are right."""
    return next((place for place, ask in enumerate(row) if way[place].id != ask.answer.id), None)


def _note(stock: Stock, way: tuple[Answer, ...], row: Row) -> str:
    wrong = [ask for place, ask in enumerate(row) if way[place].id != ask.answer.id]
    return f"{_label(way)}: {' '.join(told(stock.index, ask.evidence[0]) for ask in wrong) if wrong else 'right.'}"


def _certificate(stock: Stock, place: int, way: tuple[Answer, ...], row: Row) -> Certificate:
    half = _wrong_half(way, row)
    if half is None:
        return Certificate(place, Rule.KEY, tuple(each for ask in row for each in ask.evidence))
    proof = stock.sets.wrong(row[half], way[half])
    return Certificate(place, proof.rule if proof else Rule.KEY, proof.premises if proof else ())
