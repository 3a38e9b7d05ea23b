"""The ties of an entry as a table: name, tie and years, grouped by kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from itertools import product, zip_longest

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.wording import join_words
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, line
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.ties.ties_rows import BY_THE_WAY, Row, Rows, each_once, rows_of, see
from trotskyism_cli.screen.wrapping import columns, lines_of_title, padded, wrapped
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind

WIDE = 60  # columns from which name, tie and years stand in columns
NARROWEST_NAME, WIDEST_NAME, NARROWEST_TIE, WIDEST_YEARS, GAP = 16, 26, 20, 12, 2
MOST_FOOT = 3  # lines of the foot
MOST_MISSED = 6  # rows of a kind that did not fit before giving up
FIRST = 3  # one of this many first rows of each kind is shown
SHORT, NARROW = 2, 3  # lines a row may take, in columns and in running text
MANY_NAMES = 4  # names for which a row may take one more line
MOST, IN_TIME = 7, 2  # rows of a kind, and of a kind in order of time, while others wait
CHIEFS, LEFT_OVER = 2, 2  # first rows of a kind that may take one more line; extra lines if room is left
MUCH_ROOM, FEW_ROWS = 2, 5  # free lines, or chosen rows, at which spare rows are added


def links_document(
    own_id: str, name: str, kinds: Sequence[TiedKind], lines: int = SCREEN, *, everything: bool = False
) -> Document:
    """What an entry is tied to, by kind, the most important first.

    Drawn, as many rows per kind as fit in `lines`, or all with `everything`; a pipe always gets all.
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
    drawn = [(kind, list(rows_of(kind))) for kind in kinds]
    every = sum(len(kind.tied) for kind in kinds)

    def draw(width: int) -> list[Line]:
        seen = lines - lines_of_title(head, width)
        if everything or sum(len(held) for _, held in drawn) <= seen:  # otherwise drawing it would be in vain
            whole = _drawn(each_once(drawn), width)
            if everything or len(whole) <= seen:
                return whole
        for foot_lines in range(1, MOST_FOOT + 1):  # its text depends on what fits
            shown = _shown(drawn, width, seen - 1 - foot_lines)
            foot = wrapped(_foot(own_id, every, shown), width)
            if len(foot) <= foot_lines:
                break
        return [*_drawn(shown, width), (), *foot]

    told = tuple((f"{kind.label}:", *(f"{tied.name}: {tied.how}" for tied in kind.tied)) for kind in kinds)
    table = Table(("Name", "Tie", "From", "To", "Kind", "Id"), rows, draw=draw, alone=True, told=told)
    return Document((head, table))


def _foot(own_id: str, every: int, shown: Rows) -> Line:
    """How many ties are left out, which kinds are missing, and the command to see all."""
    others = [
        counted(len(kind.tied), kind.label.lower().removesuffix("s"), kind.label.lower())
        for kind, rows in shown
        if not rows
    ]
    told = sum(row.entries for _, rows in shown for row in rows)
    among = f", among them {join_words(others)}" if others else ""
    return line(f"{every - told} more{among}: ", Span(command("links", own_id, "--all"), "command"))


def _ordered(tied: Iterable[Tied], kind: TiedKind) -> list[Tied]:
    """Ties in order of time, undated ones last, if the kind is ordered by time."""
    return sorted(tied, key=lambda each: each.first_year or date.max.year) if kind.is_in_time else list(tied)


def _shown(drawn: Rows, width: int, lines: int) -> Rows:
    """The rows that fit: the first of each kind, then of the kind with the fewest lines for its share.

    Kinds ordered by time come after the others, except for a person's first work. Spare rows come last.
    """
    screen = _Screen(drawn, width, lines)
    for place, (kind, rows) in enumerate(drawn):
        among_first = [row for row in rows if not row.spare][:FIRST]
        for row in among_first if not kind.is_in_time else [row for row in among_first[:1] if row.is_own]:
            screen.add(place, row, most=screen.short + 1 + _for_names(row))
            if screen.has(place, row):
                break
    for spare, in_time in product(range(BY_THE_WAY + 1), (False, True)):
        if not spare or screen.has_room:
            _fill(screen, drawn, spare=spare, in_time=in_time)
    again = ((place, row) for place, (_, rows) in enumerate(drawn) for row in rows)
    while screen.has_room and (each := next(again, None)):
        screen.add(*each, is_again=True)
    return screen.rows


