"""Find the question that a text asks; the sign of a title, as in `What Is to Be Done?`, is none."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

_WORDS = (
    "are can could did do does had has have how is may might must should was were what when where whether which who whom "
    "whose why will would"
).split()
_SMALL = "|".join(_WORDS)
_GREAT = "|".join(map(str.capitalize, _WORDS))
# A word that asks, at the beginning or after a pause, and none with a capital behind it, as there is in a title.
_ASKED = lazy_regex(
    rf"(?:(?:In |Of |To |From |By )?(?:{_GREAT}|{_SMALL})|[^?]*[,:;] (?:{_SMALL})) (?![^?]*\b(?:{_GREAT}|Or|Be)\b)[^?]*\?"
)


def question_of(text: str) -> str:
    """The text up to the end of the question that it asks; empty if it asks none."""
    asked = _ASKED.match(text)
    return asked[0] if asked else ""
