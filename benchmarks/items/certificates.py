"""The certificates of an item, one for each option: whether the pack licenses what they claim."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.items import by_hand
from benchmarks.items.stream import Seen

if TYPE_CHECKING:
    from benchmarks.items.checker import Checker

RULES = {
    "functional",
    "inverse-functional",
    "complete",
    "explicit-not",
    "interval",
    "stated",
    "key",
}


def unproved(checker: "Checker", item: Seen) -> Iterator[str]:
    """What is wrong with the certificates of an item: rules that do not hold, premises that do not exist."""
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
            known = declared or premise in checker.facts or premise in checker.pack.quotes
            if not known:
                yield f"the premise {premise} does not exist"
        if not _licensed(checker, rule, certificate["premises"], item.options[place]):
            yield f"{rule} is not licensed for option {place}"


def _licensed(checker: "Checker", rule: str, premises: list[str], option: str) -> bool:
    facts = [checker.facts[each] for each in premises if each in checker.facts]
    relations = [checker.relations[fact.relation] for fact in facts]
    match rule:
        case "functional":
            return all(relation.functional for relation in relations) and bool(relations)
        case "inverse-functional":
            sole = [fact.unique or checker.relations[fact.relation].inverse_functional for fact in facts]
            return all(sole) and bool(sole)
        case "explicit-not":
            return all(fact.negated for fact in facts) and bool(facts)
        case "complete":
            entry, _, relation = premises[0].removeprefix("complete:").rpartition(".")
            return any(each.relation == relation for each in checker.pack.entries[entry].complete)
        case "stated":
            return by_hand.is_licensed(checker.pack, premises, option)
        case _:
            return _measured(checker, rule, premises)


def _measured(checker: "Checker", rule: str, premises: list[str]) -> bool:
    """The rules on what has a place in time; any other rule only needs a premise."""
    facts = [checker.facts[each] for each in premises if each in checker.facts]
    if rule == "interval":
        return any(fact.date for fact in facts)
    return bool(premises)
