"""The edited view of the life of a body or a country, of the built-in pack."""

import re
from functools import cache
from itertools import pairwise

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.bodies.lifespan import life_of_body
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import ESSENTIAL, Kind
from trotskyism_cli.screen.document import Picture, Title, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.time.organisation_life import body_document
from trotskyism_cli.views.bodies.body import body_view
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.bodies.view import BodyView
from trotskyism_cli.views.happenings.row import last_day
from trotskyism_cli.views.wording.headline import death_in_short

pytestmark = pytest.mark.long

BODIES = ("left opposition", "comintern", "fourth international", "bolsheviks", "mensheviks", "cpsu", "red army")
COUNTRIES = ("bolivia", "vietnam", "china", "russia", "ceylon", "germany")
OF_KIND = "SELECT entry FROM kinds WHERE kind = ?"


@cache
def _all_of(library: Library, kind: Kind) -> dict[str, BodyView]:
    """The views of those of a kind of which anything is told."""
    views = {each: body_view(library, each) for each in library.store.column(OF_KIND, kind)}
    return {each: view for each, view in views.items() if view.rows}


@cache  # most names are looked at in several ways
def _of(library: Library, name: str) -> BodyView:
    return body_view(library, library.resolve(name).entry or "")


def _texts(library: Library, name: str) -> list[str]:
    return [row.happening.text for row in _of(library, name).rows]


def _lines(view: BodyView, width: int, lines: int = SCREEN) -> list[str]:
    document = body_document("It", view, ("timeline", "it"), lines)
    [picture] = [block for block in document.blocks if isinstance(block, Picture)]
    return [words(each) for each in picture.draw(width)]


def test_a_faction_has_the_events_in_which_it_took_part(library: Library) -> None:
    view, told = _of(library, "left opposition"), " / ".join(_texts(library, "left opposition"))

    assert (view.first_year, view.last_year) == (1923, 1938)
    assert told.startswith("Declaration of the Forty-Six; Left Opposition founded")
    for event in (
        "Thirteenth Conference",
        "Platform of the Opposition",
        "Expulsion of Trotsky",
        "Fifteenth Congress",
    ):
        assert event in told
    assert "International Left Opposition" in [each.text for each in view.lasting]  # in which it went on
    assert _of(library, "international left opposition").after[0] == "1933 became the International Communist League"
    assert "Fourth International" not in told
    assert "ounded by" not in told  # that it was founded is told already


def test_an_international_has_its_own_years_and_policies(library: Library) -> None:
    view, told = _of(library, "comintern"), _texts(library, "comintern")

    assert (view.first_year, view.last_year) == (1919, 1943)
    assert view.before == ("1889 Second International",)
    assert {
        "German October",
        "Chinese Revolution of the 1920s",
        "The Communist International adopted the Popular Front",
    } <= set(told)
    assert "The International Communist League split off" in told
    assert none("Second International" in each for each in told)


def test_an_international_has_what_it_did_to_the_chief_person_and_its_end_but_no_numbers(library: Library) -> None:
    view, party = _of(library, "comintern"), _of(library, "cpsu")
    told = [row.happening.text for row in view.rows if row in view.by_weight()[:14]]

    assert any("Trotsky" in row.happening.text for row in party.by_weight()[:14])
    assert told[-1] == "Communist International dissolved"
    assert none("seven world congresses" in row.happening.text for row in view.rows)


@pytest.mark.parametrize(
    ("country", "there", "elsewhere"),
    [
        ("france", "French Revolution", "Saigon rising"),
        ("spain", "May Days of Barcelona", "Assassination of Trotsky"),
        ("soviet union", "Twentieth Congress", "Split of the Socialist Workers Party"),
        ("soviet union", "Secret Speech", "International Socialists"),
        ("united states", "Communist League of America founded", "Trotsky's return to Russia"),
        ("mexico", "Trotsky in exile in Mexico", "Great Purge"),
        ("germany", "German October", "Lenin's return to Russia"),
    ],
)
def test_a_country_has_what_was_there_and_not_what_only_speaks_of_it(
    library: Library, country: str, there: str, elsewhere: str
) -> None:
    told = " / ".join(_texts(library, country))

    assert there in told
    assert elsewhere not in told


