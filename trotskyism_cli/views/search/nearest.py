"""What comes nearest where nothing tells what a question asks: what it names, and what has most of its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.opinions.dispute import disputes
from trotskyism_cli.views.answers.untold import ONLY_NEAR, deeds_of, has_all, may_say, shares_half, tells_all, untold
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, shown_hit
from trotskyism_cli.views.questions.reason_words import gives_reason
from trotskyism_cli.views.questions.said import Wanted, has_place, said_in, untitled, wanted_by, without_titles
from trotskyism_cli.views.questions.time_asked import may_be_then

_ADJECTIVES = ("ish", "ian", "ese")  # how words end that are written like a name, and are none
BEST = 2  # hits, of which one may tell what is asked of what is called otherwise there
NAMED, NEAREST = 2, 3  # of the things that a question names, and of all that comes nearest


def unanswered(pack: StoredPack, found: Found, wanted: Wanted) -> AnswerView:
    """What is said where nothing tells what was asked, and what comes nearest: what is named, then all that is near."""
    hits = [shown_hit(pack, hit, wanted) for hit in found.hits]
    hits = [hit for hit in hits if may_say(pack, found.query, wanted, hit)]
    named = sorted(named_hits(pack, found, wanted, hits), key=lambda hit: hit.said.names < len(wanted.named))
    shown = {hit.id for hit in named}
    near = [hit for hit in hits if hit.id not in shown and hit.verb != "quote" and _is_near(wanted, hit)]
    nearest = (*named, *near[: NEAREST - len(named)])
    if wanted.ideas:  # what something is, is less than any of what is asked of it
        nearest = tuple(sorted(nearest, key=lambda hit: not hit.said.ideas))
    if wanted.ideas and found.query.words[:1] == ("what",) and IS.intersection(found.query.words[1:2]):
        thing = [hit for hit in hits if hit.verb == "show" and hit.said.names and hit.said.ideas == len(wanted.ideas)]
        shown = {hit.id for hit in thing}  # what those had who are named comes before what they were
        nearest = (*thing, *(hit for hit in nearest if hit.id not in shown))[:NEAREST]
    if (found.query.is_yes_or_no or found.query.asked == "who") and wanted.named:
        told = hits if found.query.is_yes_or_no else []
        telling = [hit for hit in (*told, *_disputes_over(pack, found, wanted)) if hit.said.together]
        if telling:
            return AnswerView(tuple({hit.id: hit for hit in (*telling, *nearest)}.values())[:NEAREST])
    is_of_deed = found.query.asked == "who" or found.query.words[:1] == ("did",)
    if is_of_deed and not any(hit.said.ideas for hit in nearest) and (deed := _of_deed(wanted, hits)):
        return AnswerView((deed, *nearest)[:NEAREST], untold=ONLY_NEAR)
    nearest = tuple(_with_telling(pack, wanted, hit) for hit in shares_half(wanted, nearest))
    return AnswerView(nearest, untold=untold(pack, found, wanted, nearest) if nearest else None)


def _of_deed(wanted: Wanted, hits: Iterable[ShownHit]) -> ShownHit | None:
    """The line, if one of the best has it, with all that is asked of what a question names, and calls otherwise."""
    best = [hit for hit in hits if hit.verb == "show"][:BEST] if wanted.ideas and wanted.named else []
    said = ((hit, _words_of(wanted, hit)) for hit in best)
    return next((hit for hit, words in said if all(is_said(term, words) for term in wanted.ideas)), None)


def _has_words(wanted: Wanted, hit: ShownHit) -> bool:
    """Whether a line has the very words of a question, in whatever form, and no others for them."""
    words = _words_of(wanted, hit)
    return all(is_said(term._replace(forms=()), words) for term in wanted.ideas)


def _words_of(wanted: Wanted, hit: ShownHit) -> list[str]:
    """The words of a line that may tell what is asked: those of titles tell nothing."""
    return without_titles(wanted, plain(untitled(hit.text))).split()


def _with_telling(pack: StoredPack, wanted: Wanted, hit: ShownHit) -> ShownHit:
    """A hit with the sentence that tells what is asked, where the entry tells all of it though no sentence does."""
    line = tells_all(pack, wanted, hit) if not hit.said.together and hit.verb == "show" else ""
    return replace(hit, text=line) if line else hit


def with_nearest(pack: StoredPack, view: AnswerView, found: Found, of_word: Found, of_named: Found) -> AnswerView:
    """What is shown where nothing answers, with what was found for its most telling word, if that is a name.

    `of_named` was found for what is named alone, which is shown where nothing else is. What has the word comes first,
    but after somebody who is named, and, if anything is named, only beside that.
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
    """Whether a hit gives a reason to a why, in words that have half of what it asks, and all that it names."""
    line = f"{hit.name}. {hit.text}"
    words = plain(line).split()
    has_all = said_in(wanted, line, hit.id).names == len(wanted.named)
    has_half = 2 * sum(is_said(term, words) for term in wanted.ideas) >= len(wanted.ideas) > 0
    return query.asked == "why" and has_all and has_half and gives_reason(hit.text)


