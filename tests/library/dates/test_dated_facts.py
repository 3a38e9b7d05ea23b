"""Walks along time read only what they need, and find all that is there."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.every_for_tests import none
from trotskyism_cli.library import records
from trotskyism_cli.library.compiled.codec import decode_entry
from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.store import CALLED
from trotskyism_cli.pack.model import NOTABLE, Entry, Kind


@pytest.mark.parametrize("entry", ["trotsky", "permanent-revolution", "kronstadt-rebellion", "fourth-international"])
def test_the_timeline_of_an_entry_has_all_its_own_dates_and_only_such_as_are_in_the_book(
    library: Library, entry: str
) -> None:
    everything = dated_facts.timeline(library)
    own = [each for each in everything if each.fact and each.fact.subject == entry]
    found = dated_facts.timeline(library, library.pack.entries[entry].name)
    assert own
    assert set(own) <= set(found) <= set(everything)


@pytest.mark.parametrize("entry", ["trotsky", "lenin"])
def test_somebody_is_found_where_others_are_said_to_have_had_to_do_with_him(library: Library, entry: str) -> None:
    everything = dated_facts.timeline(library)
    tied = [each for each in everything if each.fact and each.fact.target == entry]
    said = [each for each in everything if each.quote and entry in (each.quote.speaker, *each.quote.about)]
    assert tied
    assert said
    assert {*tied, *said} <= set(dated_facts.timeline(library, library.pack.entries[entry].name))


def test_some_years_of_a_life_are_those_of_its_moments_that_touch_them(library: Library) -> None:
    start, end = date(1917, 1, 1), date(1921, 12, 31)
    whole = dated_facts.timeline(library, "Leon Trotsky")
    touching = [each for each in whole if any(part.first <= end and part.last >= start for part in each.when.parts)]
    assert 0 < len(touching) < len(whole)
    assert dated_facts.timeline(library, "Leon Trotsky", start, end) == tuple(touching)


@pytest.mark.parametrize("day", [date(1917, 11, 7), date(1933, 3, 5), date(1937, 8, 1)])
def test_what_goes_on_over_a_day_began_before_it_and_ended_after_it(library: Library, day: date) -> None:
    entries = library.pack.entries
    over = [
        each
        for each in dated_facts.timeline(library, "", day, day)
        if each.fact and dated_facts.lasted_over(each.when, day, day) and entries[each.subject].importance >= NOTABLE
    ]
    assert over
    assert dated_facts.going_on(library, day, day, NOTABLE) == tuple(over)


def test_the_names_of_a_kind_are_kept_beside_it(library: Library) -> None:
    kept = dict(library.pack.called(Kind.EVENT))
    events = [each for each in library.pack.entries.values() if each.kind is Kind.EVENT]
    assert kept == {each.id: CALLED.join(each.names) for each in events}


def test_the_timeline_of_a_life_reads_few_entries(shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(data: str) -> Entry:
        read.append(data)
        return decode_entry(data)

    monkeypatch.setattr(records, "decode_entry", noted)
    library = open_library(CONTENT, shared_cache)

    assert dated_facts.timeline(library, "Nikolai Bukharin")
    assert 0 < len(read) < len(library.pack.entries) / 2


def test_the_built_in_pack_has_of_no_time_more_than_there_is_room_for(library: Library) -> None:
    for year in range(1848, 2021):
        asked = read_date(str(year), date(2026, 1, 1))
        assert asked is not None
        assert dated_facts.on_date(library, asked) == dated_facts.on_date(library, asked, everything=True)
        assert not dated_facts.overflow(library, date(1848, 1, 1), date(year, 12, 31))
        assert not dated_facts.overflow(library, date(year, 1, 1), date(year, 12, 31))
        assert none(
            dated_facts.overflow(library, date(year, month, 1), date(year, month, 28)) for month in range(1, 13)
        )


def test_of_more_than_there_is_room_for_the_weightiest_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = date(1917, 1, 1), date(1917, 12, 31)
    everything = dated_facts.timeline(library, "", *span)
    monkeypatch.setattr(dated_facts, "limit_for", lambda *_: 10)
    told = dated_facts.timeline(library, "", *span, everything=False)
    ranks = {each: _weight(library, each) for each in everything}

    assert len(told) == 10
    assert dated_facts.overflow(library, *span) == len(everything) - 10
    assert min(ranks[each] for each in told) >= max(ranks[each] for each in everything if each not in told)


def test_what_is_left_out_of_a_month_of_any_year_is_counted(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = read_date("march", date(2026, 1, 1))
    assert asked is not None
    everything = dated_facts.on_date(library, asked, everything=True)
    assert dated_facts.overflow_on(library, asked) == 0

    monkeypatch.setattr(dated_facts, "MOST", 100)
    told = dated_facts.on_date(library, asked)
    assert 0 < len(told) < len(everything)
    assert dated_facts.overflow_on(library, asked) == len(everything) - len(told)


def _weight(library: Library, moment: dated_facts.Moment) -> int:
    own = moment.importance
    return 2 * own if moment.quote else own + library.pack.entries[moment.subject].importance


def test_what_went_on_is_found_by_the_days_of_its_beginning_and_its_end(library: Library) -> None:
    """By the end alone, half of all moments of a large pack would be read from their rows."""
    bounds = (date.min, date(1917, 1, 1), date(1917, 12, 31), date.max)
    plan = library.store.rows(
        f"EXPLAIN QUERY PLAN {dated_facts.GOING_ON}", *(day.toordinal() for day in bounds), NOTABLE, 10
    )
    assert "USING INDEX moments_in_order (first>? AND first<?)" in plan[0][3]
    assert "SEARCH kinds USING PRIMARY KEY" in plan[2][3]


def test_what_went_on_began_before_and_ended_after(library: Library) -> None:
    start, end = date(1919, 3, 1), date(1919, 3, 31)
    found = dated_facts.going_on(library, start, end, NOTABLE)
    entries = library.pack.entries
    assert found
    assert {each.fact.id for each in found if each.fact} == {
        fact.id
        for entry in entries.values()
        for fact in entry.facts
        if fact.date
        and not fact.negated
        and entry.importance >= NOTABLE
        and dated_facts.lasted_over(fact.date, start, end)
    }
