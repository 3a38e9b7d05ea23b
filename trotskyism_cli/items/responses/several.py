"""Items with several right options, all of which are wanted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.explain import sources_told, told
from trotskyism_cli.items.model import Certificate, Response, Rule
from trotskyism_cli.items.pools import Pool
from trotskyism_cli.items.responses.stock import Draft, Made, Stock, made
from trotskyism_cli.items.truth import ObjectOf, SubjectIn, SubjectOf
from trotskyism_cli.items.words import lengths_fit
from trotskyism_cli.pack.model import Kind

RIGHT = (2, 3)  # right options
MOST = 5  # options
ALL = "Choose all that apply."
_ONE = re.compile(
    r"\b(which) (?:one of these )?(person|people|organisation|event|concept|work|place)s?\b", re.IGNORECASE
)
_OF_THESE = re.compile(r"\b((?:Which|Who|whom|which) (?:of|among) these(?: \w+s| people)?) (was|is|has|does|lies) ")
_PLURAL = {"was": "were", "is": "are", "has": "have", "does": "do", "lies": "lie"}
_ROLE = re.compile(r"\b(were|are) (?:a|an|the) (founder|member|leader|author|part)\b")


def items(stock: Stock) -> Iterator[Made]:
    """Items in which each option is certainly right, or certainly wrong."""
    groups = _groups(stock)
    for pool, ask in stock.beginnings(lambda ask: len(groups.get(_key(ask), ())) >= min(RIGHT)):
        right = _right(stock, ask, groups[_key(ask)])
        wrong = _wrong(stock, pool, right, groups[_key(ask)])
        if len(right) >= min(RIGHT) and len(wrong) >= min(RIGHT):
            yield made(_draft(stock, pool, right, wrong))


def _groups(stock: Stock) -> dict[tuple[str, ...], list[Ask]]:
    """The questions that read the same: each has its own right answer, and all are right together."""
    found: dict[tuple[str, ...], list[Ask]] = defaultdict(list)
    for pool in stock.pools:
        for asks in pool.asks.values():
            for ask in asks:
                if ask.stems and isinstance(ask.query, ObjectOf | SubjectOf | SubjectIn) and ask.answer.entry:
                    found[_key(ask)].append(ask)
    return found


def _key(ask: Ask) -> tuple[str, ...]:
    return ask.pool, ask.template, *ask.stems


def _right(stock: Stock, ask: Ask, group: Sequence[Ask]) -> list[Ask]:
    """This and others of its group that look alike, two or three in all."""
    size = stock.rng.choice(RIGHT)
    others = [each for each in group if each.answer.id != ask.answer.id and each.answer.form == ask.answer.form]
    stock.rng.shuffle(others)
    right = [ask]
    for other in others:
        apart = not any(stock.index.related(each.answer.entry, other.answer.entry) for each in right)
        if len(right) < size and apart and lengths_fit([*(each.answer.label for each in right), other.answer.label]):
            right.append(other)
    return right


def _wrong(stock: Stock, pool: Pool, right: list[Ask], group: Sequence[Ask]) -> list[Answer]:
    """Answers that are certainly wrong, fair beside all of the right ones."""
    known = {ask.answer.id for ask in group}
    size = stock.rng.randint(2, MOST - len(right)) if len(right) < MOST - 1 else 1
    wrong: list[Answer] = []
    for answer in pool.near(right[0].answer):
        labels = [*(ask.answer.label for ask in right), *(each.label for each in wrong), answer.label]
        free = answer.id not in known and not any(stock.sets.exclude(each, answer) for each in wrong)
        if len(wrong) < size and free and lengths_fit(labels) and all(stock.sets.wrong(ask, answer) for ask in right):
            wrong.append(answer)
    return wrong


def _draft(stock: Stock, pool: Pool, right: list[Ask], wrong: list[Answer]) -> Draft:
    index = stock.index
    by_id = {ask.answer.id: ask for ask in right}
    options = [*(ask.answer for ask in right), *wrong]
    stock.rng.shuffle(options)
    answer = tuple(place for place, option in enumerate(options) if option.id in by_id)
    ordered = [by_id[options[place].id] for place in answer]
    facts = [ask.evidence[0] for ask in ordered]
    proofs = [None if option.id in by_id else stock.sets.wrong(right[0], option) for option in options]
    return Draft(
        response=Response.SEVERAL,
        asks=tuple(ordered),
        difficulty=stock.difficulty(pool, options),
        stem=f"{plural(right[0].stems[0])} {ALL}",
        options=tuple(option.label for option in options),
        answer=answer,
        explanation=" ".join([*(told(index, each) for each in facts), sources_told(index, facts)]),
        notes=tuple(_note(stock, pool, right, option) for option in options),
        certificates=tuple(
            Certificate(place, proof.rule, proof.premises)
            if proof
            else Certificate(place, Rule.KEY, by_id[options[place].id].evidence)
            for place, proof in enumerate(proofs)
        ),
    )


def _note(stock: Stock, pool: Pool, right: list[Ask], option: Answer) -> str:
    """That an option is right, or what it really is."""
    if (key := next((ask for ask in right if ask.answer.id == option.id), None)) is not None:
        return f"Right: {told(stock.index, key.evidence[0])}"
    proof = stock.sets.wrong(right[0], option)
    own = next((ask for ask in pool.asks[option.id] if ask.template == right[0].template), pool.asks[option.id][0])
    return told(stock.index, proof.shows if proof and proof.shows else own.evidence[0])


def plural(stem: str) -> str:
    """A question for one answer as a question for several: `Which of these works were …`."""
    stem = _ONE.sub(lambda found: f"{found[1]} of these {_many(found[2])}", stem)
    stem = _OF_THESE.sub(lambda found: f"{found[1]} {_PLURAL[found[2]]} ", stem)
    return _ROLE.sub(r"\1 \2s", stem)


def _many(noun: str) -> str:
    return "people" if noun in ("people", Kind.PERSON) else f"{noun}s"