def test_an_axis_begins_where_much_happened(library: Library) -> None:
    view = _of(library, "britain")
    ticks, *rows = _lines(view, 80)

    assert "1640" not in ticks
    assert any("◂ 1640" in row for row in rows)


def test_what_an_event_was_is_told_once(library: Library) -> None:
    told = _texts(library, "fourth international")

    assert sum("ounding" in each or "founded" in each for each in told) == 1
    assert "Assassination of Trotsky" in told
    assert sum("xpulsion of the French" in each or "xpelled the" in each for each in told) == 1


@pytest.mark.parametrize("kind", [Kind.ORGANISATION, Kind.PLACE])
def test_nothing_is_told_outside_of_a_life_and_all_in_order(library: Library, kind: Kind) -> None:
    assert _all_of(library, kind)
    for own_id, view in _all_of(library, kind).items():
        years = [row.happening.year for row in view.rows]
        assert years == sorted(years)
        if kind is Kind.ORGANISATION:
            first, last = life_of_body(library.pack, own_id)
            assert every(first.year <= row.happening.year <= last.year for row in view.rows)
            assert every(row.is_event or last_day(row.happening.when).year <= last.year for row in view.rows)


@pytest.mark.parametrize("name", [*BODIES, *COUNTRIES])
@pytest.mark.parametrize("width", [40, 80])
def test_a_life_is_seen_at_once(library: Library, name: str, width: int) -> None:
    view = _of(library, name)
    lines = _lines(view, width)

    assert len(lines) <= SCREEN - 1
    assert max(map(len, lines)) <= width
    if not any("--all" in each for each in lines):
        told = " ".join(" ".join(lines).split())
        assert every(row.is_sentence or row.happening.text[:20] in told or _is_bar(view, row) for row in view.rows)


def _is_bar(view: BodyView, row: Row) -> bool:
    return any(each.text in row.happening.text for each in view.lasting)


@pytest.mark.parametrize("lines", [19, 23, 29])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_screen_is_filled(library: Library, width: int, lines: int) -> None:
    view = _of(library, "soviet union")
    drawn = _lines(view, width, lines)

    assert lines - 3 <= len(drawn) < lines


def test_turning_points_come_first_and_a_life_to_its_end(library: Library) -> None:
    view = _of(library, "soviet union")
    turns = [row for row in view.rows if row.happening.rank >= ESSENTIAL]
    first = view.by_weight()[: len(turns) + 5]

    assert every(row in first for row in turns)
    assert any(row.happening.year > 1950 for row in first)


def test_the_axis_has_a_mark_for_what_is_not_told(library: Library) -> None:
    view = _of(library, "soviet union")
    few, many = _lines(view, 80, 14), _lines(view, 80, 90)

    assert len(few) < len(many)
    [marks_of_few, marks_of_many] = [
        next(each for each in drawn if re.fullmatch("[ ★•·]*[★•·]", each)) for drawn in (few, many)
    ]
    assert "·" in marks_of_few
    assert "·" not in marks_of_many
    assert re.sub("[•★]", "·", marks_of_few) == re.sub("[•★]", "·", marks_of_many)


@pytest.mark.parametrize(("name", "event"), [("spain", "Spanish Civil War"), ("soviet union", "Great Purge")])
def test_what_lasted_is_a_bar(library: Library, name: str, event: str) -> None:
    assert any(
        re.match(rf"{event} +(\d{{4}}–\d{{4}} )?━+( \d{{4}}–\d{{4}})?$", each)
        for each in _lines(_of(library, name), 80)
    )
    assert none("━" in each for each in _lines(_of(library, name), 40))


@pytest.mark.parametrize("width", [40, 80])
def test_the_years_before_an_axis_are_named(library: Library, width: int) -> None:
    assert any(each.startswith(" ◂ 1789") for each in _lines(_of(library, "france"), width))


