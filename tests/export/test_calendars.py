"""The timeline, read by icalendar and as a table."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.every_for_tests import every
from tests.export.readers import needs_node_package, output_of
from tests.export.samples import HOSTILE_TEXTS
from trotskyism_cli.export.calendars import for_calendar, icalendar, moments_csv
from trotskyism_cli.export.paper import TableStyle
from trotskyism_cli.library.dates.dated_facts import Moment, timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date, parse_date


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
        Moment(parse_date(dates[place % len(dates)]), fact._replace(id=f"x.{place}", text=text, note=text))
        for place, text in enumerate(HOSTILE_TEXTS * 2)
    ]


def test_a_calendar_has_no_bars_through_every_day(library: Library, hostile: list[Moment]) -> None:
    days = ("1917-10-25 OS", "1917-11", "1917-22", "1917", "1902/1940", "1918/..", "{1932-07-31,1932-11-06}")
    moments = [hostile[0]._replace(when=parse_date(each)) for each in days]

    assert [each.when.text for each in for_calendar(moments)] == [*days[:3], days[6]]
    assert 0 < len(for_calendar(timeline(library))) < len(timeline(library))


def shown_until(when: Date) -> date:
    """The day after the last on which a date stands: after the first, if no more than the month is known."""
    is_known = when.start and when.end and when.start.first == when.start.last and when.end.first == when.end.last
    return (when.last if is_known else when.first) + timedelta(days=1)


@pytest.mark.parametrize(
    ("when", "days", "told"),
    [
        ("1917-03/1917-05", ["19170301", "19170302"], "March – May 1917: "),
        ("1917-04", ["19170401", "19170402"], "April 1917: "),
        ("1917-03-08/1917-03-12", ["19170308", "19170313"], ""),
    ],
)
def test_what_is_known_by_its_months_is_no_bar_through_them(
    library: Library, when: str, days: list[str], told: str
) -> None:
    fact = library.pack.facts["october-revolution.date"]
    text = "".join(icalendar(library.pack, [Moment(parse_date(when), fact)]))

    assert re.findall(r"DT(?:START|END);VALUE=DATE:(\d+)", text) == days
    assert re.search(rf"^SUMMARY:{told}(?!.* 1917: )", text, re.MULTILINE)


def test_icalendar_reads_what_was_written(library: Library, hostile: list[Moment]) -> None:
    reader = pytest.importorskip("icalendar", reason="icalendar is not installed; make readers does")
    for moments in (timeline(library), hostile):
        calendar = reader.Calendar.from_ical("".join(icalendar(library.pack, moments)))
        events = list(calendar.walk("VEVENT"))

        dated = [(moment, when) for moment in moments for when in moment.when.parts]
        assert len(events) == len(dated) > 30
        assert len({str(event["UID"]) for event in events}) == len(events)
        for (moment, when), event in zip(dated, events, strict=True):
            start, end = event.decoded("DTSTART"), event.get("DTEND") and event.decoded("DTEND")
            if when.start and when.end:
                assert start == when.first
                assert end is None or end == shown_until(when)
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


# As in a pack on the Middle Ages, with the first and the last day that a date can have.
EARLY = (
    "0476-09-04",
    "05XX",
    "1066-21/1066-24",
    "145X/146X",
    "0987~",
    "1052-02-29 OS",
    "0800-12-25",
    "0814",
    "0001-01-01",
)


@pytest.fixture
def early(library: Library) -> list[Moment]:
    fact = next(moment.fact for moment in timeline(library) if moment.fact)
    return [Moment(parse_date(text), fact._replace(id=f"early.{place}")) for place, text in enumerate((*EARLY, "9999"))]


def read_by_icalendar(text: str) -> dict[str, tuple[date, date]]:
    reader = pytest.importorskip("icalendar", reason="icalendar is not installed; make readers does")
    events = reader.Calendar.from_ical(text).walk("VEVENT")
    return {
        str(each["UID"]): (
            each.decoded("DTSTART"),
            each.decoded("DTEND") if "DTEND" in each else each.decoded("DTSTART") + timedelta(days=1),
        )
        for each in events
    }


def read_by_ics(text: str) -> dict[str, tuple[date, date]]:
    reader = pytest.importorskip("ics", reason="ics is not installed; make readers does")
    return {each.uid: (each.begin.date(), each.end.date()) for each in reader.Calendar(text).events}


def read_by_ical_js(text: str) -> dict[str, tuple[date, date]]:
    package = needs_node_package("ical.js")
    script = f"""
      const {{ default: ICAL }} = await import({json.dumps(f"{package}/dist/ical.js")});
      const calendar = new ICAL.Component(ICAL.parse((await import("node:fs")).readFileSync(0, "utf8")));
      const day = (time) => [time.year, time.month, time.day];
      const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
      console.log(JSON.stringify(events.map((each) => [each.uid, day(each.startDate), day(each.endDate)])));
    """
    read = json.loads(output_of(["node", "--input-type=module", "-e", script], text))
    return {uid: (date(*start), date(*end)) for uid, start, end in read}


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_ics, read_by_ical_js])
def test_three_readers_see_the_days_of_every_year_and_no_end_before_its_start(
    library: Library, early: list[Moment], read: Callable[[str], dict[str, tuple[date, date]]]
) -> None:
    seen = read("".join(icalendar(library.pack, [*early, *timeline(library)])))

    assert len(seen) == len(early) + sum(len(moment.when.parts) for moment in timeline(library))
    assert every(start < end for start, end in seen.values())
    for moment in early:
        assert moment.fact is not None
        start, end = seen[f"{moment.fact.id}@{library.pack.id}.trotskyism-cli"]
        assert start == moment.when.first
        assert moment.when.last == date.max or end == shown_until(moment.when)


def test_lines_are_as_short_as_the_standard_wants_and_no_letter_is_cut(library: Library, hostile: list[Moment]) -> None:
    moments = [*timeline(library), *hostile]
    text = "".join(icalendar(library.pack, moments))

    assert text == "".join(icalendar(library.pack, moments))
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line) for line in text.encode().split(b"\r\n")) == 75


def test_the_table_has_the_same_moments_with_their_voice_and_source(library: Library) -> None:
    moments = timeline(library)
    text = "".join(moments_csv(library.pack, moments, TableStyle())).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    dated = [(moment, when) for moment in moments for when in moment.when.parts]
    assert len(rows) == len(dated)
    for (moment, when), row in zip(dated, rows, strict=True):
        assert row["when"] == when.text
        assert row["first_day"] == (when.first.isoformat() if when.start else "")
        assert row["source"]
        if moment.fact and moment.fact.according_to:
            assert row["according_to"]


def test_two_dates_are_two_events_and_nothing_between_them(library: Library) -> None:
    fact = library.pack.facts["october-revolution.date"]
    text = "".join(icalendar(library.pack, [Moment(parse_date("{1932-07-31,1932-11-06}"), fact)]))
    days = re.findall(r"DT(?:START|END);VALUE=DATE:(\d+)", text)
    ids = re.findall(r"^UID:(.*)\r$", text, re.MULTILINE)

    assert days == ["19320731", "19320801", "19321106", "19321107"]
    assert len(ids) == len({*ids}) == 2


def test_two_dates_are_two_rows_of_a_table(library: Library) -> None:
    fact = library.pack.facts["october-revolution.date"]
    told = moments_csv(library.pack, [Moment(parse_date("{1932-07-31,1932-11-06}"), fact)], TableStyle())
    rows = list(csv.DictReader(io.StringIO("".join(told).removeprefix("\ufeff"), newline="")))

    assert [(row["first_day"], row["last_day"]) for row in rows] == [("1932-07-31",) * 2, ("1932-11-06",) * 2]
    assert [row["id"] for row in rows] == [fact.id, f"{fact.id}-2"]
