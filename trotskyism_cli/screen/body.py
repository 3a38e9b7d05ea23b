"""The life of a body or a country, drawn: what it came from, its years, what happened in them, what came of it."""

import re
import textwrap
from collections.abc import Sequence

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.pack.dates import date_short
from trotskyism_cli.screen.axis import NARROW, axis
from trotskyism_cli.screen.document import Document, Line, Picture, Span, Title, line
from trotskyism_cli.screen.wrapping import wrapped
from trotskyism_cli.views.body import SINCE, BodyView, Row
from trotskyism_cli.views.happening import Happening
from trotskyism_cli.views.period import PeriodView

SEEN, FEWEST = 20, 4  # lines that are seen at once, and rows that are told in any case
LINES = 2, 3  # of a sentence, and if it does not fit, of a longer one
_PAUSE = re.compile("[;:] ")
KIN = 2  # lines of those before or after, where the screen is narrow
WHEN = 25  # columns before a row


def body_document(title: str, view: BodyView, asked: Sequence[str], *, everything: bool = False) -> Document:
    """As much of a life as is seen at once, or all of it; `asked` is the command that has the rest with `--all`."""
    years = "–".join(dict.fromkeys((str(view.first_year), str(view.last_year))))
    years = f"from {view.first_year}" if view.is_open else years

    def draw(width: int) -> list[Line]:
        lines: list[Line] = []
        for room in range(len(view.rows), min(FEWEST, len(view.rows)) - 1, -1):
            lines = _drawn(view, room, asked, width)
            if everything or len(lines) <= SEEN:
                break
        return lines

    return Document((Title(title, years), Picture(draw, tuple(_said(view)))))


def _drawn(view: BodyView, room: int, asked: Sequence[str], width: int) -> list[Line]:
    rows = view.weightiest(room)
    happenings = tuple(_in_short(row, width) for row in rows)
    period = PeriodView(view.first_year, view.last_year, (), happenings, is_crowded=True)
    after = _kin("after", view.after, width)
    lines = [*_kin("before", view.before[::-1], width), *axis(period).draw(width), *(((), *after) if after else ())]
    if further := len(view.rows) - len(rows):
        more = line(f"{counted(further, 'more happening')}: ", Span(command(*asked, "--all"), "command"))
        lines += [(), *wrapped(more, width)]
    return lines


def _kin(label: str, kin: Sequence[str], width: int) -> list[Line]:
    """What was before or after, as many as there is room for, the nearest first."""
    head = f"{label:<7}"
    for count in range(len(kin), 0, -1):
        near = kin[:count] if label == "after" else kin[:count][::-1]
        told = list(wrapped(line(Span(head, "kind"), " · ".join(near)), width - 2))
        if len(told) <= (1 if width >= NARROW else KIN) or count == 1:
            return [told[0], *((Span("  "), *each) for each in told[1:])]
    return []


def _in_short(row: Row, width: int) -> Happening:
    """A sentence, if it is long up to a pause in it that leaves a whole one, else so many words of it."""
    if not row.is_sentence:
        return row.happening
    text, room = row.happening.text, max(20, width - (WHEN if width >= NARROW else 2))
    starts = [text, *(text[: pause.start()] for pause in reversed(list(_PAUSE.finditer(text))))]
    fitting = (told for lines in LINES for told in starts if len(textwrap.wrap(told, room)) <= lines)
    cut = " ".join(textwrap.wrap(text, room, max_lines=LINES[-1], placeholder=" …"))
    return row.happening._replace(text=next(fitting, cut))


def _said(view: BodyView) -> list[Line]:
    rows = [
        line(Span(f"{date_short(row.happening.when)}: ", "date"), row.happening.text.removesuffix(SINCE))
        for row in view.rows
    ]
    before = [line(Span("before: ", "kind"), "; ".join(view.before))] if view.before else []
    after = [line(Span("after: ", "kind"), "; ".join(view.after))] if view.after else []
    return [*before, *rows, *after]
