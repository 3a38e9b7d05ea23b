"""A made-up field in which bodies split and meet, people quarrel, and a historian decides."""

from pathlib import Path

PRINTERS = Path(__file__).parent / "packs" / "printers"
