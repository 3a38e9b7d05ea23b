"""Typed answers of numbers with signs, as `1939–1945`, `1/2`, `3:0`, `10:30` or `10³`: the signs count."""

import re
import unicodedata

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_POWER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_FRACTION = re.compile(r"(\d)(?=[¼-¾⅐-⅞])")  # so that `1½` does not become `11/2`
_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), "⁄": "/", "∕": "/", "∶": ":", "⋅": "·", "’": "'"})
_UP_TO = re.compile(r"(?<=\d)\s+(?:to|till|until)\s+(?=\d)")
_AROUND_SIGN = re.compile(r"\s*([^\w\s])\s*")
_UNIT = re.compile(r"[%°€$£¥]")
_END = " .;!\"'“”"
# A single number, thousands separated or not, and what stands around it: `1,000,000`, `$100`, `5 %`.
_ONE_NUMBER = re.compile(r"[^\d+-]*(?:\d{1,3}(?:[\s,.']\d{3})+|\d+)\D*")


def in_figures(text: str) -> str:
    """A text with one form of each sign and no blanks around signs: `1939 – 1945` becomes `1939-1945`.

    Signs of units are left out, as a learner need not type them.
    """
    powers = _POWER.sub(lambda found: f"^{found[0].translate(_RAISED)}", text)
    whole = unicodedata.normalize("NFKC", _FRACTION.sub(r"\1 ", powers)).translate(_SIGNS)
    return _AROUND_SIGN.sub(r"\1", _UP_TO.sub("-", _UNIT.sub("", whole.casefold()))).strip(_END)


def is_one_number(text: str) -> bool:
    """Whether a text has only one number, so that its signs stand around or within that number."""
    return _ONE_NUMBER.fullmatch(text) is not None
