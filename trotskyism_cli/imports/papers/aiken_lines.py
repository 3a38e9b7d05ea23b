"""The lines of one question of Aiken without what stands around them: titles, heads of parts, remarks, page numbers.

Whatever is left out is told of, since it may be a part of the question after all.
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

_SHOWN = 60  # letters of what is left out


class Gap(NamedTuple):
    """The lines of a question, those `above` it that are no part of it, and before which of its lines it has a gap."""

    lines: list[Line]
    place: int = 0  # 0 if there is none
    above: tuple[Line, ...] = ()


def tell_divides(reading: Reading, number: int, line: str) -> None:
    """Tell that a line was passed over which tells what to do, or heads a part of the test."""
    reading.change(
        number, f"“{tidy(line)[:_SHOWN]}” tells what to do, or heads a part of the test, and was passed over"
    )


def from_line(reading: Reading, lines: list[Line], place: int) -> list[Line]:
    """Lines from one of them on; what stands above is told."""
    if place:
        told = f"what stands above a question was passed over: “{text_of(lines[:place])[:_SHOWN]}”"
        reading.change(lines[0][0], told)
    return lines[place:]


def below_title(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines of the first question without the title above it, if only that question has a number, a 1."""
    stem = [line for _, line in takewhile(lambda line: not OPTION.fullmatch(line[1]), lines)]
    numbered = [(at, found[1]) for at, line in enumerate(stem) if (found := NUMBER.match(line))]
    return from_line(reading, lines, numbered[0][0]) if [number for _, number in numbered] == ["1"] else lines


def without_heads(reading: Reading, lines: list[Line]) -> list[Line]:
    """Lines without those above and below them that head a part of the test, or tell what to do."""
    while len(lines) > 1 and divides(lines[0][1]) and not is_first(lines[1][1]):
        tell_divides(reading, *lines[0])
        lines = lines[1:]
    while len(lines) > 1 and divides(lines[-1][1]):
        tell_divides(reading, *lines[-1])
        lines = lines[:-1]
    return lines


def without_remarks(reading: Reading, lines: list[Line]) -> list[Line]:
    """Lines without those between a question and its options that say how hard it is, or what it is about."""
    first = next((at for at, (_, line) in enumerate(lines) if is_first(line)), 0)
    passed = [line for line in lines[1:first] if DESCRIBES.fullmatch(line[1])]
    for number, line in passed:
        reading.change(number, f"left out: “{tidy(line)[:_SHOWN]}”")
    return [line for line in lines if line not in passed] if passed else lines


def parted_at_gap(reading: Reading, lines: list[Line]) -> Gap:
    """Lines without what stands apart from the question in them, as blank lines tell."""
    asked = list(takewhile(lambda line: not is_first(line[1]), lines))
    gap = next((at for at in range(len(asked) - 1, 0, -1) if asked[at][0] - asked[at - 1][0] > 1), 0)
    if gap and all(asked[at][1].endswith(ASKS) for at in (gap - 1, -1)):  # what is above asks something itself
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
    """Lines without what stands apart below options, which is named: it may be a question of another kind."""
    last = max((at for at, (_, line) in enumerate(lines) if OPTION.fullmatch(line)), default=len(lines) - 1)
    apart = next((at for at in range(last + 1, len(lines)) if lines[at][0] - lines[at - 1][0] > 1), len(lines))
    for number, line in lines[apart:]:
        reading.change(number, f"“{tidy(line)[:_SHOWN]}” stands apart below options, and was passed over")
    return lines[:apart]
