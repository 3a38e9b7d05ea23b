"""What an answer was worth: right or wrong, the part of it that was right, and whether the spelling was only near."""

import re
from collections.abc import Collection, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.lazy_regex import lazy_regex

LETTERS_A_SLIP = 5  # one slip of the pen is forgiven for so many letters
MOST_SLIPS = 3
NUMBER = lazy_regex(r"[-+]?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
THOUSANDS = lazy_regex(r"[-+]?\d{1,3}(?:,\d{3})+", re.ASCII)
RANGE = lazy_regex(rf"({NUMBER.pattern})\.\.({NUMBER.pattern})", re.ASCII)


class Chosen(NamedTuple):
    """Options by their index: one (choice), some (several), all in an order (order), one for each prompt (match)."""

    options: tuple[int, ...]


class Written(NamedTuple):
    """What was typed, as it was typed."""

    text: str


Answer = Chosen | Written


class Grade(NamedTuple):
    """`credit` is the part that was right, from 0 to 1; `near` says that the spelling was nearly right and let pass."""

    credit: float
    near: bool = False

    @property
    def correct(self) -> bool:
        return self.credit == 1


NOTHING = Grade(0)
CLAIMED = Grade(1, near=True)  # written, refused, and held to be right by the learner


def fits(item: Item, answer: Answer) -> bool:
    """Whether an answer has the form that the item asks for; right or wrong is another matter."""
    if isinstance(answer, Written):
        return item.response is Response.TYPED and bool(answer.text.strip())
    wanted = {
        Response.CHOICE: len(answer.options) == 1,
        Response.SEVERAL: len(answer.options) == len(set(answer.options)) > 0,
        Response.ORDER: len(answer.options) == len(set(answer.options)) == len(item.options),
        Response.MATCH: len(answer.options) == len(item.prompts),
        Response.TYPED: False,
    }
    return wanted[item.response] and all(0 <= index < len(item.options) for index in answer.options)


def grade(item: Item, answer: Answer) -> Grade:
    """The worth of an answer that fits.

    Choice and typed are right or wrong; of a choice with `credits` a wrong option may be worth a part. Several: right
    marks less wrong marks, over the number of right options. Order: pairs in the right order less pairs in the wrong
    one, over all pairs (Kendall's tau). Match: the share of prompts. Nothing is worth less than nothing.
    """
    if isinstance(answer, Written):
        return _written(item, answer.text)
    if item.credits and item.response is Response.CHOICE:
        return Grade(item.credits[answer.options[0]])
    worth = {
        Response.CHOICE: _exact,
        Response.SEVERAL: _marks,
        Response.ORDER: _pairs,
        Response.MATCH: _share,
        Response.TYPED: _exact,
    }
    return Grade(max(0.0, worth[item.response](item.answer, answer.options)))


def _exact(right: Sequence[int], given: Sequence[int]) -> float:
    return float(tuple(right) == tuple(given))


def _marks(right: Sequence[int], given: Sequence[int]) -> float:
    hits = len(set(right) & set(given))
    return (hits - (len(set(given)) - hits)) / len(right)


def _pairs(right: Sequence[int], given: Sequence[int]) -> float:
    place = {option: number for number, option in enumerate(right)}
    pairs = [place[first] < place[second] for first, second in combinations(given, 2)]
    return (2 * sum(pairs) - len(pairs)) / len(pairs)


def _share(right: Sequence[int], given: Sequence[int]) -> float:
    return sum(one == other for one, other in zip(right, given, strict=True)) / len(right)


def _written(item: Item, text: str) -> Grade:
    from trotskyism_cli.learning.answering.marking import phrasings, readings, trimmed  # only what is written needs it

    forms = phrasings(text, item.stem)
    if is_accepted(item, text) or any(_gives(form, each, item.stem) for form in forms for each in item.accepted):
        return Grade(1)
    accepted, rivals = [
        [trimmed(plain(name)) for name in names if plain(name)] for names in (item.accepted, item.rivals)
    ]
    for said in chain.from_iterable(map(readings, forms)):
        if any(is_slip(said, each) for each in accepted) and not _nearer(said, accepted, rivals):
            return Grade(1, near=True)
    return NOTHING


def mistake_in(item: Item, text: str) -> str:
    """What a wrong answer in writing is instead, spelt rightly or nearly so; empty if the question does not say."""
    from trotskyism_cli.learning.answering.marking import phrasings, readings, trimmed  # see above

    forms = phrasings(text, item.stem)
    said = list(chain.from_iterable(map(readings, forms)))
    given = (told for wrong, told in item.mistakes if any(_gives(form, wrong, item.stem) for form in forms))
    near = (told for wrong, told in item.mistakes if any(is_slip(each, trimmed(plain(wrong))) for each in said))
    no_year = ("a year is asked for",) if wants_year(item) and not any(map(str.isdigit, text)) else ()
    return next(chain(given, near, no_year), "")


def wants_year(item: Item) -> bool:
    """Whether a year is to be written, and nothing else."""
    if item.response is not Response.TYPED:
        return False
    from trotskyism_cli.items.grounds.answers import YEAR  # only what is written needs it

    return bool(YEAR.fullmatch(item.key))


def is_accepted(item: Item, text: str) -> bool:
    """Whether a text is an accepted answer to the letter, whatever that is; blanks do not count."""
    return " ".join(text.split()) in {" ".join(each.split()) for each in item.accepted}


def in_words(item: Item, answer: Answer) -> str:
    """An answer as it can be shown to the learner."""
    return answer.text if isinstance(answer, Written) else item.in_words(answer.options)


def is_slip(said: str, meant: str) -> bool:
    """Whether one plain text is a slip of the pen away from another. Figures are never forgiven: a year is exact."""
    if any(letter.isdigit() for letter in said + meant):
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # only what is written needs it

    allowed = min(MOST_SLIPS, len(meant) // LETTERS_A_SLIP)
    return DamerauLevenshtein.distance(said, meant, score_cutoff=allowed) <= allowed


def _gives(text: str, accepted: str, stem: str) -> bool:
    """Whether an answer gives an accepted one. Two numbers are compared as numbers: -3 is not 3, nor 2.5 the 25."""
    said, meant = _value(text), _value(accepted)
    if said is not None and meant is not None:
        return said == meant
    from trotskyism_cli.learning.answering.marking import number_in, says  # only what is written needs it

    number = number_in(text, stem) if said is None and RANGE.fullmatch(accepted) else text
    return in_range(number, accepted) or says(text, accepted, stem)


def _value(text: str) -> float | None:
    """The number that a text is; None if it is none. A comma stands before thousands, or before a part of one."""
    bare = text.strip().replace("−", "-")
    bare = bare.replace(",", "" if THOUSANDS.fullmatch(bare) else ".")
    return float(bare) if NUMBER.fullmatch(bare) else None


def in_range(said: str, accepted: str) -> bool:
    """Whether a number lies in what is accepted, if that is a range: 1762 in `1759..1765`, 3,14 in `3.1..3.2`."""
    ends = RANGE.fullmatch(accepted)
    number = _value(said)
    return bool(ends and number is not None and float(ends[1]) <= number <= float(ends[2]))


def _nearer(said: str, accepted: Collection[str], rivals: Collection[str]) -> bool:
    """Whether what was said is as near to the name of something else."""
    if not rivals:
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # see above

    own = min(DamerauLevenshtein.distance(said, each) for each in accepted)
    return min(DamerauLevenshtein.distance(said, each) for each in rivals) <= own
