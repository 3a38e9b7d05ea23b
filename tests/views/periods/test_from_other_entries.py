"""What fills the spans, lives and ideas of which little is told by themselves, of the built-in pack."""

import re
from datetime import date

import pytest

from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.views import timeline_document
from trotskyism_cli.views.periods.filling import with_facts
from trotskyism_cli.views.periods.from_other_entries import with_what_is_told_elsewhere
from trotskyism_cli.views.periods.idea import view_of_idea
from trotskyism_cli.views.periods.period import PeriodView, period_view


def _lines(view: PeriodView, width: int = 80) -> list[str]:
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    return [words(each) for each in picture.draw(width)]


def _told(view: PeriodView, width: int = 80) -> str:
    return " ".join(" ".join(_lines(view, width)).split())


def _span(
    library: Library, years: tuple[int, int], *, everything: bool = False, with_words: bool = False
) -> PeriodView:
    start, end = date(years[0], 1, 1), date(years[1], 12, 31)
    moments = timeline(library, "", start, end)
    view = period_view(library.pack, moments, start, end, everything=everything)
    return with_facts(library.pack, view, (start, end), moments, everything=everything, with_words=with_words)


def _life(library: Library, name: str) -> PeriodView:
    own_id = library.resolve(name).entry
    assert own_id
    return with_what_is_told_elsewhere(
        library, own_id, period_view(library.pack, timeline(library, name), around=own_id)
    )


def _idea(library: Library, name: str) -> PeriodView:
    own_id = library.resolve(name).entry
    assert own_id
    view, _ = view_of_idea(library, own_id, timeline(library, name))
    return with_what_is_told_elsewhere(library, own_id, view)


@pytest.mark.parametrize(
    ("years", "happened"),
    [
        ((1914, 1916), "4 Aug The Social Democrats in the German Reichstag voted for the war credits"),
        ((1789, 1900), "28 Sep The First International was founded in London"),
        ((1964, 2020), "Jun Entry of the LSSP into the government of Ceylon"),  # and no death before it
        ((2000, 2026), "Fifteenth World Congress adopted new statutes"),
    ],
)
def test_a_span_of_which_little_is_told_is_filled_with_what_weighs_most(
    library: Library, years: tuple[int, int], happened: str
) -> None:
    view = _span(library, years)

    assert happened in _told(view)
    assert len(_lines(view)) < SCREEN


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("years", [(1914, 1916), (1964, 2020), (1789, 1900)])
def test_a_span_says_how_much_more_there_is_than_it_has_room_for(
    library: Library, years: tuple[int, int], width: int
) -> None:
    view, whole = _span(library, years), _span(library, years, everything=True, with_words=True)
    more = re.search(r"(\d+) more happening", _told(view, width))

    assert more
    assert int(more[1]) <= len(whole.happenings)
    assert "more happening" not in _told(whole, width)


def test_all_of_a_span_has_all_who_died_in_it(library: Library) -> None:
    pack, start, end = library.pack, date(1964, 1, 1), date(2020, 12, 31)
    told = _told(_span(library, (1964, 2020), everything=True))
    people = [pack.entries[each] for each in library.ids_of_kind(Kind.PERSON)]
    died = [
        person.name
        for person in people
        for fact, when in pack.known_dates(person)
        if pack.relations[fact.relation].role == Role.DIED and start <= when.first and when.last <= end
    ]

    assert len(died) > 20
    assert [name for name in died if name not in told] == []


def test_what_is_argued_in_a_span_is_no_happening_of_it(library: Library) -> None:
    told = _told(_span(library, (2000, 2026), everything=True))

    assert " argued " not in told
    assert told.count("Leon Trotsky and World War One") <= 1


@pytest.mark.parametrize(
    ("name", "happened"),
    [
        ("cannon", "Communist League of America founded"),
        ("cannon", "The History of American Trotskyism published"),
        ("mandel", "Reunification congress of the Fourth International"),
        ("natalia sedova", "received Trotsky and Natalia Sedova at Tampico"),
        ("tony cliff", "Set out his theory of bureaucratic state capitalism"),
    ],
)
def test_a_life_of_which_little_is_told_has_what_is_told_with_his_name(
    library: Library, name: str, happened: str
) -> None:
    assert happened in _told(_life(library, name))


def test_a_life_has_no_event_of_another_one_of_that_surname(library: Library) -> None:
    strikes = "minneapolis-strikes-1934"  # which Grant Dunne led, among others

    assert any("Grant Dunne" in fact_sentence(library.pack, fact) for fact in library.pack.entries[strikes].facts)
    assert strikes not in {each.entry for each in _life(library, "ted grant").happenings}
    assert "Minneapolis" not in _told(_life(library, "ted grant"))


def test_a_life_of_which_much_is_told_is_not_filled(library: Library) -> None:
    assert not _life(library, "trotsky").filling


@pytest.mark.parametrize(
    ("name", "happened"),
    [
        ("stalinism", "Great Purge"),
        ("stalinism", "Moscow Trials"),
        ("permanent revolution", "7 Nov October Revolution"),
    ],
)
def test_an_idea_has_the_events_of_the_chapters_on_it(library: Library, name: str, happened: str) -> None:
    assert happened in _told(_idea(library, name))


def test_an_alliance_of_people_is_no_event_of_the_idea_that_they_opposed(library: Library) -> None:
    assert "Alliance of Stalin" not in _told(_idea(library, "permanent revolution"))


@pytest.mark.parametrize("name", ["stalinism", "permanent revolution", "state capitalism"])
def test_the_years_of_an_idea_are_those_of_its_rows(library: Library, name: str) -> None:
    view = _idea(library, name)
    years = [each.year for each in (*view.happenings, *view.filling)]

    assert view.first_year == min(years)


@pytest.mark.parametrize("years", [(1905, 1905), (1917, 1917), (1917, 1924), (1923, 1929), (1930, 1935)])
def test_each_year_stands_once_beside_its_rows(library: Library, years: tuple[int, int]) -> None:
    lines = [each for each in _lines(_span(library, years)) if re.match(r" \d{4} ", each)]
    labels = [each[:5] for each in lines]

    assert labels
    assert len(labels) == len({*labels})


def test_what_followed_something_in_a_year_stands_behind_it_with_its_year_alone(library: Library) -> None:
    lines = _lines(_span(library, (1905, 1905)))
    [place] = [at for at, each in enumerate(lines) if "Permanent revolution put forward" in each]

    assert re.match(r" +in 1905 +(?:★ +)?Permanent", lines[place])
    assert re.match(r" (?:1905)? +\d+(?:–\d+)? [A-Z][a-z]{2} ", lines[place - 1])


def test_what_came_after_a_death_is_not_told_before_it(library: Library) -> None:
    assert "After the death of" not in _told(_life(library, "marx"))