def _fill(screen: "_Screen", drawn: Rows, *, spare: int, in_time: bool) -> None:
    """Add rows while there is room, always of the kind that has the fewest lines for its share."""
    waiting: dict[int, list[Row]] = {}
    for place, (kind, rows) in enumerate(drawn):
        held = [row for row in reversed(rows) if row.spare <= spare and not screen.has(place, row)]
        if held and kind.is_in_time <= in_time and screen.count(place) < _enough(kind):
            waiting[place] = held
    missed = [0] * len(drawn)
    while waiting and screen.used < screen.lines:
        place = min(waiting, key=lambda each: screen.taken_with(each, waiting[each][-1]) / drawn[each][0].share)
        row = waiting[place].pop()
        most = screen.short + (LEFT_OVER if spare else row in drawn[place][1][:CHIEFS]) + _for_names(row)
        if screen.add(place, row, most=most) is _Added.NO_ROOM:
            missed[place] += 1
        if not waiting[place] or missed[place] > MOST_MISSED or screen.count(place) >= _enough(drawn[place][0]):
            del waiting[place]


def _enough(kind: TiedKind) -> int:
    return IN_TIME if kind.is_in_time else MOST


def _for_names(row: Row) -> int:
    """Extra lines a row may have because it stands for many entries."""
    return row.entries // MANY_NAMES


class _Added(Enum):
    """The outcome of adding a row to a screen."""

    CHOSEN = auto()
    TOLD = auto()  # already there, or told by another row
    TOO_LONG = auto()
    NO_ROOM = auto()


