"""The kinds of questions in a learner's words; `--kind` and the bank know them by their short names.

Kinds that are asked no more stand here too: statistics tell of older answers to them.
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
    """A kind in words; that of an author's own as it is named, without its hyphens."""
    return KINDS.get(kind, kind.replace("-", " "))


def kind_named(words: str) -> str:
    """The kind that is called so in words or by its short name; what is no kind stays as it is."""
    return next((kind for kind, said in KINDS.items() if said == words.casefold()), words)
