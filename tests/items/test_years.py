"""In which year was it: asked once for one happening, and not where the year is what tells it from others."""

from dataclasses import replace

import pytest

from tests.items.conftest import with_entry
from trotskyism_cli.items.families.dates import years
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack


def asked(pack: Pack) -> set[str]:
    return {ask.evidence[0] for ask in years(build_index(pack))}


def with_event(pack: Pack, name: str, date: str, *aliases: str) -> Pack:
    """The pack with an event of this name, on this day."""
    model = next(fact for fact in pack.facts.values() if fact.relation == "happened")
    fact = replace(model, id="made.date", subject="made", object=parse_date(date), text="")
    event = Entry("made", Kind.EVENT, name, "It happened.", article="the", aliases=aliases, facts=(fact,))
    return with_entry(pack, event)


@pytest.mark.parametrize(
    ("name", "date", "both"),
    [
        ("founding of the Committee of Public Safety", "1793-04-06", False),
        ("founding of the Committee of Public Safety", "1795-04-06", True),  # another, or another's word: no twin
        ("dissolution of the Committee of Public Safety", "1793-04-06", True),
    ],
)
def test_the_year_of_a_founding_is_asked_for_once(revolution: Pack, name: str, date: str, both: bool) -> None:
    found = asked(with_event(revolution, name, date))

    assert "committee.founded" in found
    assert ("made.date" in found) == both


@pytest.mark.parametrize(("aliases", "wanted"), [((), True), (("Split of 1792",), False)])
def test_what_is_told_from_others_by_its_year_is_not_asked_for_it(
    revolution: Pack, aliases: tuple[str, ...], wanted: bool
) -> None:
    found = asked(with_event(revolution, "split of the Gironde", "1792-05-04", *aliases))

    assert ("made.date" in found) == wanted


def test_the_built_in_years_are_asked_for_once(built_in: Pack) -> None:
    found = asked(built_in)

    assert "fourth-international.founded" in found
    assert "founding-of-the-fourth-international.date" not in found
    assert "split-of-1953.date" not in found