class _Screen:
    """The rows chosen so far for each kind, and the lines they take."""

    def __init__(self, drawn: Rows, width: int, lines: int) -> None:
        self.lines, self.used = lines, 0
        self.short = SHORT if width >= WIDE else NARROW
        self.taken = [0] * len(drawn)  # without the heads
        self._drawn, self._width = drawn, width
        self._chosen: list[dict[Row, Row]] = [{} for _ in drawn]
        self._told: dict[str, str] = {}  # sentence → name of the row that tells it

    @property
    def rows(self) -> Rows:
        """The chosen rows, each kind in its original order."""
        return [
            (kind, [chosen[row] for row in rows if row in chosen])
            for (kind, rows), chosen in zip(self._drawn, self._chosen, strict=True)
        ]

    @property
    def has_room(self) -> bool:
        """Return whether so much room is left, or so few rows stand there, that spare rows may be added."""
        return self.lines - self.used >= MUCH_ROOM or sum(map(len, self._chosen)) < FEW_ROWS

    def has(self, place: int, row: Row) -> bool:
        """Return whether this row of the kind is chosen."""
        return row in self._chosen[place]

    def count(self, place: int) -> int:
        """Number of rows chosen of a kind."""
        return len(self._chosen[place])

    def taken_with(self, place: int, row: Row) -> int:
        """Approximate number of lines of a kind with one row more."""
        room = max(NARROWEST_TIE, self._width - NARROWEST_NAME - WIDEST_YEARS - 2 * GAP)
        return self.taken[place] + sum(1 + len(words) // room for words, _ in row.ways)

    def _fewest_lines(self, row: Row) -> int:
        """Number of lines a row takes beside the narrowest possible name column."""
        room = self._width - 2 - (NARROWEST_NAME + WIDEST_YEARS + 2 * GAP if self._width >= WIDE else 0)
        return 1 + max(columns((Span(tie),)) for tie, _ in row.ways) // room

    def add(self, place: int, row: Row, *, most: int = SCREEN, is_again: bool = False) -> _Added:
        """Choose a row and return what became of it.

        It is not chosen if it is there already, is told by another row, needs more than `most` lines, or does not fit.
        With `is_again`, a row that repeats another's sentence is added as a reference to it.
        """
        chosen, before = self._chosen[place], self._told.get(row.sentence, "")
        if row in chosen or (before and not is_again):
            return _Added.TOLD
        if self._fewest_lines(row) > most:
            return _Added.TOO_LONG
        chosen[row] = see(row, before) if before else row
        now = len(_drawn(self.rows, self._width))
        if now > self.lines:
            del chosen[row]
            return _Added.NO_ROOM
        self.taken[place] += max(0, now - self.used - (len(chosen) == 1))
        self.used = now
        if row.sentence:
            self._told.setdefault(row.sentence, row.name)
        return _Added.CHOSEN


def _drawn(drawn: Rows, width: int) -> list[Line]:
    """The rows of each kind below its heading, which says how many of all they are."""
    every = [row for _, rows in drawn for row in rows]
    names = _width_of_names(every, width) if width >= WIDE else 0
    lines: list[Line] = []
    for kind, told in drawn:
        if not told:
            continue
        some, all_told = sum(row.entries for row in told), len(kind.tied)
        lines.append(line(Span(kind.label, "strong"), f" ({some} of {all_told})" if some < all_told else ""))
        in_time = sorted(told, key=lambda row: row.ways[0][1] or "9") if kind.is_in_time else told
        lines += _beside(in_time, names, _width_of_years(every), width) if names else _in_a_line(in_time, width)
    return lines


def _width_of_names(rows: Sequence[Row], width: int) -> int:
    """The narrowest name column with which the rows take the fewest lines."""
    longest = max((columns((Span(row.name),)) for row in rows), default=NARROWEST_NAME)
    years = _width_of_years(rows)
    word = max((columns((Span(word),)) for row in rows for word in row.name.split()), default=0)
    fewest = min(longest, max(word, NARROWEST_NAME))  # at least as wide as the longest word
    ways = range(fewest, max(fewest, min(longest, WIDEST_NAME)) + 1)
    return min(ways, key=lambda names: len(list(_beside(rows, names, years, width))))


def _width_of_years(rows: Iterable[Row]) -> int:
    return max((columns((Span(years),)) for row in rows for _, years in row.ways), default=0)


def _in_a_line(rows: Iterable[Row], width: int) -> Iterator[Line]:
    """Name, tie and years in running text, with continuation lines indented."""
    for row in rows:
        told = line(Span(row.name, "", row.entry), Span(f": {row.told}" if row.told else "", "kind"))
        for place, each in enumerate(wrapped(told, max(8, width - 4))):
            yield (Span("    " if place else "  "), *each)


def _beside(rows: Iterable[Row], names: int, years: int, width: int) -> Iterator[Line]:
    """Name, tie and years in columns."""
    years = max(4, min(years, WIDEST_YEARS, width - 2 - names - 2 * GAP - NARROWEST_TIE))
    room = width - 2 - names - years - 2 * GAP
    for row in rows:
        yield from _in_columns(row, names, room, years)


@lru_cache(maxsize=10_000)  # filling a screen draws the same rows again and again
def _in_columns(row: Row, names: int, room: int, years: int) -> tuple[Line, ...]:
    """A row in columns; a name without a tie also takes the tie column, and several ways share a line if they fit."""
    has_tie = any(tie for tie, _ in row.ways)
    ways = row.ways
    if len(ways) > 1 and columns((Span(row.told),)) <= room:
        ways = ((row.told, _from_first_to_last(when for _, when in ways)),)
    name = wrapped((Span(row.name, "", row.entry),), names if has_tie else names + GAP + room)
    told = [
        pair
        for tie, when in ways
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


def _from_first_to_last(years: Iterable[str]) -> str:
    """The span of several years, e.g. `1925–1928`; as given if they are not plain years."""
    told = [each for each in years if each]
    found = sorted(NAMED_YEAR.findall(" ".join(told)))
    if len(found) < 2 or any(re.sub(r"[\d–, ]", "", each) for each in told):
        return ", ".join(told)
    return found[0] if found[0] == found[-1] else f"{found[0]}–{found[-1]}"
