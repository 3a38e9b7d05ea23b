"""Answer why, by a sentence that gives the reason though no fact was written as a cause."""

from collections.abc import Iterator
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.people.death import OF_DEATH
from trotskyism_cli.views.questions.direct import Direct, inside, is_said, speaks_of
from trotskyism_cli.views.questions.doers import WRITING
from trotskyism_cli.views.questions.false_matches import is_done_by_him, is_of_themselves
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import Said, Wanted, said_in
from trotskyism_cli.views.questions.reason_words import BECAUSE, gives_reason, is_explained, only_dates
from trotskyism_cli.views.questions.time_asked import may_be_then

BRINGING_IN = frozenset("adopt adopted introduce introduced launch launched".split())  # not demanded as ideas
# A line of an ending gives a reason only if the question asks for one.
_ENDING = lazy_regex(r"\b(?:abolish|dissol|put an end)")


class Reason(NamedTuple):
    """A sentence that gives a reason.

    `called` and `owner` are name and id of the entry that it stands under, `fact` the id of its fact, if any. `said`
    is how much of the question it says.
    """

    text: str
    called: str
    owner: str
    fact: str
    said: Said
    is_whole: bool  # it says all that is asked, in the question's words

    @property
    def direct(self) -> Direct:
        """The reason as a direct answer."""
        text = self.text if self.fact else f"{capital(self.called)}: {inside(self.text)}"
        return Direct(text, "", (self.fact,) if self.fact else (), (self.owner,))


def reason_asked(pack: StoredPack, found: SearchResult, wanted: Wanted) -> Reason | None:
    """Return the sentence with a reason that says most of a why-question; None if none says half of it."""
    if found.query.asks_for != "why" or not wanted.named or OF_DEATH.intersection(found.query.words):
        return None
    return _best(pack, found, wanted) or _of_event_alone(pack, found, wanted)


def _of_event_alone(pack: StoredPack, found: SearchResult, wanted: Wanted) -> Reason | None:
    """Return a reason for the named event if a body is named beside it; the line may call that body otherwise."""
    kinds = [{pack.entries[each].kind for each in named.entries} for named in wanted.named]
    events = tuple(named for named, kind in zip(wanted.named, kinds, strict=True) if kind == {Kind.EVENT})
    bodies = [kind for kind in kinds if kind == {Kind.ORGANISATION}]
    if len(events) != 1 or len(bodies) != len(wanted.named) - 1:
        return None
    best = _best(pack, found, wanted._replace(named=events))
    return best._replace(is_whole=False) if best else None


def _best(pack: StoredPack, found: SearchResult, wanted: Wanted) -> Reason | None:
    wanted = wanted._replace(ideas=tuple(term for term in wanted.ideas if term.word not in BRINGING_IN))
    kinds = {pack.entries[each].kind for each in found.query.entries}
    if kinds == {Kind.PERSON} and not wanted.ideas:
        return None  # any reason in their lives would do
    asked = " ".join(found.query.words)
    reasons = [
        each
        for each in _lines(pack, found, wanted)
        if each.said.names == len(wanted.named) and 2 * each.said.ideas >= len(wanted.ideas)
        if gives_reason(each.text) and bool(_ENDING.search(each.text)) <= bool(_ENDING.search(asked))
        if _explains(pack, found, wanted, each.text) and is_of_themselves(pack, found.query, each.owner, each.text)
        if is_done_by_him(pack, found.query, each.text)
        if ("not" not in found.query.words or "not" in plain(each.text).split())
    ]
    return max(reasons, key=lambda each: each.said, default=None)