def test_those_who_led_a_body_and_its_policies_are_bars_and_no_rows(library: Library) -> None:
    wide, narrow = (" / ".join(_lines(_of(library, "comintern"), width)) for width in (80, 40))

    for bar in (
        r"Chaired by Zinoviev [━─]+ 1919–1926 ",
        r"Led by Bukharin +[━─]+ 1926–c. 1928 ",
        r"Third Period +─+━+─+ 1928–1934 ",
    ):
        assert re.search(bar, wide)
    assert wide.count("Zinoviev") == wide.count("Third Period") == 1
    assert "━" not in narrow


def test_the_halves_of_a_body_are_bars_and_no_war_is(library: Library) -> None:
    drawn = _lines(_of(library, "fourth international"), 80)

    assert any(re.match("International Committee +from 1953 ━+▶$", each) for each in drawn)
    assert any(re.match("International Secretariat +━+$", each) for each in drawn)
    assert none(each.startswith("Second World War") for each in drawn)


def test_a_bar_of_which_the_years_are_known_does_not_begin_before_the_life_of_a_body(library: Library) -> None:
    drawn = _lines(_of(library, "left opposition"), 80)
    [led] = [each for each in drawn if each.startswith("Led by Trotsky")]
    [marked] = [each for each in drawn if each.lstrip().startswith("★") and "•" in each]

    assert led.index("━") == marked.index("★")


@pytest.mark.parametrize("name", ["left opposition", "fourth international", "comintern", "spain"])
def test_what_is_a_bar_on_a_wide_screen_is_named_on_a_narrow_one_and_in_plain_text(library: Library, name: str) -> None:
    view = _of(library, name)
    barred = {each for drawn in _lines(view, 80) if (each := drawn.partition("━")[0]) != drawn}
    named = {re.split(" {2,}| (?:from )?\\d{4}", each.strip())[0] for each in barred if each.strip()}
    narrow = " ".join(" ".join(_lines(view, 40, lines=1000)).split())
    piped = plain_text(body_document("It", view, ("timeline", "it")))

    assert named
    assert every(each in narrow and each in piped for each in named)


def test_halves_without_a_bar_are_rows_by_their_years_after_what_founded_them(library: Library) -> None:
    piped = plain_text(body_document("It", _of(library, "fourth international"), ("timeline", "it")))

    assert piped.index("Founding of the Fourth") < piped.index("1938–1963: International Secretariat")
    assert piped.index("Split of the Fourth") < piped.index("from 1953: International Committee")
    assert "United Opposition\n" not in piped


def test_who_was_murdered_in_a_country_has_a_row_and_what_was_founded_abroad_has_none(library: Library) -> None:
    told = _texts(library, "germany")

    assert any("Rosa Luxemburg and Karl Liebknecht were murdered there" in each for each in told)
    assert none("Communist League" in each or "Rakovsky" in each for each in told)
    assert sum("Nin" in each and "urder" in each for each in _texts(library, "spain")) == 1


@pytest.mark.parametrize("name", COUNTRIES)
def test_at_most_a_third_of_the_rows_tell_what_somebody_thought(library: Library, name: str) -> None:
    told = _texts(library, name)

    assert 3 * sum(bool(re.search("argued|blamed|concluded", each)) for each in told) <= len(told)


def test_an_expulsion_goes_before_a_numbered_congress(library: Library) -> None:
    narrow, wide = ("\n".join(_lines(_of(library, "left opposition"), width)) for width in (40, 80))

    assert "Expulsion of Trotsky" in wide
    assert "Congress" not in narrow + wide
    assert "from then on" not in narrow
    assert "Repression of the Left Opposition, from then on" in wide


def test_a_country_has_what_happened_there(library: Library) -> None:
    assert _texts(library, "bolivia")[0] == "Trotskyists of Bolivia founded"
    assert {"Shanghai massacre", "Chinese Revolution of the 1920s"} <= set(_texts(library, "china"))
    assert "Socialist Labour League founded" not in _texts(library, "bolivia")
    assert "Smashing of Vietnamese Trotskyism" in _texts(library, "vietnam")
    assert "Lanka Sama Samaja Party founded" in _texts(library, "ceylon")


def test_a_body_is_not_begun_by_an_event_of_its_month_alone(library: Library) -> None:
    told = _texts(library, "provisional government")

    assert "Provisional Government founded" in told
    assert "February Revolution; Petrograd Soviet founded" in _texts(library, "petrograd soviet")


