"""Answer whether one of two was the other's wife, brother-in-law and so on, by a first sentence that says it."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.answers.people.kin import FAMILY, KIN, WHICH
from trotskyism_cli.views.questions.direct import Direct, is_what
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import surname

BY_LAW = ("in", "law")  # kin in law are mutual
_KIN = "|".join(sorted(FAMILY))
_OF_KIN = lazy_regex(rf"['’]s (?:{WHICH} )?(?:{_KIN})\b|\b(?:{_KIN}) of [A-Z]")  # whose kin
IN_TURN = frozenset({"brother", "brothers", "sister", "sisters"})


def kin_between(pack: StoredPack, query: Query) -> Direct | None:
    """Answer by the first sentence on one of the two, if it has what is asked: `Trotsky's brother-in-law`.

    Otherwise by whose kin the first person is said to be, if his first sentence says so.
    """
    people = sorted((span, each) for each, span in query.entries.items() if pack.entries[each].kind is Kind.PERSON)
    if not (query.is_yes_or_no and query.begins_with_be) or len(people) != 2 or len(query.entries) != 2:
        return None
    (_, one), (last, other) = people
    kin = query.words[last[1] :]
    if (FAMILY | KIN.keys()).isdisjoint(kin):
        return None
    is_mutual = kin[-2:] == BY_LAW and not IN_TURN.isdisjoint(kin)
    for own, of_whom in ((one, other), *([(other, one)] if is_mutual else [])):
        person, name = pack.entries[own], plain(surname(pack.entries[of_whom]))
        line = first_sentence(person.summary)
        if re.search(rf"\b{name} (?:{WHICH} )?{' '.join(map(re.escape, kin))}\b", plain(line)):
            return Direct(f"{person.name}: {line}.", entries=(own,))
    person = pack.entries[one]
    return Direct(is_what(person), entries=(one,)) if _OF_KIN.search(first_sentence(person.summary)) else None
