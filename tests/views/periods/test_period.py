"""The edited view of a span of time, of the built-in pack."""

import re
from datetime import date
from itertools import pairwise

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.dates.dated_facts import SHORT, Moment, timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.axis import axis
from trotskyism_cli.screen.time.axis_rows import told_in_rows
from trotskyism_cli.screen.time.views import timeline_document
from trotskyism_cli.views.days.neighbours import neighbours
from trotskyism_cli.views.happenings.ideas import origin_of_idea
from trotskyism_cli.views.happenings.policies import policies
from trotskyism_cli.views.happenings.row import Happening, beside_date, days_of, happening_of, last_day, lasts_some_time
from trotskyism_cli.views.periods.filling import facts_between, with_facts
from trotskyism_cli.views.periods.idea import view_of_idea
from trotskyism_cli.views.periods.period import PeriodView, period_view


def _of(library: Library, name: str) -> PeriodView:
    return period_view(library.pack, timeline(library, name), around=library.resolve(name).entry or "")


def test_one_happening_is_one_row(library: Library) -> None:
    told = [each.text for each in _of(library, "trotsky").happenings]

    assert "Trotsky's entry into the Bolshevik Party" in told
    assert "Joined the Bolsheviks" not in told
    assert none(each.startswith("In exile in Alma-Ata") for each in told)


@pytest.mark.parametrize(
    ("year", "dated"),
    [
        (1905, "in 1905 Permanent revolution put forward by Trotsky"),
        (1917, "in 1917 Red Guards founded"),
    ],
)
def test_what_is_known_by_its_year_alone_does_not_seem_to_be_of_the_day_above_it(
    library: Library, year: int, dated: str
) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    view = period_view(library.pack, timeline(library, "", first, last), first, last)
    told = [words(each) for each in told_in_rows(view, 80)]
    places = [next(place for place, each in enumerate(told) if one.text[:30] in each) for one in view.happenings]
    first_dated = next(place for place, each in zip(places, view.happenings, strict=True) if each.margin)

    assert dated in [" ".join(each.split()) for each in told]
    for place, each in zip(places, view.happenings, strict=True):
        assert bool(each.margin) or place < first_dated or f" {year} " in told[place]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_bar_says_what_it_is_before_it_is_drawn(library: Library, width: int) -> None:
    span = parse_date("1917/1924")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    told = " ".join(" ".join(words(each).split()) for each in axis(view).draw(width))

    assert len(view.bars) > 4
    assert re.search("Lenin, (?:chairman of the )?Council of (?:━+ )?People's Commissars", told)
    assert re.search("Trotsky, (?:People's Commissar for )?Military and Naval Affairs", told)
    assert "…" not in told
    for bar in view.bars if width > 40 else (each for each in view.bars if each.rank > 2):
        assert bar.text.split()[-1] in told


def test_an_office_that_has_two_names_is_one_bar(library: Library) -> None:
    bars = [(bar.first.year, bar.last.year) for bar in _of(library, "trotsky").bars]

    assert len(bars) == len(set(bars))
    assert "General Secretary" in [bar.text for bar in _of(library, "stalin").bars]


def test_a_life_has_the_great_events_that_tell_of_it(library: Library) -> None:
    assert "Split of the Fourth International" in [each.text for each in _of(library, "pablo").happenings]
    assert "Moscow Trials" in [each.text for each in _of(library, "stalin").happenings]


@pytest.mark.parametrize("name", ["trotsky", "lenin", "stalin", "zinoviev"])
def test_in_a_narrow_terminal_a_life_is_told_in_order_from_the_first_line(library: Library, name: str) -> None:
    lines = [words(each) for each in axis(_of(library, name)).draw(40)]

    first = next(each for each in lines if re.search("[A-Z][a-z]", each) and "★" not in each and "Style" not in each)
    assert first.endswith("Born")
    assert none("━" in each for each in lines)
    assert every(f"{bar.first.year}–{bar.last.year}  " in "\n".join(lines) for bar in _of(library, name).bars)


