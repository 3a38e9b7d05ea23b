"""What an entry is tied to, in columns: a name, how the two are tied, and in which years; a kind of thing a group."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, islice, product, zip_longest
from typing import NamedTuple

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.pack.wording import listed
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, line
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.wrapping import columns, lines_of_title, padded, wrapped
from trotskyism_cli.views.how import How
from trotskyism_cli.views.tie_label import MEMBER_OF
from trotskyism_cli.views.tied import Tied, TiedKind

WIDE = 60  # columns from which on a name, a tie and its years stand beside each other
NARROWEST_NAME, WIDEST_NAME, NARROWEST_TIE, WIDEST_YEARS, GAP = 16, 34, 20, 12, 2
MOST_FOOT = 3  # lines of where one sees all
MEMBERS_OF = "members of"


class _Row(NamedTuple):
    """A row as it is drawn, of one entry or of several that are tied in one way.

    It has a line for each of its `ways`, with the years of that; `told` is all of them in one. If it `is_long`, it
    stands only where there is room for all.
    """

    name: str
    ways: tuple[tuple[str, str], ...]
    told: str
    entry: str = ""
    entries: int = 1
    is_long: bool = False
    is_own: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has no words, and is no work of somebody's."""
        return not self.is_own and not any(words for words, _ in self.ways)


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
    drawn = list(_drawn_kinds(kinds))
    short = [(kind, [row for row in rows if not row.is_long]) for kind, rows in drawn]
    every = sum(len(kind.tied) for kind in kinds)

    def draw(width: int) -> list[Line]:
        seen = lines - lines_of_title(head, width)
        counts = [len(told) for _, told in drawn]
        if everything or sum(counts) <= seen:  # else it is not drawn in vain
            whole = _drawn(drawn, counts, width)
            if everything or len(whole) <= seen:
                return whole
        for foot_lines in range(1, MOST_FOOT + 1):  # what it says depends on what there is room for
            shown = _shown(short, width, seen - 1 - foot_lines)
            foot = wrapped(_foot(own_id, every, short, shown), width)
            if len(foot) <= foot_lines:
                break
        return [*_drawn(short, shown, width), (), *foot]

    told = tuple((f"{kind.label}:", *(f"{tied.name}: {tied.how}" for tied in kind.tied)) for kind in kinds)
    table = Table(("Name", "Tie", "From", "To", "Kind", "Id"), rows, draw=draw, alone=True, told=told)
    return Document((head, table))


def _foot(own_id: str, every: int, drawn: Sequence[tuple[TiedKind, list["_Row"]]], shown: Sequence[int]) -> Line:
    """How many ties there are, of which kinds none is shown, and where one sees all."""
    others = [
        counted(len(kind.tied), kind.label.lower().removesuffix("s"), kind.label.lower())
        for (kind, _), count in zip(drawn, shown, strict=True)
        if not count
    ]
    told = sum(row.entries for (_, rows), count in zip(drawn, shown, strict=True) for row in rows[:count])
    among = f", among them {listed(others)}" if others else ""
    return line(f"{every - told} more{among}: ", Span(command("links", own_id, "--all"), "command"))


def _ordered(tied: Iterable[Tied], kind: TiedKind) -> list[Tied]:
    """In order of time, what has no year last, if the kind is read so."""
    return sorted(tied, key=lambda each: each.first_year or date.max.year) if kind.is_in_time else list(tied)


def _shown(drawn: Sequence[tuple[TiedKind, list[_Row]]], width: int, lines: int) -> list[int]:
    """How many rows of each kind so many lines hold; what is read in order of time last.

    The next row is of the kind that has the fewest lines by its share: where some rows are long, there are fewer.
    """
    shown, taken = [0] * len(drawn), [0] * len(drawn)
    for is_bare, in_time in product((False, True), repeat=2):
        waiting = [place for place, (kind, _) in enumerate(drawn) if kind.is_in_time is in_time]
        used = len(_drawn(drawn, shown, width))
        while waiting:
            place = min(waiting, key=lambda each: taken[each] / drawn[each][0].share)
            tried = [*shown[:place], shown[place] + 1, *shown[place + 1 :]]
            row = next(islice(drawn[place][1], shown[place], None), None)
            now = len(_drawn(drawn, tried, width)) if row and row.is_bare <= is_bare else lines + 1
            if now > lines:
                waiting.remove(place)
            else:
                taken[place] += max(0, now - used - (not shown[place]))  # without its head
                shown, used = tried, now
    return shown


