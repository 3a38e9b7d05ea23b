"""Find where one Aiken question ends and the next begins, by letters, numbers and blank lines."""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from trotskyism_cli.imports.answers.lettered import LETTER, NUMBER, OPTION
from trotskyism_cli.imports.answers.remarks import REMARK
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import Reading, Unfit, tidy
from trotskyism_cli.imports.papers.key_below import key_below, next_said
from trotskyism_cli.imports.papers.key_lines import plain_number
from trotskyism_cli.imports.words.letters import LATIN, SERIES

_FIRST = "".join(each[0] + each[0].upper() for each in SERIES)
MOST = 10_000  # above any question number

_LABEL = re.compile(rf"(?:^|\s)\(?{LETTER}[.)]\s+\S")
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]+?)(?<=\S)\*\*(?!\*)")

Line = tuple[int, str]  # line number in the file, and text


@dataclass(slots=True)
class Block:
    """Lines without an answer yet, with properties kept up to date as lines are added."""

    lines: list[Line] = field(default_factory=list)
    blank: int = 0  # index before which the last blank line stood
    has_options: bool = False  # it has an option with a first letter; `I.` may begin a question
    numbers: list[tuple[int, str]] = field(default_factory=list)  # index of each numbered line, and its number

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Block":
        """A block made of these lines."""
        made = cls()
        for number, text in lines:
            made.add(number, text)
        return made

    def add(self, number: int, text: str) -> None:
        """Add a line below the others."""
        if found := NUMBER.match(text):
            self.numbers.append((len(self.lines), plain_number(found[1])))
        self.has_options = self.has_options or is_first(text)
        self.lines.append((number, text))

    def parted(self, at: int) -> tuple["Block", "Block"]:
        """The lines before an index, and the others."""
        return (self, Block()) if at == len(self.lines) else (Block.of(self.lines[:at]), Block.of(self.lines[at:]))

    def __bool__(self) -> bool:
        return bool(self.lines)

    @property
    def begun(self) -> int:
        """The line number of its first line."""
        return self.lines[0][0]

    @property
    def text(self) -> str:
        """All its lines joined."""
        return text_of(self.lines)

    @property
    def after_blank(self) -> bool:
        """Return whether a blank line follows its last line."""
        return self.blank == len(self.lines)

    @property
    def first_number(self) -> int:
        """The first question number in it; 0 if there is none."""
        return int(self.numbers[0][1]) if self.numbers else 0

    @property
    def last_number(self) -> int:
        """The last question number in it; 0 if there is none."""
        return int(self.numbers[-1][1]) if self.numbers else 0

    @property
    def is_remark(self) -> bool:
        """Return whether it begins with a remark on the question before, not with a question."""
        return self.begun > 1 and not self.has_options and REMARK.fullmatch(self.lines[0][1]) is not None

    @property
    def ends_with_option(self) -> bool:
        """Return whether its last line is an option, directly above the next line."""
        return bool(self.lines) and not self.after_blank and OPTION.fullmatch(self.lines[-1][1]) is not None


def text_of(lines: Iterable[Line]) -> str:
    """The lines joined."""
    return tidy(" ".join(text for _, text in lines))


def ended_before(line: str, block: Block, ends: Mapping[str, Sequence[str]]) -> int:
    """How many lines of the block form a complete question, given that this line may begin the next; 0 if none."""
    if option := OPTION.fullmatch(line):
        if option[1] not in _FIRST or not block.has_options or block.ends_with_option:
            return 0
        begins_anew = block.blank and not any(is_first(text) for _, text in block.lines[block.blank :])
        return block.blank if begins_anew else len(block.lines) - 1
    return len(block.lines) if ends and _begins_next(line, block, ends) else 0


