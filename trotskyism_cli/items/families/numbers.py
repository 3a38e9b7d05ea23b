"""How many: the number that a fact gives."""

from collections.abc import Iterator

from trotskyism_cli.items.answers import number_answer
from trotskyism_cli.items.asks import Ask, stems_of, weight_of
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import NumberOf
from trotskyism_cli.items.words import tokens
from trotskyism_cli.pack.model import Number

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def _in_words(value: float) -> tuple[str, ...]:
    """Words that tell a small number, as in the Trial of the Twenty-One."""
    if value != int(value) or not 0 < value < 100:
        return ()
    number = int(value)
    return (_SMALL[number],) if number <= 20 else (_SMALL[number % 10], _SMALL[20]) if number < 30 else ()


def asks(index: Index) -> Iterator[Ask]:
    """A question for each number that has a unit; the other options are numbers of other facts."""
    for fact in index.facts.values():
        wordings = index.relation(fact).asks.get("object", ())
        if not isinstance(fact.object, Number) or not fact.object.unit or not keyable(index, fact):
            continue
        subject = tokens(index.pack.entries[fact.subject].name)
        if any(word in subject for word in (fact.object.text, *_in_words(fact.object.value))):
            continue
        if stems := stems_of(index, fact, wordings, "object"):
            yield Ask(
                id=f"{fact.id}:object",
                kind="number",
                pool="number",
                template=f"{fact.relation}:object",
                subject=index.pack.entries[fact.subject].name,
                query=NumberOf(fact),
                answer=number_answer(fact.object.text, fact.object.value),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=weight_of(index, fact),
            )