def test_a_name_that_another_body_has_too_is_not_looked_for(library: Library) -> None:
    told = _texts(library, "international socialists")  # whose later name was that of the American party

    assert none("American Socialist Workers Party" in each or "Cannon" in each for each in told)
    assert "Expulsion of the French majority" not in _texts(library, "cpsu")


def test_what_is_disputed_keeps_its_mark(printers: Library) -> None:
    assert "The Free Union split off (disputed)" in _texts(printers, "union")


def test_something_is_told_of_every_row_on_the_smallest_screen(library: Library) -> None:
    views = [view for view in _all_of(library, Kind.PLACE).values() if len(view.rows) > 1]

    assert every(each.strip() for view in views for each in _lines(view, 20, 9)[1:4] if each)


@pytest.mark.parametrize(
    ("name", "when", "said"),
    [
        ("spain", "1936-07", "taking over factories and land"),
        ("spain", "1939", "The Nationalists won"),
        ("china", "1925-05-30", "shooting of demonstrators in Shanghai"),
        ("china", "1927-12", "Canton Commune"),
        ("mexico", "1937-12", "declared the first two Moscow Trials frame-ups"),
    ],
)
def test_where_little_is_told_the_course_of_its_events_is(library: Library, name: str, when: str, said: str) -> None:
    rows = [row.happening for row in _of(library, name).rows if row.is_sentence]

    assert any(said in each.text and each.when.text == when for each in rows)


def test_where_much_is_told_the_course_of_its_events_is_not(library: Library) -> None:
    own = {fact.id for event in ("great-purge", "collectivisation") for fact in library.pack.entries[event].facts}

    assert not own & {row.happening.fact.id for row in _of(library, "soviet union").rows if row.is_sentence}


def test_an_event_is_not_told_again_in_a_sentence(library: Library) -> None:
    told = " / ".join(_texts(library, "spain"))

    assert "Murder of Nin" in told
    assert "Alexander Orlov" not in told
    assert "began with a rising of generals" not in told


@pytest.mark.parametrize("width", [40, 80])
def test_what_fills_a_screen_is_told_in_its_headline(library: Library, width: int) -> None:
    view = _of(library, "china")
    told = " ".join(" ".join(_lines(view, width)).split())
    course = [row.short or row.happening.text for row in view.rows if row.is_course]

    assert any(each in told for each in course)
    for each in course:
        assert each in told or each[:25] not in told


def test_an_alliance_is_a_bar_and_what_happened_elsewhere_meanwhile_is_none(library: Library) -> None:
    lines = _lines(_of(library, "left opposition"), 80)

    assert any(re.match("United Opposition +━+ 1926–1927$", each) for each in lines)
    assert none("Spanish Civil War" in each and "━" in each for each in lines)


@pytest.mark.parametrize("width", [40, 80])
def test_what_matters_most_of_a_long_time_without_a_turning_point_is_told(library: Library, width: int) -> None:
    lines = SCREEN + (width < 80)  # there the note on the rest takes two lines
    told = " ".join(" ".join(_lines(_of(library, "soviet union"), width, lines)).split())

    for event in (
        "October Revolution",
        "Founding of",
        "Death of Lenin",
        "Great Purge",
        "22 Jun" if width > 40 else "German–Soviet pact",  # where there is room for no second line
        "Death of Stalin",
        "End of",
    ):
        assert event in told


def test_on_a_narrow_screen_the_old_style_makes_room_and_the_calendar_is_told_once(library: Library) -> None:
    narrow, wide = (_lines(_of(library, "soviet union"), width) for width in (40, 80))

    assert any(each.startswith("New Style · ") for each in narrow)
    assert none("Old Style" in each for each in narrow)
    assert any("(25 October Old Style)" in each for each in wide)
    assert sum("Dates in New Style" in each for each in wide) == 1


@pytest.mark.parametrize("name", [*BODIES, *COUNTRIES, "soviet union", "spain", "poum", "socialist workers party"])
def test_what_is_known_by_its_year_alone_stands_last_or_behind_what_it_followed(library: Library, name: str) -> None:
    rows = [row.happening for row in _of(library, name).rows]

    last = [(each, then) for each, then in pairwise(rows) if each.is_bare and not (each.is_turn or each.after)]
    behind = [(before, each) for before, each in pairwise(rows) if each.is_bare and each.after]

    assert [each.text for each, then in last if then.year == each.year and not then.is_bare] == []
    assert [each.text for before, each in behind if before.place > each.place] == []
    assert rows


