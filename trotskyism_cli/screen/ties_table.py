"""What an entry is tied to, in columns: a name, how the two are tied, and in which years; a kind of thing a group."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import NamedTuple

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, line
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.wrapping import columns, lines_of_title, padded, wrapped
from trotskyism_cli.views.how_tied import How
from trotskyism_cli.views.tied import Tied, TiedKind
from trotskyism_cli.views.ties import MEMBER_OF

WIDE = 60  # columns from which on a name, a tie and its years stand beside each other
NARROWEST_NAME, WIDEST_NAME, NARROWEST_TIE, WIDEST_YEARS, GAP = 16, 34, 20, 12, 2
FOOT, NARROW_FOOT = 2, 3  # lines of where one sees all, and above it
MEMBERS_OF = "members of"


class _Row(NamedTuple):
    """A row as it is drawn, of one entry or of several that are tied in one way.

    It has a line for each of its `ways`, with the years of that; `told` is all of them in one.
    """

    name: str
    ways: tuple[tuple[str, str], ...]
    told: str
    entry: str = ""
    entries: int = 1


def links_document(
    own_id: str, name: str, kinds: Sequence[TiedKind], lines: int = SCREEN, *, everything: bool = False
) -> Document:
    """What an entry is tied to, by kind of thing, the most important first.

    Drawn, as many of each kind as so many lines hold, unless `everything` is asked for; a pipe has them all.
    """
    rows = tuple(
        (
            line(tied.name),
            line(tied.how),
            *(line(str(year) if year else "") for year in tied.bounds),
            line(kind.label),
            line(tied.entry),
        )
        for kind in kinds
        for tied in _ordered(kind.tied, kind)
    )
    head = Title(name, "links")
    drawn = [(kind, list(_rows(kind))) for kind in kinds]

    def draw(width: int) -> list[Line]:
        whole = _drawn(drawn, [len(told) for _, told in drawn], width)
        seen = lines - lines_of_title(head, width)
        if everything or len(whole) <= seen:
            return whole
        shown = _shown(drawn, width, seen - (FOOT if width >= WIDE else NARROW_FOOT))
        others = [
            counted(len(kind.tied), kind.label.lower().removesuffix("s"), kind.label.lower())
            for (kind, _), count in zip(drawn, shown, strict=True)
            if not count
        ]
        also = f", also {' and '.join(others)}" if others else ""
        foot = wrapped(line(f"All{also}: ", Span(command("links", own_id, "--all"), "command")), width)
        return [*_drawn(drawn, shown, width), (), *foot]

    told = tuple((f"{kind.label}:", *(f"{tied.name}: {tied.how}" for tied in kind.tied)) for kind in kinds)
    table = Table(("Name", "Tie", "From", "To", "Kind", "Id"), rows, draw=draw, alone=True, told=told)
    return Document((head, table))


def _ordered(tied: Iterable[Tied], kind: TiedKind) -> list[Tied]:
    """In order of time, what has no year last, if the kind is read so."""
    return sorted(tied, key=lambda each: each.first_year or date.max.year) if kind.is_in_time else list(tied)


def _shown(drawn: Sequence[tuple[TiedKind, list[_Row]]], width: int, lines: int) -> list[int]:
    """How many rows of each kind so many lines hold, some of each kind in turn; what is read in order of time last."""
    shown = [0] * len(drawn)
    for in_time in (False, True):
        waiting = [place for place, (kind, _) in enumerate(drawn) if kind.is_in_time is in_time]
        while waiting:
            for place in tuple(waiting):
                for _ in range(drawn[place][0].share):
                    tried = [*shown[:place], shown[place] + 1, *shown[place + 1 :]]
                    if tried[place] > len(drawn[place][1]) or len(_drawn(drawn, tried, width)) > lines:
                        waiting.remove(place)
                        break
                    shown = tried
    return shown


def _drawn(drawn: Sequence[tuple[TiedKind, list[_Row]]], shown: Sequence[int], width: int) -> list[Line]:
    """So many rows of each kind below its head, which says of how many they are."""
    chosen = [rows[:count] for (_, rows), count in zip(drawn, shown, strict=True)]
    every = [row for told in chosen for row in told]
    names = _width_of_names(every, width) if width >= WIDE else 0
    lines: list[Line] = []
    for (kind, rows), told in zip(drawn, chosen, strict=True):
        if not told:
            continue
        some, all_told = (sum(row.entries for row in each) for each in (told, rows))
        lines.append(line(Span(kind.label, "strong"), f" ({some} of {all_told})" if some < all_told else ""))
        in_time = sorted(told, key=lambda row: row.ways[0][1] or "9") if kind.is_in_time else told
        lines += _beside(in_time, names, _width_of_years(every), width) if names else _in_a_line(in_time, width)
    return lines


def _width_of_names(rows: Sequence[_Row], width: int) -> int:
    """The columns of names with which all rows take the fewest lines; of several such, the fewest."""
    longest = max((columns((Span(row.name),)) for row in rows), default=NARROWEST_NAME)
    years = _width_of_years(rows)
    ways = range(min(longest, NARROWEST_NAME), min(longest, WIDEST_NAME) + 1)
    return min(ways, key=lambda names: len(list(_beside(rows, names, years, width))))


def _width_of_years(rows: Iterable[_Row]) -> int:
    return max((columns((Span(years),)) for row in rows for _, years in row.ways), default=0)


def _in_a_line(rows: Iterable[_Row], width: int) -> Iterator[Line]:
    """Name, tie and years in a line each, what does not fit below it further in."""
    for row in rows:
        told = line(Span(row.name, "", row.entry), Span(f": {row.told}" if row.told else "", "kind"))
        for place, each in enumerate(wrapped(told, max(8, width - 4))):
            yield (Span("    " if place else "  "), *each)


def _beside(rows: Iterable[_Row], names: int, years: int, width: int) -> Iterator[Line]:
    """Name, tie and years beside each other."""
    years = max(4, min(years, WIDEST_YEARS, width - 2 - names - 2 * GAP - NARROWEST_TIE))
    room = width - 2 - names - years - 2 * GAP
    for row in rows:
        yield from _in_columns(row, names, room, years)


@lru_cache(maxsize=10_000)  # to find how many rows a screen holds, each is drawn over and over
def _in_columns(row: _Row, names: int, room: int, years: int) -> tuple[Line, ...]:
    """A row in its columns; what has no tie of its own takes the room of one."""
    has_tie = any(tie for tie, _ in row.ways)
    name = wrapped((Span(row.name, "", row.entry),), names if has_tie else names + GAP + room)
    told = [
        pair
        for tie, when in row.ways
        for pair in zip_longest(
            wrapped((Span(tie, "kind"),), room), wrapped((Span(when, "date"),), years), fillvalue=()
        )
    ]
    lines: list[Line] = []
    for first, pair in zip_longest(name, told, fillvalue=()):
        second, third = pair or ((), ())
        lead = padded((*padded(first, names + GAP), *second) if has_tie else first, names + GAP + room + GAP)
        lines.append((Span("  "), *lead, *third))
    return tuple(lines)


def _rows(kind: TiedKind) -> Iterator[_Row]:
    """A row for each; one for those whom the same sentence ties, or who were members of one body, if that is all."""
    alike = {each.entry: each.hows[0].label if _is_member(each) else each.sentence for each in kind.tied}
    told: set[str] = set()
    for tied in kind.tied:
        tie = alike[tied.entry]
        same = [each for each in kind.tied if tie and alike[each.entry] == tie]
        of_all = next((each for each in same if _is_member(each) or _names_all(each, same)), None)
        if len(same) < 2 or of_all is None:
            yield _Row(tied.name, *_tie(tied), tied.entry)
        elif tie not in told:
            told.add(tie)
            names = ", ".join(each.short for each in same)
            body = tie.replace(MEMBER_OF, MEMBERS_OF, 1)
            ways = (((body, ""),), body) if _is_member(tied) else _tie(of_all)
            yield _Row(names, *ways, entries=len(same))


def _names_all(tied: Tied, others: Iterable[Tied]) -> bool:
    """Whether its tie is told in words that stand behind the names of all."""
    return all(other.short in tied.how for other in others)


def _is_member(tied: Tied) -> bool:
    return len(tied.hows) == 1 and tied.hows[0].label.startswith(MEMBER_OF)


def _tie(tied: Tied) -> tuple[tuple[tuple[str, str], ...], str]:
    """The ways in which the two are tied, each once, with its years; and all of them in one."""
    if tied.is_own:
        year = str(tied.first_year or "")
        return (("", year),), year
    groups = [(label, list(hows)) for label, hows in groupby(tied.hows, key=lambda how: how.label)]
    ways = tuple((label, ", ".join(dict.fromkeys(how.years for how in hows if how.years))) for label, hows in groups)
    told = "; ".join(_with_years(hows[0], years) for (_, hows), (_, years) in zip(groups, ways, strict=True))
    return ways or (("", ""),), told


def _with_years(how: How, years: str) -> str:
    """`led 1903–1923`; behind a clause a comma: `broke with him, 1928`."""
    return f"{how.label}{', ' if how.is_said else ' '}{years}" if years else how.label
