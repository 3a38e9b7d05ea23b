"""The edited view of a life, of the built-in pack: alliances once, turning points first, an axis that tells."""

import re

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.views import timeline_document
from trotskyism_cli.views.happenings.entry_history import lifetime
from trotskyism_cli.views.periods.period import PeriodView, period_view

PEOPLE = ("stalin", "lenin", "trotsky", "bukharin", "zinoviev", "nin", "cannon")


def _of(library: Library, name: str) -> PeriodView:
    return period_view(library.pack, timeline(library, name), around=library.resolve(name).entry or "")


def _screen(library: Library, name: str, width: int) -> list[str]:
    _, picture = timeline_document("It", _of(library, name)).blocks
    assert isinstance(picture, Picture)
    return [words(each) for each in picture.draw(width)]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_life_is_one_screen_from_birth_to_death(library: Library, name: str, width: int) -> None:
    lines = _screen(library, name, width)
    life = lifetime(library.pack.entries[library.resolve(name).entry or ""])
    told = "\n".join(lines)

    assert life
    assert len(lines) < SCREEN
    assert max(map(len, lines)) <= width
    assert "Born" in told
    assert str(life[1].year) in told
    assert "--all" in told or not _of(library, name).rest


@pytest.mark.parametrize("width", [40, 80])
def test_an_alliance_is_told_once(library: Library, width: int) -> None:
    told = " ".join(" ".join(_screen(library, "stalin", width)).split())

    assert len(re.findall("Bukharin", told)) == 1
    assert len(re.findall("Zinoviev", told)) <= 1


@pytest.mark.parametrize("width", [40, 80])
def test_a_life_has_its_turning_points(library: Library, width: int) -> None:
    told = " ".join(" ".join(_screen(library, "stalin", width)).split())

    for each in ("General Secretary", "Great Purge", "Death of Stalin"):
        assert each in told
    assert width < 80 or "collective farms by force" in told
    assert "Pravda article" not in told


@pytest.mark.parametrize("name", ["stalin", "lenin", "trotsky", "zinoviev"])
def test_the_axis_of_a_life_begins_where_it_tells_something_and_its_bars_have_their_years(
    library: Library, name: str
) -> None:
    lines, view = _screen(library, name, 80), _of(library, name)

    assert lines[0].strip().startswith(f"◂ {view.first_year}")
    assert min(map(int, re.findall(r"\d{4}", lines[0])[1:])) > view.first_year + 10
    assert every(re.search(r"\d{4}–(?:c\. )?\d{4}", each) for each in lines if "━" in each)


def test_what_somebody_became_in_some_years_stands_at_their_end(library: Library) -> None:
    of_1929 = [each.text for each in _of(library, "stalin").happenings if each.year == 1929]

    assert of_1929[-1] == "Became sole leader"


def test_a_violent_death_is_called_so(library: Library) -> None:
    assert any(each.text == "Murdered" for each in _of(library, "luxemburg").happenings)


def test_what_somebody_did_goes_before_what_others_did_and_what_only_was_meanwhile(library: Library) -> None:
    lenin, stalin = ("\n".join(_screen(library, name, 80)) for name in ("lenin", "stalin"))

    for each in ("Lenin's return to Russia", "Founding of the Communist International", "Lenin's Testament written"):
        assert each in lenin
    assert "August Bloc" not in lenin  # which others made, after what he had done
    assert "Alexander" not in lenin
    for each in (
        "Drove the peasants into collective farms",
        "Put forward Socialism in One Country",
        "Lenin's Testament",
    ):
        assert each in stalin
    assert stalin.index("Death of Lenin") < stalin.index("Socialism in One Country")


@pytest.mark.parametrize("name", ["lenin", "trotsky"])
def test_of_what_somebody_founded_nothing_is_told_after_his_death(library: Library, name: str) -> None:
    life = lifetime(library.pack.entries[library.resolve(name).entry or ""])
    told = [moment for moment in timeline(library, name) if moment.fact and moment.fact.relation == "ended"]

    assert life
    assert every(moment.when.first <= life[1] for moment in told)
    assert any(moment.when.first > life[1] for moment in timeline(library, "comintern")) or name != "lenin"


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", PEOPLE)
def test_the_name_of_an_office_is_never_cut(library: Library, name: str, width: int) -> None:
    assert none("…" in each for each in _screen(library, name, width))


def test_an_old_style_date_takes_no_second_line(library: Library) -> None:
    lines = _screen(library, "lenin", 80)

    assert any(each.endswith("October Revolution (25 October Old Style)") for each in lines)
    assert any(each.endswith("Split of the Russian Social Democrats") for each in lines)
    assert any(each.startswith("Dates in New Style") for each in lines)


STAYS = "Turkey, France (1933), Norway (1935), Mexico (1937)"


@pytest.mark.parametrize(
    ("name", "stay"), [("lenin", "Switzerland"), ("lenin", "Siberia, Germany (1900)"), ("trotsky", STAYS)]
)
def test_where_somebody_lived_in_exile_is_no_place_to_which_he_was_exiled(
    library: Library, name: str, stay: str
) -> None:
    bars = [bar.text for bar in _of(library, name).bars]

    assert f"In exile in {stay}" in bars
    assert none(each.startswith("Exiled") for each in bars)
