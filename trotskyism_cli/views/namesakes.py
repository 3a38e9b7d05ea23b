"""Whether a text speaks of somebody at all, or only of others who have his surname, or whose first name that is."""

import re
from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital
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


def only_a_word(entry: Entry, text: str) -> bool:
    """Whether a text has what an entry is called only in other letters: `ice`, which is written `ICE`; or as a year."""
    names = (*entry.names, *([entry.name.rpartition(" ")[2]] if entry.kind is Kind.PERSON else ()))
    folded, is_found = text.casefold(), False
    for name in names:
        for place in _places_of(name.casefold(), folded):
            if _is_written(name, text[place : place + len(name)], is_first=not place):
                return False
            is_found = True
    return is_found


def _places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text as a word, or words, of its own."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not (text[end : end + 1].isalnum() or text[max(0, place - 1) : place].isalnum()):
            yield place
        place = text.find(name, end)


def _is_written(name: str, found: str, *, is_first: bool) -> bool:
    """Whether words in a text are written as a name is; what is of small letters may begin it.

    Of several words one capital is enough: `October revolution`.
    """
    if " " in name:
        return name[1:].islower() or not found.islower()
    return not name.isdecimal() and (found == name or (is_first and found == capital(name)))


def _is_of_another(pack: StoredPack, own: set[str], before: str, after: str) -> bool:
    if _NAME_AFTER.match(after):
        return True
    first = _WORD_BEFORE.search(before)
    return first is not None and first[1] not in own and _is_first_name(pack, first[1])


def _is_first_name(pack: StoredPack, word: str) -> bool:
    """Whether somebody in the book has it as his first name."""
    query = "SELECT 1 FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND kind = ? AND form GLOB ? LIMIT 1"
    return bool(pack.store.column(query, Kind.PERSON, f"{plain(word)} *"))
