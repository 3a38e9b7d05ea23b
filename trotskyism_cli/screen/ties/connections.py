"""Documents about ties: between two entries, what they have in common, and chains from one to the other."""

from collections.abc import Callable, Mapping, Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Span,
    Title,
    line,
)
from trotskyism_cli.screen.entries.brief import FILLED, LEFT_OFF, briefly
from trotskyism_cli.screen.time.days import NARROW, dated_rows
from trotskyism_cli.screen.wrapping import lines_of_title, wrapped
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.ties.in_common import Untied
from trotskyism_cli.views.ties.strongest import each_once, told_once, with_sequels, without_repeated
from trotskyism_cli.views.ties.tie import Tie, TieGroup
from trotskyism_cli.views.wording.clauses import is_closed
from trotskyism_cli.views.wording.margins import without_year
from trotskyism_cli.views.wording.surnames import short_name
from trotskyism_cli.views.wording.whole import stands_alone

FEWEST_TIES, STRONG = 3, 12  # ties shown in any case, and ties in plain text
MISSES = 5  # ties in a row that did not fit before giving up
_YEARS_FIRST = lazy_regex(r"^(?:From \d{4} to (?:his death in )?\d{4}|In \d{4}–\d{2,4}\b),? (?!and |or )")
TO = "–"
YEAR = len("1917: ")  # columns of a year before a tie
NO_YEAR = "9999"  # sorts undated ties last
FEW_LINES = 2  # for one tie among many
QUOTED = "“"
UNTIED = "no direct tie"
VOWELS = "aeiou"


