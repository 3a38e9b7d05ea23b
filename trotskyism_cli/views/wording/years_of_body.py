"""Years in which an organisation existed, by its dated facts, else by its summary."""

from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import merger_date
from trotskyism_cli.library.bodies.lifespan import founding_date
from trotskyism_cli.pack.dates import Date, Point, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.wording.margins import year_of

_YEAR = r"(?:(?:the )?(?:early|late|beginning of|end of|spring of|summer of|autumn of) |[A-Z][a-z]+ )?(\d{4})"
# Both years in a summary.
_LIFE = (
    lazy_regex(rf"\bfrom {_YEAR} (?:to|until) {_YEAR}\b"),
    lazy_regex(rf"\bbetween [^.;,]*? of {_YEAR} and [^.;,]*? (?:in|of) {_YEAR}\b"),
    lazy_regex(r"\bwho in (\d{4})–(\d{2,4}) "),
)
_BEGUN = lazy_regex(rf"^[^.;]*?\b(?:from|formed in|founded in|born in) {_YEAR}\b(?!–| to | until )")
# Verbs of an end.
_END = r"banned|broken|broken up|destroyed|disbanded|dissolved|ended|fell|outlawed|wound up"
_ENDED = lazy_regex(
    rf"\b(?:it|and|which)(?: (?:was|were))? (?:{_END})(?: [^.;,]*?)? (?:in|by the end of) [^.;,]*?"
    r"\b(\d{4})(?:–(\d{2,4}))?\b"
    rf"|\bIn (\d{{4}}) (?:it|they) (?:was|were) (?:{_END})\b"
)


SUPPRESSED = "suppressed"  # word of a relation: something suppressed may have gone on elsewhere


class Lived(NamedTuple):
    """When an organisation began and ended, as far as known; `told` is the label of its beginning: `founded`."""

    begun: Date | None
    ended: Date | None
    told: str = ""


def years_of_body(pack: Pack, body: Entry) -> Lived:
    """Beginning and end of an organisation, by its dates, its origin and successor, or its summary.

    A suppression is no end, since the organisation may have gone on elsewhere.
    """
    begun = founding_date(pack, body.id)
    known = [(when, pack.relations[fact.relation]) for fact, when in pack.known_dates(body) if not fact.corrects]
    own = {when: relation.label for when, relation in known}
    ends = (when for when, relation in known if when != begun and SUPPRESSED not in relation.words)
    ended = next(ends, None) or merger_date(pack, body)
    if begun is None and ended is None and (said := _life_said(body.summary)):
        return said
    told = own.get(begun, "") if begun else ""
    if begun is None and (found := _BEGUN.search(body.summary)):
        begun = parse_date(found[1])
    if ended is None and (found := _ENDED.search(body.summary)):
        ended = parse_date(_full(*(each for each in found.groups() if each)))
    return Lived(begun, ended, told)


def span_words(begun: Date | None, ended: Date | None, told: str) -> str:
    """The years in short: `1903–1918`, `until 1991`; without a known end `founded 1938`."""
    first, last = (_year(day.start or day.end) if day else "" for day in (begun, ended))
    if begun and ended:
        return "–".join(dict.fromkeys((first, last)))
    return f"until {last}" if ended else f"{told or 'from'} {first}" if begun else ""


def _year(point: Point | None) -> str:
    return year_of(point) if point else ""


def _life_said(text: str) -> Lived | None:
    """Both years, if a text gives them together; else None."""
    found = next((found for pattern in _LIFE if (found := pattern.search(text))), None)
    return Lived(parse_date(found[1]), parse_date(_full(found[1], found[2]))) if found else None


def _full(first: str, last: str = "") -> str:
    """The later of two years, if it is short (`21` of `1920–21`) made whole."""
    return f"{first[: len(first) - len(last)]}{last}"
