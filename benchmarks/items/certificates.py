"""Check an item's certificates, one per option: whether the pack supports what they claim."""

from collections.abc import Iterator
from typing import Protocol

from benchmarks.items import authors_questions
from benchmarks.items.stream import Seen
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation

RULES = {
    "functional",
    "inverse-functional",
    "complete",
    "explicit-not",
    "interval",
    "stated",
    "key",
}


class Stated(Protocol):
    """A pack with all its statements by id, including the significance of entries."""

    pack: Pack
    facts: dict[str, Fact]
    relations: dict[str, Relation]


def unproved(stated: Stated, item: Seen) -> Iterator[str]:
    """What is wrong with an item's certificates: rules that do not hold, premises that do not exist."""
    by_option = {each["option"]: each for each in item.certificates}
    if sorted(by_option) != list(range(len(item.options))):
        yield "not one certificate for each option"
        return
    for place, certificate in by_option.items():
        rule = certificate["rule"]
        if rule not in RULES or (rule == "key") != (place == item.answer):
            yield f"option {place} has the certificate {rule}"
        for premise in certificate["premises"]:
            declared = premise.startswith(("complete:", "question:"))
            known = declared or premise in stated.facts or premise in stated.pack.quotes
            if not known:
                yield f"the premise {premise} does not exist"
        if not _licensed(stated, rule, certificate["premises"], item.options[place]):
            yield f"{rule} is not licensed for option {place}"


def _licensed(stated: Stated, rule: str, premises: list[str], option: str) -> bool:
    facts = [stated.facts[each] for each in premises if each in stated.facts]
    relations = [stated.relations[fact.relation] for fact in facts]
    match rule:
        case "functional":
            return all(relation.functional for relation in relations) and bool(relations)
        case "inverse-functional":
            sole = [fact.unique or stated.relations[fact.relation].inverse_functional for fact in facts]
            return all(sole) and bool(sole)
        case "explicit-not":
            return all(fact.negated for fact in facts) and bool(facts)
        case "complete":
            entry, _, relation = premises[0].removeprefix("complete:").rpartition(".")
            return any(each.relation == relation for each in stated.pack.entries[entry].complete)
        case "stated":
            return authors_questions.is_licensed(stated.pack, premises, option)
        case _:
            return _measured(stated, rule, premises)


def _measured(stated: Stated, rule: str, premises: list[str]) -> bool:
    """Check rules about time; any other rule only needs a premise."""
    facts = [stated.facts[each] for each in premises if each in stated.facts]
    if rule == "interval":
        return any(fact.date for fact in facts)
    return bool(premises)
