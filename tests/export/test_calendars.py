"""The timeline, read by icalendar and as a table."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.export.samples import HOSTILE_TEXTS
from trotskyism_cli.export.calendars import OCTETS, icalendar, moments_csv
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.walks import DISTANT, Moment, timeline
from trotskyism_cli.pack.dates import parse_date


@pytest.fixture
def hostile(library: Library) -> list[Moment]:
    fact = next(moment.fact for moment in timeline(library) if moment.fact)
    dates = (
        "1917-10-25 OS",
        "../1907-05",
        "1918/..",
        "16XX",
        "192X",
        "1922/1924",
        "1926-24",
        "1906?",
        "9999",
        "0001-01-01",
    )
    return [
        Moment(parse_date(dates[place % len(dates)]), replace(fact, id=f"x.{place}", text=text, note=text))
        for place, text in enumerate(HOSTILE_TEXTS * 2)
    ]


def test_icalendar_reads_what_was_written(library: Library, hostile: list[Moment]) -> None:
    reader = pytest.importorskip("icalendar", reason="icalendar is not installed; make readers does")
    for moments in (timeline(library), hostile):
        calendar = reader.Calendar.from_ical("".join(icalendar(library.pack, moments)))
        events = list(calendar.walk("VEVENT"))

        assert len(events) == len(moments) > 30
        assert len({str(event["UID"]) for event in events}) == len(events)
        for moment, event in zip(moments, events, strict=True):
            start, end = event.decoded("DTSTART"), event.get("DTEND") and event.decoded("DTEND")
            if moment.when.start and moment.when.end:
                assert start == max(moment.when.first, DISTANT)
                assert end is None or end == moment.when.last + timedelta(days=1)
            if moment.fact and moment.fact.note:
                assert " ".join(moment.fact.note.split()) in " ".join(str(event["DESCRIPTION"]).split())


def test_a_day_before_1970_and_in_old_style_is_the_gregorian_day_with_both_in_words(library: Library) -> None:
    reader = pytest.importorskip("icalendar", reason="icalendar is not installed; make readers does")
    fact = next(moment.fact for moment in timeline(library) if moment.fact)
    text = "".join(icalendar(library.pack, [Moment(parse_date("1917-10-25 OS"), fact)]))
    event = next(iter(reader.Calendar.from_ical(text).walk("VEVENT")))

    assert event.decoded("DTSTART") == date(1917, 11, 7)
    assert event.decoded("DTEND") == date(1917, 11, 8)
    assert "7 November 1917 (25 October Old Style)" in str(event["DESCRIPTION"])


def test_lines_are_as_short_as_the_standard_wants_and_no_letter_is_cut(library: Library, hostile: list[Moment]) -> None:
    moments = [*timeline(library), *hostile]
    text = "".join(icalendar(library.pack, moments))

    assert text == "".join(icalendar(library.pack, moments))
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line) for line in text.encode().split(b"\r\n")) <= OCTETS


def test_the_table_has_the_same_moments_with_their_voice_and_source(library: Library) -> None:
    moments = timeline(library)
    text = "".join(moments_csv(library.pack, moments)).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(rows) == len(moments)
    for moment, row in zip(moments, rows, strict=True):
        assert row["when"] == moment.when.text
        assert row["first_day"] == (moment.when.first.isoformat() if moment.when.start else "")
        assert row["source"]
        if moment.fact and moment.fact.according_to:
            assert row["according_to"]
