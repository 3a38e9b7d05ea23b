"""Questions that an author wrote, and answers for: only the order of their options is the program's."""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from trotskyism_cli.items.asks import ODDS
from trotskyism_cli.items.aspects import Aspect, aspect_of_question
from trotskyism_cli.items.explain import in_none_of_them, in_order_told, source_of
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.model import (
    IN_TURN,
    QUESTION,
    WRITTEN,
    Certificate,
    Difficulty,
    Item,
    Response,
    Rule,
    in_words_of_range,
)
from trotskyism_cli.items.order_dates import dates_in_order
from trotskyism_cli.items.passage import passage_of
from trotskyism_cli.items.responses.mix import SHARES
from trotskyism_cli.items.responses.typed import bearers, names_of, rivals
from trotskyism_cli.items.scales import places_on_scale
from trotskyism_cli.items.words import content_words
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.fillers import MARKED_WRONG, SOURCED, UNEXPLAINED
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.pack.question import LUMPED, Option, Question
from trotskyism_cli.pack.wording import bare_words, listed, sentence

KIND = WRITTEN


class Turn(NamedTuple):
    """A question that is to be asked, how hard it is, and the chapter that it is asked for."""

    question: Question
    level: Difficulty
    topic: str

    @property
    def ways(self) -> tuple[Response, ...]:
        """How it can be answered, as its author wrote it first."""
        return ways(self.question)


def turns(
    index: Index,
    seed: int,
    topics: Collection[str] | None,
    difficulty: Difficulty | None,
    least: int = 1,
    aspect: Aspect | None = None,
) -> Iterator[Turn]:
    """Each question of this aspect, and of this weight or more, once, the heavier ones rather first."""
    rng = random.Random(f"{KIND}:{seed}")
    chosen = [each for each in _wanted(index, topics, least) if aspect in (None, aspect_of_question(index, each))]
    levels = _levels(index)
    drawn = ((rng.random() ** (1 / _odds(index, each)), each.id, each) for each in chosen)
    ordered = [question for _, _, question in sorted(drawn, reverse=True)]
    for question in _by_turns(index, ordered, rng):
        if difficulty in (None, levels[question.id]):
            wanted = next((each for each in topics_of(index, question) if topics and each in topics), "")
            yield Turn(question, levels[question.id], wanted or next(iter(topics_of(index, question)), ""))


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


def ways(question: Question) -> tuple[Response, ...]:
    """How a question can be answered: some with options also without them."""
    further = (Response.TYPED,) if question.options and question.accepted else ()
    return (Response(question.response), *further)


def _by_turns(index: Index, questions: Sequence[Question], rng: random.Random) -> list[Question]:
    """The questions of every chapter in their order, spread over the whole: the more it has to ask, the closer."""
    chapters = [next(iter(topics_of(index, each)), "") for each in questions]
    sizes, seen = Counter[str](), Counter[str]()
    for chapter, question in zip(chapters, questions, strict=True):
        sizes[chapter] += _odds(index, question)
    places = []
    for number, chapter in enumerate(chapters):
        places.append(((seen[chapter] + rng.random()) / sizes[chapter], number))
        seen[chapter] += 1
    return [questions[number] for _, number in sorted(places)]


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
    if question.importance != NOTABLE:
        return question.importance
    return max((index.facts.get(each) or index.pack.quotes[each]).importance for each in question.about)


def topics_of(index: Index, question: Question) -> tuple[str, ...]:
    """The chapters of a question: the one that it names, else those of its facts."""
    if question.topic:
        return (question.topic,)
    return tuple(dict.fromkeys(filter(None, (_topic(index, each) for each in question.about))))


def _topic(index: Index, asked: str) -> str:
    if fact := index.facts.get(asked):
        return index.topic_of(fact)
    quote = index.pack.quotes[asked]
    return index.pack.topic_of(quote.citations, quote.speaker)


