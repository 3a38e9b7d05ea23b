"""What fills the store of a pack: its files are read and compiled. Only a pack that has changed needs this module."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trotskyism_cli.library.compiled.compile import compile_pack
from trotskyism_cli.library.compiled.part_cache import remembered
from trotskyism_cli.library.store import Fill
from trotskyism_cli.pack.reading.kept_parts import KeptParts
from trotskyism_cli.pack.reading.reader import load_pack


@contextmanager
def filling(folder: Path, cache: Path | None) -> Iterator[Fill]:
    """What fills an empty store; helped by what is kept of parts of the pack. PackError if the pack has problems."""
    with remembered(folder, cache) as kept:
        yield fill_of(folder, kept)


def fill_of(folder: Path, kept: KeptParts | None = None) -> Fill:
    """What fills an empty store with the pack in a folder. PackError if the pack has problems."""
    pack = load_pack(folder, kept)
    return lambda connection: compile_pack(pack, connection, kept)
