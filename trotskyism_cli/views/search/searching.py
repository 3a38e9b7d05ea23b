"""Build the whole view of a search.

It reads the text and answers it. Without an answer it adds what comes nearest. At the end it tests what was found,
and takes back what answers another question.
"""

import re
from collections.abc import Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.library.dates.years_typed import span_of_years
from trotskyism_cli.library.forms import plain, words_of
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.names import number_alone
from trotskyism_cli.library.query import DID, Query
from trotskyism_cli.library.questions.person_meant import bare_name, name_within
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.inflection import surname_of_man
from trotskyism_cli.library.words.question_terms import ARTICLES
from trotskyism_cli.message_text import shortened
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.answers.giving import only_given
from trotskyism_cli.views.answers.missing import COMPANY_UNTOLD, NEAREST, only_named
from trotskyism_cli.views.answers.opinions.relation_of_two import DIFFERING
from trotskyism_cli.views.answers.people.false_charge import with_what_came_of_it
from trotskyism_cli.views.days.old_style import calendar_told
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import TRYING, is_said
from trotskyism_cli.views.questions.hits import ShownHit
from trotskyism_cli.views.search.answer_or_hits import answer_view
from trotskyism_cli.views.search.two_in_one import joined, parts_of
from trotskyism_cli.views.search.unfinished_question import GOING_ON, breaks_off, broken_off
from trotskyism_cli.views.search.unranked import only_ranked
from trotskyism_cli.views.search.wanting import only_wanted
from trotskyism_cli.views.search.wrong_subject import only_of_question

ALL, BEST = 1000, 5  # hits: more than any search has, and those that a question is answered from
WITH_WHOM = frozenset({"against", "by", "from", "with"})
SEVERAL = 2  # words that may be a name or a quotation, at least
MOST_TELLING = 2  # words of an unanswered question that are searched for alone, at most
_TITLED = lazy_regex(
    r"^(who (?:is|was) )(?:admiral|captain|colonel|comrade|count|doctor|dr|father|general|lady|lord|madame|marshal"
    r"|miss|mr|mrs|prince|princess|professor|sir)\.? (?=\S+(?: \S+)?$)",
    re.IGNORECASE,
)
_WORD = lazy_regex(r"\w+(?:['’](?!s\b)\w+)*")  # without the 's of an owner


def lacking(query: Query, text: str) -> str:
    """Return the message for a text on which the book has nothing."""
    if query.date and query.date.when and query.is_only_date:
        return f"Nothing in the book is dated {query.date.words}. The year: {command('on', str(query.date.when.year))}"
    if text.strip().isdecimal():
        return f"Nothing in the book answers “{shortened(text)}”. {number_alone()}"
    if query.is_question and (query.is_empty or query.words[-1] in GOING_ON):
        return (
            f"“{shortened(text)}” does not yet say what it asks about. Add a name or a word, or see: {command('list')}"
        )
    unknown = f": it does not have “{shortened(query.only_unknown)}”" if query.only_unknown else ""
    return f"Nothing in the book answers “{shortened(text)}”{unknown}. Try other words, or see: {command('list')}"


def view_of(library: Library, text: str) -> AnswerView:
    """Return all that the book has on a text; of a question that asks two things, both."""
    parts = parts_of(text)
    if parts and parts.is_of_him:
        query = _found(library, parts.one).query
        spans = set(query.entries.values())
        parts = parts.naming(" ".join(query.words[slice(*spans.pop())])) if len(spans) == 1 else None
    both = joined(parts, _view_of(library, parts.one), _view_of(library, parts.other)) if parts else None
    view = both or _view_of(library, text)
    if view.direct or (view.hits and not view.untold):
        return view
    return _of_name_within(library, text, view) or view


def _view_of(library: Library, text: str) -> AnswerView:
    """Return all that the book has on a text, after its slips of spelling are mended."""
    found = _found(library, text)
    if breaks_off(library.pack, found.query):
        return broken_off(library.pack, found)
    if not found.hits and (bare := without_title(text)) != text:
        return _view_of(library, bare)
    spelt = as_spelt(found.query, text) if found.query.is_question else text
    if spelt == text:
        return _asked_or_otherwise(library, found, text)
    view = _asked_or_otherwise(library, _found(library, spelt), spelt)
    return view._replace(notes=(*dict.fromkeys((*found.query.read_as, *view.notes)),))


