"""Where one question of Aiken ends and the next begins: by letters, numbers and blank lines."""

import string
from collections.abc import Sequence
from itertools import accumulate

from trotskyism_cli.imports.lettered import NUMBER, OPTION
from trotskyism_cli.imports.letters import LATIN, SERIES

_FIRST = "".join(each[0] + each[0].upper() for each in SERIES)
MOST = 10_000  # more than any number of a question

Block = list[tuple[int, str]]  # lines with their numbers


def ended_before(line: str, block: Block, blank: int, ends: dict[str, list[str]]) -> int:
    """How many lines of a block are those of a question that is whole, since the next begins with or before a line."""
    if option := OPTION.fullmatch(line):
        after_option = bool(block) and blank < len(block) and OPTION.fullmatch(block[-1][1]) is not None
        if option[1] not in _FIRST or not has_options(block) or after_option:
            return 0
        return blank if blank and not has_options(block[blank:]) else len(block) - 1
    return len(block) if ends and _begins_next(line, block, ends, after_blank=blank == len(block)) else 0


def _begins_next(line: str, block: Block, ends: dict[str, list[str]], *, after_blank: bool) -> bool:
    """Whether a line begins the question after the one in the block, in a test that has its key below.

    It has a number of the key, or the next number, or, after a blank line, a higher one.
    """
    found = NUMBER.match(line)
    first = next((number for _, above in block if (number := number_begun(above))), 0)
    if found is None or not (first or has_options(block)):
        return False
    over = int(found[1]) - first if first else 0
    return found[1] in ends or over == 1 or (after_blank and over > 0)


def may_end(block: Block, begun: int, lowest: int) -> bool:
    """Whether what stands before a line with the number `begun` is whole: it has the number before, or is no title."""
    return block[0][0] > 1 or (last_number(block) + 1 == begun and not instructs(block, lowest))


def instructs(block: Block, lowest: int) -> bool:
    """Whether a numbered line above all questions is none, since the `lowest` number of these is not above its own."""
    return lowest <= last_number(block)


def lowest_from(each: Sequence[str]) -> list[int]:
    """The lowest number with which each line, or one below it, begins; of those below the last number, a high one."""
    numbers = (number_begun(line) or MOST for line in reversed(each))
    return [*accumulate(numbers, min)][::-1]


def last_number(block: Block) -> int:
    """The last number with which a line begins; 0 if there is none."""
    return next((number for _, line in reversed(block) if (number := number_begun(line))), 0)


def number_begun(line: str) -> int:
    """The number with which a line begins; 0 if it has none."""
    found = NUMBER.match(line)
    return int(found[1]) if found else 0


def second_in(block: Block) -> int:
    """The place in a text where, below the options of a question, one with the next number begins; 0 if none does."""
    numbered = [at for at, (_, line) in enumerate(block) if NUMBER.match(line) and not OPTION.fullmatch(line)]
    last = numbered[-1] if numbered else 0
    goes_on = len(numbered) > 1 and last_number(block[:last]) + 1 == last_number(block)
    return last if goes_on and has_options(block[:last]) else 0


def numbered_at(block: Block) -> tuple[int, str]:
    """The place of the first line of a block that begins with a number, and that; an empty one if none does."""
    return next(((at, each[1]) for at, (_, line) in enumerate(block) if (each := NUMBER.match(line))), (0, ""))


def said_below(block: Block, ends: dict[str, list[str]]) -> str:
    """What the key below says of the question in a block, if anything; of a number that comes again, what is next."""
    said = ends.get(numbered_at(block)[1], [""])
    return said.pop(0) if len(said) > 1 else said[0]


def has_options(block: Block) -> bool:
    """Whether options begin in it, with the first letter of a script: `I.` and `C.` may begin a line of a question."""
    return any(is_first(line) for _, line in block)


def is_first(line: str) -> bool:
    """Whether a line is an option with such a letter."""
    found = OPTION.fullmatch(line)
    return found is not None and found[1] in _FIRST


def series_of(block: Block) -> str:
    """The letters of the options in order: those of the first line that begins with an A of any script."""
    letters = (found[1].casefold() for _, line in block if (found := OPTION.fullmatch(line)))
    first = next((each for letter in letters for each in SERIES if each.startswith(letter)), LATIN)
    return string.ascii_uppercase if first == LATIN else first.upper()
