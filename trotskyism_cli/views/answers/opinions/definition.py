"""Answer what something is or was, where a body is, and what became of several, by their summaries."""

from trotskyism_cli.library.names.named_in_text import entries_named, is_only_found_by
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_names import IDEAS
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.answers.opinions.dispute import of_side
from trotskyism_cli.views.answers.people.of_one_entry import end_of
from trotskyism_cli.views.answers.people.victims import fate_of
from trotskyism_cli.views.questions.direct import AGENTS, Direct, inside, is_what
from trotskyism_cli.views.questions.event_answer import HAPPENED, event_itself
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import has_place
from trotskyism_cli.views.questions.time_asked import is_in

AMONG = frozenset("among at in inside on with".split())
OPENING = IS | {"the", "a", "an", "does", "became"}  # after what or who; “what's the” has lost its verb


def what_it_is(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer what an entry is, or what became of it, if the question names nothing else.

    Of a dispute, tell who says what.
    """
    query = found.query
    own_id = next((hit.id for hit in found.hits if hit.id in query.entries), "")
    start, end = query.entries.get(own_id, (0, 0))
    entry = pack.entries[own_id] if own_id else None
    is_then = query.when is None or (entry is not None and is_in(pack.first_known_date(entry), query.when))
    owners = {span for span in query.entries.values() if span[1] == start}  # owners: `the Comintern's Third Period`
    opening = min((first for first, _ in owners), default=start)
    beside = {*query.words[:opening], *query.words[end:]} - STOP_WORDS
    if entry is None or not is_then or beside - (IDEAS if entry.kind is Kind.CONCEPT else frozenset()):
        return None  # the question names something else as well
    is_of_being = IS & {*query.words[1:2]} or (HAPPENED & {*query.words} and AMONG & {*query.words[:start]})
    if "what" in query.words[:1] and is_of_being and _is_only_found_by(pack, query, entry):
        return None  # a tendency without an entry may lead to a person
    if pack.mentions("about", own_id):  # for a view, a fact may tell what a side wanted
        return of_side(pack, query, entry) if VIEWING.isdisjoint(query.words) else None
    if entry.kind in (Kind.EVENT, *AGENTS) and HAPPENED & set(query.words):
        return Direct(fate_of(entry) or _end_of(pack, entry))
    if AMONG.intersection(query.words[2:3]) and entry.kind is not Kind.WORK:
        return None  # asks who was in it, not what it was; a work tells its content
    is_name = query.words[:1] == ("who",) and entry.kind in AGENTS and OPENING.issuperset(query.words[1:start])
    if not OPENING & set(query.words[1:2]) and not is_name:
        return None  # “who killed Trotsky” may be a search word of his murderer
    first, *further = sentences(entry.summary)
    if entry.kind is Kind.PERSON and (event := event_itself(pack, found)):
        further = sentences(pack.entries[event.id].summary)  # the event tells when and where it was done
    return Direct(f"{capital(entry.name)}: {inside(first)}", "".join(further[:1]))


def _is_only_found_by(pack: StoredPack, query: Query, entry: Entry) -> bool:
    """True if a question calls a person by what is none of his names."""
    called = " ".join(query.words[slice(*query.entries[entry.id])])
    return entry.kind is Kind.PERSON and is_only_found_by(pack.store, entry.id, called)


def _end_of(pack: StoredPack, entry: Entry) -> str:
    """Return the first two sentences of a summary; except for an event, with the sentence on the end."""
    first = " ".join(sentences(entry.summary)[:2])
    if entry.kind is Kind.EVENT:
        return first
    return f"{capital(entry.name)}: {inside(first)} {end_of(pack, entry)}".strip()


def seat_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer where a body is by what it is, if that has a place: `party of Ceylon`."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.words[:1] == ("where",) and IS.intersection(query.words[1:2]) and query.is_only_names
    if not is_asked or query.date or len(named) != 1 or named[0].kind is not Kind.ORGANISATION:
        return None
    first = is_what(named[0])
    places = (each for each in entries_named(pack.store, first) if pack.entries[each].kind is Kind.PLACE)
    return Direct(first, entries=(named[0].id,)) if has_place(first) or any(places) else None


def fates_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what became of each of several people or bodies, if nothing else is asked."""
    named = [pack.entries[each] for each in query.named]
    is_asked = HAPPENED.intersection(query.words) and "to" in query.words and query.is_only_names
    if not is_asked or len(named) < 2 or any(each.kind not in AGENTS for each in named):
        return None
    told = [fate_of(each) or _end_of(pack, each) for each in named]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(each.id for each in named))
