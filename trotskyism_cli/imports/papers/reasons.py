"""Separate the reason from an answer such as `B, because it is in group 17` or `A - its shell is full`.

Such words may also be another option's text, or name one. The answer is then uncertain and left as it is.
"""

import re
from collections.abc import Mapping

from trotskyism_cli.imports.answers.corrected_answers import letters_named, speaks_of_mistake
from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.foreign import folded, tidy

_BEHIND = re.compile(
    rf"[(\[]?(?P<letter>{LETTER})[)\]]?(?:\s*[,;]\s+|\s+[-–—]{{1,2}}\s+|[.:]\s+|\)\s+|\s+(?=[(\[]))(?P<said>\S.*)"
)
_SINCE = re.compile(
    r"(?:because|since|as|for|due to|weil|da|denn|parce que|car|puisque|porque|ya que|pois|perch[eéè]|poich[eé]|"
    r"потому что|так как|бо|тому що|ponieważ|bo|gdyż|omdat|want|därför att|eftersom|fordi|protože|mert|pentru că|çünkü)"
    r"(?![^\W\d])",
    re.IGNORECASE,
)
_ENDS = " .,;:()[]–—-"
_FEWEST = 3  # words of a reason without "because" or the like


def without_reason(answer: str, options: Mapping[str, str]) -> tuple[str, str]:
    """The letter of an answer (or its letter and text) and the reason; the whole answer if uncertain."""
    found = _BEHIND.fullmatch(tidy(answer))
    letter = found["letter"].upper() if found else ""
    if found is None or letter not in options:
        return answer, ""
    said, own = found["said"], options[letter]
    if begins := _begins_with(said, own):
        reason = said[begins:].strip(_ENDS)
        return (letter, reason) if reason and not _names_other(reason, letter, options) else (answer, "")
    if _is_reason(said, options) and not _names_other(said, letter, options):
        return letter, said.strip("()[]") if said[0] in "([" else said
    return answer, ""


def _begins_with(said: str, text: str) -> int:
    """Length of an option's text if an explanation follows it after a sign (`Paris. Because …`); else 0."""
    bare = text.strip(_ENDS)
    begins = bool(bare) and folded(said).startswith(folded(bare)) and len(said) > len(bare)
    rest = said[len(bare) :]
    return len(bare) if begins and re.match(r"[.,;:]?\s+[-–—(\[]|[.,;:]\s", rest) else 0


def _is_reason(said: str, options: Mapping[str, str]) -> bool:
    """Return whether words behind a letter are a reason: they begin like one, or are longer than all options."""
    if _SINCE.match(said):
        return True
    words = len(said.split())
    begun_otherwise = said[0].islower() and all(text[:1].isupper() for text in options.values())
    return words >= _FEWEST and (begun_otherwise or words > max(len(text.split()) for text in options.values()))


def _names_other(said: str, letter: str, options: Mapping[str, str]) -> bool:
    """Return whether words name another option, by letter or text, or may take the answer back."""
    if speaks_of_mistake(said) or said.rstrip(_ENDS).endswith("?") or re.match(r"(?:not|or|oder|ou|or)\b", said):
        return True
    if any(each.upper() != letter and each.upper() in options for each in letters_named(said)):
        return True
    return any(
        other != letter and re.search(rf"(?<!\w){re.escape(folded(text))}(?!\w)", folded(said))
        for other, text in options.items()
    )
