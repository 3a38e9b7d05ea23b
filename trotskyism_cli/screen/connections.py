"""How things stand to one another: descent, and ties."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.branches import branches
from trotskyism_cli.screen.brief import FILLED, breaks_off, briefly
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Span,
    Table,
    Title,
    line,
)
from trotskyism_cli.screen.views import NARROW, dated_rows
from trotskyism_cli.screen.wrapping import lines_of_title, wrapped
from trotskyism_cli.views.day import DayRow
from trotskyism_cli.views.descent import Member
from trotskyism_cli.views.margins import without_year
from trotskyism_cli.views.strongest import by_strength, strongest
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.ties import TiedKind
from trotskyism_cli.views.ties_between import Tie, TieGroup
from trotskyism_cli.views.untied import Untied

SHOWN_TIES = 8  # entries of one kind that are named before the rest is counted
FEWEST_TIES, STRONG = 3, 12  # ties that are told in any case, and that are told where nothing is drawn
MISSES = 5  # ties in a row for which there is no room, after which no further one is tried
_AT_FIRST = re.compile(rf"(?:At|From|In|On) [^,;:]*?({NAMED_YEAR.pattern})")  # the year with which a sentence begins
YEAR = len("1917: ")  # columns of a year before a tie
NO_YEAR = "9999"  # sorts what has no year behind all that has one
FEW_LINES = 2  # of one tie among many
QUOTED = "“"
VOWELS = "aeiou"


def tree_document(title: str, members: Sequence[Member], note: str = "") -> Document:
    """Descent and splits, drawn; `note` says why it is this tree, if that was not asked for."""
    told = [Paragraph(line(note))] if note else []
    return Document((Title(title, "descent"), *told, branches(members)))


def untied_document(ends: tuple[str, str], view: Untied, steps: int) -> Document:
    """What two entries have in common that no sentence names together, and how long a chain between them would be."""
    when = [f"{name} ({span})" if span else name for name, span in zip(view.names, view.spans, strict=True)]
    blocks: list[Block] = [
        Title(" and ".join(view.names), "no direct tie"),
        Paragraph(line(f"No sentence of the book names both {' and '.join(when)}.")),
    ]
    for group in view.groups:
        blocks += [Heading(f"In common: {group.title}"), *_points(group)]
    if view.times:
        blocks.append(Heading("In the same weeks" if view.is_near else "Nearest in time"))
        blocks += [point for group in view.times for point in _points(group)]
    if steps:
        how = f"A chain of {counted(steps, 'step')}: "
        blocks.append(Paragraph(line(how, Span(command("links", *ends, "--chain"), "command")), apart=True))
    return Document(tuple(blocks))


def _points(group: TieGroup) -> list[Point]:
    return [Point(line(Span(f"{tie.when}  " if tie.when else "", "date"), tie.text)) for tie in group.ties]


def chain_document(pack: Pack, steps: Sequence[Step], *, is_asked: bool = False) -> Document:
    """The shortest chain between two entries, in sentences, and that there is no direct tie."""
    names = [pack.entries[steps[0].start].name, *(pack.entries[step.end].name for step in steps)]
    told = tuple(
        Point(line(_said(pack, step)), (line(Span(f"→ {pack.entries[step.end].name}", "strong")),), number=str(number))
        for number, step in enumerate(steps, start=1)
    )
    return Document(
        (
            Title(f"{names[0]} – {names[-1]}", counted(len(steps), "step")),
            *(() if is_asked or len(steps) < 2 else (Paragraph(line("No direct tie. Through others:")),)),
            Paragraph(line(Span(" → ".join(names), "strong"))),
            *told,
        )
    )


def _said(pack: Pack, step: Step) -> str:
    if step.quote:
        return f"{pack.entries[step.quote.speaker].name} said: “{step.quote.text}”"
    return fact_sentence(pack, step.fact) if step.fact else ""


def pair_document(
    pack: Pack, ends: tuple[str, str], groups: Sequence[TieGroup], title_of: str = "", *, lines: int = 0
) -> Document:
    """What ties two entries directly: all of it in groups, or the strongest of all years, as many as `lines` hold.

    `title_of` is the entry whose title names both, if there is one.
    """
    head = Title(" and ".join(pack.entries[end].name for end in ends), "direct ties")
    below: Line = ()
    if title_of and pack.entries[title_of].kind is Kind.WORK:
        kind = pack.entries[title_of].type or Kind.WORK
        also = f"Also the title of {'an' if kind[0] in VOWELS else 'a'} {kind}: "
        below = line(also, Span(command("links", title_of), "command"))
    if lines:
        names = [short_name(pack.entries[end]) for end in ends]
        return Document(
            (head, _strongest(groups, ends, names, lambda width: lines - lines_of_title(head, width), below))
        )
    blocks: list[Block] = [head]
    for group in groups:
        blocks.append(Heading(group.title))
        blocks += _points(group)
    return Document((*blocks, *((Paragraph(below, apart=True),) if below else ())))


def _strongest(
    groups: Sequence[TieGroup], ends: tuple[str, str], names: Sequence[str], room: Callable[[int], int], below: Line
) -> Picture:
    """The strongest ties by year, as many as there is room for in lines, long ones in short if need be."""
    count = sum(len(group.ties) for group in groups)

    def rows(told: Mapping[Tie, str]) -> Picture:
        ties = sorted(told, key=lambda tie: (_year_of(tie) or NO_YEAR, tie.first))
        return dated_rows([DayRow(_year_of(tie), told[tie]) for tie in ties])

    def foot(shown: int) -> list[Line]:
        told = f"And {counted(count - shown, 'more tie')}: "
        return [line(told, Span(command("links", *ends, "--all"), "command"))] if count > shown else []

    def drawn(told: Mapping[Tie, str], width: int, *, whole: bool) -> list[Line]:
        further = [*foot(len(told)), *((below,) if below and whole else ())]
        lines = [part for each in further for part in wrapped(each, width)]
        return [*rows(told).draw(width), *(((), *lines) if lines else ())]

    def draw(width: int) -> Sequence[Line]:
        seen, is_wide = room(width), width >= NARROW
        kept, misses = dict[Tie, str](), 0
        ways: dict[Tie, list[str]] = {}
        for tie in by_strength(_quoted_whole(group, width) for group in groups) or by_strength(groups):
            ways[tie] = _in_short(without_year(tie.text, _year_of(tie)), names, width)
            tried = kept | {tie: ways[tie][-1]}
            if len(drawn(tried, width, whole=is_wide)) <= seen or len(kept) < FEWEST_TIES:
                kept, misses = tried, 0
            elif (misses := misses + 1) > MISSES:
                break
        for tie in sorted(kept, key=lambda tie: not breaks_off(ways[tie][0], ways[tie][-1])):
            longer = (kept | {tie: told} for told in ways[tie])
            kept = next((tried for tried in longer if len(drawn(tried, width, whole=is_wide)) <= seen), kept)
        whole = drawn(kept, width, whole=True)
        return whole if len(whole) <= seen else drawn(kept, width, whole=is_wide)

    strong = {tie: without_year(tie.text, _year_of(tie)) for tie in strongest(groups, STRONG)}
    return Picture(draw, (*rows(strong).words, *foot(len(strong)), *((below,) if below else ())))


def _year_of(tie: Tie) -> str:
    """The year of a tie; rather that with which its sentence begins, or the decade that it names instead."""
    if tie.first == date.max:
        return ""
    if begun := _AT_FIRST.match(tie.text):
        return begun[1]
    return decade if (decade := f"{tie.first.year}s") in tie.text else str(tie.first.year)


def _quoted_whole(group: TieGroup, width: int) -> TieGroup:
    """The ties of a group without quotations that take too much room: they are never cut."""
    room, few = _room(width)
    ties = (tie for tie in group.ties if QUOTED not in tie.text or len(wrapped(line(tie.text), room)) <= few + 1)
    return replace(group, ties=tuple(ties))


def _room(width: int) -> tuple[int, int]:
    """The columns of a tie beside or below its year, and its lines."""
    return (width - YEAR, FEW_LINES) if width >= NARROW else (width - 2, FEW_LINES + 1)


def _in_short(text: str, names: Sequence[str], width: int) -> list[str]:
    """A sentence whole, and, if it is long, a shorter way to say it: up to a pause that leaves what ties the two."""
    room, few = _room(width)
    lead = 0 if width >= NARROW else YEAR  # which is then in the first line
    names = [name for name in names if name in text]
    parts = text.split("; ")
    starts = ["; ".join(parts[:number]) for number in range(len(parts), 0, -1)]
    cut = " ".join(briefly(text, room, few + 1, 0, lead)).removesuffix(" …") + " …"
    for told, lines in (*((each, few) for each in starts), *((each, few + 1) for each in (*starts, cut))):
        if len(wrapped(line(FILLED * lead, told), room)) <= lines and all(name in told for name in names):
            return list(dict.fromkeys((text, told if told in (text, cut) else f"{told}.")))
    return [text, cut] if any(name in cut for name in names) and QUOTED not in text else [text]


def links_document(own_id: str, name: str, kinds: Sequence[TiedKind], *, everything: bool = False) -> Document:
    """What an entry is tied to, by kind of thing, the most important first.

    Drawn, only the first of each kind are named unless `everything` is asked for; a pipe has them all.
    """
    rows = tuple(
        (line(tied.name), line(tied.how), line(kind.label), line(tied.entry)) for kind in kinds for tied in kind.tied
    )
    room = None if everything else SHOWN_TIES

    def draw(width: int) -> list[Line]:
        return [each for kind in kinds for each in _fan(own_id, kind, room, width)]

    told = tuple((f"{kind.label}:", *(f"{tied.name}: {tied.how}" for tied in kind.tied)) for kind in kinds)
    table = Table(("Name", "Tie", "Kind", "Id"), rows, draw=draw, alone=True, told=told)
    return Document((Title(name, "links"), table))


def _fan(own_id: str, kind: TiedKind, room: int | None, width: int) -> Iterator[Line]:
    yield ()
    yield line(Span(kind.label, "strong"))
    for tied in kind.tied[:room]:
        how = "" if tied.how.casefold() == kind.label.casefold() else f": {tied.how}"  # it stands above already
        told = wrapped(line(Span(tied.name, "", tied.entry), Span(how, "kind")), max(8, width - 4))
        yield from ((Span("    " if place else "  "), *each) for place, each in enumerate(told))
    further = len(kind.tied[room:]) if room else 0
    if further:
        more = f"and {further} more: {command('links', own_id, '--all')}"
        yield from ((Span("  "), *each) for each in wrapped(line(Span(more, "command")), max(8, width - 2)))
