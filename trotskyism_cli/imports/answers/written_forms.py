"""Further accepted forms of a written answer: `about 9` without "about", a range, a full name."""

import re
from collections.abc import Iterator

from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.foreign import Unfit

_NUMBER = r"[-−]?\d+(?:[.,]\d+)?"
_ABOUT = re.compile(
    r"(?:approx(?:imately|\.)?|about|around|roughly|circa|ca\.|[~≈]|etwa|ungefähr|rund|environ|aproximadamente|"
    r"aprox\.|cerca de|około|ok\.|примерно|около|приблизительно|приблизно|ungefär|omtrent|ongeveer|noin|přibližně|asi)"
    r"\s*(?P<number>[-−]?\d.*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?:between|zwischen|entre|tra|fra|między|между|між)\s+(?P<low>{_NUMBER})\s+(?:and|und|et|y|e|i|и|і)\s+"
    rf"(?P<high>{_NUMBER})(?:\s?[^\W\d]\S*)?",
    re.IGNORECASE,
)
_MEASURED = re.compile(rf"(?P<number>{_NUMBER})(?:\s?(?:[^\W\d]|[°%])\S*)?")
_RANGE = re.compile(rf"(?P<low>{_NUMBER})\s*(?:[-–—]|to|bis)\s*(?P<high>{_NUMBER})(?:\s?(?:[^\W\d]|[°%])\S*)?")
_NAME = re.compile(r"[^\W\d_][\w’'-]*\.?(?: [^\W\d_][\w’'-]*\.?){0,2}")
# Instructions to the marker instead of an answer: `any two of: …`, `e.g. …`, `see page 34`, `own words`.
_TO_WHO_MARKS = re.compile(
    r"(?:accept )?(?:any|either|one|two|three|zwei|drei|deux|trois|dos|tres|due|tre|\d)\b[^:;.]{0,30}:\s.*|"
    r"any (?:\w+ )?(?:of|from) .*|one from .*|(?-i:[Aa]ny [a-z]\w*)|"
    r"(?:e\.\s?g\.|for (?:example|instance)|such as|z\.\s?B\.|zum Beispiel|par exemple|p\.\s?ex\.|por ejemplo|"
    r"por exemplo|ad esempio|например|напр\.|np\.)[\s,:].*|"
    r"see (?:the )?(?:p\.|pages?|mark scheme|marking|notes?|text(?:book)?|chapter|slides?)\b.*|"
    r"(?:in )?(?:(?:your|their|the student['’]s) )?own words\b.*",
    re.IGNORECASE,
)


def forms(said: str) -> Iterator[str]:
    """What may be typed instead: a number without "about", or any number between two."""
    if about := _ABOUT.fullmatch(said):
        yield about["number"]
    if between := _BETWEEN.fullmatch(said):
        yield from _range(between)


def refuse_words_to_who_marks(said: str) -> None:
    """Raise Unfit for an instruction to the marker, which is not an answer itself."""
    if _TO_WHO_MARKS.fullmatch(said):
        raise Unfit(f"“{said[:40]}” tells who marks what to accept", "write the answers, with / between them")


def whole_name(said: str, remark: str) -> str:
    """The full name, if the remark in brackets completes a short name or contains it; else empty."""
    if not all(_NAME.fullmatch(each) and all(word[0].isupper() for word in each.split()) for each in (said, remark)):
        return ""
    return remark if remark.startswith(f"{said} ") else f"{said} {remark}"


def also_accepted(said: str, other: str) -> str:
    """A further accepted answer: a range, if the remark gives two numbers around the answer; else the remark."""
    number, ends = _MEASURED.fullmatch(said), _RANGE.fullmatch(other)
    if number is None or ends is None:
        return other
    values = [_value(each) for each in (ends["low"], number["number"], ends["high"])]
    return next(_range(ends), other) if values == sorted(values) else other


def _range(ends: re.Match[str]) -> Iterator[str]:
    if _value(ends["low"]) < _value(ends["high"]):
        yield from numbers_accepted(low=ends["low"], high=ends["high"])


def _value(number: str) -> float:
    return float(number.replace("−", "-").replace(",", "."))
