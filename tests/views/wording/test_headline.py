"""A sentence in as many words as one row holds."""

import re

import pytest

from tests.every_for_tests import none
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.periods.filling import facts_between
from trotskyism_cli.views.wording.headline import ROOM, headline, headline_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The printers struck", "The printers struck"),
        (
            "The printers of the town left their union; from then until 1917 they stood between the factions",
            "The printers of the town left their union",
        ),
        (
            "Ada Adler, the printers' elder sister and chief collaborator, died in the town after an operation",
            "Ada Adler died in the town after an operation",
        ),
        (
            "After the owners had banned it, the union of the printers took the name Union of the Setters",
            "The union of the printers took the name Union of the Setters",
        ),
        (
            "After the defeat in 1927 some of the printers, among them Ada Adler and her sisters, joined the union",
            "After the defeat in 1927 some of the printers joined the union",
        ),
        (
            "The owners banned eleven unions of the far left, among them the setters, the binders and the printers",
            "The owners banned eleven unions of the far left",
        ),
        (
            "The owners took Ada Adler, on her way home from the town, off her ship there and held her for a month",
            "The owners took Ada Adler, on her way home from the town, off her ship there",
        ),
    ],
)
def test_a_long_sentence_is_told_by_its_first_clause_that_stands_by_itself(text: str, told: str) -> None:
    assert headline(text) == told


def test_what_somebody_spoke_and_wrote_against_is_not_left_out() -> None:
    spoke = "In May Ada Adler, together with Emil Ebert, spoke in the hall of the union"
    text = f"{spoke} and wrote to all towns against a strike"

    assert "against a strike" in headline(text)


@pytest.mark.parametrize(
    "whole",
    [
        "In summer Adler, who since 1840 had opposed the union of the printers, joined it with all of her friends",
        "Ada Adler was tried in secret on an invented charge of conspiracy with the owners of the town, and shot",
        "After the days of May the owners outlawed the Union, a party of the setters and binders of the whole empire",
        "The Setters, the group of the printers to which Ada Adler belonged, voted in their union for a long strike",
        "The journal of the printers appeared first in St. Petersburg and in the towns of the south at the same time",
    ],
)
def test_no_headline_leaves_out_what_a_sentence_tells(whole: str) -> None:
    told = headline(whole)

    assert told.split()[-1] not in {"St", "belonged", "owners", "printers"}
    assert (told in whole) or told.startswith("The Setters voted")
    assert ("shot" in whole) is ("shot" in told)


def test_no_headline_of_the_book_stops_within_a_clause(library: Library) -> None:
    pack = library.pack
    facts = (fact for each in pack.entries for fact in pack.entries[each].facts if not fact.according_to)
    said = {fact: fact_sentence(pack, fact).removesuffix(".") for fact in facts}
    short = {headline_of(pack, fact, text): text for fact, text in said.items()}
    told = [each for each, text in short.items() if not text.endswith(each[-9:])]  # and no end that is its own

    assert len(told) > 500
    stops = re.compile(r"(?:\b(?:a|an|and|but|had|of|or|the|was|were|which|who|with)|[,;:(])$")
    assert [each for each in told if stops.search(each)] == []


def test_whose_account_it_is_stays() -> None:
    for text in (
        "By her own account of 1930 Ada Adler urged peace with the owners of the town, who had locked out the printers",
        "In the account of 1930 Ada Adler urged peace with the owners of the town, who had locked out all the printers",
        "Ada Adler urged peace with the owners of the town in the spring of that year, according to her own account",
    ):
        assert "account" in headline(text, ["Ada Adler"])


def test_a_name_stands_without_its_title() -> None:
    text = "The Trotskyist organisation Setters of the Town took another name at a conference of all the setters"

    assert headline(text, ["Setters of the Town"]).startswith("Setters of the Town took another name")
    assert headline(text.replace("organisation", "congress of the"), ["Setters of the Town"]).startswith("The ")


def test_a_death_is_told_in_short(library: Library) -> None:
    pack = library.pack
    deaths = [fact for each in pack.entries for fact in pack.entries[each].facts if _is_death(library, fact.relation)]
    told = [headline_of(pack, fact, f"died: {'A founder of the movement, ' * 4}") for fact in deaths]

    assert len(deaths) > 50
    assert max(map(len, told)) <= ROOM
    assert none(":" in each for each in told)


def _is_death(library: Library, relation: str) -> bool:
    return library.pack.relations[relation].role == Role.DIED


@pytest.mark.parametrize("year", [1917, 1919, 1927, 1936, 1938, 1940])
def test_the_rows_of_a_year_take_one_line_or_two(library: Library, year: int) -> None:
    span = parse_date(str(year))
    found = facts_between(library.pack, span.first, span.last, timeline(library, "", span.first, span.last))

    assert found
    assert sum(len(each.text) > 2 * ROOM for each in found) <= len(found) // 4
