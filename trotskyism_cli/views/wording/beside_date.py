"""Remove from a sentence the date that is shown beside it."""

import re
from collections.abc import Iterable

from trotskyism_cli.pack.dates import A_MONTH, MONTHS, NAMED_YEAR, Date, Precision
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex

# Placeholder for the date, so that patterns are compiled once for all dates. It counts as a word character and occurs
# in no text.
_DATE = "\u0660"
_OLD = r" \([^()]*Old Style\)"  # behind a date
# Words with which another clause begins, or a second verb: a date behind them may not be that of the main clause.
_OTHER_CLAUSE = lazy_regex(
    r"[,;:()—“”]|\b(?:after|although|as|because|before|but|how|if|once|or|since|so|than|that|though|till|unless|until|"
    r"what|when|where|whether|which|while|who|whom|whose|why)\b|\band\b(?! [A-Z]| (?!has|is|was)\w+s\b)"
    r"|\blasted$"
)
# Everything before the last sentence, also a name with a colon.
_SENTENCE = lazy_regex(r"^.*(?:[.?!]|^[^:“]*:) (?=[A-Z])")
_NOUNS = lazy_regex(r"^[A-Z]\w+(?<!s) of [^,;:]+? and ")  # what an event was: `Rising of the sailors and garrison of …`
_ASIDE = lazy_regex(r"^[^,;:]+, [^,;:]+, (?=[a-z])")  # a subject and what it was: `Kamenev, once a leader, was …`
# Words before the subject: `Gravely ill, `.
_FRONT = lazy_regex(r"^[A-Z][a-z]+(?: [a-z’'-]+){1,3}, (?=the [A-Z]|[A-Z])")
# What may follow the date if the main clause is complete without it: its end, or more of the same clause.
_MORE = "(?:against|amid|at|between|by|during|for|in|of|through|under|with)"
_BEHIND = lazy_regex(rf"[.:;]|$|(?:,? (?:and|but)| {_MORE}) (?!\d|(?:{A_MONTH}|which|who|whom|whose)\b)")
# What goes on from a date, or depends on it.
_GOES_ON = r"(?!(?:and|as|on|or|that|the day|till|to|until|when|where|which|while|who|whose)\b)"


def without_date(text: str, when: Date) -> str:
    """A text without its date, if the date begins it or ends its main clause; else the whole text."""
    for written in _ways(when):
        if written not in text:
            continue
        if written.isdecimal() and len(set(NAMED_YEAR.findall(text))) > 1:
            continue  # needed to tell it from another year
        marked = text.replace(written, _DATE)
        if re.search(rf"\bdate[sd]?\b[^.;]*\b{_DATE}", marked):
            continue  # "dates from 1905" would say nothing without the year
        marked = _without_opening(marked)
        marked = _without_end(marked)
        if when.is_exact_day and written[:1].isdigit() and not written.isdecimal():
            marked = _with_that_day(marked)
        text = marked.replace(_DATE, written)
    return text.replace("?.", "?")


def without_date_at_end(text: str, when: Date) -> str:
    """A text without a date at its very end, whichever clause it dates: `…, published in May 1921`."""
    for written in (*_ways(when), MONTHS[when.first.month]):
        for led in (f" in {written}", f" on {written}"):
            text = text.removesuffix(led)
    return text


def _without_opening(text: str) -> str:
    """Drop a date at the beginning, or after a name and a colon: `On 7 November 1917 Petrograd …`."""
    opening = rf"(^|: )(?:(?:[Oo]n|[Ii]n|[Ff]rom) )?{_DATE}(?:{_OLD})?[:,]? {_GOES_ON}(\w)"
    return re.sub(opening, lambda found: found[1] + found[2].upper(), text, count=1)


def _without_end(text: str) -> str:
    """Drop a date at the end of the main clause: `The printers struck on 7 November 1917.`"""

    def left(found: re.Match[str]) -> str:
        clause = _NOUNS.sub("", _ASIDE.sub("", _FRONT.sub("", _SENTENCE.sub("", text[: found.start()]))))
        is_whole = clause and _BEHIND.match(text[found.end() :]) and not _OTHER_CLAUSE.search(clause)
        return "" if is_whole else found.group()

    led = rf" (?:on|in|from) {_DATE}(?:{_OLD})?"
    return re.sub(rf",?{led}(?:,(?= {_MORE} ))?", left, text)


def _with_that_day(text: str) -> str:
    """Write `that day` in phrases that need a day: `Early on 7 November 1917`, `order no. 171 of …`."""
    text = re.sub(rf"^(Late|Early) on {_DATE}(?:{_OLD})?(?=[ ,])", r"\1 that day", text)
    text = re.sub(rf" of {_DATE}{_OLD}(?= (?:in|by) which)", "", text)
    return re.sub(rf" (by|of) {_DATE}(?:{_OLD})?(?=[ ,.;:])", r" \1 that day", text)


def _ways(when: Date) -> Iterable[str]:
    """The forms in which a sentence may have a date, the longest first."""
    whole = date_words(when).partition(" (")[0]
    yield from dict.fromkeys((whole, whole.replace("–", " to ")))
    year = when.year
    if year is None or when.start is None or when.first.month != (when.last.month if when.end else when.first.month):
        return
    if when.start.precision in (Precision.DAY, Precision.MONTH):
        yield f"{MONTHS[when.first.month]} {year}"
        yield str(year)
