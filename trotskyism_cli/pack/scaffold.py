"""The starter pack: a few files that show how to go on, and that pass the check as they are."""

import re
import secrets
from importlib.resources import files
from pathlib import Path

from trotskyism_cli.errors import UsageError
from trotskyism_cli.pack.checking.checks import EXAMPLE_ID
from trotskyism_cli.pack.folder import PACK_FILE

STARTER_ID = f"id: {EXAMPLE_ID}".encode()
STARTER = files("trotskyism_cli.pack") / "starter"


def new_id(folder: Path) -> str:
    """An id for a pack: the name of its folder and four random characters.

    Without these, Anki could take two packs for one.
    """
    name = "-".join(re.findall("[a-z0-9]+", folder.resolve().name.lower()))
    return f"{name if name[:1].isalpha() else f'pack-{name}'.rstrip('-')}-{secrets.token_hex(2)}"


def write_pack(folder: Path) -> list[Path]:
    """Write the starter pack into a new or empty folder, and return the files written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not an empty folder; name one that does not exist yet")
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(STARTER.iterdir(), key=lambda each: each.name):
            target = folder / source.name
            data = source.read_bytes()
            target.write_bytes(
                data.replace(STARTER_ID, b"id: " + new_id(folder).encode()) if target.name == PACK_FILE else data
            )
            written.append(target)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}); name another folder") from error
    return written