@lru_cache(maxsize=1)
def _levels(index: Index) -> Mapping[str, Difficulty]:
    """Thirds of the questions that are answered in one way: the more words what is told apart shares, the harder.

    Of those that share as many, and of those without options, the less important are the harder.
    """
    by_response: dict[str, list[Question]] = {}
    for question in askable(index):
        by_response.setdefault(question.response, []).append(question)
    found: dict[str, Difficulty] = {}
    for questions in by_response.values():
        ranked = sorted(questions, key=lambda each: (_sameness(_told_apart(each)), -weight_of(index, each), each.id))
        found |= {each.id: list(Difficulty)[3 * place // len(ranked)] for place, each in enumerate(ranked)}
    return found


def _told_apart(question: Question) -> Sequence[str]:
    """What one must tell apart to answer: the options, the answers of the pairs, or what is put in order."""
    if question.pairs:
        return _answers_of_pairs(question)
    return question.order or [option.text for option in question.options]


def _sameness(texts: Sequence[str]) -> float:
    """How many of their words two of these share on average, from 0 to 1; 0 if there are not two."""
    pairs = list(combinations(map(content_words, texts), 2))
    return sum(len(one & other) / max(1, len(one | other)) for one, other in pairs) / max(1, len(pairs))


def _shuffled(question: Question, seed: int) -> list[Option]:
    """The options in any order; quantities and dates ascend, and what speaks of all the others comes last."""
    options = list(question.options)
    if places := places_on_scale([option.text for option in options]):
        return [option for _, option in sorted(zip(places, options, strict=True), key=lambda placed: placed[0])]
    random.Random(f"{question.id}:{seed}").shuffle(options)
    return sorted(options, key=lambda option: LUMPED.fullmatch(option.text) is not None)


def item(index: Index, turn: Turn, seed: int, response: Response) -> Item:
    """A question in one of the ways in which it can be answered; the order of its options follows from the seed."""
    question = turn.question
    options = _shuffled(question, seed)
    asked = Item(
        id=item_id(question, response),
        kind=KIND,
        response=response,
        topic=turn.topic,
        difficulty=turn.level.value,
        stem=question.stem,
        options=tuple(option.text for option in options),
        answer=tuple(place for place, option in enumerate(options) if option.right),
        explanation=_explanation(index, question),
        option_notes=tuple(map(_note, options)),
        evidence_ids=question.evidence,
        certificates=tuple(_certificate(question, place, option) for place, option in enumerate(options)),
        asked=len(question.about),
        credits=_credits(options),
        passage=passage_of(index.pack, question.passage),
    )
    if response is Response.TYPED:
        return _typed(index, asked, question)
    if question.order:
        return _ordered(asked, question, seed)
    return _matched(asked, question, seed) if question.pairs else asked


def _typed(index: Index, item: Item, question: Question) -> Item:
    """The item without options: what is right in them, and under every name of the entries meant, is accepted."""
    right = tuple(option.text for option in question.options if option.right)
    wrong = tuple(option.text for option in question.options if not option.right)
    accepted = (*right, *question.accepted)
    if right:
        named = names_of(index, accepted[0], question.stem) or names_of(index, accepted[1], question.stem)
        accepted = tuple(dict.fromkeys((*accepted, *(name for name in named if not _stands_in(name, wrong)))))
    return item._replace(
        options=(),
        answer=(),
        option_notes=(),
        credits=(),
        evidence_ids=tuple(dict.fromkeys((*question.about, *filter(None, [question.passage])))),
        accepted=accepted,
        rivals=(*wrong, *rivals(index, bearers(index, accepted), accepted)) if right else (),
        mistakes=tuple(_mistakes(index, question)),
        certificates=(Certificate(0, Rule.KEY, _said(question)),),
    )


def _mistakes(index: Index, question: Question) -> Iterator[tuple[str, str]]:
    """The wrong options, under every name of what they are, with the notes that their author gave them."""
    for option in question.options:
        if option.note and option.note != MARKED_WRONG and not option.right:
            names = (option.text, *names_of(index, option.text, question.stem))
            yield from ((name, sentence(option.note)) for name in names)


def _stands_in(name: str, texts: Sequence[str]) -> bool:
    """Whether a name is among the words of one of these texts."""
    return any(f" {bare_words(name)} " in f" {bare_words(text)} " for text in texts)


def _credits(options: Sequence[Option]) -> tuple[float, ...]:
    """What each option earns, if a wrong one earns something."""
    if not any(option.credit for option in options):
        return ()
    return tuple(1.0 if option.right else option.credit / 100 for option in options)


def _matched(item: Item, question: Question, seed: int) -> Item:
    """The item with its pairs: what is given in the order of the author, the answers in any order."""
    answers = _answers_of_pairs(question)
    random.Random(f"{question.id}:{seed}").shuffle(answers)
    owners = {answer: [pair.prompt for pair in question.pairs if pair.answer == answer] for answer in answers}
    return item._replace(
        options=tuple(answers),
        answer=tuple(answers.index(pair.answer) for pair in question.pairs),
        prompts=tuple(pair.prompt for pair in question.pairs),
        option_notes=tuple(
            sentence(f"{listed(owned)}: {answer}" if owned else in_none_of_them(answer))
            for answer, owned in owners.items()
        ),
        certificates=tuple(
            Certificate(place, Rule.KEY, _said(question))
            if owned
            else Certificate(place, Rule.STATED, (f"{QUESTION}{question.id}",))
            for place, owned in enumerate(owners.values())
        ),
    )


def _answers_of_pairs(question: Question) -> list[str]:
    """What is offered for the pairs, each answer once, those that belong to none last."""
    return list(dict.fromkeys([*(pair.answer for pair in question.pairs), *question.spare]))


def _ordered(item: Item, question: Question, seed: int) -> Item:
    """The item with what is to be put in order, in any order but the right one."""
    shown = list(question.order)
    random.Random(f"{question.id}:{seed}").shuffle(shown)
    if shown == list(question.order):
        shown = [*shown[1:], shown[0]]
    return item._replace(
        options=tuple(shown),
        answer=tuple(map(shown.index, question.order)),
        option_notes=("",) * len(shown),
        certificates=tuple(Certificate(place, Rule.KEY, _said(question)) for place in range(len(shown))),
    )


def _said(question: Question) -> tuple[str, ...]:
    """What an answer rests on that is no option: the facts, and the word of the author."""
    return (*question.about, f"{QUESTION}{question.id}")


def _explanation(index: Index, question: Question) -> str:
    """The right answer, what is said of it, and the source; what the author has said already is not said again.

    An explanation that names its source is whole, as one that was exported: the right answer may stand anywhere in it.
    """
    told = "" if question.explanation == UNEXPLAINED else question.explanation
    if SOURCED.search(told):
        return told if _is_told(question, told) else f"{sentence(_key(question))} {told}"
    key = _key(question)
    lead = "" if _is_told(question, told[: len(key) + 1]) else _dated_order(index, question) or sentence(key)
    source = source_of(index, question.citations, most=max(1, len(question.pairs)))  # each pair may have one of its own
    return " ".join(filter(None, (lead, told, source)))


def _is_told(question: Question, text: str) -> bool:
    """Whether all parts of the right answer are in a text, in any order."""
    parts = [part for pair in question.pairs for part in pair] or question.order
    parts = parts or [option.text for option in question.options if option.right] or [_key(question)]
    said = text.casefold()
    alike = (part.casefold() for part in parts)
    return all(part in said and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said) for part in alike)


def _dated_order(index: Index, question: Question) -> str:
    """What is put in order with its dates; empty if these are not known, or the brackets around them would not tell."""
    dates = () if any("(" in each for each in question.order) else dates_in_order(index, question)
    return in_order_told(zip(question.order, map(date_words, dates), strict=True)) if dates else ""


def _key(question: Question) -> str:
    """The right answer in words."""
    if question.pairs:
        return "; ".join(f"{pair.prompt}: {pair.answer}" for pair in question.pairs)
    if question.order:
        return IN_TURN.join(question.order)
    if question.options:
        return "; ".join(option.text for option in question.options if option.right)
    return in_words_of_range(question.accepted[0])


def _note(option: Option) -> str:
    if option.right:
        return sentence(f"Right: {option.text}. {option.note}")
    return "" if option.note == MARKED_WRONG else sentence(f"{option.text}: {option.note}")


def _certificate(question: Question, place: int, option: Option) -> Certificate:
    if option.right:
        return Certificate(place, Rule.KEY, question.about)
    return Certificate(place, Rule.STATED, (f"{QUESTION}{question.id}", *option.facts))


def item_id(question: Question, response: Response) -> str:
    """The same for the same question with the same options, in whatever order; it tells nothing of the answer."""
    matched = (*(pair.prompt for pair in question.pairs), *(pair.answer for pair in question.pairs), *question.spare)
    shown = question.accepted if response is Response.TYPED else [option.text for option in question.options]
    offered = sorted((*shown, *matched, *question.order))
    text = "\n".join((KIND, question.id, question.stem, *offered, *filter(None, [question.passage])))
    return f"{KIND}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
