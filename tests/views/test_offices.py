"""What somebody is called in the title of a card."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.offices import who_it_was


@pytest.mark.parametrize(
    ("person", "title"),
    [
        ("stalin", "General Secretary"),  # weightier than that he was head of the government
        ("khrushchev", "First Secretary"),
        ("kerensky", "leader of the Provisional Government"),
        ("lenin", "revolutionary"),  # no office
        ("brutus", "consul"),
    ],
)
def test_whose_type_is_but_an_office_is_called_by_the_weightiest(library: Library, person: str, title: str) -> None:
    assert who_it_was(library.pack, library.pack.entries[person]) == title
