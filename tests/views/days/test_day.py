"""What is told of a day, without that day in each of its sentences."""

import re
from datetime import date

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.dates.dated_facts import on_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Precision, parse_date
from trotskyism_cli.pack.model import ESSENTIAL, Kind
from trotskyism_cli.screen.document import words
from trotskyism_cli.screen.time.days import dated_rows
from trotskyism_cli.views.days.day import day_view
from trotskyism_cli.views.days.meanwhile import meanwhile
from trotskyism_cli.views.days.neighbours import neighbours
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.row import beside_date
from trotskyism_cli.views.wording.beside_date import without_date

MONTHS_IN_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
IN_SHORT = "|".join(MONTHS_IN_SHORT)

LIVES = ("born", "died")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 7 November 1917 the printers struck.", "The printers struck."),
        ("The printers struck on 7 November 1917.", "The printers struck."),
        ("Late on 7 November 1917 the printers struck.", "Late that day the printers struck."),
        ("Early on 7 November 1917, the printers struck.", "Early that day, the printers struck."),
        ("The printers of Kazan, once loyal, struck on 7 November 1917.", "The printers of Kazan, once loyal, struck."),
        ("The printers struck on 7 November 1917, in protest.", "The printers struck in protest."),
        ("The printers struck on 7 November 1917; they won.", "The printers struck; they won."),
        ("The strike, on 7 November 1917 (25 October Old Style), for bread failed.", "The strike for bread failed."),
        (
            "The strike of 7 November 1917 (25 October Old Style) by which they won failed.",
            "The strike by which they won failed.",
        ),
        ("The order of 7 November 1917 was kept.", "The order of that day was kept."),
        ("It was a strike that began on 7 November 1917.", None),
        ("He died at Kazan, the town to which he had been moved on 7 November 1917.", None),
        ("They were allies; on 7 November 1917, once the war was won, they broke.", None),
        ("He led the Circle, from 7 November 1917 the League, of printers.", None),
        ("They had won shorter hours; it fell on 7 November 1917.", None),
        ("Rising of the printers and crew on 7 November 1917.", "Rising of the printers and crew."),
        ("He founded a paper and fell on 7 November 1917.", None),
        ("The printers struck on 7 November 1917, when bread was dear.", None),
        ("On 7 November 1917 and the next day the printers struck.", None),
        ("He wrote: “The printers struck on 7 November 1917.”", None),
    ],
)
def test_a_date_goes_only_where_the_main_clause_is_left(text: str, told: str | None) -> None:
    assert without_date(text, parse_date("1917-11-07")) == (told or text)


def test_no_month_tells_a_sentence_of_which_the_end_went_with_its_date(library: Library) -> None:
    def told(month: str) -> str:
        return " ".join(row for rows in _day(library, month).values() for row in rows)

    assert "to which he had been moved in May 1923." in told("may 1923")
    assert "against the Whites; in November 1920, once General Wrangel" in told("november 1920")
    assert "the Spartacus Group, from November 1918 the Spartacus League" in told("november 1918")
    assert "it fell in June 1937." in told("june 1937")
    assert "which took power in November 1917" in told("november 1917")


def _day(library: Library, day: str) -> dict[str, list[str]]:
    """What is told of a day, under its headings."""
    asked = read_date(day, date.max)
    assert asked
    view = day_view(library.pack, asked, on_date(library, asked))
    return {head: [f"{row.margin} {row.text}".strip() for row in rows] for head, rows in view.groups}


def test_every_event_is_told_on_its_first_and_its_last_day(library: Library) -> None:
    pack = library.pack
    events = [pack.entries[each] for each in library.ids_of_kind(Kind.EVENT)]
    ends = [
        (beside_date(event.name, when), point.first)
        for event in events
        if (when := pack.first_known_date(event))
        for point in (when.start, when.end)
        if point and point.precision is Precision.DAY
    ]

    assert len(ends) > len(events) // 2
    for name, day in ends:
        told = " / ".join(_day(library, day.isoformat()).get("", ()))
        assert name.casefold() in told.casefold(), (name, day)


