"""Choose the hits of a search that is no question: lines with the very words, without repeats."""

from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.hits import ShownHit, shown_hit
from trotskyism_cli.views.questions.line_match import Wanted
from trotskyism_cli.views.wording.sentences import AGAIN
from trotskyism_cli.views.wording.sentences import is_said as tells_it_too


def having_words(pack: StoredPack, query: Query, hits: Sequence[Hit], wanted: Wanted) -> Sequence[ShownHit]:
    """Keep the hits that have a word of the search in their text or their names; all hits if none has.

    A search without names or dates keeps only hits with all its words, if there are any. A hit without any of the
    words was found only through another name of what it is about.
    """
    said = [sum(is_said(term, words) for term in query.terms) for words in (_words(pack, hit) for hit in hits)]
    most = max(said, default=0)
    enough = most if most == len(query.terms) and not query.entries and not query.date else min(most, 1)
    kept = [hit for hit, number in zip(hits, said, strict=True) if number >= enough]
    return [shown_hit(pack, hit, wanted) for hit in kept]


def without_repeats(hits: Iterable[ShownHit]) -> Iterator[ShownHit]:
    """Drop chapter hits whose line repeats or contains an earlier hit."""
    told: list[str] = []
    for hit in hits:
        if hit.verb != "summary" or not _is_again(hit.text, told):
            told.append(f"{hit.name}. {hit.text}" if hit.verb == "summary" else hit.text)
            yield hit


def _is_again(text: str, told: Sequence[str]) -> bool:
    return tells_it_too(text, " ".join(told), AGAIN) or any(tells_it_too(each, text) for each in told)


def _words(pack: StoredPack, hit: Hit) -> list[str]:
    """Return the plain words of a hit's text and names; of a quotation with its speaker and work."""
    if hit.kind == "quote":
        quote = pack.quotes[hit.id]
        called = [name for each in (quote.speaker, quote.work) if each for name in pack.entries[each].names]
        return plain(" ".join((quote.text, *called))).split()
    entry = pack.entries.get(hit.id)
    called = [*entry.names, *entry.search, entry.summary] if entry else [hit.name]
    return plain(" ".join((hit.text, *called))).split()