def test_what_ended_in_a_later_year_says_so_in_words(library: Library) -> None:
    lines = [words(each) for each in axis(_of(library, "lenin")).draw(80)]

    assert any("Lenin's strokes, until 1923" in each for each in lines)
    assert none("May–1923" in each for each in lines)


def test_one_year_has_its_months_on_an_axis(library: Library) -> None:
    span = parse_date("1917")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    ticks, marks, *_ = ["".join(part.text for part in each) for each in axis(view).draw(40)]
    wide = words(next(iter(axis(view).draw(80))))

    assert ticks.split() == list("JFMAMJJASOND")
    assert wide.split()[-12:] == list("JFMAMJJASOND")
    assert "★" in marks[ticks.index("N") : ticks.index("D")]
    assert not marks[: ticks.index("F")].strip()


DAYS = [
    date(1, 1, 1),
    date(9999, 12, 31),
    *(date(year, month, 7) for year in range(1780, 2030, 7) for month in (2, 11)),
]


def test_what_stands_beside_a_day_is_no_farther_than_any_happening(library: Library) -> None:
    dated: dict[tuple[str, str], Happening] = {}
    for moment in timeline(library):
        told = moment.fact and (happening_of(library.pack, moment.fact) or origin_of_idea(library.pack, moment.fact))
        if each := told:
            is_body = library.pack.entries[each.entry].kind is Kind.ORGANISATION
            key = each.entry, each.text if is_body else ""
            if key not in dated or days_of(each.when) < days_of(dated[key].when):
                dated[key] = each
    happened = list(dated.values())

    def over(when: Date) -> date:
        return when.start.last if when.start and not when.end else last_day(when)

    def is_before(when: Date, day: date) -> bool:
        has_begun = lasts_some_time(when) and when.start is not None and when.start.last < day
        return over(when) < day or has_begun  # of what lasted on, the beginning is told

    for day in DAYS:
        before, after = neighbours(library, day, day)
        earlier = max((each.first for each in happened if is_before(each.when, day)), default=None)
        later = min((_begun_by(each) for each in happened if each.first > day), default=None)
        assert earlier is None or (before and earlier <= before.first)
        assert later is None or (after and _begun_by(after) <= later)
        assert before is None or is_before(before.when, day)
        assert after is None or after.first > day


def _begun_by(happening: Happening) -> date:
    """The day by which it had surely begun."""
    return happening.when.start.last if happening.when.start else happening.first


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("years", ["1917/1924", "1923/1929", "1938/1953"])
def test_a_span_of_years_is_one_screen_that_has_its_turning_points_first(
    library: Library, years: str, width: int
) -> None:
    span = parse_date(years)
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    lines = [words(line) for line in picture.draw(width)]
    told = " ".join(" ".join(lines).split())
    turns = [each for each in view.by_weight if each.is_turn]

    assert len(lines) < SCREEN
    assert max(map(len, lines)) <= width
    if width > 40:
        assert every(each.text in told for each in turns)
        seen = sorted({each.year for each in view.by_weight if each.text[:40] in told})
        assert every(later - earlier <= 4 for earlier, later in pairwise((span.first.year, *seen, span.last.year)))
    elif not all(each.text in told for each in turns):
        assert told.count("★") == sum(each.text in told for each in view.by_weight)


def test_all_of_a_span_of_years_is_told_if_everything_is_wanted(library: Library) -> None:
    span = parse_date("1917/1924")
    moments = timeline(library, "", span.first, span.last)
    view = period_view(library.pack, moments, span.first, span.last, everything=True)

    assert not view.by_weight
    assert len(view.happenings) > 40


def test_the_name_of_an_event_is_wrapped_and_not_made_another(library: Library) -> None:
    span = parse_date("1917/1924")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    long = view.bars[1]._replace(text="Formation of the bloc of those who were against all that had been said")
    drawn = [words(line) for line in axis(view._replace(bars=(long,))).draw(60)]

    told = " ".join(re.split("[━─]", line)[0].strip() for line in drawn)
    assert "Formation of the bloc of those who were against all that had been said" in told


