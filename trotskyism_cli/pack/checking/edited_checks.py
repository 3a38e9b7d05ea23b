"""Checks of editing: importance, significance, and the quality of sources, in a pack with `edited: true`.

The checks of addresses, dated names and merged facts run in every pack.
"""

import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping

from trotskyism_cli.pack.checking.entry_checks import EntryCheck
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import (
    ESSENTIAL,
    NOTABLE,
    SOUND_KINDS,
    Citation,
    Entry,
    Fact,
    Kind,
    Source,
    SourceKind,
    Voice,
)
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.text.places import Places
from trotskyism_cli.pack.text.problems import Problem
from trotskyism_cli.pack.wording import fact_sentence, moment_of

FEWEST_BOOKS, MOST_BOOKS = 2, 5  # books of further reading for an essential entry
_EXPLAINED = (Kind.EVENT, Kind.WORK, Kind.CONCEPT)  # kinds of entry that need a significance
_BEGIN, _INSIDE = re.compile(r"(?<![\w-])\S"), re.compile(r"[\w-]")
_RANK = {kind: rank for rank, kind in enumerate(SourceKind)} | {"": len(SourceKind)}


def editing_checks(pack: Pack, places: Places) -> list[EntryCheck]:
    """The entry checks of editing; those of importance and support only for an edited pack."""
    always = [_MergedFacts(pack, places), _NamesOfTheTime(pack, places)]
    return [*always, _Weights(pack, places), _Support(pack, places)] if pack.edited else always


def check_sources(pack: Pack, places: Places) -> Iterator[Problem]:
    """Check the addresses of sources and, in an edited pack, that each has a kind."""
    yield from _addresses(pack, places)
    if pack.edited:
        yield from _kinds(pack, places)


def _addresses(pack: Pack, places: Places) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for source in pack.sources.values():
        if not source.url:
            continue
        place = places.at(f"source:{source.id}", "url")
        page = re.sub(r"^https?://(www\.)?|/$", "", source.url)
        earlier = first.setdefault(page, source.id)
        if earlier != source.id:
            yield Problem(place, f"{earlier!r} is the same page; cite that one, with the place in it, and delete this")
        if fault := _unfit(page, pack.unfit_sources):
            yield Problem(place, f"{fault} is no source for a historian; cite the work itself, or another one")


def _unfit(page: str, unfit: Iterable[str]) -> str:
    """What makes an address unfit as a source; empty if nothing does."""
    host = page.partition("/")[0].partition(":")[0]
    if host[-1:].isdigit() and _is_ip_address(host):  # a host name ends in a letter
        return "a bare IP address"
    return next((f"{words!r}" for words in unfit if words in page), "")


def _is_ip_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class _MergedFacts(EntryCheck):
    """A merged fact (`formerly`) is merged into one other fact only, and no longer exists itself."""

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._merged_into: dict[str, str] = {}

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Merged facts that still exist or are named twice."""
        for fact in entry.facts:
            for former in fact.formerly:
                place = self.places.at(f"fact:{fact.id}", "formerly")
                if former in self.pack.facts:
                    yield Problem(place, f"{former} is still in the pack; delete it there, or here")
                heir = self._merged_into.setdefault(former, fact.id)
                if heir != fact.id:
                    yield Problem(place, f"{former} was merged into {heir} too; name it once")


class _NamesOfTheTime(EntryCheck):
    """The sentence of a dated fact uses the names of its time. Claims and disputed facts are exempt."""

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._spans: dict[str, list[Date]] = {}
        for entry in pack.entries.values():
            for named in entry.dated_names:
                self._spans.setdefault(named.name, []).append(named.when)
        self._lengths: dict[str, set[int]] = {}  # lengths of the names, by first letter
        for name in self._spans:
            self._lengths.setdefault(name[0], set()).add(len(name))

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Names of another time in the sentences of an entry."""
        for fact in entry.facts if self._spans else ():
            moment = moment_of(self.pack, fact)
            if moment is None or fact.voice is not Voice.FACT or self.pack.relations[fact.relation].claim:
                continue
            if not _is_whole(self.pack, fact):
                continue
            for name in _parts(fact_sentence(self.pack, fact), self._lengths):
                if name in self._spans and not _in_use(self._spans[name], moment):
                    place = self.places.at(f"fact:{fact.id}", fact.relation)
                    yield Problem(place, f"{name!r} was not the name at that date; write the name of the time")


