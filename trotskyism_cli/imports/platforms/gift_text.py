"""Texts in GIFT: escapes, and the formats `[html]`, `[markdown]`, `[plain]` and `[moodle]`."""

import re

from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.markup import READ_AS_HTML, from_html, from_markdown, has_picture, looks_like_html

_ESCAPED = re.compile(r"\\([~=#{}:\\n*\[\]>-])")
_SHIFT = 0xE000  # offset of the placeholders, in a range without printable characters
_KEPT = re.compile(r"[\ue000-\ue07f]")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)


def hidden(text: str) -> str:
    """The text with escaped characters replaced by placeholders, so as not to be taken for marks."""
    return _ESCAPED.sub(lambda found: chr(_SHIFT + ord(found[1])), _KEPT.sub(" ", text))


class GiftText:
    """Converts the texts of one question, whose format is given at the beginning of its stem."""

    def __init__(self, stem: str, changes: list[str]) -> None:
        found = _FORMAT.match(stem)
        self._usual = found[1].lower() if found else "moodle"
        self._changes = changes
        self.told: list[str] = []

    def tell(self, note: str) -> None:
        """Keep feedback on an answer without options, to be added to the explanation."""
        self.told.append(self.shown(note))

    def note(self, what: str) -> None:
        """Report a change the author may not have meant."""
        self._changes.append(what)

    @property
    def is_html(self) -> bool:
        """Return whether HTML tags are interpreted."""
        return self._usual in ("html", "moodle")

    def shown(self, text: str) -> str:
        """A text as a reader sees it, on one line."""
        found = _FORMAT.match(text)
        form = found[1].lower() if found else self._usual
        bare = _KEPT.sub(_letter, text[found.end() :] if found else text)
        if form == "moodle" and looks_like_html(bare):
            if READ_AS_HTML not in self._changes:
                self.note(READ_AS_HTML)
            return from_html(bare)
        if form == "html":
            return from_html(bare)
        return from_markdown(bare) if form == "markdown" else tidy(bare)

    def option(self, text: str) -> str:
        """The text of an answer; a picture lost from it is reported."""
        if has_picture(_KEPT.sub(_letter, text)):
            self._changes.append("a picture in an answer was left out; see that it can be told from the others")
        return self.shown(text)


def _letter(found: re.Match[str]) -> str:
    letter = chr(ord(found[0]) - _SHIFT)
    return "\n" if letter == "n" else letter
