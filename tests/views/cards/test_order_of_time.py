"""The rows of a card in a reader's order: by time, what is of no time last; labelled by what kind of entry it is."""

from pathlib import Path

import pytest

from tests.conftest import RELATIONS, MakePack
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.rows import Row

TOLD = (
    RELATIONS
    + """\
  - {id: role, label: role, subject: [person, work], object: text, says: "{subject} was {object}", part: life,
     row: Life, rows: {work: Contents}}
  - {id: told, label: further, subject: [person, work], object: text, says: "{object}", part: politics, row: Course,
     rows: {person: Life, work: Contents}}
"""
)


def _row(make_pack: MakePack, folder: Path, kind: str, *told: str) -> Row:
    """The one row of an entry of which so much is told."""
    facts = "".join(f"      - {{id: a{place}, {each}, source: book}}\n" for place, each in enumerate(told))
    entries = f"entries:\n  - id: own\n    kind: {kind}\n    name: Own\n    summary: It.\n    facts:\n{facts}"
    library = open_library(make_pack(relations=TOLD, entries=entries), folder / "cache")
    return entry_view(library.pack, library.card("own")).rows[0]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            (
                "On 23 October 1917 (10 October Old Style) it was resolved",
                "It was taken on the night of 7–8 November 1917 (25–26 October Old Style)",
                "In Moscow it was won in November 1917 only after a week",
                "It is kept in November because of the calendar of 1917",
                "Reed told of it in Ten Days (1919)",
                "Nobody knows who was there",
            ),
            id="days before their month, and that before its year",
        ),
        pytest.param(
            (
                "He was heard at 10:00 May 1917",
                "He spoke in June 1917",
            ),
            id="what is no day of a month",
        ),
        pytest.param(
            (
                "They married in 1900; he left her",
                "Esteban Volkov (1926–2023) came in 1939",
                "His sister was shot on 11 September 1941",
            ),
            id="not by the years of a life",
        ),
        pytest.param(
            ("It sat in the spring of 1936", "After the May Days of 1937 it was banned", "It was banned in June 1937"),
            id="seasons and named days",
        ),
    ],
)
def test_what_is_told_in_sentences_stands_in_order_of_time(
    make_pack: MakePack, tmp_path: Path, told: tuple[str, ...]
) -> None:
    row = _row(make_pack, tmp_path, "person", *(f'told: "{each}"' for each in reversed(told)))

    assert [cell.text for cell in row.cells] == list(told)


def test_a_view_is_of_the_time_when_it_was_held(make_pack: MakePack, tmp_path: Path) -> None:
    views = (
        "Own wrote in 1918 that it was late",
        "In a history (1931–33) Own held that in 1917 there was a plot",
        "Own held that all came of the crisis of 1912",
    )
    row = _row(make_pack, tmp_path, "person", *(f'argument: "{each}", according_to: own' for each in reversed(views)))

    assert [cell.text for cell in row.cells] == list(views)


def test_a_row_is_called_by_the_kind_of_entry_and_is_in_the_part_of_its_label(
    make_pack: MakePack, tmp_path: Path
) -> None:
    of_person = _row(make_pack, tmp_path, "person", "told: It was so")
    of_work = _row(make_pack, tmp_path, "work", "role: long, text: It is long")

    assert (of_person.label, of_person.part) == ("Life", Part.LIFE)
    assert of_work.label == "Contents"


def test_the_course_of_an_event_begins_with_what_came_first(library: Library) -> None:
    view = entry_view(library.pack, library.card("october-revolution"))
    course = next(row for row in view.rows if row.label == "Course")

    assert [cell.text[:10] for cell in course.cells[:2]] == ["On 23 Octo", "A blank sh"]


def test_only_events_have_a_course(library: Library) -> None:
    pack = library.pack
    labels = {
        (entry.kind, row.label)
        for entry in pack.entries.values()
        for row in entry_view(pack, library.card(entry.id)).rows
    }

    assert {kind for kind, label in labels if label == "Course"} == {"event"}
    assert not {label for _, label in labels} & {"Role", "Prison"}
