"""Answer questions of no sure shape: by a fact, an event, a dispute, or what a thing is."""

from collections.abc import Sequence, Set

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_names import IDEAS
from trotskyism_cli.library.questions.question_words import LASTING as HOW_LONG
from trotskyism_cli.library.questions.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.question_terms import BEGINNING
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.circumstances.end import ENDING
from trotskyism_cli.views.answers.events.course import course_of
from trotskyism_cli.views.answers.opinions.definition import AMONG, fates_of, what_it_is
from trotskyism_cli.views.answers.opinions.dispute import dispute_over, disputed, of_side, seen_in_dispute
from trotskyism_cli.views.answers.opinions.relation_of_two import DIFFERING, difference_of, membership_of, relation_of
from trotskyism_cli.views.answers.opinions.views_held import is_then, view_of
from trotskyism_cli.views.answers.people.kin import kin_of
from trotskyism_cli.views.answers.people.life import age_of
from trotskyism_cli.views.answers.people.of_one_entry import importance_of, leaders_of, lives_of, parents_of
from trotskyism_cli.views.answers.people.victims import done_to, is_of_sufferers, sufferers
from trotskyism_cli.views.answers.statement import statement_among
from trotskyism_cli.views.questions.all_said import facts_with_everything
from trotskyism_cli.views.questions.direct import (
    LASTING,
    ORDERING,
    TOLD,
    Direct,
    inside,
    is_said,
    speaks_of,
    told_in,
    words_said,
)
from trotskyism_cli.views.questions.event_answer import (
    HAPPENED,
    date_of_named,
    event_at,
    event_itself,
    event_then,
    in_short,
    time_of_event,
)
from trotskyism_cli.views.questions.false_matches import is_done_by_him, is_in_passing
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import AGAINST, MEMBERS, said_in, wanted_by
from trotskyism_cli.views.questions.time_asked import is_in

CAUSED = frozenset("cause caused causes reason reasons".split())


def told(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Return what the book tells in answer.

    The caller tests whether it keeps the order of `after` and `before`.
    """
    query = found.query
    if several := _several(pack, found) or event_at(pack, found) or done_to(pack, query):
        return several
    asked = query.asks_for
    if asked == "who" and (members := _members_of(pack, query)):
        return members
    bare = {"why": {Kind.PERSON}, "how": {Kind.PERSON, Kind.PLACE}}.get(asked)
    if bare and _is_bare(pack, query, bare):
        return None
    is_whole = query.is_only_names or (query.words[:1] == ("what",) and query.is_only_names_or(IDEAS))
    whole = what_it_is(pack, found) if is_whole and asked in ("who", "what") else None
    is_of_part = {"took", "part"} <= {*query.words}  # the other words may name a dispute
    issue = (
        None
        if whole or is_of_part or _is_of_place(query) or HOW_LONG.issubset(query.words)
        else dispute_over(pack, found, asked)
    )
    if issue:
        return disputed(pack, issue)
    if whole or not asked or not found.hits:
        return whole
    if asked == "when" and (told := date_of_named(pack, query) or time_of_event(pack, found)):
        return told
    if not query.entries:
        return None  # without a name, facts about others would answer as well
    if asked == "who" and is_of_sufferers(query):
        return sufferers(pack, found)
    facts = facts_with_everything(pack, found)
    told = statement_among(pack, facts, asked, query)
    is_of_course = (CAUSED | BEGINNING | ENDING).isdisjoint(query.words)  # not its cause, beginning or end
    if told is None and asked in ("why", "how") and is_of_course:
        return _course(pack, found, [fact for _, fact in facts])
    return told


def _is_of_place(query: Query) -> bool:
    """True if it is asked where something was, not where it comes from; no dispute tells that."""
    return query.asks_for == "where" and "from" not in query.words


def _members_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who was in a bloc that is an event and is named after its members."""
    blocs = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.EVENT]
    is_asked = MEMBERS.intersection(query.words) or AMONG.intersection(query.words[2:3])
    if len(blocs) != 1 or not is_asked or not query.is_only_names_or(MEMBERS | {AGAINST}):
        return None
    event = blocs[0]
    against = [pack.entries[each] for each in query.entries if each != event.id]
    if against and not (AGAINST in query.words and all(_is_named_in(each, event.summary) for each in against)):
        return None
    named = {each for word in plain(event.name).split() for each in entries_named(pack.store, word)}
    named = {each for each in named if pack.entries[each].kind is Kind.PERSON}
    first = sentences(event.summary)[0]
    return Direct(f"{capital(event.name)}: {inside(first)}", entries=(event.id,)) if len(named) > 1 else None


