"""Decide whether a sentence is about somebody, or only about something of his or a comparison with him."""

import re
from functools import lru_cache

from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.surnames import short_name

# Mentions of something that somebody owns, or of a time in his life: they connect nobody with him.
_STATE = "anniversary|death|funeral|illness|return|time|days|life|memory"
COMPARED = r"\bas [\w-]+ (?:against|for|of|to|with) {name}|\b(?:rather than|like|unlike) {name}"  # comparisons with him
_DATED_BY = rf"(?:{_STATE}) of {{name}}|{{name}}'s (?:{_STATE})\b|when {{name}} (?:died|fell ill|was ill)"
_STANDS_FOR = "Xname"
NOTHING = r"(?!)"  # matches nowhere
IN_HIS_TIME = rf"{_DATED_BY}|under {{name}}|{COMPARED}"
_HIS_DOING = r"(?:wish|demand|side|idea|instructions|majority|minority|orders|proposal)\b"  # counts as his deed
_HIS_BODY = r"(?:[A-Z][\w-]+ )+(?:Group|League|Opposition|Party)\b"
_NAMED_AFTER = rf"{IN_HIS_TIME}|{{name}}'s (?!{_HIS_DOING}|{_HIS_BODY})\w+"

_BY_BODY = r"(?i:\b(?:party|league|group|opposition|bloc) of (?:\w+ )?{name})"


def takes_part(pack: Pack, fact: Fact, end: str, without: str = _NAMED_AFTER) -> bool:
    """Return whether a sentence is about an entry, not only about something it owns or a date in its life.

    `without` is a pattern, with `{name}`, of mentions that do not count.
    """
    return _tells_of(fact_sentence(pack, fact), short_name(pack.entries[end]), without)


@lru_cache(maxsize=5_000)  # asked many times of the same sentences
def _tells_of(text: str, short: str, without: str) -> bool:
    if short not in text:
        return False
    text = text.replace(short, _STANDS_FOR)
    return bool(_compiled(r"\b{name}\b").search(_compiled(without).sub("", text)))


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once for all names: a placeholder stands for the name in the text."""
    return re.compile(pattern.format(name=_STANDS_FOR))


def only_dates(pack: Pack, step: Step) -> bool:
    """Return whether a sentence names one of two only to give a date (`the death of Lenin`) or by something of his."""
    if step.fact is None:
        return False
    text = fact_sentence(pack, step.fact)
    shorts = [short_name(pack.entries[end]) for end in (step.start, step.end)]
    return any(_tells_of(text, short, NOTHING) and not _tells_of(text, short, _NAMED_AFTER) for short in shorts)


def only_compares(pack: Pack, step: Step) -> bool:
    """Return whether a sentence names one of the two only as somebody with whom another is compared."""
    if step.fact is None:
        return False
    text, ends = fact_sentence(pack, step.fact), (pack.entries[end] for end in (step.start, step.end))
    shorts = [short_name(end) for end in ends if end.kind is Kind.PERSON]
    return any(_tells_of(text, short, NOTHING) and not _tells_of(text, short, COMPARED) for short in shorts)


def only_owns(pack: Pack, step: Step) -> bool:
    """Return whether a sentence names one of two only by his organisation, and the other only by something of his."""
    if step.fact is None:
        return False
    text = fact_sentence(pack, step.fact)
    shorts = [short_name(pack.entries[end]) for end in (step.start, step.end)]
    if not all(_tells_of(text, short, NOTHING) for short in shorts):
        return False
    outside = [short for short in shorts if not _tells_of(text, short, _NAMED_AFTER)]
    by_body = [short for short in shorts if not _tells_of(text, short, _BY_BODY)]
    return any(each != short for each in outside for short in by_body)
