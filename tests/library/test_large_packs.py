"""Of a large pack only the weightiest of what names an entry is read; what is read is the same as without a bound."""

from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.every_for_tests import none
from trotskyism_cli.library.bodies import naming
from trotskyism_cli.library.bodies.countries import bodies_of
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.limits import BODIES, EVENTS, OF_ENTRY, PLACES
from trotskyism_cli.library.names.misspellings import corrected
from trotskyism_cli.library.names.name_table import plain_forms, sound_of_name
from trotskyism_cli.library.names.names_in_texts import names_in
from trotskyism_cli.library.records import stored_pack
from trotskyism_cli.library.store import Row
from trotskyism_cli.library.ties import ties
from trotskyism_cli.library.words.substring_search import called_with, entries_mentioning, passages_having
from trotskyism_cli.pack.model import Kind

TEXT = "Trotsky and Stalin at the Second Congress of the Comintern wrote Results and Prospects in exile"
ROOM = 40


def test_the_built_in_pack_has_of_nothing_more_than_there_is_room_for(library: Library) -> None:
    entries = library.pack.entries
    places = [each for each in entries if entries[each].kind is Kind.PLACE]

    assert max(len(ties.passages_naming(library, each)) for each in entries) < OF_ENTRY
    assert max(len(naming.passages_with(library, entries[each])) for each in entries) < OF_ENTRY
    assert max(len(bodies_of(library, each)) for each in places) < BODIES
    assert len(places) < PLACES
    assert sum(each.kind is Kind.EVENT for each in entries.values()) <= EVENTS


def test_of_many_passages_the_weightiest_are_looked_at_and_the_rest_counted(
    library: Library, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = sorted(ties.passages_naming(library, "trotsky"))
    monkeypatch.setattr(ties, "OF_ENTRY", ROOM)
    small = open_library(CONTENT, shared_cache)
    found, rest = ties.passages_naming(small, "trotsky"), ties.overflow(small, "trotsky")

    assert sorted(found) == passages[:ROOM]
    assert ROOM < rest <= len(passages) - ROOM


def test_nothing_is_left_out_of_what_there_is_room_for(library: Library) -> None:
    assert ties.overflow(library, "trotsky") == 0


def test_the_names_in_a_text_are_those_that_stand_in_it(library: Library) -> None:
    text = plain(TEXT)
    pack = library.pack
    expected = {
        each.id
        for each in pack.entries.values()
        if any(len(form) >= 3 and f" {form} " in f" {text} " for form in plain_forms(pack, each))
    }

    assert set(names_in(library.store, [text]).named_in(text)) == expected
    assert {"trotsky", "stalin", "comintern", "results-and-prospects"} <= expected


def test_events_are_found_by_any_words_of_a_name(library: Library) -> None:
    pack = library.pack
    for form in ("october", "congress of the comintern", "revolution", "kronstadt", "zzz"):
        expected = sorted(
            each.id
            for each in pack.entries.values()
            if each.kind is Kind.EVENT and any(f" {form} " in f" {name} " for name in plain_forms(pack, each))
        )

        assert naming.events_called(pack, form) == expected


def test_passages_are_found_up_to_a_number_the_weightiest_first(library: Library) -> None:
    every = passages_having(library.store, "number", ("fact", "summary"), ["trotsk"])

    assert passages_having(library.store, "number", ("fact", "summary"), ["trotsk"], 7) == every[:7]


def test_entries_are_found_by_what_is_in_their_names_and_by_what_is_told_of_them(library: Library) -> None:
    called = dict(called_with(library.store, Kind.EVENT, ["bolshev"]))
    events = library.pack.called(Kind.EVENT)

    assert {each for each, names in events.items() if "Bolshev" in names} <= called.keys()
    assert "october-revolution" in entries_mentioning(library.store, Kind.EVENT, ["lenin"], ("summary", "fact"), EVENTS)
    assert entries_mentioning(library.store, Kind.EVENT, ["zzz"], ("summary",), EVENTS) == []


def test_the_entries_of_a_kind_are_told_from_others(library: Library) -> None:
    asked = ("trotsky", "russia", "comintern", "nobody")

    assert library.pack.of_kind(Kind.PERSON, asked) == {"trotsky"}


def test_no_entry_is_read_whole_for_being_called_nearly_as_a_name(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = library.store.rows

    def noted(query: str, *values: object) -> list[Row]:
        asked.append(query)
        return rows(query, *values)

    monkeypatch.setattr(library.store, "rows", noted)
    meant, _ = corrected(library.store, stored_pack(library.store), "Preobrazhensyk", sound_of_name("Preobrazhensyk"))

    assert meant == "preobrazhensky"
    assert any("FROM names" in query for query in asked)
    assert none("FROM records" in query for query in asked)
