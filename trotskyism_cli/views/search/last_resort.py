"""Settle the view of a question without an answer: a line that answers it after all, or what is not told."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import written_name
from trotskyism_cli.library.questions.question_words import DENYING, IS, VIEWING
from trotskyism_cli.library.questions.rewriting import CONCEIVING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.direct_answer import tells_how
from trotskyism_cli.views.answers.missing import IN_DOUBT, ONLY_NEAR, UNTOLD_OF, cause_untold, only_named, untold
from trotskyism_cli.views.answers.opinions.by_dispute import dispute_asked
from trotskyism_cli.views.answers.opinions.views_held import DEMANDING
from trotskyism_cli.views.answers.people.false_charge import charged_asked
from trotskyism_cli.views.answers.people.kin_between import kin_between
from trotskyism_cli.views.questions.all_said import facts_with_everything
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import AGENTS, Direct, inside, is_said, told_in
from trotskyism_cli.views.questions.event_answer import HAPPENED, is_called, keeps_ordinals
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import Wanted, wanted_by
from trotskyism_cli.views.questions.reason_words import gives_reason
from trotskyism_cli.views.search.beside_answer import beside
from trotskyism_cli.views.search.telling_line import line_told
from trotskyism_cli.views.search.things_without_entry import told_by_author, told_by_name
from trotskyism_cli.views.search.yes_or_no import IN_TIME

SAID = frozenset({"coined", "said", "says", "wrote"})


def settled(pack: StoredPack, found: SearchResult, view: AnswerView) -> AnswerView:
    """Give a view without an answer the line that tells what is asked, or the header that none does."""
    query = found.query
    wanted = wanted_by(pack, query)
    if quoted := _quoted(pack, query, view):
        return view._replace(direct=quoted, untold=None)
    told = (
        kin_between(pack, query)
        or told_by_author(pack, query, view.hits)
        or _told(pack, found, wanted, view)
        or dispute_asked(pack, found)
        or charged_asked(pack, query)
        or _what_is_called_so(pack, found, view)
    )
    if told and tells_how(query, told.text):
        return view._replace(hits=beside(pack, found, wanted, told), direct=told, untold=None)
    if name := written_name(pack.store, pack, query):
        if told := told_by_name(pack, query, name, view.hits):
            return view._replace(hits=beside(pack, found, wanted, told), direct=told, untold=None)
        return view._replace(untold=only_named(name))
    is_sure = query.is_yes_or_no or query.asks_for == "number"
    lacking = untold(pack, found, wanted, view.hits) if is_sure else None
    first = view.hits[0].said
    is_why = query.asks_for == "why"
    nearest = view.hits[0].text
    is_near = ((first.together and wanted.ideas) or (is_why and gives_reason(nearest))) and tells_how(query, nearest)
    in_doubt = ONLY_NEAR if is_near else UNTOLD_OF.get(query.asks_for, IN_DOUBT)
    hits = view.hits
    if query.asks_for == "who" and not CONCEIVING.isdisjoint(
        query.words
    ):  # the idea itself first, not another's author
        hits = tuple(sorted(hits, key=lambda hit: hit.id not in query.entries))
    return view._replace(hits=hits, untold=view.untold or lacking or in_doubt)


def _quoted(pack: StoredPack, query: Query, view: AnswerView) -> Direct | None:
    """Answer "who said …" by the first hit, if that is a quotation with all words of the question.

    The answer includes what is doubtful about the quotation.
    """
    hit = view.hits[0]
    if hit.verb != "quote" or query.words[:1] != ("who",) or SAID.isdisjoint(query.words[1:2]):
        return None
    words = plain(hit.text).split()
    asked = [term for term in query.terms if term.word not in SAID]
    is_said_so = len(asked) > 1 and all(is_said(term, words) for term in asked)
    if not is_said_so:
        return None
    from trotskyism_cli.views.days.row_text import doubt_of  # only a quotation needs it

    quote = pack.quotes[hit.id]
    return Direct(f"{hit.name}: {hit.text}{doubt_of(quote.doubtful)}", entries=(quote.speaker,))


def _told(pack: StoredPack, found: SearchResult, wanted: Wanted, view: AnswerView) -> Direct | None:
    query = found.query
    if query.asks_for == "who" and cause_untold(pack, found, view.hits):
        return None  # whom he killed, or that he survived a shot, does not tell who killed him
    told = line_told(pack, query, wanted, view.hits) or _demanded(pack, found)
    if told or view.untold or wanted.loosely == wanted or query.asks_for in ("when", "where", "why"):
        return told  # time, place and reason are of the deed itself, not only of both names
    return line_told(pack, query, wanted.loosely, view.hits)


def _what_is_called_so(pack: StoredPack, found: SearchResult, view: AnswerView) -> Direct | None:
    """Answer "what was X" by the event whose name has all words of the question: `the Minneapolis trial`.

    For "what happened in X" that event need not be the first hit: a person who led it may be found by its name.
    """
    query = found.query
    is_of_what = query.words[:1] == ("what",) and (IS | HAPPENED).intersection(query.words[1:2])
    agents = {span for each, span in query.entries.items() if pack.entries[each].kind in AGENTS}
    is_done = query.words[:1] == ("did",) and len(agents) < 2 and DENYING.isdisjoint(query.words) and not query.date
    owners = [view.hits[0].id, *(hit.id for hit in found.hits if HAPPENED.intersection(query.words))]
    events = (pack.entries[each] for each in owners if each in pack.entries and query.terms)
    event = next((each for each in events if each.kind is Kind.EVENT and is_called(each, query.terms)), None)
    if not (is_of_what or is_done) or event is None or not keeps_ordinals(event, query):
        return None
    if IN_TIME.intersection(query.words) or _is_of_place(event, query):
        return None  # an event does not tell what came after it
    return Direct(f"{capital(event.name)}: {inside(sentences(event.summary)[0])}", entries=(event.id,))


def _is_of_place(event: Entry, query: Query) -> bool:
    """True if the question asks what the place in an event's name was: `the march to the Winter Palace`."""
    asked = r"\W+".join(term.word for term in query.terms)
    is_of_being = IS.intersection(query.words[1:2])
    return bool(
        is_of_being
        and any(re.search(rf"\b(?:at|from|in|of|on|to) (?:the )?{asked}$", plain(name)) for name in event.names)
    )


def _demanded(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer what people without an entry (`the sailors`) demanded or said.

    The answer is a fact with all words of the question.
    """
    query = found.query
    is_asked = query.words[:2] == ("what", "did") and VIEWING.intersection(query.words)
    if not is_asked or "about" in query.words or any(pack.entries[each].kind in AGENTS for each in query.entries):
        return None
    with_all = (fact for _, fact in facts_with_everything(pack, found))
    weighed = (pack.facts[each.record] for each in found.weighed if each.kind == "fact")
    fact = next((fact for fact in (*with_all, *weighed) if _tells_demand(pack, query, fact)), None)
    return told_in(pack, [fact]) if fact else None


def _tells_demand(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """True if all words of the question for who demanded stand before the verb of demanding in a fact."""
    text = fact_sentence(pack, fact)
    demand = DEMANDING.search(text)
    asked = [term for term in query.terms if term.word not in VIEWING]
    if demand is None or not pack.is_known(fact) or len(asked) < 2:  # one word may call others too
        return False
    return all(is_said(term.itself, plain(text[: demand.start()]).split()) for term in asked)
