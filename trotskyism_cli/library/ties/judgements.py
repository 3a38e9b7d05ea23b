"""Evidence on an issue that divides two sides: known facts, and judgements of historians of neither side.

A historian who speaks only of other people is left out, whatever he says on the issue.
"""

from collections.abc import Callable, Collection, Iterator
from functools import cache

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.name_table import BY_SEARCH
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.wording import object_label

SHOWN = 2  # most judgements shown on an issue
HISTORIAN = "historian"  # type of an entry whose judgement belongs to neither side
_NAME = lazy_regex(r"\b[^\W\d_a-z]\w+")  # capitalised, so that the historian Day is no day

Sides = tuple[set[str], set[str]]
People = Callable[[str], set[str]]


def people_by_surname(library: Library) -> People:
    """A function that gives the people with a (plain, single-word) name."""
    query = (
        "SELECT entry FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND form = ? AND kind = ? AND weight > ?"
    )

    @cache
    def named(word: str) -> set[str]:
        return {*library.store.column(query, word, Kind.PERSON, BY_SEARCH)} if " " not in word else set()

    return named


def judgements(pack: StoredPack, issue: str, sides: Sides, people: People) -> tuple[Fact, ...]:
    """The weightiest facts and judgements on an issue that name both sides, only the sides, or nobody.

    If the issue itself names a side, all of them. A judgement comes with those that contradict it.
    """
    facts = [*pack.facts_that("about", issue), *(fact for fact in pack.entries[issue].facts if fact.according_to)]
    found = {fact.id: fact for fact in facts if _decides(pack, fact, sides)}
    asked_of = list(_people_in(pack.entries[issue].name, people))
    are_all_of_both = bool(asked_of) and _is_of(sides, asked_of)
    of_both = {
        each
        for each, fact in found.items()
        if are_all_of_both or _is_of(sides, list(_people_in(_said(pack, fact), people)))
    }
    answers = {each for each in of_both for each in found[each].contradicts}  # keep contradicting judgements together
    told = [fact for fact in found.values() if fact.id in of_both | answers or of_both & set(fact.contradicts)]
    return tuple(sorted(told, key=lambda fact: -fact.importance)[:SHOWN])


def _decides(pack: StoredPack, fact: Fact, sides: Sides) -> bool:
    if not fact.according_to:
        return fact.voice is not Voice.CLAIM and bool(fact.about)
    holders = list(pack.holders(fact))
    are_historians = all(HISTORIAN in (each.type, each.type.removesuffix("s")) for each in holders)
    return are_historians and not any(each.id in side for each in holders for side in sides)


def _said(pack: StoredPack, fact: Fact) -> str:
    return object_label(pack, fact) if fact.according_to else fact.text


def _people_in(text: str, people: People) -> Iterator[set[str]]:
    """For each name in a text, the people who bear it."""
    for name in _NAME.findall(text):
        if found := people(plain(name)):
            yield found


def _is_of(sides: Sides, named: Collection[set[str]]) -> bool:
    """Return whether only people of the sides are named, or people of both."""
    are_all = all(each & (sides[0] | sides[1]) for each in named)
    return are_all or all(any(each & side for each in named) for side in sides)
