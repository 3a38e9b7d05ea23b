"""The answer to an item with several parts (order, match, several), one line per part."""

import string
from collections.abc import Iterator
from typing import NamedTuple

from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.answering.session import Feedback
from trotskyism_cli.learning.review import Review
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Line, Span, line

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class Answered(NamedTuple):
    """An answered item: its options, its key, and the options chosen (none if it was passed)."""

    response: str
    options: tuple[str, ...]
    prompts: tuple[str, ...]
    key: tuple[int, ...]
    chosen: tuple[int, ...]


def of_feedback(feedback: Feedback) -> Answered:
    """The item just answered."""
    item, said = feedback.question.item, feedback.said
    chosen = said.options if isinstance(said, Chosen) else ()
    return Answered(item.response, item.options, item.prompts, item.answer, chosen)


def of_review(pack: Pack, review: Review) -> Answered:
    """An answered item from the log."""
    prompts = review.prompts or _prompts_in(pack, review)
    return Answered(review.response, review.options, prompts, review.key, review.chosen)


def _prompts_in(pack: Pack, review: Review) -> tuple[str, ...]:
    """The prompts of a match item logged before prompts were kept, from the pack; none if it has changed."""
    if review.response != Response.MATCH:
        return ()
    right = [review.options[place] for place in review.key]
    same = (each.pairs for each in pack.questions.values() if each.stem == review.stem)
    found = next((pairs for pairs in same if [pair.answer for pair in pairs] == right), ())
    return tuple(pair.prompt for pair in found)


def answer_lines(answered: Answered, *, whole: bool) -> tuple[Line, ...]:
    """The right answer in lines, with what was said instead.

    With `whole`, all of it; otherwise match and several show only the wrong parts. Empty if the item has no parts or
    they are not known.
    """
    match answered.response:
        case Response.ORDER:
            return tuple(_order(answered))
        case Response.MATCH if len(answered.prompts) == len(answered.key):
            return tuple(_match(answered, whole=whole))
        case Response.SEVERAL if answered.chosen:
            return tuple(_several(answered, whole=whole))
    return ()


def misplaced(number: int, yours: int) -> str:
    """Where the learner put something that belongs elsewhere, e.g. ` (you put it fourth)`; places count from 0."""
    put = ORDINALS[yours] if yours < len(ORDINALS) else f"number {yours + 1}"
    return f" (you put it {put})" if yours != number else ""


def _order(answered: Answered) -> Iterator[Line]:
    for number, place in enumerate(answered.key):
        yours = answered.chosen.index(place) if place in answered.chosen else number
        mistake = Span(misplaced(number, yours), "kind")
        yield line(Span(f"{number + 1}. ", "lead"), Span(answered.options[place], "right"), *line(mistake))


def _match(answered: Answered, *, whole: bool) -> Iterator[Line]:
    for number, (prompt, place) in enumerate(zip(answered.prompts, answered.key, strict=True)):
        wrong = next((each for each in answered.chosen[number : number + 1] if each != place), None)
        if whole or wrong is not None or not answered.chosen:
            said = "" if wrong is None else f"  (you said: {answered.options[wrong]})"
            lead = Span(f"{string.ascii_lowercase[number % 26]}) ", "lead")
            yield line(lead, f"{prompt}: ", Span(answered.options[place], "right"), *line(Span(said, "kind")))


def _several(answered: Answered, *, whole: bool) -> Iterator[Line]:
    right, chosen = answered.key, answered.chosen
    parts = {
        "rightly marked: ": [place for place in right if place in chosen] if whole else [],
        "not marked: ": [place for place in right if place not in chosen],
        "wrongly marked: ": [place for place in chosen if place not in right],
    }
    for lead, places in parts.items():
        if places:
            yield line(Span(lead, "kind"), "; ".join(answered.options[place] for place in places))
