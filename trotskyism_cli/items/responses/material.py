"""The material that items of every response are made from, and the last step of making them."""

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import ODDS, BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.model import Certificate, Difficulty, Item, Response
from trotskyism_cli.items.options.difficulty import set_likeness
from trotskyism_cli.items.options.pools import Pool
from trotskyism_cli.items.options.sets import SetDrawer

ROUNDS = 3  # how often one question may start an item


@dataclass(frozen=True, slots=True)
class Material:
    """The pools, the option sets, and a random generator.

    `grade` gives the difficulty of a set within its pool.
    """

    index: Index
    pools: Sequence[Pool]
    sets: SetDrawer
    rng: random.Random
    grade: Callable[[Pool, float], Difficulty]

    def difficulty(self, pool: Pool, answers: Sequence[Answer]) -> Difficulty:
        """Difficulty of telling these options apart."""
        return self.grade(pool, set_likeness(self.index, answers))

    def starting_questions(self, fits: Callable[[BareQuestion], bool]) -> Iterator[tuple[Pool, BareQuestion]]:
        """Every wanted question that fits, several times over, in random order with important ones rather first."""
        found = [
            (pool, ask)
            for pool in self.pools
            for answer in pool.answers
            for ask in pool.asks[answer.id]
            if ask.wanted and fits(ask)
        ]
        for _ in range(ROUNDS):
            drawn = [self.rng.random() ** (1 / ODDS[ask.weight]) for _, ask in found]
            yield from (found[place] for place in sorted(range(len(found)), key=lambda place: -drawn[place]))

    def near(self, pool: Pool, ask: BareQuestion, fits: Callable[[BareQuestion], bool]) -> list[BareQuestion]:
        """Questions of the same template whose answers may stand beside this one's, one per answer."""
        found = []
        for answer in pool.near(ask.answer):
            asks = [each for each in pool.asks[answer.id] if each.template == ask.template and fits(each)]
            if asks:
                found.append(self.rng.choice(asks))
        return found


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts in which items differ; `finished` adds the rest."""

    response: Response
    asks: tuple[BareQuestion, ...]
    difficulty: Difficulty
    stem: str
    options: tuple[str, ...]
    answer: tuple[int, ...]
    explanation: str
    notes: tuple[str, ...]
    certificates: tuple[Certificate, ...]
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def finished(draft: Draft) -> Item:
    """Finish an item. Its id does not depend on the order of its questions and options."""
    asked = tuple(dict.fromkeys(ask.evidence[0] for ask in draft.asks))
    premises = [each for certificate in draft.certificates for each in certificate.premises]
    further = [each for ask in draft.asks for each in ask.evidence] + premises
    evidence = tuple(dict.fromkeys((*asked, *(each for each in further if not each.startswith("complete:")))))
    first = draft.asks[0]
    told = "\n".join((draft.response, first.kind, *sorted(asked), *sorted(draft.options)))
    return Item(
        id=f"{draft.response}-{hashlib.sha256(told.encode()).hexdigest()[:12]}",
        kind=first.kind,
        response=draft.response,
        topic=first.topic,
        difficulty=draft.difficulty.value,
        stem=draft.stem,
        options=draft.options,
        answer=draft.answer,
        explanation=draft.explanation,
        option_notes=draft.notes,
        evidence_ids=evidence,
        certificates=draft.certificates,
        prompts=draft.prompts,
        accepted=draft.accepted,
        rivals=draft.rivals,
        asked=len(asked),
    )
