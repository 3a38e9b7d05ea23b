"""What somebody did or became, from dated sentences: rows of a life beside offices and exiles."""

import re
from collections.abc import Iterable, Iterator

from trotskyism_cli.pack.dates import A_MONTH, Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part, Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.bodies.rows import sentence_of
from trotskyism_cli.views.happenings.deed import ROOM, names_of, without_name
from trotskyism_cli.views.happenings.entry_history import is_about_it
from trotskyism_cli.views.happenings.row import Happening

_PAUSE = lazy_regex(rf"[;:] |, and (?=(?:in|on) (?:\d|{A_MONTH}))")  # followed by other or later matters
_AT_LAST = lazy_regex(rf" in (?:(?:{A_MONTH}) )?(\d{{4}})$")
_BEGAN = r"From (?:the (?:beginning|end) of )?(\d{{4}}) (?:on )?(?:{}) (?!to )([a-z][^,;:]+)"
_BECAME = r"From [^,;:]*?\d{{4}} to (?:[A-Z]\w+ )?(\d{{4}}) (?:{}) [^,;:]*?\b(?:became|to become) ([^,;:]+)"


def told_of_life(pack: Pack, own_id: str, happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Notable deeds of a person that no happening tells yet, in words that follow the name."""
    entry, known = pack.entries[own_id], list(happenings)
    if entry.kind is not Kind.PERSON:
        return
    told = {each.fact.id for each in known}
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        is_deed = relation.part in (Part.LIFE, Part.POLITICS) and relation.role != Role.NAME
        if not (is_deed and isinstance(fact.object, str) and pack.is_known(fact)) or fact.importance < NOTABLE:
            continue
        became = _became(pack, entry, fact)
        said = became or _began(pack, entry, fact) or sentence_of(pack, fact)
        if said is None or fact.id in told:
            continue
        when, text = said
        text = without_name(entry, _PAUSE.split(text)[0])
        later = _AT_LAST.search(text)  # it happened only then, not when the fact began
        if later and int(later[1]) > when.first.year:
            continue
        if len(text) <= ROOM and not any(is_about_it(text, when, each, entry) for each in known):
            yield Happening(when, text, own_id, NOTABLE, fact, when.last if became else None)


def _became(pack: Pack, entry: Entry, fact: Fact) -> tuple[Date, str] | None:
    """What somebody became at the end of a span: `From 1923 to 1929 he beat his rivals and became sole leader`."""
    found = re.match(_BECAME.format(names_of(entry)), fact_sentence(pack, fact))
    return (parse_date(found[1]), f"Became {found[2].removesuffix('.')}") if found else None


def _began(pack: Pack, entry: Entry, fact: Fact) -> tuple[Date, str] | None:
    """What somebody did from a year on: `From the end of 1929 he drove the peasants into collective farms`."""
    found = re.match(_BEGAN.format(names_of(entry)), fact_sentence(pack, fact))
    return (parse_date(found[1]), capital(found[2].removesuffix("."))) if found else None
