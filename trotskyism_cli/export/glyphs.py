"""Find characters that a PDF would show as empty boxes, by asking Typst for a PDF standard that forbids them."""

from functools import cache

from trotskyism_cli.export.extras import library
from trotskyism_cli.items.model import Item

# Latin, Greek and Cyrillic letters and usual punctuation, which the fonts of Typst cover.
_COMMON_END, _PUNCTUATION = "\u0530", range(0x2010, 0x2027)
STRICT = "a-2b"  # PDF/A, which forbids missing glyphs


def lacks_glyphs(item: Item) -> bool:
    """Return whether an item has a character that no available font covers."""
    passage = item.passage.lines if item.passage else ()
    texts = (item.stem, *item.options, *item.prompts, *item.accepted, item.explanation, *item.option_notes, *passage)
    rare = {sign for text in texts for sign in text if sign >= _COMMON_END and ord(sign) not in _PUNCTUATION}
    letters = "".join(sorted(sign for sign in rare if sign.isprintable() and not sign.isspace()))
    return bool(letters) and not _can_be_set(letters)


@cache
def _can_be_set(letters: str) -> bool:
    typst = library("typst", "An exam as a PDF")
    head = '#set document(title: "-", date: datetime(year: 2020, month: 1, day: 1))'  # required by the standard
    try:
        typst.compile(f'{head}\n#text("{letters}")'.encode(), pdf_standards=STRICT)
    except typst.TypstError:
        return False
    return True
