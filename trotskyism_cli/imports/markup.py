"""Convert HTML and light Markdown in questions to the text a reader sees."""

import html
import re

from trotskyism_cli.imports.foreign import tidy

READ_AS_HTML = "it was written in HTML; what a reader of that sees came in"
_TAGS = "|".join(
    """a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd
    del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img
    audio embed ins kbd label li main mark nav o:p object ol p picture pre q rp rt ruby s samp script
    section small source span strike strong style sub summary sup svg table tbody td tfoot th thead time
    tr tt u ul var video wbr""".split()
)
_TAG = re.compile(rf"</?(?P<name>{_TAGS})(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_UNREAD = re.compile(r"<(style|script)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_INLINE = frozenset(
    """a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike
    strong sub sup tt u var wbr o:p""".split()
)
_PICTURE = frozenset("img picture svg video audio iframe object embed".split())
_RAISED = re.compile(r"<(sup|sub)\b[^<>]*>([^<>]*)</\1\s*>", re.IGNORECASE)
_SUP = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SUB = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_MARKDOWN_CODE = re.compile(r"(`+|~{3,}).+?\1", re.DOTALL)
_MARKDOWN_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)")
_MARKDOWN = (
    (re.compile(r"^[ \t]*(`{3,}|~{3,})[^`\n]*\n(.*?)\n[ \t]*\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE), r"\2"),
    (re.compile(r"(`{2,}|~{3,})(?:\w*\n| )?(.+?)[ \n]?\1", re.DOTALL), r"\2"),
    (re.compile(r"^[ \t]*#{2,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE), r"\1"),
    (_MARKDOWN_PICTURE, r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"(?<![*_])(\*\*|__)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![*_])"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def from_html(text: str) -> str:
    """The text that HTML shows, on one line. What is not an HTML tag stays, e.g. `#include <stdio.h>`."""
    text = _RAISED.sub(_raised, _UNREAD.sub(" ", text))
    return tidy(html.unescape(_TAG.sub(_for_tag, text)))


def from_markdown(text: str) -> str:
    """The text that Markdown shows, as far as emphasis, code and links go."""
    text = without_marks(text)
    return tidy(html.unescape(text) if _ENTITY.search(text) else text)


def without_marks(text: str) -> str:
    """Markdown without its marks; entities stay."""
    for pattern, shown in _MARKDOWN:
        text = pattern.sub(shown, text)
    return text


def looks_like_html(text: str) -> bool:
    """Return whether text of unknown format contains HTML tags or entities."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def shown(text: str) -> str:
    """Text of unknown format as a reader sees it."""
    return from_html(text) if looks_like_html(text) else tidy(text)


def has_picture(text: str) -> bool:
    """Return whether HTML contains an image or other media."""
    return any(found["name"].lower() in _PICTURE for found in _TAG.finditer(text))


def has_markdown_picture(text: str) -> bool:
    """Return whether Markdown shows a picture outside code."""
    bare = _MARKDOWN_CODE.sub("", text)
    return _MARKDOWN_PICTURE.search(bare) is not None or has_picture(bare)


def _for_tag(found: re.Match[str]) -> str:
    return "" if found["name"].lower() in _INLINE else " "


def _raised(found: re.Match[str]) -> str:
    """Super- and subscript digits as Unicode signs, other text with `^` or `_`."""
    high = found[1].lower() == "sup"
    text = html.unescape(found[2]).strip()
    table = _SUP if high else _SUB
    if all(ord(letter) in table for letter in text):
        return text.translate(table)
    return f"{'^' if high else '_'}({text})" if len(text) > 1 else f"{'^' if high else '_'}{text}"
