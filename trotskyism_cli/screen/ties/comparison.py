"""Two entries side by side: columns where there is room for them, one below the other where there is not.

A first screen has as many rows as it holds, of long answers the first clause, and names the other rows at its end.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from trotskyism_cli.counting import MIDDOT, counted
from trotskyism_cli.invocation import command
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, join, line
from trotskyism_cli.screen.entries.brief import LEFT_OFF, briefly
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.wrapping import columns, lines_of_title, padded, to_the_right, wrapped
from trotskyism_cli.views.comparisons.comparison import Answer, ComparedRow, ComparisonView

SPARE = 4  # lines of a screen that may stay empty, rather than that an answer is cut
WIDE = 60  # columns from which on the two stand side by side
GAP = 2
FEW_LINES = 3  # of an answer that is told in short
OVER = 1  # line by which an answer may be longer than the one beside it, rather than end before that
SAYS_SOMETHING = 25  # letters of a clause
NAMES, FEW_NAMES = 2, 1  # lines, at least, of what further rows ask; and where an answer is whole for it
LATER = "later: "  # what its holder changed it to
QUOTATION = "a quotation"
UNBROKEN = "\xa0"
ALL = "--all"
# Behind a clause that makes sense by itself; a reason only where no other clause may still be open.
_EXPLAINS = lazy_regex(r"^(?:[^:;]*(?=[:;] )|[^:;,]*?(?=,? (?:so that|because|although) ))")


def comparison_document(view: ComparisonView, lines: int = SCREEN, *, everything: bool = False) -> Document:
    """A comparison: drawn for a reader, so many lines or `everything`; for what reads it from a pipe, a line a row."""
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
        return (line(row.question), told, told, ())  # each column can be read without the other
    return (line(row.question), *(join(map(_in_line, side), " / ") for side in (row.left, row.right, row.evidence)))


def _in_line(answer: Answer) -> Line:
    return line(_head(answer), answer.text, Span(f" ({answer.by})" if answer.by else "", "holder"))


# ---- drawn ---------------------------------------------------------------------------------------------------------


def _first_screen(view: ComparisonView, width: int, lines: int) -> list[Line]:
    """As many rows as so many lines hold, one after the other, and below them what the others ask.

    Answers are in short, if need be.
    """
    shown, whole = list(view.rows[:1]), frozenset[ComparedRow]()
    drawn = _drawn(view, shown, whole, width, lines)
    for row in view.rows[1:]:
        tried = _drawn(view, [*shown, row], whole, width, lines)
        if len(tried) > lines:
            break  # a later one in its place would have a number that nobody looks for
        shown, drawn = [*shown, row], tried
    for names in (NAMES, FEW_NAMES):
        for row in (each for each in shown if each not in whole):
            tried = _drawn(view, shown, whole | {row}, width, lines, names)
            if len(tried) <= lines:
                whole, drawn = whole | {row}, tried
    if 1 < len(shown) > len(whole) and width >= WIDE:  # a narrow screen has its answers in short
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
    told = list(_told(replace(view, rows=tuple(shown)), whole, width))
    return [*told, *_foot(view, rest, width, lines - len(told), names)]


def _foot(view: ComparisonView, rest: Sequence[ComparedRow], width: int, room: int, least: int) -> list[Line]:
    """What the further rows ask, in as many lines as there are, but some at least, and how to see one or all."""
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
    """What each further row asks, in one line, cut if need be; as many as there is room for."""
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
    """The rows one below the other; those that are not `whole` in short."""
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
    """What a row asks, in a line that sets it off, and below it the two answers beside each other."""
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
    """The answers of both sides; one that would be in short beside empty lines is told whole, if it nearly fits."""
    left, right = _column(row.left, side, lines), _column(row.right, side, lines)
    height = max(len(left), len(right))
    return _filled(left, _column(row.left, side), height), _filled(right, _column(row.right, side), height)


def _filled(short: list[Line], whole: list[Line], height: int) -> list[Line]:
    room = height + OVER if len(short) < height else height
    return whole if len(whole) <= room else short


def _numbered(row: ComparedRow, width: int) -> list[Line]:
    """What a row asks, behind its number."""
    number = f"{row.number} " if row.number else "  "
    told = wrapped(line(Span(row.question, "strong")), width - len(number))
    return [(Span(" " * len(number) if place else number, "kind"), *each) for place, each in enumerate(told)]


def _head(answer: Answer) -> str:
    return LATER if answer.is_later else ""


def _beside(side: int, left: Sequence[Line], right: Sequence[Line]) -> Iterator[Line]:
    for one, two in zip_longest(left, right, fillvalue=()):
        yield (*padded(one, side + GAP), *two)


def _column(answers: Sequence[Answer], width: int, lines: int = 0) -> list[Line]:
    """The answers of a side, each with its holder at the right end of its last line, or of a line below it.

    With a number of lines, one that takes more is told in short.
    """
    told: list[Line] = []
    for answer in answers:
        text = _in_short(answer, width, lines) if lines else answer.text
        drawn = list(wrapped(line(_head(answer), text), width))
        told += _ended(drawn, line(Span(answer.by, "holder")), width) if answer.by else drawn
    return told


def _in_short(answer: Answer, width: int, lines: int) -> str:
    """An answer in few lines: of a longer one the clause behind which it only explains, if there is one.

    Of later words that are too long it is only said that there are such: a quotation is never cut here.
    """
    if answer.is_later and answer.text.startswith("“") and len(wrapped(line(answer.text), width)) > lines:
        return QUOTATION
    if len(wrapped(line(f"{answer.text} {answer.by}"), width)) <= lines:
        return answer.text
    clause = _EXPLAINS.match(answer.text)
    is_enough = clause and len(clause[0]) >= SAYS_SOMETHING and "“" not in answer.text
    return f"{clause[0]}{LEFT_OFF}" if clause and is_enough else answer.text


def _ended(lines: list[Line], by: Line, width: int) -> list[Line]:
    """The lines with something at the right end of the last one, or of one more."""
    ended = to_the_right((*lines[-1], Span(" ")), by, width)
    return [*lines[:-1], ended] if ended else [*lines, *_at_the_right(by, width)]


def _at_the_right(by: Line, width: int) -> Iterator[Line]:
    for each in wrapped(by, width):
        yield (Span(" " * max(0, width - columns(each))), *each)


def _stacked(view: ComparisonView, row: ComparedRow, width: int, *, is_whole: bool) -> Iterator[Line]:
    """What a row asks, and below it the answers, each behind the name of its side."""
    yield from _numbered(row, width)
    room = max(8, width - 2)
    evidence = row.evidence if is_whole else ()
    left, right = (head or name for head, name in zip(view.heads, (view.left, view.right), strict=True))
    for name, answers in ((left, row.left), (right, row.right), ("", row.both), (view.judge, evidence)):
        for number, answer in enumerate(answers):
            head = f"{name}: " if name and not number else ""
            kept = view.heads if row.both else ()
            text = answer.text if is_whole else _cut(answer, room, len(head) + len(_head(answer)), kept)
            is_command = bool(row.both)  # leads to more, and is no part of it
            by = Span(f" —{UNBROKEN}{answer.by}" if answer.by and (is_whole or not is_command) else "", "holder")
            for each in wrapped(line(Span(head, "kind"), _head(answer), text, by), room):
                yield (Span("  "), *each)


def _cut(answer: Answer, width: int, lead: int, kept: Sequence[str]) -> str:
    """An answer in few lines, behind so many columns of a name: a whole clause of it, or marked as cut.

    It is not cut if names in it that are to be `kept` would be lost.
    """
    if (short := _in_short(answer, width, FEW_LINES)) == QUOTATION:
        return short
    cut = " ".join(briefly(answer.text, width, FEW_LINES - 1, 1, lead)).removesuffix(".")
    if cut == answer.text.removesuffix(".") or any(name in answer.text and name not in cut for name in kept):
        return answer.text
    return cut if cut.endswith(LEFT_OFF) else f"{cut}{LEFT_OFF}"
