"""Answer who founded a body or wrote a work: by the relation for it, else by a line that says by whom."""

from collections.abc import Iterator

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.rewriting import CONCEIVING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words
from trotskyism_cli.views.answers.statement import statement_among
from trotskyism_cli.views.questions.all_said import facts_with_everything
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, told_in
from trotskyism_cli.views.questions.doers import WRITING
from trotskyism_cli.views.questions.false_matches import FOUNDING
from trotskyism_cli.views.questions.hits import sentences, whole_line
from trotskyism_cli.views.wording.surnames import short_name
from trotskyism_cli.views.wording.years_in_brackets import span_of

DRAFTING = frozenset("compose composed draft drafted drew draws".split())  # verbs for a text that others may sign
# Verbs for having an idea first, and how several are said to have had it.
CONCEIVING_TOO = CONCEIVING | frozenset("forward proposed put".split())
_HELD = lazy_regex(
    r"\b(?:conceived|developed|formulated|held|put forward|worked out) by [A-Z]"
    r"|\b(?:called|held|put forward|worked out)\b[^.;]*\b(?:before|earlier|first)\b"
)
PARTICLES = frozenset({"up"})  # as in `set up`
# Words of the relations for the makers of a body and of a work.
FOUNDER, AUTHOR = "founder", "author"
# After the verb: place or time, then who did it: `in 1950 by the painter Diego Rivera`.
_BY = r"(?: up)?(?: (?:in|at)(?: [\w-]+){1,3}?)? by (?:the )?(?:[a-z]+ ){0,2}[A-ZÀ-Ž]"
_FOUNDED_BY = lazy_regex(rf"\b(?:built|created|established|formed|founded|set|started){_BY}")
# The maker before the verb: `the organisation that Trotsky and his followers founded`.
_WHO_FOUNDED = lazy_regex(
    r"[A-ZÀ-Ž][\w’-]+(?:,? and (?:[\w’-]+ ){1,3}?| )(?:built|created|established|formed|founded|set up|started)\b"
    r"|\bfounders?\b"
)
_WRITTEN_BY = lazy_regex(rf"\b(?:written|drafted|drawn){_BY}")


def maker_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer who founded or wrote the one named thing, if nothing else is asked."""
    query = found.query
    if works := _works_called_so(pack, query):
        return works
    asking = WRITING if WRITING.intersection(query.words[1:2]) else FOUNDING | DRAFTING | PARTICLES
    if not is_of_making(query) or len(set(query.entries.values())) != 1 or query.further_terms(asking):
        return None
    drafted = (_by_line(pack, pack.entries[each]) for each in query.named if DRAFTING.intersection(query.words[1:2]))
    if told := next(filter(None, drafted), None):
        return told
    of_maker = [(each, fact) for each, fact in facts_with_everything(pack, found) if _ties_maker(pack, query, fact)]
    if told := statement_among(pack, of_maker, "who", query):
        return _author_first(pack, _founder_first(pack, query, told))
    return next((told for each in query.named if (told := _by_line(pack, pack.entries[each]))), None)


def _works_called_so(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who wrote a work that is named only by an idea: all works whose titles begin with the idea."""
    named = [pack.entries[each] for each in query.named]
    is_asked = query.words[:1] == ("who",) and WRITING.intersection(query.words[1:2])
    kinds = {each.kind for each in named}
    if not is_asked or Kind.CONCEPT not in kinds or kinds - {Kind.CONCEPT, Kind.WORK} or query.further_terms(WRITING):
        return None
    title = without_article(plain(named[0].name))
    called = (each for each, names in pack.called(Kind.WORK).items() if title in plain(names))
    works = pack.entries.several(pack.in_order(called))
    so_called = [each for each in works if without_article(plain(each.name)).startswith(title)]
    written = [(each, _authors(pack, each)) for each in sorted(so_called, key=lambda each: -each.importance)]
    told = [f"{capital(join_words(names))} wrote {work.phrase}." for work, names in written if names]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(each.id for each, _ in written)) if told else None


