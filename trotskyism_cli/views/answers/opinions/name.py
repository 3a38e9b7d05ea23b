"""Answer why something is called as it is, where its name comes from, and what it means."""

import re

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.questions.answer_view import Untold
from trotskyism_cli.views.questions.direct import TOLD, Direct, inside, is_what, told_in
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.sentences import first_sentence

CALLED, CALLING = frozenset({"called", "named", "name", "names"}), frozenset({"call", "calls"})
ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
NAMES = frozenset({"expression", "name", "names", "phrase", "term", "title", "word"})
ORIGIN = frozenset({"come", "comes", "came", "from"})
MEANING = frozenset({"mean", "means", "meant"})
UNTOLD = Untold("Why it is called so is not told here; nearest:")
# Says where a name is from or what it means (_MEANS); says who gave it (_GIVEN).
_MEANS = lazy_regex(
    r"\b[Nn]ames? (?:[\w“”'’-]+ ){0,5}?(?:comes?|came|means?|meant|was taken|is taken|because|after|since)\b"
    r"|\b(?:named|called) (?:so )?(?:after|because)\b|\btook its name\b|\bknown as [^.;,]* after\b"
)
_MEANING = lazy_regex(r"\bnames? [^.;]*\b(?:comes? from|means?|meant|stands? for)\b")
_GIVEN = lazy_regex(
    r"\bcoined\b|\b(?:gave|gives) [^.;]*\b(?:its|their|his|her) name\b|\bname is usually traced\b"
    r"|\b[Tt]he name (?:that|which|by which)\b|\bnames? (?:that|which) [^.;]* gave\b"
    r"|\btook (?:its|the|their|his|her) name\b"
)


def is_name_asked(query: Query) -> bool:
    """True if a question asks about the name of something, and nothing else."""
    words, first = {*query.words}, query.words[:1]
    is_why = first == ("why",) and (CALLED & words or (CALLING & words and ONESELF & words))
    is_from = first in (("where",), ("how",), ("what",)) and "from" in words and ORIGIN & words and NAMES & words
    is_getting = first == ("how",) and "get" in words and NAMES & words
    is_meant = first == ("what",) and MEANING & words and (CALLED & words or is_word_asked(query))
    return bool(query.entries and (is_why or is_from or is_getting or is_meant)) and query.is_only_names_or(ONESELF)


def is_word_asked(query: Query) -> bool:
    """True if it is asked what a word means: what its name means may answer, and who gave it does not."""
    return query.words[:2] == ("what", "does") and query.words[-1:] == ("mean",)


def is_of_origin(query: Query) -> bool:
    """True if it is asked where a name is from; who coined it is an answer too."""
    return query.words[:1] != ("why",) and not MEANING & {*query.words}


def needs_name(query: Query) -> bool:
    """True if only a line about the name answers; what a name means is also told by the thing itself."""
    return query.words[:1] != ("what",)


def name_told(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer by what the name means, else by who gave it."""
    query, ways = found.query, [_MEANING] if is_word_asked(found.query) else [_MEANS, _GIVEN]
    for own_id in query.named:
        entry = pack.entries[own_id]
        known = pack.known_facts(entry)
        told = next((rows for way in ways if (rows := [f for f in known if way.search(fact_sentence(pack, f))])), [])
        if told:
            best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
            direct = told_in(pack, best)
            return Direct(direct.text, direct.further, direct.facts, (own_id,))
        if is_word_asked(query):
            continue
        if line := _in_summary(entry):
            return Direct(f"{capital(entry.name)}: {inside(line)}", entries=(own_id,))
        if namesake := _named_after(pack, found, entry):
            return Direct(is_what(namesake), entries=(own_id, namesake.id))
    return None


def _named_after(pack: StoredPack, found: SearchResult, entry: Entry) -> Entry | None:
    """Return the entry found whose summary begins by saying that something is named after it."""
    said = re.compile(rf"\bafter whom {re.escape(entry.name)} (?:is|are|was|were) (?:named|called)\b", re.IGNORECASE)
    others = (pack.entries[each] for each in found.owners if each in pack.entries)
    return next((each for each in others if said.search(first_sentence(each.summary))), None)


def _in_summary(entry: Entry) -> str:
    """Return the sentence of a summary that tells where the entry's name is from."""
    lines = sentences(entry.summary)
    return next((each for way in (_MEANS, _GIVEN) for each in lines if way.search(each) and _is_its_own(entry)), "")


def _is_its_own(entry: Entry) -> bool:
    """True unless the entry is a person: a name in a person's summary is mostly that of something else."""
    return entry.kind is not Kind.PERSON
