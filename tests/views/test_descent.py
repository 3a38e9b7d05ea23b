"""Descent: a line in time, forks where there are any, parts where they are asked for."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.descent import Descent, descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.descent import Member, hidden_parts, lineage
from trotskyism_cli.views.descent_of_person import OwnTree, trees_of


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


def test_what_a_body_came_from_besides_its_line_stands_beside_it(library: Library) -> None:
    league = next(each for each in _line(library, "fourth-international") if "comintern" in str(_forks(each)))

    assert [(fork[0].year, fork[0].tie) for fork in league.forks if fork[0].entry == "comintern"] == [
        ("1933", "split from")
    ]


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
