"""A very large pack is asked about in parts: each entry in one of them, and as sound as the whole."""

import pytest

from tests.every_for_tests import every
from trotskyism_cli.items.making import parts
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item
from trotskyism_cli.library.library import Library

pytestmark = pytest.mark.long


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the built-in pack for a large one."""
    monkeypatch.setattr(parts, "WHOLE", 100)
    monkeypatch.setattr(parts, "RUN", 40)


def _subjects(item: Item) -> set[str]:
    return {each.partition(".")[0] for each in item.asked_ids}


def test_a_pack_of_the_usual_size_is_taken_whole(library: Library) -> None:
    assert list(parts.parts(library.pack, 1)) == [(library.pack, None)]


@pytest.mark.usefixtures("cut")
def test_every_entry_is_in_one_part_and_a_part_has_what_its_entries_name(library: Library) -> None:
    found = list(parts.parts(library.pack, 1))
    own = [each for part in found for each in part.own or ()]
    named = [
        (part, each)
        for part in found
        for entry in part.own or ()
        for fact in library.pack.entries[entry].facts
        for each in (*fact.ends, *fact.according_to)
    ]

    assert len(found) > 1
    assert sorted(own) == sorted(library.pack.entries)
    assert every(each in part.pack.entries for part, each in named)
    assert every(len(part.pack.entries) < len(library.pack.entries) for part in found)


@pytest.mark.usefixtures("cut")
def test_the_questions_of_all_parts_are_as_many_as_those_of_the_whole_and_none_comes_twice(library: Library) -> None:
    made = list(generate(library.pack, 5000, 1))
    by_authors = [each for each in made if each.kind == "written"]

    assert len({each.id for each in made}) == len(made)
    assert len(by_authors) > len(library.pack.questions) / 2


@pytest.mark.usefixtures("cut")
def test_what_is_named_is_asked_about_out_of_parts_too(library: Library) -> None:
    chapter = library.pack.topics[2]
    of_chapter = list(generate(library.pack, 20, 1, Wanted(topics={chapter.id})))
    of_fact = of_chapter[0].asked_ids[0]
    about = list(generate(library.pack, 20, 1, Wanted(entries={"stalin"})))

    assert of_chapter
    assert {each.topic for each in of_chapter} == {chapter.id}
    assert about
    assert every("stalin" in _subjects(each) or "Stalin" in str(each.as_json()) for each in about)
    assert every(of_fact in each.asked_ids for each in generate(library.pack, 5, 1, Wanted(facts={of_fact})))
