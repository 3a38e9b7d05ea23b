"""Clean an Aiken question of surrounding lines: titles, part headings, remarks, page numbers.

Everything removed is reported, since it may belong to the question after all.
"""

from itertools import takewhile
from typing import NamedTuple

from trotskyism_cli.imports.answers.lettered import NUMBER, OPTION
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.remarks import DESCRIBES
from trotskyism_cli.imports.foreign import Reading, tidy
from trotskyism_cli.imports.papers.aiken_blocks import Line, is_first, text_of
from trotskyism_cli.imports.papers.instructions import divides
from trotskyism_cli.imports.papers.page_lines import is_of_page

_SHOWN = 60  # characters shown of what is left out


class Gap(NamedTuple):
    """A question's lines, the index of a blank-line gap in them, and lines above that do not belong to it."""

    lines: list[Line]
    place: int = 0  # 0 if there is none
    above: tuple[Line, ...] = ()


def tell_divides(reading: Reading, number: int, line: str) -> None:
    """Report that an instruction or a part heading was passed over."""
    reading.change(
        number, f"“{tidy(line)[:_SHOWN]}” tells what to do, or heads a part of the test, and was passed over"
    )


def from_line(reading: Reading, lines: list[Line], place: int) -> list[Line]:
    """The lines from an index on; those above are reported."""
    if place:
        told = f"what stands above a question was passed over: “{text_of(lines[:place])[:_SHOWN]}”"
        reading.change(lines[0][0], told)
    return lines[place:]


def below_title(reading: Reading, lines: list[Line]) -> list[Line]:
    """The first question's lines without a title above, if the question alone has the number 1."""
    stem = [line for _, line in takewhile(lambda line: not OPTION.fullmatch(line[1]), lines)]
    numbered = [(at, found[1]) for at, line in enumerate(stem) if (found := NUMBER.match(line))]
    return from_line(reading, lines, numbered[0][0]) if [number for _, number in numbered] == ["1"] else lines


def without_heads(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines without part headings and instructions above and below them."""
    while len(lines) > 1 and divides(lines[0][1]) and not is_first(lines[1][1]):
        tell_divides(reading, *lines[0])
        lines = lines[1:]
    while len(lines) > 1 and divides(lines[-1][1]):
        tell_divides(reading, *lines[-1])
        lines = lines[:-1]
    return lines


def without_remarks(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines without remarks on difficulty, topic etc. between stem and options."""
    first = next((at for at, (_, line) in enumerate(lines) if is_first(line)), 0)
    passed = [line for line in lines[1:first] if DESCRIBES.fullmatch(line[1])]
    for number, line in passed:
        reading.change(number, f"left out: “{tidy(line)[:_SHOWN]}”")
    return [line for line in lines if line not in passed] if passed else lines


def parted_at_gap(reading: Reading, lines: list[Line]) -> Gap:
    """The lines without those that blank lines show to be separate from the question."""
    asked = list(takewhile(lambda line: not is_first(line[1]), lines))
    gap = next((at for at in range(len(asked) - 1, 0, -1) if asked[at][0] - asked[at - 1][0] > 1), 0)
    if gap and all(asked[at][1].endswith(ASKS) for at in (gap - 1, -1)):  # the text above is a question of its own
        return Gap(lines[gap:], above=tuple(lines[:gap]))
    if gap and asked[gap - 1][1].endswith((*ASKS, ".", ":")) and all(is_of_page(line) for _, line in asked[gap:]):
        told = f"“{text_of(asked[gap:])[:_SHOWN]}” stands at the edge of a page, and was passed over"
        reading.change(asked[gap][0], told)
        return Gap([*asked[:gap], *lines[len(asked) :]])
    is_whole = len(asked) == len(lines) and NUMBER.match(lines[0][1]) and lines[gap - 1][1].endswith((*ASKS, "."))
    if gap and is_whole and not lines[-1][1].endswith(ASKS):
        told = f"“{text_of(lines[gap:])[:_SHOWN]}” stands apart between questions, and was passed over"
        reading.change(lines[gap][0], told)
        return Gap(lines[:gap])
    return Gap(lines, gap)


def without_apart(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines without those separated below the options; these are reported, as they may be a question."""
    last = max((at for at, (_, line) in enumerate(lines) if OPTION.fullmatch(line)), default=len(lines) - 1)
    apart = next((at for at in range(last + 1, len(lines)) if lines[at][0] - lines[at - 1][0] > 1), len(lines))
    for number, line in lines[apart:]:
        reading.change(number, f"“{tidy(line)[:_SHOWN]}” stands apart below options, and was passed over")
    return lines[:apart]