def _begins_next(line: str, block: Block, ends: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a line begins the next question in a test with a key at the end.

    It does if its number is in the key, is the next number, or is a higher one after a blank line.
    """
    found = NUMBER.match(line)
    first = block.first_number
    if found is None or not (first or block.has_options):
        return False
    over = int(found[1]) - first if first else 0
    return plain_number(found[1]) in ends or over == 1 or (block.after_blank and over > 0)


def may_end(block: Block, begun: int, lowest: int) -> bool:
    """Return whether the block before a line numbered `begun` is complete.

    It is if it does not begin the file, or if it has the previous number and is not an instruction.
    """
    return block.begun > 1 or (block.last_number + 1 == begun and not instructs(block, lowest))


def instructs(block: Block, lowest: int) -> bool:
    """Return whether a numbered block is an instruction, as questions below have numbers no higher than its own."""
    return lowest <= block.last_number


def lowest_from(lines: Sequence[str]) -> list[int]:
    """For each line the lowest number that it or a later line begins with; `MOST` after the last numbered line."""
    numbers = (number_begun(line) or MOST for line in reversed(lines))
    return [*accumulate(numbers, min)][::-1]


def followed_by_option(lines: Sequence[str]) -> list[bool]:
    """For each line, whether a first option follows before any blank or numbered line."""
    found: list[bool] = []
    below = False
    for line in reversed(lines):
        found.append(below)
        below = is_first(line) or (below and bool(line.strip()) and not NUMBER.match(line))
    return found[::-1]


def number_begun(line: str) -> int:
    """The number at the beginning of a line; 0 if there is none."""
    found = NUMBER.match(line)
    return int(found[1]) if found else 0


def questions_in(block: Block) -> list[Block]:
    """Split a block where a question with the next number begins below options."""
    cuts: list[int] = []
    first = next((at for at, (_, line) in enumerate(block.lines) if is_first(line)), len(block.lines))
    for (_, number), (at, following) in zip(block.numbers[-2::-1], block.numbers[:0:-1], strict=True):
        if at <= first or int(number) + 1 != int(following):
            break
        cuts.append(at)
    places = [0, *reversed(cuts), len(block.lines)]
    return [Block.of(block.lines[one:two]) for one, two in pairwise(places)] if cuts else [block]


def said_below(block: Block, ends: Mapping[str, list[str]]) -> str:
    """What the key below says about the block's question; empty if nothing."""
    return next_said(ends, block.numbers[0][1] if block.numbers else "")


def is_first(line: str) -> bool:
    """Return whether a line is an option with the first letter of a script."""
    found = OPTION.fullmatch(line)
    return found is not None and found[1] in _FIRST


def series_of(lines: Iterable[Line]) -> str:
    """The series of option letters, judging by the first option that begins a series."""
    letters = (found[1].casefold() for _, line in lines if (found := OPTION.fullmatch(line)))
    first = next((each for letter in letters for each in SERIES if each.startswith(letter)), LATIN)
    return string.ascii_uppercase if first == LATIN else first.upper()


def behind_option(number: str, above: Sequence[str]) -> int:
    """The only line in which a question of this number seems to begin behind an option; else 0."""
    begun = re.compile(rf"\s{number}[.)]\s+[^\W\d]")
    places = [(at, found.start()) for at, line in enumerate(above, start=1) if (found := begun.search(line))]
    behind = [at for at, end in places if _LABEL.search(above[at - 1], 0, end)]
    return behind[0] if len(behind) == 1 else 0


def unmarked(text: str) -> str:
    """The text without Markdown headings and bold, as chat assistants write them."""
    return _BOLD.sub(r"\1", _HEADING.sub("", text))


def without_key(text: str, reading: Reading) -> tuple[str, dict[str, list[str]]]:
    """The text with the key below it blanked, and what that says by question number."""
    key = key_below(text)
    if not key.said:
        return text, {}
    begun = key.place.start + 1
    if not key.headed:
        reading.tell(begun, "the list at its end was taken as its key")
    if key.told_after:
        reading.tell(begun, key.told_after)
    lines = lines_of(text)
    for number in key.beyond:
        reading.tell(begun, key.told_beyond(number))
        if at := behind_option(number, lines[: key.place.start]):
            told = f"question {number} of the key begins within a line"
            reading.leave(at, Unfit(told, "begin each question, and each option, in a line of its own"))
    bare = ("" if at in key.place else line for at, line in enumerate(lines))
    return "\n".join(bare), key.ends
