"""Split a question that asks two things into two, and join their answers."""

import re
from typing import NamedTuple

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.views.answers.missing import LACKING
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import Direct

_ASKS = "when|where|why|how|who|what"
_ALONE = "when|where|why|how"  # may end a question, or stand before another: `when and where`
_BEING = "was|were|did|is|are"
# `when and where was he born`; `when was he born and where`; `who founded it and when`; `who was he and what did he do`
_BOTH_FIRST = lazy_regex(rf"(?P<one>{_ALONE}),? and (?P<other>{_ALONE}) (?P<rest>(?:{_BEING}) .+)", re.IGNORECASE)
_BOTH_LAST = lazy_regex(rf"(?P<one>{_ALONE}) (?P<rest>(?:{_BEING}) .+?),? and (?P<other>{_ALONE})\W*", re.IGNORECASE)
# `did he sign it and when`, `who won it and why did they lose`
_YES_AND_WHEN = lazy_regex(rf"(?P<one>(?P<verb>did|was|were) .+?),? and (?P<other>{_ALONE})\W*", re.IGNORECASE)
_WHOLE = lazy_regex(
    rf"(?P<one>(?:{_ASKS}|did|was|were) .+?),? and (?P<other>(?:{_ASKS}) (?:{_BEING}|\w+ed|gave|led|won) .+)",
    re.IGNORECASE,
)
_DEED = lazy_regex(rf"who (?P<deed>\w+ed) (?P<what>.+?),? and (?P<other>{_ALONE})\W*", re.IGNORECASE)
_TWO = lazy_regex(rf"(?P<one>(?:{_ASKS}) .+?),? and (?P<other>(?:{_ASKS}|did) .+)", re.IGNORECASE)
_PRONOUN = lazy_regex(r"\b(?P<own>his|their|its)\b|\b(?:he|him|she|it|they|them)\b", re.IGNORECASE)
_SHOWN = 2  # hits beside both answers


class Parts(NamedTuple):
    """The two questions within one.

    `is_of_him`: the second has a pronoun for what the first names.
    `goes_on`: the second says less than it means. Its answer is only added to an answer to the first, and its absence
    is not mentioned.
    """

    one: str
    other: str
    is_of_him: bool = False
    goes_on: bool = False

    def naming(self, called: str) -> "Parts":
        """Return the two questions with a name in place of the pronoun."""
        other = _PRONOUN.sub(lambda found: f"{called}'s" if found["own"] else called, self.other, count=1)
        return Parts(self.one, other)


def parts_of(text: str) -> Parts | None:
    """Split a text into two questions that belong together; None if it asks only one."""
    text = text.strip()
    if found := _BOTH_FIRST.fullmatch(text) or _BOTH_LAST.fullmatch(text):
        return Parts(f"{found['one']} {found['rest']}", f"{found['other']} {found['rest']}")
    if found := _DEED.fullmatch(text):
        return Parts(f"who {found['deed']} {found['what']}", f"{found['other']} was {found['what']} {found['deed']}")
    if found := _YES_AND_WHEN.fullmatch(text):
        return Parts(found["one"], f"{found['other']} {found['one']}")
    if (found := _TWO.fullmatch(text)) and _PRONOUN.search(found["other"]):
        return Parts(found["one"], found["other"], is_of_him=True)
    return Parts(found["one"], found["other"], goes_on=True) if (found := _WHOLE.fullmatch(text)) else None


def joined(parts: Parts, one: AnswerView, other: AnswerView) -> AnswerView | None:
    """Join two answers, or one with the note that the other is not told; None if neither is."""
    if one.direct is None and (other.direct is None or parts.goes_on):
        return None
    told = [view.direct for view in (one, other) if view.direct]
    texts = dict.fromkeys(text for each in told for text in (each.text, each.further) if text)
    first, *rest = texts
    for part, view in ((parts.one, one), (parts.other, other)):
        asked = part.split()[0].casefold()
        if view.direct is None and not parts.goes_on and (lacking := LACKING.get(asked) or {"why": "Why"}.get(asked)):
            rest.append(f"{lacking} is not told here.")
    facts = tuple(own_id for each in told for own_id in each.facts)
    entries = tuple(own_id for each in told for own_id in each.entries)
    hits = {hit.id: hit for view in (one, other) if view.direct for hit in view.hits}
    return one._replace(
        hits=tuple(hits.values())[:_SHOWN],
        direct=Direct(first, " ".join(rest), facts, entries),
        untold=None,
        notes=(*one.notes, *other.notes),
    )
