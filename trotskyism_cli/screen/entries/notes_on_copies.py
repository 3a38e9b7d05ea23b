"""Strip from notes on quotations what concerns only the copy: the place in the work, and whose translation it is."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex

_CLAUSE_END = lazy_regex(r"; |(?<=[a-z]{2})\. (?=[A-Z])")
_IN_CHAPTER = lazy_regex(r", in (?:chapter|part|section) .*$")
_OF_COPY = lazy_regex(
    r"(?:the )?(?:translation|wording|copy)\b|(?:the )?(?:sentence|passage|words|text)\b.*"
    r"\b(?:stands?|opens?|translat\w+|wording|edition|copy|first|last|paragraph|given)\b"
    r"|it is the (?:beginning|end)\b|these are\b|others differ\b",
    re.IGNORECASE,
)


def of_matter(note: str) -> str:
    """The part of a note that is about the quotation itself, not about the copy it was taken from."""
    if not _OF_COPY.search(note) and not _IN_CHAPTER.search(note):
        return note
    clauses = (_IN_CHAPTER.sub("", clause) for clause in _CLAUSE_END.split(note))
    return "; ".join(clause for clause in clauses if not _OF_COPY.match(clause))
