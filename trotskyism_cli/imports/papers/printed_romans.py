"""Join lists within questions of a printed test, `I) … II) …`, to the line above, so as not to be taken for options."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from trotskyism_cli.imports.papers.labels import options_begun
from trotskyism_cli.imports.words.letters import ROMAN

_ROMAN = re.compile(rf"\s*\(?({'|'.join((*map(str.upper, ROMAN), *ROMAN))})[.)]\s+\S")


def with_lists_joined(lines: Sequence[str | None]) -> list[str | None]:
    """The lines with lists `I) … II) …` joined to the line above, if they are not options."""
    runs = list(_roman_runs(lines))
    found = list(lines)
    listed = {at for run in runs for at in run}
    if not runs or options_begun([line for at, line in enumerate(lines) if at not in listed]) < len(runs):
        return found
    for run in runs:
        above = next((at for at in range(run[0] - 1, -1, -1) if found[at] is not None), run[0])
        first = above if (found[above] or "").strip() else run[0]
        found[first] = " ".join((found[at] or "").strip() for at in dict.fromkeys((first, *run)))
        for at in run:
            found[at] = found[at] if at == first else None
    return found


def _roman_runs(lines: Sequence[str | None]) -> Iterator[list[int]]:
    """The lines of each list that begins with I and II."""
    filled = [at for at, line in enumerate(lines) if line and line.strip()]
    marks = [found[1] if (found := _ROMAN.match(lines[at] or "")) else "" for at in filled]
    for place, two in enumerate(pairwise(marks)):
        if two in (("I", "II"), ("i", "ii")):
            yield [at for at, _ in takewhile(lambda one: one[1], zip(filled[place:], marks[place:], strict=True))]