def test_the_founding_of_a_state_goes_before_a_debate(library: Library) -> None:
    span = parse_date("1917/1924")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    told = " ".join(" ".join(words(line) for line in picture.draw(80)).split())
    texts = [each.text for each in view.by_weight]

    assert "Founding of the Soviet Union" in told
    assert texts.index("Founding of the Soviet Union") < texts.index("Trade-union debate")


def test_the_death_of_somebody_whom_one_must_know_goes_before_a_revolution_abroad(library: Library) -> None:
    span = parse_date("1938/1953")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    texts = [each.text for each in view.by_weight]

    assert texts.index("Death of Stalin") < texts.index("Bolivian Revolution")


def test_the_weightiest_of_what_lasted_is_drawn_on_a_narrow_screen(library: Library) -> None:
    span = parse_date("1917/1924")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    told = [words(line).strip() for line in picture.draw(40)]

    assert "─────━━━━━───── Russian Civil War" in told
    assert "★ 8–16 Mar 1921  Tenth Congress of the" in told


def _events(library: Library) -> list[tuple[str, Date]]:
    """The names of the events that matter, each with its date."""
    pack = library.pack
    events = [pack.entries[each] for each in library.ids_of_kind(Kind.EVENT)]
    days = [(event, pack.first_known_date(event)) for event in events if event.importance >= NOTABLE]
    return [(beside_date(event.name, when), when) for event, when in days if when and (when.year or when.is_span)]


def test_the_last_of_a_series_and_a_death_are_told_once(library: Library) -> None:
    span = parse_date("1938")
    moments = timeline(library, "", span.first, span.last)
    view = period_view(library.pack, moments, span.first, span.last)
    view = with_facts(library.pack, view, (span.first, span.last), moments, everything=False, with_words=False)
    told = [each.text for each in (*view.happenings, *view.filling)]

    assert "Trial of the Twenty-One" in told
    assert "Last of the Moscow Trials" not in told
    assert [each for each in told if each.startswith(("Bukharin", "Nikolai Bukharin"))] == [
        "Nikolai Bukharin, condemned in the third Moscow Trial, was shot"
    ]


def test_no_body_ends_before_it_began_in_the_same_year(library: Library) -> None:
    span = parse_date("1918")
    moments = timeline(library, "", span.first, span.last)
    view = period_view(library.pack, moments, span.first, span.last, everything=True)
    told = [each.text for each in view.happenings]

    assert told.index("Left Communists founded") < told.index("Left Communists came to an end")


def test_a_year_has_all_that_began_or_ended_in_it(library: Library) -> None:
    events = _events(library)

    for year in {point.year for _, when in events for point in (when.start, when.end) if point}:
        span = parse_date(str(year))
        moments = timeline(library, "", span.first, span.last)
        view = period_view(library.pack, moments, span.first, span.last, everything=True)
        told = " / ".join(
            [*(each.text.casefold() for each in view.happenings), *(bar.text.casefold() for bar in view.bars)]
        )
        renamed = {name for name, _ in events if name.startswith("Renaming of")}  # of which the new name is told
        wholes = {whole for each in view.happenings for whole in wholes_of(library.pack, each.entry)}
        series = {
            own.name for own in (library.pack.entries[each] for each in wholes) if own.plural
        }  # by the last of it
        for name, when in (each for each in events if each[0] not in renamed | series):
            began, ended = when.first.year == year, when.last.year == year and when.is_span and days_of(when) > SHORT
            known_to_year = when.end is not None and when.end.precision is Precision.YEAR and when.first.year < year
            assert name.casefold() in told or known_to_year or not (began or ended), (year, name)