def test_a_day_has_also_what_lasted_over_it(library: Library) -> None:
    assert _day(library, "22 june 1941")["Meanwhile"] == ["1 Sep 1939 – 2 Sep 1945 Second World War"]
    assert "1936–1938 Great Purge" in _day(library, "december 1937")["Meanwhile"]


def test_a_day_has_what_else_is_known_to_have_gone_on(library: Library) -> None:
    day = date(1936, 7, 17)

    told = [f"{row.margin} {row.text}" for row in meanwhile(library, day, day)]

    assert told[-2:] == ["1935–1939 Popular Front", "Jun 1935 – Dec 1936 Trotsky in exile in Norway"]


def test_of_one_passage_one_quotation_is_told_that_is_not_doubtful(library: Library) -> None:
    said = [row for row in _day(library, "15 march 1921")[""] if ": “" in row]

    assert len(said) == 1
    assert "Doubtful" not in said[0]


def test_what_began_on_a_day_says_until_when_it_lasted(library: Library) -> None:
    [war] = _day(library, "17 july 1936")[""]
    [year] = [row for row in _day(library, "1939")[""] if "Spanish" in row]

    assert war.startswith(
        "Beginning of the Spanish Civil War (until 1 April 1939): The Spanish Civil War began with a "
    )
    assert year == "1 Apr End of the Spanish Civil War (from 17 July 1936)"


def test_what_ended_in_a_month_stands_where_it_ended_and_every_row_has_a_date(library: Library) -> None:
    told = _day(library, "march 1921")
    rows = told[""]

    assert rows[0].startswith("1–18 Mar Kronstadt rebellion: ")
    assert rows[1].startswith("8–16 Mar Tenth Congress of the Russian Communist Party: replaced grain requisitioning ")
    days = [row for row in rows if row[0].isdigit()]
    assert days[-1] == "18 Mar End of the Polish–Soviet War (from 1919)"
    assert rows[len(days)].startswith("Mar Introduction of the New Economic Policy: ")
    assert rows[-1].startswith("Mar End of the trade-union debate (from November 1920): ")
    assert every(" Jan " in f" {row}" for row in _day(library, "january 1918")["Said and argued"])


def test_what_an_event_of_a_month_tells_is_not_told_beside_it(library: Library) -> None:
    also = _day(library, "march 1921")["Also in that time"]

    assert none(told in row for row in also for told in ("dissolved all factions", "moved the sailors"))


def test_what_ended_on_a_day_stands_behind_what_happened_on_it(library: Library) -> None:
    for day in ("1939-04-01", "1945-09-02", "1794-07-27", "1938-03-13"):
        ended = [row.startswith("End of") for row in _day(library, day).get("", ())]
        assert ended == sorted(ended), day


def test_what_began_in_the_month_of_a_day_is_not_before_that_day(library: Library) -> None:
    def before(day: str) -> str:
        asked = read_date(day, date.max)
        assert asked
        assert asked.when
        found, _ = neighbours(library, asked.when.first, asked.when.last)
        return found.text if found else ""

    assert before("2 september 1945") == "August Revolution in Vietnam"
    assert before("1 october 1945") == "Saigon rising"


def test_a_day_of_any_year_has_what_began_or_ended_on_it(library: Library) -> None:
    for day in ("17 july", "1 april"):
        assert any("Spanish Civil War" in row for row in _day(library, day)[""])


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("october 1920", "split at their Halle congress"),  # only the sentence has the date
        ("august 1936", "25 Aug Lev Kamenev, condemned in the first Moscow Trial, was shot."),
        ("august 1936", "25 Aug Grigory Zinoviev, condemned in the first Moscow Trial, was shot."),
        ("25 august 1936", "Zinoviev"),
        ("april 1922", "Stalin was General Secretary"),  # the beginning of thirty years
        ("march 1926", "chairman of the Petrograd"),  # the end of nine
    ],
)
def test_a_month_has_what_began_and_ended_in_it_and_what_only_a_sentence_dates(
    library: Library, when: str, told: str
) -> None:
    assert any(told in row for rows in _day(library, when).values() for row in rows)


