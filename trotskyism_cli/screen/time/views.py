"""Documents that span many entries: timelines, ideas, dated lists, and chapters."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Span,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.entries.prose import linked_ids, prose_blocks
from trotskyism_cli.screen.entries.quotations import quote_block
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.axis import axis, drawn, lines_of_names
from trotskyism_cli.screen.time.axis_words import words_told
from trotskyism_cli.screen.time.days import NARROW, dated_rows
from trotskyism_cli.screen.time.filled import filled
from trotskyism_cli.screen.wrapping import lines_of_title, wrapped
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.days.row_text import told_of
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.bars import Bar
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.beside_date import without_date
from trotskyism_cli.views.wording.margins import without_year

MEASURE = 90  # columns of a line of prose
# Lines for the names of bars: in a period, in a life, and on a narrow screen.
BARS, BARS_OF_LIFE, FEW_BARS = 6, 5, 3
KEY_ENTRIES = 6  # of one kind named below a chapter


def timeline_document(title: str, view: PeriodView, of: str = "", lines: int = SCREEN) -> Document:
    """The timeline of a period; `of` names the kind of things if only one was asked for.

    With `by_weight` in the view, it is limited to what fits in `lines`.
    """
    years = f"{view.first_year}–{view.last_year}" if view.first_year != view.last_year else str(view.first_year)
    tag = ", ".join(filter(None, (of, "" if years in title else years)))
    head = Title(title, tag)

    def draw(width: int) -> list[Line]:
        seen, whole = lines - lines_of_title(head, width), _with_more(view, width)
        is_whole = not view.by_weight or (len(whole) <= seen and not _leaves_out_weighty(view))
        if view.filling and is_whole:
            return _filled_up(view, width, seen)
        if is_whole:
            return whole
        bars = _with_room(view.weighty_bars, width, is_life=view.is_life)
        first = _filled(view, bars, width, seen)
        if view.is_life or first.has_turns:
            return first.lines
        fewer = (_filled(view, bars[:count], width, seen) for count in range(len(bars) - 1, 0, -1))
        return next((each.lines for each in fewer if each.has_turns), first.lines)

    return Document((head, Picture(draw, axis(_with_filling(view, view.filling)).words)))


def _leaves_out_weighty(view: PeriodView) -> bool:
    """Return whether a span has more weighty happenings than it tells, of which some may have room."""
    told = {each.fact.id for each in view.happenings} | {bar.fact for bar in view.bars}
    return not view.is_life and any(each.fact.id not in told for each in view.by_weight)


class _Filled(NamedTuple):
    """The drawn lines, and whether all turning points fit."""

    lines: list[Line]
    has_turns: bool


def _filled(view: PeriodView, bars: Sequence[Bar], width: int, seen: int) -> _Filled:
    """A period drawn with these bars and as many weighty happenings as fit in `seen` lines."""
    told_by_bars = {bar.fact for bar in bars}
    weighty = [each for each in view.by_weight if each.fact.id not in told_by_bars]
    every = in_order(weighty)
    by_weight = [every.index(each) for each in weighty]
    turns = {place for place, each in enumerate(every) if each.is_turn}
    told: set[int] = set()

    def with_kept(kept: Collection[int]) -> list[Line]:
        happenings = tuple(each for place, each in enumerate(every) if place in kept)
        rest = (*(each for place, each in enumerate(every) if place not in kept), *view.filling)
        seen_bars = tuple(bar for bar in view.bars if bar in bars)
        left = {each.fact.id for each in rest}.intersection(bar.fact for bar in view.bars if bar not in seen_bars)
        told_there = view._replace(bars=seen_bars, happenings=happenings, rest=rest, bars_left=len(left))
        lines = _with_more(told_there, width)
        if len(lines) <= seen:
            told.update(kept)
        return lines

    lines = filled(every, by_weight, with_kept, seen)
    return _Filled(lines, turns <= told)


def _with_room(bars: Sequence[Bar], width: int, *, is_life: bool) -> Sequence[Bar]:
    """The first bars whose names take no more lines than allowed."""
    most = FEW_BARS if width < NARROW else BARS_OF_LIFE if is_life else BARS
    return next(bars[:count] for count in range(most, -1, -1) if lines_of_names(bars[:count], width) <= most)


def _filled_up(view: PeriodView, width: int, lines: int) -> list[Line]:
    """A period drawn with as much of its optional happenings (`filling`) as fits in `lines`."""
    kept: list[Happening] = []
    for each in view.filling:
        if len(_with_more(_with_filling(view, [*kept, each]), width)) <= lines:
            kept.append(each)
    return _with_more(_with_filling(view, kept), width)


def _with_filling(view: PeriodView, kept: Sequence[Happening]) -> PeriodView:
    """The view with some of its optional happenings told, and the others moved to the rest."""
    others = [each for each in view.filling if each not in kept]
    return view._replace(happenings=tuple(in_order((*view.happenings, *kept))), rest=(*view.rest, *others))


def _with_more(view: PeriodView, width: int) -> list[Line]:
    """A period drawn, followed by how much more there is and how to see it."""
    lives = counted(len(view.further_lives), "more life", "more lives") if view.further_lives else ""
    left = len(view.rest) - view.bars_left
    happenings = counted(left, "more happening") if left else ""
    bars = counted(view.bars_left, "bar") if view.bars_left else ""
    more = " and ".join(filter(None, (lives, happenings, bars, words_told(view.words) if view.words else "")))
    further = ("",) if view.words else (", or a shorter span", "")  # a shorter span would not help for an idea
    ways = [wrapped(line(Span(f"{more}: --all{way}", "command")), width) for way in further]
    return [*drawn(view, width), *(((), *min(ways, key=len)) if more else ())]


def idea_document(pack: Pack, title: str, view: PeriodView, said: Iterable[Moment], lines: int) -> Document:
    """The timeline of an idea, followed by what was said about it in whole sentences."""
    told = timeline_document(title, view, lines=lines)
    rows = _rows_of(pack, said)
    return Document((*told.blocks, Heading("Said and argued"), dated_rows(rows))) if rows else told


def moments_document(pack: Pack, title: str, moments: Iterable[Moment]) -> Document:
    """Everything dated, in whole sentences behind the dates."""
    return Document((Title(title), dated_rows(_rows_of(pack, moments))))


def _rows_of(pack: Pack, moments: Iterable[Moment]) -> list[DayRow]:
    return [
        DayRow(
            date_short(moment.when), without_year(without_date(told_of(pack, moment), moment.when), _year_of(moment))
        )
        for moment in moments
    ]


def _year_of(moment: Moment) -> str:
    """The year to drop from the sentence because its date shows it; empty for a span."""
    return str(moment.when.year) if moment.when.year and moment.when.is_single else ""


def topic_document(pack: Pack, topic: Topic, sought: str = "") -> Document:
    """A chapter: prose, then key entries and quotations. `sought` is the entry that led to it."""
    return Document(
        (
            Title(topic.title, f"for: {pack.entries[sought].name}" if sought else "chapter"),
            Paragraph(line(Span(topic.summary, "note"))),
            *_prose(pack, topic.prose),
            *_key_entries(pack, topic),
            *_key_quotes(pack, topic),
        ),
        MEASURE,
    )


def paragraphs_document(pack: Pack, entry_id: str, found: Mapping[str, Sequence[str]]) -> Document:
    """What chapters say about an entry that has no chapter of its own, and where to read more."""
    from trotskyism_cli.library.main_topic import sentences_naming  # already loaded by the caller

    entry = pack.entries[entry_id]
    chapters = {topic.id: f"{number}. {topic.title}" for number, topic in enumerate(pack.topics, start=1)}
    blocks: list[Block] = [Title(capital(entry.name), "in the chapters")]
    for topic, parts in found.items():
        blocks.append(Heading(chapters[topic]))
        for part in parts:
            blocks += prose_blocks(sentences_naming(pack, entry_id, part), lambda own_id: pack.entries[own_id].name)
    told = line("No chapter is about it alone. All that is known of it: ", Span(command("show", entry_id), "command"))
    return Document((*blocks, Paragraph(told, apart=True)), MEASURE)


def reading_document(pack: Pack, entry_id: str, found: Mapping[str, Sequence[str]]) -> Document:
    """What to read before being asked about an entry: its summary, then what the chapters say of it."""
    entry = pack.entries[entry_id]
    blocks: list[Block] = [Title(capital(entry.name), "to read first"), Paragraph(line(entry.summary))]
    if entry.significance:
        blocks.append(Paragraph(line(Span("Why it matters: ", "strong"), entry.significance), apart=True))
    for topic in found:
        blocks.append(Heading(next(each.title for each in pack.topics if each.id == topic)))
        blocks += _prose(pack, "\n\n".join(found[topic]))
    further = [command("show", entry_id)]
    if len(found) == 1:
        further.append(command("summary", *found))
    told = line("All of it: ", Span(MIDDOT.join(further), "command"))
    return Document((*blocks, Paragraph(told, apart=True)), MEASURE)


def _prose(pack: Pack, prose: str) -> Iterator[Block]:
    for block in prose_blocks(prose, lambda own_id: pack.entries[own_id].name):
        yield block._replace(apart=True) if isinstance(block, Paragraph) else block


def _key_entries(pack: Pack, topic: Topic) -> Iterator[Block]:
    """The key entries of a chapter by kind: by importance, then in the order of the prose."""
    linked = [link for link in linked_ids(topic.prose) if link in pack.entries]
    found = [pack.entries[each] for each in dict.fromkeys((*linked, *topic.entries))]
    groups: dict[str, list[Line]] = {}
    for entry in sorted(found, key=lambda each: -each.importance):
        groups.setdefault(entry.kind, []).append(line(Span(entry.name, "", entry.id)))
    heads = {
        "person": "People",
        "organisation": "Organisations",
        "event": "Events",
        "work": "Works",
        "concept": "Ideas",
    }
    for kind, head in heads.items():
        if kind in groups:
            yield Heading(head)
            yield Paragraph(join(groups[kind][:KEY_ENTRIES]))


def _key_quotes(pack: Pack, topic: Topic) -> Iterator[Block]:
    if topic.quotes:
        yield Heading("In their own words")
        yield from (quote_block(pack, pack.quotes[each]) for each in topic.quotes)