def _explains(pack: StoredPack, found: SearchResult, wanted: Wanted, text: str) -> bool:
    """True if a sentence may give the reason for what is asked.

    If the question has no ideas, for a named thing itself; for a work, for its being written.
    """
    if wanted.ideas:
        return is_explained(wanted.ideas, text)
    works = [each for each in found.query.entries if pack.entries[each].kind is Kind.WORK]
    if works and (deeds := [term for term in found.query.terms if term.word in WRITING]):
        words = plain(text).split()  # why it was written, not what it says
        return is_explained(deeds, text) and any(is_said(term, words) for term in deeds)
    explained, because, _ = text.partition(BECAUSE)
    words = plain(explained).split()
    is_of_named = any(speaks_of(pack.entries[each], words) for each in found.query.entries)
    return (is_of_named or not because) and not only_dates(text)


def _lines(pack: StoredPack, found: SearchResult, wanted: Wanted) -> Iterator[Reason]:
    """Yield, as reasons, the sentences of the named entries, of entries within an event's name, and of facts found."""
    for own_id in found.query.named:
        entry = pack.entries[own_id]
        yield from _of_entry(pack, entry, own_id, found, wanted)
        for each in _within_name(pack, entry):
            lines = _of_entry(pack, pack.entries[each], own_id, found, wanted)
            yield from (line for line in lines if not _is_later(pack, entry, line.text))
    for weighed in found.weighed:
        if weighed.kind == "fact":
            fact = pack.facts[weighed.record]
            ends = {fact.subject, fact.target} if wanted.ideas else {fact.subject}
            is_near = not ends.isdisjoint(found.query.entries) or len(wanted.named) > 1
            if is_near or _has_all(pack, fact, found):  # else it may be somebody else's reason
                yield from _of_fact(pack, fact, weighed.owner, found, wanted)


def _within_name(pack: StoredPack, entry: Entry) -> list[str]:
    """Return the ideas and bodies within an event's name: New Economic Policy, within the introduction of it."""
    rest = entry.name.partition(" of ")[2] if entry.kind is Kind.EVENT else ""
    named = entries_named(pack.store, rest) if rest else {}
    return [each for each in named if pack.entries[each].kind in (Kind.CONCEPT, Kind.ORGANISATION)]


def _is_later(pack: StoredPack, event: Entry, text: str) -> bool:
    """True if a sentence has a year after an event, and so gives no reason for it."""
    when = pack.first_known_date(event)
    return when is not None and any(int(year) > when.last.year for year in NAMED_YEAR.findall(text))


def _of_entry(pack: StoredPack, entry: Entry, named: str, found: SearchResult, wanted: Wanted) -> Iterator[Reason]:
    for fact in entry.facts:
        yield from _of_fact(pack, fact, named, found, wanted)
    for text in sentences(entry.summary):
        said = said_in(wanted, text, named, entry.name)
        yield Reason(text, entry.name, entry.id, "", said, _is_whole(wanted, said))


def _of_fact(pack: StoredPack, fact: Fact, owner: str, found: SearchResult, wanted: Wanted) -> Iterator[Reason]:
    is_then = found.query.when is None or (fact.date is not None and may_be_then(pack, fact, found.query))
    is_claim = pack.relations[fact.relation].claim or bool(fact.according_to)
    if is_then and not (is_claim or fact.negated or fact.id in pack.corrected):
        text = fact_sentence(pack, fact)
        said = said_in(wanted, text, owner)
        if _has_all(pack, fact, found):
            said = said._replace(together=True, names=len(wanted.named), plainly=len(wanted.ideas))
        yield Reason(text, pack.entries[fact.subject].name, fact.subject, fact.id, said, _is_whole(wanted, said))


def _has_all(pack: StoredPack, fact: Fact, found: SearchResult) -> bool:
    """True if a fact has all words of the question itself, and its subject's name ends with one of them.

    Works do not count: they may have the words in their title, and be about something else.
    """
    words = plain(fact_sentence(pack, fact)).split()
    subject = pack.entries[fact.subject]
    is_of_named = plain(subject.name).rpartition(" ")[2] in found.query.words and subject.kind is not Kind.WORK
    return is_of_named and all(is_said(term.itself, words) for term in found.query.terms)


def _is_whole(wanted: Wanted, said: Said) -> bool:
    return said.together and said.plainly == len(wanted.ideas)
