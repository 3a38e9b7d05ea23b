"""The rows in which an entry's ties are drawn: one for each, or for those whom one sentence or one body ties."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.views.ties.label import MEMBER_OF
from trotskyism_cli.views.ties.tied_entry import Tied, TiedKind
from trotskyism_cli.views.ties.way import How

LONGEST_TIE = 240  # letters of a tie that is told on a screen with others
BY_THE_WAY = 2  # how spare a row is that tells of a third; one of a long or whole sentence is less so
MEMBERS_OF = "members of"


class Row(NamedTuple):
    """A row as it is drawn, of one entry or of several that are tied in one way.

    It has a line for each of its `ways`, with the years of that; `told` is all of them in one. `sentence` is the one of
    which it has a clause. It `is_own` if it is one of somebody's works; if it is `spare`, it stands only where there is
    room left over, the more so the later.
    """

    name: str
    ways: tuple[tuple[str, str], ...]
    told: str
    entry: str = ""
    entries: int = 1
    sentence: str = ""
    is_own: bool = False
    spare: int = 0


Rows = Sequence[tuple[TiedKind, Sequence[Row]]]  # of each kind


def rows_of(kind: TiedKind) -> Iterator[Row]:
    """A row for each; one for those whom the same sentence ties, or the same body, if that is all."""
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


def _is_spare(tied: Tied) -> bool:
    """Whether no clause tells how it is tied, but a whole sentence, or more than there is room for with others."""
    return _is_long(tied) or (bool(tied.hows) and all(how.is_whole for how in tied.hows))


def _is_long(tied: Tied) -> bool:
    return sum(len(how.label) for how in tied.hows) > LONGEST_TIE


def _names_all(tied: Tied, others: Iterable[Tied]) -> bool:
    """Whether its tie is told in words that stand behind the names of all."""
    return all(stands_whole(other.short, tied.how) for other in others)


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
    years_of = [", ".join(dict.fromkeys(how.years for how in hows if how.years)) for _, hows in groups]
    told = "; ".join(
        _with_years(hows[0], years if hows[0].when else "") for (_, hows), years in zip(groups, years_of, strict=True)
    )
    ways = tuple((label, years) for (label, _), years in zip(groups, years_of, strict=True))
    if ways and not any(years for _, years in ways):
        ways = (("; ".join(label for label, _ in ways), ""),)
    return ways or (("", ""),), told


def _with_years(how: How, years: str) -> str:
    """`led 1903–1923`; behind a clause a comma: `broke with him, 1928`."""
    return f"{how.label}{', ' if how.is_said else ' '}{years}".strip() if years else how.label


def each_once(drawn: Rows) -> Rows:
    """The rows of each kind, one whose sentence another tells before it by the name of that."""
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
    """A row that says at which name it is told how the two are tied."""
    years = ", ".join(dict.fromkeys(when for _, when in row.ways if when))
    told = f"see {name}"
    return row._replace(ways=((told, years),), told=f"{told}, {years}" if years else told)