@pytest.mark.parametrize("width", [40, 80])
def test_some_years_have_what_lasted_as_bars_or_as_rows(library: Library, width: int) -> None:
    span = parse_date("1930/1936")
    moments = (*timeline(library, "", span.first, span.last), *policies(library))
    view = period_view(library.pack, moments, span.first, span.last)
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    told = "\n".join(words(line) for line in picture.draw(width))

    lasting = ["Great Purge", "Moscow Trials", "Spanish Civil War", *(["Third Period"] if width > 40 else [])]
    assert every(told.count(each) == 1 for each in lasting)
    assert "End of the collectivisation" not in told  # of which no more is known than its years
    if width > 40:
        assert re.search(r"Third Period\s+◀━+─+$", told, re.MULTILINE)  # which had begun before, and ended in a year
        assert told.count("◀ since before 1930 · ▶ beyond 1936") == 1
        assert re.search("Trotsky in exile in Turkey, France, Norway +◀━+$", told, re.MULTILINE)
        assert re.search("Popular Front +─+━+▶", told)


def test_no_sign_is_explained_that_no_bar_has(library: Library) -> None:
    span = parse_date("1914/1916")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    told = "\n".join(map(words, picture.draw(80)))

    assert "beyond 1916" in told
    assert "since before" not in told


def test_the_more_that_matters_is_known_of_something_the_more_it_matters(library: Library) -> None:
    span = parse_date("1934/1936")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    ordered = [each.text for each in view.by_weight]

    assert ordered.index("Murder of Kirov") < ordered.index("Minneapolis teamsters' strikes")
    assert ordered.index("Minneapolis teamsters' strikes") < ordered.index("Popular Front's victory in Spain")


def test_what_everybody_should_know_is_notable_even_if_nobody_need_know_its_year(library: Library) -> None:
    span = parse_date("1936/1938")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    ranks = {each.text: each.rank for each in view.happenings}

    assert ranks["The Revolution Betrayed published"] == NOTABLE


def test_what_has_a_bar_in_a_year_has_no_row_and_its_first_day_beside_the_bar(library: Library) -> None:
    span = parse_date("1936")
    view = period_view(library.pack, timeline(library, "", span.first, span.last), span.first, span.last)
    told, bars = ([each.text for each in rows] for rows in (view.happenings, view.bars))

    assert "Trial of the Sixteen" in told
    assert none("Moscow Trials" in each for each in told)  # which have a bar, with the day of their beginning
    assert "Moscow Trials, from 19 Aug" in bars


def test_the_policies_and_offices_of_some_years_are_drawn(library: Library) -> None:
    span = parse_date("1917/1924")
    moments = (*timeline(library, "", span.first, span.last), *policies(library))
    bars = [f"{bar.text}, {bar.note}" for bar in period_view(library.pack, moments, span.first, span.last).weighty_bars]

    assert {"New Economic Policy, ", "War Communism, ", "Stalin, General Secretary"} <= {*bars[:7]}


def test_what_ended_in_a_later_year_has_the_old_style_of_its_first_day(library: Library) -> None:
    moments = timeline(library, "lenin")
    _, picture = timeline_document("It", period_view(library.pack, moments, around="lenin", everything=True)).blocks
    assert isinstance(picture, Picture)
    drawn, piped = (" ".join(map(words, lines)) for lines in (picture.draw(120), picture.words))

    assert "First Russian Revolution (9 January Old Style), until 1907" in " ".join(drawn.split())
    assert "First Russian Revolution (9 January 1905 – 3 June 1907 Old Style)" in piped


def _year(library: Library, year: str) -> PeriodView:
    span = parse_date(year)
    moments = timeline(library, "", span.first, span.last)
    view = period_view(library.pack, moments, span.first, span.last)
    return view._replace(filling=tuple(facts_between(library.pack, span.first, span.last, moments)))


@pytest.mark.parametrize("lines", [12, 16, 24])
@pytest.mark.parametrize("width", [40, 80])
def test_a_year_is_filled_up_with_what_else_is_dated(library: Library, width: int, lines: int) -> None:
    view = _year(library, "1936")
    _, picture = timeline_document("1936", view, lines=lines).blocks
    assert isinstance(picture, Picture)
    drawn = " ".join(" ".join(map(words, picture.draw(width))).split())
    told = [each for each in view.filling if each.text in drawn]

    happened = [each for each in view.happenings if each.text in drawn]
    assert len(happened) == len(view.happenings) or not told
    assert len(picture.draw(width)) < lines or not told
    left = len(view.filling) - len(told) + len(view.happenings) - len(happened)
    assert not left or "more happening" in drawn
    told_whole = [each.whole or each.text for each in (*view.happenings, *view.filling)]
    assert every(any(each in words(row) for row in picture.words) for each in told_whole)  # in which nothing is cut
    if lines == 24 and width == 80:
        assert "Kamenev, Zinoviev and Smirnov were shot" in drawn


