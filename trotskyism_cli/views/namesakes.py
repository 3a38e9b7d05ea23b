"""Whether a text speaks of somebody at all, or only of others who have his surname, or whose first name that is."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.surnames import short_name

_NAME_AFTER = lazy_regex(
    r" (?:[A-Z]\. ?)*(?!(?:Commission|Committee|Group|League|Opposition|Party|Pact|Tendency)\b)[A-ZÀ-Ž][a-zà-ž]"
)
_WORD_BEFORE = lazy_regex(r"([A-ZÀ-Ž][\w’-]+) $")


def only_namesakes(pack: StoredPack, person: Entry, text: str) -> bool:
    """Whether only others are named in a text by what somebody is called: `Alexei Smirnov`, `James Burnham`."""
    if person.kind is not Kind.PERSON or any(name in text for name in person.names if " " in name):
        return False
    own = {word for name in person.names for word in name.split()}
    places = [found.span() for found in re.finditer(rf"\b{re.escape(short_name(person))}\b", text)]
    return bool(places) and all(_is_of_another(pack, own, text[:begin], text[end:]) for begin, end in places)


def _is_of_another(pack: StoredPack, own: set[str], before: str, after: str) -> bool:
    if _NAME_AFTER.match(after):
        return True
    first = _WORD_BEFORE.search(before)
    return first is not None and first[1] not in own and _is_first_name(pack, first[1])


def _is_first_name(pack: StoredPack, word: str) -> bool:
    """Whether somebody in the book has it as his first name."""
    query = "SELECT 1 FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND kind = ? AND form GLOB ? LIMIT 1"
    return bool(pack.store.column(query, Kind.PERSON, f"{plain(word)} *"))
