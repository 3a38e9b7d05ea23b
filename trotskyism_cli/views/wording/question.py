"""Find the question a text asks; the mark in a title, as in What Is to Be Done?, is none."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

_WORDS = (
    "are|can|could|did|do|does|had|has|have|how|is|may|might|must|should|was|were|what|when|where|whether|which|who|whom"
    "|whose|why|will|would"
)
_GREAT = "|".join(map(str.capitalize, _WORDS.split("|")))
# A word that asks, at the start or after a pause, with no capital word after it such as a title has.
_ASKED = lazy_regex(
    rf"(?:(?:In |Of |To |From |By )?(?:{_GREAT}|{_WORDS})|[^?]*[,:;] (?:{_WORDS})) "
    rf"(?![^?]*\b(?:{_GREAT}|Or|Be)\b)[^?]*\?"
)


def question_of(text: str) -> str:
    """The text up to the end of the question it asks; empty if it asks none."""
    asked = _ASKED.match(text)
    return asked[0] if asked else ""
