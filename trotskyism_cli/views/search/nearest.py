"""Collect what comes nearest where nothing tells what a question asks.

These are the entries that the question names, and the lines that have most of its words.
"""

import re
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.missing import ONLY_NEAR, deeds_of, has_all, may_say, shares_half, tells_all, untold
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, shown_hit
from trotskyism_cli.views.questions.line_match import Wanted, has_place, said_in, untitled, wanted_by, without_titles
from trotskyism_cli.views.questions.reason_words import gives_reason
from trotskyism_cli.views.questions.time_asked import may_be_then

_ADJECTIVES = ("ish", "ian", "ese")  # endings of adjectives, which have a capital but are no names
BEST = 2  # first hits, one of which may tell it under another name
NAMED, NEAREST = 2, 3  # most named entries, and most hits in all


def unanswered(pack: StoredPack, found: SearchResult, wanted: Wanted) -> AnswerView:
    """Build the view for a question that nothing answers.

    It has the named entries, then near lines, under a header that says what is not told.
    """
    hits = [shown_hit(pack, hit, wanted) for hit in found.hits]
    hits = [hit for hit in hits if may_say(pack, found.query, wanted, hit)]
    named = sorted(named_hits(pack, found, wanted, hits), key=lambda hit: hit.said.names < len(wanted.named))
    shown = {hit.id for hit in named}
    near = [hit for hit in hits if hit.id not in shown and hit.verb != "quote" and _is_near(wanted, hit)]
    nearest = (*named, *near[: NEAREST - len(named)])
    if wanted.ideas:  # a line with an idea comes before what something is
        nearest = tuple(sorted(nearest, key=lambda hit: not hit.said.ideas))
    if wanted.ideas and found.query.words[:1] == ("what",) and IS.intersection(found.query.words[1:2]):
        thing = [hit for hit in hits if hit.verb == "show" and hit.said.names and hit.said.ideas == len(wanted.ideas)]
        shown = {hit.id for hit in thing}  # what named people had comes before what they were
        nearest = (*thing, *(hit for hit in nearest if hit.id not in shown))[:NEAREST]
    if (found.query.is_yes_or_no or found.query.asks_for == "who") and wanted.named:
        told = hits if found.query.is_yes_or_no else []
        telling = [hit for hit in (*told, *_disputes_over(pack, found, wanted)) if hit.said.together]
        if telling:
            return AnswerView(tuple({hit.id: hit for hit in (*telling, *nearest)}.values())[:NEAREST])
    is_of_deed = found.query.asks_for == "who" or found.query.words[:1] == ("did",)
    if is_of_deed and not any(hit.said.ideas for hit in nearest) and (deed := _of_deed(wanted, hits)):
        return AnswerView((deed, *nearest)[:NEAREST], untold=ONLY_NEAR)
    nearest = tuple(_with_telling(pack, wanted, hit) for hit in shares_half(wanted, nearest))
    return AnswerView(nearest, untold=untold(pack, found, wanted, nearest) if nearest else None)


def _of_deed(wanted: Wanted, hits: Iterable[ShownHit]) -> ShownHit | None:
    """Return a line among the best that has all ideas of the question, though it calls the named thing otherwise."""
    best = [hit for hit in hits if hit.verb == "show"][:BEST] if wanted.ideas and wanted.named else []
    said = ((hit, _words_of(wanted, hit)) for hit in best)
    return next((hit for hit, words in said if all(is_said(term, words) for term in wanted.ideas)), None)


def _has_words(wanted: Wanted, hit: ShownHit) -> bool:
    """True if a line has every idea in the question's own words, in any inflection."""
    words = _words_of(wanted, hit)
    return all(is_said(term._replace(forms=()), words) for term in wanted.ideas)


def _words_of(wanted: Wanted, hit: ShownHit) -> list[str]:
    """Return the words of a line without those of titles, which tell nothing."""
    return without_titles(wanted, plain(untitled(hit.text))).split()


def _with_telling(pack: StoredPack, wanted: Wanted, hit: ShownHit) -> ShownHit:
    """Give a hit the line in which its entry tells all that is asked, if its own line does not."""
    line = tells_all(pack, wanted, hit) if not hit.said.together and hit.verb == "show" else ""
    return hit._replace(text=line) if line else hit


def with_nearest(
    pack: StoredPack, view: AnswerView, found: SearchResult, of_word: SearchResult, of_named: SearchResult
) -> AnswerView:
    """Add hits for the question's most telling word to a view without an answer, if it is used as a name.

    `of_word` was found for that word, `of_named` for the named entries alone, which are shown if nothing else is.
    Hits with the word come first, but after named people.
    """
    named = set(found.query.entries)
    wanted, told = wanted_by(pack, found.query), wanted_by(pack, of_word.query)
    shown = view.hits or [
        shown_hit(pack, hit, wanted_by(pack, of_named.query)) for hit in of_named.hits if hit.id in named
    ]
    hits = [hit for hit in (shown_hit(pack, each, told) for each in of_word.hits) if hit.verb != "quote"]
    hits = [hit for hit in hits if may_say(pack, found.query, wanted, hit)]
    is_known = bool(named) or all(term.forms for term in found.query.terms)
    words = [term.known_as.capitalize() for term in told.ideas if is_known and not term.word.endswith(_ADJECTIVES)]
    telling = [
        hit
        for hit in hits
        if said_in(wanted, f"{hit.name}. {hit.text}").names == len(wanted.named)
        and any(re.search(rf"(?<=[\w,] ){word}\b(?! of [A-Z])", hit.text) for word in words)
    ]
    is_of_person = any(pack.entries[each].kind is Kind.PERSON for each in named)
    ordered = (*telling, *shown) if named and not is_of_person else (*shown, *telling)
    nearest = {hit.id: hit for hit in shares_half(wanted, ordered)}
    shown_now = tuple(nearest.values())[:NEAREST]
    is_told = len(wanted.ideas) > 1 and any(
        said_in(wanted, f"{hit.name}. {hit.text}", hit.id).together for hit in shown_now[:1]
    )
    is_told |= any(_explains(found.query, wanted, hit) for hit in shown_now[:1])
    if is_told or not nearest:
        return AnswerView(shown_now)
    is_near = view.untold == ONLY_NEAR and shown_now[:1] == view.hits[:1]
    return AnswerView(shown_now, untold=ONLY_NEAR if is_near else untold(pack, found, wanted, shown_now))


