"""A comparison of two entries: in two columns, or one below the other on a narrow screen.

The first screen shows as many rows as fit, long answers cut to their first clause, and names the other rows at its end.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, join, line
from trotskyism_cli.screen.entries.brief import LEFT_OFF, briefly
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.wrapping import columns, lines_of_title, padded, to_the_right, wrapped
from trotskyism_cli.views.comparisons.comparison import Answer, ComparedRow, ComparisonView
from trotskyism_cli.views.wording.whole import stands_alone

SPARE = 4  # lines that may stay empty rather than cutting an answer
WIDE = 60  # columns from which the two stand side by side
GAP = 2
FEW_LINES = 3  # of a shortened answer
OVER = 1  # line by which a whole answer may exceed the one beside it
SAYS_SOMETHING = 25  # letters a clause needs
NAMES, FEW_NAMES = 2, 1  # least lines for the other rows' questions; and if that saves cutting an answer
LATER = "later: "  # before a position its holder took later
QUOTATION = "a quotation"
UNBROKEN = "\xa0"
ALL = "--all"
# The first clause, if it makes sense by itself; before a reason only if no other clause is still open.
_EXPLAINS = lazy_regex(r"^(?:[^:;]*(?=[:;] )|[^:;,]*?(?=,? so that ))")


def comparison_document(view: ComparisonView, lines: int = SCREEN, *, everything: bool = False) -> Document:
    """A comparison: drawn in `lines` lines, or in full with `everything`; a pipe gets a table."""
    has_evidence = any(row.evidence for row in view.rows)
    headers = ("Question", view.left, view.right, *((view.judge,) if has_evidence else ()))
    rows = tuple(_cells(row)[: len(headers)] for row in view.rows)
    is_part = len(view.rows) < view.in_all
    tag = f"row {view.rows[0].number} of {view.in_all}" if is_part else counted(view.in_all, "row")
    title = Title(f"{view.left} and {view.right}", tag)

    def draw(width: int) -> list[Line]:
        every = frozenset(view.rows)
        whole = list(_told(view, every, width))
        seen = lines - lines_of_title(title, width)
        return whole if everything or is_part or len(whole) <= seen else _first_screen(view, width, seen)

    return Document((title, Table(headers, rows, draw=draw, alone=True)))


def _cells(row: ComparedRow) -> tuple[Line, ...]:
    if row.both:
        told = join(map(line, (answer.text for answer in row.both)), " / ")
        return (line(row.question), told, told, ())  # so that each column can be read alone
    return (line(row.question), *(join(map(_in_line, side), " / ") for side in (row.left, row.right, row.evidence)))


def _in_line(answer: Answer) -> Line:
    return line(_head(answer), answer.text, Span(f" ({answer.by})" if answer.by else "", "holder"))


# ---- drawn ---------------------------------------------------------------------------------------------------------


def _first_screen(view: ComparisonView, width: int, lines: int) -> list[Line]:
    """As many rows in order as fit, with short answers if needed, and below them what the other rows ask."""
    shown, whole = list(view.rows[:1]), frozenset[ComparedRow]()
    drawn = _drawn(view, shown, whole, width, lines)
    for row in view.rows[1:]:
        tried = _drawn(view, [*shown, row], whole, width, lines)
        if len(tried) > lines:
            break  # skipping a row would leave a gap in the numbers
        shown, drawn = [*shown, row], tried
    for names in (NAMES, FEW_NAMES):
        for row in (each for each in shown if each not in whole):
            tried = _drawn(view, shown, whole | {row}, width, lines, names)
            if len(tried) <= lines:
                whole, drawn = whole | {row}, tried
    if 1 < len(shown) > len(whole) and width >= WIDE:  # on a narrow screen answers stay short
        fewer = _drawn(view, shown[:-1], frozenset(shown), width, lines)
        return fewer if lines - SPARE <= len(fewer) <= lines else drawn
    return drawn


def _drawn(
    view: ComparisonView,
    shown: Sequence[ComparedRow],
    whole: Collection[ComparedRow],
    width: int,
    lines: int,
    names: int = NAMES,
) -> list[Line]:
    rest = [row for row in view.rows if row not in shown]
    told = list(_told(view._replace(rows=tuple(shown)), whole, width))
    return [*told, *_foot(view, rest, width, lines - len(told), names)]


def _foot(view: ComparisonView, rest: Sequence[ComparedRow], width: int, room: int, least: int) -> list[Line]:
    """What the other rows ask, in the lines that are left but at least `least`, and the command to see all."""
    everything = Span(command("compare", *view.ids, ALL), "command")
    ways = wrapped(line(Span("In full: ", "kind"), everything), width)
    longer = wrapped(line(Span("In full: ", "kind"), everything, Span(", or a row by its number", "kind")), width)
    ways = longer if len(longer) == len(ways) else ways
    if width < WIDE:
        return [(), *_titles(rest, width, max(least, room - 1 - len(ways))), *ways]
    names = [line(Span(f"{row.number} ", "kind"), row.question) for row in rest]
    whole = [_unbroken(name) if columns(name) + len(" ·") <= width else name for name in names]
    told: Sequence[Line] = ()
    for shown in range(len(names), 0, -1):
        others = [line(Span("…", "kind"))] if shown < len(names) else []
        told = wrapped((Span(f"{len(names)} more: ", "kind"), *join([*whole[:shown], *others], MIDDOT)), width)
        if len(told) <= max(least, room - 1 - len(ways)):
            break
    return [(), *told, *ways]


def _titles(rest: Sequence[ComparedRow], width: int, room: int) -> Iterator[Line]:
    """What each further row asks, one line each, cut if necessary; as many as fit."""
    shown = rest if len(rest) <= room else rest[: room - 1]
    for row in shown:
        number = f"{row.number} "
        told = briefly(row.question, width - len(number), 1, 0)
        yield (Span(number, "kind"), Span(told[0]))
    if len(shown) < len(rest):
        yield (Span(f"… {len(rest) - len(shown)} more", "kind"),)


def _unbroken(text: Line) -> Line:
    return tuple(each._replace(text=each.text.replace(" ", UNBROKEN)) for each in text)


def _told(view: ComparisonView, whole: Collection[ComparedRow], width: int) -> Iterator[Line]:
    """The rows one below the other; those not in `whole` with shortened answers."""
    side = (width - GAP) // 2
    if width >= WIDE:
        heads = (wrapped(line(Span(name, "strong")), side) for name in (view.left, view.right))
        yield from _beside(side, *heads)
    for place, row in enumerate(view.rows):
        if width >= WIDE:
            yield from _row(view, row, width, side, is_whole=row in whole)
            continue
        if place:
            yield ()
        yield from _stacked(view, row, width, is_whole=row in whole)


def _row(view: ComparisonView, row: ComparedRow, width: int, side: int, *, is_whole: bool) -> Iterator[Line]:
    """The question of a row as a heading line, and below it the two answers side by side."""
    *above, last = _numbered(row, width)
    yield from above
    room = width - columns(last) - 1
    yield (*last, Span(" "), Span("─" * room, "line")) if room > 0 else last
    if row.both:
        yield from _column(row.both, width, 0 if is_whole else FEW_LINES)
        return
    yield from _beside(side, *_columns(row, side, 0 if is_whole else FEW_LINES))
    lead = len(f"{view.judge}  ")
    for number, each in enumerate(_column(row.evidence, width - lead) if is_whole else ()):
        yield (*padded(line(Span("" if number else view.judge, "kind")), lead), *each)


def _columns(row: ComparedRow, side: int, lines: int) -> tuple[list[Line], list[Line]]:
    """The answers of both sides; a shortened one is told whole if that hardly makes the row higher."""
    left, right = _column(row.left, side, lines), _column(row.right, side, lines)
    height = max(len(left), len(right))
    return _filled(left, _column(row.left, side), height), _filled(right, _column(row.right, side), height)


def _filled(short: list[Line], whole: list[Line], height: int) -> list[Line]:
    room = height + OVER if len(short) < height else height
    return whole if len(whole) <= room else short


def _numbered(row: ComparedRow, width: int) -> list[Line]:
    """The question of a row behind its number."""
    number = f"{row.number} " if row.number else "  "
    told = wrapped(line(Span(row.question, "strong")), width - len(number))
    return [(Span(" " * len(number) if place else number, "kind"), *each) for place, each in enumerate(told)]


def _head(answer: Answer) -> str:
    return LATER if answer.is_later else ""


def _beside(side: int, left: Sequence[Line], right: Sequence[Line]) -> Iterator[Line]:
    for one, two in zip_longest(left, right, fillvalue=()):
        yield (*padded(one, side + GAP), *two)


def _column(answers: Sequence[Answer], width: int, lines: int = 0) -> list[Line]:
    """The answers of one side, each with its holder right-aligned at the end.

    With `lines`, longer answers are shortened.
    """
    told: list[Line] = []
    for answer in answers:
        text = _in_short(answer, width, lines) if lines else answer.text
        drawn = list(wrapped(line(_head(answer), text), width))
        told += _ended(drawn, line(Span(answer.by, "holder")), width) if answer.by else drawn
    return told


def _in_short(answer: Answer, width: int, lines: int) -> str:
    """An answer in few lines: up to the clause after which it only explains, if there is one.

    A later statement that is a long quotation is replaced by `QUOTATION`; quotations are never cut.
    """
    if answer.is_later and answer.text.startswith("“") and len(wrapped(line(answer.text), width)) > lines:
        return QUOTATION
    if len(wrapped(line(f"{answer.text} {answer.by}"), width)) <= lines:
        return answer.text
    clause = _EXPLAINS.match(answer.text)
    if clause is None or len(clause[0]) < SAYS_SOMETHING or "“" in answer.text:
        return answer.text
    return f"{clause[0]}{LEFT_OFF}" if stands_alone(clause[0], answer.text[clause.end() :]) else answer.text


def _ended(lines: list[Line], by: Line, width: int) -> list[Line]:
    """The lines with `by` right-aligned on the last one, or on one more."""
    ended = to_the_right((*lines[-1], Span(" ")), by, width)
    return [*lines[:-1], ended] if ended else [*lines, *_at_the_right(by, width)]


def _at_the_right(by: Line, width: int) -> Iterator[Line]:
    for each in wrapped(by, width):
        yield (Span(" " * max(0, width - columns(each))), *each)


def _stacked(view: ComparisonView, row: ComparedRow, width: int, *, is_whole: bool) -> Iterator[Line]:
    """The question of a row, and below it the answers, each behind the name of its side."""
    yield from _numbered(row, width)
    room = max(8, width - 2)
    evidence = row.evidence if is_whole else ()
    left, right = (head or name for head, name in zip(view.heads, (view.left, view.right), strict=True))
    for name, answers in ((left, row.left), (right, row.right), ("", row.both), (view.judge, evidence)):
        for number, answer in enumerate(answers):
            head = f"{name}: " if name and not number else ""
            kept = view.heads if row.both else ()
            text = answer.text if is_whole else _cut(answer, room, len(head) + len(_head(answer)), kept)
            is_command = bool(row.both)  # it leads to more, and is not part of the answer
            by = Span(f" —{UNBROKEN}{answer.by}" if answer.by and (is_whole or not is_command) else "", "holder")
            for each in wrapped(line(Span(head, "kind"), _head(answer), text, by), room):
                yield (Span("  "), *each)


def _cut(answer: Answer, width: int, lead: int, kept: Sequence[str]) -> str:
    """An answer in few lines, after `lead` columns: a whole clause, or marked as cut.

    It is not cut if that would lose one of the names to be `kept`.
    """
    if (short := _in_short(answer, width, FEW_LINES)) == QUOTATION:
        return short
    cut = " ".join(briefly(answer.text, width, FEW_LINES - 1, 1, lead)).removesuffix(".")
    if cut == answer.text.removesuffix(".") or any(name in answer.text and name not in cut for name in kept):
        return answer.text
    return cut if cut.endswith(LEFT_OFF) else f"{cut}{LEFT_OFF}"
