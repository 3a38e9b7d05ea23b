"""The edited view of what a search found: what each hit is about, and its one sentence that fits the question best."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit
from trotskyism_cli.pack.dates import date_short
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.entry import span_of

_SENTENCE = re.compile(r"(?<=[^\W_A-Z][^\W_A-Z][.!?]) +(?=[^\W_a-z]|“)")


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit as it is listed: what it is about, what that is and when, the sentence that fits best, the words in it.

    `verb` is the command that opens it.
    """

    id: str
    name: str
    tag: str
    text: str
    matched: frozenset[str]
    verb: str


def shown_hit(pack: StoredPack, hit: Hit, answered: str = "") -> ShownHit:
    """A hit with the one sentence of it that has most of the words sought, and was not the answer (`answered`)."""
    if hit.kind == "quote":
        quote = pack.quotes[hit.id]
        tag = " · ".join(filter(None, ("quotation", date_short(quote.when) if quote.when else "")))
        return ShownHit(hit.id, hit.name, tag, f"“{quote.text}”", hit.matched, "quote")
    if hit.kind == "topic":
        text = _fittest(sentences(hit.text.replace(" - ", " ")), hit, "").removeprefix("- ")  # of a list its points
        return ShownHit(hit.id, hit.name, "chapter", text, hit.matched, "summary")
    entry = pack.entries[hit.id]
    stated = [fact_sentence(pack, pack.facts[each]) for each in hit.facts]
    told = [each for each in stated if each not in answered]
    summary = [each for each in sentences(entry.summary) if each not in answered]
    leads = stated and hit.text.startswith(stated[0])
    text = _fittest(([*told, *summary] if leads else [*summary, *told]) or stated, hit, entry.name)
    tag = " · ".join(filter(None, (entry.kind, span_of(pack, entry))))
    return ShownHit(hit.id, entry.name, tag, text, hit.matched, "show")


def _fittest(told: Sequence[str], hit: Hit, name: str) -> str:
    """The sentence with most of the words sought that its heading does not have; of two alike, the first."""
    sought = hit.matched - set(plain(name).split())
    return max(told, key=lambda each: (not each.endswith("?"), len(sought & set(plain(each).split()))), default="")


def sentences(text: str) -> list[str]:
    """The sentences of a text; initials and short titles (`V. I.`, `St.`) end none."""
    return _SENTENCE.split(text)