def _authors(pack: StoredPack, work: Entry) -> list[str]:
    wrote = (fact for fact in pack.known_facts(work) if AUTHOR in pack.relations[fact.relation].words and fact.target)
    return [pack.entries[fact.target].name for fact in wrote if pack.entries[fact.target].kind in AGENTS]


def _author_first(pack: StoredPack, told: Direct) -> Direct:
    """Put a sentence with the authors in front, if the answer to who wrote a work does not begin with one."""
    facts = [pack.facts[each] for each in told.facts]
    authors = [short_name(pack.entries[each.target]) for each in facts if each.target]
    work = pack.entries[facts[0].subject] if facts else None
    is_first = any(told.text.startswith((each, pack.entries[facts[0].target].name)) for each in authors)
    if work is None or work.kind is not Kind.WORK or not authors or is_first or facts[0].voice is not Voice.FACT:
        return told
    names = join_words([pack.entries[each.target].name for each in facts if each.target])
    year = f" ({span})" if (span := span_of(pack, work)) else ""
    further = f"{told.text} {told.further}".strip() if len(facts) == 1 else told.further  # else it says no more
    return told._replace(text=f"{capital(names)} wrote {work.phrase}{year}.", further=further)


def _founder_first(pack: StoredPack, query: Query, told: Direct) -> Direct:
    """Put a line that says who founded the body in front, if the answer does not say so itself."""
    body = next((pack.entries[each] for each in query.named if pack.entries[each].kind is Kind.ORGANISATION), None)
    if body is None or any(each.search(told.text) for each in (_FOUNDED_BY, _WHO_FOUNDED)):
        return told
    line = next((each for each in _lines(pack, body) if _WHO_FOUNDED.search(each)), "")
    return told._replace(text=whole_line(body, line), further=f"{told.text} {told.further}".strip()) if line else told


def holders_told(pack: StoredPack, query: Query) -> Direct | None:
    """Who held an idea first, or worked it out, if it is asked who conceived it and it had several holders."""
    ideas = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.CONCEPT]
    is_asked = query.words[:1] == ("who",) and CONCEIVING_TOO.intersection(query.words[1:2])
    if not is_asked or len(ideas) != 1 or len(query.entries) > 1 or not query.is_only_names_or(CONCEIVING_TOO):
        return None
    known = [fact for fact in pack.known_facts(ideas[0]) if not fact.according_to]
    told = [fact for fact in known if _HELD.search(fact_sentence(pack, fact))]
    best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, best, [ideas[0].id]) if best else None


def is_of_making(query: Query) -> bool:
    """True if a question asks who founded or wrote something; it has one answer."""
    return query.words[:1] == ("who",) and bool((FOUNDING | WRITING | DRAFTING).intersection(query.words[1:2]))


def _ties_maker(pack: StoredPack, query: Query, fact: Fact) -> bool:
    """True if a fact ties a named entry to its founder or author."""
    is_of_it = fact.subject in query.entries and pack.entries[fact.target].kind in AGENTS if fact.target else False
    return is_of_it and not {FOUNDER, AUTHOR}.isdisjoint(pack.relations[fact.relation].words)


def _by_line(pack: StoredPack, entry: Entry) -> Direct | None:
    """Answer by the first line about a body or a work that says by whom it was made."""
    made = {Kind.ORGANISATION: _FOUNDED_BY, Kind.WORK: _WRITTEN_BY}.get(entry.kind)
    line = next((each for each in _lines(pack, entry) if made and made.search(each)), "")
    return Direct(whole_line(entry, line), entries=(entry.id,)) if line else None


def _lines(pack: StoredPack, entry: Entry) -> Iterator[str]:
    """Yield the first sentence of an entry's summary, and its facts.

    Later sentences of the summary may be about something else.
    """
    yield from sentences(entry.summary)[:1]
    yield from (fact_sentence(pack, fact) for fact in pack.known_facts(entry))
