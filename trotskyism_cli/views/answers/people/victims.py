"""Answer to whom something was done, and what was done to somebody."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.killing import KILLED_WORDS
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.people.death import told_of_death
from trotskyism_cli.views.answers.people.of_one_entry import WITH_ENTRIES
from trotskyism_cli.views.questions.all_said import fact_with_everything, words_asked_for
from trotskyism_cli.views.questions.direct import Direct, inside
from trotskyism_cli.views.questions.hits import sentences

# What is done to people (SUFFERED); how a summary tells what became of its entry (FATE).
SUFFERED = KILLED_WORDS | frozenset("expelled arrested imprisoned jailed exiled deported banished".split())
FATE = SUFFERED | frozenset("died banned dissolved suppressed crushed destroyed defeated disbanded".split())
SUFFERERS = 10  # people told of, at most
SOON = timedelta(days=31)
_UNSURE = lazy_regex(r"\b(?:not settled|held that|disputed)\b")
_BEFORE = lazy_regex(r"\bjoined\b[^.;]* before (\d{4})")  # defines a group


def is_of_sufferers(query: Query) -> bool:
    """True if it is asked to whom something was done: `who was shot in the Moscow Trials`."""
    return query.words[:1] == ("who",) and bool(IS & set(query.words[1:2]) and SUFFERED & set(query.words))


def killed_among(pack: StoredPack, query: Query) -> Direct | None:
    """List the people who were killed after a trial, or at a time, each in a sentence of his own.

    A group in the question limits them to its members: `old bolsheviks killed in the Moscow Trials`.
    """
    is_of_death = query.words[:2] == ("who", "died") and query.date is not None
    if not is_of_death and (
        not KILLED_WORDS.intersection(query.words) or (query.is_question and not is_of_sufferers(query))
    ):
        return None
    rest = [word for word in query.words if word not in STOP_WORDS | KILLED_WORDS | {"died"}]
    named = entries_named(pack.store, " ".join(rest))
    covered = sum(end - start for start, end in set(named.values()))
    groups = [pack.entries[each] for each in named if pack.entries[each].kind is Kind.ORGANISATION]
    events = [each for each in named if pack.entries[each].kind is Kind.EVENT]
    if covered < len(rest) or len(groups) + len(events) < len(named) or not (query.date or (groups and events)):
        return None
    people = _killed_after(pack, events) if events else _dead_between(pack, query.date.readings if query.date else ())
    of_them = [each for each in people if _is_of(pack, each, groups)]
    told = [told_of_death(pack, each, "how", is_of_killing=not is_of_death) for each in of_them]
    sure = (fact for fact in told if fact and not _UNSURE.search(fact_sentence(pack, fact)))
    facts = sorted((fact for fact in sure if events or _is_within(fact, query)), key=by_time)
    return _listed(pack, facts, *events, *(fact.subject for fact in facts))


def _killed_after(pack: StoredPack, events: Sequence[str]) -> list[Entry]:
    """Return the people killed in connection with an event.

    They died during it or within SOON after it, and the fact of their death has its name.
    """
    found: dict[str, Entry] = {}
    for event in (pack.entries[each] for each in events):
        when = pack.first_known_date(event)
        dead = _dead_between(pack, [(when.first, when.last + SOON)]) if when else []
        names = [plain(name).removesuffix("s") for name in event.names]
        for each in dead:
            fact = told_of_death(pack, each, "how", is_of_killing=True)
            if fact and any(name in plain(fact_sentence(pack, fact)) for name in names):
                found[each.id] = each
    return list(found.values())


def _dead_between(pack: StoredPack, spans: Iterable[tuple[date, date]]) -> list[Entry]:
    """Return the people who died within spans of days."""
    asked = """SELECT fact FROM moments JOIN passages ON record = fact JOIN kinds ON entry = subject
        WHERE first >= ? AND last <= ? AND kinds.kind = 'person' AND passages.kind = 'fact'"""
    ids = (each for first, last in spans for each in pack.store.column(asked, first.toordinal(), last.toordinal()))
    facts = (pack.facts[each] for each in ids)
    dead = (fact.subject for fact in facts if "death" in pack.relations[fact.relation].words)
    return [pack.entries[each] for each in dict.fromkeys(dead)]


def _is_within(fact: Fact, query: Query) -> bool:
    """True if a fact has no date, or one that begins within the time that a question names."""
    readings = query.date.readings if query.date else ()
    return fact.date is None or any(start <= fact.date.first <= end for start, end in readings)


def _is_of(pack: StoredPack, person: Entry, groups: Iterable[Entry]) -> bool:
    """True if somebody was one of each group, by his summary or by having joined in time."""
    told = plain(person.summary)
    return all(
        any(plain(name).removesuffix("s") in told for name in group.names) or _joined_in_time(pack, person, group)
        for group in groups
    )


def _joined_in_time(pack: StoredPack, person: Entry, group: Entry) -> bool:
    """True if somebody joined the whole that a group was part of before the year that defines the group.

    e.g. an Old Bolshevik joined the Bolsheviks before 1917.
    """
    year = _BEFORE.search(group.summary)
    whole = plain(group.name).rpartition(" ")[2]
    joined = (each for each in person.facts if each.target and "joined" in pack.relations[each.relation].words)
    return year is not None and any(
        each.date and each.date.first.year < int(year[1]) and plain(pack.entries[each.target].name) == whole
        for each in joined
    )


def _listed(pack: StoredPack, facts: Sequence[Fact], *entries: str) -> Direct | None:
    """Tell several facts, each in its own sentence, and that others may be missing; None without facts."""
    if not facts:
        return None
    first, *further = (fact_sentence(pack, fact) for fact in facts[:SUFFERERS])
    ids = tuple(fact.id for fact in facts[:SUFFERERS])
    return Direct(first, " ".join([*further, WITH_ENTRIES]), ids, tuple(dict.fromkeys(entries)))


def sufferers(pack: StoredPack, found: SearchResult) -> Direct | None:
    """List the people to whom it was done, each in a sentence of his own."""
    told: dict[str, Fact] = {}
    done = "|".join(SUFFERED & set(found.query.words))
    suffered = re.compile(rf"\b(?:was|were|been)\b[^.;:]* (?:{done})\b(?! by)")
    for each in found.weighed:
        fact = fact_with_everything(pack, found.query, each)
        if fact and pack.entries[fact.subject].kind is Kind.PERSON and fact.subject not in found.query.entries:
            text = fact_sentence(pack, fact)
            states = fact.voice is Voice.FACT and words_asked_for(pack, fact, found.query) > 0
            together = "with" not in found.query.words or "with" in plain(text).split()
            if states and together and (fact.target or suffered.search(text)):
                told.setdefault(fact.subject, fact)
    return _listed(pack, sorted(told.values(), key=by_time))


def done_to(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what X did to Y by the fate of Y, if its summary tells that."""
    named = query.named
    start = query.entries[named[-1]][0] if len(named) > 1 else 0
    if not query.is_only_names or "do" not in query.words or "to" not in query.words[max(0, start - 2) : start]:
        return None
    fate = fate_of(pack.entries[named[-1]])
    return Direct(fate, entries=(named[-1],)) if fate else None


def fate_of(entry: Entry) -> str:
    """Return the sentences of a summary that tell what became of its entry."""
    told = [each for each in sentences(entry.summary) if FATE.intersection(plain(each).split())]
    return f"{capital(entry.name)}: {inside(' '.join(told))}" if told else ""