def test_an_end_that_no_sentence_tells_is_no_row(library: Library) -> None:
    told = " ".join(row for rows in _day(library, "january 1924").values() for row in rows)

    assert "was renamed Leningrad" in told
    assert "the Russian name Petrograd" not in told  # until then, but that sentence is of 1914


def test_on_a_narrow_screen_the_weightiest_events_are_told_and_of_the_others_the_names(library: Library) -> None:
    asked = read_date("march 1921", date.max)
    assert asked
    view = day_view(library.pack, asked, on_date(library, asked))
    shown = "\n".join(map(words, dated_rows(view.groups[0][1]).draw(40)))

    assert "Kronstadt rebellion. Rising" in shown
    assert "Mar: March Action in Germany\n" in shown
    assert "proposed by Lenin" not in shown
    assert shown.count("\n") < 23
    assert "Mar: End of the trade-union debate" in shown


def test_what_is_dated_to_a_month_happened_in_it(library: Library) -> None:
    told = _day(library, "december 1924")

    assert any("Dec Stalin put forward Socialism in One Country" in row for row in told[""])
    assert none("Stalin's doctrine of December 1924" in row for rows in told.values() for row in rows)


def test_a_day_of_several_events_tells_each_in_a_sentence_and_its_date_once(library: Library) -> None:
    [october, *others] = _day(library, "7 november 1917")[""]

    assert october.endswith("of the Soviet, which Trotsky directed.")
    assert any(row.startswith("That night the Menshevik Julius Martov") for row in others)
    assert none("7–8 November" in row for row in others)


def test_the_nearest_happening_stands_beside_a_day(library: Library) -> None:
    def beside(day: str) -> tuple[str, ...]:
        asked = read_date(day, date.max)
        assert asked
        assert asked.when
        return tuple(each.text for each in neighbours(library, asked.when.first, asked.when.last) if each)

    assert beside("june 1936")[1] == "Spanish Civil War"
    assert beside("7 november 1917")[0] == "Military Revolutionary Committee founded"
    assert beside("december 1924")[1].startswith("Mikhail Frunze succeeded Trotsky as People's Commissar for War")
    assert beside("december 1924")[1].endswith("head of the Red Army")  # its month stands beside it


def test_a_life_that_few_know_stands_beside_a_day_only_where_nothing_else_is_near(library: Library) -> None:
    for day in ("22 january 1905", "16 august 1903"):
        asked = read_date(day, date.max)
        assert asked
        assert asked.when
        beside = neighbours(library, asked.when.first, asked.when.last)
        lives = {each.entry for each in beside if each and library.pack.relations[each.fact.relation].role in LIVES}

        assert beside[0]
        assert beside[1]
        assert {each for each in lives if library.pack.entries[each].importance < ESSENTIAL} == set()


def _year(library: Library, text: str) -> dict[str, tuple[DayRow, ...]]:
    asked = read_date(text, date(2026, 1, 1))
    assert asked
    return dict(day_view(library.pack, asked, on_date(library, asked)).groups)


def test_a_year_has_its_great_events_first_and_what_was_written_last(library: Library) -> None:
    groups = _year(library, "1917")

    assert [row.name for row in groups[""]] == ["February Revolution", "October Revolution"]
    assert [*groups][-3:] == ["In the course of the year", "Written and published", "Said and argued"]
    assert none(row.margin == "" for row in groups["Month by month"])
    assert any("State and Revolution" in row.text for row in groups["Written and published"])