def untied_document(ends: tuple[str, str], view: Untied, steps: int) -> Document:
    """What two entries that no sentence names together have in common, and how long a chain between them is."""
    when = [f"{name} ({span})" if span else name for name, span in zip(view.names, view.spans, strict=True)]
    blocks: list[Block] = [
        Title(" and ".join(view.names), UNTIED),
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
    """The shortest chain between two entries, in sentences; unless asked for, it says that there is no direct tie."""
    names = [pack.entries[steps[0].start].name, *(pack.entries[step.end].name for step in steps)]
    told = tuple(
        Point(line(_said(pack, step)), (line(Span(f"→ {pack.entries[step.end].name}", "strong")),), number=str(number))
        for number, step in enumerate(steps, start=1)
    )
    is_all = not is_asked and len(steps) > 1  # there is nothing else to show
    tag = MIDDOT.join((*([UNTIED] if is_all else ()), counted(len(steps), "step")))
    way = Paragraph(line(Span(" → ".join(names), "strong")))
    return Document((Title(f"{names[0]} and {names[-1]}", tag), way, *told))


def _said(pack: Pack, step: Step) -> str:
    if step.quote:
        return f"{pack.entries[step.quote.speaker].name} said: “{step.quote.text}”"
    return fact_sentence(pack, step.fact) if step.fact else ""


def pair_document(
    pack: Pack,
    ends: tuple[str, str],
    groups: Sequence[TieGroup],
    title_of: str = "",
    *,
    differ: bool = False,
    lines: int = 0,
) -> Document:
    """The direct ties of two entries in order of time: all, or the strongest that fit in `lines`.

    `title_of` is the entry whose title names both, if any. `differ` says whether the two can be compared.
    """
    head = Title(" and ".join(pack.entries[end].name for end in ends), "direct ties")
    below: list[Line] = []
    if title_of and pack.entries[title_of].kind is Kind.WORK:
        kind = pack.entries[title_of].type or Kind.WORK
        also = f"Also the title of {'an' if kind[0] in VOWELS else 'a'} {kind}: "
        below.append(line(also, Span(command("links", title_of), "command")))
    if differ:
        below.append(line("How they differ: ", Span(command("compare", *ends), "command")))
    groups = each_once(groups)
    if lines:
        names = [short_name(pack.entries[end]) for end in ends]
        return Document(
            (head, _strongest(groups, ends, names, lambda width: lines - lines_of_title(head, width), below))
        )
    ties = sorted(
        (tie for group in groups for tie in group.ties), key=lambda tie: (tie.years_told or NO_YEAR, tie.place)
    )
    rows = [DayRow(tie.when or tie.years_told, _words_of(tie)) for tie in ties]
    return Document((head, dated_rows(rows), *(Paragraph(each, apart=not place) for place, each in enumerate(below))))


def _strongest(
    groups: Sequence[TieGroup],
    ends: tuple[str, str],
    names: Sequence[str],
    room: Callable[[int], int],
    below: Sequence[Line],
) -> Picture:
    """The strongest ties by year, as many as fit, long ones shortened if needed."""
    count = sum(len(group.ties) for group in groups)
    groups = with_sequels(groups, names)

    def rows(told: Mapping[Tie, str]) -> Picture:
        ties = sorted(told, key=lambda tie: (tie.years_told or NO_YEAR, tie.place))
        return dated_rows([DayRow(tie.years_told, told[tie]) for tie in ties])

    def foot(shown: int) -> list[Line]:
        told = f"And {counted(count - shown, 'more tie')}: "
        return [line(told, Span(command("links", *ends, "--all"), "command"))] if count > shown else []

    def drawn(told: Mapping[Tie, str], width: int, further: Sequence[Line]) -> list[Line]:
        lines = [part for each in (*foot(len(told)), *further) for part in wrapped(each, width)]
        return [*rows(told).draw(width), *(((), *lines) if lines else ())]

    def draw(width: int) -> Sequence[Line]:
        seen, is_wide = room(width), width >= NARROW
        least = below[-1:] if is_wide else ()

        def fits(told: Mapping[Tie, str], further: Sequence[Line]) -> bool:
            return len(drawn(told, width, further)) <= seen

        fitting = [_quoted_whole(group, width) for group in groups]
        ties, again = told_once(fitting if any(each.ties for each in fitting) else groups, both_ends=is_wide)
        kept, ways = _chosen(ties, again, names, width, lambda told: fits(told, least))
        further = next((each for each in (below, below[-1:]) if fits(kept, each)), least)
        for tie in kept:
            longer = (kept | {tie: told} for told in ways[tie])
            kept = next((tried for tried in longer if fits(tried, further)), kept)
        return drawn(kept, width, further)

    strong = {tie: _words_of(tie) for tie in sorted(told_once(groups)[0][:STRONG], key=lambda tie: tie.place)}
    return Picture(draw, (*rows(strong).words, *foot(len(strong)), *below))


def _chosen(
    ties: Sequence[Tie],
    again: Sequence[Tie],
    names: Sequence[str],
    width: int,
    fits: Callable[[Mapping[Tie, str]], bool],
) -> tuple[dict[Tie, str], dict[Tie, list[str]]]:
    """As many ties as fit in short form, and all wordings of each tie, longest first.

    Ties that repeat something (`again`) are taken only if everything else fits.
    """
    kept, misses = dict[Tie, str](), 0
    ways: dict[Tie, list[str]] = {}
    for tie in (*ties, *without_repeated(ties, again)):
        if tie in again and misses:
            break
        ways[tie] = _in_short(_words_of(tie), names, width)
        tried = kept | {tie: ways[tie][-1]}
        if fits(tried):
            kept, misses = tried, 0
        elif len(kept) < FEWEST_TIES:
            kept |= {tie: _cut(ways[tie][-1], names, width)}
        elif (misses := misses + 1) > MISSES:
            break
    return kept, ways


def _words_of(tie: Tie) -> str:
    """The text of a tie without the year or years that stand beside it."""
    year, text = tie.years_told, tie.brief or tie.text
    return capital(_YEARS_FIRST.sub("", text)) if TO in year else without_year(text, year)


def _quoted_whole(group: TieGroup, width: int) -> TieGroup:
    """The group without quotations that are too long, since quotations are never cut."""
    room, few = _room(width)
    ties = (tie for tie in group.ties if QUOTED not in tie.text or len(wrapped(line(tie.text), room)) <= few + 1)
    return group._replace(ties=tuple(ties))


def _room(width: int) -> tuple[int, int]:
    """Columns and lines for a tie, beside its year or below it."""
    return (width - YEAR, FEW_LINES) if width >= NARROW else (width - 2, FEW_LINES + 1)


def _in_short(text: str, names: Sequence[str], width: int) -> list[str]:
    """The sentence whole and, if long, also shortened at a pause that keeps the point and both names."""
    room, few = _room(width)
    lead = _lead(width)
    names = [name for name in names if name in text]
    parts = text.split("; ")
    starts = ["; ".join(parts[:number]) for number in range(len(parts), 0, -1)]
    starts = [each for each in starts if stands_alone(each, text[len(each) :])]
    for has_its_point, lines in ((True, few), (True, few + 1), (False, few), (False, few + 1)):
        clause = " ".join(briefly(text, room, lines, 0, lead))
        whole = (*starts, clause) if is_closed(text, clause) and not clause.endswith(LEFT_OFF) else starts
        for told in whole:
            if has_its_point and text.startswith(f"{told.removesuffix('.')}: "):
                continue
            if len(wrapped(line(FILLED * lead, told), room)) <= lines and all(name in told for name in names):
                return list(dict.fromkeys((text, told if told == text else f"{told.removesuffix('.')}.")))
    return [text]


def _cut(text: str, names: Sequence[str], width: int) -> str:
    """A sentence that does not fit at all, cut where it still names both; a quotation is never cut."""
    room, few = _room(width)
    cut = " ".join(briefly(text, room, few + 1, 0, _lead(width)))
    cut = cut if cut.endswith(LEFT_OFF) else f"{cut}."
    is_told = all(name in cut for name in names if name in text)
    return cut if is_told and QUOTED not in text else text


def _lead(width: int) -> int:
    """Columns that the year takes in the first line of a tie."""
    return 0 if width >= NARROW else YEAR
