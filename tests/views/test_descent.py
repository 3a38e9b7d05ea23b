"""Descent: a line in time, forks where there are any, parts where they are asked for."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.descent import descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.descent import Member, body_of, hidden_parts, lineage


def _line(library: Library, entry: str, *, parts: bool = False) -> tuple[Member, ...]:
    return lineage(library.pack, descent(library, entry), entry, parts=parts)


def _forks(member: Member) -> list[list[str]]:
    return [[each.entry for each in fork] for fork in member.forks]


def test_time_runs_down_a_line_and_forks_stand_beside_it(printers: Library) -> None:
    line = _line(printers, "union")

    assert [(each.year, each.entry) for each in line] == [("1840", "league"), ("1848", "union"), ("1871", "federation")]
    assert [each.is_sought for each in line] == [False, True, False]
    assert _forks(line[1]) == [["north", "federation"], ["free-union"]]


def test_what_is_sought_is_on_the_line(printers: Library) -> None:
    assert [each.entry for each in _line(printers, "free-union")] == ["league", "union", "free-union"]


def test_a_claimed_or_disputed_descent_carries_its_mark(printers: Library) -> None:
    (_, met), (free,) = _line(printers, "union")[1].forks

    assert met.note == "according to Otto Kern"
    assert met.again
    assert free.note == "disputed"


def test_parts_are_shown_only_when_asked_for_or_sought(printers: Library) -> None:
    assert ["press"] not in _forks(_line(printers, "union")[1])
    assert ["press"] in _forks(_line(printers, "union", parts=True)[1])
    assert _line(printers, "press")[-1].entry == "press"


def test_of_a_person_it_is_that_of_the_body_they_founded_or_led(printers: Library) -> None:
    assert body_of(printers, "adler") == "union"
    assert body_of(printers, "blank") == ""


def _notes(line: Iterable[Member]) -> Iterator[tuple[str, str]]:
    for member in line:
        yield member.name, member.note
        for fork in member.forks:
            yield from _notes(fork)


def test_what_was_founded_later_and_what_belonged_elsewhere_says_so(library: Library) -> None:
    notes = dict(_notes(_line(library, "fourth-international", parts=True)))

    assert notes["the later Militant"] == "founded 1964"
    assert notes["Socialist Labour League"] == "part of the International Committee of the Fourth International"


def test_it_is_known_how_many_parts_are_left_out(library: Library) -> None:
    few, many = (_line(library, "fourth-international", parts=parts) for parts in (False, True))

    assert hidden_parts(few, many) == len(dict(_notes(many))) - len(dict(_notes(few))) > 0
    assert hidden_parts(many, many) == 0


def test_a_part_that_joined_later_is_drawn_in_the_year_in_which_it_joined(library: Library) -> None:
    body = _line(library, "fourth-international", parts=True)[-1]
    years = {fork[0].entry: fork[0].year for fork in body.forks}

    assert years["lssp"] == "1950"  # founded in 1935


def test_without_its_parts_a_body_has_that_in_which_it_went_on(library: Library) -> None:
    body = _line(library, "fourth-international")[-1]
    forks = {fork[0].entry: fork for fork in body.forks}

    assert {*forks} == {"international-secretariat", "international-committee"}
    assert forks["international-secretariat"][-1].note == "with some of the International Committee"
