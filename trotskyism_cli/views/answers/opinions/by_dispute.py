"""Answer by a dispute what no fact tells: what somebody held of an idea, who opposed it, why it was done."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import INTERROGATIVES, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.opinions.dispute import SEEING, disputed, of_side
from trotskyism_cli.views.answers.opinions.views_held import TAKING_SIDES
from trotskyism_cli.views.answers.people.of_one_entry import lives_of
from trotskyism_cli.views.questions.direct import AGENTS, Direct, is_said, speaks_of
from trotskyism_cli.views.questions.line_match import BETWEEN_TWO

ASKING = VIEWING | TAKING_SIDES | BETWEEN_TWO
AGREEING = frozenset("agree agreed agreement disagree disagreed disagreement differ differed quarrel".split())
JUDGING = frozenset(
    "avoidable crime criminal error fair inevitable justified justifiable legitimate mistake mistaken moral necessary "
    "right unavoidable unjustified unnecessary wrong".split()
)
NAMING = frozenset({"left", "the"})  # before a side: `the right`, `left wrong`
SCHOLARS = frozenset("academics biographers historians scholars".split())
LIFE = "biographies"
ACCORDING = frozenset({"according", "to"})
SIDING = TAKING_SIDES | frozenset("against back backed favour favoured support supported".split())


def is_judgement(query: Query) -> bool:
    """True if a question asks for a judgement, which no fact gives: `was he right`, but not `was he on the right`."""
    words = query.words
    return any(word in JUDGING and before not in NAMING for before, word in pairwise(words)) if words else False


def dispute_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer who says what in the dispute that the question is about, by the first of `_WAYS` that finds one."""
    return next(filter(None, (way(pack, found.query) for way in _WAYS)), None)


def scholars_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what scholars say of the one named thing by the dispute over it; of a person, by works on his life."""
    asking = SCHOLARS | VIEWING | SEEING
    is_asked = query.asks_for in ("what", "how") and bool(SCHOLARS.intersection(query.words))
    is_asked &= bool((VIEWING | SEEING).intersection(query.words)) and query.is_only_names_or(asking)
    named = [pack.entries[each] for each in query.named]
    if not is_asked or query.date or len(named) != 1:
        return None
    [matter] = named
    if matter.kind is Kind.PERSON:
        names = tuple(term for term in query.terms if term.word in query.naming)
        return lives_of(pack, query._replace(words=(*query.words, LIFE), terms=names))
    if pack.mentions("about", matter.id):
        return disputed(pack, matter)
    searched = (each for each in pack.argued_about() if speaks_of(matter, plain(" ".join(each.search)).split()))
    over = next(_over(pack, matter), None) or max(searched, key=lambda each: each.importance, default=None)
    return disputed(pack, over) if over else None


def _of_both(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what X held of an idea by a dispute over the idea that speaks of X."""
    named = [pack.entries[each] for each in query.named]
    ideas = [each for each in named if each.kind is Kind.CONCEPT]
    holders = [each for each in named if each.kind in AGENTS]
    is_asked = query.asks_for in ("", "what", "how") and query.is_only_names_or(ASKING)
    if not is_asked or len(ideas) != 1 or len(holders) != 1 or len(named) != 2:
        return None
    told = (disputed(pack, each) for each in _over(pack, ideas[0]))
    return next((each for each in told if speaks_of(holders[0], plain(f"{each.text} {each.further}").split())), None)


