"""Which answers are wrong for which questions, and fair beside the right one: worked out once, and remembered."""

from typing import NamedTuple

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.index import ADULT, Index
from trotskyism_cli.items.likeness import excludes
from trotskyism_cli.items.pools import FEWEST, Pool
from trotskyism_cli.items.truth import Proof, disprove
from trotskyism_cli.items.words import all_words, root, tokens
from trotskyism_cli.pack.model import Kind, Role

OFFICE_NEAR, OFFICE_AGE = 12, 25  # years: an office of quite another time; how old one must be to hold one


# Roots of words that tell whether a man or a woman is meant.
GENDERED = frozenset(
    root(word)
    for word in "he his him himself father brother husband son man king priest she her herself mother sister wife "
    "daughter woman queen nun widow".split()
)


class _Said(NamedTuple):
    """The words of the stems of a question, and whether some of them tell a man from a woman."""

    words: frozenset[str]
    is_gendered: bool


class Proofs:
    """The proofs of a pack. It forgets nothing: what it says depends on the pack alone, not on what was made."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._proofs: dict[tuple[str, str], Proof | None] = {}
        self._excludes: dict[tuple[str, str], bool] = {}
        self._partners: dict[str, frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._words: dict[str, _Said] = {}

    def named(self, ask: Ask) -> frozenset[str]:
        """What a question is about, case-folded: its subject, and every entry that its wordings name."""
        found = self._named.get(ask.id)
        if found is None:
            names = frozenset(name for stem in ask.stems for name in self.index.named_in(stem))
            found = self._named[ask.id] = names | ({ask.subject.casefold()} if ask.subject else frozenset())
        return found

    def is_hopeless(self, pool: Pool, seed: Answer) -> bool:
        """Whether no set can ever be begun with this answer: too few others are provably wrong beside it."""
        return all(len(self.partners(pool, ask)) < FEWEST - 1 for ask in pool.asks[seed.id])

    def partners(self, pool: Pool, ask: Ask) -> frozenset[str]:
        """The answers that are wrong for a question, and for a question of which its own answer is wrong."""
        found = self._partners.get(ask.id)
        if found is None:
            found = self._partners[ask.id] = frozenset(
                other.id
                for other in pool.near(ask.answer)
                if self.wrong(ask, other)
                and (pool.camps or any(self.wrong(own, ask.answer) for own in pool.asks[other.id]))
            )
        return found

    def exclude(self, one: Answer, other: Answer) -> bool:
        """Whether two answers must not stand side by side; see `likeness.excludes`."""
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if pair not in self._excludes:
            self._excludes[pair] = excludes(self.index, one, other)
        return self._excludes[pair]

    def wrong(self, ask: Ask, answer: Answer) -> Proof | None:
        """The proof that an answer is wrong for a question, if it is also fair beside the right one."""
        pair = ask.id, answer.id
        if pair not in self._proofs:
            proof = disprove(self.index, ask.query, answer)
            self._proofs[pair] = proof if proof and self._fair(ask, answer) else None
        return self._proofs[pair]

    def _said(self, ask: Ask) -> _Said:
        """What the stems of a question say, which is the same for each of its options."""
        found = self._words.get(ask.id)
        if found is None:
            words = frozenset[str]().union(*map(all_words, ask.stems))
            roots = frozenset(map(root, tokens(" ".join(ask.stems))))
            found = self._words[ask.id] = _Said(words, not roots.isdisjoint(GENDERED))
        return found

    def _fair(self, ask: Ask, answer: Answer) -> bool:
        """Whether the stem says as much of the one as of the other, and both lived at the time."""
        said = self._said(ask).words
        key, other = ask.answer.words, answer.words
        if ask.kind != "name":
            key, other = key | ask.answer.also, other | answer.also
        if not self._may_be_meant(ask, answer):
            return False
        if ask.life and self._in_life(ask, ask.answer) > self._in_life(ask, answer):
            return False
        if ask.kind == "role" and not self._may_hold(ask, answer):
            return False
        if ask.kind == "position" and not self._may_hold_position(ask, answer):
            return False
        return said & key == said & other and self._lived(answer, ask.moment) >= self._lived(ask.answer, ask.moment)

    def _may_be_meant(self, ask: Ask, answer: Answer) -> bool:
        """Whether the words of a stem that tell a man from a woman fit an answer as they fit the right one."""
        entries = self.index.pack.entries
        if not (self._said(ask).is_gendered and ask.answer.entry and answer.entry):
            return True
        return entries[ask.answer.entry].gender == entries[answer.entry].gender

    def _in_life(self, ask: Ask, year: Answer) -> bool:
        """Whether a person was grown up in a year, and still alive, if the question is not when they died."""
        asked = self.index.facts.get(ask.evidence[0])
        died = asked is not None and self.index.relation(asked).role == Role.DIED
        return self._alive(ask.life, min(year.value, ask.answer.value) if died else year.value)

    def _may_hold(self, ask: Ask, answer: Answer) -> bool:
        """Whether an option is an office of about that time, or somebody who held one then, grown up and alive."""
        when = self.index.facts[ask.evidence[0]].when
        if when is None:
            return True
        born, died = self.index.lives.get(answer.entry, (None, None))
        if (born or 0) + OFFICE_AGE > when.first.year or (died is not None and died < when.last.year):
            return False
        held = [self.index.facts[answer.fact]] if answer.fact else self.index.with_role(Role.OFFICE, answer.entry)
        return any(each.when and abs(each.when.first.year - when.first.year) <= OFFICE_NEAR for each in held)

    def _may_hold_position(self, ask: Ask, answer: Answer) -> bool:
        """Whether a position is on the same issue."""
        return self.index.facts[ask.evidence[0]].about == self.index.facts[answer.fact].about

    def _lived(self, answer: Answer, moment: int | None) -> bool:
        if moment is None or not answer.entry or self.index.pack.entries[answer.entry].kind is not Kind.PERSON:
            return True
        return self._alive(answer.entry, moment)

    def _alive(self, person: str, moment: float) -> bool:
        """Whether a person was grown up and alive in a year, as far as that is known."""
        born, died = self.index.lives.get(person, (None, None))
        return (born is None or born + ADULT <= moment) and (died is None or moment <= died)
