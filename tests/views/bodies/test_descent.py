"""Descent: a line in time, forks where there are any, parts where they are asked for."""

from collections.abc import Iterable, Iterator

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.bodies.descent import Descent, descent
from trotskyism_cli.library.bodies.membership import nearest_membership, own_descent
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.bodies.descent import hidden_parts, lineage
from trotskyism_cli.views.bodies.descent_of_person import OwnLine, OwnTree, own_lineages, trees_of
from trotskyism_cli.views.bodies.member import Member
from trotskyism_cli.views.bodies.own_history import own_history


def _line(library: Library, entry: str, *, parts: bool = False) -> tuple[Member, ...]:
    return lineage(library.pack, descent(library, entry), (entry,), parts=parts)


def _forks(member: Member) -> list[list[str]]:
    return [[each.entry for each in fork] for fork in member.forks]


def test_time_runs_down_a_line_and_forks_stand_beside_it(printers: Library) -> None:
    line = _line(printers, "union")

    assert [(each.year, each.entry) for each in line] == [("1840", "league"), ("1848", "union"), ("1871", "federation")]
    assert [each.is_sought for each in line] == [False, True, False]
    assert _forks(line[1]) == [["north", "federation"], ["free-union"]]


def test_what_is_sought_leaves_the_line_where_something_later_would_stand_above_it(printers: Library) -> None:
    line = _line(printers, "free-union")  # of 1860; the one that forked off before it met the line again in 1871

    assert [each.entry for each in line] == ["league", "union", "federation"]
    assert [fork[0].entry for fork in line[1].forks if fork[0].is_sought] == ["free-union"]


def test_time_runs_down_every_line(library: Library) -> None:
    for body in _bodies(library):
        line = lineage(library.pack, own_descent(library, body), (body,))
        for each in _lines(line):
            years = [member.year for member in each if member.year]
            assert years == sorted(years), body
        for member in _all_members(line):
            begun = [fork[0].year for fork in member.forks if fork[0].year]
            assert begun == sorted(begun), body


def test_the_body_asked_for_is_marked_once_by_the_name_asked_for(library: Library) -> None:
    for body in _bodies(library):
        members = [*_all_members(lineage(library.pack, own_descent(library, body), (body,)))]
        [marked] = [each for each in members if each.is_sought]
        assert library.pack.entries[body].name in f"{marked.name}, {marked.note}"


def _bodies(library: Library) -> list[str]:
    return [each.id for each in library.pack.entries.values() if each.kind is Kind.ORGANISATION]


def _lines(line: tuple[Member, ...]) -> Iterator[tuple[Member, ...]]:
    yield line
    for member in line:
        for fork in member.forks:
            yield from _lines(fork)


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
    assert every(tree.root.entry in tree.own for tree in trees)
    assert every(not tree.own & {each.entry for each in tree.came_from} for tree in trees)


def test_what_was_led_founded_and_chaired_counts_alike_and_is_drawn_once(library: Library) -> None:
    assert [own for own, _ in _own(library, "lenin")] == ["iskra", "bolsheviks", "sovnarkom", "comintern"]
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
    assert none(each.entry == "international-left-opposition" for each in fork)


def test_a_person_has_in_each_body_what_he_was_in_it(library: Library) -> None:
    notes = {name: note for line in _own_lines(library, "trotsky") for name, note in _notes(line.members)}

    assert notes["Left Opposition"].startswith("founded, led 1923–1927, ended 1938")
    assert notes["Fourth International"].startswith("founded, led 1938–1940")
    assert notes["St. Petersburg Soviet"] == "chaired"  # its year stands before it
    plekhanov = {name: note for line in _own_lines(library, "plekhanov") for name, note in _notes(line.members)}
    assert plekhanov == {
        "Emancipation of Labour": "founded",
        "Iskra": "founded, ended 1905",
        "Mensheviks": "led 1903–1908, suppressed 1922",
    }
    kamenev = {name: note for line in _own_lines(library, "kamenev") for name, note in _notes(line.members)}
    assert kamenev["United Opposition"] == "joined, ended 1927"
    serge = {name: note for line in _own_lines(library, "serge") for name, note in _notes(line.members)}
    assert serge["Russian Communist Party (Bolsheviks)"].startswith("joined 1919, ")


def test_what_was_theirs_in_turn_is_one_line_without_what_it_belonged_to(library: Library) -> None:
    [line] = _own_lines(library, "cannon")

    assert (line.came_from, line.members[0].entry) == ((), "communist-league-of-america")
    assert [each.entry for each in line.members if each.is_sought][-1] == "socialist-workers-party"


def test_a_name_without_a_year_is_no_body_of_theirs(library: Library) -> None:
    drawn = {each.entry for line in _own_lines(library, "pablo") for each in line.members}

    assert "fourth-international" in drawn
    assert "pabloites" not in drawn


def test_of_a_long_descent_the_last_steps_are_told_and_when_it_began(library: Library) -> None:
    [line] = _own_lines(library, "mandel")

    assert len(line.came_from) == 3
    assert line.since == "1898"
    assert _own_lines(library, "lenin")[0].since == ""


def test_what_something_came_from_has_the_name_of_its_time(library: Library) -> None:
    told = {each for line in _own_lines(library, "trotsky") for each in line.came_from}

    assert "Russian Communist Party (Bolsheviks) (1918)" in told


def test_a_name_that_stands_for_all_others_of_a_body_is_not_told_as_a_later_one(library: Library) -> None:
    [line] = _own_lines(library, "dzerzhinsky")

    assert line.members[0].name == "Soviet political police"
    assert line.members[0].note == "led 1917–1926, ended 1991"  # the body, and not his office


