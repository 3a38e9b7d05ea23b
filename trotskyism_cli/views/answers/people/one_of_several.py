"""Answer who edited a paper or signed a text, where each is said to be `one of the six editors`."""

import re

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.views.questions.direct import Direct

_ONE_OF = lazy_regex(r" was one of the (?P<many>[a-z]+) (?P<who>[^.;]*)\.?$")
FEWEST = 2  # people that make an answer
OF_PAST = "ed"
FIGURES = "no one two three four five six seven eight nine ten eleven twelve".split()


def one_of_those_asked(pack: StoredPack, query: Query) -> Direct | None:
    """List those who did something with the one named thing; if fewer are known than it says, `among the six`."""
    things = [pack.entries[each] for each in query.entries]
    if (
        query.asks_for != "who"
        or len(things) != 1
        or things[0].kind not in (Kind.ORGANISATION, Kind.WORK)
        or query.date
    ):
        return None
    asked = [term.word for term in query.further_terms(frozenset(NUMERALS))]
    facts = [fact for fact in pack.known_facts(things[0]) if fact.target]
    lines = [(fact, found) for fact in facts if (found := _ONE_OF.search(fact_sentence(pack, fact)))]
    told = [(fact, found) for fact, found in lines if len(asked) == 1 and _is_doer(asked[0], found["who"])]
    if len(told) < FEWEST or len({found[0] for _, found in told}) > 1:
        return None
    first, found = told[0]
    alike = {fact.target: fact for fact in facts if fact.relation == first.relation}
    is_whole = found["many"] in FIGURES and FIGURES.index(found["many"]) == len(alike)
    named = alike if is_whole else {fact.target: fact for fact, _ in told}
    names = join_words([pack.entries[each].name for each in named])
    among = "" if is_whole else "among "
    text = f"{names} were {among}the {found['many']} {found['who']}."
    return Direct(text, "", tuple(fact.id for fact in named.values()), (things[0].id,))


def _is_doer(asked: str, who: str) -> bool:
    """True if `who` has the noun for the verb asked, or the word itself: `edited` by `editors`."""
    stem = re.escape(asked.removesuffix("s").removesuffix(OF_PAST).rstrip("eor") if asked.endswith(OF_PAST) else asked)
    return bool(re.search(rf"\b{stem}(?:[eo]?rs?|s)?\b", who))
