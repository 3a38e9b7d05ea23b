"""Where a body ended: not where it was founded, if it is told to have gone to another place."""

import pytest

from tests.printers_for_tests import more_printers
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.views.bodies.body import body_view

RELATIONS = """
  - {id: in, label: in, inverse_label: places, subject: [place], object: [place], says: "{subject} lay in {object}",
     words: [within]}
  - {id: founded-in, label: founded in, inverse_label: founded there, subject: [organisation], object: [place],
     functional: true, says: "{subject} was founded in {object}", words: [where]}
  - {id: ended, label: ended, subject: [organisation], object: date, functional: true, says: "{subject} ended {object}",
     words: [ended]}
"""
ENTRIES = """
  - {id: ostland, kind: place, type: country, name: Ostland, importance: 2, summary: A country of printers., facts: []}
  - id: altstadt
    kind: place
    type: town
    name: Altstadt
    importance: 2
    summary: An old town.
    facts: [{id: where, in: ostland, source: kern-book}]
  - id: neustadt
    kind: place
    type: town
    name: Neustadt
    importance: 2
    summary: A new town.
    facts: [{id: where, in: ostland, source: kern-book}]
  - id: sheet
    kind: organisation
    type: journal
    name: Printers' Sheet
    article: the
    importance: 2
    summary: A journal of printers.
    facts:
      - {id: founded, founded: "1829-07", source: kern-book}
      - {id: founded-in, founded-in: altstadt, source: kern-book}
      - {id: ended, ended: "1841-08", source: kern-book,
         text: "The last number of the Printers' Sheet came out in Neustadt in August 1841."}
  - id: post
    kind: organisation
    type: journal
    name: Printers' Post
    article: the
    importance: 2
    summary: A journal of printers.
    facts:
      - {id: founded, founded: "1830-07", source: kern-book}
      - {id: founded-in, founded-in: altstadt, source: kern-book}
      - {id: places, statement: "The Printers' Post came out in Altstadt and from 1835, upon the fire, in Neustadt",
         source: kern-book}
      - {id: ended, ended: "1842-08", source: kern-book}
  - id: bell
    kind: organisation
    type: journal
    name: Printers' Bell
    article: the
    importance: 2
    summary: A journal of printers.
    facts:
      - {id: founded, founded: "1831-07", source: kern-book}
      - {id: founded-in, founded-in: altstadt, source: kern-book}
      - {id: ended, ended: "1843-08", source: kern-book}
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The made-up field of the printers, with two towns of a country and the journals that were founded in one."""
    folder = tmp_path_factory.mktemp("towns") / "pack"
    new = "ostland, altstadt, neustadt, sheet, post, bell"
    return open_library(more_printers(folder, RELATIONS, ENTRIES, new), folder.parent)


def _bodies(library: Library, place: str) -> list[str]:
    return [row.happening.text for row in body_view(library, place).rows if row.happening.appears]


def test_what_went_to_another_town_did_not_end_where_it_was_founded(towns: Library) -> None:
    told = _bodies(towns, "altstadt")

    assert [each for each in told if each.endswith("founded")] == [
        "Printers' Sheet founded",
        "Printers' Post founded",
        "Printers' Bell founded",
    ]
    assert [each for each in told if each.endswith("ended")] == ["Printers' Bell ended"]


def test_what_went_to_another_town_ended_in_the_country_of_both(towns: Library) -> None:
    assert {"Printers' Sheet ended", "Printers' Post ended"} <= {*_bodies(towns, "ostland")}