def test_of_a_happening_of_a_year_there_is_one_row(library: Library) -> None:
    rows = [row for head, group in _year(library, "1917").items() if head != "Said and argued" for row in group]
    joined = [row for row in rows if row.margin == "8–16 Aug" and "Trotsky" in row.text.partition(":")[0]]

    assert [row.name for row in joined] == ["Trotsky's entry into the Bolshevik Party"]
    assert sum("Platform" in row.text for row in _year(library, "1927")[""]) <= 1


@pytest.mark.parametrize("year", ["1905", "1917", "1927", "1933", "1953"])
def test_a_year_begins_with_something_that_has_a_date(library: Library, year: str) -> None:
    rows = _year(library, year)[""]

    assert rows
    assert every(row.margin for row in rows)


def test_a_year_has_the_great_things_of_its_months(library: Library) -> None:
    told = [row for rows in _day(library, "1914").values() for row in rows]

    assert "4 Aug The Social Democrats in the German Reichstag voted for the war credits." in told


@pytest.mark.parametrize("year", [1905, 1914, 1917, 1919, 1921, 1927, 1933, 1938, 1953])
def test_under_each_heading_of_a_year_stands_first_what_has_no_month(library: Library, year: int) -> None:
    asked = read_date(str(year), date.max)
    assert asked
    for head, rows in day_view(library.pack, asked, on_date(library, asked)).groups:
        has_month = [bool(row.margin) for row in rows]
        months = [MONTHS_IN_SHORT.index(found[0]) for row in rows if (found := re.search(IN_SHORT, row.margin))]

        assert has_month == sorted(has_month), head
        assert months == sorted(months), head


def test_what_was_argued_is_dated_by_the_month_that_its_sentence_names(library: Library) -> None:
    [told] = [row for row in _day(library, "1933")["Said and argued"] if "could no longer be reformed" in row]

    assert told.startswith("Jul After Hitler's victory")


def test_each_row_of_a_decade_has_its_year(library: Library) -> None:
    asked = read_date("1930s", date.max)
    assert asked
    view = day_view(library.pack, asked, on_date(library, asked))
    [(head, rows)] = view.groups

    assert not head
    assert every(re.search(r"\b19[23]\d\b", row.margin) for row in rows)
    assert view.years[0] == 1930


def test_a_name_that_ended_on_the_day_of_another_is_not_told_beside_that(library: Library) -> None:
    told = _day(library, "august 1914")[""]

    assert sum("Petrograd" in row for row in told) == 1
    assert none("later the capital of" in row for row in told)


@pytest.mark.parametrize(
    ("day", "in_both"), [("14 july 1789", False), ("25 october 1917", True), ("3 march 1861", True)]
)
def test_only_a_day_that_the_book_has_in_both_calendars_is_given_in_both(
    library: Library, day: str, in_both: bool
) -> None:
    asked = read_date(day, date.max)
    assert asked

    assert day_view(library.pack, asked, on_date(library, asked)).in_both is in_both


def test_a_month_after_the_old_calendar_has_nothing_of_the_next(library: Library) -> None:
    assert none("Kornilov" in row for row in _day(library, "march 1918")[""])
    assert none("Mandel" in row for rows in _day(library, "march 1923").values() for row in rows)
    assert "" not in _day(library, "25 february 1921")  # the Kronstadt rebellion began on 28 February
    assert any("October Revolution" in row for row in _day(library, "october 1917")[""])


def test_what_dates_something_keeps_its_date() -> None:
    text = "The union dates, under another name, from 1956."

    assert without_date(text, parse_date("1956")) == text


def test_a_year_is_told_in_order_of_time(library: Library) -> None:
    rows = [row for row in _day(library, "1945")[""] if row]
    told = [next(place for place, row in enumerate(rows) if each in row) for each in ("30 Apr", "May", "Aug", "23 Sep")]

    assert told == sorted(told)


