"""The events that are tied to an entry, and how closely."""

import pytest

from trotskyism_cli.library.bodies.naming import CLOSE, connected_events
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize("own_id", ["trotsky", "fourth-international", "left-opposition"])
def test_the_events_tied_closely_are_the_same_without_looking_for_others(library: Library, own_id: str) -> None:
    closely = [each for each in connected_events(library, own_id) if each[1] >= CLOSE]

    assert [each for each in connected_events(library, own_id, CLOSE) if each[1] >= CLOSE] == closely
    assert closely