def test_what_fills_a_year_is_of_that_year_and_tells_no_happening_again(library: Library) -> None:
    view = _year(library, "1917")
    facts = {each.fact.id for each in view.happenings}

    assert view.filling
    for each in view.filling:
        assert each.when.first.year == each.when.last.year == 1917
        assert each.fact.id not in facts
        assert not each.fact.according_to


def _span(library: Library, years: str, *, everything: bool = False) -> PeriodView:
    span = parse_date(years)
    moments = (*timeline(library, "", span.first, span.last), *policies(library))
    return period_view(library.pack, moments, span.first, span.last, everything=everything)


def _screen(view: PeriodView, width: int) -> list[str]:
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    return [words(line) for line in picture.draw(width)]


def test_stays_abroad_that_followed_each_other_are_one_and_none_is_lost(library: Library) -> None:
    moments = timeline(library, "trotsky")
    whole = period_view(library.pack, moments, around="trotsky", everything=True)
    bars = [each.text for each in whole.bars]

    assert "In exile in Turkey, France (1933), Norway (1935), Mexico (1937)" in bars
    assert "In exile in Vienna, Paris (1914)" in bars


def test_what_lasted_beyond_some_years_of_a_life_is_not_lost(library: Library) -> None:
    first, last = date(1933, 1, 1), date(1937, 12, 31)
    moments = timeline(library, "trotsky", first, last)
    view = period_view(library.pack, moments, first, last, around="trotsky")
    bars = {each.text: (each.is_begun, each.is_open) for each in view.bars}

    assert bars["In exile in Turkey, France (1933), Norway (1935), Mexico (1937)"] == (True, True)
    assert "Moscow Trials" in [each.text for each in view.happenings]


@pytest.mark.parametrize("years", ["1917/1924", "1930/1936", "1923/1929"])
def test_what_is_left_out_is_counted_and_all_of_it_is_told(library: Library, years: str) -> None:
    told = _screen(_span(library, years), 80)
    found = re.match(r"(\d+) more happenings?(?: and (\d+) bars?)?:", told[-1])
    view, whole = _span(library, years), _span(library, years, everything=True)
    bars = {bar.fact for bar in view.bars if bar.text in " ".join(told)}
    drawn = sum(each.fact.id in bars or each.text in " ".join(" ".join(told).split()) for each in view.by_weight)
    every = {each.fact.id for each in (*view.happenings, *view.rest)} | {bar.fact for bar in view.bars}

    assert found
    assert sum(map(int, found.groups("0"))) == len(view.by_weight) - drawn
    assert every == {each.fact.id for each in whole.happenings} | {bar.fact for bar in whole.bars}


def test_a_narrow_screen_says_how_many_bars_it_leaves_out(library: Library) -> None:
    def left(width: int) -> int:
        found = re.search(r" and (\d+) bars", _screen(_span(library, "1917/1924"), width)[-1])
        return int(found[1]) if found else 0

    assert 0 < left(80) < left(40)


def test_an_idea_that_was_put_forward_and_the_testament_are_turning_points(library: Library) -> None:
    told = "\n".join(_screen(_span(library, "1917/1924"), 80))

    turns = [each.text for each in _span(library, "1917/1924").by_weight if each.is_turn]

    assert {"Socialism in One Country put forward by Stalin", "Lenin's Testament written"} <= {*turns}
    assert re.search("Dec +Socialism in One Country put forward by Stalin", told)
    assert re.search("23 Dec – 4 Jan +Lenin's Testament written", told)
    assert "Lenin's Testament" in "\n".join(_screen(_of(library, "stalin"), 80))


