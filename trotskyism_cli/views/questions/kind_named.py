"""Which of its kind a line names, where a question asks that: which calendar, which paper."""

import re

from trotskyism_cli.library.query import DID, Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.words.question_terms import ARTICLES

NAMELESS = ARTICLES | frozenset("her his its other same their this".split())  # before a kind of which none is named


def names_kind(query: Query, text: str) -> bool:
    """True if a line names which it was: `the Julian calendar`, `the paper Iskra`; not `the calendar then in use`.

    So does one that does not have the word for the kind.
    """
    kind = "".join(query.words[1:2])
    if query.words[:1] not in (("what",), ("which",)) or kind in STOP_WORDS or not (IS | DID) & {*query.words[2:3]}:
        return True
    named = rf"(?:\b(\w+)\W+)?\b{re.escape(kind)}\b(?:\W+(?:called|named|of)\b)?(?: the)? ?[“‘]?(\w?)"
    told = list(re.finditer(named, text))
    return not told or any((each[1] or "the") not in NAMELESS or each[2].isupper() for each in told)