def test_who_headed_no_body_has_those_that_he_joined_or_had_an_office_in(library: Library) -> None:
    assert {"communist-party-soviet-union", "left-opposition"} <= trees_of(library, "serge")[0].own
    assert "General Secretary 1922–1952" in trees_of(library, "stalin")[0].roles.values()
    assert trees_of(library, "deutscher") == ()
    assert {"iskra", "mensheviks"} <= trees_of(library, "plekhanov")[0].own  # he founded but a newspaper
    assert "mensheviks" not in trees_of(library, "trotsky")[0].own  # he led, and only joined these


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


@pytest.mark.parametrize(
    ("body", "root", "whole"),
    [
        ("german-communist-party", "german-communist-party", "comintern"),
        ("lssp", "lssp", "fourth-international"),
        ("socialist-workers-party", "communist-league-of-america", "fourth-international"),
        ("workers-opposition", "workers-opposition", "communist-party-soviet-union"),  # nothing is told of a life after
        ("left-opposition", "rsdlp", ""),  # it began inside the party, and lived on outside it
        ("international-secretariat", "rsdlp", ""),
    ],
)
def test_the_tree_of_what_only_belonged_to_a_body_begins_with_its_own(
    library: Library, body: str, root: str, whole: str
) -> None:
    tree = own_descent(library, body)
    belonged = nearest_membership(library.pack, tree, body)

    assert tree.entry == root
    assert (belonged.target if belonged else "") == whole


def test_the_beginning_and_the_end_of_a_body_are_told_in_any_words(library: Library) -> None:
    rows = own_history(library.pack, "makhnovists")

    assert [row.margin for row in rows] == ["1918", "1921"]


def test_the_day_of_its_beginning_is_told_once(library: Library) -> None:
    assert sum("28 January" in row.text for row in own_history(library.pack, "red-army")) == 1


def test_what_happened_in_one_year_is_told_in_order(library: Library) -> None:
    first, second = own_history(library.pack, "revolutionary-communist-party-britain")[:2]

    assert "formed in March" in first.text
    assert "section" in second.text


def test_the_margin_has_the_beginning_and_words_the_membership(library: Library) -> None:
    [own] = [each for each in _all_members(_own_line(library, "lssp")) if each.is_sought]
    below = {each.entry: each for each in _all_members(_line(library, "fourth-international", parts=True))}["lssp"]

    assert (own.year, own.note) == ("1935", "part of the Fourth International 1950–1964")
    assert (below.year, below.tie, below.note) == ("1935", "", "part of it 1950–1964")


def test_until_without_more_is_the_end_of_a_body(library: Library) -> None:
    [comintern] = [each for each in _own_line(library, "comintern") if each.is_sought]
    workers = next(each for each in _own_line(library, "workers-opposition") if each.is_sought)
    left = next(each for each in _own_line(library, "left-opposition") if each.is_sought)

    assert comintern.note == "until 1943"
    assert workers.note == "part of the Russian Communist Party (Bolsheviks) until 1922"  # with that it ended
    assert left.note == "until 1938, part of it until 1927"


@pytest.mark.parametrize(
    ("body", "note"),
    [("mensheviks", "suppressed 1922"), ("socialist-revolutionaries", "suppressed 1922"), ("rsdlp", "until 1917")],
)
def test_what_was_only_suppressed_is_not_said_to_have_ended(library: Library, body: str, note: str) -> None:
    [own] = [each for each in _all_members(_own_line(library, body)) if each.is_sought]

    assert own.note == note


@pytest.mark.parametrize("body", ["bolsheviks", "communist-party-soviet-union", "rsdlp"])
def test_where_nothing_else_came_of_a_body_its_notable_parts_are_told(library: Library, body: str) -> None:
    names = {each.entry for each in _all_members(_own_line(library, body))}

    assert {"workers-opposition", "left-opposition", "united-opposition", "right-opposition"} <= names
    assert "central-committee" not in names


def test_what_merged_with_another_is_told_with_it(library: Library) -> None:
    notes = dict(_notes(_own_line(library, "poum")))

    assert notes["POUM"] == "with the Communist Left of Spain, until 1981"


def _own_line(library: Library, body: str) -> tuple[Member, ...]:
    return lineage(library.pack, own_descent(library, body), (body,))


def _notes(line: Iterable[Member]) -> Iterator[tuple[str, str]]:
    for member in line:
        yield member.name, member.note
        for fork in member.forks:
            yield from _notes(fork)


def test_what_belonged_elsewhere_says_so(library: Library) -> None:
    notes = dict(_notes(_line(library, "fourth-international", parts=True)))

    assert notes["Socialist Labour League"].startswith("part of the International Committee of the Fourth Internat")


def test_it_is_known_how_many_parts_are_left_out(library: Library) -> None:
    few, many = (_line(library, "fourth-international", parts=parts) for parts in (False, True))

    assert hidden_parts(few, many) == len(dict(_notes(many))) - len(dict(_notes(few))) > 0
    assert hidden_parts(many, many) == 0


def test_without_its_parts_a_body_has_that_in_which_it_went_on(library: Library) -> None:
    body = _line(library, "fourth-international")[-1]
    forks = {fork[0].entry: fork for fork in body.forks}

    assert {*forks} == {"international-secretariat", "international-committee"}
    assert forks["international-secretariat"][-1].note == "with some of the International Committee"
