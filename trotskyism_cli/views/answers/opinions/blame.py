"""Answer whether somebody was to blame for something, by what he answered and what others said.

That is neither yes nor no: the reader is told who took the blame, and who laid it on whom.
"""

from collections.abc import Iterator, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.opinions.dispute import disputed
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, is_said
from trotskyism_cli.views.questions.hits import sentences, whole_line
from trotskyism_cli.views.questions.line_match import Wanted, said_in, wanted_by

BLAME = frozenset("blame blamed culpable fault guilt guilty responsibility responsible".split())
# Verbs that go with blame, and words for how much of it.
BEARING = frozenset("bear bore bears borne carry carried share shared take took partly chiefly mainly really".split())
PUTTING_DOWN = frozenset("crushing massacre repression suppression".split())  # count as one word
_LAID = r"responsib\w+|to blame|blam(?:ed|es|ing)|complicity|had a hand|put [^.;]* in the saddle|whether \w+ ordered"
_TAKEN = lazy_regex(rf"\b(?:{_LAID})\b")
_REPROACHED = lazy_regex(r"\b(?:accus(?:ed|es|ing)|charged|exonerate|guilty?|reproach(?:ed|es))\b")


def blame_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether X was to blame for Y by lines of blame that name both; None if there are none."""
    if not query.is_yes_or_no or BLAME.isdisjoint(query.words):
        return None
    wanted = wanted_by(pack, query).merely_named
    doers = wanted.named[0].entries if len(wanted.named) == len(("who", "what")) else ()
    if not doers or pack.entries[doers[0]].kind not in AGENTS:
        return None
    asked = query.further_terms(BLAME | BEARING)
    lines = [
        each
        for each in dict.fromkeys(_lines(pack, wanted))
        if all(_is_said(term, plain(each[1]).split()) for term in asked)
    ]
    told = [each for each in lines if _TAKEN.search(each[1])] + [each for each in lines if _REPROACHED.search(each[1])]
    best = list(dict.fromkeys(told))[:TOLD]
    if not best:
        return None
    if all(_is_claim(pack, *each) for each in best) and pack.mentions("about", owner := best[0][0]):
        return disputed(pack, pack.entries[owner])  # what one side says is no answer by itself
    first, *further = (text for _, text in best)
    return Direct(first, " ".join(further), entries=tuple(dict.fromkeys(owner for owner, _ in best)))


def _is_claim(pack: StoredPack, owner: str, text: str) -> bool:
    """True if a sentence is what somebody claims."""
    return any(fact.according_to and fact_sentence(pack, fact) == text for fact in pack.entries[owner].facts)


def _is_said(term: Term, words: Sequence[str]) -> bool:
    """True if the words have the term; for a word of repression (PUTTING_DOWN), any such word."""
    return is_said(term, words) or (term.word in PUTTING_DOWN and not PUTTING_DOWN.isdisjoint(words))


def _names_both(pack: StoredPack, wanted: Wanted, text: str) -> bool:
    """True if a text names both, the thing perhaps only by the words of its name: the murder of Sergei Kirov."""
    said = said_in(wanted, text)
    if said.names == len(wanted.named):
        return True
    words = set(plain(text).split())
    called = (set(plain(pack.entries[each].name).split()) for each in wanted.named[1].entries)
    return said_in(wanted._replace(named=wanted.named[:1]), text).names == 1 and any(map(words.issuperset, called))


def _lines(pack: StoredPack, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Yield the sentences that name both doer and thing, each with the id of its entry.

    Facts must name both themselves: one under an event may be about something else that befell then. Sentences of a
    summary count as naming their entry.
    """
    ids = dict.fromkeys(own_id for named in wanted.named for own_id in named.entries)
    there = (fact.subject for own_id in ids for fact in pack.facts_with_object(own_id))
    events = (own_id for own_id in there if pack.entries[own_id].kind is Kind.EVENT)
    for own_id in dict.fromkeys((*ids, *events)):
        entry = pack.entries[own_id]
        sure = (fact for fact in entry.facts if pack.stands(fact))
        stated = (fact_sentence(pack, fact) for fact in sure)
        yield from ((own_id, text) for text in stated if _names_both(pack, wanted, text))
        for text in sentences(entry.summary):
            if said_in(wanted, text, own_id, entry.name).names == len(wanted.named) and not text.endswith("?"):
                yield own_id, whole_line(entry, text)
