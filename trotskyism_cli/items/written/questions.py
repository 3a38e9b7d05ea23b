"""Authors' questions: which of them are asked, how often, and how hard they are."""

import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import fsum

from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of_question
from trotskyism_cli.items.grounds.bare_questions import ODDS
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.words import content_words
from trotskyism_cli.items.model import WRITTEN, Difficulty, Item, Response
from trotskyism_cli.items.responses.mix import SHARES
from trotskyism_cli.items.written.shares import Claim, rates
from trotskyism_cli.items.written.syllabus import with_every_subject
from trotskyism_cli.items.written.written_item import Turn, answers_of_pairs, make_item, ways
from trotskyism_cli.pack.question import Question

HARDER = 0.5  # share of all questions in the ranking by likeness that one step of importance outweighs


def turns(
    index: Index,
    seed: int,
    topics: Collection[str] | None,
    difficulty: Difficulty | None,
    min_importance: int = 1,
    aspect: Aspect | None = None,
) -> Iterator[Turn]:
    """The wanted questions of this aspect and of at least this importance, each once.

    The order is random, but questions with a higher rate (`shares.rates`) tend to come first. Among the first questions
    of thought, if all chapters are wanted, are some on each subject of the syllabus.
    """
    rng = random.Random(f"{WRITTEN}:{seed}")
    levels = _difficulties(index)
    found = [
        Turn(each, levels[each.id], _chapter(index, each, topics))
        for each in _wanted(index, topics, min_importance)
        if aspect in (None, aspect_of_question(index, each)) and difficulty in (None, levels[each.id])
    ]
    parts = rates([Claim(each.topic, _odds(index, each.question)) for each in found], _lengths(index))
    drawn = [
        (rng.random() ** (1 / part), each.question.id, each, part) for part, each in zip(parts, found, strict=True)
    ]
    found = _interleaved([(each, part) for _, _, each, part in sorted(drawn, reverse=True)], rng)
    is_of_all = topics is None and aspect is Aspect.THOUGHT
    return iter(with_every_subject(found, index.pack.syllabus, rng) if is_of_all else found)


def supply(
    index: Index, topics: Collection[str] | None, min_importance: int, responses: Collection[Response]
) -> Counter[Aspect]:
    """How much authors' questions offer of each aspect: the odds of those that are wanted and fit the responses."""
    found = Counter[Aspect]()
    for each in _wanted(index, topics, min_importance):
        if not set(responses).isdisjoint(ways(each)):
            found[aspect_of_question(index, each)] += _odds(index, each)
    return found


def _wanted(index: Index, topics: Collection[str] | None, min_importance: int) -> list[Question]:
    """Questions of these chapters (None: all) that are important enough."""
    return [
        each
        for each in askable(index)
        if importance_of(index, each) >= min_importance
        and (topics is None or not set(topics).isdisjoint(topics_of(index, each)))
    ]


def in_one_way(index: Index, turn: Turn, seed: int, responses: Collection[Response]) -> Item | None:
    """The question in one of these responses, by chance if several fit; None if none does."""
    open_to = [each for each in turn.ways if each in responses]
    if not open_to:
        return None
    by_chance = random.Random(f"{turn.question.id}:way:{seed}")
    return make_item(index, turn, seed, by_chance.choices(open_to, [SHARES.get(each, 1) for each in open_to])[0])


def _interleaved(turns: Sequence[tuple[Turn, float]], rng: random.Random) -> list[Turn]:
    """Spread each chapter's questions evenly over the whole, keeping their order."""
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
    """Questions whose facts, quotations and sources all exist and whose asked facts are certain."""
    questions = index.pack.questions.values()
    return tuple(
        question
        for question in questions
        if all(each in index.facts or each in index.pack.quotes for each in question.evidence)
        and not any(index.facts[each].uncertain for each in question.about if each in index.facts)
        and all(each.source in index.pack.sources for each in question.citations)
    )


def _odds(index: Index, question: Question) -> int:
    return ODDS[importance_of(index, question)]


def importance_of(index: Index, question: Question) -> int:
    """Importance of a question, 1 to 3: as the author says, else that of the most important fact asked for."""
    if question.importance is not None:
        return question.importance
    return max((index.facts.get(each) or index.pack.quotes[each]).importance for each in question.about)


def topics_of(index: Index, question: Question) -> tuple[str, ...]:
    """Chapters of a question: the one it names, else those of its facts."""
    if question.topic:
        return (question.topic,)
    return tuple(dict.fromkeys(filter(None, (_topic(index, each) for each in question.about))))


def _chapter(index: Index, question: Question, topics: Collection[str] | None) -> str:
    """Chapter that a question is asked for: its first wanted one, else its first."""
    own = topics_of(index, question)
    return next((each for each in own if topics and each in topics), "") or next(iter(own), "")


def _lengths(index: Index) -> dict[str, int]:
    """Length of each chapter's prose, without survey chapters, which span the whole field."""
    return {topic.id: len(topic.prose) for topic in index.pack.topics if not topic.survey}


def _topic(index: Index, asked: str) -> str:
    if fact := index.facts.get(asked):
        return index.topic_of(fact)
    quote = index.pack.quotes[asked]
    return index.pack.topic_of(quote.citations, quote.speaker)


@lru_cache(maxsize=1)
def _difficulties(index: Index) -> Mapping[str, Difficulty]:
    """Difficulty of each question: thirds of the questions with the same response.

    A question is harder if its options share more words, and if fewer people must know it.
    """
    by_response: dict[str, list[Question]] = {}
    for question in askable(index):
        by_response.setdefault(question.response, []).append(question)
    found: dict[str, Difficulty] = {}
    for questions in by_response.values():
        alike = [_sameness(_told_apart(each)) for each in questions]
        ordered = sorted(alike)
        ranked = sorted(
            (bisect_left(ordered, own) / len(ordered) - HARDER * importance_of(index, each), each.id)
            for own, each in zip(alike, questions, strict=True)
        )
        found |= {own_id: list(Difficulty)[3 * place // len(ranked)] for place, (_, own_id) in enumerate(ranked)}
    return found


def _told_apart(question: Question) -> Sequence[str]:
    """The texts a reader must tell apart: the options, the answers of the pairs, or the things to order."""
    if question.pairs:
        return answers_of_pairs(question)
    return question.order or [option.text for option in question.options]


def _sameness(texts: Sequence[str]) -> float:
    """Average share of words that two of these texts have in common, 0 to 1; 0 for fewer than two texts."""
    pairs = list(combinations(map(content_words, texts), 2))
    return fsum(len(one & other) / max(1, len(one | other)) for one, other in pairs) / max(1, len(pairs))
