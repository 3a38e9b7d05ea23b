"""Questions that an author wrote, and answers for: which of them are asked, how often, and how hard they are."""

import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import fsum

from trotskyism_cli.items.grounds.asks import ODDS
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of_question
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import content_words
from trotskyism_cli.items.model import WRITTEN, Difficulty, Item, Response
from trotskyism_cli.items.responses.mix import SHARES
from trotskyism_cli.items.written.shares import Claim, rates
from trotskyism_cli.items.written.syllabus import with_every_subject
from trotskyism_cli.items.written.written_item import Turn, answers_of_pairs, item, ways
from trotskyism_cli.pack.question import Question

HARDER = 0.5  # of all questions: so many must be less alike than one that is as hard and matters one step less


def turns(
    index: Index,
    seed: int,
    topics: Collection[str] | None,
    difficulty: Difficulty | None,
    least: int = 1,
    aspect: Aspect | None = None,
) -> Iterator[Turn]:
    """Each question of this aspect, and of this weight or more, once, those with the greater `rates` rather first.

    Among the first ones on arguments, in all chapters, are some of each subject of the syllabus.
    """
    rng = random.Random(f"{WRITTEN}:{seed}")
    levels = _levels(index)
    found = [
        Turn(each, levels[each.id], _chapter(index, each, topics))
        for each in _wanted(index, topics, least)
        if aspect in (None, aspect_of_question(index, each)) and difficulty in (None, levels[each.id])
    ]
    parts = rates([Claim(each.topic, _odds(index, each.question)) for each in found], _lengths(index))
    drawn = [
        (rng.random() ** (1 / part), each.question.id, each, part) for part, each in zip(parts, found, strict=True)
    ]
    found = _by_turns([(each, part) for _, _, each, part in sorted(drawn, reverse=True)], rng)
    is_of_all = topics is None and aspect is Aspect.THOUGHT
    return iter(with_every_subject(found, index.pack.syllabus, rng) if is_of_all else found)


def supply(
    index: Index, topics: Collection[str] | None, least: int, responses: Collection[Response]
) -> Counter[Aspect]:
    """What there is to ask of each aspect that is wanted and can be answered so: the odds of its questions."""
    found = Counter[Aspect]()
    for each in _wanted(index, topics, least):
        if not set(responses).isdisjoint(ways(each)):
            found[aspect_of_question(index, each)] += _odds(index, each)
    return found


def _wanted(index: Index, topics: Collection[str] | None, least: int) -> list[Question]:
    """The questions of some chapters, or of all, that matter enough."""
    return [
        each
        for each in askable(index)
        if weight_of(index, each) >= least and (topics is None or not set(topics).isdisjoint(topics_of(index, each)))
    ]


def in_one_way(index: Index, turn: Turn, seed: int, responses: Collection[Response]) -> Item | None:
    """The question in one of these ways; where it can be asked in two of them, chance decides. None if in none."""
    open_to = [each for each in turn.ways if each in responses]
    if not open_to:
        return None
    by_chance = random.Random(f"{turn.question.id}:way:{seed}")
    return item(index, turn, seed, by_chance.choices(open_to, [SHARES.get(each, 1) for each in open_to])[0])


def _by_turns(turns: Sequence[tuple[Turn, float]], rng: random.Random) -> list[Turn]:
    """The questions of every chapter in their order, spread over the whole: the more of it is theirs, the closer."""
    shares, seen = defaultdict[str, float](float), Counter[str]()
    for turn, part in turns:
        shares[turn.topic] += part
    places = []
    for number, (turn, _) in enumerate(turns):
        places.append(((seen[turn.topic] + rng.random()) / shares[turn.topic], number))
        seen[turn.topic] += 1
    return [turns[number][0] for _, number in sorted(places)]


@lru_cache(maxsize=1)
def askable(index: Index) -> tuple[Question, ...]:
    """The questions of a pack of which every fact and quotation is there, and no fact is uncertain."""
    questions = index.pack.questions.values()
    return tuple(
        question
        for question in questions
        if all(each in index.facts or each in index.pack.quotes for each in question.evidence)
        and not any(index.facts[each].uncertain for each in question.about if each in index.facts)
        and all(each.source in index.pack.sources for each in question.citations)
    )


def _odds(index: Index, question: Question) -> int:
    return ODDS[weight_of(index, question)]


def weight_of(index: Index, question: Question) -> int:
    """How important a question is, from 1 to 3: as its author says, or as the most important of what it asks for."""
    if question.importance is not None:
        return question.importance
    return max((index.facts.get(each) or index.pack.quotes[each]).importance for each in question.about)


def topics_of(index: Index, question: Question) -> tuple[str, ...]:
    """The chapters of a question: the one that it names, else those of its facts."""
    if question.topic:
        return (question.topic,)
    return tuple(dict.fromkeys(filter(None, (_topic(index, each) for each in question.about))))


def _chapter(index: Index, question: Question, topics: Collection[str] | None) -> str:
    """The chapter for which a question is asked: its first one of those that are wanted, if any are."""
    own = topics_of(index, question)
    return next((each for each in own if topics and each in topics), "") or next(iter(own), "")


def _lengths(index: Index) -> dict[str, int]:
    """How much the book says in each chapter, but for those that go through the whole field."""
    return {topic.id: len(topic.prose) for topic in index.pack.topics if not topic.survey}


def _topic(index: Index, asked: str) -> str:
    if fact := index.facts.get(asked):
        return index.topic_of(fact)
    quote = index.pack.quotes[asked]
    return index.pack.topic_of(quote.citations, quote.speaker)


@lru_cache(maxsize=1)
def _levels(index: Index) -> Mapping[str, Difficulty]:
    """Thirds of the questions that are answered in one way: the more words what is told apart shares, the harder.

    What fewer must know is harder, too: by one step of importance as much as by HARDER of all questions.
    """
    by_response: dict[str, list[Question]] = {}
    for question in askable(index):
        by_response.setdefault(question.response, []).append(question)
    found: dict[str, Difficulty] = {}
    for questions in by_response.values():
        alike = [_sameness(_told_apart(each)) for each in questions]
        ordered = sorted(alike)
        ranked = sorted(
            (bisect_left(ordered, own) / len(ordered) - HARDER * weight_of(index, each), each.id)
            for own, each in zip(alike, questions, strict=True)
        )
        found |= {own_id: list(Difficulty)[3 * place // len(ranked)] for place, (_, own_id) in enumerate(ranked)}
    return found


def _told_apart(question: Question) -> Sequence[str]:
    """What one must tell apart to answer: the options, the answers of the pairs, or what is put in order."""
    if question.pairs:
        return answers_of_pairs(question)
    return question.order or [option.text for option in question.options]


def _sameness(texts: Sequence[str]) -> float:
    """How many of their words two of these share on average, from 0 to 1; 0 if there are not two."""
    pairs = list(combinations(map(content_words, texts), 2))
    return fsum(len(one & other) / max(1, len(one | other)) for one, other in pairs) / max(1, len(pairs))
