"""Answer why two parted or were hostile, or a body split: by what the book says that they parted over."""

from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.opinions.relation_of_two import opposition_of
from trotskyism_cli.views.questions.direct import AGENTS, Direct, inside
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import PRONOUNS, Named, Wanted, said_in
from trotskyism_cli.views.questions.reason_words import gives_reason

PARTING = frozenset(
    "break broke divide divided fall fell leave left part parted quarrel quarrelled separate split".split()
)
# Words for two who were against one another, and perhaps never together.
HOSTILE = frozenset("argue argued disagree disagreed dislike disliked enemies enemy hate hated rivals".split())
_OVER = lazy_regex(
    r"\b(?:broke|divided|f[ea]ll(?:en)? out|outvoted|parted|quarrelled|split(?! of)"
    r"|(?<!\bthe )left (?=the\b|his\b|her\b|its\b|[A-Z]))[^.;]*?\bover\b"
)
# `_PARTING_WITH`: the next name is of the one parted from. `AGAINST`: what one of two would not do.
_PARTING_WITH = lazy_regex(
    r"\b(?:break|breach|broken?|f[ea]ll(?:en)? out|parted|quarrel(?:led)?|split) (?:from|with)\b"
)
AGAINST = lazy_regex(r"\b(?:condemned|denounced|in protest|objected|opposed|refused|rejected|would not)\b")
SOON = 3  # words after `_PARTING_WITH`
_YEARS = lazy_regex(r"\b(1[789]\d\d)–(\d\d)\b")


def quarrel_asked(pack: StoredPack, query: Query, wanted: Wanted) -> Direct | None:
    """Answer what the named entries parted over, if nothing else is asked; then what the split was."""
    asking = PARTING | HOSTILE
    if query.asks_for != "why" or query.further_terms(asking) or not asking.intersection(query.words):
        return None
    people = [each for each in query.named if pack.entries[each].kind is Kind.PERSON]
    if HOSTILE.intersection(query.words):
        return opposition_of(pack, people) if len(people) == len(query.entries) == 2 else None
    named = [_parted(pack, each) for each in wanted.named]
    if not named or any(each is None for each in named):
        return None
    asked = Wanted((), tuple(each for each in named if each))
    of_all = [
        (owner, text)
        for owner, text in _sentences(pack, asked)
        if owner.id in query.entries or text.split(" ", 1)[0].casefold() not in PRONOUNS  # `he` is not of the question
        if said_in(asked, text).names == len(named) and _is_then(query, text)
    ]
    told = [each for each in of_all if _OVER.search(each[1])] or [each for each in of_all if _explains(asked, each[1])]
    if not told:
        opposed = opposition_of(pack, people) if len(people) == len(query.entries) == 2 and not query.date else None
        return _in_summary(pack, query, asked) or opposed
    owner, text = max(told, key=lambda each: _is_first(asked, each[1]))
    events = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.EVENT]
    what = next((sentences(each.summary)[0] for each in events if each.id != owner.id), "")
    return Direct(text, what, entries=(owner.id,))


def tells_of_parting(text: str) -> bool:
    """True if a text tells of a parting and gives a reason."""
    return gives_reason(text) and bool(PARTING.intersection(plain(text).split()))


def _explains(asked: Wanted, text: str) -> bool:
    """True if a sentence says that one parted from another, and why, or what one of the two would not do."""
    if not (gives_reason(text) or AGAINST.search(text)):
        return False
    behind = (" ".join(text[found.end() :].split()[:SOON]) for found in _PARTING_WITH.finditer(text))
    return any(said_in(asked, soon).names for soon in behind)


def _in_summary(pack: StoredPack, query: Query, asked: Wanted) -> Direct | None:
    """Answer by the summary of one of two, if it names the other and says what he parted over."""
    for named in asked.named if len(asked.named) > 1 else ():
        owner = pack.entries[named.entries[0]]
        lines = sentences(owner.summary)
        over = next((each for each in lines if _OVER.search(each) and _is_then(query, each)), "")
        if over and said_in(asked, owner.summary, owner.id, owner.name).names == len(asked.named):
            first = "" if over == lines[0] else lines[0]
            return Direct(f"{capital(owner.name)}: {inside(first or over)}", over if first else "", entries=(owner.id,))
    return None


def _parted(pack: StoredPack, named: Named) -> Named | None:
    """Return named people or bodies as they are; for a split that is an event, the body that split; else None."""
    entries = [pack.entries[each] for each in named.entries]
    if all(each.kind in AGENTS for each in entries):
        return named
    for event in entries:
        rest = event.name.partition(" of ")[2] if event.kind is Kind.EVENT else ""
        of_it = [each for each in entries_named(pack.store, rest) if pack.entries[each].kind is Kind.ORGANISATION]
        if of_it:
            body = pack.entries[of_it[0]]
            names = tuple(dict.fromkeys((*named.names, *(each.casefold() for each in body.names))))
            return Named((body.id, event.id), body.name, names, loosely=False)
    return None


def _sentences(pack: StoredPack, asked: Wanted) -> Iterator[tuple[Entry, str]]:
    """Yield the sentences (summaries and known facts) of the named entries, those tied to them, and disputes."""
    ids = [own_id for named in asked.named for own_id in named.entries]
    ids += [fact.subject for own_id in ids for fact in pack.facts_with_object(own_id)]
    ids += [issue.id for issue in pack.argued_about()]
    for own_id in dict.fromkeys(ids):
        entry = pack.entries[own_id]
        yield from ((entry, text) for text in sentences(entry.summary) if not text.endswith("?"))
        known = pack.known_facts(entry)
        yield from ((entry, fact_sentence(pack, fact)) for fact in known)


def _is_then(query: Query, text: str) -> bool:
    """True if a sentence names the year of the question, or a span around it; also if the question names no year."""
    if query.when is None:
        return True
    year = query.when.first.year
    spans = ((int(first), int(f"{first[:2]}{last}")) for first, last in _YEARS.findall(text))
    return str(year) in NAMED_YEAR.findall(text) or any(first <= year <= last for first, last in spans)


def _is_first(asked: Wanted, text: str) -> int:
    """Rank a sentence by how soon it has named all that is asked: the sooner, the more it is about that."""
    places = [text.find(each.called.rpartition(" ")[2]) for each in asked.named]
    return -max(place if place >= 0 else len(text) for place in places)
