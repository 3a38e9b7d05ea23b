"""What an office is called where there is little room for it, and which of somebody's offices leads."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack

TITLE = 50  # letters of an office; what is longer is a sentence
OFFICE = "office"  # among the words by which one asks what somebody was
_FURTHER = re.compile(r" and |, ")


def office_name(office: str) -> str:
    """What an office is called; of a name that takes up lines, the beginning."""
    if len(office) <= TITLE:
        return office
    title = office.partition(" of ")[0]
    return title if " " in title else _FURTHER.split(office)[0]


def standing(pack: Pack, entry: Entry) -> str:
    """What an entry is called beside its name: its type; if that is a lesser office of somebody, the weightiest."""
    held = [fact for fact in entry.facts if OFFICE in pack.relations[fact.relation].words and pack.is_known(fact)]
    offices = {fact.object: fact.importance for fact in held if isinstance(fact.object, str)}
    own = plain(entry.type).split()
    words = {office: plain(office).split() for office in offices}
    ranks = [offices[each] for each in offices if words[each][:1] == own[:1] and {*own} <= {*words[each]}]
    first = max(offices, key=lambda office: offices[office], default="")
    return office_name(first) if ranks and offices[first] > max(ranks) else entry.type