def test_a_month_has_nothing_that_its_sentence_tells_of_another_month(library: Library) -> None:
    def told(month: str) -> str:
        return " ".join(row for rows in _day(library, month).values() for row in rows)

    assert "the first cabinet of the Provisional Government" not in told("may 1917")
    assert "brought him down in May 1917" in told("may 1917")


def test_on_a_day_of_any_year_the_great_event_comes_first_and_the_calendar_is_named(library: Library) -> None:
    asked = read_date("25 october", date.max)
    assert asked
    rows = [row for _, group in day_view(library.pack, asked, on_date(library, asked)).groups for row in group]
    of_1917 = [row for row in rows if "1917" in row.margin]

    assert "October Revolution" in of_1917[0].text
    [in_new_style] = [row for row in of_1917 if row.margin == "25 Oct 1917"]
    assert in_new_style.text.startswith("(12 October Old Style) ")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("3 april 1922", "From that day Stalin was General Secretary"),  # dated from a month on, for thirty years
        ("10 february 1918", "neither war nor peace"),  # dated by two months
        ("8 october 1917", "elected chairman of the Petrograd Soviet"),  # by a year
        ("17 september 1939", "Soviet troops entered"),  # by another day
        ("9 november 1918", "proclaimed"),  # its year stands before it in the sentence
        ("4 november 1918", "broke out at Kiel"),  # of two days
        ("8 november 1917", "On the night of 7–8 November Vladimir Antonov-Ovseenko"),  # of a night
        ("25 september 1917", "elected chairman of the Petrograd Soviet"),  # in Old Style
        ("14 july", "Bastille"),  # of any year
        ("october 1917", "resolved on an armed rising"),
        ("march 1917", "Order No. 1"),
        ("july 1917", "the offensive that Alexander Kerensky"),
        ("november 1927", "Trotsky made his last public speech"),
    ],
)
def test_a_day_has_what_a_sentence_writes_out_for_it_whatever_that_is_dated(
    library: Library, day: str, told: str
) -> None:
    assert any(told.casefold() in row.casefold() for rows in _day(library, day).values() for row in rows)


def test_a_month_says_how_much_else_there_is_that_is_of_no_day(library: Library) -> None:
    asked = read_date("november 1917", date.max)
    assert asked
    view = day_view(library.pack, asked, on_date(library, asked))

    assert view.left


def test_what_ended_on_a_day_is_told_before_what_only_its_sentence_dates(library: Library) -> None:
    [ended] = [row for row in _day(library, "15 july 1927")[""] if "Kuomintang" in row]

    assert ended.startswith("End of the Kuomintang–Communist alliance")


def _of_day(library: Library, text: str) -> list[str]:
    """The rows of what happened on a day."""
    asked = read_date(text, date(2026, 1, 1))
    assert asked
    (_, rows), *_ = day_view(library.pack, asked, on_date(library, asked)).groups
    return [row.text for row in rows]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("14 November 1916", "made his speech Stupidity or Treason in the State Duma."),
        ("23 August 1939", "signed in Moscow that day, with a secret protocol"),
        ("8 November 1917", "In the Soviet government formed that day Stalin was"),
    ],
)
def test_the_day_in_the_heading_is_in_no_sentence(library: Library, day: str, told: str) -> None:
    rows = " ".join(_of_day(library, day))

    assert told in rows
    assert f"on {day}" not in rows


def test_one_happening_of_a_day_is_told_once(library: Library) -> None:
    abdication, murder = (_of_day(library, day) for day in ("15 March 1917", "30 August 1918"))

    assert none(row.startswith(("Nicholas II was tsar", "The Provisional Government was formed")) for row in abdication)
    assert sum("Nicholas II abdicated, and leading" in row for row in abdication) == 1
    assert sum(row.startswith("Moisei Uritsky was") for row in murder) == 1


def test_a_speech_is_given(library: Library) -> None:
    before, _ = neighbours(library, date(1917, 3, 8), date(1917, 3, 8))

    assert before
    assert before.text.endswith("speech given")