@pytest.mark.parametrize(
    ("name", "first", "then"),
    [
        ("china", "The Kuomintang", "A rising of the Communists in Canton"),
        ("china", "Trotsky blamed Stalin", "A rising of the Communists in Canton"),
        ("spain", "May Days of Barcelona", "After Barcelona's May Days"),
        ("bolsheviks", "Split of the Russian Social Democrats", "Bolsheviks founded"),
        ("bolsheviks", "Bolsheviks founded", "Led by Lenin"),
        ("socialist workers party", "Socialist Workers Party founded", "Led by Cannon"),
    ],
)
def test_a_cause_stands_before_what_came_of_it(library: Library, name: str, first: str, then: str) -> None:
    told = _texts(library, name)
    places = [next(place for place, text in enumerate(told) if text.startswith(each)) for each in (first, then)]

    assert places == sorted(places)


def test_the_month_that_a_sentence_names_is_known(library: Library) -> None:
    told = [row.happening for row in _of(library, "china").rows if row.happening.text.startswith("A rising of")]

    assert [each.margin for each in told] == ["Dec"]


def test_what_became_of_a_body_is_said_in_the_words_of_the_book(library: Library) -> None:
    assert "Red Army renamed the Soviet Army" in _texts(library, "red army")


@pytest.mark.parametrize("name", ["red army", "left opposition"])
def test_free_lines_of_a_body_tell_what_names_it_or_its_leaders(library: Library, name: str) -> None:
    course = [row.happening for row in _of(library, name).rows if row.is_course]

    assert none(each.fact.according_to for each in course)
    assert none(each.text.startswith(("Hunger", "In Pravda", "Kronstadt sailors")) for each in course)


def test_on_a_narrow_screen_what_lasted_in_a_country_comes_before_its_parts_and_gaps(library: Library) -> None:
    told = " ".join(" ".join(_lines(_of(library, "soviet union"), 40)).split())

    assert "Collectivisation of Soviet agriculture" in told
    assert "Great Purge" in told
    assert "End of the Soviet Union" in told
    assert every(len(each) <= 40 for each in _lines(_of(library, "soviet union"), 40))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("After the rising, Rosa Luxemburg and Karl Liebknecht were murdered", "Murder of Rosa Luxemburg and …"),
        ("Called red, Rosa Luxemburg and Karl Liebknecht were murdered", "Murder of Rosa Luxemburg and …"),
        ("Lev Kamenev, condemned in August, was shot", ""),
        ("Kamenev was shot with Zinoviev", "Execution of Kamenev"),
        ("The Luxembourg Gardens were bought", ""),
    ],
)
def test_who_was_killed_can_be_said_in_short(text: str, short: str) -> None:
    assert death_in_short(text) == short.replace("…", "Karl Liebknecht")


@pytest.mark.parametrize("width", [40, 80])
def test_what_was_done_to_somebody_is_told_where_there_is_little_room(library: Library, width: int) -> None:
    told = " ".join(" ".join(_lines(_of(library, "germany"), width)).split())

    assert width < 80 or "Murder of Rosa Luxemburg and Karl Liebknecht" in told
    assert "Liebknecht were murdered" not in told
    assert "Peace of Brest-Litovsk" in told
    assert "was for signing" not in told


def test_the_end_of_a_body_that_matters_little_makes_no_room_for_itself(library: Library) -> None:
    ordered = [row.happening.text for row in _of(library, "germany").by_weight()]
    murder = next(each for each in ordered if "Liebknecht were murdered" in each)

    assert ordered.index(murder) < ordered.index("Communist Party of Germany banned")


def test_the_sum_of_some_events_is_no_row_beside_them(library: Library) -> None:
    china = [row for row in _of(library, "china").rows if not row.is_aside]
    of_1927 = [row.happening.text for row in china if row.happening.year == 1927]

    assert "Shanghai massacre" in of_1927
    assert none(each.startswith("The Kuomintang, first") for each in of_1927)
    assert sum("12 Apr" in row.happening.margin for row in china) == 1


