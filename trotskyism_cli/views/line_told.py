"""The line of a hit as the answer, where it tells all that is asked, and the kind of thing that a question asks for.

Who did something is told where the line has somebody who did it, and not to whom it was done; when it was, where a line
that says all of it has one year; how many, where the number is of all of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import INTERROGATIVES, IS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.spelling import Term
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.direct import AGENTS, Direct, inside, is_said, speaks_of
from trotskyism_cli.views.hits import ShownHit
from trotskyism_cli.views.seeming import PASSIVE
from trotskyism_cli.views.spoken import Wanted, said_in
from trotskyism_cli.views.yes_asked import CUT, IN_TIME, is_of_one_side

HAVING = frozenset({"had", "has", "have"})
# How a line tells of how many there were in all, and not of a part of them.
_IN_ALL = re.compile(r"\b(?:had|has|have|numbered|counted|grew|rose|fell|membership|claimed)\b")
_WORD = re.compile(r"[\w’'-]+")
_CLAUSE = re.compile(r"[.;:] ")
_WHEN_FIRST = re.compile(r"(?:After|At|Before|By|During|From|In|On|Under|When)\b")  # begins a whole sentence
_SPAN = re.compile(r"\b(\d\d)(\d\d)[–/]\d\d\b")


def line_told(pack: StoredPack, query: Query, wanted: Wanted, hits: Iterable[ShownHit]) -> Direct | None:
    """The first line that tells all that a question asks, of what it asks for; None if none does."""
    tells = _TELLS.get(query.asked)
    if tells is None or IN_TIME.intersection(query.words) or VIEWING.intersection(query.words) or query.is_yes_or_no:
        return None
    for hit in hits:
        if hit.verb != "show" or CUT in hit.text or is_of_one_side(pack, query, hit):
            continue
        entry = pack.entries[hit.id]
        is_named = speaks_of(entry, plain(hit.text).split())
        said = said_in(wanted, hit.text, hit.id, "" if is_named else hit.name)
        if said.together and said.plainly == len(wanted.ideas) and tells(pack, query, entry, hit.text):
            is_whole = is_named or _WHEN_FIRST.match(hit.text)
            return Direct(hit.text if is_whole else f"{capital(entry.name)}: {inside(hit.text)}", entries=(hit.id,))
    return None


def asked_of(query: Query) -> list[Term]:
    """The words of a question that neither name something nor are its date."""
    return query.further_terms(INTERROGATIVES)


def _tells_who(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether somebody stands in a line who did what is asked, or to whom it was done, if that is asked."""
    if "whose" in query.words[:1]:
        return bool(re.search(rf"\b{query.words[1]} of (?:the )?[A-Z]", text))
    is_passive = bool(IS.intersection(query.words[1:2]))
    if "did" in query.words[1:2]:
        return False  # whom: that is told by who did it
    asked = asked_of(query)
    for word in _WORD.finditer(text):
        if not word[0].islower() or not any(is_said(term, [plain(word[0])]) for term in asked):
            continue
        before = _CLAUSE.split(text[: word.start()])[-1]
        after = _CLAUSE.split(text[word.end() :])[0]
        if bool(PASSIVE.search(text[: word.start()])) is is_passive:
            return _is_somebody(pack, query, owner, before)
        if not is_passive and " by " in after:
            return _is_somebody(pack, query, None, after.partition(" by ")[2])
    return False


def _is_somebody(pack: StoredPack, query: Query, owner: Entry | None, text: str) -> bool:
    """Whether somebody who is not in the question stands in a text, or is what it stands under."""
    if owner and owner.kind in AGENTS and owner.id not in query.entries:
        return True
    named = _names(pack, query)
    return any(plain(name[0]) not in named for name in re.finditer(r"(?<!^)\b[A-ZÀ-Ž][\w’-]+", text))


def _names(pack: StoredPack, query: Query) -> frozenset[str]:
    names = plain(" ".join(name for each in query.entries for name in pack.entries[each].names)).split()
    return frozenset((*names, *query.words))


def _tells_when(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line has one year, or one span of years, and so tells when all of it was."""
    years = set(NAMED_YEAR.findall(_SPAN.sub(r"\1\2", text)))
    return len(years) == 1


def _tells_how_many(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether the number in a line is of all that there were, if a question asks how many something had."""
    return HAVING.isdisjoint(query.words) or bool(_IN_ALL.search(text))


def _tells_what(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """Whether a line says more than a question that asks something of what it names."""
    return bool(asked_of(query))


_TELLS: Mapping[str, Callable[[StoredPack, Query, Entry, str], bool]] = {
    "who": _tells_who,
    "when": _tells_when,
    "number": _tells_how_many,
    "what": _tells_what,
}
