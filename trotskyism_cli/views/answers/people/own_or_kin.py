"""Test whether a line is about the person asked about, and not about his kin or somebody else's."""

import re

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.people.death import DEATHS, OF_DEATH, WEAPONS
from trotskyism_cli.views.answers.people.kin import FAMILY
from trotskyism_cli.views.answers.people.kin_between import BY_LAW

ASKED = frozenset({"who", "where"})
OF_KIN = FAMILY | {*BY_LAW}  # words of a question that asks only for kin
FAR = 120  # letters between a name and `his wife`, at most


def kin_asked(pack: StoredPack, query: Query) -> Entry | None:
    """Return the one person whose kin a who-question asks for."""
    person = only_person(pack, query)
    return person if query.asks_for == "who" and FAMILY.intersection(query.words) - query.naming else None


def may_tell(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """True if a line may tell who somebody's kin was, or who killed him or where; always for other questions."""
    person = only_person(pack, query)
    if person is None or query.asks_for not in ASKED or "did" in query.words:
        return True
    name = re.escape(person.name.rpartition(" ")[2])
    if kin_asked(pack, query):
        return tells_of_kin(pack, query, person, owner, text)
    if (OF_DEATH - WEAPONS).intersection(query.words) - query.naming:
        deaths = "|".join(sorted(DEATHS))
        return bool(re.search(rf"\b{name}\b(?!['’]s(?! (?:{deaths})\b))", text))
    return True


def tells_of_kin(pack: StoredPack, query: Query, person: Entry, owner: str, text: str) -> bool:
    """True if a line names the kin asked for as kin of this very person.

    Kin in law are mutual: whose brother-in-law he is said to be is his brother-in-law.
    """
    name, kin = re.escape(person.name.rpartition(" ")[2]), _kin_in(query)
    if owner == person.id and _is_by_law(query) and re.search(rf"['’]s {kin}\b", text):
        return True
    is_of_another = owner != person.id and owner in pack.entries and pack.entries[owner].kind is Kind.PERSON
    by_name = rf"\b{name}['’]s?,? (?:\w+ ){{0,2}}{kin}\b|\b{kin}(?: \w+){{0,4}}? of (?:\w+ )?{name}\b"
    his = rf"\b{name}\b[^.;]{{0,{FAR}}}\b(?:his|her) (?:\w+ )?{kin}\b"
    return bool(re.search(by_name, text) or (not is_of_another and re.search(his, text)))


def is_of_other_kin(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """True if a question has a word for somebody's kin, and a line has it only for the kin of others."""
    person = only_person(pack, query)
    if person is None or not FAMILY.intersection(query.words) - query.naming:
        return False
    told = [found[1] for found in re.finditer(rf"(['’]s (?:\w+ )?)?\b{_kin_in(query)}\b", text)]
    is_of_himself = owner == person.id and not all(told)
    return bool(told) and not is_of_himself and not tells_of_kin(pack, query, person, owner, text)


def _kin_in(query: Query) -> str:
    """Return a pattern for the kin that a question asks for."""
    kin = "|".join(sorted(FAMILY.intersection(query.words)))
    return rf"(?:{kin})s?{'-in-law' if _is_by_law(query) else '(?!-in-law)'}"


def _is_by_law(query: Query) -> bool:
    return {*BY_LAW} <= {*query.words}
