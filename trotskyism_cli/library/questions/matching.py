"""Find the passages that contain words of a question, reading a bounded number of rows."""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from trotskyism_cli.library.store import FIELDS, Store
from trotskyism_cli.library.words.spelling import Term

SHARES = (1.0, 0.75, 0.45)  # worth of a word in the text, among the names and among the hints
MOST_ROWS = 6000  # rows read per word, the most important first
POOL = 4000  # with this many passages, common words add no further ones


class Matches(NamedTuple):
    """Weight of each word, and for each passage (by number) its words with the share of the weight.

    `common` are the words with more passages than were read; `seen` has the last index row read of each of their forms.
    """

    weights: dict[str, float]
    passages: dict[int, dict[str, float]]
    common: tuple[Term, ...]
    seen: dict[str, int]


def match(store: Store, terms: Sequence[Term]) -> Matches:
    """Find the passages that contain any of the words."""
    total = number_of_passages(store)
    shares: dict[str, dict[int, float]] = {}
    common: list[Term] = []
    seen: dict[str, int] = {}
    for term in terms:
        shares[term.word], last = _shares(store, term)
        if last:
            common.append(term)
            seen |= last
    weights = {word: log(1 + total / max(1, len(found))) for word, found in shares.items()}
    passages: dict[int, dict[str, float]] = {}
    for word in sorted(shares, key=lambda word: (-weights[word], word)):
        full = len(passages) > POOL
        for number, share in shares[word].items():
            if number in passages:
                passages[number][word] = share
            elif not full:
                passages[number] = {word: share}
    return Matches(weights, passages, tuple(common), seen)


def number_of_passages(store: Store) -> int:
    """Number of passages in the book."""
    return store.numbers("SELECT coalesce(max(number), 0) FROM passages")[0]


def _shares(store: Store, term: Term) -> tuple[dict[int, float], dict[str, int]]:
    """Share per passage of a word, and for each form that was not read to the end, the last row read."""
    shares: dict[int, float] = {}
    last: dict[str, int] = {}
    for form in term.forms:
        rows = store.matches(form.text, MOST_ROWS)
        if len(rows) == MOST_ROWS:
            last[form.text] = rows[-1]
        for row in rows:
            number, field = divmod(row, FIELDS)
            share = SHARES[field] * form.worth
            if share > shares.get(number, 0.0):
                shares[number] = share
    return shares, last


def complete_common_words(store: Store, matches: Matches, numbers: Iterable[int]) -> None:
    """Look up the common words in those of these passages that lie beyond the rows read."""
    for number in numbers:
        is_new = number not in matches.passages  # skipped, as there were too many
        has = matches.passages.setdefault(number, {})
        span = (number * FIELDS, number * FIELDS + FIELDS - 1)
        for term in matches.common:
            for form in term.forms:
                if not is_new and span[1] <= matches.seen.get(form.text, span[1]):
                    continue
                rows = store.matches(form.text, FIELDS, span)
                best = max((SHARES[row % FIELDS] * form.worth for row in rows), default=0.0)
                if best > has.get(term.word, 0.0):
                    has[term.word] = best