def _asked_or_otherwise(library: Library, found: SearchResult, text: str) -> AnswerView:
    """Return all that the book has on a text; an unanswered question is asked again in other words."""
    view = _view_of_found(library, found, text)
    if view.direct or not found.query.is_question:
        return view
    from trotskyism_cli.views.search.retry_in_other_words import asked_otherwise  # what is answered does without it

    def answer_to(other: str) -> AnswerView:
        return _view_of_found(library, _found(library, other), other, needs_nearest=False)

    return asked_otherwise(library.pack, found, view, answer_to)


def without_title(text: str) -> str:
    """Remove a person's title from a who-question: "who was Father Gapon" → "who was Gapon"."""
    return _TITLED.sub(r"\1", text)


def words_apart(found: SearchResult, hits: Sequence[ShownHit]) -> Untold | None:
    """Return the header for a search of several words that name nothing, if no line shown has all of them."""
    query = found.query
    if query.is_question or query.date or query.is_only_names or found.named or len(query.terms) < SEVERAL:
        return None
    lines = (plain(f"{hit.name} {hit.text}").split() for hit in hits)
    if any(all(is_said(term, words) for term in query.terms) for words in lines):
        return None
    return Untold(f"The book has no line with all these words: “{shortened(' '.join(query.words))}”{NEAREST}")


def as_spelt(query: Query, text: str) -> str:
    """Return a text with its misspelt words as the book spells them; a woman's form of a surname stays."""
    spelt = {word: read for word, read in query.misspelt if surname_of_man(word) != read}
    return _WORD.sub(lambda found: spelt.get(plain(found[0]), found[0]), text)


def _view_of_found(library: Library, found: SearchResult, text: str, *, needs_nearest: bool = True) -> AnswerView:
    """Turn what was found for a text into a view.

    A word that the book does not have is left out if the rest is still answered; else only named entries are shown.
    Without `needs_nearest`, nothing near is looked for: the caller wants only an answer.
    """
    if name := bare_name(library.store, library.pack, found.query):
        return _of_bare_name(library, found, name)
    notes: list[str] = []
    if not found.hits and found.query.terms and not found.query.date and (named := library.resolve(text)).entry:
        notes.append(named.reason)
        found = _found(library, library.pack.entries[named.entry].name)
    view = answer_view(library.pack, found)
    unknown = found.query.only_unknown
    if not (found.hits or view.direct) and unknown:
        rest = _found(library, " ".join(word for word in words_of(text) if word != unknown))
        is_of_another = _is_another_question(text, found.query, unknown)
        if not (is_of_another or rest.query.asks_nothing) and (answered := answer_view(library.pack, rest)).direct:
            return answered._replace(notes=(f"Left out, since the book does not have it: {shortened(unknown)}",))
        hits = tuple(hit for hit in rest.hits if hit.id in rest.query.entries)
        found = rest._replace(query=found.query, hits=hits, weighed=())
        view = answer_view(library.pack, found)
    is_settled = bool(view.direct) or view.untold == COMPANY_UNTOLD
    if needs_nearest and not is_settled and (not view.hits or view.untold):
        view = _nearest(library, found, view)
    if found.query.is_question and view.hits and not is_settled:
        from trotskyism_cli.views.search.last_resort import settled  # an answer is settled already

        view = settled(library.pack, found, view)
    view = only_wanted(found.query, only_ranked(found.query, view))
    view = only_of_question(library.pack, found, only_given(library.pack, found.query, view))
    if view.direct:
        view = view._replace(direct=with_what_came_of_it(library.pack, found.query, view.direct))
    elif view.hits and not view.untold:
        view = view._replace(untold=words_apart(found, view.hits))
    view = _with_premise(library, found, view)
    if view.untold and view.hits:
        from trotskyism_cli.views.search.likely import with_likely  # what is answered does without it

        view = with_likely(library.pack, found, view)
    return view._replace(notes=(*notes, *found.query.read_as, *_of_time(text, found.query)))


