"""What ended with the life of somebody."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.wording.until_death import when_of


@pytest.mark.parametrize(
    ("fact", "when"),
    [
        ("stalin.fourth-international", "1938/1953"),  # the one died, and what he opposed went on
    ],
)
def test_what_somebody_began_and_nothing_ended_lasted_to_his_death(library: Library, fact: str, when: str) -> None:
    found = when_of(library.pack, library.pack.facts[fact])

    assert found
    assert found.text == when


def test_nothing_that_somebody_did_lasts_beyond_his_life(library: Library) -> None:
    pack = library.pack
    open_ends = [fact for each in pack.entries.values() for fact in each.facts if fact.when and fact.when.end is None]
    dead = {
        each.id
        for each in pack.entries.values()
        if each.kind == "person"
        for fact, _ in pack.known_dates(each)
        if pack.relations[fact.relation].role == "died"
    }

    assert open_ends
    for fact in open_ends:
        when = when_of(pack, fact)
        assert when
        assert (when.end is not None) == bool(dead.intersection(fact.ends)), fact.id
