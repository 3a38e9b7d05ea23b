"""Answers to how many took part in something, where what is first said of it counts them: a letter of forty-six."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.direct import Direct, inside
from trotskyism_cli.views.hits import sentences
from trotskyism_cli.views.spoken import COUNTED, NUMERALS

# Words by which one asks for those who made something together, and for people without saying which.
TAKING_PART = frozenset("attend attended join joined part participated present sign signed".split())
PEOPLE = frozenset("communists delegates members men people persons representatives".split())
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*|[A-Za-z]+(?:-[a-z]+)?")


def makers_counted(pack: StoredPack, query: Query) -> Direct | None:
    """How many took part in the one event, or signed the one work, that a question names, if its summary counts them.

    A number is one of them if the people that it counts follow soon: those whom the question asks for, if it says.
    """
    if query.asked != "number" or len(query.entries) != 1:
        return None
    entry = pack.entries[next(iter(query.entries))]
    further = [term for term in query.further_terms(TAKING_PART) if term.word not in PEOPLE]
    asked = PEOPLE.intersection(query.words) - {"people", "persons"}
    is_of_makers = TAKING_PART.intersection(query.words) and not further
    if entry.kind not in (Kind.EVENT, Kind.WORK) or not is_of_makers:
        return None
    for text in sentences(entry.summary):
        words = plain(text).split()
        for place, word in enumerate(words):
            after = words[place + 1 : place + 1 + COUNTED]
            if (word in NUMERALS or (word.isdecimal() and len(word) < len("1917"))) and (asked or PEOPLE) & {*after}:
                return Direct(f"{capital(entry.name)}: {inside(text)}", entries=(entry.id,))
    return None
