"""Answer who the children, the wife or the family of somebody were, and how many."""

import re
from collections.abc import Sequence
from itertools import takewhile

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.of_one_entry import WITH_ENTRIES, end_of
from trotskyism_cli.views.questions.direct import Direct, is_what, words_said
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import surname

# Words for kin: as a summary has them, and (KIN) as a question asks, each with those of the summaries.
_CHILDREN, _MARRIED = frozenset("son sons daughter daughters".split()), frozenset("wife husband companion".split())
FAMILY = _CHILDREN | _MARRIED | frozenset("brother sister father mother".split())
KIN = {
    **dict.fromkeys(("child", "children"), _CHILDREN),
    **dict.fromkeys(("son", "sons"), frozenset({"son", "sons"})),
    **dict.fromkeys(("daughter", "daughters"), frozenset({"daughter", "daughters"})),
    **dict.fromkeys(("wife", "wives", "husband", "husbands", "married", "marry", "companion"), _MARRIED),
    **dict.fromkeys(("family", "relatives"), FAMILY),
}
ONE = frozenset("wife husband companion".split())  # the question takes it that there was only one
WHICH = "(?:first|second|third|elder|eldest|younger|youngest|only)"  # may stand before a word for kin
IN_ORDER = ("first", "second", "third", "fourth")
NO_NUMBER = "The book does not say how many."
_OF_MARRIED = lazy_regex(rf"['’]s (?:{WHICH} )?(?:wife|husband)\b|\b(?:wife|husband) of [A-Z]")  # whose
SOME = f"{NO_NUMBER} {WITH_ENTRIES}"
KIN_OF = 4  # words between `wife` and `of`


def kin_of(pack: StoredPack, query: Query) -> Direct | None:
    """Tell the kin of somebody: by his own facts, then by people whose summaries begin by saying so."""
    asked = [KIN[word] for word in query.words if word in KIN]
    if {"when", "where"} & query.asks:
        return None
    entry = only_person(pack, query) if asked and query.is_only_names_or(frozenset(KIN)) else None
    if entry is None:
        return None
    kin = frozenset().union(*asked)
    counts = _counts(pack, entry) if kin.intersection(_CHILDREN) else []
    stated = [*counts, *_stated(pack, entry, kin)]
    lines = [fact_sentence(pack, fact) for fact in stated]
    said = plain(" ".join(lines))
    ends = HAPPENED.intersection(query.words)
    found = _with_entries(pack, entry, kin)
    told = [
        f"{each.name}: {first_sentence(each.summary)}. {end_of(pack, each) if ends else ''}".strip()
        for each in found
        if ends or plain(each.name) not in said
    ]
    if not (lines or told):
        of_himself = not kin.isdisjoint(_MARRIED) and _OF_MARRIED.search(first_sentence(entry.summary))
        return Direct(is_what(entry), entries=(entry.id,)) if of_himself else None
    is_whole = bool(counts) or not ONE.isdisjoint(query.words)
    if "many" in query.words and not is_whole:
        number = _numbered(next(word for word in query.words if word in KIN), kin, [*lines, *told])
        first, *further = [number or (NO_NUMBER if lines else SOME), *lines, *told]
    else:
        first, *further = [*lines, *told, *([] if is_whole or lines else [WITH_ENTRIES])]
    owners = [*([entry.id] if lines else []), *(each.id for each in found)]
    return Direct(first, " ".join(further), tuple(fact.id for fact in stated), tuple(owners))


def _numbered(asked: str, kin: frozenset[str], lines: Sequence[str]) -> str:
    """Say how many kin are told of, if they are called the first, the second and so on; else empty."""
    words, said = "|".join(sorted(kin)), " ".join(lines)
    told = [*takewhile(lambda each: re.search(rf"\b{each} (?:{words})\b", said), IN_ORDER)]
    return f"The book tells of {len(told)} {asked}." if len(told) > 1 else ""


def _stated(pack: StoredPack, person: Entry, kin: frozenset[str]) -> list[Fact]:
    """Return the facts about somebody's kin that begin with them: `his first wife was`."""
    name = re.escape(surname(person))
    words = "|".join(sorted({*kin, *(asked for asked, found in KIN.items() if kin <= found)} - {"family", "relatives"}))
    whose = re.compile(rf"{name}['’]s? (?:{WHICH} )?(?:{words})\b")
    return [fact for fact in _known(pack, person) if whose.match(fact_sentence(pack, fact))]


def _counts(pack: StoredPack, person: Entry) -> list[Fact]:
    """Return the facts that begin with how many children somebody had: `he had four children`."""
    numbers = "|".join(sorted(map(re.escape, NUMERALS)))
    name = re.escape(plain(surname(person)))
    counted = re.compile(rf"(?:\w+ )?{name} had (?:{numbers}|\d+) (?:children|sons|daughters)\b")
    return [fact for fact in _known(pack, person) if counted.match(" ".join(words_said(pack, fact)))]


def _known(pack: StoredPack, person: Entry) -> list[Fact]:
    return [fact for fact in pack.known_facts(person) if not fact.according_to]


def _with_entries(pack: StoredPack, person: Entry, kin: frozenset[str]) -> list[Entry]:
    """Return the people whose summary begins by saying that they are such kin of somebody."""
    name, words = plain(person.name).rpartition(" ")[2], "|".join(sorted(kin))
    of_whom = rf"(?:{words})(?: \w+){{0,{KIN_OF}}}? of (?:\w+ )?(?:\w+ \w+ and )?{name}"
    link = re.compile(rf"\b(?:{of_whom}|{name} (?:{WHICH} )?(?:{words}))\b")
    people = pack.summed_up_with(name, (Kind.PERSON,))
    return [each for each in people if each.id != person.id and link.search(plain(first_sentence(each.summary)))]