def _parts(text: str, lengths: Mapping[str, Iterable[int]]) -> Iterator[str]:
    """Parts of a text, at word boundaries, that start with a name's first letter and have its length."""
    for begun in _BEGIN.finditer(text):
        start = begun.start()
        for length in lengths.get(begun.group(), ()):
            if not _INSIDE.match(text, start + length):
                yield text[start : start + length]


def _is_whole(pack: Pack, fact: Fact) -> bool:
    """Return whether every entry that a fact mentions exists; `_References` reports those that do not."""
    named = [fact.where, *fact.according_to, fact.target]
    return all(each in pack.entries for each in named if each)


def _in_use(spans: Iterable[Date], moment: Date) -> bool:
    return any(span.first <= moment.last and moment.first <= span.last for span in spans)


class _Weights(EntryCheck):
    """Every entry and fact has an importance, and what is important has a significance and further reading."""

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """What an editor has not yet decided about an entry."""
        name = f"entry:{entry.id}"
        if not self.places.has(name, "importance"):
            yield Problem(self.places.at(name), f"{entry.id} has no importance; decide between 1, 2 and 3")
        for fact in entry.facts:
            if not self.places.has(f"fact:{fact.id}", "importance"):
                message = f"{fact.id} has no importance; decide between 1, 2 and 3"
                yield Problem(self.places.at(f"fact:{fact.id}"), message)
        yield from _explained(entry, self.places)


def _explained(entry: Entry, places: Places) -> Iterator[Problem]:
    name = f"entry:{entry.id}"
    if entry.kind in _EXPLAINED and entry.importance >= NOTABLE and not entry.significance:
        yield Problem(places.at(name), f"{entry.id} has no significance; say in a sentence why it matters")
    if entry.significance and not entry.significance_citations:
        yield Problem(places.at(name, "significance"), "no source; add significance_source:")
    if entry.importance >= ESSENTIAL and not FEWEST_BOOKS <= len(entry.further_reading) <= MOST_BOOKS:
        message = f"{len(entry.further_reading)} books of further_reading:; name {FEWEST_BOOKS} to {MOST_BOOKS}"
        yield Problem(places.at(name), message)


def _kinds(pack: Pack, places: Places) -> Iterator[Problem]:
    for source in pack.sources.values():
        if not source.kind:
            message = f"{source.id} has no kind; write one of {', '.join(SourceKind)}"
            yield Problem(places.at(f"source:{source.id}"), message)


class _Support(EntryCheck):
    """Facts are supported by sources of sufficient quality."""

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Facts with poor sources, or whose best source is not first."""
        for fact in entry.facts:
            for message in _badly_supported(self.pack, fact):
                yield Problem(self.places.at(f"fact:{fact.id}", "source"), message)


def _badly_supported(pack: Pack, fact: Fact) -> Iterator[str]:
    sources = _cited(pack, fact.citations)
    ranks = [_RANK[source.kind] for source in sources]
    if ranks != sorted(ranks):
        best = min(sources, key=lambda source: _RANK[source.kind])
        yield f"the best source comes first; begin with {best.id}"
    if not _needs_support(pack, fact):
        return
    kinds = {source.kind for source in sources}
    if fact.importance >= NOTABLE and kinds.isdisjoint(SOUND_KINDS):
        message = "a fact that one should know rests on no primary, scholarly or reference source; find one"
        yield f"{message}, or lower its importance"
    elif kinds <= {SourceKind.WEB}:
        yield "rests on the web alone; find a better source, or leave the fact out"


def _needs_support(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact needs support beyond the article.

    Facts according to the article, or about it, do not.
    """
    return not pack.article or (fact.according_to != (pack.article,) and fact.subject != pack.article)


def _cited(pack: Pack, citations: Iterable[Citation]) -> list[Source]:
    return [pack.sources[each.source] for each in citations if each.source in pack.sources]
