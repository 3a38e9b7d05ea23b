"""What is written can be read on every background, whatever palette the terminal has."""

from collections.abc import Iterator
from typing import get_args

import pytest
from rich.style import Style

from trotskyism_cli.screen.document import Style as Meaning
from trotskyism_cli.screen.output.terminal import THEME

NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ALL_NAMES = (*NAMES, *(f"bright_{name}" for name in NAMES))
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
TANGO = (
    "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"
)
SOLARIZED = (
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)
# What a palette is shown on.
SHOWN = [(XTERM, "000000"), (XTERM, "ffffff"), (TANGO, "000000"), (TANGO, "ffffff")]
SHOWN += [(SOLARIZED, "002b36"), (SOLARIZED, "fdf6e3")]
TEXT, DRAWING = 4.5, 3.0  # the contrasts that WCAG 2 asks for, of words and of what is drawn
DRAWN = {"line"}
OURS = {name: THEME.styles[name] for name in get_args(Meaning) if name}


def contrast(one: str, other: str) -> float:
    """By WCAG 2, of two colours as `rrggbb`."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _colours(style: Style, palette: str) -> Iterator[str]:
    if style.color and not style.color.is_default:
        yield palette.split()[ALL_NAMES.index(style.color.name)]


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", OURS)
def test_every_style_can_be_read_on_every_background(name: str) -> None:
    least = DRAWING if name in DRAWN else TEXT
    for palette, background in SHOWN:
        for colour in _colours(OURS[name], palette):
            assert contrast(colour, background) >= least, (name, background)
    assert OURS[name].bgcolor is None


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_dim(name: str) -> None:
    assert not OURS[name].dim