def _of_side(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what a side wanted by the dispute that is found by the side's name."""
    issue = query.named[0] if len(query.entries) == 1 else ""
    is_asked = (
        query.asks_for in ("what", "how") and query.is_only_names_or(VIEWING) and VIEWING.intersection(query.words)
    )
    if not issue or not is_asked or not pack.mentions("about", issue):
        return None
    return of_side(pack, query, pack.entries[issue])


def _of_agreement(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether two agreed on something by the dispute over it in which both took part."""
    named = [pack.entries[each] for each in query.named]
    holders = [each.id for each in named if each.kind in AGENTS]
    matters = [each for each in named if each.kind not in AGENTS]
    if not AGREEING.intersection(query.words) or query.date or len(holders) != 2:
        return None
    further = query.further_terms(AGREEING)
    if len(matters) == 1 and not further:
        over = list(_over(pack, matters[0]))
    elif further and not matters:  # the matter has no entry
        over = [each for each in pack.argued_about() if all(is_said(term, _called(each)) for term in further)]
    else:
        return None
    told = (disputed(pack, each, holders) for each in over)
    of_both = next((each for each in told if len(each.facts) == len(holders)), None)
    return of_both or next((disputed(pack, each) for each in over if _names_all(each, named)), None)


def _of_sides(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who was for or against something by the dispute over it."""
    named = [pack.entries[each] for each in query.named]
    is_asked = query.words[:1] == ("who",) and SIDING.intersection(query.words) and query.is_only_names_or(SIDING)
    if not is_asked or query.date or len(named) != 1 or named[0].kind not in (Kind.EVENT, Kind.CONCEPT):
        return None
    return next((disputed(pack, each) for each in _over(pack, named[0]) if _lets_choose(each)), None)


def _of_stand(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether X was for or against something by what X says in the dispute over it."""
    named = [pack.entries[each] for each in query.named]
    holders = [each.id for each in named if each.kind in AGENTS]
    matters = [each for each in named if each.kind not in AGENTS]
    is_of_view = SIDING.intersection(query.words) or ACCORDING.issubset(query.words)
    if not (query.is_yes_or_no and is_of_view) or query.date or len(holders) != 1 or len(matters) != 1:
        return None
    further = [] if SIDING.intersection(query.words) else query.further_terms(frozenset())
    over = [each for each in _over(pack, matters[0]) if _lets_choose(each)]
    over = [each for each in over if all(is_said(term, plain(each.summary).split()) for term in further)]
    if len(over) != 1:
        return None
    told = disputed(pack, over[0], holders)
    return (told if not further else disputed(pack, over[0])) if told.facts else None


def _of_judgement(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether something was right by the dispute over it: no line judges."""
    named = [pack.entries[each] for each in query.named]
    matters = {query.entries[each.id]: each for each in named if each.kind not in AGENTS}
    if not query.is_yes_or_no or not is_judgement(query) or query.date or len(matters) != 1:
        return None
    further = query.further_terms(JUDGING)
    [matter] = matters.values()
    over = [each for each in _over(pack, matter) if all(is_said(term, _told_of(each)) for term in further)]
    best = next((each for each in over if _lets_choose(each)), next(iter(over), None))
    return disputed(pack, best) if best else None


def _of_reason(pack: StoredPack, query: Query) -> Direct | None:
    """Answer why something was done by the dispute that has all words of the question in one name."""
    is_of_deed = query.asks_for == "why" and query.entries and query.further_terms(frozenset())
    for issue in pack.argued_about() if is_of_deed and not query.date else ():
        names = (plain(name).split() for name in issue.names)
        if any(all(is_said(term, name) for term in query.terms) for name in names):
            return disputed(pack, issue)
    return None


def _lets_choose(issue: Entry) -> bool:
    """True if one can only be for or against what a dispute is over: none of its names asks who, why or how."""
    return INTERROGATIVES.isdisjoint(_called(issue))


def _over(pack: StoredPack, matter: Entry) -> Iterator[Entry]:
    """Yield the disputes that have something in their names, the most important first."""
    over = (each for each in pack.argued_about() if each.id != matter.id)
    named = [each for each in over if speaks_of(matter, _called(each))]
    yield from sorted(named, key=lambda each: -each.importance)


def _names_all(issue: Entry, named: Iterable[Entry]) -> bool:
    """True if the summary of a dispute speaks of all named people and bodies."""
    words = plain(issue.summary).split()
    return all(speaks_of(each, words) for each in named if each.kind in AGENTS)


def _told_of(issue: Entry) -> list[str]:
    """Return the plain words of a dispute's names and summary."""
    return [*_called(issue), *plain(issue.summary).split()]


def _called(issue: Entry) -> list[str]:
    """Return the plain words of all names of a dispute."""
    return plain(" ".join(issue.names)).split()


_WAYS: tuple[Callable[[StoredPack, Query], Direct | None], ...] = (
    _of_both,
    _of_side,
    _of_agreement,
    _of_sides,
    _of_stand,
    _of_judgement,
    _of_reason,
)
