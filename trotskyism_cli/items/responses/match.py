"""Match items: each prompt is matched with an option; one option is left over."""

import random
from collections.abc import Iterator

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.truth import ObjectOf, YearOf
from trotskyism_cli.items.grounds.words import all_words, is_negative
from trotskyism_cli.items.model import Certificate, Item, Response, Rule
from trotskyism_cli.items.options.explain import in_none_of_them, sentence_of, sources_sentence
from trotskyism_cli.items.options.pools import Pool
from trotskyism_cli.items.responses.material import Draft, Material, finished
from trotskyism_cli.pack.wording import sentence

# Number of options. One belongs to no prompt, or the last match would follow from the others.
FEWEST, MOST = 4, 5
LONGEST = 16  # words of a prompt


def items(material: Material) -> Iterator[Item]:
    """Items in which every option is provably wrong for every prompt but its own."""

    def fits(ask: BareQuestion) -> bool:
        return bool(_wordings(material.index, ask)) and len(_prompt(ask).split()) <= LONGEST

    for pool, ask in material.starting_questions(fits):
        row = _row(material, ask, material.near(pool, ask, fits))
        if len(row) >= FEWEST:
            spare = row.pop(material.rng.randrange(1, len(row)))
            yield finished(_draft(material, pool, row, spare))


def _wordings(index: Index, ask: BareQuestion) -> tuple[str, ...]:
    """Stems that ask for all prompts at once; empty if this cannot be matched."""
    if not isinstance(ask.query, ObjectOf | YearOf):
        return ()
    return index.relation(ask.query.fact).asks.get("match", ())


def _prompt(ask: BareQuestion) -> str:
    """The prompt of a question: its subject."""
    return ask.subject[:1].upper() + ask.subject[1:]


def _row(material: Material, ask: BareQuestion, near: list[BareQuestion]) -> list[BareQuestion]:
    row = [ask]
    for other in near:
        if len(row) < MOST and all(_apart(material, each, other) for each in row):
            row.append(other)
    return row


def _apart(material: Material, one: BareQuestion, other: BareQuestion) -> bool:
    """Return whether each answer is wrong for the other question, and no subject contains a word of an answer."""
    different = one.subject != other.subject and one.evidence[0] != other.evidence[0]
    different = different and one.answer.id != other.answer.id
    silent = _silent(one, other.answer) and _silent(other, one.answer) and _silent(one, one.answer)
    proved = material.sets.wrong(one, other.answer) and material.sets.wrong(other, one.answer)
    return bool(different and silent and proved and is_negative(one.subject) == is_negative(other.subject))


def _silent(ask: BareQuestion, answer: Answer) -> bool:
    return not all_words(ask.subject) & (answer.words | answer.also)


def _draft(material: Material, pool: Pool, row: list[BareQuestion], spare: BareQuestion) -> Draft:
    index = material.index
    options = [ask.answer for ask in (*row, spare)]
    if pool.ordered:
        options.sort(key=lambda answer: answer.value)
    else:
        material.rng.shuffle(options)
    row = _shuffled(material.rng, row, options)
    answer = tuple(options.index(ask.answer) for ask in row)
    pairs = [sentence_of(index, ask.evidence[0]) for ask in row]
    left_over = sentence(f"{in_none_of_them(spare.answer.label)}: {sentence_of(index, spare.evidence[0])}")
    notes = dict(zip(answer, pairs, strict=True))
    return Draft(
        response=Response.MATCH,
        asks=tuple(row),
        difficulty=material.difficulty(pool, options),
        stem=material.rng.choice(_wordings(index, row[0])),
        options=tuple(option.label for option in options),
        answer=answer,
        explanation=" ".join([*pairs, left_over, sources_sentence(index, [ask.evidence[0] for ask in row])]),
        notes=tuple(notes.get(place, left_over) for place in range(len(options))),
        certificates=tuple(_certificate(material, row, options, place) for place in range(len(options))),
        prompts=tuple(_prompt(ask) for ask in row),
    )


def _shuffled(rng: random.Random, row: list[BareQuestion], options: list[Answer]) -> list[BareQuestion]:
    """Shuffle the prompts into any order but that of the options, which a guesser would try first."""
    in_order = [answer for answer in options if any(ask.answer is answer for ask in row)]
    mixed = rng.sample(row, len(row))
    while [ask.answer for ask in mixed] == in_order:
        mixed = rng.sample(row, len(row))
    return mixed


def _certificate(material: Material, row: list[BareQuestion], options: list[Answer], place: int) -> Certificate:
    """Certificate of an option: right for its own prompt (if any), wrong for the others."""
    answer = options[place]
    own = next((ask for ask in row if ask.answer is answer), None)
    proofs = list(filter(None, (material.sets.wrong(ask, answer) for ask in row if ask is not own)))
    premises = [*(own.evidence if own else ()), *(each for proof in proofs for each in proof.premises)]
    return Certificate(place, Rule.KEY if own else proofs[0].rule, tuple(dict.fromkeys(premises)))
