"""The ledger of a bank: what has been asked so far, so that facts take turns and sets do not come back."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.model import Item
from trotskyism_cli.items.options.cues import Named, tells_answer

FACT_SHARE = 0.008  # largest share of one fact in a bank, all directions together
TOGETHER = 3  # how often three answers may stand side by side
FEW = 5  # how often an answer may always be the key of a template
KEY_SHARE = 0.2  # largest share of one answer among the keys of a template
OPTION_SHARE = 0.6  # largest share of a pool's option sets with the same answer
BANK_SHARE = 0.05  # largest share of all option sets with the same answer
NEAR = 9  # items, about a quiz: within it no item may give away another


class _Recent(NamedTuple):
    """A recent item: its whole text, its answer, what it names, its stem, and the facts it asks for."""

    text: str
    key: str
    named: Named
    stem: str
    facts: frozenset[str]


class Ledger:
    """Counts over the items made so far. No count depends on which option of a set became the key.

    So the chances within a set stay even; see `sets`. While `lenient`, sets may repeat options that stood together
    before.
    """

    def __init__(self) -> None:
        self._asks: Counter[str] = Counter()
        self._facts: Counter[str] = Counter()
        self._templates: Counter[str] = Counter()
        self._template_keys: Counter[tuple[str, str]] = Counter()
        self._wordings: Counter[tuple[str, int]] = Counter()
        self._wording_keys: Counter[tuple[str, int, str]] = Counter()
        self._shown: Counter[str] = Counter()
        self._shown_in: Counter[tuple[str, str]] = Counter()
        self._pools: Counter[str] = Counter()
        self._sets: set[tuple[str, ...]] = set()
        self._trios: Counter[tuple[str, frozenset[str]]] = Counter()
        self._beside: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._recent: deque[_Recent] = deque(maxlen=NEAR)
        self.lenient = False
        self.total = 0

    def uses(self, ask: BareQuestion) -> int:
        """How often this question was asked."""
        return self._asks.get(ask.id, 0)

    def may_ask(self, ask: BareQuestion, level: int) -> bool:
        """Return whether a question may be asked: fewer than `level` times so far, its fact and answer not overused."""
        if self._asks.get(ask.id, 0) >= level or self._facts.get(ask.evidence[0], 0) > 2 + FACT_SHARE * self.total:
            return False
        keyed = self._template_keys.get((ask.template, ask.answer.id), 0)
        return keyed < FEW or keyed + 1 <= KEY_SHARE * (self._templates[ask.template] + 1)

    def may_show(self, pool: str, answer: Answer) -> bool:
        """Return whether an answer may be an option once more."""
        within = self._shown_in.get((pool, answer.id), 0) <= 4 + OPTION_SHARE * self._pools[pool]
        return within and self._shown.get(answer.id, 0) <= 12 + BANK_SHARE * self.total

    def is_new(self, kind: str, answers: Sequence[Answer]) -> bool:
        """Return whether no three of these, including the last, were options together too often in this family."""
        if len(answers) < 3 or self.lenient:
            return True
        last = answers[-1].id
        pairs = combinations([answer.id for answer in answers[:-1]], 2)
        return all(self._trios.get((kind, frozenset((*pair, last))), 0) < TOGETHER for pair in pairs)

    def is_repeated(self, answers: Sequence[Answer]) -> bool:
        """Return whether exactly these were the options of an earlier item."""
        return not self.lenient and next(_groups(answers, len(answers))) in self._sets

    def is_new_for(self, ask: BareQuestion, others: Sequence[Answer]) -> bool:
        """Return whether no two of these were already distractors of this question."""
        before = self._beside.get(ask.id)
        return not before or before.isdisjoint(_groups(others, 2))

    def is_given_away(self, ask: BareQuestion, options: str, named: Collection[str] = ()) -> bool:
        """Return whether this question would give away a recent item, or a recent item would give it away.

        A text gives a question away if it contains the answer and anything the question has `named` (its subject by
        default).
        """
        subject = ask.subject.casefold()
        about = named or ([subject] if subject else [])
        return self._is_given_away(ask.answer.label, lambda: about, f"{' '.join(ask.stems)} {options}")

    def is_recent(self, stem: str, facts: Collection[str]) -> bool:
        """Return whether a recent item has the same stem or asks for one of these facts."""
        plain = stem.casefold()
        return any(each.stem == plain or not each.facts.isdisjoint(facts) for each in self._recent)

    def _is_given_away(self, key: str, named: Named, shown: str) -> bool:
        key, shown = key.casefold(), shown.casefold()
        return any(
            tells_answer(each.text, key, named) or tells_answer(shown, each.key, each.named) for each in self._recent
        )

    def next_wording(self, ask: BareQuestion) -> int:
        """Index of the wording used least for this answer, then least of all."""

        def uses(index: int) -> tuple[int, int, int]:
            own = self._wording_keys[ask.template, index, ask.answer.id]
            return own, self._wordings[ask.template, index], index

        return min(range(len(ask.stems)), key=uses)

    def record_other(self, item: Item, named: Named) -> None:
        """Note an item made elsewhere; `named` computes the names in its stem."""
        text = " ".join((item.question, *item.prompts, *item.options, item.explanation)).casefold()
        self._recent.append(_Recent(text, item.key.casefold(), named, item.stem.casefold(), frozenset(item.rests_on)))

    def record_made(
        self, ask: BareQuestion, answers: Sequence[Answer], wording: int, stem: str, text: str, named: Collection[str]
    ) -> None:
        """Note a finished item of this bank. `text` is all that it shows, `named` the names in its question."""
        self.total += 1
        self._asks[ask.id] += 1
        self._facts[ask.evidence[0]] += 1
        self._templates[ask.template] += 1
        self._template_keys[ask.template, ask.answer.id] += 1
        self._wordings[ask.template, wording] += 1
        self._wording_keys[ask.template, wording, ask.answer.id] += 1
        self._pools[ask.kind] += 1
        for answer in answers:
            self._shown[answer.id] += 1
            self._shown_in[ask.kind, answer.id] += 1
        self._sets.update(_groups(answers, len(answers)))
        trios = combinations([answer.id for answer in answers], 3)
        self._trios.update((ask.kind, frozenset(trio)) for trio in trios)
        self._beside[ask.id].update(_groups([answer for answer in answers if answer.id != ask.answer.id], 2))
        key, facts = ask.answer.label.casefold(), frozenset(ask.evidence[:1])
        self._recent.append(_Recent(text.casefold(), key, lambda: named, stem.casefold(), facts))


def _groups(answers: Sequence[Answer], size: int) -> Iterator[tuple[str, ...]]:
    return combinations(sorted(answer.id for answer in answers), size)
