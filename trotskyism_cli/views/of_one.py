"""Answers to what one asks of one entry: why it matters, how old somebody became, who was his kin."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.direct import Direct
from trotskyism_cli.views.telling import first_sentence

MATTERING = frozenset("famous important importance matter matters mattered significance significant".split())
# Words by which one asks for kin, and those by which a summary says whose kin somebody was.
_CHILDREN, _MARRIED = frozenset("son sons daughter daughters".split()), frozenset("wife husband companion".split())
_KIN = _CHILDREN | _MARRIED | frozenset("brother sister father mother".split())
KIN = {
    **dict.fromkeys(("child", "children"), _CHILDREN),
    **dict.fromkeys(("son", "sons"), frozenset({"son", "sons"})),
    **dict.fromkeys(("daughter", "daughters"), frozenset({"daughter", "daughters"})),
    **dict.fromkeys(("wife", "wives", "husband", "married", "marry", "companion"), _MARRIED),
    **dict.fromkeys(("family", "relatives"), _KIN),
}
WITH_ENTRIES = "Named here are only those who have entries of their own."
KIN_OF = 4  # words between what somebody was and of whom


def importance_of(pack: StoredPack, query: Query) -> Direct | None:
    """Why what a question names matters."""
    if len(query.entries) != 1 or not MATTERING.intersection(query.words) or not query.is_only_names_or(MATTERING):
        return None
    entry = pack.entries[next(iter(query.entries))]
    return Direct(f"{capital(entry.name)}: {entry.significance}") if entry.significance else None


def age_of(pack: StoredPack, query: Query) -> Direct | None:
    """How old somebody became, with the days of birth and death."""
    if not {"how", "old"} <= {*query.words} or len(query.entries) != 1:
        return None
    entry = pack.entries[next(iter(query.entries))]
    days = [fact for fact in entry.facts if isinstance(fact.object, Date) and not fact.negated]
    if entry.kind is not Kind.PERSON or len(days) < 2:
        return None
    born, died = (fact.object for fact in days[:2] if isinstance(fact.object, Date))
    told = " ".join(fact_sentence(pack, fact) for fact in days[:2])
    if not (born.is_exact_day and died.is_exact_day):
        return Direct(told, "", tuple(fact.id for fact in days[:2]))
    had_birthday = (died.first.month, died.first.day) >= (born.first.month, born.first.day)
    years = died.first.year - born.first.year - (not had_birthday)
    return Direct(f"{entry.name} lived {years} years.", told, tuple(fact.id for fact in days[:2]))


def kin_of(pack: StoredPack, query: Query) -> Direct | None:
    """The children, the wife or all the family of somebody, as far as they have entries, which say so first."""
    asked = next((word for word in query.words if word in KIN), "")
    if not asked or len(query.entries) != 1 or not query.is_only_names_or(frozenset(KIN)):
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is not Kind.PERSON:
        return None
    surname = plain(entry.name).rpartition(" ")[2]
    kin = "|".join(sorted(KIN[asked]))
    of_whom = rf"(?:{kin})(?: \w+){{0,{KIN_OF}}}? of (?:\w+ )?(?:\w+ \w+ and )?{surname}"
    link = re.compile(rf"\b(?:{of_whom}|{surname} (?:{kin}))\b")
    people = (each for each in pack.entries.values() if each.kind is Kind.PERSON and each.id != entry.id)
    found = [each for each in people if link.search(plain(first_sentence(each.summary)))]
    told = [f"{each.name}: {first_sentence(each.summary)}." for each in found]
    of_them = tuple(each.id for each in found)
    return Direct(told[0], " ".join([*told[1:], WITH_ENTRIES]), entries=of_them) if told else None
