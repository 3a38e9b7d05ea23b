"""Read and compile a pack to fill its store. Only loaded if the pack has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trotskyism_cli.library.compiled.compile import compile_pack
from trotskyism_cli.library.compiled.part_cache import remembered
from trotskyism_cli.library.store import Fill
from trotskyism_cli.pack.reading.part_cache import PartCache
from trotskyism_cli.pack.reading.reader import load_pack


@contextmanager
def filling(folder: Path, cache: Path | None) -> Iterator[Fill]:
    """Context that gives the function to fill an empty store, helped by the cache of parts.

    Raises PackError if the pack has problems.
    """
    with remembered(folder, cache) as kept:
        yield fill_of(folder, kept)


def fill_of(folder: Path, kept: PartCache | None = None) -> Fill:
    """The function that fills an empty store with the pack in a folder.

    Raises PackError if the pack has problems.
    """
    pack = load_pack(folder, kept)
    return lambda connection: compile_pack(pack, connection, kept)
