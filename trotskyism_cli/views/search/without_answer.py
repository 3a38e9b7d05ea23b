"""Build the view where no fact answers: a reason, a quarrel, hits that tell all, or what comes nearest."""

from collections.abc import Iterator
from itertools import islice

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.circumstances.end import end_untold
from trotskyism_cli.views.answers.circumstances.number import dead_counted
from trotskyism_cli.views.answers.circumstances.quarrel import tells_of_parting
from trotskyism_cli.views.answers.circumstances.reason import reason_asked
from trotskyism_cli.views.answers.missing import cause_untold, has_all, may_say, reason_untold, untold
from trotskyism_cli.views.answers.opinions.views_held import reasons_held
from trotskyism_cli.views.answers.people.own_or_kin import kin_asked, may_tell
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import AGENTS, Direct
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, sentences, shown_hit
from trotskyism_cli.views.questions.kind_named import names_kind
from trotskyism_cli.views.questions.line_match import Said, Wanted, said_in
from trotskyism_cli.views.questions.time_asked import may_be_then
from trotskyism_cli.views.search.beside_answer import beside
from trotskyism_cli.views.search.keywords import having_words, without_repeats
from trotskyism_cli.views.search.nearest import NEAREST, named_hits, unanswered
from trotskyism_cli.views.search.yes_or_no import said_so

TOLD = 3  # lines from other passages, where no hit tells it


def without_answer(
    pack: StoredPack, found: SearchResult, wanted: Wanted, told_of_it: Direct | None, quarrel: Direct | None
) -> AnswerView:
    """Answer by a reason or a `quarrel`, if there is one; else show hits, and say what is lacking.

    `told_of_it` is an answer that was too uncertain; its line becomes the first hit.
    """
    query = found.query
    found = _of_time(pack, found)
    reason = reason_asked(pack, found, wanted)
    if reason and reason.is_whole and (quarrel is None or tells_of_parting(reason.text)):
        return AnswerView(beside(pack, found, wanted, reason.direct), reason.direct)
    if quarrel:
        return AnswerView(beside(pack, found, wanted, quarrel), quarrel)
    if body := end_untold(pack, query):
        hit = shown_hit(pack, hit_of(pack, body.id, (), query), wanted.merely_named)
        return AnswerView((hit,), untold=untold(pack, found, wanted, (hit,)))
    view = _hits(pack, found, wanted)
    is_told = any(hit.said.together for hit in view.hits)  # e.g. that he did oppose it
    if is_told and (held := reasons_held(pack, query)):
        return AnswerView(beside(pack, found, wanted, held), held)
    if reason:
        first = reason.direct._replace(text=reason.text)  # the name stands in the heading
        return _with_first(pack, found, wanted, first, view)._replace(untold=None)
    view = _with_first(pack, found, wanted, told_of_it, view) if told_of_it else view
    return _said_or_lacking(pack, found, wanted, view)


def _said_or_lacking(pack: StoredPack, found: SearchResult, wanted: Wanted, view: AnswerView) -> AnswerView:
    """Answer by the line that amounts to yes or no, if there is one; else add what is lacking."""
    if not view.untold:
        told = dead_counted(pack, found.query, view.hits) or said_so(pack, found.query, wanted, view.hits)
        if told:
            return AnswerView(beside(pack, found, wanted, told), told)
    lacking = cause_untold(pack, found, view.hits) or (None if view.untold else reason_untold(found.query, view.hits))
    return view._replace(untold=lacking) if view.hits and lacking else view


def _of_then(pack: StoredPack, found: SearchResult) -> set[str]:
    """Return the events within the date of the question that have a passage with all its words."""
    query = found.query
    asked = query.when
    if asked is None or {"after", "before"}.intersection(query.words):
        return set()
    words = {term.word for term in query.terms}
    owners = {each.owner for each in found.weighed if words <= each.has.keys()}
    events = (pack.entries[each] for each in owners if each in pack.entries and pack.entries[each].kind is Kind.EVENT)
    dated = ((each.id, pack.first_known_date(each)) for each in events)
    return {own_id for own_id, when in dated if when and asked.first <= when.first and when.last <= asked.last}


def _of_time(pack: StoredPack, found: SearchResult) -> SearchResult:
    """Return what was found without facts of another time than the question names."""
    query = found.query
    if query.when is None or not query.is_question:
        return found
    facts = (pack.facts[each] for hit in found.hits for each in hit.facts)
    then = {fact.id for fact in facts if may_be_then(pack, fact, query)}
    hits = tuple(hit._replace(facts=tuple(each for each in hit.facts if each in then)) for hit in found.hits)
    weighed = (
        each for each in found.weighed if each.kind != "fact" or may_be_then(pack, pack.facts[each.record], query)
    )
    return found._replace(hits=hits, weighed=tuple(weighed))


