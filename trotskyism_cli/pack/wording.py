"""Turn a fact into a sentence, by the wording that its relation declares.

Placeholders: {subject} {object} {when} {holder} {type} {unit}. {was|were} gives the first word for a singular subject
and the second for a plural one; {object:is|are} and {holder:is|are} do the same for the object and the holder.
"""

import re
from collections.abc import Sequence

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_phrase, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, Number, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation

# Words that refer to an option by its place, although options are shuffled.
POINTS = lazy_regex(r"\b(above|below|options?|the (first|second|third|last) (answer|choice))\b", re.IGNORECASE)
PLACEHOLDER = lazy_regex(r"\{([^{}]*)\}")
# First words of a sentence that lose their capital inside another sentence.
_LEADING = frozenset(
    """
    a after all although an as at because before both by during each for from if in it its many most no of on
    one only other some that the their there these they this those to under until when while with
    """.split()
)
_NAMES = ("subject", "object", "when", "holder", "type", "unit")

_DATED = lazy_regex(r"[A-Z]\w+|\d+")  # the months, days and years of a date in words


def knows_placeholder(inner: str) -> bool:
    """Return whether a wording may contain `{inner}`."""
    head, _, choice = inner.rpartition(":")
    return inner in _NAMES or ("|" in choice and head in ("", "object", "holder"))


def fill(wording: str, values: dict[str, str], plural: dict[str, bool]) -> str:
    """Fill the placeholders of a wording. An empty {when} leaves no double space."""

    def replace(match: re.Match[str]) -> str:
        inner = match.group(1)
        if inner in values:
            return values[inner]
        head, _, choice = inner.rpartition(":")
        singular, _, plural_form = choice.partition("|")
        return plural_form if plural.get(head or "subject", False) else singular

    text = " ".join(PLACEHOLDER.sub(replace, wording).split())
    return re.sub(r" ([?.,;])", r"\1", text)


def fact_sentence(pack: Pack, fact: Fact) -> str:
    """The fact as a sentence, with its date, place and, if it is a claim, its holder."""
    if fact.text:
        return sentence(fact.text)
    relation = pack.relations[fact.relation]
    body = fill(relation.says, fact_values(pack, fact), fact_plurals(pack, fact))
    if relation.claim and fact.when and "{when}" not in relation.says:
        body = f"{date_phrase(fact.when)}, {body}"  # the date of the argument, not of what was argued
    else:
        body += _circumstances(pack, fact, relation, body)
    if fact.negated:
        body = f"it is not so that {_inside(body)}"
    if fact.according_to and "{holder}" not in relation.says:
        body = f"according to {holder_names(pack, fact)}, {_inside(body)}"
    elif fact.voice is Voice.DISPUTED and not fact.according_to:
        body = f"disputed: {_inside(body)}"
    return sentence(body)


def fact_values(pack: Pack, fact: Fact) -> dict[str, str]:
    """Values of the placeholders for this fact."""
    return {
        "subject": pack.entries[fact.subject].phrase_at(moment_of(pack, fact)),
        "object": object_words(pack, fact),
        "when": date_phrase(fact.when) if fact.when else "",
        "holder": holder_names(pack, fact),
        "type": pack.entries[fact.subject].type,
        "unit": fact.object.unit if isinstance(fact.object, Number) else "",
    }


def fact_plurals(pack: Pack, fact: Fact) -> dict[str, bool]:
    """Which placeholders of this fact take a plural verb."""
    target = pack.entries.get(fact.target) if fact.target else None
    holders = list(pack.holders(fact))
    return {
        "subject": pack.entries[fact.subject].plural,
        "object": bool(target and target.plural),
        "holder": len(holders) > 1 or any(holder.plural for holder in holders),
    }


def moment_of(pack: Pack, fact: Fact) -> Date | None:
    """Date of a fact: its own, or that of the event it is about; None if neither is known."""
    if fact.date is not None:
        return fact.date
    subject = pack.entries[fact.subject]
    if subject.kind is not Kind.EVENT:
        return None
    return next((each.object for each in subject.facts if isinstance(each.object, Date)), None)


def object_words(pack: Pack, fact: Fact) -> str:
    """The object of a fact as it stands inside a sentence."""
    match fact.object:
        case EntryRef():
            return pack.entries[fact.object.id].phrase_at(moment_of(pack, fact))
        case Date():
            return date_phrase(fact.object)
        case Number():
            return fact.object.text
        case text:
            return text


def object_label(pack: Pack, fact: Fact) -> str:
    """The object of a fact as it stands alone, in a list or as an option."""
    match fact.object:
        case EntryRef():
            return pack.entries[fact.object.id].name
        case Date():
            return date_words(fact.object)
        case Number():
            return f"{fact.object.text} {fact.object.unit}".strip()
        case text:
            return text


def holder_names(pack: Pack, fact: Fact) -> str:
    """The holders of a fact, e.g. `Trotsky and the Left Opposition`; empty if it has none."""
    return join_words([holder.phrase for holder in pack.holders(fact)])


def join_words(names: Sequence[str], conjunction: str = "and") -> str:
    """Join names: `A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def _inside(text: str) -> str:
    """Prepare a sentence to follow other words: a first word that is no name loses its capital."""
    first, blank, rest = text.partition(" ")
    return f"{first.lower()}{blank}{rest}" if first.lower() in _LEADING else text


FULL_STOPS = ".!?…。！？．。।॥؟۔"  # full stops of several scripts


def sentence(text: str) -> str:
    """Begin a text with a capital and end it with a full stop."""
    text = text.strip()
    if not text:
        return text
    ends = text[-1] in FULL_STOPS or (text[-1] in "\"'”’)」』）" and len(text) > 1 and text[-2] in FULL_STOPS)
    return capital(text) + ("" if ends else ".")


def bare_words(text: str) -> str:
    """The words of a text, case-folded, without punctuation."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def _circumstances(pack: Pack, fact: Fact, relation: Relation, told: str) -> str:
    """Place and date of a fact, unless `told` has the date already."""
    phrase = date_phrase(fact.when) if fact.when and "{when}" not in relation.says else ""
    words = {*_DATED.findall(phrase)}
    # A year alone does not count: it may be the date of something else.
    is_told = any(map(str.isalpha, words)) and words <= {*_DATED.findall(told)}
    when = f" {phrase}" if phrase and not is_told else ""
    where = f" in {pack.entries[fact.where].phrase_at(moment_of(pack, fact))}" if fact.where else ""
    return where + when
