"""Page headers and footers in copied text of printed tests, e.g. `Geography 7 – Page 2`."""

import re

_PAGE = (
    r"page|p\.|seite|s\.|página|pág\.|pagina|pag\.|strana|strona|str\.|stránka|страница|стр\.|сторінка|стор\.|sida|side|"
    r"sivu|oldal|sayfa|σελίδα|trang|halaman|صفحة|ページ|페이지"
)
_OF_PAGE = re.compile(
    rf"(?:.*\S[\s|–—-]+)?(?:(?:{_PAGE})\s*\d{{1,3}}(?:\s*(?:/|of|von|de|di|z|из)\s*\d{{1,3}})?|第\s*\d{{1,3}}\s*[页頁])",
    re.IGNORECASE,
)


def is_of_page(line: str) -> bool:
    """Return whether a line ends with a page number and is not a sentence."""
    return _OF_PAGE.fullmatch(line.strip()) is not None