def test_of_what_appeared_in_several_years_the_last_stands_behind_it(library: Library) -> None:
    told = "\n".join(_screen(_span(library, "1930/1936"), 80))

    assert "History of the Russian Revolution published, until 1933" in told
    assert "published 1931" not in told  # a year that stands before it


def test_a_bar_is_weak_where_only_the_year_is_known(library: Library) -> None:
    told = "\n".join(_screen(_span(library, "1917/1924"), 80))

    assert re.search(r"^Russian Civil War +─+━+─+$", told, re.MULTILINE)
    assert re.search(r"^Trotsky, Military and Naval Affairs +━+▶$", told, re.MULTILINE)
    assert "─ day unknown" in told


def test_a_year_has_bars_of_what_began_in_it_and_those_shot_together_in_one_row(library: Library) -> None:
    told = "\n".join(_screen(_year(library, "1936"), 80))

    assert re.search("^Spanish Civil War, from 17 Jul +━+▶$", told, re.MULTILINE)
    assert re.search("^Trotsky in exile in Norway, until Dec +◀━+$", told, re.MULTILINE)
    assert "General Secretary" not in told  # which says nothing of that year
    assert re.search("25 Aug +Kamenev, Zinoviev and Smirnov were shot", told)


def test_what_somebody_put_forward_he_did_not_only_support(library: Library) -> None:
    for name, told in (("stalin", "Put forward Socialism in One Country"), ("lenin", "New Economic Policy begun")):
        texts = [each.text for each in (*_of(library, name).happenings, *_of(library, name).rest)]
        assert told in texts
        assert none(each.startswith("Supported") for each in texts)


def test_a_party_that_was_outlawed_did_not_end(library: Library) -> None:
    texts = [each.text for each in _span(library, "1917", everything=True).happenings]

    assert "Constitutional Democratic Party outlawed" in texts
    assert "Constitutional Democratic Party ended" not in texts


def test_the_axis_of_an_idea_leaves_out_what_was_decades_before_all_else(library: Library) -> None:
    view, _ = view_of_idea(library, "permanent-revolution", timeline(library, "permanent revolution"))
    ticks, marks, *_ = _screen(view, 80)

    assert ticks.split()[0] == "1905"
    assert marks.startswith(" ◂ 1850 ")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("1932-01-01", "1932-12-31", "1932-07-31"),
        ("1933-01-01", "1933-12-31", "1933-03-05"),
        ("1932-01-01", "1933-12-31", "{1932-07-31,1933-03-05}"),
        ("1932-08-01", "1933-01-01", ""),
    ],
)
def test_of_two_dates_those_within_a_span_are_told(library: Library, start: str, end: str, told: str) -> None:
    fact = library.pack.facts["october-revolution.date"]._replace(object=parse_date("{1932-07-31,1933-03-05}"))
    moments = [Moment(parse_date("{1932-07-31,1933-03-05}"), fact)]
    view = period_view(library.pack, moments, date.fromisoformat(start), date.fromisoformat(end))

    assert [each.when.text for each in view.happenings] == ([told] if told else [])


def test_a_series_ends_with_its_last_and_not_with_its_end(library: Library) -> None:
    year = parse_date("1923")
    told = [
        each.text
        for each in period_view(
            library.pack, timeline(library, "", year.first, year.last), year.first, year.last
        ).happenings
    ]

    assert "Last of Lenin's strokes" in told
    assert none(each.startswith("End of Lenin") for each in told)


def test_of_a_year_what_governed_comes_before_what_was_only_said_or_began(library: Library) -> None:
    first, last = date(1917, 1, 1), date(1917, 12, 31)
    weighed = period_view(library.pack, timeline(library, "", first, last), first, last).by_weight
    order = [each.fact.id for each in weighed]

    assert {"provisional-government.founded", "sovnarkom.founded"} <= set(order[:12])
    assert order.index("sovnarkom.founded") < order.index("lenin-no-better-bolshevik-meeting.date")
    assert order.index("sovnarkom.founded") < order.index("bukharin.editor")
