"""Whether a line tells of somebody what a question asks of him, and not of his kin or of somebody else's."""

import re

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.somebody import only_person
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.people.death import DEATHS, OF_DEATH, WEAPONS
from trotskyism_cli.views.answers.people.kin import FAMILY

ASKED = frozenset({"who", "where"})
FAR = 120  # letters between the name of somebody and `his wife`


def kin_asked(pack: StoredPack, query: Query) -> Entry | None:
    """The one person of whose kin a question asks who that was."""
    person = only_person(pack, query)
    return person if query.asked == "who" and FAMILY.intersection(query.words) - query.naming else None


def may_tell(pack: StoredPack, query: Query, owner: str, text: str) -> bool:
    """Whether a line may tell who the kin of somebody was, or who killed him or where, if a question asks for that."""
    person = only_person(pack, query)
    if person is None or query.asked not in ASKED or "did" in query.words:
        return True
    name = re.escape(person.name.rpartition(" ")[2])
    if kin_asked(pack, query):
        kin = "|".join(sorted(FAMILY.intersection(query.words)))
        is_of_another = owner != person.id and owner in pack.entries and pack.entries[owner].kind is Kind.PERSON
        by_name = rf"\b{name}['’]s?,? (?:\w+ ){{0,2}}(?:{kin})\b|\b(?:{kin})(?: \w+){{0,4}}? of (?:\w+ )?{name}\b"
        his = rf"\b{name}\b[^.;]{{0,{FAR}}}\b(?:his|her) (?:\w+ )?(?:{kin})\b"
        return bool(re.search(by_name, text) or (not is_of_another and re.search(his, text)))
    if (OF_DEATH - WEAPONS).intersection(query.words) - query.naming:
        deaths = "|".join(sorted(DEATHS))
        return bool(re.search(rf"\b{name}\b(?!['’]s(?! (?:{deaths})\b))", text))
    return True
