"""Numbered lines within questions of a printed test: lists, `1) … 2) …`, or dates at a line break.

They do not begin questions and are joined to the stem. If it is uncertain which number begins the question, the
question is doubtful.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trotskyism_cli.imports.foreign import Unfit
from trotskyism_cli.imports.papers.printed_groups import PLAIN_NUMBER, SAYS, Group, Piece

_YEARS = 1000
_SETTING = re.compile(r"[^\W\d_][\w ]{2,20}:\s*\S.*")  # `Title: Dice`
_GAP = 2  # between numbers, as some may be missing
_UNCERTAIN = Unfit(
    "several numbers stand above its options, so it is not certain where it begins",
    "write the numbers within a question as (1), (2)",
)


@dataclass(slots=True)
class _Above:
    """The pieces above a question's options, and the numbers among them."""

    group: Group
    pieces: list[Piece]
    numbers: list[int]
    places: list[int]  # indices of the pieces with numbers


def join_lists(
    pieces: list[Piece], groups: Sequence[Group], numbers: re.Pattern[str] | None
) -> Iterator[tuple[int, Unfit]]:
    """Join such lines to the line before, in `pieces`; yields doubtful questions."""
    gone = _join_others(pieces, numbers)
    pieces[:] = [piece for piece in pieces if id(piece) not in gone]
    aboves = list(_aboves(pieces, groups, numbers))
    numbered = sum(bool(above.numbers) for above in aboves) * 2 > len(aboves)
    last = 0
    for at, above in enumerate(aboves):
        after = aboves[at + 1].numbers if at + 1 < len(aboves) else None
        begun = _begun(above, last, after) if numbered else _begun_alone(above)
        if begun is None:
            yield above.group.options[0].line, _UNCERTAIN
            gone |= _joined(above.pieces, _paragraph(above), above.places[-1])
        elif above.numbers:
            last = above.numbers[begun]
            gone |= _joined(above.pieces, above.places[begun], above.places[-1])
            if pairs := _pairs(above.numbers[:begun]):
                gone |= _joined(above.pieces, above.places[pairs[0]], above.places[pairs[-1]])
    pieces[:] = [piece for piece in pieces if id(piece) not in gone]


def _join_others(pieces: Sequence[Piece], numbers: re.Pattern[str] | None) -> set[int]:
    """Join numbered lines that are not questions to the line above: years, and other number styles.

    Nothing is joined in a key below the options.
    """
    gone: set[int] = set()
    above: Piece | None = None
    last = max((at for at, piece in enumerate(pieces) if piece.place >= 0), default=-1)
    key = next((at for at in range(last + 1, len(pieces)) if SAYS.fullmatch(pieces[at].text)), len(pieces))
    for piece in pieces[:key]:
        found = PLAIN_NUMBER.match(piece.text) if piece.place < 0 else None
        is_other = found and (int(found[1]) >= _YEARS or (numbers and not numbers.match(piece.text)))
        if is_other and above and above.text.strip() and not SAYS.fullmatch(above.text):
            above.text = f"{above.text.rstrip()} {piece.text.strip()}"
            gone.add(id(piece))
        else:
            above = piece if piece.place < 0 else None
    return gone


def _aboves(pieces: Sequence[Piece], groups: Sequence[Group], numbers: re.Pattern[str] | None) -> Iterator[_Above]:
    places = {id(piece): place for place, piece in enumerate(pieces)}
    begin = 0
    for group in groups:
        between = list(pieces[begin : places[id(group.options[0])]])
        begin = max(places[id(piece)] for piece in group.options) + 1
        found = [(numbers or PLAIN_NUMBER).match(piece.text) for piece in between]
        some = [place for place, one in enumerate(found) if one]
        yield _Above(group, between, [int(one[1]) for one in found if one], some)


