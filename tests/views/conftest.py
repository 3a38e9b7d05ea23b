"""The library of the printers."""

from pathlib import Path

import pytest

from tests.printers_for_tests import PRINTERS
from trotskyism_cli.library.library import Library, open_library


@pytest.fixture(scope="session")
def printers(shared_cache: Path) -> Library:
    """The library of a made-up field."""
    return open_library(PRINTERS, shared_cache)
