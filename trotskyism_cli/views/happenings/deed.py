"""What somebody did or was, in a word or two: `Joined the Bolsheviks`, `In exile in Turkey`."""

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

WHOLE_SENTENCE = "{object}"  # the wording of a statement
_OF_WHAT = r"(?:and|as|at|by|from|in|of|on|with)"  # what may follow a name and belong to it
ROOM = 120  # letters of what is told in a row

VIOLENT = lazy_regex(rf"\b(?:was|were) (?:[\w ,]+ and )?({WAS_KILLED})")
WAS_IN = lazy_regex(r"\{subject\} (?:was|were|\{was\|were\}) (in [^{}]+\{object\})")  # a wording that tells of a state


def deed(pack: Pack, fact: Fact, relation: Relation) -> str:
    """`Joined the Bolsheviks`, `In exile in Turkey`, `Born`, `Shot`, or an office; empty for what needs a sentence.

    Of a state in which somebody was it is not told that he was brought into it: he may have come by himself.
    """
    if isinstance(fact.object, EntryRef):
        if state := WAS_IN.fullmatch(relation.says):
            return capital(fill(state[1], fact_values(pack, fact), fact_plurals(pack, fact)))
        return capital(f"{relation.label} {pack.entries[fact.object.id].phrase_at(fact.when)}")
    if relation.says == WHOLE_SENTENCE:  # of which no beginning is an office
        return _told_of_him(pack, fact)
    if isinstance(fact.object, str) and fact.object != fact.text:
        office = office_name(fact.object)
        return capital(office) if len(office) <= TITLE else ""
    if not isinstance(fact.object, Date):
        return ""
    killed = VIOLENT.search(fact_sentence(pack, fact)) if relation.role == Role.DIED else None
    return capital(killed[1] if killed else relation.label)


def _told_of_him(pack: Pack, fact: Fact) -> str:
    """What a sentence tells of the person whose name begins it, without that and its date; else nothing."""
    own = pack.entries[fact.subject]
    if own.kind is not Kind.PERSON or fact.when is None:
        return ""
    text = without_date_at_end(without_date(fact_sentence(pack, fact), fact.when).removesuffix("."), fact.when)
    told = without_name(own, text)
    return told if told != text and len(told) <= ROOM else ""


def without_name(entry: Entry, text: str) -> str:
    """What is told of somebody without the name with which it begins, unless more than that says who it was."""
    return capital(re.sub(rf"^(?:{names_of(entry)}) (?!{_OF_WHAT}\b)(?:was )?(?=\w)", "", text))


def names_of(entry: Entry) -> str:
    """A pattern of all that somebody is called."""
    return "|".join(map(re.escape, (*entry.names, surname(entry))))