def _drawn(drawn: Sequence[tuple[TiedKind, list[_Row]]], shown: Sequence[int], width: int) -> list[Line]:
    """So many rows of each kind below its head, which says of how many they are."""
    chosen = [rows[:count] for (_, rows), count in zip(drawn, shown, strict=True)]
    every = [row for told in chosen for row in told]
    names = _width_of_names(every, width) if width >= WIDE else 0
    lines: list[Line] = []
    for (kind, _), told in zip(drawn, chosen, strict=True):
        if not told:
            continue
        some, all_told = sum(row.entries for row in told), len(kind.tied)
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


def _drawn_kinds(kinds: Iterable[TiedKind]) -> Iterator[tuple[TiedKind, list[_Row]]]:
    """Each kind with its rows, those without words last."""
    for kind in kinds:
        yield kind, sorted(_rows(kind), key=lambda row: row.is_bare)


def _rows(kind: TiedKind) -> Iterator[_Row]:
    """A row for each; one for those whom the same sentence ties, or the same body, if that is all.

    A sentence that is told at an entry of another kind leaves the years alone.
    """
    for tie, group in _alike(kind.tied).items():
        of_all = next((each for each in group if _is_by_body(each) or _names_all(each, group)), None)
        is_told = all(how.is_again for each in group for how in each.hows)
        if len(group) > 1 and (of_all is not None or is_told):
            names, first = ", ".join(each.short for each in group), of_all or group[0]
            ways = _bare(first) if is_told else _body(tie) if _is_member(first) else _tie(first)
            yield _Row(names, *ways, entries=len(group), is_long=_is_whole(first) and not is_told)
        else:
            for each in group:
                is_bare = any(how.is_again for how in each.hows)
                ways = _bare(each) if is_bare else _tie(each)
                is_long = _is_whole(each) and not is_bare
                yield _Row(each.name, *ways, each.entry, is_long=is_long, is_own=each.is_own)


def _alike(tied: Iterable[Tied]) -> dict[str, list[Tied]]:
    """Those whom the same sentence or the same body ties, in the place of the first of them."""
    groups: dict[str, list[Tied]] = {}
    for each in tied:
        tie = each.hows[0].label if _is_by_body(each) else each.sentence
        groups.setdefault(tie or each.entry, []).append(each)
    return groups


def _body(tie: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """That several were members of a body."""
    told = tie.replace(MEMBER_OF, MEMBERS_OF, 1)
    return ((told, ""),), told


def _bare(tied: Tied) -> tuple[tuple[tuple[str, str], ...], str]:
    """The years alone."""
    years = ", ".join(dict.fromkeys(how.years for how in tied.hows if how.years))
    return (("", years),), years


def _is_whole(tied: Tied) -> bool:
    return any(how.is_whole for how in tied.hows)


def _names_all(tied: Tied, others: Iterable[Tied]) -> bool:
    """Whether its tie is told in words that stand behind the names of all."""
    return _is_whole(tied) or all(other.short in tied.how for other in others)


def _is_member(tied: Tied) -> bool:
    return len(tied.hows) == 1 and tied.hows[0].label.startswith(f"{MEMBER_OF} ")


def _is_by_body(tied: Tied) -> bool:
    """Whether it is tied by a body alone that one of the two led or made."""
    return len(tied.hows) == 1 and tied.hows[0].is_said and not tied.sentence


def _tie(tied: Tied) -> tuple[tuple[tuple[str, str], ...], str]:
    """The ways in which the two are tied, each once, with its years; and all of them in one."""
    if tied.is_own:
        year = str(tied.first_year or "")
        return (("", year),), year
    groups = [(label, list(hows)) for label, hows in groupby(tied.hows, key=lambda how: how.label)]
    ways = tuple((label, ", ".join(dict.fromkeys(how.years for how in hows if how.years))) for label, hows in groups)
    told = "; ".join(
        _with_years(hows[0], years if hows[0].when else "") for (_, hows), (_, years) in zip(groups, ways, strict=True)
    )
    return ways or (("", ""),), told


def _with_years(how: How, years: str) -> str:
    """`led 1903–1923`; behind a clause a comma: `broke with him, 1928`."""
    return f"{how.label}{', ' if how.is_said else ' '}{years}".strip() if years else how.label
