"""A pack to begin with: few files, each showing how to go on, that pass the check as they are."""

from importlib.resources import files
from pathlib import Path

from trotskyism_cli.errors import UsageError

STARTER = files("trotskyism_cli.pack") / "starter"


def write_pack(folder: Path) -> list[Path]:
    """Write the starter pack into a folder that does not exist or is empty; returns the files written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not an empty folder; name one that does not exist yet")
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(STARTER.iterdir(), key=lambda each: each.name):
            target = folder / source.name
            target.write_bytes(source.read_bytes())
            written.append(target)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}); name another folder") from error
    return written
