"""Give letters to bulleted options of which the right ones have a tick or are alone in bold."""

import re
import string
from collections.abc import Iterator, Sequence
from itertools import groupby

from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.words.signs import TICK

_BULLET = re.compile(r"[ \t]*[-–•*·▪◦][ \t]+(?=\S)")
_LETTERED = re.compile(
    rf"[ \t]*(?P<listed>(?P<bullet>[-–•*·▪◦+])[ \t]+)?(?=(?:\*\*|__)?\(?{LETTER}[.)](?:\*\*|__)?[ \t]+\S)"
)
_TICKED = re.compile(rf"(?:{TICK}[ \t]*(\S.*)|(.*\S)[ \t]*{TICK})[ \t]*")
_BOLD = re.compile(r"(?P<sign>\*\*|__)([^*_\n]+)(?P=sign)[ \t]*")
_NUMBERED = re.compile(r"[ \t#*_]*(?:[^\W\d]{0,12}[ \t]*)?\d{1,3}[.):]")
_FEWEST = 2  # options, and questions
_MOST = 0.6  # share of questions that must have a tick


def without_bullets(lines: Sequence[str | None]) -> list[str | None]:
    """The lines without bullets before lettered options, `- A) …`, as chat assistants write them."""
    lettered = [(at, found) for at, line in enumerate(lines) if line and (found := _LETTERED.match(line))]
    bullets = {found["bullet"] for _, found in lettered}
    if len(lettered) < _FEWEST or len(bullets) > 1 or None in bullets:
        return list(lines)
    places = {at: found.end("listed") for at, found in lettered}
    return [line[places[at] :] if line and at in places else line for at, line in enumerate(lines)]


def with_bullets_lettered(lines: Sequence[str | None]) -> list[str | None]:
    """The lines with letters for bulleted options, and a star for marked ones."""
    found = list(lines)
    runs_below = [(above, run) for above, run in _runs(lines) if len(run) >= _FEWEST]
    runs = [run for _, run in runs_below]
    ticked = [run for run in runs if 0 < sum(_is_ticked(lines[at]) for at in run) < len(run)]
    if len(ticked) >= _FEWEST and len(ticked) >= len(runs) * _MOST:
        marked = _TICKED
    elif len(runs) >= _FEWEST and all(
        _asks(above) and sum(_is_bold(lines[at]) for at in run) == 1 for above, run in runs_below
    ):
        marked = _BOLD
    else:
        return found
    for run in runs:
        for letter, at in zip(string.ascii_lowercase, run, strict=False):
            text = _bare(lines[at])
            sign = marked.fullmatch(text)
            bare = sign[sign.lastindex or 0] if sign else text
            found[at] = f"{'*' if sign else ''}{letter}) {bare.strip()}"
    return found


def _runs(lines: Sequence[str | None]) -> Iterator[tuple[str, list[int]]]:
    """Groups of bulleted lines below a line that may be a question, with that line."""
    filled = [at for at, line in enumerate(lines) if line and line.strip()]
    above = ""
    for is_bullet, places in groupby(filled, key=lambda at: _BULLET.match(lines[at] or "") is not None):
        run = list(places)
        if not is_bullet:
            above = (lines[run[-1]] or "").strip(" *_")
        elif above.endswith((":", "…", "...")) or _asks(above):
            yield above, run


def _asks(above: str) -> bool:
    return above.endswith(ASKS) or _NUMBERED.match(above) is not None


def _bare(line: str | None) -> str:
    return _BULLET.sub("", line or "", count=1).strip()


def _is_ticked(line: str | None) -> bool:
    return _TICKED.fullmatch(_bare(line)) is not None


def _is_bold(line: str | None) -> bool:
    return _BOLD.fullmatch(_bare(line)) is not None
