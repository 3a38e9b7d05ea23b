"""Access to the styles, scripts and templates in `parts/`."""

from importlib.resources import files


def part(name: str) -> str:
    """The text of one of these files."""
    return files("trotskyism_cli.export").joinpath("parts", name).read_text(encoding="utf-8")
