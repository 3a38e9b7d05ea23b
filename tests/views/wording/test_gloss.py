"""What something was, in one line beside its name."""

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.lines import cells
from trotskyism_cli.views.wording.gloss import gloss

ROOM = 41


@pytest.mark.parametrize(
    ("summary", "years", "told"),
    [
        ("Union of printers. More.", (), "Union of printers"),
        (
            "Union of printers of 1848, inside the Chamber until 1850.",
            ("1848",),
            "Union of printers, inside the Chamber",
        ),
        ("In shop usage the class that sets type. More.", (), "In shop usage the class that sets type"),
        ("In Adler's definition the last stage of the craft, in which nobody sets by hand. More.", (), ""),
        (
            "Adler's theory, set out in 1848, that only the printers could free the press of its owners.",
            (),
            "Adler's theory, set out in 1848",
        ),
        ("Party of the printers, founded in 1848 and first led by Adler. More.", ("1848",), "Party of the printers"),
        (
            "The layer of masters in the shops that, in Adler's view, took the shops over. More.",
            (),
            "Layer of masters in the shops",
        ),
        ("In What Is to Be Printed? Adler asked for a press of the printers' own.", (), ""),
        ("A rule of the craft: nobody prints before the ink is dry. More.", (), "A rule of the craft"),
        ("The custom of the craft by which nobody prints on Sundays. More.", (), "The custom of the craft"),
        ("What is it that a printer owes to the paper? More.", (), ""),  # a question is not broken off
        ("Who printed first? Some say Adler.", (), "Who printed first?"),
        ("The view that a printer should never be allowed to choose his paper.", (), ""),  # which view it is not said
        ("Name given to Adler, Baker, Carter and others of their company.", (), ""),  # nor an enumeration
        ("In 1848 the printers quarrelled over what type there should be.", (), ""),
    ],
)
def test_a_beginning_that_stands_by_itself_or_nothing(summary: str, years: tuple[str, ...], told: str) -> None:
    assert gloss(summary, ROOM, years) == told


@pytest.mark.parametrize("room", [28, 41, 52, 90])
def test_no_gloss_is_wider_than_its_room_or_ends_in_mid_thought(library: Library, room: int) -> None:
    things = [each for kind in (Kind.CONCEPT, Kind.ORGANISATION, Kind.PLACE) for each in library.entries(kind)]
    told = [gloss(each.summary, room) for each in things]

    assert every(cells(each) <= room for each in told)
    assert none(each.endswith((",", ";", ":", "…", " and", " of", " the")) for each in told)
    assert sum(map(bool, told)) > len(things) // 6
