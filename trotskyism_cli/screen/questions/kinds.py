"""The kinds of items in a learner's words; `--kind` and the bank use their short names.

Kinds no longer generated stay listed, because statistics cover old answers.
"""

KINDS = {
    "between": "before or after",
    "both": "two things at once",
    "chain": "in two steps",
    "cloze": "gaps in sentences",
    "compare": "which of the two",
    "concept": "whose idea",
    "content": "what works say",
    "decision": "decisions",
    "definition": "what a word means",
    "dispute": "what a dispute is about",
    "event": "events",
    "holder": "who argued it",
    "in-year": "what happened in a year",
    "name": "names",
    "number": "numbers",
    "order": "order of time",
    "organisation": "organisations",
    "outcome": "what came of it",
    "place": "places",
    "quotation": "what somebody said",
    "quoted-work": "which work words are from",
    "quoted-year": "when words were written",
    "role": "offices",
    "same-year": "the same year",
    "speaker": "whose words",
    "term": "which word is meant",
    "view": "views",
    "who": "people",
    "why": "reasons",
    "work": "works",
    "written": "written by hand",
    "year": "years",
}


def kind_words(kind: str) -> str:
    """A kind in words; an unknown kind (an author's own) by its name without hyphens."""
    return KINDS.get(kind, kind.replace("-", " "))


def kind_named(words: str) -> str:
    """The kind with this short name or wording; unknown words are returned as they are."""
    return next((kind for kind, said in KINDS.items() if said == words.casefold()), words)
