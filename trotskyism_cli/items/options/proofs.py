"""Which answers are wrong for which questions, and fair beside the right one: worked out once, and remembered."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.asks import Ask, own_dates
from trotskyism_cli.items.grounds.index import ADULT, Index, object_key
from trotskyism_cli.items.grounds.truth import Proof, SubjectOf, disprove
from trotskyism_cli.items.grounds.words import all_words, content_words, root, tokens
from trotskyism_cli.items.options.plausibility import APART
from trotskyism_cli.items.options.pools import FEWEST, Pool
from trotskyism_cli.pack.model import EntryRef, Kind
from trotskyism_cli.pack.relation import Role

SAME_TIME = 5  # years between two works of one time
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
        self._partners: dict[str, frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._words: dict[str, _Said] = {}
        self._company: dict[str, frozenset[str]] = {}

    def named(self, ask: Ask) -> frozenset[str]:
        """What a question is about, case-folded: its subject, and every entry that its wordings name."""
        found = self._named.get(ask.id)
        if found is None:
            names = frozenset(name for stem in ask.stems for name in self.index.names.named_in(stem))
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
                if self.wrong(ask, other) and any(self.wrong(own, ask.answer) for own in pool.asks[other.id])
            )
        return found

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
        key, other = ask.answer.words | ask.answer.also, answer.words | answer.also
        if not self._may_be_meant(ask, answer):
            return False
        if self._is_title_of_own(ask, answer):
            return False
        if self._asks_for_author(ask) and not (self._wrote_then(ask, answer) and self._in_company(ask, answer)):
            return False
        return said & key == said & other and self._lived(answer, ask.moment) >= self._lived(ask.answer, ask.moment)

    def _asks_for_author(self, ask: Ask) -> bool:
        return self.index.relation(self.index.facts[ask.evidence[0]]).role == Role.AUTHOR

    def _in_company(self, ask: Ask, answer: Answer) -> bool:
        """Whether a person had to do with a body that the author had to do with: a stranger tempts nobody.

        If too few that wrote did, all may stand beside the author.
        """
        author = ask.answer.entry
        if author not in self._company:
            own = self._bodies(author)
            known = frozenset(each for each in self._years_of_works if not own.isdisjoint(self._bodies(each)))
            self._company[author] = known if len(known) >= FEWEST else frozenset(self._years_of_works)
        return answer.entry in self._company[author]

    def _bodies(self, person: str) -> frozenset[str]:
        entries = self.index.pack.entries
        tied = self.index.neighbours.get(person, frozenset())
        return frozenset(each for each in tied if entries[each].kind is Kind.ORGANISATION)

    def _wrote_then(self, ask: Ask, answer: Answer) -> bool:
        """Whether a person wrote something of the time of a work whose author is asked for, as far as that is known."""
        if ask.moment is None:
            return True
        years = self._years_of_works.get(answer.entry, ())
        return not years or any(abs(year - ask.moment) <= SAME_TIME for year in years)

    @cached_property
    def _years_of_works(self) -> Mapping[str, Sequence[int]]:
        """For every author the years in which his or her works were written or appeared."""
        found: dict[str, list[int]] = defaultdict(list)
        for fact in self.index.facts.values():
            if self.index.relation(fact).role == Role.AUTHOR and isinstance(fact.object, EntryRef):
                dates = own_dates(self.index.pack.entries[fact.subject])
                found[fact.object.id] += [date.first.year for date in dates]
        return found

    def _may_be_meant(self, ask: Ask, answer: Answer) -> bool:
        """Whether the words of a stem that tell a man from a woman fit an answer as they fit the right one."""
        entries = self.index.pack.entries
        if not (self._said(ask).is_gendered and ask.answer.entry and answer.entry):
            return True
        return entries[ask.answer.entry].gender == entries[answer.entry].gender

    def _is_title_of_own(self, ask: Ask, answer: Answer) -> bool:
        """Whether an option reads like another thing that is right: The Russian Revolution, like a History of it."""
        if not isinstance(ask.query, SubjectOf) or not answer.entry:
            return False
        fact, words = ask.query.fact, content_words(answer.label)
        right = self.index.by_object[fact.relation, object_key(fact)]
        names = (content_words(self.index.pack.entries[each.subject].name) for each in right)
        return any(words <= name for name in names)

    def _lived(self, answer: Answer, moment: int | None) -> bool:
        if moment is None or not answer.entry or self.index.pack.entries[answer.entry].kind is not Kind.PERSON:
            return True
        return self._alive(answer.entry, moment)

    def _alive(self, person: str, moment: float) -> bool:
        """Whether a person was grown up and alive in a year, as far as that is known: else by what is dated of it."""
        born, died = self.index.lives.get(person, (None, None))
        if born is died is None and (span := self.index.spans.get(person)):
            return span[0] - APART <= moment <= span[1] + APART
        return (born is None or born + ADULT <= moment) and (died is None or moment <= died)
