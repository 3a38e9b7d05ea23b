"""Answer where somebody was when something happened, by a line about the event that begins with him."""

import re

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.hits import lines_on, whole_line
from trotskyism_cli.views.questions.line_match import has_place
from trotskyism_cli.views.wording.surnames import surname

_CLAUSE = lazy_regex(r"[;:] ")


def whereabouts_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer "where was X when Y happened" for a person X and an event Y."""
    if query.asks_for != "where" or "when" not in query.words or query.further_terms(frozenset()):
        return None
    place = query.words.index("when")
    before = [pack.entries[each] for each, (_, end) in query.entries.items() if end <= place]
    after = [pack.entries[each] for each, (start, _) in query.entries.items() if start > place]
    if [each.kind for each in before] != [Kind.PERSON] or [each.kind for each in after] != [Kind.EVENT]:
        return None
    person, event = before[0], after[0]
    text = next((each for each in lines_on(pack, event) if _is_there(pack, person, event, each)), "")
    return Direct(whole_line(event, text), entries=(event.id,)) if text else None


def _is_there(pack: StoredPack, person: Entry, event: Entry, text: str) -> bool:
    """True if a sentence begins with the person, has a place, and has no year outside the event."""
    clause = _CLAUSE.split(text)[0]
    names = "|".join(map(re.escape, (*person.names, surname(person))))
    when = pack.first_known_date(event)
    years = range(when.first.year, when.last.year + 1) if when else range(0)
    is_then = all(int(year) in years for year in NAMED_YEAR.findall(clause))
    return is_then and bool(re.match(rf"(?:{names})\b(?!['’]s)", clause)) and has_place(clause)
