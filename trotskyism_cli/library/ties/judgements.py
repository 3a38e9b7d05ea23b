"""What decides a question on which two are compared: what is known of it, and what historians of neither side say.

A historian who speaks of others than these two has no place beside them, whatever he says of the question.
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

SHOWN = 2  # on a question
HISTORIAN = "historian"  # the type of an entry whose judgement is neither side's
_NAME = lazy_regex(r"\b[^\W\d_a-z]\w+")  # the historian Day is no day

Sides = tuple[set[str], set[str]]
People = Callable[[str], set[str]]


def people_by_surname(library: Library) -> People:
    """What gives the people that one plain word names."""
    query = (
        "SELECT entry FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND form = ? AND kind = ? AND weight > ?"
    )

    @cache
    def named(word: str) -> set[str]:
        return {*library.store.column(query, word, Kind.PERSON, BY_SEARCH)} if " " not in word else set()

    return named


def judgements(pack: StoredPack, issue: str, sides: Sides, people: People) -> tuple[Fact, ...]:
    """The weightiest facts and judgements on an issue that speak of the two sides, or of nobody.

    All that is said on an issue is told if the issue itself names the sides, or one of them.
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
    answers = {each for each in of_both for each in found[each].contradicts}  # who is told is told with his opponent
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
    """The people that a text names, each as those who go by that name."""
    for name in _NAME.findall(text):
        if found := people(plain(name)):
            yield found


def _is_of(sides: Sides, named: Collection[set[str]]) -> bool:
    """Whether those who are named are of the sides; beside both of them others may be named as well."""
    are_all = all(each & (sides[0] | sides[1]) for each in named)
    return are_all or all(any(each & side for each in named) for side in sides)