def _with_first(pack: StoredPack, found: SearchResult, wanted: Wanted, told: Direct, view: AnswerView) -> AnswerView:
    """Put the line of an uncertain answer first in a view.

    It is about the right thing, but lacks e.g. the reason or the killer.
    """
    facts = {pack.facts[each].subject: (each,) for each in reversed(told.facts)}
    own_id = next(iter(told.entries), "") or next(iter(reversed(facts)), "")
    if not own_id:
        return view
    hit = shown_hit(pack, hit_of(pack, own_id, facts.get(own_id, ()), found.query), wanted)
    first = hit._replace(text=sentences(told.text)[0])
    hits = {hit.id: hit for hit in (first, *view.hits) if hit.id != own_id or hit is first}
    return view._replace(hits=tuple(hits.values())[: max(NEAREST, len(view.hits))])


def _hits(pack: StoredPack, found: SearchResult, wanted: Wanted) -> AnswerView:
    """Return the hits where no fact answers the question."""
    query = found.query
    if not query.is_question or not query.terms:
        hits = list(without_repeats(having_words(pack, query, found.hits, wanted)))
        then = _of_then(pack, found)
        told = [hit for hit in hits if hit.said.together or _is_found_by(wanted, hit)] if wanted.named else []
        told = [hit for hit in hits if hit in told or hit.id in then or hit.id == found.named] if told else []
        kinds = {pack.entries[each].kind for each in query.entries}
        if told and len(wanted.named) > 1 and kinds <= {*AGENTS, Kind.PLACE} and not query.further_terms(frozenset()):
            named = (hit for hit in hits if hit.id in query.entries)  # both entries come before a title with both
            told = list({hit.id: hit for hit in (*named, *told)}.values())
        is_unknown = any(not term.forms for term in wanted.ideas)
        is_of_one = len(query.entries) == 1 and pack.entries[next(iter(query.entries))].kind is Kind.PERSON
        if is_of_one and hits and not any(hit.said.names for hit in hits):  # then all hits are about others
            told = list(named_hits(pack, found, wanted, hits))
        return AnswerView(tuple(told or hits), untold=untold(pack, found, wanted, told or hits) if is_unknown else None)
    if telling := _that_tell(pack, found, wanted):
        return AnswerView(tuple(telling))
    nearest = unanswered(pack, found, wanted)
    telling = _that_tell(pack, found, wanted.loosely) if wanted.loosely != wanted else []
    if wanted.agents and wanted.loosely != wanted:  # the event comes before what is said of it
        told = [hit for hit in named_hits(pack, found, wanted.loosely, nearest.hits) if hit.said.together]
        doing = [hit for hit in nearest.hits if told and has_all(wanted, hit)]
        telling = list({hit.id: hit for hit in (*told, *telling, *doing)}.values())[:NEAREST]
    if telling and query.is_yes_or_no:  # a hit that names only one may still answer
        telling = list(islice({hit.id: hit for hit in (*telling, *nearest.hits)}.values(), NEAREST))
    return AnswerView(tuple(telling)) if telling else nearest


def _is_found_by(wanted: Wanted, hit: ShownHit) -> bool:
    """True if the hit's entry is found by words that are in none of its names, and the hit says all else.

    e.g. `sealed train`.
    """
    is_led_to = any(each.loosely and hit.id in each.entries for each in wanted.named)
    return is_led_to and hit.said.names >= len(wanted.named) - 1 and hit.said.ideas == len(wanted.ideas)


def _that_tell(pack: StoredPack, found: SearchResult, wanted: Wanted) -> list[ShownHit]:
    """Return the hits that tell all that is wanted; if none does, lines from the other passages that do."""
    hits = (shown_hit(pack, hit, wanted) for hit in found.hits)
    hits = (hit for hit in hits if may_say(pack, found.query, wanted, hit) and names_kind(found.query, hit.text))
    telling = [hit for hit in hits if _tells(hit.said) and may_tell(pack, found.query, hit.id, hit.text)]
    of_it = [hit for hit in telling if hit.said.is_of_it]
    telling = of_it if of_it or (wanted.named and wanted.ideas and found.query.is_yes_or_no) else telling
    if not telling and wanted.ideas:
        telling = list(islice(_telling(pack, found, wanted), TOLD))
    if wanted.says:
        telling.sort(key=lambda hit: hit.verb != "quote")
    return telling


def _tells(said: Said) -> bool:
    """True if a line tells all that is asked.

    Under an entry that the question does not name, it must do so in the question's own words.
    """
    return said.together and (said.is_of_it or said.plainly == said.ideas)


def _telling(pack: StoredPack, found: SearchResult, wanted: Wanted) -> Iterator[ShownHit]:
    """Yield passages outside the hits that tell all that a question asks, one per entry."""
    seen: set[str] = set()
    kinds = {pack.entries[each].kind for each in found.query.entries}
    is_elsewhere = wanted.agents and kinds == {Kind.ORGANISATION}  # a body's head may be told under another entry
    is_elsewhere |= kin_asked(pack, found.query) is not None
    for each in found.weighed:
        if each.kind != "fact" or each.owner in seen:
            continue
        if said_in(wanted, fact_sentence(pack, pack.facts[each.record]), each.owner).together:
            hit = shown_hit(pack, hit_of(pack, each.owner, (each.record,), found.query), wanted)
            has_all = is_elsewhere and all(term.word in each.has for term in found.query.terms)
            is_fit = hit.said.is_of_it or has_all or not wanted.named
            if _tells(hit.said) and is_fit and may_tell(pack, found.query, hit.id, hit.text):
                seen.add(each.owner)
                yield hit
