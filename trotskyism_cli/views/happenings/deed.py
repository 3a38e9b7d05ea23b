"""What somebody did or was, in a few words without the name: `Joined the Bolsheviks`, `In exile in Turkey`."""

import re

from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation, Role
from trotskyism_cli.pack.wording import capital, fact_plurals, fact_sentence, fact_values, fill
from trotskyism_cli.views.happenings.offices import TITLE, office_name
from trotskyism_cli.views.wording.beside_date import without_date, without_date_at_end
from trotskyism_cli.views.wording.surnames import surname

WHOLE_SENTENCE = "{object}"  # wording of a relation whose object is a whole sentence
_OF_WHAT = r"(?:and|as|at|by|from|in|of|on|with)"  # may continue a name
ROOM = 120  # letters of a deed

VIOLENT = lazy_regex(rf"\b(?:was|were) (?:[\w ,]+ and )?({WAS_KILLED})")
WAS_IN = lazy_regex(r"\{subject\} (?:was|were|\{was\|were\}) (in [^{}]+\{object\})")  # wording of a state


def deed(pack: Pack, fact: Fact, relation: Relation) -> str:
    """`Joined the Bolsheviks`, `In exile in Turkey`, `Born`, `Shot`, or an office; empty if a sentence is needed.

    A state (`In exile in Turkey`) does not say how it came about.
    """
    if isinstance(fact.object, EntryRef):
        if state := WAS_IN.fullmatch(relation.says):
            return capital(fill(state[1], fact_values(pack, fact), fact_plurals(pack, fact)))
        return capital(f"{relation.label} {pack.entries[fact.object.id].phrase_at(fact.when)}")
    if relation.says == WHOLE_SENTENCE:  # never an office
        return _told_of_him(pack, fact)
    if isinstance(fact.object, str) and fact.object != fact.text:
        office = office_name(fact.object)
        return capital(office) if len(office) <= TITLE else ""
    if not isinstance(fact.object, Date):
        return ""
    killed = VIOLENT.search(fact_sentence(pack, fact)) if relation.role == Role.DIED else None
    return capital(killed[1] if killed else relation.label)


def _told_of_him(pack: Pack, fact: Fact) -> str:
    """A fact's sentence without the person's name at its start and without its date; empty if it begins otherwise."""
    own = pack.entries[fact.subject]
    if own.kind is not Kind.PERSON or fact.when is None:
        return ""
    text = without_date_at_end(without_date(fact_sentence(pack, fact), fact.when).removesuffix("."), fact.when)
    told = without_name(own, text)
    return told if told != text and len(told) <= ROOM else ""


def without_name(entry: Entry, text: str) -> str:
    """A text without the name at its start, unless the name goes on ("Trotsky of …")."""
    return capital(re.sub(rf"^(?:{names_of(entry)}) (?!{_OF_WHAT}\b)(?:was )?(?=\w)", "", text))


def names_of(entry: Entry) -> str:
    """A pattern for all names of an entry, and the surname."""
    return "|".join(map(re.escape, (*entry.names, surname(entry))))
