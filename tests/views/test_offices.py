"""What somebody is called beside the name, of the built-in pack."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.offices import standing


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("stalin", "General Secretary"),  # and head of government, which matters less
        ("hitler", "head of government"),
        ("rykov", "head of government"),
        ("trotsky", "revolutionary"),
        ("october-revolution", "insurrection"),
    ],
)
def test_the_weightiest_office_leads(library: Library, name: str, called: str) -> None:
    assert standing(library.pack, library.pack.entries[name]) == called
