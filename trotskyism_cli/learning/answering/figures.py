"""Written answers of figures and signs, as `1939–1945`, `1/2`, `3:0`, `10:30` or `10³`: the signs are part of them."""

import re
import unicodedata

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_POWER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_FRACTION = re.compile(r"(\d)(?=[¼-¾⅐-⅞])")  # `1½` is no `11/2`
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), "⁄": "/", "∕": "/", "∶": ":", "⋅": "·", "’": "'"})
_UP_TO = re.compile(r"(?<=\d)\s+(?:to|till|until)\s+(?=\d)")
_AROUND_SIGN = re.compile(r"\s*([^\w\s])\s*")
_UNIT = re.compile(r"[%°€$£¥]")
_END = " .;!\"'“”"
# A number alone, perhaps with thousands apart, and what stands around it: `1,000,000`, `$100`, `5 %`.
_ONE_NUMBER = re.compile(r"[^\d+-]*(?:\d{1,3}(?:[\s,.']\d{3})+|\d+)\D*")


def in_figures(text: str) -> str:
    """A text with one form of each sign, and no blanks around these, so that `1939 – 1945` is `1939-1945`.

    The signs of units are left out, as one need not write them.
    """
    powers = _POWER.sub(lambda found: f"^{found[0].translate(_RAISED)}", text)
    whole = unicodedata.normalize("NFKC", _FRACTION.sub(r"\1 ", powers)).translate(_SIGNS)
    return _AROUND_SIGN.sub(r"\1", _UP_TO.sub("-", _UNIT.sub("", whole.casefold()))).strip(_END)


def is_one_number(text: str) -> bool:
    """Whether a text in figures has one number, so that its signs only stand around or within that."""
    return _ONE_NUMBER.fullmatch(text) is not None
