"""The records of a pack as they are stored."""

from trotskyism_cli.library.compiled.codec import shape
from trotskyism_cli.library.library import SHAPE


def test_the_shape_written_down_is_that_of_the_records() -> None:
    """It is part of the mark of a library: with a wrong one, what was stored before a change would be read."""
    assert shape() == SHAPE
