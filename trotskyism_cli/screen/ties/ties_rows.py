"""Rows for the ties of an entry: one per tied entry, or one for several tied by the same sentence or organisation."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.label import MEMBER_OF
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind

LONGEST_TIE = 240  # letters; the longest tie shown among others
BY_THE_WAY = 2  # `spare` of a tie told only in passing; long or whole sentences have 1
MEMBERS_OF = "members of"


class Row(NamedTuple):
    """A row as drawn, for one entry or several with the same tie.

    `ways`: pairs of a tie and its years, one line each. `told`: all ways in one text. `sentence`: the sentence a clause
    was taken from. `is_own`: one of the person's own works. `spare`: shown only if room is left, larger values later.
    """

    name: str
    ways: tuple[tuple[str, str], ...]
    told: str
    entry: str = ""
    entries: int = 1
    sentence: str = ""
    is_own: bool = False
    spare: int = 0


Rows = Sequence[tuple[TiedKind, Sequence[Row]]]  # per kind


def rows_of(kind: TiedKind) -> Iterator[Row]:
    """A row per tied entry, or one row for entries that the same sentence or organisation ties."""
    for tie, group in _alike(kind.tied).items():
        of_all = next((each for each in group if _is_by_body(each) or _names_all(each, group)), None)
        if len(group) > 1 and of_all is not None:
            names = ", ".join(each.short for each in group)
            ways = _body(tie) if _is_member(of_all) else _tie(of_all)
            spare = BY_THE_WAY if all(each.is_by_the_way for each in group) else int(_is_long(of_all))
            yield Row(names, *ways, entries=len(group), sentence=of_all.sentence, spare=spare)
        else:
            for each in group:
                spare = BY_THE_WAY if each.is_by_the_way else int(_is_spare(each))
                row = Row(each.name, *_tie(each), each.entry, sentence=each.sentence, is_own=each.is_own)
                yield row._replace(spare=spare)


def _alike(tied: Iterable[Tied]) -> dict[str, list[Tied]]:
    """Tied entries grouped by sentence or organisation, each group in the place of its first."""
    groups: dict[str, list[Tied]] = {}
    for each in tied:
        tie = each.hows[0].label if _is_by_body(each) else each.sentence
        groups.setdefault(tie or each.entry, []).append(each)
    return groups


def _body(tie: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The tie of several members to an organisation, in the plural."""
    told = tie.replace(MEMBER_OF, MEMBERS_OF, 1)
    return ((told, ""),), told


def _is_spare(tied: Tied) -> bool:
    """Return whether the tie is told only by a whole sentence or is too long to stand among others."""
    return _is_long(tied) or (bool(tied.hows) and all(how.is_whole for how in tied.hows))


def _is_long(tied: Tied) -> bool:
    return sum(len(how.label) for how in tied.hows) > LONGEST_TIE


def _names_all(tied: Tied, others: Iterable[Tied]) -> bool:
    """Return whether the words of its tie make sense behind the names of all."""
    return all(stands_whole(other.short, tied.how) for other in others)


def _is_member(tied: Tied) -> bool:
    return len(tied.hows) == 1 and tied.hows[0].label.startswith(f"{MEMBER_OF} ")


def _is_by_body(tied: Tied) -> bool:
    """Return whether the only tie is an organisation that one of the two led or founded."""
    return len(tied.hows) == 1 and tied.hows[0].is_said and not tied.sentence


def _tie(tied: Tied) -> tuple[tuple[tuple[str, str], ...], str]:
    """The ways in which two entries are tied, each once with its years; and all in one text."""
    if tied.is_own:
        year = str(tied.first_year or "")
        return (("", year),), year
    groups = [(label, list(hows)) for label, hows in groupby(tied.hows, key=lambda how: how.label)]
    years_of = [", ".join(dict.fromkeys(how.years for how in hows if how.years)) for _, hows in groups]
    told = "; ".join(
        _with_years(hows[0], years if hows[0].when else "") for (_, hows), years in zip(groups, years_of, strict=True)
    )
    ways = tuple((label, years) for (label, _), years in zip(groups, years_of, strict=True))
    if ways and not any(years for _, years in ways):
        ways = (("; ".join(label for label, _ in ways), ""),)
    return ways or (("", ""),), told


def _with_years(how: How, years: str) -> str:
    """A tie with years: `led 1903–1923`, or with a comma after a clause: `broke with him, 1928`."""
    return f"{how.label}{', ' if how.is_said else ' '}{years}".strip() if years else how.label


def each_once(drawn: Rows) -> Rows:
    """The rows, where a sentence already told is replaced by a reference to the name it stands at."""
    told: dict[str, str] = {}
    kinds = []
    for kind, rows in drawn:
        held = []
        for row in rows:
            before = told.setdefault(row.sentence, row.name) if row.sentence else row.name
            held.append(row if before == row.name else see(row, before))
        kinds.append((kind, held))
    return kinds


def see(row: Row, name: str) -> Row:
    """The row with "see NAME" instead of the tie."""
    years = ", ".join(dict.fromkeys(when for _, when in row.ways if when))
    told = f"see {name}"
    return row._replace(ways=((told, years),), told=f"{told}, {years}" if years else told)
