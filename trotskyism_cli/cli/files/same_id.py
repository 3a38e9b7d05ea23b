"""Packs exported to Anki, by their ids: Anki would take the notes of two packs with one id for the same.

They are kept in a small text file in the learner's folder, one line for each pack: its id, a tab, its folder.
"""

from contextlib import suppress
from pathlib import Path

NAME = "packs-in-anki"


def others_with_id(data: Path, pack: str, folder: Path) -> list[Path]:
    """Folders of other packs with this id that were exported to Anki and still exist; this pack is noted.

    A data folder that cannot be read or written is ignored.
    """
    here = folder.resolve()
    path = data / NAME
    lines: list[str] = []
    with suppress(OSError):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    own = f"{pack}\t{here}"
    if own not in lines:
        with suppress(OSError):
            data.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{line}\n" for line in (*lines, own)), encoding="utf-8")
    named = (Path(line.partition("\t")[2]) for line in lines if line.startswith(f"{pack}\t"))
    return [each for each in named if each != here and (each / "pack.yaml").is_file()]
