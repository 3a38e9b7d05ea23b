"""The folder of a pack: where one is, before anything in it is read."""

from pathlib import Path

from trotskyism_cli.errors import PackError
from trotskyism_cli.invocation import bare_command

PACK_FILE = "pack.yaml"


def folder_of_pack(folder: Path) -> Path:
    """The folder itself, or that of its `pack.yaml`, once it is sure to hold a pack; PackError says what is missing."""
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
