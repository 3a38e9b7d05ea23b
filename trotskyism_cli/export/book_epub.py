"""The book as EPUB 3 (https://www.w3.org/TR/epub-33/): a table of contents, and a file per chapter with its entries.

The pages are those of the HTML book as XHTML. Text drawings need a wide screen, so only their wording is kept.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from trotskyism_cli.export.archive import zipped
from trotskyism_cli.export.book import CHAPTER, ENTRY, Section
from trotskyism_cli.export.book_html import section_html
from trotskyism_cli.export.markup import HEAD, in_one_line, possible, text
from trotskyism_cli.export.paper import day_of_release
from trotskyism_cli.export.resources import part
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Title

MIMETYPE = "mimetype"
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
CONTAINER = f"""{HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
ACCESS = (
    *(("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityHazard", "none")),
    *(("accessibilityFeature", "tableOfContents"), ("accessibilityFeature", "structuralNavigation")),
    ("accessibilitySummary", "Text with headings, links and a table of contents; nothing is told by pictures alone."),
)
# Safe to search for: in text, quotation marks are escaped.
_LINK = re.compile(r'href="#([^"]*)"')
_DRAWING = re.compile(r'<pre aria-hidden="true">.*?</pre>\n', re.DOTALL)


class _Page(NamedTuple):
    """A file of the book, with its sections."""

    name: str
    sections: list[Section]


def book_epub(sections: Iterable[Section], pack: Pack) -> Iterator[bytes]:
    """The book as EPUB, a zip archive."""
    yield zipped(_files(_pages(sections), pack), stored={MIMETYPE})


def _pages(sections: Iterable[Section]) -> list[_Page]:
    """A page for each section of the first two levels, with the sections below it."""
    pages: list[_Page] = []
    for section in sections:
        if section.level <= CHAPTER:
            pages.append(_Page(f"page-{len(pages) + 1:03}.xhtml", []))
        pages[-1].sections.append(section)
    return pages


def _files(pages: list[_Page], pack: Pack) -> Iterator[tuple[str, bytes]]:
    homes = {section.anchor: page.name for page in pages for section in page.sections}
    yield MIMETYPE, b"application/epub+zip"
    yield "META-INF/container.xml", CONTAINER.encode()
    yield "book/package.opf", "".join(_package(pages, pack)).encode()
    yield "book/contents.xhtml", "".join(_contents(pages, pack)).encode()
    yield "book/book.css", part("epub.css").encode()
    for page in pages:
        yield f"book/{page.name}", "".join(_page(page, homes, pack)).encode()


def _package(pages: list[_Page], pack: Pack) -> Iterator[str]:
    language = escape(pack.language)
    day = day_of_release(pack.released, pack.version).isoformat()
    yield f'{HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
    yield f' xml:lang="{language}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
    yield f'<dc:identifier id="id">urn:trotskyism-cli:{escape(pack.id)}</dc:identifier>\n'
    yield f"<dc:title>{_text(pack.name)}</dc:title>\n<dc:language>{language}</dc:language>\n"
    yield f"<dc:description>{_text(pack.subject)}</dc:description>\n"
    yield f"<dc:rights>{_text(pack.licence)}</dc:rights>\n" if pack.licence else ""
    yield f'<dc:date>{day}</dc:date>\n<meta property="dcterms:modified">{day}T00:00:00Z</meta>\n'
    yield from (f'<meta property="schema:{name}">{_text(value)}</meta>\n' for name, value in ACCESS)
    yield "</metadata>\n<manifest>\n"
    yield '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
    yield '<item id="style" href="book.css" media-type="text/css"/>\n'
    for page in pages:
        yield f'<item id="{page.name[:-6]}" href="{page.name}" media-type="application/xhtml+xml"/>\n'
    yield "</manifest>\n<spine>\n"
    yield from (f'<itemref idref="{page.name[:-6]}"/>\n' for page in pages)
    yield "</spine>\n</package>\n"


def _contents(pages: list[_Page], pack: Pack) -> Iterator[str]:
    yield _opening("Contents", pack)
    yield '<nav epub:type="toc" id="toc" role="doc-toc">\n<h1>Contents</h1>\n<ol>\n'
    for page in pages:
        first, *further = page.sections
        yield f'<li><a href="{page.name}#{escape(first.anchor)}">{_text(_title(first))}</a>'
        entries = [section for section in further if section.level == ENTRY]
        if entries:
            rows = (
                f'<li><a href="{page.name}#{escape(each.anchor)}">{_text(_title(each))}</a></li>\n' for each in entries
            )
            yield f"\n<ol>\n{''.join(rows)}</ol>\n"
        yield "</li>\n"
    yield "</ol>\n</nav>\n</body>\n</html>\n"


def _page(page: _Page, homes: dict[str, str], pack: Pack) -> Iterator[str]:
    yield _opening(_title(page.sections[0]), pack)
    for section in page.sections:
        html = _DRAWING.sub("", "".join(section_html(section)))
        yield possible(_LINK.sub(lambda link: f'href="{homes.get(link[1], "")}#{link[1]}"', html))
    yield "</body>\n</html>\n"


def _opening(title: str, pack: Pack) -> str:
    language = escape(pack.language)
    return (
        f'{HEAD}<!DOCTYPE html>\n<html {XHTML} lang="{language}" xml:lang="{language}">\n<head>\n'
        f'<title>{_text(title)}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n<body>\n'
    )


def _title(section: Section) -> str:
    return next((block.text for block in section.document.blocks if isinstance(block, Title)), section.anchor)


def _text(said: str) -> str:
    return text(in_one_line(said))
