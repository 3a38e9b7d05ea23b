"""The files beside this one that formats are made of: styles, scripts and templates."""

from importlib.resources import files


def part(name: str) -> str:
    """The text of one of them."""
    return files("trotskyism_cli.export").joinpath("parts", name).read_text(encoding="utf-8")