def _explains(query: Query, wanted: Wanted, hit: ShownHit) -> bool:
    """True if the question is a why, and a hit gives a reason, has all its names and half of its ideas."""
    line = f"{hit.name}. {hit.text}"
    words = plain(line).split()
    has_all = said_in(wanted, line, hit.id).names == len(wanted.named)
    has_half = 2 * sum(is_said(term, words) for term in wanted.ideas) >= len(wanted.ideas) > 0
    return query.asks_for == "why" and has_all and has_half and gives_reason(hit.text)


def _is_near(wanted: Wanted, hit: ShownHit) -> bool:
    """True if a line has all that a question names and, if that is one thing, most of its ideas.

    For a who-question a line is also near if it has all of it anywhere: `he commanded it against one and the other`.
    """
    if wanted.places and not has_place(hit.text):
        return False
    said = hit.said
    small = [word for word in hit.text.split() if word.islower()]  # capitalised words may be of titles
    if wanted.agents and any(is_said(term, small) for term in wanted.ideas) and has_all(wanted, hit):
        return True
    return said.names == len(wanted.named) and (said.names > 1 or 2 * said.plainly > len(wanted.ideas))


def merely_named(pack: StoredPack, found: SearchResult, wanted: Wanted) -> tuple[ShownHit, ...]:
    """Return the first NAMED entries of the question, each with what it is."""
    first = found.query.named[:NAMED]
    return tuple(shown_hit(pack, hit_of(pack, each, (), found.query), wanted.merely_named) for each in first)


def named_hits(pack: StoredPack, found: SearchResult, wanted: Wanted, hits: Iterable[ShownHit]) -> Iterator[ShownHit]:
    """Yield the first NAMED entries of the question, each by its line nearest to the question, or what it is."""
    known = {hit.id: hit for hit in hits}
    is_unknown = any(not term.forms for term in wanted.ideas)  # then a search word may be part of an unknown name
    sure = [each for each in wanted.named if not (is_unknown and each.loosely)]
    for named in sure[:NAMED]:
        own_id = next((each for each in named.entries if each in known), named.entries[0])
        facts = _facts_of_then(pack, pack.entries[own_id], found.query)
        best = shown_hit(pack, hit_of(pack, own_id, facts, found.query), wanted)
        is_alone = len(wanted.named) == 1
        deed = _event_there(pack, found.query, own_id, wanted)
        if deed and deed.said.ideas > best.said.ideas:
            yield deed
        elif best.said.names > 1 or (is_alone and 2 * best.said.ideas >= len(deeds_of(wanted))):
            yield best
        elif found.query.is_yes_or_no and not is_alone and best.said.ideas and _has_words(wanted, best):
            yield best  # tells the deed, though not with the other entry
        elif not is_alone and (hit := known.get(own_id)) and (hit.said.names > 1 or not hit.said.ideas):
            yield hit
        else:  # say what it is: any other line would tell something else
            yield shown_hit(pack, hit_of(pack, own_id, (), found.query), wanted.merely_named)


def _disputes_over(pack: StoredPack, found: SearchResult, wanted: Wanted) -> list[ShownHit]:
    """Return the disputes over what the question names, each with the line that fits best."""
    of_it = [issue.id for issue in pack.argued_about() if said_in(wanted._replace(ideas=()), issue.name).together]
    said = {own_id: [each for each in pack.mentions("about", own_id) if each in pack.facts] for own_id in of_it}
    return [shown_hit(pack, hit_of(pack, each, tuple(said[each]), found.query), wanted) for each in of_it]


def _event_there(pack: StoredPack, query: Query, place: str, wanted: Wanted) -> ShownHit | None:
    """Return the event at a named place that tells most of the deed asked, if any does."""
    if pack.entries[place].kind is not Kind.PLACE or not wanted.ideas:
        return None
    there = (pack.entries[fact.subject] for fact in pack.facts_with_object(place))
    events = {each.id: each for each in there if each.kind is Kind.EVENT}.values()
    hits = (shown_hit(pack, hit_of(pack, each.id, _facts_of_then(pack, each, query), query), wanted) for each in events)
    telling = [hit for hit in hits if hit.said.ideas]
    return max(telling, key=lambda hit: hit.said, default=None)


def _facts_of_then(pack: StoredPack, entry: Entry, query: Query) -> tuple[str, ...]:
    """Return the ids of an entry's facts that are not denied, and may be of the time that the question names."""
    sure = (fact for fact in entry.facts if pack.stands(fact))
    return tuple(fact.id for fact in sure if may_be_then(pack, fact, query))
