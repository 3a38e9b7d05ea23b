"""Parse a written answer without options: the accepted words, and what stands beside them.

`0 / zero (1 pt)` has two answers and points; `Rome (not Roma)` has one answer and a remark. Points and remarks are not
part of what is typed.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.answers.numbering import POINT
from trotskyism_cli.imports.answers.numbers import PLUS_MINUS, numbers_accepted
from trotskyism_cli.imports.answers.written_forms import also_accepted, forms, refuse_words_to_who_marks, whole_name
from trotskyism_cli.imports.foreign import LONGEST_TYPED, Unfit, tidy

_POINTS = rf"(?:\d{{1,2}}(?:[.,]\d)?|½|¼)[ ]?(?:{POINT})\.?(?:[ ](?:each|je|jeweils|chacune?|cada una?|ciascun[oa]?))?"
_POINTS_BEHIND = re.compile(
    rf"(?:\s*[(\[（]\s*{_POINTS}\s*[)\]）]|\s+[-–—/]\s*{_POINTS}|\s*[,;]\s*{_POINTS})$", re.IGNORECASE
)
_DIVIDER = re.compile(r"\s+[-–—/•·|(\[]{1,3}$")  # left over before the next answer on the line
_BRACKETS = re.compile(r"(?P<said>.*\S)\s+[(（\[](?P<remark>[^()（）\[\]]*[^\W_][^()（）\[\]]*)[)）\]]\.?")
_NOT_WORDS = "not|nicht|pas|non|не|nie|ikke|inte|niet"
_DENIED = re.compile(rf"(?P<said>[^,]*[^,\s]),\s+(?P<remark>(?:{_NOT_WORDS})\s+\S.*)")
_DASH = re.compile(r"\S\s+[-–—]{1,2}\s+(?=[^\W\d_])")
_STROKE = re.compile(r"\s+/\s+")
_ONE_OR_OTHER = re.compile(rf"{_STROKE.pattern}|\s+\|\s+")
_NUMBER = r"\d+(?:[.,]\d+)?"
_OFF = re.compile(rf"(?P<number>[-−]?{_NUMBER})\s*[(\[]?\s*{PLUS_MINUS}\s*(?P<off>{_NUMBER})\s*[)\]]?")
_OPTIONAL = re.compile(
    rf"[(（\[](?!(?:{_NOT_WORDS}|no|kein|ne)\b)(?P<may>[^\W\d_][^()（）\[\]]*[^\W\d_])[)）\]]\s+(?P<must>[^\W\d_].*)"
)
_ANY_ONE = re.compile(r"(?:any|either|one of|eine?s? davon)\b.{0,20}", re.IGNORECASE)
_ALSO = re.compile(r"(?:(?:also )?accept(?: also)?:?\s+|=\s*|or\s+)(.*)", re.IGNORECASE)
_LISTED = re.compile(r"\s*/\s*(?:or\s+)?")
# What may separate answers or be part of one: `granite/basalt`, `ice; frost`, `colour (BrE), color (AmE)`,
# `salty or saline` (but `peace or war`).
# Also words with commas, `large, huge, great`; but not names, `Paris, France`.
_MAY_DIVIDE = re.compile(
    r"^(?:(?!or\b|and\b)['’]?[^\W\dA-Z][^\s,;.]*(?: [^\s,;.A-Z]+)?(?:,\s+|$)){2,}$|\w\|\w|"
    r"\s(?:or|oder|ou|oppure|или|або|lub|eller|nebo|veya|vagy|ή)\s|"
    r"[^\W\d_]{3,}\.?/[^\W\d_]{3,}|\S\s*[;；]\s*\S|[^\W\d_]{2,}[(\[][^\W\d_]{2,}[)\]]|[)\]],\s*[^\W\d_]"
)
_SEMICOLON = re.compile(r"\S\s*[;；]\s*\S")
_LONGEST = 4  # words of each of several answers; in a longer text the slash may be incidental


class Written(NamedTuple):
    """The accepted answers, remarks beside them, and a note for the user, if any."""

    accepted: tuple[str, ...]
    remark: str = ""
    told: str = ""


def written(said: str) -> Written:
    """Parse an answer; Unfit if it is uncertain where it ends."""
    whole = tidy(said)
    if off := _OFF.fullmatch(whole):
        return Written(numbers_accepted(off["number"], off["off"]), told=f"“{whole[:60]}” was taken as a range")
    refuse_words_to_who_marks(whole)
    if "±" in whole:
        raise Unfit(f"the answer “{whole[:40]}” has a tolerance, and more than a number", "write 9.81 ± 0.05 alone")
    if _SEMICOLON.search(whole) and not whole.startswith(("(", "[")):  # `(-1; 4)`
        raise Unfit(f"“{whole[:40]}” may be one answer, or several", "write / between answers of which each is right")
    remarks: list[str] = []
    bare = _bare(whole, remarks)
    if len(parts := _DASH.split(bare)) > 1 and parts[1][:1].islower():
        raise Unfit(f"the answer “{whole[:40]}” may be followed by a remark", "put the remark into brackets")
    any_one = any(map(_ANY_ONE.fullmatch, remarks))
    listed = tuple(bare.split("/")) if any_one and " " not in bare else _accepted(bare)
    others = [each for remark in remarks if (also := _ALSO.fullmatch(remark)) for each in _LISTED.split(also[1])]
    others = [*(also_accepted(bare, each) for each in others), *(whole_name(bare, each) for each in remarks)]
    return _told(whole, [*(_bare(each, remarks) for each in listed), *filter(None, others)], remarks)


def alternatives(said: str) -> Written:
    """Parse the back of a card, which is the whole answer unless slashes separate several.

    Possible remarks are left in place.
    """
    whole = tidy(said)
    return _told(whole, _accepted(whole), [])


def _told(whole: str, parts: Iterable[str], remarks: Sequence[str]) -> Written:
    """The answers, with and without optional words, and a note if they differ from the text."""
    accepted = tuple(dict.fromkeys(form for part in parts for form in _forms(part)))
    told = ""
    if accepted != (whole,):
        told = told_as(whole, accepted)
    elif _MAY_DIVIDE.search(whole) and len(whole.split()) <= LONGEST_TYPED:
        told = f"its answer “{whole[:60]}” was kept as one; if it is several, write “ / ” between them"
    return Written(accepted, "; ".join(reversed(remarks)), told)


def told_as(whole: str, accepted: Iterable[str]) -> str:
    """The note that an answer was interpreted as these answers."""
    return f"its answer “{whole[:60]}” was taken as {' or '.join(f'“{each}”' for each in accepted)}"


def _forms(said: str) -> tuple[str, ...]:
    """An answer with and without optional words in brackets before it, `(Jane) Austen`, and in other forms."""
    found = _OPTIONAL.fullmatch(said)
    return (f"{found['may']} {found['must']}", found["must"]) if found else (said, *forms(said))


def without_points(said: str) -> str:
    """An answer without the points behind it."""
    return _POINTS_BEHIND.sub("", said, count=1)


def _bare(said: str, remarks: list[str]) -> str:
    """An answer without everything behind it; remarks are collected."""
    while (shorter := _shorter(said, remarks)) != said:
        said = shorter
    return said


def _shorter(bare: str, remarks: list[str]) -> str:
    """An answer without the last thing behind it; a remark is collected."""
    for pattern in (_POINTS_BEHIND, _DIVIDER):
        if (shorter := pattern.sub("", bare, count=1)) and shorter != bare:
            return shorter
    found = _BRACKETS.fullmatch(bare) or _DENIED.fullmatch(bare)
    if found is None or (len(found["said"]) == 1 and found["said"].isalpha()):  # `f (x)`
        return bare
    if not found["remark"].strip().isdecimal():  # a lone number is points
        remarks.append(found["remark"].strip())
    return found["said"]


def _accepted(bare: str) -> tuple[str, ...]:
    """The answers separated by slashes; a single one if the slash may be part of it, as in `km / h`."""
    parts = _ONE_OR_OTHER.split(bare)
    one = (
        len(parts) == 1
        or not all(parts)
        or (all(map(str.isdecimal, parts)) and _STROKE.search(bare))  # `1 / 2`
        or any(len(part) == 1 and part.isalpha() for part in parts)  # `km / h`
        or any(len(part.split()) > _LONGEST for part in parts)
    )
    return (bare,) if one else tuple(parts)
