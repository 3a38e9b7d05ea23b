"""Choose the hits shown beside an answer."""

from collections.abc import Collection
from itertools import islice

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit, SearchResult
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.event_answer import event_itself
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, shown_hit
from trotskyism_cli.views.questions.line_match import Wanted

BESIDE = 2  # hits


def beside(pack: StoredPack, found: SearchResult, wanted: Wanted, direct: Direct) -> tuple[ShownHit, ...]:
    """Return at most BESIDE hits to show beside an answer.

    First the event itself, then the entries that the answer is about, then lines that say what was asked. If there
    are none, what the first named entry is.
    """
    answered = f"{direct.text} {direct.further}"
    itself, about = event_itself(pack, found), list(direct.entries)
    if itself and (owners := _of_other_years(pack, itself.id, direct, found.query)):  # another event of the same name
        itself, about, wanted = None, owners, wanted.merely_named
    first = [itself.id, *about] if itself else about
    given = {each: hit_of(pack, each, (), found.query) for each in about}
    given |= {hit.id: hit for hit in (*found.hits, *([itself] if itself else []))}
    hits = [shown_hit(pack, _without(hit, direct.facts), wanted, answered) for hit in given.values()]
    of_it = [hit for each in first for hit in hits if hit.id == each]
    is_sure = bool(direct.entries) or not wanted.named  # other hits would only share a word
    fit = (hit for hit in hits if hit.verb != "quote" or wanted.says)
    speaking = [] if is_sure else [hit for hit in fit if hit.said.together]
    named = [hit for hit in speaking if hit.said.is_of_it]
    told = {hit.id: hit for hit in (*of_it, *named, *(hit for hit in speaking if hit.name in answered))}
    if not wanted.ideas and len(wanted.named) == 1:
        told |= {hit.id: hit for hit in speaking if hit.id not in told}
    if told:
        return tuple(islice(told.values(), BESIDE))
    own_id = next((named.entries[0] for named in wanted.named), "")
    what = wanted.merely_named  # say what it is: any other line would tell something else
    return (shown_hit(pack, hit_of(pack, own_id, (), found.query), what, answered),) if own_id else ()


def _of_other_years(pack: StoredPack, event: str, direct: Direct, query: Query) -> list[str]:
    """Return the named entries whose facts the answer tells, if these are all of other years than the event.

    Then the answer is about another event of the same name. Else nothing.
    """
    when = pack.first_known_date(pack.entries[event])
    facts = [pack.facts[each] for each in direct.facts]
    years = [(each.date.first.year, each.date.last.year) for each in facts if each.date]
    if when is None or any(first <= when.last.year and when.first.year <= last for first, last in years):
        return []
    return [each.subject for each in facts if each.subject in query.entries and each.date]


def _without(hit: Hit, told: Collection[str]) -> Hit:
    """Return a hit without the facts that the answer has told."""
    return hit._replace(facts=tuple(each for each in hit.facts if each not in told))
