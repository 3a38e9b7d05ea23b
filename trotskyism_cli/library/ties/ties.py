"""Ties: facts and quotations that connect two entries. A tie counts only if its sentence names both."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import OF_ENTRY
from trotskyism_cli.library.names.named_in_text import forms_of, has_one, long_enough, names_in_text
from trotskyism_cli.library.names.names_in_texts import names_in
from trotskyism_cli.library.names.titles import titled_in, titles_with
from trotskyism_cli.library.quotations import is_fragment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import FIELDS, NAMES, WORDS, Store, phrase
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

LEADS, MADE_BY = frozenset(("leader", "chairman")), frozenset(("founder", "formulated"))  # in the `words` of relations
MEMBER = "member"
FOLLOWS = frozenset((MEMBER, "opposed", "supported"))
# Index rows of a passage's text or names.
_NAMING = f"FROM passage_index WHERE passage_index MATCH ? AND rowid % {FIELDS} IN ({WORDS}, {NAMES})"
LED = (Kind.ORGANISATION, Kind.CONCEPT)
DISPUTE = "issue"  # type of an idea of which historians judge


class Step(NamedTuple):
    """One tie, from one entry to another, by a fact or a quotation.

    If `leading` is set, one of two people led or made something (`leading`) that the other joined or opposed (`fact`).
    If `event` is set, both took part in it, and the fact need not name them.
    """

    start: str
    end: str
    fact: Fact | None = None
    quote: Quote | None = None
    leading: Fact | None = None
    event: str = ""

    @property
    def when(self) -> Date | None:
        """Date of the fact or quotation."""
        return self.fact.date if self.fact else self.quote.when if self.quote else None

    @property
    def importance(self) -> int:
        """Importance of the fact or quotation, 1 to 3."""
        told = self.fact or self.quote
        return told.importance if told else 0

    @property
    def is_of_end(self) -> bool:
        """True if one of the two ends is its speaker, subject, object or holder, rather than only named."""
        if self.quote:
            return self.quote.speaker in (self.start, self.end)
        fact = self.fact
        return fact is not None and not {self.start, self.end}.isdisjoint((*fact.ends, *fact.according_to))

    @property
    def is_by_third(self) -> bool:
        """True for the claim of a third party, whose date is that of its writing."""
        holders = self.fact.according_to if self.fact else ()
        return bool(holders) and {self.start, self.end}.isdisjoint(holders)

    def other(self, end: str) -> str:
        """The end that is not this one."""
        return self.end if end == self.start else self.start

    @property
    def sort_key(self) -> tuple[date, str]:
        """Key for order of time, undated ties last."""
        when = self.when
        first = when.begin if when else date.max
        return first, self.fact.id if self.fact else self.quote.id if self.quote else ""


def neighbours(library: Library, entry_id: str) -> tuple[Step, ...]:
    """All ties of an entry to others, facts first."""
    pack = library.pack
    steps = [*_steps_of_facts(pack, entry_id)]
    for quote_id in pack.mentions("speaker", entry_id):
        quote = pack.quotes[quote_id]
        steps += [Step(entry_id, other, quote=quote) for other in quote.about]
    for quote_id in pack.mentions("quote-about", entry_id):
        quote = pack.quotes[quote_id]
        steps.append(Step(entry_id, quote.speaker, quote=quote))
    return tuple(step for step in steps if step.end != entry_id)


def _steps_of_facts(pack: StoredPack, entry_id: str) -> Iterator[Step]:
    for fact in pack.entries[entry_id].facts:
        if fact.negated:
            continue
        if isinstance(fact.object, EntryRef):
            yield Step(entry_id, fact.object.id, fact=fact)
        yield from (Step(entry_id, holder, fact=fact) for holder in fact.according_to)
    for fact in pack.facts_with_object(entry_id):
        if not fact.negated:
            yield Step(entry_id, fact.subject, fact=fact)
    for fact in pack.facts_that("holder", entry_id):
        yield Step(entry_id, fact.subject, fact=fact)


def follower_ties(library: Library, person: str) -> tuple[Step, ...]:
    """Ties to people who joined, supported or opposed what this person led or made, and the other way round."""
    pack = library.pack
    steps = [
        Step(person, fact.subject, fact=fact, leading=leading)
        for thing, leading in _led_by(pack, person)
        for fact in pack.facts_with_object(thing)
        if _follows(pack, fact) and _in_time(leading, fact)
    ]
    steps += [
        Step(person, leader, fact=fact, leading=leading)
        for fact in pack.entries[person].facts
        if _follows(pack, fact)
        for leader, leading in _leaders_of(pack, fact.target)
        if _in_time(leading, fact)
    ]
    of_people = (step for step in steps if step.end != person and pack.entries[step.end].kind is Kind.PERSON)
    once = {(step.end, step.fact): step for step in reversed([*of_people])}  # a leader may also be the founder
    return tuple(reversed(once.values()))


def _led_by(pack: StoredPack, person: str) -> Iterator[tuple[str, Fact]]:
    """Organisations that a person led or founded, and ideas he conceived."""
    own = ((fact.target, fact) for fact in pack.entries[person].facts if _says(pack, fact, LEADS))
    made = ((fact.subject, fact) for fact in pack.facts_with_object(person) if _says(pack, fact, MADE_BY))
    yield from ((thing, fact) for thing, fact in (*own, *made) if thing)


def _leaders_of(pack: StoredPack, thing: str) -> Iterator[tuple[str, Fact]]:
    yield from ((fact.subject, fact) for fact in pack.facts_with_object(thing) if _says(pack, fact, LEADS))
    yield from ((fact.target, fact) for fact in pack.entries[thing].facts if fact.target and _says(pack, fact, MADE_BY))


def _follows(pack: StoredPack, fact: Fact) -> bool:
    return bool(fact.target) and _says(pack, fact, FOLLOWS) and pack.entries[fact.target].kind in LED


def _says(pack: StoredPack, fact: Fact, words: frozenset[str]) -> bool:
    is_known = pack.is_known(fact)
    return is_known and not words.isdisjoint(pack.relations[fact.relation].words)


def _in_time(leading: Fact, fact: Fact) -> bool:
    """Return whether somebody led an organisation when another joined or opposed it, as far as both are dated.

    An open end counts as the beginning only.
    """
    one, other = leading.when, fact.when
    if one is None or other is None:
        return True
    until = other.last if other.end else other.start.last if other.start else date.max
    return one.first <= until and other.first <= one.last


# ---- two entries ---------------------------------------------------------------------------------------------------


def direct_ties(library: Library, one: str, other: str) -> tuple[Step, ...]:
    """Facts and quotations that name both entries, in order of time."""
    numbers = sorted(passages_naming(library, one) & passages_naming(library, other))
    if not numbers:
        return ()
    marks = ",".join("?" * len(numbers))
    query = f"SELECT kind, record, words FROM passages WHERE number IN ({marks}) AND record <> ''"
    rows = library.store.rows(query, *numbers)
    library.pack.read(record for _, record, _ in rows)
    names = names_in(library.store, (words for *_, words in rows))
    titled = ((kind, record, titled_in(library, words, names.named_in(words))) for kind, record, words in rows)
    steps = (
        step_of(library.pack, one, other, kind, record, titles_with(library, (one, other), own))
        for kind, record, own in titled
    )
    return tuple(sorted((step for step in steps if step), key=lambda step: step.sort_key))


def passages_naming(library: Library, entry_id: str) -> frozenset[int]:
    """Numbers of the passages that are about an entry or name it."""
    return _naming(library, entry_id, forms_of(library.pack.entries[entry_id]))


def overflow(library: Library, entry_id: str) -> int:
    """Number of passages that name an entry beyond what there is room for."""
    if len(passages_naming(library, entry_id)) < OF_ENTRY:
        return 0
    query = f"SELECT count(DISTINCT rowid / {FIELDS}) {_NAMING}"
    any_form = " OR ".join(map(phrase, forms_of(library.pack.entries[entry_id])))
    return max(0, library.store.numbers(query, any_form)[0] - OF_ENTRY)


@lru_cache(maxsize=8)  # needed for the same entry beside many others
def _naming(library: Library, entry_id: str, forms: tuple[str, ...]) -> frozenset[int]:
    numbers = library.store.numbers
    found = set(numbers("SELECT number FROM passages WHERE subject = ? ORDER BY number LIMIT ?", entry_id, OF_ENTRY))
    stated = """SELECT number FROM mentions JOIN passages ON record = "from"
        WHERE how = 'object' AND "to" = ? AND kind = 'fact' ORDER BY number LIMIT ?"""
    found.update(numbers(stated, entry_id, OF_ENTRY))  # whatever their wording
    if forms:
        named = f"SELECT DISTINCT rowid / {FIELDS} {_NAMING} LIMIT ?"
        found.update(numbers(named, " OR ".join(map(phrase, forms)), OF_ENTRY))
    return frozenset(sorted(found)[:OF_ENTRY])


def step_of(pack: StoredPack, one: str, other: str, kind: str, record: str, titles: tuple[str, ...]) -> Step | None:
    """A fact or quotation as a tie, if it names both entries other than inside the `titles`; else None."""
    if kind == "quote":
        step = Step(one, other, quote=pack.quotes[record])
    else:
        fact = pack.facts[record]
        is_event_told = bool(fact.text) and pack.entries[fact.subject].kind is Kind.EVENT
        # births, deaths and editions connect nobody
        is_date_alone = isinstance(fact.object, Date) and not is_event_told
        if fact.negated or record in pack.corrected or is_date_alone:
            return None
        step = Step(one, other, fact=fact)
    return step if names_both(pack, step, titles) else None


def names_both(pack: Pack, step: Step, titles: Iterable[str] = ()) -> bool:
    """Return whether the sentence of a tie names both ends other than inside the `titles`."""
    if step.quote:
        quote = step.quote
        if is_fragment(quote) or quote.doubtful:
            return False
        text, told = f" {plain(_without(quote.text, titles))} ", {quote.speaker}
    else:
        text, told = _read(pack, step.fact, (step.start, step.end), titles) if step.fact else ("", set())
    one, other = (names_in_text(pack.entries[end]) for end in (step.start, step.end))
    return all(
        end in told or has_one(long_enough(names), _without_names(text, further, long_enough(names)))
        for end, names, further in ((step.start, one, other), (step.end, other, one))
    )


@lru_cache(maxsize=5_000)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(map(plain, names), key=len, reverse=True))


@lru_cache(maxsize=5_000)  # needed for each entry that a sentence names
def _plain(text: str) -> str:
    return plain(text)


def _without(text: str, titles: Iterable[str]) -> str:
    for title in titles:
        text = text.replace(title, "")
    return text


def _read(pack: Pack, fact: Fact, ends: tuple[str, str], titles: Iterable[str] = ()) -> tuple[str, set[str]]:
    """The sentence of a fact without the names of its other entries, and the entries that its wording names.

    An event's name stays in the sentence, as it may name those to whom it happened.
    """
    target = {fact.object.id} if isinstance(fact.object, EntryRef) else set()
    text = f" {_plain(_without(fact_sentence(pack, fact), titles))} "
    own = set() if pack.entries[fact.subject].kind is Kind.EVENT else {fact.subject}
    for other in {*own, *fact.according_to, *target} - set(ends):
        for name in _longest_first(pack.entries[other].names):
            text = text.replace(f" {name} ", " ")
    if fact.text:  # a fact that states both connects them in any wording
        return text, set(ends) if {fact.subject, *target} == set(ends) else set()
    owner = pack.entries[fact.subject]
    is_of_idea = owner.kind is Kind.CONCEPT and owner.type != DISPUTE and not fact.according_to  # it need not name that
    subject = {fact.subject} if is_of_idea or "{subject}" in pack.relations[fact.relation].says else set()
    return text, {*fact.according_to, *target, *subject}


def _without_names(text: str, names: tuple[str, ...], forms: tuple[str, ...]) -> str:
    """Remove from a plain text the names that contain a form of another entry: `James` in `James P. Cannon`."""
    for name in _names_with(names, forms):
        text = text.replace(f" {name} ", "  ")
    return text


@lru_cache(maxsize=5_000)
def _names_with(names: tuple[str, ...], forms: tuple[str, ...]) -> tuple[str, ...]:
    """The names that contain one of the forms."""
    return tuple(name for name in names if name not in forms and any(f" {form} " in f" {name} " for form in forms))


def is_named(entry: Entry, text: str) -> bool:
    """Return whether a text contains a name of an entry."""
    return has_one(forms_of(entry), f" {_plain(text)} ")


class Surnames(Container[str]):
    """Membership test for plain names of people; each is looked up on demand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[object, bool] = {}

    def __contains__(self, name: object) -> bool:
        if name not in self._known:
            query = """SELECT 1 FROM names CROSS JOIN kinds USING (entry)
                WHERE how = 'plain' AND form = ? AND kind = ? LIMIT 1"""
            self._known[name] = bool(self._store.rows(query, name, Kind.PERSON))
        return self._known[name]