def _with_premise(library: Library, found: SearchResult, view: AnswerView) -> AnswerView:
    if view.direct is None or found.query.asks_for != "why":
        return view
    from trotskyism_cli.views.search.premise import with_premise  # only a why takes a deed for granted

    return with_premise(library.pack, found, view)


def _of_bare_name(library: Library, found: SearchResult, name: str) -> AnswerView:
    """Show the lines that have a name which belongs to no entry; else what the name leads to."""
    view = answer_view(library.pack, found._replace(query=found.query._replace(entries={})))
    hits = tuple(hit for hit in view.hits if name in hit.text)
    return view._replace(hits=hits or view.hits, direct=None, untold=only_named(name))


def _of_name_within(library: Library, text: str, view: AnswerView) -> AnswerView | None:
    """Show lines with the name of somebody who has no entry, if the question asks about him.

    None if there is no such name, or a hit of the `view` has it already.
    """
    query = library.query(text)
    name = name_within(library.store, library.pack, query) if query.is_question and not query.entries else ""
    if not name or any(name in hit.text for hit in view.hits):
        return None
    return answer_view(library.pack, _found(library, name))._replace(direct=None, untold=only_named(name))


def _of_time(text: str, query: Query) -> tuple[str, ...]:
    """Return the notes on a text that is only a time.

    They name the calendar of its days, and the command that lists it in order.
    """
    if span := span_of_years(text):
        return (f"In order of time: {command('timeline', span)}",)
    asked = query.date if query.is_only_date and not query.is_question else None
    if asked and asked.day:
        return (f"What happened on that day: {command('on', *text.lower().split())}",)
    if asked is None or not (calendar := calendar_told(asked)):
        return ()
    return (f"{calendar} In order of time: {command('on', *asked.words.lower().split())}",)


def _is_another_question(text: str, query: Query, unknown: str) -> bool:
    """True if the question would ask something else without the word that the book does not have."""
    is_of_one_of_two = not DIFFERING.isdisjoint(query.words)
    is_of_deed = unknown in TRYING or _is_done_to(query, unknown)
    return is_of_one_of_two or is_of_deed or _is_owned(text, unknown) or _is_of_somebody(query, unknown)


def _is_done_to(query: Query, unknown: str) -> bool:
    """True if the unknown word is the object of the verb: `join the Rotary`."""
    words = [word for word in query.words if word not in ARTICLES]
    before = words[words.index(unknown) - 1] if unknown in words[1:] else ""
    return any(term.word == before and term.is_deed for term in query.terms)


def _is_of_somebody(query: Query, unknown: str) -> bool:
    """True if the unknown word is the doer (after `did`), or stands after with, by, against or from."""
    before = query.words[query.words.index(unknown) - 1] if query.is_question and unknown in query.words[1:] else ""
    return before in DID | WITH_WHOM


def _is_owned(text: str, unknown: str) -> bool:
    """True if the unknown word is somebody's, and the question is about that: `his brother's dog`."""
    return bool(re.search(rf"['’]s? (?:\w+ )?{re.escape(unknown)}\b", text, re.IGNORECASE))


def _found(library: Library, text: str) -> SearchResult:
    """Search for a text: all hits, or the best ones of a question."""
    return library.find(text, limit=ALL, of_question=BEST)


def _nearest(library: Library, found: SearchResult, view: AnswerView) -> AnswerView:
    """Add what comes nearest to a view without an answer: hits for the rarest words, and the named entries."""
    from trotskyism_cli.views.search.nearest import with_nearest  # what is answered does without it

    query = found.query
    named = " ".join(" ".join(query.words[start:end]) for start, end in sorted(set(query.entries.values())))
    of_named = found if view.hits else _found(library, named)
    telling = library.rarest([term for term in query.terms if term.word not in query.naming])[:MOST_TELLING]
    for word in reversed(telling):  # hits for the last one searched come first
        view = with_nearest(library.pack, view, found, _found(library, word), of_named)
    return view
