"""Locate the folder of a pack, before reading anything in it."""

from pathlib import Path

from trotskyism_cli.errors import PackError
from trotskyism_cli.invocation import bare_command

PACK_FILE = "pack.yaml"


def folder_of_pack(folder: Path) -> Path:
    """The pack folder given by its path or by that of its `pack.yaml`.

    Raises PackError if there is no pack.
    """
    if folder.name == PACK_FILE and folder.is_file():
        folder = folder.parent
    make = bare_command("pack", "new", str(folder))
    if not folder.exists():
        raise PackError(f"{folder} does not exist; give the folder of a pack, or make one: {make}")
    if not folder.is_dir():
        raise PackError(f"{folder} is not a folder; give the folder that holds {PACK_FILE}")
    if not (folder / PACK_FILE).exists():
        raise PackError(f"{folder} has no {PACK_FILE}; make a pack there: {make}")
    return folder