def _is_named_in(entry: Entry, text: str) -> bool:
    return speaks_of(entry, plain(text).split())


def _course(pack: StoredPack, found: SearchResult, facts: Sequence[Fact]) -> Direct | None:
    """Answer how something came about if no fact gives the reason: by facts about it, else by the event."""
    wanted = wanted_by(pack, found.query)
    query = found.query
    facts = [fact for fact in facts if not is_in_passing(wanted, words_said(pack, fact))]
    kinds = {pack.entries[each].kind for each in query.entries}
    if _is_bare(pack, query, {Kind.PERSON, Kind.CONCEPT, Kind.WORK}):
        return None
    lasting = [term.itself for term in wanted.ideas if term.word in LASTING]
    facts = [fact for fact in facts if all(is_said(term, words_said(pack, fact)) for term in lasting)]
    if "not" in query.words:
        facts = [fact for fact in facts if "not" in words_said(pack, fact)]
    if kinds == {Kind.PERSON} and len(query.entries) == 1:
        facts = [fact for fact in facts if fact.subject in query.entries]
        facts = [fact for fact in facts if is_done_by_him(pack, query, fact_sentence(pack, fact))]
    if found.query.date:
        facts = [fact for fact in facts if is_then(pack, fact, found.query)]
        if happened := event_then(pack, found):
            return happened
    plainly = [fact for fact in facts if said_in(wanted, fact_sentence(pack, fact)).plainly == len(wanted.ideas)]
    if told := course_of(pack, found.query, plainly):
        return told
    if event := event_itself(pack, found):
        return in_short(pack.entries[event.id])
    return course_of(pack, found.query, facts)


def _is_bare(pack: StoredPack, query: Query, kinds: Set[Kind]) -> bool:
    """True if a question has only names, all of these kinds: of one entry, of people, or of people and a place.

    Any fact about them would do, so none answers.
    """
    named = {pack.entries[each].kind for each in query.entries}
    is_of_one_kind = len(query.entries) == 1 or named == {Kind.PERSON} or named == {Kind.PERSON, Kind.PLACE}
    return is_of_one_kind and named <= kinds and not query.date and not query.further_terms(frozenset())


def _several(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer a question that needs more than one fact: a dispute, a comparison, kin, leaders and the like."""
    query = found.query
    if not query.entries:
        return None
    weighed = (pack.facts[each.record] for each in found.weighed if each.kind == "fact")
    issue = next(iter(query.entries)) if len(query.entries) == 1 else ""
    is_of_view = query.asks_for != "when" and not _is_of_place(query)
    is_of_side = is_of_view and not VIEWING.isdisjoint(query.words)  # a fact may tell what a side wanted
    if issue and is_of_view and not is_of_side and query.is_only_names_or(DIFFERING) and pack.mentions("about", issue):
        of_both = DIFFERING.intersection(query.words)  # a dispute's name says how the two differ
        return disputed(pack, pack.entries[issue]) if of_both else of_side(pack, query, pack.entries[issue])
    return (
        difference_of(pack, query, [hit.id for hit in found.hits])
        or view_of(pack, query, (fact for fact in weighed if not fact.negated))
        or seen_in_dispute(pack, found)
        or relation_of(pack, query, [hit.id for hit in found.hits if hit.kind == Kind.EVENT])
        or importance_of(pack, query)
        or age_of(pack, query)
        or kin_of(pack, query)
        or parents_of(pack, query)
        or lives_of(pack, query)
        or leaders_of(pack, query)
        or membership_of(pack, query)
        or fates_of(pack, query)
        or _happened_then(pack, query)
    )


def _happened_then(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what happened to somebody at a time, if nothing else is asked: the most important facts of it."""
    is_asked = HAPPENED.intersection(query.words) and "to" in query.words and not {*ORDERING} & {*query.words}
    if (
        not is_asked
        or not query.date
        or not query.date.when
        or len(query.entries) != 1
        or query.further_terms(frozenset())
    ):
        return None
    entry = pack.entries[next(iter(query.entries))]
    then = [fact for fact in pack.known_facts(entry) if is_in(fact.date, query.date.when)]
    best = sorted(then, key=lambda fact: -fact.importance)[:TOLD]
    return told_in(pack, sorted(best, key=by_time)) if best else None
