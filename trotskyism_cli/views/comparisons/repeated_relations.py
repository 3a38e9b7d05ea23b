"""Recognise ties that repeat a sentence on how two stood to each other."""

from collections.abc import Iterator
from functools import cache

from trotskyism_cli.library.dates.years_typed import whole_year
from trotskyism_cli.library.forms import root
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.ties.clause import VERB
from trotskyism_cli.views.ties.tie import Tie
from trotskyism_cli.views.wording.margins import from_to
from trotskyism_cli.views.wording.sentences import AGAIN, is_said

_WORD = lazy_regex(r"[a-z]+")  # lower case: no names


def tells_again(pack: StoredPack, stood: Fact, tie: Tie) -> bool:
    """Return whether a tie repeats, for the same years, the sentence of the fact `stood`.

    It does if most of its words are in the sentence, or the verb of what one did to the other: opposed, broke, led.
    """
    when = stood.date
    if not (stood.text and when) or _years(tie).isdisjoint(range(when.first.year, when.last.year + 1)):
        return False
    deeds = _deeds(pack, stood.text) | {*_verbs(pack.relations[stood.relation].label)}
    return not deeds.isdisjoint(_words(tie.text)) or is_said(tie.text, stood.text, AGAIN)


def _years(tie: Tie) -> set[int]:
    """The tie's year, the years in its sentence, and those of its span."""
    first, to, last = from_to(tie.text).partition("–")
    between = range(int(first), int(whole_year(first, last)) + 1) if to else ()
    return {tie.first.year, *between, *map(int, NAMED_YEAR.findall(tie.text))}


def _deeds(pack: StoredPack, text: str) -> set[str]:
    """Verbs of political relations (opposed, supported, broke) that a sentence contains, as word roots."""
    labels = (relation.label for relation in pack.relations.values() if relation.part == Part.POLITICS)
    return {verb for label in labels for verb in _verbs(label)} & _words(text)


def _verbs(label: str) -> Iterator[str]:
    """Root of the verb with which a label begins, if any."""
    first = label.partition(" ")[0]
    if VERB.fullmatch(first):
        yield root(first)


@cache  # compared with each fact on how the two stood
def _words(text: str) -> frozenset[str]:
    return frozenset(map(root, _WORD.findall(text)))