def test_an_event_of_years_is_told_once(library: Library) -> None:
    _, picture = body_document("It", _of(library, "france"), ("timeline", "it")).blocks
    assert isinstance(picture, Picture)

    for drawn in (picture.draw(40), picture.draw(80)):
        assert sum("French Revolution" in words(each) for each in drawn) == 1


@pytest.mark.parametrize("country", ["germany", "china", "france"])
def test_all_of_a_country_is_every_row_in_words(library: Library, country: str) -> None:
    view = _of(library, country)
    told = plain_text(body_document("It", view, ("timeline", country), everything=True))

    assert country == "france" or any(row.is_aside for row in view.rows)
    assert every(f"{row.happening.text}\n" in told for row in view.rows)


def test_a_pipe_counts_what_is_told_aside(library: Library) -> None:
    view = _of(library, "china")
    asides = [row.happening.text for row in view.rows if row.is_aside]
    told = plain_text(body_document("It", view, ("timeline", "china"), everything=True, with_asides=False))

    assert none(f"{each}\n" in told for each in asides)
    assert f"{len(asides)} opinion" in told


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", ["britain", "france", "left socialist revolutionaries", "spain"])
def test_no_row_says_only_who_did_something(library: Library, name: str, width: int) -> None:
    _, picture = body_document("It", _of(library, name), ("timeline", "it")).blocks
    assert isinstance(picture, Picture)
    told = " ".join(" ".join(map(words, picture.draw(width))).split())

    assert "…" not in told
    for who, did in (("British Independent Labour", "broke with"), ("on their Central Committee's", "killed the")):
        assert told.count(who) <= told.count(did)


def test_the_offices_of_a_country_are_drawn_in_it(library: Library) -> None:
    _, picture = body_document("Germany", _of(library, "germany"), ("timeline", "it")).blocks
    assert isinstance(picture, Picture)

    assert any(re.match("Hitler, Chancellor +━+ 1933–1945$", words(each)) for each in picture.draw(80))


def test_a_body_that_was_outlawed_and_went_on_is_not_outlawed_at_its_end(library: Library) -> None:
    assert "POUM came to an end" in _texts(library, "poum")


def test_beside_its_date_an_event_does_not_name_that(library: Library) -> None:
    texts = [row.happening.text for name in ("soviet union", "united states") for row in _of(library, name).rows]

    assert any(each.startswith("Minneapolis ") for each in texts)
    assert none(re.search(r"^Minneapolis .* of 19\d\d", each) for each in texts)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", ["germany", "china", "soviet union", "left opposition"])
def test_it_is_said_how_many_of_what_is_left_out_are_marked(library: Library, name: str, width: int) -> None:
    *above, more = _lines(_of(library, name), width)
    found = re.search(r"(\d+) more happenings? \((?:(\d+) )?shown as ·\)", " ".join([*above[-2:], more]))
    marks = sum(line.count("·") for line in above if re.search("[•★]", line) and not re.search("[a-z]", line))

    assert marks == int((found[2] or found[1]) if found else 0)


@pytest.mark.parametrize("width", [40, 80])
def test_a_screen_that_is_nearly_empty_has_what_is_told_aside_too(library: Library, width: int) -> None:
    view = _of(library, "kronstadt")
    told = " ".join(_lines(view, width))

    assert len([row for row in view.rows if not row.is_aside]) < 4
    assert any(row.is_aside for row in view.rows)
    assert "Kronstadt sailors demanded" in told
    assert "more happening" not in told


def test_with_all_rows_the_title_has_all_years(library: Library) -> None:
    view = _of(library, "germany")
    title = body_document("It", view, ("timeline",), everything=True).blocks[0]

    assert isinstance(title, Title)
    assert title.tag.startswith(str(min(row.happening.year for row in view.rows)))


def test_the_leadership_of_a_later_time_is_drawn(library: Library) -> None:
    assert any(
        re.search("Led by Pablo +━+ 1946–1960", each) for each in _lines(_of(library, "fourth international"), 80)
    )
