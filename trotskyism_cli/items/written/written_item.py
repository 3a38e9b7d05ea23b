"""Turn an author's question into an item. The program only chooses the order of its options."""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.items.grounds.index import Index
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
from trotskyism_cli.items.options.explain import dated_list, in_none_of_them, source_of
from trotskyism_cli.items.responses.typed import entries_named, names_of, rivals
from trotskyism_cli.items.scales import places_on_scale
from trotskyism_cli.items.written.order_dates import dates_in_order
from trotskyism_cli.items.written.passage import passage_of
from trotskyism_cli.pack.all_of_the_above import REFERS_TO_OTHERS
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.question import Option, Question
from trotskyism_cli.pack.stock_phrases import MARKED_WRONG, RIGHT, SOURCED, UNEXPLAINED
from trotskyism_cli.pack.wording import bare_words, join_words, sentence

_YEARS_ALONE = re.compile(r"(?:^|(?<=[.!?] ))The years (?:are|were) (?:\d{4}(?:, | and )?)+\.(?: |$)")


class Turn(NamedTuple):
    """A question to be asked, its difficulty, and the chapter it is asked for."""

    question: Question
    level: Difficulty
    topic: str

    @property
    def ways(self) -> tuple[Response, ...]:
        """The responses it can be answered by, the author's own first."""
        return ways(self.question)


def ways(question: Question) -> tuple[Response, ...]:
    """The responses a question can be answered by; some choices can also be typed."""
    further = (Response.TYPED,) if question.options and question.accepted else ()
    return (Response(question.response), *further)


def make_item(index: Index, turn: Turn, seed: int, response: Response) -> Item:
    """Make an item of a question with this response. The order of its options follows from the seed."""
    question = turn.question
    options = _shuffled(question, seed)
    asked = Item(
        id=item_id(question, response),
        kind=WRITTEN,
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


def item_id(question: Question, response: Response) -> str:
    """Id of an item: equal for the same question and options in any order, and no cue to the answer."""
    matched = (*(pair.prompt for pair in question.pairs), *(pair.answer for pair in question.pairs), *question.spare)
    shown = question.accepted if response is Response.TYPED else [option.text for option in question.options]
    offered = sorted((*shown, *matched, *question.order))
    text = "\n".join((WRITTEN, question.id, question.stem, *offered, *filter(None, [question.passage])))
    return f"{WRITTEN}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _shuffled(question: Question, seed: int) -> list[Option]:
    """Shuffle the options; quantities and dates ascend, and "all of these" and the like come last."""
    options = list(question.options)
    if places := places_on_scale([option.text for option in options]):
        return [option for _, option in sorted(zip(places, options, strict=True), key=lambda placed: placed[0])]
    random.Random(f"{question.id}:{seed}").shuffle(options)
    return sorted(options, key=lambda option: REFERS_TO_OTHERS.fullmatch(option.text) is not None)


def _credits(options: Sequence[Option]) -> tuple[float, ...]:
    """What each option earns, if a wrong one earns anything; else empty."""
    if not any(option.credit for option in options):
        return ()
    return tuple(1.0 if option.right else option.credit / 100 for option in options)


def _typed(index: Index, item: Item, question: Question) -> Item:
    """The item without options. Accepted are the right ones, under every name of the entries meant."""
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
        rivals=(*wrong, *rivals(index, entries_named(index, accepted), accepted)) if right else (),
        mistakes=tuple(_mistakes(index, question)),
        certificates=(Certificate(0, Rule.KEY, _said(question)),),
    )


def _mistakes(index: Index, question: Question) -> Iterator[tuple[str, str]]:
    """The wrong options, under every name of their entries, with the author's notes."""
    for option in question.options:
        if option.note and option.note != MARKED_WRONG and not option.right:
            names = (option.text, *names_of(index, option.text, question.stem))
            yield from ((name, sentence(option.note)) for name in names)


def _stands_in(name: str, texts: Sequence[str]) -> bool:
    """Return whether one of these texts contains a name as whole words."""
    return any(f" {bare_words(name)} " in f" {bare_words(text)} " for text in texts)


def _matched(item: Item, question: Question, seed: int) -> Item:
    """The item with its pairs: prompts in the author's order, answers shuffled."""
    answers = answers_of_pairs(question)
    random.Random(f"{question.id}:{seed}").shuffle(answers)
    owners = {answer: [pair.prompt for pair in question.pairs if pair.answer == answer] for answer in answers}
    return item._replace(
        options=tuple(answers),
        answer=tuple(answers.index(pair.answer) for pair in question.pairs),
        prompts=tuple(pair.prompt for pair in question.pairs),
        option_notes=tuple(
            sentence(f"{join_words(owned)}: {answer}" if owned else in_none_of_them(answer))
            for answer, owned in owners.items()
        ),
        certificates=tuple(
            Certificate(place, Rule.KEY, _said(question))
            if owned
            else Certificate(place, Rule.STATED, (f"{QUESTION}{question.id}",))
            for place, owned in enumerate(owners.values())
        ),
    )


def answers_of_pairs(question: Question) -> list[str]:
    """Options for the pairs, each once; those that belong to no prompt come last."""
    return list(dict.fromkeys([*(pair.answer for pair in question.pairs), *question.spare]))


def _ordered(item: Item, question: Question, seed: int) -> Item:
    """The item with the things to put in order, in any order but the right one."""
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


def _explanation(index: Index, question: Question) -> str:
    """The right answer, the author's explanation and the source, without saying anything twice.

    An explanation that names its source (as an exported one does) is taken as complete.
    """
    told = "" if question.explanation == UNEXPLAINED else question.explanation
    if SOURCED.search(told):
        return told if _is_told(question, told) else f"{sentence(_key(question))} {told}"
    key = _key(question)
    dated = _dated_order(index, question)
    lead = "" if _is_told(question, told[: len(key) + 1]) else dated or sentence(key)
    if dated:  # the dates are already told beside each thing
        told = _YEARS_ALONE.sub("", told).strip()
    source = source_of(index, question.citations, most=max(1, len(question.pairs)))  # each pair may have its own source
    return " ".join(filter(None, (lead, told, source)))


def _is_told(question: Question, text: str) -> bool:
    """Return whether a text contains all parts of the right answer, in any order."""
    parts = [part for pair in question.pairs for part in pair] or question.order
    parts = parts or [option.text for option in question.options if option.right] or [_key(question)]
    said = text.casefold()
    alike = (part.casefold() for part in parts)
    return all(part in said and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said) for part in alike)


def _dated_order(index: Index, question: Question) -> str:
    """The things in order with their dates; empty if a date is unknown or a thing has brackets itself."""
    dates = () if any("(" in each for each in question.order) else dates_in_order(index, question)
    return dated_list(zip(question.order, map(date_words, dates), strict=True)) if dates else ""


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
        return sentence(f"{RIGHT}{option.text}. {option.note}")
    return "" if option.note == MARKED_WRONG else sentence(f"{option.text}: {option.note}")


def _certificate(question: Question, place: int, option: Option) -> Certificate:
    if option.right:
        return Certificate(place, Rule.KEY, question.about)
    return Certificate(place, Rule.STATED, (f"{QUESTION}{question.id}", *option.facts))


def _said(question: Question) -> tuple[str, ...]:
    """Premises of an answer that is no option: the facts asked for and the author's word."""
    return (*question.about, f"{QUESTION}{question.id}")