def _is_near(wanted: Wanted, hit: ShownHit) -> bool:
    """Whether a line has all that a question names, and, if that is one thing, most of its ideas.

    Of who did something, a line that has all of it anywhere may tell: `he commanded it against one and the other`.
    """
    if wanted.places and not has_place(hit.text):
        return False
    said = hit.said
    small = [word for word in hit.text.split() if word.islower()]  # no title says who did something
    if wanted.agents and any(is_said(term, small) for term in wanted.ideas) and has_all(wanted, hit):
        return True
    return said.names == len(wanted.named) and (said.names > 1 or 2 * said.plainly > len(wanted.ideas))


def merely_named(pack: StoredPack, found: Found, wanted: Wanted) -> tuple[ShownHit, ...]:
    """The things that a question names, the first of them first, each with what it is."""
    first = found.query.named[:NAMED]
    return tuple(shown_hit(pack, hit_of(pack, each, (), found.query), wanted.merely_named) for each in first)


def named_hits(pack: StoredPack, found: Found, wanted: Wanted, hits: Iterable[ShownHit]) -> Iterator[ShownHit]:
    """The things that a question names, the first of them first, each with what is told of it."""
    known = {hit.id: hit for hit in hits}
    is_unknown = any(not term.forms for term in wanted.ideas)  # then what is only like a name may be part of another
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
            yield best  # what it did, though not that it did so with the other one
        elif not is_alone and (hit := known.get(own_id)) and (hit.said.names > 1 or not hit.said.ideas):
            yield hit
        else:  # what it is; any other line would tell of something else
            yield shown_hit(pack, hit_of(pack, own_id, (), found.query), wanted.merely_named)


def _disputes_over(pack: StoredPack, found: Found, wanted: Wanted) -> list[ShownHit]:
    """The disputes over what a question names, each with what is said in it that fits best: some say yes, others no."""
    of_it = [issue.id for issue in disputes(pack) if said_in(replace(wanted, ideas=()), issue.name).together]
    said = {own_id: [each for each in pack.mentions("about", own_id) if each in pack.facts] for own_id in of_it}
    return [shown_hit(pack, hit_of(pack, each, tuple(said[each]), found.query), wanted) for each in of_it]


def _event_there(pack: StoredPack, query: Query, place: str, wanted: Wanted) -> ShownHit | None:
    """Of the events at a place that a question names for a deed, the one that tells most of it, if any does."""
    if pack.entries[place].kind is not Kind.PLACE or not wanted.ideas:
        return None
    there = (pack.entries[fact.subject] for fact in pack.facts_with_object(place))
    events = {each.id: each for each in there if each.kind is Kind.EVENT}.values()
    hits = (shown_hit(pack, hit_of(pack, each.id, _facts_of_then(pack, each, query), query), wanted) for each in events)
    telling = [hit for hit in hits if hit.said.ideas]
    return max(telling, key=lambda hit: hit.said, default=None)


def _facts_of_then(pack: StoredPack, entry: Entry, query: Query) -> tuple[str, ...]:
    """The ids of the facts of an entry that are not false, and are not of another time than a question names."""
    sure = (fact for fact in entry.facts if pack.is_undenied(fact))
    return tuple(fact.id for fact in sure if may_be_then(pack, fact, query))
