"""What answers questions about the printers, on a screen of 80 and of 40 columns, and piped."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.every_for_tests import none
from tests.golden_for_tests import check
from tests.screen.test_document import drawn
from trotskyism_cli.library.bodies.descent import descent
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.dates.dated_facts import on_date, timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.quotations import quote_groups
from trotskyism_cli.library.ties.chains import chain
from trotskyism_cli.library.ties.common_entries import meetings, same_days
from trotskyism_cli.library.ties.comparison import compare
from trotskyism_cli.library.ties.ties import direct_ties, neighbours
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.entries.cards import card_document
from trotskyism_cli.screen.entries.passages import answer_document, quotes_document
from trotskyism_cli.screen.entries.tables import topics_document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.ties.comparison import comparison_document
from trotskyism_cli.screen.ties.connections import (
    chain_document,
    pair_document,
    untied_document,
)
from trotskyism_cli.screen.ties.ties_table import links_document
from trotskyism_cli.screen.ties.trees import tree_document
from trotskyism_cli.screen.time.days import day_document
from trotskyism_cli.screen.time.views import MEASURE, timeline_document, topic_document
from trotskyism_cli.views.bodies.descent import lineage
from trotskyism_cli.views.comparisons.comparison import comparison_view
from trotskyism_cli.views.days.day import day_view
from trotskyism_cli.views.days.neighbours import neighbours as neighbours_in_time
from trotskyism_cli.views.periods.people_or_ideas import view_of_ideas, view_of_people
from trotskyism_cli.views.periods.period import ALWAYS, period_view
from trotskyism_cli.views.search.answer_or_hits import answer_view
from trotskyism_cli.views.ties.between import ties_between
from trotskyism_cli.views.ties.in_common import untied
from trotskyism_cli.views.ties.of_entry import ties_of

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2027, 3, 1)


def _search(library: Library) -> Document:
    return answer_document(answer_view(library.pack, library.find("who founded the printers' union")))


def _compare(library: Library) -> Document:
    return comparison_document(comparison_view(library.pack, "adler", "ebert", compare(library, "adler", "ebert")))


def _tree(library: Library) -> Document:
    return tree_document("Printers' Union", lineage(library.pack, descent(library, "union"), ("union",), parts=True))


def _pair(library: Library) -> Document:
    groups = ties_between(library.pack, "adler", "ebert", direct_ties(library, "adler", "ebert"))
    return pair_document(library.pack, ("adler", "ebert"), groups, "adler-to-ebert")


def _strongest(library: Library) -> Document:
    groups = ties_between(library.pack, "adler", "ebert", direct_ties(library, "adler", "ebert"))
    return pair_document(library.pack, ("adler", "ebert"), groups, "adler-to-ebert", lines=8)


def _chain(library: Library) -> Document:
    return chain_document(library.pack, chain(library, "adler", "federation"))


def _untied(library: Library) -> Document:
    ends = "union", "congress"
    view = untied(library.pack, ends, meetings(library, *ends), same_days(library, *ends))
    return untied_document(ends, view, len(chain(library, *ends)))


def _links(library: Library) -> Document:
    return links_document("ebert", "Emil Ebert", ties_of(library.pack, "ebert", neighbours(library, "ebert")))


def _quotes(library: Library) -> Document:
    return quotes_document(library.pack, quote_groups(library, "adler"), "adler")


def _chapter(library: Library) -> Document:
    return topic_document(library.pack, library.pack.topic("beginnings"))


def _card(own_id: str) -> Callable[[Library], Document]:
    return lambda library: card_document(library.pack, library.card(own_id))


def _timeline(words: str, around: str = "") -> Callable[[Library], Document]:
    def document(library: Library) -> Document:
        return timeline_document("Time", period_view(library.pack, timeline(library, words), around=around))

    return document


def _people(library: Library) -> Document:
    people = library.ids_of_kind(Kind.PERSON)
    view = view_of_people(library.pack, people, timeline(library, kind=Kind.PERSON), ALWAYS)
    return timeline_document("Time", view, "people")


def _ideas(library: Library) -> Document:
    view = view_of_ideas(library.pack, library.ids_of_kind(Kind.CONCEPT), ALWAYS)
    return timeline_document("Time", view, "concepts")


def _day(text: str) -> Callable[[Library], Document]:
    def document(library: Library) -> Document:
        asked = read_date(text, TODAY)
        assert asked is not None
        assert asked.when is not None
        beside = neighbours_in_time(library, asked.when.first, asked.when.last)
        return day_document(asked, day_view(library.pack, asked, on_date(library, asked)), beside)

    return document


def _chapters(library: Library) -> Document:
    return topics_document(library.pack.topics)


SCREENS: dict[str, Callable[[Library], Document]] = {
    "show-adler": _card("adler"),
    "show-ebert": _card("ebert"),
    "show-union": _card("union"),
    "show-federation": _card("federation"),
    "timeline": _timeline(""),
    "timeline-of-people": _people,
    "timeline-of-ideas": _ideas,
    "timeline-of-one": _timeline("ebert", "ebert"),
    "on-a-year": _day("1850"),
    "chapters": _chapters,
    "search": _search,
    "compare": _compare,
    "tree": _tree,
    "links-of-two": _pair,
    "links-of-two-in-short": _strongest,
    "chain": _chain,
    "untied": _untied,
    "links-of-one": _links,
    "quote": _quotes,
    "chapter": _chapter,
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_screens_are_as_they_were_looked_at(printers: Library, name: str, width: int) -> None:
    shown = drawn(SCREENS[name](printers), width)

    assert max(len(line.rstrip()) for line in shown.splitlines()) <= width
    check(GOLDEN / f"{name}-{width}.txt", shown)


@pytest.mark.parametrize("name", [each for each in SCREENS if each not in ("compare", "links-of-one")])
def test_the_words_are_as_they_were_looked_at(printers: Library, name: str) -> None:
    check(GOLDEN / f"{name}-words.txt", plain_text(SCREENS[name](printers)))


@pytest.mark.parametrize("name", ["compare", "links-of-one"])
def test_a_row_is_a_line_wherever_it_is_piped(printers: Library, name: str) -> None:
    table = SCREENS[name](printers).blocks[-1]

    assert len(table.rows) > 2  # type: ignore[union-attr]
    assert none("\n" in span.text for row in table.rows for cell in row for span in cell)  # type: ignore[union-attr]


def test_prose_is_no_wider_than_it_is_read_well(printers: Library) -> None:
    assert max(len(line.rstrip()) for line in drawn(_chapter(printers), 200).splitlines()) <= MEASURE


def test_of_a_chapter_come_first_those_that_matter_and_that_its_prose_names(printers: Library) -> None:
    words = plain_text(_chapter(printers))

    assert "\nPeople:\nAnna Adler, Emil Ebert, Otto Kern, Bruno Blank\n" in words
    assert "\nOrganisations:\nPrinters' Union, Printers' League, Northern Union," in words
    assert "met in a cellar. Then Emil Ebert came.\n\nAnna Adler founded" in words
