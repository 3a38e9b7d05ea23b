"""Which answers are provably wrong for a question and fair beside its key; cached."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion, own_dates
from trotskyism_cli.items.grounds.index import ADULT, Index, object_key
from trotskyism_cli.items.grounds.truth import Proof, SubjectOf, disprove
from trotskyism_cli.items.grounds.words import all_words, content_words, root, tokens
from trotskyism_cli.items.options.plausibility import APART
from trotskyism_cli.items.options.pools import FEWEST, Pool
from trotskyism_cli.pack.model import EntryRef, Kind
from trotskyism_cli.pack.relation import Role

SAME_TIME = 5  # years: works within this gap are of the same time
# Roots of words that tell a man from a woman.
GENDERED = frozenset(
    root(word)
    for word in "he his him himself father brother husband son man king priest she her herself mother sister wife "
    "daughter woman queen nun widow".split()
)


class _Said(NamedTuple):
    """The words of a question's stems, and whether any of them tells a man from a woman."""

    words: frozenset[str]
    is_gendered: bool


class Proofs:
    """The proofs of a pack, cached. They depend on the pack alone, not on the items made so far."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._proofs: dict[tuple[str, str], Proof | None] = {}
        self._partners: dict[str, frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._words: dict[str, _Said] = {}
        self._company: dict[str, frozenset[str]] = {}

    def named(self, ask: BareQuestion) -> frozenset[str]:
        """What a question is about, case-folded: its subject, and every entry named in its stems."""
        found = self._named.get(ask.id)
        if found is None:
            names = frozenset(name for stem in ask.stems for name in self.index.names.named_in(stem))
            found = self._named[ask.id] = names | ({ask.subject.casefold()} if ask.subject else frozenset())
        return found

    def is_hopeless(self, pool: Pool, seed: Answer) -> bool:
        """Return whether no set can be started with this answer, as too few others are provably wrong beside it."""
        return all(len(self.partners(pool, ask)) < FEWEST - 1 for ask in pool.asks[seed.id])

    def partners(self, pool: Pool, ask: BareQuestion) -> frozenset[str]:
        """Answers that are wrong for this question and have a question for which this question's answer is wrong."""
        found = self._partners.get(ask.id)
        if found is None:
            found = self._partners[ask.id] = frozenset(
                other.id
                for other in pool.near(ask.answer)
                if self.proof_wrong(ask, other)
                and any(self.proof_wrong(own, ask.answer) for own in pool.asks[other.id])
            )
        return found

    def proof_wrong(self, ask: BareQuestion, answer: Answer) -> Proof | None:
        """Proof that an answer is wrong for a question.

        None if there is none, or if it is unfair beside the key.
        """
        pair = ask.id, answer.id
        if pair not in self._proofs:
            proof = disprove(self.index, ask.query, answer)
            self._proofs[pair] = proof if proof and self._fair(ask, answer) else None
        return self._proofs[pair]

    def _said(self, ask: BareQuestion) -> _Said:
        """The words of a question's stems."""
        found = self._words.get(ask.id)
        if found is None:
            words = frozenset[str]().union(*map(all_words, ask.stems))
            roots = frozenset(map(root, tokens(" ".join(ask.stems))))
            found = self._words[ask.id] = _Said(words, not roots.isdisjoint(GENDERED))
        return found

    def _fair(self, ask: BareQuestion, answer: Answer) -> bool:
        """Return whether the stem favours neither answer by its words, and both fit its time."""
        said = self._said(ask).words
        key, other = ask.answer.words | ask.answer.also, answer.words | answer.also
        if not self._may_be_meant(ask, answer):
            return False
        if self._is_title_of_own(ask, answer):
            return False
        if self._asks_for_author(ask) and not (self._wrote_then(ask, answer) and self._in_company(ask, answer)):
            return False
        return said & key == said & other and self._lived(answer, ask.moment) >= self._lived(ask.answer, ask.moment)

    def _asks_for_author(self, ask: BareQuestion) -> bool:
        return self.index.relation(self.index.facts[ask.evidence[0]]).role == Role.AUTHOR

    def _in_company(self, ask: BareQuestion, answer: Answer) -> bool:
        """Return whether a person was connected with an organisation that the author was connected with.

        A stranger would be no plausible distractor. If too few writers qualify, all do.
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

    def _wrote_then(self, ask: BareQuestion, answer: Answer) -> bool:
        """Return whether a person's works include one of about the same time; True if none are known."""
        if ask.moment is None:
            return True
        years = self._years_of_works.get(answer.entry, ())
        return not years or any(abs(year - ask.moment) <= SAME_TIME for year in years)

    @cached_property
    def _years_of_works(self) -> Mapping[str, Sequence[int]]:
        """For each author, the years in which his or her works were written or appeared."""
        found: dict[str, list[int]] = defaultdict(list)
        for fact in self.index.facts.values():
            if self.index.relation(fact).role == Role.AUTHOR and isinstance(fact.object, EntryRef):
                dates = own_dates(self.index.pack.entries[fact.subject])
                found[fact.object.id] += [date.first.year for date in dates]
        return found

    def _may_be_meant(self, ask: BareQuestion, answer: Answer) -> bool:
        """Return whether gendered words in the stem fit an answer as well as they fit the key."""
        entries = self.index.pack.entries
        if not (self._said(ask).is_gendered and ask.answer.entry and answer.entry):
            return True
        return entries[ask.answer.entry].gender == entries[answer.entry].gender

    def _is_title_of_own(self, ask: BareQuestion, answer: Answer) -> bool:
        """Return whether an option reads like another right answer.

        E.g. "The Russian Revolution" beside "History of the Russian Revolution".
        """
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
        """Return whether a person was an adult and alive in a year; unknown dates count as fitting.

        If neither birth nor death is known, judge by the dates of facts about the person.
        """
        born, died = self.index.lives.get(person, (None, None))
        if born is died is None and (span := self.index.spans.get(person)):
            return span[0] - APART <= moment <= span[1] + APART
        return (born is None or born + ADULT <= moment) and (died is None or moment <= died)
