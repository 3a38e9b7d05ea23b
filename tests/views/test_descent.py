"""Descent: a line in time, forks where there are any, parts where they are asked for."""

from collections.abc import Iterable, Iterator

import pytest

from trotskyism_cli.library.descent import Descent, descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.descent import Member, hidden_parts, lineage
from trotskyism_cli.views.descent_of_person import OwnLine, OwnTree, own_lineages, trees_of
from trotskyism_cli.views.own_history import own_history, whole_alone


def _line(library: Library, entry: str, *, parts: bool = False) -> tuple[Member, ...]:
    return lineage(library.pack, descent(library, entry), (entry,), parts=parts)


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


def _own(library: Library, person: str) -> list[tuple[str, list[str]]]:
    return [(tree.root.entry, [each.entry for each in tree.came_from]) for tree in trees_of(library, person)]


def test_of_a_person_it_begins_at_what_they_founded_or_led(printers: Library) -> None:
    assert _own(printers, "adler") == [("union", ["league"])]
    assert _own(printers, "blank") == []


def test_nobody_has_a_tree_that_begins_with_a_body_that_is_not_theirs(library: Library) -> None:
    people = [each.id for each in library.pack.entries.values() if each.kind is Kind.PERSON]
    trees = [tree for each in people for tree in trees_of(library, each)]

    assert len(trees) > len(people) // 10
    assert all(tree.root.entry in tree.own for tree in trees)
    assert all(not tree.own & {each.entry for each in tree.came_from} for tree in trees)


def test_what_was_led_founded_and_chaired_counts_alike_and_is_drawn_once(library: Library) -> None:
    assert [own for own, _ in _own(library, "lenin")] == ["bolsheviks", "sovnarkom", "comintern"]
    assert "fourth-international" in _all_of(trees_of(library, "trotsky"))
    assert [own for own, _ in _own(library, "trotsky")].count("fourth-international") == 0


def _all_of(trees: Iterable[OwnTree]) -> set[str]:
    def entries(node: Descent) -> Iterator[str]:
        yield node.entry
        for each in node.further:
            yield from entries(each)

    return {entry for tree in trees for entry in entries(tree.root)}


def test_a_body_that_split_off_and_later_took_in_another_has_both_above_it(library: Library) -> None:
    for sought in ("bolsheviks", "communist-party-soviet-union"):
        line = _line(library, sought)

        assert [each.entry for each in line[:2]] == ["rsdlp", "bolsheviks"]
        assert ["mezhraiontsy"] in _forks(line[1])


def test_what_a_body_came_from_when_it_began_is_told_beside_it_and_not_hung_below_it(library: Library) -> None:
    league = next(
        each for each in _line(library, "fourth-international") if each.entry == "international-communist-league"
    )
    [fork] = [fork for fork in _line(library, "comintern")[-1].forks if fork[0].entry == league.entry]

    assert league.note == "split from Communist International"
    assert fork[0].note == "grew out of International Left Opposition"
    assert not any(each.entry == "international-left-opposition" for each in fork)


def test_a_person_has_in_each_body_what_he_was_in_it(library: Library) -> None:
    notes = {name: note for line in _own_lines(library, "trotsky") for name, note in _notes(line.members)}

    assert notes["Left Opposition"].startswith("led 1923–1927")
    assert notes["Fourth International"].startswith("founded, led 1938–1940")
    assert notes["St. Petersburg Soviet"] == "chaired"  # its year stands before it
    assert [note for line in _own_lines(library, "plekhanov") for _, note in _notes(line.members)] == ["joined"]


def test_who_headed_no_body_has_those_that_he_joined_or_had_an_office_in(library: Library) -> None:
    assert {"bolsheviks", "left-opposition"} <= trees_of(library, "serge")[0].own
    assert "General Secretary 1922–1952" in trees_of(library, "stalin")[0].roles.values()
    assert trees_of(library, "deutscher") == ()


@pytest.mark.parametrize("person", ["radek", "trotsky", "lenin"])
def test_no_body_is_drawn_twice_for_one_person(library: Library, person: str) -> None:
    lines = _own_lines(library, person)
    names = [(each.name, each.note) for line in lines for each in _all_members(line.members) if not each.again]

    assert len(names) == len({name for name, _ in names})


def _own_lines(library: Library, person: str) -> tuple[OwnLine, ...]:
    return own_lineages(library.pack, trees_of(library, person))


def _all_members(line: Iterable[Member]) -> Iterator[Member]:
    for member in line:
        yield member
        for fork in member.forks:
            yield from _all_members(fork)


@pytest.mark.parametrize(
    ("body", "told"),
    [("poum", ("1935", "fusion of the Workers' and Peasants' Bloc")), ("lutte-ouvriere", ("1968", "took the name"))],
)
def test_a_body_without_a_tree_has_how_it_came_about(library: Library, body: str, told: tuple[str, str]) -> None:
    rows = own_history(library.pack, body)

    assert any(row.margin == told[0] and told[1] in row.text for row in rows)
    assert [row.margin for row in rows] == sorted(row.margin for row in rows)


def test_what_was_only_a_part_has_its_own_history_and_not_that_of_the_whole(library: Library) -> None:
    whole = whole_alone(library.pack, descent(library, "german-communist-party"), "german-communist-party")
    assert whole == "comintern"
    assert whole_alone(library.pack, descent(library, "mensheviks"), "mensheviks") == ""
    assert "section of the Fourth International" in " ".join(row.text for row in own_history(library.pack, "lssp"))


def _notes(line: Iterable[Member]) -> Iterator[tuple[str, str]]:
    for member in line:
        yield member.name, member.note
        for fork in member.forks:
            yield from _notes(fork)


def test_what_belonged_elsewhere_says_so(library: Library) -> None:
    notes = dict(_notes(_line(library, "fourth-international", parts=True)))

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
