"""Answer when two parted, or one left the other."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.circumstances.quarrel import PARTING
from trotskyism_cli.views.questions.direct import AGENTS, Direct, speaks_of
from trotskyism_cli.views.questions.line_match import Wanted, said_in, wanted_by
from trotskyism_cli.views.wording.sentences import UNTIL

# Tells that two parted; `the left` is no parting, nor is an opposition.
_PARTED = lazy_regex(
    r"\b(?:broke|broken|split|parted|quarrelled|separated|divided|fell out)\b"
    r"|(?<!\bthe )\bleft (?:the |his |her |its |[A-Z])|\bsided with [^.;]* against\b"
)
_ASIDE = lazy_regex(r", [a-z]+ of [^,.]*(?=[,.])")
_OFFICE = lazy_regex(r"\b(?:chairman|editor|headed|leader|led|president|secretary)\b")
LEAVING = frozenset({"leave", "left"})
_LEFT = lazy_regex(r"(?<!\bthe )\bleft\b|\b(?:broke with|quit|resigned from|withdrew from)\b")


def parting_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when the two named people or bodies parted, by an event of it, else by a fact.

    None if anything else is asked.
    """
    is_asked = query.asks_for == "when" and PARTING.intersection(query.words) and not query.further_terms(PARTING)
    if not is_asked or any(pack.entries[each].kind not in AGENTS for each in query.entries):
        return None
    named = wanted_by(pack, query).named
    if len(named) != 2:
        return None
    asked = Wanted((), named)
    if LEAVING.intersection(query.words) and (bond := _bond_with_end(pack, query)):
        return Direct(fact_sentence(pack, bond), "", (bond.id,), (bond.subject,))
    told = [fact for fact in _facts(pack, query) if _tells(pack, fact, asked)]
    if LEAVING.intersection(query.words):
        told = [
            fact
            for fact in told
            if _LEFT.search(text := fact_sentence(pack, fact)) and not is_of_other_leaver(pack, query, text)
        ]
    best = max(told, key=lambda fact: _fitness(pack, fact), default=None)
    return Direct(fact_sentence(pack, best), "", (best.id,), (best.subject,)) if best else None


def is_of_other_leaver(pack: StoredPack, query: Query, text: str) -> bool:
    """True if it is asked when somebody left, and a sentence only tells that somebody else did."""
    left = _LEFT.search(text) if LEAVING.intersection(query.words) and query.named else None
    return left is not None and not speaks_of(pack.entries[query.named[0]], plain(text[: left.start()]).split())


def without_asides(text: str) -> str:
    """Remove from a sentence what somebody was of something: `, secretary of the party`."""
    return _ASIDE.sub("", text)


def _bond_with_end(pack: StoredPack, query: Query) -> Fact | None:
    """Return a fact that tied the two named entries, with its end: `was a section of … until 1940`."""
    ties = (fact for each in query.named for fact in pack.known_facts(pack.entries[each]))
    between = (fact for fact in ties if fact.target and {fact.subject, fact.target} <= query.entries.keys())
    ended = (fact for fact in between if fact.when and UNTIL.search(fact_sentence(pack, fact)))
    ended = (fact for fact in ended if not _OFFICE.search(fact_sentence(pack, fact)))  # leaving an office is no parting
    return next((fact for fact in ended if not pack.relations[fact.relation].claim), None)


def _facts(pack: StoredPack, query: Query) -> list[Fact]:
    """Return the facts about the named entries, and about events that have one of them as object."""
    ids = dict.fromkeys(query.named)
    ends = (fact for each in query.named for fact in pack.facts_with_object(each))
    ids |= dict.fromkeys(fact.subject for fact in ends if pack.entries[fact.subject].kind is Kind.EVENT)
    return [fact for each in ids for fact in pack.known_facts(pack.entries[each])]


def _tells(pack: StoredPack, fact: Fact, asked: Wanted) -> bool:
    """True if a fact tells, with the year, that all named entries parted."""
    text = without_asides(fact_sentence(pack, fact))
    if fact.date is None or pack.relations[fact.relation].claim or not _PARTED.search(text):
        return False
    return bool(NAMED_YEAR.search(text)) and said_in(asked, text).names == len(asked.named)


def _fitness(pack: StoredPack, fact: Fact) -> tuple[bool, int]:
    """Rank facts: those of an event of the parting first, then by importance."""
    subject = pack.entries[fact.subject]
    return subject.kind is Kind.EVENT and bool(_PARTED.search(subject.name)), fact.importance
