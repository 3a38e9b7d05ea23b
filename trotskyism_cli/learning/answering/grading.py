"""The mark of an answer: right, wrong or partly right, and whether a typed answer was accepted despite a slip."""

import re
from collections.abc import Collection, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.lazy_regex import lazy_regex

LETTERS_A_SLIP = 5  # letters for each slip that is forgiven
MOST_SLIPS = 3
NUMBER = lazy_regex(r"[-+]?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
THOUSANDS = lazy_regex(r"[-+]?\d{1,3}(?:,\d{3})+", re.ASCII)
RANGE = lazy_regex(rf"({NUMBER.pattern})\.\.({NUMBER.pattern})", re.ASCII)


class Chosen(NamedTuple):
    """Indices of options: one (choice), some (several), all in an order (order), one for each prompt (match)."""

    options: tuple[int, ...]


class Written(NamedTuple):
    """The text as it was typed."""

    text: str


Answer = Chosen | Written


class Grade(NamedTuple):
    """`credit` is the part that was right, from 0 to 1; `near`: the spelling had slips that were forgiven."""

    credit: float
    near: bool = False

    @property
    def correct(self) -> bool:
        return self.credit == 1


NOTHING = Grade(0)
CLAIMED = Grade(1, near=True)  # a typed answer marked wrong that the learner claims is right


def fits(item: Item, answer: Answer) -> bool:
    """Whether an answer has the form that the item asks for, right or wrong."""
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
    """The mark of an answer that fits (see `fits`), from 0 to 1.

    Choice and typed: right or wrong; in a choice with `credits` a wrong option may get a part. Several: right marks
    less wrong marks, over the number of right options. Order: pairs in the right order less pairs in the wrong order,
    over all pairs (Kendall's tau). Match: the share of prompts. No mark is below 0.
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
    # slow to import, needed for typed answers only
    from trotskyism_cli.learning.answering.marking import phrasings, readings, trimmed

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
    """The explanation of the known mistake that a wrong typed answer makes, slips allowed; else empty."""
    from trotskyism_cli.learning.answering.marking import phrasings, readings, trimmed  # see above

    forms = phrasings(text, item.stem)
    said = list(chain.from_iterable(map(readings, forms)))
    given = (told for wrong, told in item.mistakes if any(_gives(form, wrong, item.stem) for form in forms))
    near = (told for wrong, told in item.mistakes if any(is_slip(each, trimmed(plain(wrong))) for each in said))
    no_year = ("a year is asked for",) if wants_year(item) and not any(map(str.isdigit, text)) else ()
    return next(chain(given, near, no_year), "")


def wants_year(item: Item) -> bool:
    """Whether the typed answer to an item must be a year."""
    if item.response is not Response.TYPED:
        return False
    from trotskyism_cli.items.grounds.answers import YEAR  # slow to import, needed for typed answers only

    return bool(YEAR.fullmatch(item.key))


def is_accepted(item: Item, text: str) -> bool:
    """Whether a text is literally one of the accepted answers; the number of blanks does not count."""
    return " ".join(text.split()) in {" ".join(each.split()) for each in item.accepted}


def in_words(item: Item, answer: Answer) -> str:
    """An answer as it is shown to the learner."""
    return answer.text if isinstance(answer, Written) else item.in_words(answer.options)


def is_slip(said: str, meant: str) -> bool:
    """Whether two plain texts differ by no more slips than are forgiven.

    Texts with digits never do: a year is exact.
    """
    if any(letter.isdigit() for letter in said + meant):
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # slow to import, needed for typed answers only

    allowed = min(MOST_SLIPS, len(meant) // LETTERS_A_SLIP)
    return DamerauLevenshtein.distance(said, meant, score_cutoff=allowed) <= allowed


def _gives(text: str, accepted: str, stem: str) -> bool:
    """Whether a text means an accepted answer. Two numbers are compared as numbers: -3 is not 3, 2.5 is not 25."""
    said, meant = _value(text), _value(accepted)
    if said is not None and meant is not None:
        return said == meant
    # slow to import, needed for typed answers only
    from trotskyism_cli.learning.answering.marking import number_in, says

    number = number_in(text, stem) if said is None and RANGE.fullmatch(accepted) else text
    return in_range(number, accepted) or says(text, accepted, stem)


def _value(text: str) -> float | None:
    """The number that a text is, else None. A comma separates thousands, or else is a decimal comma."""
    bare = text.strip().replace("−", "-")
    bare = bare.replace(",", "" if THOUSANDS.fullmatch(bare) else ".")
    return float(bare) if NUMBER.fullmatch(bare) else None


def in_range(said: str, accepted: str) -> bool:
    """Whether a number lies in an accepted range: 1762 in `1759..1765`, 3,14 in `3.1..3.2`."""
    ends = RANGE.fullmatch(accepted)
    number = _value(said)
    return bool(ends and number is not None and float(ends[1]) <= number <= float(ends[2]))


def _nearer(said: str, accepted: Collection[str], rivals: Collection[str]) -> bool:
    """Whether an answer is at least as near to a rival's name as to an accepted one."""
    if not rivals:
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # see above

    own = min(DamerauLevenshtein.distance(said, each) for each in accepted)
    return min(DamerauLevenshtein.distance(said, each) for each in rivals) <= own
