"""What somebody did or was, in a word or two: `Joined the Bolsheviks`, `In exile in Turkey`."""

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import EntryRef, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation, Role
from trotskyism_cli.pack.wording import capital, fact_plurals, fact_sentence, fact_values, fill
from trotskyism_cli.views.offices import TITLE, office_name

VIOLENT = lazy_regex(r"\b(?:was|were) (?:[\w ,]+ and )?(shot|murdered|executed|killed|hanged|assassinated)\b")
WAS_IN = lazy_regex(r"\{subject\} (?:was|were|\{was\|were\}) (in [^{}]+\{object\})")  # a wording that tells of a state


def deed(pack: Pack, fact: Fact, relation: Relation) -> str:
    """`Joined the Bolsheviks`, `In exile in Turkey`, `Born`, `Shot`, or an office; empty for what needs a sentence.

    Of a state in which somebody was it is not told that he was brought into it: he may have come by himself.
    """
    if isinstance(fact.object, EntryRef):
        if state := WAS_IN.fullmatch(relation.says):
            return capital(fill(state[1], fact_values(pack, fact), fact_plurals(pack, fact)))
        return capital(f"{relation.label} {pack.entries[fact.object.id].phrase_at(fact.when)}")
    if isinstance(fact.object, str) and fact.object != fact.text:
        office = office_name(fact.object)
        return capital(office) if len(office) <= TITLE else ""
    if not isinstance(fact.object, Date):
        return ""
    killed = VIOLENT.search(fact_sentence(pack, fact)) if relation.role == Role.DIED else None
    return capital(killed[1] if killed else relation.label)