def _begun(above: _Above, last: int, after: Sequence[int] | None) -> int | None:
    """The index of the number that begins the question; None if uncertain.

    It continues from the `last` question's number and stays below those `after` it. Several may fit if questions
    without options stand before.
    """
    numbers = above.numbers
    first = max((at for at in range(1, len(numbers)) if numbers[at] == 1 and _blank(above, at)), default=0)
    if first and not last and (first + 1 == len(numbers) or _is_list(numbers[first + 1 :])):
        return first  # below numbered instructions
    most = max(after) if after else 0
    beyond = last + len(numbers) + _GAP if len(numbers) > 1 else max(numbers, default=0)
    good = [last < number <= beyond and (not most or number < most) for number in numbers]
    if not numbers or (good[-1] and sum(good) == 1):
        return len(numbers) - 1
    chain = next((at for at, fits in enumerate(good) if not fits or (at and numbers[at] <= numbers[at - 1])), len(good))
    if chain == len(numbers):
        return chain - 1
    if numbers[-1] == 1 and (after is None or 2 in after) and not (chain and not _blank(above, chain)):
        return len(numbers) - 1  # a part with its own numbering
    if not any(good) and len(numbers) == 1 and _stands_first(above):
        return 0
    if not last and _paragraph(above) != above.places[0] and _blank(above, len(numbers) - 1):
        return len(numbers) - 1  # below a title
    goes_on = good[-1] and chain > 0 and numbers[-1] == numbers[chain - 1] + 1
    listed = _is_list(numbers[chain:-1]) and numbers[-1] != numbers[-2] + 1
    if goes_on and (listed or _blank(above, len(numbers) - 1)) and (not after or numbers[-1] not in after):
        return len(numbers) - 1  # below numbered pairs to match
    return chain - 1 if chain and (_is_list(numbers[chain:]) or not any(good[chain:])) else None


def _stands_first(above: _Above) -> bool:
    """Return whether only settings of the question, e.g. its points, stand above its number in the paragraph."""
    return all(map(_SETTING.fullmatch, (piece.text for piece in above.pieces[_paragraph(above) : above.places[0]])))


def _is_list(numbers: Sequence[int]) -> bool:
    """Return whether numbers are consecutive from 1, perhaps several times."""
    return numbers[:1] == [1] and all(two in (1, one + 1) for one, two in pairwise(numbers))


def _pairs(numbers: Sequence[int]) -> range:
    """The indices of a question without options and of the list below it."""
    first = next((at for at, (one, two) in enumerate(pairwise(numbers)) if two <= one), len(numbers))
    return range(first, len(numbers)) if numbers[first + 2 :] and _is_list(numbers[first + 1 :]) else range(0)


def _begun_alone(above: _Above) -> int | None:
    """The index of the number that begins the question, in a test without question numbers; None if uncertain."""
    certain = len(above.numbers) < 2 and (not above.numbers or _paragraph(above) == above.places[0])
    return len(above.numbers) - 1 if certain else None


def _blank(above: _Above, at: int) -> bool:
    """Return whether the line before the number at this index is blank."""
    place = above.places[at]
    return place > 0 and not above.pieces[place - 1].text.strip()


def _paragraph(above: _Above) -> int:
    """The index of the first line of the paragraph with the first number."""
    return _before(above.pieces, above.places[0], most=len(above.pieces))


def _before(pieces: Sequence[Piece], place: int, most: int = 1) -> int:
    """The index up to `most` lines earlier, within a paragraph."""
    begin = place
    while (
        begin and place - begin < most and pieces[begin - 1].text.strip() and not SAYS.fullmatch(pieces[begin - 1].text)
    ):
        begin -= 1
    return begin


def _joined(pieces: Sequence[Piece], first: int, last: int) -> set[int]:
    """Join lines to the first of them; return the ids of the others."""
    if first >= last:
        return set()
    others = pieces[first + 1 : last + 1]
    pieces[first].text = " ".join(text for piece in (pieces[first], *others) if (text := piece.text.strip()))
    for piece in others:
        piece.text = ""
    return {id(piece) for piece in others}
