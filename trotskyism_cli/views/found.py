"""The edited view of what a search found: the direct answer, the hits that speak of what was asked, and what none does.

Beside a direct answer stand few hits or none, and without one those that tell all that the question asks for come
first. Where nothing does, that is said, with what the question names, and what comes nearest.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from trotskyism_cli.invocation import command
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found, Hit
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answer import is_answer, nearest_answer
from trotskyism_cli.views.answer_view import AnswerView
from trotskyism_cli.views.direct import AGENTS, Direct
from trotskyism_cli.views.end_asked import end_untold
from trotskyism_cli.views.event_asked import event_itself
from trotskyism_cli.views.hits import ShownHit, hit_of, sentences, shown_hit
from trotskyism_cli.views.holding import reasons_held
from trotskyism_cli.views.keywords import having_words, without_repeats
from trotskyism_cli.views.name_asked import UNTOLD, is_name_asked, is_of_origin, name_told, needs_name
from trotskyism_cli.views.nearest import NEAREST, merely_named, named_hits, unanswered
from trotskyism_cli.views.number_asked import dead_counted
from trotskyism_cli.views.of_somebody import kin_asked, may_tell
from trotskyism_cli.views.quarrel_asked import quarrel_asked, tells_of_parting
from trotskyism_cli.views.reason_asked import reason_asked
from trotskyism_cli.views.spoken import Said, Wanted, said_in, wanted_by
from trotskyism_cli.views.start_asked import start_asked
from trotskyism_cli.views.then import may_be_then
from trotskyism_cli.views.told_within import told_within
from trotskyism_cli.views.untold import cause_untold, has_all, may_say, reason_untold, untold
from trotskyism_cli.views.yes_asked import said_so

BESIDE, TOLD = 2, 3  # hits beside an answer; lines that tell what was asked, where no hit does


def answer_view(pack: StoredPack, found: Found) -> AnswerView:
    """The direct answer, if there is one, and the hits; none of either if the book has nothing on it at all."""
    return told_within(pack, found.query) or _answer_view(pack, found)


def _answer_view(pack: StoredPack, found: Found) -> AnswerView:
    query = found.query
    wanted = wanted_by(pack, query)
    if opening := start_asked(pack, query):
        chapter = Hit(opening.id, "topic", opening.title, opening.summary or opening.title, (), 0.0, query.forms)
        direct = Direct(
            f"Read first: {opening.title} ({command('summary', opening.id)}).", f"All: {command('summary')}"
        )
        return AnswerView((shown_hit(pack, chapter, wanted),), direct)
    told_of_it = nearest_answer(pack, found)
    if is_name_asked(query) and not (told_of_it and is_of_origin(query)):
        named = name_told(pack, found)
        if named or needs_name(query):
            return _of_name(pack, found, wanted, named)
    quarrel = quarrel_asked(pack, query, wanted)
    is_sure = quarrel is None or (told_of_it and tells_of_parting(f"{told_of_it.text} {told_of_it.further}"))
    if told_of_it and is_sure and is_answer(pack, found, told_of_it):
        return AnswerView(beside(pack, found, wanted, told_of_it), told_of_it)
    found = _of_time(pack, found)
    reason = reason_asked(pack, found, wanted)
    if reason and reason.is_whole and (quarrel is None or tells_of_parting(reason.text)):
        return AnswerView(beside(pack, found, wanted, reason.direct), reason.direct)
    if quarrel:
        return AnswerView(beside(pack, found, wanted, quarrel), quarrel)
    if body := end_untold(pack, query):
        hit = shown_hit(pack, hit_of(pack, body.id, (), query), wanted.merely_named)
        return AnswerView((hit,), untold=untold(pack, found, wanted, (hit,)))
    view = _without_answer(pack, found, wanted)
    is_told = any(hit.said.together for hit in view.hits)  # that he did oppose it
    if is_told and (held := reasons_held(pack, query)):
        return AnswerView(beside(pack, found, wanted, held), held)
    if reason:
        first = replace(reason.direct, text=reason.text)  # the name stands above it
        return replace(_with_first(pack, found, wanted, first, view), untold="")
    view = _with_first(pack, found, wanted, told_of_it, view) if told_of_it else view
    return _said_or_lacking(pack, found, wanted, view)


def _said_or_lacking(pack: StoredPack, found: Found, wanted: Wanted, view: AnswerView) -> AnswerView:
    """What was found, with the line that says what yes or no would; or with what is lacking, if something is."""
    if not view.untold:
        told = dead_counted(pack, found.query, view.hits) or said_so(pack, found.query, wanted, view.hits)
        if told:
            return AnswerView(beside(pack, found, wanted, told), told)
    lacking = cause_untold(pack, found, view.hits) or (not view.untold and reason_untold(found.query, view.hits))
    return replace(view, untold=lacking) if view.hits and lacking else view


def _of_name(pack: StoredPack, found: Found, wanted: Wanted, told: Direct | None) -> AnswerView:
    """What is told of a name; if nothing is, what it names, and that it is not told."""
    if told:
        return AnswerView(beside(pack, found, wanted, told), told)
    return AnswerView(merely_named(pack, found, wanted), untold=UNTOLD)


def _of_then(pack: StoredPack, found: Found) -> set[str]:
    """The events of the date that a question names, of which a passage has all its words, in whatever form."""
    query = found.query
    asked = query.when
    if asked is None or {"after", "before"}.intersection(query.words):
        return set()
    words = {term.word for term in query.terms}
    owners = {each.owner for each in found.weighed if words <= each.has.keys()}
    events = (pack.entries[each] for each in owners if each in pack.entries and pack.entries[each].kind is Kind.EVENT)
    dated = ((each.id, pack.day_known(each)) for each in events)
    return {own_id for own_id, when in dated if when and asked.first <= when.first and when.last <= asked.last}


def _of_time(pack: StoredPack, found: Found) -> Found:
    """What was found without the facts that are dated otherwise than a question asks."""
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


def _with_first(pack: StoredPack, found: Found, wanted: Wanted, told: Direct, view: AnswerView) -> AnswerView:
    """What is shown where what is told of the very thing gives no reason, or no killer: that as the first hit."""
    facts = {pack.facts[each].subject: (each,) for each in reversed(told.facts)}
    own_id = next(iter(told.entries), "") or next(iter(reversed(facts)), "")
    if not own_id:
        return view
    hit = shown_hit(pack, hit_of(pack, own_id, facts.get(own_id, ()), found.query), wanted)
    first = replace(hit, text=sentences(told.text)[0])
    hits = {hit.id: hit for hit in (first, *view.hits) if hit.id != own_id or hit is first}
    return replace(view, hits=tuple(hits.values())[: max(NEAREST, len(view.hits))])


def _without_answer(pack: StoredPack, found: Found, wanted: Wanted) -> AnswerView:
    """The hits where no statement answers the question."""
    query = found.query
    if not query.is_question or not query.terms:
        hits = list(without_repeats(having_words(pack, query, found.hits, wanted)))
        then = _of_then(pack, found)
        told = [hit for hit in hits if hit.said.together or _is_found_by(wanted, hit)] if wanted.named else []
        told = [hit for hit in hits if hit in told or hit.id in then or hit.id == found.named] if told else []
        kinds = {pack.entries[each].kind for each in query.entries}
        if told and len(wanted.named) > 1 and kinds <= {*AGENTS, Kind.PLACE} and not query.further_terms(frozenset()):
            named = (hit for hit in hits if hit.id in query.entries)  # two names are two entries before a title of both
            told = list({hit.id: hit for hit in (*named, *told)}.values())
        is_unknown = any(not term.forms for term in wanted.ideas)
        is_of_one = len(query.entries) == 1 and pack.entries[next(iter(query.entries))].kind is Kind.PERSON
        if is_of_one and hits and not any(hit.said.names for hit in hits):  # then they are all of somebody else
            told = list(named_hits(pack, found, wanted, hits))
        return AnswerView(tuple(told or hits), untold=untold(pack, found, wanted, told or hits) if is_unknown else "")
    if telling := _that_tell(pack, found, wanted):
        return AnswerView(tuple(telling))
    nearest = unanswered(pack, found, wanted)
    telling = _that_tell(pack, found, wanted.loosely) if wanted.loosely != wanted else []
    if wanted.agents and wanted.loosely != wanted:  # the event of the deed comes before what is said of it
        told = [hit for hit in named_hits(pack, found, wanted.loosely, nearest.hits) if hit.said.together]
        doing = [hit for hit in nearest.hits if told and has_all(wanted, hit)]
        telling = list({hit.id: hit for hit in (*told, *telling, *doing)}.values())[:NEAREST]
    if telling and query.is_yes_or_no:  # what does not name both in full may be the answer all the same
        telling = list(islice({hit.id: hit for hit in (*telling, *nearest.hits)}.values(), NEAREST))
    return AnswerView(tuple(telling)) if telling else nearest


def _is_found_by(wanted: Wanted, hit: ShownHit) -> bool:
    """Whether words that are in none of its names lead to an entry, and it speaks of all else: `sealed train`."""
    is_led_to = any(each.loosely and hit.id in each.entries for each in wanted.named)
    return is_led_to and hit.said.names >= len(wanted.named) - 1 and hit.said.ideas == len(wanted.ideas)


def _that_tell(pack: StoredPack, found: Found, wanted: Wanted) -> list[ShownHit]:
    """The hits that tell all that is wanted; if none does, what does so among the other passages."""
    hits = (shown_hit(pack, hit, wanted) for hit in found.hits)
    hits = (hit for hit in hits if may_say(pack, found.query, wanted, hit))
    telling = [hit for hit in hits if _tells(hit.said) and may_tell(pack, found.query, hit.id, hit.text)]
    of_it = [hit for hit in telling if hit.said.is_of_it]
    telling = of_it if of_it or (wanted.named and wanted.ideas and found.query.is_yes_or_no) else telling
    if not telling and wanted.ideas:
        telling = list(islice(_telling(pack, found, wanted), TOLD))
    if wanted.says:
        telling.sort(key=lambda hit: hit.verb != "quote")
    return telling


def beside(pack: StoredPack, found: Found, wanted: Wanted, direct: Direct) -> tuple[ShownHit, ...]:
    """What is shown beside an answer: the event itself, what the answer is about, and lines that say what was asked."""
    answered = f"{direct.text} {direct.further}"
    itself, about = event_itself(pack, found), list(direct.entries)
    if itself and (owners := _of_other_years(pack, itself.id, direct, found.query)):  # another event of the same name
        itself, about, wanted = None, owners, wanted.merely_named
    first = [itself.id, *about] if itself else about
    given = {each: hit_of(pack, each, (), found.query) for each in about}
    given |= {hit.id: hit for hit in (*found.hits, *([itself] if itself else []))}
    hits = [shown_hit(pack, _without(hit, direct.facts), wanted, answered) for hit in given.values()]
    of_it = [hit for each in first for hit in hits if hit.id == each]
    is_sure = bool(direct.entries) or not wanted.named  # others would only share a word with the question
    fit = (hit for hit in hits if hit.verb != "quote" or wanted.says)
    speaking = [] if is_sure else [hit for hit in fit if hit.said.together]
    named = [hit for hit in speaking if hit.said.is_of_it]
    told = {hit.id: hit for hit in (*of_it, *named, *(hit for hit in speaking if hit.name in answered))}
    if not wanted.ideas and len(wanted.named) == 1:
        told |= {hit.id: hit for hit in speaking if hit.id not in told}
    if told:
        return tuple(islice(told.values(), BESIDE))
    own_id = next((named.entries[0] for named in wanted.named), "")
    what = wanted.merely_named  # what it is; any other line would tell of something else
    return (shown_hit(pack, hit_of(pack, own_id, (), found.query), what, answered),) if own_id else ()


def _of_other_years(pack: StoredPack, event: str, direct: Direct, query: Query) -> list[str]:
    """The things named of which an answer tells, if all of it was in other years than an event."""
    when = pack.day_known(pack.entries[event])
    facts = [pack.facts[each] for each in direct.facts]
    years = [(each.date.first.year, each.date.last.year) for each in facts if each.date]
    if when is None or any(first <= when.last.year and when.first.year <= last for first, last in years):
        return []
    return [each.subject for each in facts if each.subject in query.entries and each.date]


def _without(hit: Hit, told: Collection[str]) -> Hit:
    """A hit without the facts that the answer has told."""
    return hit._replace(facts=tuple(each for each in hit.facts if each not in told))


def _tells(said: Said) -> bool:
    """Whether a line tells all that was asked: under another heading only in the words of the question itself."""
    return said.together and (said.is_of_it or said.plainly == said.ideas)


def _telling(pack: StoredPack, found: Found, wanted: Wanted) -> Iterator[ShownHit]:
    """What tells all that a question asks for among the passages that no hit is made of, one of an entry."""
    seen: set[str] = set()
    kinds = {pack.entries[each].kind for each in found.query.entries}
    is_elsewhere = wanted.agents and kinds == {Kind.ORGANISATION}  # who headed one may stand under another
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
